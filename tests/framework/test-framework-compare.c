/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What matches between frameworks, by itself and by hand. */

#include "config.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-compare.h"
#include "wm-framework-edit.h"
#include "wm-framework-read.h"
#include "wm-test.h"


/* An indicator in one line: code, title, unit, reference scheme and code; NULL for none. */
typedef struct
{
  const char *id;
  const char *code;
  const char *title;
  const char *unit;
  const char *scheme;
  const char *reference;
} Line;

static WmFramework *
make_framework (const char *id, const Line *lines, gsize n)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  WmFrameworkItem *domain = wm_framework_item_new (WM_ITEM_DOMAIN, "domain");

  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_FRAMEWORK, id));
  g_ptr_array_add (items, domain);
  wm_framework_item_insert_child (items->pdata[0], -1, "domain");
  for (gsize i = 0; i < n; i++)
    {
      WmFrameworkItem *item = wm_framework_item_new (WM_ITEM_INDICATOR, lines[i].id);
      const char *reference[] = { lines[i].scheme, lines[i].reference, NULL, NULL };

      wm_framework_item_set_text (item, WM_FIELD_CODE, lines[i].code);
      wm_framework_item_set_text (item, WM_FIELD_TITLE, lines[i].title);
      wm_framework_item_set_text (item, WM_FIELD_UNIT, lines[i].unit);
      if (lines[i].scheme != NULL)
        wm_framework_item_add_part (item, WM_PART_REFERENCE, reference);
      wm_framework_item_insert_child (domain, -1, lines[i].id);
      g_ptr_array_add (items, item);
    }
  return wm_framework_new (items);
}

static const Line ours[] = {
  { "a", "A1", "Rate of plans", "Rate", NULL, NULL },
  { "b", "A2", "Repeat plans", "%", "DfE", "N18" },
  { "c", "A3", "Only ours", "%", NULL, NULL },
  { "d", "A4", "Paired by hand", "%", NULL, NULL },
};

static const Line theirs[] = {
  { "z", "Z1", "Only theirs", "%", NULL, NULL },
  { "y", "Z2", "Plans again", "%", "dfe", "N18" },
  { "x", "A1", "RATE of plans", "rate", NULL, NULL },
  { "w", "Z4", "Paired by hand", NULL, NULL, NULL },
};

static const WmComparisonRow *
find_row (GPtrArray *rows, guint framework, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const WmComparisonRow *row = g_ptr_array_index (rows, i);
      const GPtrArray *cell = g_ptr_array_index (row->cells, framework);

      for (guint j = 0; j < cell->len; j++)
        if (g_str_equal (wm_framework_item_get_id (g_ptr_array_index (cell, j)), id))
          return row;
    }
  g_assert_not_reached ();
}

static void
test_matches (void)
{
  g_autoptr (WmFramework) one = make_framework ("one", ours, G_N_ELEMENTS (ours));
  g_autoptr (WmFramework) two = make_framework ("two", theirs, G_N_ELEMENTS (theirs));
  WmFramework *frameworks[] = { one, two };
  const WmFrameworkPair pairs[] = { { 0, "d", 1, "w" }, { 0, "gone", 1, "z" } };
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, 2, pairs, G_N_ELEMENTS (pairs));

  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpint (find_row (rows, 0, "a")->match, ==, WM_MATCH_SAME);
  g_assert_cmpint (find_row (rows, 0, "b")->match, ==, WM_MATCH_DIFFERS);
  g_assert_cmpstr (find_row (rows, 0, "b")->differences[0], ==, "title");
  g_assert_null (find_row (rows, 0, "b")->differences[1]);
  g_assert_true (find_row (rows, 0, "b") == find_row (rows, 1, "y"));
  g_assert_cmpint (find_row (rows, 0, "c")->match, ==, WM_MATCH_ONLY);
  g_assert_cmpint (find_row (rows, 1, "z")->match, ==, WM_MATCH_ONLY);
  g_assert_cmpint (find_row (rows, 0, "d")->match, ==, WM_MATCH_SAME);
  g_assert_true (find_row (rows, 0, "a") == g_ptr_array_index (rows, 0));
  g_assert_true (find_row (rows, 1, "z") == g_ptr_array_index (rows, 4));
}

static gboolean
is_one_row (WmFramework *one, const char *id, WmFramework *two, const char *other_id)
{
  WmFramework *frameworks[] = { one, two };
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, 2, NULL, 0);

  return find_row (rows, 0, id) == find_row (rows, 1, other_id);
}

