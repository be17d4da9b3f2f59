/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include "wm-framework.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_PAIR_WINDOW (wm_pair_window_get_type ())
G_DECLARE_FINAL_TYPE (WmPairWindow, wm_pair_window, WM, PAIR_WINDOW, AdwWindow)

GtkWidget *wm_pair_window_new (GtkWindow       *parent,
                               WmWorkspace     *workspace,
                               WmFrameworkItem *indicator,
                               GPtrArray       *others) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
