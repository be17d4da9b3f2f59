/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli areas, indicators, observations, comparators: what a project holds. */

#include "config.h"

#include "wm-cli.h"

#include "wm-group.h"
#include "wm-import.h"
#include "wm-number.h"
#include "wm-observation-table.h"
#include "wm-store-indicators.h"
#include "wm-store-observations.h"
#include "wm-text.h"

#include <glib/gi18n.h>
#include <math.h>

static WmCliStatus list_areas (GStrv arguments);
static WmCliStatus list_indicators (GStrv arguments);
static WmCliStatus list_observations (GStrv arguments);

const WmCliCommand wm_cli_areas = {
  .name = "areas",
  .arguments = "P.waymark [--group \"A;B;…\"]",
  .summary = N_("List the areas, or those of a group"),
  .run = list_areas,
};

const WmCliCommand wm_cli_indicators = {
  .name = "indicators",
  .arguments = "P.waymark [--search TEXT]",
  .summary = N_("List the measures"),
  .run = list_indicators,
};

const WmCliCommand wm_cli_observations = {
  .name = "observations",
  .arguments = "P.waymark --indicator CODE [--area A]… [--from YEAR] [--to YEAR]",
  .summary = N_("List the values of a measure"),
  .run = list_observations,
};

#define FORMAT_ENTRY(name) \
  { "format", 'f', 0, G_OPTION_ARG_STRING, &(name), N_("json, csv or text (default)"), "NAME" }

static const char *
get_kind_id (WmAreaKind kind)
{
  return kind == WM_AREA_AUTHORITY ? "authority" : kind == WM_AREA_REGION ? "region" : "country";
}

static void
add_area_row (WmTable *table, const WmArea *area)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, area->code);
  wm_table_add_text (table, area->ons_code);
  wm_table_add_text (table, area->name);
  wm_table_add_text (table, get_kind_id (area->kind));
  wm_table_add_text (table, area->region_code);
  wm_table_add_number (table, area->first_year > 0 ? area->first_year : NAN);
  wm_table_add_number (table, area->last_year > 0 ? area->last_year : NAN);
}

static WmTable *
make_area_table (void)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "area_code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "ons_code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "area", WM_COLUMN_TEXT);
  wm_table_add_column (table, "kind", WM_COLUMN_TEXT);
  wm_table_add_column (table, "region_code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "first_year", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "last_year", WM_COLUMN_NUMBER);
  return table;
}

static WmCliStatus
list_areas (GStrv arguments)
{
  g_auto (GStrv) groups = NULL;
  g_auto (GStrv) items = NULL;
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "group", 'g', 0, G_OPTION_ARG_STRING_ARRAY, &groups, N_("Only the areas of a group"), "\"A;B;…\"" },
    FORMAT_ENTRY (format_name),
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_areas, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  project = wm_cli_open (arguments[1], FALSE, &error);
  if (project == NULL)
    return wm_cli_fail_as (error, format);
  table = make_area_table ();
  items = wm_group_split ((const char *const *) groups);
  if (items[0] != NULL)
    {
      g_autoptr (WmGroup) group = wm_group_resolve (project, (const char *const *) items, &error);

      if (group == NULL)
        return wm_cli_fail_as (error, format);
      for (guint i = 0; i < group->areas->len; i++)
        add_area_row (table, g_ptr_array_index (group->areas, i));
    }
  else
    for (gsize i = 0; i < wm_area_set_get_n_areas (wm_project_get_areas (project)); i++)
      add_area_row (table, wm_area_set_get_area (wm_project_get_areas (project), i));
  wm_cli_print_table (table, format);
  return WM_CLI_DONE;
}

