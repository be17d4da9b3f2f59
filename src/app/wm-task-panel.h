/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_TASK_PANEL (wm_task_panel_get_type ())
G_DECLARE_FINAL_TYPE (WmTaskPanel, wm_task_panel, WM, TASK_PANEL, AdwBin)

void wm_task_panel_show (WmTaskPanel *self,
                         WmJob       *job);
void wm_task_panel_hide (WmTaskPanel *self,
                         WmJob       *job);

G_END_DECLS
