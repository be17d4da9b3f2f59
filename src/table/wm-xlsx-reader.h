/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads an Excel workbook (.xlsx), one sheet at a time, row by row. */
typedef struct _WmXlsxReader WmXlsxReader;

WmXlsxReader       *wm_xlsx_reader_open            (const char     *path,
                                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void                wm_xlsx_reader_free            (WmXlsxReader   *self);

const char *const  *wm_xlsx_reader_get_sheet_names (WmXlsxReader   *self);
gboolean            wm_xlsx_reader_select_sheet    (WmXlsxReader   *self,
                                                    gsize           sheet,
                                                    GError        **error);
gboolean            wm_xlsx_reader_next            (WmXlsxReader   *self,
                                                    const WmRow   **row,
                                                    GCancellable   *cancellable,
                                                    GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmXlsxReader, wm_xlsx_reader_free)

G_END_DECLS
