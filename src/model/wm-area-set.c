/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* All areas that are known: found by code, former code, name or spelling; regions and neighbours. */

#include "config.h"

#include "wm-area-set.h"

#include "wm-text.h"

#include <string.h>

struct _WmAreaSet
{
  GPtrArray *areas;          /* WmArea, in the order of the list */
  GHashTable *by_code;       /* any code -> WmArea, borrowed */
  GHashTable *by_name;       /* folded name or alias -> GPtrArray of WmArea, borrowed */
  GHashTable *neighbours;    /* "code list" -> WmNeighbours */
};

G_DEFINE_BOXED_TYPE (WmAreaSet, wm_area_set, wm_area_set_ref, wm_area_set_unref)

static void
neighbours_free (gpointer data)
{
  WmNeighbours *neighbours = data;

  g_free (neighbours->list);
  g_strfreev (neighbours->codes);
  g_strfreev (neighbours->closeness);
  g_free (neighbours);
}

static void
area_set_clear (gpointer data)
{
  WmAreaSet *self = data;

  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->neighbours);
  g_ptr_array_unref (self->areas);
}

/**
 * wm_area_set_new:
 *
 * Makes an empty set.
 *
 * Returns: (transfer full): the set
 */
WmAreaSet *
wm_area_set_new (void)
{
  WmAreaSet *self = g_atomic_rc_box_new0 (WmAreaSet);

  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_area_unref);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->neighbours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, neighbours_free);
  return self;
}

/**
 * wm_area_set_ref:
 * @self: a set
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmAreaSet *
wm_area_set_ref (WmAreaSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_area_set_unref:
 * @self: (transfer full): a set
 *
 * Gives a reference back.
 */
void
wm_area_set_unref (WmAreaSet *self)
{
  g_atomic_rc_box_release_full (self, area_set_clear);
}

static gboolean
looks_like_code (const char *text)
{
  return text[0] != '\0' && g_ascii_isdigit (text[strlen (text) - 1]);
}

static void
index_name (WmAreaSet *self, const char *name, WmArea *area)
{
  g_autofree char *folded = wm_text_fold (name);
  GPtrArray *areas = g_hash_table_lookup (self->by_name, folded);

  if (areas == NULL)
    {
      areas = g_ptr_array_new ();
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), areas);
    }
  if (!g_ptr_array_find (areas, area, NULL))
    g_ptr_array_add (areas, area);
}

/**
 * wm_area_set_add:
 * @self: a set that is not shared yet
 * @area: an area that is filled in; the set takes a reference
 *
 * Adds an area and makes it findable by its codes, name and aliases. The first area to claim a
 * code keeps it.
 */
void
wm_area_set_add (WmAreaSet *self, WmArea *area)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (area != NULL);

  g_ptr_array_add (self->areas, wm_area_ref (area));
  if (!g_hash_table_contains (self->by_code, area->code))
    g_hash_table_insert (self->by_code, area->code, area);
  if (area->ons_code != NULL && !g_hash_table_contains (self->by_code, area->ons_code))
    g_hash_table_insert (self->by_code, area->ons_code, area);
  index_name (self, area->name, area);
  for (gsize i = 0; area->aliases != NULL && area->aliases[i] != NULL; i++)
    {
      if (looks_like_code (area->aliases[i])
          && !g_hash_table_contains (self->by_code, area->aliases[i]))
        g_hash_table_insert (self->by_code, area->aliases[i], area);
      index_name (self, area->aliases[i], area);
    }
}

/**
 * wm_area_set_add_neighbours:
 * @self: a set that is not shared yet
 * @code: code of the authority
 * @list: which list, such as "2025"
 * @codes: (array zero-terminated=1): codes of its neighbours, nearest first
 * @closeness: (array zero-terminated=1): how close each is
 *
 * Adds or replaces the neighbours of one authority by one list.
 */
void
wm_area_set_add_neighbours (WmAreaSet *self, const char *code, const char *list,
                            const char *const *codes, const char *const *closeness)
{
  WmNeighbours *neighbours;

  g_return_if_fail (self != NULL && code != NULL && list != NULL);

  neighbours = g_new0 (WmNeighbours, 1);
  neighbours->list = g_strdup (list);
  neighbours->codes = g_strdupv ((char **) codes);
  neighbours->closeness = g_strdupv ((char **) closeness);
  g_hash_table_replace (self->neighbours, g_strconcat (code, " ", list, NULL), neighbours);
}

/**
 * wm_area_set_get_n_areas:
 * @self: a set
 *
 * Counts the areas.
 *
 * Returns: how many there are
 */
gsize
wm_area_set_get_n_areas (const WmAreaSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->areas->len;
}

/**
 * wm_area_set_get_area:
 * @self: a set
 * @i: less than the number of areas
 *
 * Gets an area by its place in the list.
 *
 * Returns: (transfer none): the area
 */
