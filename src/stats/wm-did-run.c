/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One difference-in-differences fit in a workspace: choose the columns that the estimator has, take
 * off the area means that it takes off, regress, and give the effect its error. */

#include "config.h"

#include "wm-did-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* Sets up a workspace for panels of the shape of @spec. */
void
wm_did_work_init (WmDidWork *self, const WmDidSpec *spec)
{
  memset (self, 0, sizeof *self);
  wm_effects_init (&self->effects);
  self->count.covariate_mean = g_new0 (double, spec->n_covariates);
  self->count.rows_of_area = g_new0 (gsize, 2 * spec->n_areas);
  self->count.period_slot = g_new0 (gssize, spec->n_periods);
  self->names = g_new0 (const char *, WM_DID_N_OWN + spec->n_periods + spec->n_covariates);
}

void
wm_did_work_clear (WmDidWork *self)
{
  wm_effects_clear (&self->effects);
  g_free (self->count.covariate_mean);
  g_free (self->count.rows_of_area);
  g_free (self->count.period_slot);
  g_free (self->names);
}

static void
name_columns (WmDidWork *self, const WmDidSpec *spec)
{
  gsize k = self->effects.rows.k;

  memset (self->names, 0, k * sizeof (char *));
  self->names[WM_DID_POST] = "post";
  self->names[WM_DID_TREATED] = "treated";
  self->names[WM_DID_EFFECT] = "did";
  for (gsize c = 0; c < spec->n_covariates; c++)
    self->names[k - spec->n_covariates + c] = spec->covariate_names[c];
}

static gboolean
takes_column (WmDidEstimator estimator, gsize column)
{
  if (column >= WM_DID_EFFECT)
    return TRUE;
  if (column == WM_DID_POST)
    return estimator != WM_DID_TWO_WAY;
  return estimator == WM_DID_POOLED || estimator == WM_DID_RANDOM_EFFECTS;
}

/* Chooses the columns. With area effects a covariate that does not vary within areas is left out
 * and named; an effect that does not is refused. */
static gboolean
choose_columns (WmDidWork *self, const WmDidSpec *spec, WmMessageList *messages, GError **error)
{
  WmEffects *effects = &self->effects;
  gboolean within = !takes_column (spec->estimator, WM_DID_INTERCEPT);

  effects->n_columns = 0;
  for (gsize column = 0; column < effects->rows.k; column++)
    {
      if (!takes_column (spec->estimator, column))
        continue;
      if (within && !wm_effects_varies (effects, column))
        {
          if (column == WM_DID_EFFECT)
            {
              g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_COLLINEAR_WITH_EFFECT,
                                   _("The effect cannot be told apart from the differences between "
                                     "areas: no treated area has values both before and after the "
                                     "start."));
              return FALSE;
            }
          if (self->names[column] != NULL && column >= WM_DID_N_OWN)
            wm_message_list_add (messages, "time_constant_covariate_in_fe", self->names[column],
                                 NAN);
          continue;
        }
      effects->columns[effects->n_columns++] = column;
    }
  return TRUE;
}

/* The place of the effect among the coefficients. */
gsize
wm_did_find_effect (const WmDidWork *self)
{
  gsize place = 0;

  while (self->effects.columns[place] != WM_DID_EFFECT)
    place++;
  return place;
}

static gboolean
set_roots (WmDidWork *self, const WmDidSpec *spec, GError **error)
{
  self->effects.no_within_variance = self->effects.no_area_variance = FALSE;
  if (spec->estimator == WM_DID_RANDOM_EFFECTS)
    return wm_effects_random (&self->effects, spec->harmonic_between, error);
  wm_effects_set_roots (&self->effects, spec->estimator == WM_DID_POOLED ? 1 : 0);
  return TRUE;
}

static gboolean
set_residual_df (WmDidWork *self, const WmDidSpec *spec, GError **error)
{
  gboolean within = !takes_column (spec->estimator, WM_DID_INTERCEPT);

  self->residual_df = self->effects.rows.n_obs - self->effects.n_columns;
  if (within)
    self->residual_df -= self->effects.rows.n_areas;
  return self->residual_df > 0 || wm_effects_set_no_df (error);
}

/* Regresses; where a column depends on others, without it once more. */
static gboolean
regress (WmDidWork *self, const WmDidSpec *spec, WmMessageList *messages, GError **error)
{
  WmEffects *effects = &self->effects;

  while (TRUE)
    {
      if (!set_residual_df (self, spec, error) || !set_roots (self, spec, error))
        return FALSE;
      if (!wm_effects_regress (effects))
        return wm_effects_set_overflow (error);
      if (wm_qr_get_rank (effects->qr) == effects->n_columns)
        return TRUE;
      if (!wm_effects_drop_dependent (effects, self->names, WM_DID_EFFECT, messages, error))
        return FALSE;
    }
}

