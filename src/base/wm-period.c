/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Periods as small values: parsed from the labels that the sources print, ordered, dated. */

#include "config.h"

#include "wm-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define LONGEST_SPAN 10 /* years; "2016-15" is a slip, not a century */

/**
 * wm_period_new_year:
 * @end_year: the year in which the period ends
 *
 * Makes a period of one year.
 *
 * Returns: the period
 */
WmPeriod
wm_period_new_year (int end_year)
{
  return (WmPeriod) { .end_year = end_year, .kind = WM_PERIOD_YEAR, .n_years = 1 };
}

/**
 * wm_period_new_span:
 * @end_year: the year in which the period ends
 * @n_years: how many years it takes together
 *
 * Makes a period of several years; one year when @n_years is 1.
 *
 * Returns: the period
 */
WmPeriod
wm_period_new_span (int end_year, int n_years)
{
  if (n_years == 1)
    return wm_period_new_year (end_year);
  return (WmPeriod) { .end_year = end_year, .kind = WM_PERIOD_SPAN, .n_years = n_years };
}

/* Takes exactly @n digits from *@text; gives -1 when there are fewer. */
static int
take_digits (const char **text, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return -1;
      number = number * 10 + (*text)[i] - '0';
    }
  *text += n;
  return number;
}

static gboolean
take_char (const char **text, char wanted)
{
  if (**text != wanted)
    return FALSE;
  (*text)++;
  return TRUE;
}

static int
take_year (const char **text)
{
  int year = take_digits (text, 4);

  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : -1;
}

/* The year after @from that ends in the two digits @yy: 1999 and 00 give 2000. */
static int
complete_year (int from, int yy)
{
  int year = from - from % 100 + yy;

  return year < from ? year + 100 : year;
}

/* The second year of a label, two or four digits. */
static int
take_second_year (const char **text, int from)
{
  const char *p = *text;
  int digits = 0;

  while (g_ascii_isdigit (p[digits]))
    digits++;
  if (digits == 4)
    return take_year (text);
  if (digits == 2)
    return complete_year (from, take_digits (text, 2));
  return -1;
}

static gboolean
parse_publication (const char *text, WmPublication *publication)
{
  static const struct
  {
    const char *word;
    WmPublication publication;
  } words[] = {
    { "(rev)", WM_PUBLICATION_REVISED },
    { "(revised)", WM_PUBLICATION_REVISED },
    { "(final)", WM_PUBLICATION_FINAL },
    { "(prov)", WM_PUBLICATION_PROVISIONAL },
    { "(provisional)", WM_PUBLICATION_PROVISIONAL },
    { "(ot)", WM_PUBLICATION_OUTTURN },
  };

  while (*text == ' ')
    text++;
  if (*text == '\0')
    {
      *publication = WM_PUBLICATION_NONE;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0)
      {
        *publication = words[i].publication;
        return TRUE;
      }
  return FALSE;
}

/* "2016-17", "2016/17", "2014-16", "2013/14-15/16", after the first year @from. */
static gboolean
parse_second_half (const char **text, int from, WmPeriod *period)
{
  int to = take_second_year (text, from);

  if (to <= from || to - from >= LONGEST_SPAN)
    return FALSE;
  if (take_char (text, '-'))
    {
      /* Three years in the long form: "2013/14-15/16" runs from 2013/14 to 2015/16. */
      int last_start = take_second_year (text, from);
      int last_end = take_char (text, '/') ? take_second_year (text, last_start) : -1;

      if (to != from + 1 || last_end != last_start + 1 || last_start <= from)
        return FALSE;
      *period = wm_period_new_span (last_end, last_end - from);
      return TRUE;
    }
  /* "2016-17" is one year that spans two; "2014-16" is three years taken together. */
  *period = to == from + 1 ? wm_period_new_year (to) : wm_period_new_span (to, to - from + 1);
  return TRUE;
}

