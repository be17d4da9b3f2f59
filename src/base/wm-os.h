/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WmOsLock:
 * @WM_OS_LOCK_TAKEN: the lock is ours
 * @WM_OS_LOCK_HELD: somebody else has it
 * @WM_OS_LOCK_UNKNOWN: this file system knows no locks
 *
 * What became of an attempt to lock a file.
 */
typedef enum
{
  WM_OS_LOCK_TAKEN,
  WM_OS_LOCK_HELD,
  WM_OS_LOCK_UNKNOWN,
} WmOsLock;

int       wm_os_open_lock_file (const char *path);
WmOsLock  wm_os_lock           (int         fd);
gboolean  wm_os_is_same_file   (int         fd,
                                const char *path);
gboolean  wm_os_replace_text   (int         fd,
                                const char *text);
int       wm_os_get_process_id (void);

G_END_DECLS
