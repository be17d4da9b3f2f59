/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The points of a chart: how many, their numbers as the chart prints them, and what is spoken
 * when a reader walks from one to the next. */

#include "config.h"

#include "wm-chart-private.h"

#include "wm-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * wm_chart_get_n_series:
 * @self: a chart
 *
 * Gets how many rows of points there are to walk. Sorted dots have the dots as the first, and the
 * lines for England and the like as the second. A mechanism has its boxes, then what is outside.
 *
 * Returns: the number of series
 */
gsize
wm_chart_get_n_series (const WmChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->kind == WM_CHART_MECHANISM)
    return self->boxes->len + (self->surroundings->len > 0);
  if (self->kind != WM_CHART_DOTS)
    return self->series->len;
  return self->references->len > 0 ? 2 : self->dots->len > 0 ? 1 : 0;
}

/**
 * wm_chart_get_n_points:
 * @self: a chart
 * @series: index of a series
 *
 * Gets how many points a series has, those without a value among them. The first point of a box is
 * the box itself; its entries follow.
 *
 * Returns: the number of points; 0 for an unknown series
 */
gsize
wm_chart_get_n_points (const WmChart *self, gsize series)
{
  g_return_val_if_fail (self != NULL, 0);

  if (series >= wm_chart_get_n_series (self))
    return 0;
  if (wm_chart_is_outside (self, series))
    return self->surroundings->len;
  if (self->kind == WM_CHART_MECHANISM)
    return 1 + wm_chart_peek_box (self, series)->entries->len;
  if (self->kind != WM_CHART_DOTS)
    return self->n_periods;
  return series == 0 ? self->dots->len : self->references->len;
}

/**
 * wm_chart_get_series_name:
 * @self: a chart
 * @series: index of a series
 *
 * Gets the name of a series.
 *
 * Returns: (transfer none): the name; empty for an unknown series
 */
const char *
wm_chart_get_series_name (const WmChart *self, gsize series)
{
  g_return_val_if_fail (self != NULL, "");

  if (series >= wm_chart_get_n_series (self))
    return "";
  if (wm_chart_is_outside (self, series))
    return _("Outside the framework");
  if (self->kind == WM_CHART_MECHANISM)
    return wm_chart_peek_box (self, series)->heading;
  if (self->kind != WM_CHART_DOTS)
    return wm_chart_peek_series (self, series)->name;
  return series == 0 ? _("Authorities by value") : _("Comparison lines");
}

const WmChartSeries *
wm_chart_peek_series (const WmChart *self, gsize i)
{
  return g_ptr_array_index (self->series, i);
}

const WmChartDot *
wm_chart_peek_dot (const WmChart *self, gsize series, gsize i)
{
  return g_ptr_array_index (series == 0 ? self->dots : self->references, i);
}

const char *
wm_chart_peek_role_label (const WmChart *self, WmSeriesRole role)
{
  static const char *const labels[WM_N_SERIES_ROLES] = {
    [WM_SERIES_ROLE_CHOSEN] = N_("Chosen authority"),
    [WM_SERIES_ROLE_COUNTRY] = N_("England"),
    [WM_SERIES_ROLE_NEIGHBOURS] = N_("Statistical neighbours"),
    [WM_SERIES_ROLE_REGION] = N_("Same region"),
    [WM_SERIES_ROLE_HIGHLIGHT] = N_("Picked"),
    [WM_SERIES_ROLE_CONTEXT] = N_("Other authorities"),
    [WM_SERIES_ROLE_TREATED] = N_("Programme areas"),
    [WM_SERIES_ROLE_CONTROL] = N_("Comparison areas"),
  };

  return self->role_labels[role] != NULL ? self->role_labels[role] : _(labels[role]);
}

/* The last period in which a series has a number. */
gboolean
wm_chart_find_last_value (const WmChart *self, gsize series, gsize *period)
{
  const WmChartSeries *line = wm_chart_peek_series (self, series);

  for (gsize i = self->n_periods; i-- > 0; )
    if (!isnan (line->values[i]))
      {
        *period = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
wm_chart_is_broken_before (const WmChart *self, gsize period)
{
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const WmChartMoment *moment = g_ptr_array_index (self->breaks, i);

      if (moment->position < period && moment->position > period - 1.0)
        return TRUE;
    }
  return FALSE;
}

/* Mean of a series before or after the intervention, left-out periods apart; NaN without values. */
double
wm_chart_get_mean (const WmChart *self, gsize series, gboolean after)
{
  const WmChartSeries *line = wm_chart_peek_series (self, series);
  double sum = 0;
  gsize n = 0;

  if (self->intervention == NULL)
    return NAN;
  for (gsize i = 0; i < self->n_periods; i++)
    if (!isnan (line->values[i]) && !self->left_out[i]
        && (i > self->intervention->position) == (after != FALSE))
      {
        sum += line->values[i];
        n++;
      }
  return n > 0 ? sum / n : NAN;
}

char *
wm_chart_format_value (const WmChart *self, double value)
{
  g_autofree char *number = wm_number_format_display (value, self->decimals);

  return self->is_percent ? g_strconcat (number, "%", NULL) : g_steal_pointer (&number);
}

/* What follows a number: "Rate per 10,000 children" is "45.2 per 10,000 children". */
static const char *
unit_after_number (const WmChart *self)
{
  static const char *const heads[] = { "Rate", "Number", "Percentage", "Percent" };

  if (self->unit == NULL || self->is_percent)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_ascii_strncasecmp (self->unit, heads[i], strlen (heads[i])) == 0)
      {
        const char *rest = self->unit + strlen (heads[i]);

        if (*rest == '\0')
          return NULL;
        if (g_str_has_prefix (rest, " per "))
          return rest + 1;
      }
  return self->unit;
}

