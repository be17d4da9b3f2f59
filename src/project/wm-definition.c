/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How a measure is defined on a day: what a framework says of it, and what the data dictionary says,
 * each as a small framework of its own that outlives later edits. */

#include "config.h"

#include "wm-definition.h"

#include "wm-framework-lait.h"
#include "wm-store-imports.h"

#include <glib/gi18n-lib.h>

#define DICTIONARY_ID "dictionary"

static gboolean
binds (const WmFrameworkItem *item, const char *measure_code)
{
  if (wm_framework_item_has (item, WM_FIELD_BINDING_CODE, measure_code))
    return TRUE;
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_SUB_MEASURE); i++)
    if (g_strcmp0 (wm_framework_item_get_part (item, WM_PART_SUB_MEASURE, i, WM_SUB_MEASURE_BINDING_CODE),
                   measure_code) == 0)
      return TRUE;
  return FALSE;
}

/* Whether an item stays: an indicator of the measure, or what stands above one. */
static gboolean
is_wanted (const WmFrameworkItem *item, const char *measure_code, GHashTable *ids)
{
  if (wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR)
    return binds (item, measure_code);
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    if (g_hash_table_contains (ids, wm_framework_item_get_child (item, i)))
      return TRUE;
  return FALSE;
}

/* The ids of what stays, found from the indicators upwards. */
static GHashTable *
collect_ids (WmFramework *framework, const char *measure_code)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = WM_ITEM_INDICATOR; kind > WM_ITEM_FRAMEWORK; kind--)
    for (guint i = 1; i < wm_framework_get_n_items (framework); i++)
      {
        const WmFrameworkItem *item = wm_framework_get_item (framework, i);

        if ((int) wm_framework_item_get_kind (item) == kind && is_wanted (item, measure_code, ids))
          g_hash_table_add (ids, (char *) wm_framework_item_get_id (item));
      }
  return ids;
}

/* Takes the links away that lead to what does not stay. */
static void
cut_links (WmFrameworkItem *item, const WmFrameworkItem *whole, WmPartKind kind, GHashTable *ids)
{
  wm_framework_item_clear_parts (item, kind);
  for (guint i = 0; i < wm_framework_item_get_n_parts (whole, kind); i++)
    {
      const char *cells[] = { wm_framework_item_get_part (whole, kind, i, WM_LINK_TO), NULL };

      if (g_hash_table_contains (ids, cells[WM_LINK_TO]))
        wm_framework_item_add_part (item, kind, cells);
    }
}

static WmFrameworkItem *
cut_item (const WmFrameworkItem *whole, GHashTable *ids)
{
  WmFrameworkItem *item = wm_framework_item_copy (whole);

  for (guint i = 0; i < wm_framework_item_get_n_children (whole); i++)
    {
      const char *child = wm_framework_item_get_child (whole, i);

      if (!g_hash_table_contains (ids, child))
        wm_framework_item_remove_child (item, child);
    }
  if (wm_part_is_of (WM_PART_READ_WITH, wm_framework_item_get_kind (item)))
    cut_links (item, whole, WM_PART_READ_WITH, ids);
  if (wm_part_is_of (WM_PART_LEADS_TO, wm_framework_item_get_kind (item)))
    cut_links (item, whole, WM_PART_LEADS_TO, ids);
  return item;
}

/**
 * wm_definition_from_framework:
 * @framework: a framework
 * @measure_code: code of a measure, with its breakdown in brackets where it has one
 *
 * Cuts a framework down to what it says of a measure: the indicators that are bound to it, the
 * outcomes and domains above them, and what the framework says of itself. Where no indicator is
 * bound to the measure, only the last is left.
 *
 * Returns: (transfer full): the small framework, with the id of @framework
 */
WmFramework *
wm_definition_from_framework (WmFramework *framework, const char *measure_code)
{
  g_autoptr (GHashTable) ids = NULL;
  GPtrArray *items;

  g_return_val_if_fail (framework != NULL && measure_code != NULL, NULL);

  ids = collect_ids (framework, measure_code);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_ptr_array_add (items, cut_item (wm_framework_get_header (framework), ids));
  for (guint i = 1; i < wm_framework_get_n_items (framework); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (framework, i);

      if (g_hash_table_contains (ids, wm_framework_item_get_id (item)))
        g_ptr_array_add (items, cut_item (item, ids));
    }
  return wm_framework_new (items);
}

