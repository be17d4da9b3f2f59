/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Least squares: certified values, rank, clusters. */

#include "panels.h"
#include "wm-ols.h"
#include "wm-qr.h"
#include "wm-test.h"

/* The Longley data and certified values of the NIST Statistical Reference Datasets. */
static const double longley_y[] = { 60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761,
                                    66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551 };
static const double longley_x[] = {
  83.0, 234289, 2356, 1590, 107608, 1947,  /**/
  88.5, 259426, 2325, 1456, 108632, 1948,  /**/
  88.2, 258054, 3682, 1616, 109773, 1949,  /**/
  89.5, 284599, 3351, 1650, 110929, 1950,  /**/
  96.2, 328975, 2099, 3099, 112075, 1951,  /**/
  98.1, 346999, 1932, 3594, 113270, 1952,  /**/
  99.0, 365385, 1870, 3547, 115094, 1953,  /**/
  100.0, 363112, 3578, 3350, 116219, 1954, /**/
  101.2, 397469, 2904, 3048, 117388, 1955, /**/
  104.6, 419180, 2822, 2857, 118734, 1956, /**/
  108.4, 442769, 2936, 2798, 120445, 1957, /**/
  110.8, 444546, 4681, 2637, 121950, 1958, /**/
  112.6, 482704, 3813, 2552, 123366, 1959, /**/
  114.2, 502601, 3931, 2514, 125368, 1960, /**/
  115.7, 518173, 4806, 2572, 127852, 1961, /**/
  116.9, 554894, 4007, 2827, 130081, 1962,
};
static const char *const longley_names[] = { "deflator", "gnp", "unemployed", "forces", "population", "year" };

static WmOlsSpec
longley (void)
{
  return (WmOlsSpec) { .y = longley_y, .x = longley_x, .n = 16, .n_columns = 6, .names = longley_names,
                       .intercept = TRUE, .errors = WM_ERRORS_CLASSICAL, .level = 0.95 };
}

static void
test_longley (void)
{
  static const double estimates[] = { -3482258.63459582, 15.0618722713733, -0.358191792925910E-01,
                                      -2.02022980381683, -1.03322686717359, -0.511041056535807E-01,
                                      1829.15146461355 };
  static const double errors[] = { 890420.383607373, 84.9149257747669, 0.334910077722432E-01,
                                   0.488399681651699, 0.214274163161675, 0.226073200069370,
                                   455.478499142212 };
  WmOlsSpec spec = longley ();
  g_autoptr (WmOlsResult) result = wm_ols_fit (&spec, NULL);

  g_assert_cmpuint (result->n_coefficients, ==, 7);
  g_assert_cmpstr (result->coefficients[0].term, ==, "intercept");
  for (gsize i = 0; i < 7; i++)
    {
      wm_assert_close (result->coefficients[i].estimate / estimates[i], 1, 1e-12);
      wm_assert_close (result->coefficients[i].std_error / errors[i], 1, 1e-12);
    }
  wm_assert_close (result->residual_sd, 304.854073561965, 1e-12);
  wm_assert_close (result->r_squared, 0.995479004577296, 1e-12);
  wm_assert_close (result->residual_df, 9, 0);
  g_assert_cmpuint (result->messages->len, ==, 0);
}

/* Row order and gaps: a row with a gap is left out and counted. */
static void
test_order_and_gaps (void)
{
  double y[17], x[17 * 6];
  WmOlsSpec spec = longley ();
  g_autoptr (WmOlsResult) straight = wm_ols_fit (&spec, NULL);
  g_autoptr (WmOlsResult) mixed = NULL;

  for (gsize i = 0; i < 16; i++)
    {
      gsize from = (i * 5 + 3) % 16;

      y[i] = longley_y[from];
      for (gsize j = 0; j < 6; j++)
        x[i * 6 + j] = longley_x[from * 6 + j];
    }
  y[16] = 1;
  for (gsize j = 0; j < 6; j++)
    x[16 * 6 + j] = j == 2 ? NAN : 1;
  spec.y = y;
  spec.x = x;
  spec.n = 17;
  mixed = wm_ols_fit (&spec, NULL);
  g_assert_cmpuint (mixed->n_missing, ==, 1);
  for (gsize i = 0; i < 7; i++)
    wm_assert_close (mixed->coefficients[i].estimate / straight->coefficients[i].estimate, 1, 1e-12);
}

/* gretl 2022c: ols y const post treated did x --cluster on the unbalanced panel. */
static void
test_clustered (void)
{
  static const double errors[] = { 4.05417219995843, 0.734708957963265, 5.52888884529862,
                                   1.85996154869794, 0.394360600290264 };
  static const char *const names[] = { "post", "treated", "did", "x" };
  double x[30 * 4];
  gsize clusters[30];
  WmOlsSpec spec = { .y = panel_unbalanced.values, .x = x, .n = 30, .n_columns = 4, .names = names,
                     .intercept = TRUE, .errors = WM_ERRORS_CLUSTER, .clusters = clusters, .level = 0.95 };
  g_autoptr (WmOlsResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < 30; i++)
    {
      clusters[i] = i / 5;
      x[i * 4] = i % 5 >= 3;
      x[i * 4 + 1] = i / 5 < 3;
      x[i * 4 + 2] = i % 5 >= 3 && i / 5 < 3;
      x[i * 4 + 3] = panel_covariate[i];
    }
  result = wm_ols_fit (&spec, NULL);
  g_assert_cmpuint (result->n_clusters, ==, 6);
  for (gsize i = 0; i < 5; i++)
    wm_assert_close (result->coefficients[i].std_error, errors[i], 1e-9);
  wm_assert_close (result->coefficients[3].df, 5, 0);
  for (gsize i = 0; i < 30; i++)
    clusters[i] = 4;
  g_assert_null (wm_ols_fit (&spec, &error));
  g_assert_error (error, WM_STATS_ERROR, WM_STATS_ERROR_TOO_FEW);
}

