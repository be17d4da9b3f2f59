/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli framework: outcomes frameworks listed, shown, checked, compared and exported. */

#include "config.h"

#include "wm-cli.h"

#include "wm-finding.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-check.h"
#include "wm-framework-compare.h"
#include "wm-framework-lait.h"
#include "wm-framework-read.h"
#include "wm-framework-table.h"
#include "wm-framework-write.h"
#include "wm-reference.h"
#include "wm-store-indicators.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

static WmCliStatus run_framework (GStrv arguments);

const WmCliCommand wm_cli_framework = {
  .name = "framework",
  .arguments = "list | show F | validate FILE | compare F F… | export F --output FILE",
  .summary = N_("List, show, check, compare or export outcomes frameworks"),
  .run = run_framework,
};

/* What the verbs have between them. */
typedef struct
{
  char *output;
  WmCliFormat format;
} Options;

static WmFramework *
make_reference_lait (void)
{
  g_autoptr (GPtrArray) measures = wm_reference_list_measures ();

  return wm_framework_new_lait (measures);
}

/* The framework that the data dictionary of a project makes. */
static WmFramework *
load_project_lait (const char *path, GError **error)
{
  g_autoptr (WmProject) project = wm_cli_open (path, FALSE, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  if (project != NULL)
    rows = wm_store_list_indicators (wm_project_get_store (project), error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (measures, ((WmIndicatorRow *) g_ptr_array_index (rows, i))->indicator);
  return wm_framework_new_lait (measures);
}

/* F: a file, the id of a built-in framework, "lait", or P.waymark:lait. */
static WmFramework *
load_framework (const char *name, GError **error)
{
  if (g_file_test (name, G_FILE_TEST_IS_REGULAR))
    return wm_framework_load (name, NULL, error);
  if (g_str_equal (name, WM_FRAMEWORK_LAIT_ID))
    return make_reference_lait ();
  if (g_str_has_suffix (name, ".waymark:" WM_FRAMEWORK_LAIT_ID))
    {
      g_autofree char *path = g_strndup (name, strlen (name) - strlen (":" WM_FRAMEWORK_LAIT_ID));

      return load_project_lait (path, error);
    }
  if (g_str_has_suffix (name, ".wmframework"))
    return wm_framework_load (name, NULL, error);
  return wm_framework_load_built_in (name, error);
}

static void
add_list_row (WmTable *table, WmFramework *framework)
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

static WmTable *
make_list_table (void)
{
  static const char *const counts[] = { "domains", "outcomes", "indicators", "placeholders" };
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "framework", WM_COLUMN_TEXT);
  wm_table_add_column (table, "title", WM_COLUMN_TEXT);
  wm_table_add_column (table, "version", WM_COLUMN_TEXT);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    wm_table_add_column (table, counts[i], WM_COLUMN_NUMBER);
  return table;
}

static WmCliStatus
list (GStrv names, const Options *options)
{
  const char *const *ids = wm_framework_get_built_in_ids ();
  g_autoptr (WmTable) table = make_list_table ();
  g_autoptr (WmFramework) lait = make_reference_lait ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WmFramework) framework = wm_framework_load_built_in (ids[i], &error);

      if (framework == NULL)
        return wm_cli_fail_as (error, options->format);
      add_list_row (table, framework);
    }
  add_list_row (table, lait);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

static WmCliStatus
show (GStrv names, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = load_framework (names[0], &error);
  g_autoptr (WmTable) table = NULL;

  if (framework == NULL)
    return wm_cli_fail_as (error, options->format);
  table = wm_framework_to_summary_table (framework);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

static void
print_findings (const GPtrArray *findings, WmCliFormat format)
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
      print_findings (findings, options->format);
      return wm_cli_fail (error);
    }
  lacks = wm_framework_check (framework);
  print_findings (lacks, options->format);
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
      WmFramework *framework = load_framework (names[i], &error);

      if (framework == NULL)
        return wm_cli_fail_as (error, options->format);
      g_ptr_array_add (frameworks, framework);
    }
  table = wm_framework_compare_table ((WmFramework *const *) frameworks->pdata, frameworks->len);
  wm_cli_print_table (table, options->format);
  return WM_CLI_DONE;
}

static gboolean
save (WmFramework *framework, const char *path, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autoptr (WmTable) table = NULL;

  if (g_str_has_suffix (lower, ".wmframework"))
    return wm_framework_save (framework, path, error);
  table = wm_framework_to_table (framework);
  return wm_table_save (table, path, error);
}

static gboolean
is_known_ending (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".wmframework") || g_str_has_suffix (lower, ".csv")
         || g_str_has_suffix (lower, ".xlsx");
}

static WmCliStatus
export (GStrv names, const Options *options)
{
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (GError) error = NULL;

  if (options->output == NULL || !is_known_ending (options->output))
    return wm_cli_misuse (_("where to? Give a file with --output that ends in .wmframework, .csv or .xlsx."));
  framework = load_framework (names[0], &error);
  if (framework == NULL || !save (framework, options->output, &error))
    return wm_cli_fail_as (error, options->format);
  return WM_CLI_DONE;
}

/* The verbs, and how many frameworks each takes. */
static const struct
{
  const char *name;
  guint least;
  guint most;
  WmCliStatus (*run) (GStrv names, const Options *options);
} verbs[] = {
  { "list", 0, 0, list },
  { "show", 1, 1, show },
  { "validate", 1, 1, validate },
  { "compare", 2, 50, compare },
  { "export", 1, 1, export },
};

static WmCliStatus
run_verb (GStrv words, const Options *options)
{
  guint n = g_strv_length (words) - 1;

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, words[0]) && n >= verbs[i].least && n <= verbs[i].most)
      return verbs[i].run (words + 1, options);
  return wm_cli_misuse (_("usage: waymark-cli %1$s %2$s"), wm_cli_framework.name, wm_cli_framework.arguments);
}

static WmCliStatus
run_framework (GStrv arguments)
{
  g_autofree char *format_name = NULL;
  g_autofree char *output = NULL;
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write: .wmframework, .csv or .xlsx"), "FILE" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  Options options = { 0 };
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_framework, &arguments, entries, 1, -1, &status)
      || !wm_cli_parse_format (format_name, &options.format, &status))
    return status;
  options.output = output;
  return run_verb (arguments + 1, &options);
}
