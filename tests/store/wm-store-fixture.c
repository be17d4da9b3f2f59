/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the store's tests share: small imports from a table of values. */

#include "config.h"

#include "wm-store-fixture.h"

#include <math.h>

/* Adds one value by names. */
void
wm_fixture_add (WmStoreWriter *writer, const WmFixtureRow *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmArea) area = wm_area_new (row->area, row->area, WM_AREA_AUTHORITY);
  WmPeriod period = WM_PERIOD_NONE;
  WmPublication publication = WM_PUBLICATION_NONE;
  WmObservationRow new_row = { .value = row->value, .numerator = NAN, .denominator = NAN };
  guint32 indicator;

  g_assert_true (wm_period_parse_label (row->label, &period, &publication));
  indicator = wm_store_writer_intern_indicator (writer, row->indicator, NULL, &error);
  new_row.series = wm_store_writer_intern_series (writer, indicator,
                                                  row->breakdown != NULL ? row->breakdown : "",
                                                  &error);
  new_row.area = wm_store_writer_intern_area (writer, area, &error);
  new_row.label = wm_store_writer_intern_label (writer, row->label, &error);
  new_row.period = wm_period_to_key (period);
  new_row.missing = row->missing;
  new_row.publication = publication;
  wm_store_writer_add (writer, &new_row, &error);
  g_assert_no_error (error);
}

/* Imports a table of values whole; gives the number of the import. */
gint64
wm_fixture_import (WmStore *store, const char *family, const WmFixtureRow *rows, gsize n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (store, &error);
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();

  g_assert_no_error (error);
  for (gsize i = 0; i < n_rows; i++)
    wm_fixture_add (writer, &rows[i]);
  provenance->file_name = g_strdup ("table.csv");
  provenance->sha256 = g_strdup ("00");
  provenance->kind = g_strdup ("lait");
  provenance->family = g_strdup (family);
  wm_store_writer_commit (writer, provenance, &error);
  g_assert_no_error (error);
  return provenance->id;
}

/* Makes a closed project with two values; gives its path. */
char *
wm_fixture_make (const char *folder, const char *name)
{
  const WmFixtureRow rows[] = {
    { "CPP_rate", "", "370", "2019", 41.5, 0 },
    { "CPP_rate", "", "370", "2020", NAN, WM_MISSING_SUPPRESSED },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (WmStore) store = wm_store_create (path, &error);

  g_assert_no_error (error);
  wm_fixture_import (store, "lait", rows, G_N_ELEMENTS (rows));
  return g_steal_pointer (&path);
}
