/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Links between items: each must end at an item that is there and of a kind that may stand there,
 * and none may lead back to where it began. */

#include "config.h"

#include "wm-framework-links-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GHashTable *by_id;      /* id -> WmFrameworkItem, lent */
  GHashTable *states;     /* id -> VISITING or DONE */
  WmLinkFindingFunc func;
  gpointer user_data;
} Links;

enum { VISITING = 1, DONE = 2 };

/* No picture of a framework has a longer way from cause to outcome. */
#define MAX_CHAIN 500u

static void
check_child (Links *links, const WmFrameworkItem *item, guint place)
{
  const char *id = wm_framework_item_get_id (item);
  const char *to = wm_framework_item_get_child (item, place);
  const WmFrameworkItem *child = g_hash_table_lookup (links->by_id, to);

  if (child == NULL)
    links->func (id, "dangling-link", to,
                 g_strdup_printf (_("“%1$s” has “%2$s”, but there is no such item"), id, to), links->user_data);
  else if (wm_framework_item_get_kind (child) <= wm_framework_item_get_kind (item)
           || (wm_framework_item_get_kind (item) == WM_ITEM_FRAMEWORK
               && wm_framework_item_get_kind (child) != WM_ITEM_DOMAIN))
    links->func (id, "bad-link", to,
                 g_strdup_printf (_("“%1$s” has “%2$s”, which cannot stand below it"), id, to), links->user_data);
  else if (wm_framework_item_find_child (item, to) != (int) place)
    links->func (id, "duplicate-link", to,
                 g_strdup_printf (_("“%1$s” has “%2$s” twice"), id, to), links->user_data);
}

static gboolean
may_link (WmPartKind part, WmItemKind kind)
{
  return part == WM_PART_READ_WITH ? kind == WM_ITEM_INDICATOR
                                   : kind == WM_ITEM_DOMAIN || kind == WM_ITEM_OUTCOME;
}

static void
check_part_links (Links *links, const WmFrameworkItem *item, WmPartKind kind)
{
  const char *id = wm_framework_item_get_id (item);

  for (guint i = 0; i < wm_framework_item_get_n_parts (item, kind); i++)
    {
      const char *to = wm_framework_item_get_part (item, kind, i, WM_LINK_TO);
      const WmFrameworkItem *target = to != NULL ? g_hash_table_lookup (links->by_id, to) : NULL;

      if (to == NULL)
        continue;
      if (target == NULL)
        links->func (id, "dangling-link", to,
                     g_strdup_printf (_("“%1$s” links to “%2$s”, but there is no such item"), id, to),
                     links->user_data);
      else if (target == item || !may_link (kind, wm_framework_item_get_kind (target)))
        links->func (id, "bad-link", to,
                     g_strdup_printf (_("“%1$s” links to “%2$s”, to which it cannot"), id, to),
                     links->user_data);
    }
}

/* Follows what leads to what, depth first; a link to an item that is still being followed closes a
 * circle. Each item is followed once. */
static void
follow (Links *links, const WmFrameworkItem *item, guint depth)
{
  const char *id = wm_framework_item_get_id (item);

  g_hash_table_insert (links->states, (char *) id, GINT_TO_POINTER (VISITING));
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_LEADS_TO); i++)
    {
      const char *to = wm_framework_item_get_part (item, WM_PART_LEADS_TO, i, WM_LINK_TO);
      const WmFrameworkItem *next = to != NULL ? g_hash_table_lookup (links->by_id, to) : NULL;
      int state = next != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (links->states, to)) : DONE;

      if (state == VISITING && next != item)
        links->func (id, "circle", to,
                     g_strdup_printf (_("“%1$s” leads to “%2$s”, which leads back to it"), id, to),
                     links->user_data);
      else if (state == 0 && depth >= MAX_CHAIN)
        links->func (id, "long-chain", to,
                     g_strdup_printf (_("“%1$s” ends a chain of more than %2$u steps"), id, MAX_CHAIN),
                     links->user_data);
      else if (state == 0)
        follow (links, next, depth + 1);
    }
  g_hash_table_insert (links->states, (char *) id, GINT_TO_POINTER (DONE));
}

/* Looks at every link of the items; @items are WmFrameworkItem, each id once. */
void
wm_framework_check_links (GPtrArray *items, WmLinkFindingFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  Links links = { by_id, states, func, user_data };

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (by_id, (char *) wm_framework_item_get_id (g_ptr_array_index (items, i)),
                         g_ptr_array_index (items, i));
  for (guint i = 0; i < items->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (items, i);

      for (guint place = 0; place < wm_framework_item_get_n_children (item); place++)
        check_child (&links, item, place);
      check_part_links (&links, item, WM_PART_READ_WITH);
      check_part_links (&links, item, WM_PART_LEADS_TO);
      if (g_hash_table_lookup (states, wm_framework_item_get_id (item)) == NULL)
        follow (&links, item, 0);
    }
}

/* The first line of a message of libxml2, which is what says what is wrong. */
char *
wm_framework_trim_message (const char *message)
{
  char *line = g_strdup (message != NULL ? message : "?");

  line[strcspn (line, "\n")] = '\0';
  return g_strstrip (line);
}
