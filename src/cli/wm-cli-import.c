/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli import, imports, undo: files into a project, and out again. */

#include "config.h"

#include "wm-cli.h"

#include "wm-arrival.h"
#include "wm-import.h"
#include "wm-json-writer.h"
#include "wm-store-imports.h"

#include <glib/gi18n.h>

static WmCliStatus import_files (GStrv arguments);
static WmCliStatus list_imports (GStrv arguments);
static WmCliStatus undo (GStrv arguments);

const WmCliCommand wm_cli_import = {
  .name = "import",
  .arguments = "P.waymark FILE… [--kind KIND] [--dry-run]",
  .summary = N_("Import files"),
  .run = import_files,
};

const WmCliCommand wm_cli_imports = {
  .name = "imports",
  .arguments = "P.waymark [--findings N]",
  .summary = N_("List what was imported, or the findings of one import"),
  .run = list_imports,
};

const WmCliCommand wm_cli_undo = {
  .name = "undo",
  .arguments = "P.waymark N [--redo]",
  .summary = N_("Undo an import as a whole, or redo it"),
  .run = undo,
};

static void
write_findings (const WmImportResult *result, WmJsonWriter *writer)
{
  wm_json_writer_begin_array (writer, "findings");
  for (guint i = 0; i < result->findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (result->findings, i);

      wm_json_writer_begin_object (writer, NULL);
      wm_json_writer_add_text (writer, "severity", wm_severity_to_id (finding->severity));
      wm_json_writer_add_text (writer, "code", finding->code);
      wm_json_writer_add_text (writer, "message", finding->message);
      wm_json_writer_add_text (writer, "value", finding->value);
      wm_json_writer_add_count (writer, "first_line", finding->first_line);
      wm_json_writer_add_count (writer, "last_line", finding->last_line);
      wm_json_writer_add_count (writer, "rows", finding->n_rows);
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_array (writer);
}

static void
write_result (const WmImportResult *result, const WmArrival *arrival, WmJsonWriter *writer)
{
  const WmProvenance *provenance = result->provenance;

  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_text (writer, "file", provenance->file_name);
  wm_json_writer_add_text (writer, "kind", provenance->kind);
  wm_json_writer_add_text (writer, "as_at", provenance->as_at);
  wm_json_writer_add_text (writer, "sha256", provenance->sha256);
  wm_json_writer_add_count (writer, "import", provenance->id);
  wm_json_writer_add_boolean (writer, "already_imported", result->already_imported);
  wm_json_writer_add_boolean (writer, "dry_run", result->is_dry_run);
  wm_json_writer_add_count (writer, "rows_read", provenance->rows_read);
  wm_json_writer_add_count (writer, "rows_kept", provenance->rows_kept);
  wm_json_writer_add_count (writer, "rows_refused", provenance->rows_refused);
  wm_json_writer_add_count (writer, "measures", result->n_measures);
  wm_json_writer_add_count (writer, "values", provenance->n_values);
  wm_json_writer_add_count (writer, "without_value", provenance->n_missing);
  wm_json_writer_add_text (writer, "first_period", result->first_label);
  wm_json_writer_add_text (writer, "last_period", result->last_label);
  if (arrival != NULL && arrival->changes != NULL)
    {
      wm_json_writer_add_count (writer, "new", arrival->n_new);
      wm_json_writer_add_count (writer, "revised", arrival->n_revised);
      wm_json_writer_add_count (writer, "gone", arrival->n_gone);
    }
  wm_json_writer_begin_object (writer, "refused");
  for (guint i = 0; i < result->refused->len; i++)
    {
      const WmRefusedCount *refused = &g_array_index (result->refused, WmRefusedCount, i);

      wm_json_writer_add_count (writer, refused->reason, refused->n_rows);
    }
  wm_json_writer_end_object (writer);
  write_findings (result, writer);
  wm_json_writer_end_object (writer);
}

static void
append_rows_line (GString *text, const WmImportResult *result)
{
  const WmProvenance *provenance = result->provenance;

  /* Translators: %1$u rows were read, %2$u kept, %3$u refused. */
  g_string_append_printf (text, _("Rows: %1$u read, %2$u kept, %3$u refused."),
                          (guint) provenance->rows_read, (guint) provenance->rows_kept,
                          (guint) provenance->rows_refused);
  g_string_append_c (text, '\n');
}

static void
append_findings (GString *text, const WmImportResult *result)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (result->findings, i);

      g_string_append_printf (text, "  %s: %s", wm_severity_to_id (finding->severity), finding->message);
      if (finding->n_rows > 0)
        /* Translators: %1$u rows, from line %2$u to line %3$u. */
        g_string_append_printf (text, ngettext (" (%1$u row, line %2$u)", " (%1$u rows, lines %2$u to %3$u)",
                                                finding->n_rows),
                                (guint) finding->n_rows, (guint) finding->first_line,
                                (guint) finding->last_line);
      g_string_append_c (text, '\n');
    }
}

