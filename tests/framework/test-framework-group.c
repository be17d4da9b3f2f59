/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The same items under other headings: nothing is lost, nothing is changed, and one can go back and
 * forth. Counts of the benchmark set of 2013 are those of the print. */

#include "config.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-group.h"
#include "wm-framework-read.h"
#include "wm-framework-write.h"
#include "wm-test.h"

#include <string.h>

static WmFramework *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_load_built_in (id, &error);

  g_assert_no_error (error);
  return framework;
}

static const WmFrameworkItem *
find_group (WmFramework *view, const char *title)
{
  for (guint i = 0; i < wm_framework_get_n_items (view); i++)
    if (wm_framework_item_get_kind (wm_framework_get_item (view, i)) == WM_ITEM_DOMAIN
        && wm_framework_item_has (wm_framework_get_item (view, i), WM_FIELD_TITLE, title))
      return wm_framework_get_item (view, i);
  g_error ("there is no group “%s”", title);
}

static void
assert_readable (WmFramework *view)
{
  g_autoptr (GBytes) bytes = wm_framework_write (view);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) again = NULL;

  again = wm_framework_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
}

/* Two groupings, one after the other: every indicator is in both views, as the same value. */
static void
test_switch (void)
{
  g_autoptr (WmFramework) framework = load ("benchmark-2013");
  g_autoptr (GBytes) before = wm_framework_write (framework);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) groupings = wm_framework_list_groupings (framework);

  g_assert_cmpuint (groupings->len, ==, 3);
  for (guint i = 0; i < groupings->len; i++)
    {
      g_autoptr (WmFramework) view = wm_framework_regroup (framework, groupings->pdata[i]);

      g_assert_cmpuint (wm_framework_count (view, WM_ITEM_INDICATOR), ==, 214);
      for (guint j = 1; j < wm_framework_get_n_items (framework); j++)
        {
          WmFrameworkItem *item = wm_framework_get_item (framework, j);

          if (wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR)
            g_assert_true (wm_framework_find (view, wm_framework_item_get_id (item)) == item);
        }
      assert_readable (view);
    }
  after = wm_framework_write (framework);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_region_sets (void)
{
  g_autoptr (WmFramework) framework = load ("benchmark-2013");
  g_autoptr (WmFramework) view = wm_framework_regroup (framework, "Region set");
  g_autoptr (GPtrArray) values = wm_framework_list_group_values (framework, "Region set");

  g_assert_cmpuint (wm_framework_count (view, WM_ITEM_DOMAIN), ==, values->len + 1);
  g_assert_cmpuint (wm_framework_item_get_n_children (find_group (view, "Yorkshire and the Humber")), ==, 77);
  g_assert_cmpstr (wm_framework_get_id (view), ==, "benchmark-2013");
  g_assert_cmpstr (wm_framework_get_title (view), ==, "Regional benchmark set, by Region set");
}

/* An outcome brings its indicators, which do not stand beside it again; a gap stays in sight; links
 * to what the view has not are gone. */
static void
test_outcomes (void)
{
  static const char text[] =
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><has ref=\"d\"/>"
    "<domain id=\"d\"><has ref=\"o\"/><has ref=\"p\"/><has ref=\"q\"/></domain>"
    "<outcome id=\"o\"><tag grouping=\"Stage\" value=\"Front door\"/><leads-to to=\"p\"/><leads-to to=\"d\"/>"
    "<has ref=\"i\"/><has ref=\"j\"/></outcome>"
    "<outcome id=\"p\"><has ref=\"k\"/></outcome><outcome id=\"q\"/>"
    "<indicator id=\"i\"><tag grouping=\"Stage\" value=\"Front door\"/><tag grouping=\"Stage\" value=\"Care\"/></indicator>"
    "<indicator id=\"j\"/><indicator id=\"k\"/></framework>";
  g_autoptr (WmFramework) framework = wm_framework_read (text, strlen (text), NULL, NULL);
  g_autoptr (WmFramework) view = wm_framework_regroup (framework, "Stage");
  const WmFrameworkItem *door = find_group (view, "Front door");
  const WmFrameworkItem *rest = find_group (view, "In no group");

  g_assert_cmpuint (wm_framework_item_get_n_children (door), ==, 1);
  g_assert_cmpstr (wm_framework_item_get_child (door, 0), ==, "o");
  g_assert_cmpstr (wm_framework_item_get_child (find_group (view, "Care"), 0), ==, "i");
  g_assert_cmpuint (wm_framework_item_get_n_children (rest), ==, 2);
  g_assert_cmpstr (wm_framework_item_get_child (rest, 0), ==, "q");
  g_assert_cmpstr (wm_framework_item_get_child (rest, 1), ==, "k");
  g_assert_null (wm_framework_find (view, "p"));
  g_assert_cmpuint (wm_framework_item_get_n_parts (wm_framework_find (view, "o"), WM_PART_LEADS_TO), ==, 0);
  assert_readable (view);
}

