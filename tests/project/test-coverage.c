/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework against the data of a project: a small project made here, the fictional sample, and
 * the real table of the Local Authority Interactive Tool where it is at hand. */

#include "wm-coverage.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-names.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"
#include "wm-import.h"
#include "wm-store-fixture.h"
#include "wm-store-imports.h"
#include "wm-store-indicators.h"
#include "wm-test.h"

#include <string.h>

#define OWN "370"
#define OTHER "383"

typedef struct
{
  char *folder;
  WmProject *project;
  WmFramework *framework;
  WmCoverage *coverage;
} Fixture;

static const WmFixtureRow first_rows[] = {
  { "UP", "", OWN, "2018", 10, 0 },
  { "UP", "", OWN, "2019", 12, 0 },
  { "UP", "", OTHER, "2017", 1, 0 },
  { "UP", "", OTHER, "2019", NAN, WM_MISSING_SUPPRESSED },
  { "UP", "sex=female;age=5", OWN, "2019", 3, 0 },
  { "DOWN", "", OWN, "2018", 0.3, 0 },
  { "DOWN", "", OWN, "2019", 0.1, 0 },
  { "SAME", "", OWN, "2016", 4, 0 },
  { "SAME", "", OWN, "2019", 4, 0 },
  { "ONE", "", OWN, "2019", 5, 0 },
  { "MIX", "", OWN, "2018-20", 1, 0 },
  { "MIX", "", OWN, "2019", 2, 0 },
  { "MIX", "", OWN, "2021", 3, 0 },
  { "NONE", "", OWN, "2019", NAN, WM_MISSING_NOT_AVAILABLE },
  { "ELSEWHERE", "", OTHER, "2019", 7, 0 },
};

/* UP falls to 11 for the own authority, and the other one loses the only number that it had. */
static const WmFixtureRow second_rows[] = {
  { "UP", "", OWN, "2020", 11, 0 },
  { "UP", "", OTHER, "2017", NAN, WM_MISSING_NOT_AVAILABLE },
};

#define INDICATOR(id, content) \
  "<indicator id=\"" id "\"><title>Title of " id "</title>" content "</indicator>\n"
#define BOUND(code) "<binding>imported</binding><binding-code>" code "</binding-code>"
#define DIRECTION(id) "<direction>" id "</direction>"
#define SUB(title, direction, code) \
  "<sub-measure title=\"" title "\" direction=\"" direction "\" binding-code=\"" code "\"/>"
#define HAS(id) "<has ref=\"" id "\"/>"

static const char document[] =
  "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><title>F</title>\n"
  HAS ("d1") HAS ("d2")
  "<domain id=\"d1\"><title>Children</title>" HAS ("o1") HAS ("o2") HAS ("o3") "</domain>\n"
  "<domain id=\"d2\"><title>Staff</title>" HAS ("up") HAS ("range") "</domain>\n"
  "<outcome id=\"o1\"><title>Safe</title>" HAS ("up") HAS ("down") HAS ("same") HAS ("one")
  HAS ("mix") HAS ("unsaid") HAS ("none") HAS ("elsewhere") "</outcome>\n"
  "<outcome id=\"o2\"><title>Heard</title>" HAS ("up") HAS ("broken") HAS ("parts") HAS ("agree")
  HAS ("import") HAS ("derive") HAS ("collect") HAS ("source") HAS ("record") HAS ("undecided")
  HAS ("planned") "</outcome>\n"
  "<outcome id=\"o3\"><title>Need is met</title></outcome>\n"
  INDICATOR ("up", DIRECTION ("higher") BOUND ("UP"))
  INDICATOR ("down", DIRECTION ("lower") BOUND ("DOWN"))
  INDICATOR ("same", DIRECTION ("lower") BOUND ("SAME"))
  INDICATOR ("one", DIRECTION ("lower") BOUND ("ONE"))
  INDICATOR ("mix", DIRECTION ("higher") BOUND ("MIX"))
  INDICATOR ("unsaid", BOUND ("DOWN"))
  INDICATOR ("none", DIRECTION ("lower") BOUND ("NONE"))
  INDICATOR ("elsewhere", DIRECTION ("lower") BOUND ("ELSEWHERE"))
  INDICATOR ("range", DIRECTION ("range") "<range-low>11.5</range-low><range-high>20</range-high>"
             BOUND ("UP"))
  INDICATOR ("broken", DIRECTION ("none") BOUND ("UP[sex=female,age=5]"))
  INDICATOR ("parts", SUB ("Half", "higher", "GONE") SUB ("Rest", "higher", "UP")
             SUB ("More", "lower", "DOWN"))
  INDICATOR ("agree", SUB ("This", "lower", "UP") SUB ("That", "lower", "DOWN"))
  INDICATOR ("import", "<availability>ready</availability><source kind=\"return\" name=\"CiN\"/>"
             "<source kind=\"return\" name=\"SSDA903\"/>")
  INDICATOR ("derive", "<availability>derivable</availability>")
  INDICATOR ("collect", "<availability>new</availability>")
  INDICATOR ("source", "<source kind=\"survey\" name=\"Parents\"/>")
  INDICATOR ("record", "<source kind=\"record\" name=\"Audits\"/>")
  INDICATOR ("undecided", "")
  INDICATOR ("planned", "<placeholder>yes</placeholder>" BOUND ("UP"))
  "</framework>\n";

