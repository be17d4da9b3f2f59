/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A chart in words, for people who do not see it: a short text for an image's description and a
 * long one to be read. What is drawn is said, rounded as it is drawn; nothing hidden is. */

#include "config.h"

#include "wm-chart-private.h"

#include "wm-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Screen readers read a longer description badly. */
#define MAX_SHORT 300

/* Takes @sentence, and adds it if the text stays short. The first one is cut rather than left out. */
void
wm_chart_add_sentence (GString *text, char *sentence)
{
  glong length = g_utf8_strlen (text->str, -1), more = g_utf8_strlen (sentence, -1);

  if (length == 0 && more > MAX_SHORT)
    {
      g_autofree char *start = g_utf8_substring (sentence, 0, MAX_SHORT - 1);

      g_string_append_printf (text, "%s…", start);
    }
  else if (length + 1 + more <= MAX_SHORT)
    g_string_append_printf (text, "%s%s", length > 0 ? " " : "", sentence);
  g_free (sentence);
}

static const char *
get_measure (const WmChart *self)
{
  if (self->measure != NULL)
    return self->measure;
  if (self->subtitle != NULL)
    return self->subtitle;
  return self->title != NULL ? self->title : _("Values");
}

/* The measure in the middle of a sentence: "Children in care" loses its capital, "EHC plans" not. */
static char *
dup_measure_within (const WmChart *self)
{
  char *measure = g_strdup (get_measure (self));

  if (g_ascii_isupper (measure[0]) && g_ascii_islower (measure[1]))
    measure[0] = g_ascii_tolower (measure[0]);
  return measure;
}

/* The series that the words are about: the chosen one, else the first with a value. */
static gboolean
find_subject (const WmChart *self, gsize *subject)
{
  gboolean found = FALSE;
  gsize last;

  for (guint s = 0; s < self->series->len; s++)
    {
      gboolean is_chosen = wm_chart_peek_series (self, s)->role == WM_SERIES_ROLE_CHOSEN;

      if (!wm_chart_find_last_value (self, s, &last) || (found && !is_chosen))
        continue;
      *subject = s;
      found = TRUE;
      if (is_chosen)
        return TRUE;
    }
  return found;
}

static gboolean
find_role (const WmChart *self, WmSeriesRole role, gsize *found)
{
  for (guint s = 0; s < self->series->len; s++)
    if (wm_chart_peek_series (self, s)->role == role
        && !wm_chart_peek_series (self, s)->is_expected)
      {
        *found = s;
        return TRUE;
      }
  return FALSE;
}

typedef struct
{
  gsize first, last, low, high, n_missing;
} Course;

/* @series must have a value. */
static Course
find_course (const WmChart *self, const WmChartSeries *series)
{
  Course course = { 0 };
  gboolean any = FALSE;

  for (gsize i = 0; i < self->n_periods; i++)
    {
      if (isnan (series->values[i]))
        {
          course.n_missing++;
          continue;
        }
      if (!any)
        course.first = course.low = course.high = i;
      any = TRUE;
      course.last = i;
      if (series->values[i] < series->values[course.low])
        course.low = i;
      if (series->values[i] > series->values[course.high])
        course.high = i;
    }
  return course;
}

static char *
say_course (const WmChart *self, const WmChartSeries *series)
{
  Course course = find_course (self, series);
  g_autofree char *from = wm_chart_format_value (self, series->values[course.first]);
  g_autofree char *to = wm_chart_format_with_unit (self, series->values[course.last]);

  if (course.first == course.last)
    /* Translators: an area, its value, a period */
    return g_strdup_printf (_("%1$s was at %2$s in %3$s."), series->name, to,
                            self->periods[course.last]);
  /* Translators: an area, its first value and that period, its last value and that period */
  return g_strdup_printf (_("%1$s went from %2$s in %3$s to %4$s in %5$s."), series->name, from,
                          self->periods[course.first], to, self->periods[course.last]);
}

