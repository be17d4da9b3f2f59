/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Frameworks of outcomes and dated versions of them, as the text of their files. What the text says
 * is not the store's business. A framework that was removed stays in the file, marked, until another
 * one takes its id; so it comes back whole. */

#include "config.h"

#include "wm-store-frameworks.h"

#include "wm-store-items-private.h"

#include <glib/gi18n-lib.h>

#define UNKNOWN_VERSION N_("That version is not in this project any more.")

/**
 * wm_framework_entry_new:
 * @id: the framework's id
 * @title: its title
 * @edition: (nullable): its version
 * @date: (nullable): its date
 *
 * Makes an entry of a framework that is not stored yet.
 *
 * Returns: (transfer full): the entry
 */
WmFrameworkEntry *
wm_framework_entry_new (const char *id, const char *title, const char *edition, const char *date)
{
  WmFrameworkEntry *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);

  self = g_new0 (WmFrameworkEntry, 1);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->edition = g_strdup (edition);
  self->date = g_strdup (date);
  return self;
}

/**
 * wm_framework_entry_free:
 * @self: (transfer full) (nullable): an entry
 *
 * Frees an entry.
 */
void
wm_framework_entry_free (WmFrameworkEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->edition);
  g_free (self->date);
  g_free (self->changed_at);
  g_free (self);
}

/**
 * wm_framework_version_new:
 * @framework_id: the framework that it is a version of
 * @edition: (nullable): the version that the framework says it is
 * @note: (nullable): what changed
 *
 * Makes a version that is not stored yet.
 *
 * Returns: (transfer full): the version
 */
WmFrameworkVersion *
wm_framework_version_new (const char *framework_id, const char *edition, const char *note)
{
  WmFrameworkVersion *self;

  g_return_val_if_fail (framework_id != NULL, NULL);

  self = g_new0 (WmFrameworkVersion, 1);
  self->framework_id = g_strdup (framework_id);
  self->edition = g_strdup (edition);
  self->note = g_strdup (note);
  return self;
}

/**
 * wm_framework_version_free:
 * @self: (transfer full) (nullable): a version
 *
 * Frees a version.
 */
void
wm_framework_version_free (WmFrameworkVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->framework_id);
  g_free (self->edition);
  g_free (self->note);
  g_free (self->kept_at);
  g_free (self);
}

static gpointer
read_entry (WmStore *self, WmStatement *row, GError **error)
{
  WmFrameworkEntry *entry = g_new0 (WmFrameworkEntry, 1);

  entry->id = wm_statement_dup_text (row, 0);
  entry->title = wm_statement_dup_text (row, 1);
  entry->edition = wm_statement_dup_text (row, 2);
  entry->date = wm_statement_dup_text (row, 3);
  entry->changed_at = wm_statement_dup_text (row, 4);
  entry->is_active = sqlite3_column_int (row, 5);
  return entry;
}

static gpointer
read_version (WmStore *self, WmStatement *row, GError **error)
{
  WmFrameworkVersion *version = g_new0 (WmFrameworkVersion, 1);

  version->id = sqlite3_column_int64 (row, 0);
  version->framework_id = wm_statement_dup_text (row, 1);
  version->edition = wm_statement_dup_text (row, 2);
  version->note = wm_statement_dup_text (row, 3);
  version->kept_at = wm_statement_dup_text (row, 4);
  return version;
}

static gpointer
read_document (WmStore *self, WmStatement *row, GError **error)
{
  const char *text = wm_statement_get_text (row, 0);

  return g_bytes_new (text, sqlite3_column_bytes (row, 0));
}

static char *
dup_document (GBytes *document)
{
  gsize length;
  const char *text = g_bytes_get_data (document, &length);

  return g_strndup (text, length);
}

static char *
describe_unknown (const char *id)
{
  return g_strdup_printf (_("This project has no framework “%s”."), id);
}

/**
 * wm_store_list_frameworks:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the frameworks that are stored, by title.
 *
 * Returns: (transfer container) (element-type WmFrameworkEntry): the frameworks; %NULL on error
 */
