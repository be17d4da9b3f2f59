/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli settings, direction, breaks: what a project takes for granted. */

#include "config.h"

#include "wm-cli.h"

#include "wm-store-indicators.h"

#include <glib/gi18n.h>

static WmCliStatus settings (GStrv arguments);
static WmCliStatus direction (GStrv arguments);
static WmCliStatus breaks (GStrv arguments);

const WmCliCommand wm_cli_settings = {
  .name = "settings",
  .arguments = "P.waymark [--authority A] [--neighbours LIST]",
  .summary = N_("Show or change the project's authority and list of neighbours"),
  .run = settings,
};

const WmCliCommand wm_cli_direction = {
  .name = "direction",
  .arguments = "P.waymark CODE higher|lower|none|clear",
  .summary = N_("Say which direction of a measure is good"),
  .run = direction,
};

const WmCliCommand wm_cli_breaks = {
  .name = "breaks",
  .arguments = "P.waymark CODE [add YEAR NOTE | remove YEAR]",
  .summary = N_("List, add or remove years in which a definition changed"),
  .run = breaks,
};

static void
print_settings (WmProject *project, WmCliFormat format)
{
  g_autoptr (WmTable) table = wm_table_new ();
  WmArea *own = wm_project_get_own_authority (project);

  wm_table_add_column (table, "setting", WM_COLUMN_TEXT);
  wm_table_add_column (table, "value", WM_COLUMN_TEXT);
  wm_table_begin_row (table);
  wm_table_add_text (table, "authority");
  wm_table_add_text (table, own != NULL ? own->name : NULL);
  wm_table_begin_row (table);
  wm_table_add_text (table, "neighbours");
  wm_table_add_text (table, wm_project_get_neighbour_list (project));
  wm_cli_print_table (table, format);
}

/* Refuses a list that has no neighbours for anybody. */
static gboolean
set_list (WmProject *project, const char *list, GError **error)
{
  WmAreaSet *areas = wm_project_get_areas (project);

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    if (wm_area_set_get_neighbours (areas, wm_area_set_get_area (areas, i)->code, list) != NULL)
      return wm_project_set_neighbour_list (project, list, error);
  g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_GROUP,
               _("There is no list of neighbours “%s”. 2021 and 2025 are built in; others can be "
                 "imported."),
               list);
  return FALSE;
}

static WmCliStatus
settings (GStrv arguments)
{
  g_autofree char *authority = NULL;
  g_autofree char *list = NULL;
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "authority", 'a', 0, G_OPTION_ARG_STRING, &authority, N_("The authority that the project is about"), "A" },
    { "neighbours", 0, 0, G_OPTION_ARG_STRING, &list, N_("The list of statistical neighbours"), "2025" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;
  WmArea *area = NULL;

  if (!wm_cli_parse (&wm_cli_settings, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  project = wm_cli_open (arguments[1], authority != NULL || list != NULL, &error);
  if (project != NULL && authority != NULL)
    area = wm_project_find_area (project, authority, &error);
  if (error != NULL || (area != NULL && !wm_project_set_own_authority (project, area->code, &error))
      || (list != NULL && !set_list (project, list, &error)))
    return wm_cli_fail_as (error, format);
  if (authority == NULL && list == NULL)
    print_settings (project, format);
  return WM_CLI_DONE;
}

static WmCliStatus
direction (GStrv arguments)
{
  g_autofree char *by = NULL;
  g_autofree char *note = NULL;
  GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_("Who decided it"), "NAME" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_("Why"), "TEXT" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (WmIndicator) indicator = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  WmPolarity polarity = WM_POLARITY_UNKNOWN;
  WmCliStatus status;
  gboolean is_clear;
  gboolean is_done = FALSE;

  if (!wm_cli_parse (&wm_cli_direction, &arguments, entries, 3, 3, &status))
    return status;
  is_clear = g_str_equal (arguments[3], "clear");
  if (!is_clear && !wm_polarity_from_id (arguments[3], &polarity))
    return wm_cli_misuse (_("“%s” is no direction. Use higher, lower, none or clear."), arguments[3]);
  project = wm_cli_open (arguments[1], TRUE, &error);
  if (project != NULL)
    indicator = wm_project_find_indicator (project, arguments[2], &error);
  if (indicator != NULL)
    is_done = is_clear ? wm_store_clear_own_direction (wm_project_get_store (project), arguments[2], &error)
                       : wm_store_set_own_direction (wm_project_get_store (project), arguments[2],
                                                     polarity, by != NULL ? by : _("this authority"),
                                                     today, note, &error);
  return is_done ? WM_CLI_DONE : wm_cli_fail (error);
}

static void
print_breaks (const WmIndicator *indicator, WmCliFormat format)
{
  g_autoptr (WmTable) table = wm_table_new ();

  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "year", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "note", WM_COLUMN_TEXT);
  for (gsize i = 0; i < indicator->n_breaks; i++)
    {
      wm_table_begin_row (table);
      wm_table_add_text (table, indicator->code);
      wm_table_add_number (table, indicator->break_years[i]);
      wm_table_add_text (table, indicator->break_notes != NULL ? indicator->break_notes[i] : NULL);
    }
  wm_cli_print_table (table, format);
}

/* Adds or removes a change of definition, or lists them. */
static gboolean
run_breaks (WmProject *project, GStrv arguments, WmCliFormat format, GError **error)
{
  g_autoptr (WmIndicator) indicator = wm_project_find_indicator (project, arguments[2], error);
  WmStore *store = wm_project_get_store (project);
  WmPeriod year;

  if (indicator == NULL)
    return FALSE;
  if (arguments[3] == NULL)
    {
      print_breaks (indicator, format);
      return TRUE;
    }
  if (!wm_period_parse_label (arguments[4], &year, NULL))
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_PERIOD,
                   _("“%s” is no period. Give a year such as 2017, or a label such as 2016-17."),
                   arguments[4]);
      return FALSE;
    }
  return g_str_equal (arguments[3], "add")
           ? wm_store_add_break (store, arguments[2], year.end_year, arguments[5], error)
           : wm_store_remove_break (store, arguments[2], year.end_year, error);
}

static WmCliStatus
breaks (GStrv arguments)
{
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;
  guint n;

  if (!wm_cli_parse (&wm_cli_breaks, &arguments, entries, 2, 5, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  n = g_strv_length (arguments);
  if (n > 3 && !(n == 6 && g_str_equal (arguments[3], "add"))
      && !(n == 5 && g_str_equal (arguments[3], "remove")))
    return wm_cli_misuse (_("usage: waymark-cli %1$s %2$s"), wm_cli_breaks.name,
                          wm_cli_breaks.arguments);
  project = wm_cli_open (arguments[1], n > 3, &error);
  if (project == NULL || !run_breaks (project, arguments, format, &error))
    return wm_cli_fail_as (error, format);
  return WM_CLI_DONE;
}
