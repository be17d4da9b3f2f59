/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_BURDEN_GRID (wm_burden_grid_get_type ())
G_DECLARE_FINAL_TYPE (WmBurdenGrid, wm_burden_grid, WM, BURDEN_GRID, AdwBin)

void  wm_burden_grid_show     (WmBurdenGrid    *self,
                               WmFramework     *framework,
                               WmFrameworkItem *item);
char *wm_burden_grid_dup_text (WmBurdenGrid    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
