/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli framework, on a project: its frameworks listed, brought in, chosen, removed and kept as
 * versions, and held against its data. */

#include "config.h"

#include "wm-cli-framework.h"

#include "wm-coverage.h"
#include "wm-finding.h"
#include "wm-framework-names.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"

#include <glib/gi18n.h>

typedef WmCliFrameworkOptions Options;

static gboolean
add_entry (WmTable *table, WmProject *project, const WmFrameworkEntry *entry, GError **error)
{
  g_autoptr (WmFramework) framework = wm_project_load_framework (project, entry->id, error);

  if (framework == NULL)
    return FALSE;
  wm_cli_framework_add_row (table, framework);
  wm_table_add_text (table, entry->date);
  wm_table_add_text (table, entry->changed_at);
  wm_table_add_text (table, entry->is_active ? "yes" : "no");
  return TRUE;
}

/* list P.waymark */
WmCliStatus
wm_cli_framework_list (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmTable) table = wm_cli_framework_make_list (TRUE);
  g_autoptr (GPtrArray) entries = wm_project_list_frameworks (project, &error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (!add_entry (table, project, g_ptr_array_index (entries, i), &error))
      break;
  if (error != NULL)
    return wm_cli_fail_as (error, options->format);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

/* Says what is wrong with a file, or what of it was left out, with its place. */
static void
say_findings (const char *name, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (findings, i);

      wm_cli_say ("%s:%" G_GUINT64_FORMAT ": %s", name, finding->first_line, finding->message);
    }
}

static WmFramework *
read_framework (const char *name, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  WmFramework *framework;

  if (wm_cli_framework_is_sheet (name))
    framework = wm_cli_framework_read_sheet (name, options, findings, error);
  else if (g_file_test (name, G_FILE_TEST_IS_REGULAR))
    framework = wm_framework_load (name, findings, error);
  else
    framework = wm_framework_load_named (name, error);
  /* Of a single thing that is wrong the error tells enough. */
  if (framework != NULL || findings->len > 1)
    say_findings (name, findings);
  return framework;
}

static WmFramework *
read_for_import (const char *name, const Options *options, GError **error)
{
  g_autoptr (WmFramework) framework = read_framework (name, options, error);

  if (framework == NULL || options->as == NULL
      || g_str_equal (options->as, wm_framework_get_id (framework)))
    return g_steal_pointer (&framework);
  return wm_framework_copy_as (framework, options->as, error);
}

