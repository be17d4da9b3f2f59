/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli framework: outcomes frameworks listed, checked, compared and exported, wherever they are.
 * How one is shown is in wm-cli-framework-show.c, what is done to those of a project in
 * wm-cli-framework-project.c. */

#include "config.h"

#include "wm-cli-framework.h"

#include "wm-coverage.h"
#include "wm-finding.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-changes.h"
#include "wm-framework-check.h"
#include "wm-framework-compare.h"
#include "wm-framework-file.h"
#include "wm-framework-names.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"

#include <glib/gi18n.h>
#include <math.h>

static WmCliStatus run_framework (GStrv arguments);

const WmCliCommand wm_cli_framework = {
  .name = "framework",
  .arguments = "VERB …\n"
               "  list [P.waymark] | show F | validate FILE | compare F F… | changes THEN NOW |\n"
               "  export F --output FILE |\n"
               "  import P.waymark F | coverage P.waymark | active P.waymark [ID] | remove P.waymark ID |\n"
               "  restore P.waymark ID | keep P.waymark ID | versions P.waymark ID",
  .summary = N_("List, check, compare, import or export outcomes frameworks"),
  .run = run_framework,
};

typedef WmCliFrameworkOptions Options;

/* Makes the table that frameworks are listed in. */
WmTable *
wm_cli_framework_make_list (gboolean of_project)
{
  static const char *const texts[] = { "framework", "title", "version", NULL };
  static const char *const counts[] = { "domains", "outcomes", "indicators", "placeholders", NULL };
  static const char *const more[] = { "date", "changed_at", "active", NULL };
  WmTable *table = wm_table_new ();

  for (gsize i = 0; texts[i] != NULL; i++)
    wm_table_add_column (table, texts[i], WM_COLUMN_TEXT);
  for (gsize i = 0; counts[i] != NULL; i++)
    wm_table_add_column (table, counts[i], WM_COLUMN_NUMBER);
  for (gsize i = 0; of_project && more[i] != NULL; i++)
    wm_table_add_column (table, more[i], WM_COLUMN_TEXT);
  return table;
}

/* Adds a framework to that table. */
void
wm_cli_framework_add_row (WmTable *table, WmFramework *framework)
{
  const WmFrameworkItem *header = wm_framework_get_header (framework);
  guint n_indicators = 0;

  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    n_indicators += wm_framework_item_get_kind (wm_framework_get_item (framework, i)) == WM_ITEM_INDICATOR;
  wm_table_begin_row (table);
  wm_table_add_text (table, wm_framework_get_id (framework));
  wm_table_add_text (table, wm_framework_get_title (framework));
  wm_table_add_text (table, wm_framework_item_get_text (header, WM_FIELD_EDITION));
  wm_table_add_number (table, wm_framework_count (framework, WM_ITEM_DOMAIN));
  wm_table_add_number (table, wm_framework_count (framework, WM_ITEM_OUTCOME));
  wm_table_add_number (table, wm_framework_count (framework, WM_ITEM_INDICATOR));
  wm_table_add_number (table, n_indicators - wm_framework_count (framework, WM_ITEM_INDICATOR));
}

static gboolean
add_named (WmTable *table, const char *name, GError **error)
{
  g_autoptr (WmFramework) framework = wm_framework_load_named (name, error);

  if (framework != NULL)
    wm_cli_framework_add_row (table, framework);
  return framework != NULL;
}

static WmCliStatus
list_built_in (GStrv names, const Options *options)
{
  const char *const *ids = wm_framework_get_built_in_ids ();
  g_autoptr (WmTable) table = wm_cli_framework_make_list (FALSE);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!add_named (table, ids[i], &error))
      return wm_cli_fail_as (error, options->format);
  if (!add_named (table, "lait", &error))
    return wm_cli_fail_as (error, options->format);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

