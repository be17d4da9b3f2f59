/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The frameworks of the project: which one is looked at, and the views of it. The view Edit has the
 * tree of its items and, beside it, the form of those that are selected; in a narrow page they take
 * turns. */

#include "config.h"

#include "wm-framework-page.h"

#include "wm-ask.h"
#include "wm-boxes.h"
#include "wm-compare-view.h"
#include "wm-coverage-view.h"
#include "wm-file-pick.h"
#include "wm-framework-add-window.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-export-window.h"
#include "wm-framework-import-window.h"
#include "wm-framework-versions-window.h"
#include "wm-framework-words.h"
#include "wm-frameworks.h"
#include "wm-picture-view.h"

#include <glib/gi18n-lib.h>

/* Below this width the tree and the form take turns [px]. */
#define FOLD_WIDTH 640

struct _WmFrameworkPage
{
  WmPage parent_instance;

  WmFrameworkEditor *editor; /* owned; that of the workspace */
  GPtrArray *entries;        /* of WmFrameworkEntry: what the chooser lists */
  gboolean is_filling;
  gboolean is_folded;
  gboolean shows_form;       /* when folded: the form, not the tree */
  guint fold_source;

  GtkStack *stack;
  GtkListBox *offers;
  GtkDropDown *chooser;
  GtkStack *views;
  GtkWidget *switcher;
  GtkWidget *tree_side;
  GtkWidget *form_side;
  GtkWidget *back_button;
  WmFrameworkTree *tree;
  WmItemForm *form;
};

G_DEFINE_FINAL_TYPE (WmFrameworkPage, wm_framework_page, WM_TYPE_PAGE)

static void
show_sides (WmFrameworkPage *self)
{
  gtk_widget_set_visible (self->tree_side, !self->is_folded || !self->shows_form);
  gtk_widget_set_visible (self->form_side, !self->is_folded || self->shows_form);
  gtk_widget_set_visible (self->back_button, self->is_folded);
}

static void
set_shows_form (WmFrameworkPage *self, gboolean shows_form)
{
  self->shows_form = shows_form;
  show_sides (self);
}

/* Children cannot be shown or hidden while the page is laid out: it is done right after. */
static gboolean
fold_cb (gpointer user_data)
{
  WmFrameworkPage *self = user_data;

  self->fold_source = 0;
  self->is_folded = !self->is_folded;
  show_sides (self);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
wm_framework_page_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

static void
wm_framework_page_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
wm_framework_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (widget);

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if ((width < FOLD_WIDTH) != self->is_folded && self->fold_source == 0)
    self->fold_source = g_idle_add (fold_cb, self);
}

static void
selection_changed_cb (WmFrameworkTree *tree, WmFrameworkPage *self)
{
  g_auto (GStrv) ids = wm_framework_tree_dup_selected (tree);

  wm_item_form_show (self->form, (const char *const *) ids);
}

static void
title_wanted_cb (WmFrameworkTree *tree, WmFrameworkPage *self)
{
  set_shows_form (self, TRUE);
  wm_item_form_edit_title (self->form);
}

static void
item_activated_cb (WmFrameworkTree *tree, WmFrameworkPage *self)
{
  set_shows_form (self, TRUE);
  wm_item_form_focus (self->form);
}

/* A line is finished: back to the tree, for the next item. */
static void
finished_cb (WmItemForm *form, WmFrameworkPage *self)
{
  set_shows_form (self, FALSE);
  wm_framework_tree_focus (self->tree);
}

static void
item_wanted_cb (WmFrameworkEditor *editor, const char *const *ids, gboolean is_asked, WmFrameworkPage *self)
{
  if (!is_asked)
    return;
  wm_framework_page_show_view (self, "edit");
  set_shows_form (self, TRUE);
}

static void
chosen_cb (WmFrameworkPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->is_filling || self->entries == NULL || selected >= self->entries->len)
    return;
  wm_item_form_commit (self->form);
  wm_framework_editor_open (self->editor, ((WmFrameworkEntry *) g_ptr_array_index (self->entries, selected))->id);
}

static void
fill_chooser (WmFrameworkPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *id = wm_framework_editor_get_id (self->editor);
  guint shown = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = wm_framework_editor_list (self->editor);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const WmFrameworkEntry *entry = g_ptr_array_index (self->entries, i);
      /* Translators: %s is the title of the framework that the project works with. */
      g_autofree char *title = entry->is_active ? g_strdup_printf (_("%s (active)"), entry->title)
                                                : g_strdup (entry->title);

      gtk_string_list_append (titles, title);
      if (g_strcmp0 (entry->id, id) == 0)
        shown = i;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->chooser, shown);
  self->is_filling = FALSE;
}

static const WmFrameworkEntry *
get_entry (WmFrameworkPage *self)
{
  const char *id = self->editor != NULL ? wm_framework_editor_get_id (self->editor) : NULL;

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const WmFrameworkEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }
  return NULL;
}

