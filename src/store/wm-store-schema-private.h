/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/* "WymK" in ASCII: what tells a project from any other SQLite database. */
#define WM_STORE_APPLICATION_ID 0x57796d4b
#define WM_STORE_VERSION 2

/* The index for "one area, all measures"; an import into an empty project builds it last. */
#define WM_STORE_AREA_INDEX_DROP "DROP INDEX observation_by_area"
#define WM_STORE_AREA_INDEX_CREATE "CREATE INDEX observation_by_area ON observation (area_id)"

gboolean wm_store_migrate  (WmStore  *self,
                            int       version,
                            GError  **error);
gboolean wm_store_stand_in (WmStore  *self,
                            int       version,
                            GError  **error);

G_END_DECLS
