/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Analyses that people keep. What is kept is how it was asked, what was answered, and how the measure
 * was defined on that day, so that a result of last year still says what it was about after the
 * framework or the data dictionary has changed. Nothing is worked out again on opening. */

#include "config.h"

#include "wm-saved-results.h"

#include "wm-definition.h"
#include "wm-framework-read.h"
#include "wm-framework-write.h"
#include "wm-frameworks.h"
#include "wm-impact-write.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
write_texts (WmJsonWriter *writer, const char *key, const char *const *texts)
{
  wm_json_writer_begin_array (writer, key);
  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    wm_json_writer_add_text (writer, NULL, texts[i]);
  wm_json_writer_end_array (writer);
}

/* How the analysis was asked for: what the command's options say. */
static char *
write_specification (const char *kind, const WmImpactSpec *spec)
{
  WmJsonWriter *writer = wm_json_writer_new ();

  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_text (writer, "analysis", kind);
  wm_json_writer_add_text (writer, "indicator", spec->indicator_code);
  write_texts (writer, "treated", spec->treated);
  write_texts (writer, "control", spec->control);
  wm_json_writer_add_text (writer, "start", spec->start);
  wm_json_writer_add_text (writer, "estimator", wm_impact_estimator_to_id (spec->estimator));
  wm_json_writer_add_text (writer, "errors", spec->errors == WM_ERRORS_CLUSTER ? "cluster" : "classical");
  write_texts (writer, "covariates", spec->covariates);
  wm_json_writer_add_number (writer, "level", spec->level);
  wm_json_writer_end_object (writer);
  return wm_json_writer_finish (writer);
}

static char *
dup_document (WmFramework *framework)
{
  g_autoptr (GBytes) document = wm_framework_write (framework);

  return g_strndup (g_bytes_get_data (document, NULL), g_bytes_get_size (document));
}

