/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Which value counts, after imports, undo and redo in any order; and what is read from a project. */

#include "wm-store-areas.h"
#include "wm-store-changes.h"
#include "wm-store-fixture.h"
#include "wm-store-imports.h"
#include "wm-store-indicators.h"
#include "wm-store-observations.h"
#include "wm-test.h"
#include "wm-text.h"

#include <float.h>
#include <locale.h>

typedef struct
{
  char *folder;
  WmStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->folder = wm_test_make_folder ();
  path = g_build_filename (f->folder, "p.waymark", NULL);
  f->store = wm_store_create (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  wm_store_unref (f->store);
  wm_test_remove_folder (f->folder);
}

/* The value of area 370 in a year; a reason gives minus its number. */
static double
get_value (WmStore *store, const char *family, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmPanel) panel = wm_store_load_panel (store, "CPP_rate", NULL, family, &error);
  gsize area, period;

  g_assert_no_error (error);
  g_assert_true (wm_panel_find_area (panel, "370", &area));
  if (!wm_panel_find_period (panel, wm_period_new_year (year), &period))
    return NAN;
  if (wm_panel_get_missing (panel, area, period) != WM_MISSING_NONE)
    {
      g_assert_true (isnan (wm_panel_get_value (panel, area, period)));
      return -(double) wm_panel_get_missing (panel, area, period);
    }
  return wm_panel_get_value (panel, area, period);
}

static const WmFixtureRow first_rows[] = {
  { "CPP_rate", "", "370", "2018", 10, 0 },
  { "CPP_rate", "", "370", "2019", 20, 0 },
  { "CPP_rate", "", "382", "2018", 30, 0 },
};

static void
import_three (WmStore *store)
{
  const WmFixtureRow second[] = { { "CPP_rate", "", "370", "2018", 11, 0 },
                                  { "CPP_rate", "", "370", "2019", 21, 0 } };
  const WmFixtureRow third[] = { { "CPP_rate", "", "370", "2018 (Rev)", NAN, WM_MISSING_SUPPRESSED },
                                 { "CPP_rate", "", "370", "2020", 32, 0 } };

  g_assert_cmpint (wm_fixture_import (store, "lait", first_rows, 3), ==, 1);
  g_assert_cmpint (wm_fixture_import (store, "lait", second, 2), ==, 2);
  g_assert_cmpint (wm_fixture_import (store, "lait", third, 2), ==, 3);
}

/* Which of the three imports are undone (bits), and what 2018, 2019 and 2020 then are. */
static const struct { guint undone; double y2018, y2019, y2020; } undo_cases[] = {
  { 0, -WM_MISSING_SUPPRESSED, 21, 32 },
  { 1, -WM_MISSING_SUPPRESSED, 21, 32 },
  { 2, -WM_MISSING_SUPPRESSED, 20, 32 },
  { 4, 11, 21, NAN },
  { 5, 11, 21, NAN },
  { 6, 10, 20, NAN },
  { 3, -WM_MISSING_SUPPRESSED, NAN, 32 },
};

