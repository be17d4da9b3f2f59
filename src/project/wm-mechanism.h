/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"
#include "wm-coverage.h"
#include "wm-framework.h"

G_BEGIN_DECLS

/**
 * WmMechanismTone:
 * @WM_MECHANISM_COVERAGE: by whether there is data, and what would fill it
 * @WM_MECHANISM_TRAVEL: by which way the own authority went
 *
 * What the boxes of a mechanism are coloured by.
 */
typedef enum
{
  WM_MECHANISM_COVERAGE,
  WM_MECHANISM_TRAVEL,
} WmMechanismTone;

WmChart *wm_mechanism_new (WmFramework     *framework,
                           WmCoverage      *coverage,
                           WmMechanismTone  tone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
