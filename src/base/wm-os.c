/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The few things that GLib does not do alike on every system: locks on files, and who we are. */

#include "config.h"

#include "wm-os.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#ifdef G_OS_WIN32
#include <io.h>
#include <windows.h>
#else
#include <sys/file.h>
#endif

#ifndef O_CLOEXEC
#define O_CLOEXEC _O_NOINHERIT
#endif

/**
 * wm_os_open_lock_file:
 * @path: where
 *
 * Opens a file for [func@os_lock], making it where there is none. A child process does not
 * inherit it. Close it with g_close().
 *
 * Returns: the descriptor; -1 with errno set when it could not be made
 */
int
wm_os_open_lock_file (const char *path)
{
  g_return_val_if_fail (path != NULL, -1);

  return g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
}

/**
 * wm_os_lock:
 * @fd: an open file
 *
 * Locks a file for as long as it is open, without waiting. The system takes the lock back when
 * the process ends, however it ends. A second descriptor of the same process is somebody else.
 *
 * Returns: what became of it
 */
WmOsLock
wm_os_lock (int fd)
{
#ifdef G_OS_WIN32
  /* One byte far behind the text, for Windows lets nobody read what is locked. */
  OVERLAPPED place = { .Offset = 0x40000000 };

  if (LockFileEx ((HANDLE) _get_osfhandle (fd), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY,
                  0, 1, 0, &place))
    return WM_OS_LOCK_TAKEN;
  return GetLastError () == ERROR_LOCK_VIOLATION ? WM_OS_LOCK_HELD : WM_OS_LOCK_UNKNOWN;
#else
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return WM_OS_LOCK_TAKEN;
  return errno == EWOULDBLOCK ? WM_OS_LOCK_HELD : WM_OS_LOCK_UNKNOWN;
#endif
}

/**
 * wm_os_is_same_file:
 * @fd: an open file
 * @path: a path
 *
 * Tells whether the file that is open as @fd is still the one at @path, rather than one that was
 * removed since. Where files have no numbers a file that is open cannot be removed.
 *
 * Returns: whether it is
 */
gboolean
wm_os_is_same_file (int fd, const char *path)
{
#ifdef G_OS_WIN32
  return g_file_test (path, G_FILE_TEST_EXISTS);
#else
  struct stat ours, theirs;

  return fstat (fd, &ours) == 0 && stat (path, &theirs) == 0
         && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
#endif
}

/**
 * wm_os_replace_text:
 * @fd: a file that is open for writing and was not written to yet
 * @text: what shall stand in it
 *
 * Replaces what stands in a file.
 *
 * Returns: whether the whole text was written
 */
gboolean
wm_os_replace_text (int fd, const char *text)
{
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  return ftruncate (fd, 0) == 0 && write (fd, text, length) == (gssize) length;
}

/**
 * wm_os_get_process_id:
 *
 * Gets the number of this process, for people to read.
 *
 * Returns: the number
 */
int
wm_os_get_process_id (void)
{
  return getpid ();
}
