/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The project file: made, opened, shared between threads by siblings, copied.
 *
 * One SQLite database without a write-ahead log, so that a project is one file on any disk or
 * share. Every change is committed at once. */

#include "config.h"

#include "wm-store.h"

#include "wm-store-check-private.h"
#include "wm-store-private.h"
#include "wm-store-schema-private.h"
#include "wm-store-sql-private.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>

#define BUSY_TIMEOUT 5000 /* [ms] */

G_DEFINE_QUARK (wm-store-error-quark, wm_store_error)

static void
store_clear (gpointer data)
{
  WmStore *self = data;

  sqlite3_close_v2 (self->db);
  g_clear_pointer (&self->lock, wm_store_lock_unref);
  g_free (self->read_only_reason);
  g_free (self->path);
}

static WmStore *
store_new (const char *path)
{
  WmStore *self = g_atomic_rc_box_new0 (WmStore);

  self->path = g_strdup (path);
  return self;
}

static void
set_read_only (WmStore *self, const char *reason)
{
  self->is_read_only = TRUE;
  wm_set_str (&self->read_only_reason, reason);
}

/* Opens the connection; the store keeps no thread until somebody uses it. */
static gboolean
connect_database (WmStore *self, GError **error)
{
  int flags = self->is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int result = sqlite3_open_v2 (self->path, &self->db, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, NULL);

  if (result != SQLITE_OK)
    {
      wm_store_set_sqlite_error (error, self->db, result, self->path);
      return FALSE;
    }
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return wm_store_exec (self,
                        "PRAGMA foreign_keys = ON;"
                        "PRAGMA trusted_schema = OFF;"
                        "PRAGMA cell_size_check = ON;"
                        "PRAGMA temp_store = MEMORY;", error);
}

/* Makes an empty file, so that nobody else's is ever overwritten. */
static gboolean
make_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL, 0666);

  if (fd >= 0)
    return g_close (fd, error);
  if (errno == EEXIST)
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS,
                 _("There is a file “%s” already. Choose another name."), name);
  else
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED,
                 /* Translators: %1$s: the file, %2$s: the reason, from the system */
                 _("“%1$s” cannot be made: %2$s."), name, g_strerror (errno));
  return FALSE;
}

/**
 * wm_store_create:
 * @path: where the project shall be
 * @error: return location for an error
 *
 * Makes an empty project. Where that fails half-way, no file is left behind.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where there is any file already.
 *
 * Returns: (transfer full): the project, open for writing; %NULL on error
 */
WmStore *
wm_store_create (const char *path, GError **error)
{
  g_autoptr (WmStore) self = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (!make_file (path, error))
    return NULL;
  self = store_new (path);
  self->lock = wm_store_lock_take (path, &reason);
  if (self->lock == NULL)
    g_set_error_literal (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED, reason);
  else if (connect_database (self, error) && wm_store_migrate (self, 0, error))
    {
      self->version = WM_STORE_VERSION;
      self->thread = NULL;
      return g_steal_pointer (&self);
    }
  g_clear_pointer (&self->db, sqlite3_close_v2);
  g_remove (path);
  return NULL;
}

/* Decides whether the project may be written to, and takes the lock where it may. */
static void
take_lock (WmStore *self, WmStoreFlags flags)
{
  g_autofree char *reason = NULL;

  if (flags & WM_STORE_READ_ONLY)
    set_read_only (self, _("That was asked for."));
  else if (g_access (self->path, W_OK) != 0)
    set_read_only (self, _("The file is write-protected."));
  else if ((self->lock = wm_store_lock_take (self->path, &reason)) == NULL)
    set_read_only (self, reason);
}

/* Lets SQLite take back a change that a killed program left half-way: only a connection that
 * may write can. Whoever has the lock would have done so. */
