/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The built-in frameworks are complete and come out as they went in. The counts are those of the
 * printed tables: "Outcomes framework for children's social care services" (2019), Tables 2 to 5;
 * the regional benchmark summary of July 2013, Appendix B and its common set; the seven indicators
 * of the sector-led-improvement analysis. */

#include "config.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-compare.h"
#include "wm-framework-lait.h"
#include "wm-framework-read.h"
#include "wm-framework-table.h"
#include "wm-framework-write.h"
#include "wm-reference.h"

typedef struct
{
  const char *id;
  guint domains;
  guint outcomes;
  guint indicators;
  guint placeholders;
  guint with_parts;       /* indicators that have sub-measures */
  guint bound;            /* indicators bound to a measure of LAIT */
} Case;

static const Case cases[] = {
  { "cscs-outcomes-2019", 4, 33, 108, 0, 26, 0 },
  { "benchmark-2013", 14, 0, 214, 5, 6, 55 },
  { "common-set-2013", 7, 0, 52, 0, 3, 19 },
  { "herd-kpis", 1, 0, 7, 0, 0, 7 },
};

static WmFramework *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_load_built_in (id, &error);

  g_assert_no_error (error);
  return framework;
}

static void
assert_same_bytes (GBytes *one, GBytes *other)
{
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one),
                   g_bytes_get_data (other, NULL), g_bytes_get_size (other));
}

static void
test_counts (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WmFramework) framework = load (c->id);
  guint placeholders = 0;
  guint with_parts = 0;
  guint bound = 0;

  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_DOMAIN), ==, c->domains);
  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_OUTCOME), ==, c->outcomes);
  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_INDICATOR), ==, c->indicators);
  for (guint i = 1; i < wm_framework_get_n_items (framework); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (framework, i);

      placeholders += wm_framework_item_is_placeholder (item);
      with_parts += wm_framework_item_get_n_parts (item, WM_PART_SUB_MEASURE) > 0;
      bound += wm_framework_item_get_text (item, WM_FIELD_BINDING_CODE) != NULL;
    }
  g_assert_cmpuint (placeholders, ==, c->placeholders);
  g_assert_cmpuint (with_parts, ==, c->with_parts);
  g_assert_cmpuint (bound, ==, c->bound);
}

static void
test_round_trip (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WmFramework) framework = load (c->id);
  g_autoptr (GBytes) file = wm_framework_load_built_in_bytes (c->id);
  g_autoptr (GBytes) written = wm_framework_write (framework);

  assert_same_bytes (file, written);
}

/* Every binding names a measure that the program knows. */
static void
test_bindings (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WmFramework) framework = load (c->id);

  for (guint i = 1; i < wm_framework_get_n_items (framework); i++)
    {
      const char *code = wm_framework_item_get_text (wm_framework_get_item (framework, i), WM_FIELD_BINDING_CODE);

      if (code != NULL)
        g_assert_nonnull (wm_reference_find_measure (code));
    }
}

static void
assert_part (WmFramework *framework, const char *id, WmPartKind kind, guint part, guint cell, const char *text)
{
  const WmFrameworkItem *item = wm_framework_find (framework, id);

  g_assert_nonnull (item);
  g_assert_cmpuint (wm_framework_item_get_n_parts (item, kind), >, part);
  g_assert_cmpstr (wm_framework_item_get_part (item, kind, part, cell), ==, text);
}

/* Table 5 has no outcome 8 and two numbered 12; SDQ peer problems and prosocial behaviour run
 * opposite ways within one indicator. */
static void
test_oddities_2019 (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");

  g_assert_null (wm_framework_find (framework, "T5-8"));
  g_assert_nonnull (wm_framework_find (framework, "T5-12a"));
  g_assert_nonnull (wm_framework_find (framework, "T5-12b"));
  g_assert_nonnull (wm_framework_item_get_text (wm_framework_find (framework, "T5-9"), WM_FIELD_NOTES));
  assert_part (framework, "T5-7-1", WM_PART_SUB_MEASURE, 0, WM_SUB_MEASURE_DIRECTION, "lower");
  assert_part (framework, "T5-7-1", WM_PART_SUB_MEASURE, 1, WM_SUB_MEASURE_DIRECTION, "higher");
  g_assert_true (wm_framework_item_has (wm_framework_find (framework, "T5-1-2"), WM_FIELD_COMPARISON, "yes"));
}

static guint
count_tags (WmFramework *framework, const char *grouping, const char *value)
{
  guint n = 0;

  for (guint i = 1; i < wm_framework_get_n_items (framework); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (framework, i);

      for (guint j = 0; j < wm_framework_item_get_n_parts (item, WM_PART_TAG); j++)
        if (g_str_equal (wm_framework_item_get_part (item, WM_PART_TAG, j, WM_TAG_GROUPING), grouping)
            && (value == NULL
                || g_str_equal (wm_framework_item_get_part (item, WM_PART_TAG, j, WM_TAG_VALUE), value)))
          n++;
    }
  return n;
}

