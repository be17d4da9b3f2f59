/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Other ways of grouping: the same items under the values of their tags. A view is made and thrown
 * away; the framework itself stays as it is. */

#include "config.h"

#include "wm-framework-group.h"

#include <glib/gi18n-lib.h>

static void
add_once (GPtrArray *texts, const char *text)
{
  if (text != NULL && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, g_strdup (text));
}

/**
 * wm_framework_list_groupings:
 * @self: a framework
 *
 * Lists the groupings that the tags of its items name, in the order of the items.
 *
 * Returns: (transfer full) (element-type utf8): the groupings, each once
 */
GPtrArray *
wm_framework_list_groupings (WmFramework *self)
{
  GPtrArray *groupings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < wm_framework_get_n_items (self); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (self, i);

      for (guint part = 0; part < wm_framework_item_get_n_parts (item, WM_PART_TAG); part++)
        add_once (groupings, wm_framework_item_get_part (item, WM_PART_TAG, part, WM_TAG_GROUPING));
    }
  return groupings;
}

/* The values that an item has in a grouping. */
static GPtrArray *
list_values (const WmFrameworkItem *item, const char *grouping)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint part = 0; part < wm_framework_item_get_n_parts (item, WM_PART_TAG); part++)
    if (g_strcmp0 (wm_framework_item_get_part (item, WM_PART_TAG, part, WM_TAG_GROUPING), grouping) == 0)
      add_once (values, wm_framework_item_get_part (item, WM_PART_TAG, part, WM_TAG_VALUE));
  return values;
}

/**
 * wm_framework_list_group_values:
 * @self: a framework
 * @grouping: a grouping
 *
 * Lists the values that the tags of its items have in a grouping, in the order of the items.
 *
 * Returns: (transfer full) (element-type utf8): the values, each once
 */
GPtrArray *
wm_framework_list_group_values (WmFramework *self, const char *grouping)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < wm_framework_get_n_items (self); i++)
    {
      g_autoptr (GPtrArray) own = list_values (wm_framework_get_item (self, i), grouping);

      for (guint j = 0; j < own->len; j++)
        add_once (values, own->pdata[j]);
    }
  return values;
}

/* A view in the making. */
typedef struct
{
  WmFramework *framework;
  const char *grouping;
  GPtrArray *items;        /* of WmFrameworkItem: the header, the groups, then what stands in them */
  GHashTable *groups;      /* value -> WmFrameworkItem, lent */
  GHashTable *kept;        /* set of the items of the framework that the view has */
  WmFrameworkItem *rest;   /* the group of what has no tag; NULL as long as nothing is in it */
} View;

static gboolean
is_taken (const View *view, const char *id)
{
  for (guint i = 0; i < view->items->len; i++)
    if (g_str_equal (wm_framework_item_get_id (g_ptr_array_index (view->items, i)), id))
      return TRUE;
  return wm_framework_find (view->framework, id) != NULL;
}

/* The id of a group: one that no item of the framework has, and the same in the next view, even if
 * groups came or went in between. */
static char *
make_group_id (const View *view, const char *title)
{
  g_autofree char *words = g_strjoin ("\n", view->grouping, title, NULL);

  for (guint n = 0;; n++)
    {
      g_autofree char *id = g_strdup_printf ("group-%08x", g_str_hash (words) + n);

      if (!is_taken (view, id))
        return g_steal_pointer (&id);
    }
}

static WmFrameworkItem *
add_group (View *view, const char *title)
{
  g_autofree char *id = make_group_id (view, title);
  WmFrameworkItem *group = wm_framework_item_new (WM_ITEM_DOMAIN, id);

  wm_framework_item_set_text (group, WM_FIELD_TITLE, title);
  wm_framework_item_insert_child (g_ptr_array_index (view->items, 0), -1, id);
  g_ptr_array_add (view->items, group);
  return group;
}

static void
place (View *view, WmFrameworkItem *group, WmFrameworkItem *item)
{
  if (wm_framework_item_find_child (group, wm_framework_item_get_id (item)) < 0)
    wm_framework_item_insert_child (group, -1, wm_framework_item_get_id (item));
  g_hash_table_add (view->kept, item);
}

