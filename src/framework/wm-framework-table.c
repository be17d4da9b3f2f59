/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as a table: a row for each place of each indicator, and a row for each outcome and
 * domain that has none, so that a gap is seen in a spreadsheet too. */

#include "config.h"

#include "wm-framework-table.h"

/* Where the walk through the framework is. */
typedef struct
{
  WmFramework *framework;
  WmTable *table;
  WmFrameworkItem *domain;
  WmFrameworkItem *outcome;
} Place;

static const char *
get_title (const WmFrameworkItem *item)
{
  return item != NULL ? wm_framework_item_get_text (item, WM_FIELD_TITLE) : NULL;
}

static void
follow (Place *place, WmFrameworkItem *item, WmFrameworkItem *parent)
{
  switch (wm_framework_item_get_kind (item))
    {
    case WM_ITEM_DOMAIN:
      place->domain = item;
      place->outcome = NULL;
      break;
    case WM_ITEM_OUTCOME:
      place->domain = parent;
      place->outcome = item;
      break;
    case WM_ITEM_INDICATOR:
      if (parent != place->outcome)
        place->outcome = NULL;
      if (parent == NULL)
        place->domain = NULL;
      break;
    case WM_ITEM_FRAMEWORK:
    default:
      break;
    }
}

/* The parts of a kind in one cell: cells with " | " between, parts with "; ". */
static char *
join_parts (const WmFrameworkItem *item, WmPartKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint part = 0; part < wm_framework_item_get_n_parts (item, kind); part++)
    for (guint cell = 0; cell < wm_part_get_n_cells (kind); cell++)
      {
        const char *one = wm_framework_item_get_part (item, kind, part, cell);

        g_string_append (text, cell > 0 ? " | " : part > 0 ? "; " : "");
        g_string_append (text, one != NULL ? one : "");
      }
  return g_string_free (text, FALSE);
}

static gboolean
has_no_children (const WmFrameworkItem *item)
{
  return wm_framework_item_get_n_children (item) == 0;
}

static void
add_row_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Place *place = user_data;
  gboolean is_indicator = wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR;

  follow (place, item, parent);
  if (!is_indicator && !has_no_children (item))
    return;
  wm_table_begin_row (place->table);
  wm_table_add_text (place->table, get_title (place->domain));
  wm_table_add_text (place->table, get_title (place->outcome));
  wm_table_add_text (place->table, is_indicator ? wm_framework_item_get_id (item) : NULL);
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_field_is_of (field, WM_ITEM_INDICATOR))
      wm_table_add_text (place->table, is_indicator ? wm_framework_item_get_text (item, field) : NULL);
  for (int kind = 0; kind < WM_N_PART_KINDS; kind++)
    if (wm_part_is_of (kind, WM_ITEM_INDICATOR))
      {
        g_autofree char *parts = is_indicator ? join_parts (item, kind) : NULL;

        wm_table_add_text (place->table, parts);
      }
}

/**
 * wm_framework_to_table:
 * @self: a framework
 *
 * Puts a framework into a table with every field of the indicators: domain, outcome, id, then the
 * fields and the parts by the names that they have in files. An indicator that serves several
 * outcomes has a row for each, with the same id.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_framework_to_table (WmFramework *self)
{
  Place place = { self, wm_table_new (), NULL, NULL };

  wm_table_add_column (place.table, "domain", WM_COLUMN_TEXT);
  wm_table_add_column (place.table, "outcome", WM_COLUMN_TEXT);
  wm_table_add_column (place.table, "id", WM_COLUMN_TEXT);
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_field_is_of (field, WM_ITEM_INDICATOR))
      wm_table_add_column (place.table, wm_field_get_info (field)->id, WM_COLUMN_TEXT);
  for (int kind = 0; kind < WM_N_PART_KINDS; kind++)
    if (wm_part_is_of (kind, WM_ITEM_INDICATOR))
      wm_table_add_column (place.table, wm_part_get_info (kind)->id, WM_COLUMN_TEXT);
  wm_framework_walk (self, add_row_cb, &place);
  return place.table;
}

static const char *
get_state (WmFramework *framework, WmFrameworkItem *item)
{
  if (wm_framework_item_is_placeholder (item))
    return "placeholder";
  return wm_framework_is_gap (framework, item) ? "gap" : NULL;
}

static void
add_summary_row_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Place *place = user_data;
  static const WmField shown[] = {
    WM_FIELD_CODE, WM_FIELD_TITLE, WM_FIELD_UNIT, WM_FIELD_DIRECTION, WM_FIELD_DATA_KIND,
    WM_FIELD_AVAILABILITY, WM_FIELD_BINDING_CODE,
  };

  wm_table_begin_row (place->table);
  wm_table_add_text (place->table, wm_item_kind_to_id (wm_framework_item_get_kind (item)));
  wm_table_add_text (place->table, wm_framework_item_get_id (item));
  wm_table_add_text (place->table, parent != NULL ? wm_framework_item_get_id (parent) : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    wm_table_add_text (place->table, wm_framework_item_get_text (item, shown[i]));
  wm_table_add_text (place->table, get_state (place->framework, item));
}

/**
 * wm_framework_to_summary_table:
 * @self: a framework
 *
 * Puts the items of a framework into a table as people read them, with what matters most: kind,
 * id, what it stands below, code, title, unit, direction, kind of data, availability, binding, and
 * whether it is a gap or a placeholder.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_framework_to_summary_table (WmFramework *self)
{
  static const char *const names[] = {
    "kind", "id", "below", "code", "title", "unit", "direction", "data_kind", "availability", "binding", "state",
  };
  Place place = { self, wm_table_new (), NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    wm_table_add_column (place.table, names[i], WM_COLUMN_TEXT);
  wm_framework_walk (self, add_summary_row_cb, &place);
  return place.table;
}
