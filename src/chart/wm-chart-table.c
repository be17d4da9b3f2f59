/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The numbers behind a chart: a value a row for programs, or a period a row for people. A reason
 * never stands in a column of numbers. */

#include "config.h"

#include "wm-chart-table.h"

#include "wm-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Why there is no number, or how it was published. */
static void
add_status (WmTable *table, WmMissing missing, WmPublication publication)
{
  if (missing != WM_MISSING_NONE)
    wm_table_add_text (table, wm_missing_get_words (missing));
  else
    wm_table_add_text (table, publication != WM_PUBLICATION_NONE ? wm_publication_to_id (publication) : NULL);
}

static void
add_edge_rows (WmTable *table, const WmChart *chart, const char *name, const double *edge)
{
  for (gsize i = 0; i < chart->n_periods; i++)
    if (!isnan (edge[i]))
      {
        wm_table_begin_row (table);
        wm_table_add_text (table, name);
        wm_table_add_text (table, chart->periods[i]);
        wm_table_add_number (table, edge[i]);
        wm_table_add_text (table, NULL);
      }
}

static char *
make_edge_name (const WmChart *chart, gboolean is_upper)
{
  /* Translators: %s is the name of a band, such as "Middle half of authorities" */
  return g_strdup_printf (is_upper ? _("%s: upper edge") : _("%s: lower edge"), chart->band_label);
}

static void
add_band_rows (WmTable *table, const WmChart *chart)
{
  g_autofree char *low = NULL, *high = NULL;

  if (chart->band_low == NULL)
    return;
  low = make_edge_name (chart, FALSE);
  high = make_edge_name (chart, TRUE);
  add_edge_rows (table, chart, low, chart->band_low);
  add_edge_rows (table, chart, high, chart->band_high);
}

static void
fill_lines (WmTable *table, const WmChart *chart)
{
  wm_table_add_column (table, _("Area"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Period"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Value"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Status"), WM_COLUMN_TEXT);
  for (guint s = 0; s < chart->series->len; s++)
    for (gsize i = 0; i < chart->n_periods; i++)
      {
        const WmChartSeries *series = wm_chart_peek_series (chart, s);

        wm_table_begin_row (table);
        wm_table_add_text (table, series->name);
        wm_table_add_text (table, chart->periods[i]);
        wm_table_add_number (table, series->values[i]);
        add_status (table, series->missing[i], series->publications[i]);
      }
  add_band_rows (table, chart);
}

static void
add_dot_row (WmTable *table, const WmChart *chart, const WmChartDot *dot, const char *group)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, dot->name);
  wm_table_add_text (table, group);
  wm_table_add_text (table, chart->periods[0]);
  wm_table_add_number (table, dot->value);
  add_status (table, dot->missing, dot->publication);
}

/* Highest first, then the lines, then the areas without a value. */
static void
fill_dots (WmTable *table, const WmChart *chart)
{
  wm_table_add_column (table, _("Area"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Group"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Period"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Value"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Status"), WM_COLUMN_TEXT);
  for (guint i = chart->dots->len; i-- > 0; )
    {
      const WmChartDot *dot = wm_chart_peek_dot (chart, 0, i);

      add_dot_row (table, chart, dot, wm_chart_peek_role_label (chart, dot->role));
    }
  for (guint i = 0; i < chart->references->len; i++)
    add_dot_row (table, chart, wm_chart_peek_dot (chart, 1, i), _("Comparison line"));
  for (guint i = 0; i < chart->gaps->len; i++)
    {
      const WmChartDot *gap = g_ptr_array_index (chart->gaps, i);

      add_dot_row (table, chart, gap, wm_chart_peek_role_label (chart, gap->role));
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
add_did_row (WmTable *table, const WmChart *chart, const WmChartSeries *series, gsize i)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, series->name);
  wm_table_add_text (table, chart->periods[i]);
  wm_table_add_text (table, get_phase (chart, i));
  wm_table_add_number (table, series->values[i]);
  wm_table_add_number (table, series->low != NULL && !isnan (series->values[i]) ? series->low[i] : NAN);
  wm_table_add_number (table, series->high != NULL && !isnan (series->values[i]) ? series->high[i] : NAN);
}

