/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FINDINGS_WINDOW (wm_findings_window_get_type ())
G_DECLARE_FINAL_TYPE (WmFindingsWindow, wm_findings_window, WM, FINDINGS_WINDOW, AdwWindow)

GtkWidget *wm_findings_window_new        (GtkWidget         *widget,
                                          WmFrameworkEditor *editor) G_GNUC_WARN_UNUSED_RESULT;
guint      wm_findings_window_get_n_rows (WmFindingsWindow  *self);

G_END_DECLS
