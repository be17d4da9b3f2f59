/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Figures in the words of a reader: values with their unit, differences, directions. */

#include "config.h"

#include "wm-words.h"

#include "wm-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SMALLEST_PRINTED_P 0.001

/**
 * wm_words_is_percentage:
 * @indicator: an indicator
 *
 * Tells whether values are percentages, so that differences are percentage points.
 *
 * Returns: whether they are
 */
gboolean
wm_words_is_percentage (const WmIndicator *indicator)
{
  g_return_val_if_fail (indicator != NULL, FALSE);

  return strchr (indicator->unit, '%') != NULL;
}

/**
 * wm_words_value:
 * @indicator: an indicator
 * @value: a value
 *
 * Writes a value as its indicator is published: with its decimals, and a percent sign for
 * percentages.
 *
 * Returns: (transfer full): the words; empty for NaN
 */
char *
wm_words_value (const WmIndicator *indicator, double value)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (indicator != NULL, NULL);

  number = wm_number_format_display (value, indicator->decimals);
  if (isnan (value) || !wm_words_is_percentage (indicator))
    return g_steal_pointer (&number);
  /* Translators: a percentage. */
  return g_strdup_printf (_("%s%%"), number);
}

/* A difference has a decimal more than whole numbers have: 0.4 of a point is not nothing. */
static int
get_difference_decimals (const WmIndicator *indicator, double difference)
{
  gboolean is_whole = fabs (difference - round (difference)) < 1e-9;

  return indicator->decimals == 0 && !is_whole ? 1 : indicator->decimals;
}

/**
 * wm_words_difference:
 * @indicator: an indicator
 * @difference: a difference of values
 *
 * Writes a difference with its sign, such as "+2.6" or "−0.4", without a unit.
 *
 * Returns: (transfer full): the words; empty for NaN
 */
char *
wm_words_difference (const WmIndicator *indicator, double difference)
{
  int decimals;
  g_autofree char *number = NULL;

  g_return_val_if_fail (indicator != NULL, NULL);

  decimals = get_difference_decimals (indicator, difference);
  number = wm_number_format_display (difference, decimals);
  if (wm_number_round (difference, decimals) > 0)
    return g_strconcat ("+", number, NULL);
  return g_steal_pointer (&number);
}

/**
 * wm_words_difference_size:
 * @indicator: an indicator
 * @difference: a difference of values
 *
 * Writes the size of a difference with its unit, for a sentence that says the direction by
 * itself: "2.6 percentage points", "4.0".
 *
 * Returns: (transfer full): the words
 */
char *
wm_words_difference_size (const WmIndicator *indicator, double difference)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (indicator != NULL, NULL);

  number = wm_number_format_display (fabs (difference),
                                     get_difference_decimals (indicator, difference));
  if (!wm_words_is_percentage (indicator))
    return g_steal_pointer (&number);
  /* Translators: a difference of percentages. */
  return g_strdup_printf (_("%s percentage points"), number);
}

/* As [func@polarity_get_words] says it, at the beginning of a line. */
static const char *
get_direction_words (WmPolarity polarity)
{
  switch (polarity)
    {
    case WM_POLARITY_HIGHER:
      return _("Higher is better");
    case WM_POLARITY_LOWER:
      return _("Lower is better");
    case WM_POLARITY_NONE:
      return _("No agreed direction");
    case WM_POLARITY_UNKNOWN:
    default:
      return _("Direction not stated");
    }
}

/**
 * wm_words_direction:
 * @indicator: an indicator
 *
 * Says which direction is good and who says so, such as "Lower is better (LAIT says)".
 *
 * Returns: (transfer full): the words
 */
char *
wm_words_direction (const WmIndicator *indicator)
{
  const char *words;

  g_return_val_if_fail (indicator != NULL, NULL);

  words = get_direction_words (indicator->polarity);
  if (indicator->polarity_by == NULL)
    return g_strdup (words);
  if (g_str_equal (indicator->polarity_by, "LAIT"))
    /* Translators: %s is "Lower is better" or the like; LAIT is the Department for Education's tool. */
    return g_strdup_printf (_("%s (LAIT says)"), words);
  if (indicator->polarity_date == NULL)
    /* Translators: %1$s is "Lower is better" or the like, %2$s who decided so. */
    return g_strdup_printf (_("%1$s (%2$s)"), words, indicator->polarity_by);
  /* Translators: %1$s is "Lower is better" or the like, %2$s who decided so, %3$s when. */
  return g_strdup_printf (_("%1$s (%2$s, %3$s)"), words, indicator->polarity_by,
                          indicator->polarity_date);
}

/**
 * wm_words_judge:
 * @indicator: an indicator
 * @difference: a value less what it is compared with
 *
 * Tells whether a difference is better or worse. Without an agreed direction there is no
 * judgement.
 *
 * Returns: the judgement
 */
WmJudgement
wm_words_judge (const WmIndicator *indicator, double difference)
{
  g_return_val_if_fail (indicator != NULL, WM_JUDGEMENT_NONE);

  if (isnan (difference)
      || (indicator->polarity != WM_POLARITY_HIGHER && indicator->polarity != WM_POLARITY_LOWER))
    return WM_JUDGEMENT_NONE;
  if (wm_number_round (difference, MAX (indicator->decimals, 1)) == 0)
    return WM_JUDGEMENT_SAME;
  return (difference > 0) == (indicator->polarity == WM_POLARITY_HIGHER) ? WM_JUDGEMENT_BETTER
                                                                           : WM_JUDGEMENT_WORSE;
}

/**
 * wm_words_date:
 * @date: a date
 *
 * Writes a date with the name of its month, such as "1 April 2024".
 *
 * Returns: (transfer full): the words
 */
char *
wm_words_date (const GDate *date)
{
  char text[64];

  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  /* Translators: a date, as strftime() takes it; a zero at its beginning is taken off. */
  g_date_strftime (text, sizeof text, _("%d %B %Y"), date);
  return g_strdup (text[0] == '0' ? text + 1 : text);
}

/**
 * wm_words_p_value:
 * @p_value: a p-value
 *
 * Writes a p-value; never "0".
 *
 * Returns: (transfer full): the words; empty for NaN
 */
char *
wm_words_p_value (double p_value)
{
  g_autofree char *smallest = NULL;

  if (isnan (p_value))
    return g_strdup ("");
  if (p_value >= SMALLEST_PRINTED_P)
    return wm_number_format_display (p_value, 3);
  smallest = wm_number_format_display (SMALLEST_PRINTED_P, 3);
  return g_strdup_printf ("< %s", smallest);
}

/**
 * wm_words_list:
 * @names: (array zero-terminated=1): names
 * @max_names: how many to name; the others are counted
 *
 * Joins names for a sentence, such as "Leeds, York and 3 others".
 *
 * Returns: (transfer full): the list
 */
char *
wm_words_list (const char *const *names, gsize max_names)
{
  g_autoptr (GString) list = g_string_new (NULL);
  gsize n = g_strv_length ((char **) names);
  gsize shown = MIN (n, MAX (max_names, 1));

  for (gsize i = 0; i < shown; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", names[i]);
  if (n == shown)
    return g_strdup (list->str);
  /* Translators: %1$s is a list of names, %2$u how many more there are. */
  return g_strdup_printf (ngettext ("%1$s and %2$u other", "%1$s and %2$u others", n - shown),
                          list->str, (guint) (n - shown));
}
