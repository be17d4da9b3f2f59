/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Before against after in one group. */

#include "panels.h"
#include "wm-prepost.h"
#include "wm-test.h"

static WmPrepostSpec
spec_of (const TestPanel *panel)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F" };

  return (WmPrepostSpec) { .values = panel->values, .n_areas = panel->n_areas,
                           .n_periods = panel->n_periods, .included = panel->groups,
                           .phases = panel->phases, .area_names = names, .level = 0.95 };
}

/* The treated areas of the unbalanced panel. Random and area effects: gretl 2022c. Paired: by hand,
 * the changes are 28.5 - 32, 36.5 - 40.5 and 24 - 26. */
static void
test_unbalanced (void)
{
  WmPrepostSpec spec = spec_of (&panel_unbalanced);
  g_autoptr (WmPrepostResult) r = wm_prepost_fit (&spec, NULL);
  double mean = -9.5 / 3, sd = sqrt (((3.5 * 3.5 + 16 + 4) - 3 * mean * mean) / 2);

  wm_assert_close (r->random_effects.estimate, -3.13841975614267, 1e-9);
  wm_assert_close (r->random_effects.std_error, 1.05686956387876, 1e-9);
  g_assert_cmpint (r->random_effects.distribution, ==, WM_DISTRIBUTION_NORMAL);
  wm_assert_close (r->fixed_effects.estimate, -3.28813559322035, 1e-9);
  wm_assert_close (r->fixed_effects.std_error, 0.652536258439816, 1e-9);
  wm_assert_close (r->fixed_effects.df, 9, 0);
  wm_assert_close (r->paired.estimate, mean, 1e-12);
  wm_assert_close (r->paired.std_error, sd / sqrt (3), 1e-12);
  wm_assert_close (r->paired.df, 2, 0);
  g_assert_cmpuint (r->n_areas, ==, 3);
  g_assert_cmpuint (r->n_paired, ==, 3);
  g_assert_cmpuint (r->n_obs, ==, 13);
  g_assert_cmpuint (r->before.n, ==, 8);
  g_assert_cmpuint (r->after.n, ==, 5);
  g_assert_cmpuint (r->all.n_missing, ==, 2);
  wm_assert_close (r->before.mean, 255.0 / 8, 1e-12);
  wm_assert_close (r->after.mean, 154.0 / 5, 1e-12);
  wm_assert_close (r->all.mean, 409.0 / 13, 1e-12);
  g_assert_true (wm_message_list_has (r->messages, "unbalanced"));
}

/* Complete data: all three give the same change, random and area effects the same error. */
static void
test_complete (void)
{
  WmPrepostSpec spec = spec_of (&panel_drifting);
  g_autoptr (WmPrepostResult) r = wm_prepost_fit (&spec, NULL);

  wm_assert_close (r->paired.estimate, -15.5 / 3, 1e-12);
  wm_assert_close (r->fixed_effects.estimate, r->paired.estimate, 1e-12);
  wm_assert_close (r->random_effects.estimate, r->paired.estimate, 1e-12);
  wm_assert_close (r->random_effects.std_error, r->fixed_effects.std_error, 1e-12);
  g_assert_cmpuint (r->messages->len, ==, 0);
}

/* One area: random effects and the paired test have nothing to go by, area effects do. */
static void
test_one_area (void)
{
  static const gint8 included[] = { 0, 1, 0, 0 };
  WmPrepostSpec spec = spec_of (&panel_balanced);
  g_autoptr (WmPrepostResult) r = NULL;

  spec.included = included;
  r = wm_prepost_fit (&spec, NULL);
  g_assert_cmpint (r->random_effects.distribution, ==, WM_DISTRIBUTION_NONE);
  g_assert_cmpstr (test_panel_message (r->messages, "no_residual_df")->subject, ==, "random_effects");
  g_assert_cmpint (r->paired.distribution, ==, WM_DISTRIBUTION_NONE);
  g_assert_cmpstr (test_panel_message (r->messages, "too_few")->subject, ==, "paired");
  wm_assert_close (r->paired.estimate, 25.5 - 61.0 / 3, 1e-12);
  wm_assert_close (r->fixed_effects.estimate, 25.5 - 61.0 / 3, 1e-12);
  g_assert_cmpint (r->fixed_effects.distribution, ==, WM_DISTRIBUTION_T);
}

