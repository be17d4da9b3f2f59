/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The project's own table format and the list of areas in it: what is read, what is refused. */

#include <gio/gio.h>

#include "wm-reference-table.h"
#include "wm-reference.h"
#include "wm-test.h"

#define AREA_HEADER \
  "code,ons_code,name,kind,region_code,first_year,last_year,aliases,predecessors,successors," \
  "joint,is_small\n"

static void
test_cells (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmReferenceTable) table = wm_reference_table_parse (
      "# Title: Two things\n# Date: 2025\na,b\n1,\"x, \"\"y\"\"\"\n,ü", &error);
  g_autofree char *about = NULL;

  g_assert_no_error (error);
  about = wm_reference_table_dup_about (table);
  g_assert_cmpstr (about, ==, "Title: Two things\nDate: 2025");
  g_assert_cmpuint (wm_reference_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (wm_reference_table_get_n_cells (table), ==, 2);
  g_assert_cmpstr (wm_reference_table_get_column (table, 1), ==, "b");
  g_assert_cmpstr (wm_reference_table_get_cell (table, 0, 1), ==, "x, \"y\"");
  g_assert_cmpstr (wm_reference_table_get_cell (table, 1, 0), ==, "");
  g_assert_cmpstr (wm_reference_table_get_cell (table, 1, 1), ==, "ü");
  g_assert_cmpuint (wm_reference_table_get_line (table, 1), ==, 5);
}

static void
test_refused_tables (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "", "*no header line*" },
    { "# Title: nothing else\n", "*no header line*" },
    { "a,b\n1\n", "Line 2*1 cells*2*" },
    { "# x\na,b\n1,2\n1,2,3\n", "Line 4*3 cells*2*" },
    { "a,b\n1,2\n\n", "Line 3*" },
    { "a,b\n\"1,2\n", "Line 2*quotation mark*" },
    { "a,b\n\"1\"x,2\n", "Line 2*quotation mark*" },
    { "a,b\nx\"1\",2\n", "Line 2*quotation mark*" },
    { "a,b\n\xff,2\n", "*not UTF-8*" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WmReferenceTable) table = wm_reference_table_parse (cases[i].text, &error);

      g_assert_null (table);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      if (!g_pattern_match_simple (cases[i].words, error->message))
        g_error ("case %" G_GSIZE_FORMAT ": %s", i, error->message);
    }
}

static void
test_columns (void)
{
  static const char *const exact[] = { "a", "b", NULL };
  static const char *const fewer[] = { "a", NULL };
  static const char *const more[] = { "a", "b", "c", NULL };
  static const char *const other[] = { "b", "a", NULL };
  g_autoptr (WmReferenceTable) table = wm_reference_table_parse ("a,b\n", NULL);

  g_assert_true (wm_reference_table_check (table, exact, NULL));
  g_assert_false (wm_reference_table_check (table, fewer, NULL));
  g_assert_false (wm_reference_table_check (table, more, NULL));
  g_assert_false (wm_reference_table_check (table, other, NULL));
}

static void
test_whole_numbers (void)
{
  static const char *const refused[] = { "-1", "1.5", "x", " 1", "1e12", "nan" };
  int number = 7;

  g_assert_true (wm_reference_table_read_int ("", &number));
  g_assert_cmpint (number, ==, 0);
  g_assert_true (wm_reference_table_read_int ("2020", &number));
  g_assert_cmpint (number, ==, 2020);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (wm_reference_table_read_int (refused[i], &number));
  g_assert_cmpint (number, ==, 2020);
}

static void
test_areas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmAreaSet) areas = wm_reference_parse_areas (
      "# Title: Invented\n" AREA_HEADER "1,X1,Land,country,,,,,,,,\n2,X2,North,region,,,,,,,,\n"
      "3,X3,Aby,authority,2,,2019,Old Aby;X9,,4,,\n4,X4,\"Aby, new\",authority,2,2020,,,3,,,1\n",
      &error);
  const WmArea *area;

  g_assert_no_error (error);
  g_assert_cmpuint (wm_area_set_get_n_areas (areas), ==, 4);
  g_assert_cmpstr (wm_area_set_get_country (areas)->code, ==, "1");
  area = wm_area_set_find_code (areas, "X9");
  g_assert_cmpstr (area->code, ==, "3");
  g_assert_cmpint (area->last_year, ==, 2019);
  g_assert_cmpstr (area->successors[0], ==, "4");
  g_assert_false (area->is_small);
  g_assert_true (area->is_listed);
  area = wm_area_set_find_name (areas, "aby new", NULL);
  g_assert_cmpint (area->first_year, ==, 2020);
  g_assert_cmpstr (area->predecessors[0], ==, "3");
  g_assert_null (area->successors[0]);
  g_assert_true (area->is_small);
}

static void
test_refused_areas (void)
{
  static const char *const cases[] = {
    "code,name\n1,Land\n",
    AREA_HEADER ",X1,Land,country,,,,,,,,\n",
    AREA_HEADER "1,X1,,country,,,,,,,,\n",
    AREA_HEADER "1,X1,Land,planet,,,,,,,,\n",
    AREA_HEADER "1,X1,Land,country,,soon,,,,,,\n",
    AREA_HEADER "1,X1,Land,country,,,never,,,,,\n",
    AREA_HEADER "1,X1,Land,country,,,,,,,,\n1,X2,Sea,region,,,,,,,,\n",
    AREA_HEADER "1,X1,Land,country,5,,,,,,,\n",
    AREA_HEADER "1,X1,Land,country,,,,,2,,,\n",
    AREA_HEADER "1,X1,Land,country,,,,,,2,,\n",
    AREA_HEADER "1,X1,Land,country,,,,,,,2,\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WmAreaSet) areas = wm_reference_parse_areas (cases[i], &error);

      g_assert_null (areas);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference-table/cells", test_cells);
  g_test_add_func ("/reference-table/refused-tables", test_refused_tables);
  g_test_add_func ("/reference-table/columns", test_columns);
  g_test_add_func ("/reference-table/whole-numbers", test_whole_numbers);
  g_test_add_func ("/reference-table/areas", test_areas);
  g_test_add_func ("/reference-table/refused-areas", test_refused_areas);
  return g_test_run ();
}
