/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the window can do: open, import, save a copy, undo, go to a page. */

#include "config.h"

#include "wm-ask.h"
#include "wm-authority-window.h"
#include "wm-batch-window.h"
#include "wm-chart-view.h"
#include "wm-file-pick.h"
#include "wm-framework-import-window.h"
#include "wm-framework-page.h"
#include "wm-import-window.h"
#include "wm-preferences.h"
#include "wm-window-private.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  OPEN_EXISTING,
  OPEN_NEW,
  OPEN_SAMPLE,
} OpenMode;

/* A project that is opened in a thread. */
typedef struct
{
  WmWindow *window;
  OpenMode mode;
  char *path;
  GFile *import; /* what to import once it is open */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->window);
  g_clear_object (&opening->import);
  g_free (opening->path);
  g_free (opening);
}

static gpointer
open_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const char *path = data;

  return wm_project_open (path, WM_STORE_DEFAULT, error);
}

static gpointer
create_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const char *path = data;

  return wm_project_create (path, error);
}

static gpointer
sample_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const char *path = data;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return wm_project_open (path, WM_STORE_DEFAULT, error);
  return wm_project_create_sample (path, error);
}

static void
remember (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = {
    .mime_type = (char *) "application/x-waymark",
    .app_name = (char *) "Waymark",
    .app_exec = (char *) "waymark %f",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static void
go_on_after_opening (Opening *opening)
{
  WmWindow *self = opening->window;

  if (opening->mode != OPEN_SAMPLE)
    remember (opening->path);
  if (opening->import != NULL)
    wm_window_import (self, opening->import);
  else if (opening->mode != OPEN_NEW && wm_workspace_get_authority (self->workspace) == NULL
           && !wm_workspace_is_read_only (self->workspace))
    wm_window_ask_authority (self);
}

/* What is being typed belongs to the project that is open now. */
static void
commit_typing (WmWindow *self)
{
  if (wm_workspace_get_project (self->workspace) != NULL)
    wm_page_commit (wm_window_get_visible_page (self));
}

/* The connection belongs to the thread that opened it: the window takes a sibling of its own. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  WmWorkspace *workspace = opening->window->workspace;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmProject) opened = wm_job_finish (result, &error);
  WmProject *project = opened != NULL ? wm_project_open_sibling (opened, &error) : NULL;

  if (project != NULL)
    {
      commit_typing (opening->window);
      wm_workspace_take_project (workspace, project);
      if (wm_store_was_updated (wm_project_get_store (project)))
        wm_workspace_say (workspace, _("The project was brought up to date. Older versions of Waymark "
                                       "cannot open it any more."));
      go_on_after_opening (opening);
    }
  else if (workspace != NULL)
    wm_workspace_fail (workspace,
                       opening->mode == OPEN_NEW ? _("The Project Could Not Be Made")
                                                 : _("The Project Could Not Be Opened"),
                       error);
  opening_free (opening);
}

static void
open_project (WmWindow *self, OpenMode mode, const char *path, GFile *import)
{
  static const WmJobFunc funcs[] = { open_thread, create_thread, sample_thread };
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *name = g_path_get_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Opening “%s”"), name);

  commit_typing (self);
  opening->window = g_object_ref (self);
  opening->mode = mode;
  opening->path = g_strdup (path);
  if (import != NULL)
    opening->import = g_object_ref (import);
  wm_workspace_run (self->workspace,
                    wm_job_new (title, funcs[mode], g_strdup (path), g_free,
                                (GDestroyNotify) wm_project_unref),
                    opened_cb, opening);
}

/**
 * wm_window_open:
 * @self: a window
 * @file: a project file
 *
 * Opens a project in the window.
 */
void
wm_window_open (WmWindow *self, GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (WM_IS_WINDOW (self));

  path = g_file_get_path (file);
  if (path != NULL)
    open_project (self, OPEN_EXISTING, path, NULL);
  else
    wm_tell (GTK_WIDGET (self), _("The Project Could Not Be Opened"),
             _("The file is not on this computer. Copy it to a folder here, then open the copy."));
}

static void
open_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = wm_file_pick_open_finish (result);

  if (file != NULL)
    wm_window_open (WM_WINDOW (source), file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_file_pick_open (widget, _("Open a Project"), WM_FILE_PROJECT, open_picked_cb, NULL);
}

static void
open_uri_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  wm_window_open (WM_WINDOW (widget), file);
}

/* A path with the suffix of projects, whatever the user typed. */
static char *
get_project_path (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || g_str_has_suffix (path, ".waymark"))
    return g_steal_pointer (&path);
  return g_strconcat (path, ".waymark", NULL);
}