char *
wm_chart_format_with_unit (const WmChart *self, double value)
{
  g_autofree char *number = wm_chart_format_value (self, value);
  const char *unit = unit_after_number (self);

  return unit != NULL ? g_strconcat (number, " ", unit, NULL) : g_steal_pointer (&number);
}

/* A difference, with its sign. */
char *
wm_chart_format_change (const WmChart *self, double change)
{
  g_autofree char *number = wm_number_format_display (change, self->decimals);

  return wm_number_round (change, self->decimals) > 0 ? g_strconcat ("+", number, NULL)
                                                      : g_steal_pointer (&number);
}

/* A difference with its unit. */
char *
wm_chart_format_effect (const WmChart *self, double effect)
{
  g_autofree char *number = wm_chart_format_change (self, effect);
  const char *unit = unit_after_number (self);

  if (self->is_percent)
    /* Translators: %s is a difference of two percentages */
    return g_strdup_printf (_("%s percentage points"), number);
  return unit != NULL ? g_strconcat (number, " ", unit, NULL) : g_steal_pointer (&number);
}

static char *
describe_period (const WmChart *self, const WmChartSeries *series, gsize i)
{
  g_autofree char *value = NULL;

  if (isnan (series->values[i]))
    return g_strdup (series->is_expected ? _("not drawn")
                                         : wm_missing_get_words (series->missing[i]));
  value = wm_chart_format_with_unit (self, series->values[i]);
  if (series->low != NULL && !isnan (series->low[i]) && !isnan (series->high[i]))
    {
      g_autofree char *low = wm_chart_format_value (self, series->low[i]);
      g_autofree char *high = wm_chart_format_value (self, series->high[i]);

      /* Translators: a value with its unit, then the two ends of its interval */
      return g_strdup_printf (_("%1$s (%2$s to %3$s)"), value, low, high);
    }
  if (series->publications[i] == WM_PUBLICATION_PROVISIONAL)
    /* Translators: %s is a value with its unit */
    return g_strdup_printf (_("%s, provisional"), value);
  return g_steal_pointer (&value);
}

static char *
describe_dot (const WmChart *self, gsize series, gsize i)
{
  const WmChartDot *dot = wm_chart_peek_dot (self, series, i);
  g_autofree char *value = wm_chart_format_with_unit (self, dot->value);
  g_autofree char *words = dot->publication == WM_PUBLICATION_PROVISIONAL
                             ? g_strdup_printf (_("%s, provisional"), value)
                             : g_strdup (value);

  if (series != 0)
    /* Translators: a name, a period, a value */
    return g_strdup_printf (_("%1$s, %2$s: %3$s"), dot->name, self->periods[0], words);
  /* Translators: an area, a period, its value, its position from the lowest, how many areas */
  return g_strdup_printf (_("%1$s, %2$s: %3$s; number %4$u from the lowest of %5$u"), dot->name,
                          self->periods[0], words, (guint) i + 1, self->dots->len);
}

/**
 * wm_chart_dup_point_words:
 * @self: a chart
 * @series: index of a series
 * @index: index of a point of it
 *
 * Says a point, as in "Leeds, 2019-20: 45.2 per 10,000, provisional". A point without a value says
 * its reason.
 *
 * Returns: (transfer full): the words; empty for an unknown point
 */
char *
wm_chart_dup_point_words (const WmChart *self, gsize series, gsize index)
{
  const WmChartSeries *line;
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (index >= wm_chart_get_n_points (self, series))
    return g_strdup ("");
  if (self->kind == WM_CHART_MECHANISM)
    return wm_chart_describe_box (self, series, index);
  if (self->kind == WM_CHART_DOTS)
    return describe_dot (self, series, index);
  line = wm_chart_peek_series (self, series);
  words = describe_period (self, line, index);
  return g_strdup_printf (_("%1$s, %2$s: %3$s"), line->name, self->periods[index], words);
}
