/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as a value: a list of items that point to each other by id. The list is copied by an
 * edit, the items are shared, so a step back is the value before, at the price of a pointer each. */

#include "config.h"

#include "wm-framework.h"

struct _WmFramework
{
  GPtrArray *items;       /* of WmFrameworkItem; the first is the header */
  GHashTable *positions;  /* id, lent by the item -> position + 1 */
};

G_DEFINE_BOXED_TYPE (WmFramework, wm_framework, wm_framework_ref, wm_framework_unref)

/**
 * wm_framework_new:
 * @items: (transfer full) (element-type WmFrameworkItem): the items: first the framework itself,
 *   then the others in any order, no id twice
 *
 * Makes a framework of items.
 *
 * Returns: (transfer full): the framework
 */
WmFramework *
wm_framework_new (GPtrArray *items)
{
  WmFramework *self;

  g_return_val_if_fail (items != NULL && items->len > 0, NULL);
  g_return_val_if_fail (wm_framework_item_get_kind (g_ptr_array_index (items, 0)) == WM_ITEM_FRAMEWORK, NULL);

  self = g_atomic_rc_box_new0 (WmFramework);
  self->items = items;
  self->positions = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (self->positions,
                         (char *) wm_framework_item_get_id (g_ptr_array_index (items, i)),
                         GUINT_TO_POINTER (i + 1));
  return self;
}

/**
 * wm_framework_ref:
 * @self: a framework
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmFramework *
wm_framework_ref (WmFramework *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
framework_clear (gpointer data)
{
  WmFramework *self = data;

  g_hash_table_unref (self->positions);
  g_ptr_array_unref (self->items);
}

/**
 * wm_framework_unref:
 * @self: (transfer full): a framework
 *
 * Drops a reference.
 */
void
wm_framework_unref (WmFramework *self)
{
  g_atomic_rc_box_release_full (self, framework_clear);
}

/**
 * wm_framework_equal:
 * @self: a framework
 * @other: another
 *
 * Compares two frameworks whole. Items that both share are not looked into.
 *
 * Returns: whether both say the same in the same order
 */
gboolean
wm_framework_equal (WmFramework *self, WmFramework *other)
{
  if (self->items->len != other->items->len)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!wm_framework_item_equal (g_ptr_array_index (self->items, i), g_ptr_array_index (other->items, i)))
      return FALSE;
  return TRUE;
}

/**
 * wm_framework_get_header:
 * @self: a framework
 *
 * Gets the item that stands for the framework itself; its children are the domains.
 *
 * Returns: (transfer none): the item
 */
WmFrameworkItem *
wm_framework_get_header (WmFramework *self)
{
  return g_ptr_array_index (self->items, 0);
}

/**
 * wm_framework_get_id:
 * @self: a framework
 *
 * Gets the id of the framework.
 *
 * Returns: (transfer none): the id
 */
const char *
wm_framework_get_id (WmFramework *self)
{
  return wm_framework_item_get_id (wm_framework_get_header (self));
}

/**
 * wm_framework_get_title:
 * @self: a framework
 *
 * Gets the title of the framework, or its id when it has none.
 *
 * Returns: (transfer none): the title
 */
const char *
wm_framework_get_title (WmFramework *self)
{
  return wm_framework_item_get_name (wm_framework_get_header (self));
}

/**
 * wm_framework_get_n_items:
 * @self: a framework
 *
 * Counts the items, the framework itself included.
 *
 * Returns: the number
 */
guint
wm_framework_get_n_items (WmFramework *self)
{
  return self->items->len;
}

/**
 * wm_framework_get_item:
 * @self: a framework
 * @position: from 0, which is the framework itself
 *
 * Gets an item.
 *
 * Returns: (transfer none): the item
 */
WmFrameworkItem *
wm_framework_get_item (WmFramework *self, guint position)
{
  g_return_val_if_fail (position < self->items->len, NULL);

  return g_ptr_array_index (self->items, position);
}

/**
 * wm_framework_find_position:
 * @self: a framework
 * @id: an id
 *
 * Finds the place of an item in the list of all.
 *
 * Returns: the position, or -1
 */
