/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Moving items of a framework by key: one up or down, over the edge of an outcome into the next, out
 * of an outcome and into one. */

#include "config.h"

#include "wm-framework-tree-items-private.h"

/* All selected places have one parent, and are of one kind: they can be moved together. */
static WmFrameworkItem *
find_common_parent (WmFramework *framework, const WmTreeItems *items)
{
  for (guint i = 1; i < items->nodes->len; i++)
    if (items->parents == NULL || !g_str_equal (items->parents[0], items->parents[i]))
      return NULL;
  return items->parents != NULL && items->parents[0] != NULL
           ? wm_framework_find (framework, items->parents[0])
           : NULL;
}

/* What the parent of the selected places stands below; NULL for domains. */
static WmFrameworkItem *
find_grandparent (WmFramework *framework, const WmTreeItems *items)
{
  g_auto (GStrv) ids = wm_tree_split_path (g_ptr_array_index (items->nodes, 0));
  guint n = g_strv_length (ids);

  if (n < 2)
    return NULL;
  return n == 2 ? wm_framework_get_header (framework) : wm_framework_find (framework, ids[n - 3]);
}

static int
find_child_at (WmFrameworkItem *parent, const WmTreeItems *items, guint index)
{
  return wm_framework_item_find_child (parent, wm_framework_node_get_id (g_ptr_array_index (items->nodes, index)));
}

/* The place that selected items shall go to: one up or down; at the edge of an outcome over into the
 * one before or after it. */
static WmTreePlace
find_shift (WmFramework *framework, const WmTreeItems *items, gboolean is_up)
{
  WmFrameworkItem *parent = items->nodes->len > 0 ? find_common_parent (framework, items) : NULL;
  WmFrameworkItem *above = parent != NULL ? find_grandparent (framework, items) : NULL;
  int n = (int) items->nodes->len;
  int first = parent != NULL ? find_child_at (parent, items, 0) : -1;
  int last = parent != NULL ? find_child_at (parent, items, n - 1) : -1;
  int next;

  if (parent == NULL)
    return (WmTreePlace) { NULL, -1 };
  if (is_up && first > 0)
    return (WmTreePlace) { g_strdup (wm_framework_item_get_id (parent)), first - 1 };
  if (!is_up && last + 1 < (int) wm_framework_item_get_n_children (parent))
    return (WmTreePlace) { g_strdup (wm_framework_item_get_id (parent)), last + 2 - n };
  next = above != NULL ? wm_framework_item_find_child (above, wm_framework_item_get_id (parent)) + (is_up ? -1 : 1) : -1;
  if (next < 0 || next >= (int) wm_framework_item_get_n_children (above))
    return (WmTreePlace) { NULL, -1 };
  parent = wm_framework_find (framework, wm_framework_item_get_child (above, next));
  if (parent == NULL || !wm_tree_may_hold (parent, wm_framework_node_get_kind (g_ptr_array_index (items->nodes, 0))))
    return (WmTreePlace) { NULL, -1 };
  return (WmTreePlace) { g_strdup (wm_framework_item_get_id (parent)), is_up ? -1 : 0 };
}

/* Out of an outcome: into its domain, right after it. */
static WmTreePlace
find_way_out (WmFramework *framework, const WmTreeItems *items)
{
  WmFrameworkItem *parent = items->nodes->len > 0 ? find_common_parent (framework, items) : NULL;
  WmFrameworkItem *above = parent != NULL ? find_grandparent (framework, items) : NULL;

  if (above == NULL || !wm_tree_may_hold (above, wm_framework_node_get_kind (g_ptr_array_index (items->nodes, 0))))
    return (WmTreePlace) { NULL, -1 };
  return (WmTreePlace) { g_strdup (wm_framework_item_get_id (above)),
                   wm_framework_item_find_child (above, wm_framework_item_get_id (parent)) + 1 };
}

/* Into the outcome before. */
static WmTreePlace
find_way_in (WmFramework *framework, const WmTreeItems *items)
{
  WmFrameworkItem *parent = items->nodes->len > 0 ? find_common_parent (framework, items) : NULL;
  int first = parent != NULL ? find_child_at (parent, items, 0) : -1;
  WmFrameworkItem *before = first > 0
                              ? wm_framework_find (framework, wm_framework_item_get_child (parent, first - 1))
                              : NULL;

  if (before == NULL || !wm_tree_may_hold (before, wm_framework_node_get_kind (g_ptr_array_index (items->nodes, 0))))
    return (WmTreePlace) { NULL, -1 };
  return (WmTreePlace) { g_strdup (wm_framework_item_get_id (before)), -1 };
}

/* Moves places, and selects them where they are then. */
static gboolean
move (WmFrameworkTree *self, const WmTreeItems *items, const char *to, int place)
{
  g_autoptr (GError) error = NULL;
  WmFrameworkEdit *edit = wm_framework_edit_move_many (wm_framework_tree_get_framework (self), wm_tree_items_get_ids (items),
                                                       (const char *const *) items->parents, to, place,
                                                       &error);

  return wm_framework_tree_take (self, edit, &error, to)
         && wm_framework_tree_select (self, wm_tree_items_get_ids (items), to);
}

static WmTreePlace
find_target (WmFrameworkTree *self, const WmTreeItems *items, WmTreeMove direction)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);

  switch (direction)
    {
    case WM_TREE_UP:
      return find_shift (framework, items, TRUE);
    case WM_TREE_DOWN:
      return find_shift (framework, items, FALSE);
    case WM_TREE_OUT:
      return find_way_out (framework, items);
    case WM_TREE_IN:
    default:
      return find_way_in (framework, items);
    }
}

/* Whether the selected items can be moved that way together. */
gboolean
wm_framework_tree_can_move (WmFrameworkTree *self, const WmTreeItems *items, WmTreeMove direction)
{
  WmTreePlace target = find_target (self, items, direction);
  gboolean is_one = target.parent != NULL;

  g_free (target.parent);
  return is_one;
}

/* Moves the selected items, if they can be moved that way together. */
void
wm_framework_tree_move (WmFrameworkTree *self, WmTreeMove direction)
{
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  WmTreePlace target = find_target (self, items, direction);

  if (target.parent != NULL)
    move (self, items, target.parent, target.place);
  g_free (target.parent);
}
