/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_VERSIONS_WINDOW (wm_framework_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkVersionsWindow, wm_framework_versions_window, WM,
                      FRAMEWORK_VERSIONS_WINDOW, AdwWindow)

GtkWidget *wm_framework_versions_window_new (GtkWindow   *parent,
                                             WmWorkspace *workspace,
                                             const char  *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
