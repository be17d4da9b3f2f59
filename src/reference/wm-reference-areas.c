/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The list of authorities and regions, with their statistical neighbours and the number of children
 * that live there. */

#include "config.h"

#include "wm-reference.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "wm-reference-table.h"

#define N_NEIGHBOURS 10

enum
{
  COLUMN_CODE,
  COLUMN_ONS_CODE,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_REGION_CODE,
  COLUMN_FIRST_YEAR,
  COLUMN_LAST_YEAR,
  COLUMN_ALIASES,
  COLUMN_PREDECESSORS,
  COLUMN_SUCCESSORS,
  COLUMN_JOINT,
  COLUMN_IS_SMALL,
};

static const char *const area_columns[] = {
  [COLUMN_CODE] = "code",
  [COLUMN_ONS_CODE] = "ons_code",
  [COLUMN_NAME] = "name",
  [COLUMN_KIND] = "kind",
  [COLUMN_REGION_CODE] = "region_code",
  [COLUMN_FIRST_YEAR] = "first_year",
  [COLUMN_LAST_YEAR] = "last_year",
  [COLUMN_ALIASES] = "aliases",
  [COLUMN_PREDECESSORS] = "predecessors",
  [COLUMN_SUCCESSORS] = "successors",
  [COLUMN_JOINT] = "joint",
  [COLUMN_IS_SMALL] = "is_small",
  NULL,
};

static const char *const neighbour_lists[] = { "2025", "2021", NULL };

static const struct
{
  const char *id;
  WmAreaKind kind;
} kinds[] = {
  { "authority", WM_AREA_AUTHORITY },
  { "region", WM_AREA_REGION },
  { "country", WM_AREA_COUNTRY },
};

static gboolean
read_kind (const char *cell, WmAreaKind *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (cell, kinds[i].id))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}

static char *
dup_cell (const WmReferenceTable *table, gsize row, gsize column)
{
  const char *cell = wm_reference_table_get_cell (table, row, column);

  return *cell != '\0' ? g_strdup (cell) : NULL;
}

static GStrv
split_cell (const WmReferenceTable *table, gsize row, gsize column)
{
  return g_strsplit (wm_reference_table_get_cell (table, row, column), ";", -1);
}

static gboolean
refuse_row (const WmReferenceTable *table, gsize row, gsize column, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("Line %1$u of the list of areas: “%2$s” cannot stand in the column “%3$s”."),
               wm_reference_table_get_line (table, row),
               wm_reference_table_get_cell (table, row, column), area_columns[column]);
  return FALSE;
}

static gboolean
read_years (const WmReferenceTable *table, gsize row, WmArea *area, GError **error)
{
  if (!wm_reference_table_read_int (wm_reference_table_get_cell (table, row, COLUMN_FIRST_YEAR),
                                    &area->first_year))
    return refuse_row (table, row, COLUMN_FIRST_YEAR, error);
  if (!wm_reference_table_read_int (wm_reference_table_get_cell (table, row, COLUMN_LAST_YEAR),
                                    &area->last_year))
    return refuse_row (table, row, COLUMN_LAST_YEAR, error);
  return TRUE;
}

static gboolean
read_area (const WmReferenceTable *table, gsize row, WmAreaSet *areas, GError **error)
{
  g_autoptr (WmArea) area = NULL;
  const char *code = wm_reference_table_get_cell (table, row, COLUMN_CODE);
  const char *name = wm_reference_table_get_cell (table, row, COLUMN_NAME);
  WmAreaKind kind;

  if (*code == '\0' || wm_area_set_find_code (areas, code) != NULL)
    return refuse_row (table, row, COLUMN_CODE, error);
  if (*name == '\0')
    return refuse_row (table, row, COLUMN_NAME, error);
  if (!read_kind (wm_reference_table_get_cell (table, row, COLUMN_KIND), &kind))
    return refuse_row (table, row, COLUMN_KIND, error);
  area = wm_area_new (code, name, kind);
  if (!read_years (table, row, area, error))
    return FALSE;
  area->ons_code = dup_cell (table, row, COLUMN_ONS_CODE);
  area->region_code = dup_cell (table, row, COLUMN_REGION_CODE);
  area->aliases = split_cell (table, row, COLUMN_ALIASES);
  area->predecessors = split_cell (table, row, COLUMN_PREDECESSORS);
  area->successors = split_cell (table, row, COLUMN_SUCCESSORS);
  area->joint_code = dup_cell (table, row, COLUMN_JOINT);
  area->is_small = g_str_equal (wm_reference_table_get_cell (table, row, COLUMN_IS_SMALL), "1");
  wm_area_set_add (areas, area);
  return TRUE;
}

/* Every code that an area names must be an area too. */
static gboolean
check_links (const WmReferenceTable *table, WmAreaSet *areas, GError **error)
{
  const gsize columns[] = { COLUMN_REGION_CODE, COLUMN_PREDECESSORS, COLUMN_SUCCESSORS,
                            COLUMN_JOINT };

  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
      {
        g_auto (GStrv) codes = split_cell (table, row, columns[i]);

        for (gsize j = 0; codes[j] != NULL; j++)
          if (wm_area_set_find_code (areas, codes[j]) == NULL)
            return refuse_row (table, row, columns[i], error);
      }
  return TRUE;
}

