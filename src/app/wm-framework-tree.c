/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tree of a framework: its domains, outcomes and indicators as rows that can be searched, opened
 * and selected. What can be done with them is in wm-framework-tree-actions.c, the mouse in
 * wm-framework-tree-mouse.c, what is selected in wm-framework-tree-selection.c, the same items by a
 * grouping in wm-framework-tree-group.c. */

#include "config.h"

#include "wm-framework-tree-private.h"

#include "wm-coverage.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

enum
{
  SELECTION_CHANGED,
  TITLE_WANTED,
  ITEM_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmFrameworkTree, wm_framework_tree, ADW_TYPE_BIN)

static guint
get_n_rows (WmFrameworkTree *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

/* What is being edited; NULL while nothing is. */
WmFramework *
wm_framework_tree_get_framework (WmFrameworkTree *self)
{
  return self->editor != NULL ? wm_framework_editor_get_framework (self->editor) : NULL;
}

gboolean
wm_framework_tree_is_filtered (WmFrameworkTree *self)
{
  WmFrameworkFilter filter;

  wm_framework_filter_button_get_filter (self->filter_button, &filter);
  filter.text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  return wm_framework_filter_hides (&filter);
}

/* What is being edited stays in sight, even if an edit has it no longer match. */
static void
keep_selected (WmFrameworkTree *self, GHashTable *shown)
{
  g_autoptr (GPtrArray) nodes = wm_framework_tree_list_nodes (self);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_auto (GStrv) ids = g_strsplit (wm_framework_node_get_path (g_ptr_array_index (nodes, i)), "/", -1);

      for (guint j = 0; ids[j] != NULL; j++)
        g_hash_table_add (shown, g_strdup (ids[j]));
    }
}

/* The ids that match what is looked for; NULL for all. */
static GHashTable *
list_shown (WmFrameworkTree *self, WmFramework *framework)
{
  WmFrameworkFilter filter;
  g_autoptr (GHashTable) with_data = NULL;
  WmCoverage *coverage;

  wm_framework_filter_button_get_filter (self->filter_button, &filter);
  filter.text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  if (framework == NULL || !wm_framework_filter_hides (&filter))
    return NULL;
  coverage = filter.has_data >= 0 ? wm_framework_editor_get_coverage (self->editor) : NULL;
  if (coverage != NULL)
    with_data = wm_coverage_dup_ids_with_data (coverage);
  return wm_framework_index_filter (self->index, &filter, with_data,
                                    wm_framework_editor_get_finding_ids (self->editor));
}

static void
show_line (WmFrameworkTree *self, WmFrameworkRow *line)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  WmFrameworkNode *node = wm_framework_row_get_node (line);

  if (framework != NULL && node != NULL)
    wm_framework_row_show (line, wm_framework_is_gap (framework, wm_framework_node_get_item (node)),
                           g_hash_table_lookup (wm_framework_editor_get_finding_ids (self->editor),
                                                wm_framework_node_get_id (node)));
}

static void
show_lines (WmFrameworkTree *self)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    show_line (self, line);
}

static guint
count (WmFramework *framework, GHashTable *shown, WmItemKind kind)
{
  return shown != NULL ? wm_framework_filter_count (framework, shown, kind) : wm_framework_count (framework, kind);
}

/* "33 outcomes"; domains where there are no outcomes; groups where it goes by a grouping. */
static char *
count_groups (WmFramework *framework, GHashTable *shown, gboolean is_grouped)
{
  gboolean by_domain = is_grouped || wm_framework_count (framework, WM_ITEM_OUTCOME) == 0;
  guint n = count (framework, shown, by_domain ? WM_ITEM_DOMAIN : WM_ITEM_OUTCOME);

  if (is_grouped)
    return g_strdup_printf (ngettext ("%u group", "%u groups", n), n);
  if (!by_domain)
    return g_strdup_printf (ngettext ("%u outcome", "%u outcomes", n), n);
  return g_strdup_printf (ngettext ("%u domain", "%u domains", n), n);
}

