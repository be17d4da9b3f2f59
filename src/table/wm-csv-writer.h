/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WmCsvLineEnd:
 * @WM_CSV_CRLF: lines end as RFC 4180 says
 * @WM_CSV_LF: lines end as Unix programs expect
 */
typedef enum
{
  WM_CSV_CRLF,
  WM_CSV_LF,
} WmCsvLineEnd;

/* Collects a CSV table in memory: UTF-8 without a byte order mark, quoted where RFC 4180 asks.
 * Text that a spreadsheet would run as a formula is made harmless (wm_csv_writer_add_text). */
typedef struct _WmCsvWriter WmCsvWriter;

WmCsvWriter *wm_csv_writer_new         (WmCsvLineEnd       line_end) G_GNUC_WARN_UNUSED_RESULT;
void         wm_csv_writer_free        (WmCsvWriter       *self);

void         wm_csv_writer_add_text    (WmCsvWriter       *self,
                                        const char        *text);
void         wm_csv_writer_add_number  (WmCsvWriter       *self,
                                        double             number);
void         wm_csv_writer_add_integer (WmCsvWriter       *self,
                                        gint64             number);
void         wm_csv_writer_end_row     (WmCsvWriter       *self);
void         wm_csv_writer_add_row     (WmCsvWriter       *self,
                                        const char *const *cells);

const char  *wm_csv_writer_get_text    (WmCsvWriter       *self,
                                        gsize             *length);
gboolean     wm_csv_writer_save        (WmCsvWriter       *self,
                                        const char        *path,
                                        GError           **error);

gboolean     wm_csv_text_is_harmless   (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmCsvWriter, wm_csv_writer_free)

G_END_DECLS
