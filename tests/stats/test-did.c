/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Difference in differences against other programs, and the identities that hold for complete
 * panels. Figures computed with R 4.2.2 (plm 2.6-2, sandwich 3.0-2) unless they say otherwise. */

#include "panels.h"
#include "wm-ols.h"
#include "wm-test.h"

#define TOLERANCE 1e-9

typedef struct
{
  const char *name;
  const TestPanel *panel;
  WmDidEstimator estimator;
  WmErrors errors;
  gboolean harmonic;
  double did, std_error, df, p_value; /* NaN: not looked at, but df of the normal */
} Case;

static const Case cases[] = {
  { "balanced/pooled", &panel_balanced, WM_DID_POOLED, WM_ERRORS_CLASSICAL, FALSE,
    4, 4.04188143759, 16, 0.337082023049 },
  { "balanced/fixed", &panel_balanced, WM_DID_FIXED_EFFECTS, WM_ERRORS_CLASSICAL, FALSE,
    4, 0.924747927902, 14, 0.000698251712398 },
  { "balanced/two-way", &panel_balanced, WM_DID_TWO_WAY, WM_ERRORS_CLASSICAL, FALSE,
    4, 0.941468871691, 11, 0.00136876945096 },
  { "balanced/random", &panel_balanced, WM_DID_RANDOM_EFFECTS, WM_ERRORS_CLASSICAL, FALSE,
    4, 0.924747927902, NAN, 1.52184149938e-05 },
  { "balanced/pooled-cluster", &panel_balanced, WM_DID_POOLED, WM_ERRORS_CLUSTER, FALSE,
    4, 0.104858811601, 3, NAN },
  { "balanced/two-way-cluster", &panel_balanced, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER, FALSE,
    4, 0.112098784856, 3, NAN },
  { "unbalanced/random", &panel_unbalanced, WM_DID_RANDOM_EFFECTS, WM_ERRORS_CLASSICAL, FALSE,
    -5.70606854024, 0.930695727937, NAN, NAN },
  { "unbalanced/random-harmonic", &panel_unbalanced, WM_DID_RANDOM_EFFECTS, WM_ERRORS_CLASSICAL, TRUE,
    -5.70715129083, 0.922053093149, NAN, NAN },
  { "unbalanced/fixed", &panel_unbalanced, WM_DID_FIXED_EFFECTS, WM_ERRORS_CLASSICAL, FALSE,
    -5.72563559322, 0.839943403486, 18, NAN },
  { "unbalanced/two-way", &panel_unbalanced, WM_DID_TWO_WAY, WM_ERRORS_CLASSICAL, FALSE,
    -5.88570548367, 0.838751293579, 15, NAN },
  { "unbalanced/two-way-cluster", &panel_unbalanced, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER, FALSE,
    -5.88570548367, 0.660969758437, 5, NAN },
  { "drifting/two-way", &panel_drifting, WM_DID_TWO_WAY, WM_ERRORS_CLASSICAL, FALSE,
    -7.55555555556, NAN, 19, NAN },
};

static void
test_figures (gconstpointer data)
{
  const Case *c = data;
  WmDidSpec spec = test_panel_spec (c->panel, c->estimator, c->errors);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmDidResult) result = NULL;
  const WmCoefficient *did;

  spec.harmonic_between = c->harmonic;
  result = wm_did_fit (&spec, &error);
  g_assert_no_error (error);
  did = &result->coefficients[result->did];
  g_assert_cmpstr (did->term, ==, "did");
  wm_assert_close (did->estimate, c->did, TOLERANCE);
  if (!isnan (c->std_error))
    wm_assert_close (did->std_error / c->std_error, 1, TOLERANCE);
  if (!isnan (c->p_value))
    wm_assert_close (did->p_value / c->p_value, 1, TOLERANCE);
  wm_assert_close (did->df, c->df, 0);
  g_assert_cmpint (did->distribution, ==, isnan (c->df) ? WM_DISTRIBUTION_NORMAL : WM_DISTRIBUTION_T);
}

