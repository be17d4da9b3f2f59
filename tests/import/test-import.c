/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Imports of small files written here: the published tables, and each way a file can be wrong. */

#include "wm-import-fixture.h"
#include "wm-store-imports.h"
#include "wm-store-indicators.h"
#include "wm-store-observations.h"
#include "wm-test.h"

#include <string.h>

static void
test_lait (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f,
    WM_FIXTURE_LAIT "CIN,,2016-17,Barnsley,38.299999999999997,370,Yorkshire and The Humber\r\n"
         "CIN,,2016-17,Leeds,-,383,Yorkshire and The Humber\r\n"
         "CIN,,2025 (prov),Barnsley,7.0000000000000007E-2,370,Yorkshire and The Humber\r\n");

  g_assert_cmpuint (result->provenance->n_values, ==, 2);
  g_assert_cmpuint (result->provenance->n_missing, ==, 1);
  g_assert_cmpuint (result->n_measures, ==, 1);
  g_assert_cmpstr (result->first_label, ==, "2016-17");
  g_assert_cmpstr (result->last_label, ==, "2025 (prov)");
  wm_fixture_assert_cell (f, "CIN", "", "lait", "370", 2017, 38.3, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "383", 2017, NAN, WM_MISSING_UNKNOWN);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "370", 2025, 0.07, WM_MISSING_NONE);
}

static void
test_lait_as_r_writes (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f,
    "\"Short Desc\",\"Data item\",\"Years\",\"LA and Regions\",\"Values\",\"LA Number\",\"Region\"\n"
    "\"CIN\",\"two\nlines\",\"2017\",\"England\",\"5\",970,NA\n"
    "\"CIN\",NA,\"2018\",\"England\",NA,970,NA\n");

  g_assert_cmpuint (result->provenance->rows_kept, ==, 2);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "970", 2017, 5, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "970", 2018, NAN, WM_MISSING_UNKNOWN);
}

static void
test_refused_rows (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f,
    WM_FIXTURE_LAIT "CIN,,2017,Barnsley,5,370,x\n"
         "CIN,,0,Barnsley,5,370,x\n"
         "CIN,,soon,Barnsley,5,370,x\n"
         "CIN,,2018,Barnsley,many,370,x\n"
         "CIN,,2018,Nowhere,5,,x\n"
         "CIN,,2018\n"
         ",,2018,Barnsley,5,370,x\n");

  g_assert_cmpuint (result->provenance->rows_read, ==, 7);
  g_assert_cmpuint (result->provenance->rows_kept, ==, 1);
  g_assert_cmpuint (wm_fixture_get_finding (result, "no-period")->first_line, ==, 3);
  g_assert_cmpstr (wm_fixture_get_finding (result, "unknown-period")->value, ==, "soon");
  g_assert_cmpuint (wm_fixture_get_finding (result, "unknown-token")->first_line, ==, 5);
  g_assert_cmpuint (wm_fixture_get_finding (result, "unknown-area")->first_line, ==, 6);
  g_assert_cmpuint (wm_fixture_get_finding (result, "short-row")->first_line, ==, 7);
  g_assert_cmpuint (wm_fixture_get_finding (result, "no-measure")->first_line, ==, 8);
}

static void
test_areas_of_rows (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f,
    WM_FIXTURE_LAIT "CIN,,2017,Newtown,5,599,North East\n"
         "CIN,,2018,Newtown,6,599,North East\n"
         "CIN,,2017,Leeds,5,370,x\n"
         "CIN,,2017,Sheffield,4,,x\n");

  g_assert_cmpuint (wm_fixture_get_finding (result, "unlisted-area")->n_rows, ==, 1);
  g_assert_cmpuint (wm_fixture_get_finding (result, "area-name-differs")->first_line, ==, 4);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "599", 2018, 6, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "370", 2017, 5, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "373", 2017, 4, WM_MISSING_NONE);
}

