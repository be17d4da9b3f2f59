/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Ordinary least squares on any columns: the model's columns and the outcome less their means, when
 * there is an intercept, then the QR kernel, then the intercept brought back. */

#include "config.h"

#include "wm-ols.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "wm-collinear.h"
#include "wm-effects.h"
#include "wm-vcov.h"

#define PERFECT_SHARE 1e-20

typedef struct
{
  const WmOlsSpec *spec;
  WmQr *qr;
  gsize *rows;    /* the rows without a gap */
  gsize n;
  gsize *columns; /* the columns kept */
  gsize k;        /* of them, without the intercept */
  double *x_mean; /* n_columns; 0 without an intercept */
  double y_mean;
  double total_ss;
  double *v;      /* covariance of the kept columns, k × k */
} Fit;

static void
fit_clear (Fit *self)
{
  wm_qr_free (self->qr);
  g_free (self->rows);
  g_free (self->columns);
  g_free (self->x_mean);
  g_free (self->v);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fit, fit_clear)

static gboolean
refuse (GError **error, WmStatsError code, const char *sentence)
{
  g_set_error_literal (error, WM_STATS_ERROR, code, sentence);
  return FALSE;
}

static gboolean
is_complete (const WmOlsSpec *spec, gsize row)
{
  for (gsize j = 0; j < spec->n_columns; j++)
    if (isnan (spec->x[row * spec->n_columns + j]))
      return FALSE;
  return !isnan (spec->y[row]);
}

static void
choose_rows (Fit *self)
{
  self->rows = g_new (gsize, self->spec->n);
  for (gsize i = 0; i < self->spec->n; i++)
    if (is_complete (self->spec, i))
      self->rows[self->n++] = i;
}

/* Mean over the chosen rows of one column (@stride apart), in two passes. */
static double
mean_of (const Fit *self, const double *column, gsize stride)
{
  double mean = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      double sum = 0;

      for (gsize r = 0; r < self->n; r++)
        sum += column[self->rows[r] * stride] - mean;
      mean += sum / self->n;
    }
  return mean;
}

static void
center (Fit *self)
{
  const WmOlsSpec *spec = self->spec;

  self->x_mean = g_new0 (double, spec->n_columns);
  for (gsize j = 0; spec->intercept && j < spec->n_columns; j++)
    self->x_mean[j] = mean_of (self, spec->x + j, spec->n_columns);
  self->y_mean = spec->intercept ? mean_of (self, spec->y, 1) : 0;
  for (gsize r = 0; r < self->n; r++)
    {
      double own = spec->y[self->rows[r]] - self->y_mean;

      self->total_ss += own * own;
    }
}

static double
x_at (const Fit *self, gsize r, gsize j)
{
  gsize column = self->columns[j];

  return self->spec->x[self->rows[r] * self->spec->n_columns + column] - self->x_mean[column];
}

/* A column that does not vary repeats the intercept. */
static void
choose_columns (Fit *self, WmMessageList *messages)
{
  const WmOlsSpec *spec = self->spec;

  self->columns = g_new (gsize, spec->n_columns);
  for (gsize j = 0; j < spec->n_columns; j++)
    {
      double own = 0, all = 0;

      self->columns[self->k] = j;
      for (gsize r = 0; r < self->n; r++)
        {
          own += x_at (self, r, self->k) * x_at (self, r, self->k);
          all += pow (spec->x[self->rows[r] * spec->n_columns + j], 2);
        }
      if (own > PERFECT_SHARE * all || !isfinite (all))
        self->k++;
      else
        wm_message_list_add (messages, "collinear_covariate", spec->names[j], NAN);
    }
}

static gboolean
solve (Fit *self)
{
  wm_qr_reset (self->qr, self->n, self->k);
  for (gsize r = 0; r < self->n; r++)
    {
      for (gsize j = 0; j < self->k; j++)
        wm_qr_get_x (self->qr)[r * self->k + j] = x_at (self, r, j);
      wm_qr_get_y (self->qr)[r] = self->spec->y[self->rows[r]] - self->y_mean;
    }
  return wm_qr_solve (self->qr);
}

static void
drop_columns (Fit *self, WmMessageList *messages)
{
  gsize k = self->k, kept = 0;
  g_autofree gboolean *dropped = g_new0 (gboolean, k);
  g_autofree const char **names = g_new0 (const char *, k);
  WmColumnRules rules = { names, k, G_MAXSIZE };

  for (gsize j = 0; j < k; j++)
    names[j] = self->spec->names[self->columns[j]];
  wm_collinear_resolve (self->qr, &rules, dropped, messages, NULL);
  for (gsize j = 0; j < k; j++)
    if (!dropped[j])
      self->columns[kept++] = self->columns[j];
  self->k = kept;
}

