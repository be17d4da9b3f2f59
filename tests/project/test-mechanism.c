/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The mechanism of a framework: a small one with a project of a few numbers, and the built-in ones. */

#include "wm-chart-table.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-read.h"
#include "wm-mechanism.h"
#include "wm-store-fixture.h"
#include "wm-test.h"

#include <string.h>

#define OWN "370"
#define HAS(id) "<has ref=\"" id "\"/>"
#define LEADS(id) "<leads-to to=\"" id "\"/>"
#define INDICATOR(id, content) "<indicator id=\"" id "\"><title>Title of " id "</title>" content "</indicator>\n"
#define BOUND(code, direction) \
  "<direction>" direction "</direction><binding>imported</binding><binding-code>" code "</binding-code>"

static const WmFixtureRow rows[] = {
  { "UP", "", OWN, "2018", 10, 0 },   { "UP", "", OWN, "2019", 12, 0 },
  { "DOWN", "", OWN, "2018", 0.3, 0 }, { "DOWN", "", OWN, "2019", 0.1, 0 },
  { "BAD", "", OWN, "2018", 3, 0 },   { "BAD", "", OWN, "2019", 4, 0 },
  { "ONE", "", OWN, "2019", 5, 0 },
};

/* The outcome "shared" stands in two domains; "planned" is in no count; "aside" is in no domain. */
static const char document[] =
  "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><title>A small one</title>\n"
  HAS ("d1") HAS ("d2") HAS ("d3")
  "<domain id=\"d1\"><title>Staff</title>" LEADS ("d2") HAS ("stay") HAS ("shared") "</domain>\n"
  "<domain id=\"d2\"><title>Children</title>" HAS ("safe") HAS ("shared") HAS ("one") HAS ("planned") "</domain>\n"
  "<domain id=\"d3\"><title>Later</title></domain>\n"
  "<outcome id=\"stay\"><title>Staff stay</title>" LEADS ("safe") LEADS ("unmet") HAS ("up") HAS ("bad") "</outcome>\n"
  "<outcome id=\"safe\"><title>Children are safe</title>" HAS ("up") HAS ("down") HAS ("collect") "</outcome>\n"
  "<outcome id=\"shared\"><title>Shared</title>" HAS ("planned") "</outcome>\n"
  "<outcome id=\"unmet\"><title>Unmet need</title></outcome>\n"
  INDICATOR ("up", BOUND ("UP", "higher"))
  INDICATOR ("down", BOUND ("DOWN", "lower"))
  INDICATOR ("bad", BOUND ("BAD", "lower"))
  INDICATOR ("one", BOUND ("ONE", "lower"))
  INDICATOR ("collect", "<availability>new</availability>")
  INDICATOR ("aside", BOUND ("UP", "higher"))
  INDICATOR ("planned", "<placeholder>yes</placeholder>" BOUND ("UP", "higher"))
  "</framework>\n";

typedef struct
{
  char *folder;
  WmProject *project;
  WmFramework *framework;
  WmCoverage *coverage;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->folder = wm_test_make_folder ();
  path = g_build_filename (f->folder, "p.waymark", NULL);
  f->project = wm_project_create (path, &error);
  g_assert_no_error (error);
  wm_fixture_import (wm_project_get_store (f->project), "lait", rows, G_N_ELEMENTS (rows));
  wm_project_set_own_authority (f->project, OWN, &error);
  g_assert_no_error (error);
  f->framework = wm_framework_read (document, strlen (document), NULL, &error);
  g_assert_no_error (error);
  f->coverage = wm_coverage_new (f->project, f->framework, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  wm_coverage_unref (f->coverage);
  wm_framework_unref (f->framework);
  wm_project_unref (f->project);
  wm_test_remove_folder (f->folder);
}

typedef struct
{
  gsize series, index;
  const char *words;
} Point;

static void
assert_points (const WmChart *chart, const Point *points, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *words = wm_chart_dup_point_words (chart, points[i].series, points[i].index);

      g_assert_cmpstr (words, ==, points[i].words);
    }
}

static void
test_coverage (Fixture *f, gconstpointer data)
{
  static const Point points[] = {
    { 0, 0, "Staff: 2 of 2 indicators have data. Expected to lead to: Children" },
    { 0, 1, "Staff stay: Has data, 2 of 2. Expected to lead to: Children are safe" },
    { 0, 2, "Shared: Not measured" },
    { 1, 0, "Children: 3 of 4 indicators have data" },
    { 1, 1, "Children are safe: Part has data, 2 of 3" },
    { 1, 3, "Title of one: Has data" },
    { 1, 4, "" },
    { 2, 0, "Later: No indicators: not measured" },
    { 3, 2, "Partner agencies: Health, schools, police, courts and the voluntary sector. Outside the "
            "framework, not measured" },
  };
  g_autoptr (WmChart) chart = wm_mechanism_new (f->framework, f->coverage, WM_MECHANISM_COVERAGE);

  g_assert_cmpstr (wm_chart_get_title (chart), ==, "4 of 5 indicators have data");
  g_assert_cmpuint (wm_chart_get_n_series (chart), ==, 4);
  assert_points (chart, points, G_N_ELEMENTS (points));
}

