/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Frameworks side by side: indicators with a code or a reference in common are taken for one thing,
 * and so are those that a person paired and those of one id in two versions of a framework. */

#include "config.h"

#include "wm-framework-compare.h"

#include "wm-text.h"


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
  GHashTable *names;   /* number of a framework with the id or code of an indicator -> node number + 1 */
  WmFramework *const *frameworks;
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

/* Two versions of a framework have one id, and so have their items. */
static void
add_keys (Matching *self, guint number)
{
  const WmFrameworkItem *item = get_node (self, number)->item;
  const char *framework_id = wm_framework_get_id (self->frameworks[get_node (self, number)->framework]);
  const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);

  add_key (self, g_strdup_printf ("id\n%s\n%s", framework_id, wm_framework_item_get_id (item)), number);
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

static void
add_name (Matching *self, guint framework, char kind, const char *name, guint number)
{
  char *key = g_strdup_printf ("%u\n%c\n%s", framework, kind, name);

  if (g_hash_table_contains (self->names, key))
    g_free (key);
  else
    g_hash_table_insert (self->names, key, GUINT_TO_POINTER (number + 1));
}

static void
add_names (Matching *self, guint number)
{
  const Node *node = get_node (self, number);
  const char *code = wm_framework_item_get_text (node->item, WM_FIELD_CODE);

  add_name (self, node->framework, 'i', wm_framework_item_get_id (node->item), number);
  if (code != NULL)
    add_name (self, node->framework, 'c', code, number);
}

static int
find_name (const Matching *self, guint framework, char kind, const char *name)
{
  g_autofree char *key = g_strdup_printf ("%u\n%c\n%s", framework, kind, name);

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->names, key)) - 1;
}

static void
join_by_hand (Matching *self, const WmFrameworkPair *pairs, guint n_pairs)
{
  for (guint i = 0; i < n_pairs; i++)
    {
      int one = find_name (self, pairs[i].framework, 'i', pairs[i].id);
      int other = find_name (self, pairs[i].other_framework, 'i', pairs[i].other_id);

      if (one >= 0 && other >= 0)
        join (self, one, other);
    }
}

/* A reference whose scheme is the id of another framework names an indicator of it, by id or by
 * code: that is how a person's own pairing is kept. */
static void
join_by_pairing (Matching *self, guint number, const char *scheme, const char *name)
{
  for (guint i = 0; i < self->n; i++)
    if (i != get_node (self, number)->framework && g_str_equal (scheme, wm_framework_get_id (self->frameworks[i])))
      {
        int other = find_name (self, i, 'i', name);

        if (other < 0)
          other = find_name (self, i, 'c', name);
        if (other >= 0)
          join (self, number, other);
      }
}

static void
join_by_pairings (Matching *self)
{
  for (guint number = 0; number < self->nodes->len; number++)
    {
      const WmFrameworkItem *item = get_node (self, number)->item;

      for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_REFERENCE); i++)
        {
          const char *scheme = wm_framework_item_get_part (item, WM_PART_REFERENCE, i, WM_REFERENCE_SCHEME);
          const char *name = wm_framework_item_get_part (item, WM_PART_REFERENCE, i, WM_REFERENCE_CODE);

          if (scheme != NULL && name != NULL)
            join_by_pairing (self, number, scheme, name);
        }
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
      add_names (self, node.root);
    }
}

/**
 * wm_framework_compare:
 * @frameworks: (array length=n): frameworks, which must live as long as the result
 * @n: how many
 * @pairs: (array length=n_pairs) (nullable): indicators that a person takes for the same
 * @n_pairs: how many; a pair that names an unknown indicator is passed over
 *
 * Compares frameworks. Indicators match that have the same code, the same reference to another
 * scheme, or, in frameworks of the same id, the same id. A person's own pairing counts too, whether
 * it was kept by [func@framework_edit_pair] or comes in @pairs. Several indicators of one framework
 * can stand for the same row.
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
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Matching matching = { nodes, keys, names, frameworks, n };

  for (guint i = 0; i < n; i++)
    add_nodes (&matching, frameworks[i], i);
  join_by_keys (&matching);
  join_by_pairings (&matching);
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