static char *
result_to_text (const WmImportResult *result, const WmArrival *arrival)
{
  GString *text = g_string_new (NULL);

  /* Translators: %1$s is a file, %2$s what it is. */
  g_string_append_printf (text, _("%1$s (%2$s)"), result->provenance->file_name,
                          result->provenance->kind);
  g_string_append_c (text, '\n');
  if (result->already_imported)
    {
      g_string_append (text, _("Already imported: nothing was done. --again imports it once more."));
      g_string_append_c (text, '\n');
      return g_string_free (text, FALSE);
    }
  for (gsize i = 0; arrival != NULL && arrival->lines[i] != NULL; i++)
    g_string_append_printf (text, "%s\n", arrival->lines[i]);
  append_rows_line (text, result);
  if (result->is_dry_run)
    g_string_append_printf (text, "%s\n", _("This was a dry run: the project is as it was."));
  append_findings (text, result);
  return g_string_free (text, FALSE);
}

static WmArrival *
load_arrival (WmProject *project, const WmImportResult *result)
{
  WmArea *own = wm_project_get_own_authority (project);

  if (result->already_imported || result->is_dry_run
      || result->provenance->n_values + result->provenance->n_missing == 0)
    return NULL;
  return wm_arrival_new (project, result->provenance->id, own != NULL ? own->code : NULL, NULL);
}

/* Imports one file and reports on it. */
static gboolean
import_file (WmProject *project, const char *path, WmImportOptions *options, WmCliFormat format,
             WmJsonWriter *writer, GError **error)
{
  g_autoptr (WmImportResult) result = NULL;
  g_autoptr (WmArrival) arrival = NULL;

  options->areas = wm_project_get_areas (project);
  result = wm_import_file (wm_project_get_store (project), path, options, NULL, error);
  if (result == NULL || !wm_project_reload (project, error))
    return FALSE;
  arrival = load_arrival (project, result);
  if (format == WM_CLI_JSON)
    write_result (result, arrival, writer);
  else
    {
      g_autofree char *text = result_to_text (result, arrival);

      wm_cli_print (text);
    }
  return TRUE;
}

static WmCliStatus
import_all (WmProject *project, GStrv paths, WmImportOptions *options, WmCliFormat format)
{
  WmJsonWriter *writer = wm_json_writer_new ();
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  wm_json_writer_begin_array (writer, NULL);
  for (gsize i = 0; error == NULL && paths[i] != NULL; i++)
    import_file (project, paths[i], options, format, writer, &error);
  wm_json_writer_end_array (writer);
  json = wm_json_writer_finish (writer);
  if (error != NULL)
    return wm_cli_fail_as (error, format);
  if (format == WM_CLI_JSON)
    wm_cli_print (json);
  return WM_CLI_DONE;
}

static gboolean
check_date (const char *text, WmCliStatus *status)
{
  WmPeriod day;

  if (text == NULL || (wm_period_parse_label (text, &day, NULL) && day.kind == WM_PERIOD_DAY))
    return TRUE;
  *status = wm_cli_misuse (_("“%s” is no date. Write it as 2025-11-20."), text);
  return FALSE;
}

static WmCliStatus
import_files (GStrv arguments)
{
  g_autofree char *kind = NULL;
  g_autofree char *indicator = NULL;
  g_autofree char *dataset = NULL;
  g_autofree char *as_at = NULL;
  g_autofree char *list = NULL;
  g_autofree char *format_name = NULL;
  WmImportOptions options = { .kind = WM_IMPORT_KIND_AUTO };
  GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &kind, N_("auto (default), lait, lait-download, lait-dictionary, ees, neighbours or areas"), "KIND" },
    { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &options.dry_run, N_("Read and report, change nothing"), NULL },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &indicator, N_("Code of the measure, for tables that do not carry it"), "CODE" },
    { "dataset", 0, 0, G_OPTION_ARG_STRING, &dataset, N_("Name of the data set, for published statistics"), "NAME" },
    { "as-at", 0, 0, G_OPTION_ARG_STRING, &as_at, N_("The day that the file stands for (default: the file's date)"), "YYYY-MM-DD" },
    { "list", 0, 0, G_OPTION_ARG_STRING, &list, N_("Which list a file of neighbours is"), "YEAR" },
    { "again", 0, 0, G_OPTION_ARG_NONE, &options.again, N_("Import a file once more"), NULL },
    { "allow-older", 0, 0, G_OPTION_ARG_NONE, &options.allow_older, N_("Import a file older than what is there"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_import, &arguments, entries, 2, -1, &status)
      || !wm_cli_parse_format (format_name, &format, &status) || !check_date (as_at, &status))
    return status;
  if (kind != NULL && !g_str_equal (kind, "auto") && !wm_import_kind_from_id (kind, &options.kind))
    return wm_cli_misuse (_("“%s” is no kind of file. “waymark-cli import --help” lists them."), kind);
  options.indicator = indicator;
  options.dataset = dataset;
  options.as_at = as_at;
  options.list = list;
  project = wm_cli_open (arguments[1], !options.dry_run, &error);
  if (project == NULL)
    return wm_cli_fail_as (error, format);
  return import_all (project, arguments + 2, &options, format);
}

