/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli saved: results that "analyse --save" kept. */

#include "config.h"

#include "wm-cli.h"

#include "wm-saved-results.h"

#include <glib/gi18n.h>

static WmCliStatus saved (GStrv arguments);

const WmCliCommand wm_cli_saved = {
  .name = "saved",
  .arguments = "P.waymark [list | show ID | remove ID]",
  .summary = N_("List, show or remove results that were kept"),
  .run = saved,
};

static gboolean
list (WmProject *project, const char *word, WmCliFormat format, GError **error)
{
  g_autoptr (GPtrArray) items = wm_project_list_results (project, error);
  g_autoptr (WmTable) table = wm_table_new ();

  if (items == NULL)
    return FALSE;
  wm_table_add_column (table, "id", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "name", WM_COLUMN_TEXT);
  wm_table_add_column (table, "kind", WM_COLUMN_TEXT);
  wm_table_add_column (table, "kept_at", WM_COLUMN_TEXT);
  for (guint i = 0; i < items->len; i++)
    {
      const WmSavedItem *item = g_ptr_array_index (items, i);

      wm_table_begin_row (table);
      wm_table_add_number (table, item->id);
      wm_table_add_text (table, item->name);
      wm_table_add_text (table, item->kind);
      wm_table_add_text (table, item->created_at);
    }
  wm_cli_print_table (table, format);
  return TRUE;
}

/* Finds a result by its number or, before that, by its name. */
static gboolean
find (WmProject *project, const char *word, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) items = wm_project_list_results (project, error);

  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const WmSavedItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->name, word))
        {
          *id = item->id;
          return TRUE;
        }
    }
  if (g_ascii_string_to_signed (word, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
               _("The project keeps no result “%s”. “saved P.waymark list” lists them."), word);
  return FALSE;
}

static gboolean
show (WmProject *project, const char *word, WmCliFormat format, GError **error)
{
  g_autoptr (WmSavedResult) result = NULL;
  g_autofree char *text = NULL;
  gint64 id;

  if (!find (project, word, &id, error)
      || (result = wm_project_load_result (project, id, error)) == NULL)
    return FALSE;
  if (format == WM_CLI_CSV)
    {
      g_autoptr (WmTable) table = wm_saved_result_make_definition (result);

      text = wm_table_to_csv (table);
    }
  else
    text = format == WM_CLI_JSON ? wm_saved_result_to_json (result, project, error)
                                 : wm_saved_result_to_text (result, project, error);
  if (text == NULL)
    return FALSE;
  wm_cli_print (text);
  return TRUE;
}

static gboolean
remove_result (WmProject *project, const char *word, WmCliFormat format, GError **error)
{
  gint64 id;

  return find (project, word, &id, error) && wm_project_remove_result (project, id, error);
}

static const struct
{
  const char *name;
  int n_arguments;
  gboolean is_writer;
  gboolean (*run) (WmProject *project, const char *word, WmCliFormat format, GError **error);
} verbs[] = {
  { "list", 0, FALSE, list },
  { "show", 1, FALSE, show },
  { "remove", 1, TRUE, remove_result },
};

static WmCliStatus
run_verb (gsize verb, GStrv arguments, WmCliFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmProject) project = wm_cli_open (arguments[1], verbs[verb].is_writer, &error);
  const char *word = verbs[verb].n_arguments > 0 ? arguments[3] : NULL;

  if (project == NULL || !verbs[verb].run (project, word, format, &error))
    return wm_cli_fail_as (error, format);
  return WM_CLI_DONE;
}

static WmCliStatus
saved (GStrv arguments)
{
  g_autofree char *format_name = NULL;
  GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };
  WmCliFormat format;
  WmCliStatus status;
  int n;

  if (!wm_cli_parse (&wm_cli_saved, &arguments, entries, 1, 3, &status)
      || !wm_cli_parse_format (format_name, &format, &status))
    return status;
  n = g_strv_length (arguments);
  if (n == 2)
    return run_verb (0, arguments, format);
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (arguments[2], verbs[i].name) && n == 3 + verbs[i].n_arguments)
      return run_verb (i, arguments, format);
  return wm_cli_misuse (_("usage: waymark-cli %1$s %2$s"), wm_cli_saved.name, wm_cli_saved.arguments);
}
