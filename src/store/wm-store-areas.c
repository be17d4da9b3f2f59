/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The areas of a project and the neighbour lists that were imported. */

#include "config.h"

#include "wm-store-areas.h"

#include "wm-store-rows-private.h"
#include "wm-store-sql-private.h"

#define AREA_COLUMNS \
  "code, ons_code, name, kind, region_code, first_year, last_year, aliases, predecessors," \
  " successors, joint_code, is_small, is_listed"

/* A file's bare area never replaces a listed one. */
#define PUT_AREA \
  "INSERT INTO area (" AREA_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" \
  " ON CONFLICT (code) DO UPDATE SET ons_code = excluded.ons_code, name = excluded.name," \
  " kind = excluded.kind, region_code = excluded.region_code, first_year = excluded.first_year," \
  " last_year = excluded.last_year, aliases = excluded.aliases," \
  " predecessors = excluded.predecessors, successors = excluded.successors," \
  " joint_code = excluded.joint_code, is_small = excluded.is_small, is_listed = excluded.is_listed"

#define ADD_AREA PUT_AREA " WHERE area.is_listed = 0 AND excluded.is_listed = 1"

/* Finds or adds a row that is known by one text. */
gboolean
wm_store_intern_code (WmStore *self, const char *insert, const char *find, const char *text,
                      gint64 *id, GError **error)
{
  return wm_store_run (self, insert, WM_PARAMS (WM_TEXT (text)), error)
         && wm_store_get_integer (self, find, WM_PARAMS (WM_TEXT (text)), id, error);
}

static gboolean
put_area (WmStore *self, const char *sql, const WmArea *area, GError **error)
{
  g_autofree char *aliases = wm_store_join_lines (area->aliases);
  g_autofree char *predecessors = wm_store_join_lines (area->predecessors);
  g_autofree char *successors = wm_store_join_lines (area->successors);

  return wm_store_run (self, sql,
                       WM_PARAMS (WM_TEXT (area->code), WM_TEXT (area->ons_code),
                                  WM_TEXT (area->name), WM_INT (area->kind),
                                  WM_TEXT (area->region_code), WM_INT (area->first_year),
                                  WM_INT (area->last_year), WM_TEXT (aliases),
                                  WM_TEXT (predecessors), WM_TEXT (successors),
                                  WM_TEXT (area->joint_code), WM_INT (area->is_small),
                                  WM_INT (area->is_listed)),
                       error);
}

/* Finds or adds an area within a transaction. */
gboolean
wm_store_intern_area (WmStore *self, const WmArea *area, gint64 *id, GError **error)
{
  return put_area (self, ADD_AREA, area, error)
         && wm_store_get_integer (self, "SELECT id FROM area WHERE code = ?",
                                  WM_PARAMS (WM_TEXT (area->code)), id, error);
}

/**
 * wm_store_put_areas:
 * @self: a project
 * @areas: (array length=n_areas): areas
 * @n_areas: number of areas
 * @error: return location for an error
 *
 * Adds areas, and replaces what the project knows of those that it has.
 *
 * Returns: whether all were stored
 */
gboolean
wm_store_put_areas (WmStore *self, WmArea *const *areas, gsize n_areas, GError **error)
{
  gboolean is_good = TRUE;

  g_return_val_if_fail (self != NULL && (areas != NULL || n_areas == 0), FALSE);

  if (!wm_store_begin (self, error))
    return FALSE;
  for (gsize i = 0; i < n_areas && is_good; i++)
    is_good = put_area (self, PUT_AREA, areas[i], error);
  return wm_store_end (self, is_good, error);
}

static WmArea *
read_area (WmStatement *row)
{
  WmArea *area = wm_area_new (wm_statement_get_text (row, 0), wm_statement_get_text (row, 2),
                              sqlite3_column_int (row, 3));

  area->ons_code = wm_statement_dup_text (row, 1);
  area->region_code = wm_statement_dup_text (row, 4);
  area->first_year = sqlite3_column_int (row, 5);
  area->last_year = sqlite3_column_int (row, 6);
  area->aliases = wm_statement_dup_lines (row, 7);
  area->predecessors = wm_statement_dup_lines (row, 8);
  area->successors = wm_statement_dup_lines (row, 9);
  area->joint_code = wm_statement_dup_text (row, 10);
  area->is_small = sqlite3_column_int (row, 11);
  area->is_listed = sqlite3_column_int (row, 12);
  return area;
}

/**
 * wm_store_load_areas:
 * @self: a project
 * @error: return location for an error
 *
 * Loads the areas of the project by code, without neighbours. An area that only a file brought is
 * left out when every import with figures for it was undone.
 *
 * Returns: (transfer full): the areas; %NULL on error
 */
WmAreaSet *
wm_store_load_areas (WmStore *self, GError **error)
{
  g_autoptr (WmAreaSet) areas = wm_area_set_new ();
  g_autoptr (WmStatement) rows = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL, NULL);

  rows = wm_store_prepare (self,
                           "SELECT " AREA_COLUMNS " FROM area WHERE is_listed OR EXISTS ("
                           "  SELECT 1 FROM observation o JOIN series s ON s.id = o.series_id"
                           "  JOIN import i ON i.id = s.import_id"
                           "  WHERE o.area_id = area.id AND NOT i.is_undone)"
                           " ORDER BY code", error);
  if (rows == NULL)
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      g_autoptr (WmArea) area = NULL;

      if (!has_row)
        return g_steal_pointer (&areas);
      area = read_area (rows);
      wm_area_set_add (areas, area);
    }
  return NULL;
}