static void
show_count (WmFrameworkTree *self, WmFramework *framework, GHashTable *shown)
{
  guint n = wm_framework_count (framework, WM_ITEM_INDICATOR);
  guint n_shown = count (framework, shown, WM_ITEM_INDICATOR);
  g_autofree char *all = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n);
  g_autofree char *groups = count_groups (framework, shown, wm_framework_tree_is_grouped (self));
  g_autofree char *text = shown == NULL
                            /* Translators: "108 indicators in 33 outcomes" */
                            ? g_strdup_printf (_("%1$s in %2$s"), all, groups)
                            /* Translators: "41 of 108 indicators in 12 outcomes" */
                            : g_strdup_printf (_("%1$u of %2$s in %3$s"), n_shown, all, groups);

  gtk_label_set_text (self->count, text);
}

static void
show_n_findings (WmFrameworkTree *self)
{
  guint n = wm_framework_editor_get_findings (self->editor)->len;
  g_autofree char *label = g_strdup_printf (ngettext ("%u thing missing", "%u things missing", n), n);

  gtk_button_set_label (self->findings, label);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), n > 0);
}

/* What is below a place, for the tree. */
static GListModel *
list_below (gpointer item, gpointer user_data)
{
  GListModel *children = wm_framework_node_get_children (WM_FRAMEWORK_NODE (item));

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
make_model (WmFrameworkTree *self)
{
  g_clear_object (&self->model);
  self->model = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->roots)), FALSE, FALSE,
                                         list_below, NULL, NULL);
}

/* Once nothing is looked for any more, most of what was open closes: that is done out of sight, as
 * the list takes its time over each change that it sees. */
static void
update_rows (WmFrameworkTree *self, WmFramework *framework, GHashTable *shown)
{
  gboolean is_end = self->was_filtered && shown == NULL;

  self->was_filtered = shown != NULL;
  if (is_end)
    {
      gtk_multi_selection_set_model (self->selection, NULL);
      g_clear_object (&self->model);
    }
  wm_framework_nodes_update (self->roots, framework, shown);
  if (is_end)
    make_model (self);
  wm_framework_tree_expand_rows (self);
  if (is_end)
    gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->model));
}

static void
show_rows (WmFrameworkTree *self, WmFramework *framework, gboolean is_edit)
{
  g_autoptr (GHashTable) shown = list_shown (self, framework);

  if (framework != NULL)
    show_count (self, framework, shown);
  if (shown != NULL && is_edit)
    keep_selected (self, shown);
  update_rows (self, framework, shown);
  gtk_stack_set_visible_child_name (self->stack, get_n_rows (self) > 0 ? "list" : "nothing");
}

/* GTK before 4.12 loses count when rows go whose first one is out of sight: a line stays on screen for
 * a row that is gone. A list that begins anew has all of them right. */
static gboolean
renew_lost_lines (WmFrameworkTree *self)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (wm_framework_row_get_node (line) == NULL)
      {
        gtk_list_view_set_model (self->list, NULL);
        gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
        return TRUE;
      }
  return FALSE;
}

static void
update_index (WmFrameworkTree *self, WmFramework *framework)
{
  WmFrameworkIndex *index = framework != NULL ? wm_framework_index_new (framework, self->index) : NULL;

  g_clear_pointer (&self->index, wm_framework_index_free);
  self->index = index;
}

static void
update (WmFrameworkTree *self, gboolean is_edit)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autofree char *focus = wm_framework_tree_dup_focus (self);
  guint first = wm_framework_tree_get_first_selected (self);
  gboolean is_renewed;

  self->is_updating = TRUE;
  if (is_edit)
    {
      self->is_stale = FALSE;
      show_n_findings (self);
      wm_framework_tree_update_view (self);
      wm_framework_filter_button_set_framework (self->filter_button, framework);
      update_index (self, wm_framework_tree_get_view (self));
      wm_framework_tree_expand_at_first (self, framework);
    }
  show_rows (self, wm_framework_tree_get_view (self), is_edit);
  is_renewed = renew_lost_lines (self);
  wm_framework_tree_restore_selection (self, first, is_edit);
  if (!is_edit || is_renewed)
    wm_framework_tree_scroll_to_selected (self);
  wm_framework_tree_restore_focus (self, focus);
  show_lines (self);
  self->is_updating = FALSE;
  wm_framework_tree_update_actions (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
changed_cb (WmFrameworkTree *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self, TRUE);
}

