/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* From the panel of a difference-in-differences to the rows of a regression.
 *
 * Without covariates and period effects all periods of an area before the start share their
 * regressors, and so do all after it: two rows an area carry everything. */

#include "config.h"

#include "wm-did-private.h"

static void
fill_own_columns (double *x, const WmDidSpec *spec, gsize area, gint8 phase)
{
  gboolean treated = spec->groups[area] == 1;

  x[WM_DID_INTERCEPT] = 1;
  x[WM_DID_POST] = phase;
  x[WM_DID_TREATED] = treated;
  x[WM_DID_EFFECT] = treated && phase == 1;
}

static void
add_phase (WmDidWork *self, const WmDidSpec *spec, WmDidSkip skip, gsize area, gint8 phase)
{
  const double *values = &spec->values[area * spec->n_periods];
  double n = self->count.rows_of_area[2 * area + phase];
  double center = self->count.mean, mean = 0;

  if (n == 0)
    return;
  for (gsize t = 0; t < spec->n_periods; t++)
    if (spec->phases[t] == phase && wm_did_uses (spec, skip, area, t))
      mean += values[t] - center;
  mean /= n;
  for (gsize t = 0; t < spec->n_periods; t++)
    if (spec->phases[t] == phase && wm_did_uses (spec, skip, area, t))
      {
        double own = values[t] - center - mean;

        self->effects.rows.inner_ss += own * own;
      }
  fill_own_columns (wm_rows_add (&self->effects.rows, mean, n), spec, area, phase);
}

static void
add_observations (WmDidWork       *self,
                  const WmDidSpec *spec,
                  WmDidSkip        skip,
                  gsize            area,
                  gsize            n_dummies)
{
  for (gsize t = 0; t < spec->n_periods; t++)
    if (wm_did_uses (spec, skip, area, t))
      {
        gsize at = area * spec->n_periods + t;
        gssize slot = self->count.period_slot[t];
        double *x = wm_rows_add (&self->effects.rows, spec->values[at] - self->count.mean, 1);

        fill_own_columns (x, spec, area, spec->phases[t]);
        if (n_dummies > 0 && slot > 0)
          x[WM_DID_N_OWN + slot - 1] = 1;
        for (gsize c = 0; c < spec->n_covariates; c++)
          x[WM_DID_N_OWN + n_dummies + c] = spec->covariates[c][at] - self->count.covariate_mean[c];
      }
}

/* Builds the rows of the counted panel: own columns, with two-way effects a dummy for each period
 * but the first, then covariates. The values and the covariates are less their overall means. */
void
wm_did_build_rows (WmDidWork *self, const WmDidSpec *spec, WmDidSkip skip)
{
  WmRows *rows = &self->effects.rows;
  gsize n_dummies = spec->estimator == WM_DID_TWO_WAY ? self->count.n_periods - 1 : 0;
  gboolean short_rows = n_dummies == 0 && spec->n_covariates == 0;
  gsize n_areas = self->count.n_areas[0] + self->count.n_areas[1];

  wm_rows_reset (rows, WM_DID_N_OWN + n_dummies + spec->n_covariates,
                 short_rows ? 2 * n_areas : self->count.n_obs, n_areas);
  rows->total_ss = self->count.total_ss;
  for (gsize i = 0; i < spec->n_areas; i++)
    {
      if (self->count.rows_of_area[2 * i] + self->count.rows_of_area[2 * i + 1] == 0)
        continue;
      wm_rows_open_area (rows, i);
      if (short_rows)
        {
          add_phase (self, spec, skip, i, 0);
          add_phase (self, spec, skip, i, 1);
        }
      else
        add_observations (self, spec, skip, i, n_dummies);
      wm_rows_close_area (rows);
    }
  wm_effects_reserve (&self->effects);
}
