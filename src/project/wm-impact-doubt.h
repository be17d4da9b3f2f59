/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-impact.h"
#include "wm-table.h"

G_BEGIN_DECLS

WmTable *wm_impact_make_gaps_table      (const WmImpact *self) G_GNUC_WARN_UNUSED_RESULT;
WmTable *wm_impact_make_influence_table (const WmImpact *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
