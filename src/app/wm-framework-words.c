/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework in a few words: its version and what it holds, and a title that fits. */

#include "config.h"

#include "wm-framework-words.h"

#include <glib/gi18n-lib.h>

#define SHORT_LENGTH 22 /* of a title over a column [characters] */

static guint
count_planned (WmFramework *framework)
{
  guint n = 0;

  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    if (wm_framework_item_is_placeholder (wm_framework_get_item (framework, i)))
      n++;
  return n;
}

static void
take_count (GPtrArray *parts, guint n, char *words)
{
  if (n > 0)
    g_ptr_array_add (parts, words);
  else
    g_free (words);
}

/**
 * wm_framework_dup_counts:
 * @framework: a framework
 *
 * Says what a framework holds: "2019 · 4 domains · 33 outcomes · 108 indicators". Indicators that
 * are only planned are counted by themselves.
 *
 * Returns: (transfer full): a line of text
 */
char *
wm_framework_dup_counts (WmFramework *framework)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_domains = wm_framework_count (framework, WM_ITEM_DOMAIN);
  guint n_outcomes = wm_framework_count (framework, WM_ITEM_OUTCOME);
  guint n_indicators = wm_framework_count (framework, WM_ITEM_INDICATOR);
  guint n_planned = count_planned (framework);
  const char *edition = wm_framework_item_get_text (wm_framework_get_header (framework),
                                                    WM_FIELD_EDITION);

  if (edition != NULL)
    g_ptr_array_add (parts, g_strdup (edition));
  take_count (parts, n_domains,
              g_strdup_printf (ngettext ("%u domain", "%u domains", n_domains), n_domains));
  take_count (parts, n_outcomes,
              g_strdup_printf (ngettext ("%u outcome", "%u outcomes", n_outcomes), n_outcomes));
  take_count (parts, n_indicators,
              g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_indicators),
                               n_indicators));
  take_count (parts, n_planned,
              g_strdup_printf (ngettext ("%u only planned", "%u only planned", n_planned), n_planned));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_("Nothing in it yet")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * wm_framework_dup_short_title:
 * @framework: a framework
 *
 * Returns: (transfer full): as much of its title as stands over a column
 */
char *
wm_framework_dup_short_title (WmFramework *framework)
{
  const char *title = wm_framework_get_title (framework);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= SHORT_LENGTH)
    return g_strdup (title);
  start = g_utf8_substring (title, 0, SHORT_LENGTH - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}
