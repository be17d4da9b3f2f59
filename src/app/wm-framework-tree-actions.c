/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What can be done with the items of a framework: by key, by button, from the menu. Each action looks
 * at what is selected, makes a step of it and has the editor take it. */

#include "config.h"

#include "wm-framework-clip.h"
#include "wm-framework-tree-private.h"
#include "wm-item-picker.h"

#include <glib/gi18n-lib.h>

/* The selected items, as far as they are of the framework and not the framework itself. */
typedef struct
{
  GPtrArray *nodes; /* of WmFrameworkNode, from the top down */
  GStrv ids;        /* each once */
  GStrv parents;    /* of each node; NULL when one has none */
} Selected;

static gboolean
is_header (WmFrameworkNode *node)
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

static Selected *
selected_new (WmFrameworkTree *self)
{
  Selected *selected = g_new0 (Selected, 1);

  selected->nodes = wm_framework_tree_list_nodes (self);
  for (guint i = selected->nodes->len; i > 0; i--)
    if (is_header (g_ptr_array_index (selected->nodes, i - 1)))
      g_ptr_array_remove_index (selected->nodes, i - 1);
  selected->ids = list_ids (selected->nodes);
  selected->parents = list_parents (selected->nodes);
  return selected;
}

static void
selected_free (Selected *self)
{
  g_ptr_array_unref (self->nodes);
  g_strfreev (self->ids);
  g_strfreev (self->parents);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Selected, selected_free)

static const char *const *
get_ids (const Selected *selected)
{
  return (const char *const *) selected->ids;
}

/* The ids from a domain down to a place. */
static GStrv
split_path (WmFrameworkNode *node)
{
  return g_strsplit (wm_framework_node_get_path (node) + 1, "/", -1);
}

/* Takes a step, and selects what it is about, at its place below @parent where it has several. */
static gboolean
take (WmFrameworkTree *self, WmFrameworkEdit *edit, const GError *error, const char *parent)
{
  g_autofree char *focus = NULL;

  if (edit == NULL)
    {
      wm_framework_editor_refuse (self->editor, error);
      return FALSE;
    }
  focus = g_strdup (wm_framework_edit_get_focus (edit));
  if (!wm_framework_editor_take_edit (self->editor, edit))
    return FALSE;
  if (focus != NULL)
    wm_framework_tree_select (self, (const char *const[]) { focus, NULL }, parent);
  return TRUE;
}

/* Where something new of a kind comes. */
typedef struct
{
  char *parent; /* NULL when there is no place for it */
  int place;
} Place;

static WmFrameworkItem *
find_last_domain (WmFramework *framework)
{
  WmFrameworkItem *header = wm_framework_get_header (framework);
  guint n = wm_framework_item_get_n_children (header);

  return n > 0 ? wm_framework_find (framework, wm_framework_item_get_child (header, n - 1)) : NULL;
}

static gboolean
may_hold (WmFrameworkItem *parent, WmItemKind kind)
{
  WmItemKind above = wm_framework_item_get_kind (parent);

  return above == WM_ITEM_FRAMEWORK ? kind == WM_ITEM_DOMAIN : above < kind;
}

/* The deepest item on the way down to @node that may hold the kind: right after what it holds there
 * already. Where there is none, the end of the last domain. */
static Place
find_place (WmFramework *framework, WmFrameworkNode *node, WmItemKind kind)
{
  WmFrameworkItem *parent = wm_framework_get_header (framework);
  g_auto (GStrv) ids = node != NULL && !is_header (node) ? split_path (node) : g_new0 (char *, 1);
  const char *below = ids[0];

  for (guint i = 0; ids[i] != NULL; i++)
    {
      WmFrameworkItem *item = wm_framework_find (framework, ids[i]);

      if (item == NULL || !may_hold (item, kind))
        break;
      parent = item;
      below = ids[i + 1];
    }
  if (!may_hold (parent, kind))
    {
      parent = find_last_domain (framework);
      below = NULL;
    }
  if (parent == NULL)
    return (Place) { NULL, -1 };
  return (Place) { g_strdup (wm_framework_item_get_id (parent)),
                   below != NULL ? wm_framework_item_find_child (parent, below) + 1 : -1 };
}

static const char *
get_new_title (WmItemKind kind)
{
  static const char *const titles[WM_N_ITEM_KINDS] = {
    [WM_ITEM_DOMAIN] = N_("New domain"),
    [WM_ITEM_OUTCOME] = N_("New outcome"),
    [WM_ITEM_INDICATOR] = N_("New indicator"),
  };

  return _(titles[kind]);
}

