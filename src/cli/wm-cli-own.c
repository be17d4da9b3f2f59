/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli sets, groups, events, notes: what people add to a project themselves. */

#include "config.h"

#include "wm-cli.h"

#include "wm-group.h"
#include "wm-store-events.h"
#include "wm-store-groups.h"
#include "wm-store-notes.h"
#include "wm-store-sets.h"

#include <glib/gi18n.h>

static WmCliStatus sets (GStrv arguments);
static WmCliStatus groups (GStrv arguments);
static WmCliStatus events (GStrv arguments);
static WmCliStatus notes (GStrv arguments);

const WmCliCommand wm_cli_sets = {
  .name = "sets",
  .arguments = "P.waymark [add NAME CODE… | remove NAME]",
  .summary = N_("List, add or remove sets of measures"),
  .run = sets,
};

const WmCliCommand wm_cli_groups = {
  .name = "groups",
  .arguments = "P.waymark [add NAME \"A;B;…\" | remove NAME]",
  .summary = N_("List, add or remove comparison groups"),
  .run = groups,
};

const WmCliCommand wm_cli_events = {
  .name = "events",
  .arguments = "P.waymark [add YYYY-MM-DD TITLE | remove ID]",
  .summary = N_("List, add or remove dated events"),
  .run = events,
};

const WmCliCommand wm_cli_notes = {
  .name = "notes",
  .arguments = "P.waymark [add TEXT --indicator CODE | remove ID]",
  .summary = N_("List, add or remove notes"),
  .run = notes,
};

/* The text options that these commands have between them. */
typedef struct
{
  char *area;
  char *indicator;
  char *period;
  char *note;
  char *format_name;
  WmCliFormat format;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->area);
  g_free (self->indicator);
  g_free (self->period);
  g_free (self->note);
  g_free (self->format_name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (const WmCliCommand *command, GStrv *arguments, int max, Options *options, WmCliStatus *status)
{
  GOptionEntry entries[] = {
    { "area", 'a', 0, G_OPTION_ARG_STRING, &options->area, N_("The area that it concerns"), "A" },
    { "indicator", 'i', 0, G_OPTION_ARG_STRING, &options->indicator, N_("The measure that it concerns"), "CODE" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options->period, N_("The period that it concerns"), "YEAR" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options->note, N_("More about it"), "TEXT" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options->format_name, N_("json, csv or text (default)"), "NAME" },
    { NULL }
  };

  return wm_cli_parse (command, arguments, entries, 1, max, status)
         && wm_cli_parse_format (options->format_name, &options->format, status);
}

/* One kind of thing that people add: how all of them are listed, and what "add" and "remove" do with
 * the words behind them. */
typedef struct
{
  const WmCliCommand *command;
  int max_arguments;
  guint n_words; /* that "add" needs at least */
  gboolean needs_indicator;
  WmTable *(*make_table) (WmProject *project, const Options *options, GError **error);
  gboolean (*add) (WmProject *project, char *const *words, const Options *options, GError **error);
  gboolean (*remove) (WmProject *project, const char *word, GError **error);
} OwnList;

static gboolean
is_verb (GStrv arguments, const char *verb, guint n_words)
{
  return g_strcmp0 (arguments[2], verb) == 0 && g_strv_length (arguments) >= 3 + n_words;
}

static gboolean
print_list (const OwnList *list, WmProject *project, const Options *options, GError **error)
{
  g_autoptr (WmTable) table = list->make_table (project, options, error);

  if (table == NULL)
    return FALSE;
  wm_cli_print_table (table, options->format);
  return TRUE;
}

static WmCliStatus
run_list (const OwnList *list, GStrv arguments)
{
  g_auto (Options) options = { 0 };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliStatus status;
  gboolean adds, removes, is_done;

  if (!parse (list->command, &arguments, list->max_arguments, &options, &status))
    return status;
  adds = is_verb (arguments, "add", list->n_words);
  removes = is_verb (arguments, "remove", 1);
  if (arguments[2] != NULL && !adds && !removes)
    return wm_cli_misuse (_("usage: waymark-cli %1$s %2$s"), list->command->name,
                          list->command->arguments);
  if (adds && list->needs_indicator && options.indicator == NULL)
    return wm_cli_misuse (_("which measure? Give its code with --indicator."));
  project = wm_cli_open (arguments[1], adds || removes, &error);
  if (project == NULL)
    return wm_cli_fail_as (error, options.format);
  if (adds)
    is_done = list->add (project, arguments + 3, &options, &error);
  else if (removes)
    is_done = list->remove (project, arguments[3], &error);
  else
    is_done = print_list (list, project, &options, &error);
  return is_done ? WM_CLI_DONE : wm_cli_fail_as (error, options.format);
}

static WmTable *
make_set_table (WmProject *project, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) found = wm_store_list_sets (wm_project_get_store (project), error);
  g_autoptr (WmTable) table = wm_table_new ();

  if (found == NULL)
    return NULL;
  wm_table_add_column (table, "set", WM_COLUMN_TEXT);
  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  for (guint i = 0; i < found->len; i++)
    {
      const WmMeasureSet *set = g_ptr_array_index (found, i);

      for (gsize k = 0; set->indicator_codes[k] != NULL; k++)
        {
          wm_table_begin_row (table);
          wm_table_add_text (table, set->name);
          wm_table_add_text (table, set->indicator_codes[k]);
        }
    }
  return g_steal_pointer (&table);
}

