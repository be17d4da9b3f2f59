/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Pairing by hand: which indicator of another framework stands for the same thing as one of the
 * framework that is being edited. */

#include "config.h"

#include "wm-pair-window.h"

#include "wm-framework-editor.h"
#include "wm-steady-model.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

/* An indicator that can be chosen. */
#define WM_TYPE_PAIR_ITEM (wm_pair_item_get_type ())
G_DECLARE_FINAL_TYPE (WmPairItem, wm_pair_item, WM, PAIR_ITEM, GObject)

struct _WmPairItem
{
  GObject parent_instance;

  WmFramework *framework; /* owned */
  WmFrameworkItem *item;  /* lent by the framework */
  char *search;           /* what it is found by */
};

G_DEFINE_FINAL_TYPE (WmPairItem, wm_pair_item, G_TYPE_OBJECT)

static void
wm_pair_item_finalize (GObject *object)
{
  WmPairItem *self = WM_PAIR_ITEM (object);

  wm_framework_unref (self->framework);
  g_free (self->search);
  G_OBJECT_CLASS (wm_pair_item_parent_class)->finalize (object);
}

static void
wm_pair_item_class_init (WmPairItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_pair_item_finalize;
}

static void
wm_pair_item_init (WmPairItem *self)
{
}

struct _WmPairWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace;  /* owned */
  char *id;                /* of the indicator that is paired */
  GListStore *items;       /* owned; of WmPairItem */
  GtkCustomFilter *filter; /* owned */
  char *needle;            /* what is looked for, folded */

  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WmPairWindow, wm_pair_window, ADW_TYPE_WINDOW)

static GListModel *
get_found (WmPairWindow *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (self->list));
}

static gboolean
filter_item (gpointer object, gpointer user_data)
{
  WmPairWindow *self = user_data;

  return self->needle == NULL || wm_text_contains (WM_PAIR_ITEM (object)->search, self->needle);
}

static void
search_changed_cb (WmPairWindow *self)
{
  g_free (self->needle);
  self->needle = wm_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (get_found (self)) > 0 ? "list" : "none");
}

static void
pair (WmPairWindow *self, guint position)
{
  WmFrameworkEditor *editor = wm_workspace_get_framework_editor (self->workspace);
  g_autoptr (WmPairItem) other = g_list_model_get_item (get_found (self), position);
  g_autoptr (GError) error = NULL;
  WmFrameworkEdit *edit;

  if (other == NULL)
    return;
  edit = wm_framework_edit_pair (wm_framework_editor_get_framework (editor), self->id,
                                 other->framework, wm_framework_item_get_id (other->item), &error);
  if (edit == NULL)
    wm_workspace_fail (self->workspace, _("The Indicators Could Not Be Paired"), error);
  else if (wm_framework_editor_take_edit (editor, edit))
    gtk_window_close (GTK_WINDOW (self));
}

static void
activate_cb (GtkListView *list, guint position, WmPairWindow *self)
{
  pair (self, position);
}

static void
search_activated_cb (WmPairWindow *self)
{
  pair (self, 0);
}

/* Escape closes the window from the search too. */
static void
stop_search_cb (WmPairWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  WmPairItem *other = WM_PAIR_ITEM (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *detail = g_strjoin (" · ", wm_framework_get_title (other->framework),
                                       wm_framework_item_get_text (other->item, WM_FIELD_CODE), NULL);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)),
                      wm_framework_item_get_name (other->item));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), detail);
}

static void
wm_pair_window_dispose (GObject *object)
{
  g_clear_object (&WM_PAIR_WINDOW (object)->workspace);
  G_OBJECT_CLASS (wm_pair_window_parent_class)->dispose (object);
}

static void
wm_pair_window_finalize (GObject *object)
{
  WmPairWindow *self = WM_PAIR_WINDOW (object);

  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_free (self->id);
  g_free (self->needle);
  G_OBJECT_CLASS (wm_pair_window_parent_class)->finalize (object);
}

static void
wm_pair_window_class_init (WmPairWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_pair_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wm_pair_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-pair-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmPairWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WmPairWindow, search);
  gtk_widget_class_bind_template_child (widget_class, WmPairWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WmPairWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_pair_window_init (WmPairWindow *self)
{
  GtkFilterListModel *filtered;
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (WM_TYPE_PAIR_ITEM);
  self->filter = gtk_custom_filter_new (filter_item, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  selection = gtk_single_selection_new (wm_steady_model_new (G_LIST_MODEL (filtered)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
list_framework (WmPairWindow *self, WmFramework *framework)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      WmFrameworkItem *item = wm_framework_get_item (framework, i);
      const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);
      g_autoptr (WmPairItem) other = NULL;
      g_autofree char *search = NULL;

      if (wm_framework_item_get_kind (item) != WM_ITEM_INDICATOR)
        continue;
      search = g_strjoin (" ", wm_framework_item_get_name (item), code, NULL);
      other = g_object_new (WM_TYPE_PAIR_ITEM, NULL);
      other->framework = wm_framework_ref (framework);
      other->item = item;
      other->search = wm_text_fold (search);
      g_ptr_array_add (found, g_steal_pointer (&other));
    }
  /* In one go: each change of the list is told from its first item on. */
  g_list_store_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0, found->pdata,
                       found->len);
}

/**
 * wm_pair_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace whose framework may be changed
 * @indicator: an indicator of that framework
 * @others: (element-type WmFramework): the frameworks that it can be paired with
 *
 * Returns: (transfer none): the choice; GTK owns it
 */
GtkWidget *
wm_pair_window_new (GtkWindow *parent, WmWorkspace *workspace, WmFrameworkItem *indicator,
                    GPtrArray *others)
{
  WmPairWindow *self = g_object_new (WM_TYPE_PAIR_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->id = g_strdup (wm_framework_item_get_id (indicator));
  adw_window_title_set_subtitle (self->title,
                                 wm_framework_item_get_name (indicator));
  for (guint i = 0; i < others->len; i++)
    list_framework (self, g_ptr_array_index (others, i));
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  return GTK_WIDGET (self);
}