int
wm_framework_find_position (WmFramework *self, const char *id)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, id)) - 1;
}

/**
 * wm_framework_find:
 * @self: a framework
 * @id: an id
 *
 * Finds an item.
 *
 * Returns: (transfer none) (nullable): the item
 */
WmFrameworkItem *
wm_framework_find (WmFramework *self, const char *id)
{
  int position = wm_framework_find_position (self, id);

  return position >= 0 ? g_ptr_array_index (self->items, position) : NULL;
}

/**
 * wm_framework_list_parents:
 * @self: a framework
 * @id: an id
 *
 * Lists the items below which an item stands. An indicator may serve several outcomes.
 *
 * Returns: (transfer full) (element-type WmFrameworkItem): the parents, lent by @self; empty for an
 *   item that has no place
 */
GPtrArray *
wm_framework_list_parents (WmFramework *self, const char *id)
{
  GPtrArray *parents = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    if (wm_framework_item_find_child (g_ptr_array_index (self->items, i), id) >= 0)
      g_ptr_array_add (parents, g_ptr_array_index (self->items, i));
  return parents;
}

/**
 * wm_framework_find_domain:
 * @self: a framework
 * @id: the id of a domain, an outcome or an indicator
 *
 * Finds the domain in which an item stands: itself, or the first one above it.
 *
 * Returns: (transfer none) (nullable): the domain; %NULL for an item without a place
 */
WmFrameworkItem *
wm_framework_find_domain (WmFramework *self, const char *id)
{
  WmFrameworkItem *item = wm_framework_find (self, id);

  while (item != NULL && wm_framework_item_get_kind (item) > WM_ITEM_DOMAIN)
    {
      g_autoptr (GPtrArray) parents = wm_framework_list_parents (self, wm_framework_item_get_id (item));

      item = parents->len > 0 ? g_ptr_array_index (parents, 0) : NULL;
    }
  return item != NULL && wm_framework_item_get_kind (item) == WM_ITEM_DOMAIN ? item : NULL;
}

typedef struct
{
  WmFramework *self;
  WmFrameworkWalkFunc func;
  gpointer user_data;
  GHashTable *seen;
} Walk;

static void
walk_children (Walk *walk, WmFrameworkItem *parent, guint depth)
{
  for (guint i = 0; i < wm_framework_item_get_n_children (parent); i++)
    {
      WmFrameworkItem *item = wm_framework_find (walk->self, wm_framework_item_get_child (parent, i));

      if (item == NULL || wm_framework_item_get_kind (item) <= wm_framework_item_get_kind (parent))
        continue;
      g_hash_table_add (walk->seen, item);
      walk->func (item, parent, depth, walk->user_data);
      walk_children (walk, item, depth + 1);
    }
}

/**
 * wm_framework_walk:
 * @self: a framework
 * @func: (scope call): called for each place of each item
 * @user_data: what @func gets
 *
 * Goes through the framework as people read it: each domain with its outcomes and their indicators.
 * An indicator that serves several outcomes comes once for each. Items without a place come last.
 */
void
wm_framework_walk (WmFramework *self, WmFrameworkWalkFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { self, func, user_data, seen };

  walk_children (&walk, wm_framework_get_header (self), 0);
  for (guint i = 1; i < self->items->len; i++)
    if (!g_hash_table_contains (seen, g_ptr_array_index (self->items, i)))
      func (g_ptr_array_index (self->items, i), NULL, 0, user_data);
}

/**
 * wm_framework_count:
 * @self: a framework
 * @kind: a kind of item
 *
 * Counts the items of a kind. Placeholders are not counted, and an indicator that serves several
 * outcomes is counted once.
 *
 * Returns: the number
 */
guint
wm_framework_count (WmFramework *self, WmItemKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (self->items, i);

      n += wm_framework_item_get_kind (item) == kind && !wm_framework_item_is_placeholder (item);
    }
  return n;
}

