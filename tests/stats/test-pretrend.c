/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Were the groups moving apart before the start? And does the effect hang on one area or value? */

#include "panels.h"
#include "wm-influence.h"
#include "wm-pretrend.h"
#include "wm-test.h"

/* gretl 2022c: ols with area and period dummies. Its clustered error counts the 9 columns; with the
 * area effects nested 4 are counted, of 18 and of 15 rows. */
static void
test_slope (void)
{
  static const struct
  {
    const TestPanel *panel;
    double slope, classical, clustered, df;
  } cases[] = {
    { &panel_drifting, -1.0 / 3, 0.517194075695146, 0.409757531435239, 9 },
    { &panel_unbalanced, -1.0 / 6, 0.730719246553659, 1.15944265499989, 6 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmDidSpec spec = test_panel_spec (cases[i].panel, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER);
      g_autoptr (WmPretrendResult) r = wm_pretrend_fit (&spec, NULL);
      double n = r->n_obs;

      wm_assert_close (r->classical.estimate, cases[i].slope, 1e-11);
      wm_assert_close (r->clustered.estimate, cases[i].slope, 1e-11);
      wm_assert_close (r->classical.std_error, cases[i].classical, 1e-9);
      wm_assert_close (r->classical.df, cases[i].df, 0);
      wm_assert_close (r->clustered.std_error, cases[i].clustered * sqrt ((n - 9) / (n - 4)), 1e-9);
      wm_assert_close (r->clustered.df, 5, 0);
      wm_assert_close (test_panel_message (r->messages, "few_clusters")->number, 6, 0);
      g_assert_false (wm_message_list_has (r->messages, "pretrend_visible"));
    }
}

static void
test_gaps (void)
{
  WmDidSpec spec = test_panel_spec (&panel_drifting, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER);
  g_autoptr (WmPretrendResult) r = wm_pretrend_fit (&spec, NULL);
  static const double gaps[] = { 32 - 36, 34 - 110.0 / 3, 33 - 113.0 / 3 };

  g_assert_cmpuint (r->n_gaps, ==, 3);
  for (gsize i = 0; i < 3; i++)
    {
      g_assert_cmpuint (r->gaps[i].period, ==, i);
      wm_assert_close (r->gaps[i].gap, gaps[i], 1e-12);
    }
  wm_assert_close (r->gaps[1].control, 110.0 / 3, 1e-12);
}

static void
test_visible (void)
{
  /* The treated areas climb by about one a period more. */
  static const double values[] = {
    1, 2.1, 3, 9, 9,   /**/
    2, 3, 4.1, 9, 9,   /**/
    1, 1, 1, 1, 1,     /**/
    4, 4.1, 4, 4, 4,
  };
  WmDidSpec spec = test_panel_spec (&panel_balanced, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER);
  g_autoptr (WmPretrendResult) r = NULL;

  spec.values = values;
  r = wm_pretrend_fit (&spec, NULL);
  g_assert_true (wm_message_list_has (r->messages, "pretrend_visible"));
  wm_assert_close (r->classical.estimate, 1.025, 1e-12);
}

static void
test_refusals (void)
{
  static const struct
  {
    gint8 phases[5];
    gint8 groups[4];
    WmStatsError code;
  } cases[] = {
    { { 0, 0, 1, 1, 1 }, { 1, 1, 0, 0 }, WM_STATS_ERROR_PRETREND_TOO_SHORT },
    { { 1, 1, 1, 1, 1 }, { 1, 1, 0, 0 }, WM_STATS_ERROR_NO_CONTROL },
    { { 0, 0, 0, 1, 1 }, { 1, 1, -1, 1 }, WM_STATS_ERROR_NO_CONTROL },
    { { 0, 0, 0, 1, 1 }, { 0, 0, 0, 0 }, WM_STATS_ERROR_NO_TREATED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmDidSpec spec = test_panel_spec (&panel_balanced, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER);
      g_autoptr (GError) error = NULL;

      spec.phases = cases[i].phases;
      spec.groups = cases[i].groups;
      g_assert_null (wm_pretrend_fit (&spec, &error));
      g_assert_error (error, WM_STATS_ERROR, (gint) cases[i].code);
    }
}

/* The effect by a fit of its own on the panel without what is left out. */
static double
effect_without (const TestPanel *panel, WmDidEstimator estimator, gsize area, gsize period, double *p_value)
{
  double values[30];
  WmDidSpec spec = test_panel_spec (panel, estimator, WM_ERRORS_CLUSTER);
  g_autoptr (WmDidResult) result = NULL;

  for (gsize i = 0; i < panel->n_areas * panel->n_periods; i++)
    values[i] = i / panel->n_periods == area && (period == G_MAXSIZE || i % panel->n_periods == period)
                  ? NAN
                  : panel->values[i];
  spec.values = values;
  result = wm_did_fit (&spec, NULL);
  if (result == NULL)
    return NAN;
  *p_value = result->coefficients[result->did].p_value;
  return result->coefficients[result->did].estimate;
}

/* Against every area and every value left out by hand. */
static void
test_influence (gconstpointer data)
{
  const TestPanel *panel = data;

  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    {
      WmDidSpec spec = test_panel_spec (panel, e, WM_ERRORS_CLUSTER);
      g_autoptr (WmInfluenceResult) r = wm_influence_fit (&spec, NULL);
      double most = 0;

      g_assert_cmpuint (r->n_areas, ==, panel->n_areas);
      for (gsize i = 0; i < r->n_areas; i++)
        {
          double p = NAN, effect = effect_without (panel, e, i, G_MAXSIZE, &p);

          wm_assert_close (r->areas[i].estimate, effect, 1e-12);
          wm_assert_close (r->areas[i].p_value, p, 1e-12);
          g_assert_cmpint (r->areas[i].changes_decision, ==, (p < 0.05) != (r->p_value < 0.05));
          g_assert_cmpfloat (fabs (effect - r->estimate), <=,
                             fabs (r->areas[r->area].estimate - r->estimate));
          for (gsize t = 0; t < panel->n_periods; t++)
            most = fmax (most, fabs (effect_without (panel, e, i, t, &p) - r->estimate));
        }
      wm_assert_close (fabs (r->value.estimate - r->estimate), most, 1e-12);
    }
}

/* One odd value makes the result, and one area: both are found, and said. */
static void
test_influence_of_one_value (void)
{
  double values[20];
  WmDidSpec spec = test_panel_spec (&panel_balanced, WM_DID_TWO_WAY, WM_ERRORS_CLASSICAL);
  g_autoptr (WmInfluenceResult) r = NULL;

  for (gsize i = 0; i < 20; i++)
    values[i] = panel_balanced.values[i];
  values[1 * 5 + 4] = -40;
  spec.values = values;
  r = wm_influence_fit (&spec, NULL);
  g_assert_cmpfloat (r->estimate, <, 0);
  g_assert_cmpuint (r->value.area, ==, 1);
  g_assert_cmpuint (r->value.period, ==, 4);
  g_assert_cmpfloat (r->value.estimate, >, 0);
  g_assert_true (r->value.changes_sign);
  g_assert_true (r->value.changes_decision);
  g_assert_true (r->areas[1].changes_sign);
  g_assert_false (r->areas[0].changes_sign);
}

static void
test_influence_of_the_only_one (void)
{
  static const gint8 groups[] = { 1, -1, 0, 0 };
  WmDidSpec spec = test_panel_spec (&panel_balanced, WM_DID_FIXED_EFFECTS, WM_ERRORS_CLASSICAL);
  g_autoptr (WmInfluenceResult) r = NULL;
  g_autoptr (GError) error = NULL;

  spec.groups = groups;
  r = wm_influence_fit (&spec, NULL);
  g_assert_cmpuint (r->n_areas, ==, 3);
  g_assert_true (isnan (r->areas[0].estimate));
  g_assert_false (r->areas[0].changes_sign || r->areas[0].changes_decision);
  g_assert_cmpuint (r->area, !=, 0);
  spec.level = 2;
  g_assert_null (wm_influence_fit (&spec, &error));
  g_assert_error (error, WM_STATS_ERROR, WM_STATS_ERROR_BAD_INPUT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/pretrend/slope", test_slope);
  g_test_add_func ("/stats/pretrend/gaps", test_gaps);
  g_test_add_func ("/stats/pretrend/visible", test_visible);
  g_test_add_func ("/stats/pretrend/refusals", test_refusals);
  g_test_add_data_func ("/stats/influence/balanced", &panel_balanced, test_influence);
  g_test_add_data_func ("/stats/influence/unbalanced", &panel_unbalanced, test_influence);
  g_test_add_data_func ("/stats/influence/drifting", &panel_drifting, test_influence);
  g_test_add_func ("/stats/influence/one-value", test_influence_of_one_value);
  g_test_add_func ("/stats/influence/the-only-one", test_influence_of_the_only_one);
  return g_test_run ();
}