static void
new_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) import = user_data;
  g_autoptr (GFile) file = wm_file_pick_save_finish (result);
  g_autofree char *path = file != NULL ? get_project_path (file) : NULL;
  WmWindow *self = WM_WINDOW (source);

  self->asks_for_place = FALSE;
  if (path != NULL)
    open_project (self, OPEN_NEW, path, import);
  else
    g_queue_clear_full (&self->pending_imports, g_object_unref);
}

static void
make_project (WmWindow *self, GFile *import)
{
  self->asks_for_place = TRUE;
  wm_file_pick_save (GTK_WIDGET (self), _("Where Should the Project Be Kept?"), WM_FILE_PROJECT,
                     _("Children’s services.waymark"), new_picked_cb,
                     import != NULL ? g_object_ref (import) : NULL);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  make_project (WM_WINDOW (widget), NULL);
}

static void
sample_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "waymark", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.waymark", NULL);

  g_mkdir_with_parents (folder, 0700);
  open_project (WM_WINDOW (widget), OPEN_SAMPLE, path, NULL);
}

static void
import_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = wm_file_pick_open_finish (result);

  if (file != NULL)
    wm_window_import (WM_WINDOW (source), file);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_file_pick_open (widget, _("Import a File"), WM_FILE_DATA, import_picked_cb, NULL);
}

static void
import_next (WmWindow *self)
{
  g_autoptr (GFile) file = g_queue_pop_head (&self->pending_imports);
  GtkWidget *import;

  if (file == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;
  import = wm_framework_import_takes (file)
             ? wm_framework_import_window_new (GTK_WINDOW (self), self->workspace, file)
             : wm_import_window_new (GTK_WINDOW (self), self->workspace, file);
  g_set_weak_pointer (&self->import_window, import);
  g_signal_connect_object (import, "destroy", G_CALLBACK (import_next), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (import));
}

/**
 * wm_window_import:
 * @self: a window
 * @file: a file with data, or a framework
 *
 * Begins to import a file; while another is being imported, it waits for its turn. Without a project
 * it asks where to keep a new one.
 */
void
wm_window_import (WmWindow *self, GFile *file)
{
  g_return_if_fail (WM_IS_WINDOW (self));

  if (self->asks_for_place)
    g_queue_push_tail (&self->pending_imports, g_object_ref (file));
  else if (wm_workspace_get_project (self->workspace) == NULL)
    make_project (self, file);
  else if (wm_workspace_is_read_only (self->workspace))
    wm_tell (GTK_WIDGET (self), _("Nothing Can Be Imported Here"),
             _("The project is open for reading only. Save a copy of it, then import into the copy."));
  else
    {
      g_queue_push_tail (&self->pending_imports, g_object_ref (file));
      if (self->import_window == NULL)
        import_next (self);
    }
}

static void
copy_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmWindow *self = WM_WINDOW (source);
  g_autoptr (GFile) file = wm_file_pick_save_finish (result);
  g_autofree char *path = file != NULL ? get_project_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  if (wm_store_copy_to (wm_workspace_get_store (self->workspace), path, &error))
    wm_workspace_say (self->workspace, _("A copy was saved"));
  else
    wm_workspace_fail (self->workspace, _("The Copy Could Not Be Saved"), error);
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmWindow *self = WM_WINDOW (widget);
  g_autofree char *title = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *proposed = NULL;

  g_object_get (self->workspace, "title", &title, NULL);
  /* Translators: %s is the name of a project. */
  copy = g_strdup_printf (_("%s (copy)"), title);
  proposed = wm_file_pick_propose (copy, "waymark");
  wm_file_pick_save (widget, _("Save a Copy"), WM_FILE_PROJECT, proposed, copy_picked_cb, NULL);
}

static void
save_charts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (wm_batch_window_new (GTK_WINDOW (widget),
                                                       WM_WINDOW (widget)->workspace)));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmWorkspace *workspace = WM_WINDOW (widget)->workspace;
  WmHistory *history = wm_workspace_get_history (workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  wm_page_commit (wm_window_get_visible_page (WM_WINDOW (widget)));
  /* Translators: %s names an edit, such as "Add Event". */
  message = g_strdup_printf (_("Undone: %s"), wm_history_get_undo_label (history));
  if (wm_history_undo (history, &error))
    wm_workspace_say (workspace, message);
  else
    wm_workspace_fail (workspace, _("The Change Could Not Be Taken Back"), error);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmWorkspace *workspace = WM_WINDOW (widget)->workspace;
  WmHistory *history = wm_workspace_get_history (workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  wm_page_commit (wm_window_get_visible_page (WM_WINDOW (widget)));
  if (wm_history_get_redo_label (history) == NULL)
    return; /* what was being typed took its place */
  /* Translators: %s names an edit, such as "Add Event". */
  message = g_strdup_printf (_("Done again: %s"), wm_history_get_redo_label (history));
  if (wm_history_redo (history, &error))
    wm_workspace_say (workspace, message);
  else
    wm_workspace_fail (workspace, _("The Change Could Not Be Made"), error);
}

static void
page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_window_show_page (WM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
measure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmWindow *self = WM_WINDOW (widget);

  wm_workspace_set_measure (self->workspace, g_variant_get_string (parameter, NULL));
  wm_window_show_page (self, "trends");
}

static void
add_framework_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmWindow *self = WM_WINDOW (widget);

  wm_window_show_page (self, "framework");
  wm_framework_page_offer_to_add (WM_FRAMEWORK_PAGE (wm_window_get_visible_page (self)));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_page_find (wm_window_get_visible_page (WM_WINDOW (widget)));
}

