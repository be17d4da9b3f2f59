/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_ADD_WINDOW (wm_framework_add_window_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkAddWindow, wm_framework_add_window, WM, FRAMEWORK_ADD_WINDOW,
                      AdwWindow)

GtkWidget *wm_framework_add_window_new (GtkWindow   *parent,
                                        WmWorkspace *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
