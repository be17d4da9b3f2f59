/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-lock-private.h"
#include "wm-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _WmStore
{
  sqlite3 *db;              /* owned */
  char *path;               /* owned */
  GThread *thread;          /* that of the first use */
  WmStoreLock *lock;        /* owned, shared with siblings; NULL when open for reading only */
  gboolean is_read_only;
  char *read_only_reason;   /* owned; a sentence; NULL when the project may be changed */
  int version;              /* schema version of the file when it was opened */
};

void wm_store_set_sqlite_error (GError     **error,
                                sqlite3     *db,
                                int          code,
                                const char  *path);

G_END_DECLS
