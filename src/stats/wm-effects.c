/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The regression under all panel estimators: area means taken off wholly, in part or not at all,
 * then least squares. One routine, so that the limits of random effects are the other estimators
 * by construction. */

#include "config.h"

#include "wm-effects.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "wm-collinear.h"
#include "wm-vcov.h"

/* Squares below this share of all squares are rounding: the fit is perfect. */
#define PERFECT_SHARE 1e-20
/* A column whose length within areas is below this share of its length does not vary there. */
#define CONSTANT_SHARE 1e-10

void
wm_effects_init (WmEffects *self)
{
  memset (self, 0, sizeof *self);
  self->qr = wm_qr_new ();
}

void
wm_effects_clear (WmEffects *self)
{
  wm_rows_clear (&self->rows);
  wm_qr_free (self->qr);
  g_free (self->columns);
  g_free (self->roots);
  g_free (self->meat);
  g_free (self->score);
  g_free (self->covariance);
  g_free (self->scratch_columns);
  g_free (self->scratch_row);
  memset (self, 0, sizeof *self);
}

/* Makes room for the rows that have been added, with all their columns. */
void
wm_effects_reserve (WmEffects *self)
{
  gsize k = self->rows.k;

  if (k > self->column_capacity)
    {
      self->column_capacity = k;
      self->columns = g_renew (gsize, self->columns, k);
      self->scratch_columns = g_renew (gsize, self->scratch_columns, k);
      self->scratch_row = g_renew (double, self->scratch_row, k);
      self->score = g_renew (double, self->score, k);
      self->meat = g_renew (double, self->meat, k * k);
      self->covariance = g_renew (double, self->covariance, k * k);
    }
  if (self->rows.n_areas > self->area_capacity)
    {
      self->area_capacity = self->rows.n_areas;
      self->roots = g_renew (double, self->roots, self->area_capacity);
    }
}

/* The same for all areas: 0 for area effects, 1 for pooled. */
void
wm_effects_set_roots (WmEffects *self, double root)
{
  for (gsize i = 0; i < self->rows.n_areas; i++)
    self->roots[i] = root;
}

static double
off_mean (double value, double mean, double root)
{
  return value - mean + root * mean;
}

static gboolean
regress_on (WmEffects *self, const gsize *columns, gsize k)
{
  const WmRows *rows = &self->rows;
  double *x, *y;

  wm_qr_reset (self->qr, rows->n, k);
  x = wm_qr_get_x (self->qr);
  y = wm_qr_get_y (self->qr);
  for (gsize i = 0; i < rows->n_areas; i++)
    for (gsize r = rows->first[i]; r < rows->first[i + 1]; r++)
      {
        double share = rows->weight[r] == 1 ? 1 : sqrt (rows->weight[r]);

        for (gsize j = 0; j < k; j++)
          x[r * k + j] = share * off_mean (rows->x[r * rows->k + columns[j]],
                                           rows->x_mean[i * rows->k + columns[j]], self->roots[i]);
        y[r] = share * off_mean (rows->y[r], rows->y_mean[i], self->roots[i]);
      }
  return wm_qr_solve (self->qr);
}

/* Regresses on the chosen columns with the roots as they stand. FALSE when it is not finite. */
gboolean
wm_effects_regress (WmEffects *self)
{
  if (!regress_on (self, self->columns, self->n_columns))
    return FALSE;
  self->ssr = wm_qr_get_ssr (self->qr) + self->rows.inner_ss;
  return TRUE;
}

/* After a regression of short rank: leaves out the columns that depend on others, which @names (by
 * column of the rows; NULL for those that are never named) says in @messages. Refused when the
 * column @effect of the rows is in a dependency. */
gboolean
wm_effects_drop_dependent (WmEffects         *self,
                           const char *const *names,
                           gsize              effect,
                           WmMessageList     *messages,
                           GError           **error)
{
  gsize k = self->n_columns, kept = 0;
  g_autofree gboolean *dropped = g_new0 (gboolean, k);
  g_autofree const char **chosen = g_new0 (const char *, k);
  WmColumnRules rules = { chosen, k, G_MAXSIZE };

  for (gsize j = 0; j < k; j++)
    {
      chosen[j] = names != NULL ? names[self->columns[j]] : NULL;
      if (self->columns[j] == effect)
        rules.effect = j;
    }
  if (!wm_collinear_resolve (self->qr, &rules, dropped, messages, error))
    return FALSE;
  for (gsize j = 0; j < k; j++)
    if (!dropped[j])
      self->columns[kept++] = self->columns[j];
  self->n_columns = kept;
  return TRUE;
}