void
wm_framework_tree_update_if_stale (WmFrameworkTree *self)
{
  if (self->is_stale)
    update (self, TRUE);
}

static void
wm_framework_tree_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wm_framework_tree_parent_class)->map (widget);
  wm_framework_tree_update_if_stale (WM_FRAMEWORK_TREE (widget));
}

static void
filter_changed_cb (WmFrameworkTree *self)
{
  wm_framework_tree_update_if_stale (self);
  if (self->index != NULL)
    update (self, FALSE);
}

static void
group_chosen_cb (WmFrameworkTree *self)
{
  if (self->is_updating)
    return;
  wm_framework_tree_note_grouping (self);
  update (self, TRUE);
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n_items, WmFrameworkTree *self)
{
  if (self->is_updating)
    return;
  wm_framework_tree_note_selected (self);
  wm_framework_tree_update_actions (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
item_wanted_cb (WmFrameworkEditor *editor, const char *const *ids, gboolean is_asked, WmFrameworkTree *self)
{
  wm_framework_tree_select (self, ids, NULL);
}

static void
activate_cb (GtkListView *list, guint position, WmFrameworkTree *self)
{
  g_signal_emit (self, signals[ITEM_ACTIVATED], 0);
}

/* Asks whoever shows the selected item to go on with it. */
void
wm_framework_tree_activate_selected (WmFrameworkTree *self)
{
  g_signal_emit (self, signals[ITEM_ACTIVATED], 0);
}

/* Asks whoever shows the selected item to have its title edited. */
void
wm_framework_tree_ask_for_title (WmFrameworkTree *self)
{
  g_signal_emit (self, signals[TITLE_WANTED], 0);
}

static void
search_stopped_cb (GtkSearchEntry *search, WmFrameworkTree *self)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  wm_framework_tree_focus (self);
}

static gboolean
search_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
               WmFrameworkTree *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down && key != GDK_KEY_Return)
    return FALSE;
  wm_framework_tree_focus (self);
  return TRUE;
}

/* What the user opens and closes is remembered, other than what a search opens. */
static void
expanded_cb (GtkTreeListRow *row, GParamSpec *pspec, WmFrameworkTree *self)
{
  g_autoptr (WmFrameworkNode) node = gtk_tree_list_row_get_item (row);

  if (self->is_updating || node == NULL || wm_framework_tree_is_filtered (self))
    return;
  if (gtk_tree_list_row_get_expanded (row))
    g_hash_table_add (self->expanded, g_strdup (wm_framework_node_get_id (node)));
  else
    g_hash_table_remove (self->expanded, wm_framework_node_get_id (node));
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, WmFrameworkTree *self)
{
  GtkWidget *line = wm_framework_row_new ();

  wm_framework_tree_add_mouse (self, WM_FRAMEWORK_ROW (line));
  gtk_list_item_set_child (item, line);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, WmFrameworkTree *self)
{
  WmFrameworkRow *line = WM_FRAMEWORK_ROW (gtk_list_item_get_child (item));
  GtkTreeListRow *row = GTK_TREE_LIST_ROW (gtk_list_item_get_item (item));

  wm_framework_row_bind (line, row);
  g_hash_table_add (self->rows, line);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), self);
  show_line (self, line);
}

static void
unbind_row_cb (GtkListItemFactory *factory, GtkListItem *item, WmFrameworkTree *self)
{
  WmFrameworkRow *line = WM_FRAMEWORK_ROW (gtk_list_item_get_child (item));

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), expanded_cb, self);
  g_hash_table_remove (self->rows, line);
  wm_framework_row_bind (line, NULL);
}

