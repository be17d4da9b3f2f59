/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A chart as a value: what it says, not how it is drawn. Picture, words and table are all made
 * from it, so they cannot differ.
 *
 * A chart is filled by one owner and not changed once it is shared. */

#include "config.h"

#include "wm-chart-private.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
series_free (gpointer data)
{
  WmChartSeries *series = data;

  g_free (series->name);
  g_free (series->values);
  g_free (series->low);
  g_free (series->high);
  g_free (series->missing);
  g_free (series->publications);
  g_free (series);
}

static void
dot_free (gpointer data)
{
  WmChartDot *dot = data;

  g_free (dot->name);
  g_free (dot);
}

static void
moment_free (gpointer data)
{
  WmChartMoment *moment = data;

  g_free (moment->label);
  g_free (moment);
}

static void
chart_clear (gpointer data)
{
  WmChart *self = data;

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->subtitle, g_free);
  g_clear_pointer (&self->measure, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->direction, g_free);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->periods, g_strfreev);
  g_clear_pointer (&self->series, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->breaks, g_ptr_array_unref);
  g_clear_pointer (&self->intervention, moment_free);
  g_clear_pointer (&self->band_label, g_free);
  g_clear_pointer (&self->band_low, g_free);
  g_clear_pointer (&self->band_high, g_free);
  g_clear_pointer (&self->dots, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  for (int i = 0; i < WM_N_SERIES_ROLES; i++)
    g_clear_pointer (&self->role_labels[i], g_free);
  g_clear_pointer (&self->left_out, g_free);
}

/* Text that can be laid out and written to XML: valid UTF-8, one line, no control characters. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  char *trimmed;

  if (valid == NULL)
    return NULL;
  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  trimmed = wm_text_trim (valid);
  if (*trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);
  return trimmed;
}

static char *
clean_name (const char *text)
{
  char *name = clean_text (text);

  return name != NULL ? name : g_strdup (_("No name"));
}

static WmChart *
chart_new (WmChartKind kind, const char *const *period_labels, gsize n_periods)
{
  WmChart *self = g_atomic_rc_box_new0 (WmChart);

  self->kind = kind;
  self->decimals = 1;
  self->starts_at_zero = TRUE;
  self->n_periods = n_periods;
  self->periods = g_new0 (char *, n_periods + 1);
  for (gsize i = 0; i < n_periods; i++)
    self->periods[i] = clean_name (period_labels[i]);
  self->left_out = g_new0 (guint8, n_periods);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->events = g_ptr_array_new_with_free_func (moment_free);
  self->breaks = g_ptr_array_new_with_free_func (moment_free);
  self->dots = g_ptr_array_new_with_free_func (dot_free);
  self->gaps = g_ptr_array_new_with_free_func (dot_free);
  self->references = g_ptr_array_new_with_free_func (dot_free);
  self->effect = self->effect_low = self->effect_high = self->level = self->pre_gap = NAN;
  return self;
}

G_DEFINE_BOXED_TYPE (WmChart, wm_chart, wm_chart_ref, wm_chart_unref)

/**
 * wm_chart_new_time_series:
 * @period_labels: (array length=n_periods): the periods as the source prints them, oldest first
 * @n_periods: how many; may be 0
 *
 * Starts a chart of lines over time.
 *
 * Returns: (transfer full): a chart without series
 */
WmChart *
wm_chart_new_time_series (const char *const *period_labels, gsize n_periods)
{
  g_return_val_if_fail (period_labels != NULL || n_periods == 0, NULL);

  return chart_new (WM_CHART_TIME_SERIES, period_labels, n_periods);
}

/**
 * wm_chart_new_dots:
 * @period_label: the period as the source prints it
 *
 * Starts a chart of all areas in one period, sorted by value.
 *
 * Returns: (transfer full): a chart without dots
 */
WmChart *
wm_chart_new_dots (const char *period_label)
{
  g_return_val_if_fail (period_label != NULL, NULL);

  return chart_new (WM_CHART_DOTS, &period_label, 1);
}

/**
 * wm_chart_new_did:
 * @period_labels: (array length=n_periods): the periods as the source prints them, oldest first
 * @n_periods: how many; may be 0
 *
 * Starts a chart of a treated and a control group over time.
 *
 * Returns: (transfer full): a chart without groups
 */
WmChart *
wm_chart_new_did (const char *const *period_labels, gsize n_periods)
{
  g_return_val_if_fail (period_labels != NULL || n_periods == 0, NULL);

  return chart_new (WM_CHART_DID, period_labels, n_periods);
}

/**
 * wm_chart_ref:
 * @self: a chart
 *
 * Takes another reference. Threadsafe.
 *
 * Returns: (transfer full): @self
 */