GPtrArray *
wm_store_list_frameworks (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self,
                              "SELECT id, title, edition, date, changed_at,"
                              " id IS (SELECT value FROM setting WHERE key = ?)"
                              " FROM framework WHERE NOT is_removed ORDER BY title, id",
                              WM_PARAMS (WM_TEXT (WM_SETTING_FRAMEWORK)), read_entry,
                              (GDestroyNotify) wm_framework_entry_free, error);
}

/**
 * wm_store_has_framework:
 * @self: a project
 * @id: id of a framework
 * @has: (out): whether it is stored; untouched on failure
 * @error: return location for an error
 *
 * Looks whether a framework is stored.
 *
 * Returns: whether that could be found out
 */
gboolean
wm_store_has_framework (WmStore *self, const char *id, gboolean *has, GError **error)
{
  gint64 number;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  if (!wm_store_get_integer (self,
                             "SELECT EXISTS (SELECT 1 FROM framework WHERE id = ? AND NOT is_removed)",
                             WM_PARAMS (WM_TEXT (id)), &number, error))
    return FALSE;
  *has = number != 0;
  return TRUE;
}

/**
 * wm_store_get_framework:
 * @self: a project
 * @id: id of a framework
 * @error: return location for an error
 *
 * Gets the text of a framework.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where none of that id is stored.
 *
 * Returns: (transfer full): the text; %NULL on error
 */
GBytes *
wm_store_get_framework (WmStore *self, const char *id, GError **error)
{
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  unknown = describe_unknown (id);
  return wm_store_get_item (self, "SELECT document FROM framework WHERE id = ? AND NOT is_removed",
                            WM_PARAMS (WM_TEXT (id)), read_document, unknown, error);
}

/* Stores a framework within a transaction. One that was removed and had its id goes for good, and so
 * do the versions of it. */
static gboolean
put_framework (WmStore *self, const WmFrameworkEntry *entry, GBytes *document, GError **error)
{
  g_autofree char *text = dup_document (document);
  g_autofree char *now = wm_store_dup_now ();
  const WmParam *id = WM_PARAMS (WM_TEXT (entry->id));

  return wm_store_run (self,
                       "DELETE FROM framework_version WHERE framework_id IN"
                       " (SELECT id FROM framework WHERE id = ? AND is_removed)", id, error)
         && wm_store_run (self, "DELETE FROM framework WHERE id = ? AND is_removed", id, error)
         && wm_store_run (self,
                          "INSERT INTO framework (id, title, edition, date, changed_at, document)"
                          " VALUES (?, ?, ?, ?, ?, ?)"
                          " ON CONFLICT (id) DO UPDATE SET title = excluded.title,"
                          " edition = excluded.edition, date = excluded.date,"
                          " changed_at = excluded.changed_at, document = excluded.document",
                          WM_PARAMS (WM_TEXT (entry->id), WM_TEXT (entry->title),
                                     WM_TEXT (entry->edition), WM_TEXT (entry->date),
                                     WM_TEXT (now), WM_TEXT (text)), error);
}

/**
 * wm_store_put_framework:
 * @self: a project
 * @entry: what the list shall say of it; when it changed is now
 * @document: its text
 * @error: return location for an error
 *
 * Adds a framework, or replaces the one of its id.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_put_framework (WmStore *self, const WmFrameworkEntry *entry, GBytes *document,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && entry != NULL && document != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, put_framework (self, entry, document, error), error);
}

static gboolean
refuse_taken_id (WmStore *self, const WmFrameworkEntry *entry, GError **error)
{
  g_autofree char *taken =
    g_strdup_printf (_("The project has a framework “%s” already."), entry->id);

  return wm_store_refuse_taken (self,
                                "SELECT EXISTS (SELECT 1 FROM framework WHERE id = ? AND NOT is_removed)",
                                WM_PARAMS (WM_TEXT (entry->id)), taken, error);
}

/**
 * wm_store_add_framework:
 * @self: a project
 * @entry: what the list shall say of it; when it changed is now
 * @document: its text
 * @error: return location for an error
 *
 * Adds a framework.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where there is one of its id.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_add_framework (WmStore *self, const WmFrameworkEntry *entry, GBytes *document,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && entry != NULL && document != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, refuse_taken_id (self, entry, error)
                                && put_framework (self, entry, document, error), error);
}

/**
 * wm_store_remove_framework:
 * @self: a project
 * @id: id of a framework
 * @error: return location for an error
 *
 * Removes a framework from the lists, with its versions. [method@Store.restore_framework] brings it
 * back. Where it was the active one, the project says so again when it comes back.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where none of that id is stored.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_framework (WmStore *self, const char *id, GError **error)
{
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  unknown = describe_unknown (id);
  return wm_store_remove_item (self,
                               "UPDATE framework SET is_removed = 1 WHERE id = ? AND NOT is_removed",
                               WM_PARAMS (WM_TEXT (id)), unknown, error);
}

/**
 * wm_store_restore_framework:
 * @self: a project
 * @id: id of a framework that was removed
 * @error: return location for an error
 *
 * Brings a framework back that was removed, with its versions.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none, or where another one has its id by
 * now.
 *
 * Returns: whether it came back
 */
