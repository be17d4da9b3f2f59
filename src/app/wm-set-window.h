/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_SET_WINDOW (wm_set_window_get_type ())
G_DECLARE_FINAL_TYPE (WmSetWindow, wm_set_window, WM, SET_WINDOW, AdwWindow)

GtkWidget *wm_set_window_new (GtkWindow   *parent,
                              WmWorkspace *workspace,
                              const char  *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
