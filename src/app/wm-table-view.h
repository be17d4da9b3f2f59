/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_TEXT_ROW (wm_text_row_get_type ())
G_DECLARE_FINAL_TYPE (WmTextRow, wm_text_row, WM, TEXT_ROW, GObject)

WmTextRow  *wm_text_row_new        (const char *const *cells) G_GNUC_WARN_UNUSED_RESULT;
const char *wm_text_row_get_cell   (WmTextRow         *self,
                                    guint              column);

#define WM_TYPE_TABLE_VIEW (wm_table_view_get_type ())
G_DECLARE_FINAL_TYPE (WmTableView, wm_table_view, WM, TABLE_VIEW, AdwBin)

GtkWidget  *wm_table_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void        wm_table_view_set_columns (WmTableView       *self,
                                       const char *const *titles,
                                       guint              first_number);
void        wm_table_view_add_row     (WmTableView       *self,
                                       const char *const *cells);
void        wm_table_view_clear       (WmTableView       *self);
guint       wm_table_view_get_n_rows  (WmTableView       *self);
char       *wm_table_view_to_text     (WmTableView       *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