/* Refuses a set with a measure that the project does not know. */
static gboolean
add_set (WmProject *project, char *const *words, const Options *options, GError **error)
{
  char *const *codes = words + 1;
  g_autoptr (WmMeasureSet) set = NULL;
  g_autoptr (GStrvBuilder) themes = g_strv_builder_new ();
  g_auto (GStrv) no_themes = NULL;

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (WmIndicator) indicator = wm_project_find_indicator (project, codes[i], error);

      if (indicator == NULL)
        return FALSE;
      g_strv_builder_add (themes, "");
    }
  no_themes = g_strv_builder_end (themes);
  set = wm_measure_set_new (words[0], (const char *const *) codes, (const char *const *) no_themes);
  return wm_store_add_set (wm_project_get_store (project), set, error);
}

static gboolean
remove_set (WmProject *project, const char *word, GError **error)
{
  return wm_store_remove_set (wm_project_get_store (project), word, error);
}

static WmCliStatus
sets (GStrv arguments)
{
  static const OwnList list = {
    .command = &wm_cli_sets,
    .max_arguments = -1,
    .n_words = 2,
    .make_table = make_set_table,
    .add = add_set,
    .remove = remove_set,
  };

  return run_list (&list, arguments);
}

static WmTable *
make_group_table (WmProject *project, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) found = wm_store_list_groups (wm_project_get_store (project), error);
  g_autoptr (WmTable) table = wm_table_new ();

  if (found == NULL)
    return NULL;
  wm_table_add_column (table, "group", WM_COLUMN_TEXT);
  wm_table_add_column (table, "area_code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "area", WM_COLUMN_TEXT);
  for (guint i = 0; i < found->len; i++)
    {
      const WmAreaGroup *group = g_ptr_array_index (found, i);

      for (gsize k = 0; group->area_codes[k] != NULL; k++)
        {
          WmArea *area = wm_area_set_find_code (wm_project_get_areas (project), group->area_codes[k]);

          wm_table_begin_row (table);
          wm_table_add_text (table, group->name);
          wm_table_add_text (table, group->area_codes[k]);
          wm_table_add_text (table, area != NULL ? area->name : NULL);
        }
    }
  return g_steal_pointer (&table);
}