static void
add_summary_row (WmTable *table, const char *name, double value, double low, double high)
{
  if (isnan (value))
    return;
  wm_table_begin_row (table);
  wm_table_add_text (table, name);
  wm_table_add_text (table, NULL);
  wm_table_add_text (table, NULL);
  wm_table_add_number (table, value);
  wm_table_add_number (table, low);
  wm_table_add_number (table, high);
}

static void
fill_did (WmTable *table, const WmChart *chart)
{
  wm_table_add_column (table, _("Group"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Period"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Phase"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Mean"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Lower end"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Upper end"), WM_COLUMN_NUMBER);
  for (guint s = 0; s < chart->series->len; s++)
    for (gsize i = 0; i < chart->n_periods; i++)
      {
        const WmChartSeries *series = wm_chart_peek_series (chart, s);

        if (!series->is_expected || !isnan (series->values[i]))
          add_did_row (table, chart, series, i);
      }
  add_summary_row (table, _("Gap before"), chart->pre_gap, NAN, NAN);
  add_summary_row (table, _("Effect"), chart->effect, chart->effect_low, chart->effect_high);
}

/* Counts of the tones that any box has; nothing where a row has none to count. */
static void
add_counts (WmTable *table, const WmToneCounts *used, const WmToneCounts *counts)
{
  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    if (used->n[tone] > 0)
      wm_table_add_number (table, counts != NULL ? counts->n[tone] : NAN);
}

static void
add_box_row (WmTable *table, const WmChart *chart, const WmToneCounts *used, guint box, int i)
{
  const WmChartBox *whole = wm_chart_peek_box (chart, box);
  const WmChartEntry *entry = i != WM_WHOLE_BOX ? wm_chart_peek_entry (chart, box, i) : NULL;
  g_autofree char *targets = wm_chart_list_targets (chart, box, i);

  wm_table_begin_row (table);
  wm_table_add_text (table, whole->heading);
  wm_table_add_text (table, entry != NULL ? entry->text : NULL);
  wm_table_add_text (table, wm_chart_tone_get_words (entry != NULL ? entry->tone : whole->tone));
  wm_table_add_text (table, targets);
  add_counts (table, used, entry != NULL ? &entry->counts : &whole->counts);
}

static void
add_outside_row (WmTable *table, const WmToneCounts *used, const WmChartSurrounding *outside)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, outside->name);
  wm_table_add_text (table, outside->words);
  wm_table_add_text (table, _("Outside the framework, not measured"));
  wm_table_add_text (table, NULL);
  add_counts (table, used, NULL);
}

static void
fill_mechanism (WmTable *table, const WmChart *chart)
{
  WmToneCounts used;

  wm_chart_count_tones (chart, &used);
  wm_table_add_column (table, _("Domain"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Outcome or indicator"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("State"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Leads to"), WM_COLUMN_TEXT);
  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    if (used.n[tone] > 0)
      wm_table_add_column (table, wm_chart_tone_get_words (tone), WM_COLUMN_NUMBER);
  for (guint box = 0; box < chart->boxes->len; box++)
    for (int i = WM_WHOLE_BOX; i < (int) wm_chart_peek_box (chart, box)->entries->len; i++)
      add_box_row (table, chart, &used, box, i);
  for (guint i = 0; i < chart->surroundings->len; i++)
    add_outside_row (table, &used, wm_chart_peek_surrounding (chart, i));
}