static void
renew (Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&f->coverage, wm_coverage_unref);
  f->coverage = wm_coverage_new (f->project, f->framework, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  WmStore *store;

  f->folder = wm_test_make_folder ();
  path = g_build_filename (f->folder, "p.waymark", NULL);
  f->project = wm_project_create (path, &error);
  store = wm_project_get_store (f->project);
  wm_fixture_import (store, "lait", first_rows, G_N_ELEMENTS (first_rows));
  wm_fixture_import (store, "lait", second_rows, G_N_ELEMENTS (second_rows));
  g_assert_true (wm_project_set_own_authority (f->project, OWN, &error));
  f->framework = wm_framework_read (document, strlen (document), NULL, &error);
  g_assert_no_error (error);
  renew (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->coverage, wm_coverage_unref);
  g_clear_pointer (&f->framework, wm_framework_unref);
  g_clear_pointer (&f->project, wm_project_unref);
  wm_test_remove_folder (f->folder);
}

static void
test_states (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *state;
    const char *travel;
  } cases[] = {
    { "up", "data", "worse" },
    { "down", "data", "better" },
    { "same", "data", "same" },
    { "one", "data", "unknown" },
    { "mix", "data", "better" },        /* 2021 beside 2019, not beside 2018-20 */
    { "unsaid", "data", "no-direction" },
    { "none", "import", "unknown" },    /* reasons are no data */
    { "elsewhere", "data", "unknown" },
    { "range", "data", "worse" },       /* 11 lies outside of 11.5 to 20, 12 lay inside */
    { "broken", "data", "unknown" },
    { "parts", "data", "unknown" },     /* one part went worse, the other better */
    { "agree", "data", "better" },
    { "import", "import", "unknown" },
    { "derive", "derive", "unknown" },
    { "collect", "collect", "unknown" },
    { "source", "collect", "unknown" },
    { "record", "derive", "unknown" },
    { "undecided", "undecided", "unknown" },
    { "planned", "placeholder", "unknown" },
  };

  g_assert_cmpuint (wm_coverage_get_n_rows (f->coverage), ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WmCoverageRow *row = wm_coverage_find (f->coverage, cases[i].id);

      g_test_message ("%s", cases[i].id);
      g_assert_cmpstr (wm_coverage_state_to_id (row->state), ==, cases[i].state);
      g_assert_cmpstr (wm_travel_to_id (row->travel), ==, cases[i].travel);
    }
  g_assert_null (wm_coverage_find (f->coverage, "o1"));
}

static void
test_figures (Fixture *f, gconstpointer data)
{
  const WmCoverageRow *row = wm_coverage_find (f->coverage, "up");

  g_assert_cmpstr (row->measure_code, ==, "UP");
  g_assert_null (row->part);
  g_assert_cmpuint (row->n_areas, ==, 1);
  g_assert_cmpuint (row->n_values, ==, 3);
  g_assert_cmpuint (row->n_missing, ==, 2);
  g_assert_cmpstr (row->first_period, ==, "2018");
  g_assert_cmpstr (row->last_period, ==, "2020");
  g_assert_cmpint (row->last_year, ==, 2020);
  g_assert_cmpstr (row->file_name, ==, "table.csv");
  g_assert_true (row->own_has_value);
  wm_assert_close (row->own_value, 11, 0);
  wm_assert_close (row->own_previous, 12, 0);
  g_assert_cmpstr (row->own_period, ==, "2020");
  row = wm_coverage_find (f->coverage, "broken");
  g_assert_cmpstr (row->measure_code, ==, "UP[sex=female,age=5]");
  g_assert_cmpuint (row->n_values, ==, 1);
  row = wm_coverage_find (f->coverage, "elsewhere");
  g_assert_cmpuint (row->n_areas, ==, 1);
  g_assert_false (row->own_has_value);
  row = wm_coverage_find (f->coverage, "none");
  g_assert_cmpstr (row->measure_code, ==, "NONE");
  g_assert_cmpuint (row->n_values, ==, 0);
  row = wm_coverage_find (f->coverage, "import");
  g_assert_cmpstr (row->filled_by, ==, "CiN; SSDA903");
}

