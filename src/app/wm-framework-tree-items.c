/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The selected items of a tree as the actions need them, and how a step with them is taken. */

#include "config.h"

#include "wm-framework-tree-items-private.h"

/* Whether a place is that of the framework itself. */
gboolean
wm_tree_is_header (WmFrameworkNode *node)
{
  return wm_framework_node_get_kind (node) == WM_ITEM_FRAMEWORK;
}

static GStrv
list_parents (GPtrArray *nodes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const char *parent = wm_framework_node_get_parent_id (g_ptr_array_index (nodes, i));

      if (parent == NULL)
        return NULL;
      g_strv_builder_add (builder, parent);
    }
  return g_strv_builder_end (builder);
}

static GStrv
list_ids (GPtrArray *nodes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < nodes->len; i++)
    {
      const char *id = wm_framework_node_get_id (g_ptr_array_index (nodes, i));

      if (g_hash_table_add (seen, (gpointer) id))
        g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

/* Whether the framework has what stands there: it has no item for the groups of a grouping. */
static gboolean
is_item (WmFrameworkTree *self, WmFrameworkNode *node)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);

  return !wm_tree_is_header (node) && framework != NULL
         && wm_framework_find (framework, wm_framework_node_get_id (node)) != NULL;
}

/* What is selected now. */
WmTreeItems *
wm_tree_items_new (WmFrameworkTree *self)
{
  WmTreeItems *items = g_new0 (WmTreeItems, 1);

  items->nodes = wm_framework_tree_list_nodes (self);
  for (guint i = items->nodes->len; i > 0; i--)
    if (!is_item (self, g_ptr_array_index (items->nodes, i - 1)))
      g_ptr_array_remove_index (items->nodes, i - 1);
  items->ids = list_ids (items->nodes);
  items->parents = list_parents (items->nodes);
  return items;
}

/* Frees what was selected. */
void
wm_tree_items_free (WmTreeItems *self)
{
  g_ptr_array_unref (self->nodes);
  g_strfreev (self->ids);
  g_strfreev (self->parents);
  g_free (self);
}

/* The ids from a domain down to a place. */
GStrv
wm_tree_split_path (WmFrameworkNode *node)
{
  return g_strsplit (wm_framework_node_get_path (node) + 1, "/", -1);
}

/* Takes a step, and selects what it is about, at its place below @parent where it has several. The
 * step is made while the arguments are, in any order: so @error is where the reason will be. */
gboolean
wm_framework_tree_take (WmFrameworkTree *self, WmFrameworkEdit *edit, GError **error, const char *parent)
{
  g_autofree char *focus = NULL;

  if (edit == NULL)
    {
      wm_framework_editor_refuse (self->editor, *error);
      return FALSE;
    }
  focus = g_strdup (wm_framework_edit_get_focus (edit));
  if (!wm_framework_editor_take_edit (self->editor, edit))
    return FALSE;
  if (focus != NULL)
    wm_framework_tree_select (self, (const char *const[]) { focus, NULL }, parent);
  return TRUE;
}

/* The lowest of the places; NULL when none is selected. */
WmFrameworkNode *
wm_tree_items_get_last (const WmTreeItems *items)
{
  return items->nodes->len > 0 ? g_ptr_array_index (items->nodes, items->nodes->len - 1) : NULL;
}

/* Whether an item of a kind may stand below another. */
gboolean
wm_tree_may_hold (WmFrameworkItem *parent, WmItemKind kind)
{
  WmItemKind above = wm_framework_item_get_kind (parent);

  return above == WM_ITEM_FRAMEWORK ? kind == WM_ITEM_DOMAIN : above < kind;
}

/* The ids of the items, each once. */
const char *const *
wm_tree_items_get_ids (const WmTreeItems *self)
{
  return (const char *const *) self->ids;
}
