/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Figures of one set of values, descriptive tables and intervals of means. */

#include "wm-describe.h"
#include "wm-interval.h"
#include "wm-stats.h"
#include "wm-test.h"
#include "wm-vec.h"

/* Quantiles computed by hand from the definition of type 7: place 1 + p (n - 1). */
static void
test_vec (void)
{
  static const struct
  {
    double values[5];
    gsize n, count;
    double mean, sd, min, max, median, lower, upper;
  } cases[] = {
    { { 0 }, 0, 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN },
    { { NAN, NAN }, 2, 0, NAN, NAN, NAN, NAN, NAN, NAN, NAN },
    { { 3 }, 1, 1, 3, NAN, 3, 3, 3, 3, 3 },
    { { NAN, 4, 2 }, 3, 2, 3, M_SQRT2, 2, 4, 3, 2.5, 3.5 },
    { { 5, 1, 4, 2 }, 4, 4, 3, 1.8257418583505538, 1, 5, 3, 1.75, 4.25 },
    { { 1e12 + 1, 1e12 + 2, 1e12 + 3, NAN, 1e12 + 6 }, 5, 4, 1e12 + 3, 2.160246899469287,
      1e12 + 1, 1e12 + 6, 1e12 + 2.5, 1e12 + 1.75, 1e12 + 3.75 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double *v = cases[i].values;
      gsize n = cases[i].n;

      g_assert_cmpuint (wm_vec_count (v, n), ==, cases[i].count);
      wm_assert_close (wm_vec_mean (v, n), cases[i].mean, 1e-16);
      wm_assert_close (wm_vec_sd (v, n), cases[i].sd, 1e-14);
      wm_assert_close (wm_vec_min (v, n), cases[i].min, 0);
      wm_assert_close (wm_vec_max (v, n), cases[i].max, 0);
      wm_assert_close (wm_vec_median (v, n), cases[i].median, 1e-15);
      wm_assert_close (wm_vec_quantile (v, n, 0.25), cases[i].lower, 1e-15);
      wm_assert_close (wm_vec_quantile (v, n, 0.75), cases[i].upper, 1e-15);
    }
}

static void
test_rank (void)
{
  static const double values[] = { 11, 7, NAN, 11, 3, 7, 7 };
  static const gsize highest[] = { 1, 3, 0, 1, 6, 3, 3 };
  static const gsize lowest[] = { 5, 2, 0, 5, 1, 2, 2 };
  static const gsize tied[] = { 2, 3, 0, 2, 1, 3, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gsize n_tied = 99;

      g_assert_cmpuint (wm_vec_rank (values, 7, i, WM_RANK_HIGHEST_FIRST, &n_tied), ==, highest[i]);
      g_assert_cmpuint (n_tied, ==, tied[i]);
      g_assert_cmpuint (wm_vec_rank (values, 7, i, WM_RANK_LOWEST_FIRST, NULL), ==, lowest[i]);
    }
}

static const double table[] = {
  1, 2, NAN, /**/
  3, 4, 5,   /**/
  8, NAN, 6, /**/
  9, 9, 9,
};
static const gint8 groups[] = { 0, 0, 1, -1 };

static void
test_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmDescription) d = wm_describe (table, 4, 3, groups, 3, &error);

  g_assert_no_error (error);
  wm_assert_close (d->cells[0].mean, 2, 1e-15);
  wm_assert_close (d->cells[1].median, 3, 1e-15);
  g_assert_cmpuint (d->cells[2].n, ==, 1);
  g_assert_cmpuint (d->cells[2].n_missing, ==, 1);
  wm_assert_close (d->cells[2].sd, NAN, 0);
  wm_assert_close (d->cells[3].mean, 8, 1e-15);
  g_assert_cmpuint (d->cells[4].n, ==, 0);
  wm_assert_close (d->cells[4].mean, NAN, 0);
  wm_assert_close (d->totals[0].mean, 3, 1e-15);
  g_assert_cmpuint (d->totals[0].n, ==, 5);
  wm_assert_close (d->totals[1].mean, 7, 1e-15);
  g_assert_cmpuint (d->totals[2].n + d->totals[2].n_missing, ==, 0);
  g_assert_null (wm_describe (table, 4, 3, groups, 1, &error));
  g_assert_error (error, WM_STATS_ERROR, WM_STATS_ERROR_BAD_INPUT);
}

/* t(0.975, 1) = 12.7062047361747, t(0.95, 3) = 2.35336343480182 (tables). */
static void
test_interval (void)
{
  static const double four[] = { 5, 1, 4, 2 };
  WmMeanInterval of_four, by_period[3];
  double reach = 2.35336343480182 * 1.8257418583505538 / 2;

  wm_interval_of_mean (four, 4, 0.90, &of_four);
  wm_assert_close (of_four.low, 3 - reach, 1e-12);
  wm_assert_close (of_four.high, 3 + reach, 1e-12);
  wm_interval_by_group (table, 4, 3, groups, 0, 0.95, by_period);
  wm_assert_close (by_period[0].mean, 2, 1e-15);
  wm_assert_close (by_period[0].high, 2 + 12.7062047361747, 1e-12);
  g_assert_cmpuint (by_period[2].n, ==, 1);
  wm_assert_close (by_period[2].mean, 5, 1e-15);
  wm_assert_close (by_period[2].low, NAN, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/vec/figures", test_vec);
  g_test_add_func ("/stats/vec/rank", test_rank);
  g_test_add_func ("/stats/describe/table", test_table);
  g_test_add_func ("/stats/interval/mean", test_interval);
  return g_test_run ();
}
