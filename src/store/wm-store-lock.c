/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The file beside a project that says which program has it open for writing.
 *
 * SQLite's own locks last as long as one change; this one lasts as long as the window. Three
 * lines: host, process, time. The system's lock on the file tells the living from the dead on
 * one machine. A share may not pass that lock on, so the name of another host counts as well,
 * and only a person can say that the other program is gone. */

#include "config.h"

#include "wm-store-lock-private.h"

#include "wm-os.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>

struct _WmStoreLock
{
  char *path;
  int fd;
};

static char *
make_lock_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strdup_printf (".~lock.%s", base);

  return g_build_filename (folder, name, NULL);
}

/* Says who has the project, from the lines of the lock file; NULL when it was this host. */
static char *
describe_other_host (const char *lock_path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (lock_path, &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", 4);
  if (g_strv_length (lines) < 4 || g_str_equal (lines[0], g_get_host_name ()))
    return NULL;
  return g_strdup_printf (
    /* Translators: %1$s: name of a computer, %2$s: date and time, %3$s: a file name */
    _("The project is open on the computer “%1$s” since %2$s. "
      "If nobody uses it there any more, delete the file “%3$s” and open it again."),
    lines[0], lines[2], lock_path);
}

static gboolean
write_owner (int fd)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  g_autofree char *text =
    g_strdup_printf ("%s\n%d\n%s\n", g_get_host_name (), wm_os_get_process_id (), time);

  return wm_os_replace_text (fd, text);
}

/* Locks the open file; on failure says why in @reason. */
static gboolean
claim (int fd, const char *lock_path, char **reason)
{
  WmOsLock result = wm_os_lock (fd);

  if (result == WM_OS_LOCK_HELD)
    {
      *reason = describe_other_host (lock_path);
      if (*reason == NULL)
        *reason = g_strdup (_("The project is open in another window."));
      return FALSE;
    }
  *reason = describe_other_host (lock_path);
  if (*reason != NULL)
    return FALSE;
  if (result == WM_OS_LOCK_TAKEN && write_owner (fd))
    return TRUE;
  g_remove (lock_path);
  *reason = g_strdup (_("Its folder does not let one program keep others from writing at the "
                        "same time. Save a copy on this computer to change it."));
  return FALSE;
}

/* Takes the lock of the project at @path, which need not exist. Gives NULL and a sentence in
 * @reason when another program has it or when nothing can be locked there. */
WmStoreLock *
wm_store_lock_take (const char *path, char **reason)
{
  g_autofree char *lock_path = make_lock_path (path);
  WmStoreLock *self;
  int fd;

  do
    {
      fd = wm_os_open_lock_file (lock_path);
      if (fd < 0)
        {
          /* Translators: %s: the reason, from the system */
          *reason = g_strdup_printf (_("No file can be written in its folder (%s), so other "
                                       "programs could not be kept from writing at the same time."),
                                     g_strerror (errno));
          return NULL;
        }
      if (!claim (fd, lock_path, reason))
        {
          g_close (fd, NULL);
          return NULL;
        }
      /* The owner before us may have removed the file while we opened it. */
      if (wm_os_is_same_file (fd, lock_path))
        break;
      g_close (fd, NULL);
    }
  while (TRUE);

  self = g_atomic_rc_box_new0 (WmStoreLock);
  self->path = g_steal_pointer (&lock_path);
  self->fd = fd;
  return self;
}

WmStoreLock *
wm_store_lock_ref (WmStoreLock *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
lock_clear (gpointer data)
{
  WmStoreLock *self = data;

  g_remove (self->path);
  g_close (self->fd, NULL);
  g_free (self->path);
}

/* Gives a reference back; with the last one the lock is gone. */
void
wm_store_lock_unref (WmStoreLock *self)
{
  g_atomic_rc_box_release_full (self, lock_clear);
}
