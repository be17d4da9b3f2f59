/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One front for all forms of tables. The form is told by the first bytes, never by the name. */

#include "config.h"

#include "wm-table-reader.h"

#include "wm-csv-reader.h"
#include "wm-xlsx-reader.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define HEAD_SIZE 1024

struct _WmTableReader
{
  WmCsvReader *csv;
  WmXlsxReader *xlsx;
  GFileInputStream *stream;
  guint64 size;
};

static const struct
{
  const char *magic;
  gsize length;
  const char *words;
} foreign_forms[] = {
  { "%PDF", 4, N_("The file is a PDF document. Fetch the table as CSV or XLSX.") },
  { "\xD0\xCF\x11\xE0", 4,
    N_("The file is a workbook of the old Excel form (.xls) or is locked by a password. Open it in "
       "a spreadsheet program and save it as XLSX or CSV.") },
  { "SQLite format 3", 15, N_("The file is a database, not a table.") },
  { "PAR1", 4, N_("The file is in the Parquet form. Save it as CSV.") },
  { "\x89PNG", 4, N_("The file is a picture, not a table.") },
};

static gboolean
is_zip (const char *head, gsize length)
{
  return length >= 4 && memcmp (head, "PK\x03\x04", 4) == 0;
}

/* Refuses what is neither text, nor packed text, nor a workbook. */
static gboolean
check_head (const char *head, gsize length, GError **error)
{
  gboolean is_utf16 = length >= 2 && (memcmp (head, "\xFF\xFE", 2) == 0
                                      || memcmp (head, "\xFE\xFF", 2) == 0);
  gboolean is_gzip = length >= 2 && memcmp (head, "\x1F\x8B", 2) == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (foreign_forms); i++)
    if (length >= foreign_forms[i].length
        && memcmp (head, foreign_forms[i].magic, foreign_forms[i].length) == 0)
      {
        g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_NOT_A_TABLE,
                             _(foreign_forms[i].words));
        return FALSE;
      }
  if (is_utf16 || is_gzip || is_zip (head, length) || memchr (head, '\0', length) == NULL)
    return TRUE;
  g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_NOT_A_TABLE,
                       _("The file is neither text nor a workbook, so it holds no table that can "
                         "be read."));
  return FALSE;
}

static gboolean
open_by_content (WmTableReader *self, const char *path, GCancellable *cancellable, GError **error)
{
  char head[HEAD_SIZE];
  gsize length;

  if (!g_input_stream_read_all (G_INPUT_STREAM (self->stream), head, sizeof head, &length,
                                cancellable, error)
      || !check_head (head, length, error))
    return FALSE;
  if (is_zip (head, length))
    self->xlsx = wm_xlsx_reader_open (path, error);
  else if (g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, cancellable, error))
    self->csv = wm_csv_reader_new (G_INPUT_STREAM (self->stream), self->size, cancellable, error);
  return self->xlsx != NULL || self->csv != NULL;
}

/**
 * wm_table_reader_open:
 * @path: the file
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Opens a table. A workbook opens at its first sheet.
 *
 * Fails with %WM_TABLE_ERROR_NOT_A_TABLE, %WM_TABLE_ERROR_EMPTY, %WM_TABLE_ERROR_DAMAGED, or as
 * the file system does.
 *
 * Returns: (transfer full): the reader; %NULL on error
 */
WmTableReader *
wm_table_reader_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmTableReader) self = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WmTableReader, 1);
  file = g_file_new_for_path (path);
  self->stream = g_file_read (file, cancellable, error);
  if (self->stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (self->stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable,
                                         error);
  if (info == NULL)
    return NULL;
  self->size = g_file_info_get_size (info);
  if (!open_by_content (self, path, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * wm_table_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Closes the file.
 */
void
wm_table_reader_free (WmTableReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->csv, wm_csv_reader_free);
  g_clear_pointer (&self->xlsx, wm_xlsx_reader_free);
  g_clear_object (&self->stream);
  g_free (self);
}

/**
 * wm_table_reader_next:
 * @self: a reader
 * @row: (out) (transfer none) (nullable): the next row, lent until the next call; %NULL behind
 *   the last one
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Reads a row.
 *
 * Returns: whether it could be read
 */
gboolean
wm_table_reader_next (WmTableReader *self, const WmRow **row, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->csv != NULL ? wm_csv_reader_next (self->csv, row, cancellable, error)
                           : wm_xlsx_reader_next (self->xlsx, row, cancellable, error);
}

/**
 * wm_table_reader_peek:
 * @self: a reader of which no row was read yet
 * @length: (out): [bytes]
 *
 * Looks at how the text of a file begins that is no workbook.
 *
 * Returns: (transfer none) (nullable) (array length=length): the text, lent until the first row
 *   is read; %NULL for a workbook
 */
const char *
wm_table_reader_peek (WmTableReader *self, gsize *length)
{
  g_return_val_if_fail (self != NULL && length != NULL, NULL);

  *length = 0;
  return self->csv != NULL ? wm_csv_reader_peek (self->csv, length) : NULL;
}

/**
 * wm_table_reader_is_workbook:
 * @self: a reader
 *
 * Tells whether lines are rows of a sheet.
 *
 * Returns: whether the file is a workbook
 */
gboolean
wm_table_reader_is_workbook (WmTableReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->xlsx != NULL;
}

/**
 * wm_table_reader_get_sheet_names:
 * @self: a reader
 *
 * Lists the sheets of a workbook.
 *
 * Returns: (transfer none) (array zero-terminated=1) (nullable): their names; %NULL for text
 */
const char *const *
wm_table_reader_get_sheet_names (WmTableReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->xlsx != NULL ? wm_xlsx_reader_get_sheet_names (self->xlsx) : NULL;
}

/**
 * wm_table_reader_select_sheet:
 * @self: a reader of a workbook
 * @sheet: number of a sheet, counted from 0
 * @error: return location for an error
 *
 * Begins to read a sheet from its first row.
 *
 * Returns: whether it could be opened
 */
gboolean
wm_table_reader_select_sheet (WmTableReader *self, gsize sheet, GError **error)
{
  g_return_val_if_fail (self != NULL && self->xlsx != NULL, FALSE);

  return wm_xlsx_reader_select_sheet (self->xlsx, sheet, error);
}

/**
 * wm_table_reader_get_n_mixed_rows:
 * @self: a reader
 * @first_line: (out) (optional): line of the first such row
 *
 * Counts the rows read so far that are Windows-1252 in a file that is UTF-8 elsewhere.
 *
 * Returns: how many; 0 when the whole file has one encoding
 */
guint64
wm_table_reader_get_n_mixed_rows (WmTableReader *self, guint64 *first_line)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->csv == NULL || wm_csv_reader_get_n_utf8_rows (self->csv) == 0)
    return 0;
  return wm_csv_reader_get_n_windows_rows (self->csv, first_line);
}

/**
 * wm_table_reader_get_fraction:
 * @self: a reader
 *
 * Gets how much of the file has been read.
 *
 * Returns: 0 to 1; 0 for a workbook, whose length is not known beforehand
 */
double
wm_table_reader_get_fraction (WmTableReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->csv == NULL || self->size == 0)
    return 0;
  return (double) g_seekable_tell (G_SEEKABLE (self->stream)) / (double) self->size;
}
