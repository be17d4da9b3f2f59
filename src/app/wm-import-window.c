/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Importing a file: a first look at it, the questions that it leaves open, the import in a thread,
 * and what came of it. Nothing is written before "Import". */

#include "config.h"

#include "wm-import-window.h"

#include "wm-ask.h"
#include "wm-authority-window.h"
#include "wm-edits.h"
#include "wm-import-report.h"
#include "wm-import.h"
#include "wm-table-view.h"
#include "wm-task-panel.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PREVIEW_COLUMNS 8

struct _WmImportWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace;    /* owned */
  char *path;
  WmImportKind kind;
  gboolean needs_indicator;
  WmJob *job;                /* the one that runs; owned */
  gboolean again;
  gboolean allow_older;

  GtkStack *stack;
  GtkStack *end_buttons;
  GtkButton *import_button;
  AdwWindowTitle *title;
  AdwStatusPage *problem;
  AdwActionRow *kind_row;
  AdwEntryRow *as_at_row;
  AdwEntryRow *indicator_row;
  AdwEntryRow *dataset_row;
  AdwEntryRow *list_row;
  WmTableView *preview;
  WmImportReport *report;
  WmTaskPanel *task_panel;
};

G_DEFINE_FINAL_TYPE (WmImportWindow, wm_import_window, ADW_TYPE_WINDOW)

static void start_import (WmImportWindow *self);

/* What the thread of an import needs; it shares nothing with the window. */
typedef struct
{
  WmProject *project;
  char *path;
  WmImportKind kind;
  char *indicator;
  char *dataset;
  char *as_at;
  char *list;
  gboolean again;
  gboolean allow_older;
} ImportJob;

static void
import_job_free (gpointer data)
{
  ImportJob *job = data;

  wm_project_unref (job->project);
  g_free (job->path);
  g_free (job->indicator);
  g_free (job->dataset);
  g_free (job->as_at);
  g_free (job->list);
  g_free (job);
}

static gpointer
import_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const ImportJob *job = data;
  g_autoptr (WmProject) own = wm_project_open_sibling (job->project, error);
  WmImportOptions options = {
    .kind = job->kind,
    .indicator = job->indicator,
    .dataset = job->dataset,
    .as_at = job->as_at,
    .list = job->list,
    .again = job->again,
    .allow_older = job->allow_older,
  };

  if (own == NULL)
    return NULL;
  options.areas = wm_project_get_areas (own);
  return wm_import_file (wm_project_get_store (own), job->path, &options, progress, error);
}

static gpointer
preview_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  return wm_import_preview (data, cancellable, error);
}

static void
run (WmImportWindow *self, WmJob *job, GAsyncReadyCallback callback)
{
  g_clear_object (&self->job);
  self->job = job;
  wm_task_panel_show (self->task_panel, job);
  wm_job_run (job, callback, g_object_ref (self));
}

static void
end_run (WmImportWindow *self)
{
  if (self->job != NULL)
    wm_task_panel_hide (self->task_panel, self->job);
  g_clear_object (&self->job);
}

static void
show_problem (WmImportWindow *self, const char *title, const char *description)
{
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_title (self->problem, title);
  adw_status_page_set_description (self->problem, escaped);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_stack_set_visible_child_name (self->end_buttons, "none");
}

static char *
dup_entry (AdwEntryRow *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static gboolean
is_day (const char *text)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *iso = NULL;

  if (text == NULL || strlen (text) != strlen ("2026-01-31"))
    return FALSE;
  iso = g_strconcat (text, "T00:00:00Z", NULL);
  moment = g_date_time_new_from_iso8601 (iso, NULL);
  return moment != NULL;
}

static void
mark_row (AdwEntryRow *row, gboolean is_good)
{
  if (is_good)
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

/* An import can begin when nothing is left open. */
static void
entry_changed_cb (GtkEditable *editable, WmImportWindow *self)
{
  g_autofree char *as_at = dup_entry (self->as_at_row);
  g_autofree char *indicator = dup_entry (self->indicator_row);
  g_autofree char *list = dup_entry (self->list_row);
  gboolean has_list = self->kind != WM_IMPORT_KIND_NEIGHBOURS || list != NULL;
  gboolean has_indicator = !self->needs_indicator || indicator != NULL;

  mark_row (self->as_at_row, is_day (as_at));
  mark_row (self->indicator_row, has_indicator);
  mark_row (self->list_row, has_list);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button),
                            is_day (as_at) && has_indicator && has_list);
}

