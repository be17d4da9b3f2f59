/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The fictional sample as it lies in the program: whole, consistent, and with its stories in it. */

#include <string.h>

#include "wm-number.h"
#include "wm-reference-table.h"
#include "wm-reference.h"
#include "wm-test.h"

enum
{
  LAIT_CODE,
  LAIT_ITEM,
  LAIT_YEARS,
  LAIT_NAME,
  LAIT_VALUE,
  LAIT_NUMBER,
  LAIT_REGION,
};

static char *
load_text (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = wm_reference_load_sample (name, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The sample's files happen to be strict enough for the reader of our own format. */
static WmReferenceTable *
load_sample_table (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = load_text (name);
  WmReferenceTable *table = wm_reference_table_parse (text, &error);

  g_assert_no_error (error);
  return table;
}

static WmAreaSet *
load_sample_areas (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = load_text ("sample-areas.csv");
  WmAreaSet *areas = wm_reference_parse_areas (text, &error);

  g_assert_no_error (error);
  return areas;
}

/* "code|label|area" -> value */
static GHashTable *
index_values (const WmReferenceTable *table)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      char *key = g_strjoin ("|", wm_reference_table_get_cell (table, row, LAIT_CODE),
                             wm_reference_table_get_cell (table, row, LAIT_YEARS),
                             wm_reference_table_get_cell (table, row, LAIT_NUMBER), NULL);

      g_assert_true (g_hash_table_insert (
          values, key, (char *) wm_reference_table_get_cell (table, row, LAIT_VALUE)));
    }
  return values;
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  const char *const *names = wm_reference_get_sample_files ();
  gsize size = 0;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *text = load_text (names[i]);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      size += strlen (text);
    }
  g_assert_cmpuint (size, <, 2 * 1024 * 1024);
  g_assert_null (wm_reference_load_sample ("sample-weather.csv", &error));
  g_assert_nonnull (error);
}

/* Nobody may take the sample for a real place: its codes and names are none of the real ones. */
static void
test_areas (void)
{
  g_autoptr (WmAreaSet) areas = load_sample_areas ();
  g_autoptr (GPtrArray) today = wm_area_set_get_members (areas, "690", 0);
  g_autoptr (GPtrArray) before = wm_area_set_get_members (areas, "690", 2019);
  g_autoptr (GPtrArray) northmoor = wm_area_set_get_members (areas, "691", 0);

  g_assert_cmpuint (today->len, ==, 30);
  g_assert_cmpuint (before->len, ==, 31);
  g_assert_cmpuint (northmoor->len, ==, 10);
  g_assert_nonnull (strstr (wm_area_set_get_country (areas)->name, "fictional"));
  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      const WmArea *area = wm_area_set_get_area (areas, i);

      g_assert_null (wm_area_set_find_code (wm_reference_get_areas (), area->code));
      g_assert_null (wm_area_set_find_code (wm_reference_get_areas (), area->ons_code));
      g_assert_null (wm_area_set_find_name (wm_reference_get_areas (), area->name, NULL));
    }
}

static gboolean
is_value (const char *value)
{
  double number;

  return g_str_equal (value, "-") || g_str_equal (value, "c")
         || wm_number_parse (value, -1, &number);
}

static void
test_values (void)
{
  g_autoptr (WmReferenceTable) table = load_sample_table ("sample-lait.csv");
  g_autoptr (WmAreaSet) areas = load_sample_areas ();
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const *starter = wm_reference_get_starter_set ();

  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      const char *code = wm_reference_table_get_cell (table, row, LAIT_CODE);
      const WmArea *area = wm_area_set_find_code (
          areas, wm_reference_table_get_cell (table, row, LAIT_NUMBER));
      WmPublication publication;
      WmPeriod period;

      g_hash_table_add (codes, (char *) code);
      g_assert_nonnull (wm_reference_find_measure (code));
      g_assert_cmpstr (wm_reference_table_get_cell (table, row, LAIT_ITEM), ==, "Fictional");
      g_assert_cmpstr (area->name, ==, wm_reference_table_get_cell (table, row, LAIT_NAME));
      g_assert_true (wm_period_parse_label (wm_reference_table_get_cell (table, row, LAIT_YEARS),
                                            &period, &publication));
      g_assert_true (is_value (wm_reference_table_get_cell (table, row, LAIT_VALUE)));
      if (area->kind == WM_AREA_AUTHORITY && !wm_area_exists_in (area, period.end_year))
        g_assert_cmpstr (wm_reference_table_get_cell (table, row, LAIT_VALUE), ==, "-");
    }
  for (gsize i = 0; starter[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (codes, starter[i]));
}