static gboolean
recover (WmStore *self, GError **error)
{
  g_autoptr (WmStore) writer = store_new (self->path);
  g_autofree char *reason = NULL;
  gint64 version;

  writer->lock = wm_store_lock_take (self->path, &reason);
  if (writer->lock != NULL)
    return connect_database (writer, error)
           && wm_store_get_integer (writer, "PRAGMA schema_version", NULL, &version, error);
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_READ_ONLY,
               /* Translators: %1$s: the file, %2$s: a sentence that says why */
               _("The last change to “%1$s” was broken off and must be taken back before it can "
                 "be read. %2$s"), self->path, reason);
  return FALSE;
}

/* Whether a change was broken off: SQLite's journal is still there. (Another program that writes
 * just now has one too; then the check below is a little longer than it need be.) */
static gboolean
was_broken_off (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

/* Reads the version; the first read is also when SQLite takes back what was broken off. */
static gboolean
read_version (WmStore *self, GError **error)
{
  g_autoptr (GError) first = NULL;
  gint64 version;
  int code;

  if (!wm_store_get_integer (self, "PRAGMA user_version", NULL, &version, &first))
    {
      code = sqlite3_extended_errcode (self->db);
      if (code != SQLITE_READONLY_ROLLBACK && code != SQLITE_BUSY_RECOVERY)
        {
          g_propagate_error (error, g_steal_pointer (&first));
          return FALSE;
        }
      if (!recover (self, error)
          || !wm_store_get_integer (self, "PRAGMA user_version", NULL, &version, error))
        return FALSE;
    }
  self->version = version;
  return TRUE;
}

/* Reads a project of an older version as it is, and says so. */
static gboolean
stand_in (WmStore *self, GError **error)
{
  g_autofree char *reason = NULL;

  if (self->version == WM_STORE_VERSION)
    return TRUE;
  /* Translators: %s is a sentence that says why the project can only be read. */
  reason = g_strdup_printf (_("%s It was written by an older version of Waymark and stays as it is."),
                            self->read_only_reason);
  set_read_only (self, reason);
  return wm_store_stand_in (self, self->version, error);
}

/* A project of an older version is rewritten where that may be, else read as it is. */
static gboolean
bring_up_to_date (WmStore *self, GError **error)
{
  return self->is_read_only ? stand_in (self, error) : wm_store_migrate (self, self->version, error);
}

/**
 * wm_store_open:
 * @path: a project
 * @flags: how
 * @error: return location for an error
 *
 * Opens a project. Where another window has it, or where it cannot be written to, it opens for
 * reading only; [method@Store.get_read_only_reason] says why. A project of an older version is
 * brought up to date, which [method@Store.was_updated] tells; one that may only be read is read
 * as it is. A file that cannot be opened is left as it is, byte for byte.
 *
 * Fails with %WM_STORE_ERROR_MISSING, %WM_STORE_ERROR_NOT_OURS, %WM_STORE_ERROR_NEWER or
 * %WM_STORE_ERROR_DAMAGED.
 *
 * Returns: (transfer full): the project; %NULL on error
 */
WmStore *
wm_store_open (const char *path, WmStoreFlags flags, GError **error)
{
  g_autoptr (WmStore) self = NULL;
  WmStoreDepth depth;

  g_return_val_if_fail (path != NULL, NULL);

  if (!wm_store_check_file (path, error))
    return NULL;
  depth = was_broken_off (path) ? WM_STORE_DEPTH_FULL : WM_STORE_DEPTH_PAGES;
  self = store_new (path);
  take_lock (self, flags);
  if (!connect_database (self, error)
      || !read_version (self, error)
      || !wm_store_check_content (self, depth, error)
      || !bring_up_to_date (self, error))
    return NULL;
  self->thread = NULL;
  return g_steal_pointer (&self);
}

/**
 * wm_store_open_sibling:
 * @self: an open project
 * @error: return location for an error
 *
 * Opens another connection to the same project for use on another thread. It shares the lock of
 * @self and may outlive it. This function itself may be called on any thread.
 *
 * Returns: (transfer full): the connection; %NULL on error
 */
WmStore *
wm_store_open_sibling (WmStore *self, GError **error)
{
  g_autoptr (WmStore) sibling = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  sibling = store_new (self->path);
  if (self->is_read_only)
    set_read_only (sibling, self->read_only_reason);
  else
    sibling->lock = wm_store_lock_ref (self->lock);
  sibling->version = self->version;
  if (!connect_database (sibling, error)
      || (sibling->is_read_only && !wm_store_stand_in (sibling, sibling->version, error)))
    return NULL;
  sibling->thread = NULL;
  return g_steal_pointer (&sibling);
}

/**
 * wm_store_ref:
 * @self: a project
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmStore *
wm_store_ref (WmStore *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_store_unref:
 * @self: (transfer full): a project
 *
 * Gives a reference back. The last one closes the project and, with the last of its siblings,
 * lets other windows write to it.
 */
void
wm_store_unref (WmStore *self)
{
  g_atomic_rc_box_release_full (self, store_clear);
}

/**
 * wm_store_get_path:
 * @self: a project
 *
 * Gets where the project is, in the encoding of file names.
 *
 * Returns: (transfer none): the path
 */
const char *
wm_store_get_path (WmStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/**
 * wm_store_is_read_only:
 * @self: a project
 *
 * Tells whether the project can only be read.
 *
 * Returns: whether it is so
 */
gboolean
wm_store_is_read_only (WmStore *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->is_read_only;
}

/**
 * wm_store_get_read_only_reason:
 * @self: a project
 *
 * Gets a sentence that says why the project can only be read.
 *
 * Returns: (transfer none) (nullable): the sentence; %NULL when it can be changed
 */
const char *
wm_store_get_read_only_reason (WmStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->read_only_reason;
}

/**
 * wm_store_was_updated:
 * @self: a project
 *
 * Tells whether the file was written by an older version of the program, and was brought up to date
 * when it was opened: that older version cannot open it any more.
 *
 * Returns: whether it was so
 */
gboolean
wm_store_was_updated (WmStore *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->is_read_only && self->version < WM_STORE_VERSION;
}

/* Whether two paths are one file, however they are written. */
static gboolean
is_same_place (const char *a, const char *b)
{
  g_autoptr (GFile) file_a = g_file_new_for_path (a);
  g_autoptr (GFile) file_b = g_file_new_for_path (b);
  g_autoptr (GFileInfo) info_a =
    g_file_query_info (file_a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GFileInfo) info_b =
    g_file_query_info (file_b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (g_file_equal (file_a, file_b))
    return TRUE;
  return info_a != NULL && info_b != NULL
         && g_strcmp0 (g_file_info_get_attribute_string (info_a, G_FILE_ATTRIBUTE_ID_FILE),
                       g_file_info_get_attribute_string (info_b, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}

/**
 * wm_store_copy_to:
 * @self: a project
 * @path: where the copy shall be
 * @error: return location for an error
 *
 * Writes a copy of the project, replacing a file that may be at @path: whoever asks has said so.
 * The copy appears whole or not at all.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where @path is the project itself, and with
 * %WM_STORE_ERROR_FULL where the disk is full.
 *
 * Returns: whether the copy was written
 */
gboolean
wm_store_copy_to (WmStore *self, const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  name = g_filename_display_basename (path);
  if (is_same_place (self->path, path))
    {
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS,
                   _("“%s” is the project that is open. Choose another name for the copy."), name);
      return FALSE;
    }
  part = g_strdup_printf ("%s.part", path);
  g_remove (part);
  if (!wm_store_run (self, "VACUUM INTO ?", WM_PARAMS (WM_TEXT (part)), NULL))
    {
      wm_store_set_sqlite_error (error, self->db, sqlite3_extended_errcode (self->db), path);
      g_remove (part);
      return FALSE;
    }
  if (g_rename (part, path) == 0)
    return TRUE;
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED,
               /* Translators: %1$s: the file, %2$s: the reason, from the system */
               _("“%1$s” cannot be written: %2$s."), name, g_strerror (errno));
  g_remove (part);
  return FALSE;
}
