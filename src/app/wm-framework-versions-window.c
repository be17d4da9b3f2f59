/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The dated versions of a framework: one more is kept, an old one is compared with today's, opened
 * beside it, exported or removed. */

#include "config.h"

#include "wm-framework-versions-window.h"

#include "wm-ask.h"
#include "wm-boxes.h"
#include "wm-framework-changes.h"
#include "wm-framework-editor.h"
#include "wm-framework-export-window.h"
#include "wm-frameworks.h"
#include "wm-table-window.h"
#include "wm-version-edits.h"

#include <glib/gi18n-lib.h>

struct _WmFrameworkVersionsWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  char *id;               /* of the framework */

  AdwWindowTitle *title;
  GtkWidget *keep_group;
  AdwEntryRow *note_row;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WmFrameworkVersionsWindow, wm_framework_versions_window, ADW_TYPE_WINDOW)

static WmProject *
get_project (WmFrameworkVersionsWindow *self)
{
  return wm_workspace_get_project (self->workspace);
}

static const WmFrameworkVersion *
get_version (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "version");
}

/* The framework as it is now; NULL after the user was told why not. */
static WmFramework *
load_now (WmFrameworkVersionsWindow *self)
{
  g_autoptr (GError) error = NULL;
  WmFramework *now = wm_project_load_framework (get_project (self), self->id, &error);

  if (now == NULL)
    wm_workspace_fail (self->workspace, _("The Framework Could Not Be Read"), error);
  return now;
}

static WmFramework *
load_version (WmFrameworkVersionsWindow *self, GtkButton *button)
{
  g_autoptr (GError) error = NULL;
  WmFramework *then = wm_project_load_framework_version (get_project (self),
                                                         get_version (button)->id, &error);

  if (then == NULL)
    wm_workspace_fail (self->workspace, _("The Version Could Not Be Read"), error);
  return then;
}

static void
compare_cb (GtkButton *button, WmFrameworkVersionsWindow *self)
{
  g_autoptr (WmFramework) then = load_version (self, button);
  g_autoptr (WmFramework) now = load_now (self);
  g_autoptr (WmTable) table = NULL;

  if (then == NULL || now == NULL)
    return;
  table = wm_framework_list_changes (then, now);
  if (wm_table_get_n_rows (table) > 0)
    gtk_window_present (GTK_WINDOW (wm_table_window_new (GTK_WIDGET (self), _("What Changed Since"),
                                                         table)));
  else
    wm_tell (GTK_WIDGET (self), _("Nothing Changed"), _("The framework is today as it was then."));
}

static void
open_cb (GtkButton *button, WmFrameworkVersionsWindow *self)
{
  g_autoptr (WmFramework) then = load_version (self, button);

  if (then != NULL
      && wm_framework_editor_add (wm_workspace_get_framework_editor (self->workspace), then))
    gtk_window_close (GTK_WINDOW (self));
}

static void
export_cb (GtkButton *button, WmFrameworkVersionsWindow *self)
{
  g_autoptr (WmFramework) then = load_version (self, button);

  if (then != NULL)
    gtk_window_present (GTK_WINDOW (wm_framework_export_window_new (GTK_WINDOW (self),
                                                                    self->workspace, then)));
}

static void
remove_cb (GtkButton *button, WmFrameworkVersionsWindow *self)
{
  wm_version_edits_remove (self->workspace, get_version (button));
}

static void
add_button (WmFrameworkVersionsWindow *self, GtkWidget *row, const WmFrameworkVersion *version,
            const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = wm_boxes_add_button (row, icon, label, callback, self);
  WmFrameworkVersion *copy = wm_framework_version_new (version->framework_id, version->edition,
                                                       version->note);

  copy->id = version->id;
  copy->kept_at = g_strdup (version->kept_at);
  g_object_set_data_full (G_OBJECT (button), "version", copy,
                          (GDestroyNotify) wm_framework_version_free);
}

/* The day and the time of day, where the user is. */
static char *
describe_time (const char *kept_at)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (kept_at, NULL);
  g_autoptr (GDateTime) local = moment != NULL ? g_date_time_to_local (moment) : NULL;

  return local != NULL ? g_date_time_format (local, "%-d %B %Y, %H:%M") : g_strdup (kept_at);
}