static void
test_parts (Fixture *f, gconstpointer data)
{
  const WmCoverageRow *row = wm_coverage_find (f->coverage, "parts");

  g_assert_cmpuint (row->n_parts, ==, 3);
  g_assert_cmpuint (row->n_parts_with_data, ==, 2);
  g_assert_cmpstr (row->part, ==, "Rest");
  g_assert_cmpstr (row->measure_code, ==, "UP");
}

/* Undone, the second import neither adds a year nor takes the other authority's number away. */
static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const WmCoverageRow *row;

  g_assert_true (wm_store_undo_import (wm_project_get_store (f->project), 2, &error));
  renew (f);
  row = wm_coverage_find (f->coverage, "up");
  g_assert_cmpuint (row->n_areas, ==, 2);
  g_assert_cmpuint (row->n_values, ==, 3);
  g_assert_cmpstr (row->first_period, ==, "2017");
  g_assert_cmpstr (row->last_period, ==, "2019");
  g_assert_cmpint (row->travel, ==, WM_TRAVEL_BETTER);
  g_assert_true (wm_store_undo_import (wm_project_get_store (f->project), 1, &error));
  renew (f);
  g_assert_cmpuint (wm_coverage_count (f->coverage, WM_COVERAGE_DATA), ==, 0);
  g_assert_cmpuint (wm_coverage_count (f->coverage, WM_COVERAGE_IMPORT), ==, 13);
}

/* The family that charts take: what another one has beside it is not counted. */
static void
test_families (Fixture *f, gconstpointer data)
{
  const WmFixtureRow local[] = { { "UP", "", OWN, "2024", 1, 0 }, { "NONE", "", OWN, "2024", 1, 0 } };

  wm_fixture_import (wm_project_get_store (f->project), "local", local, G_N_ELEMENTS (local));
  renew (f);
  g_assert_cmpint (wm_coverage_find (f->coverage, "up")->last_year, ==, 2020);
  g_assert_cmpint (wm_coverage_find (f->coverage, "none")->state, ==, WM_COVERAGE_IMPORT);
}

/* The project's own direction speaks where the framework says nothing. */
static void
test_own_direction (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wm_store_set_own_direction (wm_project_get_store (f->project), "DOWN",
                                             WM_POLARITY_HIGHER, "us", "2025-01-01", NULL, &error));
  renew (f);
  g_assert_cmpint (wm_coverage_find (f->coverage, "unsaid")->travel, ==, WM_TRAVEL_WORSE);
  g_assert_cmpint (wm_coverage_find (f->coverage, "down")->travel, ==, WM_TRAVEL_BETTER);
}

/* However many parts there are, and in whatever order, those that differ say nothing. */
static void
test_parts_that_differ (Fixture *f, gconstpointer data)
{
  static const char torn[] =
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"t\"><title>T</title>" HAS ("d")
    "<domain id=\"d\"><title>D</title>" HAS ("torn") "</domain>"
    INDICATOR ("torn", SUB ("A", "higher", "UP") SUB ("B", "lower", "UP") SUB ("C", "higher", "UP"))
    "</framework>";
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_read (torn, strlen (torn), NULL, &error);
  g_autoptr (WmCoverage) coverage = wm_coverage_new (f->project, framework, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (wm_coverage_find (coverage, "torn")->n_parts_with_data, ==, 3);
  g_assert_cmpint (wm_coverage_find (coverage, "torn")->travel, ==, WM_TRAVEL_UNKNOWN);
}

static void
test_no_authority (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const WmCoverageRow *row;

  g_assert_true (wm_project_set_own_authority (f->project, NULL, &error));
  renew (f);
  row = wm_coverage_find (f->coverage, "up");
  g_assert_cmpint (row->state, ==, WM_COVERAGE_DATA);
  g_assert_cmpint (row->travel, ==, WM_TRAVEL_UNKNOWN);
  g_assert_false (row->own_has_value);
}

/* "up" stands in three places and counts once in each item above it. */
static void
test_counts (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *id;
    guint n_data;
    guint n_planned;
    guint n_better;
  } cases[] = {
    { "d1", 10, 1, 3 }, { "d2", 2, 0, 0 }, { "o1", 7, 0, 2 }, { "o2", 4, 1, 1 }, { "up", 1, 0, 0 },
    { "none", 0, 0, 0 },
  };
  g_autoptr (GHashTable) ids = wm_coverage_dup_ids_with_data (f->coverage);
  guint states[WM_N_COVERAGE_STATES], travels[WM_N_TRAVELS];

  g_assert_cmpuint (g_hash_table_size (ids), ==, wm_coverage_count (f->coverage, WM_COVERAGE_DATA));
  g_assert_true (g_hash_table_contains (ids, "up") && !g_hash_table_contains (ids, "none"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].id);
      wm_coverage_count_below (f->coverage, cases[i].id, states, travels);
      g_assert_cmpuint (states[WM_COVERAGE_DATA], ==, cases[i].n_data);
      g_assert_cmpuint (states[WM_COVERAGE_PLACEHOLDER], ==, cases[i].n_planned);
      g_assert_cmpuint (travels[WM_TRAVEL_BETTER], ==, cases[i].n_better);
    }
}

