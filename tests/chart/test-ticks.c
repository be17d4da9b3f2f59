/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Ticks by their properties, over many ranges; scales by hand. */

#include "wm-scale.h"
#include "wm-test.h"
#include "wm-ticks.h"

static void
assert_step_is_round (double step)
{
  double mantissa = step / pow (10, floor (log10 (step) + 1e-9));

  g_assert_true (fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6
                 || fabs (mantissa - 2.5) < 1e-6 || fabs (mantissa - 5) < 1e-6);
}

static void
assert_ticks (double low, double high, gboolean with_zero, gboolean is_percent)
{
  WmTicks ticks = wm_ticks_choose (low, high, with_zero, is_percent);
  double first = wm_ticks_get_value (&ticks, 0), last = wm_ticks_get_value (&ticks, ticks.n - 1);
  double slack = 1e-6 * ticks.step;

  g_test_message ("%g to %g, zero %d, percent %d: %d ticks from %g by %g", low, high, with_zero,
                  is_percent, ticks.n, first, ticks.step);
  g_assert_cmpint (ticks.n, >=, 5);
  g_assert_cmpint (ticks.n, <=, 7);
  assert_step_is_round (ticks.step);
  g_assert_cmpfloat (first, <=, low + slack);
  g_assert_cmpfloat (last, >=, high - slack);
  if (with_zero)
    g_assert_true (first <= 0 && last >= 0);
  if (is_percent && low >= 0 && high <= 100)
    g_assert_true (first >= 0 && last <= 100 + 1e-9);
}

static void
test_many_ranges (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20251105);

  for (int i = 0; i < 2000; i++)
    {
      double size = pow (10, g_rand_double_range (random, -9, 12));
      double low = g_rand_double_range (random, -1, 1) * size;
      double high = low + g_rand_double_range (random, 1e-4, 2) * size;
      double a = g_rand_double_range (random, 0, 99.9), b = g_rand_double_range (random, a, 100);

      assert_ticks (low, high, i % 2 == 0, FALSE);
      assert_ticks (a, b, i % 2 == 0, TRUE);
    }
}

static void
test_odd_ranges (void)
{
  static const double values[] = { 0, 1, -1, 100, 99.99, 0.001, -7.3, 1e12, 1e-12, 50 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (int flags = 0; flags < 4; flags++)
      assert_ticks (values[i], values[i], flags & 1, flags & 2);
  assert_ticks (1e12, 1e12 + 1e-3, FALSE, FALSE);
  assert_ticks (0, 100, TRUE, TRUE);
  assert_ticks (-3, 120, TRUE, TRUE);
}

static void
test_no_values (void)
{
  WmTicks ticks = wm_ticks_choose (NAN, NAN, TRUE, FALSE);

  wm_assert_close (wm_ticks_get_value (&ticks, 0), 0, 0);
  wm_assert_close (wm_ticks_get_value (&ticks, ticks.n - 1), 1, 1e-12);
}

/* By hand. */
static void
test_known (void)
{
  static const struct
  {
    double low, high;
    gboolean with_zero;
    double first, step;
    int n, decimals;
  } cases[] = {
    { 38, 60, TRUE, 0, 10, 7, 0 },
    { 12, 41, TRUE, 0, 10, 6, 0 },
    { 0.1, 0.42, TRUE, 0, 0.1, 6, 1 },
    { -4, 9, TRUE, -5, 2.5, 7, 1 },
    { 92, 98, FALSE, 92, 1, 7, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmTicks ticks = wm_ticks_choose (cases[i].low, cases[i].high, cases[i].with_zero, FALSE);

      g_test_message ("%g to %g", cases[i].low, cases[i].high);
      wm_assert_close (wm_ticks_get_value (&ticks, 0), cases[i].first, 1e-12);
      wm_assert_close (ticks.step, cases[i].step, 1e-12);
      g_assert_cmpint (ticks.n, ==, cases[i].n);
      g_assert_cmpint (ticks.decimals, ==, cases[i].decimals);
    }
}

static void
test_zero_is_zero (void)
{
  WmTicks ticks = wm_ticks_choose (-0.3, 0.3, TRUE, FALSE);
  gboolean found = FALSE;

  for (int i = 0; i < ticks.n; i++)
    found = found || fpclassify (wm_ticks_get_value (&ticks, i)) == FP_ZERO;
  g_assert_true (found);
}

static void
test_scale (void)
{
  WmScale scale = { 0, 50, 400, 100 };
  WmScale flat = { 7, 7, 400, 100 };

  wm_assert_close (wm_scale_map (&scale, 25), 250, 1e-12);
  wm_assert_close (wm_scale_invert (&scale, 100), 50, 1e-12);
  wm_assert_close (wm_scale_map (&scale, NAN), NAN, 0);
  g_assert_true (wm_scale_is_degenerate (&flat));
  wm_assert_close (wm_scale_map (&flat, 7), NAN, 0);
  wm_assert_close (wm_scale_invert (&flat, 200), NAN, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/ticks/many-ranges", test_many_ranges);
  g_test_add_func ("/chart/ticks/odd-ranges", test_odd_ranges);
  g_test_add_func ("/chart/ticks/no-values", test_no_values);
  g_test_add_func ("/chart/ticks/known", test_known);
  g_test_add_func ("/chart/ticks/zero-is-zero", test_zero_is_zero);
  g_test_add_func ("/chart/scale", test_scale);
  return g_test_run ();
}
