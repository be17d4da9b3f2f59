/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The mouse in the tree of a framework: items are dragged, one or all that are selected, and dropped
 * before, after or into another; from the tree of another window they are copied. The second button
 * opens the menu. */

#include "config.h"

#include "wm-framework-clip.h"
#include "wm-framework-tree-items-private.h"

/* The part of a row, from its top and from its bottom, that stands for before and after. */
#define EDGE 0.2

static gboolean
is_selected (WmFrameworkTree *self, WmFrameworkRow *line)
{
  GtkTreeListRow *row = wm_framework_row_get_row (line);

  return row != NULL
         && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection),
                                             gtk_tree_list_row_get_position (row));
}

static void
select_only (WmFrameworkTree *self, WmFrameworkRow *line)
{
  GtkTreeListRow *row = wm_framework_row_get_row (line);

  if (row != NULL)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection),
                                     gtk_tree_list_row_get_position (row), TRUE);
}

static WmFrameworkTree *
get_tree (WmFrameworkRow *line)
{
  return WM_FRAMEWORK_TREE (gtk_widget_get_ancestor (GTK_WIDGET (line), WM_TYPE_FRAMEWORK_TREE));
}

static gboolean
can_drag (WmFrameworkTree *self, GPtrArray *nodes)
{
  if (wm_framework_tree_is_grouped (self))
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    if (wm_framework_node_get_parent_id (g_ptr_array_index (nodes, i)) == NULL)
      return FALSE; /* the framework itself, or what has no place that it could leave */
  return nodes->len > 0;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, WmFrameworkRow *line)
{
  WmFrameworkTree *self = get_tree (line);
  g_autoptr (GPtrArray) nodes = NULL;

  if (!is_selected (self, line))
    select_only (self, line);
  nodes = wm_framework_tree_list_nodes (self);
  if (!can_drag (self, nodes))
    return NULL;
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  self->dragged = g_steal_pointer (&nodes);
  return gdk_content_provider_new_typed (WM_TYPE_FRAMEWORK_TREE, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, WmFrameworkRow *line)
{
  GdkPaintable *picture = gtk_widget_paintable_new (GTK_WIDGET (line));

  gtk_drag_source_set_icon (source, picture, 0, 0);
  g_object_unref (picture);
}

/* The row that the drag began on may be gone by now. */
static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, WmFrameworkTree *self)
{
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
}

static gboolean
may_stand (WmFrameworkTree *self, const char *parent, WmItemKind kind)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  WmFrameworkItem *item = parent != NULL ? wm_framework_find (framework, parent) : NULL;

  return item != NULL && wm_tree_may_hold (item, kind);
}

static gboolean
all_may_stand (WmFrameworkTree *self, const char *parent, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (!may_stand (self, parent, wm_framework_node_get_kind (g_ptr_array_index (nodes, i))))
      return FALSE;
  return TRUE;
}

/**
 * wm_framework_tree_can_drop:
 * @self: a tree
 * @from: the tree that something is dragged from, this one or that of another window
 * @node: the place that it is dragged over
 * @height: how far down that row, from 0 at its top to 1 at its bottom
 *
 * Tells where what is dragged would come.
 *
 * Returns: the place; %WM_DROP_NOWHERE when it cannot stand there
 */
WmDropPlace
wm_framework_tree_can_drop (WmFrameworkTree *self, WmFrameworkTree *from, WmFrameworkNode *node, double height)
{
  gboolean beside;
  gboolean inside;

  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), WM_DROP_NOWHERE);

  if (from->dragged == NULL || self->editor == NULL || wm_framework_tree_is_grouped (self)
      || !wm_framework_editor_can_edit (self->editor))
    return WM_DROP_NOWHERE;
  beside = all_may_stand (self, wm_framework_node_get_parent_id (node), from->dragged);
  inside = all_may_stand (self, wm_framework_node_get_id (node), from->dragged);
  if (beside && (height < EDGE || (!inside && height < 0.5)))
    return WM_DROP_BEFORE;
  if (beside && (height > 1 - EDGE || !inside))
    return WM_DROP_AFTER;
  return inside ? WM_DROP_INTO : WM_DROP_NOWHERE;
}

static gboolean
take (WmFrameworkTree *self, WmFrameworkEdit *edit, GError **error)
{
  if (edit != NULL)
    return wm_framework_editor_take_edit (self->editor, edit);
  wm_framework_editor_refuse (self->editor, *error);
  return FALSE;
}

static GStrv
list_texts (GPtrArray *nodes, const char *(*get_text) (WmFrameworkNode *node))
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < nodes->len; i++)
    g_strv_builder_add (builder, get_text (g_ptr_array_index (nodes, i)));
  return g_strv_builder_end (builder);
}

/* How many of the dragged places stand below @parent before @place: they leave it. */
static int
count_before (WmFrameworkTree *self, GPtrArray *nodes, const char *parent, int place)
{
  WmFrameworkItem *item = wm_framework_find (wm_framework_tree_get_framework (self), parent);
  int n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      WmFrameworkNode *node = g_ptr_array_index (nodes, i);

      n += g_strcmp0 (wm_framework_node_get_parent_id (node), parent) == 0
           && wm_framework_item_find_child (item, wm_framework_node_get_id (node)) < place;
    }
  return n;
}

