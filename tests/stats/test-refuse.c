/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a difference-in-differences refuses and what it warns of: each code by a panel that earns it. */

#include <string.h>

#include "panels.h"
#include "wm-influence.h"
#include "wm-prepost.h"
#include "wm-pretrend.h"
#include "wm-test.h"

#define N NAN

/* Four areas in four periods, two of each, unless a case says otherwise. */
typedef struct
{
  const char *name;
  WmStatsError code;
  WmDidEstimator estimator;
  double values[16];
  gint8 groups[4];
  gint8 phases[4];
} Refusal;

static const Refusal refusals[] = {
  { "no_control", WM_STATS_ERROR_NO_CONTROL, WM_DID_POOLED,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 1, 1 }, { 0, 0, 1, 1 } },
  { "no_control/without-values", WM_STATS_ERROR_NO_CONTROL, WM_DID_POOLED,
    { 1, 2, 3, 5, 2, 3, 4, 4, N, N, N, N, N, N, N, N }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "no_treated", WM_STATS_ERROR_NO_TREATED, WM_DID_RANDOM_EFFECTS,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 0, 0, 0, 0 }, { 0, 0, 1, 1 } },
  { "no_treated/nothing-at-all", WM_STATS_ERROR_NO_CONTROL, WM_DID_RANDOM_EFFECTS,
    { N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "one-area", WM_STATS_ERROR_NO_CONTROL, WM_DID_TWO_WAY,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, -1, -1, -1 }, { 0, 0, 1, 1 } },
  { "no_pre", WM_STATS_ERROR_NO_PRE, WM_DID_FIXED_EFFECTS,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 1, 1, 1, 1 } },
  { "no_post", WM_STATS_ERROR_NO_POST, WM_DID_FIXED_EFFECTS,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 0, 0, 0, 0 } },
  { "one-period", WM_STATS_ERROR_NO_PRE, WM_DID_TWO_WAY,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { -1, -1, -1, 1 } },
  { "empty_cell", WM_STATS_ERROR_EMPTY_CELL, WM_DID_POOLED,
    { N, N, 3, 5, N, N, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "constant_outcome", WM_STATS_ERROR_CONSTANT_OUTCOME, WM_DID_POOLED,
    { 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "overflow", WM_STATS_ERROR_OVERFLOW, WM_DID_POOLED,
    { 1e200, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "overflow/of-the-sum", WM_STATS_ERROR_OVERFLOW, WM_DID_RANDOM_EFFECTS,
    { 1e308, 1e308, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "overflow/underflow", WM_STATS_ERROR_OVERFLOW, WM_DID_RANDOM_EFFECTS,
    { 1e-200, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "no_residual_df/fixed", WM_STATS_ERROR_NO_RESIDUAL_DF, WM_DID_FIXED_EFFECTS,
    { 1, 2, N, N, N, N, N, N, 1, 3, N, N, N, N, N, N }, { 1, 1, 0, 0 }, { 0, 1, 1, 1 } },
  { "no_residual_df/pooled", WM_STATS_ERROR_NO_RESIDUAL_DF, WM_DID_POOLED,
    { 1, 2, N, N, N, N, N, N, 1, 3, N, N, N, N, N, N }, { 1, 1, 0, 0 }, { 0, 1, 1, 1 } },
  { "no_residual_df/two-way", WM_STATS_ERROR_NO_RESIDUAL_DF, WM_DID_TWO_WAY,
    { 1, 2, N, N, N, N, N, N, 1, 3, N, N, N, N, N, N }, { 1, 1, 0, 0 }, { 0, 1, 1, 1 } },
  /* Two areas, two columns between them: nothing is left to see how much areas differ. */
  { "no_residual_df/random", WM_STATS_ERROR_NO_RESIDUAL_DF, WM_DID_RANDOM_EFFECTS,
    { 1, 2, 4, 3, N, N, N, N, 1, 3, 7, 5, N, N, N, N }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  /* One treated area only before, the other only after. */
  { "collinear_with_effect/areas", WM_STATS_ERROR_COLLINEAR_WITH_EFFECT, WM_DID_FIXED_EFFECTS,
    { 1, 2, N, N, N, N, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  /* The control areas likewise: the effect is then the change after the start. */
  { "collinear_with_effect/post", WM_STATS_ERROR_COLLINEAR_WITH_EFFECT, WM_DID_FIXED_EFFECTS,
    { 1, 3, 3, 2, 4, 5, 6, 6, 1, 2, N, N, N, N, 4, 4 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "collinear_with_effect/periods", WM_STATS_ERROR_COLLINEAR_WITH_EFFECT, WM_DID_TWO_WAY,
    { 1, 3, 3, 2, 4, 5, 6, 6, 1, 2, N, N, N, N, 4, 4 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "bad_input/infinite", WM_STATS_ERROR_BAD_INPUT, WM_DID_POOLED,
    { INFINITY, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 0, 0, 1, 1 } },
  { "bad_input/group", WM_STATS_ERROR_BAD_INPUT, WM_DID_POOLED,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 2 }, { 0, 0, 1, 1 } },
  { "bad_input/phase", WM_STATS_ERROR_BAD_INPUT, WM_DID_POOLED,
    { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6 }, { 1, 1, 0, 0 }, { 0, 0, 1, 3 } },
};

static WmDidSpec
spec_of (const double *values, const gint8 *groups, const gint8 *phases, WmDidEstimator estimator)
{
  static const char *const areas[] = { "A", "B", "C", "D" };

  return (WmDidSpec) { .values = values, .n_areas = 4, .n_periods = 4, .groups = groups,
                       .phases = phases, .area_names = areas, .estimator = estimator,
                       .level = 0.95 };
}

static void
test_refusal (gconstpointer data)
{
  const Refusal *c = data;
  WmDidSpec spec = spec_of (c->values, c->groups, c->phases, c->estimator);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmDidResult) result = wm_did_fit (&spec, &error);

  g_assert_null (result);
  g_assert_error (error, WM_STATS_ERROR, (gint) c->code);
  g_assert_cmpuint (strlen (error->message), >, 20);
}

static void
test_codes (void)
{
  g_assert_cmpstr (wm_stats_error_to_code (WM_STATS_ERROR_NO_CONTROL), ==, "no_control");
  g_assert_cmpstr (wm_stats_error_to_code (WM_STATS_ERROR_PRETREND_TOO_SHORT), ==, "pretrend_too_short");
  g_assert_cmpstr (wm_stats_error_to_code (-1), ==, "unknown");
  g_assert_cmpstr (wm_stats_error_to_code (99), ==, "unknown");
}

static const gint8 two_and_two[] = { 1, 1, 0, 0 };
static const gint8 from_third[] = { 0, 0, 1, 1 };
static const double ordinary[] = { 1, 2, 3, 5, 2, 3, 4, 4, 1, 3, 3, 2, 4, 5, 6, 6.5 };

static WmDidResult *
fit (const WmDidSpec *spec)
{
  g_autoptr (GError) error = NULL;
  WmDidResult *result = wm_did_fit (spec, &error);

  g_assert_no_error (error);
  return result;
}

/* The estimate stands; there is no error, no p-value and no interval. */
static void
assert_no_error_given (const WmDidResult *result, double estimate)
{
  const WmCoefficient *did = &result->coefficients[result->did];

  wm_assert_close (did->estimate, estimate, 1e-9);
  g_assert_cmpint (did->distribution, ==, WM_DISTRIBUTION_NONE);
  g_assert_true (isnan (did->std_error) && isnan (did->p_value) && isnan (did->statistic));
  g_assert_true (isnan (did->ci_low) && isnan (did->ci_high) && isnan (did->df));
}

static void
test_perfect_fit (void)
{
  /* Area level + 1 after the start + 2 more in the treated areas. */
  static const double values[] = { 1, 1, 4, 4, 6, 6, 9, 9, 2, 2, 3, 3, 9, 9, 10, 10 };
  static const WmDidEstimator estimators[] = { WM_DID_RANDOM_EFFECTS, WM_DID_FIXED_EFFECTS, WM_DID_TWO_WAY };

  for (gsize i = 0; i < G_N_ELEMENTS (estimators); i++)
    for (int errors = WM_ERRORS_CLASSICAL; errors <= WM_ERRORS_CLUSTER; errors++)
      {
        WmDidSpec spec = spec_of (values, two_and_two, from_third, estimators[i]);
        g_autoptr (WmDidResult) result = NULL;

        spec.errors = errors;
        result = fit (&spec);
        g_assert_true (wm_message_list_has (result->messages, "perfect_fit"));
        assert_no_error_given (result, 2);
      }
}

/* All areas alike and no noise: nothing within, nothing between. */
static void
test_perfect_fit_everywhere (void)
{
  static const double values[] = { 1, 1, 4, 4, 1, 1, 4, 4, 2, 2, 3, 3, 2, 2, 3, 3 };

  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    {
      WmDidSpec spec = spec_of (values, two_and_two, from_third, e);
      g_autoptr (WmDidResult) result = fit (&spec);

      g_assert_true (wm_message_list_has (result->messages, "perfect_fit"));
      assert_no_error_given (result, 2);
    }
}

static void
test_lonely_areas (void)
{
  static const gint8 groups[] = { 1, -1, -1, 0 };
  WmDidSpec spec = spec_of (ordinary, groups, from_third, WM_DID_FIXED_EFFECTS);
  g_autoptr (WmDidResult) classical = fit (&spec);
  g_autoptr (WmDidResult) clustered = NULL;
  const WmMessage *message;

  message = test_panel_message (classical->messages, "one_treated_cluster");
  g_assert_cmpstr (message->subject, ==, "A; D");
  g_assert_cmpint (classical->coefficients[classical->did].distribution, ==, WM_DISTRIBUTION_T);
  spec.errors = WM_ERRORS_CLUSTER;
  clustered = fit (&spec);
  assert_no_error_given (clustered, classical->coefficients[classical->did].estimate);
}

/* Noise over the years, but every area of a group changes alike: no clustered error. */
static void
test_no_clustered_error (void)
{
  static const double values[] = { 1, 3, 5, 6, 2, 2, 6, 5, 4, 1, 3, 3, 2, 3, 2, 4 };
  WmDidSpec spec = spec_of (values, two_and_two, from_third, WM_DID_FIXED_EFFECTS);
  g_autoptr (WmDidResult) result = NULL;

  spec.errors = WM_ERRORS_CLUSTER;
  result = fit (&spec);
  g_assert_true (wm_message_list_has (result->messages, "no_clustered_error"));
  assert_no_error_given (result, 3.5 - 0.5);
}

static void
test_gaps_are_named (void)
{
  static const double values[] = {
    1, 2, 3, 5, /**/
    2, 3, N, N, /**/
    N, N, N, N, /**/
    1, 3, 3, 2, /**/
    N, N, 6, 7, /**/
    4, 6, 5, 6,
  };
  static const gint8 groups[] = { 1, 1, 1, 0, 0, 0 };
  static const char *const names[] = { "A", "B", "C", "D", "E", "F" };
  WmDidSpec spec = spec_of (values, groups, from_third, WM_DID_RANDOM_EFFECTS);
  g_autoptr (WmDidResult) result = NULL;

  spec.n_areas = 6;
  spec.area_names = names;
  result = fit (&spec);
  g_assert_cmpstr (test_panel_message (result->messages, "area_without_values")->subject, ==, "C");
  g_assert_cmpstr (test_panel_message (result->messages, "area_only_before")->subject, ==, "B");
  g_assert_cmpstr (test_panel_message (result->messages, "area_only_after")->subject, ==, "E");
  wm_assert_close (test_panel_message (result->messages, "unbalanced")->number, 2, 0);
  wm_assert_close (test_panel_message (result->messages, "few_clusters")->number, 5, 0);
  g_assert_false (wm_message_list_has (result->messages, "one_treated_cluster"));
  g_assert_cmpuint (result->n_areas, ==, 5);
}

static void
test_enough_clusters (void)
{
  double values[40];
  gint8 groups[10];
  WmDidSpec spec;
  g_autoptr (WmDidResult) result = NULL;

  for (gsize i = 0; i < 10; i++)
    {
      groups[i] = i < 5;
      for (gsize t = 0; t < 4; t++)
        values[i * 4 + t] = (i * 7 + t * t * 3 + i * t) % 11;
    }
  spec = spec_of (values, groups, from_third, WM_DID_TWO_WAY);
  spec.n_areas = 10;
  spec.area_names = NULL;
  result = fit (&spec);
  g_assert_cmpuint (result->messages->len, ==, 0);
}

static WmDidSpec
with_covariate (WmDidEstimator estimator, const double *const *covariates, gsize n)
{
  static const char *const names[] = { "staff", "budget" };
  WmDidSpec spec = spec_of (ordinary, two_and_two, from_third, estimator);

  spec.covariates = covariates;
  spec.covariate_names = names;
  spec.n_covariates = n;
  return spec;
}

/* A covariate that is the effect's column, but for noise of 1e-13. */
static void
test_covariate_is_effect (void)
{
  double x[16];
  const double *covariates[] = { x };

  for (gsize i = 0; i < 16; i++)
    x[i] = 3 + 5 * (i / 4 < 2 && i % 4 >= 2) + (i % 2 == 0 ? 1e-13 : -1e-13);
  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    {
      WmDidSpec spec = with_covariate (e, covariates, 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (WmDidResult) result = wm_did_fit (&spec, &error);

      g_assert_null (result);
      g_assert_error (error, WM_STATS_ERROR, WM_STATS_ERROR_COLLINEAR_WITH_EFFECT);
      g_assert_nonnull (strstr (error->message, "staff"));
    }
}

/* The second covariate is a multiple of the first: it goes, is named, and nothing else changes. */
static void
test_covariate_depends (void)
{
  static const double x[] = { 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3 };
  double twice[16];
  const double *covariates[] = { x, twice };

  for (gsize i = 0; i < 16; i++)
    twice[i] = 2 * x[i] + 1;
  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    {
      WmDidSpec one = with_covariate (e, covariates, 1);
      WmDidSpec two = with_covariate (e, covariates, 2);
      g_autoptr (WmDidResult) without = fit (&one);
      g_autoptr (WmDidResult) with = fit (&two);
      const WmMessage *message = test_panel_message (with->messages, "collinear_covariate");

      g_assert_nonnull (message);
      g_assert_true (g_str_has_prefix (message->subject, "budget; "));
      g_assert_nonnull (strstr (message->subject, "staff"));
      g_assert_cmpuint (with->n_coefficients, ==, without->n_coefficients);
      wm_assert_close (with->coefficients[with->did].estimate,
                       without->coefficients[without->did].estimate, 1e-11);
      wm_assert_close (with->coefficients[with->did].std_error,
                       without->coefficients[without->did].std_error, 1e-11);
    }
}

/* One that is the same in all periods goes from area effects, and stays in the others; one that is
 * the same everywhere goes from all. */
static void
test_covariate_is_constant (void)
{
  double by_area[16], same[16];
  const double *of_area[] = { by_area };
  const double *of_all[] = { same };

  for (gsize i = 0; i < 16; i++)
    {
      static const double levels[] = { 0.1, 0.7, 0.3, 0.9 };

      by_area[i] = levels[i / 4];
      same[i] = 0.1;
    }
  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    {
      WmDidSpec spec = with_covariate (e, of_area, 1);
      WmDidSpec all = with_covariate (e, of_all, 1);
      g_autoptr (WmDidResult) result = fit (&spec);
      g_autoptr (WmDidResult) nowhere = fit (&all);
      gboolean fixed = e >= WM_DID_FIXED_EFFECTS;

      g_assert_cmpint (wm_message_list_has (result->messages, "time_constant_covariate_in_fe"), ==, fixed);
      g_assert_true (wm_message_list_has (nowhere->messages, fixed ? "time_constant_covariate_in_fe"
                                                                   : "collinear_covariate"));
      wm_assert_close (nowhere->coefficients[nowhere->did].estimate, 2 - 1.125, 1e-11);
    }
}

/* The same in all areas: period effects take it up. */
static void
test_covariate_is_national (void)
{
  double x[16];
  const double *covariates[] = { x };
  WmDidSpec spec;
  g_autoptr (WmDidResult) result = NULL;

  for (gsize i = 0; i < 16; i++)
    x[i] = (i % 4) * (i % 4) + 1;
  spec = with_covariate (WM_DID_TWO_WAY, covariates, 1);
  result = fit (&spec);
  g_assert_cmpstr (test_panel_message (result->messages, "collinear_covariate")->subject, ==, "staff");
  g_assert_cmpuint (result->n_coefficients, ==, 1);
  wm_assert_close (result->coefficients[0].estimate, 2 - 1.125, 1e-11);
}

/* A covariate whose squares are infinite is refused, not taken for one that does not vary. */
static void
test_covariate_overflows (void)
{
  double x[16];
  const double *covariates[] = { x };

  for (gsize i = 0; i < 16; i++)
    x[i] = 1e200 * (i * i % 7);
  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    {
      WmDidSpec spec = with_covariate (e, covariates, 1);
      g_autoptr (GError) error = NULL;

      g_assert_null (wm_did_fit (&spec, &error));
      g_assert_error (error, WM_STATS_ERROR, WM_STATS_ERROR_OVERFLOW);
    }
}

/* A t of 1e9 has no p-value of 0. */
static void
test_p_is_never_zero (void)
{
  WmCoefficient c = { 0 };

  wm_coefficient_infer (&c, 1e9, 1, WM_DISTRIBUTION_NORMAL, NAN, 0.95);
  g_assert_cmpfloat (c.p_value, >, 0);
  wm_coefficient_infer (&c, 0, 1, WM_DISTRIBUTION_T, 2.5, 0.95);
  wm_assert_close (c.p_value, 1, 0);
  wm_coefficient_infer (&c, 1, INFINITY, WM_DISTRIBUTION_T, 3, 0.95);
  g_assert_cmpint (c.distribution, ==, WM_DISTRIBUTION_NONE);
}

static void
assert_sound (const WmCoefficient *c)
{
  g_assert_true (isfinite (c->estimate));
  if (c->distribution == WM_DISTRIBUTION_NONE)
    {
      g_assert_true (isnan (c->std_error) && isnan (c->p_value) && isnan (c->ci_low));
      return;
    }
  g_assert_true (c->std_error > 0 && isfinite (c->std_error) && isfinite (c->statistic));
  g_assert_true (c->p_value > 0 && c->p_value <= 1);
  g_assert_true (c->ci_low < c->estimate && c->estimate < c->ci_high);
  g_assert_true (c->distribution == WM_DISTRIBUTION_NORMAL || c->df >= 1);
}

/* Whatever the effect's own fit made of it: the others say no more than they can. */
static void
assert_others_sound (const WmDidSpec *spec, gboolean fitted)
{
  WmPrepostSpec prepost = { .values = spec->values, .n_areas = spec->n_areas,
                            .n_periods = spec->n_periods, .included = spec->groups,
                            .phases = spec->phases, .level = 0.95 };
  g_autoptr (WmInfluenceResult) influence = wm_influence_fit (spec, NULL);
  g_autoptr (WmPretrendResult) pretrend = wm_pretrend_fit (spec, NULL);
  g_autoptr (WmPrepostResult) change = wm_prepost_fit (&prepost, NULL);

  g_assert_true ((influence != NULL) == fitted);
  if (pretrend != NULL)
    assert_sound (&pretrend->classical);
  if (pretrend != NULL)
    assert_sound (&pretrend->clustered);
  if (change != NULL && change->fixed_effects.distribution != WM_DISTRIBUTION_NONE)
    assert_sound (&change->fixed_effects);
  if (change != NULL && change->random_effects.distribution != WM_DISTRIBUTION_NONE)
    assert_sound (&change->random_effects);
  if (change != NULL && change->paired.distribution != WM_DISTRIBUTION_NONE)
    assert_sound (&change->paired);
}

/* Small panels full of gaps, ties and steps of a few whole numbers: refused in words, or sound. */
static void
test_any_small_panel (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (903);
  gsize n_fitted = 0;

  for (int round = 0; round < 4000; round++)
    {
      double values[30], x[30];
      gint8 groups[6], phases[5];
      const double *covariates[] = { x };
      static const char *const names[] = { "x" };
      int gaps = g_rand_int_range (rand, 0, 7), steps = g_rand_int_range (rand, 1, 5);
      WmDidSpec spec = spec_of (values, groups, phases, g_rand_int_range (rand, 0, 4));
      g_autoptr (GError) error = NULL;
      g_autoptr (WmDidResult) result = NULL;

      for (gsize i = 0; i < 30; i++)
        {
          values[i] = g_rand_int_range (rand, 0, 10) < gaps ? NAN : g_rand_int_range (rand, 0, steps + 1);
          x[i] = g_rand_int_range (rand, 0, steps + 1);
        }
      for (gsize i = 0; i < 6; i++)
        groups[i] = g_rand_int_range (rand, 0, 20) == 0 ? -1 : (gint8) (i % 2);
      for (gsize t = 0; t < 5; t++)
        phases[t] = t >= 3;
      spec.n_areas = g_rand_int_range (rand, 2, 7);
      spec.n_periods = g_rand_int_range (rand, 4, 6);
      spec.area_names = NULL;
      spec.errors = round % 2;
      spec.harmonic_between = round % 3 == 0;
      spec.covariates = covariates;
      spec.covariate_names = names;
      spec.n_covariates = round % 5 == 0;
      result = wm_did_fit (&spec, &error);
      g_assert_true ((result == NULL) == (error != NULL));
      n_fitted += result != NULL;
      for (gsize i = 0; result != NULL && i < result->n_coefficients; i++)
        assert_sound (&result->coefficients[i]);
      if (round % 4 == 0)
        assert_others_sound (&spec, result != NULL);
    }
  g_assert_cmpuint (n_fitted, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/refuse/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
  g_test_add_func ("/stats/refuse/codes", test_codes);
  g_test_add_func ("/stats/warn/perfect_fit", test_perfect_fit);
  g_test_add_func ("/stats/warn/perfect_fit/everywhere", test_perfect_fit_everywhere);
  g_test_add_func ("/stats/warn/one_treated_cluster", test_lonely_areas);
  g_test_add_func ("/stats/warn/no_clustered_error", test_no_clustered_error);
  g_test_add_func ("/stats/warn/gaps-are-named", test_gaps_are_named);
  g_test_add_func ("/stats/warn/enough-clusters", test_enough_clusters);
  g_test_add_func ("/stats/warn/covariate-is-effect", test_covariate_is_effect);
  g_test_add_func ("/stats/warn/covariate-depends", test_covariate_depends);
  g_test_add_func ("/stats/warn/covariate-is-constant", test_covariate_is_constant);
  g_test_add_func ("/stats/warn/covariate-is-national", test_covariate_is_national);
  g_test_add_func ("/stats/refuse/overflow/covariate", test_covariate_overflows);
  g_test_add_func ("/stats/refuse/any-small-panel", test_any_small_panel);
  g_test_add_func ("/stats/warn/p-is-never-zero", test_p_is_never_zero);
  return g_test_run ();
}
