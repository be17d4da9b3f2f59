/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The measures of the Local Authority Interactive Tool as a framework: each topic of the data
 * dictionary is a domain, and a measure of several topics stands below each of them. */

#include "config.h"

#include "wm-framework-lait.h"

#include "wm-indicator.h"

#include <glib/gi18n-lib.h>

/* The id of an item from a code, which may hold any character: what an id cannot hold is written as
 * "_" and its number, so that no two codes share an id. */
static char *
make_id (const char *prefix, const char *code)
{
  GString *id = g_string_new (prefix);

  for (const char *c = code; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || *c == '-' || *c == '.')
      g_string_append_c (id, *c);
    else
      g_string_append_printf (id, "_%02x", (guchar) *c);
  return g_string_free (id, FALSE);
}

static const char *
get_direction (WmPolarity polarity)
{
  return polarity == WM_POLARITY_UNKNOWN ? NULL : wm_polarity_to_id (polarity);
}

static WmFrameworkItem *
make_indicator (const WmIndicator *measure, const char *id)
{
  const char *source[] = { "return", "LAIT", measure->code, NULL };
  const char *reference[] = { "LAIT", measure->code, NULL, NULL };
  WmFrameworkItem *item = wm_framework_item_new (WM_ITEM_INDICATOR, id);
  g_autofree char *decimals = g_strdup_printf ("%d", measure->decimals);

  wm_framework_item_set_text (item, WM_FIELD_TITLE, measure->title);
  wm_framework_item_set_text (item, WM_FIELD_CODE, measure->code);
  wm_framework_item_set_text (item, WM_FIELD_DEFINITION, measure->description);
  wm_framework_item_set_text (item, WM_FIELD_UNIT, measure->unit);
  wm_framework_item_set_text (item, WM_FIELD_DECIMALS, decimals);
  wm_framework_item_set_text (item, WM_FIELD_DIRECTION, get_direction (measure->polarity));
  wm_framework_item_set_text (item, WM_FIELD_DIRECTION_BY, measure->polarity_by);
  wm_framework_item_set_text (item, WM_FIELD_DIRECTION_DATE, measure->polarity_date);
  wm_framework_item_set_text (item, WM_FIELD_AVAILABILITY, "ready");
  wm_framework_item_set_text (item, WM_FIELD_BINDING, "imported");
  wm_framework_item_set_text (item, WM_FIELD_BINDING_CODE, measure->code);
  wm_framework_item_set_text (item, WM_FIELD_NOTES, measure->methodology);
  wm_framework_item_add_part (item, WM_PART_SOURCE, source);
  wm_framework_item_add_part (item, WM_PART_REFERENCE, reference);
  return item;
}

/* Finds the domain of a topic, or makes it; domains come in the order of their first measure. */
static WmFrameworkItem *
get_domain (GPtrArray *items, GHashTable *domains, const char *topic)
{
  WmFrameworkItem *domain = g_hash_table_lookup (domains, topic);
  g_autofree char *id = NULL;

  if (domain != NULL)
    return domain;
  id = make_id ("topic-", topic);
  domain = wm_framework_item_new (WM_ITEM_DOMAIN, id);
  wm_framework_item_set_text (domain, WM_FIELD_TITLE, topic);
  wm_framework_item_insert_child (g_ptr_array_index (items, 0), -1, id);
  g_ptr_array_add (items, domain);
  g_hash_table_insert (domains, g_strdup (topic), domain);
  return domain;
}

/* A dictionary may name a topic twice. */
static void
place (WmFrameworkItem *domain, const char *id)
{
  if (wm_framework_item_find_child (domain, id) < 0)
    wm_framework_item_insert_child (domain, -1, id);
}

static WmFrameworkItem *
make_header (void)
{
  WmFrameworkItem *header = wm_framework_item_new (WM_ITEM_FRAMEWORK, WM_FRAMEWORK_LAIT_ID);

  wm_framework_item_set_text (header, WM_FIELD_TITLE, _("Measures of the Local Authority Interactive Tool"));
  wm_framework_item_set_text (header, WM_FIELD_SOURCE,
                              "Department for Education, Local Authority Interactive Tool");
  wm_framework_item_set_text (header, WM_FIELD_LANGUAGE, "en-GB");
  return header;
}

/**
 * wm_framework_new_lait:
 * @indicators: (element-type WmIndicator): the measures of a data dictionary, each code once
 *
 * Makes a framework of the measures of the Local Authority Interactive Tool: topics as domains,
 * each measure bound to its code.
 *
 * Returns: (transfer full): the framework, with the id "lait"
 */
WmFramework *
wm_framework_new_lait (GPtrArray *indicators)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_autoptr (GHashTable) domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_ptr_array_add (items, make_header ());
  for (guint i = 0; i < indicators->len; i++)
    {
      const WmIndicator *measure = g_ptr_array_index (indicators, i);
      g_autofree char *id = make_id ("lait-", measure->code);

      for (guint j = 0; measure->topics != NULL && measure->topics[j] != NULL; j++)
        place (get_domain (items, domains, measure->topics[j]), id);
      g_ptr_array_add (items, make_indicator (measure, id));
    }
  return wm_framework_new (items);
}