/* Whether an outcome that stands in a group holds the item there already. Outcomes come first. */
static gboolean
is_below (const View *view, const WmFrameworkItem *group, const char *id)
{
  for (guint i = 0; i < wm_framework_item_get_n_children (group); i++)
    {
      const WmFrameworkItem *child = wm_framework_find (view->framework, wm_framework_item_get_child (group, i));

      if (child == NULL || wm_framework_item_get_kind (child) != WM_ITEM_OUTCOME)
        return FALSE;
      if (wm_framework_item_find_child (child, id) >= 0)
        return TRUE;
    }
  return FALSE;
}

static void
place_by_tags (View *view, WmFrameworkItem *item)
{
  g_autoptr (GPtrArray) values = list_values (item, view->grouping);

  for (guint i = 0; i < values->len; i++)
    {
      WmFrameworkItem *group = g_hash_table_lookup (view->groups, values->pdata[i]);

      if (!is_below (view, group, wm_framework_item_get_id (item)))
        place (view, group, item);
    }
}

/* Outcomes with a tag bring their indicators along. */
static void
place_outcome (View *view, WmFrameworkItem *outcome)
{
  place_by_tags (view, outcome);
  if (!g_hash_table_contains (view->kept, outcome))
    return;
  for (guint i = 0; i < wm_framework_item_get_n_children (outcome); i++)
    {
      WmFrameworkItem *child = wm_framework_find (view->framework, wm_framework_item_get_child (outcome, i));

      if (child != NULL)
        g_hash_table_add (view->kept, child);
    }
}

/* What has no tag stands together at the end; an outcome that nothing measures stays visible too. */
static void
place_rest (View *view, WmFrameworkItem *item)
{
  WmItemKind kind = wm_framework_item_get_kind (item);

  if (g_hash_table_contains (view->kept, item)
      || (kind != WM_ITEM_INDICATOR && wm_framework_item_get_n_children (item) > 0) || kind < WM_ITEM_OUTCOME)
    return;
  if (view->rest == NULL)
    view->rest = add_group (view, _("In no group"));
  place (view, view->rest, item);
}

static void
place_all (View *view, WmItemKind kind, void (*place_one) (View *view, WmFrameworkItem *item))
{
  for (guint i = 1; i < wm_framework_get_n_items (view->framework); i++)
    if (wm_framework_item_get_kind (wm_framework_get_item (view->framework, i)) == kind)
      place_one (view, wm_framework_get_item (view->framework, i));
}

static gboolean
has_lost_link (const View *view, const WmFrameworkItem *item)
{
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_LEADS_TO); i++)
    {
      const char *to = wm_framework_item_get_part (item, WM_PART_LEADS_TO, i, WM_LINK_TO);

      if (!g_hash_table_contains (view->kept, wm_framework_find (view->framework, to)))
        return TRUE;
    }
  return FALSE;
}

/* An outcome that leads to what the view does not have is copied without that link. */
static WmFrameworkItem *
make_kept (const View *view, WmFrameworkItem *item)
{
  WmFrameworkItem *copy;

  if (!has_lost_link (view, item))
    return wm_framework_item_ref (item);
  copy = wm_framework_item_copy (item);
  wm_framework_item_clear_parts (copy, WM_PART_LEADS_TO);
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_LEADS_TO); i++)
    {
      const char *cells[WM_MAX_CELLS] = { wm_framework_item_get_part (item, WM_PART_LEADS_TO, i, WM_LINK_TO), NULL };

      if (g_hash_table_contains (view->kept, wm_framework_find (view->framework, cells[WM_LINK_TO])))
        wm_framework_item_add_part (copy, WM_PART_LEADS_TO, cells);
    }
  return copy;
}

static WmFrameworkItem *
make_header (WmFramework *framework, const char *grouping)
{
  const WmFrameworkItem *before = wm_framework_get_header (framework);
  WmFrameworkItem *header = wm_framework_item_new (WM_ITEM_FRAMEWORK, wm_framework_get_id (framework));
  /* Translators: the title of a framework, and the grouping by which it is shown. */
  g_autofree char *title = g_strdup_printf (_("%1$s, by %2$s"), wm_framework_item_get_name (before), grouping);

  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_framework_item_get_text (before, field) != NULL)
      wm_framework_item_set_text (header, field, wm_framework_item_get_text (before, field));
  wm_framework_item_set_text (header, WM_FIELD_TITLE, title);
  return header;
}

