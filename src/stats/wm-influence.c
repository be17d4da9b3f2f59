/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Does the effect hang on one area, or on one value? Every area is left out in turn. For single
 * values the change is first worked out from the fit with everything in; those that move the effect
 * most are then left out and the effect is estimated anew. */

#include "config.h"

#include "wm-influence.h"

#include <math.h>

#include "wm-did-private.h"

#define DECISION_P 0.05
#define N_CANDIDATES 10

typedef struct
{
  gsize area;
  gsize period;
  double change;
} Candidate;

typedef struct
{
  Candidate items[N_CANDIDATES]; /* the largest change first */
  gsize n;
} Candidates;

static void
remember (Candidates *self, Candidate candidate)
{
  gsize place = self->n;

  while (place > 0 && fabs (self->items[place - 1].change) < fabs (candidate.change))
    place--;
  if (place == N_CANDIDATES)
    return;
  self->n = MIN (self->n + 1, N_CANDIDATES);
  for (gsize i = self->n - 1; i > place; i--)
    self->items[i] = self->items[i - 1];
  self->items[place] = candidate;
}

/* The change of the effect when one observation goes and the shares of the area means stay: with
 * the weights W of the generalised least squares and Q = W - WX (X'WX)^-1 X'W, the coefficients
 * change by -(X'WX)^-1 X'W_r (Qy)_r / Q_rr. Exact for least squares and for area effects. */
static double
change_without (WmEffects *effects, gsize effect, gsize area, gsize row, double y)
{
  const WmRows *rows = &effects->rows;
  const double *b = wm_qr_get_solution (effects->qr);
  const double *inverse = wm_qr_get_inverse (effects->qr);
  double phi = 1 - effects->roots[area] * effects->roots[area];
  double residual = y - phi * rows->y_mean[area], pull = 0, own;
  gsize k = effects->n_columns;

  for (gsize j = 0; j < k; j++)
    {
      gsize column = effects->columns[j];

      effects->scratch_row[j] = rows->x[row * rows->k + column]
                                - phi * rows->x_mean[area * rows->k + column];
      residual -= b[j] * effects->scratch_row[j];
      pull += inverse[effect * k + j] * effects->scratch_row[j];
    }
  own = 1 - phi / rows->size[area] - wm_qr_get_leverage (effects->qr, effects->scratch_row);
  return own > 1e-9 ? -pull * residual / own : 0;
}

static gsize
row_of (const WmRows *rows, const WmDidSpec *spec, gsize area, gsize nth, gsize period)
{
  gsize first = rows->first[area], last = rows->first[area + 1] - 1;

  if (spec->estimator == WM_DID_TWO_WAY || spec->n_covariates > 0)
    return first + nth;
  return spec->phases[period] == 0 ? first : last;
}

static void
screen_values (WmDidWork *work, const WmDidSpec *spec, Candidates *candidates)
{
  WmEffects *effects = &work->effects;
  const WmRows *rows = &effects->rows;
  gsize effect = wm_did_find_effect (work);

  for (gsize i = 0; i < rows->n_areas; i++)
    for (gsize t = 0, nth = 0; t < spec->n_periods; t++)
      if (wm_did_uses (spec, WM_DID_SKIP_NOTHING, rows->area[i], t))
        {
          double y = spec->values[rows->area[i] * spec->n_periods + t] - work->count.mean;
          gsize row = row_of (rows, spec, i, nth++, t);

          remember (candidates, (Candidate) { rows->area[i], t,
                                              change_without (effects, effect, i, row, y) });
        }
}

static void
read_effect (const WmDidWork *work, const WmDidSpec *spec, double *estimate, double *p_value)
{
  WmCoefficient coefficient = { 0 };

  wm_did_infer (work, spec, wm_did_find_effect (work), &coefficient);
  *estimate = coefficient.estimate;
  *p_value = coefficient.p_value;
}

