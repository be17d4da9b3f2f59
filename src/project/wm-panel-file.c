/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A panel from any tidy CSV table: one row for each area and period. */

#include "config.h"

#include "wm-panel-file.h"

#include "wm-csv-reader.h"
#include "wm-number.h"
#include "wm-project.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One row of the table, as far as the panel needs it. */
typedef struct
{
  guint area;
  guint period;
  guint64 line;
  double value;
} Entry;

typedef struct
{
  const WmPanelFileColumns *columns;
  gsize area_column;
  gsize period_column;
  gsize value_column;
  GPtrArray *areas;        /* names, in the order met */
  GHashTable *area_index;  /* name -> index + 1 */
  GPtrArray *periods;      /* labels, in the order met */
  GHashTable *period_index;
  GArray *entries;         /* Entry */
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->area_index, g_hash_table_unref);
  g_clear_pointer (&self->periods, g_ptr_array_unref);
  g_clear_pointer (&self->period_index, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
find_column (const WmRow *row, const char *name, gsize *column, GError **error)
{
  for (gsize i = 0; i < row->n_cells; i++)
    {
      g_autofree char *heading = wm_text_trim (row->cells[i].text);

      if (g_str_equal (heading, name))
        {
          *column = i;
          return TRUE;
        }
    }
  g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_BAD_FILE,
               _("The table has no column “%s”. Name its columns with --area-column, --period-column "
                 "and --value-column."),
               name);
  return FALSE;
}

static guint
intern (GPtrArray *names, GHashTable *index, const char *text)
{
  char *name = wm_text_trim (text);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (index, name));

  if (found > 0)
    {
      g_free (name);
      return found - 1;
    }
  g_ptr_array_add (names, name);
  g_hash_table_insert (index, name, GUINT_TO_POINTER (names->len));
  return names->len - 1;
}

/* A number, or NaN for a blank cell and for the marks that tables print for a missing value. */
static gboolean
read_value (const char *text, double *value)
{
  static const char *const marks[] = { "",  "NA", "NaN", "nan", "-", "c", "x", "z", "u",
                                       ":", "..", "~",   "*",   "low", "k", NULL };
  g_autofree char *trimmed = wm_text_trim (text);

  *value = NAN;
  return g_strv_contains (marks, trimmed) || wm_number_parse (trimmed, -1, value);
}

static gboolean
read_row (Reading *self, const WmRow *row, GError **error)
{
  gsize last = MAX (MAX (self->area_column, self->period_column), self->value_column);
  Entry entry = { .line = row->line };

  if (row->n_cells <= last)
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_BAD_FILE,
                   _("Line %u of the table has too few columns."), (guint) row->line);
      return FALSE;
    }
  if (!read_value (row->cells[self->value_column].text, &entry.value))
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_BAD_FILE,
                   /* Translators: %1$u is the number of a line, %2$s a column, %3$s what stands there. */
                   _("Line %1$u of the table: “%3$s” in column “%2$s” is no number."),
                   (guint) row->line, self->columns->value, row->cells[self->value_column].text);
      return FALSE;
    }
  entry.area = intern (self->areas, self->area_index, row->cells[self->area_column].text);
  entry.period = intern (self->periods, self->period_index, row->cells[self->period_column].text);
  g_array_append_val (self->entries, entry);
  return TRUE;
}

static gboolean
read_rows (Reading *self, WmCsvReader *reader, GError **error)
{
  const WmRow *row = NULL;

  if (!wm_csv_reader_next (reader, &row, NULL, error))
    return FALSE;
  if (row == NULL)
    {
      g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_BAD_FILE, _("The table is empty."));
      return FALSE;
    }
  if (!find_column (row, self->columns->area, &self->area_column, error)
      || !find_column (row, self->columns->period, &self->period_column, error)
      || !find_column (row, self->columns->value, &self->value_column, error))
    return FALSE;
  while (TRUE)
    {
      if (!wm_csv_reader_next (reader, &row, NULL, error))
        return FALSE;
      if (row == NULL)
        break;
      if (!wm_row_is_blank (row) && !read_row (self, row, error))
        return FALSE;
    }
  if (self->entries->len > 0)
    return TRUE;
  g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_BAD_FILE,
                       _("The table has a heading row but no data."));
  return FALSE;
}

/* How a label sorts: as a period, as a number, or as text. */
typedef struct
{
  char *label;
  guint index; /* in the order met */
  gint64 key;
  double number;
} PeriodOrder;

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gint64 key_a = ((const PeriodOrder *) a)->key;
  gint64 key_b = ((const PeriodOrder *) b)->key;

  return (key_a > key_b) - (key_a < key_b);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double number_a = ((const PeriodOrder *) a)->number;
  double number_b = ((const PeriodOrder *) b)->number;

  return (number_a > number_b) - (number_a < number_b);
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PeriodOrder *) a)->label, ((const PeriodOrder *) b)->label);
}

