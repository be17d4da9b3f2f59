/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework in a line: its version and what it holds. */

#include "config.h"

#include "wm-framework-words.h"

#include <glib/gi18n-lib.h>

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
