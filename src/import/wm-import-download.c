/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tables that people download from LAIT: a row for each area, a column for each period. They
 * do not say which measure they hold, except those that people put together themselves. */

#include "config.h"

#include "wm-import-batch-private.h"
#include "wm-import-cell.h"

#include "wm-reference.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

typedef struct
{
  WmImportBatch *batch;
  guint32 *labels;       /* by column; WM_IMPORT_NONE where it is no period */
  gsize n_columns;
  int measure;           /* column of the measure's title; -1 without one */
  int region;
  GHashTable *by_title;  /* folded title -> code */
  guint32 series;        /* of all rows, where the file has one measure */
} Download;

static GHashTable *
index_titles (void)
{
  GHashTable *by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) measures = wm_reference_list_measures ();

  for (guint i = 0; i < measures->len; i++)
    {
      const WmIndicator *measure = g_ptr_array_index (measures, i);

      g_hash_table_insert (by_title, wm_text_fold (measure->title), g_strdup (measure->code));
    }
  return by_title;
}

static gboolean
is_computed_column (const char *name)
{
  return g_ascii_strncasecmp (name, "Change", 6) == 0 || g_ascii_strcasecmp (name, "Rank") == 0;
}

static void
find_columns (Download *self)
{
  WmImportBatch *batch = self->batch;
  char **header = batch->head->header;

  self->n_columns = g_strv_length (header);
  self->labels = g_new (guint32, self->n_columns + 1);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      self->labels[i] = i < 2 ? WM_IMPORT_NONE
                              : wm_import_batch_intern_label (batch, header[i], batch->head->header_line);
      if (is_computed_column (header[i]))
        wm_import_batch_report (batch, WM_SEVERITY_NOTE, "computed-column",
                                _("The column was computed by LAIT from the others. It was not "
                                  "imported."),
                                header[i], batch->head->header_line);
    }
  self->measure = wm_import_head_find (batch->head, "Measure");
  self->region = wm_import_head_find (batch->head, "Region");
}

static gboolean
find_single_series (Download *self, GError **error)
{
  const char *code = self->batch->options->indicator;

  if (self->measure >= 0)
    return TRUE;
  if (code == NULL)
    {
      g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_NEEDS_INDICATOR,
                           _("The table does not say which measure it holds. Give the code of the "
                             "measure (--indicator)."));
      return FALSE;
    }
  self->series = wm_import_batch_intern_series (self->batch,
                                                wm_import_batch_intern_indicator (self->batch, code, NULL),
                                                "");
  return TRUE;
}

static guint32
find_series (Download *self, const WmRow *row)
{
  g_autofree char *folded = NULL;
  const char *code;

  if (self->measure < 0)
    return self->series;
  if ((gsize) self->measure >= row->n_cells)
    return WM_IMPORT_NONE;
  folded = wm_text_fold (row->cells[self->measure].text);
  code = g_hash_table_lookup (self->by_title, folded);
  if (code == NULL && wm_reference_find_measure (row->cells[self->measure].text) != NULL)
    code = row->cells[self->measure].text;
  if (code == NULL)
    return WM_IMPORT_NONE;
  return wm_import_batch_intern_series (self->batch,
                                        wm_import_batch_intern_indicator (self->batch, code, NULL), "");
}

static void
refuse_cell (WmImportBatch *batch, const WmCell *cell, guint64 line)
{
  wm_import_batch_report (batch, WM_SEVERITY_WARNING, "unknown-token",
                          _("The text is neither a number nor a known sign for a missing one. The "
                            "cells were left out."),
                          cell->text, line);
}

/* In a table of several measures a blank means that the measure has no such year. */
static gboolean
is_no_such_year (Download *self, const WmCell *cell)
{
  return self->measure >= 0 && cell->length == 0;
}

static gsize
add_values (Download *self, const WmRow *row, guint32 series, guint32 area)
{
  gsize n_added = 0;

  for (gsize i = 2; i < self->n_columns; i++)
    {
      WmCell cell = i < row->n_cells ? row->cells[i] : (WmCell) { "", 0 };
      double value;
      WmMissing missing;

      if (self->labels[i] == WM_IMPORT_NONE || is_no_such_year (self, &cell))
        continue;
      if (!wm_import_cell_parse (cell.text, cell.length, WM_TOKENS_LAIT, &value, &missing))
        {
          refuse_cell (self->batch, &cell, row->line);
          continue;
        }
      wm_import_batch_add (self->batch, series, area, self->labels[i], value, missing, row->line);
      n_added++;
    }
  return n_added;
}

static gboolean
is_neighbour_average (const WmRow *row)
{
  g_autofree char *folded = wm_text_fold (row->n_cells > 1 ? row->cells[1].text : "");

  return g_str_has_prefix (folded, "statistical neighbour");
}

/* Workbooks leave out the empty cells at the end of a row; a text that is cut off has too few. */
static gboolean
is_too_short (Download *self, WmTableReader *reader, const WmRow *row)
{
  return row->n_cells < 2 || (!wm_table_reader_is_workbook (reader) && row->n_cells < self->n_columns);
}

static void
read_full_row (Download *self, const WmRow *row)
{
  WmImportBatch *batch = self->batch;
  const char *region = self->region >= 0 && (gsize) self->region < row->n_cells
                         ? row->cells[self->region].text : "";
  guint32 area, series;

  if (is_neighbour_average (row))
    {
      wm_import_batch_refuse (batch, "computed-row",
                              _("The row was computed by LAIT from the neighbours. It was not imported."),
                              NULL, row->line);
      return;
    }
  area = wm_import_batch_intern_area (batch, row->cells[0].text, row->cells[1].text, region, row->line);
  if (area == WM_IMPORT_NONE)
    {
      wm_import_batch_refuse (batch, "unknown-area",
                              _("Neither code nor name tells which area it is. The rows were left out."),
                              row->cells[1].text, row->line);
      return;
    }
  series = find_series (self, row);
  if (series == WM_IMPORT_NONE)
    wm_import_batch_refuse (batch, "unknown-measure",
                            _("No measure has this title. The rows were left out."),
                            (gsize) self->measure < row->n_cells ? row->cells[self->measure].text : NULL,
                            row->line);
  else if (add_values (self, row, series, area) == 0)
    wm_import_batch_refuse (batch, "no-values",
                            _("The row has no value that can be read. It was left out."), NULL,
                            row->line);
}

static void
read_row (gpointer data, WmTableReader *reader, const WmRow *row)
{
  Download *self = data;

  if (is_too_short (self, reader, row))
    wm_import_batch_refuse (self->batch, "short-row",
                            _("The row has fewer columns than the heading. It was left out."), NULL,
                            row->line);
  else
    read_full_row (self, row);
}

/* Reads a downloaded table into the batch. */
gboolean
wm_import_read_download (WmImportBatch *batch, GError **error)
{
  Download self = { .batch = batch };
  gboolean is_read;

  self.by_title = index_titles ();
  find_columns (&self);
  is_read = find_single_series (&self, error) && wm_import_batch_read_rows (batch, read_row, &self, error);
  g_hash_table_unref (self.by_title);
  g_free (self.labels);
  return is_read;
}
