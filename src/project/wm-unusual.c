/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Published values that look odd: a single year that stands far away from the years next to it,
 * compared with how far single years usually stand away in all authorities. */

#include "config.h"

#include "wm-unusual.h"

#include "wm-vec.h"

#include <math.h>

/* A jump this many times the typical one is unusual: over ten years of 150 authorities, with jumps
 * of the usual shape, less than one value in a thousand. */
#define TIMES_TYPICAL 10

/* Too few jumps say nothing about what is typical. */
#define FEWEST_JUMPS 100

/* The value less the mean of those directly before and after it; NaN without any of these. */
static double
get_jump (const WmPanel *panel, gsize area, gsize t)
{
  double sum = 0;
  int n = 0;

  if (t > 0 && !isnan (wm_panel_get_value (panel, area, t - 1)))
    {
      sum += wm_panel_get_value (panel, area, t - 1);
      n++;
    }
  if (t + 1 < panel->n_periods && !isnan (wm_panel_get_value (panel, area, t + 1)))
    {
      sum += wm_panel_get_value (panel, area, t + 1);
      n++;
    }
  return n > 0 ? wm_panel_get_value (panel, area, t) - sum / n : NAN;
}

/**
 * wm_unusual_find:
 * @panel: all values of a measure
 *
 * Finds values whose distance from the years next to them is more than ten times the median
 * distance over all authorities and years. A year next to an odd one is not blamed for it: of
 * neighbouring finds of one authority only the largest is kept.
 *
 * Returns: (transfer full) (element-type WmUnusual): the values, in the order of the panel
 */
GArray *
wm_unusual_find (const WmPanel *panel)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (WmUnusual));
  g_autofree double *jumps = NULL;
  gsize n = 0;
  double typical;

  g_return_val_if_fail (panel != NULL, found);

  jumps = g_new (double, panel->n_areas * panel->n_periods + 1);
  for (gsize area = 0; area < panel->n_areas; area++)
    for (gsize t = 0; panel->areas[area]->kind == WM_AREA_AUTHORITY && t < panel->n_periods; t++)
      if (!isnan (get_jump (panel, area, t)))
        jumps[n++] = fabs (get_jump (panel, area, t));
  typical = n >= FEWEST_JUMPS ? wm_vec_median (jumps, n) : NAN;
  if (!(typical > 0))
    return found;
  for (gsize area = 0; area < panel->n_areas; area++)
    for (gsize t = 0; panel->areas[area]->kind == WM_AREA_AUTHORITY && t < panel->n_periods; t++)
      {
        WmUnusual unusual = { area, t, get_jump (panel, area, t), typical };
        WmUnusual *last = found->len > 0 ? &g_array_index (found, WmUnusual, found->len - 1) : NULL;

        if (isnan (unusual.jump) || fabs (unusual.jump) <= TIMES_TYPICAL * typical)
          continue;
        if (last == NULL || last->area != area || last->period + 1 != t)
          g_array_append_val (found, unusual);
        else if (fabs (unusual.jump) > fabs (last->jump))
          *last = unusual;
      }
  return found;
}
