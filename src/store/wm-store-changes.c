/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How much there is, and what an import changed for one area. */

#include "config.h"

#include "wm-store-changes.h"

#include "wm-store-sql-private.h"

/**
 * wm_store_counts_clear:
 * @self: counts
 *
 * Frees what the counts hold.
 */
void
wm_store_counts_clear (WmStoreCounts *self)
{
  g_clear_pointer (&self->latest_label, g_free);
}

/* SQLite takes the other columns from the row with the greatest period. */
#define COUNTS \
  "SELECT count (DISTINCT indicator_id), count (value), count (*) - count (value)," \
  " max (CASE WHEN value IS NOT NULL THEN period END)," \
  " (SELECT text FROM period_label l WHERE l.id = label_id)"

/* All rows of one import, of one area or of all. */
#define COUNT_IMPORT \
  COUNTS " FROM observation o JOIN series s ON s.id = o.series_id" \
  " WHERE s.import_id = ?1 AND (?2 IS NULL OR area_id = (SELECT id FROM area WHERE code = ?2))"

/* Rows that count, over all imports: those whose key no later import has. */
#define COUNT_PROJECT \
  COUNTS " FROM import i JOIN series s ON s.import_id = i.id" \
  " JOIN observation o ON o.series_id = s.id" \
  " WHERE NOT i.is_undone AND ?1 = 0" \
  "  AND (?2 IS NULL OR o.area_id = (SELECT id FROM area WHERE code = ?2))" \
  "  AND NOT EXISTS (SELECT 1 FROM series t CROSS JOIN import j ON j.id = t.import_id" \
  "   CROSS JOIN observation p ON p.series_id = t.id" \
  "   WHERE t.indicator_id = s.indicator_id AND t.breakdown_id = s.breakdown_id" \
  "    AND t.import_id > s.import_id AND NOT j.is_undone AND j.family = i.family" \
  "    AND p.period = o.period AND p.area_id = o.area_id)"

/* With one import there is nothing to supersede, and no need to compare keys. */
static gboolean
find_only_import (WmStore *self, gint64 *import_id, GError **error)
{
  return wm_store_get_integer (self,
                               "SELECT CASE WHEN count (*) = 1 THEN max (id) ELSE 0 END"
                               " FROM import WHERE NOT is_undone", NULL, import_id, error);
}

/**
 * wm_store_count:
 * @self: a project
 * @import_id: number of an import; 0 for all that counts in the project
 * @area_code: (nullable): one area; %NULL for all
 * @counts: (out caller-allocates): the counts; untouched on failure
 * @error: return location for an error
 *
 * Counts measures and observations. An observation that was superseded counts in its own import
 * and not in the project.
 *
 * Returns: whether they could be counted
 */
gboolean
wm_store_count (WmStore *self, gint64 import_id, const char *area_code, WmStoreCounts *counts,
                GError **error)
{
  g_autoptr (WmStatement) row = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL && counts != NULL, FALSE);

  if (import_id == 0 && !find_only_import (self, &import_id, error))
    return FALSE;
  row = wm_store_query (self, import_id != 0 ? COUNT_IMPORT : COUNT_PROJECT,
                        WM_PARAMS (WM_INT (import_id), WM_TEXT (area_code)), error);
  if (row == NULL || !wm_store_next (self, row, &has_row, error))
    return FALSE;
  *counts = (WmStoreCounts) {
    .n_indicators = sqlite3_column_int64 (row, 0),
    .n_values = sqlite3_column_int64 (row, 1),
    .n_missing = sqlite3_column_int64 (row, 2),
  };
  if (sqlite3_column_type (row, 3) == SQLITE_NULL)
    return TRUE;
  counts->latest_period = wm_period_from_key (sqlite3_column_int64 (row, 3));
  counts->latest_label = wm_statement_dup_text (row, 4);
  return TRUE;
}

/**
 * wm_change_free:
 * @self: (transfer full) (nullable): a change
 *
 * Frees a change.
 */
void
wm_change_free (WmChange *self)
{
  if (self == NULL)
    return;
  g_free (self->indicator_code);
  g_free (self->breakdown);
  g_free (self->label);
  g_free (self);
}

