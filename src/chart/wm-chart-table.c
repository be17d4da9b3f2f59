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

static void
add_band_rows (WmTable *table, const WmChart *chart)
{
  g_autofree char *low = NULL, *high = NULL;

  if (chart->band_low == NULL)
    return;
  /* Translators: %s is the name of a band, such as "Middle half of authorities" */
  low = g_strdup_printf (_("%s: lower edge"), chart->band_label);
  high = g_strdup_printf (_("%s: upper edge"), chart->band_label);
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