static WmFrameworkItem *
make_header (WmProject *project, const char *measure_code, const WmProvenance *source)
{
  WmFrameworkItem *header = wm_framework_item_new (WM_ITEM_FRAMEWORK, DICTIONARY_ID);
  g_autofree char *line = wm_project_dup_source_line (project, measure_code);

  wm_framework_item_set_text (header, WM_FIELD_TITLE, _("Data dictionary"));
  wm_framework_item_set_text (header, WM_FIELD_SOURCE, line);
  if (source != NULL && wm_field_accepts (WM_FIELD_DATE, source->as_at))
    wm_framework_item_set_text (header, WM_FIELD_DATE, source->as_at);
  return header;
}

/* The indicator that the measures of the Local Authority Interactive Tool would give; a measure from
 * elsewhere has another source. */
static WmFrameworkItem *
make_indicator (WmIndicator *measure, const WmProvenance *source)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (WmFramework) lait = NULL;
  WmFrameworkItem *item;

  g_ptr_array_add (measures, measure);
  lait = wm_framework_new_lait (measures);
  item = wm_framework_item_copy (wm_framework_get_item (lait, wm_framework_get_n_items (lait) - 1));
  if (source == NULL || g_strcmp0 (source->family, "lait") != 0)
    {
      wm_framework_item_clear_parts (item, WM_PART_SOURCE);
      wm_framework_item_clear_parts (item, WM_PART_REFERENCE);
    }
  return item;
}

/**
 * wm_definition_from_dictionary:
 * @project: a project
 * @measure_code: code of a measure, with its breakdown in brackets where it has one
 * @error: return location for an error
 *
 * Tells what the project knows of a measure: from the built-in tables, the data dictionaries that
 * were imported, and the user's own direction.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_INDICATOR.
 *
 * Returns: (transfer full): the definition as a framework of one indicator; %NULL on error
 */
WmFramework *
wm_definition_from_dictionary (WmProject *project, const char *measure_code, GError **error)
{
  g_autofree char *breakdown = NULL;
  g_autofree char *code = NULL;
  g_autoptr (WmIndicator) measure = NULL;
  g_autoptr (WmProvenance) source = NULL;
  GPtrArray *items;

  g_return_val_if_fail (project != NULL && measure_code != NULL, NULL);

  measure = wm_project_find_indicator (project, measure_code, error);
  if (measure == NULL)
    return NULL;
  code = wm_project_split_code (measure_code, &breakdown);
  source = wm_store_get_source (wm_project_get_store (project), code, NULL);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_ptr_array_add (items, make_header (project, measure_code, source));
  g_ptr_array_add (items, make_indicator (measure, source));
  return wm_framework_new (items);
}

/* The parts of one kind as a text: a line for each, its cells joined. */
static char *
join_parts (const WmFrameworkItem *item, WmPartKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < wm_framework_item_get_n_parts (item, kind); i++)
    for (guint k = 0; k < wm_part_get_n_cells (kind); k++)
      {
        const char *cell = wm_framework_item_get_part (item, kind, i, k);

        if (cell != NULL && *cell != '\0')
          g_string_append_printf (text, "%s%s", text->len == 0 ? "" : k == 0 ? "\n" : ", ", cell);
      }
  return g_string_free (text, FALSE);
}

/* What can be said of an item is numbered: first the fields, then the kinds of part. */
#define N_SAYINGS (WM_N_FIELDS + WM_N_PART_KINDS)

static char *
dup_said (const WmFrameworkItem *item, guint what)
{
  const char *text;

  if (what >= WM_N_FIELDS)
    return join_parts (item, what - WM_N_FIELDS);
  text = wm_framework_item_get_text (item, what);
  return g_strdup (text != NULL ? wm_field_get_words (what, text) : "");
}

static gboolean
can_say (WmItemKind kind, guint what)
{
  return what < WM_N_FIELDS ? wm_field_is_of (what, kind) : wm_part_is_of (what - WM_N_FIELDS, kind);
}

static const char *
get_label (guint what)
{
  return what < WM_N_FIELDS ? _(wm_field_get_info (what)->label)
                            : _(wm_part_get_info (what - WM_N_FIELDS)->label);
}

