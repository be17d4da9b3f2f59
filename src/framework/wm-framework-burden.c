/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How much work a framework asks for: by domain, how many indicators are ready, can be made from data
 * that are held, or need a new collection. */

#include "config.h"

#include "wm-framework-burden.h"

#include <glib/gi18n-lib.h>

static void
count_indicator (const WmFrameworkItem *item, WmFrameworkBurden *burden)
{
  if (wm_framework_item_is_placeholder (item))
    {
      burden->n_planned++;
      return;
    }
  burden->n_indicators++;
  if (wm_framework_item_has (item, WM_FIELD_AVAILABILITY, "ready"))
    burden->n_ready++;
  else if (wm_framework_item_has (item, WM_FIELD_AVAILABILITY, "derivable"))
    burden->n_derivable++;
  else if (wm_framework_item_has (item, WM_FIELD_AVAILABILITY, "new"))
    burden->n_new++;
  else
    burden->n_not_said++;
}

static void
count_item (WmFramework *framework, WmFrameworkItem *item, WmFrameworkBurden *burden)
{
  switch (wm_framework_item_get_kind (item))
    {
    case WM_ITEM_OUTCOME:
      burden->n_outcomes++;
      burden->n_gaps += wm_framework_is_gap (framework, item) != FALSE;
      break;
    case WM_ITEM_INDICATOR:
      count_indicator (item, burden);
      break;
    case WM_ITEM_FRAMEWORK:
    case WM_ITEM_DOMAIN:
    default:
      break;
    }
}

static void
count_below (WmFramework *framework, const WmFrameworkItem *parent, GHashTable *seen, WmFrameworkBurden *burden)
{
  for (guint i = 0; i < wm_framework_item_get_n_children (parent); i++)
    {
      WmFrameworkItem *item = wm_framework_find (framework, wm_framework_item_get_child (parent, i));

      if (item == NULL || wm_framework_item_get_kind (item) <= wm_framework_item_get_kind (parent)
          || !g_hash_table_add (seen, item))
        continue;
      count_item (framework, item, burden);
      count_below (framework, item, seen, burden);
    }
}

/**
 * wm_framework_count_burden:
 * @self: a framework
 * @below: (nullable): an item of it, such as a domain; %NULL for the whole framework
 *
 * Counts what stands below an item, by where the data would come from. What stands there several
 * times counts once. The whole framework counts what has no place as well.
 *
 * Returns: the counts
 */
WmFrameworkBurden
wm_framework_count_burden (WmFramework *self, const WmFrameworkItem *below)
{
  WmFrameworkBurden burden = { 0 };
  g_autoptr (GHashTable) seen = NULL;

  g_return_val_if_fail (self != NULL, burden);

  if (below != NULL && wm_framework_item_get_kind (below) != WM_ITEM_FRAMEWORK)
    {
      seen = g_hash_table_new (NULL, NULL);
      count_below (self, below, seen, &burden);
      return burden;
    }
  for (guint i = 0; i < wm_framework_get_n_items (self); i++)
    count_item (self, wm_framework_get_item (self, i), &burden);
  return burden;
}

/**
 * wm_framework_list_domains:
 * @self: a framework
 *
 * Lists the domains in the order in which people read them.
 *
 * Returns: (transfer full) (element-type WmFrameworkItem): the domains, which @self owns
 */
GPtrArray *
wm_framework_list_domains (WmFramework *self)
{
  GPtrArray *domains = g_ptr_array_new ();
  const WmFrameworkItem *header;

  g_return_val_if_fail (self != NULL, domains);

  header = wm_framework_get_header (self);
  for (guint i = 0; i < wm_framework_item_get_n_children (header); i++)
    {
      WmFrameworkItem *item = wm_framework_find (self, wm_framework_item_get_child (header, i));

      if (item != NULL && wm_framework_item_get_kind (item) == WM_ITEM_DOMAIN)
        g_ptr_array_add (domains, item);
    }
  return domains;
}

static void
add_row (WmTable *table, WmFramework *framework, const WmFrameworkItem *domain, const char *title)
{
  WmFrameworkBurden burden = wm_framework_count_burden (framework, domain);
  const guint counts[] = { burden.n_outcomes, burden.n_gaps, burden.n_indicators, burden.n_ready,
                           burden.n_derivable, burden.n_new, burden.n_not_said, burden.n_planned };

  wm_table_begin_row (table);
  wm_table_add_text (table, domain != NULL ? wm_framework_item_get_id (domain) : NULL);
  wm_table_add_text (table, title);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    wm_table_add_number (table, counts[i]);
}

/**
 * wm_framework_to_burden_table:
 * @self: a framework
 *
 * Puts the counts of wm_framework_count_burden() into a table: a row for each domain, and at the end
 * one without an id for the whole framework. That is not the sum of the others where an indicator
 * serves several domains.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_framework_to_burden_table (WmFramework *self)
{
  static const char *const counts[] = { "outcomes", "gaps", "indicators", "ready", "derivable", "new",
                                        "not_said", "planned" };
  g_autoptr (GPtrArray) domains = wm_framework_list_domains (self);
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "id", WM_COLUMN_TEXT);
  wm_table_add_column (table, "domain", WM_COLUMN_TEXT);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    wm_table_add_column (table, counts[i], WM_COLUMN_NUMBER);
  for (guint i = 0; i < domains->len; i++)
    add_row (table, self, domains->pdata[i], wm_framework_item_get_text (domains->pdata[i], WM_FIELD_TITLE));
  add_row (table, self, NULL, _("Whole framework"));
  return table;
}