/* The first rows, as the file has them. */
static WmTable *
make_preview_table (const WmImportPreview *preview)
{
  WmTable *table = wm_table_new ();
  guint n_columns = MIN (g_strv_length (preview->header), PREVIEW_COLUMNS);

  for (guint c = 0; c < n_columns; c++)
    wm_table_add_column (table, preview->header[c], WM_COLUMN_TEXT);
  for (guint r = 0; r < preview->rows->len; r++)
    {
      char **cells = g_ptr_array_index (preview->rows, r);
      guint n_cells = g_strv_length (cells);

      wm_table_begin_row (table);
      for (guint c = 0; c < n_columns; c++)
        wm_table_add_text (table, c < n_cells ? cells[c] : NULL);
    }
  return table;
}

static void
show_entry (AdwEntryRow *row, gboolean is_needed, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (row), is_needed);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
show_preview (WmImportWindow *self, const WmImportPreview *preview)
{
  g_autoptr (WmTable) table = make_preview_table (preview);
  /* The first reason names the kind, which the title does already. */
  g_autofree char *reasons = preview->reasons[0] != NULL ? g_strjoinv ("\n", preview->reasons + 1)
                                                         : g_strdup ("");
  g_autofree char *subtitle = g_markup_escape_text (reasons, -1);
  g_autofree char *title = g_markup_escape_text (wm_import_kind_get_words (preview->kind), -1);

  self->kind = preview->kind;
  self->needs_indicator = preview->needs_indicator;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind_row), title);
  adw_action_row_set_subtitle (self->kind_row, subtitle);
  show_entry (self->as_at_row, TRUE, preview->as_at);
  show_entry (self->indicator_row, preview->needs_indicator, preview->indicator);
  show_entry (self->dataset_row, preview->kind == WM_IMPORT_KIND_EES, preview->dataset);
  show_entry (self->list_row, preview->kind == WM_IMPORT_KIND_NEIGHBOURS, NULL);
  wm_table_view_set_table (self->preview, table);
  gtk_stack_set_visible_child_name (self->stack, "preview");
  gtk_stack_set_visible_child_name (self->end_buttons, "import");
  entry_changed_cb (NULL, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->import_button));
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportPreview) preview = wm_job_finish (result, &error);

  end_run (self);
  if (preview != NULL)
    show_preview (self, preview);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, _("The File Cannot Be Imported"), error->message);
}

static void
import_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmImportWindow *self = WM_IMPORT_WINDOW (source);

  if (!wm_ask_finish (result))
    return;
  self->again = TRUE;
  start_import (self);
}

static void
import_older_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmImportWindow *self = WM_IMPORT_WINDOW (source);

  if (!wm_ask_finish (result))
    return;
  self->allow_older = TRUE;
  start_import (self);
}

static void
ask_again (WmImportWindow *self)
{
  const WmQuestion question = {
    .heading = _("Already Imported"),
    .body = _("The project has this very file already. Importing it again changes nothing, unless "
              "its values were replaced meanwhile."),
    .verb = _("_Import Again"),
  };

  wm_ask (GTK_WIDGET (self), &question, import_again_cb, NULL);
}

static void
ask_older (WmImportWindow *self, const GError *error)
{
  const WmQuestion question = {
    .heading = _("Import an Older File?"),
    .body = error->message,
    .verb = _("_Import Anyway"),
  };

  wm_ask (GTK_WIDGET (self), &question, import_older_cb, NULL);
}

static void
show_result (WmImportWindow *self, const WmImportResult *result)
{
  wm_edits_note_import (self->workspace, result->provenance->id, result->provenance->file_name);
  wm_import_report_show (self->report, self->workspace, result->provenance, result->findings);
  adw_window_title_set_title (self->title, _("Imported"));
  gtk_stack_set_visible_child_name (self->stack, "report");
  gtk_stack_set_visible_child_name (self->end_buttons, "overview");
}

