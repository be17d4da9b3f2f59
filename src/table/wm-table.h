/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WM_TYPE_TABLE (wm_table_get_type ())
typedef struct _WmTable WmTable;

/**
 * WmColumnKind:
 * @WM_COLUMN_TEXT: text
 * @WM_COLUMN_NUMBER: numbers; NaN is an empty cell
 */
typedef enum
{
  WM_COLUMN_TEXT,
  WM_COLUMN_NUMBER,
} WmColumnKind;

GType        wm_table_get_type      (void);

WmTable     *wm_table_new           (void) G_GNUC_WARN_UNUSED_RESULT;
WmTable     *wm_table_ref           (WmTable       *self);
void         wm_table_unref         (WmTable       *self);

void         wm_table_add_column    (WmTable       *self,
                                     const char    *name,
                                     WmColumnKind   kind);
void         wm_table_begin_row     (WmTable       *self);
void         wm_table_add_text      (WmTable       *self,
                                     const char    *text);
void         wm_table_add_number    (WmTable       *self,
                                     double         number);

gsize        wm_table_get_n_columns (const WmTable *self);
gsize        wm_table_get_n_rows    (const WmTable *self);
const char  *wm_table_get_name      (const WmTable *self,
                                     gsize          column);
WmColumnKind wm_table_get_kind      (const WmTable *self,
                                     gsize          column);
const char  *wm_table_get_text      (const WmTable *self,
                                     gsize          row,
                                     gsize          column);
double       wm_table_get_number    (const WmTable *self,
                                     gsize          row,
                                     gsize          column);

char        *wm_table_to_text       (const WmTable *self) G_GNUC_WARN_UNUSED_RESULT;
char        *wm_table_to_csv        (const WmTable *self) G_GNUC_WARN_UNUSED_RESULT;
char        *wm_table_to_json       (const WmTable *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean     wm_table_save          (const WmTable *self,
                                     const char    *path,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmTable, wm_table_unref)

G_END_DECLS
