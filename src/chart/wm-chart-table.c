/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The numbers behind a chart, a value a row: whoever wants another shape can pivot it, and a
 * reason never stands in a column of numbers. */

#include "config.h"

#include "wm-chart-table.h"

#include "wm-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _WmChartTable
{
  GPtrArray *titles;  /* char * */
  GArray *cells;      /* WmChartCell, row by row */
};

static void
cell_clear (gpointer data)
{
  g_clear_pointer (&((WmChartCell *) data)->text, g_free);
}

static void
table_clear (gpointer data)
{
  WmChartTable *self = data;

  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
}

static void
add_title (WmChartTable *self, const char *title)
{
  g_ptr_array_add (self->titles, g_strdup (title));
}

static void
add_text (WmChartTable *self, const char *text)
{
  WmChartCell cell = { text != NULL && *text != '\0' ? g_strdup (text) : NULL, NAN };

  g_array_append_val (self->cells, cell);
}

static void
add_number (WmChartTable *self, double number)
{
  WmChartCell cell = { NULL, number };

  g_array_append_val (self->cells, cell);
}

/* Why there is no number, or how it was published. */
static void
add_status (WmChartTable *self, WmMissing missing, WmPublication publication)
{
  if (missing != WM_MISSING_NONE)
    add_text (self, wm_missing_get_words (missing));
  else
    add_text (self, publication != WM_PUBLICATION_NONE ? wm_publication_to_id (publication) : NULL);
}

static void
add_edge_rows (WmChartTable *self, const WmChart *chart, const char *name, const double *edge)
{
  for (gsize i = 0; i < chart->n_periods; i++)
    if (!isnan (edge[i]))
      {
        add_text (self, name);
        add_text (self, chart->periods[i]);
        add_number (self, edge[i]);
        add_text (self, NULL);
      }
}

static void
add_band_rows (WmChartTable *self, const WmChart *chart)
{
  g_autofree char *low = NULL, *high = NULL;

  if (chart->band_low == NULL)
    return;
  /* Translators: %s is the name of a band, such as "Middle half of authorities" */
  low = g_strdup_printf (_("%s: lower edge"), chart->band_label);
  high = g_strdup_printf (_("%s: upper edge"), chart->band_label);
  add_edge_rows (self, chart, low, chart->band_low);
  add_edge_rows (self, chart, high, chart->band_high);
}

static void
fill_lines (WmChartTable *self, const WmChart *chart)
{
  add_title (self, _("Area"));
  add_title (self, _("Period"));
  add_title (self, _("Value"));
  add_title (self, _("Status"));
  for (guint s = 0; s < chart->series->len; s++)
    for (gsize i = 0; i < chart->n_periods; i++)
      {
        const WmChartSeries *series = wm_chart_peek_series (chart, s);

        add_text (self, series->name);
        add_text (self, chart->periods[i]);
        add_number (self, series->values[i]);
        add_status (self, series->missing[i], series->publications[i]);
      }
  add_band_rows (self, chart);
}

static void
add_dot_row (WmChartTable *self, const WmChart *chart, const WmChartDot *dot, const char *group)
{
  add_text (self, dot->name);
  add_text (self, group);
  add_text (self, chart->periods[0]);
  add_number (self, dot->value);
  add_status (self, dot->missing, dot->publication);
}

/* Highest first, then the lines, then the areas without a value. */
static void
fill_dots (WmChartTable *self, const WmChart *chart)
{
  add_title (self, _("Area"));
  add_title (self, _("Group"));
  add_title (self, _("Period"));
  add_title (self, _("Value"));
  add_title (self, _("Status"));
  for (guint i = chart->dots->len; i-- > 0; )
    {
      const WmChartDot *dot = wm_chart_peek_dot (chart, 0, i);

      add_dot_row (self, chart, dot, wm_chart_peek_role_label (chart, dot->role));
    }
  for (guint i = 0; i < chart->references->len; i++)
    add_dot_row (self, chart, wm_chart_peek_dot (chart, 1, i), _("Comparison line"));
  for (guint i = 0; i < chart->gaps->len; i++)
    {
      const WmChartDot *gap = g_ptr_array_index (chart->gaps, i);

      add_dot_row (self, chart, gap, wm_chart_peek_role_label (chart, gap->role));
    }
}

static const char *
get_phase (const WmChart *chart, gsize i)
{
  if (chart->left_out[i])
    return _("left out");
  if (chart->intervention == NULL)
    return NULL;
  return i > chart->intervention->position ? _("after") : _("before");
}