/* The highest and lowest values where they are not the ends; NULL otherwise. */
static char *
say_extremes (const WmChart *self, const WmChartSeries *series)
{
  Course course = find_course (self, series);
  gboolean high = course.high != course.first && course.high != course.last;
  gboolean low = course.low != course.first && course.low != course.last;
  g_autofree char *highest = wm_chart_format_value (self, series->values[course.high]);
  g_autofree char *lowest = wm_chart_format_value (self, series->values[course.low]);

  if (high && low)
    /* Translators: a value and its period, twice */
    return g_strdup_printf (_("Highest %1$s in %2$s, lowest %3$s in %4$s."), highest,
                            self->periods[course.high], lowest, self->periods[course.low]);
  if (high)
    return g_strdup_printf (_("Highest %1$s in %2$s."), highest, self->periods[course.high]);
  if (low)
    return g_strdup_printf (_("Lowest %1$s in %2$s."), lowest, self->periods[course.low]);
  return NULL;
}

/* "England ended at 42.0 in 2024." for each of the lines to compare with. */
static void
add_comparators (const WmChart *self, GString *text, gsize subject)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const WmChartSeries *series = wm_chart_peek_series (self, s);
      g_autofree char *value = NULL;
      gsize last;

      if (s == subject || series->role == WM_SERIES_ROLE_CONTEXT
          || series->role == WM_SERIES_ROLE_HIGHLIGHT
          || !wm_chart_find_last_value (self, s, &last))
        continue;
      value = wm_chart_format_value (self, series->values[last]);
      /* Translators: an area, a value, a period */
      wm_chart_add_sentence (text, g_strdup_printf (_("%1$s ended at %2$s in %3$s."), series->name, value,
                                           self->periods[last]));
    }
}

static void
add_gap_sentence (const WmChart *self, GString *text, const WmChartSeries *series)
{
  guint n = (guint) find_course (self, series).n_missing;

  if (n > 0)
    /* Translators: an area, how many periods */
    wm_chart_add_sentence (text, g_strdup_printf (ngettext ("%1$s has no value for %2$u period.",
                                                   "%1$s has no value for %2$u periods.", n),
                                         series->name, n));
}

static void
describe_lines (const WmChart *self, GString *text)
{
  const WmChartSeries *series;
  gsize subject;
  char *extremes;

  if (!find_subject (self, &subject))
    {
      wm_chart_add_sentence (text, g_strdup_printf (_("Line chart. %s. There are no values to show."),
                                           get_measure (self)));
      return;
    }
  series = wm_chart_peek_series (self, subject);
  /* Translators: a measure, the first period, the last period */
  wm_chart_add_sentence (text, g_strdup_printf (_("Line chart. %1$s, %2$s to %3$s."), get_measure (self),
                                       self->periods[0], self->periods[self->n_periods - 1]));
  wm_chart_add_sentence (text, say_course (self, series));
  add_gap_sentence (self, text, series);
  extremes = say_extremes (self, series);
  if (extremes != NULL)
    wm_chart_add_sentence (text, extremes);
  add_comparators (self, text, subject);
}

/* English only, as the sentences around it are in this language's own order. */
static char *
make_ordinal (guint n)
{
  guint tens = n % 100 / 10, units = n % 10;
  const char *ending = tens == 1 ? "th" : units == 1 ? "st" : units == 2 ? "nd"
                       : units == 3 ? "rd" : "th";

  return g_strdup_printf ("%u%s", n, ending);
}

/* "England at 43.1", and which side of it. */
static char *
say_against_country (const WmChart *self, double value)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      const WmChartDot *line = wm_chart_peek_dot (self, 1, i);
      double difference = wm_number_round (value, self->decimals)
                          - wm_number_round (line->value, self->decimals);
      g_autofree char *at = NULL;

      if (line->role != WM_SERIES_ROLE_COUNTRY)
        continue;
      at = wm_chart_format_value (self, line->value);
      /* Translators: a name such as England, its value */
      return g_strdup_printf (difference > 0   ? _(", above %1$s at %2$s")
                              : difference < 0 ? _(", below %1$s at %2$s")
                                               : _(", the same as %1$s at %2$s"),
                              line->name, at);
    }
  return g_strdup ("");
}

static char *
say_dot (const WmChart *self, guint i)
{
  const WmChartDot *dot = wm_chart_peek_dot (self, 0, i);
  guint n_above = 0, n_same = 0;
  g_autofree char *value = wm_chart_format_with_unit (self, dot->value);
  g_autofree char *country = say_against_country (self, dot->value);
  g_autofree char *place = NULL;

  for (guint j = 0; j < self->dots->len; j++)
    {
      double other = wm_chart_peek_dot (self, 0, j)->value;

      n_above += other > dot->value;
      n_same += j != i && !(other > dot->value) && !(other < dot->value);
    }
  place = make_ordinal (n_above + 1);
  if (n_same > 0)
    /* Translators: an area, its ordinal place, its value, its side of England */
    return g_strdup_printf (_("%1$s is joint %2$s highest at %3$s%4$s."), dot->name, place, value,
                            country);
  return g_strdup_printf (_("%1$s is %2$s highest at %3$s%4$s."), dot->name, place, value, country);
}