static void
wm_framework_tree_dispose (GObject *object)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (object);

  wm_framework_tree_set_editor (self, NULL);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  G_OBJECT_CLASS (wm_framework_tree_parent_class)->dispose (object);
}

static void
wm_framework_tree_finalize (GObject *object)
{
  WmFrameworkTree *self = WM_FRAMEWORK_TREE (object);

  g_clear_pointer (&self->index, wm_framework_index_free);
  g_clear_pointer (&self->view, wm_framework_unref);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->roots);
  g_hash_table_unref (self->expanded);
  g_hash_table_unref (self->selected);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->groupings);
  g_free (self->grouping);
  g_free (self->framework_id);
  G_OBJECT_CLASS (wm_framework_tree_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-framework-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, search);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, filter_button);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, group_bar);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, group_by);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, group_note);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, list);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, count);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, findings);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, stack);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkTree, menu);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
wm_framework_tree_class_init (WmFrameworkTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = wm_framework_tree_dispose;
  object_class->finalize = wm_framework_tree_finalize;
  widget_class->map = wm_framework_tree_map;

  /* Other items are selected, or what is known about them is new. */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  /* The user wants to type another title for the selected item. */
  signals[TITLE_WANTED] = g_signal_new ("title-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  /* The user wants to go on with the selected item. */
  signals[ITEM_ACTIVATED] = g_signal_new ("item-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  g_type_ensure (WM_TYPE_FRAMEWORK_FILTER_BUTTON);
  bind_template (widget_class);
  wm_framework_tree_class_install_actions (widget_class);
}

static void
wm_framework_tree_init (WmFrameworkTree *self)
{
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_hash_table_new (NULL, NULL);
  self->groupings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->roots = wm_framework_nodes_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_model (self);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, 0);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  self->context_menu = gtk_popover_menu_new_from_model (self->menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  wm_framework_tree_add_keys (self);
}

/**
 * wm_framework_tree_set_editor:
 * @self: a tree
 * @editor: (nullable): what edits the framework to show
 *
 * Shows the framework of an editor, now and after every edit.
 */
void
wm_framework_tree_set_editor (WmFrameworkTree *self, WmFrameworkEditor *editor)
{
  g_return_if_fail (WM_IS_FRAMEWORK_TREE (self));

  if (self->editor == editor)
    return;
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_set_object (&self->editor, editor);
  if (editor == NULL)
    return;
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "item-wanted", G_CALLBACK (item_wanted_cb), self, 0);
  changed_cb (self);
}

/**
 * wm_framework_tree_find:
 * @self: a tree
 *
 * Puts the focus where the user looks something up.
 */
void
wm_framework_tree_find (WmFrameworkTree *self)
{
  g_return_if_fail (WM_IS_FRAMEWORK_TREE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * wm_framework_tree_set_filter:
 * @self: a tree
 * @text: words to look for
 *
 * Types into the search of the tree.
 */
void
wm_framework_tree_set_filter (WmFrameworkTree *self, const char *text)
{
  g_return_if_fail (WM_IS_FRAMEWORK_TREE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
}

/**
 * wm_framework_tree_get_n_rows:
 * @self: a tree
 *
 * Returns: how many rows are shown
 */
guint
wm_framework_tree_get_n_rows (WmFrameworkTree *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), 0);

  return get_n_rows (self);
}

/**
 * wm_framework_tree_get_count:
 * @self: a tree
 *
 * Returns: how much is shown, in words
 */
const char *
wm_framework_tree_get_count (WmFrameworkTree *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), NULL);

  return gtk_label_get_text (self->count);
}

/**
 * wm_framework_tree_get_roots:
 * @self: a tree
 *
 * Returns: (transfer none): a list of #WmFrameworkNode: what stands at the top
 */
GListModel *
wm_framework_tree_get_roots (WmFrameworkTree *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), NULL);

  return G_LIST_MODEL (self->roots);
}
