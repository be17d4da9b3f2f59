/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the rows of an import point to, and what it says beside its rows: measures, series, areas,
 * labels, and the lists that come as imports. All within the transaction of the writer. */

#include "config.h"

#include "wm-store-writer-private.h"

#include "wm-store-rows-private.h"

static void
remember (GHashTable *table, const char *key, gint64 id)
{
  g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER ((guint32) id));
}

static guint32
recall (GHashTable *table, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

/**
 * wm_store_writer_intern_indicator:
 * @self: a writer
 * @code: the code as the source prints it
 * @defaults: (nullable): what the built-in tables know of it
 * @error: return location for an error
 *
 * Finds or adds an indicator. @defaults fills in what the project does not know yet; it never
 * overrides what a dictionary says or what the user has set.
 *
 * Returns: the number of the indicator; 0 on error
 */
guint32
wm_store_writer_intern_indicator (WmStoreWriter *self, const char *code,
                                  const WmIndicator *defaults, GError **error)
{
  gint64 id;

  g_return_val_if_fail (self != NULL && self->is_open && code != NULL, 0);

  id = recall (self->indicators, code);
  if (id != 0)
    return id;
  if (!wm_store_intern_indicator (self->store, code, &id, error)
      || (defaults != NULL && !wm_store_put_facts (self->store, id, 0, defaults, error)))
    return 0;
  remember (self->indicators, code, id);
  return id;
}

/**
 * wm_store_writer_put_indicator:
 * @self: a writer
 * @indicator: what a data dictionary says
 * @error: return location for an error
 *
 * Sets what this import says of an indicator. It stands before the built-in tables and before
 * older imports, field by field, until the import is undone; the user's own direction and breaks
 * stay.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_writer_put_indicator (WmStoreWriter *self, const WmIndicator *indicator, GError **error)
{
  guint32 id;

  g_return_val_if_fail (indicator != NULL, FALSE);

  id = wm_store_writer_intern_indicator (self, indicator->code, NULL, error);
  return id != 0 && wm_store_put_facts (self->store, id, self->import_id, indicator, error);
}

static gboolean
add_series (WmStoreWriter *self, gint64 indicator, const char *breakdown, gint64 *id, GError **error)
{
  gint64 breakdown_id;

  if (!wm_store_intern_code (self->store,
                             "INSERT INTO breakdown (text) VALUES (?) ON CONFLICT DO NOTHING",
                             "SELECT id FROM breakdown WHERE text = ?", breakdown, &breakdown_id, error)
      || !wm_store_run (self->store,
                        "INSERT INTO series (indicator_id, breakdown_id, import_id) VALUES (?, ?, ?)",
                        WM_PARAMS (WM_INT (indicator), WM_INT (breakdown_id), WM_INT (self->import_id)),
                        error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->store->db);
  return TRUE;
}

/**
 * wm_store_writer_intern_series:
 * @self: a writer
 * @indicator: number of an indicator
 * @breakdown: canonical text such as "sex=female;age=16-17"; "" for the total
 * @error: return location for an error
 *
 * Finds or adds one indicator and breakdown of this import.
 *
 * Returns: the number of the series; 0 on error
 */
guint32
wm_store_writer_intern_series (WmStoreWriter *self, guint32 indicator, const char *breakdown,
                               GError **error)
{
  g_autofree char *key = NULL;
  gint64 id;

  g_return_val_if_fail (self != NULL && self->is_open && indicator != 0 && breakdown != NULL, 0);

  key = g_strdup_printf ("%u %s", indicator, breakdown);
  id = recall (self->series, key);
  if (id != 0)
    return id;
  if (!add_series (self, indicator, breakdown, &id, error))
    return 0;
  remember (self->series, key, id);
  return id;
}

/**
 * wm_store_writer_intern_area:
 * @self: a writer
 * @area: an area
 * @error: return location for an error
 *
 * Finds an area by its code, or adds it. What a list of areas says of it is not changed; an area
 * of the authority list replaces one that only a file brought.
 *
 * Returns: the number of the area; 0 on error
 */
guint32
wm_store_writer_intern_area (WmStoreWriter *self, const WmArea *area, GError **error)
{
  gint64 id;

  g_return_val_if_fail (self != NULL && self->is_open && area != NULL, 0);

  id = recall (self->areas, area->code);
  if (id != 0)
    return id;
  if (!wm_store_intern_area (self->store, area, 0, &id, error))
    return 0;
  remember (self->areas, area->code, id);
  return id;
}

/**
 * wm_store_writer_put_area:
 * @self: a writer
 * @area: an area
 * @error: return location for an error
 *
 * Sets what this import, a list of areas, says of one. It stands before what older lists say until
 * the import is undone.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_writer_put_area (WmStoreWriter *self, const WmArea *area, GError **error)
{
  gint64 id;

  g_return_val_if_fail (self != NULL && self->is_open && area != NULL, FALSE);

  return wm_store_intern_area (self->store, area, self->import_id, &id, error);
}

/**
 * wm_store_writer_put_neighbours:
 * @self: a writer
 * @list: name of the list, such as "2025"
 * @entries: (array length=n_entries): the neighbours; those of one area follow each other
 * @n_entries: number of entries
 * @error: return location for an error
 *
 * Sets a neighbour list. It stands before the list of that name of older imports until the import
 * is undone. An import sets a list only once.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_writer_put_neighbours (WmStoreWriter *self, const char *list,
                                const WmNeighbourEntry *entries, gsize n_entries, GError **error)
{
  g_return_val_if_fail (self != NULL && self->is_open && list != NULL, FALSE);
  g_return_val_if_fail (entries != NULL || n_entries == 0, FALSE);

  return wm_store_put_neighbours (self->store, self->import_id, list, entries, n_entries, error);
}

/**
 * wm_store_writer_intern_label:
 * @self: a writer
 * @label: a period as the source prints it
 * @error: return location for an error
 *
 * Finds or adds a printed period label.
 *
 * Returns: the number of the label; 0 on error
 */
guint32
wm_store_writer_intern_label (WmStoreWriter *self, const char *label, GError **error)
{
  gint64 id;

  g_return_val_if_fail (self != NULL && self->is_open && label != NULL, 0);

  id = recall (self->labels, label);
  if (id != 0)
    return id;
  if (!wm_store_intern_code (self->store,
                             "INSERT INTO period_label (text) VALUES (?) ON CONFLICT DO NOTHING",
                             "SELECT id FROM period_label WHERE text = ?", label, &id, error))
    return 0;
  remember (self->labels, label, id);
  return id;
}

/**
 * wm_store_writer_put_population:
 * @self: a writer
 * @area_code: code of an area
 * @year: the calendar year in the middle of which they were counted
 * @children: children aged 0-17
 * @error: return location for an error
 *
 * Sets the number of children of an area. It stands before those of older imports until the import
 * is undone. An import sets it once for each area and year.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_writer_put_population (WmStoreWriter *self, const char *area_code, int year,
                                double children, GError **error)
{
  g_return_val_if_fail (self != NULL && self->is_open && area_code != NULL, FALSE);

  return wm_store_run (self->store,
                       "INSERT INTO population (area_code, year, import_id, children)"
                       " VALUES (?, ?, ?, ?)",
                       WM_PARAMS (WM_TEXT (area_code), WM_INT (year), WM_INT (self->import_id),
                                  WM_REAL (children)), error);
}
