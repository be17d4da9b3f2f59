/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The areas of a project and the neighbour lists that were imported. */

#include "config.h"

#include "wm-store-areas.h"

#include "wm-store-items-private.h"
#include "wm-store-rows-private.h"
#include "wm-store-sql-private.h"

#define FACT_COLUMNS \
  "ons_code, name, kind, region_code, first_year, last_year, aliases, predecessors, successors," \
  " joint_code, is_small, is_listed"

#define PUT_FACT \
  "INSERT INTO area_fact (area_id, import_id, " FACT_COLUMNS ")" \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" \
  " ON CONFLICT (area_id, coalesce (import_id, 0)) DO UPDATE SET ons_code = excluded.ons_code," \
  " name = excluded.name, kind = excluded.kind, region_code = excluded.region_code," \
  " first_year = excluded.first_year, last_year = excluded.last_year," \
  " aliases = excluded.aliases, predecessors = excluded.predecessors," \
  " successors = excluded.successors, joint_code = excluded.joint_code," \
  " is_small = excluded.is_small, is_listed = excluded.is_listed" \
  /* A file's bare area never replaces anything. */ \
  " WHERE excluded.is_listed"

/* Finds or adds a row that is known by one text. */
gboolean
wm_store_intern_code (WmStore *self, const char *insert, const char *find, const char *text,
                      gint64 *id, GError **error)
{
  return wm_store_run (self, insert, WM_PARAMS (WM_TEXT (text)), error)
         && wm_store_get_integer (self, find, WM_PARAMS (WM_TEXT (text)), id, error);
}

static gboolean
put_fact (WmStore *self, gint64 area_id, const WmParam import_id, const WmArea *area, GError **error)
{
  g_autofree char *aliases = wm_store_join_lines (area->aliases);
  g_autofree char *predecessors = wm_store_join_lines (area->predecessors);
  g_autofree char *successors = wm_store_join_lines (area->successors);

  return wm_store_run (self, PUT_FACT,
                       WM_PARAMS (WM_INT (area_id), import_id, WM_TEXT (area->ons_code),
                                  WM_TEXT (area->name), WM_INT (area->kind),
                                  WM_TEXT (area->region_code), WM_INT (area->first_year),
                                  WM_INT (area->last_year), WM_TEXT (aliases),
                                  WM_TEXT (predecessors), WM_TEXT (successors),
                                  WM_TEXT (area->joint_code), WM_INT (area->is_small),
                                  WM_INT (area->is_listed)),
                       error);
}

/* Finds or adds an area within a transaction, and keeps what import @import_id says of it; 0 is
 * what stands when no list of areas says more. */
gboolean
wm_store_intern_area (WmStore *self, const WmArea *area, gint64 import_id, gint64 *id, GError **error)
{
  const WmParam none = WM_NULL, some = WM_INT (import_id);

  return wm_store_intern_code (self, "INSERT INTO area (code) VALUES (?) ON CONFLICT DO NOTHING",
                               "SELECT id FROM area WHERE code = ?", area->code, id, error)
         && put_fact (self, *id, import_id != 0 ? some : none, area, error);
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

static WmAreaSet *
load_areas (WmStore *self, const char *where, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT code, " FACT_COLUMNS " FROM known_area a WHERE ", where,
                                      " ORDER BY code", NULL);
  g_autoptr (WmAreaSet) areas = wm_area_set_new ();
  g_autoptr (WmStatement) rows = wm_store_prepare (self, sql, error);
  gboolean has_row;

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

/**
 * wm_store_load_areas:
 * @self: a project
 * @error: return location for an error
 *
 * Loads the areas of the project by code, without neighbours. What the newest list of areas that
 * is not undone says of an area stands. An area that only a file with figures brought is left out
 * when every such import was undone.
 *
 * Returns: (transfer full): the areas; %NULL on error
 */
WmAreaSet *
wm_store_load_areas (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return load_areas (self,
                     "is_listed OR EXISTS ("
                     "  SELECT 1 FROM observation o JOIN series s ON s.id = o.series_id"
                     "  JOIN import i ON i.id = s.import_id"
                     "  WHERE o.area_id = a.id AND NOT i.is_undone)",
                     error);
}

/**
 * wm_store_load_listed_areas:
 * @self: a project
 * @error: return location for an error
 *
 * Loads the areas that imported lists of areas speak of, as the newest list that is not undone
 * has them. They replace what the program knows of these areas by itself.
 *
 * Returns: (transfer full): the areas; %NULL on error
 */
WmAreaSet *
wm_store_load_listed_areas (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return load_areas (self, "is_listed AND import_id IS NOT NULL", error);
}

/* Stores the neighbour list of an import, within its transaction. Entries of one area follow each
 * other, the closest first. */
gboolean
wm_store_put_neighbours (WmStore *self, gint64 import_id, const char *list,
                         const WmNeighbourEntry *entries, gsize n_entries, GError **error)
{
  gint64 rank = 0;

  for (gsize i = 0; i < n_entries; i++)
    {
      const WmNeighbourEntry *entry = &entries[i];

      rank = i > 0 && g_str_equal (entry->area_code, entries[i - 1].area_code) ? rank + 1 : 1;
      if (!wm_store_run (self,
                         "INSERT INTO neighbour (import_id, list, area_code, rank, neighbour_code,"
                         " closeness) VALUES (?, ?, ?, ?, ?, ?)",
                         WM_PARAMS (WM_INT (import_id), WM_TEXT (list), WM_TEXT (entry->area_code),
                                    WM_INT (rank), WM_TEXT (entry->neighbour_code),
                                    WM_TEXT (entry->closeness)), error))
        return FALSE;
    }
  return TRUE;
}

/* Of the imports that brought a list of one name and are not undone, the newest. */
#define LIVE_LISTS \
  "WITH live AS (SELECT list, max (import_id) AS import_id FROM neighbour n" \
  " JOIN import i ON i.id = n.import_id WHERE NOT i.is_undone GROUP BY list)"

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
 * Adds the neighbour lists of the project to @areas. Of several imports of one list the newest
 * that is not undone counts, whole.
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
                           LIVE_LISTS " SELECT list, area_code, neighbour_code, closeness"
                           " FROM live JOIN neighbour USING (list, import_id)"
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

static gpointer
read_name (WmStore *self, WmStatement *row, GError **error)
{
  return wm_statement_dup_text (row, 0);
}

/**
 * wm_store_list_neighbour_lists:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the names of the neighbour lists that the project has of its own and that count.
 *
 * Returns: (transfer container) (element-type utf8): the names; %NULL on error
 */
GPtrArray *
wm_store_list_neighbour_lists (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self, LIVE_LISTS " SELECT list FROM live ORDER BY list", NULL,
                              read_name, g_free, error);
}