static void
test_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  import_three (f->store);
  for (gsize i = 0; i < G_N_ELEMENTS (undo_cases); i++)
    {
      for (int id = 1; id <= 3; id++)
        {
          if (undo_cases[i].undone & 1u << (id - 1))
            wm_store_undo_import (f->store, id, &error);
          else
            wm_store_redo_import (f->store, id, &error);
          g_assert_no_error (error);
        }
      wm_assert_close (get_value (f->store, NULL, 2018), undo_cases[i].y2018, 0);
      wm_assert_close (get_value (f->store, NULL, 2019), undo_cases[i].y2019, 0);
      wm_assert_close (get_value (f->store, NULL, 2020), undo_cases[i].y2020, 0);
    }
  g_assert_false (wm_store_undo_import (f->store, 99, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

/* Imports one value of an area that no list knows. */
static gint64
import_unlisted (WmStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmArea) area = wm_area_new ("370", "Nowhere", WM_AREA_AUTHORITY);
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (store, &error);
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();
  const WmFixtureRow row = { "CPP_rate", "", "370", "2018", 1, 0 };

  area->is_listed = FALSE;
  g_assert_cmpuint (wm_store_writer_intern_area (writer, area, &error), !=, 0);
  wm_fixture_add (writer, &row);
  wm_store_writer_commit (writer, provenance, &error);
  g_assert_no_error (error);
  return provenance->id;
}

static void
test_undo_all (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) indicators = NULL;
  g_autoptr (WmAreaSet) areas = NULL;

  import_unlisted (f->store);
  wm_store_undo_import (f->store, 1, &error);
  indicators = wm_store_list_indicators (f->store, &error);
  g_assert_cmpuint (indicators->len, ==, 0);
  areas = wm_store_load_areas (f->store, &error);
  g_assert_cmpuint (wm_area_set_get_n_areas (areas), ==, 0);
  g_assert_null (wm_store_load_panel (f->store, "CPP_rate", NULL, NULL, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

static void
test_panel (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmPanel) panel = NULL;
  g_auto (GStrv) areas = NULL;

  import_three (f->store);
  panel = wm_store_load_panel (f->store, "CPP_rate", "", "lait", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (panel->n_areas, ==, 2);
  g_assert_cmpuint (panel->n_periods, ==, 3);
  g_assert_cmpstr (panel->period_labels[0], ==, "2018 (Rev)");
  g_assert_cmpstr (panel->period_labels[2], ==, "2020");
  g_assert_null (panel->numerators);
  areas = wm_store_list_areas_in (f->store, "CPP_rate", &error);
  g_assert_cmpuint (g_strv_length (areas), ==, 2);
  g_assert_cmpstr (areas[1], ==, "382");
}

static void
test_families (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const WmFixtureRow local = { "CPP_rate", "", "370", "2018", 99, 0 };
  const WmFixtureRow girls = { "CPP_rate", "sex=female", "370", "2018", 5, 0 };
  g_auto (GStrv) families = NULL, breakdowns = NULL;

  wm_fixture_import (f->store, "local", &local, 1);
  wm_fixture_import (f->store, "lait", first_rows, 3);
  wm_fixture_import (f->store, "ees", &girls, 1);
  wm_assert_close (get_value (f->store, NULL, 2018), 10, 0);
  wm_assert_close (get_value (f->store, "local", 2018), 99, 0);
  families = wm_store_list_families (f->store, "CPP_rate", &error);
  g_assert_cmpuint (g_strv_length (families), ==, 3);
  g_assert_cmpstr (families[0], ==, "lait");
  g_assert_cmpstr (families[2], ==, "local");
  breakdowns = wm_store_list_breakdowns (f->store, "CPP_rate", &error);
  g_assert_cmpuint (g_strv_length (breakdowns), ==, 2);
  g_assert_cmpstr (breakdowns[1], ==, "sex=female");
}

static void
test_history (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL, rows = NULL;
  WmPeriod period = wm_period_new_year (2018);

  import_three (f->store);
  history = wm_store_load_history (f->store, "CPP_rate", "370", &period, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      WmObservation *o = g_ptr_array_index (history, i);

      g_assert_cmpint (o->import_id, ==, i + 1);
      g_assert_cmpint (o->is_current, ==, i == 2);
    }
  rows = wm_store_load_area_rows (f->store, "370", &error);
  g_assert_cmpuint (rows->len, ==, 3);
}

static void
test_changes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) second = NULL, third = NULL;
  const WmChange *change;

  import_three (f->store);
  second = wm_store_list_changes (f->store, 2, "370", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->len, ==, 2);
  change = g_ptr_array_index (second, 0);
  g_assert_cmpint (change->kind, ==, WM_CHANGE_REVISED);
  wm_assert_close (change->old_value, 10, 0);
  wm_assert_close (change->new_value, 11, 0);
  third = wm_store_list_changes (f->store, 3, "370", &error);
  g_assert_cmpuint (third->len, ==, 3);
  change = g_ptr_array_index (third, 0); /* 2018: a reason now */
  g_assert_cmpint (change->kind, ==, WM_CHANGE_GONE);
  g_assert_cmpint (change->new_missing, ==, WM_MISSING_SUPPRESSED);
  change = g_ptr_array_index (third, 1); /* 2019: no such row any more */
  g_assert_cmpint (change->kind, ==, WM_CHANGE_GONE);
  g_assert_cmpint (change->new_missing, ==, WM_MISSING_NONE);
  wm_assert_close (change->old_value, 21, 0);
  change = g_ptr_array_index (third, 2); /* 2020 */
  g_assert_cmpint (change->kind, ==, WM_CHANGE_NEW);
  g_assert_cmpstr (change->label, ==, "2020");
}

static void
test_counts (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (WmStoreCounts) all = { 0 }, first = { 0 }, area = { 0 };

  import_three (f->store);
  wm_store_count (f->store, 0, NULL, &all, &error);
  wm_store_count (f->store, 1, NULL, &first, &error);
  wm_store_count (f->store, 0, "382", &area, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all.n_indicators, ==, 1);
  g_assert_cmpuint (all.n_values, ==, 3);
  g_assert_cmpuint (all.n_missing, ==, 1);
  g_assert_cmpstr (all.latest_label, ==, "2020");
  g_assert_cmpuint (first.n_values, ==, 3);
  g_assert_cmpstr (first.latest_label, ==, "2019");
  g_assert_cmpuint (area.n_values, ==, 1);
}

static void
test_numbers (Fixture *f, gconstpointer data)
{
  static const double numbers[] = { 0, -0.1, 0.1, 1e-300, DBL_MAX, -DBL_MAX, 123456789012345.6, 1.0 / 3 };

  setlocale (LC_ALL, "de_DE.UTF-8");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      WmFixtureRow row = { "CPP_rate", "", "370", "2018", numbers[i], 0 };

      wm_fixture_import (f->store, "lait", &row, 1);
      g_assert_true (get_value (f->store, NULL, 2018) == numbers[i]);
    }
  setlocale (LC_ALL, "C");
}

