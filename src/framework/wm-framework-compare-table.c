/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a comparison of frameworks found, as tables: a list for other programs, and the matrix that
 * regional benchmark tables print. */

#include "config.h"

#include "wm-framework-compare.h"

static char *
join_items (const GPtrArray *items, WmField field)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const char *one = wm_framework_item_get_text (g_ptr_array_index (items, i), field);

      if (one != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_row_title (const WmComparisonRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GPtrArray *cell = g_ptr_array_index (row->cells, i);

      if (cell->len > 0)
        return wm_framework_item_get_text (g_ptr_array_index (cell, 0), WM_FIELD_TITLE);
    }
  return NULL;
}

/* Names for columns, one for each framework; those of versions of one framework are told apart. */
static GStrv
make_column_names (WmFramework *const *frameworks, guint n, const char *(*get_name) (WmFramework *))
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u)", get_name (frameworks[i]), i + 1);
      gboolean is_taken = FALSE;

      for (guint j = 0; j < i; j++)
        is_taken = is_taken || g_str_equal (get_name (frameworks[j]), get_name (frameworks[i]));
      g_strv_builder_add (names, is_taken ? numbered : get_name (frameworks[i]));
    }
  return g_strv_builder_end (names);
}

static void
add_framework_columns (WmTable *table, WmFramework *const *frameworks, guint n,
                       const char *(*get_name) (WmFramework *))
{
  g_auto (GStrv) names = make_column_names (frameworks, n, get_name);

  for (guint i = 0; i < n; i++)
    wm_table_add_column (table, names[i], WM_COLUMN_TEXT);
}

/**
 * wm_framework_compare_table:
 * @frameworks: (array length=n): frameworks
 * @n: how many
 *
 * Compares frameworks in a table: a row for each thing, a column with the codes of each framework.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_framework_compare_table (WmFramework *const *frameworks, guint n)
{
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, n, NULL, 0);
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "match", WM_COLUMN_TEXT);
  wm_table_add_column (table, "frameworks", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "differences", WM_COLUMN_TEXT);
  add_framework_columns (table, frameworks, n, wm_framework_get_id);
  for (guint i = 0; i < rows->len; i++)
    {
      const WmComparisonRow *row = g_ptr_array_index (rows, i);
      g_autofree char *differences = g_strjoinv (", ", row->differences);

      wm_table_begin_row (table);
      wm_table_add_text (table, get_row_title (row));
      wm_table_add_text (table, wm_match_to_id (row->match));
      wm_table_add_number (table, row->n_frameworks);
      wm_table_add_text (table, differences);
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *codes = join_items (g_ptr_array_index (row->cells, j), WM_FIELD_CODE);

          wm_table_add_text (table, codes);
        }
    }
  return table;
}

static const char *
get_row_domain (const WmComparisonRow *row, WmFramework *const *frameworks)
{
  for (guint i = 0; i < row->cells->len; i++)
    {
      const GPtrArray *cell = g_ptr_array_index (row->cells, i);

      if (cell->len > 0)
        {
          const WmFrameworkItem *first = g_ptr_array_index (cell, 0);
          const WmFrameworkItem *domain = wm_framework_find_domain (frameworks[i], wm_framework_item_get_id (first));

          return domain != NULL ? wm_framework_item_get_text (domain, WM_FIELD_TITLE) : NULL;
        }
    }
  return NULL;
}

/* The codes by which a framework knows the thing of a row; ids where it has none. */
static char *
join_codes (const GPtrArray *items)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (items, i);
      const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);

      g_strv_builder_add (codes, code != NULL ? code : wm_framework_item_get_id (item));
    }
  all = g_strv_builder_end (codes);
  return g_strjoinv ("; ", all);
}

static void
add_matrix_row (WmTable *table, const WmComparisonRow *row, WmFramework *const *frameworks, guint n)
{
  g_autofree char *differences = g_strjoinv (", ", row->differences);

  wm_table_begin_row (table);
  wm_table_add_text (table, row->n_frameworks == n ? "yes" : "no");
  wm_table_add_text (table, get_row_domain (row, frameworks));
  wm_table_add_text (table, get_row_title (row));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *codes = join_codes (g_ptr_array_index (row->cells, i));

      wm_table_add_text (table, *codes != '\0' ? codes : NULL);
    }
  wm_table_add_number (table, row->n_frameworks);
  wm_table_add_text (table, *differences != '\0' ? differences : NULL);
}

/**
 * wm_framework_compare_matrix:
 * @frameworks: (array length=n): frameworks
 * @n: how many
 *
 * Puts frameworks side by side as benchmark tables do: a row for each thing, the common core at the
 * top; whether it is of the core, its domain and title as the first framework gives them that has
 * it, a column for each framework, with codes (or ids) where it has it, how many have it, and what
 * they define differently.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_framework_compare_matrix (WmFramework *const *frameworks, guint n)
{
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, n, NULL, 0);
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "core", WM_COLUMN_TEXT);
  wm_table_add_column (table, "domain", WM_COLUMN_TEXT);
  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  add_framework_columns (table, frameworks, n, wm_framework_get_title);
  wm_table_add_column (table, "frameworks", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "differences", WM_COLUMN_TEXT);
  for (guint i = 0; i < rows->len; i++)
    add_matrix_row (table, g_ptr_array_index (rows, i), frameworks, n);
  return table;
}
