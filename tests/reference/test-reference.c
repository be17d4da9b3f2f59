/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The compiled-in tables: how many of everything, that all links lead somewhere, that the names
 * people write resolve, and figures against the publication. */

#include <string.h>

#include "wm-reference.h"
#include "wm-test.h"

static guint
count_members (const char *region, int year)
{
  g_autoptr (GPtrArray) members
      = wm_area_set_get_members (wm_reference_get_areas (), region, year);

  return members->len;
}

/* Numbers of authorities: English local government since the reorganisations of 2009, 2019, 2020,
 * 2021 and 2023. */
static void
test_counts (void)
{
  static const struct
  {
    const char *region;
    int year;
    guint n_members;
  } cases[] = {
    { "970", 0, 153 },    { "970", 2025, 153 }, { "970", 2023, 152 }, { "970", 2021, 151 },
    { "970", 2019, 152 }, { "970", 2010, 152 }, { "970", 2009, 150 }, { "986", 0, 33 },
    { "987", 0, 14 },     { "988", 0, 19 },     { "982", 0, 15 },     { "980", 0, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (count_members (cases[i].region, cases[i].year), ==, cases[i].n_members);
  g_assert_cmpuint (wm_area_set_get_n_areas (wm_reference_get_areas ()), ==, 153 + 7 + 12);
  g_assert_cmpstr (wm_area_set_get_country (wm_reference_get_areas ())->code, ==, "970");
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *code;
  } cases[] = {
    { "Hull", "810" },
    { "Kingston upon Hull, City of", "810" },
    { "Kingston Upon Hull", "810" },
    { "Yorkshire & the Humber", "982" },
    { "Yorkshire and the Humber", "982" },
    { "E08000016", "370" },
    { "E08000038", "370" },
    { "E08000039", "373" },
    { "E08000020", "390" },
    { "E06000048", "929" },
    { "E10000002", "825" },
    { "Dorset", "838" },
    { "Dorset (Pre LG)", "835" },
    { "Poole", "836" },
    { "BCP", "839" },
    { "Bournemouth, Christchurch & Poole", "839" },
    { "Bedford Borough", "822" },
    { "Bedford", "822" },
    { "Bedfordshire", "820" },
    { "Cheshire", "875" },
    { "Durham", "840" },
    { "County Durham", "840" },
    { "Bristol", "801" },
    { "Herefordshire", "884" },
    { "Herefordshire, County of", "884" },
    { "Telford & Wrekin", "894" },
    { "St Helens", "342" },
    { "St. Helens", "342" },
    { "Southend", "882" },
    { "Brighton", "846" },
    { "Kingston", "314" },
    { "Richmond", "318" },
    { "London (Inner)", "987" },
    { "Outer London", "988" },
    { "London", "986" },
    { "East", "985" },
    { "East of England", "985" },
    { "England", "970" },
    { "  barnsley ", "370" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WmArea *area
          = wm_area_set_find_name (wm_reference_get_areas (), cases[i].name, NULL);

      if (area == NULL)
        g_error ("%s: not found", cases[i].name);
      g_assert_cmpstr (area->code, ==, cases[i].code);
    }
  g_assert_null (wm_area_set_find_name (wm_reference_get_areas (), "Barchester", NULL));
}

/* No spelling may mean two authorities that both exist. */
static void
test_names_are_distinct (void)
{
  WmAreaSet *areas = wm_reference_get_areas ();

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      const WmArea *area = wm_area_set_get_area (areas, i);

      g_assert_true (wm_area_set_find_code (areas, area->ons_code) == area);
      g_assert_true (wm_area_set_find_name (areas, area->name, NULL) == area);
      for (gsize j = 0; wm_area_is_current (area) && area->aliases[j] != NULL; j++)
        g_assert_true (wm_area_set_find_name (areas, area->aliases[j], NULL) == area);
    }
}

static void
test_links (void)
{
  WmAreaSet *areas = wm_reference_get_areas ();

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      const WmArea *area = wm_area_set_get_area (areas, i);

      if (area->kind == WM_AREA_AUTHORITY)
        {
          const WmArea *region = wm_area_set_find_code (areas, area->region_code);

          g_assert_cmpint (region->kind, ==, WM_AREA_REGION);
          g_assert_cmpint (area->successors[0] != NULL, ==, area->last_year != 0);
          g_assert_cmpint (area->predecessors[0] != NULL, ==, area->first_year != 0);
        }
      for (gsize j = 0; area->successors[j] != NULL; j++)
        {
          const WmArea *successor = wm_area_set_find_code (areas, area->successors[j]);

          g_assert_true (g_strv_contains ((const char *const *) successor->predecessors, area->code));
          g_assert_cmpint (successor->first_year, ==, area->last_year + 1);
        }
      if (area->joint_code != NULL)
        g_assert_cmpstr (wm_area_set_find_code (areas, area->joint_code)->joint_code, ==, area->code);
    }
  g_assert_cmpstr (wm_area_set_find_code (areas, "314")->joint_code, ==, "318");
  g_assert_cmpstr (wm_area_set_find_code (areas, "940")->joint_code, ==, "941");
  g_assert_true (wm_area_set_find_code (areas, "201")->is_small);
  g_assert_true (wm_area_set_find_code (areas, "420")->is_small);
  g_assert_cmpstr (wm_area_set_find_code (areas, "987")->region_code, ==, "986");
}