static gboolean
add_group (WmProject *project, char *const *words, const Options *options, GError **error)
{
  g_auto (GStrv) items = wm_group_split ((const char *const *) words + 1);
  g_autoptr (WmGroup) resolved = wm_group_resolve (project, (const char *const *) items, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  g_autoptr (WmAreaGroup) group = NULL;

  if (resolved == NULL)
    return FALSE;
  for (guint i = 0; i < resolved->areas->len; i++)
    g_strv_builder_add (builder, ((WmArea *) g_ptr_array_index (resolved->areas, i))->code);
  codes = g_strv_builder_end (builder);
  group = wm_area_group_new (words[0], options->note, (const char *const *) codes);
  return wm_store_add_group (wm_project_get_store (project), group, error);
}

static gboolean
remove_group (WmProject *project, const char *word, GError **error)
{
  return wm_store_remove_group (wm_project_get_store (project), word, error);
}

static WmCliStatus
groups (GStrv arguments)
{
  static const OwnList list = {
    .command = &wm_cli_groups,
    .max_arguments = -1,
    .n_words = 2,
    .make_table = make_group_table,
    .add = add_group,
    .remove = remove_group,
  };

  return run_list (&list, arguments);
}

/* The code of the area that an option names; NULL when it names none. */
static gboolean
find_area_code (WmProject *project, const char *text, char **code, GError **error)
{
  WmArea *area;

  *code = NULL;
  if (text == NULL)
    return TRUE;
  area = wm_project_find_area (project, text, error);
  if (area == NULL)
    return FALSE;
  *code = g_strdup (area->code);
  return TRUE;
}

static gboolean
check_indicator (WmProject *project, const char *code, GError **error)
{
  g_autoptr (WmIndicator) indicator = NULL;

  if (code == NULL)
    return TRUE;
  indicator = wm_project_find_indicator (project, code, error);
  return indicator != NULL;
}

static WmTable *
make_event_table (WmProject *project, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) found = wm_store_list_events (wm_project_get_store (project), error);
  g_autoptr (WmTable) table = wm_table_new ();

  if (found == NULL)
    return NULL;
  wm_table_add_column (table, "id", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "date", WM_COLUMN_TEXT);
  wm_table_add_column (table, "title", WM_COLUMN_TEXT);
  wm_table_add_column (table, "area_code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "note", WM_COLUMN_TEXT);
  for (guint i = 0; i < found->len; i++)
    {
      const WmEvent *event = g_ptr_array_index (found, i);

      wm_table_begin_row (table);
      wm_table_add_number (table, event->id);
      wm_table_add_text (table, event->date);
      wm_table_add_text (table, event->title);
      wm_table_add_text (table, event->area_code);
      wm_table_add_text (table, event->indicator_code);
      wm_table_add_text (table, event->note);
    }
  return g_steal_pointer (&table);
}

static gboolean
add_event (WmProject *project, char *const *words, const Options *options, GError **error)
{
  const char *date = words[0];
  g_autoptr (WmEvent) event = NULL;
  WmPeriod day;

  if (!wm_period_parse_label (date, &day, NULL) || day.kind != WM_PERIOD_DAY)
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_PERIOD,
                   _("“%s” is no date. Write it as 2025-11-20."), date);
      return FALSE;
    }
  event = wm_event_new (date, words[1]);
  event->note = g_strdup (options->note);
  event->indicator_code = g_strdup (options->indicator);
  return check_indicator (project, options->indicator, error)
         && find_area_code (project, options->area, &event->area_code, error)
         && wm_store_put_event (wm_project_get_store (project), event, error);
}

static gboolean
parse_id (const char *text, gint64 *id, GError **error)
{
  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL))
    return TRUE;
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM, _("“%s” is no number."), text);
  return FALSE;
}

static gboolean
remove_event (WmProject *project, const char *word, GError **error)
{
  gint64 id;

  return parse_id (word, &id, error)
         && wm_store_remove_event (wm_project_get_store (project), id, error);
}

static WmCliStatus
events (GStrv arguments)
{
  static const OwnList list = {
    .command = &wm_cli_events,
    .max_arguments = 4,
    .n_words = 2,
    .make_table = make_event_table,
    .add = add_event,
    .remove = remove_event,
  };

  return run_list (&list, arguments);
}

static WmTable *
make_note_table (WmProject *project, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) found = wm_store_list_notes (wm_project_get_store (project), options->indicator, error);
  g_autoptr (WmTable) table = wm_table_new ();

  if (found == NULL)
    return NULL;
  wm_table_add_column (table, "id", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "area_code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "period", WM_COLUMN_TEXT);
  wm_table_add_column (table, "text", WM_COLUMN_TEXT);
  wm_table_add_column (table, "written_at", WM_COLUMN_TEXT);
  for (guint i = 0; i < found->len; i++)
    {
      const WmNote *note = g_ptr_array_index (found, i);
      g_autofree char *period = note->period.end_year > 0 ? wm_period_to_text (note->period) : NULL;

      wm_table_begin_row (table);
      wm_table_add_number (table, note->id);
      wm_table_add_text (table, note->indicator_code);
      wm_table_add_text (table, note->area_code);
      wm_table_add_text (table, period);
      wm_table_add_text (table, note->text);
      wm_table_add_text (table, note->written_at);
    }
  return g_steal_pointer (&table);
}

static gboolean
add_note (WmProject *project, char *const *words, const Options *options, GError **error)
{
  g_autoptr (WmNote) note = wm_note_new (options->indicator, words[0]);

  if (options->period != NULL && !wm_period_parse_label (options->period, &note->period, NULL))
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_PERIOD,
                   _("“%s” is no period. Give a year such as 2017, or a label such as 2016-17."),
                   options->period);
      return FALSE;
    }
  return check_indicator (project, options->indicator, error)
         && find_area_code (project, options->area, &note->area_code, error)
         && wm_store_put_note (wm_project_get_store (project), note, error);
}

static gboolean
remove_note (WmProject *project, const char *word, GError **error)
{
  gint64 id;

  return parse_id (word, &id, error)
         && wm_store_remove_note (wm_project_get_store (project), id, error);
}

static WmCliStatus
notes (GStrv arguments)
{
  static const OwnList list = {
    .command = &wm_cli_notes,
    .max_arguments = 3,
    .n_words = 1,
    .needs_indicator = TRUE,
    .make_table = make_note_table,
    .add = add_note,
    .remove = remove_note,
  };

  return run_list (&list, arguments);
}
