/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/* How much of a project is looked at: every page, or every row too. */
typedef enum
{
  WM_STORE_DEPTH_PAGES,
  WM_STORE_DEPTH_FULL,
} WmStoreDepth;

gboolean wm_store_check_file    (const char   *path,
                                 GError      **error);
gboolean wm_store_check_content (WmStore      *self,
                                 WmStoreDepth  depth,
                                 GError      **error);

G_END_DECLS
