/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tables that people download from LAIT, in each form that its pages give. */

#include "wm-import-fixture.h"
#include "wm-reference.h"
#include "wm-test.h"
#include "wm-xlsx-writer.h"

#include <math.h>

typedef struct
{
  const char *name;
  const char *text;
  guint n_values;
  guint n_missing;
  guint n_refused;
  guint n_computed;  /* columns that LAIT computed */
  const char *area;  /* and its value for 2018; NaN where that is missing */
  double value;
} FormCase;

#define CHANGE ",\"Change from previous year\"\n"

/* As R writes them: text in quotes, NA bare. */
static const FormCase form_cases[] = {
  { "local-authority-view",
    "\"LA Number\",\"LA and Regions\",\"2016-17\",\"2018\"" CHANGE
    "370,\"Barnsley\",5,NA,NA\n982,\"Yorkshire and The Humber\",5,6,1\n"
    "\"-\",\"Statistical Neighbours\",5.1,6.2,1.1\n970,\"England\",5,6,1\n", 5, 1, 1, 1, "370", NAN },
  { "la-regional-level",
    "\"LA Number\",\"LA and Regions\",\"2017\",\"2018\"" CHANGE
    "370,\"Barnsley\",5,6.5,1.5\n383,\"Leeds\",NA,6,NA\n", 3, 1, 0, 1, "370", 6.5 },
  { "region-regional-level",
    "\"LA Number\",\"Region\",\"2017\",\"2018\"" CHANGE
    "980,\"North East\",5,6,1\n987,\"London (Inner)\",5,6,1\n970,\"England\",5,7,2\n",
    6, 0, 0, 1, "970", 7 },
  { "sn-stat-neighbour-level",
    "\"LA Number\",\"LA\",\"2017\",\"2018\"" CHANGE
    "370,\"Barnsley\",5,6,1\n384,\"Wakefield\",NA,8,NA\n", 3, 1, 0, 1, "384", 8 },
  { "geog-stat-neighbour-level",
    "\"LA Number\",\"LA and Regions\",\"2017\",\"2018\"" CHANGE
    "\"-\",\"Statistical Neighbours\",5.1,6.2,1.1\n982,\"Yorkshire and The Humber\",5,9,4\n"
    "970,\"England\",5,6,1\n", 4, 0, 1, 1, "982", 9 },
  { "all-geographies",
    "\"LA Number\",\"LA and Regions\",\"2017\",\"2018\",\"Change from previous year\",\"Rank\"\n"
    "370,\"Barnsley\",5,6,1,12\n982,\"Yorkshire and The Humber\",5,6,1,NA\n970,\"England\",5,4,-1,NA\n",
    6, 0, 0, 2, "970", 4 },
  { "all-las-local-authorities",
    "\"LA Number\",\"LA\",\"2017\",\"2018\",\"Change from previous year\",\"Rank\"\n"
    "370,\"Barnsley\",5,0,-5,1\n383,\"Leeds\",NA,NA,NA,NA\n", 2, 2, 0, 2, "370", 0 },
  { "all-las-regions",
    "\"LA Number\",\"Region\",\"2017\",\"2018\",\"Change from previous year\",\"Rank\"\n"
    "982,\"Yorkshire and The Humber\",5,6,1,\n970,\"England\",5,6,1,\n", 4, 0, 0, 2, "982", 6 },
  { "old-sheet-with-a-title", "Some title\n\nLA Number,LA and Regions,2017,2018\n370,Barnsley,5,6\n",
    2, 0, 0, 0, "370", 6 },
};

static void
test_form (WmImportFixture *f, gconstpointer data)
{
  const FormCase *c = data;
  g_autoptr (WmImportResult) result = NULL;
  guint n_computed = 0;

  f->options.indicator = "CPP_rate";
  result = wm_fixture_import_good (f, c->text);
  g_assert_cmpstr (result->provenance->kind, ==, "lait-download");
  g_assert_cmpuint (result->provenance->n_values, ==, c->n_values);
  g_assert_cmpuint (result->provenance->n_missing, ==, c->n_missing);
  g_assert_cmpuint (result->provenance->rows_refused, ==, c->n_refused);
  for (guint i = 0; i < result->findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (result->findings, i);

      n_computed += g_str_equal (finding->code, "computed-column");
      g_assert_cmpstr (finding->code, !=, "unlisted-area");
      g_assert_cmpstr (finding->code, !=, "area-name-differs");
    }
  g_assert_cmpuint (n_computed, ==, c->n_computed);
  wm_fixture_assert_cell (f, "CPP_rate", "", "lait", c->area, 2018, c->value,
                          isnan (c->value) ? WM_MISSING_UNKNOWN : WM_MISSING_NONE);
}