gboolean
wm_store_restore_framework (WmStore *self, const char *id, GError **error)
{
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  unknown = describe_unknown (id);
  return wm_store_remove_item (self,
                               "UPDATE framework SET is_removed = 0 WHERE id = ? AND is_removed",
                               WM_PARAMS (WM_TEXT (id)), unknown, error);
}

/**
 * wm_store_list_framework_versions:
 * @self: a project
 * @framework_id: id of a framework
 * @error: return location for an error
 *
 * Lists the versions that were kept of a framework, the newest first.
 *
 * Returns: (transfer container) (element-type WmFrameworkVersion): the versions; %NULL on error
 */
GPtrArray *
wm_store_list_framework_versions (WmStore *self, const char *framework_id, GError **error)
{
  g_return_val_if_fail (self != NULL && framework_id != NULL, NULL);

  return wm_store_list_items (self,
                              "SELECT id, framework_id, edition, note, kept_at FROM framework_version"
                              " WHERE framework_id = ? ORDER BY id DESC",
                              WM_PARAMS (WM_TEXT (framework_id)), read_version,
                              (GDestroyNotify) wm_framework_version_free, error);
}

/**
 * wm_store_get_framework_version:
 * @self: a project
 * @version_id: number of a version
 * @error: return location for an error
 *
 * Gets the text of a version of a framework.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: (transfer full): the text; %NULL on error
 */
GBytes *
wm_store_get_framework_version (WmStore *self, gint64 version_id, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_get_item (self, "SELECT document FROM framework_version WHERE id = ?",
                            WM_PARAMS (WM_INT (version_id)), read_document, _(UNKNOWN_VERSION), error);
}

/**
 * wm_store_keep_framework_version:
 * @self: a project
 * @version: what the list shall say of it; gets a number and, when it has none, a time
 * @document: the text of the framework as it is now
 * @error: return location for an error
 *
 * Keeps a framework as it is. A version with a number is one that was removed and comes back.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_keep_framework_version (WmStore *self, WmFrameworkVersion *version, GBytes *document,
                                 GError **error)
{
  const WmParam none = WM_NULL, some = WM_INT (version->id);
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && document != NULL, FALSE);

  if (version->kept_at == NULL)
    version->kept_at = wm_store_dup_now ();
  text = dup_document (document);
  return wm_store_put_item (self,
                            "INSERT INTO framework_version"
                            " (id, framework_id, edition, note, kept_at, document)"
                            " VALUES (?, ?, ?, ?, ?, ?)",
                            WM_PARAMS (version->id != 0 ? some : none, WM_TEXT (version->framework_id),
                                       WM_TEXT (version->edition), WM_TEXT (version->note),
                                       WM_TEXT (version->kept_at), WM_TEXT (text)),
                            &version->id, error);
}

/**
 * wm_store_remove_framework_version:
 * @self: a project
 * @version_id: number of a version
 * @error: return location for an error
 *
 * Removes a version of a framework. Whoever may want it back gets it first.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_framework_version (WmStore *self, gint64 version_id, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return wm_store_remove_item (self, "DELETE FROM framework_version WHERE id = ?",
                               WM_PARAMS (WM_INT (version_id)), _(UNKNOWN_VERSION), error);
}