static void
test_equal_changes (void)
{
  static const double values[] = { 1, 1, 3, 3, 5, 5, 7, 7 };
  static const gint8 phases[] = { 0, 0, 1, 1 };
  WmPrepostSpec spec = { .values = values, .n_areas = 2, .n_periods = 4, .phases = phases, .level = 0.95 };
  g_autoptr (WmPrepostResult) r = wm_prepost_fit (&spec, NULL);

  g_assert_true (wm_message_list_has (r->messages, "perfect_fit"));
  wm_assert_close (r->paired.estimate, 2, 1e-12);
  wm_assert_close (r->fixed_effects.estimate, 2, 1e-12);
  wm_assert_close (r->random_effects.estimate, 2, 1e-9);
  g_assert_cmpint (r->paired.distribution, ==, WM_DISTRIBUTION_NONE);
  g_assert_cmpint (r->fixed_effects.distribution, ==, WM_DISTRIBUTION_NONE);
  g_assert_cmpint (r->random_effects.distribution, ==, WM_DISTRIBUTION_NONE);
}

static void
test_no_area_on_both_sides (void)
{
  static const double values[] = { 1, 2, NAN, NAN, NAN, NAN, 7, 8 };
  static const gint8 phases[] = { 0, 0, 1, 1 };
  WmPrepostSpec spec = { .values = values, .n_areas = 2, .n_periods = 4, .phases = phases, .level = 0.95 };
  g_autoptr (WmPrepostResult) r = wm_prepost_fit (&spec, NULL);

  g_assert_cmpstr (test_panel_message (r->messages, "collinear_with_effect")->subject, ==, "fixed_effects");
  g_assert_true (isnan (r->fixed_effects.estimate) && isnan (r->paired.estimate));
  g_assert_cmpuint (r->n_paired, ==, 0);
}

static void
test_refusals (void)
{
  static const struct
  {
    double values[4];
    gint8 phases[4];
    WmStatsError code;
  } cases[] = {
    { { NAN, NAN, NAN, NAN }, { 0, 0, 1, 1 }, WM_STATS_ERROR_NO_TREATED },
    { { NAN, NAN, 1, 2 }, { 0, 0, 1, 1 }, WM_STATS_ERROR_NO_PRE },
    { { 1, 2, NAN, NAN }, { 0, 0, 1, 1 }, WM_STATS_ERROR_NO_POST },
    { { 2, 2, 2, 2 }, { 0, 0, 1, 1 }, WM_STATS_ERROR_CONSTANT_OUTCOME },
    { { 1e200, 2, 2, 2 }, { 0, 0, 1, 1 }, WM_STATS_ERROR_OVERFLOW },
    { { 1, INFINITY, 2, 2 }, { 0, 0, 1, 1 }, WM_STATS_ERROR_BAD_INPUT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmPrepostSpec spec = { .values = cases[i].values, .n_areas = 1, .n_periods = 4,
                             .phases = cases[i].phases, .level = 0.95 };
      g_autoptr (GError) error = NULL;

      g_assert_null (wm_prepost_fit (&spec, &error));
      g_assert_error (error, WM_STATS_ERROR, (gint) cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/prepost/unbalanced", test_unbalanced);
  g_test_add_func ("/stats/prepost/complete", test_complete);
  g_test_add_func ("/stats/prepost/one-area", test_one_area);
  g_test_add_func ("/stats/prepost/equal-changes", test_equal_changes);
  g_test_add_func ("/stats/prepost/no-area-on-both-sides", test_no_area_on_both_sides);
  g_test_add_func ("/stats/prepost/refusals", test_refusals);
  return g_test_run ();
}
