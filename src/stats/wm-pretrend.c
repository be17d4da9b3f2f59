/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Were the two groups already moving apart before the start? On the periods before it, with area and
 * period effects: the slope of treated × (period - last period before the start). */

#include "config.h"

#include "wm-pretrend.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "wm-did-private.h"

#define FEWEST_PERIODS 3
/* Below this a slope is shown beside the estimate as a warning: the test has little power. */
#define VISIBLE_P 0.10

static void
add_mean (const WmDidSpec *spec, gint8 group, gsize period, double *mean)
{
  double sum = 0, n = 0;

  for (gsize i = 0; i < spec->n_areas; i++)
    {
      double value = spec->values[i * spec->n_periods + period];

      if (spec->groups[i] != group || isnan (value))
        continue;
      sum += value;
      n++;
    }
  *mean = n > 0 ? sum / n : NAN;
}

static void
list_gaps (WmPretrendResult *self, const WmDidSpec *spec)
{
  self->gaps = g_new0 (WmPretrendGap, spec->n_periods);
  for (gsize t = 0; t < spec->n_periods; t++)
    if (spec->phases[t] == 0)
      {
        WmPretrendGap *gap = &self->gaps[self->n_gaps++];

        gap->period = t;
        add_mean (spec, 1, t, &gap->treated);
        add_mean (spec, 0, t, &gap->control);
        gap->gap = gap->treated - gap->control;
      }
}

static gboolean
check (const WmDidCount *count, GError **error)
{
  if (count->n_areas[0] == 0)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_NO_CONTROL,
                         _("No control area has a value before the start. Choose other control "
                           "areas."));
  else if (count->n_areas[1] == 0)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_NO_TREATED,
                         _("No treated area has a value before the start. Choose other treated "
                           "areas."));
  else if (count->n_periods < FEWEST_PERIODS)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_PRETREND_TOO_SHORT,
                         _("A trend before the start needs values in at least three periods before "
                           "it. Choose an earlier first period or a later start."));
  else if (count->min == count->max)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_CONSTANT_OUTCOME,
                         _("All values before the start are equal, so there is nothing to test."));
  else if (!isfinite (count->total_ss) || count->total_ss == 0)
    return wm_effects_set_overflow (error);
  else
    return TRUE;
  return FALSE;
}

static gsize
last_period (const WmDidCount *count, const WmDidSpec *spec)
{
  gsize last = 0;

  for (gsize t = 0; t < spec->n_periods; t++)
    if (count->period_slot[t] >= 0)
      last = t;
  return last;
}

/* Column 0 is the slope; a dummy for each period but the first follows. */
static void
build_rows (WmEffects *effects, const WmDidCount *count, const WmDidSpec *spec)
{
  WmRows *rows = &effects->rows;
  double ref = last_period (count, spec);

  wm_rows_reset (rows, count->n_periods, count->n_obs, count->n_areas[0] + count->n_areas[1]);
  rows->total_ss = count->total_ss;
  for (gsize i = 0; i < spec->n_areas; i++)
    {
      if (count->rows_of_area[2 * i] == 0)
        continue;
      wm_rows_open_area (rows, i);
      for (gsize t = 0; t < spec->n_periods; t++)
        if (wm_did_uses (spec, WM_DID_SKIP_NOTHING, i, t))
          {
            double *x = wm_rows_add (rows, spec->values[i * spec->n_periods + t] - count->mean, 1);

            if (count->period_slot[t] > 0)
              x[count->period_slot[t]] = 1;
            x[0] = spec->groups[i] == 1 ? t - ref : 0;
          }
      wm_rows_close_area (rows);
    }
  wm_effects_reserve (effects);
  wm_effects_set_roots (effects, 0);
}

static gboolean
regress (WmEffects *effects, GError **error)
{
  if (!wm_effects_varies (effects, 0))
    {
      g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_COLLINEAR_WITH_EFFECT,
                           _("No treated area has values in two periods before the start, so its "
                             "trend cannot be seen."));
      return FALSE;
    }
  effects->n_columns = 0;
  for (gsize j = 0; j < effects->rows.k; j++)
    if (wm_effects_varies (effects, j))
      effects->columns[effects->n_columns++] = j;
  while (TRUE)
    {
      if (!wm_effects_regress (effects))
        return wm_effects_set_overflow (error);
      if (wm_qr_get_rank (effects->qr) == effects->n_columns)
        return TRUE;
      if (!wm_effects_drop_dependent (effects, NULL, 0, NULL, error))
        return FALSE;
    }
}