static WmFrameworkNode *
get_last (const Selected *selected)
{
  return selected->nodes->len > 0 ? g_ptr_array_index (selected->nodes, selected->nodes->len - 1) : NULL;
}

static void
add (WmFrameworkTree *self, WmItemKind kind)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (Selected) selected = selected_new (self);
  g_autoptr (GError) error = NULL;
  Place place = find_place (framework, get_last (selected), kind);

  if (place.parent != NULL
      && take (self, wm_framework_edit_add (framework, kind, place.parent, place.place,
                                            get_new_title (kind), &error), error, place.parent))
    wm_framework_tree_ask_for_title (self);
  g_free (place.parent);
}

static void
add_domain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (WM_FRAMEWORK_TREE (widget), WM_ITEM_DOMAIN);
}

static void
add_outcome_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (WM_FRAMEWORK_TREE (widget), WM_ITEM_OUTCOME);
}

static void
add_indicator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add (WM_FRAMEWORK_TREE (widget), WM_ITEM_INDICATOR);
}

/* One more like the selected one. */
static void
add_beside_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);
  WmFrameworkNode *last = get_last (selected);

  add (self, last != NULL ? wm_framework_node_get_kind (last) : WM_ITEM_DOMAIN);
}

/* One below the selected one: an outcome in a domain, an indicator in an outcome. */
static void
add_below_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);
  WmFrameworkNode *last = get_last (selected);
  WmItemKind kind = last != NULL ? wm_framework_node_get_kind (last) : WM_ITEM_FRAMEWORK;

  add (self, MIN (kind + 1, WM_ITEM_INDICATOR));
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);
  g_autoptr (GError) error = NULL;

  take (self, wm_framework_edit_duplicate (wm_framework_tree_get_framework (self), get_ids (selected), &error),
        error, NULL);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_ask_for_title (WM_FRAMEWORK_TREE (widget));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);
  g_autoptr (GError) error = NULL;

  take (self, wm_framework_edit_delete (wm_framework_tree_get_framework (self), get_ids (selected), &error),
        error, NULL);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);
  g_autoptr (GError) error = NULL;

  take (self, wm_framework_edit_merge (wm_framework_tree_get_framework (self), get_ids (selected), &error),
        error, NULL);
}

/* All selected places have one parent, and are of one kind: they can be moved together. */
static WmFrameworkItem *
find_common_parent (WmFramework *framework, const Selected *selected)
{
  for (guint i = 1; i < selected->nodes->len; i++)
    if (selected->parents == NULL || !g_str_equal (selected->parents[0], selected->parents[i]))
      return NULL;
  return selected->parents != NULL && selected->parents[0] != NULL
           ? wm_framework_find (framework, selected->parents[0])
           : NULL;
}

/* What the parent of the selected places stands below; NULL for domains. */
static WmFrameworkItem *
find_grandparent (WmFramework *framework, const Selected *selected)
{
  g_auto (GStrv) ids = split_path (g_ptr_array_index (selected->nodes, 0));
  guint n = g_strv_length (ids);

  if (n < 2)
    return NULL;
  return n == 2 ? wm_framework_get_header (framework) : wm_framework_find (framework, ids[n - 3]);
}

static int
find_child_at (WmFrameworkItem *parent, const Selected *selected, guint index)
{
  return wm_framework_item_find_child (parent, wm_framework_node_get_id (g_ptr_array_index (selected->nodes, index)));
}

/* The place that selected items shall go to: one up or down; at the edge of an outcome over into the
 * one before or after it. */
