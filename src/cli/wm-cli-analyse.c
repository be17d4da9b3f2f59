/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli analyse: estimates from a project or from any tidy table. */

#include "config.h"

#include "wm-cli-study.h"

#include "wm-before-after.h"
#include "wm-impact-write.h"
#include "wm-saved-results.h"

#include <glib/gi18n.h>

static WmCliStatus analyse (GStrv arguments);

const WmCliCommand wm_cli_analyse = {
  .name = "analyse",
  .arguments = "did|prepost|describe [P.waymark | --data FILE.csv] …",
  .summary = N_("Estimate a change: difference in differences, before and after, or just describe"),
  .run = analyse,
};

/* Prints what one kind of analysis found, or says why there is nothing. */
typedef gboolean (*Analysis) (WmCliStudy *study, WmCliFormat format, GError **error);

/* Keeps what was found, where that was asked for. */
static gboolean
save (WmCliStudy *study, const char *kind, const char *json, const char *words, GError **error)
{
  return study->save == NULL
         || wm_project_keep_result (study->project, study->save, kind, &study->spec, json, words, NULL, error);
}

static void
print (WmCliFormat format, const char *json, const char *words, WmTable *table)
{
  g_autofree char *csv = NULL;

  if (format == WM_CLI_CSV)
    csv = wm_table_to_csv (table);
  wm_cli_print (format == WM_CLI_JSON ? json : format == WM_CLI_TEXT ? words : csv);
}

static gboolean
run_did (WmCliStudy *study, WmCliFormat format, GError **error)
{
  g_autoptr (WmImpact) impact = wm_impact_new (study->project, &study->spec, error);
  g_autoptr (WmTable) table = NULL;
  g_autofree char *json = NULL;
  g_autofree char *words = NULL;

  if (impact == NULL)
    return FALSE;
  json = wm_impact_to_json (impact);
  words = wm_impact_to_text (impact);
  table = wm_impact_make_table (impact);
  if (!save (study, "did", json, words, error))
    return FALSE;
  print (format, json, words, table);
  return TRUE;
}

static gboolean
run_prepost (WmCliStudy *study, WmCliFormat format, GError **error)
{
  g_autoptr (WmBeforeAfter) answer = wm_before_after_new (study->project, &study->spec, error);
  g_autoptr (WmTable) table = NULL;
  g_autofree char *json = NULL;
  g_autofree char *words = NULL;

  if (answer == NULL)
    return FALSE;
  json = wm_before_after_to_json (answer);
  words = wm_before_after_to_text (answer);
  table = wm_before_after_make_table (answer);
  if (!save (study, "prepost", json, words, error))
    return FALSE;
  print (format, json, words, table);
  return TRUE;
}

static gboolean
run_describe (WmCliStudy *study, WmCliFormat format, GError **error)
{
  g_autoptr (WmTable) table = wm_description_make_table (study->project, &study->spec, error);

  if (table == NULL)
    return FALSE;
  if (format == WM_CLI_JSON)
    {
      WmJsonWriter *writer = wm_json_writer_new ();
      g_autofree char *text = NULL;

      wm_json_writer_begin_object (writer, NULL);
      wm_json_writer_add_text (writer, "method", "describe");
      wm_table_write_json (table, "rows", writer);
      wm_json_writer_end_object (writer);
      text = wm_json_writer_finish (writer);
      wm_cli_print (text);
    }
  else
    wm_cli_print_table (table, format);
  return TRUE;
}

static Analysis
find_analysis (const char *name)
{
  if (g_str_equal (name, "did"))
    return run_did;
  if (g_str_equal (name, "prepost"))
    return run_prepost;
  if (g_str_equal (name, "describe"))
    return run_describe;
  return NULL;
}

/* What each kind cannot do without, and what cannot be kept. */
static gboolean
check_needs (const WmCliStudy *study, Analysis analysis, WmCliStatus *status)
{
  if (study->save != NULL && (analysis == run_describe || study->data_path != NULL))
    {
      *status = wm_cli_misuse (_("--save keeps a did or prepost of a measure of a project."));
      return FALSE;
    }
  if (analysis == run_describe)
    return TRUE;
  if (study->treated_items[0] == NULL)
    *status = wm_cli_misuse (_("which group? Name it with --treated."));
  else if (study->start == NULL)
    *status = wm_cli_misuse (_("from when? Give the first period after the start with --start."));
  else
    return TRUE;
  return FALSE;
}

static WmCliStatus
analyse (GStrv arguments)
{
  g_auto (WmCliStudy) study = WM_CLI_STUDY_INIT;
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    WM_CLI_STUDY_ENTRIES (study),
    { "save", 0, 0, G_OPTION_ARG_STRING, &study.save, N_("Keep the result in the project under a name"), "NAME" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;
  Analysis analysis;

  if (!wm_cli_parse (&wm_cli_analyse, &arguments, entries, 1, 2, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  analysis = find_analysis (arguments[1]);
  if (analysis == NULL)
    return wm_cli_misuse (_("“%s” is no analysis. Use did, prepost or describe."), arguments[1]);
  if (!wm_cli_study_check (&study, arguments + 2, &status) || !check_needs (&study, analysis, &status))
    return status;
  if (!wm_cli_study_load (&study, &error) || !analysis (&study, format, &error))
    return wm_cli_fail_as (error, format);
  return WM_CLI_DONE;
}
