/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Descriptive tables: what the values of each group look like in each period. */

#include "config.h"

#include "wm-describe.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "wm-vec.h"

/**
 * wm_summary_of:
 * @values: (array length=n): values in any order; NaN where missing
 * @n: length of @values
 * @out: (out caller-allocates): the summary
 *
 * Summarises a set of values. Without values everything but the counts is NaN.
 */
void
wm_summary_of (const double *values, gsize n, WmSummary *out)
{
  g_return_if_fail (out != NULL);

  out->n = wm_vec_count (values, n);
  out->n_missing = n - out->n;
  out->mean = wm_vec_mean (values, n);
  out->sd = wm_vec_sd (values, n);
  out->min = wm_vec_min (values, n);
  out->quartile_1 = wm_vec_quantile (values, n, 0.25);
  out->median = wm_vec_median (values, n);
  out->quartile_3 = wm_vec_quantile (values, n, 0.75);
  out->max = wm_vec_max (values, n);
}

static void
describe_group (WmDescription *self,
                const double  *values,
                gsize          n_areas,
                const gint8   *groups,
                gsize          group)
{
  g_autofree double *all = g_new (double, n_areas * self->n_periods);
  g_autofree double *column = g_new (double, n_areas);
  gsize n_all = 0;

  for (gsize t = 0; t < self->n_periods; t++)
    {
      gsize n = 0;

      for (gsize i = 0; i < n_areas; i++)
        if (groups[i] >= 0 && (gsize) groups[i] == group)
          all[n_all++] = column[n++] = values[i * self->n_periods + t];
      wm_summary_of (column, n, &self->cells[group * self->n_periods + t]);
    }
  wm_summary_of (all, n_all, &self->totals[group]);
}

/**
 * wm_describe:
 * @values: n_areas × n_periods, row-major, [unit of the indicator]; NaN where missing
 * @n_areas: number of areas
 * @n_periods: number of periods
 * @groups: (array length=n_areas): the group of each area, from 0 on; negative to leave it out
 * @n_groups: number of groups
 * @error: return location for an error
 *
 * Makes the descriptive table by group and period. A group without areas has empty summaries.
 *
 * Fails with %WM_STATS_ERROR_BAD_INPUT when an area is in a group that does not exist.
 *
 * Returns: (transfer full): the table
 */
WmDescription *
wm_describe (const double  *values,
             gsize          n_areas,
             gsize          n_periods,
             const gint8   *groups,
             gsize          n_groups,
             GError       **error)
{
  WmDescription *self;

  g_return_val_if_fail (values != NULL && groups != NULL, NULL);

  for (gsize i = 0; i < n_areas; i++)
    if (groups[i] >= 0 && (gsize) groups[i] >= n_groups)
      {
        g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_BAD_INPUT,
                             _("An area is in a group that is not in the table."));
        return NULL;
      }
  self = g_new0 (WmDescription, 1);
  self->n_groups = n_groups;
  self->n_periods = n_periods;
  self->cells = g_new0 (WmSummary, n_groups * n_periods);
  self->totals = g_new0 (WmSummary, n_groups);
  for (gsize group = 0; group < n_groups; group++)
    describe_group (self, values, n_areas, groups, group);
  return self;
}

/**
 * wm_description_free:
 * @self: (nullable) (transfer full): a table
 *
 * Frees a descriptive table.
 */
void
wm_description_free (WmDescription *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self->totals);
  g_free (self);
}
