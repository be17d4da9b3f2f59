/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Figures of one set of values, in which NaN is a missing value and is passed over. */

#include "config.h"

#include "wm-vec.h"

#include <math.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

/**
 * wm_vec_count:
 * @values: (array length=n): values; NaN where missing
 * @n: length of @values
 *
 * Counts the places that hold a value.
 *
 * Returns: how many values there are
 */
gsize
wm_vec_count (const double *values, gsize n)
{
  gsize count = 0;

  for (gsize i = 0; i < n; i++)
    count += !isnan (values[i]);
  return count;
}

static double
sum_of_deviations (const double *values, gsize n, double from)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      sum += values[i] - from;
  return sum;
}

/**
 * wm_vec_mean:
 * @values: (array length=n): values; NaN where missing
 * @n: length of @values
 *
 * The arithmetic mean in two passes: the second adds what rounding lost in the first, so that
 * values near 1e12 keep their differences.
 *
 * Returns: the mean; NaN without values
 */
double
wm_vec_mean (const double *values, gsize n)
{
  gsize count = wm_vec_count (values, n);
  double first;

  if (count == 0)
    return NAN;
  first = sum_of_deviations (values, n, 0) / count;
  return first + sum_of_deviations (values, n, first) / count;
}

/**
 * wm_vec_sd:
 * @values: (array length=n): values; NaN where missing
 * @n: length of @values
 *
 * The sample standard deviation (n - 1), from deviations from the mean.
 *
 * Returns: the standard deviation; NaN below two values
 */
double
wm_vec_sd (const double *values, gsize n)
{
  gsize count = wm_vec_count (values, n);
  double mean = wm_vec_mean (values, n);
  double squares = 0;

  if (count < 2)
    return NAN;
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      squares += (values[i] - mean) * (values[i] - mean);
  return sqrt (squares / (count - 1));
}

/**
 * wm_vec_min:
 * @values: (array length=n): values; NaN where missing
 * @n: length of @values
 *
 * Finds the smallest value.
 *
 * Returns: the smallest value; NaN without values
 */
double
wm_vec_min (const double *values, gsize n)
{
  double least = NAN;

  for (gsize i = 0; i < n; i++)
    least = fmin (least, values[i]);
  return least;
}

/**
 * wm_vec_max:
 * @values: (array length=n): values; NaN where missing
 * @n: length of @values
 *
 * Finds the largest value.
 *
 * Returns: the largest value; NaN without values
 */
double
wm_vec_max (const double *values, gsize n)
{
  double most = NAN;

  for (gsize i = 0; i < n; i++)
    most = fmax (most, values[i]);
  return most;
}

/**
 * wm_vec_quantile:
 * @values: (array length=n): values in any order; NaN where missing
 * @n: length of @values
 * @p: which quantile, 0 to 1
 *
 * The quantile by linear interpolation between the order statistics: type 7 of Hyndman & Fan 1996,
 * what R and spreadsheets give by default.
 *
 * Returns: the quantile; NaN without values
 */
double
wm_vec_quantile (const double *values, gsize n, double p)
{
  g_autofree double *sorted = NULL;
  gsize count = 0;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  sorted = g_new (double, n);
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      sorted[count++] = values[i];
  if (count == 0)
    return NAN;
  gsl_sort (sorted, 1, count);
  return gsl_stats_quantile_from_sorted_data (sorted, 1, count, p);
}

/**
 * wm_vec_median:
 * @values: (array length=n): values in any order; NaN where missing
 * @n: length of @values
 *
 * The middle value, or the mean of the two middle ones.
 *
 * Returns: the median; NaN without values
 */
double
wm_vec_median (const double *values, gsize n)
{
  return wm_vec_quantile (values, n, 0.5);
}

/**
 * wm_vec_rank:
 * @values: (array length=n): values; NaN where missing
 * @n: length of @values
 * @index: which value to place
 * @order: which end is place 1
 * @n_tied: (out) (optional): how many values, itself included, stand on this place; 0 when missing
 *
 * The place of a value among all, as in a competition: equal values share the best place, and the
 * next one is as many places further down (1, 2, 2, 4).
 *
 * Returns: the place, from 1 on; 0 when the value itself is missing
 */
gsize
wm_vec_rank (const double *values, gsize n, gsize index, WmRankOrder order, gsize *n_tied)
{
  gsize better = 0, tied = 0;

  g_return_val_if_fail (index < n, 0);

  for (gsize i = 0; i < n; i++)
    {
      better += order == WM_RANK_HIGHEST_FIRST ? values[i] > values[index] : values[i] < values[index];
      tied += values[i] == values[index];
    }
  if (n_tied != NULL)
    *n_tied = tied;
  return isnan (values[index]) ? 0 : better + 1;
}