static void
leave_out (WmDidWork               *work,
           const WmDidSpec         *spec,
           WmDidSkip                skip,
           const WmInfluenceResult *with,
           WmInfluence             *out)
{
  out->area = skip.area;
  out->period = skip.period;
  out->estimate = out->p_value = NAN;
  out->changes_sign = out->changes_decision = FALSE;
  if (!wm_did_run (work, spec, skip, NULL, NULL))
    return;
  read_effect (work, spec, &out->estimate, &out->p_value);
  out->changes_sign = (out->estimate > 0 && with->estimate < 0)
                      || (out->estimate < 0 && with->estimate > 0);
  out->changes_decision = !isnan (out->p_value) && !isnan (with->p_value)
                          && (out->p_value < DECISION_P) != (with->p_value < DECISION_P);
}

static gboolean
moves_more (const WmInfluence *one, const WmInfluence *other, double estimate)
{
  return !isnan (one->estimate)
         && (isnan (other->estimate)
             || fabs (one->estimate - estimate) > fabs (other->estimate - estimate));
}

static void
leave_out_areas (WmInfluenceResult *self, WmDidWork *work, const WmDidSpec *spec)
{
  g_autofree gsize *areas = g_new (gsize, work->effects.rows.n_areas);

  self->n_areas = work->effects.rows.n_areas;
  self->areas = g_new0 (WmInfluence, self->n_areas);
  for (gsize i = 0; i < self->n_areas; i++)
    areas[i] = work->effects.rows.area[i];
  for (gsize i = 0; i < self->n_areas; i++)
    {
      leave_out (work, spec, (WmDidSkip) { areas[i], G_MAXSIZE }, self, &self->areas[i]);
      if (moves_more (&self->areas[i], &self->areas[self->area], self->estimate))
        self->area = i;
    }
}

static void
leave_out_values (WmInfluenceResult *self,
                  WmDidWork         *work,
                  const WmDidSpec   *spec,
                  const Candidates  *candidates)
{
  self->value.area = self->value.period = G_MAXSIZE;
  self->value.estimate = self->value.p_value = NAN;
  for (gsize i = 0; i < candidates->n; i++)
    {
      WmInfluence without;

      leave_out (work, spec, (WmDidSkip) { candidates->items[i].area, candidates->items[i].period },
                 self, &without);
      if (moves_more (&without, &self->value, self->estimate))
        self->value = without;
    }
}

/**
 * wm_influence_fit:
 * @spec: what was estimated
 * @error: return location for an error
 *
 * Estimates the effect without each area in turn, and finds the single value that moves it most. One
 * workspace serves all fits.
 *
 * Where nothing can be estimated without an area or a value (the only treated one), its estimate is
 * NaN. When that is so for every value, the value's area and period are %G_MAXSIZE.
 *
 * With random effects single values are chosen with the variance components as they are with all
 * values in; the ten that move the effect most are then estimated anew in full.
 *
 * Fails as [func@did_fit] does.
 *
 * Returns: (transfer full): the result
 */
WmInfluenceResult *
wm_influence_fit (const WmDidSpec *spec, GError **error)
{
  WmInfluenceResult *self = NULL;
  Candidates candidates = { .n = 0 };
  WmDidWork work;

  g_return_val_if_fail (spec != NULL && spec->values != NULL, NULL);
  g_return_val_if_fail (spec->groups != NULL && spec->phases != NULL, NULL);
  g_return_val_if_fail (spec->n_covariates == 0
                        || (spec->covariates != NULL && spec->covariate_names != NULL), NULL);

  if (!wm_did_check_spec (spec, error))
    return NULL;
  wm_did_work_init (&work, spec);
  if (wm_did_run (&work, spec, WM_DID_SKIP_NOTHING, NULL, error))
    {
      self = g_new0 (WmInfluenceResult, 1);
      read_effect (&work, spec, &self->estimate, &self->p_value);
      screen_values (&work, spec, &candidates);
      leave_out_areas (self, &work, spec);
      leave_out_values (self, &work, spec, &candidates);
    }
  wm_did_work_clear (&work);
  return self;
}

/**
 * wm_influence_result_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
wm_influence_result_free (WmInfluenceResult *self)
{
  if (self == NULL)
    return;
  g_free (self->areas);
  g_free (self);
}