static Place
find_shift (WmFramework *framework, const Selected *selected, gboolean is_up)
{
  WmFrameworkItem *parent = selected->nodes->len > 0 ? find_common_parent (framework, selected) : NULL;
  WmFrameworkItem *above = parent != NULL ? find_grandparent (framework, selected) : NULL;
  int n = (int) selected->nodes->len;
  int first = parent != NULL ? find_child_at (parent, selected, 0) : -1;
  int last = parent != NULL ? find_child_at (parent, selected, n - 1) : -1;
  int next;

  if (parent == NULL)
    return (Place) { NULL, -1 };
  if (is_up && first > 0)
    return (Place) { g_strdup (wm_framework_item_get_id (parent)), first - 1 };
  if (!is_up && last + 1 < (int) wm_framework_item_get_n_children (parent))
    return (Place) { g_strdup (wm_framework_item_get_id (parent)), last + 2 - n };
  next = above != NULL ? wm_framework_item_find_child (above, wm_framework_item_get_id (parent)) + (is_up ? -1 : 1) : -1;
  if (next < 0 || next >= (int) wm_framework_item_get_n_children (above))
    return (Place) { NULL, -1 };
  parent = wm_framework_find (framework, wm_framework_item_get_child (above, next));
  if (parent == NULL || !may_hold (parent, wm_framework_node_get_kind (g_ptr_array_index (selected->nodes, 0))))
    return (Place) { NULL, -1 };
  return (Place) { g_strdup (wm_framework_item_get_id (parent)), is_up ? -1 : 0 };
}

/* Out of an outcome: into its domain, right after it. */
static Place
find_way_out (WmFramework *framework, const Selected *selected)
{
  WmFrameworkItem *parent = selected->nodes->len > 0 ? find_common_parent (framework, selected) : NULL;
  WmFrameworkItem *above = parent != NULL ? find_grandparent (framework, selected) : NULL;

  if (above == NULL || !may_hold (above, wm_framework_node_get_kind (g_ptr_array_index (selected->nodes, 0))))
    return (Place) { NULL, -1 };
  return (Place) { g_strdup (wm_framework_item_get_id (above)),
                   wm_framework_item_find_child (above, wm_framework_item_get_id (parent)) + 1 };
}

/* Into the outcome before. */
static Place
find_way_in (WmFramework *framework, const Selected *selected)
{
  WmFrameworkItem *parent = selected->nodes->len > 0 ? find_common_parent (framework, selected) : NULL;
  int first = parent != NULL ? find_child_at (parent, selected, 0) : -1;
  WmFrameworkItem *before = first > 0
                              ? wm_framework_find (framework, wm_framework_item_get_child (parent, first - 1))
                              : NULL;

  if (before == NULL || !may_hold (before, wm_framework_node_get_kind (g_ptr_array_index (selected->nodes, 0))))
    return (Place) { NULL, -1 };
  return (Place) { g_strdup (wm_framework_item_get_id (before)), -1 };
}

/* Moves places, and selects them where they are then. */
static gboolean
move (WmFrameworkTree *self, const Selected *selected, const char *to, int place)
{
  g_autoptr (GError) error = NULL;
  WmFrameworkEdit *edit = wm_framework_edit_move_many (wm_framework_tree_get_framework (self), get_ids (selected),
                                                       (const char *const *) selected->parents, to, place,
                                                       &error);

  return take (self, edit, error, to) && wm_framework_tree_select (self, get_ids (selected), to);
}

static void
move_to (WmFrameworkTree *self, const Selected *selected, Place place)
{
  if (place.parent != NULL)
    move (self, selected, place.parent, place.place);
  g_free (place.parent);
}

static void
move_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);

  move_to (self, selected, find_shift (wm_framework_tree_get_framework (self), selected, TRUE));
}

static void
move_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);

  move_to (self, selected, find_shift (wm_framework_tree_get_framework (self), selected, FALSE));
}

static void
move_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);

  move_to (self, selected, find_way_out (wm_framework_tree_get_framework (self), selected));
}

static void
move_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);

  move_to (self, selected, find_way_in (wm_framework_tree_get_framework (self), selected));
}

static void
place_picked_cb (const char *id, gpointer user_data)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (user_data);
  g_autoptr (Selected) selected = selected_new (self);
  g_autoptr (GError) error = NULL;

  if (selected->nodes->len == 1)
    take (self, wm_framework_edit_link (wm_framework_tree_get_framework (self), selected->ids[0], id, -1, &error),
          error, id);
}

/* Has an item serve a second outcome too. */
static void
link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);
  WmFrameworkNode *node = get_last (selected);

  if (node != NULL)
    wm_item_picker_open (widget, _("Use in Another Place"), wm_framework_tree_get_framework (self),
                         (1u << wm_framework_node_get_kind (node)) - (1u << WM_ITEM_DOMAIN),
                         wm_framework_node_get_parent_id (node), place_picked_cb, self);
}

