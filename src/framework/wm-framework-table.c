/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as a table: a row for each place of each indicator, and a row for each outcome and
 * domain that has none, so that a gap is seen in a spreadsheet too. */

#include "config.h"

#include "wm-framework-table.h"

#include "wm-framework-sheet-private.h"

/* Where the walk through the framework is. */
typedef struct
{
  WmFramework *framework;
  WmTable *table;
  WmFrameworkItem *domain;
  WmFrameworkItem *outcome;
} Place;

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

/* The item that a column tells of in the row that is being written; %NULL for none. */
static const WmFrameworkItem *
get_item (const Place *place, WmSheetTarget target, const WmFrameworkItem *indicator)
{
  WmItemKind kind = wm_sheet_target_get_kind (target);

  if (kind == WM_ITEM_INDICATOR)
    return indicator;
  return kind == WM_ITEM_DOMAIN ? place->domain : place->outcome;
}

static void
add_cell (const Place *place, WmSheetTarget target, const WmFrameworkItem *indicator)
{
  const WmFrameworkItem *item = get_item (place, target, indicator);
  WmField field;
  WmPartKind part;

  if (item == NULL)
    wm_table_add_text (place->table, NULL);
  else if (wm_sheet_target_is_field (target, &field))
    wm_table_add_text (place->table, wm_framework_item_get_text (item, field));
  else if (wm_sheet_target_is_part (target, &part))
    {
      g_autofree char *parts = wm_sheet_join_parts (item, part);

      wm_table_add_text (place->table, parts);
    }
  else
    wm_table_add_text (place->table, wm_framework_item_get_id (item));
}

static void
add_row_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Place *place = user_data;
  gboolean is_indicator = wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR;
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  follow (place, item, parent);
  if (!is_indicator && wm_framework_item_get_n_children (item) > 0)
    return;
  wm_table_begin_row (place->table);
  for (guint i = 0; i < n; i++)
    add_cell (place, targets[i], is_indicator ? item : NULL);
}

/**
 * wm_framework_to_table:
 * @self: a framework
 *
 * Puts a framework into a table with everything that is said of its items: the titles of domain and
 * outcome, the id, the fields and the parts of the indicator by the names that they have in files,
 * and then what is said of domain and outcome, which [method@FrameworkSheet.read] reads again. An
 * indicator that serves several outcomes has a row for each, with the same id.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_framework_to_table (WmFramework *self)
{
  Place place = { self, wm_table_new (), NULL, NULL };
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *heading = wm_sheet_target_get_heading (targets[i]);

      wm_table_add_column (place.table, heading, WM_COLUMN_TEXT);
    }
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