static void
add_version (WmFrameworkVersionsWindow *self, const WmFrameworkVersion *version)
{
  g_autofree char *when = describe_time (version->kept_at);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (version->edition != NULL && version->note != NULL)
    subtitle = g_strjoin (" · ", version->edition, version->note, NULL);
  else
    subtitle = g_strdup (version->edition != NULL ? version->edition : version->note);
  row = wm_boxes_add_row (self->list, when, subtitle);
  add_button (self, row, version, "view-dual-symbolic", _("Compare with Today"),
              G_CALLBACK (compare_cb));
  add_button (self, row, version, "document-send-symbolic", _("Export…"), G_CALLBACK (export_cb));
  if (wm_workspace_is_read_only (self->workspace))
    return;
  add_button (self, row, version, "document-open-symbolic", _("Open as a Framework of Its Own"),
              G_CALLBACK (open_cb));
  add_button (self, row, version, "user-trash-symbolic", _("Remove Version"), G_CALLBACK (remove_cb));
}

static void
show_versions (WmFrameworkVersionsWindow *self)
{
  g_autoptr (GPtrArray) versions = NULL;

  if (get_project (self) == NULL)
    return;
  versions = wm_project_list_framework_versions (get_project (self), self->id, NULL);
  wm_boxes_clear_list (self->list);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    add_version (self, g_ptr_array_index (versions, i));
  if (versions == NULL || versions->len == 0)
    wm_boxes_add_row (self->list, _("No version was kept yet."),
                      _("Keep one before you change a framework that results were made with."));
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkVersionsWindow *self = WM_FRAMEWORK_VERSIONS_WINDOW (widget);
  g_autoptr (WmFramework) now = load_now (self);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_row))));

  if (now != NULL && wm_version_edits_keep (self->workspace, now, *note != '\0' ? note : NULL))
    gtk_editable_set_text (GTK_EDITABLE (self->note_row), "");
}

static void
note_activated_cb (WmFrameworkVersionsWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "version.keep", NULL);
}

static void
wm_framework_versions_window_dispose (GObject *object)
{
  g_clear_object (&WM_FRAMEWORK_VERSIONS_WINDOW (object)->workspace);
  G_OBJECT_CLASS (wm_framework_versions_window_parent_class)->dispose (object);
}

static void
wm_framework_versions_window_finalize (GObject *object)
{
  g_free (WM_FRAMEWORK_VERSIONS_WINDOW (object)->id);
  G_OBJECT_CLASS (wm_framework_versions_window_parent_class)->finalize (object);
}

static void
wm_framework_versions_window_class_init (WmFrameworkVersionsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_framework_versions_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wm_framework_versions_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH
                                               "/ui/wm-framework-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkVersionsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkVersionsWindow, keep_group);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkVersionsWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkVersionsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, note_activated_cb);
  gtk_widget_class_install_action (widget_class, "version.keep", NULL, keep_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_framework_versions_window_init (WmFrameworkVersionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wm_framework_versions_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project
 * @id: a framework of the project
 *
 * Returns: (transfer none): the versions; GTK owns them
 */
GtkWidget *
wm_framework_versions_window_new (GtkWindow *parent, WmWorkspace *workspace, const char *id)
{
  WmFrameworkVersionsWindow *self = g_object_new (WM_TYPE_FRAMEWORK_VERSIONS_WINDOW,
                                                  "transient-for", parent, NULL);
  g_autoptr (WmFramework) now = NULL;

  self->workspace = g_object_ref (workspace);
  self->id = g_strdup (id);
  now = load_now (self);
  if (now != NULL)
    adw_window_title_set_subtitle (self->title, wm_framework_get_title (now));
  gtk_widget_set_visible (self->keep_group, !wm_workspace_is_read_only (workspace));
  g_signal_connect_object (workspace, "changed", G_CALLBACK (show_versions), self, G_CONNECT_SWAPPED);
  show_versions (self);
  return GTK_WIDGET (self);
}
