/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli overview, changes, comparators: how an authority stands, and what changed for it. */

#include "config.h"

#include "wm-cli.h"

#include "wm-arrival.h"
#include "wm-overview-table.h"

#include <glib/gi18n.h>

static WmCliStatus overview (GStrv arguments);
static WmCliStatus changes (GStrv arguments);
static WmCliStatus comparators (GStrv arguments);

const WmCliCommand wm_cli_overview = {
  .name = "overview",
  .arguments = "P.waymark --area A [--set NAME]",
  .summary = N_("Show how an authority stands on a set of measures"),
  .run = overview,
};

const WmCliCommand wm_cli_changes = {
  .name = "changes",
  .arguments = "P.waymark --area A [--import N]",
  .summary = N_("List what an import changed for an authority"),
  .run = changes,
};

const WmCliCommand wm_cli_comparators = {
  .name = "comparators",
  .arguments = "P.waymark --indicator CODE --area A",
  .summary = N_("List what an authority is compared with, with method and numbers"),
  .run = comparators,
};

/* The area that the command names, or the project's own authority. */
static const char *
choose_area (WmProject *project, const char *area, GError **error)
{
  WmArea *own = wm_project_get_own_authority (project);

  if (area != NULL)
    return area;
  if (own != NULL)
    return own->code;
  g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_AREA,
                       _("Which authority? Name it with --area."));
  return NULL;
}

static WmCliStatus
overview (GStrv arguments)
{
  g_autofree char *area = NULL;
  g_autofree char *set = NULL;
  g_autofree char *sort = NULL;
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "area", 'a', 0, G_OPTION_ARG_STRING, &area, N_("The authority"), "A" },
    { "set", 0, 0, G_OPTION_ARG_STRING, &set, N_("One of the project's own sets (default: the starter set)"), "NAME" },
    { "sort", 0, 0, G_OPTION_ARG_STRING, &sort, N_("theme (default) or distance from the neighbours"), "ORDER" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (WmOverview) answer = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  const char *code = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_overview, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  if (sort != NULL && !g_str_equal (sort, "theme") && !g_str_equal (sort, "distance"))
    return wm_cli_misuse (_("“%s” is no order. Use theme or distance."), sort);
  project = wm_cli_open (arguments[1], FALSE, &error);
  if (project != NULL)
    code = choose_area (project, area, &error);
  if (code != NULL)
    answer = wm_overview_new (project, code, set, NULL, &error);
  if (answer == NULL)
    return wm_cli_fail_as (error, format);
  if (g_strcmp0 (sort, "distance") == 0)
    wm_overview_sort (answer, WM_OVERVIEW_BY_DISTANCE);
  table = wm_overview_make_table (answer);
  wm_cli_print_table (table, format);
  if (answer->absent[0] != NULL)
    {
      g_autofree char *codes = g_strjoinv (", ", answer->absent);

      wm_cli_say (_("Not in this project: %s"), codes);
    }
  return WM_CLI_DONE;
}

static WmCliStatus
changes (GStrv arguments)
{
  g_autofree char *area = NULL;
  g_autofree char *format_name = NULL;
  gint64 import_id = 0;
  GOptionEntry entries[] = {
    { "area", 'a', 0, G_OPTION_ARG_STRING, &area, N_("The authority"), "A" },
    { "import", 0, 0, G_OPTION_ARG_INT64, &import_id, N_("The import (default: the latest)"), "N" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (WmArrival) arrival = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  const char *code = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_changes, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  project = wm_cli_open (arguments[1], FALSE, &error);
  if (project != NULL)
    code = choose_area (project, area, &error);
  if (code != NULL
      && (import_id != 0 || wm_arrival_find_last_import (project, &import_id, &error)))
    arrival = wm_arrival_new (project, import_id, code, &error);
  if (arrival == NULL)
    return wm_cli_fail_as (error, format);
  for (gsize i = 0; arrival->lines[i] != NULL; i++)
    wm_cli_say ("%s", arrival->lines[i]);
  table = wm_arrival_make_table (arrival, project, -1);
  wm_cli_print_table (table, format);
  return WM_CLI_DONE;
}

static WmCliStatus
comparators (GStrv arguments)
{
  g_autofree char *area = NULL;
  g_autofree char *indicator = NULL;
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &indicator, N_("Code of the measure"), "CODE" },
    { "area", 'a', 0, G_OPTION_ARG_STRING, &area, N_("The authority"), "A" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  const char *code = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_comparators, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  if (indicator == NULL)
    return wm_cli_misuse (_("which measure? Give its code with --indicator."));
  project = wm_cli_open (arguments[1], FALSE, &error);
  if (project != NULL)
    code = choose_area (project, area, &error);
  if (code != NULL)
    table = wm_comparators_table_new (project, indicator, code, &error);
  if (table == NULL)
    return wm_cli_fail_as (error, format);
  wm_cli_print_table (table, format);
  return WM_CLI_DONE;
}
