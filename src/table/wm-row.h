/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WM_TABLE_ERROR:
 *
 * The domain of errors of reading tables.
 */
#define WM_TABLE_ERROR (wm_table_error_quark ())

/**
 * WmTableError:
 * @WM_TABLE_ERROR_EMPTY: the file holds nothing
 * @WM_TABLE_ERROR_NOT_A_TABLE: the file is neither text nor a workbook
 * @WM_TABLE_ERROR_DAMAGED: the file is cut off or damaged
 * @WM_TABLE_ERROR_TOO_LARGE: a field, a row or the unpacked file passes its limit
 * @WM_TABLE_ERROR_UNSAFE: the file holds what no table needs, such as XML entities
 */
typedef enum
{
  WM_TABLE_ERROR_EMPTY,
  WM_TABLE_ERROR_NOT_A_TABLE,
  WM_TABLE_ERROR_DAMAGED,
  WM_TABLE_ERROR_TOO_LARGE,
  WM_TABLE_ERROR_UNSAFE,
} WmTableError;

/* Limits that no honest table meets. */
#define WM_TABLE_MAX_FIELD (1024 * 1024)               /* [bytes] */
#define WM_TABLE_MAX_CELLS 16384
#define WM_TABLE_MAX_UNPACKED (G_GUINT64_CONSTANT (2) << 30) /* [bytes] */
#define WM_TABLE_MAX_RATIO 200                         /* unpacked to packed, above 64 MiB */
#define WM_TABLE_RATIO_FROM (G_GUINT64_CONSTANT (64) << 20) /* [bytes] */

/**
 * WmCell:
 * @text: UTF-8, ends in NUL
 * @length: [bytes], without the NUL
 *
 * One cell as it stands in the file, blanks included.
 */
typedef struct
{
  const char *text;
  gsize length;
} WmCell;

/**
 * WmRow:
 * @cells: (array length=n_cells): the cells
 * @n_cells: how many there are in this row; rows may differ
 * @line: line on which the row begins, or row of the sheet, counted from 1
 *
 * A row that the reader lends until its next call.
 */
typedef struct
{
  const WmCell *cells;
  gsize n_cells;
  guint64 line;
} WmRow;

GQuark   wm_table_error_quark   (void);

gboolean wm_row_is_blank        (const WmRow *self);
char   **wm_row_dup_cells       (const WmRow *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean wm_table_check_unpacked (guint64       packed,
                                  guint64       unpacked,
                                  GError      **error);

G_END_DECLS