/* Each key of the area that this import has, or that the one of the same kind before it had, with
 * the row of this import (n) and the row that counted before (b). */
#define COMPARE \
  "WITH this AS (SELECT * FROM import WHERE id = ?1)," \
  " previous AS (SELECT max (i.id) AS id FROM import i, this WHERE i.id < this.id" \
  "  AND NOT i.is_undone AND i.kind = this.kind AND i.family = this.family" \
  "  AND i.dataset IS this.dataset)," \
  " rows AS (SELECT s.indicator_id, s.breakdown_id, s.import_id, o.period, o.label_id," \
  "   o.value, o.missing FROM observation o JOIN series s ON s.id = o.series_id" \
  "  JOIN import i ON i.id = s.import_id CROSS JOIN this" \
  "  WHERE o.area_id = (SELECT id FROM area WHERE code = ?2) AND i.family = this.family" \
  "  AND i.id <= this.id AND (NOT i.is_undone OR i.id = this.id))," \
  " before AS (SELECT *, max (import_id) FROM rows WHERE import_id < ?1" \
  "  GROUP BY indicator_id, breakdown_id, period)," \
  " now AS (SELECT * FROM rows WHERE import_id = ?1)," \
  " pairs AS (SELECT now.indicator_id, now.breakdown_id, now.period, now.label_id," \
  "   b.value AS old_value, b.missing AS old_missing, now.value, now.missing" \
  "  FROM now LEFT JOIN before b USING (indicator_id, breakdown_id, period)" \
  "  UNION ALL SELECT b.indicator_id, b.breakdown_id, b.period, b.label_id, b.value, b.missing," \
  "   NULL, NULL FROM before b JOIN previous ON previous.id = b.import_id" \
  "  LEFT JOIN now USING (indicator_id, breakdown_id, period) WHERE now.import_id IS NULL)" \
  " SELECT c.code, t.text, p.period, l.text, old_value, old_missing, value, missing" \
  " FROM pairs p JOIN indicator c ON c.id = p.indicator_id" \
  " JOIN breakdown t ON t.id = p.breakdown_id LEFT JOIN period_label l ON l.id = p.label_id" \
  " WHERE old_value IS NOT value ORDER BY c.code, t.text, p.period"

static WmChange *
read_change (WmStatement *row)
{
  WmChange *change = g_new0 (WmChange, 1);
  gboolean had_row = sqlite3_column_type (row, 5) != SQLITE_NULL;
  gboolean has_number = sqlite3_column_type (row, 6) != SQLITE_NULL;

  change->kind = !has_number ? WM_CHANGE_GONE : had_row ? WM_CHANGE_REVISED : WM_CHANGE_NEW;
  change->indicator_code = wm_statement_dup_text (row, 0);
  change->breakdown = wm_statement_dup_text (row, 1);
  change->period = wm_period_from_key (sqlite3_column_int64 (row, 2));
  change->label = wm_statement_dup_text (row, 3);
  change->old_value = wm_statement_get_real (row, 4);
  change->old_missing = sqlite3_column_int (row, 5);
  change->new_value = wm_statement_get_real (row, 6);
  change->new_missing = sqlite3_column_int (row, 7);
  return change;
}

/**
 * wm_store_list_changes:
 * @self: a project
 * @import_id: number of an import
 * @area_code: code of an area
 * @error: return location for an error
 *
 * Lists which numbers of an area an import brought, changed or took away, against what counted
 * before it in the same source family. A number is also gone when the file before, of the same
 * kind and data set, had it and this one has no such row. A reason in place of another reason,
 * or where there was nothing, is no change.
 *
 * Returns: (transfer container) (element-type WmChange): the changes by measure, breakdown and
 *   period; %NULL on error
 */
GPtrArray *
wm_store_list_changes (WmStore *self, gint64 import_id, const char *area_code, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_change_free);
  g_autoptr (WmStatement) rows = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL && area_code != NULL, NULL);

  rows = wm_store_query (self, COMPARE, WM_PARAMS (WM_INT (import_id), WM_TEXT (area_code)), error);
  if (rows == NULL)
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      if (!has_row)
        return g_steal_pointer (&changes);
      g_ptr_array_add (changes, read_change (rows));
    }
  return NULL;
}