/**
 * wm_chart_get_table:
 * @chart: a chart
 *
 * Makes the table of the numbers that a chart shows, and of the reasons where it shows none. Of a
 * mechanism it holds every box and entry, those without room in the picture too.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_chart_get_table (const WmChart *chart)
{
  WmTable *table = wm_table_new ();

  g_return_val_if_fail (chart != NULL, table);

  switch (chart->kind)
    {
    case WM_CHART_DOTS:
      fill_dots (table, chart);
      break;
    case WM_CHART_DID:
      fill_did (table, chart);
      break;
    case WM_CHART_MECHANISM:
      fill_mechanism (table, chart);
      break;
    case WM_CHART_TIME_SERIES:
    default:
      fill_lines (table, chart);
      break;
    }
  return table;
}

/* Indices of the lines by role: the chosen area first, then what it is compared with. */
static GArray *
order_series (const WmChart *chart)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint role = 0; role < WM_N_SERIES_ROLES; role++)
    for (guint s = 0; s < chart->series->len; s++)
      if (wm_chart_peek_series (chart, s)->role == role)
        g_array_append_val (order, s);
  return order;
}

/* That a value is final goes without saying. */
static const char *
get_remark (const WmChartSeries *series, gsize period)
{
  if (series->missing[period] != WM_MISSING_NONE)
    return wm_missing_get_words (series->missing[period]);
  if (series->publications[period] == WM_PUBLICATION_FINAL)
    return "";
  return wm_publication_get_words (series->publications[period]);
}

/* "Ambleford: Not available; England: Provisional", or nothing. */
static char *
make_period_notes (const WmChart *chart, const GArray *order, gsize period)
{
  GString *notes = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    {
      const WmChartSeries *series = wm_chart_peek_series (chart, g_array_index (order, guint, i));
      const char *remark = get_remark (series, period);

      if (*remark != '\0')
        /* Translators: the name of an area, and why it has no value or how that was published */
        g_string_append_printf (notes, notes->len > 0 ? _("; %1$s: %2$s") : _("%1$s: %2$s"),
                                series->name, remark);
    }
  return g_string_free (notes, notes->len == 0);
}

static void
add_period_row (WmTable *table, const WmChart *chart, const GArray *order, gsize period)
{
  g_autofree char *notes = make_period_notes (chart, order, period);

  wm_table_begin_row (table);
  wm_table_add_text (table, chart->periods[period]);
  for (guint i = 0; i < order->len; i++)
    wm_table_add_number (table,
                         wm_chart_peek_series (chart, g_array_index (order, guint, i))->values[period]);
  wm_table_add_text (table, notes);
  if (chart->band_low != NULL)
    {
      wm_table_add_number (table, chart->band_low[period]);
      wm_table_add_number (table, chart->band_high[period]);
    }
}

/**
 * wm_chart_get_period_table:
 * @chart: a time series
 *
 * Makes the table of a chart over time that people read: a row for each period, a column for each
 * line, the chosen area first; then why a number is missing or how it was published, and the edges
 * of the band.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_chart_get_period_table (const WmChart *chart)
{
  WmTable *table = wm_table_new ();
  g_autoptr (GArray) order = NULL;

  g_return_val_if_fail (chart != NULL && chart->kind == WM_CHART_TIME_SERIES, table);

  order = order_series (chart);
  wm_table_add_column (table, _("Period"), WM_COLUMN_TEXT);
  for (guint i = 0; i < order->len; i++)
    wm_table_add_column (table, wm_chart_peek_series (chart, g_array_index (order, guint, i))->name,
                         WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Notes"), WM_COLUMN_TEXT);
  if (chart->band_low != NULL)
    {
      g_autofree char *low = make_edge_name (chart, FALSE);
      g_autofree char *high = make_edge_name (chart, TRUE);

      wm_table_add_column (table, low, WM_COLUMN_NUMBER);
      wm_table_add_column (table, high, WM_COLUMN_NUMBER);
    }
  for (gsize i = 0; i < chart->n_periods; i++)
    add_period_row (table, chart, order, i);
  return table;
}
