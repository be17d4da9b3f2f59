/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The text of a cell as a number or as a reason why there is none. */

#include "config.h"

#include "wm-import-cell.h"

#include "wm-number.h"
#include "wm-text.h"

#include <math.h>
#include <string.h>

#define MAX_EXACT_DIGITS 15 /* as many decimal digits always fit a double's 53 bits */

/* A plain decimal of up to 15 digits: its digits and its power of ten (up to 10^15 < 10^22) are
 * exact doubles, so that one division rounds as a full conversion does (Clinger 1990). */
static gboolean
parse_plain (const char *text, gsize length, double *value)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gsize i = length > 0 && text[0] == '-';
  gsize n_digits = 0;
  gsize n_decimals = 0;
  gboolean has_point = FALSE;
  gint64 mantissa = 0;

  for (; i < length; i++)
    {
      if (text[i] == '.' && !has_point)
        {
          has_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (text[i]) || ++n_digits > MAX_EXACT_DIGITS)
        return FALSE;
      mantissa = mantissa * 10 + (text[i] - '0');
      n_decimals += has_point;
    }
  if (n_digits == 0)
    return FALSE;
  *value = (double) mantissa / powers[n_decimals];
  if (text[0] == '-' && mantissa != 0)
    *value = -*value;
  return TRUE;
}

/* "01:10" is a year and ten months, in months. */
static gboolean
parse_years_and_months (const char *text, gsize length, double *value)
{
  if (length != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;
  *value = (text[0] - '0') * 120 + (text[1] - '0') * 12 + (text[3] - '0') * 10 + text[4] - '0';
  return TRUE;
}

/* LAIT's dash stands for every reason at once, so none can be told. In EES a blank, a dash and the
 * older ":" and ".." mean that the publisher has no figure: whether an authority failed to return
 * it, the file does not say, so ":" is "not available" and not "not returned". */
static const struct
{
  const char *token;
  WmMissing in_lait;
  WmMissing in_ees;
} tokens_table[] = {
  { "-", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "NA", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "#N/A", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "NULL", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "NaN", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "nan", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "None", WM_MISSING_UNKNOWN, WM_MISSING_NOT_AVAILABLE },
  { "c", WM_MISSING_SUPPRESSED, WM_MISSING_SUPPRESSED },
  { "*", WM_MISSING_SUPPRESSED, WM_MISSING_SUPPRESSED },
  { "x", WM_MISSING_NOT_AVAILABLE, WM_MISSING_NOT_AVAILABLE },
  { "..", WM_MISSING_NOT_AVAILABLE, WM_MISSING_NOT_AVAILABLE },
  { ":", WM_MISSING_NOT_AVAILABLE, WM_MISSING_NOT_AVAILABLE },
  { "~", WM_MISSING_NOT_AVAILABLE, WM_MISSING_NOT_AVAILABLE },
  { "z", WM_MISSING_NOT_APPLICABLE, WM_MISSING_NOT_APPLICABLE },
  { "k", WM_MISSING_ROUNDS_TO_ZERO, WM_MISSING_ROUNDS_TO_ZERO },
  { "low", WM_MISSING_ROUNDS_TO_ZERO, WM_MISSING_ROUNDS_TO_ZERO },
  { "u", WM_MISSING_LOW_RELIABILITY, WM_MISSING_LOW_RELIABILITY },
};

static gboolean
parse_token (const char *text, WmTokens tokens, WmMissing *missing)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tokens_table); i++)
    if (g_str_equal (tokens_table[i].token, text))
      {
        *missing = tokens == WM_TOKENS_LAIT ? tokens_table[i].in_lait : tokens_table[i].in_ees;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_import_cell_parse:
 * @text: the text of a cell, ended by NUL
 * @length: its length, [bytes]
 * @tokens: whose tokens it may hold
 * @value: (out): the number; NaN for a reason; untouched on failure
 * @missing: (out): the reason; %WM_MISSING_NONE for a number; untouched on failure
 *
 * Reads a value: a number, or a reason why there is none. Blanks around it do not matter.
 *
 * Returns: whether it is either
 */
gboolean
wm_import_cell_parse (const char *text, gsize length, WmTokens tokens, double *value,
                      WmMissing *missing)
{
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (text != NULL && value != NULL && missing != NULL, FALSE);

  if (parse_plain (text, length, value))
    {
      *missing = WM_MISSING_NONE;
      return TRUE;
    }
  if (parse_token (text, tokens, missing))
    {
      *value = NAN;
      return TRUE;
    }
  trimmed = wm_text_trim (text);
  if (wm_number_parse (trimmed, -1, value)
      || (tokens == WM_TOKENS_EES && parse_years_and_months (trimmed, strlen (trimmed), value)))
    {
      *missing = WM_MISSING_NONE;
      return TRUE;
    }
  if (!parse_token (trimmed, tokens, missing))
    return FALSE;
  *value = NAN;
  return TRUE;
}

/**
 * wm_import_parse_date:
 * @text: a day: YYYY-MM-DD, or Excel's number of it
 * @date: (out): the day; untouched on failure
 *
 * Reads a day.
 *
 * Returns: whether it is one
 */
gboolean
wm_import_parse_date (const char *text, GDate *date)
{
  guint64 year, month, day, serial;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (strlen (text) == 5 && g_ascii_string_to_unsigned (text, 10, 20000, 60000, &serial, NULL))
    {
      g_date_set_dmy (date, 30, G_DATE_DECEMBER, 1899);
      g_date_add_days (date, serial);
      return TRUE;
    }
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  year = g_ascii_strtoull (text, NULL, 10);
  month = g_ascii_strtoull (text + 5, NULL, 10);
  day = g_ascii_strtoull (text + 8, NULL, 10);
  if (year < 1900 || year > 2199 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}
