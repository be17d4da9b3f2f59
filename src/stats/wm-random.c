/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The variance components of one-way random effects: Swamy & Arora 1972, for unbalanced panels as
 * Baltagi & Chang 1994, or from unweighted area means with the harmonic mean of the numbers of
 * periods. The degrees of freedom come from the true ranks: in a balanced comparison two of the
 * four columns between areas are redundant. */

#include "config.h"

#include "wm-effects.h"

#include <math.h>

/* What stays of the area means when the variance within areas is nil and that between is not. */
#define SMALLEST_ROOT 1e-7
#define NIL_SHARE 1e-20

static double
between_scale (const WmRows *rows, gsize area, gboolean harmonic)
{
  return harmonic ? 1 : sqrt (rows->size[area]);
}

static void
fill_between_row (const WmEffects *self, gsize area, double scale, double *x)
{
  const WmRows *rows = &self->rows;

  for (gsize j = 0; j < self->n_columns; j++)
    x[j] = scale * rows->x_mean[area * rows->k + self->columns[j]];
}

/* The regression on area means; its sum of squared residuals, or NaN. */
static double
regress_between (WmEffects *self, gboolean harmonic)
{
  const WmRows *rows = &self->rows;

  wm_qr_reset (self->qr, rows->n_areas, self->n_columns);
  for (gsize i = 0; i < rows->n_areas; i++)
    {
      double scale = between_scale (rows, i, harmonic);

      fill_between_row (self, i, scale, wm_qr_get_x (self->qr) + i * self->n_columns);
      wm_qr_get_y (self->qr)[i] = scale * rows->y_mean[i];
    }
  if (!wm_qr_solve (self->qr))
    return NAN;
  self->rank_between = wm_qr_get_rank (self->qr);
  return wm_qr_get_ssr (self->qr);
}

/* n - trace[(sum T x x')^-1 (sum T^2 x x')]: the trace is the sum of T_i times the leverage. */
static double
variance_weight (WmEffects *self)
{
  const WmRows *rows = &self->rows;
  double weight = rows->n_obs;

  for (gsize i = 0; i < rows->n_areas; i++)
    {
      fill_between_row (self, i, sqrt (rows->size[i]), self->scratch_row);
      weight -= rows->size[i] * wm_qr_get_leverage (self->qr, self->scratch_row);
    }
  return weight;
}

static double
mean_inverse_size (const WmRows *rows)
{
  double sum = 0;

  for (gsize i = 0; i < rows->n_areas; i++)
    sum += 1 / rows->size[i];
  return sum / rows->n_areas;
}

static void
set_random_roots (WmEffects *self)
{
  double s2v = self->sigma2_idiosyncratic;

  for (gsize i = 0; i < self->rows.n_areas; i++)
    if (self->sigma2_area == 0)
      self->roots[i] = 1;
    else
      self->roots[i] = fmax (SMALLEST_ROOT,
                             sqrt (s2v / (s2v + self->rows.size[i] * self->sigma2_area)));
}

static gboolean
find_idiosyncratic (WmEffects *self, GError **error)
{
  double ssr = wm_effects_within (self, &self->rank_within);
  double df = self->rows.n_obs - self->rows.n_areas - self->rank_within;

  if (isnan (ssr))
    return wm_effects_set_overflow (error);
  if (df <= 0)
    return wm_effects_set_no_df (error);
  self->ssr_within = ssr;
  self->no_within_variance = ssr <= NIL_SHARE * self->rows.total_ss;
  self->sigma2_idiosyncratic = self->no_within_variance ? 0 : ssr / df;
  return TRUE;
}

/* Estimates the variance components for the chosen columns and sets the roots from them. */
gboolean
wm_effects_random (WmEffects *self, gboolean harmonic, GError **error)
{
  double ssr, weight, df, s2u;

  if (!find_idiosyncratic (self, error))
    return FALSE;
  ssr = regress_between (self, harmonic);
  if (isnan (ssr))
    return wm_effects_set_overflow (error);
  df = (double) self->rows.n_areas - self->rank_between;
  if (df <= 0)
    return wm_effects_set_no_df (error);
  if (harmonic)
    s2u = ssr / df - self->sigma2_idiosyncratic * mean_inverse_size (&self->rows);
  else
    {
      weight = variance_weight (self);
      if (!(weight > 0))
        return wm_effects_set_no_df (error);
      s2u = (ssr - df * self->sigma2_idiosyncratic) / weight;
    }
  self->no_area_variance = s2u <= NIL_SHARE * self->rows.total_ss;
  self->sigma2_area = self->no_area_variance ? 0 : s2u;
  set_random_roots (self);
  return TRUE;
}
