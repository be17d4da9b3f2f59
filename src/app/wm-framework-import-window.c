/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework from a file, in steps: reading it; for a table, what each of its columns tells; what
 * would come of it. The project does not change before "Add". */

#include "config.h"

#include "wm-framework-import-window.h"

#include "wm-finding.h"
#include "wm-framework-editor.h"
#include "wm-framework-names.h"
#include "wm-framework-read.h"
#include "wm-framework-sheet.h"
#include "wm-framework-words.h"
#include "wm-import-report.h"
#include "wm-sheet-columns.h"
#include "wm-table-view.h"
#include "wm-task-panel.h"

#include <glib/gi18n-lib.h>

struct _WmFrameworkImportWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace;  /* owned */
  char *path;
  WmJob *job;              /* the one that runs; owned */
  WmFrameworkSheet *sheet; /* owned; NULL for a framework file */
  WmFramework *framework;  /* owned; what would be added */
  gboolean is_choosing;    /* the sheets of a workbook are being listed */

  AdwWindowTitle *title;
  GtkStack *stack;
  GtkStack *start_buttons;
  GtkStack *end_buttons;
  AdwStatusPage *problem;
  GtkWidget *problem_card;
  WmTableView *problem_findings;
  AdwEntryRow *title_row;
  AdwComboRow *sheet_row;
  GtkSwitch *fills_down;
  WmSheetColumns *columns;
  AdwActionRow *summary_row;
  GtkWidget *findings_group;
  WmTableView *findings;
  WmTaskPanel *task_panel;
};

G_DEFINE_FINAL_TYPE (WmFrameworkImportWindow, wm_framework_import_window, ADW_TYPE_WINDOW)

/* What a thread brings back. */
typedef struct
{
  WmFramework *framework; /* NULL for a table whose columns have to be looked at first */
  WmFrameworkSheet *sheet;
  GPtrArray *findings;
  GError *error;          /* why there is neither; the findings may say more */
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->framework, wm_framework_unref);
  g_clear_pointer (&reading->sheet, wm_framework_sheet_free);
  g_clear_pointer (&reading->findings, g_ptr_array_unref);
  g_clear_error (&reading->error);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static Reading *
reading_new (void)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  return reading;
}

static gboolean
is_table (const char *path)
{
  static const char *const endings[] = { ".csv", ".xlsx", ".tsv", ".txt", ".gz" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static gpointer
open_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const char *path = data;
  g_autoptr (Reading) reading = reading_new ();

  if (is_table (path))
    reading->sheet = wm_framework_sheet_open (path, &reading->error);
  else
    reading->framework = wm_framework_load (path, reading->findings, &reading->error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&reading);
}

/* What the thread that reads a table needs. The window lends it the table, lives until the thread is
 * done, and leaves the table alone meanwhile. */
typedef struct
{
  WmFrameworkSheet *sheet;
  char *title;
} SheetJob;

static void
sheet_job_free (gpointer data)
{
  SheetJob *job = data;

  g_free (job->title);
  g_free (job);
}

static gpointer
sheet_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const SheetJob *job = data;
  g_autoptr (Reading) reading = reading_new ();
  g_autofree char *id = wm_framework_dup_id_for (job->title);

  reading->framework = wm_framework_sheet_read (job->sheet, id, job->title, reading->findings,
                                                &reading->error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&reading);
}

static void
run (WmFrameworkImportWindow *self, WmJob *job, GAsyncReadyCallback callback)
{
  g_clear_object (&self->job);
  self->job = job;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->end_buttons), FALSE);
  wm_task_panel_show (self->task_panel, job);
  wm_job_run (job, callback, g_object_ref (self));
}

static void
end_run (WmFrameworkImportWindow *self)
{
  if (self->job != NULL)
    wm_task_panel_hide (self->task_panel, self->job);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->end_buttons), TRUE);
  g_clear_object (&self->job);
}