/* Sorts the periods; gives whether every label is a period that can be dated. */
static gboolean
sort_periods (GArray *order)
{
  gboolean are_periods = TRUE;
  gboolean are_numbers = TRUE;

  for (guint i = 0; i < order->len; i++)
    {
      PeriodOrder *one = &g_array_index (order, PeriodOrder, i);
      WmPeriod period;

      if (wm_period_parse_label (one->label, &period, NULL))
        one->key = wm_period_to_key (period);
      else
        are_periods = FALSE;
      are_numbers &= wm_number_parse (one->label, -1, &one->number);
    }
  g_array_sort (order, are_periods ? compare_keys : are_numbers ? compare_numbers : compare_labels);
  return are_periods;
}

static WmPanel *
make_empty_panel (const Reading *self, guint *period_of)
{
  g_autoptr (GArray) order = g_array_new (FALSE, TRUE, sizeof (PeriodOrder));
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_area_unref);
  g_autofree WmPeriod *periods = g_new0 (WmPeriod, self->periods->len);
  gboolean are_periods;
  WmPanel *panel;

  for (guint i = 0; i < self->periods->len; i++)
    {
      PeriodOrder one = { .label = g_ptr_array_index (self->periods, i), .index = i };

      g_array_append_val (order, one);
    }
  are_periods = sort_periods (order);
  for (guint t = 0; t < order->len; t++)
    {
      const PeriodOrder *one = &g_array_index (order, PeriodOrder, t);

      period_of[one->index] = t;
      /* Labels that are no dates are numbered: only their order counts. */
      periods[t] = are_periods ? wm_period_from_key (one->key) : wm_period_new_year (t + 1);
    }
  for (guint i = 0; i < self->areas->len; i++)
    {
      const char *name = g_ptr_array_index (self->areas, i);

      g_ptr_array_add (areas, wm_area_new (name, name, WM_AREA_AUTHORITY));
    }
  panel = wm_panel_new ((WmArea *const *) areas->pdata, areas->len, periods, order->len);
  for (guint t = 0; t < order->len; t++)
    wm_panel_set_label (panel, t, g_array_index (order, PeriodOrder, t).label);
  return panel;
}

static gboolean
set_duplicate_error (const Reading *self, const Entry *entry, guint64 other_line, GError **error)
{
  g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_DUPLICATE_ROWS,
               /* Translators: %1$s is an area, %2$s a period, %3$u and %4$u are lines. */
               _("%1$s occurs twice in %2$s, on lines %3$u and %4$u. Keep one row of each."),
               (const char *) g_ptr_array_index (self->areas, entry->area),
               (const char *) g_ptr_array_index (self->periods, entry->period),
               (guint) other_line, (guint) entry->line);
  return FALSE;
}

static gboolean
fill_panel (const Reading *self, WmPanel *panel, const guint *period_of, GError **error)
{
  g_autofree guint64 *lines = g_new0 (guint64, panel->n_areas * panel->n_periods);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);
      gsize cell = entry->area * panel->n_periods + period_of[entry->period];

      if (lines[cell] != 0)
        return set_duplicate_error (self, entry, lines[cell], error);
      lines[cell] = entry->line;
      panel->values[cell] = entry->value;
      panel->missing[cell] = isnan (entry->value) ? WM_MISSING_UNKNOWN : WM_MISSING_NONE;
    }
  return TRUE;
}

/**
 * wm_panel_file_load:
 * @path: a CSV table
 * @columns: which of its columns make the panel
 * @error: return location for an error
 *
 * Reads a panel. Periods are matched as they are written; they are sorted as periods, as numbers
 * or as text, the first of these that fits all of them. An area and period without a row is
 * missing.
 *
 * Fails with %WM_PROJECT_ERROR_BAD_FILE, naming line and column, or, when an area and period
 * occurs twice, with %WM_PROJECT_ERROR_DUPLICATE_ROWS.
 *
 * Returns: (transfer full): the panel; codes of areas are their names
 */
WmPanel *
wm_panel_file_load (const char *path, const WmPanelFileColumns *columns, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (WmCsvReader) reader = NULL;
  g_autoptr (WmPanel) panel = NULL;
  g_autofree guint *period_of = NULL;
  g_auto (Reading) reading = { .columns = columns };

  g_return_val_if_fail (path != NULL && columns != NULL, NULL);

  reading.areas = g_ptr_array_new_with_free_func (g_free);
  reading.area_index = g_hash_table_new (g_str_hash, g_str_equal);
  reading.periods = g_ptr_array_new_with_free_func (g_free);
  reading.period_index = g_hash_table_new (g_str_hash, g_str_equal);
  reading.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;
  reader = wm_csv_reader_new (G_INPUT_STREAM (stream), 0, NULL, error);
  if (reader == NULL || !read_rows (&reading, reader, error))
    return NULL;
  period_of = g_new0 (guint, reading.periods->len);
  panel = make_empty_panel (&reading, period_of);
  if (!fill_panel (&reading, panel, period_of, error))
    return NULL;
  return g_steal_pointer (&panel);
}
