/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What was imported: provenance, findings, undo and redo, and the checksum of the rows. */

#include "config.h"

#include "wm-store-imports.h"

#include "wm-store-check-private.h"
#include "wm-store-items-private.h"
#include "wm-store-live-private.h"
#include "wm-store-private.h"
#include "wm-store-rows-private.h"
#include "wm-store-sql-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define IMPORT_COLUMNS \
  "id, file_name, file_size, sha256, kind, family, dataset, as_at, imported_at, mapping," \
  " rows_read, rows_kept, rows_refused, n_values, n_missing, is_undone"

static gpointer
read_import (WmStore *self, WmStatement *row, GError **error)
{
  WmProvenance *import = wm_provenance_new ();

  import->id = sqlite3_column_int64 (row, 0);
  import->file_name = wm_statement_dup_text (row, 1);
  import->file_size = sqlite3_column_int64 (row, 2);
  import->sha256 = wm_statement_dup_text (row, 3);
  import->kind = wm_statement_dup_text (row, 4);
  import->family = wm_statement_dup_text (row, 5);
  import->dataset = wm_statement_dup_text (row, 6);
  import->as_at = wm_statement_dup_text (row, 7);
  import->imported_at = wm_statement_dup_text (row, 8);
  import->mapping = wm_statement_dup_text (row, 9);
  import->rows_read = sqlite3_column_int64 (row, 10);
  import->rows_kept = sqlite3_column_int64 (row, 11);
  import->rows_refused = sqlite3_column_int64 (row, 12);
  import->n_values = sqlite3_column_int64 (row, 13);
  import->n_missing = sqlite3_column_int64 (row, 14);
  import->is_undone = sqlite3_column_int (row, 15);
  return import;
}

/**
 * wm_store_list_imports:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the imports, oldest first, with those that were undone.
 *
 * Returns: (transfer container) (element-type WmProvenance): the imports; %NULL on error
 */
GPtrArray *
wm_store_list_imports (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self, "SELECT " IMPORT_COLUMNS " FROM import ORDER BY id", NULL,
                              read_import, (GDestroyNotify) wm_provenance_free, error);
}

/* Numbers of imports are names: no grouping of digits. */
static char *
make_unknown (gint64 import_id)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, import_id);

  return g_strdup_printf (_("There is no import number %s in this project."), number);
}

/**
 * wm_store_get_import:
 * @self: a project
 * @import_id: number of an import
 * @error: return location for an error
 *
 * Gets one import.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none.
 *
 * Returns: (transfer full): the import; %NULL on error
 */
WmProvenance *
wm_store_get_import (WmStore *self, gint64 import_id, GError **error)
{
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  unknown = make_unknown (import_id);
  return wm_store_get_item (self, "SELECT " IMPORT_COLUMNS " FROM import WHERE id = ?",
                            WM_PARAMS (WM_INT (import_id)), read_import, unknown, error);
}

/**
 * wm_store_find_import:
 * @self: a project
 * @sha256: digest of a file, in hexadecimal
 * @import_id: (out): number of the latest import of that file that is not undone; 0 where there
 *   is none
 * @error: return location for an error
 *
 * Looks whether a file was imported already.
 *
 * Returns: whether the project could be read
 */
gboolean
wm_store_find_import (WmStore *self, const char *sha256, gint64 *import_id, GError **error)
{
  g_return_val_if_fail (self != NULL && sha256 != NULL && import_id != NULL, FALSE);

  return wm_store_get_integer (self,
                               "SELECT max (id) FROM import WHERE sha256 = ? AND NOT is_undone",
                               WM_PARAMS (WM_TEXT (sha256)), import_id, error);
}

/* Marks an import within a transaction. */
static gboolean
mark_import (WmStore *self, gint64 import_id, gboolean is_undone, GError **error)
{
  g_autofree char *unknown = make_unknown (import_id);

  return wm_store_run_on_known (self, "UPDATE import SET is_undone = ? WHERE id = ?",
                                WM_PARAMS (WM_INT (is_undone), WM_INT (import_id)), unknown, error)
         && wm_store_recount_import (self, import_id, error);
}

