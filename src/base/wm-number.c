/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers in and out: the C locale on disk, the user's locale on screen. */

#include "config.h"

#include "wm-number.h"

#include <math.h>
#include <string.h>

#ifdef __FINITE_MATH_ONLY__
#if __FINITE_MATH_ONLY__
#error "Waymark must not be built with -ffast-math: NaN is how a missing value is held"
#endif
#endif

/**
 * wm_number_parse:
 * @text: text that is a number and nothing else; need not end in NUL when @length is given
 * @length: its length in bytes, or -1
 * @number: (out): the number; untouched on failure
 *
 * Reads a number in the C locale, scientific notation included. Blanks around it are not allowed
 * (readers trim cells), nor are infinities, NaN, hexadecimal numbers or thousands separators.
 *
 * Returns: whether @text is a finite number
 */
gboolean
wm_number_parse (const char *text, gssize length, double *number)
{
  char buffer[64];
  char *end;
  double parsed;

  g_return_val_if_fail (text != NULL, FALSE);

  if (length < 0)
    length = strlen (text);
  if (length == 0 || (gsize) length >= sizeof buffer)
    return FALSE;
  for (gssize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && strchr ("+-.eE", text[i]) == NULL)
      return FALSE;
  memcpy (buffer, text, length);
  buffer[length] = '\0';
  parsed = g_ascii_strtod (buffer, &end);
  if (*end != '\0' || end == buffer || !isfinite (parsed))
    return FALSE;
  *number = parsed;
  return TRUE;
}

/**
 * wm_number_format:
 * @number: a finite number
 * @buffer: (out caller-allocates): at least %WM_NUMBER_BUFFER_SIZE bytes
 *
 * Writes a number in the C locale with 15 significant digits, for files and machine output.
 *
 * Returns: (transfer none): @buffer
 */
const char *
wm_number_format (double number, char *buffer)
{
  g_return_val_if_fail (isfinite (number), "");

  /* No "-0" in a file: it would differ from the 0 of another route to the same value. */
  return g_ascii_formatd (buffer, WM_NUMBER_BUFFER_SIZE, "%.15g", number == 0 ? 0.0 : number);
}

/**
 * wm_number_round:
 * @number: a number
 * @decimals: decimals to keep, 0 or more
 *
 * Rounds half away from zero, as the Department for Education publishes: 0.25 gives 0.3. The
 * halves are found in decimal: 38.25 held as 38.249999999999993 rounds as 38.25 does.
 *
 * Returns: the rounded number; NaN for NaN
 */
double
wm_number_round (double number, int decimals)
{
  double scale = pow (10, decimals);
  double scaled = number * scale;

  if (!isfinite (scaled))
    return number;
  return copysign (floor (fabs (scaled) * (1 + 1e-14) + 0.5), scaled) / scale;
}

/**
 * wm_number_format_display:
 * @number: a number
 * @decimals: decimals to show, 0 or more
 *
 * Writes a number for people: rounded half up, with the locale's decimal sign and thousands
 * separators, and a true minus sign.
 *
 * Returns: (transfer full): the text; empty for NaN
 */
char *
wm_number_format_display (double number, int decimals)
{
  double rounded = wm_number_round (number, decimals);
  g_autofree char *text = NULL;

  if (!isfinite (rounded))
    return g_strdup ("");
  /* The locale's own separators; the C locale has no thousands separator. */
  text = g_strdup_printf ("%'.*f", decimals, fabs (rounded));
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_free (text);
      text = g_strdup_printf ("%.*f", decimals, fabs (rounded));
    }
  return rounded < 0 ? g_strconcat ("−", text, NULL) : g_steal_pointer (&text);
}