static gboolean
regress (Fit *self, WmMessageList *messages, GError **error)
{
  do
    {
      if (self->n <= self->k + (self->spec->intercept ? 1 : 0))
        return wm_effects_set_no_df (error);
      if (self->k == 0)
        return refuse (error, WM_STATS_ERROR_COLLINEAR_COVARIATE,
                       _("None of the columns varies, so there is nothing to estimate."));
      if (!solve (self))
        return wm_effects_set_overflow (error);
      if (wm_qr_get_rank (self->qr) < self->k)
        drop_columns (self, messages);
      else
        return TRUE;
    }
  while (TRUE);
}

static gsize
count_clusters (const Fit *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (gsize r = 0; self->spec->clusters != NULL && r < self->n; r++)
    g_hash_table_add (seen, GSIZE_TO_POINTER (self->spec->clusters[self->rows[r]]));
  return g_hash_table_size (seen);
}

static double
residual (const Fit *self, gsize r)
{
  double e = self->spec->y[self->rows[r]] - self->y_mean;

  for (gsize j = 0; j < self->k; j++)
    e -= x_at (self, r, j) * wm_qr_get_solution (self->qr)[j];
  return e;
}

/* With an intercept the scores are those of the centred columns and, in the last place, of a column
 * of ones, which is orthogonal to them: (X'X)^-1 gets 1/n there. */
static void
cluster_covariance (Fit *self, gsize n_clusters, double *v)
{
  gsize k = self->k, full = k + (self->spec->intercept ? 1 : 0), most = 0;
  g_autofree double *inverse = g_new0 (double, full * full);
  g_autofree double *meat = g_new0 (double, full * full);
  g_autofree double *scores = NULL;

  for (gsize r = 0; r < self->n; r++)
    most = MAX (most, self->spec->clusters[self->rows[r]] + 1);
  scores = g_new0 (double, most * full);
  for (gsize r = 0; r < self->n; r++)
    {
      double *score = &scores[self->spec->clusters[self->rows[r]] * full];
      double e = residual (self, r);

      for (gsize j = 0; j < full; j++)
        score[j] += e * (j < k ? x_at (self, r, j) : 1);
    }
  for (gsize g = 0; g < most; g++)
    wm_vcov_add_cluster (&scores[g * full], full, meat);
  for (gsize i = 0; i < full; i++)
    for (gsize j = 0; j < full; j++)
      inverse[i * full + j] = i < k && j < k ? wm_qr_get_inverse (self->qr)[i * k + j]
                              : i == j       ? 1.0 / self->n
                                             : 0;
  wm_vcov_sandwich (inverse, meat, full, wm_vcov_cluster_factor (n_clusters, self->n, full), v);
}

/* The covariance of the centred coefficients and, last, of the intercept of the centred model. */
static void
set_covariance (Fit *self, WmOlsResult *result)
{
  gsize k = self->k, full = k + (self->spec->intercept ? 1 : 0);
  double s2 = result->residual_sd * result->residual_sd;

  self->v = g_new0 (double, full * full);
  if (self->spec->errors == WM_ERRORS_CLUSTER)
    {
      cluster_covariance (self, result->n_clusters, self->v);
      return;
    }
  for (gsize i = 0; i < k; i++)
    for (gsize j = 0; j < k; j++)
      self->v[i * full + j] = s2 * wm_qr_get_inverse (self->qr)[i * k + j];
  if (full > k)
    self->v[full * full - 1] = s2 / self->n;
}

/* intercept = ybar - xbar'b; its variance is w'Vw with w = (-xbar, 1). */
static double
intercept_of (const Fit *self, double *variance)
{
  gsize k = self->k, full = k + 1;
  double estimate = self->y_mean;

  *variance = 0;
  for (gsize i = 0; i < full; i++)
    {
      double own = i == k ? 1 : -self->x_mean[self->columns[i]];

      if (i < k)
        estimate += own * wm_qr_get_solution (self->qr)[i];
      for (gsize j = 0; j < full; j++)
        *variance += own * (j == k ? 1 : -self->x_mean[self->columns[j]]) * self->v[i * full + j];
    }
  return estimate;
}