/* Puts a framework in the place of the one of its id, which is kept as a version. */
static gboolean
replace (WmProject *project, WmFramework *framework, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!wm_project_keep_framework_version (project, wm_framework_get_id (framework),
                                          _("Before it was replaced by an import"), NULL, &local_error))
    {
      if (!g_error_matches (local_error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      return wm_project_add_framework (project, framework, error);
    }
  return wm_project_save_framework (project, framework, error);
}

static gboolean
add (WmProject *project, WmFramework *framework, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (wm_project_add_framework (project, framework, &local_error))
    return TRUE;
  if (g_error_matches (local_error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS))
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS,
                 /* Translators: %s is a sentence; the options stay as they are. */
                 _("%s Use --replace to put this one in its place, or --as ID to keep both."),
                 local_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* import P.waymark F */
WmCliStatus
wm_cli_framework_import (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = read_for_import (words[0], options, &error);
  g_autoptr (WmTable) table = NULL;

  if (framework == NULL
      || !(options->replace ? replace (project, framework, &error) : add (project, framework, &error)))
    return wm_cli_fail_as (error, options->format);
  table = wm_cli_framework_make_list (FALSE);
  wm_cli_framework_add_row (table, framework);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

/* The framework of --framework: one of the project before any other; without it the active one. */
static WmFramework *
choose (WmProject *project, const char *name, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  WmFramework *framework = name != NULL ? wm_project_load_framework (project, name, &local_error)
                                        : wm_project_load_active_framework (project, &local_error);

  if (framework != NULL)
    return framework;
  if (name != NULL && g_error_matches (local_error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM))
    return wm_framework_load_named (name, error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
                         _("No framework of the project is active. Name one with --framework, or choose "
                           "one with “framework active”."));
  return NULL;
}

static void
print_coverage_json (WmCoverage *coverage, WmTable *table, const char *key)
{
  WmFramework *framework = wm_coverage_get_framework (coverage);
  WmJsonWriter *writer = wm_json_writer_new ();
  g_autofree char *text = NULL;

  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_text (writer, "framework", wm_framework_get_id (framework));
  wm_json_writer_add_text (writer, "title", wm_framework_get_title (framework));
  wm_json_writer_begin_object (writer, "counts");
  for (guint i = 0; i < WM_N_COVERAGE_STATES; i++)
    wm_json_writer_add_count (writer, wm_coverage_state_to_id (i), wm_coverage_count (coverage, i));
  wm_json_writer_end_object (writer);
  wm_table_write_json (table, key, writer);
  wm_json_writer_end_object (writer);
  text = wm_json_writer_finish (writer);
  wm_cli_print (text);
}

static void
print_counts (WmCoverage *coverage)
{
  g_autoptr (GString) text = g_string_new (wm_framework_get_title (wm_coverage_get_framework (coverage)));

  g_string_append (text, "\n\n");
  for (guint i = 0; i < WM_N_COVERAGE_STATES; i++)
    if (wm_coverage_count (coverage, i) > 0)
      g_string_append_printf (text, "%6u  %s\n", wm_coverage_count (coverage, i),
                              wm_coverage_state_get_words (i));
  g_string_append_c (text, '\n');
  wm_cli_print (text->str);
}

/* The longest title that a terminal has room for beside the data. [characters] */
#define MAX_TITLE 60

static char *
shorten (const char *title)
{
  g_autofree char *head = NULL;

  if (title == NULL || g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_strdup (title);
  head = g_utf8_substring (title, 0, MAX_TITLE - 1);
  return g_strconcat (head, "…", NULL);
}

/* What a person reads on a terminal: less than a file has. */
static WmTable *
make_short_table (WmCoverage *coverage)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, _("Code"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Indicator"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Data"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Direction of travel"), WM_COLUMN_TEXT);
  for (guint i = 0; i < wm_coverage_get_n_rows (coverage); i++)
    {
      const WmCoverageRow *row = wm_coverage_get_row (coverage, i);
      const char *code = wm_framework_item_get_text (row->indicator, WM_FIELD_CODE);
      g_autofree char *title =
        shorten (wm_framework_item_get_text (row->indicator, WM_FIELD_TITLE));
      g_autofree char *words = wm_coverage_row_dup_words (row);

      wm_table_begin_row (table);
      wm_table_add_text (table, code != NULL ? code : wm_framework_item_get_id (row->indicator));
      wm_table_add_text (table, title);
      wm_table_add_text (table, words);
      wm_table_add_text (table, row->travel != WM_TRAVEL_UNKNOWN ? wm_travel_get_words (row->travel) : NULL);
    }
  return table;
}

static void
print_coverage (WmCoverage *coverage, const Options *options)
{
  g_autoptr (WmTable) table = NULL;

  if (options->gaps)
    table = wm_coverage_to_gap_table (coverage);
  else if (options->format == WM_CLI_TEXT)
    table = make_short_table (coverage);
  else
    table = wm_coverage_to_table (coverage);
  if (options->format == WM_CLI_JSON)
    {
      print_coverage_json (coverage, table, options->gaps ? "gaps" : "indicators");
      return;
    }
  if (options->format == WM_CLI_TEXT)
    print_counts (coverage);
  wm_cli_print_table (table, options->format);
}

/* coverage P.waymark */
WmCliStatus
wm_cli_framework_coverage (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = choose (project, options->framework, &error);
  g_autoptr (WmCoverage) coverage = NULL;

  if (framework != NULL)
    coverage = wm_coverage_new (project, framework, &error);
  if (coverage == NULL)
    return wm_cli_fail_as (error, options->format);
  print_coverage (coverage, options);
  return WM_CLI_DONE;
}

/* active P.waymark [ID] */
WmCliStatus
wm_cli_framework_active (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autofree char *id = NULL;

  if (words[0] != NULL && options->none)
    return wm_cli_misuse (_("an ID or --none, not both."));
  if ((words[0] != NULL || options->none) && !wm_project_set_active_framework (project, words[0], &error))
    return wm_cli_fail_as (error, options->format);
  id = wm_project_dup_active_framework_id (project);
  table = wm_table_new ();
  wm_table_add_column (table, "active", WM_COLUMN_TEXT);
  if (id != NULL)
    {
      wm_table_begin_row (table);
      wm_table_add_text (table, id);
    }
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

/* remove P.waymark ID */
WmCliStatus
wm_cli_framework_remove (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (!wm_project_remove_framework (project, words[0], &error))
    return wm_cli_fail_as (error, options->format);
  wm_cli_say (_("“%s” was removed. “framework restore” brings it back."), words[0]);
  return WM_CLI_DONE;
}

/* restore P.waymark ID */
WmCliStatus
wm_cli_framework_restore (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (!wm_project_restore_framework (project, words[0], &error))
    return wm_cli_fail_as (error, options->format);
  return WM_CLI_DONE;
}

static WmTable *
make_version_table (GPtrArray *versions)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "number", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "kept_at", WM_COLUMN_TEXT);
  wm_table_add_column (table, "version", WM_COLUMN_TEXT);
  wm_table_add_column (table, "note", WM_COLUMN_TEXT);
  for (guint i = 0; i < versions->len; i++)
    {
      const WmFrameworkVersion *version = g_ptr_array_index (versions, i);

      wm_table_begin_row (table);
      wm_table_add_number (table, version->id);
      wm_table_add_text (table, version->kept_at);
      wm_table_add_text (table, version->edition);
      wm_table_add_text (table, version->note);
    }
  return table;
}

/* versions P.waymark ID */
WmCliStatus
wm_cli_framework_versions (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = wm_project_list_framework_versions (project, words[0], &error);
  g_autoptr (WmTable) table = NULL;

  if (versions == NULL)
    return wm_cli_fail_as (error, options->format);
  table = make_version_table (versions);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

/* keep P.waymark ID */
WmCliStatus
wm_cli_framework_keep (WmProject *project, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;

  if (!wm_project_keep_framework_version (project, words[0], options->note, NULL, &error))
    return wm_cli_fail_as (error, options->format);
  return wm_cli_framework_versions (project, words, options);
}