/* Takes an item out of one of its places. */
static void
unlink_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (Selected) selected = selected_new (self);
  g_autoptr (WmFrameworkItem) parent = NULL;
  g_autoptr (GError) error = NULL;

  if (selected->nodes->len != 1 || selected->parents == NULL)
    return;
  parent = wm_framework_item_copy (wm_framework_find (framework, selected->parents[0]));
  wm_framework_item_remove_child (parent, selected->ids[0]);
  take (self, wm_framework_edit_replace (framework, parent, &error), error, NULL);
}

static void
put_on_clipboard (WmFrameworkTree *self, const Selected *selected)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (GBytes) bytes = wm_framework_copy (framework, get_ids (selected));
  g_autofree char *text = wm_framework_copy_text (framework, get_ids (selected));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes (WM_FRAMEWORK_CLIP_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), both);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (Selected) selected = selected_new (self);

  if (selected->nodes->len > 0)
    put_on_clipboard (self, selected);
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_action (widget, name, parameter);
  delete_action (widget, name, parameter);
}

/* Puts copied items where they fit, next to what is selected. */
static void
paste_bytes (WmFrameworkTree *self, GBytes *clip)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (Selected) selected = selected_new (self);
  WmFrameworkNode *last = get_last (selected);
  const char *below = last != NULL ? wm_framework_node_get_id (last) : wm_framework_get_id (framework);
  g_autoptr (GError) error = NULL;

  take (self, wm_framework_edit_paste (framework, below, -1, clip, &error), error, NULL);
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmFrameworkTree) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) clip = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    clip = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  if (clip != NULL && wm_framework_tree_get_framework (self) != NULL)
    paste_bytes (self, clip);
  else if (error != NULL)
    wm_framework_editor_refuse (self->editor, error);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmFrameworkTree) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  if (stream != NULL)
    g_output_stream_splice_async (memory, stream,
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                  G_PRIORITY_DEFAULT, NULL, spliced_cb, g_steal_pointer (&self));
  else if (self->editor != NULL)
    wm_framework_editor_refuse (self->editor, error);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *types[] = { WM_FRAMEWORK_CLIP_TYPE, NULL };

  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), types, G_PRIORITY_DEFAULT, NULL,
                            clipboard_read_cb, g_object_ref (widget));
}

static gboolean
is_free (Place place)
{
  gboolean is_one = place.parent != NULL;

  g_free (place.parent);
  return is_one;
}

static gboolean
are_indicators (const Selected *selected)
{
  for (guint i = 0; i < selected->nodes->len; i++)
    if (wm_framework_node_get_kind (g_ptr_array_index (selected->nodes, i)) != WM_ITEM_INDICATOR)
      return FALSE;
  return TRUE;
}

static gboolean
has_other_place (WmFramework *framework, const Selected *selected)
{
  g_autoptr (GPtrArray) parents = NULL;

  if (selected->nodes->len != 1 || selected->parents == NULL)
    return FALSE;
  parents = wm_framework_list_parents (framework, selected->ids[0]);
  return parents->len > 1;
}

static gboolean
is_domain (WmFrameworkNode *node)
{
  return wm_framework_node_get_kind (node) == WM_ITEM_DOMAIN;
}

static gboolean
has_clip (WmFrameworkTree *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), WM_FRAMEWORK_CLIP_TYPE);
}

/* Enables what can be done with what is selected. */
void
wm_framework_tree_update_actions (WmFrameworkTree *self)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  gboolean can_edit = framework != NULL && wm_framework_editor_can_edit (self->editor);
  g_autoptr (Selected) selected = selected_new (self);
  guint n = selected->nodes->len;
  gboolean has_domain = framework != NULL && find_last_domain (framework) != NULL;
  const struct
  {
    const char *name;
    gboolean is_enabled;
  } actions[] = {
    { "tree.add-domain", can_edit },
    { "tree.add-outcome", can_edit && has_domain },
    { "tree.add-indicator", can_edit && has_domain },
    { "tree.add-beside", can_edit },
    { "tree.add-below", can_edit },
    { "tree.duplicate", can_edit && n > 0 },
    { "tree.rename", can_edit && n == 1 },
    { "tree.delete", can_edit && n > 0 },
    { "tree.merge", can_edit && n > 1 && are_indicators (selected) },
    { "tree.move-up", can_edit && n > 0 && is_free (find_shift (framework, selected, TRUE)) },
    { "tree.move-down", can_edit && n > 0 && is_free (find_shift (framework, selected, FALSE)) },
    { "tree.move-out", can_edit && n > 0 && is_free (find_way_out (framework, selected)) },
    { "tree.move-in", can_edit && n > 0 && is_free (find_way_in (framework, selected)) },
    { "tree.link", can_edit && n == 1 && !is_domain (get_last (selected)) },
    { "tree.unlink", can_edit && has_other_place (framework, selected) },
    { "tree.cut", can_edit && n > 0 },
    { "tree.copy", n > 0 },
    { "tree.paste", can_edit && has_clip (self) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, actions[i].is_enabled);
}

