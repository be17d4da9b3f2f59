/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_TABLE_WINDOW (wm_table_window_get_type ())
G_DECLARE_FINAL_TYPE (WmTableWindow, wm_table_window, WM, TABLE_WINDOW, AdwWindow)

GtkWidget *wm_table_window_new (GtkWidget  *widget,
                                const char *title,
                                WmTable    *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
