/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Whether a file is a project of ours, whole, and not from a newer program. The first bytes are
 * read before SQLite sees the file, so that a stranger's database is never touched. Offsets are
 * those of the "Database File Format" document of SQLite, section 1.3. */

#include "config.h"

#include "wm-store-check-private.h"

#include "wm-store-private.h"
#include "wm-store-schema-private.h"
#include "wm-store-sql-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define HEADER_SIZE 100

static const char magic[16] = "SQLite format 3";

static guint32
read_u32 (const guint8 *header, gsize offset)
{
  return (guint32) header[offset] << 24 | (guint32) header[offset + 1] << 16
         | (guint32) header[offset + 2] << 8 | header[offset + 3];
}

static void
set_damaged (GError **error, const char *name)
{
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_DAMAGED,
               _("“%s” is damaged. Nothing was changed: go back to a copy of it."), name);
}

/* Says in words why the file cannot be read at all. */
static void
set_unreadable (GError **error, const char *path, const char *name, int why)
{
  if (why == ENOENT || why == ENOTDIR)
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_MISSING,
                 _("There is no file “%s”. It may have been moved or renamed."), path);
  else if (why == EISDIR)
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_NOT_OURS,
                 _("“%s” is a folder, not a project."), name);
  else
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED,
                 /* Translators: %1$s: the file, %2$s: the reason, from the system */
                 _("“%1$s” cannot be opened: %2$s."), name, g_strerror (why));
}

static gboolean
read_header (const char *path, const char *name, guint8 *header, gsize *length, GError **error)
{
  FILE *file;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      set_unreadable (error, path, name, EISDIR);
      return FALSE;
    }
  file = g_fopen (path, "rb");
  if (file == NULL)
    {
      set_unreadable (error, path, name, errno);
      return FALSE;
    }
  *length = fread (header, 1, HEADER_SIZE, file);
  fclose (file);
  return TRUE;
}

/* The fields that SQLite always writes alike. Bytes 18 and 19 would switch to another journal,
 * which leaves files beside the project. */
static gboolean
has_sound_header (const guint8 *header)
{
  guint32 page_size = (guint32) header[16] << 8 | header[17];

  if (page_size == 1)
    page_size = 65536;
  return page_size >= 512 && (page_size & (page_size - 1)) == 0
         && header[18] == 1 && header[19] == 1 && header[20] == 0
         && header[21] == 64 && header[22] == 32 && header[23] == 32
         && read_u32 (header, 44) == 4 && read_u32 (header, 56) == 1
         && read_u32 (header, 24) == read_u32 (header, 92);
}

static gboolean
check_version (guint32 version, const char *name, GError **error)
{
  if (version == 0 || version > G_MAXINT16)
    {
      set_damaged (error, name);
      return FALSE;
    }
  if (version <= WM_STORE_VERSION)
    return TRUE;
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_NEWER,
               _("“%s” was written by a newer version of Waymark. Nothing was changed: "
                 "open it with that version."), name);
  return FALSE;
}

/* Looks at the first bytes of the file at @path. */
gboolean
wm_store_check_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  guint8 header[HEADER_SIZE] = { 0 };
  gsize length = 0;

  if (!read_header (path, name, header, &length, error))
    return FALSE;
  if (length < sizeof magic || memcmp (header, magic, sizeof magic) != 0
      || (length == HEADER_SIZE && read_u32 (header, 68) != WM_STORE_APPLICATION_ID))
    {
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_NOT_OURS,
                   _("“%s” is not a Waymark project."), name);
      return FALSE;
    }
  if (length == HEADER_SIZE && has_sound_header (header))
    return check_version (read_u32 (header, 60), name, error);
  set_damaged (error, name);
  return FALSE;
}

/* Whether the file is as long as its pages; SQLite itself looks no further than it reads. To be
 * called within a transaction, so that nobody writes meanwhile. */
static gboolean
has_whole_length (WmStore *self, gboolean *is_whole, GError **error)
{
  gint64 n_tables, n_pages, page_size;
  GStatBuf info;

  if (!wm_store_get_integer (self, "SELECT count (*) FROM sqlite_schema", NULL, &n_tables, error)
      || !wm_store_get_integer (self, "PRAGMA page_count", NULL, &n_pages, error)
      || !wm_store_get_integer (self, "PRAGMA page_size", NULL, &page_size, error))
    return FALSE;
  *is_whole = g_stat (self->path, &info) == 0 && info.st_size == n_pages * page_size;
  return TRUE;
}

/* Walks every page of the tables that are small beside the figures, and every row on them. */
#define CHECK_SMALL_TABLES \
  "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema t, pragma_quick_check (t.name) c" \
  " WHERE t.type = 'table' AND t.name <> 'observation' AND c.quick_check <> 'ok')"

/* Counts the figures in the table and in its index: SQLite reads each of their pages for that and
 * looks that the page is one of a tree and its cells lie within it, but at no row. */
#define CHECK_FIGURES \
  "SELECT (SELECT count (*) FROM observation NOT INDEXED) = n" \
  " AND (SELECT count (*) FROM observation INDEXED BY observation_by_area) = n" \
  " FROM (SELECT coalesce (sum (n_values + n_missing), 0) AS n FROM import)"

#define CHECK_ALL \
  "SELECT NOT EXISTS (SELECT 1 FROM pragma_quick_check c WHERE c.quick_check <> 'ok')"

static gboolean
is_sound (WmStore *self, const char *check, gboolean *result, GError **error)
{
  gint64 number = 0;

  if (!wm_store_get_integer (self, check, NULL, &number, error))
    return FALSE;
  *result = number != 0;
  return TRUE;
}

static gboolean
check_structure (WmStore *self, WmStoreDepth depth, gboolean *result, GError **error)
{
  if (depth == WM_STORE_DEPTH_FULL)
    return is_sound (self, CHECK_ALL, result, error);
  return is_sound (self, CHECK_SMALL_TABLES, result, error)
         && (!*result || is_sound (self, CHECK_FIGURES, result, error));
}

/* Looks at the structure of an open project.
 *
 * On opening there is time to read every page, but not every row. That finds a file that is cut
 * off, pages that were overwritten or never written, and figures that are lost or twice there. It
 * does not find, and wm_store_verify_import() does: figures out of order or of the wrong type, a
 * page that is used twice or not at all, and a figure that was changed for another one. */
gboolean
wm_store_check_content (WmStore *self, WmStoreDepth depth, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  gboolean is_whole = FALSE, is_good = FALSE, was_read;

  if (!wm_store_exec (self, "BEGIN", error))
    return FALSE;
  was_read = has_whole_length (self, &is_whole, error)
             && (!is_whole || check_structure (self, depth, &is_good, error));
  wm_store_roll_back (self);
  if (!was_read)
    return FALSE;
  if (is_whole && is_good)
    return TRUE;
  if (is_whole)
    set_damaged (error, name);
  else
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_DAMAGED,
                 _("“%s” is cut off: its end is missing or wrong. Nothing was changed: "
                   "go back to a copy of it."), name);
  return FALSE;
}