/**
 * wm_framework_regroup:
 * @self: a framework
 * @grouping: a grouping that tags of its items name
 *
 * Shows the same items in another order: the values of a grouping are the domains. An outcome with a
 * tag brings its indicators along; an item with several values stands below each of them; what has
 * none stands together at the end. The result is a view, not to be stored; @self does not change,
 * and indicators are the same values in both.
 *
 * Returns: (transfer full): the view
 */
WmFramework *
wm_framework_regroup (WmFramework *self, const char *grouping)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  View view = { self, grouping, NULL, groups, kept };

  g_return_val_if_fail (self != NULL && grouping != NULL, NULL);

  view.items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  values = wm_framework_list_group_values (self, grouping);
  g_ptr_array_add (view.items, make_header (self, grouping));
  for (guint i = 0; i < values->len; i++)
    g_hash_table_insert (groups, values->pdata[i], add_group (&view, values->pdata[i]));
  place_all (&view, WM_ITEM_OUTCOME, place_outcome);
  place_all (&view, WM_ITEM_INDICATOR, place_by_tags);
  place_all (&view, WM_ITEM_OUTCOME, place_rest);
  place_all (&view, WM_ITEM_INDICATOR, place_rest);
  for (guint i = 1; i < wm_framework_get_n_items (self); i++)
    if (g_hash_table_contains (kept, wm_framework_get_item (self, i)))
      g_ptr_array_add (view.items, make_kept (&view, wm_framework_get_item (self, i)));
  return wm_framework_new (view.items);
}

/* An indicator among the rows of a matrix. */
typedef struct
{
  WmFrameworkItem *item;
  GPtrArray *values;       /* of char */
} MatrixRow;

static void
matrix_row_free (MatrixRow *row)
{
  g_ptr_array_unref (row->values);
  g_free (row);
}

/* The most used first; a stable order keeps that of the framework. */
static GPtrArray *
list_matrix_rows (WmFramework *self, const char *grouping, guint n_values)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) matrix_row_free);

  for (guint i = 1; i < wm_framework_get_n_items (self); i++)
    if (wm_framework_item_get_kind (wm_framework_get_item (self, i)) == WM_ITEM_INDICATOR)
      {
        MatrixRow *row = g_new0 (MatrixRow, 1);

        row->item = wm_framework_get_item (self, i);
        row->values = list_values (row->item, grouping);
        g_ptr_array_add (rows, row);
      }
  for (guint wanted = n_values + 1; wanted > 0; wanted--)
    for (guint i = 0; i < rows->len; i++)
      if (((MatrixRow *) rows->pdata[i])->values->len == wanted - 1)
        g_ptr_array_add (sorted, rows->pdata[i]);
  return sorted;
}

/**
 * wm_framework_group_matrix:
 * @self: a framework
 * @grouping: a grouping, such as the sets of regions
 *
 * Puts the indicators into a table with a column for each value of a grouping, as regional
 * benchmark tables have it: "yes" where the indicator has the value, how many it has, and what most
 * have at the top.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_framework_group_matrix (WmFramework *self, const char *grouping)
{
  g_autoptr (GPtrArray) values = wm_framework_list_group_values (self, grouping);
  g_autoptr (GPtrArray) rows = list_matrix_rows (self, grouping, values->len);
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "domain", WM_COLUMN_TEXT);
  wm_table_add_column (table, "code", WM_COLUMN_TEXT);
  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  for (guint i = 0; i < values->len; i++)
    wm_table_add_column (table, values->pdata[i], WM_COLUMN_TEXT);
  wm_table_add_column (table, "sets", WM_COLUMN_NUMBER);
  for (guint i = 0; i < rows->len; i++)
    {
      const MatrixRow *row = rows->pdata[i];
      const WmFrameworkItem *domain = wm_framework_find_domain (self, wm_framework_item_get_id (row->item));

      wm_table_begin_row (table);
      wm_table_add_text (table, domain != NULL ? wm_framework_item_get_text (domain, WM_FIELD_TITLE) : NULL);
      wm_table_add_text (table, wm_framework_item_get_text (row->item, WM_FIELD_CODE));
      wm_table_add_text (table, wm_framework_item_get_text (row->item, WM_FIELD_TITLE));
      for (guint j = 0; j < values->len; j++)
        wm_table_add_text (table, g_ptr_array_find_with_equal_func (row->values, values->pdata[j], g_str_equal, NULL)
                                    ? "yes" : NULL);
      wm_table_add_number (table, row->values->len);
    }
  return table;
}
