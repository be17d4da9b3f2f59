/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What is in the panel of a difference-in-differences: which rows are used, the four cells, the
 * means that everything is taken from. */

#include "config.h"

#include "wm-did-private.h"

#include <math.h>
#include <string.h>

/* Whether an area in a period is a row: it has a group, a phase, a value and all covariates. */
gboolean
wm_did_uses (const WmDidSpec *spec, WmDidSkip skip, gsize area, gsize period)
{
  gsize at = area * spec->n_periods + period;

  if (spec->groups[area] < 0 || spec->phases[period] < 0 || isnan (spec->values[at]))
    return FALSE;
  if (area == skip.area && (skip.period == G_MAXSIZE || period == skip.period))
    return FALSE;
  for (gsize c = 0; c < spec->n_covariates; c++)
    if (isnan (spec->covariates[c][at]))
      return FALSE;
  return TRUE;
}

static void
count_area (WmDidCount *self, const WmDidSpec *spec, WmDidSkip skip, gsize area)
{
  gsize *rows = &self->rows_of_area[2 * area];
  gint8 group = spec->groups[area];

  for (gsize t = 0; t < spec->n_periods; t++)
    if (wm_did_uses (spec, skip, area, t))
      {
        double value = spec->values[area * spec->n_periods + t];

        rows[spec->phases[t]]++;
        self->period_slot[t] = 0;
        self->mean += value;
        self->min = fmin (self->min, value);
        self->max = fmax (self->max, value);
      }
    else
      self->n_missing += spec->phases[t] >= 0;
  for (int phase = 0; phase < 2; phase++)
    {
      self->cells[group][phase].n_rows += rows[phase];
      self->cells[group][phase].n_areas += rows[phase] > 0;
    }
  if (rows[0] + rows[1] == 0)
    return;
  self->n_obs += rows[0] + rows[1];
  self->n_areas[group]++;
  self->min_periods = MIN (self->min_periods, rows[0] + rows[1]);
  self->max_periods = MAX (self->max_periods, rows[0] + rows[1]);
}

static void
number_periods (WmDidCount *self, gsize n_periods)
{
  for (gsize t = 0; t < n_periods; t++)
    if (self->period_slot[t] >= 0)
      self->period_slot[t] = self->n_periods++;
}

/* The second pass: the mean without its rounding error, the squares around it, the cells. */
static void
center (WmDidCount *self, const WmDidSpec *spec, WmDidSkip skip)
{
  double first = self->mean / self->n_obs, rest = 0, squares = 0;

  for (gsize i = 0; i < spec->n_areas; i++)
    for (gsize t = 0; spec->groups[i] >= 0 && t < spec->n_periods; t++)
      if (wm_did_uses (spec, skip, i, t))
        {
          double own = spec->values[i * spec->n_periods + t] - first;

          rest += own;
          squares += own * own;
          self->cells[spec->groups[i]][spec->phases[t]].mean += own;
        }
  rest /= self->n_obs;
  self->mean = first + rest;
  self->total_ss = fmax (0, squares - self->n_obs * rest * rest);
  for (int g = 0; g < 2; g++)
    for (int p = 0; p < 2; p++)
      self->cells[g][p].mean = self->cells[g][p].n_rows == 0
                                 ? NAN
                                 : first + self->cells[g][p].mean / self->cells[g][p].n_rows;
}

static void
center_covariate (WmDidCount *self, const WmDidSpec *spec, WmDidSkip skip, gsize covariate)
{
  const double *x = spec->covariates[covariate];
  double mean = 0;

  for (int pass = 0; pass < 2; pass++)
    {
      double sum = 0;

      for (gsize i = 0; i < spec->n_areas; i++)
        for (gsize t = 0; t < spec->n_periods; t++)
          if (wm_did_uses (spec, skip, i, t))
            sum += x[i * spec->n_periods + t] - mean;
      mean += sum / self->n_obs;
    }
  self->covariate_mean[covariate] = mean;
}

/* Counts the panel of @spec. @self keeps its arrays, which fit one shape of panel. */
void
wm_did_count (WmDidCount *self, const WmDidSpec *spec, WmDidSkip skip)
{
  self->n_obs = self->n_missing = self->n_periods = self->max_periods = 0;
  self->n_areas[0] = self->n_areas[1] = 0;
  self->min_periods = G_MAXSIZE;
  self->mean = 0;
  self->min = self->max = NAN;
  memset (self->cells, 0, sizeof self->cells);
  memset (self->rows_of_area, 0, 2 * spec->n_areas * sizeof (gsize));
  for (gsize t = 0; t < spec->n_periods; t++)
    self->period_slot[t] = -1;
  for (gsize i = 0; i < spec->n_areas; i++)
    if (spec->groups[i] >= 0)
      count_area (self, spec, skip, i);
  number_periods (self, spec->n_periods);
  if (self->n_obs == 0)
    return;
  center (self, spec, skip);
  for (gsize c = 0; c < spec->n_covariates; c++)
    center_covariate (self, spec, skip, c);
}
