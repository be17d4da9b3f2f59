/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

gboolean wm_store_check_file    (const char  *path,
                                 GError     **error);
gboolean wm_store_check_content (WmStore     *self,
                                 GError     **error);

G_END_DECLS
