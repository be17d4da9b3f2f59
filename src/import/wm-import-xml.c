/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Finds the root of a document with tags without reading the document: what stands before it by
 * the rules of XML 1.0 (section 2.8) is passed over, and nothing of the content is looked at. */

#include "config.h"

#include "wm-import-batch-private.h"

#include <string.h>

/* What may stand before the root, by its first and last characters. */
static const struct
{
  const char *begin;
  const char *end;
} prolog[] = {
  { "<!--", "-->" },
  { "<?", "?>" },
  { "<!", ">" },
};

/* Moves behind one part of the prolog; NULL when it does not end in the text, @text when there is
 * none. */
static const char *
skip_part (const char *text, const char *end)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prolog); i++)
    {
      const char *close;

      if (!g_str_has_prefix (text, prolog[i].begin))
        continue;
      close = g_strstr_len (text, end - text, prolog[i].end);
      return close != NULL ? close + strlen (prolog[i].end) : NULL;
    }
  return text;
}

/* The name of the root of a text ended by NUL, without its prefix; "" when the text ends before it;
 * NULL when the text does not begin as a document with tags does. */
char *
wm_import_dup_xml_root (const char *text, gsize length)
{
  const char *end = text + length;
  const char *next = text;
  const char *colon;
  gsize n;

  do
    {
      text = next;
      while (g_ascii_isspace (*text))
        text++;
      if (*text != '<')
        return NULL;
      next = skip_part (text, end);
    }
  while (next != NULL && next != text);
  if (next == NULL)
    return g_strdup ("");
  text++;
  n = strcspn (text, " \t\r\n/>");
  colon = memchr (text, ':', n);
  if (colon == NULL)
    return g_strndup (text, n);
  return g_strndup (colon + 1, n - (colon + 1 - text));
}
