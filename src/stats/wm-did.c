/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Difference in differences: value = a + b post + c treated + f did, of which f is the effect. The
 * front: a specification in, a result that owns itself out. */

#include "config.h"

#include "wm-did.h"

#include <math.h>
#include <string.h>

#include "wm-did-private.h"

static gboolean
is_listed (const WmDidWork *work, const WmDidSpec *spec, gsize column)
{
  return column < WM_DID_N_OWN || column >= work->effects.rows.k - spec->n_covariates;
}

static void
list_coefficients (WmDidResult *self, const WmDidWork *work, const WmDidSpec *spec)
{
  const WmEffects *effects = &work->effects;

  self->coefficients = g_new0 (WmCoefficient, effects->n_columns);
  for (gsize place = 0; place < effects->n_columns; place++)
    {
      gsize column = effects->columns[place];
      WmCoefficient *coefficient = &self->coefficients[self->n_coefficients];

      if (!is_listed (work, spec, column))
        continue;
      if (column == WM_DID_EFFECT)
        self->did = self->n_coefficients;
      wm_did_infer (work, spec, place, coefficient);
      coefficient->term = g_strdup (column == WM_DID_INTERCEPT ? "intercept" : work->names[column]);
      self->n_coefficients++;
    }
}

static void
copy_counts (WmDidResult *self, const WmDidCount *count)
{
  memcpy (self->cells, count->cells, sizeof self->cells);
  self->n_obs = count->n_obs;
  self->n_missing = count->n_missing;
  self->n_control = count->n_areas[0];
  self->n_treated = count->n_areas[1];
  self->n_areas = self->n_control + self->n_treated;
  self->n_periods = count->n_periods;
  self->min_periods = count->min_periods;
  self->max_periods = count->max_periods;
}

static void
copy_components (WmDidResult *self, const WmEffects *effects)
{
  double sum = 0;

  self->sigma2_idiosyncratic = self->sigma2_area = NAN;
  self->theta_min = self->theta_max = self->theta_mean = NAN;
  if (self->estimator != WM_DID_RANDOM_EFFECTS)
    return;
  self->sigma2_idiosyncratic = effects->sigma2_idiosyncratic;
  self->sigma2_area = effects->sigma2_area;
  self->rank_within = effects->rank_within;
  self->rank_between = effects->rank_between;
  for (gsize i = 0; i < effects->rows.n_areas; i++)
    {
      double theta = 1 - effects->roots[i];

      self->theta_min = fmin (self->theta_min, theta);
      self->theta_max = fmax (self->theta_max, theta);
      sum += theta;
    }
  self->theta_mean = sum / effects->rows.n_areas;
}

static void
warn_of_missing_error (const WmDidResult *self)
{
  gboolean known = wm_message_list_has (self->messages, "perfect_fit")
                   || wm_message_list_has (self->messages, "one_treated_cluster");

  if (self->coefficients[self->did].distribution == WM_DISTRIBUTION_NONE && !known)
    wm_message_list_add (self->messages, "no_clustered_error", NULL, self->n_areas);
}

static WmDidResult *
make_result (const WmDidSpec *spec, const WmDidWork *work, WmMessageList *messages)
{
  WmDidResult *self = g_new0 (WmDidResult, 1);

  self->estimator = spec->estimator;
  self->errors = spec->errors;
  self->level = spec->level;
  self->messages = messages;
  self->residual_df = work->residual_df;
  self->sigma2 = work->effects.ssr / work->residual_df;
  self->r_squared_within = work->r_squared_within;
  copy_counts (self, &work->count);
  copy_components (self, &work->effects);
  list_coefficients (self, work, spec);
  warn_of_missing_error (self);
  return self;
}

/**
 * wm_did_fit:
 * @spec: what to estimate
 * @error: return location for an error
 *
 * Estimates the effect of a programme as the change in the treated areas beyond that in the control
 * areas.
 *
 * The p-values come from Student's t with the residual degrees of freedom for pooled and fixed
 * effects, from the normal for random effects, and with clustered errors from t with one degree of
 * freedom fewer than there are areas.
 *
 * Warnings are in the result: "area_without_values", "area_only_before", "area_only_after" (names,
 * and how many), "unbalanced" (the fewest rows of an area), "one_treated_cluster" (the area that is
 * alone in its group), "few_clusters" (number of areas), "time_constant_covariate_in_fe" (name),
 * "collinear_covariate" (the one left out, then those it depends on), "no_area_variance",
 * "perfect_fit" (there is an estimate but no error) and "no_clustered_error" (the areas of each
 * group change in step, so the clustered error would be 0).
 *
 * Fails with the codes of [error@StatsError] where nothing can be estimated.
 *
 * Returns: (transfer full): the result
 */
WmDidResult *
wm_did_fit (const WmDidSpec *spec, GError **error)
{
  g_autoptr (GPtrArray) messages = wm_message_list_new ();
  WmDidResult *result = NULL;
  WmDidWork work;

  g_return_val_if_fail (spec != NULL && spec->values != NULL, NULL);
  g_return_val_if_fail (spec->groups != NULL && spec->phases != NULL, NULL);
  g_return_val_if_fail (spec->n_covariates == 0
                        || (spec->covariates != NULL && spec->covariate_names != NULL), NULL);

  if (!wm_did_check_spec (spec, error))
    return NULL;
  wm_did_work_init (&work, spec);
  if (wm_did_run (&work, spec, WM_DID_SKIP_NOTHING, messages, error))
    result = make_result (spec, &work, g_steal_pointer (&messages));
  wm_did_work_clear (&work);
  return result;
}

/**
 * wm_did_result_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
wm_did_result_free (WmDidResult *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < self->n_coefficients; i++)
    g_free (self->coefficients[i].term);
  g_free (self->coefficients);
  g_ptr_array_unref (self->messages);
  g_free (self);
}
