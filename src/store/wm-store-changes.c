/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How much there is, and what an import changed for one area. */

#include "config.h"

#include "wm-store-changes.h"

#include "wm-store-items-private.h"

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
#define COUNT_ROWS \
  "SELECT count (DISTINCT indicator_id), count (value), count (*) - count (value)," \
  " max (CASE WHEN value IS NOT NULL THEN period END)," \
  " (SELECT text FROM period_label l WHERE l.id = label_id)"

/* All rows of one import, of one area or of all. */
#define COUNT_IMPORT \
  COUNT_ROWS " FROM observation o JOIN series s ON s.id = o.series_id" \
  " WHERE s.import_id = ?1 AND (?2 IS NULL OR area_id = (SELECT id FROM area WHERE code = ?2))"

/* The rows of one area that count, over all imports: of each key the one of the latest. */
#define COUNT_AREA \
  COUNT_ROWS " FROM (SELECT s.indicator_id, o.value, o.period, o.label_id, max (s.import_id)" \
  "  FROM observation o INDEXED BY observation_by_area" \
  "  CROSS JOIN series s ON s.id = o.series_id" \
  "  CROSS JOIN import i ON i.id = s.import_id AND NOT i.is_undone" \
  "  WHERE o.area_id = (SELECT id FROM area WHERE code = ?2) AND ?1 = 0" \
  "  GROUP BY s.indicator_id, s.breakdown_id, i.family, o.period)"

/* All that counts, from what is kept with each series. */
#define COUNT_PROJECT \
  "SELECT count (DISTINCT indicator_id), coalesce (sum (s.n_values), 0)," \
  " coalesce (sum (s.n_missing), 0)," \
  " max (CASE WHEN s.n_values > 0 THEN last_period END)," \
  " (SELECT text FROM period_label l WHERE l.id = last_label_id)" \
  " FROM series s JOIN import i ON i.id = s.import_id" \
  " WHERE NOT i.is_undone AND s.n_values + s.n_missing > 0 AND ?1 = 0 AND ?2 IS NULL"

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

  row = wm_store_query (self,
                        import_id != 0 ? COUNT_IMPORT
                        : area_code != NULL ? COUNT_AREA : COUNT_PROJECT,
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

/* The columns of a row that are compared. */
#define ROW "indicator_id, breakdown_id, period, import_id, label_id, value, missing"

/* Each key of the area that this import has, or that the one of the same kind before it had, with
 * the row that counted before and the row of this import side by side. */
#define COMPARE \
  "WITH this AS (SELECT * FROM import WHERE id = ?1)," \
  " previous AS (SELECT max (i.id) AS id FROM import i, this WHERE i.id < this.id" \
  "  AND NOT i.is_undone AND i.kind = this.kind AND i.family = this.family" \
  "  AND i.dataset IS this.dataset)," \
  " rows AS MATERIALIZED (SELECT indicator_id, breakdown_id, period, s.import_id, label_id," \
  "   value, missing" \
  "  FROM this CROSS JOIN observation o INDEXED BY observation_by_area" \
  "  CROSS JOIN series s ON s.id = o.series_id CROSS JOIN import i ON i.id = s.import_id" \
  "  WHERE o.area_id = (SELECT id FROM area WHERE code = ?2) AND i.family = this.family" \
  "  AND i.id <= this.id AND (NOT i.is_undone OR i.id = this.id))," \
  " before AS (SELECT " ROW ", max (import_id) FROM rows WHERE import_id < ?1" \
  "  GROUP BY indicator_id, breakdown_id, period)," \
  " both AS (SELECT " ROW " FROM rows WHERE import_id = ?1 UNION ALL SELECT " ROW " FROM before)," \
  " pairs AS (SELECT indicator_id, breakdown_id, period, min (import_id) AS old_import," \
  "   max (import_id) = ?1 AS is_there," \
  "   coalesce (max (CASE WHEN import_id = ?1 THEN label_id END), max (label_id)) AS label_id," \
  "   max (CASE WHEN import_id < ?1 THEN value END) AS old_value," \
  "   max (CASE WHEN import_id < ?1 THEN missing END) AS old_missing," \
  "   max (CASE WHEN import_id = ?1 THEN value END) AS value," \
  "   max (CASE WHEN import_id = ?1 THEN missing END) AS missing" \
  "  FROM both GROUP BY indicator_id, breakdown_id, period)" \
  " SELECT c.code, t.text, p.period, l.text, old_value, old_missing, value, missing" \
  " FROM pairs p JOIN indicator c ON c.id = p.indicator_id" \
  " JOIN breakdown t ON t.id = p.breakdown_id LEFT JOIN period_label l ON l.id = p.label_id" \
  " WHERE old_value IS NOT value AND (is_there OR old_import = (SELECT id FROM previous))" \
  " ORDER BY c.code, t.text, p.period"

static gpointer
read_change (WmStore *self, WmStatement *row, GError **error)
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
  g_return_val_if_fail (self != NULL && area_code != NULL, NULL);

  return wm_store_list_items (self, COMPARE, WM_PARAMS (WM_INT (import_id), WM_TEXT (area_code)),
                              read_change, (GDestroyNotify) wm_change_free, error);
}
