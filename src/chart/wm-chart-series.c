/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What goes into a chart: lines, dots, groups, and what happened when. Values that have a reason
 * are dropped here, at the door. */

#include "config.h"

#include "wm-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static WmChartMoment *
moment_new (double position, const char *label)
{
  WmChartMoment *moment = g_new0 (WmChartMoment, 1);

  moment->position = position;
  moment->label = wm_chart_clean_text (label);
  return moment;
}

/**
 * wm_chart_add_event:
 * @self: a chart over periods
 * @position: when, in periods from the first: 2.5 lies between the third and the fourth
 * @label: what happened
 *
 * Adds a dated event. One outside the periods is left out.
 */
void
wm_chart_add_event (WmChart *self, double position, const char *label)
{
  g_return_if_fail (self != NULL && self->kind != WM_CHART_DOTS);

  if (position >= -0.5 && position <= self->n_periods - 0.5)
    g_ptr_array_add (self->events, moment_new (position, label));
}

/**
 * wm_chart_add_break:
 * @self: a chart over periods
 * @first_period: index of the first period of the new definition, 1 or more
 * @note: (nullable): what changed
 *
 * Marks that the definition changed: lines are split before @first_period.
 */
void
wm_chart_add_break (WmChart *self, gsize first_period, const char *note)
{
  g_return_if_fail (self != NULL && self->kind != WM_CHART_DOTS);

  if (first_period > 0 && first_period < self->n_periods)
    g_ptr_array_add (self->breaks, moment_new (first_period - 0.5, note));
}

/**
 * wm_chart_set_intervention:
 * @self: a chart over periods
 * @position: when, in periods from the first, between the last before and the first after
 * @label: (nullable): what started
 *
 * Sets the start of a programme. What comes after it is tinted.
 */
void
wm_chart_set_intervention (WmChart *self, double position, const char *label)
{
  g_return_if_fail (self != NULL && self->kind != WM_CHART_DOTS);

  g_clear_pointer (&self->intervention, wm_chart_moment_free);
  if (position >= -0.5 && position <= self->n_periods - 0.5)
    self->intervention = moment_new (position, label != NULL ? label : _("Programme starts"));
}

static double *
copy_numbers (const WmChart *self, const double *numbers)
{
  double *copy = g_new (double, MAX (self->n_periods, 1));

  for (gsize i = 0; i < self->n_periods; i++)
    copy[i] = numbers != NULL && isfinite (numbers[i]) ? numbers[i] : NAN;
  return copy;
}

static WmChartSeries *
add_series (WmChart *self, WmSeriesRole role, const char *name, const double *values)
{
  WmChartSeries *series = g_new0 (WmChartSeries, 1);

  series->role = role;
  series->name = wm_chart_clean_name (name);
  series->values = copy_numbers (self, values);
  series->missing = g_new0 (guint8, self->n_periods);
  series->publications = g_new0 (guint8, self->n_periods);
  g_ptr_array_add (self->series, series);
  return series;
}

/* A reason supersedes the number; no number and no reason is an unknown reason. */
static void
settle_missing (WmChart *self, WmChartSeries *series)
{
  for (gsize i = 0; i < self->n_periods; i++)
    {
      if (series->missing[i] >= WM_N_MISSING)
        series->missing[i] = WM_MISSING_UNKNOWN;
      if (series->missing[i] != WM_MISSING_NONE)
        series->values[i] = NAN;
      else if (isnan (series->values[i]))
        series->missing[i] = WM_MISSING_UNKNOWN;
    }
}

/**
 * wm_chart_add_series:
 * @self: a chart over periods
 * @role: what the series is for
 * @name: its name
 * @values: (array): one for each period, [unit of the measure]; NaN where there is no number
 * @missing: (array) (nullable): a [enum@Missing] for each period
 * @publications: (array) (nullable): a [enum@Publication] for each period
 *
 * Adds a line. A value with a reason in @missing is not kept. In a difference in differences these
 * are areas of the groups, as %WM_SERIES_ROLE_CONTEXT.
 */
