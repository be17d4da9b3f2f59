/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What can be done with the items of a framework: by key, by button, from the menu. Each action looks
 * at what is selected, makes a step of it and has the editor take it. */

#include "config.h"

#include "wm-findings-window.h"
#include "wm-framework-tree-items-private.h"
#include "wm-item-picker.h"

#include <glib/gi18n-lib.h>

static WmFrameworkItem *
find_last_domain (WmFramework *framework)
{
  WmFrameworkItem *header = wm_framework_get_header (framework);
  guint n = wm_framework_item_get_n_children (header);

  return n > 0 ? wm_framework_find (framework, wm_framework_item_get_child (header, n - 1)) : NULL;
}

/* The deepest item on the way down to @node that may hold the kind: right after what it holds there
 * already. Where there is none, the end of the last domain. */
static WmTreePlace
find_place (WmFramework *framework, WmFrameworkNode *node, WmItemKind kind)
{
  WmFrameworkItem *parent = wm_framework_get_header (framework);
  g_auto (GStrv) ids = node != NULL && !wm_tree_is_header (node) ? wm_tree_split_path (node) : g_new0 (char *, 1);
  const char *below = ids[0];

  for (guint i = 0; ids[i] != NULL; i++)
    {
      WmFrameworkItem *item = wm_framework_find (framework, ids[i]);

      if (item == NULL || !wm_tree_may_hold (item, kind))
        break;
      parent = item;
      below = ids[i + 1];
    }
  if (!wm_tree_may_hold (parent, kind))
    {
      parent = find_last_domain (framework);
      below = NULL;
    }
  if (parent == NULL)
    return (WmTreePlace) { NULL, -1 };
  return (WmTreePlace) { g_strdup (wm_framework_item_get_id (parent)),
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

static void
add (WmFrameworkTree *self, WmItemKind kind)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  g_autoptr (GError) error = NULL;
  WmTreePlace place = find_place (framework, wm_tree_items_get_last (items), kind);

  if (place.parent != NULL
      && wm_framework_tree_take (self,
                                 wm_framework_edit_add (framework, kind, place.parent, place.place,
                                                        get_new_title (kind), &error),
                                 &error, place.parent))
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
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  WmFrameworkNode *last = wm_tree_items_get_last (items);

  add (self, last != NULL ? wm_framework_node_get_kind (last) : WM_ITEM_DOMAIN);
}

/* One below the selected one: an outcome in a domain, an indicator in an outcome. */
static void
add_below_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  WmFrameworkNode *last = wm_tree_items_get_last (items);
  WmItemKind kind = last != NULL ? wm_framework_node_get_kind (last) : WM_ITEM_FRAMEWORK;

  add (self, MIN (kind + 1, WM_ITEM_INDICATOR));
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  g_autoptr (GError) error = NULL;

  wm_framework_tree_take (self,
                          wm_framework_edit_duplicate (wm_framework_tree_get_framework (self),
                                                       wm_tree_items_get_ids (items), &error),
                          &error, NULL);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_ask_for_title (WM_FRAMEWORK_TREE (widget));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_activate_selected (WM_FRAMEWORK_TREE (widget));
}

static void
findings_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (wm_findings_window_new (widget, WM_FRAMEWORK_TREE (widget)->editor)));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  g_autoptr (GError) error = NULL;

  wm_framework_tree_take (self,
                          wm_framework_edit_delete (wm_framework_tree_get_framework (self),
                                                    wm_tree_items_get_ids (items), &error),
                          &error, NULL);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  g_autoptr (GError) error = NULL;

  wm_framework_tree_take (self,
                          wm_framework_edit_merge (wm_framework_tree_get_framework (self),
                                                   wm_tree_items_get_ids (items), &error),
                          &error, NULL);
}

static void
move_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_move (WM_FRAMEWORK_TREE (widget), WM_TREE_UP);
}

static void
move_down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_move (WM_FRAMEWORK_TREE (widget), WM_TREE_DOWN);
}

static void
move_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_move (WM_FRAMEWORK_TREE (widget), WM_TREE_OUT);
}

static void
move_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_move (WM_FRAMEWORK_TREE (widget), WM_TREE_IN);
}

static void
place_picked_cb (const char *id, gpointer user_data)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (user_data);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  g_autoptr (GError) error = NULL;

  if (items->nodes->len == 1)
    wm_framework_tree_take (self,
                            wm_framework_edit_link (wm_framework_tree_get_framework (self), items->ids[0], id,
                                                    -1, &error),
                            &error, id);
}

