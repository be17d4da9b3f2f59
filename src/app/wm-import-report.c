/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What came of an import: first what it brought, in three lines, with the lists behind them; then
 * what it met. */

#include "config.h"

#include "wm-import-report.h"

#include "wm-arrival.h"
#include "wm-finding.h"
#include "wm-number.h"
#include "wm-table-view.h"
#include "wm-table-window.h"

#include <glib/gi18n-lib.h>

struct _WmImportReport
{
  AdwBin parent_instance;

  WmWorkspace *workspace;   /* owned */
  WmArrival *arrival;       /* owned; NULL when the import brought no observations */
  gint64 import_id;
  gboolean has_observations;

  GtkLabel *lines;
  GtkWidget *authority_button;
  GtkBox *change_buttons;
  GtkButton *new_button;
  GtkButton *revised_button;
  GtkButton *gone_button;
  GtkLabel *rows_label;
  GtkWidget *findings_box;
  GtkWidget *no_findings;
  WmTableView *findings;
};

G_DEFINE_FINAL_TYPE (WmImportReport, wm_import_report, ADW_TYPE_BIN)

static char *
describe_lines (const WmFinding *finding)
{
  if (finding->first_line == 0)
    return g_strdup (_("whole file"));
  if (finding->first_line == finding->last_line)
    /* Translators: a line of a file. */
    return g_strdup_printf (_("line %" G_GUINT64_FORMAT), finding->first_line);
  /* Translators: the first and the last line of a file where something was found. */
  return g_strdup_printf (_("lines %1$" G_GUINT64_FORMAT " to %2$" G_GUINT64_FORMAT),
                          finding->first_line, finding->last_line);
}

static const char *
name_severity (WmSeverity severity)
{
  switch (severity)
    {
    case WM_SEVERITY_ERROR:
      return _("Error");
    case WM_SEVERITY_WARNING:
      return _("Warning");
    case WM_SEVERITY_NOTE:
    default:
      return _("Note");
    }
}

/**
 * wm_findings_make_table:
 * @findings: (element-type WmFinding): what an import met
 *
 * Returns: (transfer full): the findings as a table
 */
WmTable *
wm_findings_make_table (const GPtrArray *findings)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, _("Kind"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("What was found"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Text in the file"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Where"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Rows"), WM_COLUMN_NUMBER);
  for (guint i = 0; i < findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *where = describe_lines (finding);

      wm_table_begin_row (table);
      wm_table_add_text (table, name_severity (finding->severity));
      wm_table_add_text (table, finding->message);
      wm_table_add_text (table, finding->value);
      wm_table_add_text (table, where);
      wm_table_add_number (table, (double) finding->n_rows);
    }
  return table;
}

static void
take_change_label (GtkButton *button, char *label, gsize n)
{
  gtk_button_set_label (button, label);
  gtk_widget_set_visible (GTK_WIDGET (button), n > 0);
  g_free (label);
}

static void
show_changes (WmImportReport *self)
{
  const WmArrival *arrival = self->arrival;
  gboolean has_changes = arrival != NULL && arrival->changes != NULL && arrival->changes->len > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->change_buttons), has_changes);
  if (!has_changes)
    return;
  take_change_label (self->new_button, g_strdup_printf (_("%u New…"), (guint) arrival->n_new),
                     arrival->n_new);
  take_change_label (self->revised_button,
                     g_strdup_printf (_("%u Revised…"), (guint) arrival->n_revised),
                     arrival->n_revised);
  take_change_label (self->gone_button, g_strdup_printf (_("%u Gone…"), (guint) arrival->n_gone),
                     arrival->n_gone);
}