static gboolean
set_undone (WmStore *self, gint64 import_id, gboolean is_undone, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, mark_import (self, import_id, is_undone, error), error);
}

/**
 * wm_store_undo_import:
 * @self: a project
 * @import_id: number of an import
 * @error: return location for an error
 *
 * Takes a whole import back: what it had superseded counts again; what it said of measures, areas,
 * neighbours and numbers of children no longer does. Nothing is deleted. Imports can be undone in
 * any order.
 *
 * Returns: whether it is undone
 */
gboolean
wm_store_undo_import (WmStore *self, gint64 import_id, GError **error)
{
  return set_undone (self, import_id, TRUE, error);
}

/**
 * wm_store_redo_import:
 * @self: a project
 * @import_id: number of an import
 * @error: return location for an error
 *
 * Takes back the undoing of an import: all is as it was before.
 *
 * Returns: whether it counts again
 */
gboolean
wm_store_redo_import (WmStore *self, gint64 import_id, GError **error)
{
  return set_undone (self, import_id, FALSE, error);
}

/* Stores the findings of an import, within its transaction. */
gboolean
wm_store_put_findings (WmStore *self, gint64 import_id, GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const WmFinding *finding = g_ptr_array_index (findings, i);

      if (!wm_store_run (self,
                         "INSERT INTO finding (import_id, position, severity, code, message, value,"
                         " first_line, last_line, n_rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                         WM_PARAMS (WM_INT (import_id), WM_INT (i), WM_INT (finding->severity),
                                    WM_TEXT (finding->code), WM_TEXT (finding->message),
                                    WM_TEXT (finding->value), WM_INT (finding->first_line),
                                    WM_INT (finding->last_line), WM_INT (finding->n_rows)),
                         error))
        return FALSE;
    }
  return TRUE;
}

static gpointer
read_finding (WmStore *self, WmStatement *row, GError **error)
{
  WmFinding *finding = wm_finding_new (sqlite3_column_int (row, 0), wm_statement_get_text (row, 1),
                                       wm_statement_get_text (row, 2),
                                       wm_statement_get_text (row, 3));

  finding->first_line = sqlite3_column_int64 (row, 4);
  finding->last_line = sqlite3_column_int64 (row, 5);
  finding->n_rows = sqlite3_column_int64 (row, 6);
  return finding;
}

/**
 * wm_store_list_findings:
 * @self: a project
 * @import_id: number of an import
 * @error: return location for an error
 *
 * Lists what an import met, in the order in which it met it.
 *
 * Returns: (transfer container) (element-type WmFinding): the findings; %NULL on error
 */
GPtrArray *
wm_store_list_findings (WmStore *self, gint64 import_id, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self,
                              "SELECT severity, code, message, value, first_line, last_line, n_rows"
                              " FROM finding WHERE import_id = ? ORDER BY position",
                              WM_PARAMS (WM_INT (import_id)), read_finding,
                              (GDestroyNotify) wm_finding_free, error);
}