static WmTable *
make_imports_table (GPtrArray *imports)
{
  static const char *const numbers[] = { "rows_read", "rows_kept", "rows_refused", "values", "without_value" };
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "import", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "file", WM_COLUMN_TEXT);
  wm_table_add_column (table, "kind", WM_COLUMN_TEXT);
  wm_table_add_column (table, "as_at", WM_COLUMN_TEXT);
  wm_table_add_column (table, "imported_at", WM_COLUMN_TEXT);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    wm_table_add_column (table, numbers[i], WM_COLUMN_NUMBER);
  wm_table_add_column (table, "undone", WM_COLUMN_TEXT);
  wm_table_add_column (table, "sha256", WM_COLUMN_TEXT);
  for (guint i = 0; i < imports->len; i++)
    {
      const WmProvenance *provenance = g_ptr_array_index (imports, i);

      wm_table_begin_row (table);
      wm_table_add_number (table, provenance->id);
      wm_table_add_text (table, provenance->file_name);
      wm_table_add_text (table, provenance->kind);
      wm_table_add_text (table, provenance->as_at);
      wm_table_add_text (table, provenance->imported_at);
      wm_table_add_number (table, provenance->rows_read);
      wm_table_add_number (table, provenance->rows_kept);
      wm_table_add_number (table, provenance->rows_refused);
      wm_table_add_number (table, provenance->n_values);
      wm_table_add_number (table, provenance->n_missing);
      wm_table_add_text (table, provenance->is_undone ? "yes" : "no");
      wm_table_add_text (table, provenance->sha256);
    }
  return table;
}

static WmTable *
make_findings_table (GPtrArray *findings)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "severity", WM_COLUMN_TEXT);
  wm_table_add_column (table, "code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "value", WM_COLUMN_TEXT);
  wm_table_add_column (table, "rows", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "first_line", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "last_line", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "message", WM_COLUMN_TEXT);
  for (guint i = 0; i < findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (findings, i);

      wm_table_begin_row (table);
      wm_table_add_text (table, wm_severity_to_id (finding->severity));
      wm_table_add_text (table, finding->code);
      wm_table_add_text (table, finding->value);
      wm_table_add_number (table, finding->n_rows);
      wm_table_add_number (table, finding->first_line);
      wm_table_add_number (table, finding->last_line);
      wm_table_add_text (table, finding->message);
    }
  return table;
}

static WmCliStatus
list_imports (GStrv arguments)
{
  g_autofree char *format_name = NULL;
  gint64 findings_of = 0;
  GOptionEntry entries[] = {
    { "findings", 0, 0, G_OPTION_ARG_INT64, &findings_of, N_("The findings of one import"), "N" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_imports, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  project = wm_cli_open (arguments[1], FALSE, &error);
  if (project != NULL)
    found = findings_of != 0
              ? wm_store_list_findings (wm_project_get_store (project), findings_of, &error)
              : wm_store_list_imports (wm_project_get_store (project), &error);
  if (found == NULL)
    return wm_cli_fail_as (error, format);
  table = findings_of != 0 ? make_findings_table (found) : make_imports_table (found);
  wm_cli_print_table (table, format);
  return WM_CLI_DONE;
}

static WmCliStatus
undo (GStrv arguments)
{
  gboolean is_redo = FALSE;
  GOptionEntry entries[] = {
    { "redo", 0, 0, G_OPTION_ARG_NONE, &is_redo, N_("Take an undone import back in"), NULL },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliStatus status;
  gint64 import_id;
  gboolean is_done;

  if (!wm_cli_parse (&wm_cli_undo, &arguments, entries, 2, 2, &status))
    return status;
  if (!g_ascii_string_to_signed (arguments[2], 10, 1, G_MAXINT64, &import_id, NULL))
    return wm_cli_misuse (_("“%s” is no number of an import. “waymark-cli imports” lists them."),
                          arguments[2]);
  project = wm_cli_open (arguments[1], TRUE, &error);
  if (project == NULL)
    return wm_cli_fail (error);
  is_done = is_redo ? wm_store_redo_import (wm_project_get_store (project), import_id, &error)
                    : wm_store_undo_import (wm_project_get_store (project), import_id, &error);
  return is_done ? WM_CLI_DONE : wm_cli_fail (error);
}
