/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* "Are we an outlier?": one authority on a set of measures, each against England, its region, its
 * neighbours and all authorities. */

#include "config.h"

#include "wm-overview.h"

#include "wm-reference.h"
#include "wm-store-sets.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
row_free (gpointer data)
{
  WmOverviewRow *row = data;

  g_free (row->theme);
  g_clear_pointer (&row->indicator, wm_indicator_unref);
  g_free (row->period_label);
  g_free (row);
}

/**
 * wm_overview_free:
 * @self: (transfer full) (nullable): an overview
 *
 * Frees an overview.
 */
void
wm_overview_free (WmOverview *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->area, wm_area_unref);
  g_clear_pointer (&self->region, wm_area_unref);
  g_clear_pointer (&self->country, wm_area_unref);
  g_free (self->set_name);
  g_ptr_array_unref (self->rows);
  g_strfreev (self->absent);
  g_free (self);
}

/* Whether any authority has a value later than @period. */
static gboolean
has_newer (const WmPanel *panel, gsize period)
{
  for (gsize row = 0; row < panel->n_areas; row++)
    for (gsize t = period + 1; t < panel->n_periods; t++)
      if (!isnan (wm_panel_get_value (panel, row, t)))
        return TRUE;
  return FALSE;
}

static WmOverviewRow *
make_row (WmProject *project, const char *theme, WmIndicator *indicator, const WmPanel *panel,
          const char *area_code)
{
  WmOverviewRow *row = g_new0 (WmOverviewRow, 1);
  gsize area, period;

  row->theme = g_strdup (theme);
  row->indicator = wm_indicator_ref (indicator);
  row->standing.value = NAN;
  if (!wm_panel_find_area (panel, area_code, &area))
    return row;
  row->has_data = TRUE;
  if (!wm_panel_find_latest (panel, area, &period))
    period = panel->n_periods - 1;
  wm_standing_compute (project, indicator, panel, area_code, period, &row->standing);
  row->period_label = g_strdup (panel->period_labels[period]);
  row->is_latest = !has_newer (panel, period);
  return row;
}

static gboolean
add_measure (WmOverview *self, WmProject *project, const char *theme, const char *code,
             GStrvBuilder *absent, GError **error)
{
  g_autoptr (WmIndicator) indicator = NULL;
  g_autoptr (WmPanel) panel = NULL;
  g_autoptr (GError) local_error = NULL;
  WmOverviewRow *row;

  panel = wm_project_load_panel (project, code, &local_error);
  if (g_error_matches (local_error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_INDICATOR)
      || g_error_matches (local_error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_NO_DATA))
    {
      g_strv_builder_add (absent, code);
      return TRUE;
    }
  if (panel == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  indicator = wm_project_find_indicator (project, code, error);
  if (indicator == NULL)
    return FALSE;
  row = make_row (project, theme, indicator, panel, self->area->code);
  row->position = self->rows->len;
  g_ptr_array_add (self->rows, row);
  return TRUE;
}

static gboolean
add_starter_set (WmOverview *self, WmProject *project, GStrvBuilder *absent,
                 GCancellable *cancellable, GError **error)
{
  const char *const *codes = wm_reference_get_starter_set ();

  for (gsize i = 0; codes[i] != NULL; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_measure (self, project, wm_reference_get_starter_theme (codes[i]), codes[i], absent,
                         error))
      return FALSE;
  return TRUE;
}

static gboolean
add_own_set (WmOverview *self, WmProject *project, const char *name, GStrvBuilder *absent,
             GCancellable *cancellable, GError **error)
{
  g_autoptr (WmMeasureSet) set = wm_store_get_set (wm_project_get_store (project), name, error);

  if (set == NULL)
    return FALSE;
  for (gsize i = 0; set->indicator_codes[i] != NULL; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_measure (self, project, set->themes[i], set->indicator_codes[i], absent, error))
      return FALSE;
  return TRUE;
}

/**
 * wm_overview_new:
 * @project: a project
 * @area_code: code of the authority
 * @set_name: (nullable): name of one of the project's own sets of measures; %NULL for the starter
 *   set
 * @cancellable: (nullable): stops the work
 * @error: return location for an error
 *
 * Works out how an authority stands on a set of measures.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_AREA, or when there is no such set.
 *
 * Returns: (transfer full): the overview
 */
WmOverview *
wm_overview_new (WmProject *project, const char *area_code, const char *set_name,
                 GCancellable *cancellable, GError **error)
{
  g_autoptr (WmOverview) self = g_new0 (WmOverview, 1);
  g_autoptr (GStrvBuilder) absent = g_strv_builder_new ();
  WmAreaSet *areas = wm_project_get_areas (project);
  WmArea *area, *region, *country;

  self->rows = g_ptr_array_new_with_free_func (row_free);
  area = wm_project_find_area (project, area_code, error);
  if (area == NULL)
    return NULL;
  region = area->region_code != NULL ? wm_area_set_find_code (areas, area->region_code) : NULL;
  country = wm_area_set_get_country (areas);
  self->area = wm_area_ref (area);
  self->region = region != NULL ? wm_area_ref (region) : NULL;
  self->country = country != NULL ? wm_area_ref (country) : NULL;
  self->set_name = g_strdup (set_name != NULL ? set_name : _("Starter set"));
  if (set_name != NULL ? !add_own_set (self, project, set_name, absent, cancellable, error)
                       : !add_starter_set (self, project, absent, cancellable, error))
    return NULL;
  self->absent = g_strv_builder_end (absent);
  return g_steal_pointer (&self);
}

static int
compare_distance (gconstpointer a, gconstpointer b)
{
  const WmOverviewRow *row_a = *(WmOverviewRow *const *) a;
  const WmOverviewRow *row_b = *(WmOverviewRow *const *) b;
  double distance_a = isnan (row_a->standing.distance) ? -1 : fabs (row_a->standing.distance);
  double distance_b = isnan (row_b->standing.distance) ? -1 : fabs (row_b->standing.distance);

  return (distance_b > distance_a) - (distance_b < distance_a);
}

static int
compare_theme (gconstpointer a, gconstpointer b)
{
  const WmOverviewRow *row_a = *(WmOverviewRow *const *) a;
  const WmOverviewRow *row_b = *(WmOverviewRow *const *) b;

  return row_a->position - row_b->position;
}

/**
 * wm_overview_sort:
 * @self: an overview
 * @order: how to sort its rows
 *
 * Sorts the rows; rows without a distance come last.
 */
void
wm_overview_sort (WmOverview *self, WmOverviewOrder order)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->rows, order == WM_OVERVIEW_BY_DISTANCE ? compare_distance : compare_theme);
}
