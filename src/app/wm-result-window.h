/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_RESULT_WINDOW (wm_result_window_get_type ())
G_DECLARE_FINAL_TYPE (WmResultWindow, wm_result_window, WM, RESULT_WINDOW, AdwWindow)

GtkWidget *wm_result_window_new (GtkWindow    *parent,
                                 WmProject    *project,
                                 gint64        id,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
