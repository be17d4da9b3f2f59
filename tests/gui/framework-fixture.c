/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A window to look at frameworks in, and ways to find what is in it. */

#include "config.h"

#include "framework-fixture.h"

#include "wm-framework-page.h"
#include "wm-frameworks.h"
#include "wm-test.h"
#include "wm-window.h"

static void
failed_cb (WmWorkspace *workspace, const char *heading, const char *message, FrameworkFixture *self)
{
  g_free (self->problem);
  self->problem = g_strdup (message);
}

static char *
find_authority (WmProject *project)
{
  WmAreaSet *areas = wm_project_get_areas (project);

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      WmArea *area = wm_area_set_get_area (areas, i);

      if (area->kind == WM_AREA_AUTHORITY && wm_area_is_current (area))
        return g_strdup (area->code);
    }
  return NULL;
}

void
framework_fixture_set_up (FrameworkFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *code = NULL;

  self->folder = wm_test_make_folder ();
  path = g_build_filename (self->folder, "sample.waymark", NULL);
  self->settings = wm_settings_new ();
  self->workspace = wm_workspace_new (self->settings);
  self->editor = wm_workspace_get_framework_editor (self->workspace);
  self->window = g_object_new (WM_TYPE_WINDOW, "workspace", self->workspace, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  wm_workspace_take_project (self->workspace, wm_project_create_sample (path, &error));
  g_assert_no_error (error);
  code = find_authority (wm_workspace_get_project (self->workspace));
  wm_workspace_set_authority (self->workspace, code, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_editor_add_built_in (self->editor, HERD));
  g_signal_connect (self->workspace, "failed", G_CALLBACK (failed_cb), self);
}

void
framework_fixture_tear_down (FrameworkFixture *self, gconstpointer data)
{
  WmWorkspace *workspace = self->workspace;

  gtk_window_destroy (GTK_WINDOW (self->window));
  g_signal_handlers_disconnect_by_data (workspace, self);
  g_object_add_weak_pointer (G_OBJECT (workspace), (gpointer *) &workspace);
  g_object_unref (self->workspace);
  wm_test_spin_until (workspace == NULL); /* threads that still run let go of it in the end */
  g_object_unref (self->settings);
  g_free (self->problem);
  wm_test_remove_folder (self->folder);
}

/* Goes to a view of the page of frameworks. */
GtkWidget *
framework_fixture_show (FrameworkFixture *self, const char *view, GType type)
{
  GtkWidget *page, *widget;

  wm_window_show_page (WM_WINDOW (self->window), "framework");
  page = find_widget (self->window, WM_TYPE_FRAMEWORK_PAGE);
  widget = find_widget (page, type);
  wm_framework_page_show_view (WM_FRAMEWORK_PAGE (page), view);
  wm_test_spin_until (gtk_widget_get_mapped (widget));
  return widget;
}

gboolean
framework_fixture_has (FrameworkFixture *self, const char *id)
{
  g_autoptr (GPtrArray) entries = wm_framework_editor_list (self->editor);

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((WmFrameworkEntry *) g_ptr_array_index (entries, i))->id, id))
      return TRUE;
  return FALSE;
}

void
framework_fixture_undo (FrameworkFixture *self)
{
  gtk_widget_activate_action (self->window, "win.undo", NULL);
}

/* The widget of a type, somewhere below @widget. */
GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* The stack that has a page of that name. */
GtkWidget *
find_stack (GtkWidget *widget, const char *page)
{
  GtkWidget *found = GTK_IS_STACK (widget)
                     && gtk_stack_get_child_by_name (GTK_STACK (widget), page) != NULL
                       ? widget
                       : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_stack (child, page);
  return found;
}

gboolean
shows_step (GtkWidget *window, const char *step)
{
  GtkWidget *stack = find_stack (window, step);

  return stack != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), step) == 0;
}
