/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The areas and neighbour lists of a project: what the program knows by itself, and what the
 * project's files say instead or besides. */

#include "config.h"

#include "wm-known-areas.h"

#include "wm-reference.h"
#include "wm-store-areas.h"

static void
add_known_neighbours (WmAreaSet *areas, WmAreaSet *known, const char *code)
{
  const char *const *lists = wm_reference_get_neighbour_lists ();

  for (gsize i = 0; lists[i] != NULL; i++)
    {
      const WmNeighbours *neighbours = wm_area_set_get_neighbours (known, code, lists[i]);

      if (neighbours != NULL)
        wm_area_set_add_neighbours (areas, code, lists[i], (const char *const *) neighbours->codes,
                                    (const char *const *) neighbours->closeness);
    }
}

static void
add_unknown_areas (WmAreaSet *areas, WmAreaSet *more)
{
  for (gsize i = 0; i < wm_area_set_get_n_areas (more); i++)
    {
      WmArea *area = wm_area_set_get_area (more, i);

      if (wm_area_set_find_code (areas, area->code) == NULL)
        wm_area_set_add (areas, area);
    }
}

static WmAreaSet *
join_areas (WmAreaSet *own, WmAreaSet *listed)
{
  WmAreaSet *known = wm_reference_get_areas ();
  WmAreaSet *joined = wm_area_set_new ();

  for (gsize i = 0; i < wm_area_set_get_n_areas (known); i++)
    {
      WmArea *area = wm_area_set_get_area (known, i);
      WmArea *newer = wm_area_set_find_code (listed, area->code);

      wm_area_set_add (joined, newer != NULL ? newer : area);
      add_known_neighbours (joined, known, area->code);
    }
  add_unknown_areas (joined, own);
  return joined;
}

/**
 * wm_known_areas_load:
 * @store: a project
 * @is_sample: whether it holds the sample, which has areas of its own and knows no others
 * @error: return location for an error
 *
 * Loads the areas that the program knows, each as the newest imported list of areas has it where
 * there is one, and those that only the project's files have; with the neighbour lists likewise.
 *
 * Returns: (transfer full): the areas; %NULL on error
 */
WmAreaSet *
wm_known_areas_load (WmStore *store, gboolean is_sample, GError **error)
{
  g_autoptr (WmAreaSet) own = wm_store_load_areas (store, error);
  g_autoptr (WmAreaSet) listed = own != NULL ? wm_store_load_listed_areas (store, error) : NULL;
  g_autoptr (WmAreaSet) areas = NULL;

  if (listed == NULL)
    return NULL;
  areas = is_sample ? wm_area_set_ref (own) : join_areas (own, listed);
  return wm_store_load_neighbours (store, areas, error) ? g_steal_pointer (&areas) : NULL;
}
