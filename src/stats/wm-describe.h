/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-stats.h"

G_BEGIN_DECLS

/**
 * WmSummary:
 * @n: number of values
 * @n_missing: number of places without a value
 * @mean: arithmetic mean; NaN without values, like all that follow
 * @sd: sample standard deviation (n - 1); NaN below two values
 * @min: smallest value
 * @quartile_1: lower quartile, type 7 of Hyndman & Fan 1996
 * @median: median
 * @quartile_3: upper quartile, type 7
 * @max: largest value
 *
 * What a set of values looks like. [unit of the indicator]
 */
typedef struct
{
  gsize n;
  gsize n_missing;
  double mean;
  double sd;
  double min;
  double quartile_1;
  double median;
  double quartile_3;
  double max;
} WmSummary;

/**
 * WmDescription:
 * @n_groups: number of groups
 * @n_periods: number of periods
 * @cells: n_groups × n_periods, row-major: group g in period t at g * n_periods + t
 * @totals: for each group, over all its areas and periods
 *
 * A descriptive table by group and period.
 */
typedef struct
{
  gsize n_groups;
  gsize n_periods;
  WmSummary *cells;
  WmSummary *totals;
} WmDescription;

void           wm_summary_of        (const double  *values,
                                     gsize          n,
                                     WmSummary     *out);
WmDescription *wm_describe          (const double  *values,
                                     gsize          n_areas,
                                     gsize          n_periods,
                                     const gint8   *groups,
                                     gsize          n_groups,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           wm_description_free  (WmDescription *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmDescription, wm_description_free)

G_END_DECLS