static void
import_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (WmImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportResult) result = wm_job_finish (async_result, &error);

  end_run (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), TRUE);
  if (result != NULL && result->already_imported)
    ask_again (self);
  else if (result != NULL)
    show_result (self, result);
  else if (g_error_matches (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_OLDER))
    ask_older (self, error);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, _("The File Could Not Be Imported"), error->message);
}

static void
start_import (WmImportWindow *self)
{
  ImportJob *job = g_new0 (ImportJob, 1);
  g_autofree char *name = g_path_get_basename (self->path);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Importing “%s”"), name);

  job->project = wm_project_ref (wm_workspace_get_project (self->workspace));
  job->path = g_strdup (self->path);
  job->kind = self->kind;
  job->indicator = self->needs_indicator ? dup_entry (self->indicator_row) : NULL;
  job->dataset = dup_entry (self->dataset_row);
  job->as_at = dup_entry (self->as_at_row);
  job->list = dup_entry (self->list_row);
  job->again = self->again;
  job->allow_older = self->allow_older;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), FALSE);
  run (self,
       wm_job_new (title, import_thread, job, import_job_free,
                   (GDestroyNotify) wm_import_result_unref),
       import_cb);
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_import (WM_IMPORT_WINDOW (widget));
}

static void
overview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.page", "s", "overview");
  gtk_window_close (GTK_WINDOW (widget));
}

static void
authority_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmImportWindow *self = WM_IMPORT_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (wm_authority_window_new (GTK_WINDOW (self), self->workspace)));
}

static gboolean
wm_import_window_close_request (GtkWindow *window)
{
  WmImportWindow *self = WM_IMPORT_WINDOW (window);

  if (self->job != NULL)
    wm_job_cancel (self->job);
  return GTK_WINDOW_CLASS (wm_import_window_parent_class)->close_request (window);
}

static void
wm_import_window_dispose (GObject *object)
{
  WmImportWindow *self = WM_IMPORT_WINDOW (object);

  g_clear_object (&self->job);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (wm_import_window_parent_class)->dispose (object);
}

static void
wm_import_window_finalize (GObject *object)
{
  g_free (WM_IMPORT_WINDOW (object)->path);
  G_OBJECT_CLASS (wm_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, end_buttons);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, as_at_row);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, indicator_row);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, dataset_row);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, list_row);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, report);
  gtk_widget_class_bind_template_child (widget_class, WmImportWindow, task_panel);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
wm_import_window_class_init (WmImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wm_import_window_dispose;
  object_class->finalize = wm_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wm_import_window_close_request;

  g_type_ensure (WM_TYPE_IMPORT_REPORT);
  g_type_ensure (WM_TYPE_TABLE_VIEW);
  g_type_ensure (WM_TYPE_TASK_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.start", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "import.overview", NULL, overview_action);
  gtk_widget_class_install_action (widget_class, "import.authority", NULL, authority_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_import_window_init (WmImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wm_import_window_new:
 * @parent: (nullable): the window that imports
 * @workspace: a workspace with a project that may be changed
 * @file: what to import
 *
 * Begins to look at a file.
 *
 * Returns: (transfer none): the import; GTK owns it
 */
GtkWidget *
wm_import_window_new (GtkWindow *parent, WmWorkspace *workspace, GFile *file)
{
  WmImportWindow *self = g_object_new (WM_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Reading “%s”"), name);

  self->workspace = g_object_ref (workspace);
  self->path = g_file_get_path (file);
  adw_window_title_set_subtitle (self->title, name);
  if (self->path == NULL)
    show_problem (self, _("The File Cannot Be Imported"),
                  _("The file is not on this computer. Copy it to a folder here first."));
  else
    run (self,
         wm_job_new (title, preview_thread, g_strdup (self->path), g_free,
                     (GDestroyNotify) wm_import_preview_free),
         preview_cb);
  return GTK_WIDGET (self);
}
