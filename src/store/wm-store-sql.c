/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The thin layer over SQLite that the store's files share: statements with bound values, one
 * transaction per change, and what SQLite reports turned into words. */

#include "config.h"

#include "wm-store-sql-private.h"

#include "wm-store-private.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

/* Gives the connection, which belongs to the thread that uses the store first. */
sqlite3 *
wm_store_use (WmStore *self)
{
  GThread *me = g_thread_self ();

  if (self->thread == NULL)
    self->thread = me;
  g_assert (self->thread == me);
  return self->db;
}

/* Sets @error from the last failure of @self, in words. */
void
wm_store_set_error (WmStore *self, GError **error)
{
  wm_store_set_sqlite_error (error, self->db, sqlite3_extended_errcode (self->db), self->path);
}

/* Sets @error for the SQLite result @code of the project at @path. @db may be NULL. */
void
wm_store_set_sqlite_error (GError **error, sqlite3 *db, int code, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_BUSY,
                   _("“%s” is being written to by another program. Try again in a moment."), name);
      return;
    case SQLITE_READONLY:
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_READ_ONLY,
                   _("“%s” may only be read. Save a copy of it to change it."), name);
      return;
    case SQLITE_FULL:
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FULL,
                   _("The disk that “%s” lies on is full. Nothing was changed: make room and try again."),
                   name);
      return;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_DAMAGED,
                   _("“%s” is damaged and cannot be read. Nothing was changed: go back to a copy of it."),
                   name);
      return;
    default:
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED,
                   /* Translators: %1$s: the file, %2$s: the reason, from the database, in English */
                   _("“%1$s” could not be read or written: %2$s."), name,
                   db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
    }
}

/* Runs statements that take no values and give no rows. */
gboolean
wm_store_exec (WmStore *self, const char *sql, GError **error)
{
  if (sqlite3_exec (wm_store_use (self), sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  wm_store_set_error (self, error);
  return FALSE;
}

/* Compiles one statement; NULL on error. */
WmStatement *
wm_store_prepare (WmStore *self, const char *sql, GError **error)
{
  WmStatement *statement = NULL;

  if (sqlite3_prepare_v2 (wm_store_use (self), sql, -1, &statement, NULL) != SQLITE_OK)
    wm_store_set_error (self, error);
  return statement;
}

/* Binds values in order. Texts must live as long as the statement runs. */
void
wm_statement_bind (WmStatement *statement, const WmParam *params)
{
  for (int i = 0; params[i].kind != WM_PARAM_END; i++)
    switch (params[i].kind)
      {
      case WM_PARAM_TEXT:
        sqlite3_bind_text (statement, i + 1, params[i].text, -1, SQLITE_STATIC);
        break;
      case WM_PARAM_INT:
        sqlite3_bind_int64 (statement, i + 1, params[i].integer);
        break;
      case WM_PARAM_REAL:
        sqlite3_bind_double (statement, i + 1, params[i].real);
        break;
      case WM_PARAM_NULL:
        sqlite3_bind_null (statement, i + 1);
        break;
      case WM_PARAM_END:
      default:
        g_assert_not_reached ();
      }
}

/* Compiles one statement and binds @params (nullable); NULL on error. */
WmStatement *
wm_store_query (WmStore *self, const char *sql, const WmParam *params, GError **error)
{
  WmStatement *statement = wm_store_prepare (self, sql, error);

  if (statement != NULL && params != NULL)
    wm_statement_bind (statement, params);
  return statement;
}

/* Goes to the next row; at the end the statement lets go of the file. */
gboolean
wm_store_next (WmStore *self, WmStatement *statement, gboolean *has_row, GError **error)
{
  int result;

  wm_store_use (self);
  result = sqlite3_step (statement);
  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    wm_store_set_error (self, error);
  sqlite3_reset (statement);
  return result == SQLITE_DONE;
}

/* Runs one statement that gives no row. */
gboolean
wm_store_run (WmStore *self, const char *sql, const WmParam *params, GError **error)
{
  g_autoptr (WmStatement) statement = wm_store_query (self, sql, params, error);
  gboolean has_row;

  return statement != NULL && wm_store_next (self, statement, &has_row, error);
}

/* Reads the first column of the first row; 0 when there is no row. */
gboolean
wm_store_get_integer (WmStore *self, const char *sql, const WmParam *params, gint64 *integer,
                      GError **error)
{
  g_autoptr (WmStatement) statement = wm_store_query (self, sql, params, error);
  gboolean has_row;

  if (statement == NULL || !wm_store_next (self, statement, &has_row, error))
    return FALSE;
  *integer = has_row ? sqlite3_column_int64 (statement, 0) : 0;
  return TRUE;
}

/* Begins a change; refuses with words when the project is open for reading only. */
gboolean
wm_store_begin (WmStore *self, GError **error)
{
  g_autofree char *name = NULL;

  if (!self->is_read_only)
    return wm_store_exec (self, "BEGIN IMMEDIATE", error);
  name = g_filename_display_basename (self->path);
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_READ_ONLY,
               /* Translators: %1$s: the file, %2$s: a sentence that says why */
               _("“%1$s” is open for reading only. %2$s"), name, self->read_only_reason);
  return FALSE;
}

/* Commits; on failure everything since wm_store_begin() is taken back. */
gboolean
wm_store_commit (WmStore *self, GError **error)
{
  if (wm_store_exec (self, "COMMIT", error))
    return TRUE;
  wm_store_roll_back (self);
  return FALSE;
}

/* Takes back everything since wm_store_begin(). A grave error has done so already. */
void
wm_store_roll_back (WmStore *self)
{
  sqlite3 *db = wm_store_use (self);

  if (!sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}

/* Ends a change: commits when all went well, else takes it back. */
gboolean
wm_store_end (WmStore *self, gboolean is_good, GError **error)
{
  if (is_good)
    return wm_store_commit (self, error);
  wm_store_roll_back (self);
  return FALSE;
}

/* Makes a change of one statement. */
gboolean
wm_store_change (WmStore *self, const char *sql, const WmParam *params, GError **error)
{
  if (!wm_store_begin (self, error))
    return FALSE;
  return wm_store_end (self, wm_store_run (self, sql, params, error), error);
}

/* Lends the text of a column until the next step; NULL for NULL. */
const char *
wm_statement_get_text (WmStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

/* Copies the text of a column; NULL for NULL. */
char *
wm_statement_dup_text (WmStatement *statement, int column)
{
  return g_strdup (wm_statement_get_text (statement, column));
}

/* Reads a number; NaN for NULL. */
double
wm_statement_get_real (WmStatement *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NAN;
  return sqlite3_column_double (statement, column);
}

/* Reads a list that wm_store_join_lines() wrote; empty for NULL. */
GStrv
wm_statement_dup_lines (WmStatement *statement, int column)
{
  const char *text = wm_statement_get_text (statement, column);

  return g_strsplit (text != NULL ? text : "", "\n", -1);
}

/* Writes a list (nullable) as one text with a line for each. */
char *
wm_store_join_lines (char **lines)
{
  return lines != NULL ? g_strjoinv ("\n", lines) : g_strdup ("");
}