WmChart *
wm_chart_ref (WmChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_chart_unref:
 * @self: (transfer full): a chart
 *
 * Gives a reference back. Threadsafe.
 */
void
wm_chart_unref (WmChart *self)
{
  g_atomic_rc_box_release_full (self, chart_clear);
}

/**
 * wm_chart_get_kind:
 * @self: a chart
 *
 * Gets what kind of chart it is.
 *
 * Returns: the kind
 */
WmChartKind
wm_chart_get_kind (const WmChart *self)
{
  g_return_val_if_fail (self != NULL, WM_CHART_TIME_SERIES);

  return self->kind;
}

/**
 * wm_chart_get_title:
 * @self: a chart
 *
 * Gets the headline.
 *
 * Returns: (transfer none) (nullable): the headline
 */
const char *
wm_chart_get_title (const WmChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

static void
set_text (char **target, const char *text)
{
  g_free (*target);
  *target = clean_text (text);
}

/**
 * wm_chart_set_title:
 * @self: a chart
 * @title: (nullable): the headline
 *
 * Sets the headline, which says the finding.
 */
void
wm_chart_set_title (WmChart *self, const char *title)
{
  g_return_if_fail (self != NULL);

  set_text (&self->title, title);
}

/**
 * wm_chart_set_subtitle:
 * @self: a chart
 * @subtitle: (nullable): measure, area, unit and period
 *
 * Sets the line under the headline, which says what is measured.
 */
void
wm_chart_set_subtitle (WmChart *self, const char *subtitle)
{
  g_return_if_fail (self != NULL);

  set_text (&self->subtitle, subtitle);
}

/**
 * wm_chart_set_measure:
 * @self: a chart
 * @measure: (nullable): what is measured, such as "Children with a protection plan"
 *
 * Sets the short name of the measure that the alternative text uses. Without one it uses the
 * subtitle, then the headline.
 */
void
wm_chart_set_measure (WmChart *self, const char *measure)
{
  g_return_if_fail (self != NULL);

  set_text (&self->measure, measure);
}

/**
 * wm_chart_set_source:
 * @self: a chart
 * @source: (nullable): the whole line, such as "Source: LAIT, as at 5 November 2025"
 *
 * Sets the source line, the last at the foot of the picture.
 */
void
wm_chart_set_source (WmChart *self, const char *source)
{
  g_return_if_fail (self != NULL);

  set_text (&self->source, source);
}

/**
 * wm_chart_set_unit:
 * @self: a chart
 * @unit: (nullable): unit as an axis says it, such as "Rate per 10,000 children"
 *
 * Sets the unit. Behind a number it is shortened to what follows "Rate" or "Number".
 */
void
wm_chart_set_unit (WmChart *self, const char *unit)
{
  g_return_if_fail (self != NULL);

  set_text (&self->unit, unit);
}

/**
 * wm_chart_set_decimals:
 * @self: a chart
 * @decimals: 0 to 6
 *
 * Sets how many decimals values are printed with; 1 by default.
 */
void
wm_chart_set_decimals (WmChart *self, int decimals)
{
  g_return_if_fail (self != NULL);

  self->decimals = CLAMP (decimals, 0, 6);
}

/**
 * wm_chart_set_direction:
 * @self: a chart
 * @words: (nullable): such as "Lower is better (LAIT says)"
 *
 * Sets the words for which direction is good, with who decided and when.
 */
void
wm_chart_set_direction (WmChart *self, const char *words)
{
  g_return_if_fail (self != NULL);

  set_text (&self->direction, words);
}

/**
 * wm_chart_set_starts_at_zero:
 * @self: a chart
 * @starts_at_zero: whether the vertical axis holds zero
 *
 * Sets whether the vertical axis starts at zero, as it does by default. Where it does not, the
 * picture carries a break mark and a note.
 */
void
wm_chart_set_starts_at_zero (WmChart *self, gboolean starts_at_zero)
{
  g_return_if_fail (self != NULL);

  self->starts_at_zero = starts_at_zero;
}

/**
 * wm_chart_get_starts_at_zero:
 * @self: a chart
 *
 * Gets whether the vertical axis starts at zero.
 *
 * Returns: whether it holds zero
 */
gboolean
wm_chart_get_starts_at_zero (const WmChart *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->starts_at_zero;
}

/**
 * wm_chart_set_is_percent:
 * @self: a chart
 * @is_percent: whether values are percentages, 0 to 100
 *
 * Sets whether values are percentages. The axis then never goes past 0 or 100, unless a value does.
 */
void
wm_chart_set_is_percent (WmChart *self, gboolean is_percent)
{
  g_return_if_fail (self != NULL);

  self->is_percent = is_percent;
}

/**
 * wm_chart_add_note:
 * @self: a chart
 * @note: (nullable): a sentence; nothing happens for an empty one
 *
 * Adds a note to the foot. Notes on provisional, hidden and missing values, breaks, events and the
 * start of the axis come by themselves.
 */
void
wm_chart_add_note (WmChart *self, const char *note)
{
  char *text;

  g_return_if_fail (self != NULL);

  text = clean_text (note);
  if (text != NULL)
    g_ptr_array_add (self->notes, text);
}

static WmChartMoment *
moment_new (double position, const char *label)
{
  WmChartMoment *moment = g_new0 (WmChartMoment, 1);

  moment->position = position;
  moment->label = clean_text (label);
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

  g_clear_pointer (&self->intervention, moment_free);
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
  series->name = clean_name (name);
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
 * @self: a time series
 * @role: what the series is for
 * @name: its name
 * @values: (array): one for each period, [unit of the measure]; NaN where there is no number
 * @missing: (array) (nullable): a [enum@Missing] for each period
 * @publications: (array) (nullable): a [enum@Publication] for each period
 *
 * Adds a line. A value with a reason in @missing is not kept.
 */
void
wm_chart_add_series (WmChart *self, WmSeriesRole role, const char *name, const double *values,
                     const guint8 *missing, const guint8 *publications)
{
  WmChartSeries *series;

  g_return_if_fail (self != NULL && self->kind == WM_CHART_TIME_SERIES);
  g_return_if_fail ((int) role >= 0 && role < WM_N_SERIES_ROLES);
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
  self->band_label = clean_name (label);
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
  dot->name = clean_name (name);
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

  set_text (&self->role_labels[role], label);
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
