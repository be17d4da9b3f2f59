/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Finds out what separates the cells of a text. */

#include "config.h"

#include "wm-csv-separator-private.h"

#include <string.h>

#define SAMPLE_LINES 20

static gsize
count_outside_quotes (const char *line, gsize length, char separator)
{
  gboolean quoted = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (line[i] == '"')
      quoted = !quoted;
    else if (!quoted && line[i] == separator)
      n++;
  return n;
}

/* The separator that occurs most in the first line that has one. */
char
wm_csv_detect_separator (const char *text, gsize length)
{
  static const char separators[] = { ',', '\t', ';' };

  for (int line = 0; line < SAMPLE_LINES && length > 0; line++)
    {
      const char *newline = memchr (text, '\n', length);
      gsize line_length = newline != NULL ? (gsize) (newline - text) : length;
      gsize most = 0;
      char found = ',';

      for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          gsize n = count_outside_quotes (text, line_length, separators[i]);

          if (n > most)
            {
              most = n;
              found = separators[i];
            }
        }
      if (most > 0)
        return found;
      line_length += newline != NULL;
      text += line_length;
      length -= line_length;
    }
  return ',';
}
