/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Frameworks side by side: indicators with a code or a reference in common are taken for one thing,
 * and so are those that a person pairs. */

#include "config.h"

#include "wm-framework-compare.h"

#include "wm-text.h"

#include <string.h>

/* An indicator among those of all frameworks. Indicators of one thing are a tree whose root stands
 * for all of them. */
typedef struct
{
  WmFrameworkItem *item;
  guint framework;
  guint root;
} Node;

typedef struct
{
  GArray *nodes;       /* of Node */
  GHashTable *keys;    /* code or reference -> GArray of node numbers */
  guint n;
} Matching;

static Node *
get_node (const Matching *self, guint number)
{
  return &g_array_index (self->nodes, Node, number);
}

static guint
find_root (const Matching *self, guint number)
{
  while (get_node (self, number)->root != number)
    number = get_node (self, number)->root;
  return number;
}

/* The earlier of two roots stands for both, so that rows keep the order of the first framework. */
static void
join (Matching *self, guint one, guint other)
{
  guint a = find_root (self, one);
  guint b = find_root (self, other);

  get_node (self, MAX (a, b))->root = MIN (a, b);
}

static void
add_key (Matching *self, char *key, guint number)
{
  GArray *numbers = g_hash_table_lookup (self->keys, key);

  if (numbers == NULL)
    {
      numbers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->keys, key, numbers);
    }
  else
    g_free (key);
  g_array_append_val (numbers, number);
}

static void
add_keys (Matching *self, guint number)
{
  const WmFrameworkItem *item = get_node (self, number)->item;
  const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);

  if (code != NULL)
    add_key (self, g_strdup_printf ("code\n%s", code), number);
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_REFERENCE); i++)
    {
      const char *scheme = wm_framework_item_get_part (item, WM_PART_REFERENCE, i, WM_REFERENCE_SCHEME);
      const char *reference = wm_framework_item_get_part (item, WM_PART_REFERENCE, i, WM_REFERENCE_CODE);
      g_autofree char *folded = scheme != NULL ? wm_text_fold (scheme) : NULL;

      if (folded != NULL && reference != NULL)
        add_key (self, g_strdup_printf ("%s\n%s", folded, reference), number);
    }
}

/* What stands in one framework only says nothing about the others, and rows of one framework that
 * share a reference stay apart then. */
static gboolean
spans_frameworks (const Matching *self, const GArray *numbers)
{
  for (guint i = 1; i < numbers->len; i++)
    if (get_node (self, g_array_index (numbers, guint, i))->framework
        != get_node (self, g_array_index (numbers, guint, 0))->framework)
      return TRUE;
  return FALSE;
}

static void
join_by_keys (Matching *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const GArray *numbers = value;

      if (spans_frameworks (self, numbers))
        for (guint i = 1; i < numbers->len; i++)
          join (self, g_array_index (numbers, guint, 0), g_array_index (numbers, guint, i));
    }
}

static int
find_node (const Matching *self, guint framework, const char *id)
{
  for (guint i = 0; i < self->nodes->len; i++)
    if (get_node (self, i)->framework == framework
        && g_str_equal (wm_framework_item_get_id (get_node (self, i)->item), id))
      return i;
  return -1;
}

static void
join_by_hand (Matching *self, const WmFrameworkPair *pairs, guint n_pairs)
{
  for (guint i = 0; i < n_pairs; i++)
    {
      int one = find_node (self, pairs[i].framework, pairs[i].id);
      int other = find_node (self, pairs[i].other_framework, pairs[i].other_id);

      if (one >= 0 && other >= 0)
        join (self, one, other);
    }
}

static void
row_free (WmComparisonRow *row)
{
  g_ptr_array_unref (row->cells);
  g_strfreev (row->differences);
  g_free (row);
}

static WmComparisonRow *
row_new (guint n)
{
  WmComparisonRow *row = g_new0 (WmComparisonRow, 1);

  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (row->cells, g_ptr_array_new ());
  return row;
}

/* Fields that define a measure; codes and notes are each framework's own. */
static const WmField defining[] = {
  WM_FIELD_TITLE, WM_FIELD_DEFINITION, WM_FIELD_NUMERATOR, WM_FIELD_DENOMINATOR, WM_FIELD_GROUP,
  WM_FIELD_UNIT, WM_FIELD_DIRECTION, WM_FIELD_PERIOD,
};

static gboolean
is_said_alike (const char *one, const char *other)
{
  g_autofree char *folded = wm_text_fold (one);
  g_autofree char *other_folded = wm_text_fold (other);

  return g_str_equal (folded, other_folded);
}