/* Who followed whom: the structural changes orders of 2009 to 2023. */
static void
test_reorganisations (void)
{
  static const struct
  {
    const char *code;
    const char *predecessors;
    const char *successors;
    int first_year;
    int last_year;
  } cases[] = {
    { "839", "836;837", "", 2020, 0 }, { "838", "835", "", 2020, 0 },
    { "940", "928", "", 2022, 0 },     { "941", "928", "", 2022, 0 },
    { "942", "909", "", 2024, 0 },     { "943", "909", "", 2024, 0 },
    { "895", "875", "", 2010, 0 },     { "823", "820", "", 2010, 0 },
    { "909", "", "942;943", 0, 2023 }, { "928", "", "940;941", 0, 2021 },
    { "835", "", "838", 0, 2019 },     { "837", "", "839", 0, 2019 },
    { "875", "", "895;896", 0, 2009 }, { "820", "", "822;823", 0, 2009 },
    { "825", "", "", 0, 0 },           { "815", "", "", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WmArea *area = wm_area_set_find_code (wm_reference_get_areas (), cases[i].code);
      g_autofree char *predecessors = g_strjoinv (";", area->predecessors);
      g_autofree char *successors = g_strjoinv (";", area->successors);

      g_assert_cmpstr (predecessors, ==, cases[i].predecessors);
      g_assert_cmpstr (successors, ==, cases[i].successors);
      g_assert_cmpint (area->first_year, ==, cases[i].first_year);
      g_assert_cmpint (area->last_year, ==, cases[i].last_year);
    }
}

static void
test_neighbours (void)
{
  WmAreaSet *areas = wm_reference_get_areas ();
  const char *const *lists = wm_reference_get_neighbour_lists ();
  const WmNeighbours *barnsley = wm_area_set_get_neighbours (areas, "370", "2025");

  for (gsize l = 0; lists[l] != NULL; l++)
    for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
      {
        const WmArea *area = wm_area_set_get_area (areas, i);
        const WmNeighbours *neighbours = wm_area_set_get_neighbours (areas, area->code, lists[l]);

        if (neighbours == NULL)
          continue;
        g_assert_cmpuint (g_strv_length (neighbours->codes), ==, 10);
        g_assert_cmpuint (g_strv_length (neighbours->closeness), ==, 10);
        for (gsize j = 0; j < 10; j++)
          g_assert_cmpint (wm_area_set_find_code (areas, neighbours->codes[j])->kind, ==,
                           WM_AREA_AUTHORITY);
      }
  g_assert_cmpstr (lists[0], ==, "2025");
  g_assert_cmpstr (lists[1], ==, "2021");
  g_assert_null (lists[2]);
  /* Department for Education, list of May 2025: Barnsley's nearest is Rotherham. */
  g_assert_cmpstr (barnsley->codes[0], ==, "372");
  g_assert_cmpstr (barnsley->closeness[0], ==, "Very close");
  /* The list of April 2021 has no neighbours for the successors of Cumbria. */
  g_assert_null (wm_area_set_get_neighbours (areas, "942", "2021"));
  g_assert_nonnull (wm_area_set_get_neighbours (areas, "942", "2025"));
  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    if (wm_area_is_current (wm_area_set_get_area (areas, i))
        && wm_area_set_get_area (areas, i)->kind == WM_AREA_AUTHORITY)
      g_assert_nonnull (wm_area_set_get_neighbours (
          areas, wm_area_set_get_area (areas, i)->code, "2025"));
}

/* ONS mid-year estimates as published by the Department for Education in 2025. */
static void
test_population (void)
{
  double children = -1;

  g_assert_true (wm_reference_find_population ("370", 2025, &children));
  g_assert_cmpfloat (children, ==, 51799);
  g_assert_true (wm_reference_find_population ("970", 2025, &children));
  g_assert_cmpfloat (children, ==, 12183016);
  g_assert_true (wm_reference_find_population ("980", 2025, &children));
  g_assert_cmpfloat (children, ==, 542710);
  g_assert_false (wm_reference_find_population ("370", 2012, &children));
  g_assert_false (wm_reference_find_population ("370", 2026, &children));
  g_assert_false (wm_reference_find_population ("837", 2018, &children));
  g_assert_cmpfloat (children, ==, 542710);
}

/* The dictionary of April 2026 has 448 records for 434 codes; directions are counted by code. */
static void
test_measures (void)
{
  g_autoptr (GPtrArray) measures = wm_reference_list_measures ();
  guint n_polarities[4] = { 0 };
  guint n_topics = 0;
  const WmIndicator *measure;

  for (guint i = 0; i < measures->len; i++)
    {
      measure = g_ptr_array_index (measures, i);
      g_assert_true (wm_reference_find_measure (measure->code) == measure);
      g_assert_cmpstr (measure->polarity_by, ==, "LAIT");
      g_assert_cmpstr (measure->polarity_date, ==, "2026-04-08");
      g_assert_cmpint (measure->basis, !=, WM_BASIS_UNSTATED);
      n_polarities[measure->polarity]++;
      n_topics += g_strv_length (measure->topics);
    }
  g_assert_cmpuint (measures->len, ==, 434);
  g_assert_cmpuint (n_topics, ==, 448);
  g_assert_cmpuint (n_polarities[WM_POLARITY_UNKNOWN], ==, 0);
  g_assert_cmpuint (n_polarities[WM_POLARITY_HIGHER], ==, 220);
  g_assert_cmpuint (n_polarities[WM_POLARITY_LOWER], ==, 88);
  g_assert_cmpuint (n_polarities[WM_POLARITY_NONE], ==, 126);

  measure = wm_reference_find_measure ("ReReferral");
  g_assert_cmpint (measure->polarity, ==, WM_POLARITY_LOWER);
  g_assert_cmpint (measure->basis, ==, WM_BASIS_FINANCIAL);
  g_assert_cmpstr (measure->unit, ==, "% of referrals");
  g_assert_cmpint (measure->decimals, ==, 1);
  g_assert_cmpint (wm_reference_find_measure ("LACnum")->decimals, ==, 0);
  g_assert_cmpint (wm_reference_find_measure ("LAC")->basis, ==, WM_BASIS_SNAPSHOT_MARCH);
  g_assert_true (wm_reference_find_measure ("Vacancies_cover")->no_quartiles);
  g_assert_null (wm_reference_find_measure ("rereferral"));
}

static void
test_parts (void)
{
  g_autoptr (GPtrArray) measures = wm_reference_list_measures ();
  const WmMeasureParts *parts = wm_reference_find_parts ("PrevRegCPR");
  guint n_parts = 0;

  g_assert_cmpstr (parts->numerator_code, ==, "ReRegCPR");
  g_assert_cmpstr (parts->denominator_code, ==, "CPP_Abuse");
  g_assert_cmpfloat (parts->multiplier, ==, 100);
  parts = wm_reference_find_parts ("CPP_rate");
  g_assert_cmpstr (parts->numerator_code, ==, "CPP_Num");
  g_assert_null (parts->denominator_code);
  g_assert_true (parts->by_population);
  g_assert_cmpfloat (parts->multiplier, ==, 10000);
  /* Rates of earlier years stand on estimates that were revised since. */
  g_assert_cmpint (wm_reference_find_parts ("LAC")->first_year, ==, 2019);
  g_assert_null (wm_reference_find_parts ("ReReferral")->numerator_code);
  /* Cases held are shared among case holders only, whose number is not published. */
  g_assert_null (wm_reference_find_parts ("Work_Force_AvgNumCase_SW"));

  for (guint i = 0; i < measures->len; i++)
    {
      parts = wm_reference_find_parts (((WmIndicator *) g_ptr_array_index (measures, i))->code);
      if (parts == NULL)
        continue;
      n_parts++;
      g_assert_cmpint (parts->n_cells, >, 100);
      g_assert_cmpint (parts->n_agree, >=, 0.985 * parts->n_cells);
    }
  g_assert_cmpuint (n_parts, ==, 23);
}

static void
test_starter_set (void)
{
  const char *const *codes = wm_reference_get_starter_set ();

  g_assert_cmpuint (g_strv_length ((char **) codes), ==, 33);
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_assert_nonnull (wm_reference_find_measure (codes[i]));
      g_assert_nonnull (wm_reference_get_starter_theme (codes[i]));
    }
  g_assert_cmpstr (codes[0], ==, "CPP_Total_Rateper10,000");
  g_assert_cmpstr (wm_reference_get_starter_theme (codes[0]), ==, "Front door");
  g_assert_cmpstr (wm_reference_get_starter_theme ("Work_Force_AvgNumCase_SW"), ==, "Workforce");
  g_assert_null (wm_reference_get_starter_theme ("KS2"));
}