static void
add_did_row (WmChartTable *self, const WmChart *chart, const WmChartSeries *series, gsize i)
{
  add_text (self, series->name);
  add_text (self, chart->periods[i]);
  add_text (self, get_phase (chart, i));
  add_number (self, series->values[i]);
  add_number (self, series->low != NULL && !isnan (series->values[i]) ? series->low[i] : NAN);
  add_number (self, series->high != NULL && !isnan (series->values[i]) ? series->high[i] : NAN);
}

static void
add_summary_row (WmChartTable *self, const char *name, double value, double low, double high)
{
  if (isnan (value))
    return;
  add_text (self, name);
  add_text (self, NULL);
  add_text (self, NULL);
  add_number (self, value);
  add_number (self, low);
  add_number (self, high);
}

static void
fill_did (WmChartTable *self, const WmChart *chart)
{
  add_title (self, _("Group"));
  add_title (self, _("Period"));
  add_title (self, _("Phase"));
  add_title (self, _("Mean"));
  add_title (self, _("Lower end"));
  add_title (self, _("Upper end"));
  for (guint s = 0; s < chart->series->len; s++)
    for (gsize i = 0; i < chart->n_periods; i++)
      {
        const WmChartSeries *series = wm_chart_peek_series (chart, s);

        if (!series->is_expected || !isnan (series->values[i]))
          add_did_row (self, chart, series, i);
      }
  add_summary_row (self, _("Gap before"), chart->pre_gap, NAN, NAN);
  add_summary_row (self, _("Effect"), chart->effect, chart->effect_low, chart->effect_high);
}

G_DEFINE_BOXED_TYPE (WmChartTable, wm_chart_table, wm_chart_table_ref, wm_chart_table_unref)

/**
 * wm_chart_get_table:
 * @chart: a chart
 *
 * Makes the table of the numbers that a chart shows, and of the reasons where it shows none.
 *
 * Returns: (transfer full): the table
 */
WmChartTable *
wm_chart_get_table (const WmChart *chart)
{
  WmChartTable *self = g_atomic_rc_box_new0 (WmChartTable);

  g_return_val_if_fail (chart != NULL, NULL);

  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_array_new (FALSE, TRUE, sizeof (WmChartCell));
  g_array_set_clear_func (self->cells, cell_clear);
  switch (chart->kind)
    {
    case WM_CHART_DOTS:
      fill_dots (self, chart);
      break;
    case WM_CHART_DID:
      fill_did (self, chart);
      break;
    case WM_CHART_TIME_SERIES:
    default:
      fill_lines (self, chart);
      break;
    }
  return self;
}

/**
 * wm_chart_table_ref:
 * @self: a table
 *
 * Takes another reference. Threadsafe.
 *
 * Returns: (transfer full): @self
 */
WmChartTable *
wm_chart_table_ref (WmChartTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_chart_table_unref:
 * @self: (transfer full): a table
 *
 * Gives a reference back. Threadsafe.
 */
void
wm_chart_table_unref (WmChartTable *self)
{
  g_atomic_rc_box_release_full (self, table_clear);
}

/**
 * wm_chart_table_get_n_columns:
 * @self: a table
 *
 * Gets the number of columns.
 *
 * Returns: the number
 */
gsize
wm_chart_table_get_n_columns (const WmChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->titles->len;
}

/**
 * wm_chart_table_get_n_rows:
 * @self: a table
 *
 * Gets the number of rows, the heading apart.
 *
 * Returns: the number
 */
gsize
wm_chart_table_get_n_rows (const WmChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len / self->titles->len;
}

/**
 * wm_chart_table_get_title:
 * @self: a table
 * @column: index of a column
 *
 * Gets the heading of a column.
 *
 * Returns: (transfer none): the heading
 */
const char *
wm_chart_table_get_title (const WmChartTable *self, gsize column)
{
  g_return_val_if_fail (self != NULL && column < self->titles->len, NULL);

  return g_ptr_array_index (self->titles, column);
}

/**
 * wm_chart_table_get_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Gets a cell.
 *
 * Returns: (transfer none): the cell
 */
const WmChartCell *
wm_chart_table_get_cell (const WmChartTable *self, gsize row, gsize column)
{
  g_return_val_if_fail (self != NULL && column < self->titles->len, NULL);
  g_return_val_if_fail (row < wm_chart_table_get_n_rows (self), NULL);

  return &g_array_index (self->cells, WmChartCell, row * self->titles->len + column);
}