void
wm_chart_add_series (WmChart *self, WmSeriesRole role, const char *name, const double *values,
                     const guint8 *missing, const guint8 *publications)
{
  WmChartSeries *series;

  g_return_if_fail (self != NULL && self->kind != WM_CHART_DOTS);
  g_return_if_fail ((int) role >= 0 && role < WM_N_SERIES_ROLES);
  g_return_if_fail (self->kind == WM_CHART_TIME_SERIES || role == WM_SERIES_ROLE_CONTEXT);
  g_return_if_fail (values != NULL || self->n_periods == 0);

  series = add_series (self, role, name, values);
  if (missing != NULL)
    memcpy (series->missing, missing, self->n_periods);
  if (publications != NULL)
    memcpy (series->publications, publications, self->n_periods);
  settle_missing (self, series);
}

/**
 * wm_chart_set_band:
 * @self: a time series
 * @label: such as "Middle half of authorities"
 * @low: (array): lower edge for each period; NaN where there is none
 * @high: (array): upper edge
 *
 * Sets the band that shows the spread of all areas.
 */
void
wm_chart_set_band (WmChart *self, const char *label, const double *low, const double *high)
{
  g_return_if_fail (self != NULL && self->kind == WM_CHART_TIME_SERIES);

  g_free (self->band_low);
  g_free (self->band_high);
  g_free (self->band_label);
  self->band_label = wm_chart_clean_name (label);
  self->band_low = copy_numbers (self, low);
  self->band_high = copy_numbers (self, high);
}

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const WmChartDot *one = *(const WmChartDot *const *) a;
  const WmChartDot *other = *(const WmChartDot *const *) b;

  if (one->value < other->value || one->value > other->value)
    return one->value < other->value ? -1 : 1;
  return g_utf8_collate (one->name, other->name);
}

static WmChartDot *
dot_new (WmSeriesRole role, const char *name, double value)
{
  WmChartDot *dot = g_new0 (WmChartDot, 1);

  dot->role = role;
  dot->name = wm_chart_clean_name (name);
  dot->value = isfinite (value) ? value : NAN;
  return dot;
}

/**
 * wm_chart_add_dot:
 * @self: sorted dots
 * @role: chosen, neighbours, region, highlight or context
 * @name: name of the area
 * @value: its value, [unit of the measure]; NaN where there is no number
 * @missing: why there is none
 * @publication: how it was published
 *
 * Adds an area. One without a value is counted and named by its reason at the foot.
 */
void
wm_chart_add_dot (WmChart *self, WmSeriesRole role, const char *name, double value,
                  WmMissing missing, WmPublication publication)
{
  WmChartDot *dot;

  g_return_if_fail (self != NULL && self->kind == WM_CHART_DOTS);
  g_return_if_fail ((int) role >= 0 && role < WM_N_SERIES_ROLES);

  dot = dot_new (role, name, missing == WM_MISSING_NONE ? value : NAN);
  dot->publication = publication;
  dot->missing = isnan (dot->value) && missing == WM_MISSING_NONE ? WM_MISSING_UNKNOWN : missing;
  g_ptr_array_add (isnan (dot->value) ? self->gaps : self->dots, dot);
  g_ptr_array_sort (isnan (dot->value) ? self->gaps : self->dots, compare_dots);
}

/**
 * wm_chart_add_reference:
 * @self: sorted dots
 * @role: country, region or neighbours
 * @name: what it is, such as "England" or "Neighbours' mean (10 of 10, 2025 list)"
 * @value: its value; nothing is drawn for NaN
 *
 * Adds a labelled line across the dots.
 */
void
wm_chart_add_reference (WmChart *self, WmSeriesRole role, const char *name, double value)
{
  g_return_if_fail (self != NULL && self->kind == WM_CHART_DOTS);
  g_return_if_fail ((int) role >= 0 && role < WM_N_SERIES_ROLES);

  if (isfinite (value))
    g_ptr_array_add (self->references, dot_new (role, name, value));
}

