/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Imports of the lists that a project keeps beside its figures: neighbours and areas. */

#include "wm-import-fixture.h"
#include "wm-store-areas.h"
#include "wm-store-imports.h"
#include "wm-test.h"

static void
test_neighbours (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmAreaSet) areas = NULL;
  g_autoptr (WmImportResult) result = wm_fixture_import_good (f,
    "Title\n\nLA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,SN2,SNP\n"
    "370,Barnsley,370,9,x,384,Close,373,Not close \nOld SNs:,,,,,,,,\n942,Cumberland,942,1,x,-,-,-,-\n");
  g_autoptr (GPtrArray) lists = NULL;
  const WmNeighbours *neighbours;

  g_assert_cmpuint (result->provenance->rows_refused, ==, 2);
  areas = wm_store_load_areas (f->store, NULL);
  g_assert_true (wm_store_load_neighbours (f->store, areas, NULL));
  neighbours = wm_area_set_get_neighbours (areas, "370", "2025");
  g_assert_nonnull (neighbours);
  g_assert_cmpstr (neighbours->codes[0], ==, "384");
  g_assert_cmpstr (neighbours->codes[1], ==, "373");
  wm_store_undo_import (f->store, result->provenance->id, NULL);
  lists = wm_store_list_neighbour_lists (f->store, NULL);
  g_assert_cmpuint (lists->len, ==, 0);
}

/* A list of areas of a made-up county: undone, nothing of it is left but the names that figures
 * need. */
static void
test_areas (WmImportFixture *f, gconstpointer data)
{
  g_autoptr (WmAreaSet) areas = NULL, later = NULL;
  g_autoptr (WmImportResult) figures = NULL;
  g_autoptr (WmImportResult) list = wm_fixture_import_good (f,
    "code,ons_code,name,kind,region_code,first_year,last_year,aliases,is_small\n"
    "601,E06999001,Westmarch,authority,690,2010,0,Marches West;West March,1\n"
    "690,E12999009,The Marches,region,,0,0,,\n"
    "602,,,authority,,,,,\n"
    "603,,Nowhere,village,,,,,\n");
  WmArea *area;

  g_assert_cmpuint (list->provenance->rows_read, ==, 4);
  g_assert_cmpuint (list->provenance->rows_refused, ==, 2);
  areas = wm_store_load_areas (f->store, NULL);
  area = wm_area_set_find_code (areas, "601");
  g_assert_cmpstr (area->ons_code, ==, "E06999001");
  g_assert_cmpstr (area->region_code, ==, "690");
  g_assert_cmpint (area->first_year, ==, 2010);
  g_assert_true (area->is_small && area->is_listed);
  g_assert_true (wm_area_set_find_name (areas, "marches west", NULL) == area);
  g_assert_cmpint (wm_area_set_find_code (areas, "690")->kind, ==, WM_AREA_REGION);

  f->options.areas = areas;
  figures = wm_fixture_import_good (f, WM_FIXTURE_LAIT "CPP_rate,,2019,Westmarch,41.5,601,\n");
  wm_store_undo_import (f->store, list->provenance->id, NULL);
  later = wm_store_load_areas (f->store, NULL);
  g_assert_cmpuint (wm_area_set_get_n_areas (later), ==, 1);
  area = wm_area_set_find_code (later, "601");
  g_assert_cmpstr (area->name, ==, "Westmarch");
  g_assert_null (area->ons_code);
  g_assert_false (area->is_listed);
}

#define ADD(name, function) \
  g_test_add ("/import/lists/" name, WmImportFixture, NULL, wm_fixture_set_up, function, \
              wm_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("neighbours", test_neighbours);
  ADD ("areas", test_areas);
  return g_test_run ();
}