static void
test_repeated_rows (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f,
    WM_FIXTURE_LAIT "CIN,,2017,Barnsley,5,370,x\n"
         "CIN,,2017,Barnsley,5,370,x\n"
         "CIN,,2018,Barnsley,5,370,x\n"
         "CIN,,2018,Barnsley,6,370,x\n");
  const WmFinding *contradiction = wm_fixture_get_finding (result, "contradicting-rows");

  g_assert_cmpuint (result->provenance->rows_kept, ==, 2);
  g_assert_cmpuint (result->provenance->rows_refused, ==, 2);
  g_assert_cmpuint (result->provenance->n_values, ==, 1);
  g_assert_cmpuint (wm_fixture_get_finding (result, "repeated-rows")->first_line, ==, 3);
  g_assert_cmpuint (contradiction->first_line, ==, 4);
  g_assert_cmpuint (contradiction->last_line, ==, 5);
}

static void
test_again_and_older (WmImportFixture *f, gconstpointer data)
{
  static const char text[] = WM_FIXTURE_LAIT "CIN,,2017,Barnsley,5,370,x\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportResult) first = wm_fixture_import_good (f, text);
  g_autoptr (WmImportResult) second = wm_fixture_import_good (f, text);
  g_autoptr (WmImportResult) third = NULL;
  g_autoptr (WmImportResult) older = NULL;

  g_assert_false (first->already_imported);
  g_assert_true (second->already_imported);
  g_assert_cmpuint (wm_fixture_count_imports (f->store), ==, 1);
  f->options.again = TRUE;
  third = wm_fixture_import_good (f, text);
  g_assert_false (third->already_imported);
  f->options.as_at = "2024-03-31";
  older = wm_fixture_import_text (f, text, &error);
  g_assert_null (older);
  g_assert_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_OLDER);
  f->options.allow_older = TRUE;
  older = wm_fixture_import_good (f, text);
  g_assert_cmpuint (wm_fixture_count_imports (f->store), ==, 3);
}

static void
test_dry_run (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = NULL;

  f->options.dry_run = TRUE;
  result = wm_fixture_import_good (f, WM_FIXTURE_LAIT "CIN,,2017,Barnsley,5,370,x\n");
  g_assert_true (result->is_dry_run);
  g_assert_cmpuint (result->provenance->n_values, ==, 1);
  g_assert_cmpuint (wm_fixture_count_imports (f->store), ==, 0);
}

static void
test_cancelled (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmProgress) progress = wm_progress_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportResult) result = NULL;

  g_assert_true (g_file_set_contents (f->file, WM_FIXTURE_LAIT "CIN,,2017,Barnsley,5,370,x\n", -1, NULL));
  g_cancellable_cancel (wm_progress_get_cancellable (progress));
  result = wm_import_file (f->store, f->file, &f->options, progress, &error);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (wm_fixture_count_imports (f->store), ==, 0);
}

/* Waits until the values are being stored, then cancels. */
static gpointer
cancel_thread (gpointer data)
{
  WmProgress *progress = data;

  while (wm_progress_get_fraction (progress) < 0.6)
    g_usleep (100);
  g_cancellable_cancel (wm_progress_get_cancellable (progress));
  return NULL;
}

static void
test_cancelled_half_way (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmProgress) progress = wm_progress_new ();
  g_autoptr (GString) text = g_string_new (WM_FIXTURE_LAIT);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportResult) result = NULL;
  g_autoptr (GPtrArray) indicators = NULL;
  GThread *thread;

  for (int i = 0; i < 300000; i++)
    g_string_append_printf (text, "M%d,,%d,Barnsley,5,370,x\n", i / 100, 1950 + i % 100);
  g_assert_true (g_file_set_contents (f->file, text->str, text->len, NULL));
  thread = g_thread_new ("cancel", cancel_thread, progress);
  result = wm_import_file (f->store, f->file, &f->options, progress, &error);
  g_thread_join (thread);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (wm_fixture_count_imports (f->store), ==, 0);
  indicators = wm_store_list_indicators (f->store, NULL);
  g_assert_cmpuint (indicators->len, ==, 0);
}