/* A group keeps its id when another comes before it, and no item has that id. */
static void
test_ids (void)
{
  static const char before[] =
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><has ref=\"d\"/>"
    "<domain id=\"d\"><has ref=\"i\"/><has ref=\"j\"/></domain><indicator id=\"i\"/>"
    "<indicator id=\"j\"><tag grouping=\"Stage\" value=\"Care\"/></indicator></framework>";
  static const char after[] =
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><has ref=\"d\"/>"
    "<domain id=\"d\"><has ref=\"i\"/><has ref=\"j\"/></domain>"
    "<indicator id=\"i\"><tag grouping=\"Stage\" value=\"Front door\"/></indicator>"
    "<indicator id=\"j\"><tag grouping=\"Stage\" value=\"Care\"/></indicator></framework>";
  g_autoptr (WmFramework) one = wm_framework_read (before, strlen (before), NULL, NULL);
  g_autoptr (WmFramework) two = wm_framework_read (after, strlen (after), NULL, NULL);
  g_autoptr (WmFramework) one_view = wm_framework_regroup (one, "Stage");
  g_autoptr (WmFramework) two_view = wm_framework_regroup (two, "Stage");
  const char *id = wm_framework_item_get_id (find_group (one_view, "Care"));

  g_assert_cmpstr (wm_framework_item_get_id (find_group (two_view, "Care")), ==, id);
  g_assert_cmpstr (wm_framework_item_get_id (find_group (two_view, "Front door")), !=, id);
}

/* The table of which region uses which row; Yorkshire and the Humber uses 77. */
static void
test_matrix (void)
{
  g_autoptr (WmFramework) framework = load ("benchmark-2013");
  g_autoptr (WmTable) table = wm_framework_group_matrix (framework, "Region set");
  gsize last = wm_table_get_n_columns (table) - 1;
  double before = INFINITY;
  guint n = 0;

  g_assert_cmpuint (wm_table_get_n_rows (table), ==, 219);
  for (gsize row = 0; row < 219; row++)
    {
      g_assert_cmpfloat (wm_table_get_number (table, row, last), <=, before);
      before = wm_table_get_number (table, row, last);
      for (gsize column = 3; column < last; column++)
        n += g_str_equal (wm_table_get_name (table, column), "Yorkshire and the Humber")
             && g_strcmp0 (wm_table_get_text (table, row, column), "yes") == 0;
    }
  g_assert_cmpuint (n, ==, 77);
}

static void
test_none (void)
{
  g_autoptr (WmFramework) framework = load ("herd-kpis");
  g_autoptr (WmFramework) view = wm_framework_regroup (framework, "Stage");

  g_assert_cmpuint (wm_framework_count (view, WM_ITEM_DOMAIN), ==, 1);
  g_assert_cmpuint (wm_framework_item_get_n_children (find_group (view, "In no group")), ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/group/switch", test_switch);
  g_test_add_func ("/framework/group/region-sets", test_region_sets);
  g_test_add_func ("/framework/group/outcomes", test_outcomes);
  g_test_add_func ("/framework/group/ids", test_ids);
  g_test_add_func ("/framework/group/matrix", test_matrix);
  g_test_add_func ("/framework/group/none", test_none);
  return g_test_run ();
}
