/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A table as a file: CSV for programs, an Excel workbook for people. */

#include "config.h"

#include "wm-csv-writer.h"
#include "wm-table.h"
#include "wm-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DECIMALS_AS_THEY_ARE (-1)

static WmCsvWriter *
write_csv (const WmTable *self, WmCsvLineEnd line_end)
{
  WmCsvWriter *writer = wm_csv_writer_new (line_end);

  for (gsize c = 0; c < wm_table_get_n_columns (self); c++)
    wm_csv_writer_add_text (writer, wm_table_get_name (self, c));
  wm_csv_writer_end_row (writer);
  for (gsize r = 0; r < wm_table_get_n_rows (self); r++)
    {
      for (gsize c = 0; c < wm_table_get_n_columns (self); c++)
        {
          if (wm_table_get_kind (self, c) == WM_COLUMN_NUMBER)
            wm_csv_writer_add_number (writer, wm_table_get_number (self, r, c));
          else
            wm_csv_writer_add_text (writer, wm_table_get_text (self, r, c));
        }
      wm_csv_writer_end_row (writer);
    }
  return writer;
}

/**
 * wm_table_to_csv:
 * @self: a table
 *
 * Writes a table as CSV with plain line ends. Text that a spreadsheet would take for a formula is
 * made harmless.
 *
 * Returns: (transfer full): the text
 */
char *
wm_table_to_csv (const WmTable *self)
{
  g_autoptr (WmCsvWriter) writer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  writer = write_csv (self, WM_CSV_LF);
  return g_strdup (wm_csv_writer_get_text (writer, NULL));
}

static gboolean
save_xlsx (const WmTable *self, const char *path, GError **error)
{
  g_autoptr (WmXlsxWriter) writer = wm_xlsx_writer_new (path, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) header = NULL;

  if (writer == NULL)
    return FALSE;
  for (gsize c = 0; c < wm_table_get_n_columns (self); c++)
    g_strv_builder_add (names, wm_table_get_name (self, c));
  header = g_strv_builder_end (names);
  wm_xlsx_writer_add_sheet (writer, _("Data"));
  wm_xlsx_writer_add_header (writer, (const char *const *) header);
  for (gsize r = 0; r < wm_table_get_n_rows (self); r++)
    {
      for (gsize c = 0; c < wm_table_get_n_columns (self); c++)
        {
          if (wm_table_get_kind (self, c) == WM_COLUMN_NUMBER)
            wm_xlsx_writer_add_number (writer, wm_table_get_number (self, r, c), DECIMALS_AS_THEY_ARE);
          else
            wm_xlsx_writer_add_text (writer, wm_table_get_text (self, r, c));
        }
      wm_xlsx_writer_end_row (writer);
    }
  return wm_xlsx_writer_save (writer, error);
}

/**
 * wm_table_save:
 * @self: a table
 * @path: where to; a name ending in ".xlsx" makes a workbook, any other CSV
 * @error: return location for an error
 *
 * Saves a table. The file is there whole or not at all.
 *
 * Returns: whether that worked
 */
gboolean
wm_table_save (const WmTable *self, const char *path, GError **error)
{
  g_autofree char *lower = NULL;
  g_autoptr (WmCsvWriter) writer = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".xlsx"))
    return save_xlsx (self, path, error);
  writer = write_csv (self, WM_CSV_CRLF);
  return wm_csv_writer_save (writer, path, error);
}
