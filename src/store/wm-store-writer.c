/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* An import into the project: one transaction that holds all of its rows in memory, so that it
 * lands whole or not at all, and so that others can read the project meanwhile. */

#include "config.h"

#include "wm-store-writer.h"

#include "wm-store-items-private.h"
#include "wm-store-rows-private.h"
#include "wm-store-schema-private.h"
#include "wm-store-writer-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#define BIG_CACHE "PRAGMA cache_size = -65536; PRAGMA cache_spill = OFF;"
#define SMALL_CACHE "PRAGMA cache_size = -2000; PRAGMA cache_spill = ON; PRAGMA shrink_memory;"

/* An import has its number from the start, for facts and series point to it. */
static gboolean
reserve_import (WmStoreWriter *self, GError **error)
{
  if (!wm_store_exec (self->store,
                      "INSERT INTO import (file_name, file_size, sha256, kind, family, imported_at,"
                      "  rows_read, rows_kept, rows_refused, n_values, n_missing)"
                      "  VALUES ('', 0, '', '', '', '', 0, 0, 0, 0, 0)", error))
    return FALSE;
  self->import_id = sqlite3_last_insert_rowid (self->store->db);
  return TRUE;
}

static gboolean
drop_index_when_empty (WmStoreWriter *self, GError **error)
{
  gint64 has_rows;

  if (!wm_store_get_integer (self->store, "SELECT EXISTS (SELECT 1 FROM observation)", NULL,
                             &has_rows, error))
    return FALSE;
  if (has_rows)
    return TRUE;
  self->lacks_index = TRUE;
  return wm_store_exec (self->store, WM_STORE_AREA_INDEX_DROP, error);
}

static WmStatement *
prepare_add (WmStoreWriter *self, guint n_rows, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("INSERT INTO observation VALUES ");

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (sql, "%s(?, ?, ?, ?, ?, ?, ?, ?, ?)", i > 0 ? ", " : "");
  return wm_store_prepare (self->store, sql->str, error);
}

static gboolean
prepare_writer (WmStoreWriter *self, GError **error)
{
  if (!wm_store_exec (self->store, BIG_CACHE, error) || !reserve_import (self, error)
      || !drop_index_when_empty (self, error))
    return FALSE;
  self->add = prepare_add (self, WM_WRITER_BATCH, error);
  return self->add != NULL;
}

/**
 * wm_store_writer_begin:
 * @store: a project, used on this thread
 * @error: return location for an error
 *
 * Begins an import.
 *
 * Fails with %WM_STORE_ERROR_READ_ONLY or %WM_STORE_ERROR_BUSY.
 *
 * Returns: (transfer full): the writer; %NULL on error
 */