static void
update_actions (WmFrameworkPage *self)
{
  gboolean can_edit = wm_framework_editor_can_edit (self->editor);
  const WmFrameworkEntry *entry = get_entry (self);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "framework.add", can_edit);
  gtk_widget_action_set_enabled (widget, "framework.add-built-in", can_edit);
  gtk_widget_action_set_enabled (widget, "framework.add-empty", can_edit);
  gtk_widget_action_set_enabled (widget, "framework.add-file", can_edit);
  gtk_widget_action_set_enabled (widget, "framework.set-active", can_edit && entry != NULL && !entry->is_active);
  gtk_widget_action_set_enabled (widget, "framework.remove",
                                 can_edit && entry != NULL && entry->changed_at != NULL);
}

static void
add_offer (WmFrameworkPage *self, const char *title, const char *subtitle, const char *action, const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_append (self->offers, row);
}

static void
add_built_in_offers (WmFrameworkPage *self)
{
  const char *const *ids = wm_framework_get_built_in_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WmFramework) framework = wm_framework_load_built_in (ids[i], NULL);
      g_autofree char *counts = framework != NULL ? wm_framework_dup_counts (framework) : NULL;

      if (framework != NULL)
        add_offer (self, wm_framework_get_title (framework), counts, "framework.add-built-in", ids[i]);
    }
}

/* What a project without a framework can begin with. */
static void
fill_offers (WmFrameworkPage *self)
{
  wm_boxes_clear_list (self->offers);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const WmFrameworkEntry *entry = g_ptr_array_index (self->entries, i);

      add_offer (self, entry->title, _("In this project already"), "framework.use", entry->id);
    }
  add_built_in_offers (self);
  add_offer (self, _("An Empty Framework…"), _("Of your own domains, outcomes and indicators"),
             "framework.add-empty", NULL);
  add_offer (self, _("From a File…"), _("That you or somebody else saved before"), "framework.add-file", NULL);
}

static void
watch_editor (WmFrameworkPage *self, WmFrameworkEditor *editor)
{
  if (self->editor == editor)
    return;
  g_set_object (&self->editor, editor);
  wm_item_form_set_workspace (self->form, wm_page_get_workspace (WM_PAGE (self)));
  wm_framework_tree_set_editor (self->tree, editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (wm_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "item-wanted", G_CALLBACK (item_wanted_cb), self, 0);
}

static void
wm_framework_page_refresh (WmPage *page)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (page);
  gboolean has_framework;

  if (wm_workspace_get_project (wm_page_get_workspace (page)) == NULL)
    return;
  watch_editor (self, wm_workspace_get_framework_editor (wm_page_get_workspace (page)));
  has_framework = wm_framework_editor_get_framework (self->editor) != NULL;
  fill_chooser (self);
  if (!has_framework)
    fill_offers (self);
  gtk_stack_set_visible_child_name (self->stack, has_framework ? "framework" : "empty");
  gtk_widget_set_visible (self->switcher,
                          g_list_model_get_n_items (G_LIST_MODEL (gtk_stack_get_pages (self->views))) > 1);
  update_actions (self);
}

/* Each view looks up in what it shows itself; the picture has nothing to look up. */
static void
wm_framework_page_find (WmPage *page)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (page);
  GtkWidget *view = gtk_stack_get_visible_child (self->views);

  if (WM_IS_COVERAGE_VIEW (view) || WM_IS_COMPARE_VIEW (view))
    {
      wm_page_find (WM_PAGE (view));
      return;
    }
  wm_framework_page_show_view (self, "edit");
  set_shows_form (self, FALSE);
  wm_framework_tree_find (self->tree);
}

static void
wm_framework_page_commit (WmPage *page)
{
  wm_item_form_commit (WM_FRAMEWORK_PAGE (page)->form);
}

static void
back_cb (WmFrameworkPage *self)
{
  set_shows_form (self, FALSE);
  wm_framework_tree_focus (self->tree);
}

static void
add_built_in_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_editor_add_built_in (WM_FRAMEWORK_PAGE (widget)->editor, g_variant_get_string (parameter, NULL));
}

static void
title_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (source);
  g_autofree char *title = wm_ask_text_finish (result);

  if (title != NULL && self->editor != NULL)
    wm_framework_editor_add_empty (self->editor, title);
}

static void
add_empty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const WmQuestion question = {
    .heading = _("What Is the Framework Called?"),
    .body = _("It begins without domains."),
    .verb = _("_Add"),
  };

  wm_ask_text (widget, &question, _("Our outcomes framework"), title_asked_cb, NULL);
}

static GtkWindow *
get_window (WmFrameworkPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_framework_page_offer_to_add (WM_FRAMEWORK_PAGE (widget));
}