/* Adds a row for one breakdown of a measure; "" is the total. */
static void
add_indicator_row (WmTable *table, const WmIndicator *indicator, const char *breakdown)
{
  g_autofree char *topics = g_strjoinv ("; ", indicator->topics);
  g_autofree char *code = wm_import_format_code (indicator->code, breakdown);

  wm_table_begin_row (table);
  wm_table_add_text (table, code);
  wm_table_add_text (table, indicator->title);
  wm_table_add_text (table, topics);
  wm_table_add_text (table, indicator->unit);
  wm_table_add_number (table, indicator->decimals);
  wm_table_add_text (table, wm_polarity_to_id (indicator->polarity));
  wm_table_add_text (table, indicator->polarity_by);
  wm_table_add_text (table, wm_basis_to_id (indicator->basis));
}

static gboolean
add_indicator_rows (WmTable *table, WmStore *store, const WmIndicator *indicator, GError **error)
{
  g_auto (GStrv) breakdowns = wm_store_list_breakdowns (store, indicator->code, error);

  if (breakdowns == NULL)
    return FALSE;
  for (gsize i = 0; breakdowns[i] != NULL; i++)
    add_indicator_row (table, indicator, breakdowns[i]);
  return TRUE;
}

static WmTable *
make_indicator_table (void)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "title", WM_COLUMN_TEXT);
  wm_table_add_column (table, "topics", WM_COLUMN_TEXT);
  wm_table_add_column (table, "unit", WM_COLUMN_TEXT);
  wm_table_add_column (table, "decimals", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "direction", WM_COLUMN_TEXT);
  wm_table_add_column (table, "direction_by", WM_COLUMN_TEXT);
  wm_table_add_column (table, "basis", WM_COLUMN_TEXT);
  return table;
}

static WmCliStatus
list_indicators (GStrv arguments)
{
  g_autofree char *search = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "search", 's', 0, G_OPTION_ARG_STRING, &search, N_("Only those whose code, title or topic has these words"), "TEXT" },
    FORMAT_ENTRY (format_name),
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_indicators, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  project = wm_cli_open (arguments[1], FALSE, &error);
  rows = project != NULL ? wm_store_list_indicators (wm_project_get_store (project), &error) : NULL;
  if (rows == NULL)
    return wm_cli_fail_as (error, format);
  table = make_indicator_table ();
  folded = wm_text_fold (search != NULL ? search : "");
  for (guint i = 0; i < rows->len; i++)
    {
      const WmIndicatorRow *row = g_ptr_array_index (rows, i);

      if (wm_text_contains (row->search, folded)
          && !add_indicator_rows (table, wm_project_get_store (project), row->indicator, &error))
        return wm_cli_fail_as (error, format);
    }
  wm_cli_print_table (table, format);
  return WM_CLI_DONE;
}

static WmCliStatus
list_observations (GStrv arguments)
{
  g_autofree char *indicator = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *format_name = NULL;
  g_auto (GStrv) areas = NULL;
  g_auto (GStrv) items = NULL;
  gboolean all_values = FALSE;
  GOptionEntry entries[] = {
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &indicator, N_("Code of the measure"), "CODE" },
    { "area", 'a', 0, G_OPTION_ARG_STRING_ARRAY, &areas, N_("Only this area or group; may be repeated"), "A" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_("From this year on"), "YEAR" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("Up to this year"), "YEAR" },
    { "all-values", 0, 0, G_OPTION_ARG_NONE, &all_values, N_("Superseded values too"), NULL },
    FORMAT_ENTRY (format_name),
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  WmCliFormat format;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_observations, &arguments, entries, 1, 1, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  if (indicator == NULL)
    return wm_cli_misuse (_("which measure? Give its code with --indicator."));
  items = wm_group_split ((const char *const *) areas);
  project = wm_cli_open (arguments[1], FALSE, &error);
  if (project != NULL)
    table = wm_observation_table_new (project, indicator, (const char *const *) items, from, to,
                                      format != WM_CLI_CSV, all_values, &error);
  if (table == NULL)
    return wm_cli_fail_as (error, format);
  wm_cli_print_table (table, format);
  return WM_CLI_DONE;
}