static void
infer (WmPretrendResult *self, WmEffects *effects, double df, double level)
{
  double slope = wm_qr_get_solution (effects->qr)[0];
  gboolean perfect = wm_effects_is_perfect (effects);
  WmDistribution distribution = perfect ? WM_DISTRIBUTION_NONE : WM_DISTRIBUTION_T;

  wm_effects_classical (effects, df);
  wm_coefficient_infer (&self->classical, slope, effects->covariance[0], distribution, df, level);
  wm_effects_cluster (effects, effects->n_columns + 1.0);
  wm_coefficient_infer (&self->clustered, slope, effects->covariance[0], distribution,
                        effects->rows.n_areas - 1.0, level);
  if (perfect)
    wm_message_list_add (self->messages, "perfect_fit", NULL, NAN);
  else if (self->clustered.distribution == WM_DISTRIBUTION_NONE)
    wm_message_list_add (self->messages, "no_clustered_error", NULL, effects->rows.n_areas);
  if (fmin (self->classical.p_value, self->clustered.p_value) < VISIBLE_P)
    wm_message_list_add (self->messages, "pretrend_visible", NULL,
                         fmin (self->classical.p_value, self->clustered.p_value));
}

static WmPretrendResult *
fit (const WmDidSpec *spec, WmDidWork *work, GError **error)
{
  g_autoptr (WmPretrendResult) self = NULL;
  WmEffects *effects = &work->effects;
  double df;

  wm_did_count (&work->count, spec, WM_DID_SKIP_NOTHING);
  if (!check (&work->count, error))
    return NULL;
  build_rows (effects, &work->count, spec);
  if (!regress (effects, error))
    return NULL;
  df = effects->rows.n_obs - effects->rows.n_areas - effects->n_columns;
  if (df <= 0)
    {
      wm_effects_set_no_df (error);
      return NULL;
    }
  self = g_new0 (WmPretrendResult, 1);
  self->messages = wm_message_list_new ();
  self->classical.term = g_strdup ("slope");
  self->clustered.term = g_strdup ("slope");
  self->n_obs = work->count.n_obs;
  self->n_areas = effects->rows.n_areas;
  wm_did_warn_of_clusters (spec, &work->count, self->messages);
  list_gaps (self, spec);
  infer (self, effects, df, spec->level);
  return g_steal_pointer (&self);
}

/**
 * wm_pretrend_fit:
 * @spec: the comparison; its estimator, errors and covariates are not used
 * @error: return location for an error
 *
 * Estimates by how much the gap between treated and control areas grew per period before the start.
 * The periods are taken as equally far apart. That the slope is not clearly different from 0 does
 * not show that the groups moved in parallel (Roth 2022).
 *
 * Warnings: "few_clusters" and "one_treated_cluster" as of [func@did_fit], "perfect_fit",
 * "no_clustered_error", and "pretrend_visible" with the smaller p-value.
 *
 * Fails with %WM_STATS_ERROR_PRETREND_TOO_SHORT below three periods with values before the start,
 * and with the codes of [func@did_fit] where there is nothing to compare.
 *
 * Returns: (transfer full): the result
 */
WmPretrendResult *
wm_pretrend_fit (const WmDidSpec *spec, GError **error)
{
  g_autofree gint8 *phases = NULL;
  WmPretrendResult *result;
  WmDidWork work;
  WmDidSpec before;

  g_return_val_if_fail (spec != NULL && spec->values != NULL, NULL);
  g_return_val_if_fail (spec->groups != NULL && spec->phases != NULL, NULL);

  if (!wm_did_check_spec (spec, error))
    return NULL;
  phases = g_new (gint8, spec->n_periods);
  for (gsize t = 0; t < spec->n_periods; t++)
    phases[t] = spec->phases[t] == 0 ? 0 : -1;
  before = *spec;
  before.phases = phases;
  before.n_covariates = 0;
  wm_did_work_init (&work, &before);
  result = fit (&before, &work, error);
  wm_did_work_clear (&work);
  return result;
}

/**
 * wm_pretrend_result_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
wm_pretrend_result_free (WmPretrendResult *self)
{
  if (self == NULL)
    return;
  g_free (self->gaps);
  g_free (self->classical.term);
  g_free (self->clustered.term);
  g_ptr_array_unref (self->messages);
  g_free (self);
}
