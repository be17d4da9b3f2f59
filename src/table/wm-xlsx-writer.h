/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes an Excel workbook, sheet by sheet and row by row. Text is always stored as text: nothing
 * becomes a formula or a link. The same calls give the same bytes on every day. */
typedef struct _WmXlsxWriter WmXlsxWriter;

WmXlsxWriter *wm_xlsx_writer_new         (const char        *path,
                                          GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void          wm_xlsx_writer_free        (WmXlsxWriter      *self);

void          wm_xlsx_writer_add_sheet   (WmXlsxWriter      *self,
                                          const char        *name);
void          wm_xlsx_writer_add_header  (WmXlsxWriter      *self,
                                          const char *const *names);
void          wm_xlsx_writer_add_text    (WmXlsxWriter      *self,
                                          const char        *text);
void          wm_xlsx_writer_add_number  (WmXlsxWriter      *self,
                                          double             number,
                                          int                decimals);
void          wm_xlsx_writer_end_row     (WmXlsxWriter      *self);
gboolean      wm_xlsx_writer_save        (WmXlsxWriter      *self,
                                          GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmXlsxWriter, wm_xlsx_writer_free)

G_END_DECLS
