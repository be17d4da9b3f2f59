/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How an authority stands among others: its change, England, its region, its neighbours, its place
 * and the spread of all authorities. The window, the command and the charts all ask here. */

#include "config.h"

#include "wm-standing.h"

#include "wm-number.h"
#include "wm-vec.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A place among fewer authorities than this says little. The fictional sample has 29 that take part. */
#define FEWEST_FOR_PLACE 25

/* Decimals that no published value has: differences are cut here, so that 536.4 less 546.3 is −9.9. */
#define NOISE_DECIMALS 9

static double
value_of (const WmPanel *panel, const char *code, gsize period)
{
  gsize row;

  if (code == NULL || !wm_panel_find_area (panel, code, &row))
    return NAN;
  return wm_panel_get_value (panel, row, period);
}

/**
 * wm_standing_counts:
 * @panel: a panel
 * @area: index of an authority
 * @period: index of a period
 *
 * Tells whether an authority counts by itself. Two authorities with a joint service report the
 * same figures; the later of the two in the list does not count a second time.
 *
 * Returns: whether it counts
 */
gboolean
wm_standing_counts (const WmPanel *panel, gsize area, gsize period)
{
  const char *partner_code;
  gsize partner;

  g_return_val_if_fail (panel != NULL && area < panel->n_areas, FALSE);

  partner_code = panel->areas[area]->joint_code;
  if (partner_code == NULL || !wm_panel_find_area (panel, partner_code, &partner))
    return TRUE;
  if (g_strcmp0 (partner_code, panel->areas[area]->code) > 0)
    return TRUE;
  return wm_panel_get_value (panel, area, period) != wm_panel_get_value (panel, partner, period);
}

/**
 * wm_standing_average:
 * @panel: a panel
 * @areas: (element-type WmArea): the areas to average
 * @period: index of a period
 *
 * Averages a group in one period: the plain mean and the median of those that have a value.
 *
 * Returns: the average
 */
WmAverage
wm_standing_average (const WmPanel *panel, const GPtrArray *areas, gsize period)
{
  g_autofree double *values = NULL;
  WmAverage average = { NAN, NAN, 0, 0 };

  g_return_val_if_fail (panel != NULL && areas != NULL, average);

  values = g_new (double, areas->len + 1);
  average.n_wanted = areas->len;
  for (guint i = 0; i < areas->len; i++)
    {
      const WmArea *area = g_ptr_array_index (areas, i);
      gsize row;
      double value;

      if (!wm_panel_find_area (panel, area->code, &row))
        continue;
      value = wm_panel_get_value (panel, row, period);
      if (!isnan (value) && wm_standing_counts (panel, row, period))
        values[average.n++] = value;
    }
  if (average.n == 0)
    return average;
  average.mean = wm_vec_mean (values, average.n);
  average.median = wm_vec_median (values, average.n);
  return average;
}

static WmAverage
average_neighbours (WmProject *project, const WmPanel *panel, const char *code, const char *list,
                    gsize period)
{
  const WmNeighbours *neighbours;
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();

  neighbours = wm_area_set_get_neighbours (wm_project_get_areas (project), code, list);
  for (gsize i = 0; neighbours != NULL && neighbours->codes[i] != NULL; i++)
    {
      WmArea *area = wm_area_set_find_code (wm_project_get_areas (project), neighbours->codes[i]);

      if (area != NULL)
        g_ptr_array_add (areas, area);
    }
  return wm_standing_average (panel, areas, period);
}

static void
fill_change (WmStanding *standing, const WmPanel *panel, gsize row, gsize period)
{
  standing->previous = NAN;
  standing->change = NAN;
  for (gsize t = period; t-- > 0;)
    {
      double value = wm_panel_get_value (panel, row, t);

      if (isnan (value) || panel->periods[t].kind != panel->periods[period].kind)
        continue;
      standing->previous = value;
      standing->change = wm_number_round (standing->value - value, NOISE_DECIMALS);
      standing->has_gap = !wm_period_is_next (panel->periods[t], panel->periods[period]);
      return;
    }
}

static void
fill_region (WmStanding *standing, WmProject *project, const WmPanel *panel, const WmArea *area,
             gsize period)
{
  WmAreaSet *areas = wm_project_get_areas (project);
  const WmArea *region = area->region_code != NULL
                           ? wm_area_set_find_code (areas, area->region_code)
                           : NULL;
  g_autoptr (GPtrArray) members = NULL;

  standing->region = NAN;
  standing->region_members = (WmAverage) { NAN, NAN, 0, 0 };
  if (region == NULL)
    return;
  standing->region = value_of (panel, region->code, period);
  if (isnan (standing->region) && region->region_code != NULL)
    {
      /* Many measures are published for London only, not for Inner and Outer London. */
      standing->region = value_of (panel, region->region_code, period);
      standing->region_is_wider = !isnan (standing->region);
    }
  members = wm_area_set_get_members (areas, region->code, panel->periods[period].end_year);
  standing->region_members = wm_standing_average (panel, members, period);
}

static gboolean
is_better (const WmIndicator *indicator, double other, double value)
{
  return indicator->polarity == WM_POLARITY_LOWER ? other < value : other > value;
}

