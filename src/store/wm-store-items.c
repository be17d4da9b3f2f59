/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What all lists of a project have in common: read all, read one, add or replace, remove, and say in
 * words when there is no such item or when its name is taken. The statements and the words are
 * those of each list. */

#include "config.h"

#include "wm-store-items-private.h"

#include "wm-store-private.h"

/* Reads a value from each row, in order; NULL on error. */
GPtrArray *
wm_store_list_items (WmStore *self, const char *sql, const WmParam *params, WmReadRow read,
                     GDestroyNotify free_item, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);
  g_autoptr (WmStatement) rows = wm_store_query (self, sql, params, error);
  gboolean has_row;

  if (rows == NULL)
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      gpointer item;

      if (!has_row)
        return g_steal_pointer (&items);
      item = read (self, rows, error);
      if (item == NULL)
        return NULL;
      g_ptr_array_add (items, item);
    }
  return NULL;
}

/* Reads a value from the one row; without a row fails with the words @unknown. */
gpointer
wm_store_get_item (WmStore *self, const char *sql, const WmParam *params, WmReadRow read,
                   const char *unknown, GError **error)
{
  g_autoptr (WmStatement) row = wm_store_query (self, sql, params, error);
  gboolean has_row;

  if (row == NULL || !wm_store_next (self, row, &has_row, error))
    return NULL;
  if (has_row)
    return read (self, row, error);
  g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM, unknown);
  return NULL;
}

/* Adds an item or replaces the one of its number; gives one that has none its number. */
gboolean
wm_store_put_item (WmStore *self, const char *sql, const WmParam *params, gint64 *id, GError **error)
{
  if (!wm_store_change (self, sql, params, error))
    return FALSE;
  if (*id == 0)
    *id = sqlite3_last_insert_rowid (self->db);
  return TRUE;
}

/* Runs a statement, within a transaction, that changes rows; where there are none it fails with
 * the words @unknown. */
gboolean
wm_store_run_on_known (WmStore *self, const char *sql, const WmParam *params, const char *unknown,
                       GError **error)
{
  if (!wm_store_run (self, sql, params, error))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM, unknown);
  return FALSE;
}

/* Removes an item; where there is none it fails with the words @unknown. */
gboolean
wm_store_remove_item (WmStore *self, const char *sql, const WmParam *params, const char *unknown,
                      GError **error)
{
  return wm_store_begin (self, error)
         && wm_store_end (self, wm_store_run_on_known (self, sql, params, unknown, error), error);
}

/* Fails with the words @taken when the query finds another item of the name. */
gboolean
wm_store_refuse_taken (WmStore *self, const char *sql, const WmParam *params, const char *taken,
                       GError **error)
{
  gint64 is_taken;

  if (!wm_store_get_integer (self, sql, params, &is_taken, error))
    return FALSE;
  if (is_taken)
    g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS, taken);
  return !is_taken;
}

/* The time, as projects keep it. */
char *
wm_store_dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}
