/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the tests of imports share: a project in a folder of its own, and files made of text. */

#include "config.h"

#include "wm-import-fixture.h"

#include "wm-reference.h"
#include "wm-store-imports.h"
#include "wm-store-observations.h"
#include "wm-test.h"

void
wm_fixture_set_up (WmImportFixture *f, gconstpointer data)
{
  g_autofree char *project = NULL;

  f->folder = wm_test_make_folder ();
  f->file = g_build_filename (f->folder, "table.csv", NULL);
  project = g_build_filename (f->folder, "p.waymark", NULL);
  f->store = wm_store_create (project, NULL);
  g_assert_nonnull (f->store);
  f->options = (WmImportOptions) { .areas = wm_reference_get_areas (), .as_at = "2025-03-31" };
}

void
wm_fixture_tear_down (WmImportFixture *f, gconstpointer data)
{
  wm_store_unref (f->store);
  g_free (f->file);
  wm_test_remove_folder (f->folder);
}

WmImportResult *
wm_fixture_import_text (WmImportFixture *f, const char *text, GError **error)
{
  g_assert_true (g_file_set_contents (f->file, text, -1, NULL));
  return wm_import_file (f->store, f->file, &f->options, NULL, error);
}

WmImportResult *
wm_fixture_import_good (WmImportFixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  WmImportResult *result = wm_fixture_import_text (f, text, &error);
  guint64 n_refused = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < result->refused->len; i++)
    n_refused += g_array_index (result->refused, WmRefusedCount, i).n_rows;
  g_assert_cmpuint (n_refused, ==, result->provenance->rows_refused);
  g_assert_cmpuint (result->provenance->rows_read, ==,
                    result->provenance->rows_kept + result->provenance->rows_refused);
  return result;
}

/* The finding of a code, which must be there. */
const WmFinding *
wm_fixture_get_finding (const WmImportResult *result, const char *code)
{
  for (guint i = 0; i < result->findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (result->findings, i);

      if (g_str_equal (finding->code, code))
        return finding;
    }
  g_error ("there is no finding \"%s\"", code);
}

guint
wm_fixture_count_imports (WmStore *store)
{
  g_autoptr (GPtrArray) imports = wm_store_list_imports (store, NULL);

  return imports->len;
}

void
wm_fixture_assert_cell (WmImportFixture *f, const char *code, const char *breakdown, const char *family, const char *area,
             int year, double value, WmMissing missing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmPanel) panel = wm_store_load_panel (f->store, code, breakdown, family, &error);
  gsize i, t;

  g_assert_no_error (error);
  g_assert_true (wm_panel_find_area (panel, area, &i));
  g_assert_true (wm_panel_find_period (panel, wm_period_new_year (year), &t));
  wm_assert_close (wm_panel_get_value (panel, i, t), value, 1e-12);
  g_assert_cmpint (wm_panel_get_missing (panel, i, t), ==, missing);
}
