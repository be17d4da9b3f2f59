/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WmMeanInterval:
 * @mean: the mean; NaN without values
 * @low: lower end of the t interval; NaN below two values
 * @high: upper end; NaN below two values
 * @n: number of areas with a value
 *
 * A mean over areas with its interval, for the band of a chart. [unit of the indicator]
 */
typedef struct
{
  double mean;
  double low;
  double high;
  gsize n;
} WmMeanInterval;

void wm_interval_of_mean  (const double   *values,
                           gsize           n,
                           double          level,
                           WmMeanInterval *out);
void wm_interval_by_group (const double   *values,
                           gsize           n_areas,
                           gsize           n_periods,
                           const gint8    *groups,
                           gint8           group,
                           double          level,
                           WmMeanInterval *out);

G_END_DECLS