typedef struct
{
  const char *name;
  const char *text;
  WmImportError code;
} WrongCase;

static const WrongCase wrong_cases[] = {
  { "header-only", WM_FIXTURE_LAIT, WM_IMPORT_ERROR_EMPTY },
  { "nothing-usable", WM_FIXTURE_LAIT "CIN,,soon,Barnsley,5,370,x\n", WM_IMPORT_ERROR_EMPTY },
  { "wrong-columns", "a,b\n1,2\n", WM_IMPORT_ERROR_UNKNOWN_KIND },
  { "no-heading", "secret,01/04/2010,M\nsecret,02/05/2011,F\n", WM_IMPORT_ERROR_UNKNOWN_KIND },
  { "web-page", "<html><body>\n", WM_IMPORT_ERROR_UNKNOWN_KIND },
  { "xml-workbook", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
    "<ss:Workbook xmlns:ss=\"x\"/>\n", WM_IMPORT_ERROR_UNKNOWN_KIND },
  { "xml-only-a-prolog", "<?xml version=\"1.0\"?>\n<!-- secret", WM_IMPORT_ERROR_UNKNOWN_KIND },
  { "census", "<Message>\n<Header>secret</Header></Message>\n", WM_IMPORT_ERROR_CHILD_LEVEL },
  { "census-with-prolog", "\xEF\xBB\xBF<?xml version=\"1.0\"?>\r\n<!-- a, \"b -->\n"
    "<!DOCTYPE Message>\n <x:Message xmlns:x=\"secret\">secret</x:Message>\n",
    WM_IMPORT_ERROR_CHILD_LEVEL },
  { "ssda903-xml", "<?xml version='1.0'?>\n<EXPSSDA903><CHILD>secret</CHILD></EXPSSDA903>",
    WM_IMPORT_ERROR_CHILD_LEVEL },
  { "ssda903", "CHILD,DECOM,RNE\nsecret,01/04/2020,S\n", WM_IMPORT_ERROR_CHILD_LEVEL },
  { "no-indicator", "LA Number,LA and Regions,2017\n370,Barnsley,5\n", WM_IMPORT_ERROR_NEEDS_INDICATOR },
};

static void
test_wrong (WmImportFixture *f, gconstpointer data)
{
  const WrongCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportResult) result = wm_fixture_import_text (f, c->text, &error);

  g_assert_null (result);
  g_assert_error (error, WM_IMPORT_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, "table.csv"));
  g_assert_null (strstr (error->message, "secret"));
  g_assert_cmpuint (wm_fixture_count_imports (f->store), ==, 0);
}