static WmAreaSet *
read_areas (const WmReferenceTable *table, GError **error)
{
  g_autoptr (WmAreaSet) areas = wm_area_set_new ();

  if (!wm_reference_table_check (table, area_columns, error))
    return NULL;
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    if (!read_area (table, row, areas, error))
      return NULL;
  if (!check_links (table, areas, error))
    return NULL;
  return g_steal_pointer (&areas);
}

/**
 * wm_reference_parse_areas:
 * @text: a list of areas in the project's own format, such as the sample's
 * @error: return location
 *
 * Reads a list of areas. A code that stands twice, an area without a name and a link to an area
 * that the list does not have are refused with the number of the line.
 *
 * Returns: (transfer full): the areas, without neighbours; %NULL when the list cannot be used
 */
WmAreaSet *
wm_reference_parse_areas (const char *text, GError **error)
{
  g_autoptr (WmReferenceTable) table = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  table = wm_reference_table_parse (text, error);
  if (table == NULL)
    return NULL;
  return read_areas (table, error);
}

static void
read_neighbours (WmAreaSet *areas, const char *list)
{
  g_autofree char *name = g_strconcat ("neighbours-", list, NULL);
  g_autoptr (WmReferenceTable) table = wm_reference_table_load (name);

  g_assert (wm_reference_table_get_n_cells (table) == 1 + 2 * N_NEIGHBOURS);
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      const char *codes[N_NEIGHBOURS + 1] = { NULL };
      const char *closeness[N_NEIGHBOURS + 1] = { NULL };

      for (gsize i = 0; i < N_NEIGHBOURS; i++)
        {
          codes[i] = wm_reference_table_get_cell (table, row, 1 + 2 * i);
          closeness[i] = wm_reference_table_get_cell (table, row, 2 + 2 * i);
        }
      wm_area_set_add_neighbours (areas, wm_reference_table_get_cell (table, row, 0), list, codes,
                                  closeness);
    }
}

static WmAreaSet *
load_areas (void)
{
  g_autoptr (WmReferenceTable) table = wm_reference_table_load ("areas");
  g_autoptr (GError) error = NULL;
  WmAreaSet *areas = read_areas (table, &error);

  if (areas == NULL)
    g_error ("built-in table areas: %s", error->message);
  for (gsize i = 0; neighbour_lists[i] != NULL; i++)
    read_neighbours (areas, neighbour_lists[i]);
  return areas;
}

/**
 * wm_reference_get_areas:
 *
 * Gets the upper-tier authorities of England since 2009, the regions and England, with the
 * statistical neighbours of every list in [func@reference_get_neighbour_lists].
 *
 * Returns: (transfer none): the areas, shared by everybody
 */
WmAreaSet *
wm_reference_get_areas (void)
{
  static WmAreaSet *areas = NULL;

  if (g_once_init_enter (&areas))
    g_once_init_leave (&areas, load_areas ());
  return areas;
}

/**
 * wm_reference_get_neighbour_lists:
 *
 * Lists the years of the neighbour lists, the one that holds today first.
 *
 * Returns: (transfer none) (array zero-terminated=1): the years
 */
const char *const *
wm_reference_get_neighbour_lists (void)
{
  return neighbour_lists;
}

static void
read_population_row (GHashTable *population, const WmReferenceTable *table, gsize row)
{
  const char *code = wm_reference_table_get_cell (table, row, 0);

  for (gsize column = 1; column < wm_reference_table_get_n_cells (table); column++)
    {
      const char *year = wm_reference_table_get_column (table, column);
      int children = 0;

      if (!wm_reference_table_read_int (wm_reference_table_get_cell (table, row, column), &children))
        g_error ("built-in table population-0-17: %s in %s", code, year);
      if (children > 0)
        g_hash_table_insert (population, g_strconcat (code, " ", year, NULL),
                             GINT_TO_POINTER (children));
    }
}

static GHashTable *
load_population (void)
{
  g_autoptr (WmReferenceTable) table = wm_reference_table_load ("population-0-17");
  GHashTable *population = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    read_population_row (population, table, row);
  return population;
}

/**
 * wm_reference_find_population:
 * @area_code: three-digit code
 * @statistical_year: the year that ends on 31 March of this year
 * @population: (out): children aged 0-17; untouched when not known
 *
 * Finds the number of children that the published rates of a year stand on: the estimate for the
 * middle of the calendar year before.
 *
 * Returns: whether it is known
 */
gboolean
wm_reference_find_population (const char *area_code, int statistical_year, double *population)
{
  static GHashTable *table = NULL;
  g_autofree char *key = NULL;
  gpointer children;

  g_return_val_if_fail (area_code != NULL && population != NULL, FALSE);

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, load_population ());
  key = g_strdup_printf ("%s %d", area_code, statistical_year - 1);
  if (!g_hash_table_lookup_extended (table, key, NULL, &children))
    return FALSE;
  *population = GPOINTER_TO_INT (children);
  return TRUE;
}