static void
jump_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_window_show_page (WM_WINDOW (widget), "trends");
  wm_page_find (wm_window_get_visible_page (WM_WINDOW (widget)));
}

/* The first chart that can be seen, somewhere below @widget. */
static GtkWidget *
find_chart (GtkWidget *widget)
{
  if (WM_IS_CHART_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chart (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A key of charts was pressed where no chart has the focus: the page's first chart is meant. */
static void
chart_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *chart = find_chart (GTK_WIDGET (wm_window_get_visible_page (WM_WINDOW (widget))));

  if (chart != NULL)
    gtk_widget_activate_action_variant (chart, g_variant_get_string (parameter, NULL), NULL);
}

static void
sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmWindow *self = WM_WINDOW (widget);

  wm_window_set_shows_sidebar (self, !self->shows_sidebar);
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmWindow *self = WM_WINDOW (widget);
  gboolean has_project = wm_workspace_get_project (self->workspace) != NULL;

  gtk_menu_button_popup (has_project ? self->menu_button : self->start_menu_button);
}

/**
 * wm_window_ask_authority:
 * @self: a window with a project
 *
 * Asks which authority the user works for.
 */
void
wm_window_ask_authority (WmWindow *self)
{
  gtk_window_present (GTK_WINDOW (wm_authority_window_new (GTK_WINDOW (self), self->workspace)));
}

static void
authority_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_window_ask_authority (WM_WINDOW (widget));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (wm_preferences_new (GTK_WINDOW (widget),
                                                      WM_WINDOW (widget)->workspace)));
}

static void
about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget),
                         "application-name", "Waymark",
                         "application-icon", WM_APP_ID,
                         "version", WM_VERSION,
                         "developer-name", _("The Waymark contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Shows where a children’s services authority stands and "
                                       "whether what it did made a difference."),
                         NULL);
}

/**
 * wm_window_update_actions:
 * @self: a window
 *
 * Enables the actions that can be done now.
 */
void
wm_window_update_actions (WmWindow *self)
{
  static const char *const need_project[] = {
    "win.save-copy", "win.save-charts", "win.page", "win.measure", "win.find", "win.jump", "win.chart",
    "win.sidebar",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_project = self->workspace != NULL
                         && wm_workspace_get_project (self->workspace) != NULL;
  gboolean can_edit = has_project && !wm_workspace_is_read_only (self->workspace);
  WmHistory *history = has_project ? wm_workspace_get_history (self->workspace) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (need_project); i++)
    gtk_widget_action_set_enabled (widget, need_project[i], has_project);
  gtk_widget_action_set_enabled (widget, "win.authority", can_edit);
  gtk_widget_action_set_enabled (widget, "win.add-framework", can_edit);
  gtk_widget_action_set_enabled (widget, "win.undo",
                                 can_edit && wm_history_get_undo_label (history) != NULL);
  gtk_widget_action_set_enabled (widget, "win.redo",
                                 can_edit && wm_history_get_redo_label (history) != NULL);
}

/**
 * wm_window_class_install_actions:
 * @widget_class: the class of the window
 *
 * Installs the actions and the keys of the pages.
 */
void
wm_window_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.open", NULL, open_action },
    { "win.open-uri", "s", open_uri_action },
    { "win.new", NULL, new_action },
    { "win.sample", NULL, sample_action },
    { "win.import", NULL, import_action },
    { "win.save-copy", NULL, save_copy_action },
    { "win.save-charts", NULL, save_charts_action },
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, redo_action },
    { "win.page", "s", page_action },
    { "win.measure", "s", measure_action },
    { "win.add-framework", NULL, add_framework_action },
    { "win.find", NULL, find_action },
    { "win.jump", NULL, jump_action },
    { "win.chart", "s", chart_action },
    { "win.sidebar", NULL, sidebar_action },
    { "win.menu", NULL, menu_action },
    { "win.authority", NULL, authority_action },
    { "win.preferences", NULL, preferences_action },
    { "win.about", NULL, about_action },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.chart", "s", "chart.save-image");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK,
                                       "win.chart", "s", "chart.show-table");
}
