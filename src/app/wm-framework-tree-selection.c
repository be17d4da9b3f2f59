/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Which rows of the tree of a framework are selected, opened and have the focus, and how all of that
 * survives an edit, an undo and a search. */

#include "config.h"

#include "wm-framework-tree-private.h"

#include "wm-text.h"

#include <string.h>

#define SMALL_FRAMEWORK 20 /* items that can be seen at once */

static WmFrameworkNode *
get_node (WmFrameworkTree *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, position);
  g_autoptr (WmFrameworkNode) node = gtk_tree_list_row_get_item (row);

  return node; /* its list holds it */
}

static guint
get_n_rows (WmFrameworkTree *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* The selected places, from the top down. */
GPtrArray *
wm_framework_tree_list_nodes (WmFrameworkTree *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, selected, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (nodes, g_object_ref (get_node (self, position)));
  return nodes;
}

/* A line that is on screen for a place. */
static WmFrameworkRow *
find_line (WmFrameworkTree *self, const char *path)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    {
      WmFrameworkNode *node = wm_framework_row_get_node (line);

      if (node != NULL && g_str_equal (wm_framework_node_get_path (node), path))
        return line;
    }
  return NULL;
}

/* The place that has the keyboard focus; NULL when the focus is elsewhere. */
char *
wm_framework_tree_dup_focus (WmFrameworkTree *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *line = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  WmFrameworkNode *node = WM_IS_FRAMEWORK_ROW (line) ? wm_framework_row_get_node (WM_FRAMEWORK_ROW (line))
                                                     : NULL;

  return node != NULL ? g_strdup (wm_framework_node_get_path (node)) : NULL;
}

static void
focus_path (WmFrameworkTree *self, const char *path)
{
  WmFrameworkRow *line = find_line (self, path);

  if (line != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (line)));
}

static gboolean
has_outcomes (WmFramework *framework, WmFrameworkItem *item)
{
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    {
      WmFrameworkItem *child = wm_framework_find (framework, wm_framework_item_get_child (item, i));

      if (child != NULL && wm_framework_item_get_kind (child) == WM_ITEM_OUTCOME)
        return TRUE;
    }
  return FALSE;
}

/* A framework that is seen for the first time shows its domains and outcomes; a small one, all. */
void
wm_framework_tree_expand_at_first (WmFrameworkTree *self, WmFramework *framework)
{
  if (!wm_set_str (&self->framework_id, framework != NULL ? wm_framework_get_id (framework) : NULL))
    return;
  g_hash_table_remove_all (self->expanded);
  for (guint i = 0; framework != NULL && i < wm_framework_get_n_items (framework); i++)
    {
      WmFrameworkItem *item = wm_framework_get_item (framework, i);

      if (wm_framework_get_n_items (framework) <= SMALL_FRAMEWORK
          || (wm_framework_item_get_kind (item) == WM_ITEM_DOMAIN && has_outcomes (framework, item)))
        g_hash_table_add (self->expanded, g_strdup (wm_framework_item_get_id (item)));
    }
}

/* Opens what the user had opened; everything while something is looked for. */
void
wm_framework_tree_expand_rows (WmFrameworkTree *self)
{
  gboolean all = wm_framework_tree_is_filtered (self);

  for (guint i = 0; i < get_n_rows (self); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->model, i);
      gboolean is_open = all || g_hash_table_contains (self->expanded,
                                                       wm_framework_node_get_id (get_node (self, i)));

      if (gtk_tree_list_row_is_expandable (row) && gtk_tree_list_row_get_expanded (row) != is_open)
        gtk_tree_list_row_set_expanded (row, is_open);
    }
}

static gboolean
is_wanted (WmFrameworkNode *node, const char *const *ids, const char *parent)
{
  return g_strv_contains (ids, wm_framework_node_get_id (node))
         && (parent == NULL || g_strcmp0 (wm_framework_node_get_parent_id (node), parent) == 0);
}