static void
file_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (source);
  g_autoptr (GFile) file = wm_file_pick_open_finish (result);

  if (file != NULL && self->editor != NULL)
    gtk_window_present (GTK_WINDOW (wm_framework_import_window_new (
      get_window (self), wm_page_get_workspace (WM_PAGE (self)), file)));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (widget);

  wm_item_form_commit (self->form);
  gtk_window_present (GTK_WINDOW (wm_framework_export_window_new (
    get_window (self), wm_page_get_workspace (WM_PAGE (self)),
    wm_framework_editor_get_framework (self->editor))));
}

static void
versions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (widget);

  wm_item_form_commit (self->form);
  gtk_window_present (GTK_WINDOW (wm_framework_versions_window_new (
    get_window (self), wm_page_get_workspace (WM_PAGE (self)),
    wm_framework_editor_get_id (self->editor))));
}

static void
add_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_file_pick_open (widget, _("Add a Framework"), WM_FILE_FRAMEWORK, file_picked_cb, NULL);
}

static void
set_active_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (widget);

  wm_framework_editor_set_active (self->editor, wm_framework_editor_get_id (self->editor));
}

/* Begins with a framework that the project has already. */
static void
use_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (wm_framework_editor_can_edit (self->editor))
    wm_framework_editor_set_active (self->editor, id);
  else
    wm_framework_editor_open (self->editor, id);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (widget);
  g_autofree char *id = g_strdup (wm_framework_editor_get_id (self->editor));

  wm_framework_editor_remove (self->editor, id);
}

static void
wm_framework_page_dispose (GObject *object)
{
  WmFrameworkPage *self = WM_FRAMEWORK_PAGE (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (wm_framework_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, WM_RESOURCE_PATH "/ui/wm-framework-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, offers);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, views);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, tree_side);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, form_side);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, tree);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkPage, form);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, finished_cb);
}

static void
wm_framework_page_class_init (WmFrameworkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  WmPageClass *page_class = WM_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_framework_page_dispose;
  widget_class->get_request_mode = wm_framework_page_get_request_mode;
  widget_class->measure = wm_framework_page_measure;
  widget_class->size_allocate = wm_framework_page_size_allocate;
  page_class->refresh = wm_framework_page_refresh;
  page_class->find = wm_framework_page_find;
  page_class->commit = wm_framework_page_commit;

  g_type_ensure (WM_TYPE_COMPARE_VIEW);
  g_type_ensure (WM_TYPE_COVERAGE_VIEW);
  g_type_ensure (WM_TYPE_FRAMEWORK_TREE);
  g_type_ensure (WM_TYPE_ITEM_FORM);
  g_type_ensure (WM_TYPE_PICTURE_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "framework.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "framework.add-built-in", "s", add_built_in_action);
  gtk_widget_class_install_action (widget_class, "framework.add-empty", NULL, add_empty_action);
  gtk_widget_class_install_action (widget_class, "framework.add-file", NULL, add_file_action);
  gtk_widget_class_install_action (widget_class, "framework.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "framework.versions", NULL, versions_action);
  gtk_widget_class_install_action (widget_class, "framework.use", "s", use_action);
  gtk_widget_class_install_action (widget_class, "framework.set-active", NULL, set_active_action);
  gtk_widget_class_install_action (widget_class, "framework.remove", NULL, remove_action);
}

static void
wm_framework_page_init (WmFrameworkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL); /* it would keep the width to itself */
  show_sides (self);
}

/**
 * wm_framework_page_offer_to_add:
 * @self: a page that is shown
 *
 * Offers the frameworks that can be added to the project.
 */
void
wm_framework_page_offer_to_add (WmFrameworkPage *self)
{
  g_return_if_fail (WM_IS_FRAMEWORK_PAGE (self));

  gtk_window_present (GTK_WINDOW (wm_framework_add_window_new (
    get_window (self), wm_page_get_workspace (WM_PAGE (self)))));
}

/**
 * wm_framework_page_show_view:
 * @self: a page
 * @name: "edit", or the name of another view
 *
 * Goes to a view of the framework.
 */
void
wm_framework_page_show_view (WmFrameworkPage *self, const char *name)
{
  g_return_if_fail (WM_IS_FRAMEWORK_PAGE (self));

  gtk_stack_set_visible_child_name (self->views, name);
}

/**
 * wm_framework_page_get_tree:
 * @self: a page
 *
 * Returns: (transfer none): the tree of its view Edit
 */
WmFrameworkTree *
wm_framework_page_get_tree (WmFrameworkPage *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_PAGE (self), NULL);

  return self->tree;
}

/**
 * wm_framework_page_get_form:
 * @self: a page
 *
 * Returns: (transfer none): the form of its view Edit
 */
WmItemForm *
wm_framework_page_get_form (WmFrameworkPage *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_PAGE (self), NULL);

  return self->form;
}