/* Again when the authority is chosen meanwhile. */
static void
show_arrival (WmImportReport *self)
{
  WmProject *project = wm_workspace_get_project (self->workspace);
  WmArea *authority = wm_workspace_get_authority (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&self->arrival, wm_arrival_free);
  if (self->has_observations)
    self->arrival = wm_arrival_new (project, self->import_id,
                                    authority != NULL ? authority->code : NULL, &error);
  if (self->arrival != NULL)
    text = g_strjoinv ("\n", self->arrival->lines);
  else
    text = g_strdup (error != NULL ? error->message
                                   : _("The file was taken in. It brings no values of its own."));
  gtk_label_set_text (self->lines, text);
  gtk_widget_set_visible (self->authority_button, authority == NULL && self->has_observations);
  show_changes (self);
}

static void
show_table (WmImportReport *self, const char *title, int kind)
{
  g_autoptr (WmTable) table = wm_arrival_make_table (self->arrival,
                                                    wm_workspace_get_project (self->workspace), kind);

  gtk_window_present (GTK_WINDOW (wm_table_window_new (GTK_WIDGET (self), title, table)));
}

static void
new_cb (GtkButton *button, WmImportReport *self)
{
  show_table (self, _("New Values"), WM_CHANGE_NEW);
}

static void
revised_cb (GtkButton *button, WmImportReport *self)
{
  show_table (self, _("Revised Values"), WM_CHANGE_REVISED);
}

static void
gone_cb (GtkButton *button, WmImportReport *self)
{
  show_table (self, _("Values That Are Gone"), WM_CHANGE_GONE);
}

static void
wm_import_report_dispose (GObject *object)
{
  WmImportReport *self = WM_IMPORT_REPORT (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->arrival, wm_arrival_free);
  G_OBJECT_CLASS (wm_import_report_parent_class)->dispose (object);
}

static void
wm_import_report_class_init (WmImportReportClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_import_report_dispose;
  g_type_ensure (WM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-import-report.ui");
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, lines);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, authority_button);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, change_buttons);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, new_button);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, revised_button);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, gone_button);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, rows_label);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, findings_box);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, no_findings);
  gtk_widget_class_bind_template_child (widget_class, WmImportReport, findings);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, revised_cb);
  gtk_widget_class_bind_template_callback (widget_class, gone_cb);
}

static void
wm_import_report_init (WmImportReport *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_rows (WmImportReport *self, const WmProvenance *provenance)
{
  g_autofree char *n_read = wm_number_format_display ((double) provenance->rows_read, 0);
  g_autofree char *n_kept = wm_number_format_display ((double) provenance->rows_kept, 0);
  g_autofree char *n_refused = wm_number_format_display ((double) provenance->rows_refused, 0);
  /* Translators: %1$s rows were read, %2$s kept, %3$s refused. */
  g_autofree char *text = g_strdup_printf (_("%1$s rows read: %2$s kept, %3$s refused"), n_read,
                                           n_kept, n_refused);

  gtk_label_set_text (self->rows_label, text);
}

/**
 * wm_import_report_show:
 * @self: a report
 * @workspace: a workspace with the project
 * @provenance: the import
 * @findings: (element-type WmFinding): what it met
 *
 * Shows what came of an import.
 */
void
wm_import_report_show (WmImportReport     *self,
                       WmWorkspace        *workspace,
                       const WmProvenance *provenance,
                       const GPtrArray    *findings)
{
  g_autoptr (WmTable) table = NULL;

  g_return_if_fail (WM_IS_IMPORT_REPORT (self));

  if (g_set_object (&self->workspace, workspace))
    g_signal_connect_object (workspace, "notify::subtitle", G_CALLBACK (show_arrival), self,
                             G_CONNECT_SWAPPED);
  self->import_id = provenance->id;
  self->has_observations = provenance->n_values + provenance->n_missing > 0;
  show_arrival (self);
  show_rows (self, provenance);
  table = wm_findings_make_table (findings);
  wm_table_view_set_table (self->findings, table);
  gtk_widget_set_visible (self->findings_box, findings->len > 0);
  gtk_widget_set_visible (self->no_findings, findings->len == 0);
}