static void
test_rank (void)
{
  static const char *const names[] = { "a", "b", "c", "d" };
  static const double y[] = { 1, 3, 2, 5, 4, 6 };
  double x[6 * 4];
  WmOlsSpec spec = { .y = y, .x = x, .n = 6, .n_columns = 4, .names = names, .intercept = TRUE, .level = 0.95 };
  g_autoptr (WmOlsResult) result = NULL;

  for (gsize i = 0; i < 6; i++)
    {
      x[i * 4] = i;
      x[i * 4 + 1] = 7;              /* the intercept again */
      x[i * 4 + 2] = i * i;
      x[i * 4 + 3] = i * i - 3.0 * i; /* c - 3 a */
    }
  result = wm_ols_fit (&spec, NULL);
  g_assert_cmpuint (result->n_coefficients, ==, 3);
  g_assert_cmpuint (result->messages->len, ==, 2);
  g_assert_cmpstr (((WmMessage *) result->messages->pdata[0])->subject, ==, "b");
  g_assert_cmpstr (((WmMessage *) result->messages->pdata[1])->subject, ==, "d; a; c");
}

static void
test_refusals (void)
{
  static const char *const names[] = { "a" };
  static const struct
  {
    double y[4], x[4];
    gsize n;
    WmStatsError code;
  } cases[] = {
    { { 1, 2 }, { 1, 2 }, 2, WM_STATS_ERROR_NO_RESIDUAL_DF },
    { { NAN, 2, 3 }, { 1, NAN, NAN }, 3, WM_STATS_ERROR_NO_RESIDUAL_DF },
    { { 2, 2, 2, 2 }, { 1, 2, 3, 4 }, 4, WM_STATS_ERROR_CONSTANT_OUTCOME },
    { { 1, 2, 3, 4 }, { 5, 5, 5, 5 }, 4, WM_STATS_ERROR_COLLINEAR_COVARIATE },
    { { 1e200, 2, 3, 4 }, { 1, 2, 3, 4 }, 4, WM_STATS_ERROR_OVERFLOW },
    { { 1, 2, 3, 5 }, { 1e200, 2, 3, 4 }, 4, WM_STATS_ERROR_OVERFLOW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WmOlsSpec spec = { .y = cases[i].y, .x = cases[i].x, .n = cases[i].n, .n_columns = 1,
                         .names = names, .intercept = TRUE, .level = 0.95 };
      g_autoptr (GError) error = NULL;

      g_assert_null (wm_ols_fit (&spec, &error));
      g_assert_error (error, WM_STATS_ERROR, (gint) cases[i].code);
    }
}

static void
test_perfect (void)
{
  static const char *const names[] = { "a" };
  static const double y[] = { 1, 3, 5, 7 }, x[] = { 0, 1, 2, 3 };
  WmOlsSpec spec = { .y = y, .x = x, .n = 4, .n_columns = 1, .names = names, .intercept = TRUE, .level = 0.95 };
  g_autoptr (WmOlsResult) result = wm_ols_fit (&spec, NULL);

  g_assert_true (wm_message_list_has (result->messages, "perfect_fit"));
  wm_assert_close (result->coefficients[0].estimate, 1, 1e-14);
  wm_assert_close (result->coefficients[1].estimate, 2, 1e-14);
  g_assert_cmpint (result->coefficients[1].distribution, ==, WM_DISTRIBUTION_NONE);
}

/* Through the origin: 3 rows, b = sum xy / sum x² = 32/14, by hand; X has more columns than rows in
 * the second problem of the same workspace. */
static void
test_kernel (void)
{
  g_autoptr (WmQr) qr = wm_qr_new ();
  const double row[] = { 2 };

  wm_qr_reset (qr, 3, 1);
  for (gsize i = 0; i < 3; i++)
    {
      wm_qr_get_x (qr)[i] = i + 1;
      wm_qr_get_y (qr)[i] = i + 4;
    }
  g_assert_true (wm_qr_solve (qr));
  wm_assert_close (wm_qr_get_solution (qr)[0], 32.0 / 14, 1e-14);
  wm_assert_close (wm_qr_get_inverse (qr)[0], 1.0 / 14, 1e-15);
  wm_assert_close (wm_qr_get_ssr (qr), 77 - 32.0 * 32 / 14, 1e-13);
  wm_assert_close (wm_qr_get_leverage (qr, row), 4.0 / 14, 1e-15);

  wm_qr_reset (qr, 2, 3);
  for (gsize i = 0; i < 6; i++)
    wm_qr_get_x (qr)[i] = i * i;
  wm_qr_get_y (qr)[0] = wm_qr_get_y (qr)[1] = 1;
  g_assert_true (wm_qr_solve (qr));
  g_assert_cmpuint (wm_qr_get_rank (qr), ==, 2);
  wm_assert_close (wm_qr_get_ssr (qr), 0, 1e-20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stats/ols/longley", test_longley);
  g_test_add_func ("/stats/ols/order-and-gaps", test_order_and_gaps);
  g_test_add_func ("/stats/ols/clustered", test_clustered);
  g_test_add_func ("/stats/ols/rank", test_rank);
  g_test_add_func ("/stats/ols/refusals", test_refusals);
  g_test_add_func ("/stats/ols/perfect", test_perfect);
  g_test_add_func ("/stats/qr/kernel", test_kernel);
  return g_test_run ();
}