/* Every cell in which value, numerator and denominator stand: they agree within the rounding. */
static void
test_parts_agree (void)
{
  g_autoptr (WmReferenceTable) table = load_sample_table ("sample-lait.csv");
  g_autoptr (GHashTable) values = index_values (table);
  guint n_checked = 0;

  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      const char *code = wm_reference_table_get_cell (table, row, LAIT_CODE);
      const char *label = wm_reference_table_get_cell (table, row, LAIT_YEARS);
      const char *area = wm_reference_table_get_cell (table, row, LAIT_NUMBER);
      const WmMeasureParts *parts = wm_reference_find_parts (code);
      double value, numerator, denominator;

      if (parts == NULL || parts->numerator_code == NULL || parts->denominator_code == NULL)
        continue;

      g_autofree char *numerator_key = g_strjoin ("|", parts->numerator_code, label, area, NULL);
      g_autofree char *denominator_key = g_strjoin ("|", parts->denominator_code, label, area, NULL);
      const char *numerator_text = g_hash_table_lookup (values, numerator_key);
      const char *denominator_text = g_hash_table_lookup (values, denominator_key);

      g_assert_true (numerator_text != NULL && denominator_text != NULL);
      if (!wm_number_parse (wm_reference_table_get_cell (table, row, LAIT_VALUE), -1, &value)
          || !wm_number_parse (numerator_text, -1, &numerator)
          || !wm_number_parse (denominator_text, -1, &denominator))
        continue;
      n_checked++;
      g_assert_cmpfloat (fabs (value - parts->multiplier * numerator / denominator), <=, 0.5 + 1e-9);
    }
  g_assert_cmpuint (n_checked, >, 2000);
}

/* What data/sample/stories.md promises, as figures of the committed file. */
static void
test_stories (void)
{
  static const struct
  {
    const char *key;
    const char *value;
  } cases[] = {
    { "CP_conf_15days|2017|605", "80.6" },
    { "CP_conf_15days|2018|605", "56.3" },
    { "CP_conf_15days|2019|605", "78.2" },
    { "Children_missing|2020|690", "8" },
    { "Children_missing|2021|690", "13" },
    { "CPP_rate|2019|630", "-" },
    { "CPP_rate|2020|631", "-" },
    { "CPP_rate|2025|629", "c" },
    { "CareLeaverEET|2025 (prov)|690", "54" },
    { "LACFinance|2024-25 (OT)|690", "1347" },
  };
  g_autoptr (WmReferenceTable) table = load_sample_table ("sample-lait.csv");
  g_autoptr (GHashTable) values = index_values (table);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (g_hash_table_lookup (values, cases[i].key), ==, cases[i].value);
  g_assert_false (g_hash_table_contains (values, "Stability_SocialWorker|2018|690"));
}

static double
mean_of_region (GHashTable *values, const char *code, int first_area, int first_year, int last_year)
{
  double sum = 0;
  guint n = 0;

  for (int area = first_area; area < first_area + 10; area++)
    for (int year = first_year; year <= last_year; year++)
      {
        g_autofree char *key = g_strdup_printf ("%s|%d|%d", code, year, area);
        double value;

        if (!wm_number_parse (g_hash_table_lookup (values, key), -1, &value))
          continue;
        sum += value;
        n++;
      }
  return sum / n;
}

static double
estimate_effect (GHashTable *values, const char *code, int treated, int control)
{
  return mean_of_region (values, code, treated, 2020, 2025)
         - mean_of_region (values, code, treated, 2014, 2019)
         - mean_of_region (values, code, control, 2020, 2025)
         + mean_of_region (values, code, control, 2014, 2019);
}

/* Northmoor is 601-610, Eastvale 611-620: the planted effect is -3.0, the drift -1.4 a year. */
static void
test_programme (void)
{
  g_autoptr (WmReferenceTable) table = load_sample_table ("sample-lait.csv");
  g_autoptr (GHashTable) values = index_values (table);

  g_assert_cmpfloat_with_epsilon (estimate_effect (values, "ReReferral", 601, 611), -3.0, 0.2);
  g_assert_cmpfloat (estimate_effect (values, "CPP_rate", 601, 611), <, -6);
}

static void
test_dictionary (void)
{
  g_autoptr (WmReferenceTable) table = load_sample_table ("sample-dictionary.csv");

  g_assert_cmpuint (wm_reference_table_get_n_cells (table), ==, 18);
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      const char *polarity = wm_reference_table_get_cell (table, row, 5);
      const WmIndicator *real
          = wm_reference_find_measure (wm_reference_table_get_cell (table, row, 4));

      g_assert_nonnull (strstr (wm_reference_table_get_cell (table, row, 2), "(fictional)"));
      g_assert_nonnull (strstr (wm_reference_table_get_cell (table, row, 9), "Fictional figures"));
      /* The sample points where the real measure points. */
      g_assert_cmpint (real->polarity, ==,
                       g_str_equal (polarity, "High")  ? WM_POLARITY_HIGHER
                       : g_str_equal (polarity, "Low") ? WM_POLARITY_LOWER
                                                       : WM_POLARITY_NONE);
    }
}

static void
test_neighbours (void)
{
  g_autoptr (WmReferenceTable) table = load_sample_table ("sample-neighbours.csv");
  g_autoptr (WmAreaSet) areas = load_sample_areas ();

  g_assert_cmpuint (wm_reference_table_get_n_rows (table), ==, 30);
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    for (gsize i = 0; i < 10; i++)
      {
        const WmArea *neighbour = wm_area_set_find_code (
            areas, wm_reference_table_get_cell (table, row, 4 + 2 * i));

        g_assert_true (wm_area_is_current (neighbour));
        g_assert_cmpstr (neighbour->code, !=, wm_reference_table_get_cell (table, row, 0));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/files", test_files);
  g_test_add_func ("/sample/areas", test_areas);
  g_test_add_func ("/sample/values", test_values);
  g_test_add_func ("/sample/parts-agree", test_parts_agree);
  g_test_add_func ("/sample/stories", test_stories);
  g_test_add_func ("/sample/programme", test_programme);
  g_test_add_func ("/sample/dictionary", test_dictionary);
  g_test_add_func ("/sample/neighbours", test_neighbours);
  return g_test_run ();
}