static void
test_writer_errors (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (f->store, &error);
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();
  g_autoptr (GPtrArray) imports = NULL;
  WmObservationRow infinite = { .value = INFINITY, .numerator = NAN, .denominator = NAN };

  wm_fixture_add (writer, &first_rows[0]);
  wm_fixture_add (writer, &first_rows[0]);
  g_assert_false (wm_store_writer_commit (writer, provenance, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (provenance->id, ==, 0);
  g_clear_pointer (&writer, wm_store_writer_free);
  writer = wm_store_writer_begin (f->store, &error);
  g_assert_false (wm_store_writer_add (writer, &infinite, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (wm_store_writer_commit (writer, provenance, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_clear_pointer (&writer, wm_store_writer_free);
  imports = wm_store_list_imports (f->store, &error);
  g_assert_cmpuint (imports->len, ==, 0);
  wm_fixture_import (f->store, "lait", first_rows, 3);
}

/* The user's direction stands before any source's, and undo takes a dictionary back whole. */
static void
test_direction (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStoreWriter) writer = NULL;
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();
  g_autoptr (WmIndicator) dictionary = wm_indicator_new ("CPP_rate");
  WmIndicatorRow *row;

  wm_fixture_import (f->store, "lait", first_rows, 3);
  dictionary->polarity = WM_POLARITY_LOWER;
  wm_set_str (&dictionary->title, "Plans per 10,000");
  writer = wm_store_writer_begin (f->store, &error);
  wm_store_writer_put_indicator (writer, dictionary, &error);
  wm_store_writer_commit (writer, provenance, &error);
  wm_store_set_own_direction (f->store, "CPP_rate", WM_POLARITY_NONE, "Barnsley", "2024-05-01",
                              "context", &error);
  wm_store_add_break (f->store, "CPP_rate", 2017, "new form", &error);
  g_assert_no_error (error);
  row = wm_store_get_indicator (f->store, "CPP_rate", &error);
  g_assert_cmpint (row->indicator->polarity, ==, WM_POLARITY_NONE);
  g_assert_cmpint (row->source_polarity, ==, WM_POLARITY_LOWER);
  g_assert_cmpstr (row->indicator->title, ==, "Plans per 10,000");
  g_assert_cmpuint (row->indicator->n_breaks, ==, 1);
  g_assert_cmpstr (row->indicator->break_notes[0], ==, "new form");
  g_assert_true (wm_text_contains (row->search, "plans"));
  wm_indicator_row_free (row);
  wm_store_undo_import (f->store, provenance->id, &error);
  wm_store_clear_own_direction (f->store, "CPP_rate", &error);
  wm_store_remove_break (f->store, "CPP_rate", 2017, &error);
  g_assert_no_error (error);
  row = wm_store_get_indicator (f->store, "CPP_rate", &error);
  g_assert_cmpint (row->indicator->polarity, ==, WM_POLARITY_UNKNOWN);
  g_assert_cmpstr (row->indicator->title, ==, "CPP_rate");
  g_assert_cmpuint (row->indicator->n_breaks, ==, 0);
  wm_indicator_row_free (row);
  g_assert_false (wm_store_remove_break (f->store, "CPP_rate", 2017, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

static gint64
end_list (WmStoreWriter *writer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();

  wm_store_writer_commit (writer, provenance, &error);
  g_assert_no_error (error);
  wm_store_writer_free (writer);
  return provenance->id;
}

/* Imports a list of one area; gives the number of the import. */
static gint64
import_area (WmStore *store, const char *name, const char *alias)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmArea) area = wm_area_new ("370", name, WM_AREA_AUTHORITY);
  WmStoreWriter *writer = wm_store_writer_begin (store, &error);

  area->ons_code = g_strdup ("E08000016");
  area->aliases = g_strsplit (alias, ";", -1);
  wm_store_writer_put_area (writer, area, &error);
  g_assert_no_error (error);
  return end_list (writer);
}

static gint64
import_neighbours (WmStore *store, const WmNeighbourEntry *entries, gsize n_entries)
{
  g_autoptr (GError) error = NULL;
  WmStoreWriter *writer = wm_store_writer_begin (store, &error);

  wm_store_writer_put_neighbours (writer, "2025", entries, n_entries, &error);
  g_assert_no_error (error);
  return end_list (writer);
}

static void
set_undone (WmStore *store, gint64 import_id, gboolean is_undone)
{
  g_autoptr (GError) error = NULL;

  if (is_undone)
    wm_store_undo_import (store, import_id, &error);
  else
    wm_store_redo_import (store, import_id, &error);
  g_assert_no_error (error);
}

/* Looks what the project calls area 370; NULL when it does not know it. */
static void
assert_area (WmStore *store, const char *name, const char *last_alias)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmAreaSet) areas = wm_store_load_areas (store, &error);
  WmArea *area;

  g_assert_no_error (error);
  area = wm_area_set_find_code (areas, "370");
  g_assert_cmpstr (area != NULL ? area->name : NULL, ==, name);
  if (last_alias != NULL)
    g_assert_cmpstr (area->aliases[g_strv_length (area->aliases) - 1], ==, last_alias);
}

static void
test_areas (Fixture *f, gconstpointer data)
{
  gint64 first = import_area (f->store, "Barnsley", "Barnsley MBC;Town, of: Barnsley");
  gint64 second = import_area (f->store, "Barnsley Borough", "");
  gint64 figures;

  assert_area (f->store, "Barnsley Borough", NULL);
  set_undone (f->store, second, TRUE);
  assert_area (f->store, "Barnsley", "Town, of: Barnsley");
  set_undone (f->store, first, TRUE);
  assert_area (f->store, NULL, NULL);
  figures = import_unlisted (f->store);
  assert_area (f->store, "Nowhere", NULL); /* the bare name of the file with figures */
  set_undone (f->store, second, FALSE);
  assert_area (f->store, "Barnsley Borough", NULL);
  set_undone (f->store, first, FALSE);
  assert_area (f->store, "Barnsley Borough", NULL);
  set_undone (f->store, second, TRUE);
  set_undone (f->store, first, TRUE);
  set_undone (f->store, figures, TRUE);
  assert_area (f->store, NULL, NULL);
}

/* Looks at the neighbours of area 370; NULL when it has none. */
static void
assert_neighbours (WmStore *store, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmAreaSet) areas = wm_area_set_new ();
  g_autofree char *codes = NULL;
  const WmNeighbours *neighbours;

  wm_store_load_neighbours (store, areas, &error);
  g_assert_no_error (error);
  neighbours = wm_area_set_get_neighbours (areas, "370", "2025");
  if (neighbours != NULL)
    codes = g_strjoinv (" ", neighbours->codes);
  g_assert_cmpstr (codes, ==, expected);
}

static void
test_neighbours (Fixture *f, gconstpointer data)
{
  static const WmNeighbourEntry old_list[] = {
    { "370", "382", "Very close" }, { "370", "383", NULL }, { "382", "370", "Close" },
  };
  static const WmNeighbourEntry new_list[] = { { "370", "384", "Close" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = NULL;
  gint64 first = import_neighbours (f->store, old_list, G_N_ELEMENTS (old_list));
  gint64 second = import_neighbours (f->store, new_list, G_N_ELEMENTS (new_list));

  assert_neighbours (f->store, "384");
  set_undone (f->store, second, TRUE);
  assert_neighbours (f->store, "382 383");
  set_undone (f->store, first, TRUE);
  assert_neighbours (f->store, NULL);
  names = wm_store_list_neighbour_lists (f->store, &error);
  g_assert_cmpuint (names->len, ==, 0);
  set_undone (f->store, second, FALSE);
  assert_neighbours (f->store, "384");
  set_undone (f->store, first, FALSE);
  assert_neighbours (f->store, "384");
}

/* A list goes in with its import or not at all. */
static void
test_lists_roll_back (Fixture *f, gconstpointer data)
{
  static const WmNeighbourEntry list[] = { { "370", "382", NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (WmArea) area = wm_area_new ("370", "Barnsley", WM_AREA_AUTHORITY);
  WmStoreWriter *writer = wm_store_writer_begin (f->store, &error);

  wm_store_writer_put_area (writer, area, &error);
  wm_store_writer_put_neighbours (writer, "2025", list, 1, &error);
  g_assert_no_error (error);
  wm_store_writer_free (writer);
  assert_area (f->store, NULL, NULL);
  assert_neighbours (f->store, NULL);
}

static void
test_provenance (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (f->store, &error);
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();
  g_autoptr (WmProvenance) stored = NULL;
  g_autoptr (WmFinding) finding = wm_finding_new (WM_SEVERITY_WARNING, "unknown-area", "No area", "X");
  g_autoptr (GPtrArray) findings = NULL;
  gint64 found = -1;

  wm_finding_add_line (finding, 7);
  wm_fixture_add (writer, &first_rows[0]);
  wm_store_writer_add_finding (writer, finding);
  provenance->file_name = g_strdup ("Größe.csv");
  provenance->file_size = G_GUINT64_CONSTANT (5000000000);
  provenance->sha256 = g_strdup ("abcd");
  wm_store_writer_commit (writer, provenance, &error);
  g_assert_no_error (error);
  stored = wm_store_get_import (f->store, provenance->id, &error);
  g_assert_cmpstr (stored->file_name, ==, "Größe.csv");
  g_assert_cmpuint (stored->file_size, ==, G_GUINT64_CONSTANT (5000000000));
  g_assert_cmpuint (stored->n_values, ==, 1);
  findings = wm_store_list_findings (f->store, provenance->id, &error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpuint (((WmFinding *) g_ptr_array_index (findings, 0))->first_line, ==, 7);
  wm_store_find_import (f->store, "abcd", &found, &error);
  g_assert_cmpint (found, ==, provenance->id);
  wm_store_undo_import (f->store, provenance->id, &error);
  wm_store_find_import (f->store, "abcd", &found, &error);
  g_assert_cmpint (found, ==, 0);
  wm_store_verify_import (f->store, provenance->id, &error);
  g_assert_no_error (error);
}

#define ADD(name, function) \
  g_test_add ("/store/data/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("undo", test_undo);
  ADD ("undo-all", test_undo_all);
  ADD ("panel", test_panel);
  ADD ("families", test_families);
  ADD ("history", test_history);
  ADD ("changes", test_changes);
  ADD ("counts", test_counts);
  ADD ("numbers", test_numbers);
  ADD ("writer-errors", test_writer_errors);
  ADD ("direction", test_direction);
  ADD ("areas", test_areas);
  ADD ("neighbours", test_neighbours);
  ADD ("lists-roll-back", test_lists_roll_back);
  ADD ("provenance", test_provenance);
  return g_test_run ();
}