/**
 * wm_chart_set_role_label:
 * @self: sorted dots
 * @role: a role of dots
 * @label: (nullable): what the key calls them, such as "Yorkshire and The Humber"
 *
 * Sets the words in the key for the dots of one role.
 */
void
wm_chart_set_role_label (WmChart *self, WmSeriesRole role, const char *label)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail ((int) role >= 0 && role < WM_N_SERIES_ROLES);

  g_free (self->role_labels[role]);
  self->role_labels[role] = wm_chart_clean_text (label);
}

/**
 * wm_chart_add_group:
 * @self: a difference in differences
 * @role: treated or control
 * @name: such as "Yorkshire and The Humber"
 * @n_areas: how many areas are in the group
 * @means: (array): mean for each period; NaN where there is none
 * @low: (array) (nullable): lower end of the interval of each mean
 * @high: (array) (nullable): upper end
 *
 * Adds the means of a group.
 */
void
wm_chart_add_group (WmChart *self, WmSeriesRole role, const char *name, gsize n_areas,
                    const double *means, const double *low, const double *high)
{
  WmChartSeries *series;

  g_return_if_fail (self != NULL && self->kind == WM_CHART_DID);
  g_return_if_fail (role == WM_SERIES_ROLE_TREATED || role == WM_SERIES_ROLE_CONTROL);

  series = add_series (self, role, name, means);
  series->n_areas = n_areas;
  if (low != NULL && high != NULL)
    {
      series->low = copy_numbers (self, low);
      series->high = copy_numbers (self, high);
    }
  settle_missing (self, series);
}

/**
 * wm_chart_set_counterfactual:
 * @self: a difference in differences with a treated group
 * @label: (nullable): its name; a plain sentence by default
 * @values: (array): what the treated mean would have been; NaN where it is not drawn
 *
 * Sets the line of what was to be expected without the programme.
 */
void
wm_chart_set_counterfactual (WmChart *self, const char *label, const double *values)
{
  WmChartSeries *series;

  g_return_if_fail (self != NULL && self->kind == WM_CHART_DID);

  if (label == NULL)
    label = _("Expected without the programme (if trends had stayed parallel)");
  series = add_series (self, WM_SERIES_ROLE_TREATED, label, values);
  series->is_expected = TRUE;
  settle_missing (self, series);
}

/**
 * wm_chart_set_effect:
 * @self: a difference in differences
 * @estimate: the effect, [unit of the measure]
 * @low: lower end of its interval; NaN where the design gives none
 * @high: upper end
 * @level: level of the interval, 0 to 1
 *
 * Sets the effect, which is bracketed and labelled.
 */
void
wm_chart_set_effect (WmChart *self, double estimate, double low, double high, double level)
{
  g_return_if_fail (self != NULL && self->kind == WM_CHART_DID);

  self->effect = isfinite (estimate) ? estimate : NAN;
  self->effect_low = isfinite (low) ? low : NAN;
  self->effect_high = isfinite (high) ? high : NAN;
  self->level = isfinite (level) ? level : NAN;
}

/**
 * wm_chart_set_pre_gap:
 * @self: a difference in differences
 * @gap: treated less control before the start, [unit of the measure]
 *
 * Sets the gap between the groups before the programme.
 */
void
wm_chart_set_pre_gap (WmChart *self, double gap)
{
  g_return_if_fail (self != NULL && self->kind == WM_CHART_DID);

  self->pre_gap = isfinite (gap) ? gap : NAN;
}

/**
 * wm_chart_add_left_out:
 * @self: a difference in differences
 * @period: index of a period that counts neither as before nor as after
 *
 * Marks a period as left out of the comparison.
 */
void
wm_chart_add_left_out (WmChart *self, gsize period)
{
  g_return_if_fail (self != NULL && self->kind == WM_CHART_DID);

  if (period < self->n_periods)
    self->left_out[period] = 1;
}