static void
test_ees (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = NULL;
  g_autofree char *code = wm_import_format_code ("d/count", "sex=Female;age=1");

  f->options.dataset = "d";
  result = wm_fixture_import_good (f,
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name,category,sex,count,wait\n"
    "202425,Academic year,National,E92000001,England,,,,,,all,Female,10,00:10\n"
    "202425,Academic year,Regional,E92000001,England,E12000003,Yorkshire and The Humber,,,,all,Male,k,u\n"
    "202425,Academic year,Local authority,E92000001,England,E12000003,Yorkshire and The Humber,370,"
    "E08000016,Barnsley,all,Male,c,\n"
    "202425,Academic year,School,E92000001,England,,,,,,all,Male,1,1\n"
    "202425,Academic year,Local authority,E92000001,England,E13000002,Outer London,314 / 318,"
    "x / y,Kingston and Richmond,all,Male,3,z\n");
  wm_fixture_assert_cell (f, "d/count", "sex=Female", "ees", "970", 2025, 10, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "d/wait", "sex=Female", "ees", "970", 2025, 10, WM_MISSING_NONE);
  wm_fixture_assert_cell (f, "d/count", "sex=Male", "ees", "982", 2025, NAN, WM_MISSING_ROUNDS_TO_ZERO);
  wm_fixture_assert_cell (f, "d/wait", "sex=Male", "ees", "982", 2025, NAN, WM_MISSING_LOW_RELIABILITY);
  wm_fixture_assert_cell (f, "d/count", "sex=Male", "ees", "370", 2025, NAN, WM_MISSING_SUPPRESSED);
  wm_fixture_assert_cell (f, "d/wait", "sex=Male", "ees", "370", 2025, NAN, WM_MISSING_NOT_AVAILABLE);
  wm_fixture_assert_cell (f, "d/count", "sex=Male", "ees", "318", 2025, 3, WM_MISSING_NONE);
  g_assert_cmpuint (result->provenance->rows_refused, ==, 1);
  g_assert_nonnull (wm_fixture_get_finding (result, "joint-service"));
  g_assert_cmpstr (code, ==, "d/count[sex=Female,age=1]");
}

/* Each kind of file says so when its rows have different encodings. */
static void
test_mixed_encodings (WmImportFixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    WM_FIXTURE_LAIT "CIN,caf\xC3\xA9,2017,Barnsley,5,370,x\nCIN,caf\xE9,2018,Barnsley,5,370,x\n",
    "LA Number,LA and Regions,2017,Rank\n370,Barnsley,5,\xC3\xA9\n371,Doncaster,5,\xE9\n",
    "Measure_short,Polarity,Year_Type,Measure\nCIN,Low,Annual,\xC3\xA9\nLAC,Low,Annual,\xE9\n",
    "time_period,time_identifier,geographic_level,country_code,country_name,kind,count\n"
    "2024,Reporting year,National,E92000001,England,\xC3\xA9,5\n"
    "2024,Reporting year,National,E92000001,England,\xE9\xE8,5\n",
    "LA num,LA Name,SN1,SNP\n370,Barnsley,384,\xC3\xA9\n371,Doncaster,384,\xE9\n",
    "code,ons_code,name,kind,region_code\n1,,\xC3\xA9,authority,\n2,,\xE9,authority,\n",
    "code,name,year,children\n370,\xC3\xA9,2023,5\n371,\xE9,2023,5\n",
  };

  f->options.indicator = "CPP_rate";
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WmImportResult) result = wm_fixture_import_good (f, texts[i]);

      wm_fixture_get_finding (result, "mixed-encodings");
    }
}

/* Excel's "Unicode text" is UTF-16 with tabs. */
static void
test_utf16 (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *tabbed =
    g_strdelimit (g_strdup ("\xEF\xBB\xBF" WM_FIXTURE_LAIT "CIN,caf\xC3\xA9,2017,Barnsley,5,370,x\n"),
                  ",", '\t');
  g_autofree char *utf16 = NULL;
  g_autoptr (WmImportResult) result = NULL;
  gsize length;

  utf16 = g_convert (tabbed, -1, "UTF-16LE", "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (f->file, utf16, length, NULL));
  result = wm_import_file (f->store, f->file, &f->options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->findings->len, ==, 0);
  wm_fixture_assert_cell (f, "CIN", "", "lait", "370", 2017, 5, WM_MISSING_NONE);
}

static WmImportResult *
import_real (WmImportFixture *f, const char *name)
{
  g_autofree char *path = wm_test_find_real_data (name);
  g_autoptr (GError) error = NULL;
  WmImportResult *result;

  if (path == NULL)
    return NULL;
  result = wm_import_file (f->store, path, &f->options, NULL, &error);
  g_assert_no_error (error);
  return result;
}

/* The counts were made from the file by other means. */
static void
test_real_lait (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = import_real (f, "lait/bds_long.csv.gz");

  if (result == NULL)
    return;
  g_assert_cmpuint (result->provenance->rows_read, ==, 641070);
  g_assert_cmpuint (result->provenance->rows_refused, ==, 170);
  g_assert_cmpuint (result->provenance->n_values, ==, 547187);
  g_assert_cmpuint (result->provenance->n_missing, ==, 93883 - 170);
  g_assert_cmpuint (result->n_measures, ==, 434);
  g_assert_cmpuint (wm_fixture_get_finding (result, "no-period")->n_rows, ==, 170);
  wm_fixture_assert_cell (f, "CPP_rate", "", "lait", "985", 2016, 30.5, WM_MISSING_NONE);
}

static void
test_real_dictionary (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmImportResult) result = import_real (f, "lait/lait_data_dictionary.csv");
  g_autoptr (WmIndicatorRow) row = NULL;

  if (result == NULL)
    return;
  g_assert_cmpuint (result->provenance->rows_read, ==, 448);
  g_assert_cmpuint (result->n_measures, ==, 434);
  row = wm_store_get_indicator (f->store, "InfMort", NULL);
  g_assert_cmpint (row->indicator->polarity, ==, WM_POLARITY_LOWER);
  g_assert_cmpstr (row->indicator->unit, ==, "Rate per 1000 live births");
}

