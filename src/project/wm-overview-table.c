/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The overview, and the comparators of one measure, as tables for exports and other programs. */

#include "config.h"

#include "wm-overview-table.h"

#include <math.h>

static void
add_columns (WmTable *table, const char *const *numbers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    wm_table_add_column (table, numbers[i], WM_COLUMN_NUMBER);
}

static double
count_without (const WmStanding *standing)
{
  double n = 0;

  for (int reason = 0; reason < WM_N_MISSING; reason++)
    n += standing->n_without[reason];
  return n;
}

static void
add_row (WmTable *table, const WmOverviewRow *row)
{
  const WmStanding *standing = &row->standing;
  gboolean has_place = standing->place > 0;

  wm_table_begin_row (table);
  wm_table_add_text (table, row->theme);
  wm_table_add_text (table, row->indicator->code);
  wm_table_add_text (table, row->indicator->title);
  wm_table_add_text (table, row->period_label);
  wm_table_add_number (table, standing->value);
  wm_table_add_text (table, !row->has_data ? "" : isnan (standing->value)
                              ? wm_missing_to_id (standing->missing)
                              : wm_publication_to_id (standing->publication));
  wm_table_add_number (table, row->has_data ? standing->change : NAN);
  wm_table_add_number (table, row->has_data ? standing->country : NAN);
  wm_table_add_number (table, row->has_data ? standing->region : NAN);
  wm_table_add_number (table, row->has_data ? standing->region_members.mean : NAN);
  wm_table_add_number (table, row->has_data ? standing->neighbours.mean : NAN);
  wm_table_add_number (table, row->has_data ? standing->neighbours.median : NAN);
  wm_table_add_number (table, row->has_data ? (double) standing->neighbours.n : NAN);
  wm_table_add_number (table, has_place ? (double) standing->place : NAN);
  wm_table_add_number (table, has_place ? (double) standing->n_tied : NAN);
  wm_table_add_number (table, row->has_data ? (double) standing->n_placed : NAN);
  wm_table_add_number (table, row->has_data ? count_without (standing) : NAN);
  wm_table_add_number (table, row->has_data ? standing->minimum : NAN);
  wm_table_add_number (table, row->has_data ? standing->q1 : NAN);
  wm_table_add_number (table, row->has_data ? standing->median : NAN);
  wm_table_add_number (table, row->has_data ? standing->q3 : NAN);
  wm_table_add_number (table, row->has_data ? standing->maximum : NAN);
  wm_table_add_number (table, row->has_data ? standing->distance : NAN);
  wm_table_add_text (table, wm_polarity_to_id (row->indicator->polarity));
}

/**
 * wm_overview_make_table:
 * @self: an overview
 *
 * Makes a table with a row for each measure.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_overview_make_table (const WmOverview *self)
{
  static const char *const numbers[] = {
    "change", "england", "region", "region_mean", "neighbours_mean", "neighbours_median",
    "neighbours_n", "place", "tied", "placed", "without_value", "min", "q1", "median", "q3", "max",
    "distance",
  };
  WmTable *table = wm_table_new ();

  g_return_val_if_fail (self != NULL, table);

  wm_table_add_column (table, "theme", WM_COLUMN_TEXT);
  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "title", WM_COLUMN_TEXT);
  wm_table_add_column (table, "period", WM_COLUMN_TEXT);
  wm_table_add_column (table, "value", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "status", WM_COLUMN_TEXT);
  add_columns (table, numbers, G_N_ELEMENTS (numbers));
  wm_table_add_column (table, "direction", WM_COLUMN_TEXT);
  for (guint i = 0; i < self->rows->len; i++)
    add_row (table, g_ptr_array_index (self->rows, i));
  return table;
}

static void
add_comparator (WmTable *table, const char *period, const char *name, const char *method, double value,
                gsize n, gsize n_wanted)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, period);
  wm_table_add_text (table, name);
  wm_table_add_text (table, method);
  wm_table_add_number (table, value);
  wm_table_add_number (table, n);
  wm_table_add_number (table, n_wanted);
}

/**
 * wm_comparators_table_new:
 * @project: a project
 * @indicator_code: code of a measure
 * @area_code: code of an authority
 * @error: return location for an error
 *
 * Lists what an authority is compared with, period by period, with the method of each figure and
 * how many areas had a value.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_comparators_table_new (WmProject *project, const char *indicator_code, const char *area_code,
                          GError **error)
{
  g_autoptr (WmIndicator) indicator = wm_project_find_indicator (project, indicator_code, error);
  g_autoptr (WmPanel) panel = NULL;
  g_autoptr (WmTable) table = wm_table_new ();
  WmArea *area = NULL;

  if (indicator != NULL)
    area = wm_project_find_area (project, area_code, error);
  if (area != NULL)
    panel = wm_project_load_panel (project, indicator_code, error);
  if (panel == NULL)
    return NULL;
  wm_table_add_column (table, "period", WM_COLUMN_TEXT);
  wm_table_add_column (table, "comparator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "method", WM_COLUMN_TEXT);
  wm_table_add_column (table, "value", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "n", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "n_wanted", WM_COLUMN_NUMBER);
  for (gsize t = 0; t < panel->n_periods; t++)
    {
      const char *period = panel->period_labels[t];
      WmStanding standing;

      if (!wm_standing_compute (project, indicator, panel, area->code, t, &standing))
        break;
      add_comparator (table, period, area->name, "published", standing.value,
                      !isnan (standing.value), 1);
      add_comparator (table, period, "england", "published", standing.country,
                      !isnan (standing.country), 1);
      add_comparator (table, period, "region", standing.region_is_wider ? "published, London" : "published",
                      standing.region, !isnan (standing.region), 1);
      add_comparator (table, period, "region", "mean of authorities", standing.region_members.mean,
                      standing.region_members.n, standing.region_members.n_wanted);
      add_comparator (table, period, "neighbours", "mean", standing.neighbours.mean,
                      standing.neighbours.n, standing.neighbours.n_wanted);
      add_comparator (table, period, "neighbours", "median", standing.neighbours.median,
                      standing.neighbours.n, standing.neighbours.n_wanted);
    }
  return g_steal_pointer (&table);
}
