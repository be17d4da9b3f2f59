/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Small helpers for text from files: trimming, and one folded form for every comparison of names. */

#include "config.h"

#include "wm-text.h"

#include <string.h>

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00A0 || c == 0xFEFF || c == 0x200B;
}

/**
 * wm_text_trim:
 * @text: valid UTF-8
 *
 * Takes blanks, no-break spaces and zero-width marks off both ends.
 *
 * Returns: (transfer full): the trimmed text
 */
char *
wm_text_trim (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0' && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *previous = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (previous)))
        break;
      end = previous;
    }
  return g_strndup (text, end - text);
}

/**
 * wm_text_fold:
 * @text: valid UTF-8
 *
 * Folds a name to the form in which names are compared: case, accents and punctuation gone, "&"
 * read as "and", runs of anything else one blank. "Kingston upon Hull,  City of" and "kingston
 * upon hull city of" fold to the same text.
 *
 * Returns: (transfer full): the folded text
 */
char *
wm_text_fold (const char *text)
{
  g_autofree char *decomposed = NULL;
  GString *folded;
  gboolean pending_blank = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_string_new (NULL);
  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c) || c == '\'' || c == 0x2019)
        continue;
      if (!g_unichar_isalnum (c) && c != '&')
        {
          pending_blank = TRUE;
          continue;
        }
      if ((pending_blank || c == '&') && folded->len > 0)
        g_string_append_c (folded, ' ');
      if (c == '&')
        g_string_append (folded, "and");
      else
        g_string_append_unichar (folded, g_unichar_tolower (c));
      pending_blank = c == '&';
    }
  return g_string_free (folded, FALSE);
}

/**
 * wm_text_contains:
 * @text: (nullable): valid UTF-8
 * @folded_needle: what to look for, folded by [func@text_fold]
 *
 * Tells whether every word of @folded_needle occurs in @text, whatever the case and order.
 *
 * Returns: whether it does; always for an empty needle
 */
gboolean
wm_text_contains (const char *text, const char *folded_needle)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (folded_needle != NULL, FALSE);

  folded = wm_text_fold (text != NULL ? text : "");
  words = g_strsplit (folded_needle, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * wm_text_shorten:
 * @text: a text, valid UTF-8
 * @max: most characters that are wanted, at least 1
 *
 * Cuts a text that a message quotes: nobody reads a page of it.
 *
 * Returns: (transfer full): the text; its beginning and an ellipsis where it is longer
 */
char *
wm_text_shorten (const char *text, glong max)
{
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL && max > 0, NULL);

  if (g_utf8_strlen (text, -1) <= max)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, max - 1);
  return g_strconcat (start, "…", NULL);
}

/**
 * wm_set_str:
 * @target: (inout): a string that the caller owns
 * @text: (nullable): the new text
 *
 * Replaces a string by a copy of another.
 *
 * Returns: whether it changed
 */
gboolean
wm_set_str (char **target, const char *text)
{
  char *copy;

  g_return_val_if_fail (target != NULL, FALSE);

  if (g_strcmp0 (*target, text) == 0)
    return FALSE;
  copy = g_strdup (text);
  g_free (*target);
  *target = copy;
  return TRUE;
}
