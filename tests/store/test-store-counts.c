/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The counts that are kept beside the series, against a count of the observations one by one,
 * while imports of all sorts come, go and come back in any order. */

#include "wm-store-changes.h"
#include "wm-store-fixture.h"
#include "wm-store-imports.h"
#include "wm-store-observations.h"
#include "wm-test.h"

#define N_IMPORTS 12
#define N_TURNS 60

static const char *const measures[] = { "CIN", "LAC", "CPP_rate" };
static const char *const breakdowns[] = { "", "sex=female" };
static const char *const areas[] = { "370", "371", "372", "E92000001" };
static const char *const labels[] = { "2018", "2019", "2020-21", "2022" };

/* Imports a random part of all the keys there are. */
static void
import_some (WmStore *store, GRand *random)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (WmFixtureRow));
  guint chance = g_rand_int_range (random, 1, 10);

  for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
    for (gsize b = 0; b < G_N_ELEMENTS (breakdowns); b++)
      for (gsize a = 0; a < G_N_ELEMENTS (areas); a++)
        for (gsize t = 0; t < G_N_ELEMENTS (labels); t++)
          {
            gboolean is_missing = g_rand_int_range (random, 0, 4) == 0;
            WmFixtureRow row = { measures[m], breakdowns[b], areas[a], labels[t],
                                 is_missing ? NAN : g_rand_double (random),
                                 is_missing ? WM_MISSING_SUPPRESSED : WM_MISSING_NONE };

            if (g_rand_int_range (random, 0, 10) < (gint32) chance)
              g_array_append_val (rows, row);
          }
  wm_fixture_import (store, g_rand_boolean (random) ? "lait" : "ees",
                     &g_array_index (rows, WmFixtureRow, 0), rows->len);
}

static void
count_rows (GPtrArray *rows, const char *area_code, WmStoreCounts *counts)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const WmObservation *row = g_ptr_array_index (rows, i);

      if (!row->is_current || (area_code != NULL && !g_str_equal (area_code, row->area_code)))
        continue;
      if (row->missing != WM_MISSING_NONE)
        counts->n_missing++;
      else
        counts->n_values++;
      if (row->missing == WM_MISSING_NONE
          && (wm_period_equal (counts->latest_period, WM_PERIOD_NONE)
              || wm_period_compare (row->period, counts->latest_period) > 0))
        counts->latest_period = row->period;
    }
}

/* Counts what counts by looking at every observation. */
static void
count_one_by_one (WmStore *store, const char *area_code, WmStoreCounts *counts)
{
  for (gsize m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      guint64 n_before = counts->n_values + counts->n_missing;

      for (gsize b = 0; b < G_N_ELEMENTS (breakdowns); b++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) rows =
            wm_store_load_measure_rows (store, measures[m], breakdowns[b], &error);

          g_assert_no_error (error);
          count_rows (rows, area_code, counts);
        }
      counts->n_indicators += counts->n_values + counts->n_missing > n_before;
    }
}

static void
assert_counts (WmStore *store, const char *area_code)
{
  g_autoptr (GError) error = NULL;
  g_auto (WmStoreCounts) counts = { 0 };
  WmStoreCounts expected = { .latest_period = WM_PERIOD_NONE };

  wm_store_count (store, 0, area_code, &counts, &error);
  g_assert_no_error (error);
  count_one_by_one (store, area_code, &expected);
  g_assert_cmpuint (counts.n_values, ==, expected.n_values);
  g_assert_cmpuint (counts.n_missing, ==, expected.n_missing);
  g_assert_cmpuint (counts.n_indicators, ==, expected.n_indicators);
  g_assert_true (wm_period_equal (counts.latest_period, expected.latest_period));
  g_assert_true ((counts.latest_label != NULL) == (expected.n_values > 0));
}

static void
test_any_order (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "p.waymark", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20180401);
  WmStore *store = wm_store_create (path, &error);

  for (int i = 0; i < N_IMPORTS; i++)
    {
      import_some (store, random);
      assert_counts (store, NULL);
    }
  for (int i = 0; i < N_TURNS; i++)
    {
      gint64 import_id = g_rand_int_range (random, 1, N_IMPORTS + 1);

      if (g_rand_int_range (random, 0, 3) > 0)
        wm_store_undo_import (store, import_id, &error);
      else
        wm_store_redo_import (store, import_id, &error);
      g_assert_no_error (error);
      assert_counts (store, NULL);
      assert_counts (store, "371");
    }
  wm_store_unref (store);
  wm_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/counts/any-order", test_any_order);
  return g_test_run ();
}