static void
list_coefficients (const Fit *self, WmOlsResult *result)
{
  gsize full = self->k + (self->spec->intercept ? 1 : 0);
  gboolean cluster = self->spec->errors == WM_ERRORS_CLUSTER;
  gboolean perfect = wm_message_list_has (result->messages, "perfect_fit");
  WmDistribution distribution = perfect ? WM_DISTRIBUTION_NONE : WM_DISTRIBUTION_T;
  double df = cluster ? result->n_clusters - 1.0 : result->residual_df;
  WmCoefficient *next;

  result->coefficients = next = g_new0 (WmCoefficient, full);
  result->n_coefficients = full;
  if (self->spec->intercept)
    {
      double variance, estimate = intercept_of (self, &variance);

      next->term = g_strdup ("intercept");
      wm_coefficient_infer (next++, estimate, variance, distribution, df, self->spec->level);
    }
  for (gsize j = 0; j < self->k; j++, next++)
    {
      next->term = g_strdup (self->spec->names[self->columns[j]]);
      wm_coefficient_infer (next, wm_qr_get_solution (self->qr)[j], self->v[j * full + j], distribution,
                            df, self->spec->level);
    }
}

static WmOlsResult *
make_result (Fit *self, WmMessageList *messages, gsize n_clusters)
{
  WmOlsResult *result = g_new0 (WmOlsResult, 1);
  double ssr = wm_qr_get_ssr (self->qr);

  result->messages = messages;
  result->n_used = self->n;
  result->n_missing = self->spec->n - self->n;
  result->n_clusters = n_clusters;
  result->residual_df = (double) self->n - self->k - (self->spec->intercept ? 1 : 0);
  result->residual_sd = sqrt (ssr / result->residual_df);
  result->r_squared = 1 - ssr / self->total_ss;
  if (ssr <= PERFECT_SHARE * self->total_ss)
    wm_message_list_add (messages, "perfect_fit", NULL, NAN);
  set_covariance (self, result);
  list_coefficients (self, result);
  return result;
}

/**
 * wm_ols_fit:
 * @spec: outcome, columns and errors
 * @error: return location for an error
 *
 * Fits y = X b by ordinary least squares on the rows without a gap. A column that depends on others
 * is left out and named by a "collinear_covariate" warning; after a "perfect_fit" there are
 * estimates but no errors.
 *
 * Fails with %WM_STATS_ERROR_NO_RESIDUAL_DF when there are not more rows than coefficients,
 * %WM_STATS_ERROR_CONSTANT_OUTCOME, %WM_STATS_ERROR_OVERFLOW, %WM_STATS_ERROR_COLLINEAR_COVARIATE
 * when no column varies, and %WM_STATS_ERROR_TOO_FEW below two clusters.
 *
 * Returns: (transfer full): the result
 */
WmOlsResult *
wm_ols_fit (const WmOlsSpec *spec, GError **error)
{
  g_auto (Fit) fit = { .spec = spec };
  g_autoptr (GPtrArray) messages = wm_message_list_new ();
  gsize n_clusters = 0;

  g_return_val_if_fail (spec != NULL && spec->y != NULL && spec->x != NULL, NULL);
  g_return_val_if_fail (spec->errors != WM_ERRORS_CLUSTER || spec->clusters != NULL, NULL);
  g_return_val_if_fail (spec->level > 0 && spec->level < 1, NULL);

  fit.qr = wm_qr_new ();
  choose_rows (&fit);
  if (fit.n == 0)
    {
      wm_effects_set_no_df (error);
      return NULL;
    }
  center (&fit);
  if (!isfinite (fit.total_ss))
    {
      wm_effects_set_overflow (error);
      return NULL;
    }
  if (fit.total_ss == 0)
    {
      refuse (error, WM_STATS_ERROR_CONSTANT_OUTCOME,
              _("All values are equal, so there is nothing to test."));
      return NULL;
    }
  if (spec->errors == WM_ERRORS_CLUSTER && (n_clusters = count_clusters (&fit)) < 2)
    {
      refuse (error, WM_STATS_ERROR_TOO_FEW, _("Clustered errors need at least two clusters."));
      return NULL;
    }
  choose_columns (&fit, messages);
  if (!regress (&fit, messages, error))
    return NULL;
  return make_result (&fit, g_steal_pointer (&messages), n_clusters);
}

/**
 * wm_ols_result_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
wm_ols_result_free (WmOlsResult *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_coefficients; i++)
    g_free (self->coefficients[i].term);
  g_free (self->coefficients);
  g_ptr_array_unref (self->messages);
  g_free (self);
}
