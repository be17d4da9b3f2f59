/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_IMPORT_WINDOW (wm_framework_import_window_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkImportWindow, wm_framework_import_window, WM,
                      FRAMEWORK_IMPORT_WINDOW, AdwWindow)

gboolean   wm_framework_import_takes      (GFile       *file);
GtkWidget *wm_framework_import_window_new (GtkWindow   *parent,
                                           WmWorkspace *workspace,
                                           GFile       *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