static void
test_balanced_in_full (void)
{
  static const struct
  {
    const char *term;
    double estimate, std_error;
  } expected[] = {
    { "intercept", 15.1666666667, 3.87729450757 },
    { "post", 1.08333333333, 0.653895530708 },
    { "treated", 0.5, 5.48332247792 },
    { "did", 4, 0.924747927902 },
  };
  WmDidSpec spec = test_panel_spec (&panel_balanced, WM_DID_RANDOM_EFFECTS, WM_ERRORS_CLASSICAL);
  g_autoptr (WmDidResult) result = wm_did_fit (&spec, NULL);

  g_assert_cmpuint (result->n_coefficients, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (result->coefficients[i].term, ==, expected[i].term);
      wm_assert_close (result->coefficients[i].estimate, expected[i].estimate, TOLERANCE);
      wm_assert_close (result->coefficients[i].std_error, expected[i].std_error, TOLERANCE);
    }
  wm_assert_close (result->sigma2_idiosyncratic, 1.02619047619, TOLERANCE);
  wm_assert_close (result->sigma2_area, 29.7247619048, TOLERANCE);
  wm_assert_close (result->theta_mean, 0.91719136435, TOLERANCE);
  g_assert_cmpuint (result->rank_within, ==, 2);
  g_assert_cmpuint (result->rank_between, ==, 2);
  /* estimate +- 1.959963984540054 errors */
  wm_assert_close (result->coefficients[3].ci_low, 4 - 1.959963984540054 * 0.924747927902, TOLERANCE);
  wm_assert_close (result->coefficients[3].ci_high, 4 + 1.959963984540054 * 0.924747927902, TOLERANCE);
}

static void
test_unbalanced_in_full (void)
{
  static const double estimates[] = { 36.7195029212, 2.44716374545, -3.93766501928, -5.70606854024 };
  static const double errors[] = { 2.97457840858, 0.644659773441, 4.20380411751, 0.930695727937 };
  WmDidSpec spec = test_panel_spec (&panel_unbalanced, WM_DID_RANDOM_EFFECTS, WM_ERRORS_CLASSICAL);
  g_autoptr (WmDidResult) result = wm_did_fit (&spec, NULL);
  g_autoptr (WmDidResult) harmonic = NULL;

  for (gsize i = 0; i < 4; i++)
    {
      wm_assert_close (result->coefficients[i].estimate, estimates[i], TOLERANCE);
      wm_assert_close (result->coefficients[i].std_error, errors[i], TOLERANCE);
    }
  wm_assert_close (result->sigma2_idiosyncratic, 1.08292137476, TOLERANCE);
  wm_assert_close (result->sigma2_area, 21.1391802439, TOLERANCE);
  wm_assert_close (result->sigma2, 1.33001628857, TOLERANCE);
  wm_assert_close (result->theta_min, 0.887549590707, TOLERANCE);
  wm_assert_close (result->theta_max, 0.899293871822, TOLERANCE);

  spec.harmonic_between = TRUE;
  harmonic = wm_did_fit (&spec, NULL);
  wm_assert_close (harmonic->sigma2_area, 22.3953446617, TOLERANCE);
  wm_assert_close (harmonic->sigma2, 1.30540526893, TOLERANCE);
  wm_assert_close (harmonic->theta_min, 0.89071003006, TOLERANCE);
  wm_assert_close (harmonic->theta_max, 0.902131111773, TOLERANCE);
}

/* With area effects: 1 - SSR/TSS within areas, from the published error: s2 = se² / (X'X)^-1 of the
 * effect, which is 1/(2 6/5) + 1/(2 6/5) = 5/6 with two areas of 3 and 2 periods on each side. */