/* Prints what is wrong with a framework, or what it lacks. */
void
wm_cli_framework_print_findings (const GPtrArray *findings, WmCliFormat format)
{
  g_autoptr (WmTable) table = wm_table_new ();

  wm_table_add_column (table, "severity", WM_COLUMN_TEXT);
  wm_table_add_column (table, "code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "line", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "item", WM_COLUMN_TEXT);
  wm_table_add_column (table, "message", WM_COLUMN_TEXT);
  for (guint i = 0; i < findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (findings, i);

      wm_table_begin_row (table);
      wm_table_add_text (table, wm_severity_to_id (finding->severity));
      wm_table_add_text (table, finding->code);
      wm_table_add_number (table, finding->first_line > 0 ? (double) finding->first_line : NAN);
      wm_table_add_text (table, finding->value);
      wm_table_add_text (table, finding->message);
    }
  wm_cli_print_table (table, format);
}

/* A file that can be read is told what it still lacks; one that cannot, what is wrong and where. */
static WmCliStatus
validate (GStrv names, const Options *options)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  g_autoptr (GPtrArray) lacks = NULL;
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (GError) error = NULL;

  framework = wm_framework_load (names[0], findings, &error);
  if (framework == NULL && findings->len == 0)
    return wm_cli_fail_as (error, options->format);
  if (framework == NULL)
    {
      wm_cli_framework_print_findings (findings, options->format);
      return wm_cli_fail (error);
    }
  lacks = wm_framework_check (framework);
  wm_cli_framework_print_findings (lacks, options->format);
  return WM_CLI_DONE;
}

static WmCliStatus
compare (GStrv names, const Options *options)
{
  g_autoptr (GPtrArray) frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_unref);
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      WmFramework *framework = wm_framework_load_named (names[i], &error);

      if (framework == NULL)
        return wm_cli_fail_as (error, options->format);
      g_ptr_array_add (frameworks, framework);
    }
  table = options->matrix
            ? wm_framework_compare_matrix ((WmFramework *const *) frameworks->pdata, frameworks->len)
            : wm_framework_compare_table ((WmFramework *const *) frameworks->pdata, frameworks->len);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

static WmCliStatus
list_changes (GStrv names, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) then = wm_framework_load_named (names[0], &error);
  g_autoptr (WmFramework) now = then != NULL ? wm_framework_load_named (names[1], &error) : NULL;
  g_autoptr (WmTable) table = NULL;

  if (now == NULL)
    return wm_cli_fail_as (error, options->format);
  table = wm_framework_list_changes (then, now);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

/* Of a framework of a project, a document says what data there is. */
static gboolean
export_from_project (const char *path, const char *id, const char *output, GError **error)
{
  g_autoptr (WmProject) project = wm_cli_open (path, FALSE, error);
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (WmCoverage) coverage = NULL;

  if (project != NULL)
    framework = wm_project_load_framework (project, id, error);
  if (framework != NULL)
    coverage = wm_coverage_new (project, framework, error);
  return coverage != NULL && wm_framework_export (framework, coverage, output, error);
}

static gboolean
export_named (const char *name, const char *output, GError **error)
{
  g_autoptr (WmFramework) framework = wm_framework_load_named (name, error);

  return framework != NULL && wm_framework_export (framework, NULL, output, error);
}

static WmCliStatus
export (GStrv names, const Options *options)
{
  g_autoptr (GError) error = NULL;
  WmFrameworkFile file;

  if (options->output == NULL || !wm_framework_file_from_path (options->output, &file))
    return wm_cli_misuse (_("where to? Give a file with --output that ends in .wmframework, .csv, "
                            ".xlsx, .html or .pdf."));
  if (names[1] != NULL ? export_from_project (names[0], names[1], options->output, &error)
                       : export_named (names[0], options->output, &error))
    return WM_CLI_DONE;
  return wm_cli_fail_as (error, options->format);
}