/* A step, the way back from it, and the way on. */
static void
go_to (WmFrameworkImportWindow *self, const char *step, const char *back, const char *on)
{
  gtk_stack_set_visible_child_name (self->stack, step);
  gtk_stack_set_visible_child_name (self->start_buttons, back);
  gtk_stack_set_visible_child_name (self->end_buttons, on);
}

static void
show_problem (WmFrameworkImportWindow *self, const GError *error, const GPtrArray *findings)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);
  gboolean has_findings = findings != NULL && findings->len > 0;

  adw_status_page_set_description (self->problem, escaped);
  gtk_widget_set_visible (self->problem_card, has_findings);
  if (has_findings)
    {
      g_autoptr (WmTable) table = wm_findings_make_table (findings);

      wm_table_view_set_table (self->problem_findings, table);
    }
  go_to (self, "problem", self->sheet != NULL ? "back" : "cancel", "none");
}

static void
show_framework (WmFrameworkImportWindow *self, WmFramework *framework, const GPtrArray *findings)
{
  g_autofree char *title = g_markup_escape_text (wm_framework_get_title (framework), -1);
  g_autofree char *counts = wm_framework_dup_counts (framework);
  g_autoptr (WmTable) table = wm_findings_make_table (findings);

  g_clear_pointer (&self->framework, wm_framework_unref);
  self->framework = wm_framework_ref (framework);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary_row), title);
  adw_action_row_set_subtitle (self->summary_row, counts);
  gtk_widget_set_visible (self->findings_group, findings->len > 0);
  wm_table_view_set_table (self->findings, table);
  if (self->sheet != NULL)
    adw_window_title_set_title (self->title, _("Step 2 of 2: Check"));
  go_to (self, "check", self->sheet != NULL ? "back" : "cancel", "add");
}

static void
show_columns (WmFrameworkImportWindow *self)
{
  adw_window_title_set_title (self->title, _("Step 1 of 2: Columns"));
  gtk_switch_set_active (self->fills_down, wm_framework_sheet_get_fills_down (self->sheet));
  wm_sheet_columns_show (self->columns, self->sheet);
  go_to (self, "columns", "cancel", "next");
}

static void
list_sheets (WmFrameworkImportWindow *self)
{
  const char *const *names = wm_framework_sheet_get_names (self->sheet);
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  self->is_choosing = TRUE;
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->sheet_row, wm_framework_sheet_get_selected (self->sheet));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
  self->is_choosing = FALSE;
}

static void
sheet_chosen_cb (AdwComboRow *row, GParamSpec *pspec, WmFrameworkImportWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->is_choosing || self->sheet == NULL
      || adw_combo_row_get_selected (row) == GTK_INVALID_LIST_POSITION)
    return;
  if (wm_framework_sheet_select (self->sheet, adw_combo_row_get_selected (row), &error))
    show_columns (self);
  else
    show_problem (self, error, NULL);
}

static void
fills_down_cb (GtkSwitch *button, GParamSpec *pspec, WmFrameworkImportWindow *self)
{
  if (self->sheet != NULL)
    wm_framework_sheet_set_fills_down (self->sheet, gtk_switch_get_active (button));
}

static char *
dup_title (WmFrameworkImportWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
}

static void
title_changed_cb (WmFrameworkImportWindow *self)
{
  g_autofree char *title = dup_title (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "framework.next", *title != '\0');
}