/* "2024-Q3", "2024-M07", "2024-07-31" as this program writes them. */
static gboolean
parse_part_of_year (const char **text, int year, WmPeriod *period)
{
  int month, day;

  if (take_char (text, 'Q'))
    {
      int quarter = take_digits (text, 1);

      if (quarter < 1 || quarter > 4)
        return FALSE;
      *period = (WmPeriod) { .end_year = year, .kind = WM_PERIOD_QUARTER, .part = quarter };
      return TRUE;
    }
  if (take_char (text, 'M'))
    {
      month = take_digits (text, 2);
      if (month < 1 || month > 12)
        return FALSE;
      *period = (WmPeriod) { .end_year = year, .kind = WM_PERIOD_MONTH, .part = month };
      return TRUE;
    }
  month = take_digits (text, 2);
  if (!take_char (text, '-'))
    return FALSE;
  day = take_digits (text, 2);
  if (month < 1 || day < 1 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  *period = (WmPeriod) { .end_year = year, .kind = WM_PERIOD_DAY, .part = month, .day = day };
  return TRUE;
}

/**
 * wm_period_parse_label:
 * @label: a period as printed, such as "2016-17", "2013/14-15/16", "2025 (prov)", "2016-17 (OT)"
 * @period: (out): the period; untouched on failure
 * @publication: (out) (optional): the status that the label states; untouched on failure
 *
 * Reads a period label. A second year one after the first makes one year that spans two
 * ("2016-17"); a later one makes a span of several years ("2014-16"). Also reads what
 * [func@Period.to_text] writes.
 *
 * Returns: whether @label is a period
 */
gboolean
wm_period_parse_label (const char *label, WmPeriod *period, WmPublication *publication)
{
  const char *p = label;
  WmPeriod parsed;
  WmPublication status;
  int year;

  g_return_val_if_fail (label != NULL, FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  while (*p == ' ')
    p++;
  year = take_year (&p);
  if (year < 0)
    return FALSE;

  parsed = wm_period_new_year (year);
  if (*p == '/' || *p == '-')
    {
      const char *half = p + 1;
      const char *part = p + 1;

      if (parse_second_half (&half, year, &parsed))
        p = half;
      else if (*p == '-' && parse_part_of_year (&part, year, &parsed))
        p = part;
      else
        return FALSE;
    }
  if (!parse_publication (p, &status))
    return FALSE;

  *period = parsed;
  if (publication != NULL)
    *publication = status;
  return TRUE;
}

/**
 * wm_period_to_key:
 * @period: a period
 *
 * Packs a period into a number that sorts by end year and part, for the project file.
 * The form is year, kind, years, part, day in decimal digits: YYYYKNNPPDD.
 *
 * Returns: the key
 */
gint64
wm_period_to_key (WmPeriod period)
{
  return ((((gint64) period.end_year * 10 + period.kind) * 100 + period.n_years) * 100
          + period.part) * 100 + period.day;
}

/**
 * wm_period_from_key:
 * @key: a key as [func@Period.to_key] gives it
 *
 * Unpacks a period.
 *
 * Returns: the period
 */
WmPeriod
wm_period_from_key (gint64 key)
{
  WmPeriod period;

  period.day = key % 100;
  period.part = key / 100 % 100;
  period.n_years = key / 10000 % 100;
  period.kind = key / 1000000 % 10;
  period.end_year = key / 10000000;
  return period;
}

/**
 * wm_period_to_text:
 * @period: a period
 *
 * Writes the canonical form that exports use: "2017" for any one year ending in 2017,
 * "2014-2016" for a span, "2017-Q3", "2017-M05" or "2017-05-31".
 *
 * Returns: (transfer full): the text
 */
char *
wm_period_to_text (WmPeriod period)
{
  switch ((WmPeriodKind) period.kind)
    {
    case WM_PERIOD_SPAN:
      return g_strdup_printf ("%d-%d", period.end_year - period.n_years + 1, period.end_year);
    case WM_PERIOD_QUARTER:
      return g_strdup_printf ("%d-Q%d", period.end_year, period.part);
    case WM_PERIOD_MONTH:
      return g_strdup_printf ("%d-M%02d", period.end_year, period.part);
    case WM_PERIOD_DAY:
      return g_strdup_printf ("%d-%02d-%02d", period.end_year, period.part, period.day);
    case WM_PERIOD_YEAR:
    default:
      return g_strdup_printf ("%d", period.end_year);
    }
}

/**
 * wm_period_compare:
 * @a: a period
 * @b: another
 *
 * Orders periods by their end, then by kind and length.
 *
 * Returns: less than, equal to or greater than 0
 */
int
wm_period_compare (WmPeriod a, WmPeriod b)
{
  gint64 key_a = wm_period_to_key (a);
  gint64 key_b = wm_period_to_key (b);

  return (key_a > key_b) - (key_a < key_b);
}

/**
 * wm_period_equal:
 * @a: a period
 * @b: another
 *
 * Tells whether two periods are the same.
 *
 * Returns: whether they are
 */
gboolean
wm_period_equal (WmPeriod a, WmPeriod b)
{
  return wm_period_to_key (a) == wm_period_to_key (b);
}

/**
 * wm_period_is_next:
 * @earlier: a period
 * @later: a period
 *
 * Tells whether @later is the period that follows @earlier in a series without a gap: the next
 * year (spans roll on by a year), quarter or month.
 *
 * Returns: whether it is
 */
gboolean
wm_period_is_next (WmPeriod earlier, WmPeriod later)
{
  int parts = earlier.kind == WM_PERIOD_QUARTER ? 4 : 12;

  if (earlier.kind != later.kind || earlier.n_years != later.n_years)
    return FALSE;
  if (earlier.kind == WM_PERIOD_YEAR || earlier.kind == WM_PERIOD_SPAN)
    return later.end_year == earlier.end_year + 1;
  if (earlier.kind == WM_PERIOD_QUARTER || earlier.kind == WM_PERIOD_MONTH)
    return later.end_year * parts + later.part == earlier.end_year * parts + earlier.part + 1;
  return FALSE;
}

static void
set_last_of_month (GDate *date, int month, int year)
{
  g_date_set_dmy (date, g_date_get_days_in_month (month, year), month, year);
}

/* The months in which a year of @basis begins and ends; equal years when it is a calendar year. */
static void
get_year_months (WmBasis basis, int *first_month, int *last_month)
{
  *first_month = basis == WM_BASIS_FINANCIAL ? 4 : basis == WM_BASIS_ACADEMIC ? 9 : 1;
  *last_month = *first_month == 1 ? 12 : *first_month - 1;
}

static void
get_part_dates (WmPeriod period, WmBasis basis, GDate *first, GDate *last)
{
  int first_month, last_month, start_month, start_year;

  get_year_months (basis, &first_month, &last_month);
  start_year = first_month == 1 ? period.end_year : period.end_year - 1;
  if (period.kind == WM_PERIOD_MONTH)
    {
      g_date_set_dmy (first, 1, period.part, period.end_year);
      set_last_of_month (last, period.part, period.end_year);
      return;
    }
  /* Quarters count from the beginning of the indicator's own year. */
  start_month = first_month + (period.part - 1) * 3;
  start_year += (start_month - 1) / 12;
  start_month = (start_month - 1) % 12 + 1;
  g_date_set_dmy (first, 1, start_month, start_year);
  *last = *first;
  g_date_add_months (last, 3);
  g_date_subtract_days (last, 1);
}

/**
 * wm_period_get_dates:
 * @period: a period
 * @basis: what a year means for the indicator
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Gives the dates of a period. A snapshot is its day (January's census: the whole month); a year
 * of an unstated basis is taken as the calendar year, and callers say that it is unstated.
 */
void
wm_period_get_dates (WmPeriod period, WmBasis basis, GDate *first, GDate *last)
{
  int first_month, last_month;

  g_return_if_fail (first != NULL && last != NULL);
  g_return_if_fail (period.end_year > 0);

  g_date_clear (first, 1);
  g_date_clear (last, 1);
  if (period.kind == WM_PERIOD_DAY)
    {
      g_date_set_dmy (first, period.day, period.part, period.end_year);
      *last = *first;
      return;
    }
  if (period.kind == WM_PERIOD_QUARTER || period.kind == WM_PERIOD_MONTH)
    {
      get_part_dates (period, basis, first, last);
      return;
    }
  switch (basis)
    {
    case WM_BASIS_SNAPSHOT_MARCH:
      set_last_of_month (last, 3, period.end_year);
      break;
    case WM_BASIS_SNAPSHOT_SEPTEMBER:
      set_last_of_month (last, 9, period.end_year);
      break;
    case WM_BASIS_SNAPSHOT_JANUARY:
      set_last_of_month (last, 1, period.end_year);
      break;
    case WM_BASIS_UNSTATED:
    case WM_BASIS_FINANCIAL:
    case WM_BASIS_ACADEMIC:
    case WM_BASIS_CALENDAR:
    default:
      get_year_months (basis, &first_month, &last_month);
      set_last_of_month (last, last_month, period.end_year);
      *first = *last;
      g_date_subtract_years (first, MAX (period.n_years, 1));
      g_date_add_days (first, 1);
      g_date_set_day (first, 1);
      return;
    }
  *first = *last;
  if (period.n_years > 1)
    g_date_subtract_years (first, period.n_years - 1);
  if (basis == WM_BASIS_SNAPSHOT_JANUARY)
    g_date_set_day (first, 1);
}

static const struct
{
  const char *id;
  const char *words;
} bases[WM_N_BASES] = {
  [WM_BASIS_UNSTATED] = { "unstated", N_("year as printed; the source does not say which") },
  [WM_BASIS_FINANCIAL] = { "financial", N_("financial year, 1 April to 31 March") },
  [WM_BASIS_ACADEMIC] = { "academic", N_("academic year, 1 September to 31 August") },
  [WM_BASIS_CALENDAR] = { "calendar", N_("calendar year") },
  [WM_BASIS_SNAPSHOT_MARCH] = { "snapshot-march", N_("on 31 March") },
  [WM_BASIS_SNAPSHOT_SEPTEMBER] = { "snapshot-september", N_("on 30 September") },
  [WM_BASIS_SNAPSHOT_JANUARY] = { "snapshot-january", N_("January census") },
};

/**
 * wm_basis_to_id:
 * @basis: a basis
 *
 * Gets the word that stands for @basis in files.
 *
 * Returns: (transfer none): the identifier
 */
const char *
wm_basis_to_id (WmBasis basis)
{
  g_return_val_if_fail ((int) basis >= 0 && basis < WM_N_BASES, "unstated");

  return bases[basis].id;
}

/**
 * wm_basis_from_id:
 * @id: an identifier as [func@basis_to_id] gives it
 * @basis: (out): the basis; untouched when @id is unknown
 *
 * Reads the word for a basis.
 *
 * Returns: whether @id is known
 */
gboolean
wm_basis_from_id (const char *id, WmBasis *basis)
{
  for (int i = 0; i < WM_N_BASES; i++)
    if (g_strcmp0 (id, bases[i].id) == 0)
      {
        *basis = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_basis_get_words:
 * @basis: a basis
 *
 * Says in the user's language what a year of @basis is.
 *
 * Returns: (transfer none): the words
 */
const char *
wm_basis_get_words (WmBasis basis)
{
  g_return_val_if_fail ((int) basis >= 0 && basis < WM_N_BASES, "");

  return _(bases[basis].words);
}