/* Has an item serve a second outcome too. */
static void
link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (widget);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  WmFrameworkNode *node = wm_tree_items_get_last (items);

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
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  g_autoptr (WmFrameworkItem) parent = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  WmFrameworkEdit *edit;

  if (items->nodes->len != 1 || items->parents == NULL)
    return;
  parent = wm_framework_item_copy (wm_framework_find (framework, items->parents[0]));
  wm_framework_item_remove_child (parent, items->ids[0]);
  edit = wm_framework_edit_replace (framework, parent, &error);
  /* Translators: the title of an indicator, and that of an outcome that it leaves. */
  label = g_strdup_printf (_("Taking of “%1$s” out of “%2$s”"),
                           wm_framework_item_get_name (wm_framework_find (framework, items->ids[0])),
                           wm_framework_item_get_name (parent));
  if (edit != NULL)
    wm_framework_editor_take_edit_as (self->editor, edit, label);
  else
    wm_framework_editor_refuse (self->editor, error);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_copy (WM_FRAMEWORK_TREE (widget));
}

static void
cut_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_action (widget, name, parameter);
  delete_action (widget, name, parameter);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_paste (WM_FRAMEWORK_TREE (widget));
}

static void
show_matrix_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_tree_show_matrix (WM_FRAMEWORK_TREE (widget));
}

static gboolean
are_of_one_kind (const WmTreeItems *items)
{
  for (guint i = 1; i < items->nodes->len; i++)
    if (wm_framework_node_get_kind (g_ptr_array_index (items->nodes, i))
        != wm_framework_node_get_kind (g_ptr_array_index (items->nodes, 0)))
      return FALSE;
  return TRUE;
}

static gboolean
has_other_place (WmFramework *framework, const WmTreeItems *items)
{
  g_autoptr (GPtrArray) parents = NULL;

  if (items->nodes->len != 1 || items->parents == NULL)
    return FALSE;
  parents = wm_framework_list_parents (framework, items->ids[0]);
  return parents->len > 1;
}

static gboolean
is_domain (WmFrameworkNode *node)
{
  return wm_framework_node_get_kind (node) == WM_ITEM_DOMAIN;
}

/* Enables what can be done with what is selected. */
void
wm_framework_tree_update_actions (WmFrameworkTree *self)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  gboolean can_edit = framework != NULL && wm_framework_editor_can_edit (self->editor);
  g_autoptr (WmTreeItems) items = wm_tree_items_new (self);
  guint n = items->nodes->len;
  gboolean can_arrange = can_edit && !wm_framework_tree_is_grouped (self);
  gboolean has_domain = framework != NULL && find_last_domain (framework) != NULL;
  const struct
  {
    const char *name;
    gboolean is_enabled;
  } actions[] = {
    { "tree.add-domain", can_arrange },
    { "tree.add-outcome", can_arrange && has_domain },
    { "tree.add-indicator", can_arrange && has_domain },
    { "tree.add-beside", can_arrange },
    { "tree.add-below", can_arrange },
    { "tree.duplicate", can_edit && n > 0 },
    { "tree.open", framework != NULL },
    { "tree.findings", framework != NULL },
    { "tree.rename", can_edit && n == 1 },
    { "tree.delete", can_edit && n > 0 },
    { "tree.merge", can_edit && g_strv_length (items->ids) > 1 && are_of_one_kind (items) },
    { "tree.move-up", can_arrange && n > 0 && wm_framework_tree_can_move (self, items, WM_TREE_UP) },
    { "tree.move-down", can_arrange && n > 0 && wm_framework_tree_can_move (self, items, WM_TREE_DOWN) },
    { "tree.move-out", can_arrange && n > 0 && wm_framework_tree_can_move (self, items, WM_TREE_OUT) },
    { "tree.move-in", can_arrange && n > 0 && wm_framework_tree_can_move (self, items, WM_TREE_IN) },
    { "tree.link", can_arrange && n == 1 && !is_domain (wm_tree_items_get_last (items)) },
    { "tree.unlink", can_arrange && has_other_place (framework, items) },
    { "tree.cut", can_edit && n > 0 },
    { "tree.copy", n > 0 },
    { "tree.paste", can_arrange && wm_framework_tree_has_clip (self) },
    { "tree.show-matrix", wm_framework_tree_is_grouped (self) },
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
    { "tree.open", open_action },
    { "tree.findings", findings_action },
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
    { "tree.show-matrix", show_matrix_action },
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
