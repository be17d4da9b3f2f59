/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a search shows. The numbers of the built-in frameworks were counted in their files with
 * another program; placeholders are not among them. */

#include "config.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-edit.h"
#include "wm-framework-filter.h"
#include "wm-framework-read.h"

#include <string.h>

#define ALL .has_data = -1
#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static WmFramework *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_load_built_in (id, &error);

  g_assert_no_error (error);
  return framework;
}

typedef struct
{
  const char *name;
  const char *framework;
  WmFrameworkFilter filter;
  guint domains;
  guint outcomes;
  guint indicators;
} Case;

static const Case cases[] = {
  { "all-2019", "cscs-outcomes-2019", { ALL }, 4, 33, 108 },
  { "all-2013", "benchmark-2013", { ALL }, 14, 0, 214 },
  { "blanks", "cscs-outcomes-2019", { ALL, .text = " - " }, 4, 33, 108 },
  { "nothing", "cscs-outcomes-2019", { ALL, .text = "zebra" }, 0, 0, 0 },
  { "reference", "benchmark-2013", { ALL, .text = "N17" }, 1, 0, 1 },
  { "reference-case", "benchmark-2013", { ALL, .text = "dfe n17" }, 1, 0, 1 },
  { "lait-code", "benchmark-2013", { ALL, .text = "CPPlans2yrsActive" }, 1, 0, 1 },
  { "code", "cscs-outcomes-2019", { ALL, .text = "T2-1-3" }, 1, 1, 1 },
  { "hyphen", "cscs-outcomes-2019", { ALL, .text = "front-line leaders touch" }, 1, 1, 1 },
  { "words-in-any-order", "cscs-outcomes-2019", { ALL, .text = "FRONTLINE leaders touch" }, 1, 1, 1 },
  { "new", "cscs-outcomes-2019", { ALL, .availability = "new" }, 3, 21, 44 },
  { "ready", "benchmark-2013", { ALL, .availability = "ready" }, 12, 0, 55 },
  { "not-said", "benchmark-2013", { ALL, .availability = "" }, 13, 0, 112 },
  { "snapshot", "cscs-outcomes-2019", { ALL, .data_kind = "snapshot" }, 3, 18, 35 },
  { "user-views-in-d4", "cscs-outcomes-2019", { ALL, .data_kind = "user-views", .text = "T5" }, 1, 7, 12 },
  { "sub-measure-direction", "cscs-outcomes-2019", { ALL, .direction = "higher", .text = "T5-7-1" }, 1, 1, 1 },
  { "tag", "benchmark-2013", { ALL, .tag_grouping = "Common set" }, 10, 0, 53 },
  { "tag-value", "benchmark-2013",
    { ALL, .tag_grouping = "Region set", .tag_value = "Yorkshire and the Humber" }, 11, 0, 75 },
  { "tag-not-said", "benchmark-2013", { ALL, .tag_grouping = "Common set", .tag_value = "" }, 14, 0, 214 - 53 },
  { "vital-signs", "herd-kpis", { ALL, .only_vital_signs = TRUE }, 0, 0, 0 },
};

static void
assert_counts (WmFramework *framework, GHashTable *shown, const Case *c)
{
  g_assert_cmpuint (wm_framework_filter_count (framework, shown, WM_ITEM_DOMAIN), ==, c->domains);
  g_assert_cmpuint (wm_framework_filter_count (framework, shown, WM_ITEM_OUTCOME), ==, c->outcomes);
  g_assert_cmpuint (wm_framework_filter_count (framework, shown, WM_ITEM_INDICATOR), ==, c->indicators);
}

static void
test_counts (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WmFramework) framework = load (c->framework);
  g_autoptr (WmFrameworkIndex) index = wm_framework_index_new (framework, NULL);
  g_autoptr (GHashTable) shown = wm_framework_index_filter (index, &c->filter, NULL, NULL);

  assert_counts (framework, shown, c);
}

static WmFramework *
read (const char *inside)
{
  g_autofree char *text = g_strdup_printf ("<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\">"
                                           "<title>Zoo</title>%s</framework>", inside);
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return framework;
}

static WmFramework *
make_small (void)
{
  return read ("<has ref=\"d\"/><has ref=\"e\"/>"
               "<domain id=\"d\"><title>Élan and care</title><has ref=\"o\"/><has ref=\"p\"/></domain>"
               "<domain id=\"e\"><title>Elsewhere</title><has ref=\"i\"/></domain>"
               "<outcome id=\"o\"><title>Safe</title><tag grouping=\"Stage\" value=\"Front door\"/>"
               "<has ref=\"i\"/><has ref=\"j\"/></outcome>"
               "<outcome id=\"p\"><title>Unmet need</title></outcome>"
               "<indicator id=\"i\"><title>Plans</title></indicator>"
               "<indicator id=\"j\"><title>Visits</title><placeholder>yes</placeholder></indicator>");
}