static void
set_covariance (WmDidWork *self, const WmDidSpec *spec, WmMessageList *messages)
{
  WmEffects *effects = &self->effects;
  gboolean within = !takes_column (spec->estimator, WM_DID_INTERCEPT);

  self->perfect = wm_effects_is_perfect (effects);
  if (self->perfect)
    wm_message_list_add (messages, "perfect_fit", NULL, NAN);
  if (effects->no_area_variance)
    wm_message_list_add (messages, "no_area_variance", NULL, NAN);
  if (spec->errors == WM_ERRORS_CLUSTER)
    wm_effects_cluster (effects, effects->n_columns + (within ? 1 : 0));
  else
    wm_effects_classical (effects, self->residual_df);
}

/* The share of the variation within areas that the regression within areas explains. */
static void
set_r_squared (WmDidWork *self, const WmDidSpec *spec)
{
  const WmEffects *effects = &self->effects;
  double ssr = spec->estimator == WM_DID_RANDOM_EFFECTS ? effects->ssr_within : effects->ssr;
  double tss = wm_effects_within_tss (effects);

  self->r_squared_within = NAN;
  if (spec->estimator != WM_DID_POOLED && tss > 0)
    self->r_squared_within = 1 - fmin (1, ssr / tss);
}

/* Fits @spec without what @skip names. The coefficients, their covariance and the counts stay in
 * @self until the next fit. @messages may be %NULL when nobody listens; then nothing is allocated
 * once the workspace has seen a panel of this size. */
gboolean
wm_did_run (WmDidWork       *self,
            const WmDidSpec *spec,
            WmDidSkip        skip,
            WmMessageList   *messages,
            GError         **error)
{
  wm_did_count (&self->count, spec, skip);
  if (!wm_did_check_count (&self->count, error))
    return FALSE;
  if (messages != NULL)
    {
      wm_did_warn_of_gaps (spec, &self->count, messages);
      wm_did_warn_of_clusters (spec, &self->count, messages);
    }
  wm_did_build_rows (self, spec, skip);
  name_columns (self, spec);
  if (!choose_columns (self, spec, messages, error))
    return FALSE;
  if (!regress (self, spec, messages, error))
    return FALSE;
  set_r_squared (self, spec);
  set_covariance (self, spec, messages);
  return TRUE;
}

/* What a coefficient adds to the intercept when values and covariates get their means back. */
static double
weight_at_zero (const WmDidWork *self, const WmDidSpec *spec, gsize place)
{
  gsize column = self->effects.columns[place];
  gsize first = self->effects.rows.k - spec->n_covariates;

  if (column == WM_DID_INTERCEPT)
    return 1;
  return column < first ? 0 : -self->count.covariate_mean[column - first];
}

/* The intercept where all covariates are 0: w'b and, for its variance, w'Vw. */
static double
intercept_at_zero (const WmDidWork *self, const WmDidSpec *spec, double *variance)
{
  gsize k = self->effects.n_columns;
  double estimate = self->count.mean;

  *variance = 0;
  for (gsize i = 0; i < k; i++)
    {
      double weight = weight_at_zero (self, spec, i);

      estimate += weight * wm_qr_get_solution (self->effects.qr)[i];
      for (gsize j = 0; j < k; j++)
        *variance += weight * weight_at_zero (self, spec, j) * self->effects.covariance[i * k + j];
    }
  return estimate;
}

/* Fills the record of the coefficient at @place of the last fit; not its term. */
void
wm_did_infer (const WmDidWork *self, const WmDidSpec *spec, gsize place, WmCoefficient *out)
{
  const WmEffects *effects = &self->effects;
  double estimate = wm_qr_get_solution (effects->qr)[place];
  double variance = effects->covariance[place * effects->n_columns + place];
  gboolean cluster = spec->errors == WM_ERRORS_CLUSTER;
  WmDistribution distribution = WM_DISTRIBUTION_T;

  if (effects->columns[place] == WM_DID_INTERCEPT)
    estimate = intercept_at_zero (self, spec, &variance);
  if (self->perfect)
    distribution = WM_DISTRIBUTION_NONE;
  else if (spec->estimator == WM_DID_RANDOM_EFFECTS && !cluster)
    distribution = WM_DISTRIBUTION_NORMAL;
  wm_coefficient_infer (out, estimate, variance, distribution,
                        cluster ? effects->rows.n_areas - 1.0 : self->residual_df, spec->level);
}