static gboolean
takes_part (const WmPanel *panel, gsize row, gsize period)
{
  const WmArea *area = panel->areas[row];

  return area->kind == WM_AREA_AUTHORITY && !area->is_small
         && wm_area_exists_in (area, panel->periods[period].end_year);
}

/* Collects the values of the authorities that take part and places @own_row among them. */
static gsize
fill_place (WmStanding *standing, const WmIndicator *indicator, const WmPanel *panel,
            gsize own_row, gsize period, double *values)
{
  gsize n = 0;
  gsize n_better = 0;

  for (gsize row = 0; row < panel->n_areas; row++)
    {
      double value = wm_panel_get_value (panel, row, period);
      gboolean is_partner = g_strcmp0 (panel->areas[row]->code,
                                       panel->areas[own_row]->joint_code) == 0;

      if (!takes_part (panel, row, period))
        continue;
      if (isnan (value))
        {
          standing->n_without[wm_panel_get_missing (panel, row, period)]++;
          continue;
        }
      /* Of a joint service the authority that is asked about is the one that counts. */
      if (row != own_row && (is_partner ? value == standing->value
                                        : !wm_standing_counts (panel, row, period)))
        continue;
      values[n++] = value;
      if (row != own_row && value == standing->value)
        standing->n_tied++;
      else if (row != own_row && is_better (indicator, value, standing->value))
        n_better++;
    }
  standing->n_placed = n;
  if (n >= FEWEST_FOR_PLACE && !isnan (standing->value) && takes_part (panel, own_row, period))
    standing->place = n_better + 1;
  return n;
}

static void
fill_spread (WmStanding *standing, double *values, gsize n)
{
  standing->minimum = n > 0 ? wm_vec_min (values, n) : NAN;
  standing->q1 = n > 0 ? wm_vec_quantile (values, n, 0.25) : NAN;
  standing->median = n > 0 ? wm_vec_median (values, n) : NAN;
  standing->q3 = n > 0 ? wm_vec_quantile (values, n, 0.75) : NAN;
  standing->maximum = n > 0 ? wm_vec_max (values, n) : NAN;
  standing->sd = n > 1 ? wm_vec_sd (values, n) : NAN;
  standing->distance = standing->sd > 0
                         ? (standing->value - standing->neighbours.mean) / standing->sd
                         : NAN;
}

/**
 * wm_standing_compute:
 * @project: the project that knows areas, regions and neighbours
 * @indicator: the measure
 * @panel: all its values
 * @area_code: code of the authority
 * @period: index of the period in @panel
 * @standing: (out caller-allocates): how it stands; untouched on failure
 *
 * Places an authority among others. Very small authorities (City of London, Isles of Scilly) and
 * the second of two joint services stay out of places and spreads.
 *
 * Returns: whether the panel has the authority
 */
gboolean
wm_standing_compute (WmProject *project, const WmIndicator *indicator, const WmPanel *panel,
                     const char *area_code, gsize period, WmStanding *standing)
{
  WmArea *country = wm_area_set_get_country (wm_project_get_areas (project));
  const char *list = wm_project_get_neighbour_list (project);
  g_autofree double *values = NULL;
  gsize row, n;

  g_return_val_if_fail (panel != NULL && period < panel->n_periods, FALSE);

  if (!wm_panel_find_area (panel, area_code, &row))
    return FALSE;
  *standing = (WmStanding) { .period = period };
  standing->value = wm_panel_get_value (panel, row, period);
  standing->missing = wm_panel_get_missing (panel, row, period);
  standing->publication = panel->publications[row * panel->n_periods + period];
  standing->numerator = panel->numerators != NULL
                          ? panel->numerators[row * panel->n_periods + period]
                          : NAN;
  standing->denominator = panel->denominators != NULL
                            ? panel->denominators[row * panel->n_periods + period]
                            : NAN;
  fill_change (standing, panel, row, period);
  standing->country = country != NULL ? value_of (panel, country->code, period) : NAN;
  fill_region (standing, project, panel, panel->areas[row], period);
  standing->neighbours = average_neighbours (project, panel, area_code, list, period);
  standing->other_neighbours = average_neighbours (project, panel, area_code,
                                                   g_str_equal (list, "2025") ? "2021" : "2025",
                                                   period);
  values = g_new (double, panel->n_areas);
  n = fill_place (standing, indicator, panel, row, period, values);
  fill_spread (standing, values, n);
  return TRUE;
}

/**
 * wm_standing_dup_place:
 * @self: a standing
 *
 * Says the place, its ties and among how many, such as "12 of 151" or "21= of 148, 25 tied".
 *
 * Returns: (transfer full): the words; empty when there is no place
 */
char *
wm_standing_dup_place (const WmStanding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->place == 0)
    return g_strdup ("");
  if (self->n_tied == 0)
    /* Translators: a place among authorities: %1$u is the place, %2$u how many there are. */
    return g_strdup_printf (_("%1$u of %2$u"), (guint) self->place, (guint) self->n_placed);
  /* Translators: a place that is shared: %3$u is how many other authorities share it. */
  return g_strdup_printf (ngettext ("%1$u= of %2$u, with %3$u other", "%1$u= of %2$u, with %3$u others",
                                    self->n_tied),
                          (guint) self->place, (guint) self->n_placed, (guint) self->n_tied);
}