static void
test_about (void)
{
  static const char *const tables[] = { "areas", "neighbours-2025", "neighbours-2021",
                                        "population-0-17", "measures", "measure-parts",
                                        "starter-set" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *about = wm_reference_dup_about (tables[i]);

      g_assert_true (g_str_has_prefix (about, "Title: "));
      g_assert_nonnull (strstr (about, "\nDate: 20"));
      g_assert_nonnull (strstr (about, "\nSource: "));
      g_assert_nonnull (strstr (about, wm_reference_get_licence_line ()));
    }
  g_assert_null (wm_reference_dup_about ("weather"));
}

static gpointer
look_around_thread (gpointer data)
{
  GPtrArray *members
      = wm_area_set_get_members (wm_reference_get_areas (), "970", 0);
  gboolean right = members->len == 153 && wm_reference_find_measure ("LAC") != NULL
                   && wm_reference_get_starter_theme ("LAC") != NULL;

  g_ptr_array_unref (members);
  return GINT_TO_POINTER (right);
}

/* The first test, so that the threads are the first to ask. */
static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look", look_around_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (GPOINTER_TO_INT (g_thread_join (threads[i])));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reference/threads", test_threads);
  g_test_add_func ("/reference/counts", test_counts);
  g_test_add_func ("/reference/names", test_names);
  g_test_add_func ("/reference/names-are-distinct", test_names_are_distinct);
  g_test_add_func ("/reference/links", test_links);
  g_test_add_func ("/reference/reorganisations", test_reorganisations);
  g_test_add_func ("/reference/neighbours", test_neighbours);
  g_test_add_func ("/reference/population", test_population);
  g_test_add_func ("/reference/measures", test_measures);
  g_test_add_func ("/reference/parts", test_parts);
  g_test_add_func ("/reference/starter-set", test_starter_set);
  g_test_add_func ("/reference/about", test_about);
  return g_test_run ();
}
