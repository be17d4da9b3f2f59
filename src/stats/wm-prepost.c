/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Before against after in one group of areas: by random effects, by area effects, and by the paired
 * t test on area means. */

#include "config.h"

#include "wm-prepost.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "wm-did-private.h"
#include "wm-vec.h"

/* Area changes that vary by less than this share of the values are equal. */
#define PERFECT_SHARE 1e-10

/* The two columns of the rows of a difference-in-differences that this model has. */
static void
choose_columns (WmEffects *effects, gboolean within)
{
  effects->n_columns = 0;
  if (!within)
    effects->columns[effects->n_columns++] = WM_DID_INTERCEPT;
  effects->columns[effects->n_columns++] = WM_DID_POST;
}

static gboolean
check (const WmDidCount *count, GError **error)
{
  if (count->n_obs == 0)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_NO_TREATED,
                         _("None of the areas has a value. Choose other areas."));
  else if (count->cells[1][0].n_rows == 0)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_NO_PRE,
                         _("None of the areas has a value before the start. Choose an earlier first "
                           "period or a later start."));
  else if (count->cells[1][1].n_rows == 0)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_NO_POST,
                         _("None of the areas has a value after the start. Choose a later last "
                           "period or an earlier start."));
  else if (count->min == count->max)
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_CONSTANT_OUTCOME,
                         _("All values are equal, so there is nothing to test."));
  else if (!isfinite (count->total_ss) || count->total_ss == 0)
    return wm_effects_set_overflow (error);
  else
    return TRUE;
  return FALSE;
}

static void
strike (WmCoefficient *coefficient, WmPrepostResult *self, const char *code, const char *estimator)
{
  wm_coefficient_infer (coefficient, coefficient->estimate, NAN, WM_DISTRIBUTION_NONE, NAN, 0.95);
  wm_message_list_add (self->messages, code, estimator, NAN);
}

static gboolean
regress (WmEffects *effects, double df, GError **error)
{
  if (df <= 0)
    return wm_effects_set_no_df (error);
  if (!wm_effects_regress (effects) || wm_qr_get_rank (effects->qr) < effects->n_columns)
    return wm_effects_set_overflow (error);
  wm_effects_classical (effects, df);
  return TRUE;
}

static void
infer (WmPrepostResult *self,
       WmEffects       *effects,
       WmDistribution   distribution,
       double           df,
       double           level,
       WmCoefficient   *out)
{
  gsize place = effects->n_columns - 1;
  double estimate = wm_qr_get_solution (effects->qr)[place];
  double variance = effects->covariance[place * effects->n_columns + place];

  wm_coefficient_infer (out, estimate, variance, distribution, df, level);
  if (wm_effects_is_perfect (effects))
    strike (out, self, "perfect_fit", out->term);
}

static void
fit_random (WmPrepostResult *self, WmEffects *effects, double level)
{
  g_autoptr (GError) error = NULL;
  double df = effects->rows.n_obs - 2, sum = 0;

  choose_columns (effects, FALSE);
  if (!wm_effects_random (effects, FALSE, &error) || !regress (effects, df, &error))
    {
      strike (&self->random_effects, self, wm_stats_error_to_code (error->code), "random_effects");
      return;
    }
  infer (self, effects, WM_DISTRIBUTION_NORMAL, NAN, level, &self->random_effects);
  if (effects->no_area_variance)
    wm_message_list_add (self->messages, "no_area_variance", NULL, NAN);
  self->sigma2_idiosyncratic = effects->sigma2_idiosyncratic;
  self->sigma2_area = effects->sigma2_area;
  for (gsize i = 0; i < effects->rows.n_areas; i++)
    sum += 1 - effects->roots[i];
  self->theta_mean = sum / effects->rows.n_areas;
}

static void
fit_fixed (WmPrepostResult *self, WmEffects *effects, double level)
{
  g_autoptr (GError) error = NULL;
  double df = effects->rows.n_obs - effects->rows.n_areas - 1;

  effects->no_within_variance = FALSE;
  choose_columns (effects, TRUE);
  wm_effects_set_roots (effects, 0);
  if (!wm_effects_varies (effects, WM_DID_POST))
    strike (&self->fixed_effects, self, "collinear_with_effect", "fixed_effects");
  else if (!regress (effects, df, &error))
    strike (&self->fixed_effects, self, wm_stats_error_to_code (error->code), "fixed_effects");
  else
    infer (self, effects, WM_DISTRIBUTION_T, df, level, &self->fixed_effects);
}