static void
test_words (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *words;
  } cases[] = {
    { "up", "UP: 1 area from 2018 to 2020" },
    { "one", "ONE: 1 area in 2019" },
    { "parts", "2 of 3 parts: UP: 1 area from 2018 to 2020" },
    { "derive", "Can be derived from child-level data" },
    { "planned", "Only planned" },
  };
  g_autoptr (GHashTable) words = wm_coverage_dup_words (f->coverage);

  g_assert_cmpuint (g_hash_table_size (words), ==, wm_coverage_get_n_rows (f->coverage));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (g_hash_table_lookup (words, cases[i].id), ==, cases[i].words);
}

static gsize
find_column (WmTable *table, const char *name)
{
  for (gsize i = 0; i < wm_table_get_n_columns (table); i++)
    if (g_str_equal (wm_table_get_name (table, i), name))
      return i;
  g_assert_not_reached ();
}

static void
test_tables (Fixture *f, gconstpointer data)
{
  g_autoptr (WmTable) all = wm_coverage_to_table (f->coverage);
  g_autoptr (WmTable) gaps = wm_coverage_to_gap_table (f->coverage);
  g_autoptr (GString) order = g_string_new (NULL);

  g_assert_cmpuint (wm_table_get_n_rows (all), ==, wm_coverage_get_n_rows (f->coverage));
  g_assert_cmpstr (wm_table_get_text (all, 0, find_column (all, "indicator")), ==, "up");
  g_assert_cmpstr (wm_table_get_text (all, 0, find_column (all, "domain")), ==, "Children; Staff");
  g_assert_cmpstr (wm_table_get_text (all, 0, find_column (all, "outcome")), ==, "Safe; Heard");
  for (gsize i = 0; i < wm_table_get_n_rows (gaps) - 1; i++)
    g_string_append_printf (order, "%s ", wm_table_get_text (gaps, i, find_column (gaps, "indicator")));
  g_assert_cmpstr (order->str, ==, "none import derive record collect source undecided ");
  g_assert_cmpstr (wm_table_get_text (gaps, wm_table_get_n_rows (gaps) - 1, 0), ==, "unmeasured");
  g_assert_cmpstr (wm_table_get_text (gaps, wm_table_get_n_rows (gaps) - 1,
                                      find_column (gaps, "outcome")), ==, "Need is met");
}

/* After an edit the same figures come without another look at the project. */
static void
test_renew (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) copy = wm_framework_copy_as (f->framework, "copy", &error);
  g_autoptr (WmCoverage) renewed = wm_coverage_renew (f->coverage, f->project, copy, &error);
  g_autoptr (WmTable) before = wm_coverage_to_table (f->coverage);
  g_autoptr (WmTable) after = wm_coverage_to_table (renewed);
  g_autofree char *text_before = wm_table_to_csv (before);
  g_autofree char *text_after = wm_table_to_csv (after);

  g_assert_no_error (error);
  g_assert_true (wm_coverage_get_framework (renewed) == copy);
  g_assert_cmpstr (text_before, ==, text_after);
}

/* Counts as a chart would: the numbers in the panel that charts are drawn from. */
static void
assert_like_panel (WmProject *project, const WmCoverageRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmPanel) panel = wm_project_load_panel (project, row->measure_code, &error);
  guint n_values = 0, n_areas = 0;

  g_assert_no_error (error);
  for (gsize i = 0; i < panel->n_areas; i++)
    {
      guint n = 0;

      for (gsize t = 0; t < panel->n_periods; t++)
        n += !isnan (wm_panel_get_value (panel, i, t));
      n_values += n;
      n_areas += n > 0;
    }
  g_test_message ("%s", row->measure_code);
  g_assert_cmpuint (row->n_values, ==, n_values);
  g_assert_cmpuint (row->n_areas, ==, n_areas);
}