static gboolean
put_neighbour (WmStore *self, const char *list, const char *as_at, const WmNeighbourEntry *entry,
               gint64 rank, GError **error)
{
  return wm_store_run (self,
                       "INSERT INTO neighbour (list, area_code, rank, neighbour_code, closeness, as_at)"
                       " VALUES (?, ?, ?, ?, ?, ?)",
                       WM_PARAMS (WM_TEXT (list), WM_TEXT (entry->area_code), WM_INT (rank),
                                  WM_TEXT (entry->neighbour_code), WM_TEXT (entry->closeness),
                                  WM_TEXT (as_at)),
                       error);
}

/**
 * wm_store_put_neighbours:
 * @self: a project
 * @list: name of the list, such as "neighbours2025"
 * @as_at: (nullable): the day that the list stands for, YYYY-MM-DD
 * @entries: (array length=n_entries): the neighbours
 * @n_entries: number of entries; 0 removes the list
 * @error: return location for an error
 *
 * Replaces a neighbour list.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_put_neighbours (WmStore *self, const char *list, const char *as_at,
                         const WmNeighbourEntry *entries, gsize n_entries, GError **error)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_good;

  g_return_val_if_fail (self != NULL && list != NULL, FALSE);

  if (!wm_store_begin (self, error))
    return FALSE;
  is_good = wm_store_run (self, "DELETE FROM neighbour WHERE list = ?",
                          WM_PARAMS (WM_TEXT (list)), error);
  for (gsize i = 0; i < n_entries && is_good; i++)
    {
      const char *area_code = entries[i].area_code;
      int rank = GPOINTER_TO_INT (g_hash_table_lookup (ranks, area_code)) + 1;

      g_hash_table_insert (ranks, (gpointer) area_code, GINT_TO_POINTER (rank));
      is_good = put_neighbour (self, list, as_at, &entries[i], rank, error);
    }
  return wm_store_end (self, is_good, error);
}

/* The neighbours of one area while they are read. */
typedef struct
{
  char *list;
  char *area_code;
  GPtrArray *codes;
  GPtrArray *closeness;
} Gathered;

static void
gathered_clear (Gathered *self)
{
  g_clear_pointer (&self->list, g_free);
  g_clear_pointer (&self->area_code, g_free);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->closeness, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathered, gathered_clear)

static void
gathered_flush (Gathered *self, WmAreaSet *areas)
{
  if (self->list != NULL)
    {
      g_ptr_array_add (self->codes, NULL);
      g_ptr_array_add (self->closeness, NULL);
      wm_area_set_add_neighbours (areas, self->area_code, self->list,
                                  (const char *const *) self->codes->pdata,
                                  (const char *const *) self->closeness->pdata);
    }
  gathered_clear (self);
}

static void
gathered_add (Gathered *self, WmAreaSet *areas, WmStatement *row)
{
  const char *list = wm_statement_get_text (row, 0);
  const char *area_code = wm_statement_get_text (row, 1);
  const char *closeness = wm_statement_get_text (row, 3);

  if (g_strcmp0 (list, self->list) != 0 || g_strcmp0 (area_code, self->area_code) != 0)
    {
      gathered_flush (self, areas);
      self->list = g_strdup (list);
      self->area_code = g_strdup (area_code);
      self->codes = g_ptr_array_new_with_free_func (g_free);
      self->closeness = g_ptr_array_new_with_free_func (g_free);
    }
  g_ptr_array_add (self->codes, wm_statement_dup_text (row, 2));
  g_ptr_array_add (self->closeness, g_strdup (closeness != NULL ? closeness : ""));
}

/**
 * wm_store_load_neighbours:
 * @self: a project
 * @areas: the areas that get neighbours
 * @error: return location for an error
 *
 * Adds the neighbour lists of the project to @areas.
 *
 * Returns: whether they could be read
 */
gboolean
wm_store_load_neighbours (WmStore *self, WmAreaSet *areas, GError **error)
{
  g_auto (Gathered) gathered = { 0 };
  g_autoptr (WmStatement) rows = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL && areas != NULL, FALSE);

  rows = wm_store_prepare (self,
                           "SELECT list, area_code, neighbour_code, closeness FROM neighbour"
                           " ORDER BY list, area_code, rank", error);
  if (rows == NULL)
    return FALSE;
  while (wm_store_next (self, rows, &has_row, error))
    {
      if (!has_row)
        {
          gathered_flush (&gathered, areas);
          return TRUE;
        }
      gathered_add (&gathered, areas, rows);
    }
  return FALSE;
}

/**
 * wm_store_list_neighbour_lists:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the names of the neighbour lists that the project has of its own.
 *
 * Returns: (transfer container) (element-type utf8): the names; %NULL on error
 */
GPtrArray *
wm_store_list_neighbour_lists (WmStore *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WmStatement) rows = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL, NULL);

  rows = wm_store_prepare (self, "SELECT DISTINCT list FROM neighbour ORDER BY list", error);
  if (rows == NULL)
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&names);
      g_ptr_array_add (names, wm_statement_dup_text (rows, 0));
    }
  return NULL;
}
