/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_MEASURE_BUTTON (wm_measure_button_get_type ())
G_DECLARE_FINAL_TYPE (WmMeasureButton, wm_measure_button, WM, MEASURE_BUTTON, AdwBin)

guint       wm_measure_button_fill        (WmMeasureButton *self,
                                           WmWorkspace     *workspace);
const char *wm_measure_button_get_measure (WmMeasureButton *self);
void        wm_measure_button_set_measure (WmMeasureButton *self,
                                           const char      *code);
void        wm_measure_button_open        (WmMeasureButton *self);

G_END_DECLS
