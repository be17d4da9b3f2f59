/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads a table from a file, whatever form it has: text, text packed by gzip, or a workbook. */
typedef struct _WmTableReader WmTableReader;

WmTableReader      *wm_table_reader_open              (const char      *path,
                                                       GCancellable    *cancellable,
                                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void                wm_table_reader_free              (WmTableReader   *self);

gboolean            wm_table_reader_next              (WmTableReader   *self,
                                                       const WmRow    **row,
                                                       GCancellable    *cancellable,
                                                       GError         **error);
const char         *wm_table_reader_peek              (WmTableReader   *self,
                                                       gsize           *length);
gboolean            wm_table_reader_is_workbook       (WmTableReader   *self);
const char *const  *wm_table_reader_get_sheet_names   (WmTableReader   *self);
gboolean            wm_table_reader_select_sheet      (WmTableReader   *self,
                                                       gsize            sheet,
                                                       GError         **error);
guint64             wm_table_reader_get_n_mixed_rows  (WmTableReader   *self,
                                                       guint64         *first_line);
double              wm_table_reader_get_fraction      (WmTableReader   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmTableReader, wm_table_reader_free)

G_END_DECLS
