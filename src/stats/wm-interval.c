/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Intervals of means, for the bands of charts. */

#include "config.h"

#include "wm-interval.h"

#include <math.h>

#include <gsl/gsl_cdf.h>

#include "wm-stats.h"
#include "wm-vec.h"

/**
 * wm_interval_of_mean:
 * @values: (array length=n): values; NaN where missing
 * @n: length of @values
 * @level: of the interval, such as 0.95
 * @out: (out caller-allocates): the mean and its interval
 *
 * The mean and its t interval. It takes the values for a sample of independent ones.
 */
void
wm_interval_of_mean (const double *values, gsize n, double level, WmMeanInterval *out)
{
  double reach;

  g_return_if_fail (out != NULL);
  g_return_if_fail (level > 0 && level < 1);

  wm_stats_init ();
  out->n = wm_vec_count (values, n);
  out->mean = wm_vec_mean (values, n);
  out->low = out->high = NAN;
  if (out->n < 2)
    return;
  reach = gsl_cdf_tdist_Qinv ((1 - level) / 2, out->n - 1) * wm_vec_sd (values, n) / sqrt (out->n);
  out->low = out->mean - reach;
  out->high = out->mean + reach;
}

/**
 * wm_interval_by_group:
 * @values: n_areas × n_periods, row-major, [unit of the indicator]; NaN where missing
 * @n_areas: number of areas
 * @n_periods: number of periods
 * @groups: (array length=n_areas): the group of each area
 * @group: the group wanted
 * @level: of the intervals, such as 0.95
 * @out: (out caller-allocates) (array length=n_periods): one interval for each period
 *
 * The mean over the areas of a group in each period, with its t interval.
 */
void
wm_interval_by_group (const double   *values,
                      gsize           n_areas,
                      gsize           n_periods,
                      const gint8    *groups,
                      gint8           group,
                      double          level,
                      WmMeanInterval *out)
{
  g_autofree double *column = g_new (double, n_areas);

  for (gsize t = 0; t < n_periods; t++)
    {
      gsize n = 0;

      for (gsize i = 0; i < n_areas; i++)
        if (groups[i] == group)
          column[n++] = values[i * n_periods + t];
      wm_interval_of_mean (column, n, level, &out[t]);
    }
}
