/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Measures two imports of as many rows as the published long table has, and opening and reading
 * the project afterwards: the store's part alone, without any reading of a file. */

#include "wm-store-changes.h"
#include "wm-store-fixture.h"
#include "wm-store-indicators.h"
#include "wm-store-observations.h"
#include "wm-test.h"

#include <stdio.h>

#define N_SERIES 340
#define N_PERIODS 10
#define N_AREAS 189

static void
add_all (WmStoreWriter *writer, const guint32 *areas, guint32 label, GError **error)
{
  WmObservationRow row = { .label = label, .numerator = NAN, .denominator = NAN };
  char code[32];

  for (int s = 0; s < N_SERIES; s++)
    {
      g_snprintf (code, sizeof code, "MEASURE_%d", s);
      row.series = wm_store_writer_intern_series (
        writer, wm_store_writer_intern_indicator (writer, code, NULL, error), "", error);
      for (int t = 0; t < N_PERIODS; t++)
        {
          row.period = wm_period_to_key (wm_period_new_year (2010 + t));
          for (int a = 0; a < N_AREAS; a++)
            {
              row.area = areas[a];
              row.missing = a % 10 == 0 ? WM_MISSING_SUPPRESSED : WM_MISSING_NONE;
              row.value = row.missing ? NAN : s + t * 0.1 + a * 0.01;
              if (!wm_store_writer_add (writer, &row, error))
                return;
            }
        }
    }
}

static void
import_all (WmStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (store, &error);
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();
  guint32 areas[N_AREAS];

  g_assert_no_error (error);
  for (int a = 0; a < N_AREAS; a++)
    {
      char code[16];
      g_autoptr (WmArea) area = NULL;

      g_snprintf (code, sizeof code, "%d", 200 + a);
      area = wm_area_new (code, code, WM_AREA_AUTHORITY);
      areas[a] = wm_store_writer_intern_area (writer, area, &error);
    }
  add_all (writer, areas, wm_store_writer_intern_label (writer, "2010", &error), &error);
  g_assert_no_error (error);
  provenance->family = g_strdup ("lait");
  wm_store_writer_commit (writer, provenance, &error);
  g_assert_no_error (error);
}

static void
say (GTimer *timer, const char *what)
{
  printf ("%s: %.3f s\n", what, g_timer_elapsed (timer, NULL));
  g_timer_start (timer);
}

static void
read_all (WmStore *store, GTimer *timer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmPanel) panel = NULL;
  g_autoptr (GPtrArray) rows = NULL, changes = NULL, indicators = NULL;
  g_auto (WmStoreCounts) counts = { 0 };

  panel = wm_store_load_panel (store, "MEASURE_7", NULL, NULL, &error);
  say (timer, "one measure, all areas");
  rows = wm_store_load_area_rows (store, "210", &error);
  say (timer, "one area, all measures");
  changes = wm_store_list_changes (store, 2, "210", &error);
  say (timer, "changes of one area");
  indicators = wm_store_list_indicators (store, &error);
  say (timer, "list of measures");
  wm_store_count (store, 2, NULL, &counts, &error);
  wm_store_counts_clear (&counts);
  say (timer, "counts of one import");
  wm_store_count (store, 0, NULL, &counts, &error);
  say (timer, "counts of the project");
  g_assert_no_error (error);
}

int
main (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "big.waymark", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  WmStore *store = wm_store_create (path, &error);

  g_assert_no_error (error);
  for (int i = 1; i <= 2; i++)
    {
      g_timer_start (timer);
      import_all (store);
      printf ("import %d of %d rows: %.3f s\n", i, N_SERIES * N_PERIODS * N_AREAS,
              g_timer_elapsed (timer, NULL));
    }
  wm_store_unref (store);
  g_timer_start (timer);
  store = wm_store_open (path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  say (timer, "open");
  read_all (store, timer);
  wm_store_unref (store);
  wm_test_remove_folder (folder);
  return 0;
}
