/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean wm_save_bytes (GBytes      *bytes,
                        const char  *path,
                        GError     **error);

G_END_DECLS