static void
test_r_squared (void)
{
  double ssr = 0.924747927902 * 0.924747927902 / (5.0 / 6) * 14;
  double tss = 34 + 37.2 + 2.8 + 5.2; /* by hand, of each area around its mean */
  WmDidSpec spec = test_panel_spec (&panel_balanced, WM_DID_FIXED_EFFECTS, WM_ERRORS_CLASSICAL);
  g_autoptr (WmDidResult) fixed = wm_did_fit (&spec, NULL);
  g_autoptr (WmDidResult) random = NULL;
  g_autoptr (WmDidResult) pooled = NULL;

  wm_assert_close (fixed->r_squared_within, 1 - ssr / tss, 1e-9);
  spec.estimator = WM_DID_RANDOM_EFFECTS;
  random = wm_did_fit (&spec, NULL);
  wm_assert_close (random->r_squared_within, 1 - ssr / tss, 1e-9);
  spec.estimator = WM_DID_POOLED;
  pooled = wm_did_fit (&spec, NULL);
  wm_assert_close (pooled->r_squared_within, NAN, 0);
}

static void
test_counts (void)
{
  WmDidSpec spec = test_panel_spec (&panel_unbalanced, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER);
  g_autoptr (WmDidResult) result = wm_did_fit (&spec, NULL);

  g_assert_cmpuint (result->n_obs, ==, 26);
  g_assert_cmpuint (result->n_missing, ==, 4);
  g_assert_cmpuint (result->n_treated, ==, 3);
  g_assert_cmpuint (result->n_control, ==, 3);
  g_assert_cmpuint (result->n_periods, ==, 5);
  g_assert_cmpuint (result->min_periods, ==, 4);
  g_assert_cmpuint (result->max_periods, ==, 5);
  g_assert_cmpuint (result->n_coefficients, ==, 1);
  g_assert_cmpuint (result->cells[1][0].n_rows, ==, 8);
  g_assert_cmpuint (result->cells[1][1].n_rows, ==, 5);
  g_assert_cmpuint (result->cells[1][1].n_areas, ==, 3);
  wm_assert_close (result->cells[1][0].mean, 255.0 / 8, TOLERANCE);
  wm_assert_close (result->cells[1][1].mean, 154.0 / 5, TOLERANCE);
  wm_assert_close (result->cells[0][0].mean, 251.0 / 7, TOLERANCE);
  wm_assert_close (result->cells[0][1].mean, 235.0 / 6, TOLERANCE);
}