WmStoreWriter *
wm_store_writer_begin (WmStore *store, GError **error)
{
  g_autoptr (WmStoreWriter) self = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_new0 (WmStoreWriter, 1);
  self->store = wm_store_ref (store);
  self->indicators = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  if (!wm_store_begin (store, error))
    return NULL;
  self->is_open = TRUE;
  if (!prepare_writer (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
bind_row (WmStatement *add, int place, const WmObservationRow *row)
{
  sqlite3_bind_int64 (add, place + 1, row->series);
  sqlite3_bind_int64 (add, place + 2, row->period);
  sqlite3_bind_int64 (add, place + 3, row->area);
  sqlite3_bind_int64 (add, place + 4, row->label);
  sqlite3_bind_double (add, place + 5, row->value);
  sqlite3_bind_int (add, place + 6, row->missing);
  sqlite3_bind_int (add, place + 7, row->publication);
  sqlite3_bind_double (add, place + 8, row->numerator);
  sqlite3_bind_double (add, place + 9, row->denominator);
}

static void
set_add_error (WmStoreWriter *self, GError **error)
{
  if (sqlite3_extended_errcode (self->store->db) == SQLITE_CONSTRAINT_PRIMARYKEY)
    g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED,
                         _("The file has two values for the same measure, area and period."));
  else
    wm_store_set_error (self->store, error);
}

static gboolean
put_batch (WmStoreWriter *self, WmStatement *add, GError **error)
{
  gboolean is_good;

  wm_store_use (self->store);
  for (guint i = 0; i < self->n_batch; i++)
    bind_row (add, i * 9, &self->batch[i]);
  self->n_batch = 0;
  is_good = sqlite3_step (add) == SQLITE_DONE;
  if (!is_good)
    set_add_error (self, error);
  sqlite3_reset (add);
  return is_good;
}

/* Puts in what is left of the rows at the end. */
static gboolean
put_rest (WmStoreWriter *self, GError **error)
{
  g_autoptr (WmStatement) add = NULL;

  if (self->n_batch == 0)
    return TRUE;
  add = prepare_add (self, self->n_batch, error);
  return add != NULL && put_batch (self, add, error);
}

/* The count of the series of a row; rows of one series mostly follow each other. */
static WmLiveCount *
get_count (WmStoreWriter *self, guint32 series)
{
  if (self->count != NULL && series == self->counted_series)
    return self->count;
  self->counted_series = series;
  self->count = g_hash_table_lookup (self->counts, GUINT_TO_POINTER (series));
  if (self->count == NULL)
    {
      self->count = g_new0 (WmLiveCount, 1);
      g_hash_table_insert (self->counts, GUINT_TO_POINTER (series), self->count);
    }
  return self->count;
}

static void
count_row (WmStoreWriter *self, const WmObservationRow *row)
{
  wm_live_count_add (get_count (self, row->series), row->missing == WM_MISSING_NONE, row->period,
                     row->label);
  self->checksum += wm_store_hash_row (row);
  if (row->missing == WM_MISSING_NONE)
    self->n_values++;
  else
    self->n_missing++;
}

/**
 * wm_store_writer_add:
 * @self: a writer
 * @row: an observation
 * @error: return location for an error
 *
 * Adds an observation. Ascending order of series, period and area is fastest; any order is
 * right. The same series, period and area may come only once in an import: a second time fails
 * with %WM_STORE_ERROR_FAILED, here or at one of the next rows or on commit. So does an infinite
 * number. After an error the import cannot be committed.
 *
 * Returns: whether it was added
 */
gboolean
wm_store_writer_add (WmStoreWriter *self, const WmObservationRow *row, GError **error)
{
  g_return_val_if_fail (self != NULL && self->is_open && row != NULL, FALSE);
  g_return_val_if_fail (isnan (row->value) == (row->missing != WM_MISSING_NONE), FALSE);

  if (isinf (row->value) || isinf (row->numerator) || isinf (row->denominator))
    {
      self->has_failed = TRUE;
      g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED,
                           _("The file has a number that is too large to be kept."));
      return FALSE;
    }
  count_row (self, row);
  self->batch[self->n_batch++] = *row;
  if (self->n_batch < WM_WRITER_BATCH || put_batch (self, self->add, error))
    return TRUE;
  self->has_failed = TRUE;
  return FALSE;
}

/**
 * wm_store_writer_add_finding:
 * @self: a writer
 * @finding: what the import met
 *
 * Keeps a finding for the import's report.
 */
void
wm_store_writer_add_finding (WmStoreWriter *self, const WmFinding *finding)
{
  g_return_if_fail (self != NULL && finding != NULL);

  g_ptr_array_add (self->findings, wm_finding_copy (finding));
}

/* Fills in what only the writer knows. */
static void
complete_provenance (WmStoreWriter *self, WmProvenance *provenance)
{
  provenance->id = self->import_id;
  provenance->n_values = self->n_values;
  provenance->n_missing = self->n_missing;
  if (provenance->imported_at == NULL)
    provenance->imported_at = wm_store_dup_now ();
}

static gboolean
put_provenance (WmStoreWriter *self, const WmProvenance *provenance, GError **error)
{
  g_autofree char *checksum = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", self->checksum);

  return wm_store_run (self->store,
                       "UPDATE import SET file_name = ?, file_size = ?, sha256 = ?, kind = ?,"
                       "  family = ?, dataset = ?, as_at = ?, imported_at = ?, mapping = ?,"
                       "  rows_read = ?, rows_kept = ?, rows_refused = ?, n_values = ?,"
                       "  n_missing = ?, checksum = ? WHERE id = ?",
                       WM_PARAMS (WM_TEXT (provenance->file_name != NULL ? provenance->file_name : ""),
                                  WM_INT (provenance->file_size),
                                  WM_TEXT (provenance->sha256 != NULL ? provenance->sha256 : ""),
                                  WM_TEXT (provenance->kind != NULL ? provenance->kind : ""),
                                  WM_TEXT (provenance->family != NULL ? provenance->family : ""),
                                  WM_TEXT (provenance->dataset), WM_TEXT (provenance->as_at),
                                  WM_TEXT (provenance->imported_at), WM_TEXT (provenance->mapping),
                                  WM_INT (provenance->rows_read), WM_INT (provenance->rows_kept),
                                  WM_INT (provenance->rows_refused), WM_INT (provenance->n_values),
                                  WM_INT (provenance->n_missing), WM_TEXT (checksum),
                                  WM_INT (self->import_id)),
                       error);
}

/* Keeps how much counts: all of the newest import, and less of those before it. */
static gboolean
put_counts (WmStoreWriter *self, GError **error)
{
  GHashTableIter iter;
  gpointer series, count;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &series, &count))
    if (!wm_store_put_live_count (self->store, GPOINTER_TO_UINT (series), count, error))
      return FALSE;
  return wm_store_recount_shared (self->store, self->import_id, error);
}

