/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads CSV text row by row: UTF-8, Windows-1252 or UTF-16, packed by gzip or not, separated by
 * commas, semicolons or tabs. */
typedef struct _WmCsvReader WmCsvReader;

WmCsvReader *wm_csv_reader_new                 (GInputStream  *stream,
                                                guint64        packed_size,
                                                GCancellable  *cancellable,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
WmCsvReader *wm_csv_reader_new_for_data        (const char    *data,
                                                gsize          length,
                                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void         wm_csv_reader_free                (WmCsvReader   *self);

gboolean     wm_csv_reader_next                (WmCsvReader   *self,
                                                const WmRow  **row,
                                                GCancellable  *cancellable,
                                                GError       **error);

const char  *wm_csv_reader_peek                (const WmCsvReader *self,
                                                gsize         *length);
char         wm_csv_reader_get_separator       (const WmCsvReader *self);
guint64      wm_csv_reader_get_n_windows_rows  (const WmCsvReader *self,
                                                guint64           *first_line);
guint64      wm_csv_reader_get_n_utf8_rows     (const WmCsvReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmCsvReader, wm_csv_reader_free)

G_END_DECLS
