/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Where a date lies among the periods of a panel, and which periods come before and after a start. */

#include "config.h"

#include "wm-timeline.h"

#include "wm-project.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_snapshot (WmBasis basis)
{
  return basis == WM_BASIS_SNAPSHOT_MARCH || basis == WM_BASIS_SNAPSHOT_SEPTEMBER
         || basis == WM_BASIS_SNAPSHOT_JANUARY;
}

/* The day by which a period is placed on the axis: its middle, or the day of a snapshot. */
static double
get_middle (const WmPanel *panel, WmBasis basis, gsize t)
{
  GDate first, last;

  wm_period_get_dates (panel->periods[t], basis, &first, &last);
  if (is_snapshot (basis))
    return g_date_get_julian (&last);
  return (g_date_get_julian (&first) + g_date_get_julian (&last)) / 2.0;
}

/**
 * wm_timeline_find_position:
 * @panel: a panel
 * @basis: what a year means for its indicator
 * @date: a date
 *
 * Places a date on an axis on which period t is drawn at t: between the middles of the periods
 * around it.
 *
 * Returns: the position; may lie before 0 or after the last period
 */
double
wm_timeline_find_position (const WmPanel *panel, WmBasis basis, const GDate *date)
{
  double day;
  gsize t = 0;
  double from, to;

  g_return_val_if_fail (panel != NULL && panel->n_periods > 0 && g_date_valid (date), 0);

  day = g_date_get_julian (date);
  if (panel->n_periods == 1)
    return (day - get_middle (panel, basis, 0)) / 365.25;
  while (t + 2 < panel->n_periods && get_middle (panel, basis, t + 1) < day)
    t++;
  from = get_middle (panel, basis, t);
  to = get_middle (panel, basis, t + 1);
  return t + (day - from) / MAX (to - from, 1);
}

static void
read_date_start (const WmPanel *panel, WmBasis basis, const GDate *date, gint8 *phases, char **words)
{
  g_autofree char *date_words = wm_words_date (date);
  const char *first_after = NULL;
  const char *left_out = NULL;

  for (gsize t = 0; t < panel->n_periods; t++)
    {
      GDate first, last;

      wm_period_get_dates (panel->periods[t], basis, &first, &last);
      phases[t] = g_date_compare (&last, date) < 0 ? 0 : g_date_compare (&first, date) >= 0 ? 1 : -1;
      if (phases[t] == 1 && first_after == NULL)
        first_after = panel->period_labels[t];
      if (phases[t] == -1)
        left_out = panel->period_labels[t];
    }
  if (first_after == NULL)
    first_after = _("none");
  if (left_out == NULL)
    /* Translators: %1$s is a date, %2$s a period, %3$s what a year is. */
    *words = g_strdup_printf (_("Start on %1$s: the first period after it is %2$s (%3$s)."),
                              date_words, first_after, wm_basis_get_words (basis));
  else
    /* Translators: %1$s is a date, %2$s and %3$s are periods, %4$s what a year is. */
    *words = g_strdup_printf (_("Start on %1$s: it falls in %2$s, which is left out; the first period "
                                "wholly after it is %3$s (%4$s)."),
                              date_words, left_out, first_after, wm_basis_get_words (basis));
}

static gboolean
find_label (const WmPanel *panel, const char *text, gsize *found)
{
  for (gsize t = 0; t < panel->n_periods; t++)
    if (g_str_equal (panel->period_labels[t], text))
      {
        *found = t;
        return TRUE;
      }
  return FALSE;
}

/* The first period that ends in the year of @wanted or later. */
static gboolean
find_year (const WmPanel *panel, WmPeriod wanted, gsize *found)
{
  for (gsize t = 0; t < panel->n_periods; t++)
    if (panel->periods[t].end_year >= wanted.end_year)
      {
        *found = t;
        return TRUE;
      }
  *found = panel->n_periods;
  return TRUE;
}

/**
 * wm_timeline_read_start:
 * @panel: a panel
 * @basis: what a year means for its indicator
 * @text: an end year ("2017"), a printed label ("2016-17") or a date ("2019-10-01")
 * @phases: (out caller-allocates) (array): per period: 0 before, 1 after, -1 left out
 * @words: (out) (transfer full): how the start was read
 * @error: return location for an error
 *
 * Divides the periods of a panel into before and after. A year or label counts as after itself.
 * Of a date, the period in which it falls is left out.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_PERIOD.
 *
 * Returns: whether @text could be read
 */
gboolean
wm_timeline_read_start (const WmPanel *panel, WmBasis basis, const char *text, gint8 *phases,
                        char **words, GError **error)
{
  WmPeriod wanted;
  gboolean is_period;
  gsize start;

  g_return_val_if_fail (panel != NULL && text != NULL, FALSE);

  is_period = wm_period_parse_label (text, &wanted, NULL);
  if (is_period && wanted.kind == WM_PERIOD_DAY)
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, wanted.day, wanted.part, wanted.end_year);
      read_date_start (panel, basis, &date, phases, words);
      return TRUE;
    }
  if (!find_label (panel, text, &start) && !(is_period && find_year (panel, wanted, &start)))
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_PERIOD,
                   /* Translators: %1$s is what was given, %2$s and %3$s the first and last period. */
                   _("“%1$s” is no start. Give a year, a period as printed (from %2$s to %3$s) or a "
                     "date such as 2019-10-01."),
                   text, panel->period_labels[0], panel->period_labels[panel->n_periods - 1]);
      return FALSE;
    }
  for (gsize t = 0; t < panel->n_periods; t++)
    phases[t] = t >= start;
  *words = start < panel->n_periods
             /* Translators: %s is a period. */
             ? g_strdup_printf (_("%s is the first period that counts as after the start."),
                                panel->period_labels[start])
             : g_strdup (_("No period lies after the start."));
  return TRUE;
}