static void
test_sample (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "s.waymark", NULL);
  WmProject *project = wm_project_create_sample (path, &error);
  g_autoptr (WmFramework) lait = NULL;
  g_autoptr (WmCoverage) coverage = NULL;

  g_assert_no_error (error);
  lait = wm_project_load_framework (project, "lait", &error);
  coverage = wm_coverage_new (project, lait, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wm_coverage_get_n_rows (coverage), >, 30);
  for (guint i = 0; i < wm_coverage_get_n_rows (coverage); i++)
    {
      const WmCoverageRow *row = wm_coverage_get_row (coverage, i);

      g_assert_cmpint (row->state, ==, WM_COVERAGE_DATA);
      assert_like_panel (project, row);
    }
  wm_project_unref (project);
  wm_test_remove_folder (folder);
}

static void
import_real (WmProject *project, const char *path)
{
  g_autoptr (GError) error = NULL;
  WmImportOptions options = { .kind = WM_IMPORT_KIND_AUTO, .areas = wm_project_get_areas (project) };
  g_autoptr (WmImportResult) result =
    wm_import_file (wm_project_get_store (project), path, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_assert_true (wm_project_reload (project, &error));
  g_assert_true (wm_project_set_own_authority (project, OWN, &error));
}

/* What the published file says of some measures; counted from it with another program. */
static void
assert_real_rows (WmCoverage *coverage)
{
  static const struct
  {
    const char *code;
    guint n_values;
    guint n_areas;
    const char *first;
    const char *last;
  } cases[] = {
    { "CPP_rate", 1612, 167, "2016", "2025" },
    { "RTA", 938, 159, "2014-16", "2020-22" },
    { "ReReferral", 1623, 170, "2016", "2025" },
  };

  for (guint i = 0; i < wm_coverage_get_n_rows (coverage); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (cases); k++)
      {
        const WmCoverageRow *row = wm_coverage_get_row (coverage, i);

        if (!g_str_equal (row->measure_code, cases[k].code))
          continue;
        g_test_message ("%s", cases[k].code);
        g_assert_cmpuint (row->n_values, ==, cases[k].n_values);
        g_assert_cmpuint (row->n_areas, ==, cases[k].n_areas);
        g_assert_cmpstr (row->first_period, ==, cases[k].first);
        g_assert_cmpstr (row->last_period, ==, cases[k].last);
        g_assert_cmpstr (row->file_name, ==, "bds_long.csv.gz");
      }
}

static void
test_real (void)
{
  g_autofree char *table = wm_test_find_real_data ("lait/bds_long.csv.gz");
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (WmFramework) lait = NULL;
  g_autoptr (WmCoverage) coverage = NULL;
  WmProject *project;
  char *folder;
  gint64 start;

  if (table == NULL)
    {
      g_test_skip ("The real table is not here");
      return;
    }
  folder = wm_test_make_folder ();
  path = g_build_filename (folder, "r.waymark", NULL);
  project = wm_project_create (path, &error);
  import_real (project, table);
  lait = wm_project_load_framework (project, "lait", &error);
  start = g_get_monotonic_time ();
  coverage = wm_coverage_new (project, lait, &error);
  g_assert_no_error (error);
  g_test_message ("%u indicators in %.3f s", wm_coverage_get_n_rows (coverage),
                  (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (wm_coverage_count (coverage, WM_COVERAGE_DATA), ==, 434);
  assert_real_rows (coverage);
  wm_project_unref (project);
  wm_test_remove_folder (folder);
}

#define ADD(name, function) \
  g_test_add ("/project/coverage/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("states", test_states);
  ADD ("figures", test_figures);
  ADD ("parts", test_parts);
  ADD ("undo", test_undo);
  ADD ("families", test_families);
  ADD ("own-direction", test_own_direction);
  ADD ("parts-that-differ", test_parts_that_differ);
  ADD ("no-authority", test_no_authority);
  ADD ("counts", test_counts);
  ADD ("words", test_words);
  ADD ("tables", test_tables);
  ADD ("renew", test_renew);
  g_test_add_func ("/project/coverage/sample", test_sample);
  g_test_add_func ("/project/coverage/real", test_real);
  return g_test_run ();
}
