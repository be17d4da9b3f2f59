/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers of children: each form of a file, each way one can be wrong, and what the project then
 * says of an area and a year. */

#include "wm-import-fixture.h"
#include "wm-store-imports.h"
#include "wm-store-population.h"
#include "wm-test.h"
#include "wm-xlsx-writer.h"

#include <math.h>

/* NaN means that the project does not say. */
static void
assert_population (WmStore *store, const char *area_code, int statistical_year, double expected)
{
  g_autoptr (GError) error = NULL;
  double population = NAN;
  gboolean is_known = wm_store_find_population (store, area_code, statistical_year, &population, &error);

  g_assert_no_error (error);
  g_assert_true (is_known == !isnan (expected));
  wm_assert_close (population, expected, 0);
}

typedef struct
{
  const char *name;
  const char *text;
  gboolean is_asked; /* somebody said that it is a file of children */
  const char *area;
  int year;
  double children;
  guint64 n_refused;
  const char *finding; /* nullable */
} Case;

#define FORTIES "40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40,40" /* 18 of them: 720 */
#define AGES_ACROSS "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,90+"
#define AGES_DOWN(a, y) \
  a ",0," y ",1\n" a ",1," y ",1\n" a ",2," y ",1\n" a ",3," y ",1\n" a ",4," y ",1\n" a ",5," y ",1\n" \
  a ",6," y ",1\n" a ",7," y ",1\n" a ",8," y ",1\n" a ",9," y ",1\n" a ",10," y ",1\n" \
  a ",11," y ",1\n" a ",12," y ",1\n" a ",13," y ",1\n" a ",14," y ",1\n" a ",15," y ",1\n" \
  a ",16," y ",1\n"

static const Case cases[] = {
  { "total", "new_la_code,year,children\nE08000016,2023,51000\n", FALSE, "370", 2024, 51000, 0, NULL },
  { "total-by-name", "LA name,Mid-year,Children aged 0-17\nBarnsley,Mid-2023,51000\n", FALSE,
    "370", 2024, 51000, 0, NULL },
  { "total-below-a-title", "Our own numbers\n\ncode,name,children\n370,Barnsley,51000\n", FALSE,
    "370", 2026, 51000, 0, NULL },
  { "plain-total", "la_code,year,population\n370,2023,51000\n", TRUE, "370", 2024, 51000, 0, NULL },
  { "across", "Code,Name,Year,All ages," AGES_ACROSS "\nE08000016,Barnsley,2023,250000," FORTIES
    ",3000,400\n", FALSE, "370", 2024, 720, 0, NULL },
  { "down", "new_la_code,Age,year,population\n" AGES_DOWN ("E08000016", "2023")
    "E08000016,17,2023,5\nE08000016,18,2023,9\nE08000016,90+,2023,9\nE08000016,All ages,2023,99\n",
    FALSE, "370", 2024, 22, 0, "other-ages" },
  { "age-missing", "new_la_code,Age,year,population\n" AGES_DOWN ("E08000016", "2023")
    AGES_DOWN ("E08000019", "2023") "E08000019,17,2023,5\n", FALSE, "370", 2024, NAN, 0, "ages-missing" },
  { "not-a-number", "code,year,children\n370,2023,x\n371,2023,1\n", FALSE, "370", 2024, NAN, 1,
    "no-number" },
  { "age-not-a-number", "code,year," AGES_ACROSS "\n370,2023,x," FORTIES ",1\n371,2023," FORTIES ",1,1\n",
    FALSE, "370", 2024, NAN, 1, "no-number" },
  { "twice", "code,year,children\n370,2023,51000\n370,2023,52000\n371,2023,1\n", FALSE,
    "370", 2024, NAN, 1, "repeat" },
  { "unknown-area", "code,year,children\nE07000001,2023,51000\n371,2023,1\n", FALSE, "370", 2024, NAN, 1,
    "unknown-area" },
  { "unknown-year", "code,year,children\n370,soon,51000\n371,2023,1\n", FALSE, "370", 2024, NAN, 1,
    "unknown-period" },
};

static void
test_case (WmImportFixture *f, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WmImportResult) result = NULL;

  f->options.kind = c->is_asked ? WM_IMPORT_KIND_POPULATION : WM_IMPORT_KIND_AUTO;
  result = wm_fixture_import_good (f, c->text);
  g_assert_cmpstr (result->provenance->kind, ==, "population");
  g_assert_cmpuint (result->provenance->rows_refused, ==, c->n_refused);
  if (c->finding != NULL)
    wm_fixture_get_finding (result, c->finding);
  assert_population (f->store, c->area, c->year, c->children);
}