/* Positions of the items in @ids, each at its first place, or at the one below @parent. */
static GtkBitset *
find_positions (WmFrameworkTree *self, const char *const *ids, const char *parent)
{
  GtkBitset *positions = gtk_bitset_new_empty ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < get_n_rows (self); i++)
    {
      WmFrameworkNode *node = get_node (self, i);

      if (is_wanted (node, ids, parent)
          && g_hash_table_add (seen, (gpointer) wm_framework_node_get_id (node)))
        gtk_bitset_add (positions, i);
    }
  return positions;
}

static GtkBitset *
find_paths (WmFrameworkTree *self, GHashTable *paths)
{
  GtkBitset *positions = gtk_bitset_new_empty ();

  for (guint i = 0; i < get_n_rows (self); i++)
    if (g_hash_table_contains (paths, wm_framework_node_get_path (get_node (self, i))))
      gtk_bitset_add (positions, i);
  return positions;
}

static void
set_selection (WmFrameworkTree *self, GtkBitset *positions)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  g_autoptr (GtkBitset) now = gtk_selection_model_get_selection (selection);
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, get_n_rows (self));

  if (!gtk_bitset_equals (now, positions))
    gtk_selection_model_set_selection (selection, positions, all);
}

static void
scroll_to (WmFrameworkTree *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* Remembers which places are selected: they are selected again once they are back. */
void
wm_framework_tree_note_selected (WmFrameworkTree *self)
{
  g_autoptr (GPtrArray) nodes = wm_framework_tree_list_nodes (self);

  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < nodes->len; i++)
    g_hash_table_add (self->selected, g_strdup (wm_framework_node_get_path (g_ptr_array_index (nodes, i))));
}

guint
wm_framework_tree_get_first_selected (WmFrameworkTree *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION : gtk_bitset_get_minimum (selected);
}

/* Brings the first selected row into sight. */
void
wm_framework_tree_scroll_to_selected (WmFrameworkTree *self)
{
  guint first = wm_framework_tree_get_first_selected (self);

  if (first != GTK_INVALID_LIST_POSITION)
    scroll_to (self, first);
}

/* Opens everything above an item. */
static void
open_above (WmFrameworkTree *self, WmFramework *framework, const char *id)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, id);

  for (guint i = 0; i < parents->len; i++)
    {
      const char *parent = wm_framework_item_get_id (g_ptr_array_index (parents, i));

      if (g_hash_table_add (self->expanded, g_strdup (parent)))
        open_above (self, framework, parent);
    }
}

static void
open_all_above (WmFrameworkTree *self, const char *const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    open_above (self, wm_framework_tree_get_view (self), ids[i]);
  wm_framework_tree_expand_rows (self);
}

/* Where what is selected stands now, when it stands elsewhere. */
static GtkBitset *
find_moved (WmFrameworkTree *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_strv_builder_add (builder, strrchr (path, '/') + 1);
  ids = g_strv_builder_end (builder);
  open_all_above (self, (const char *const *) ids);
  return find_positions (self, (const char *const *) ids, NULL);
}

/* Selects the same as before an update; after an edit that removed all of it, what took its place. */
void
wm_framework_tree_restore_selection (WmFrameworkTree *self, guint first, gboolean is_edit)
{
  g_autoptr (GtkBitset) positions = find_paths (self, self->selected);
  guint n;

  if (gtk_bitset_is_empty (positions) && is_edit && self->follows_ids)
    {
      g_clear_pointer (&positions, gtk_bitset_unref);
      positions = find_moved (self);
    }
  n = get_n_rows (self);
  if (gtk_bitset_is_empty (positions) && is_edit && first != GTK_INVALID_LIST_POSITION && n > 0)
    gtk_bitset_add (positions, MIN (first, n - 1));
  set_selection (self, positions);
  if (is_edit)
    wm_framework_tree_note_selected (self);
}

/* Puts the focus where it was; when that row is gone, on the first that is selected. */
void
wm_framework_tree_restore_focus (WmFrameworkTree *self, const char *path)
{
  g_autofree char *now = wm_framework_tree_dup_focus (self);
  guint first = wm_framework_tree_get_first_selected (self);

  if (path == NULL || g_strcmp0 (now, path) == 0)
    return;
  if (find_line (self, path) != NULL)
    focus_path (self, path);
  else if (first != GTK_INVALID_LIST_POSITION)
    focus_path (self, wm_framework_node_get_path (get_node (self, first)));
}