/**
 * wm_definition_new_table:
 *
 * Makes an empty table for definitions.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_definition_new_table (void)
{
  static const char *const names[] = { "framework", "version", "date", "item", "says", "text" };
  WmTable *table = wm_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    wm_table_add_column (table, names[i], WM_COLUMN_TEXT);
  return table;
}

static void
add_saying (WmTable *table, WmFramework *definition, const WmFrameworkItem *item, guint what)
{
  const WmFrameworkItem *header = wm_framework_get_header (definition);
  g_autofree char *text = dup_said (item, what);

  if (*text == '\0')
    return;
  wm_table_begin_row (table);
  wm_table_add_text (table, wm_framework_get_id (definition));
  wm_table_add_text (table, wm_framework_item_get_text (header, WM_FIELD_EDITION));
  wm_table_add_text (table, wm_framework_item_get_text (header, WM_FIELD_DATE));
  wm_table_add_text (table, wm_framework_item_get_id (item));
  wm_table_add_text (table, get_label (what));
  wm_table_add_text (table, text);
}

/**
 * wm_definition_add_to_table:
 * @definition: a definition
 * @table: a table from [func@definition_new_table]
 *
 * Adds a row for each thing that a definition says.
 */
void
wm_definition_add_to_table (WmFramework *definition, WmTable *table)
{
  g_return_if_fail (definition != NULL && table != NULL);

  for (guint i = 0; i < wm_framework_get_n_items (definition); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (definition, i);

      for (guint what = 0; what < N_SAYINGS; what++)
        if (can_say (wm_framework_item_get_kind (item), what))
          add_saying (table, definition, item, what);
    }
}

/**
 * wm_definition_new_changes:
 *
 * Makes an empty table for what definitions said and say.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_definition_new_changes (void)
{
  static const char *const names[] = { "framework", "item", "says", "then", "now" };
  WmTable *table = wm_table_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    wm_table_add_column (table, names[i], WM_COLUMN_TEXT);
  return table;
}

static void
add_change (WmTable *table, WmFramework *then, const WmFrameworkItem *item, const char *label,
            const char *text_then, const char *text_now)
{
  wm_table_begin_row (table);
  wm_table_add_text (table, wm_framework_get_id (then));
  wm_table_add_text (table, wm_framework_item_get_id (item));
  wm_table_add_text (table, label);
  wm_table_add_text (table, text_then);
  wm_table_add_text (table, text_now);
}

/* Links were cut, and are no part of how a measure is defined. */
static gboolean
is_link (guint what)
{
  return what >= WM_N_FIELDS && wm_part_get_info (what - WM_N_FIELDS)->is_link;
}

static void
compare_items (WmTable *table, WmFramework *then, const WmFrameworkItem *before,
               const WmFrameworkItem *after)
{
  for (guint what = 0; what < N_SAYINGS; what++)
    {
      g_autofree char *text_then = NULL;
      g_autofree char *text_now = NULL;

      if (!can_say (wm_framework_item_get_kind (before), what) || is_link (what))
        continue;
      text_then = dup_said (before, what);
      text_now = dup_said (after, what);
      if (!g_str_equal (text_then, text_now))
        add_change (table, then, before, get_label (what), text_then, text_now);
    }
}

/**
 * wm_definition_add_changes:
 * @then: a definition as it was
 * @now: (nullable): the same one as it is now; %NULL where there is none any more
 * @table: a table from [func@definition_new_changes]
 *
 * Adds a row for each thing that is said otherwise now, and one for each item that is gone.
 */
void
wm_definition_add_changes (WmFramework *then, WmFramework *now, WmTable *table)
{
  g_return_if_fail (then != NULL && table != NULL);

  for (guint i = 0; i < wm_framework_get_n_items (then); i++)
    {
      const WmFrameworkItem *before = wm_framework_get_item (then, i);
      const WmFrameworkItem *after = now != NULL
                                       ? wm_framework_find (now, wm_framework_item_get_id (before))
                                       : NULL;

      if (after != NULL && wm_framework_item_get_kind (after) == wm_framework_item_get_kind (before))
        compare_items (table, then, before, after);
      else
        add_change (table, then, before, wm_item_kind_get_words (wm_framework_item_get_kind (before)),
                    wm_framework_item_get_text (before, WM_FIELD_TITLE), NULL);
    }
}