static void
describe_dots (const WmChart *self, GString *text)
{
  guint n = self->dots->len, gaps = self->gaps->len;
  g_autofree char *measure = dup_measure_within (self);

  /* Translators: a number of areas, a measure, a period */
  wm_chart_add_sentence (text, g_strdup_printf (ngettext ("%1$u area sorted by %2$s, %3$s.",
                                                 "%1$u areas sorted by %2$s, %3$s.", n),
                                       n, measure, self->periods[0]));
  for (guint i = 0; i < n; i++)
    if (wm_chart_peek_dot (self, 0, i)->role == WM_SERIES_ROLE_CHOSEN)
      wm_chart_add_sentence (text, say_dot (self, i));
  if (n > 0)
    {
      g_autofree char *low = wm_chart_format_value (self, wm_chart_peek_dot (self, 0, 0)->value);
      g_autofree char *high = wm_chart_format_value (self, wm_chart_peek_dot (self, 0, n - 1)->value);

      wm_chart_add_sentence (text, g_strdup_printf (_("Values range from %1$s to %2$s."), low, high));
    }
  if (gaps > 0)
    wm_chart_add_sentence (text, g_strdup_printf (ngettext ("%u area hidden or missing.",
                                                   "%u areas hidden or missing.", gaps), gaps));
}

static void
add_effect_sentence (const WmChart *self, GString *text)
{
  g_autofree char *effect = NULL, *low = NULL, *high = NULL;

  if (isnan (self->effect))
    {
      wm_chart_add_sentence (text, g_strdup (_("No effect could be estimated.")));
      return;
    }
  effect = wm_chart_format_effect (self, self->effect);
  if (isnan (self->effect_low) || isnan (self->effect_high))
    {
      /* Translators: %s is an effect with its unit */
      wm_chart_add_sentence (text, g_strdup_printf (_("Estimated effect %s, without an interval."), effect));
      return;
    }
  low = wm_chart_format_change (self, self->effect_low);
  high = wm_chart_format_change (self, self->effect_high);
  /* Translators: an effect with its unit, the two ends of its interval */
  wm_chart_add_sentence (text, g_strdup_printf (_("Estimated effect %1$s (%2$s to %3$s)."), effect, low, high));
}

static void
describe_did (const WmChart *self, GString *text)
{
  gsize treated, control;
  double after;
  g_autofree char *gap = NULL, *gap_after = NULL, *measure = dup_measure_within (self);

  if (!find_role (self, WM_SERIES_ROLE_TREATED, &treated)
      || !find_role (self, WM_SERIES_ROLE_CONTROL, &control) || self->n_periods == 0)
    {
      wm_chart_add_sentence (text, g_strdup_printf (_("Line chart of two groups. %s. There are no values to show."),
                                           get_measure (self)));
      return;
    }
  /* Translators: a measure, two numbers of areas, the first and the last period */
  wm_chart_add_sentence (text, g_strdup_printf (_("Average %1$s for %2$u treated and %3$u comparison areas, "
                                         "%4$s to %5$s."), measure,
                                       (guint) wm_chart_peek_series (self, treated)->n_areas,
                                       (guint) wm_chart_peek_series (self, control)->n_areas,
                                       self->periods[0], self->periods[self->n_periods - 1]));
  if (self->intervention != NULL && self->intervention->position < self->n_periods - 1)
    /* Translators: %s is the first period after the start */
    wm_chart_add_sentence (text, g_strdup_printf (_("Programme from %s."),
                                         self->periods[(gsize) (self->intervention->position + 1)]));
  add_effect_sentence (self, text);
  if (!isnan (self->pre_gap))
    {
      gap = wm_chart_format_change (self, self->pre_gap);
      wm_chart_add_sentence (text, g_strdup_printf (_("Before: gap %s."), gap));
    }
  after = wm_chart_get_mean (self, treated, TRUE) - wm_chart_get_mean (self, control, TRUE);
  if (!isnan (after))
    {
      gap_after = wm_chart_format_change (self, after);
      wm_chart_add_sentence (text, g_strdup_printf (_("After: gap %s."), gap_after));
    }
}