static void
fit_paired (WmPrepostResult *self, const WmEffects *effects, double level)
{
  const WmRows *rows = &effects->rows;
  g_autofree double *changes = g_new (double, rows->n_areas);
  double n, sd;

  for (gsize i = 0; i < rows->n_areas; i++)
    if (rows->first[i + 1] - rows->first[i] == 2)
      changes[self->n_paired++] = rows->y[rows->first[i] + 1] - rows->y[rows->first[i]];
  n = self->n_paired;
  self->paired.estimate = wm_vec_mean (changes, self->n_paired);
  sd = wm_vec_sd (changes, self->n_paired);
  if (n < 2)
    strike (&self->paired, self, "too_few", "paired");
  else if (sd <= PERFECT_SHARE * sqrt (rows->total_ss))
    strike (&self->paired, self, "perfect_fit", "paired");
  else
    wm_coefficient_infer (&self->paired, self->paired.estimate, sd * sd / n, WM_DISTRIBUTION_T, n - 1,
                          level);
}

static void
summarise (WmPrepostResult *self, const WmDidSpec *spec)
{
  gsize most = spec->n_areas * spec->n_periods, n[2] = { 0, 0 };
  g_autofree double *rows = g_new (double, most);

  /* The rows before the start from the front, those after it from the back. */
  for (gsize i = 0; i < spec->n_areas; i++)
    for (gsize t = 0; t < spec->n_periods; t++)
      if (spec->groups[i] == 1 && spec->phases[t] >= 0)
        {
          gsize place = spec->phases[t] == 0 ? n[0] : most - 1 - n[1];

          rows[place] = spec->values[i * spec->n_periods + t];
          n[spec->phases[t]]++;
        }
  wm_summary_of (rows, n[0], &self->before);
  wm_summary_of (rows + most - n[1], n[1], &self->after);
  for (gsize j = 0; j < n[1]; j++)
    rows[n[0] + j] = rows[most - n[1] + j];
  wm_summary_of (rows, n[0] + n[1], &self->all);
}

static WmPrepostResult *
make_result (const WmDidSpec *spec, WmDidWork *work)
{
  WmPrepostResult *self = g_new0 (WmPrepostResult, 1);

  self->messages = wm_message_list_new ();
  self->random_effects.term = g_strdup ("random_effects");
  self->fixed_effects.term = g_strdup ("fixed_effects");
  self->paired.term = g_strdup ("paired");
  self->random_effects.estimate = self->fixed_effects.estimate = NAN;
  self->sigma2_idiosyncratic = self->sigma2_area = self->theta_mean = NAN;
  self->n_areas = work->count.n_areas[1];
  self->n_obs = work->count.n_obs;
  wm_did_warn_of_gaps (spec, &work->count, self->messages);
  wm_did_build_rows (work, spec, WM_DID_SKIP_NOTHING);
  summarise (self, spec);
  fit_random (self, &work->effects, spec->level);
  fit_fixed (self, &work->effects, spec->level);
  fit_paired (self, &work->effects, spec->level);
  return self;
}

/**
 * wm_prepost_fit:
 * @spec: what to compare
 * @error: return location for an error
 *
 * Compares before and after in one group of areas. It cannot tell a programme from anything else
 * that changed.
 *
 * Warnings are those of [func@did_fit] about values that are not there, and for each estimate that
 * cannot be had the code of the reason with the estimate's term as the subject.
 *
 * Fails with %WM_STATS_ERROR_NO_TREATED, %WM_STATS_ERROR_NO_PRE, %WM_STATS_ERROR_NO_POST,
 * %WM_STATS_ERROR_CONSTANT_OUTCOME, %WM_STATS_ERROR_OVERFLOW or %WM_STATS_ERROR_BAD_INPUT.
 *
 * Returns: (transfer full): the result
 */
WmPrepostResult *
wm_prepost_fit (const WmPrepostSpec *spec, GError **error)
{
  g_autofree gint8 *groups = NULL;
  WmPrepostResult *result = NULL;
  WmDidWork work;
  WmDidSpec panel = { 0 };

  g_return_val_if_fail (spec != NULL && spec->values != NULL && spec->phases != NULL, NULL);

  groups = g_new (gint8, spec->n_areas);
  for (gsize i = 0; i < spec->n_areas; i++)
    groups[i] = spec->included == NULL || spec->included[i] == 1 ? 1 : -1;
  panel.values = spec->values;
  panel.n_areas = spec->n_areas;
  panel.n_periods = spec->n_periods;
  panel.groups = groups;
  panel.phases = spec->phases;
  panel.area_names = spec->area_names;
  panel.level = spec->level;
  if (!wm_did_check_spec (&panel, error))
    return NULL;
  wm_did_work_init (&work, &panel);
  wm_did_count (&work.count, &panel, WM_DID_SKIP_NOTHING);
  if (check (&work.count, error))
    result = make_result (&panel, &work);
  wm_did_work_clear (&work);
  return result;
}

/**
 * wm_prepost_result_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
wm_prepost_result_free (WmPrepostResult *self)
{
  if (self == NULL)
    return;
  g_free (self->random_effects.term);
  g_free (self->fixed_effects.term);
  g_free (self->paired.term);
  g_ptr_array_unref (self->messages);
  g_free (self);
}
