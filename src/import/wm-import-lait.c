/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* LAIT's bulk long table: one row for each measure, period and area. */

#include "config.h"

#include "wm-import-batch-private.h"
#include "wm-import-cell.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define N_CODES 1000 /* areas have three-digit codes */

enum { CODE, LABEL, AREA, VALUE, AREA_CODE, REGION, N_COLUMNS };

/* The last text of a column and the number that it stands for: most rows repeat it. */
typedef struct
{
  GString *text;
  guint32 number;
} Last;

/* An area by its code, as long as its name is printed alike. */
typedef struct
{
  char *name;
  guint32 number;
} CachedArea;

typedef struct
{
  WmImportBatch *batch;
  int columns[N_COLUMNS];
  gsize n_needed;
  Last series;
  Last label;
  CachedArea areas[N_CODES];
} Lait;

static void
find_columns (Lait *self)
{
  static const char *const names[N_COLUMNS] = {
    [CODE] = "Short Desc", [LABEL] = "Years", [AREA] = "LA and Regions", [VALUE] = "Values",
    [AREA_CODE] = "LA Number", [REGION] = "Region",
  };

  for (int i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = wm_import_head_find (self->batch->head, names[i]);
      if (i != REGION)
        self->n_needed = MAX (self->n_needed, (gsize) self->columns[i] + 1);
    }
}

static gboolean
is_last (const Last *last, const WmCell *cell)
{
  return last->number != WM_IMPORT_NONE && last->text->len == cell->length
         && memcmp (last->text->str, cell->text, cell->length) == 0;
}

static void
set_last (Last *last, const WmCell *cell, guint32 number)
{
  g_string_assign (last->text, cell->text);
  last->number = number;
}

static guint32
find_series (Lait *self, const WmCell *cell)
{
  if (!is_last (&self->series, cell))
    {
      g_autofree char *code = wm_text_trim (cell->text);

      if (code[0] == '\0')
        return WM_IMPORT_NONE;
      set_last (&self->series, cell,
                wm_import_batch_intern_series (self->batch,
                                               wm_import_batch_intern_indicator (self->batch, code, NULL),
                                               ""));
    }
  return self->series.number;
}

static guint32
find_label (Lait *self, const WmCell *cell, guint64 line)
{
  if (!is_last (&self->label, cell))
    set_last (&self->label, cell, wm_import_batch_intern_label (self->batch, cell->text, line));
  return self->label.number;
}

static int
get_short_code (const WmCell *cell)
{
  const char *text = cell->text;

  if (cell->length != 3 || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || !g_ascii_isdigit (text[2]))
    return -1;
  return (text[0] - '0') * 100 + (text[1] - '0') * 10 + text[2] - '0';
}

static guint32
find_area (Lait *self, const WmRow *row)
{
  const WmCell *code = &row->cells[self->columns[AREA_CODE]];
  const WmCell *name = &row->cells[self->columns[AREA]];
  int region = self->columns[REGION];
  int short_code = get_short_code (code);
  guint32 number;

  if (short_code >= 0 && self->areas[short_code].name != NULL
      && strcmp (self->areas[short_code].name, name->text) == 0)
    return self->areas[short_code].number;
  number = wm_import_batch_intern_area (self->batch, code->text, name->text,
                                        region >= 0 && (gsize) region < row->n_cells
                                          ? row->cells[region].text : "",
                                        row->line);
  if (short_code >= 0 && number != WM_IMPORT_NONE)
    {
      wm_set_str (&self->areas[short_code].name, name->text);
      self->areas[short_code].number = number;
    }
  return number;
}

static void
refuse_label (Lait *self, const WmCell *cell, guint64 line)
{
  g_autofree char *label = wm_text_trim (cell->text);

  if (g_str_equal (label, "0"))
    wm_import_batch_refuse (self->batch, "no-period",
                            _("The row has 0 instead of a period: a place that the publisher left "
                              "open. It was left out."),
                            label, line);
  else
    wm_import_batch_refuse (self->batch, "unknown-period",
                            _("The label is no period that the program knows. The rows were left out."),
                            label, line);
}

static void
read_row (gpointer data, WmTableReader *reader, const WmRow *row)
{
  Lait *self = data;
  guint32 series, label, area;
  const WmCell *cell;
  double value;
  WmMissing missing;

  if (row->n_cells < self->n_needed)
    {
      wm_import_batch_refuse (self->batch, "short-row",
                              _("The row has fewer columns than the heading. It was left out."), NULL,
                              row->line);
      return;
    }
  label = find_label (self, &row->cells[self->columns[LABEL]], row->line);
  if (label == WM_IMPORT_NONE)
    {
      refuse_label (self, &row->cells[self->columns[LABEL]], row->line);
      return;
    }
  area = find_area (self, row);
  if (area == WM_IMPORT_NONE)
    {
      wm_import_batch_refuse (self->batch, "unknown-area",
                              _("Neither code nor name tells which area it is. The rows were left out."),
                              row->cells[self->columns[AREA]].text, row->line);
      return;
    }
  cell = &row->cells[self->columns[VALUE]];
  if (!wm_import_cell_parse (cell->text, cell->length, WM_TOKENS_LAIT, &value, &missing))
    {
      wm_import_batch_refuse (self->batch, "unknown-token",
                              _("The text is neither a number nor a known sign for a missing one. "
                                "The rows were left out."),
                              cell->text, row->line);
      return;
    }
  series = find_series (self, &row->cells[self->columns[CODE]]);
  if (series == WM_IMPORT_NONE)
    wm_import_batch_refuse (self->batch, "no-measure",
                            _("The row names no measure. It was left out."), NULL, row->line);
  else
    wm_import_batch_add (self->batch, series, area, label, value, missing, row->line);
}

/* Reads the bulk table into the batch. */
gboolean
wm_import_read_lait (WmImportBatch *batch, GError **error)
{
  g_autofree Lait *self = g_new0 (Lait, 1);
  gboolean is_read;

  self->batch = batch;
  self->series = (Last) { g_string_new (NULL), WM_IMPORT_NONE };
  self->label = (Last) { g_string_new (NULL), WM_IMPORT_NONE };
  find_columns (self);
  is_read = wm_import_batch_read_rows (batch, read_row, self, error);
  g_string_free (self->series.text, TRUE);
  g_string_free (self->label.text, TRUE);
  for (int i = 0; i < N_CODES; i++)
    g_free (self->areas[i].name);
  return is_read;
}
