/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How an authority stands: places, ties, joint services, averages. Expected figures by hand. */

#include "wm-project.h"
#include "wm-standing.h"
#include "wm-test.h"

typedef struct
{
  char *folder;
  WmProject *project;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = wm_test_make_folder ();
  path = g_build_filename (fixture->folder, "p.waymark", NULL);
  fixture->project = wm_project_create (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  wm_project_unref (fixture->project);
  wm_test_remove_folder (fixture->folder);
}

/* All of today's authorities, England and the regions over two years; the value of the area at
 * place i in the list is i + 1 in the first year and twice that in the second. */
static WmPanel *
make_panel (WmProject *project)
{
  WmAreaSet *set = wm_project_get_areas (project);
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  const WmPeriod periods[] = { wm_period_new_year (2024), wm_period_new_year (2025) };
  WmPanel *panel;

  for (gsize i = 0; i < wm_area_set_get_n_areas (set); i++)
    if (wm_area_is_current (wm_area_set_get_area (set, i)))
      g_ptr_array_add (areas, wm_area_set_get_area (set, i));
  panel = wm_panel_new ((WmArea *const *) areas->pdata, areas->len, periods, 2);
  for (gsize i = 0; i < panel->n_areas * 2; i++)
    {
      panel->values[i] = (i / 2 + 1) * (1 + i % 2);
      panel->missing[i] = WM_MISSING_NONE;
    }
  return panel;
}

static gsize
row_of (const WmPanel *panel, const char *code)
{
  gsize row = G_MAXSIZE;

  g_assert_true (wm_panel_find_area (panel, code, &row));
  return row;
}

static void
set_value (WmPanel *panel, const char *code, double value)
{
  panel->values[row_of (panel, code) * 2 + 1] = value;
  panel->missing[row_of (panel, code) * 2 + 1] = isnan (value) ? WM_MISSING_SUPPRESSED : WM_MISSING_NONE;
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmPanel) panel = make_panel (fixture->project);
  g_autoptr (WmIndicator) indicator = wm_indicator_new ("X");
  g_autofree char *words = NULL;
  WmStanding standing;

  /* Barnsley (370) on top, Leeds (383) and York (816) tied below it, Hull (810) hidden. */
  set_value (panel, "370", 1000);
  set_value (panel, "383", 900);
  set_value (panel, "816", 900);
  set_value (panel, "810", NAN);
  indicator->polarity = WM_POLARITY_HIGHER;
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "383", 1, &standing));
  g_assert_cmpuint (standing.place, ==, 2);
  g_assert_cmpuint (standing.n_tied, ==, 1);
  g_assert_cmpuint (standing.n_without[WM_MISSING_SUPPRESSED], ==, 1);
  /* 153 authorities today, less City of London, Isles of Scilly and the hidden one. */
  g_assert_cmpuint (standing.n_placed, ==, 150);
  words = wm_standing_dup_place (&standing);
  g_assert_cmpstr (words, ==, "2= of 150, with 1 other");

  indicator->polarity = WM_POLARITY_LOWER;
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "370", 1, &standing));
  g_assert_cmpuint (standing.place, ==, 150);
}

static void
test_small_authorities_take_no_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmPanel) panel = make_panel (fixture->project);
  g_autoptr (WmIndicator) indicator = wm_indicator_new ("X");
  g_autofree char *words = NULL;
  WmStanding standing;

  set_value (panel, "201", 5000);
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "201", 1, &standing));
  g_assert_cmpuint (standing.place, ==, 0);
  g_assert_cmpfloat (standing.maximum, <, 5000);
  words = wm_standing_dup_place (&standing);
  g_assert_cmpstr (words, ==, "");
}

static void
test_joint_services_count_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmPanel) panel = make_panel (fixture->project);
  g_autoptr (WmIndicator) indicator = wm_indicator_new ("X");
  WmStanding apart, together;

  set_value (panel, "314", 800);
  set_value (panel, "318", 801);
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "318", 1, &apart));
  set_value (panel, "314", 801);
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "318", 1, &together));
  g_assert_cmpuint (together.n_placed, ==, apart.n_placed - 1);
  g_assert_cmpuint (together.n_tied, ==, 0);
  g_assert_cmpuint (together.place, ==, 1);
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "314", 1, &together));
  g_assert_cmpuint (together.place, ==, 1);
}

static void
test_comparators (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmPanel) panel = make_panel (fixture->project);
  g_autoptr (WmIndicator) indicator = wm_indicator_new ("X");
  const WmNeighbours *neighbours;
  WmStanding standing;
  double sum = 0;

  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "370", 1, &standing));
  wm_assert_close (standing.value, 2 * (row_of (panel, "370") + 1), 0);
  wm_assert_close (standing.change, row_of (panel, "370") + 1, 0);
  wm_assert_close (standing.country, 2 * (row_of (panel, "970") + 1), 0);
  wm_assert_close (standing.region, 2 * (row_of (panel, "982") + 1), 0);
  g_assert_cmpuint (standing.region_members.n, ==, 15);
  neighbours = wm_area_set_get_neighbours (wm_project_get_areas (fixture->project), "370", "2025");
  for (gsize i = 0; neighbours->codes[i] != NULL; i++)
    sum += 2 * (row_of (panel, neighbours->codes[i]) + 1);
  g_assert_cmpuint (standing.neighbours.n, ==, 10);
  wm_assert_close (standing.neighbours.mean, sum / 10, 1e-12);
}

static void
test_inner_london_falls_back_to_london (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmPanel) panel = make_panel (fixture->project);
  g_autoptr (WmIndicator) indicator = wm_indicator_new ("X");
  WmStanding standing;

  set_value (panel, "987", NAN);
  set_value (panel, "986", 33);
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "202", 1, &standing));
  wm_assert_close (standing.region, 33, 0);
  g_assert_true (standing.region_is_wider);
}

static void
test_change_over_a_gap (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmIndicator) indicator = wm_indicator_new ("X");
  WmArea *area = wm_area_set_find_code (wm_project_get_areas (fixture->project), "370");
  const WmPeriod periods[] = { wm_period_new_year (2021), wm_period_new_year (2022),
                               wm_period_new_year (2023) };
  g_autoptr (WmPanel) panel = wm_panel_new (&area, 1, periods, 3);
  WmStanding standing;

  panel->values[0] = 10;
  panel->values[2] = 16;
  g_assert_true (wm_standing_compute (fixture->project, indicator, panel, "370", 2, &standing));
  wm_assert_close (standing.change, 6, 0);
  g_assert_true (standing.has_gap);
  g_assert_true (isnan (standing.country));
  g_assert_cmpuint (standing.place, ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/project/standing/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("place", test_place);
  ADD ("small-authorities-take-no-place", test_small_authorities_take_no_place);
  ADD ("joint-services-count-once", test_joint_services_count_once);
  ADD ("comparators", test_comparators);
  ADD ("inner-london-falls-back-to-london", test_inner_london_falls_back_to_london);
  ADD ("change-over-a-gap", test_change_over_a_gap);
  return g_test_run ();
}