/* Whether two frameworks say different things; what one of them leaves open is no difference. */
static gboolean
differs (const WmComparisonRow *row, WmField field)
{
  const char *first = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const GPtrArray *cell = g_ptr_array_index (row->cells, i);

      for (guint j = 0; j < cell->len; j++)
        {
          const char *text = wm_framework_item_get_text (g_ptr_array_index (cell, j), field);

          if (text != NULL && first != NULL && !is_said_alike (first, text))
            return TRUE;
          first = first != NULL ? first : text;
        }
    }
  return FALSE;
}

static void
finish_row (WmComparisonRow *row)
{
  g_autoptr (GStrvBuilder) differences = g_strv_builder_new ();

  for (guint i = 0; i < row->cells->len; i++)
    row->n_frameworks += ((GPtrArray *) g_ptr_array_index (row->cells, i))->len > 0;
  if (row->n_frameworks > 1)
    for (gsize i = 0; i < G_N_ELEMENTS (defining); i++)
      if (differs (row, defining[i]))
        g_strv_builder_add (differences, wm_field_get_info (defining[i])->id);
  row->differences = g_strv_builder_end (differences);
  row->match = row->n_frameworks < 2 ? WM_MATCH_ONLY
               : row->differences[0] != NULL ? WM_MATCH_DIFFERS : WM_MATCH_SAME;
}

/* The common core stands at the top. A stable order keeps that of the frameworks. */
static GPtrArray *
sort_rows (GPtrArray *rows, guint n)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);

  for (guint wanted = n; wanted > 0; wanted--)
    for (guint i = 0; i < rows->len; i++)
      if (((WmComparisonRow *) g_ptr_array_index (rows, i))->n_frameworks == wanted)
        g_ptr_array_add (sorted, g_ptr_array_index (rows, i));
  return sorted;
}

static GPtrArray *
make_rows (const Matching *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      gpointer root = GUINT_TO_POINTER (find_root (self, i));
      WmComparisonRow *row = g_hash_table_lookup (by_root, root);

      if (row == NULL)
        {
          row = row_new (self->n);
          g_hash_table_insert (by_root, root, row);
          g_ptr_array_add (rows, row);
        }
      g_ptr_array_add (g_ptr_array_index (row->cells, get_node (self, i)->framework), get_node (self, i)->item);
    }
  for (guint i = 0; i < rows->len; i++)
    finish_row (g_ptr_array_index (rows, i));
  return sort_rows (rows, self->n);
}

static void
add_nodes (Matching *self, WmFramework *framework, guint number)
{
  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      Node node = { wm_framework_get_item (framework, i), number, self->nodes->len };

      if (wm_framework_item_get_kind (node.item) != WM_ITEM_INDICATOR)
        continue;
      g_array_append_val (self->nodes, node);
      add_keys (self, node.root);
    }
}

/**
 * wm_framework_compare:
 * @frameworks: (array length=n): frameworks, which must live as long as the result
 * @n: how many
 * @pairs: (array length=n_pairs) (nullable): indicators that a person takes for the same
 * @n_pairs: how many; a pair that names an unknown indicator is passed over
 *
 * Compares frameworks. Indicators match that have the same code, or the same reference to another
 * scheme; several of one framework can stand for the same row.
 *
 * Returns: (transfer full) (element-type WmComparisonRow): the rows: first those that all
 *   frameworks have, last those that only one has
 */
GPtrArray *
wm_framework_compare (WmFramework *const *frameworks, guint n, const WmFrameworkPair *pairs, guint n_pairs)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_array_unref);
  Matching matching = { nodes, keys, n };

  for (guint i = 0; i < n; i++)
    add_nodes (&matching, frameworks[i], i);
  join_by_keys (&matching);
  join_by_hand (&matching, pairs, n_pairs);
  return make_rows (&matching);
}

/**
 * wm_match_to_id:
 * @match: what a comparison found
 *
 * Gets the word that stands for @match in exports.
 *
 * Returns: (transfer none): "same", "differs" or "only"
 */
const char *
wm_match_to_id (WmMatch match)
{
  return match == WM_MATCH_SAME ? "same" : match == WM_MATCH_DIFFERS ? "differs" : "only";
}

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

/* Two frameworks of one id, such as versions, need columns of different names. */
static char *
make_column_name (WmFramework *const *frameworks, guint number)
{
  for (guint i = 0; i < number; i++)
    if (g_str_equal (wm_framework_get_id (frameworks[i]), wm_framework_get_id (frameworks[number])))
      return g_strdup_printf ("%s (%u)", wm_framework_get_id (frameworks[number]), number + 1);
  return g_strdup (wm_framework_get_id (frameworks[number]));
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
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = make_column_name (frameworks, i);

      wm_table_add_column (table, name, WM_COLUMN_TEXT);
    }
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
