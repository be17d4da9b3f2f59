/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"
#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_EXPORT_WINDOW (wm_framework_export_window_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkExportWindow, wm_framework_export_window, WM,
                      FRAMEWORK_EXPORT_WINDOW, AdwWindow)

GtkWidget *wm_framework_export_window_new  (GtkWindow               *parent,
                                            WmWorkspace             *workspace,
                                            WmFramework             *framework) G_GNUC_WARN_UNUSED_RESULT;
void       wm_framework_export_window_save (WmFrameworkExportWindow *self,
                                            const char              *path);

G_END_DECLS
