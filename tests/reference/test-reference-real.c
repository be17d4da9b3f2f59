/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The compiled-in tables against the published files, where these are at hand. */

#include <string.h>

#include "wm-number.h"
#include "wm-reference-table.h"
#include "wm-reference.h"
#include "wm-test.h"

static WmReferenceTable *
load_published (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = wm_test_find_real_data (name);
  g_autofree char *text = NULL;
  WmReferenceTable *table;

  if (path == NULL)
    return NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  table = wm_reference_table_parse (text, &error);
  g_assert_no_error (error);
  return table;
}

/* Every number and name of LAIT's list of authorities; its "England (discontinued)" is no area. */
static void
test_code_list (void)
{
  g_autoptr (WmReferenceTable) table = load_published ("lait/la_code_list.csv");

  if (table == NULL)
    return;
  g_assert_cmpuint (wm_reference_table_get_n_rows (table), ==, 171);
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      const char *code = wm_reference_table_get_cell (table, row, 0);
      const char *name = wm_reference_table_get_cell (table, row, 1);
      WmArea *area = wm_area_set_find_code (wm_reference_get_areas (), code);

      if (g_str_equal (code, "1000"))
        continue;
      g_assert_nonnull (area);
      g_assert_true (wm_area_set_find_name (wm_reference_get_areas (), name, NULL) == area);
    }
}

/* Every pair of codes that the published statistics of 2013 to 2025 use. */
static void
test_codes_by_year (void)
{
  g_autoptr (WmReferenceTable) table = load_published ("geo/la_codes_by_year.csv");

  if (table == NULL)
    return;
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      WmAreaSet *areas = wm_reference_get_areas ();
      WmArea *area = wm_area_set_find_code (areas, wm_reference_table_get_cell (table, row, 0));
      const WmArea *region
          = wm_area_set_find_code (areas, wm_reference_table_get_cell (table, row, 3));
      int first_year = 0;
      int last_year = 0;

      g_assert_true (wm_area_set_find_code (
                         areas, wm_reference_table_get_cell (table, row, 1)) == area);
      g_assert_cmpstr (area->region_code, ==, region->code);
      wm_reference_table_read_int (wm_reference_table_get_cell (table, row, 5), &first_year);
      wm_reference_table_read_int (wm_reference_table_get_cell (table, row, 6), &last_year);
      g_assert_true (wm_area_exists_in (area, first_year));
      g_assert_true (wm_area_exists_in (area, last_year));
    }
}

static void
check_neighbours (const char *file, const char *list)
{
  g_autoptr (WmReferenceTable) table = load_published (file);

  if (table == NULL)
    return;
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      const WmNeighbours *neighbours = wm_area_set_get_neighbours (
          wm_reference_get_areas (), wm_reference_table_get_cell (table, row, 0), list);

      if (g_str_equal (wm_reference_table_get_cell (table, row, 4), "-"))
        {
          g_assert_null (neighbours);
          continue;
        }
      for (gsize i = 0; i < 10; i++)
        {
          g_assert_cmpstr (neighbours->codes[i], ==,
                           wm_reference_table_get_cell (table, row, 4 + 2 * i));
          g_assert_cmpint (g_ascii_strcasecmp (neighbours->closeness[i],
                                               wm_reference_table_get_cell (table, row, 5 + 2 * i)),
                           ==, 0);
        }
    }
}

static void
test_neighbours (void)
{
  check_neighbours ("lait/sn_2021.csv", "2021");
  check_neighbours ("lait/sn_2025.csv", "2025");
}

static void
test_population (void)
{
  g_autoptr (WmReferenceTable) table
      = load_published ("ees/ons_mid-year_population_estimates_2012_to_2024.csv");
  guint n_checked = 0;

  if (table == NULL)
    return;
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      const char *code = wm_reference_table_get_cell (table, row, 7);
      double published, ours;
      int year = 0;

      if (*code == '\0'
          || !wm_number_parse (wm_reference_table_get_cell (table, row, 11), -1, &published))
        continue;
      wm_reference_table_read_int (wm_reference_table_get_cell (table, row, 0), &year);
      g_assert_true (wm_reference_find_population (code, year + 1, &ours));
      g_assert_cmpfloat (ours, ==, published);
      n_checked++;
    }
  g_assert_cmpuint (n_checked, >, 1900);
}

static GDataInputStream *
open_long_table (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = wm_test_find_real_data ("lait/bds_long.csv.gz");
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GZlibDecompressor) unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GFileInputStream) packed = NULL;
  g_autoptr (GInputStream) plain = NULL;

  if (path == NULL)
    return NULL;
  packed = g_file_read (file, NULL, &error);
  g_assert_no_error (error);
  plain = g_converter_input_stream_new (G_INPUT_STREAM (packed), G_CONVERTER (unpacker));
  return g_data_input_stream_new (plain);
}

/* The first cell of a line of CSV, without its quotes; codes hold none. */
static char *
dup_first_cell (const char *line)
{
  gboolean is_quoted = *line == '"';

  return g_strndup (line + is_quoted, strcspn (line + is_quoted, is_quoted ? "\"" : ","));
}

/* Every row of the published long table begins with a measure that is known; the other lines are
 * its header and the 170 labels that run over two lines. */
static void
test_every_measure (void)
{
  g_autoptr (GDataInputStream) lines = open_long_table ();
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = 0;
  guint n_other = 0;
  char *line;

  if (lines == NULL)
    return;
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      g_autofree char *code = dup_first_cell (line);
      const WmIndicator *measure = wm_reference_find_measure (code);

      g_free (line);
      n_rows += measure != NULL;
      n_other += measure == NULL;
      if (measure != NULL)
        g_hash_table_add (codes, measure->code);
    }
  g_assert_cmpuint (n_rows, ==, 641070);
  g_assert_cmpuint (n_other, ==, 1 + 170);
  g_assert_cmpuint (g_hash_table_size (codes), ==, 434);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference-real/code-list", test_code_list);
  g_test_add_func ("/reference-real/codes-by-year", test_codes_by_year);
  g_test_add_func ("/reference-real/neighbours", test_neighbours);
  g_test_add_func ("/reference-real/population", test_population);
  g_test_add_func ("/reference-real/every-measure", test_every_measure);
  return g_test_run ();
}
