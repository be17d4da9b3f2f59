/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The chart in words and as a table. */

#include "chart-samples.h"
#include "wm-chart-table.h"
#include "wm-test.h"

#include <string.h>

/* Read off the numbers of the samples by hand. */
static void
test_alt_text (void)
{
  static const struct
  {
    const char *name;
    const char *words;
  } cases[] = {
    { "series", "Line chart. Children with a child protection plan, 2012-13 to 2023-24. "
                "Ambleford went from 38.2 in 2012-13 to 45.2 per 10,000 children in 2023-24. "
                "Ambleford has no value for 1 period. Highest 57.9 in 2019-20. "
                "England ended at 41.6 in 2023-24. "
                "Northern Vale and The Reach ended at 44.9 in 2023-24." },
    { "dots", "146 areas sorted by children with a child protection plan, 2023-24. "
              "Ambleford is 61st highest at 45.2 per 10,000 children, above England at 41.6. "
              "Values range from 7.7 to 70.3. 3 areas hidden or missing." },
    { "did", "Average rate of children with a child protection plan for 9 treated and 11 comparison "
             "areas, 2012-13 to 2023-24. Programme from 2020-21. "
             "Estimated effect −7.4 per 10,000 children (−11.2 to −3.6). Before: gap +11.9. "
             "After: gap +4.3." },
    { "did-close", "Average percentage of re-referrals within 12 months for 4 treated and 12 "
                   "comparison areas, 2012-13 to 2021-22. Programme from 2018-19. "
                   "Estimated effect −0.6 percentage points, without an interval. "
                   "Before: gap +0.4. After: gap −0.2." },
    { "empty", "Line chart. Children with a child protection plan. There are no values to show." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmChart) chart = chart_sample_new (cases[i].name);
      g_autofree char *words = wm_chart_dup_alt_text (chart);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_alt_text_is_short (void)
{
  static const char *const periods[] = { "2024", "2025" };
  static const double values[] = { 1, 2 };
  g_autoptr (WmChart) chart = wm_chart_new_time_series (periods, 2);
  g_autofree char *long_name = g_strnfill (400, 'x');
  g_autofree char *words = NULL;

  wm_chart_set_measure (chart, long_name);
  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, long_name, values, NULL, NULL);
  words = wm_chart_dup_alt_text (chart);
  g_assert_cmpuint (g_utf8_strlen (words, -1), ==, 300);
  g_assert_true (g_str_has_suffix (words, "…"));
}

static void
test_long_text (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("series");
  g_autofree char *words = wm_chart_dup_long_text (chart);
  static const char *const parts[] = {
    "No agreed direction (LAIT says, 1 November 2025)",
    "England went from 37.9 in 2012-13 to 41.6 per 10,000 children in 2023-24. Highest 45.3 in 2017-18.",
    "Inspection: between 2021-22 and 2022-23.",
    "Hollow marks are provisional values.",
    "Hidden to protect children (small number): Ambleford 2018-19.",
    "Definition changed in 2016-17: plans that span two years are counted once.",
    "Source: fictional figures",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (words, parts[i]) == NULL)
      g_error ("\"%s\" is not in:\n%s", parts[i], words);
}

static void
test_points (void)
{
  static const struct
  {
    const char *name;
    gsize series, index;
    const char *words;
  } cases[] = {
    { "series", 0, 11, "Ambleford, 2023-24: 45.2 per 10,000 children, provisional" },
    { "series", 0, 6, "Ambleford, 2018-19: Hidden to protect children (small number)" },
    { "series", 9, 0, "" },
    { "percent", 1, 0, "England, 2012-13: 79.0%" },
    { "few-dots", 0, 2, "Area C, 2023-24: 22.3 per 10,000 children; number 3 from the lowest of 7" },
    { "few-dots", 1, 0, "England, 2023-24: 24.6 per 10,000 children" },
    { "did-close", 0, 0, "Programme areas, 2012-13: 20.5%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmChart) chart = chart_sample_new (cases[i].name);
      g_autofree char *words = wm_chart_dup_point_words (chart, cases[i].series, cases[i].index);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
assert_row (const WmTable *table, gsize row, const char *const *texts, double number)
{
  for (gsize c = 0; c < wm_table_get_n_columns (table); c++)
    {
      if (wm_table_get_kind (table, c) == WM_COLUMN_NUMBER)
        {
          g_assert_cmpstr (texts[c], ==, "#");
          wm_assert_close (wm_table_get_number (table, row, c), number, 1e-12);
        }
      else
        g_assert_cmpstr (wm_table_get_text (table, row, c), ==, texts[c]);
    }
}

static void
test_table (void)
{
  g_autoptr (WmChart) lines = chart_sample_new ("series");
  g_autoptr (WmChart) dots = chart_sample_new ("dots");
  g_autoptr (WmChart) did = chart_sample_new ("did");
  g_autoptr (WmTable) a = wm_chart_get_table (lines);
  g_autoptr (WmTable) b = wm_chart_get_table (dots);
  g_autoptr (WmTable) c = wm_chart_get_table (did);

  g_assert_cmpuint (wm_table_get_n_rows (a), ==, 4 * 12 + 2 * 12);
  assert_row (a, 11, (const char *[]) { "Ambleford", "2023-24", "#", "provisional" }, 45.2);
  assert_row (a, 6, (const char *[]) { "Ambleford", "2018-19", "#",
                                       "Hidden to protect children (small number)" }, NAN);
  g_assert_cmpuint (wm_table_get_n_rows (b), ==, 146 + 2 + 3);
  assert_row (b, 146, (const char *[]) { "England", "Comparison line", "2023-24", "#", NULL }, 41.6);
  assert_row (b, 148, (const char *[]) { "Little Isle", "Other authorities", "2023-24", "#",
                                         "Hidden to protect children (small number)" }, NAN);
  g_assert_cmpuint (wm_table_get_n_rows (c), ==, 12 + 12 + 5 + 2);
  g_assert_cmpstr (wm_table_get_name (c, 2), ==, "Phase");
  wm_assert_close (wm_table_get_number (c, 30, 4), -11.2, 1e-12);
}

/* A row a period, the chosen area first, and why a number is missing in words of its own. */
static void
test_period_table (void)
{
  g_autoptr (WmChart) lines = chart_sample_new ("series");
  g_autoptr (WmTable) table = wm_chart_get_period_table (lines);
  const gsize last = 1 + 4;

  g_assert_cmpuint (wm_table_get_n_rows (table), ==, 12);
  g_assert_cmpuint (wm_table_get_n_columns (table), ==, last + 1 + 2);
  g_assert_cmpstr (wm_table_get_name (table, 1), ==, "Ambleford");
  g_assert_cmpstr (wm_table_get_name (table, last), ==, "Notes");
  g_assert_cmpstr (wm_table_get_text (table, 11, 0), ==, "2023-24");
  wm_assert_close (wm_table_get_number (table, 11, 1), 45.2, 1e-12);
  g_assert_true (isnan (wm_table_get_number (table, 6, 1)));
  g_assert_cmpstr (wm_table_get_text (table, 6, last), ==,
                   "Ambleford: Hidden to protect children (small number)");
  g_assert_nonnull (strstr (wm_table_get_text (table, 11, last), "Ambleford: Provisional"));
  g_assert_null (wm_table_get_text (table, 1, last));
}

/* Numbers in full and in the C locale; a name that a spreadsheet would run is harmless. */
static void
test_table_files (void)
{
  static const char *const periods[] = { "2024", "2025" };
  static const double values[] = { 1.25, 3 };
  static const guint8 missing[] = { WM_MISSING_NONE, WM_MISSING_SUPPRESSED };
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autofree char *workbook = g_build_filename (folder, "table.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "table.csv", NULL);
  g_autoptr (WmChart) chart = wm_chart_new_time_series (periods, 2);
  g_autoptr (WmTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL, *saved = NULL, *bytes = NULL;

  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "=1+1", values, missing, NULL);
  table = wm_chart_get_table (chart);
  csv = wm_table_to_csv (table);
  g_assert_true (g_str_has_prefix (csv, "Area,Period,Value,Status\n"));
  g_assert_nonnull (strstr (csv, ",2024,1.25,\n"));
  g_assert_nonnull (strstr (csv, ",2025,,Hidden to protect children (small number)\n"));
  g_assert_null (strstr (csv, "\n=1+1"));
  g_assert_true (wm_table_save (table, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_true (g_str_has_prefix (saved, "Area,Period,Value,Status\r\n"));
  g_assert_true (wm_table_save (table, workbook, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (workbook, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "PK"));
  g_assert_false (wm_table_save (table, nowhere, &error));
  g_assert_nonnull (error);
  wm_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/words/alt-text", test_alt_text);
  g_test_add_func ("/chart/words/alt-text-is-short", test_alt_text_is_short);
  g_test_add_func ("/chart/words/long-text", test_long_text);
  g_test_add_func ("/chart/words/points", test_points);
  g_test_add_func ("/chart/words/table", test_table);
  g_test_add_func ("/chart/words/period-table", test_period_table);
  g_test_add_func ("/chart/words/table-files", test_table_files);
  return g_test_run ();
}