/* Computed with gretl 2022c on the unbalanced panel with one covariate. */
static void
test_covariate (void)
{
  static const struct
  {
    WmDidEstimator estimator;
    WmErrors errors;
    gboolean harmonic;
    double did, did_error, x, x_error;
    double intercept, intercept_error; /* NaN: the estimator has none */
  } with[] = {
    { WM_DID_RANDOM_EFFECTS, WM_ERRORS_CLASSICAL, FALSE, -5.65198513123362, 1.62528491682609,
      0.064585187052686, 0.176488563112039, 36.4104440394906, 2.16459112743706 },
    { WM_DID_RANDOM_EFFECTS, WM_ERRORS_CLASSICAL, TRUE, -5.65173145027067, 1.6264947927869,
      0.0645814910305638, 0.176619633284385, 36.4103320373091, 2.16445083872308 },
    { WM_DID_POOLED, WM_ERRORS_CLASSICAL, FALSE, -4.42793116440457, 4.95331937869252,
      0.0724894196815823, 0.532373591945294, 35.5775408097996, 3.11731468192894 },
    { WM_DID_POOLED, WM_ERRORS_CLUSTER, FALSE, -4.42793116440456, 1.85996154869794,
      0.0724894196815833, 0.394360600290264, 35.5775408097996, 4.05417219995843 },
    { WM_DID_FIXED_EFFECTS, WM_ERRORS_CLASSICAL, FALSE, -5.78563300347147, 0.855579595296893,
      0.0667502124656081, 0.0929911833459617, NAN, NAN },
    { WM_DID_TWO_WAY, WM_ERRORS_CLASSICAL, FALSE, -5.95772129095779, 0.858729305897507,
      0.0667132735299183, 0.0933988769071186, NAN, NAN },
  };
  const double *covariates[] = { panel_covariate };
  static const char *const names[] = { "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (with); i++)
    {
      WmDidSpec spec = test_panel_spec (&panel_unbalanced, with[i].estimator, with[i].errors);
      g_autoptr (WmDidResult) result = NULL;

      spec.covariates = covariates;
      spec.covariate_names = names;
      spec.n_covariates = 1;
      spec.harmonic_between = with[i].harmonic;
      result = wm_did_fit (&spec, NULL);
      wm_assert_close (test_panel_coefficient (result, "did")->estimate, with[i].did, TOLERANCE);
      wm_assert_close (test_panel_coefficient (result, "did")->std_error, with[i].did_error, TOLERANCE);
      wm_assert_close (test_panel_coefficient (result, "x")->estimate, with[i].x, TOLERANCE);
      wm_assert_close (test_panel_coefficient (result, "x")->std_error, with[i].x_error, TOLERANCE);
      if (isnan (with[i].intercept))
        continue;
      wm_assert_close (result->coefficients[0].estimate, with[i].intercept, TOLERANCE);
      wm_assert_close (result->coefficients[0].std_error, with[i].intercept_error, TOLERANCE);
    }
}

/* gretl 2022c: 2.19352875750977 with the area effects counted; nested they are not, so K is 7 and
 * not 12, of 30 rows. */
static void
test_covariate_clustered (void)
{
  const double *covariates[] = { panel_covariate };
  static const char *const names[] = { "x" };
  WmDidSpec spec = test_panel_spec (&panel_drifting, WM_DID_TWO_WAY, WM_ERRORS_CLUSTER);
  g_autoptr (WmDidResult) result = NULL;

  spec.covariates = covariates;
  spec.covariate_names = names;
  spec.n_covariates = 1;
  result = wm_did_fit (&spec, NULL);
  wm_assert_close (test_panel_coefficient (result, "did")->estimate, -7.58852414509484, TOLERANCE);
  wm_assert_close (test_panel_coefficient (result, "did")->std_error, 2.19352875750977 * sqrt (18.0 / 23),
                   TOLERANCE);
}

/* Area effects and random effects, clustered, against pooled least squares on dummies and on
 * quasi-demeaned columns, by the estimator for any columns. */
static void
test_clustered_against_dummies (void)
{
  WmDidSpec spec = test_panel_spec (&panel_unbalanced, WM_DID_FIXED_EFFECTS, WM_ERRORS_CLUSTER);
  g_autoptr (WmDidResult) fixed = wm_did_fit (&spec, NULL);
  g_autoptr (WmOlsResult) dummies = NULL;
  double y[30], x[30 * 8] = { 0 };
  gsize clusters[30];
  static const char *const names[] = { "A", "B", "C", "D", "E", "F", "post", "did" };
  WmOlsSpec ols = { .y = y, .x = x, .n = 30, .n_columns = 8, .names = names,
                    .errors = WM_ERRORS_CLUSTER, .clusters = clusters, .level = 0.95 };

  for (gsize i = 0; i < 30; i++)
    {
      gsize area = i / 5;

      clusters[i] = area;
      y[i] = panel_unbalanced.values[i];
      x[i * 8 + area] = 1;
      x[i * 8 + 6] = i % 5 >= 3;
      x[i * 8 + 7] = i % 5 >= 3 && area < 3;
    }
  dummies = wm_ols_fit (&ols, NULL);
  g_assert_cmpuint (dummies->n_used, ==, 26);
  wm_assert_close (fixed->coefficients[fixed->did].estimate, dummies->coefficients[7].estimate, TOLERANCE);
  /* K = 3 here, 8 there, of 26 rows. */
  wm_assert_close (fixed->coefficients[fixed->did].std_error,
                   dummies->coefficients[7].std_error * sqrt (18.0 / 23), TOLERANCE);
  wm_assert_close (fixed->coefficients[fixed->did].df, 5, 0);
}

static WmDidResult *
fit_values (const TestPanel *panel, const double *values, WmDidEstimator estimator, WmErrors errors)
{
  WmDidSpec spec = test_panel_spec (panel, estimator, errors);
  g_autoptr (GError) error = NULL;
  WmDidResult *result;

  spec.values = values;
  result = wm_did_fit (&spec, &error);
  g_assert_no_error (error);
  return result;
}

/* A complete panel of one start: the effect is the double difference of the cell means in every
 * estimator; random and area effects give it and the change after the start the same errors. */
static void
test_identities (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  double values[20];

  for (int round = 0; round < 20; round++)
    {
      double difference = 0, reference;

      for (gsize i = 0; i < 20; i++)
        values[i] = 10 * (i / 5) + g_rand_double_range (rand, -3, 3);
      for (gsize i = 0; i < 20; i++)
        difference += values[i] * (i / 5 < 2 ? 1 : -1) * (i % 5 >= 3 ? 1.0 / 4 : -1.0 / 6);
      reference = NAN;
      for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
        {
          g_autoptr (WmDidResult) r = fit_values (&panel_balanced, values, e, WM_ERRORS_CLASSICAL);

          wm_assert_close (r->coefficients[r->did].estimate, difference, 1e-11);
          if (e == WM_DID_RANDOM_EFFECTS)
            reference = r->coefficients[r->did].std_error;
          if (e == WM_DID_FIXED_EFFECTS)
            wm_assert_close (r->coefficients[r->did].std_error, reference, 1e-10);
        }
    }
}

/* Adding a constant changes only the intercept; multiplying multiplies estimates and errors. */
static void
test_shift_and_scale (void)
{
  double shifted[20], scaled[20];

  for (gsize i = 0; i < 20; i++)
    {
      shifted[i] = panel_balanced.values[i] + 1e12;
      scaled[i] = panel_balanced.values[i] * -1e6;
    }
  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    {
      g_autoptr (WmDidResult) shifted_fit = fit_values (&panel_balanced, shifted, e, WM_ERRORS_CLASSICAL);
      g_autoptr (WmDidResult) scaled_fit = fit_values (&panel_balanced, scaled, e, WM_ERRORS_CLUSTER);
      g_autoptr (WmDidResult) plain = fit_values (&panel_balanced, panel_balanced.values, e,
                                                 WM_ERRORS_CLASSICAL);
      g_autoptr (WmDidResult) clustered = fit_values (&panel_balanced, panel_balanced.values, e,
                                                  WM_ERRORS_CLUSTER);

      wm_assert_close (shifted_fit->coefficients[shifted_fit->did].estimate, 4, 1e-11);
      wm_assert_close (shifted_fit->coefficients[shifted_fit->did].std_error, plain->coefficients[plain->did].std_error,
                       1e-11);
      wm_assert_close (scaled_fit->coefficients[scaled_fit->did].estimate, -4e6, 1e-12);
      wm_assert_close (scaled_fit->coefficients[scaled_fit->did].std_error,
                       1e6 * clustered->coefficients[clustered->did].std_error, 1e-12);
      if (e <= WM_DID_RANDOM_EFFECTS)
        wm_assert_close (shifted_fit->coefficients[0].estimate, 1e12 + plain->coefficients[0].estimate, 1e-15);
    }
}

static void
test_order_of_areas (void)
{
  static const gsize order[] = { 4, 1, 5, 0, 3, 2 };
  double values[30];
  gint8 groups[6];
  TestPanel mixed = panel_unbalanced;

  for (gsize i = 0; i < 6; i++)
    {
      groups[i] = panel_unbalanced.groups[order[i]];
      for (gsize t = 0; t < 5; t++)
        values[i * 5 + t] = panel_unbalanced.values[order[i] * 5 + t];
    }
  mixed.groups = groups;
  for (int e = WM_DID_POOLED; e <= WM_DID_TWO_WAY; e++)
    for (int errors = WM_ERRORS_CLASSICAL; errors <= WM_ERRORS_CLUSTER; errors++)
      {
        g_autoptr (WmDidResult) one = fit_values (&mixed, values, e, errors);
        g_autoptr (WmDidResult) other = fit_values (&panel_unbalanced, panel_unbalanced.values, e, errors);

        for (gsize i = 0; i < one->n_coefficients; i++)
          {
            wm_assert_close (one->coefficients[i].estimate, other->coefficients[i].estimate, 1e-12);
            wm_assert_close (one->coefficients[i].std_error, other->coefficients[i].std_error, 1e-12);
          }
      }
}

/* Areas that do not differ beyond chance: theta 0, pooled. */
static void
test_theta_zero (void)
{
  static const double values[] = {
    1, 5, 3, 6, 8, /**/
    5, 1, 3, 8, 6, /**/
    4, 2, 3, 3, 5, /**/
    2, 4, 3, 5, 3,
  };
  g_autoptr (WmDidResult) random = fit_values (&panel_balanced, values, WM_DID_RANDOM_EFFECTS,
                                               WM_ERRORS_CLASSICAL);
  g_autoptr (WmDidResult) pooled = fit_values (&panel_balanced, values, WM_DID_POOLED,
                                               WM_ERRORS_CLASSICAL);

  g_assert_true (wm_message_list_has (random->messages, "no_area_variance"));
  wm_assert_close (random->sigma2_area, 0, 0);
  wm_assert_close (random->theta_max, 0, 0);
  for (gsize i = 0; i < 4; i++)
    {
      wm_assert_close (random->coefficients[i].estimate, pooled->coefficients[i].estimate, 1e-14);
      wm_assert_close (random->coefficients[i].std_error, pooled->coefficients[i].std_error, 1e-14);
    }
}

/* Areas a million apart: theta 1, area effects, with gaps too. */
static void
test_theta_one (void)
{
  double values[30];

  for (gsize i = 0; i < 30; i++)
    values[i] = panel_unbalanced.values[i] + 1e6 * ((i / 5 * 7) % 6);
  {
    g_autoptr (WmDidResult) random = fit_values (&panel_unbalanced, values, WM_DID_RANDOM_EFFECTS,
                                                 WM_ERRORS_CLASSICAL);
    g_autoptr (WmDidResult) fixed = fit_values (&panel_unbalanced, values, WM_DID_FIXED_EFFECTS,
                                                WM_ERRORS_CLASSICAL);

    g_assert_cmpfloat (random->theta_min, >, 0.999999);
    wm_assert_close (random->coefficients[random->did].estimate,
                     fixed->coefficients[fixed->did].estimate, 1e-6);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stats/did/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_figures);
    }
  g_test_add_func ("/stats/did/balanced/in-full", test_balanced_in_full);
  g_test_add_func ("/stats/did/unbalanced/in-full", test_unbalanced_in_full);
  g_test_add_func ("/stats/did/counts", test_counts);
  g_test_add_func ("/stats/did/r-squared", test_r_squared);
  g_test_add_func ("/stats/did/covariate", test_covariate);
  g_test_add_func ("/stats/did/covariate-clustered", test_covariate_clustered);
  g_test_add_func ("/stats/did/clustered-against-dummies", test_clustered_against_dummies);
  g_test_add_func ("/stats/did/identities", test_identities);
  g_test_add_func ("/stats/did/shift-and-scale", test_shift_and_scale);
  g_test_add_func ("/stats/did/order-of-areas", test_order_of_areas);
  g_test_add_func ("/stats/did/theta-zero", test_theta_zero);
  g_test_add_func ("/stats/did/theta-one", test_theta_one);
  return g_test_run ();
}