/* The verbs, and how many words each takes. Those that have a project get it open. */
static const struct
{
  const char *name;
  guint least;
  guint most;
  gboolean is_writer;
  WmCliStatus (*run) (GStrv words, const Options *options);
  WmCliStatus (*run_on) (WmProject *project, GStrv words, const Options *options);
} verbs[] = {
  { "list", 0, 0, FALSE, list_built_in, NULL },
  { "list", 1, 1, FALSE, NULL, wm_cli_framework_list },
  { "show", 1, 1, FALSE, wm_cli_framework_show, NULL },
  { "validate", 1, 1, FALSE, validate, NULL },
  { "compare", 2, 50, FALSE, compare, NULL },
  { "changes", 2, 2, FALSE, list_changes, NULL },
  { "export", 1, 2, FALSE, export, NULL },
  { "coverage", 1, 1, FALSE, NULL, wm_cli_framework_coverage },
  { "import", 2, 2, TRUE, NULL, wm_cli_framework_import },
  { "active", 1, 1, FALSE, NULL, wm_cli_framework_active },
  { "active", 2, 2, TRUE, NULL, wm_cli_framework_active },
  { "remove", 2, 2, TRUE, NULL, wm_cli_framework_remove },
  { "restore", 2, 2, TRUE, NULL, wm_cli_framework_restore },
  { "keep", 2, 2, TRUE, NULL, wm_cli_framework_keep },
  { "versions", 2, 2, FALSE, NULL, wm_cli_framework_versions },
};

static WmCliStatus
run_on_project (gsize verb, GStrv words, const Options *options)
{
  g_autoptr (GError) error = NULL;
  gboolean is_writer = verbs[verb].is_writer || options->none;
  g_autoptr (WmProject) project = wm_cli_open (words[0], is_writer, &error);

  return project != NULL ? verbs[verb].run_on (project, words + 1, options)
                         : wm_cli_fail_as (error, options->format);
}

static WmCliStatus
run_verb (GStrv words, const Options *options)
{
  guint n = g_strv_length (words) - 1;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, words[0]) && n >= verbs[i].least && n <= verbs[i].most)
      return verbs[i].run != NULL ? verbs[i].run (words + 1, options)
                                  : run_on_project (i, words + 1, options);
  return wm_cli_misuse (_("usage: waymark-cli %1$s %2$s"), wm_cli_framework.name, wm_cli_framework.arguments);
}

static void
options_clear (Options *self)
{
  g_free (self->by);
  g_free (self->output);
  g_free (self->framework);
  g_free (self->as);
  g_free (self->note);
  g_free (self->title);
  g_free (self->sheet);
  g_strfreev (self->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static WmCliStatus
run_framework (GStrv arguments)
{
  g_auto (Options) options = { 0 };
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The file to write: .wmframework, .csv, .xlsx, .html or .pdf"), "FILE" },
    { "framework", 0, 0, G_OPTION_ARG_STRING, &options.framework,
      N_("coverage: the framework (default: the active one)"), "F" },
    { "gaps", 0, 0, G_OPTION_ARG_NONE, &options.gaps, N_("coverage: only what has no data"), NULL },
    { "matrix", 0, 0, G_OPTION_ARG_NONE, &options.matrix,
      N_("compare, show --by: a column for each framework or group, the common core first"), NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("show: the same items by a grouping of their tags"), "GROUPING" },
    { "groupings", 0, 0, G_OPTION_ARG_NONE, &options.groupings, N_("show: the groupings that the tags make"), NULL },
    { "burden", 0, 0, G_OPTION_ARG_NONE, &options.burden,
      N_("show: by domain, where the data would come from"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.replace,
      N_("import: replace the framework of the same id; it is kept as a version"), NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &options.as, N_("import: under another id"), "ID" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title,
      N_("import of a table: the framework's title (default: the file's name)"), "TEXT" },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, N_("import of a workbook: which sheet"), "NAME" },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.columns,
      N_("import of a table: what a column tells; may be repeated"), "HEADING=WHAT" },
    { "none", 0, 0, G_OPTION_ARG_NONE, &options.none, N_("active: choose none"), NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_("keep: what changed"), "TEXT" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_framework, &arguments, entries, 1, -1, &status)
      || !wm_cli_parse_format (format_name, &options.format, &status))
    return status;
  return run_verb (arguments + 1, &options);
}
