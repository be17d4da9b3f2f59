/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How much of each series counts, kept beside the series so that the whole project is counted at
 * once. To find it, the imports of one measure, breakdown and family are read from the newest to
 * the oldest, and each row counts whose period and area no newer import has. That happens when an
 * import comes, goes or comes back, and only for the measures that it has. */

#include "config.h"

#include "wm-store-live-private.h"

#include "wm-store-sql-private.h"

/* Counts one more row. */
void
wm_live_count_add (WmLiveCount *self, gboolean has_number, gint64 period, gint64 label)
{
  if (!has_number)
    {
      self->n_missing++;
      return;
    }
  self->n_values++;
  if (self->last_label != 0 && period <= self->last_period)
    return;
  self->last_period = period;
  self->last_label = label;
}

/* Keeps how much of a series counts, within a transaction. */
gboolean
wm_store_put_live_count (WmStore *self, gint64 series_id, const WmLiveCount *count, GError **error)
{
  return wm_store_run (self,
                       "UPDATE series SET n_values = ?, n_missing = ?, last_period = ?,"
                       " last_label_id = ? WHERE id = ?",
                       WM_PARAMS (WM_INT (count->n_values), WM_INT (count->n_missing),
                                  WM_INT (count->last_period), WM_INT (count->last_label),
                                  WM_INT (series_id)), error);
}

typedef struct
{
  gint64 period;
  gint64 area;
} Key;

static int
compare_keys (const Key *a, const Key *b)
{
  if (a->period != b->period)
    return a->period < b->period ? -1 : 1;
  return (a->area > b->area) - (a->area < b->area);
}

/* Takes the keys before @key over from @seen to @merged; tells whether @key is among the rest. */
static gboolean
advance (GArray *merged, GArray *seen, guint *place, const Key *key)
{
  int order = 1;

  while (*place < seen->len
         && (order = compare_keys (&g_array_index (seen, Key, *place), key)) < 0)
    g_array_append_vals (merged, &g_array_index (seen, Key, (*place)++), 1);
  if (*place == seen->len || order != 0)
    return FALSE;
  (*place)++;
  return TRUE;
}

/* Counts the rows of a series whose keys are not in @seen, which is sorted as the rows are, and
 * adds its keys. */
static gboolean
count_series (WmStore *self, WmStatement *scan, gint64 series_id, GArray **seen, GError **error)
{
  g_autoptr (GArray) merged = g_array_sized_new (FALSE, FALSE, sizeof (Key), (*seen)->len);
  WmLiveCount count = { 0 };
  gboolean has_row;
  guint place = 0;

  sqlite3_bind_int64 (scan, 1, series_id);
  while (wm_store_next (self, scan, &has_row, error))
    {
      Key key;

      if (!has_row)
        {
          g_array_append_vals (merged, &g_array_index (*seen, Key, place), (*seen)->len - place);
          g_array_unref (*seen);
          *seen = g_steal_pointer (&merged);
          return wm_store_put_live_count (self, series_id, &count, error);
        }
      key.period = sqlite3_column_int64 (scan, 0);
      key.area = sqlite3_column_int64 (scan, 1);
      if (!advance (merged, *seen, &place, &key))
        wm_live_count_add (&count, sqlite3_column_int (scan, 2) == WM_MISSING_NONE, key.period,
                           sqlite3_column_int64 (scan, 3));
      g_array_append_val (merged, key);
    }
  return FALSE;
}

/* Each series of the import with all that count beside it, the newest first. */
#define GROUPS \
  "SELECT s.id, t.id FROM series s JOIN import this ON this.id = s.import_id" \
  " JOIN series t ON t.indicator_id = s.indicator_id AND t.breakdown_id = s.breakdown_id" \
  " JOIN import i ON i.id = t.import_id AND NOT i.is_undone AND i.family = this.family" \
  " WHERE s.import_id = ?"

#define IN_ORDER " ORDER BY s.id, t.import_id DESC"

#define IS_SHARED \
  " AND EXISTS (SELECT 1 FROM series u JOIN import j ON j.id = u.import_id" \
  "  AND NOT j.is_undone AND j.family = this.family" \
  "  WHERE u.indicator_id = s.indicator_id AND u.breakdown_id = s.breakdown_id AND u.id <> s.id)"

static gboolean
recount (WmStore *self, const char *groups, gint64 import_id, GError **error)
{
  g_autoptr (WmStatement) rows = wm_store_query (self, groups, WM_PARAMS (WM_INT (import_id)), error);
  g_autoptr (WmStatement) scan =
    wm_store_prepare (self,
                      "SELECT period, area_id, missing, label_id FROM observation"
                      " WHERE series_id = ? ORDER BY period, area_id", error);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (Key));
  gint64 group = 0;
  gboolean has_row;

  if (rows == NULL || scan == NULL)
    return FALSE;
  while (wm_store_next (self, rows, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (sqlite3_column_int64 (rows, 0) != group)
        g_array_set_size (seen, 0);
      group = sqlite3_column_int64 (rows, 0);
      if (!count_series (self, scan, sqlite3_column_int64 (rows, 1), &seen, error))
        return FALSE;
    }
  return FALSE;
}

/* Counts the measures anew that a new import shares with others; its own rows all count. */
gboolean
wm_store_recount_shared (WmStore *self, gint64 import_id, GError **error)
{
  return recount (self, GROUPS IS_SHARED IN_ORDER, import_id, error);
}

/* Counts all measures of an import anew, after it was undone or came back. */
gboolean
wm_store_recount_import (WmStore *self, gint64 import_id, GError **error)
{
  return recount (self, GROUPS IN_ORDER, import_id, error);
}
