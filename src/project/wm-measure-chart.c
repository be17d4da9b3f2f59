/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The pictures of a measure: its lines over time, and all authorities sorted by value. */

#include "config.h"

#include "wm-measure.h"

#include "wm-annotations.h"
#include "wm-vec.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
set_common_words (WmChart *chart, const WmMeasure *self)
{
  g_autofree char *direction = wm_words_direction (self->indicator);

  wm_chart_set_title (chart, self->finding);
  wm_chart_set_measure (chart, self->indicator->title);
  wm_chart_set_unit (chart, self->indicator->unit);
  wm_chart_set_decimals (chart, self->indicator->decimals);
  wm_chart_set_is_percent (chart, wm_words_is_percentage (self->indicator));
  wm_chart_set_direction (chart, direction);
  wm_chart_set_source (chart, self->source_line);
}

static void
add_row (WmChart *chart, const WmPanel *panel, const char *code, WmSeriesRole role, const char *name)
{
  gsize row;

  if (code == NULL || !wm_panel_find_area (panel, code, &row))
    return;
  wm_chart_add_series (chart, role, name != NULL ? name : panel->areas[row]->name,
                       panel->values + row * panel->n_periods,
                       panel->missing + row * panel->n_periods,
                       panel->publications + row * panel->n_periods);
}

static gboolean
row_has_value (const WmPanel *panel, const char *code)
{
  gsize row, period;

  return wm_panel_find_area (panel, code, &row) && wm_panel_find_latest (panel, row, &period);
}

/* The region's own line; London's where Inner and Outer London have none. */
static void
add_region (WmChart *chart, WmProject *project, const WmMeasure *self)
{
  const WmArea *region = self->area->region_code != NULL
                           ? wm_area_set_find_code (wm_project_get_areas (project),
                                                    self->area->region_code)
                           : NULL;

  if (region == NULL)
    return;
  if (!row_has_value (self->panel, region->code) && region->region_code != NULL)
    add_row (chart, self->panel, region->region_code, WM_SERIES_ROLE_REGION, NULL);
  else
    add_row (chart, self->panel, region->code, WM_SERIES_ROLE_REGION, region->name);
}

static GPtrArray *
list_neighbours (WmProject *project, const WmMeasure *self)
{
  const WmNeighbours *neighbours;
  GPtrArray *areas = g_ptr_array_new ();

  neighbours = wm_area_set_get_neighbours (wm_project_get_areas (project), self->area->code,
                                           wm_project_get_neighbour_list (project));
  for (gsize i = 0; neighbours != NULL && neighbours->codes[i] != NULL; i++)
    {
      WmArea *area = wm_area_set_find_code (wm_project_get_areas (project), neighbours->codes[i]);

      if (area != NULL)
        g_ptr_array_add (areas, area);
    }
  return areas;
}

static void
add_neighbours_mean (WmChart *chart, WmProject *project, const WmMeasure *self)
{
  g_autoptr (GPtrArray) neighbours = list_neighbours (project, self);
  g_autofree double *means = NULL;
  g_autofree char *note = NULL;
  gboolean has_value = FALSE;

  if (neighbours->len == 0)
    return;
  means = g_new (double, self->panel->n_periods);
  for (gsize t = 0; t < self->panel->n_periods; t++)
    {
      means[t] = wm_standing_average (self->panel, neighbours, t).mean;
      has_value |= !isnan (means[t]);
    }
  if (!has_value)
    return;
  wm_chart_add_series (chart, WM_SERIES_ROLE_NEIGHBOURS, _("Neighbours' mean"), means, NULL, NULL);
  /* Translators: %1$s is the year of a list; %2$u have a value, of %3$u. */
  note = g_strdup_printf (_("Neighbours: %1$s list, mean of %2$u of %3$u with a value in the last "
                            "period shown."),
                          wm_project_get_neighbour_list (project),
                          (guint) self->standing.neighbours.n,
                          (guint) self->standing.neighbours.n_wanted);
  wm_chart_add_note (chart, note);
}

/* The middle half of all authorities, period by period. */
static void
add_band (WmChart *chart, const WmPanel *panel)
{
  g_autofree double *low = g_new (double, panel->n_periods);
  g_autofree double *high = g_new (double, panel->n_periods);
  g_autofree double *values = g_new (double, panel->n_areas + 1);

  for (gsize t = 0; t < panel->n_periods; t++)
    {
      gsize n = 0;

      for (gsize row = 0; row < panel->n_areas; row++)
        if (panel->areas[row]->kind == WM_AREA_AUTHORITY && !panel->areas[row]->is_small
            && !isnan (wm_panel_get_value (panel, row, t)))
          values[n++] = wm_panel_get_value (panel, row, t);
      low[t] = n >= 4 ? wm_vec_quantile (values, n, 0.25) : NAN;
      high[t] = n >= 4 ? wm_vec_quantile (values, n, 0.75) : NAN;
    }
  wm_chart_set_band (chart, _("Middle half of all authorities"), low, high);
}

/**
 * wm_measure_make_time_series:
 * @project: the project
 * @self: a measure
 * @other_areas: (array zero-terminated=1) (nullable): codes of other areas to show as well
 * @error: return location for an error
 *
 * Draws the authority, England, its region and its neighbours over time, with the spread of all
 * authorities as a band and the project's dated events.
 *
 * Returns: (transfer full): the chart
 */
