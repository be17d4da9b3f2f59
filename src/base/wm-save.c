/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Files that people keep: written whole or not at all, and in words that name the file they chose. */

#include "config.h"

#include "wm-save.h"

#include <glib/gi18n-lib.h>

/* The system's own message names the file beside, which nobody knows. */
static const char *
describe (const GError *reason)
{
  switch (reason->code)
    {
    case G_FILE_ERROR_NOSPC:
      return _("the disk is full");
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return _("there is no such folder");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return _("that may not be written to");
    case G_FILE_ERROR_ISDIR:
      return _("that is a folder");
    default:
      return reason->message;
    }
}

/**
 * wm_save_bytes:
 * @bytes: what the file shall hold
 * @path: the file, which is replaced when it is there
 * @error: return location for an error
 *
 * Writes a file beside and puts it in place, so that a full disk leaves the old one as it was.
 *
 * Returns: whether it was written
 */
gboolean
wm_save_bytes (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (bytes != NULL && path != NULL, FALSE);

  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT, 0666, &reason))
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, reason->domain, reason->code,
               /* Translators: a file name, then why */
               _("Could not save “%1$s”: %2$s. Choose another folder, or make room on the disk."),
               name, describe (reason));
  return FALSE;
}