static void
assert_shows (WmFrameworkIndex *index, const WmFrameworkFilter *filter, GHashTable *with, const char *ids)
{
  g_autoptr (GHashTable) shown = wm_framework_index_filter (index, filter, with, with);
  g_auto (GStrv) wanted = g_strsplit (ids, " ", -1);

  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (shown, wanted[i]));
  g_assert_cmpuint (g_hash_table_size (shown), ==, g_strv_length (wanted));
}

/* What matches shows what it holds and what it stands below; a tag of an outcome counts for its
 * indicators; an indicator of two places shows both. */
static void
test_places (void)
{
  g_autoptr (WmFramework) framework = make_small ();
  g_autoptr (WmFrameworkIndex) index = wm_framework_index_new (framework, NULL);
  g_autoptr (GHashTable) with = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shown = NULL;

  g_hash_table_add (with, (char *) "i");
  g_hash_table_add (with, (char *) "p");
  assert_shows (index, &(WmFrameworkFilter) { ALL, .text = "elan" }, NULL, "f d o p i j e");
  assert_shows (index, &(WmFrameworkFilter) { ALL, .text = "unmet" }, NULL, "f d p");
  assert_shows (index, &(WmFrameworkFilter) { ALL, .text = "visits" }, NULL, "f d o j");
  assert_shows (index, &(WmFrameworkFilter) { ALL, .text = "care visits" }, NULL, "f d o j");
  assert_shows (index, &(WmFrameworkFilter) { ALL, .tag_grouping = "Stage", .tag_value = "Front door" }, NULL,
                "f d o i j e");
  assert_shows (index, &(WmFrameworkFilter) { .has_data = 1 }, with, "f d e o i");
  assert_shows (index, &(WmFrameworkFilter) { .has_data = 0 }, with, "f d o j");
  assert_shows (index, &(WmFrameworkFilter) { ALL, .only_findings = TRUE }, with, "f d e o p i");
  shown = wm_framework_index_filter (index, &WM_FRAMEWORK_FILTER_ALL, NULL, NULL);
  g_assert_cmpuint (wm_framework_filter_count (framework, shown, WM_ITEM_INDICATOR), ==, 1);
}

/* The title of the whole framework finds nothing. */
static void
test_header (void)
{
  g_autoptr (WmFramework) framework = make_small ();
  g_autoptr (WmFrameworkIndex) index = wm_framework_index_new (framework, NULL);
  g_autoptr (GHashTable) shown = wm_framework_index_filter (index, &(WmFrameworkFilter) { ALL, .text = "zoo" },
                                                            NULL, NULL);

  g_assert_cmpuint (g_hash_table_size (shown), ==, 0);
}

static void
test_hides (void)
{
  g_assert_false (wm_framework_filter_hides (&WM_FRAMEWORK_FILTER_ALL));
  g_assert_false (wm_framework_filter_hides (&(WmFrameworkFilter) { ALL, .text = " ," }));
  g_assert_true (wm_framework_filter_hides (&(WmFrameworkFilter) { ALL, .text = "a" }));
  g_assert_true (wm_framework_filter_hides (&(WmFrameworkFilter) { .has_data = 0 }));
  g_assert_true (wm_framework_filter_hides (&(WmFrameworkFilter) { ALL, .data_kind = "" }));
  g_assert_true (wm_framework_filter_hides (&(WmFrameworkFilter) { ALL, .tag_grouping = "Stage" }));
}

/* An index made from an older one finds what changed, and no longer what went. */
static void
test_after_edit (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");
  g_autoptr (WmFrameworkIndex) older = wm_framework_index_new (framework, NULL);
  g_autoptr (WmFrameworkEdit) rename = NULL;
  g_autoptr (WmFrameworkEdit) removal = NULL;
  g_autoptr (WmFramework) renamed = NULL;
  g_autoptr (WmFramework) less = NULL;
  g_autoptr (WmFrameworkIndex) index = NULL;
  g_autoptr (WmFrameworkIndex) last = NULL;
  g_autoptr (GHashTable) shown = NULL;

  rename = wm_framework_edit_set_text (framework, IDS ("T2-1-3"), WM_FIELD_TITLE, "Zebra crossings", NULL);
  renamed = wm_framework_edit_apply (rename, framework);
  index = wm_framework_index_new (renamed, older);
  assert_shows (older, &(WmFrameworkFilter) { ALL, .text = "frontline touch leaders" }, NULL,
                "cscs-outcomes-2019 D1 T2-1 T2-1-3");
  assert_shows (index, &(WmFrameworkFilter) { ALL, .text = "zebra" }, NULL, "cscs-outcomes-2019 D1 T2-1 T2-1-3");
  removal = wm_framework_edit_delete (renamed, IDS ("D1"), NULL);
  less = wm_framework_edit_apply (removal, renamed);
  last = wm_framework_index_new (less, index);
  shown = wm_framework_index_filter (last, &(WmFrameworkFilter) { ALL, .text = "zebra" }, NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (shown), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/filter/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_counts);
    }
  g_test_add_func ("/framework/filter/places", test_places);
  g_test_add_func ("/framework/filter/header", test_header);
  g_test_add_func ("/framework/filter/hides", test_hides);
  g_test_add_func ("/framework/filter/after-edit", test_after_edit);
  return g_test_run ();
}
