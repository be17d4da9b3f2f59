/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_WINDOW (wm_window_get_type ())
G_DECLARE_FINAL_TYPE (WmWindow, wm_window, WM, WINDOW, AdwApplicationWindow)

WmWindow    *wm_window_new             (GtkApplication *application,
                                        WmSettings     *settings) G_GNUC_WARN_UNUSED_RESULT;
WmWorkspace *wm_window_get_workspace   (WmWindow       *self);
void         wm_window_open            (WmWindow       *self,
                                        GFile          *file);
void         wm_window_import          (WmWindow       *self,
                                        GFile          *file);
void         wm_window_show_page       (WmWindow       *self,
                                        const char     *name);
const char  *wm_window_get_page        (WmWindow       *self);

G_END_DECLS
