/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework on its way out of the project: as itself, as a table, or as a document to print. */

#include "config.h"

#include "wm-framework-export-window.h"

#include "wm-boxes.h"
#include "wm-file-pick.h"
#include "wm-framework-file.h"

#include <glib/gi18n-lib.h>

struct _WmFrameworkExportWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  WmFramework *framework; /* owned */

  AdwWindowTitle *title;
  GtkListBox *list;
  GtkSwitch *with_coverage;
};

G_DEFINE_FINAL_TYPE (WmFrameworkExportWindow, wm_framework_export_window, ADW_TYPE_WINDOW)

/* What a framework can leave as. */
static const struct
{
  const char *suffix;
  const char *title;
  const char *subtitle;
} kinds[] = {
  { "wmframework", N_("Framework File"), N_("Everything, for another project or another authority") },
  { "xlsx", N_("Spreadsheet (XLSX)"), N_("A row for each indicator; can be read back") },
  { "csv", N_("Table (CSV)"), N_("A row for each indicator; can be read back") },
  { "pdf", N_("Document (PDF)"), N_("Tables and definitions, to print or to send") },
  { "html", N_("Web Page (HTML)"), N_("Tables and definitions in one file, for any browser") },
};

/* What the thread needs; a framework and its coverage never change. */
typedef struct
{
  WmFramework *framework;
  WmCoverage *coverage; /* NULL when the document is to say nothing of the data */
  char *path;
} ExportJob;

static void
export_job_free (gpointer data)
{
  ExportJob *job = data;

  wm_framework_unref (job->framework);
  g_clear_pointer (&job->coverage, wm_coverage_unref);
  g_free (job->path);
  g_free (job);
}

static gpointer
export_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const ExportJob *job = data;

  if (!wm_framework_export (job->framework, job->coverage, job->path, error))
    return NULL;
  return g_path_get_basename (job->path);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmWorkspace) workspace = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = wm_job_finish (result, &error);
  g_autofree char *words = NULL;

  if (name == NULL)
    {
      wm_workspace_fail (workspace, _("The Framework Could Not Be Exported"), error);
      return;
    }
  /* Translators: %s is the name of a file. */
  words = g_strdup_printf (_("“%s” was saved"), name);
  wm_workspace_say (workspace, words);
}

static WmCoverage *
make_coverage (WmFrameworkExportWindow *self)
{
  g_autoptr (GError) error = NULL;
  WmCoverage *coverage = NULL;

  if (!gtk_switch_get_active (self->with_coverage))
    return NULL;
  coverage = wm_coverage_new (wm_workspace_get_project (self->workspace), self->framework, &error);
  if (coverage == NULL)
    wm_workspace_fail (self->workspace, _("The Coverage Could Not Be Read"), error);
  return coverage;
}

static void
place_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = wm_file_pick_save_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    wm_framework_export_window_save (WM_FRAMEWORK_EXPORT_WINDOW (source), path);
}

static void
kind_activated_cb (GtkListBox *list, GtkListBoxRow *row, WmFrameworkExportWindow *self)
{
  const char *suffix = kinds[gtk_list_box_row_get_index (row)].suffix;
  g_autofree char *name = wm_file_pick_propose (wm_framework_get_title (self->framework), suffix);

  wm_file_pick_save (GTK_WIDGET (self), _("Export the Framework"), WM_FILE_FRAMEWORK_COPY, name,
                     place_picked_cb, NULL);
}

static void
list_kinds (WmFrameworkExportWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *row = wm_boxes_add_row (self->list, _(kinds[i].title), _(kinds[i].subtitle));

      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    }
}

static void
wm_framework_export_window_dispose (GObject *object)
{
  WmFrameworkExportWindow *self = WM_FRAMEWORK_EXPORT_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->framework, wm_framework_unref);
  G_OBJECT_CLASS (wm_framework_export_window_parent_class)->dispose (object);
}

static void
wm_framework_export_window_class_init (WmFrameworkExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_framework_export_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-framework-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkExportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkExportWindow, list);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkExportWindow, with_coverage);
  gtk_widget_class_bind_template_callback (widget_class, kind_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_framework_export_window_init (WmFrameworkExportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_kinds (self);
}

/**
 * wm_framework_export_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project
 * @framework: the framework to export
 *
 * Returns: (transfer none): the choice; GTK owns it
 */
GtkWidget *
wm_framework_export_window_new (GtkWindow *parent, WmWorkspace *workspace, WmFramework *framework)
{
  WmFrameworkExportWindow *self = g_object_new (WM_TYPE_FRAMEWORK_EXPORT_WINDOW, "transient-for",
                                                parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->framework = wm_framework_ref (framework);
  adw_window_title_set_subtitle (self->title, wm_framework_get_title (framework));
  return GTK_WIDGET (self);
}

/**
 * wm_framework_export_window_save:
 * @self: the choice
 * @path: where to; its ending says what to write
 *
 * Exports the framework in a thread, and closes the window.
 */
void
wm_framework_export_window_save (WmFrameworkExportWindow *self, const char *path)
{
  ExportJob *job;

  g_return_if_fail (WM_IS_FRAMEWORK_EXPORT_WINDOW (self));

  job = g_new0 (ExportJob, 1);
  job->framework = wm_framework_ref (self->framework);
  job->coverage = make_coverage (self);
  job->path = g_strdup (path);
  wm_workspace_run (self->workspace,
                    wm_job_new (_("Exporting the framework"), export_thread, job, export_job_free,
                                g_free),
                    exported_cb, g_object_ref (self->workspace));
  gtk_window_close (GTK_WINDOW (self));
}
