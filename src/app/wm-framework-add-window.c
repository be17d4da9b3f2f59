/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Adding a framework to the project: one of the published ones, the measures that the project has,
 * an empty one, or one from a file. */

#include "config.h"

#include "wm-framework-add-window.h"

#include "wm-boxes.h"
#include "wm-file-pick.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-editor.h"
#include "wm-framework-import-window.h"
#include "wm-framework-lait.h"
#include "wm-framework-words.h"
#include "wm-frameworks.h"

#include <glib/gi18n-lib.h>

struct _WmFrameworkAddWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  GPtrArray *entries;     /* owned; the frameworks of the project */

  GtkListBox *ready;
  AdwEntryRow *title_row;
};

G_DEFINE_FINAL_TYPE (WmFrameworkAddWindow, wm_framework_add_window, ADW_TYPE_WINDOW)

static WmFrameworkEditor *
get_editor (WmFrameworkAddWindow *self)
{
  return wm_workspace_get_framework_editor (self->workspace);
}

static gboolean
is_in_project (WmFrameworkAddWindow *self, const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (((const WmFrameworkEntry *) g_ptr_array_index (self->entries, i))->id, id))
      return TRUE;
  return FALSE;
}

/* A framework that the project has is opened, any other is added. */
static void
add_ready (WmFrameworkAddWindow *self, const char *id, WmFramework *framework)
{
  g_autofree char *counts = wm_framework_dup_counts (framework);
  gboolean is_there = is_in_project (self, id);
  GtkWidget *row = wm_boxes_add_row (self->ready, wm_framework_get_title (framework), counts);
  GtkWidget *words = gtk_label_new (is_there ? _("In this project") : NULL);

  gtk_widget_add_css_class (words, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), words);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (is_there ? "go-next-symbolic"
                                                                    : "list-add-symbolic"));
  gtk_widget_set_tooltip_text (row, is_there ? _("Open This Framework") : _("Add This Framework"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
}

static void
list_ready (WmFrameworkAddWindow *self)
{
  const char *const *ids = wm_framework_get_built_in_ids ();

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WmFramework) framework = wm_framework_load_built_in (ids[i], &error);

      if (framework != NULL)
        add_ready (self, ids[i], framework);
      else
        g_warning ("Built-in framework %s: %s", ids[i], error->message);
    }
}

static void
list_measures (WmFrameworkAddWindow *self)
{
  WmProject *project = wm_workspace_get_project (self->workspace);
  g_autoptr (WmFramework) lait = NULL;

  if (is_in_project (self, WM_FRAMEWORK_LAIT_ID))
    lait = wm_project_load_framework (project, WM_FRAMEWORK_LAIT_ID, NULL);
  if (lait != NULL)
    add_ready (self, WM_FRAMEWORK_LAIT_ID, lait);
}

static void
ready_activated_cb (GtkListBox *list, GtkListBoxRow *row, WmFrameworkAddWindow *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  gboolean is_done = is_in_project (self, id) ? wm_framework_editor_open (get_editor (self), id)
                                              : wm_framework_editor_add_built_in (get_editor (self), id);

  if (is_done)
    gtk_window_close (GTK_WINDOW (self));
}

static char *
dup_title (WmFrameworkAddWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
}

static void
title_changed_cb (WmFrameworkAddWindow *self)
{
  g_autofree char *title = dup_title (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework.add-empty", *title != '\0');
}

static void
add_empty_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkAddWindow *self = WM_FRAMEWORK_ADD_WINDOW (widget);
  g_autofree char *title = dup_title (self);

  if (*title != '\0' && wm_framework_editor_add_empty (get_editor (self), title))
    gtk_window_close (GTK_WINDOW (self));
}

static void
title_activated_cb (WmFrameworkAddWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "framework.add-empty", NULL);
}

static void
file_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmFrameworkAddWindow *self = WM_FRAMEWORK_ADD_WINDOW (source);
  g_autoptr (GFile) file = wm_file_pick_open_finish (result);
  GtkWidget *window;

  if (file == NULL)
    return;
  window = wm_framework_import_window_new (gtk_window_get_transient_for (GTK_WINDOW (self)),
                                           self->workspace, file);
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_file_pick_open (widget, _("Add a Framework from a File"), WM_FILE_FRAMEWORK, file_picked_cb, NULL);
}

static void
wm_framework_add_window_dispose (GObject *object)
{
  WmFrameworkAddWindow *self = WM_FRAMEWORK_ADD_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (wm_framework_add_window_parent_class)->dispose (object);
}

static void
wm_framework_add_window_class_init (WmFrameworkAddWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_framework_add_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-framework-add-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkAddWindow, ready);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkAddWindow, title_row);
  gtk_widget_class_bind_template_callback (widget_class, ready_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activated_cb);
  gtk_widget_class_install_action (widget_class, "framework.add-empty", NULL, add_empty_action);
  gtk_widget_class_install_action (widget_class, "framework.add-file", NULL, add_file_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_framework_add_window_init (WmFrameworkAddWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  title_changed_cb (self);
}

/**
 * wm_framework_add_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project that may be changed
 *
 * Returns: (transfer none): the choice; GTK owns it
 */
GtkWidget *
wm_framework_add_window_new (GtkWindow *parent, WmWorkspace *workspace)
{
  WmFrameworkAddWindow *self = g_object_new (WM_TYPE_FRAMEWORK_ADD_WINDOW, "transient-for", parent,
                                             NULL);

  self->workspace = g_object_ref (workspace);
  self->entries = wm_framework_editor_list (get_editor (self));
  list_ready (self);
  list_measures (self);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->ready, 0)));
  return GTK_WIDGET (self);
}