static const struct { const char *name; guint64 n_rows; } ees_files[] = {
  { "ees/b1_children_in_need_2013_to_2025.csv", 2132 },
  { "ees/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv", 2132 },
  { "ees/c3_factors_identified_at_end_of_assessment_2018_to_2025.csv", 1312 },
  { "ees/d3_cpps_subsequent_plan_2013_to_2025.csv", 2132 },
  { "ees/d5_cpps_at31march_by_duration_2013_to_2025.csv", 2132 },
  { "ees/cla_number_and_rate_per_10k_children.csv", 2505 },
  { "ees/la_cla_placement_stability.csv.gz", 5010 },
  { "ees/la_conviction_health_outcome_cla.csv.gz", 15030 },
  { "ees/la_care_leavers_activity.csv.gz", 20040 },
  { "ees/la_care_leavers_accommodation_suitability.csv.gz", 6680 },
  { "ees/csww_indicators_2017_to_2025.csv", 1463 },
  { "ees/ons_mid-year_population_estimates_2012_to_2024.csv", 2132 },
};

static void
test_real_ees (WmImportFixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ees_files); i++)
    {
      g_autoptr (WmImportResult) result = import_real (f, ees_files[i].name);

      if (result == NULL)
        return;
      g_assert_cmpuint (result->provenance->rows_read, ==, ees_files[i].n_rows);
      g_assert_cmpuint (result->provenance->rows_refused, ==, 0);
    }
}

#define ADD(path, test) g_test_add ("/import/" path, WmImportFixture, NULL, wm_fixture_set_up, test, wm_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lait/plain", test_lait);
  ADD ("lait/as-r-writes", test_lait_as_r_writes);
  ADD ("lait/refused-rows", test_refused_rows);
  ADD ("lait/areas", test_areas_of_rows);
  ADD ("lait/repeated-rows", test_repeated_rows);
  ADD ("again-and-older", test_again_and_older);
  ADD ("dry-run", test_dry_run);
  ADD ("cancelled", test_cancelled);
  ADD ("cancelled-half-way", test_cancelled_half_way);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/wrong/", wrong_cases[i].name, NULL);

      g_test_add (path, WmImportFixture, &wrong_cases[i], wm_fixture_set_up, test_wrong, wm_fixture_tear_down);
    }
  ADD ("ees/values", test_ees);
  ADD ("mixed-encodings", test_mixed_encodings);
  ADD ("utf-16", test_utf16);
  ADD ("real/lait", test_real_lait);
  ADD ("real/dictionary", test_real_dictionary);
  ADD ("real/ees", test_real_ees);
  return g_test_run ();
}