static void
test_travel (Fixture *f, gconstpointer data)
{
  static const Point points[] = {
    { 0, 0, "Staff: 1 better, 1 worse, of 2 with data. Expected to lead to: Children" },
    { 0, 1, "Staff stay: Some better, some worse, 1 better, 1 worse. Expected to lead to: Children are safe" },
    { 1, 0, "Children: 2 better, 0 worse, of 3 with data" },
    { 1, 1, "Children are safe: Better than before, 2 better, 0 worse" },
    { 1, 3, "Title of one: Cannot be said yet" },
  };
  g_autoptr (WmChart) chart = wm_mechanism_new (f->framework, f->coverage, WM_MECHANISM_TRAVEL);
  g_autofree char *long_text = wm_chart_dup_long_text (chart);

  g_assert_cmpstr (wm_chart_get_title (chart), ==, "2 indicators got better and 1 worse, of 4 with data");
  assert_points (chart, points, G_N_ELEMENTS (points));
  g_assert_nonnull (strstr (long_text, "One step is not a trend"));
  g_assert_nonnull (strstr (long_text, "\n1 indicator stands in no domain and is not drawn.\n"));
}

/* Without a project nothing has data, and travel cannot be asked for. */
static void
test_alone (Fixture *f, gconstpointer data)
{
  static const Point points[] = {
    { 0, 0, "Staff: 2 indicators. Expected to lead to: Children" },
    { 1, 1, "Children are safe: A return or a table would fill it" },
    { 1, 2, "Shared: Not measured" },
  };

  for (int tone = WM_MECHANISM_COVERAGE; tone <= WM_MECHANISM_TRAVEL; tone++)
    {
      g_autoptr (WmChart) chart = wm_mechanism_new (f->framework, NULL, tone);

      g_assert_cmpstr (wm_chart_get_title (chart), ==, "A small one");
      assert_points (chart, points, G_N_ELEMENTS (points));
    }
}

/* An authority without numbers has no direction of travel, which is said. */
static void
test_no_numbers (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmCoverage) coverage = NULL;
  g_autoptr (WmChart) chart = NULL;
  g_autofree char *words = NULL, *long_text = NULL;

  wm_project_set_own_authority (f->project, "383", &error);
  g_assert_no_error (error);
  coverage = wm_coverage_new (f->project, f->framework, &error);
  g_assert_no_error (error);
  chart = wm_mechanism_new (f->framework, coverage, WM_MECHANISM_TRAVEL);
  words = wm_chart_dup_point_words (chart, 1, 3);
  long_text = wm_chart_dup_long_text (chart);
  g_assert_cmpstr (words, ==, "Title of one: Cannot be said yet");
  g_assert_nonnull (strstr (long_text, "has no two numbers"));
}

static WmChart *
draw_built_in (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_load_built_in (id, &error);

  g_assert_no_error (error);
  return wm_mechanism_new (framework, NULL, WM_MECHANISM_COVERAGE);
}

/* Tables 2 to 5 of the 2019 framework: 9, 6, 6 and 12 outcomes. */
static void
test_framework_of_2019 (void)
{
  static const gsize n_outcomes[] = { 9, 6, 6, 12 };
  static const Point points[] = {
    { 0, 0, "The right conditions and culture to support good practice: 30 indicators. Expected to lead to: "
            "Reaching children and families who need help; Children and families are valued and involved" },
    { 1, 0, "Reaching children and families who need help: 16 indicators. Expected to lead to: Child outcomes" },
    { 2, 0, "Children and families are valued and involved: 15 indicators. Expected to lead to: Child outcomes" },
    { 3, 0, "Child outcomes: 47 indicators" },
  };
  g_autoptr (WmChart) chart = draw_built_in ("cscs-outcomes-2019");

  g_assert_cmpuint (wm_chart_get_n_series (chart), ==, 5);
  for (gsize i = 0; i < 4; i++)
    g_assert_cmpuint (wm_chart_get_n_points (chart, i), ==, 1 + n_outcomes[i]);
  g_assert_cmpuint (wm_chart_get_n_points (chart, 4), ==, 3);
  assert_points (chart, points, G_N_ELEMENTS (points));
}

/* 14 sections; of 219 rows, five are only planned. */
static void
test_set_of_2013 (void)
{
  g_autoptr (WmChart) chart = draw_built_in ("benchmark-2013");
  g_autoptr (WmTable) table = wm_chart_get_table (chart);
  g_autofree char *long_text = wm_chart_dup_long_text (chart);

  g_assert_cmpuint (wm_chart_get_n_series (chart), ==, 15);
  g_assert_cmpuint (wm_table_get_n_rows (table), ==, 14 + 214 + 3);
  g_assert_nonnull (strstr (long_text, "does not say which domain leads to which"));
}

static void
test_empty (void)
{
  static const char empty[] = "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"e\"><title>New</title></framework>";
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_read (empty, strlen (empty), NULL, &error);
  g_autoptr (WmChart) chart = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  chart = wm_mechanism_new (framework, NULL, WM_MECHANISM_COVERAGE);
  words = wm_chart_dup_alt_text (chart);
  g_assert_cmpstr (words, ==, "New. The framework has no domains yet.");
  g_assert_cmpuint (wm_chart_get_n_series (chart), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/mechanism/coverage", Fixture, NULL, set_up, test_coverage, tear_down);
  g_test_add ("/mechanism/travel", Fixture, NULL, set_up, test_travel, tear_down);
  g_test_add ("/mechanism/alone", Fixture, NULL, set_up, test_alone, tear_down);
  g_test_add ("/mechanism/no-numbers", Fixture, NULL, set_up, test_no_numbers, tear_down);
  g_test_add_func ("/mechanism/framework-of-2019", test_framework_of_2019);
  g_test_add_func ("/mechanism/set-of-2013", test_set_of_2013);
  g_test_add_func ("/mechanism/empty", test_empty);
  return g_test_run ();
}
