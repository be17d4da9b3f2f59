/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_GROUP_WINDOW (wm_group_window_get_type ())
G_DECLARE_FINAL_TYPE (WmGroupWindow, wm_group_window, WM, GROUP_WINDOW, AdwWindow)

GtkWidget *wm_group_window_new (GtkWindow   *parent,
                                WmWorkspace *workspace,
                                const char  *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