/* Workbooks leave missing values as empty cells, at the end of a row too. */
static void
test_download_workbook (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmXlsxWriter) writer = wm_xlsx_writer_new (f->file, &error);
  g_autoptr (WmImportResult) result = NULL;

  wm_xlsx_writer_add_sheet (writer, "Sheet1");
  wm_xlsx_writer_add_header (writer, (const char *[]) { "LA Number", "LA and Regions", "2017", "2018", NULL });
  wm_xlsx_writer_add_number (writer, 370, 0);
  wm_xlsx_writer_add_text (writer, "Barnsley");
  wm_xlsx_writer_add_number (writer, 5.5, 1);
  wm_xlsx_writer_end_row (writer);
  g_assert_true (wm_xlsx_writer_save (writer, &error));
  f->options.indicator = "CPP_rate";
  result = wm_import_file (f->store, f->file, &f->options, NULL, &error);
  g_assert_no_error (error);
  wm_fixture_assert_cell (f, "CPP_rate", "", "lait", "370", 2017, 5.5, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "CPP_rate", "", "lait", "370", 2018, NAN, WM_MISSING_UNKNOWN);
}

static void
test_create_your_own (WmImportFixture *f, gconstpointer data)
{
  const WmIndicator *measure = wm_reference_find_measure ("CPP_rate");
  g_autofree char *text = g_strdup_printf (
    "LA Number,LA and Regions,Region,Topic,Measure,2017,2018\n"
    "370,Barnsley,Yorkshire and The Humber,x,\"%s\",5,\n"
    "383,Leeds,Yorkshire and The Humber,x,\"%s\",NA,7\n"
    "383,Leeds,Yorkshire and The Humber,x,No such measure,1,7\n", measure->title, measure->title);
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f, text);

  g_assert_cmpuint (result->provenance->n_values, ==, 2);
  g_assert_cmpuint (result->provenance->n_missing, ==, 1);
  g_assert_cmpuint (wm_fixture_get_finding (result, "unknown-measure")->first_line, ==, 4);
  wm_fixture_assert_cell (f, "CPP_rate", "", "lait", "383", 2018, 7, WM_MISSING_NONE);
}

/* With the column of the neighbours' group, with the average that LAIT computed, and with years
 * cut to four digits, as they are when the measures count them differently. */
static void
test_create_your_own_wide (WmImportFixture *f, gconstpointer data)
{
  const WmIndicator *plans = wm_reference_find_measure ("CPP_rate");
  const WmIndicator *looked_after = wm_reference_find_measure ("LAC");
  g_autofree char *text = g_strdup_printf (
    "\"LA Number\",\"LA and Regions\",\"Region\",\"Topic\",\"Measure\",\"Statistical Neighbour Group\","
    "\"2017\",\"2018\"\n"
    "370,\"Barnsley\",\"Yorkshire and The Humber\",\"x\",\"%1$s\",\"Barnsley\",5,NA\n"
    "370,\"Barnsley\",\"Yorkshire and The Humber\",\"x\",\"%2$s\",\"Barnsley\",,70\n"
    "\"-\",\"Statistical Neighbours (Barnsley)\",NA,\"x\",\"%2$s\",NA,,71\n"
    "970,\"England\",NA,\"x\",\"%2$s\",NA,,64\n", plans->title, looked_after->title);
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f, text);

  g_assert_cmpuint (result->n_measures, ==, 2);
  g_assert_cmpuint (result->provenance->n_values, ==, 3);
  g_assert_cmpuint (result->provenance->n_missing, ==, 1);
  wm_fixture_get_finding (result, "computed-row");
  wm_fixture_assert_cell (f, "CPP_rate", "", "lait", "370", 2018, NAN, WM_MISSING_UNKNOWN);
  wm_fixture_assert_cell (f, "LAC", "", "lait", "370", 2018, 70, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "LAC", "", "lait", "970", 2018, 64, WM_MISSING_NONE);
}

#define ADD(name, function) \
  g_test_add ("/import/download/" name, WmImportFixture, NULL, wm_fixture_set_up, function, \
              wm_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (form_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/download/", form_cases[i].name, NULL);

      g_test_add (path, WmImportFixture, &form_cases[i], wm_fixture_set_up, test_form,
                  wm_fixture_tear_down);
    }
  ADD ("workbook", test_download_workbook);
  ADD ("create-your-own", test_create_your_own);
  ADD ("create-your-own-wide", test_create_your_own_wide);
  return g_test_run ();
}