/* A pairing is kept with the indicator, counts from either side, and can be taken back. */
static void
test_pairing (void)
{
  g_autoptr (WmFramework) one = make_framework ("one", ours, G_N_ELEMENTS (ours));
  g_autoptr (WmFramework) two = make_framework ("two", theirs, G_N_ELEMENTS (theirs));
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFrameworkEdit) pair = wm_framework_edit_pair (one, "d", two, "w", &error);
  g_autoptr (WmFramework) paired = wm_framework_edit_apply (pair, one);
  g_autoptr (WmFrameworkEdit) back = wm_framework_edit_unpair (paired, "d", two, "w", NULL);
  g_autoptr (WmFramework) again = wm_framework_edit_apply (back, paired);

  g_assert_no_error (error);
  g_assert_cmpstr (wm_framework_edit_get_label (pair), ==, "Pairing of “Paired by hand” with “Paired by hand”");
  g_assert_false (is_one_row (one, "d", two, "w"));
  g_assert_true (is_one_row (paired, "d", two, "w"));
  g_assert_true (is_one_row (two, "w", paired, "d"));
  g_assert_true (wm_framework_equal (again, one));
  g_assert_null (wm_framework_edit_pair (paired, "d", two, "w", &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
  g_clear_error (&error);
  g_assert_null (wm_framework_edit_unpair (one, "d", two, "w", &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (wm_framework_edit_pair (one, "d", two, "domain", &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN);
}

/* A reference may name the other's code too; a scheme that is no framework pairs nothing. */
static void
test_pairing_by_code (void)
{
  static const Line lines[] = {
    { "a", NULL, "By code", NULL, "two", "Z4" },
    { "b", NULL, "Unknown", NULL, "two", "gone" },
    { "c", NULL, "Elsewhere", NULL, "three", "w" },
  };
  g_autoptr (WmFramework) one = make_framework ("one", lines, G_N_ELEMENTS (lines));
  g_autoptr (WmFramework) two = make_framework ("two", theirs, G_N_ELEMENTS (theirs));
  WmFramework *frameworks[] = { one, two };
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, 2, NULL, 0);

  g_assert_true (find_row (rows, 0, "a") == find_row (rows, 1, "w"));
  g_assert_cmpint (find_row (rows, 0, "b")->match, ==, WM_MATCH_ONLY);
  g_assert_cmpint (find_row (rows, 0, "c")->match, ==, WM_MATCH_ONLY);
}

/* Versions of one framework match by the ids of their items, codes or not. */
static void
test_versions (void)
{
  static const Line before[] = { { "a", NULL, "Plans", "%", NULL, NULL }, { "b", NULL, "Visits", NULL, NULL, NULL } };
  static const Line after[] = { { "a", NULL, "Plans begun", "%", NULL, NULL }, { "c", NULL, "Visits", NULL, NULL, NULL } };
  g_autoptr (WmFramework) one = make_framework ("f", before, G_N_ELEMENTS (before));
  g_autoptr (WmFramework) two = make_framework ("f", after, G_N_ELEMENTS (after));
  WmFramework *frameworks[] = { one, two };
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, 2, NULL, 0);

  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpint (find_row (rows, 0, "a")->match, ==, WM_MATCH_DIFFERS);
  g_assert_cmpint (find_row (rows, 0, "b")->match, ==, WM_MATCH_ONLY);
}

static void
assert_row (const WmTable *table, gsize row, const char *cells)
{
  g_auto (GStrv) texts = g_strsplit (cells, "|", -1);

  for (gsize i = 0; texts[i] != NULL; i++)
    if (wm_table_get_kind (table, i) == WM_COLUMN_TEXT)
      g_assert_cmpstr (wm_table_get_text (table, row, i), ==, *texts[i] != '\0' ? texts[i] : NULL);
}

/* The core stands on top, in the order of the first framework; ids stand for missing codes. */
static void
test_matrix (void)
{
  static const Line third[] = {
    { "s", NULL, "Plans for the third time", "Rate", "DfE", "N18" }, { "t", "A1", "Rate of plans", "Rate", NULL, NULL },
  };
  g_autoptr (WmFramework) one = make_framework ("one", ours, G_N_ELEMENTS (ours));
  g_autoptr (WmFramework) two = make_framework ("two", theirs, G_N_ELEMENTS (theirs));
  g_autoptr (WmFramework) three = make_framework ("one", third, G_N_ELEMENTS (third));
  WmFramework *frameworks[] = { one, two, three };
  g_autoptr (WmTable) table = wm_framework_compare_matrix (frameworks, 3);

  g_assert_cmpstr (wm_table_get_name (table, 3), ==, "one");
  g_assert_cmpstr (wm_table_get_name (table, 5), ==, "one (3)");
  g_assert_cmpuint (wm_table_get_n_rows (table), ==, 6);
  assert_row (table, 0, "yes||Rate of plans|A1|A1|A1||");
  assert_row (table, 1, "yes||Repeat plans|A2|Z2|s||title, unit");
  assert_row (table, 2, "no||Only ours|A3|||");
  assert_row (table, 4, "no||Only theirs||Z1||");
  wm_assert_close (wm_table_get_number (table, 1, 6), 3, 0);
}

/* The seven herd indicators all stand in the set of 2013: its rows 37, 43, 66, 108, 92, 72 and 70. */
static void
test_herd_in_benchmark (void)
{
  g_autoptr (WmFramework) benchmark = wm_framework_load_built_in ("benchmark-2013", NULL);
  g_autoptr (WmFramework) herd = wm_framework_load_built_in ("herd-kpis", NULL);
  WmFramework *frameworks[] = { benchmark, herd };
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, 2, NULL, 0);
  static const char *const pairs[][2] = {
    { "B37", "KPI1" }, { "B43", "KPI2" }, { "B66", "KPI3" }, { "B108", "KPI4" }, { "B92", "KPI5" },
    { "B72", "KPI6" }, { "B70", "KPI7" },
  };

  g_assert_cmpuint (rows->len, ==, 219);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_true (find_row (rows, 0, pairs[i][0]) == find_row (rows, 1, pairs[i][1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/compare/matches", test_matches);
  g_test_add_func ("/framework/compare/pairing", test_pairing);
  g_test_add_func ("/framework/compare/pairing-by-code", test_pairing_by_code);
  g_test_add_func ("/framework/compare/versions", test_versions);
  g_test_add_func ("/framework/compare/matrix", test_matrix);
  g_test_add_func ("/framework/compare/herd-in-benchmark", test_herd_in_benchmark);
  return g_test_run ();
}