static guint64
mix (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

static guint64
get_bits (double number)
{
  guint64 bits;

  if (number != number)
    return G_GUINT64_CONSTANT (0x7ff8000000000000); /* one NaN for all */
  memcpy (&bits, &number, sizeof bits);
  return bits;
}

/* The part of one row in the checksum of its import, which is the sum over all rows. */
guint64
wm_store_hash_row (const WmObservationRow *row)
{
  guint64 hash = mix (row->series, row->period);

  hash = mix (hash, (guint64) row->area << 32 | row->label);
  hash = mix (hash, get_bits (row->value));
  hash = mix (hash, get_bits (row->numerator));
  hash = mix (hash, get_bits (row->denominator));
  return mix (hash, (guint64) row->missing << 8 | row->publication);
}

static void
read_row (WmStatement *statement, WmObservationRow *row)
{
  row->series = sqlite3_column_int64 (statement, 0);
  row->period = sqlite3_column_int64 (statement, 1);
  row->area = sqlite3_column_int64 (statement, 2);
  row->label = sqlite3_column_int64 (statement, 3);
  row->value = wm_statement_get_real (statement, 4);
  row->missing = sqlite3_column_int (statement, 5);
  row->publication = sqlite3_column_int (statement, 6);
  row->numerator = wm_statement_get_real (statement, 7);
  row->denominator = wm_statement_get_real (statement, 8);
}

static gboolean
sum_rows (WmStore *self, gint64 import_id, guint64 *sum, GError **error)
{
  g_autoptr (WmStatement) rows = NULL;
  WmObservationRow row;
  gboolean has_row;

  *sum = 0;
  rows = wm_store_query (self,
                         "SELECT o.* FROM series s JOIN observation o ON o.series_id = s.id"
                         " WHERE s.import_id = ?",
                         WM_PARAMS (WM_INT (import_id)), error);
  if (rows == NULL)
    return FALSE;
  while (wm_store_next (self, rows, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      read_row (rows, &row);
      *sum += wm_store_hash_row (&row);
    }
  return FALSE;
}

/* What was kept of an import to verify it by. */
typedef struct
{
  char *checksum;
  char *file_name;
} Seal;

static void
seal_free (Seal *self)
{
  g_free (self->checksum);
  g_free (self->file_name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Seal, seal_free)

static gpointer
read_seal (WmStore *self, WmStatement *row, GError **error)
{
  Seal *seal = g_new (Seal, 1);

  seal->checksum = wm_statement_dup_text (row, 0);
  seal->file_name = wm_statement_dup_text (row, 1);
  return seal;
}

/**
 * wm_store_verify_import:
 * @self: a project
 * @import_id: number of an import
 * @error: return location for an error
 *
 * Reads all rows of an import and compares their checksum with the one of the day of the import.
 * Looks at the whole structure of the file too, of which [func@Store.open] sees only a part.
 *
 * Fails with %WM_STORE_ERROR_DAMAGED where rows were changed or lost since, or where the file is
 * damaged anywhere.
 *
 * Returns: whether all rows are as they were
 */
gboolean
wm_store_verify_import (WmStore *self, gint64 import_id, GError **error)
{
  g_autoptr (Seal) seal = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *checksum = NULL;
  guint64 sum;

  g_return_val_if_fail (self != NULL, FALSE);

  unknown = make_unknown (import_id);
  seal = wm_store_get_item (self, "SELECT checksum, file_name FROM import WHERE id = ?",
                            WM_PARAMS (WM_INT (import_id)), read_seal, unknown, error);
  if (seal == NULL || !wm_store_check_content (self, WM_STORE_DEPTH_FULL, error)
      || !sum_rows (self, import_id, &sum, error))
    return FALSE;
  checksum = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", sum);
  if (g_strcmp0 (checksum, seal->checksum) == 0)
    return TRUE;
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_DAMAGED,
               _("Values from “%s” are not as they were imported. Go back to a copy of the "
                 "project, or undo this import and import the file again."), seal->file_name);
  return FALSE;
}

/**
 * wm_store_get_source:
 * @self: a project
 * @indicator_code: code of a measure
 * @error: return location for an error
 *
 * Gets the latest import that brought values of a measure and is not undone.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM when there is none.
 *
 * Returns: (transfer full): the import; %NULL on error
 */
WmProvenance *
wm_store_get_source (WmStore *self, const char *indicator_code, GError **error)
{
  gint64 import_id = 0;

  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  if (!wm_store_get_integer (self,
                             "SELECT coalesce(max(i.id), 0) FROM series s"
                             " JOIN import i ON i.id = s.import_id AND NOT i.is_undone"
                             " JOIN indicator n ON n.id = s.indicator_id WHERE n.code = ?",
                             WM_PARAMS (WM_TEXT (indicator_code)), &import_id, error))
    return NULL;
  return wm_store_get_import (self, import_id, error);
}