/* The name of the file without its ending is what a table is called, until somebody says better. */
static void
propose_title (WmFrameworkImportWindow *self)
{
  g_autofree char *name = g_path_get_basename (self->path);
  char *dot = strchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), name);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmFrameworkImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = wm_job_finish (result, &error);

  end_run (self);
  if (reading == NULL && self->sheet == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else if (reading == NULL)
    show_columns (self);
  else if (reading->sheet != NULL)
    {
      self->sheet = g_steal_pointer (&reading->sheet);
      propose_title (self);
      list_sheets (self);
      show_columns (self);
    }
  else if (reading->framework != NULL)
    show_framework (self, reading->framework, reading->findings);
  else
    show_problem (self, reading->error, reading->findings);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkImportWindow *self = WM_FRAMEWORK_IMPORT_WINDOW (widget);
  SheetJob *job;

  if (self->sheet == NULL || self->job != NULL)
    return;
  job = g_new0 (SheetJob, 1);
  job->sheet = self->sheet;
  job->title = dup_title (self);
  run (self,
       wm_job_new (_("Reading the table"), sheet_thread, job, sheet_job_free,
                   (GDestroyNotify) reading_free),
       read_cb);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkImportWindow *self = WM_FRAMEWORK_IMPORT_WINDOW (widget);

  if (self->sheet != NULL && self->job == NULL)
    show_columns (self);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmFrameworkImportWindow *self = WM_FRAMEWORK_IMPORT_WINDOW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->framework == NULL
      || !wm_framework_editor_add (wm_workspace_get_framework_editor (self->workspace),
                                   self->framework))
    return;
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.page", "s", "framework");
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
wm_framework_import_window_close_request (GtkWindow *window)
{
  WmFrameworkImportWindow *self = WM_FRAMEWORK_IMPORT_WINDOW (window);

  if (self->job != NULL)
    wm_job_cancel (self->job);
  return GTK_WINDOW_CLASS (wm_framework_import_window_parent_class)->close_request (window);
}

static void
wm_framework_import_window_dispose (GObject *object)
{
  WmFrameworkImportWindow *self = WM_FRAMEWORK_IMPORT_WINDOW (object);

  g_clear_object (&self->job);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->framework, wm_framework_unref);
  G_OBJECT_CLASS (wm_framework_import_window_parent_class)->dispose (object);
}

static void
wm_framework_import_window_finalize (GObject *object)
{
  WmFrameworkImportWindow *self = WM_FRAMEWORK_IMPORT_WINDOW (object);

  g_clear_pointer (&self->sheet, wm_framework_sheet_free);
  g_free (self->path);
  G_OBJECT_CLASS (wm_framework_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, start_buttons);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, end_buttons);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, problem_card);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, problem_findings);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, fills_down);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, summary_row);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, findings_group);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, findings);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkImportWindow, task_panel);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fills_down_cb);
}

static void
wm_framework_import_window_class_init (WmFrameworkImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wm_framework_import_window_dispose;
  object_class->finalize = wm_framework_import_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wm_framework_import_window_close_request;

  g_type_ensure (WM_TYPE_SHEET_COLUMNS);
  g_type_ensure (WM_TYPE_TABLE_VIEW);
  g_type_ensure (WM_TYPE_TASK_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-framework-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "framework.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "framework.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "framework.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_framework_import_window_init (WmFrameworkImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wm_framework_import_takes:
 * @file: a file
 *
 * Says whether a file is a framework by its name. A table may be data as well, so it is not one.
 *
 * Returns: whether it is
 */
gboolean
wm_framework_import_takes (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".wmframework");
}

/**
 * wm_framework_import_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project that may be changed
 * @file: a framework, or a table of indicators
 *
 * Begins to read a framework.
 *
 * Returns: (transfer none): the steps; GTK owns them
 */
GtkWidget *
wm_framework_import_window_new (GtkWindow *parent, WmWorkspace *workspace, GFile *file)
{
  WmFrameworkImportWindow *self = g_object_new (WM_TYPE_FRAMEWORK_IMPORT_WINDOW, "transient-for",
                                                parent, NULL);
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: %s is the name of a file. */
  g_autofree char *title = g_strdup_printf (_("Reading “%s”"), name);

  self->workspace = g_object_ref (workspace);
  self->path = g_file_get_path (file);
  adw_window_title_set_subtitle (self->title, name);
  if (self->path == NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _("The file is not on this computer. Copy it to a folder here first."));

      show_problem (self, error, NULL);
    }
  else
    run (self,
         wm_job_new (title, open_thread, g_strdup (self->path), g_free,
                     (GDestroyNotify) reading_free),
         read_cb);
  return GTK_WIDGET (self);
}