/**
 * wm_chart_dup_alt_text:
 * @self: a chart
 *
 * Describes the chart in at most 300 characters: kind, measure and periods; where it starts and
 * ends; comparison; gaps. Sentences that no longer fit are left out.
 *
 * Returns: (transfer full): the text
 */
char *
wm_chart_dup_alt_text (const WmChart *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case WM_CHART_DOTS:
      describe_dots (self, text);
      break;
    case WM_CHART_DID:
      describe_did (self, text);
      break;
    case WM_CHART_MECHANISM:
      wm_chart_describe_mechanism (self, get_measure (self), text);
      break;
    case WM_CHART_TIME_SERIES:
    default:
      describe_lines (self, text);
      break;
    }
  return g_string_free (text, FALSE);
}

static void
add_paragraph (GString *text, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
}

static void
add_series_paragraphs (const WmChart *self, GString *text)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const WmChartSeries *series = wm_chart_peek_series (self, s);
      g_autofree char *course = NULL, *extremes = NULL, *line = NULL;
      gsize last;

      if (series->role == WM_SERIES_ROLE_CONTEXT || !wm_chart_find_last_value (self, s, &last))
        continue;
      course = say_course (self, series);
      extremes = say_extremes (self, series);
      line = extremes != NULL ? g_strconcat (course, " ", extremes, NULL) : g_strdup (course);
      add_paragraph (text, line);
    }
}

static void
add_moment_paragraphs (const WmChart *self, GString *text)
{
  for (guint i = 0; i < self->events->len + (self->intervention != NULL); i++)
    {
      const WmChartMoment *moment = i < self->events->len ? g_ptr_array_index (self->events, i)
                                                          : self->intervention;
      double at = CLAMP (moment->position, 0, self->n_periods - 1.0);
      const char *before = self->periods[(gsize) floor (at)];
      const char *after = self->periods[(gsize) ceil (at)];
      g_autofree char *line = NULL;

      if (before == after)
        /* Translators: what happened, a period */
        line = g_strdup_printf (_("%1$s: %2$s."), moment->label, before);
      else
        /* Translators: what happened, the period before, the period after */
        line = g_strdup_printf (_("%1$s: between %2$s and %3$s."), moment->label, before, after);
      add_paragraph (text, line);
    }
}

/* Every box, its entries as a list, and what is outside. */
static void
add_box_paragraphs (const WmChart *self, GString *text)
{
  for (gsize s = 0; self->kind == WM_CHART_MECHANISM && s < wm_chart_get_n_series (self); s++)
    for (gsize i = 0; i < wm_chart_get_n_points (self, s); i++)
      {
        g_autofree char *words = wm_chart_dup_point_words (self, s, i);
        g_autofree char *line = i > 0 && !wm_chart_is_outside (self, s) ? g_strconcat ("– ", words, NULL)
                                                                        : g_strdup (words);

        add_paragraph (text, line);
      }
}

/**
 * wm_chart_dup_long_text:
 * @self: a chart
 *
 * Describes the chart in full, a paragraph a line: the short text, every named line or every
 * comparison, every box and its entries, what is dated, all notes and the source.
 *
 * Returns: (transfer full): the text
 */
char *
wm_chart_dup_long_text (const WmChart *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *alt_text = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  alt_text = wm_chart_dup_alt_text (self);
  add_paragraph (text, alt_text);
  add_paragraph (text, self->subtitle);
  add_paragraph (text, self->direction);
  if (self->kind == WM_CHART_DOTS)
    for (guint i = 0; i < self->references->len; i++)
      {
        g_autofree char *words = wm_chart_dup_point_words (self, 1, i);

        add_paragraph (text, words);
      }
  add_box_paragraphs (self, text);
  add_series_paragraphs (self, text);
  add_moment_paragraphs (self, text);
  notes = wm_chart_make_notes (self, NULL);
  for (guint i = 0; i < notes->len; i++)
    add_paragraph (text, g_ptr_array_index (notes, i));
  add_paragraph (text, self->source);
  return g_string_free (text, FALSE);
}