/* Whether a column varies within areas. */
gboolean
wm_effects_varies (const WmEffects *self, gsize column)
{
  const WmRows *rows = &self->rows;
  double within = 0, all = 0;

  for (gsize i = 0; i < rows->n_areas; i++)
    for (gsize r = rows->first[i]; r < rows->first[i + 1]; r++)
      {
        double value = rows->x[r * rows->k + column];
        double own = value - rows->x_mean[i * rows->k + column];

        within += rows->weight[r] * own * own;
        all += rows->weight[r] * value * value;
      }
  /* What is too large to square is for the regression to refuse. */
  return within > CONSTANT_SHARE * CONSTANT_SHARE * all || !isfinite (all);
}

/* The sum of squares of the outcome around the area means. */
double
wm_effects_within_tss (const WmEffects *self)
{
  const WmRows *rows = &self->rows;
  double tss = rows->inner_ss;

  for (gsize i = 0; i < rows->n_areas; i++)
    for (gsize r = rows->first[i]; r < rows->first[i + 1]; r++)
      {
        double own = rows->y[r] - rows->y_mean[i];

        tss += rows->weight[r] * own * own;
      }
  return tss;
}

/* Regresses within areas on those chosen columns that vary there. Leaves the roots at 0. Returns
 * the sum of squared residuals and sets the rank; NaN when it is not finite. */
double
wm_effects_within (WmEffects *self, gsize *rank)
{
  gsize k = 0;

  for (gsize j = 0; j < self->n_columns; j++)
    if (wm_effects_varies (self, self->columns[j]))
      self->scratch_columns[k++] = self->columns[j];
  *rank = 0;
  if (k == 0)
    return wm_effects_within_tss (self);
  wm_effects_set_roots (self, 0);
  if (!regress_on (self, self->scratch_columns, k))
    return NAN;
  *rank = wm_qr_get_rank (self->qr);
  return wm_qr_get_ssr (self->qr) + self->rows.inner_ss;
}

/* Whether the last regression left nothing to take an error from. */
gboolean
wm_effects_is_perfect (const WmEffects *self)
{
  return self->no_within_variance || self->ssr <= PERFECT_SHARE * self->rows.total_ss;
}

/* Sets the covariance matrix from the last regression. */
void
wm_effects_classical (WmEffects *self, double df)
{
  wm_vcov_classical (wm_qr_get_inverse (self->qr), self->n_columns, self->ssr / df,
                     self->covariance);
}

/* The score of area @i: the sum of its rows times their residuals. */
static void
find_score (WmEffects *self, gsize i)
{
  const WmRows *rows = &self->rows;
  const double *b = wm_qr_get_solution (self->qr);
  const double *x_mean = &rows->x_mean[i * rows->k];

  memset (self->score, 0, self->n_columns * sizeof (double));
  for (gsize r = rows->first[i]; r < rows->first[i + 1]; r++)
    {
      const double *x = &rows->x[r * rows->k];
      double residual = off_mean (rows->y[r], rows->y_mean[i], self->roots[i]);

      for (gsize j = 0; j < self->n_columns; j++)
        {
          gsize column = self->columns[j];

          self->scratch_row[j] = off_mean (x[column], x_mean[column], self->roots[i]);
          residual -= b[j] * self->scratch_row[j];
        }
      for (gsize j = 0; j < self->n_columns; j++)
        self->score[j] += rows->weight[r] * residual * self->scratch_row[j];
    }
}

/* A clustered variance this much smaller than the classical one is rounding: with one area on each
 * side the scores of the clusters are 0. */
static void
strike_empty_variances (WmEffects *self, double s2)
{
  const double *inverse = wm_qr_get_inverse (self->qr);
  gsize k = self->n_columns;

  for (gsize j = 0; j < k; j++)
    if (self->covariance[j * k + j] <= PERFECT_SHARE * s2 * inverse[j * k + j])
      self->covariance[j * k + j] = 0;
}

/* Sets the covariance matrix from the last regression, clustered by area, with @k coefficients
 * counted in the small-sample factor. */
void
wm_effects_cluster (WmEffects *self, double k)
{
  const WmRows *rows = &self->rows;
  double factor = wm_vcov_cluster_factor (rows->n_areas, rows->n_obs, k);

  memset (self->meat, 0, self->n_columns * self->n_columns * sizeof (double));
  for (gsize i = 0; i < rows->n_areas; i++)
    {
      find_score (self, i);
      wm_vcov_add_cluster (self->score, self->n_columns, self->meat);
    }
  wm_vcov_sandwich (wm_qr_get_inverse (self->qr), self->meat, self->n_columns, factor,
                    self->covariance);
  strike_empty_variances (self, self->ssr / rows->n_obs);
}

gboolean
wm_effects_set_no_df (GError **error)
{
  g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_NO_RESIDUAL_DF,
                       _("There are too few areas or periods with values to tell the estimate from "
                         "chance. Add areas or periods, or choose a simpler estimator."));
  return FALSE;
}

gboolean
wm_effects_set_overflow (GError **error)
{
  g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_OVERFLOW,
                       _("The values are too large or too small to calculate with. Give them in "
                         "another unit, such as thousands."));
  return FALSE;
}
