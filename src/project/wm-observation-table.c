/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The values of a measure as a table, for exports and for other programs. */

#include "config.h"

#include "wm-observation-table.h"

#include "wm-group.h"
#include "wm-import.h"
#include "wm-parts.h"
#include "wm-store-observations.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
read_limit (const char *text, int otherwise, int *year, GError **error)
{
  WmPeriod period;

  *year = otherwise;
  if (text == NULL)
    return TRUE;
  if (!wm_period_parse_label (text, &period, NULL))
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_PERIOD,
                   _("“%s” is no period. Give a year such as 2017, or a label such as 2016-17."), text);
      return FALSE;
    }
  *year = period.end_year;
  return TRUE;
}

static WmTable *
make_columns (gboolean with_labels, gboolean all_values)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "area_code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "area", WM_COLUMN_TEXT);
  wm_table_add_column (table, "period", WM_COLUMN_TEXT);
  wm_table_add_column (table, "value", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "status", WM_COLUMN_TEXT);
  wm_table_add_column (table, "numerator", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "denominator", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "source", WM_COLUMN_TEXT);
  if (with_labels)
    wm_table_add_column (table, "period_label", WM_COLUMN_TEXT);
  if (all_values)
    {
      wm_table_add_column (table, "import", WM_COLUMN_NUMBER);
      wm_table_add_column (table, "is_current", WM_COLUMN_TEXT);
    }
  return table;
}

static void
add_row (WmTable *table, const WmParts *parts, const WmObservation *observation, const WmArea *area,
         gboolean with_labels, gboolean all_values)
{
  g_autofree char *period = wm_period_to_text (observation->period);
  g_autofree char *code = wm_import_format_code (observation->indicator_code, observation->breakdown);
  double numerator = observation->numerator;
  double denominator = observation->denominator;

  if (!isnan (observation->value))
    wm_parts_find (parts, observation->area_code, observation->period, &numerator, &denominator);

  wm_table_begin_row (table);
  wm_table_add_text (table, code);
  wm_table_add_text (table, observation->area_code);
  wm_table_add_text (table, area != NULL ? area->name : observation->area_code);
  wm_table_add_text (table, period);
  wm_table_add_number (table, observation->value);
  wm_table_add_text (table, observation->missing != WM_MISSING_NONE
                              ? wm_missing_to_id (observation->missing)
                              : wm_publication_to_id (observation->publication));
  wm_table_add_number (table, numerator);
  wm_table_add_number (table, denominator);
  wm_table_add_text (table, observation->family);
  if (with_labels)
    wm_table_add_text (table, observation->label);
  if (!all_values)
    return;
  wm_table_add_number (table, observation->import_id);
  wm_table_add_text (table, observation->is_current ? "yes" : "no");
}

static gboolean
is_wanted (const WmObservation *observation, const WmGroup *group, int from, int to,
           gboolean all_values)
{
  if (observation->period.end_year < from || observation->period.end_year > to)
    return FALSE;
  if (!observation->is_current && !all_values)
    return FALSE;
  if (group == NULL)
    return TRUE;
  for (guint i = 0; i < group->areas->len; i++)
    if (g_str_equal (((WmArea *) g_ptr_array_index (group->areas, i))->code, observation->area_code))
      return TRUE;
  return FALSE;
}

/**
 * wm_observation_table_new:
 * @project: a project
 * @indicator_code: code of a measure, with a breakdown in brackets where there is one
 * @area_items: (array zero-terminated=1) (nullable): areas and groups to keep; all when empty
 * @from: (nullable): first year, as an end year or a printed label
 * @to: (nullable): last year
 * @with_labels: whether to add the periods as they are printed
 * @all_values: whether superseded values are listed too
 * @error: return location for an error
 *
 * Lists the values of a measure. A value with a reason appears with an empty number. Numerators and
 * denominators that the source holds as measures of their own stand beside it.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_observation_table_new (WmProject *project, const char *indicator_code,
                          const char *const *area_items, const char *from, const char *to,
                          gboolean with_labels,
                          gboolean all_values, GError **error)
{
  g_autoptr (WmIndicator) indicator = wm_project_find_indicator (project, indicator_code, error);
  g_autoptr (GPtrArray) observations = NULL;
  g_autoptr (WmGroup) group = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (WmParts) parts = NULL;
  int first, last;

  if (indicator == NULL || !read_limit (from, G_MININT, &first, error)
      || !read_limit (to, G_MAXINT, &last, error))
    return NULL;
  if (area_items != NULL && area_items[0] != NULL)
    {
      group = wm_group_resolve (project, area_items, error);
      if (group == NULL)
        return NULL;
    }
  observations = wm_project_load_observations (project, indicator_code, error);
  if (observations == NULL)
    return NULL;
  parts = wm_parts_new (project, indicator_code);
  table = make_columns (with_labels, all_values);
  for (guint i = 0; i < observations->len; i++)
    {
      const WmObservation *observation = g_ptr_array_index (observations, i);

      if (is_wanted (observation, group, first, last, all_values))
        add_row (table, parts, observation,
                 wm_area_set_find_code (wm_project_get_areas (project), observation->area_code),
                 with_labels, all_values);
    }
  return g_steal_pointer (&table);
}
