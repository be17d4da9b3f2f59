/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-measure.h"
#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_ABOUT_MEASURE (wm_about_measure_get_type ())
G_DECLARE_FINAL_TYPE (WmAboutMeasure, wm_about_measure, WM, ABOUT_MEASURE, AdwBin)

void       wm_about_measure_show (WmAboutMeasure  *self,
                                  WmWorkspace     *workspace,
                                  const WmMeasure *measure);

G_END_DECLS