WmArea *
wm_area_set_get_area (const WmAreaSet *self, gsize i)
{
  g_return_val_if_fail (self != NULL && i < self->areas->len, NULL);

  return g_ptr_array_index (self->areas, i);
}

/**
 * wm_area_set_find_code:
 * @self: a set
 * @code: a three-digit or nine-character code, current or former
 *
 * Finds an area by code.
 *
 * Returns: (transfer none) (nullable): the area
 */
WmArea *
wm_area_set_find_code (const WmAreaSet *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  return g_hash_table_lookup (self->by_code, code);
}

/* Of several areas of one name, the one that still exists, when it is the only one. */
static WmArea *
choose_current (GPtrArray *areas)
{
  WmArea *current = NULL;

  for (guint i = 0; i < areas->len; i++)
    {
      WmArea *area = g_ptr_array_index (areas, i);

      if (!wm_area_is_current (area))
        continue;
      if (current != NULL)
        return NULL;
      current = area;
    }
  return current;
}

/**
 * wm_area_set_find_name:
 * @self: a set
 * @name: a code, a name or a spelling that people use
 * @candidates: (out) (optional) (transfer container) (element-type WmArea) (nullable): the areas
 *   that @name could mean when it means several; %NULL otherwise
 *
 * Finds an area by anything that people write for it. A name that a former and a present
 * authority share means the present one.
 *
 * Returns: (transfer none) (nullable): the area; %NULL when unknown or ambiguous
 */
WmArea *
wm_area_set_find_name (const WmAreaSet *self, const char *name, GPtrArray **candidates)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *folded = NULL;
  GPtrArray *areas;
  WmArea *area;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (candidates != NULL)
    *candidates = NULL;
  trimmed = wm_text_trim (name);
  area = g_hash_table_lookup (self->by_code, trimmed);
  if (area != NULL)
    return area;
  folded = wm_text_fold (trimmed);
  areas = g_hash_table_lookup (self->by_name, folded);
  if (areas == NULL)
    return NULL;
  if (areas->len == 1)
    return g_ptr_array_index (areas, 0);
  area = choose_current (areas);
  if (area == NULL && candidates != NULL)
    {
      *candidates = g_ptr_array_new ();
      for (guint i = 0; i < areas->len; i++)
        g_ptr_array_add (*candidates, g_ptr_array_index (areas, i));
    }
  return area;
}

static gboolean
is_member (const WmAreaSet *self, const WmArea *area, const char *region_code)
{
  const WmArea *region;

  if (area->region_code == NULL)
    return FALSE;
  if (g_str_equal (area->region_code, region_code))
    return TRUE;
  /* Inner and Outer London lie in London. */
  region = g_hash_table_lookup (self->by_code, area->region_code);
  return region != NULL && g_strcmp0 (region->region_code, region_code) == 0;
}

/**
 * wm_area_set_get_members:
 * @self: a set
 * @region_code: code of a region, or of England for all authorities
 * @year: a statistical year, or 0 for today's authorities
 *
 * Lists the authorities of a region. London is Inner and Outer London together.
 *
 * Returns: (transfer container) (element-type WmArea): the authorities, in the order of the list
 */
GPtrArray *
wm_area_set_get_members (const WmAreaSet *self, const char *region_code, int year)
{
  GPtrArray *members;
  const WmArea *region;
  gboolean all;

  g_return_val_if_fail (self != NULL && region_code != NULL, NULL);

  members = g_ptr_array_new ();
  region = g_hash_table_lookup (self->by_code, region_code);
  all = region != NULL && region->kind == WM_AREA_COUNTRY;
  for (guint i = 0; i < self->areas->len; i++)
    {
      WmArea *area = g_ptr_array_index (self->areas, i);

      if (area->kind != WM_AREA_AUTHORITY)
        continue;
      if (year == 0 ? !wm_area_is_current (area) : !wm_area_exists_in (area, year))
        continue;
      if (all || is_member (self, area, region_code))
        g_ptr_array_add (members, area);
    }
  return members;
}

/**
 * wm_area_set_get_neighbours:
 * @self: a set
 * @code: code of an authority
 * @list: which list, such as "2025"
 *
 * Gets the statistical neighbours of an authority.
 *
 * Returns: (transfer none) (nullable): the neighbours; %NULL when the list has none for it
 */
const WmNeighbours *
wm_area_set_get_neighbours (const WmAreaSet *self, const char *code, const char *list)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL && code != NULL && list != NULL, NULL);

  key = g_strconcat (code, " ", list, NULL);
  return g_hash_table_lookup (self->neighbours, key);
}

/**
 * wm_area_set_get_country:
 * @self: a set
 *
 * Gets the country row.
 *
 * Returns: (transfer none) (nullable): England, or what stands for it in the sample
 */
WmArea *
wm_area_set_get_country (const WmAreaSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->areas->len; i++)
    {
      WmArea *area = g_ptr_array_index (self->areas, i);

      if (area->kind == WM_AREA_COUNTRY)
        return area;
    }
  return NULL;
}