WmChart *
wm_measure_make_time_series (WmProject *project, const WmMeasure *self,
                             const char *const *other_areas, GError **error)
{
  g_autoptr (WmChart) chart = NULL;
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  WmArea *country;

  g_return_val_if_fail (project != NULL && self != NULL, NULL);

  country = wm_area_set_get_country (wm_project_get_areas (project));
  chart = wm_chart_new_time_series ((const char *const *) self->panel->period_labels,
                                    self->panel->n_periods);
  set_common_words (chart, self);
  wm_chart_set_subtitle (chart, self->indicator->title);
  add_band (chart, self->panel);
  for (gsize i = 0; other_areas != NULL && other_areas[i] != NULL; i++)
    add_row (chart, self->panel, other_areas[i], WM_SERIES_ROLE_HIGHLIGHT, NULL);
  if (country != NULL)
    add_row (chart, self->panel, country->code, WM_SERIES_ROLE_COUNTRY, country->name);
  add_region (chart, project, self);
  add_neighbours_mean (chart, project, self);
  add_row (chart, self->panel, self->area->code, WM_SERIES_ROLE_CHOSEN, self->area->name);
  g_ptr_array_add (areas, self->area);
  if (!wm_annotations_add (chart, project, self->indicator, self->panel, areas, error))
    return NULL;
  return g_steal_pointer (&chart);
}

static WmSeriesRole
get_dot_role (const WmMeasure *self, const GPtrArray *neighbours, WmArea *area)
{
  if (g_str_equal (area->code, self->area->code))
    return WM_SERIES_ROLE_CHOSEN;
  if (g_ptr_array_find ((GPtrArray *) neighbours, area, NULL))
    return WM_SERIES_ROLE_NEIGHBOURS;
  if (g_strcmp0 (area->region_code, self->area->region_code) == 0)
    return WM_SERIES_ROLE_REGION;
  return WM_SERIES_ROLE_CONTEXT;
}

static void
add_dots (WmChart *chart, const WmMeasure *self, const GPtrArray *neighbours)
{
  const WmPanel *panel = self->panel;
  gsize t = self->standing.period;

  for (gsize row = 0; row < panel->n_areas; row++)
    {
      WmArea *area = panel->areas[row];

      if (area->kind != WM_AREA_AUTHORITY || area->is_small
          || !wm_area_exists_in (area, panel->periods[t].end_year))
        continue;
      wm_chart_add_dot (chart, get_dot_role (self, neighbours, area), area->name,
                        wm_panel_get_value (panel, row, t), wm_panel_get_missing (panel, row, t),
                        panel->publications[row * panel->n_periods + t]);
    }
}

/**
 * wm_measure_make_dots:
 * @project: the project
 * @self: a measure that has a value
 * @error: return location for an error
 *
 * Draws all authorities sorted by value in the latest period of the authority.
 *
 * Fails with %WM_PROJECT_ERROR_NO_DATA when the authority has no value at all.
 *
 * Returns: (transfer full): the chart
 */
WmChart *
wm_measure_make_dots (WmProject *project, const WmMeasure *self, GError **error)
{
  g_autoptr (GPtrArray) neighbours = NULL;
  WmChart *chart;
  WmArea *country, *region;
  g_autofree char *subtitle = NULL;
  g_autofree char *role_label = NULL;
  const char *period;

  g_return_val_if_fail (project != NULL && self != NULL, NULL);

  if (!self->has_value)
    {
      g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_NO_DATA, self->headline);
      return NULL;
    }
  neighbours = list_neighbours (project, self);
  country = wm_area_set_get_country (wm_project_get_areas (project));
  region = self->area->region_code != NULL
             ? wm_area_set_find_code (wm_project_get_areas (project), self->area->region_code)
             : NULL;
  period = self->panel->period_labels[self->standing.period];
  chart = wm_chart_new_dots (period);
  set_common_words (chart, self);
  /* Translators: %1$s is a measure, %2$s a period. */
  subtitle = g_strdup_printf (_("%1$s: all authorities, %2$s"), self->indicator->title, period);
  wm_chart_set_subtitle (chart, subtitle);
  add_dots (chart, self, neighbours);
  if (country != NULL && !isnan (self->standing.country))
    wm_chart_add_reference (chart, WM_SERIES_ROLE_COUNTRY, country->name, self->standing.country);
  if (region != NULL && !isnan (self->standing.region))
    wm_chart_add_reference (chart, WM_SERIES_ROLE_REGION, region->name, self->standing.region);
  /* Translators: %s is the year of the list. */
  role_label = g_strdup_printf (_("Statistical neighbours (%s list)"),
                                wm_project_get_neighbour_list (project));
  wm_chart_set_role_label (chart, WM_SERIES_ROLE_CHOSEN, self->area->name);
  wm_chart_set_role_label (chart, WM_SERIES_ROLE_NEIGHBOURS, role_label);
  if (region != NULL)
    wm_chart_set_role_label (chart, WM_SERIES_ROLE_REGION, region->name);
  return chart;
}