/**
 * wm_framework_is_gap:
 * @self: a framework
 * @item: one of its items
 *
 * Tells whether an item is an outcome that nothing measures yet. A placeholder measures nothing.
 *
 * Returns: whether it is a gap
 */
gboolean
wm_framework_is_gap (WmFramework *self, WmFrameworkItem *item)
{
  if (wm_framework_item_get_kind (item) != WM_ITEM_OUTCOME)
    return FALSE;
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    {
      const WmFrameworkItem *child = wm_framework_find (self, wm_framework_item_get_child (item, i));

      if (child != NULL && !wm_framework_item_is_placeholder (child))
        return FALSE;
    }
  return TRUE;
}

/**
 * wm_framework_make_id:
 * @self: a framework
 * @kind: what the new item will be
 *
 * Makes an id that no item has.
 *
 * Returns: (transfer full): the id, such as "indicator-12"
 */
char *
wm_framework_make_id (WmFramework *self, WmItemKind kind)
{
  for (guint n = self->items->len;; n++)
    {
      char *id = g_strdup_printf ("%s-%u", wm_item_kind_to_id (kind), n);

      if (wm_framework_find_position (self, id) < 0)
        return id;
      g_free (id);
    }
}

static void
put (GPtrArray *items, guint position, const WmFrameworkItem *before, WmFrameworkItem *after)
{
  g_assert (position < items->len + (before == NULL));
  g_assert (before == NULL || g_ptr_array_index (items, position) == before);

  if (before != NULL)
    g_ptr_array_remove_index (items, position);
  if (after != NULL)
    g_ptr_array_insert (items, position, wm_framework_item_ref (after));
}

static GPtrArray *
copy_items (const WmFramework *self)
{
  GPtrArray *items = g_ptr_array_new_full (self->items->len + 1, (GDestroyNotify) wm_framework_item_unref);

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (items, wm_framework_item_ref (g_ptr_array_index (self->items, i)));
  return items;
}

/**
 * wm_framework_apply:
 * @self: a framework
 * @changes: (element-type WmFrameworkChange): what to change, one after the other
 *
 * Makes the framework that stands after some changes.
 *
 * Returns: (transfer full): the next value
 */
WmFramework *
wm_framework_apply (WmFramework *self, GPtrArray *changes)
{
  GPtrArray *items = copy_items (self);

  for (guint i = 0; i < changes->len; i++)
    {
      const WmFrameworkChange *change = g_ptr_array_index (changes, i);

      put (items, change->position, change->before, change->after);
    }
  return wm_framework_new (items);
}

/**
 * wm_framework_revert:
 * @self: a framework that [method@Framework.apply] made
 * @changes: (element-type WmFrameworkChange): what was changed
 *
 * Makes the framework that stood before some changes.
 *
 * Returns: (transfer full): the value before
 */
WmFramework *
wm_framework_revert (WmFramework *self, GPtrArray *changes)
{
  GPtrArray *items = copy_items (self);

  for (guint i = changes->len; i > 0; i--)
    {
      const WmFrameworkChange *change = g_ptr_array_index (changes, i - 1);

      put (items, change->position, change->after, change->before);
    }
  return wm_framework_new (items);
}

/**
 * wm_framework_change_new:
 * @position: place of the item
 * @before: (nullable): the item as it was
 * @after: (nullable): the item as it will be
 *
 * Makes a change.
 *
 * Returns: (transfer full): the change
 */
WmFrameworkChange *
wm_framework_change_new (guint position, WmFrameworkItem *before, WmFrameworkItem *after)
{
  WmFrameworkChange *change = g_new0 (WmFrameworkChange, 1);

  change->position = position;
  change->before = before != NULL ? wm_framework_item_ref (before) : NULL;
  change->after = after != NULL ? wm_framework_item_ref (after) : NULL;
  return change;
}

/**
 * wm_framework_change_free:
 * @change: (transfer full): a change
 *
 * Frees a change.
 */
void
wm_framework_change_free (WmFrameworkChange *change)
{
  g_clear_pointer (&change->before, wm_framework_item_unref);
  g_clear_pointer (&change->after, wm_framework_item_unref);
  g_free (change);
}
