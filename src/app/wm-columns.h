/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WM_TYPE_COLUMNS (wm_columns_get_type ())
G_DECLARE_FINAL_TYPE (WmColumns, wm_columns, WM, COLUMNS, GtkWidget)

void       wm_columns_append (WmColumns *self,
                              GtkWidget *child);
void       wm_columns_clear  (WmColumns *self);

G_END_DECLS