/* A column that is only called population may be of all ages. */
static void
test_unclear_total (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (wm_fixture_import_text (f, "la_code,year,population\n370,2023,51000\n", &error));
  g_assert_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_UNKNOWN_KIND);
}

static void
test_needs_day (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->options.as_at = NULL;
  g_assert_null (wm_fixture_import_text (f, "code,children\n370,51000\n", &error));
  g_assert_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_NEEDS_DAY);
}

static void
test_workbook (WmImportFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "children.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmXlsxWriter) writer = wm_xlsx_writer_new (path, &error);
  g_autoptr (WmImportResult) result = NULL;

  wm_xlsx_writer_add_sheet (writer, "Notes");
  wm_xlsx_writer_add_text (writer, "Mid-year estimates");
  wm_xlsx_writer_end_row (writer);
  wm_xlsx_writer_add_sheet (writer, "Persons");
  wm_xlsx_writer_add_text (writer, "Name");
  wm_xlsx_writer_add_text (writer, "Year");
  for (int age = 0; age <= 18; age++)
    wm_xlsx_writer_add_number (writer, age, 0);
  wm_xlsx_writer_end_row (writer);
  wm_xlsx_writer_add_text (writer, "Barnsley");
  wm_xlsx_writer_add_number (writer, 2023, 0);
  for (int age = 0; age <= 18; age++)
    wm_xlsx_writer_add_number (writer, 100 + age, 0);
  wm_xlsx_writer_end_row (writer);
  g_assert_true (wm_xlsx_writer_save (writer, &error));
  result = wm_import_file (f->store, path, &f->options, NULL, &error);
  g_assert_no_error (error);
  assert_population (f->store, "370", 2024, 1953); /* 18 × 100 + 0 + 1 + ... + 17 */
}

/* The newest file that is not undone counts, for each area and year. */
static void
test_undo (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) first =
    wm_fixture_import_good (f, "code,year,children\n370,2023,100\n370,2024,200\n");
  g_autoptr (WmImportResult) second = wm_fixture_import_good (f, "code,year,children\n370,2023,110\n");

  g_assert_cmpstr (first->provenance->mapping, ==, "2023-2024");
  g_assert_cmpstr (second->provenance->mapping, ==, "2023");
  assert_population (f->store, "370", 2024, 110);
  assert_population (f->store, "370", 2025, 200);
  g_assert_true (wm_store_undo_import (f->store, second->provenance->id, NULL));
  assert_population (f->store, "370", 2024, 100);
  g_assert_true (wm_store_undo_import (f->store, first->provenance->id, NULL));
  assert_population (f->store, "370", 2024, NAN);
  g_assert_true (wm_store_redo_import (f->store, second->provenance->id, NULL));
  assert_population (f->store, "370", 2024, 110);
}

/* The published table is a measure and the numbers of children at once. The figures were looked up
 * in the file. */
static void
test_published (WmImportFixture *f, gconstpointer data)
{
  g_autofree char *path =
    wm_test_find_real_data ("ees/ons_mid-year_population_estimates_2012_to_2024.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportResult) result = NULL;

  if (path == NULL)
    return;
  f->options.dataset = "ons";
  f->options.kind = WM_IMPORT_KIND_POPULATION;
  result = wm_import_file (f->store, path, &f->options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->provenance->kind, ==, "ees");
  wm_fixture_assert_cell (f, "ons/population_estimate", "", "ees", "970", 2024, 12183016,
                          WM_MISSING_NONE);
  assert_population (f->store, "970", 2025, 12183016);
  assert_population (f->store, "201", 2018, 647);
  assert_population (f->store, "970", 2026, NAN);
}

#define ADD(name, function) \
  g_test_add ("/import/population/" name, WmImportFixture, NULL, wm_fixture_set_up, function, \
              wm_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/population/form/", cases[i].name, NULL);

      g_test_add (path, WmImportFixture, &cases[i], wm_fixture_set_up, test_case, wm_fixture_tear_down);
    }
  ADD ("unclear-total", test_unclear_total);
  ADD ("needs-day", test_needs_day);
  ADD ("workbook", test_workbook);
  ADD ("undo", test_undo);
  ADD ("published", test_published);
  return g_test_run ();
}