static gboolean
move (WmFrameworkTree *self, GPtrArray *nodes, const char *parent, int place)
{
  g_auto (GStrv) ids = list_texts (nodes, wm_framework_node_get_id);
  g_auto (GStrv) froms = list_texts (nodes, wm_framework_node_get_parent_id);
  g_autofree char *to = g_strdup (parent);
  g_autoptr (GError) error = NULL;
  WmFrameworkEdit *edit;

  if (place > 0)
    place -= count_before (self, nodes, parent, place);
  edit = wm_framework_edit_move_many (wm_framework_tree_get_framework (self), (const char *const *) ids,
                                      (const char *const *) froms, to, place, &error);
  return take (self, edit, &error) && wm_framework_tree_select (self, (const char *const *) ids, to);
}

static gboolean
copy_from (WmFrameworkTree *self, WmFrameworkTree *from, const char *parent, int place)
{
  g_auto (GStrv) ids = list_texts (from->dragged, wm_framework_node_get_id);
  g_autoptr (GBytes) clip = wm_framework_copy (wm_framework_tree_get_framework (from), (const char *const *) ids);
  g_autoptr (GError) error = NULL;

  return take (self, wm_framework_edit_paste (wm_framework_tree_get_framework (self), parent, place, clip, &error),
               &error);
}

/**
 * wm_framework_tree_drop:
 * @self: a tree
 * @from: the tree that something is dragged from
 * @node: the place that it is dropped on
 * @place: where, as wm_framework_tree_can_drop() says
 *
 * Moves what is dragged; from another framework it is copied.
 *
 * Returns: whether something was moved or copied
 */
gboolean
wm_framework_tree_drop (WmFrameworkTree *self, WmFrameworkTree *from, WmFrameworkNode *node, WmDropPlace place)
{
  WmFramework *framework;
  const char *parent;
  int position = -1;

  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), FALSE);

  framework = wm_framework_tree_get_framework (self);
  parent = place == WM_DROP_INTO ? wm_framework_node_get_id (node) : wm_framework_node_get_parent_id (node);
  if (place == WM_DROP_NOWHERE || from->dragged == NULL || parent == NULL)
    return FALSE;
  if (place != WM_DROP_INTO)
    position = wm_framework_item_find_child (wm_framework_find (framework, parent), wm_framework_node_get_id (node))
               + (place == WM_DROP_AFTER);
  return from == self ? move (self, from->dragged, parent, position) : copy_from (self, from, parent, position);
}

/**
 * wm_framework_tree_drag:
 * @self: a tree
 *
 * Begins to drag what is selected, as the mouse would.
 *
 * Returns: whether it can be dragged
 */
gboolean
wm_framework_tree_drag (WmFrameworkTree *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), FALSE);

  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  self->dragged = wm_framework_tree_list_nodes (self);
  return can_drag (self, self->dragged);
}

static WmFrameworkTree *
get_source (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL ? g_value_get_object (value) : NULL;
}

static WmDropPlace
find_place (GtkDropTarget *target, WmFrameworkTree *from, double y, WmFrameworkRow *line)
{
  WmFrameworkNode *node = wm_framework_row_get_node (line);
  int height = gtk_widget_get_height (GTK_WIDGET (line));

  if (from == NULL || node == NULL)
    return WM_DROP_NOWHERE;
  return wm_framework_tree_can_drop (get_tree (line), from, node, y / MAX (height, 1));
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target, double x, double y, WmFrameworkRow *line)
{
  WmDropPlace place = find_place (target, get_source (target), y, line);

  wm_framework_row_set_drop_place (line, place);
  return place != WM_DROP_NOWHERE ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (GtkDropTarget *target, WmFrameworkRow *line)
{
  wm_framework_row_set_drop_place (line, WM_DROP_NOWHERE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WmFrameworkRow *line)
{
  WmFrameworkTree *from = g_value_get_object (value);
  WmDropPlace place = find_place (target, from, y, line);

  wm_framework_row_set_drop_place (line, WM_DROP_NOWHERE);
  return place != WM_DROP_NOWHERE
         && wm_framework_tree_drop (get_tree (line), from, wm_framework_row_get_node (line), place);
}

static void
menu_click_cb (GtkGestureClick *gesture, int n_press, double x, double y, WmFrameworkRow *line)
{
  WmFrameworkTree *self = get_tree (line);
  GdkRectangle place = { 0, 0, 1, 1 };
  double tree_x, tree_y;

  if (!is_selected (self, line))
    select_only (self, line);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (GTK_WIDGET (line), GTK_WIDGET (self), x, y, &tree_x, &tree_y);
  place.x = (int) tree_x;
  place.y = (int) tree_y;
  wm_framework_tree_open_menu (self, &place);
}

/* Makes a row something to drag, to drop on and to click with the second button. */
void
wm_framework_tree_add_mouse (WmFrameworkTree *self, WmFrameworkRow *line)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WM_TYPE_FRAMEWORK_TREE, GDK_ACTION_MOVE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), line);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), line);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (line), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (drop_motion_cb), line);
  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), line);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), line);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), line);
  gtk_widget_add_controller (GTK_WIDGET (line), GTK_EVENT_CONTROLLER (target));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_click_cb), line);
  gtk_widget_add_controller (GTK_WIDGET (line), GTK_EVENT_CONTROLLER (click));
}