/* Number 183 stands on eleven rows; the common set of 52 items matches 53 rows; two regions have no
 * mark. */
static void
test_oddities_2013 (void)
{
  g_autoptr (WmFramework) framework = load ("benchmark-2013");

  g_assert_nonnull (wm_framework_find (framework, "B183-11"));
  g_assert_null (wm_framework_find (framework, "B183-12"));
  g_assert_nonnull (wm_framework_find (framework, "B184-07"));
  g_assert_cmpuint (count_tags (framework, "Common set", NULL), ==, 53);
  g_assert_cmpuint (count_tags (framework, "Region set", "North West"), ==, 0);
  g_assert_cmpuint (count_tags (framework, "Region set", "South West"), ==, 0);
  g_assert_cmpuint (count_tags (framework, "Region set", "Yorkshire and the Humber"), ==, 77);
  assert_part (framework, "B72", WM_PART_REFERENCE, 2, WM_REFERENCE_CODE, "N17");
}

/* Each item of the common set names rows of the benchmark set, 53 in all, and stands in one row with
 * them. */
static void
test_common_set (void)
{
  g_autoptr (WmFramework) benchmark = load ("benchmark-2013");
  g_autoptr (WmFramework) common = load ("common-set-2013");
  WmFramework *frameworks[] = { benchmark, common };
  g_autoptr (GPtrArray) rows = wm_framework_compare (frameworks, 2, NULL, 0);
  guint n_items = 0, n_rows = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const WmComparisonRow *row = g_ptr_array_index (rows, i);

      if (row->n_frameworks == 2)
        {
          n_rows += ((GPtrArray *) g_ptr_array_index (row->cells, 0))->len;
          n_items += ((GPtrArray *) g_ptr_array_index (row->cells, 1))->len;
        }
    }
  g_assert_cmpuint (n_items, ==, 52);
  g_assert_cmpuint (n_rows, ==, 53);
}

/* Topics of the data dictionary are domains; a measure of two topics stands below both, once in the
 * count. */
static void
test_lait (void)
{
  g_autoptr (GPtrArray) measures = wm_reference_list_measures ();
  g_autoptr (WmFramework) framework = wm_framework_new_lait (measures);
  g_autoptr (GBytes) written = wm_framework_write (framework);
  g_autoptr (WmFramework) again = NULL;
  g_autoptr (GPtrArray) parents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_INDICATOR), ==, measures->len);
  parents = wm_framework_list_parents (framework, "lait-CINFixedExclusion");
  g_assert_cmpuint (parents->len, ==, 2);
  again = wm_framework_read (g_bytes_get_data (written, NULL), g_bytes_get_size (written), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_equal (framework, again));
}

/* A row for each place: 108 indicators of 2019 stand in one place each; nothing there is a gap. */
static void
test_table (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");
  g_autoptr (WmTable) table = wm_framework_to_table (framework);
  g_autoptr (WmTable) summary = wm_framework_to_summary_table (framework);

  g_assert_cmpuint (wm_table_get_n_rows (table), ==, 108);
  g_assert_cmpuint (wm_table_get_n_rows (summary), ==, 4 + 33 + 108);
  g_assert_cmpstr (wm_table_get_text (table, 0, 1), ==, "Effective leadership");
  g_assert_cmpstr (wm_table_get_text (table, 107, 1), ==, "Children make progress in education");
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_load_built_in ("no-such", &error);

  g_assert_null (framework);
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *counts = g_strdup_printf ("/framework/built-in/%s/counts", cases[i].id);
      g_autofree char *round = g_strdup_printf ("/framework/built-in/%s/same-bytes", cases[i].id);
      g_autofree char *bindings = g_strdup_printf ("/framework/built-in/%s/bindings", cases[i].id);

      g_test_add_data_func (counts, &cases[i], test_counts);
      g_test_add_data_func (round, &cases[i], test_round_trip);
      g_test_add_data_func (bindings, &cases[i], test_bindings);
    }
  g_test_add_func ("/framework/built-in/oddities-2019", test_oddities_2019);
  g_test_add_func ("/framework/built-in/oddities-2013", test_oddities_2013);
  g_test_add_func ("/framework/built-in/common-set", test_common_set);
  g_test_add_func ("/framework/built-in/lait", test_lait);
  g_test_add_func ("/framework/built-in/table", test_table);
  g_test_add_func ("/framework/built-in/unknown", test_unknown);
  return g_test_run ();
}
