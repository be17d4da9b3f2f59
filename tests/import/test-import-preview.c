/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The first look at a file: what it is taken for, and what an import would propose. */

#include "wm-import-fixture.h"
#include "wm-test.h"

#include <string.h>

#define EES "time_period,time_identifier,geographic_level,country_code,country_name,count\n"

typedef struct
{
  const char *name;
  const char *file;
  const char *text;
  WmImportKind kind;
  gsize n_columns;
  guint n_rows;
  const char *first_cell; /* of the first row */
  const char *dataset;    /* nullable */
  gboolean needs_indicator;
  const char *indicator;  /* nullable */
} Case;

static const Case cases[] = {
  { "lait", "a.csv", WM_FIXTURE_LAIT "CIN,,2017,Barnsley,5,370,x\n", WM_IMPORT_KIND_LAIT, 7, 1, "CIN" },
  { "dictionary", "a.csv", "Measure_short,Polarity,Year_Type\nCIN,-,Annual\n",
    WM_IMPORT_KIND_LAIT_DICTIONARY, 3, 1, "CIN" },
  { "download", "Children looked after rate, per 10,000 children aged under 18-2024-05-01.csv",
    "LA Number,LA and Regions,2017\n370,Barnsley,5\n", WM_IMPORT_KIND_LAIT_DOWNLOAD, 3, 1, "370", NULL,
    TRUE, "LAC" },
  { "download-unnamed", "table.csv", "LA Number,LA,2017\n370,Barnsley,5\n", WM_IMPORT_KIND_LAIT_DOWNLOAD,
    3, 1, "370", NULL, TRUE, NULL },
  { "download-by-name", "Infant-Mortality-2024-05-01-Local-Authority-View.csv",
    "LA Number,LA and Regions,2017\n370,Barnsley,5\n", WM_IMPORT_KIND_LAIT_DOWNLOAD, 3, 1, "370", NULL,
    TRUE, "InfMort" },
  { "create-your-own", "a.csv", "LA Number,LA and Regions,Region,Topic,Measure,2017\n370,B,Y,T,M,5\n",
    WM_IMPORT_KIND_LAIT_DOWNLOAD, 6, 1, "370" },
  { "ees", "b1_children_in_need.csv", EES "2024,Reporting year,National,E92000001,England,5\n",
    WM_IMPORT_KIND_EES, 6, 1, "2024", "b1_children_in_need" },
  { "neighbours", "a.csv", "title\n\nLA num,LA Name,SN1,SNP\n370,Barnsley,384,Close\n",
    WM_IMPORT_KIND_NEIGHBOURS, 4, 1, "370" },
  { "areas", "a.csv", "code,ons_code,name,kind,region_code\n1,2,3,4,5\n", WM_IMPORT_KIND_AREAS, 5, 1, "1" },
  { "population", "a.csv", "code,year,children\n370,2023,5\n", WM_IMPORT_KIND_POPULATION, 3, 1, "370" },
  { "first-rows-only", "a.csv", "code,year,children\n1,2,3\n2,2,3\n3,2,3\n4,2,3\n5,2,3\n6,2,3\n7,2,3\n",
    WM_IMPORT_KIND_POPULATION, 3, 5, "1" },
};

static void
test_case (WmImportFixture *f, gconstpointer data)
{
  const Case *c = data;
  g_autofree char *path = g_build_filename (f->folder, c->file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportPreview) preview = NULL;

  g_assert_true (g_file_set_contents (path, c->text, -1, NULL));
  preview = wm_import_preview (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (preview->kind, ==, c->kind);
  g_assert_cmpuint (g_strv_length (preview->header), ==, c->n_columns);
  g_assert_cmpuint (preview->rows->len, ==, c->n_rows);
  g_assert_cmpstr (((GStrv) g_ptr_array_index (preview->rows, 0))[0], ==, c->first_cell);
  g_assert_cmpstr (preview->dataset, ==, c->dataset);
  g_assert_true (preview->needs_indicator == c->needs_indicator);
  g_assert_cmpstr (preview->indicator, ==, c->indicator);
  g_assert_cmpuint (g_strv_length (preview->reasons), ==, 2);
  g_assert_cmpuint (strlen (preview->as_at), ==, strlen ("2025-03-31"));
}

/* A return of children is refused at the first look too, and nothing of it is shown. */
static void
test_child_level (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->file, "<Message><Child>secret</Child></Message>", -1, NULL));
  g_assert_null (wm_import_preview (f->file, NULL, &error));
  g_assert_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_CHILD_LEVEL);
  g_assert_null (strstr (error->message, "secret"));
}

/* The published fake returns, one of them in a single line. */
static void
test_fake_returns (WmImportFixture *f, gconstpointer data)
{
  static const char *const names[] = { "fake/fake_903.xml", "fake/fake_CIN_data.xml" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = wm_test_find_real_data (names[i]);
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        return;
      g_assert_null (wm_import_preview (path, NULL, &error));
      g_assert_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_CHILD_LEVEL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/import/preview/", cases[i].name, NULL);

      g_test_add (path, WmImportFixture, &cases[i], wm_fixture_set_up, test_case, wm_fixture_tear_down);
    }
  g_test_add ("/import/preview/child-level", WmImportFixture, NULL, wm_fixture_set_up, test_child_level,
              wm_fixture_tear_down);
  g_test_add ("/import/preview/fake-returns", WmImportFixture, NULL, wm_fixture_set_up, test_fake_returns,
              wm_fixture_tear_down);
  return g_test_run ();
}
