/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Choosing a measure from a framework: domains, outcomes and indicators as one list that can be
 * searched. Indicators without data are there too, greyed, with the reason; what the line in hand
 * means, and which direction of it is good, stands below the list. */

#include "config.h"

#include "wm-framework-chooser.h"

#include "wm-chooser-row.h"
#include "wm-framework-filter.h"
#include "wm-steady-model.h"

#include <glib/gi18n-lib.h>

#define INDENT 14 /* of each level of the framework [px] */

struct _WmFrameworkChooser
{
  AdwBin parent_instance;

  WmFrameworkIndex *index; /* owned; NULL before there is a framework */
  GHashTable *with_data;   /* owned; ids of the indicators with data */
  GHashTable *shown;       /* owned; ids that the search leaves */
  GListStore *rows;        /* owned; of WmChooserRow */
  GtkCustomFilter *filter; /* owned */

  GtkStack *body;
  GtkLabel *title;
  GtkSearchEntry *search;
  GtkCheckButton *only_data;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkLabel *name;
  GtkLabel *definition;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmFrameworkChooser, wm_framework_chooser, ADW_TYPE_BIN)

static gboolean
filter_row (gpointer object, gpointer user_data)
{
  WmFrameworkChooser *self = user_data;
  WmFrameworkItem *item = wm_chooser_row_get_item (WM_CHOOSER_ROW (object));

  return self->shown == NULL
         || g_hash_table_contains (self->shown, wm_framework_item_get_id (item));
}

static void
find_again (WmFrameworkChooser *self)
{
  WmFrameworkFilter wanted = {
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .has_data = gtk_check_button_get_active (self->only_data) ? 1 : -1,
  };

  if (self->index == NULL)
    return;
  g_clear_pointer (&self->shown, g_hash_table_unref);
  self->shown = wm_framework_index_filter (self->index, &wanted, self->with_data, NULL);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack, wm_framework_chooser_get_n_rows (self) > 0
                                                   ? "list"
                                                   : "none");
}

static void
choose (WmFrameworkChooser *self, guint position)
{
  g_autoptr (WmChooserRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL && wm_chooser_row_get_code (row) != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, wm_chooser_row_get_code (row));
}

static void
activate_cb (GtkListView *list, guint position, WmFrameworkChooser *self)
{
  choose (self, position);
}

/* Enter takes the first indicator with data that is found. */
static void
search_activated_cb (GtkSearchEntry *entry, WmFrameworkChooser *self)
{
  guint n = wm_framework_chooser_get_n_rows (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WmChooserRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (wm_chooser_row_get_code (row) == NULL)
        continue;
      choose (self, i);
      return;
    }
}

/* Escape, or the way to another page, closes the popover that the chooser is in. */
static void
close_cb (WmFrameworkChooser *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* Down goes from the search to the list. */
static gboolean
search_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
               WmFrameworkChooser *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
row_selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, WmFrameworkChooser *self)
{
  WmChooserRow *row = gtk_single_selection_get_selected_item (selection);
  g_autofree char *definition = row != NULL ? wm_chooser_row_describe (row) : NULL;

  gtk_label_set_text (self->name, row != NULL ? wm_chooser_row_get_title (row) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name), row != NULL);
  gtk_label_set_text (self->definition,
                      definition != NULL ? definition
                                         : _("Point at an indicator to read how it is defined and which "
                                             "direction is good."));
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_list_item_set_child (item, box);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* A line without data can be read about, but not chosen. */
static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  WmChooserRow *row = WM_CHOOSER_ROW (gtk_list_item_get_item (item));
  WmItemKind kind = wm_framework_item_get_kind (wm_chooser_row_get_item (row));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  gboolean can_choose = wm_chooser_row_get_code (row) != NULL;

  gtk_label_set_text (GTK_LABEL (title), wm_chooser_row_get_title (row));
  gtk_label_set_text (GTK_LABEL (detail), wm_chooser_row_get_detail (row));
  gtk_widget_set_visible (detail, wm_chooser_row_get_detail (row) != NULL);
  gtk_widget_set_margin_start (box, (int) wm_chooser_row_get_depth (row) * INDENT);
  set_class (title, "heading", kind == WM_ITEM_DOMAIN);
  set_class (title, "caption-heading", kind == WM_ITEM_OUTCOME);
  set_class (title, "dim-label", kind == WM_ITEM_INDICATOR && !can_choose);
  gtk_list_item_set_activatable (item, can_choose);
}

static void
wm_framework_chooser_finalize (GObject *object)
{
  WmFrameworkChooser *self = WM_FRAMEWORK_CHOOSER (object);

  g_clear_pointer (&self->index, wm_framework_index_free);
  g_clear_pointer (&self->with_data, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (wm_framework_chooser_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, body);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, title);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, search);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, only_data);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, list);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, name);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkChooser, definition);
  gtk_widget_class_bind_template_callback (widget_class, find_again);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
wm_framework_chooser_class_init (WmFrameworkChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wm_framework_chooser_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-framework-chooser.ui");
  bind_children (widget_class);

  /* A measure was chosen: its code. */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wm_framework_chooser_init (WmFrameworkChooser *self)
{
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (WM_TYPE_CHOOSER_ROW);
  self->filter = gtk_custom_filter_new (filter_row, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (wm_steady_model_new (G_LIST_MODEL (filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (row_selected_cb),
                           self, 0);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  row_selected_cb (self->selection, NULL, self);
  g_object_unref (self->selection); /* the list holds it as long as this widget lives */
}

static void
show_framework (WmFrameworkChooser *self, WmFramework *framework, WmCoverage *coverage,
                GHashTable *measures)
{
  g_autoptr (GPtrArray) rows = wm_chooser_row_list (framework, coverage, measures);
  WmFrameworkIndex *index = wm_framework_index_new (framework, self->index);

  g_clear_pointer (&self->index, wm_framework_index_free);
  self->index = index;
  g_clear_pointer (&self->with_data, g_hash_table_unref);
  self->with_data = wm_coverage_dup_ids_with_data (coverage);
  gtk_label_set_text (self->title, wm_framework_get_title (framework));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  find_again (self);
}

/**
 * wm_framework_chooser_show:
 * @self: a chooser
 * @framework: (nullable): the framework to choose from; %NULL says that there is none yet
 * @coverage: (nullable): what the project has of it
 * @measures: (nullable) (element-type utf8 utf8): the codes of all measures of the project
 *
 * Lists a framework. What was looked for is looked for again.
 */
void
wm_framework_chooser_show (WmFrameworkChooser *self,
                           WmFramework        *framework,
                           WmCoverage         *coverage,
                           GHashTable         *measures)
{
  g_return_if_fail (WM_IS_FRAMEWORK_CHOOSER (self));

  if (framework != NULL)
    show_framework (self, framework, coverage, measures);
  gtk_stack_set_visible_child_name (self->body, framework != NULL ? "framework" : "no-framework");
}

/**
 * wm_framework_chooser_find:
 * @self: a chooser
 *
 * Puts the focus where the user looks something up.
 */
void
wm_framework_chooser_find (WmFrameworkChooser *self)
{
  g_return_if_fail (WM_IS_FRAMEWORK_CHOOSER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * wm_framework_chooser_get_n_rows:
 * @self: a chooser
 *
 * Returns: how many lines the search leaves
 */
guint
wm_framework_chooser_get_n_rows (WmFrameworkChooser *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_CHOOSER (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
