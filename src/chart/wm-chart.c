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

void
wm_chart_moment_free (gpointer data)
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
  g_clear_pointer (&self->intervention, wm_chart_moment_free);
  g_clear_pointer (&self->band_label, g_free);
  g_clear_pointer (&self->band_low, g_free);
  g_clear_pointer (&self->band_high, g_free);
  g_clear_pointer (&self->dots, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->references, g_ptr_array_unref);
  for (int i = 0; i < WM_N_SERIES_ROLES; i++)
    g_clear_pointer (&self->role_labels[i], g_free);
  g_clear_pointer (&self->left_out, g_free);
  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->arrows, g_array_unref);
  g_clear_pointer (&self->surroundings, g_ptr_array_unref);
}

/* Text that can be laid out and written to XML: valid UTF-8, one line, no control characters. */
char *
wm_chart_clean_text (const char *text)
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

char *
wm_chart_clean_name (const char *text)
{
  char *name = wm_chart_clean_text (text);

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
    self->periods[i] = wm_chart_clean_name (period_labels[i]);
  self->left_out = g_new0 (guint8, n_periods);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->events = g_ptr_array_new_with_free_func (wm_chart_moment_free);
  self->breaks = g_ptr_array_new_with_free_func (wm_chart_moment_free);
  self->dots = g_ptr_array_new_with_free_func (dot_free);
  self->gaps = g_ptr_array_new_with_free_func (dot_free);
  self->references = g_ptr_array_new_with_free_func (dot_free);
  self->boxes = g_ptr_array_new_with_free_func (wm_chart_box_free);
  self->arrows = g_array_new (FALSE, FALSE, sizeof (WmChartArrow));
  self->surroundings = g_ptr_array_new_with_free_func (wm_chart_surrounding_free);
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
 * wm_chart_new_mechanism:
 *
 * Starts a picture of a framework as boxes and arrows. A box is a domain; its entries are the
 * outcomes and indicators that stand right below it.
 *
 * Returns: (transfer full): a chart without boxes
 */
WmChart *
wm_chart_new_mechanism (void)
{
  return chart_new (WM_CHART_MECHANISM, NULL, 0);
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
  *target = wm_chart_clean_text (text);
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

  text = wm_chart_clean_text (note);
  if (text != NULL)
    g_ptr_array_add (self->notes, text);
}