static gboolean
add_definitions (WmProject *project, const char *measure_code, WmSavedItem *item, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (WmFramework) dictionary = wm_definition_from_dictionary (project, measure_code, error);
  g_autoptr (WmFramework) active = NULL;
  g_autoptr (WmFramework) definition = NULL;

  if (dictionary == NULL)
    return FALSE;
  item->dictionary = dup_document (dictionary);
  active = wm_project_load_active_framework (project, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (active == NULL)
    return TRUE;
  definition = wm_definition_from_framework (active, measure_code);
  item->framework = dup_document (definition);
  return TRUE;
}

/**
 * wm_project_keep_result:
 * @project: a project
 * @name: a name for the result
 * @kind: which analysis it is, such as "did" or "prepost"
 * @spec: how it was asked for, of a measure of the project
 * @result: what it gave, as JSON
 * @words: the same in words
 * @id: (out) (optional): its number in the project
 * @error: return location for an error
 *
 * Keeps an analysis with the definitions of its measure as they are now.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where another one has the name.
 *
 * Returns: whether it was kept
 */
gboolean
wm_project_keep_result (WmProject *project, const char *name, const char *kind,
                        const WmImpactSpec *spec, const char *result, const char *words, gint64 *id,
                        GError **error)
{
  g_autoptr (WmSavedItem) item = NULL;
  g_autofree char *specification = NULL;

  g_return_val_if_fail (project != NULL && name != NULL && spec != NULL, FALSE);

  specification = write_specification (kind, spec);
  item = wm_saved_item_new (WM_SAVED_ANALYSIS, name, kind, specification);
  item->result = g_strdup (result);
  item->words = g_strdup (words);
  if (!add_definitions (project, spec->indicator_code, item, error)
      || !wm_store_put_saved (wm_project_get_store (project), item, error))
    return FALSE;
  if (id != NULL)
    *id = item->id;
  return TRUE;
}

/**
 * wm_project_list_results:
 * @project: a project
 * @error: return location for an error
 *
 * Lists the results that were kept, by name.
 *
 * Returns: (transfer container) (element-type WmSavedItem): the results; %NULL on error
 */
GPtrArray *
wm_project_list_results (WmProject *project, GError **error)
{
  g_return_val_if_fail (project != NULL, NULL);

  return wm_store_list_saved (wm_project_get_store (project), WM_SAVED_ANALYSIS, error);
}

/**
 * wm_project_remove_result:
 * @project: a project
 * @id: number of a result
 * @error: return location for an error
 *
 * Removes a result. Whoever may want it back gets it first, and puts its item into the store again.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: whether it was removed
 */
gboolean
wm_project_remove_result (WmProject *project, gint64 id, GError **error)
{
  g_return_val_if_fail (project != NULL, FALSE);

  return wm_store_remove_saved (wm_project_get_store (project), id, error);
}

static gboolean
read_definition (const char *text, WmFramework **definition, GError **error)
{
  if (text == NULL)
    return TRUE;
  *definition = wm_framework_read (text, strlen (text), NULL, error);
  return *definition != NULL;
}

/**
 * wm_project_load_result:
 * @project: a project
 * @id: number of a result
 * @error: return location for an error
 *
 * Loads a result as it was kept.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: (transfer full): the result; %NULL on error
 */
WmSavedResult *
wm_project_load_result (WmProject *project, gint64 id, GError **error)
{
  g_autoptr (WmSavedResult) self = NULL;

  g_return_val_if_fail (project != NULL, NULL);

  self = g_new0 (WmSavedResult, 1);
  self->item = wm_store_get_saved (wm_project_get_store (project), id, error);
  if (self->item == NULL || !read_definition (self->item->dictionary, &self->dictionary, error)
      || !read_definition (self->item->framework, &self->framework, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * wm_saved_result_free:
 * @self: (transfer full) (nullable): a result
 *
 * Frees a result.
 */
void
wm_saved_result_free (WmSavedResult *self)
{
  if (self == NULL)
    return;
  wm_saved_item_free (self->item);
  g_clear_pointer (&self->dictionary, wm_framework_unref);
  g_clear_pointer (&self->framework, wm_framework_unref);
  g_free (self);
}

/**
 * wm_saved_result_make_definition:
 * @self: a result
 *
 * Makes a table of what the framework and the data dictionary said of the measure when the result
 * was kept.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_saved_result_make_definition (const WmSavedResult *self)
{
  WmTable *table = wm_definition_new_table ();

  g_return_val_if_fail (self != NULL, NULL);

  if (self->framework != NULL)
    wm_definition_add_to_table (self->framework, table);
  if (self->dictionary != NULL)
    wm_definition_add_to_table (self->dictionary, table);
  return table;
}

/* Gives NULL where the thing that is looked for is not in the project any more, and that is no
 * error. */
static gboolean
forgive (GError *failure, GQuark domain, int code, GError **error)
{
  if (failure == NULL || g_error_matches (failure, domain, code))
    {
      g_clear_error (&failure);
      return TRUE;
    }
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
add_framework_changes (const WmSavedResult *self, WmProject *project, WmTable *table, GError **error)
{
  GError *failure = NULL;
  g_autoptr (WmFramework) now =
    wm_project_load_framework (project, wm_framework_get_id (self->framework), &failure);

  if (!forgive (failure, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM, error))
    return FALSE;
  wm_definition_add_changes (self->framework, now, table);
  return TRUE;
}

static gboolean
add_dictionary_changes (const WmSavedResult *self, WmProject *project, WmTable *table, GError **error)
{
  const WmFrameworkItem *measure = wm_framework_get_item (self->dictionary, 1);
  GError *failure = NULL;
  g_autoptr (WmFramework) now =
    wm_definition_from_dictionary (project, wm_framework_item_get_text (measure, WM_FIELD_CODE), &failure);

  if (!forgive (failure, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_INDICATOR, error))
    return FALSE;
  wm_definition_add_changes (self->dictionary, now, table);
  return TRUE;
}

/**
 * wm_saved_result_make_changes:
 * @self: a result
 * @project: its project
 * @error: return location for an error
 *
 * Makes a table of what the framework and the data dictionary say otherwise today.
 *
 * Returns: (transfer full): the table, empty where all is as it was; %NULL on error
 */
WmTable *
wm_saved_result_make_changes (const WmSavedResult *self, WmProject *project, GError **error)
{
  g_autoptr (WmTable) table = NULL;

  g_return_val_if_fail (self != NULL && project != NULL, NULL);

  table = wm_definition_new_changes ();
  if ((self->framework != NULL && !add_framework_changes (self, project, table, error))
      || (self->dictionary != NULL && !add_dictionary_changes (self, project, table, error)))
    return NULL;
  return g_steal_pointer (&table);
}

/* Says for the reader which framework spoke, such as "Our outcomes (ours), version 2, 2024-04". */
static void
append_framework (GString *text, WmFramework *framework)
{
  const WmFrameworkItem *header = wm_framework_get_header (framework);
  const char *edition = wm_framework_item_get_text (header, WM_FIELD_EDITION);
  const char *date = wm_framework_item_get_text (header, WM_FIELD_DATE);

  /* Translators: %1$s is the title of a framework, %2$s its id. */
  g_string_append_printf (text, _("Framework: %1$s (%2$s)"), wm_framework_get_title (framework),
                          wm_framework_get_id (framework));
  if (edition != NULL)
    g_string_append_printf (text, _(", version %s"), edition);
  g_string_append_printf (text, "%s%s\n", date != NULL ? ", " : "", date != NULL ? date : "");
  if (wm_framework_get_n_items (framework) == 1)
    g_string_append_printf (text, "  %s\n", _("It said nothing of this measure."));
}

static void
append_definition (GString *text, WmFramework *definition)
{
  g_autoptr (WmTable) table = wm_definition_new_table ();

  wm_definition_add_to_table (definition, table);
  for (gsize i = 0; i < wm_table_get_n_rows (table); i++)
    if (!g_str_equal (wm_table_get_text (table, i, 3), wm_framework_get_id (definition)))
      g_string_append_printf (text, "  %s: %s\n", wm_table_get_text (table, i, 4),
                              wm_table_get_text (table, i, 5));
}

static void
append_changes (GString *text, const WmTable *changes)
{
  if (wm_table_get_n_rows (changes) == 0)
    {
      g_string_append_printf (text, "\n%s\n", _("The definitions are still the same."));
      return;
    }
  g_string_append_printf (text, "\n%s\n", _("Changed since then:"));
  for (gsize i = 0; i < wm_table_get_n_rows (changes); i++)
    /* Translators: %1$s is a field such as "Definition", %2$s what it said, %3$s what it says. */
    g_string_append_printf (text, _("  %1$s: was “%2$s”, is now “%3$s”\n"),
                            wm_table_get_text (changes, i, 2), wm_table_get_text (changes, i, 3),
                            wm_table_get_text (changes, i, 4));
}

/**
 * wm_saved_result_to_text:
 * @self: a result
 * @project: its project
 * @error: return location for an error
 *
 * Writes a result for a person: what was found, how the measure was defined then, and what has
 * changed since.
 *
 * Returns: (transfer full): the text; %NULL on error
 */
char *
wm_saved_result_to_text (const WmSavedResult *self, WmProject *project, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (WmTable) changes = wm_saved_result_make_changes (self, project, error);

  if (changes == NULL)
    return NULL;
  /* Translators: %1$s is the name of a saved result, %2$s a date and time. */
  g_string_append_printf (text, _("%1$s, kept on %2$s\n\n"), self->item->name, self->item->created_at);
  if (self->item->words != NULL)
    g_string_append_printf (text, "%s\n", self->item->words);
  if (self->framework != NULL)
    {
      append_framework (text, self->framework);
      append_definition (text, self->framework);
    }
  if (self->dictionary != NULL)
    {
      g_string_append_printf (text, "%s\n", _("Data dictionary"));
      append_definition (text, self->dictionary);
    }
  append_changes (text, changes);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * wm_saved_result_to_json:
 * @self: a result
 * @project: its project
 * @error: return location for an error
 *
 * Writes a result for programs, as it was kept, with what has changed since.
 *
 * Returns: (transfer full): the JSON; %NULL on error
 */
char *
wm_saved_result_to_json (const WmSavedResult *self, WmProject *project, GError **error)
{
  g_autoptr (WmTable) changes = wm_saved_result_make_changes (self, project, error);
  g_autoptr (WmTable) definition = NULL;
  WmJsonWriter *writer;

  if (changes == NULL)
    return NULL;
  definition = wm_saved_result_make_definition (self);
  writer = wm_json_writer_new ();
  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_count (writer, "id", self->item->id);
  wm_json_writer_add_text (writer, "name", self->item->name);
  wm_json_writer_add_text (writer, "kind", self->item->kind);
  wm_json_writer_add_text (writer, "kept_at", self->item->created_at);
  wm_json_writer_add_json (writer, "specification", self->item->definition);
  wm_json_writer_add_json (writer, "result", self->item->result);
  wm_table_write_json (definition, "definition", writer);
  wm_table_write_json (changes, "changed_since", writer);
  wm_json_writer_end_object (writer);
  return wm_json_writer_finish (writer);
}