/* An import lands whole or not at all, also when its reader went on after an error. */
static gboolean
refuse_lost_rows (WmStoreWriter *self, GError **error)
{
  if (!self->has_failed)
    return TRUE;
  g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED,
                       _("Not every row of the file could be kept, so none was."));
  return FALSE;
}

/* Takes the transaction's end: after it the project has its small cache again. */
static void
close_transaction (WmStoreWriter *self)
{
  self->is_open = FALSE;
  g_clear_pointer (&self->add, sqlite3_finalize);
  wm_store_exec (self->store, SMALL_CACHE, NULL);
}

/**
 * wm_store_writer_commit:
 * @self: a writer
 * @provenance: where the rows come from; its id, counts of values and time of import are set
 * @error: return location for an error
 *
 * Ends the import: stores @provenance and the findings, builds the index that is missing,
 * commits. On failure the project is as it was before the import. The writer can only be freed
 * afterwards.
 *
 * Returns: whether the import is in the project
 */
gboolean
wm_store_writer_commit (WmStoreWriter *self, WmProvenance *provenance, GError **error)
{
  gboolean is_good;

  g_return_val_if_fail (self != NULL && self->is_open && provenance != NULL, FALSE);
  complete_provenance (self, provenance);
  is_good = refuse_lost_rows (self, error)
            && put_rest (self, error)
            && put_provenance (self, provenance, error)
            && put_counts (self, error)
            && wm_store_put_findings (self->store, self->import_id, self->findings, error)
            && (!self->lacks_index
                || wm_store_exec (self->store, WM_STORE_AREA_INDEX_CREATE, error));
  is_good = wm_store_end (self->store, is_good, error);
  close_transaction (self);
  if (!is_good)
    provenance->id = 0;
  return is_good;
}

/**
 * wm_store_writer_free:
 * @self: (transfer full) (nullable): a writer
 *
 * Frees a writer; without a commit the project is as it was before.
 */
void
wm_store_writer_free (WmStoreWriter *self)
{
  if (self == NULL)
    return;
  if (self->is_open)
    {
      g_clear_pointer (&self->add, sqlite3_finalize);
      wm_store_roll_back (self->store);
      close_transaction (self);
    }
  wm_store_unref (self->store);
  g_hash_table_unref (self->indicators);
  g_hash_table_unref (self->areas);
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->series);
  g_hash_table_unref (self->counts);
  g_ptr_array_unref (self->findings);
  g_free (self);
}