/**
 * wm_framework_tree_dup_selected:
 * @self: a tree
 *
 * Lists the selected items. The groups of a grouping are none.
 *
 * Returns: (transfer full): their ids from the top down, each once
 */
GStrv
wm_framework_tree_dup_selected (WmFrameworkTree *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) nodes = NULL;
  WmFramework *framework;

  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), NULL);

  framework = wm_framework_tree_get_framework (self);
  nodes = wm_framework_tree_list_nodes (self);
  for (guint i = 0; i < nodes->len; i++)
    {
      const char *id = wm_framework_node_get_id (g_ptr_array_index (nodes, i));

      if (framework != NULL && wm_framework_find (framework, id) != NULL && g_hash_table_add (seen, (gpointer) id))
        g_strv_builder_add (builder, id);
    }
  return g_strv_builder_end (builder);
}

static gboolean
are_selected (WmFrameworkTree *self, const char *const *ids)
{
  g_auto (GStrv) selected = wm_framework_tree_dup_selected (self);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) selected, ids[i]))
      return FALSE;
  return TRUE;
}

/* In a view by a grouping all places of an item are alike. */
static GtkBitset *
find_rows (WmFrameworkTree *self, const char *const *ids, const char *parent)
{
  self->is_updating = TRUE;
  open_all_above (self, ids);
  self->is_updating = FALSE;
  return find_positions (self, ids, wm_framework_tree_is_grouped (self) ? NULL : parent);
}

static void
stop_looking (WmFrameworkTree *self)
{
  wm_framework_filter_button_clear (self->filter_button);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Has the items found, if need be by looking for nothing any more, and where a grouping does not show
 * them, as it does not show domains, by going back to all of the framework. */
static GtkBitset *
uncover (WmFrameworkTree *self, const char *const *ids, const char *parent)
{
  GtkBitset *positions = find_rows (self, ids, parent);

  if (gtk_bitset_is_empty (positions) && wm_framework_tree_is_filtered (self))
    {
      gtk_bitset_unref (positions);
      stop_looking (self);
      positions = find_rows (self, ids, parent);
    }
  if (gtk_bitset_is_empty (positions) && wm_framework_tree_is_grouped (self))
    {
      gtk_bitset_unref (positions);
      wm_framework_tree_group_by (self, NULL);
      positions = find_rows (self, ids, parent);
    }
  return positions;
}

/**
 * wm_framework_tree_select:
 * @self: a tree
 * @ids: (array zero-terminated=1): items of the framework
 * @parent: (nullable): the item below which they are meant, where they have several places
 *
 * Selects items and scrolls to the first.
 *
 * Returns: whether one of them could be selected
 */
gboolean
wm_framework_tree_select (WmFrameworkTree *self, const char *const *ids, const char *parent)
{
  WmFramework *framework;
  g_autoptr (GtkBitset) positions = NULL;

  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), FALSE);

  framework = wm_framework_tree_get_framework (self);
  if (framework == NULL || (parent == NULL && are_selected (self, ids)))
    return framework != NULL;
  wm_framework_tree_update_if_stale (self);
  positions = uncover (self, ids, parent);
  if (gtk_bitset_is_empty (positions))
    return FALSE;
  set_selection (self, positions);
  scroll_to (self, gtk_bitset_get_minimum (positions));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    wm_framework_tree_focus (self);
  return TRUE;
}

/**
 * wm_framework_tree_focus:
 * @self: a tree
 *
 * Puts the focus on the first selected row; on the list where none is selected.
 */
void
wm_framework_tree_focus (WmFrameworkTree *self)
{
  g_autoptr (GPtrArray) nodes = NULL;
  WmFrameworkRow *line;

  g_return_if_fail (WM_IS_FRAMEWORK_TREE (self));

  nodes = wm_framework_tree_list_nodes (self);
  line = nodes->len > 0 ? find_line (self, wm_framework_node_get_path (g_ptr_array_index (nodes, 0))) : NULL;
  if (line != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (line)));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}