/* The row that has the keyboard focus. */
static GtkTreeListRow *
get_focus_row (WmFrameworkTree *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *line = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return WM_IS_FRAMEWORK_ROW (line) ? wm_framework_row_get_row (WM_FRAMEWORK_ROW (line)) : NULL;
}

static void
go_to (WmFrameworkTree *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  wm_framework_tree_focus (self);
}

/* Right: opens a row; from an open one, goes to the first below it. */
static void
expand_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  GtkTreeListRow *row = get_focus_row (self);

  if (row == NULL || !gtk_tree_list_row_is_expandable (row))
    return;
  if (gtk_tree_list_row_get_expanded (row))
    go_to (self, gtk_tree_list_row_get_position (row) + 1);
  else
    gtk_tree_list_row_set_expanded (row, TRUE);
}

/* Left: closes a row; from a closed one, goes to the one above it. */
static void
collapse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  GtkTreeListRow *row = get_focus_row (self);
  g_autoptr (GtkTreeListRow) parent = row != NULL ? gtk_tree_list_row_get_parent (row) : NULL;

  if (row != NULL && gtk_tree_list_row_get_expanded (row))
    gtk_tree_list_row_set_expanded (row, FALSE);
  else if (parent != NULL)
    go_to (self, gtk_tree_list_row_get_position (parent));
}

/* Opens the menu at a place of the tree. */
void
wm_framework_tree_open_menu (WmFrameworkTree *self, const GdkRectangle *place)
{
  wm_framework_tree_update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), place);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GdkRectangle place = { 24, 24, 1, 1 };
  double x, y;

  if (focus != NULL
      && gtk_widget_translate_coordinates (focus, widget, 48, gtk_widget_get_height (focus), &x, &y))
    place = (GdkRectangle) { (int) x, (int) y, 1, 1 };
  wm_framework_tree_open_menu (self, &place);
}

/* Installs what can be done with a tree. */
void
wm_framework_tree_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "tree.add-domain", add_domain_action },
    { "tree.add-outcome", add_outcome_action },
    { "tree.add-indicator", add_indicator_action },
    { "tree.add-beside", add_beside_action },
    { "tree.add-below", add_below_action },
    { "tree.duplicate", duplicate_action },
    { "tree.rename", rename_action },
    { "tree.delete", delete_action },
    { "tree.merge", merge_action },
    { "tree.move-up", move_up_action },
    { "tree.move-down", move_down_action },
    { "tree.move-out", move_out_action },
    { "tree.move-in", move_in_action },
    { "tree.link", link_action },
    { "tree.unlink", unlink_action },
    { "tree.cut", cut_action },
    { "tree.copy", copy_action },
    { "tree.paste", paste_action },
    { "tree.menu", menu_action },
    { "tree.expand", expand_action },
    { "tree.collapse", collapse_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
}

/* The keys of the list: what is typed into the search is not for them. */
void
wm_framework_tree_add_keys (WmFrameworkTree *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "Insert|KP_Insert", "tree.add-beside" },
    { "<Alt>Insert|<Alt>KP_Insert", "tree.add-below" },
    { "<Control>d", "tree.duplicate" },
    { "F2", "tree.rename" },
    { "Delete|KP_Delete", "tree.delete" },
    { "<Control>m", "tree.merge" },
    { "<Alt>Up|<Alt>KP_Up", "tree.move-up" },
    { "<Alt>Down|<Alt>KP_Down", "tree.move-down" },
    { "<Alt>Left|<Alt>KP_Left", "tree.move-out" },
    { "<Alt>Right|<Alt>KP_Right", "tree.move-in" },
    { "<Control>x", "tree.cut" },
    { "<Control>c", "tree.copy" },
    { "<Control>v", "tree.paste" },
    { "<Shift>F10|Menu", "tree.menu" },
    { "Right|KP_Right|plus|KP_Add", "tree.expand" },
    { "Left|KP_Left|minus|KP_Subtract", "tree.collapse" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}
