/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The table of a chart as CSV and XLSX: full numbers, not rounded as they are drawn. */

#include "config.h"

#include "wm-chart-table-file.h"

#include "wm-csv-writer.h"
#include "wm-xlsx-writer.h"

#include <math.h>

static void
add_csv_cell (WmCsvWriter *writer, const WmChartCell *cell)
{
  if (isnan (cell->number))
    wm_csv_writer_add_text (writer, cell->text);
  else
    wm_csv_writer_add_number (writer, cell->number);
}

static WmCsvWriter *
write_csv (const WmChartTable *self)
{
  WmCsvWriter *writer = wm_csv_writer_new (WM_CSV_CRLF);

  for (gsize c = 0; c < wm_chart_table_get_n_columns (self); c++)
    wm_csv_writer_add_text (writer, wm_chart_table_get_title (self, c));
  wm_csv_writer_end_row (writer);
  for (gsize r = 0; r < wm_chart_table_get_n_rows (self); r++)
    {
      for (gsize c = 0; c < wm_chart_table_get_n_columns (self); c++)
        add_csv_cell (writer, wm_chart_table_get_cell (self, r, c));
      wm_csv_writer_end_row (writer);
    }
  return writer;
}

/**
 * wm_chart_table_to_csv:
 * @self: a table
 *
 * Writes the table as CSV, for the clipboard. Text that a spreadsheet would run is made harmless.
 *
 * Returns: (transfer full): the text
 */
char *
wm_chart_table_to_csv (const WmChartTable *self)
{
  g_autoptr (WmCsvWriter) writer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  writer = write_csv (self);
  return g_strdup (wm_csv_writer_get_text (writer, NULL));
}

/**
 * wm_chart_table_save_csv:
 * @self: a table
 * @path: where to; a file there is replaced
 * @error: (nullable): set when it could not be saved
 *
 * Saves the table as CSV: UTF-8, numbers as in the C locale. Text that a spreadsheet would run as
 * a formula is made harmless.
 *
 * Returns: whether it was saved
 */
gboolean
wm_chart_table_save_csv (const WmChartTable *self, const char *path, GError **error)
{
  g_autoptr (WmCsvWriter) writer = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  writer = write_csv (self);
  return wm_csv_writer_save (writer, path, error);
}

static void
write_sheet (const WmChartTable *self, WmXlsxWriter *writer)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (gsize c = 0; c < wm_chart_table_get_n_columns (self); c++)
    g_ptr_array_add (titles, (char *) wm_chart_table_get_title (self, c));
  g_ptr_array_add (titles, NULL);
  wm_xlsx_writer_add_header (writer, (const char *const *) titles->pdata);
  for (gsize r = 0; r < wm_chart_table_get_n_rows (self); r++)
    {
      for (gsize c = 0; c < wm_chart_table_get_n_columns (self); c++)
        {
          const WmChartCell *cell = wm_chart_table_get_cell (self, r, c);

          if (isnan (cell->number))
            wm_xlsx_writer_add_text (writer, cell->text);
          else
            wm_xlsx_writer_add_number (writer, cell->number, -1);
        }
      wm_xlsx_writer_end_row (writer);
    }
}

/**
 * wm_chart_table_save_xlsx:
 * @self: a table
 * @path: where to; a file there is replaced
 * @sheet_name: name of the sheet
 * @error: (nullable): set when it could not be saved
 *
 * Saves the table as an Excel workbook of one sheet.
 *
 * Returns: whether it was saved
 */
gboolean
wm_chart_table_save_xlsx (const WmChartTable *self, const char *path, const char *sheet_name,
                          GError **error)
{
  g_autoptr (WmXlsxWriter) writer = NULL;

  g_return_val_if_fail (self != NULL && path != NULL && sheet_name != NULL, FALSE);

  writer = wm_xlsx_writer_new (path, error);
  if (writer == NULL)
    return FALSE;
  wm_xlsx_writer_add_sheet (writer, sheet_name);
  write_sheet (self, writer);
  return wm_xlsx_writer_save (writer, error);
}
