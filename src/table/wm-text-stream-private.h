/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GInputStream *wm_text_stream_open    (GInputStream  *file,
                                      gboolean      *is_packed,
                                      GCancellable  *cancellable,
                                      GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void          wm_text_stream_explain (gboolean       is_packed,
                                      GError        *reason,
                                      GError       **error);

G_END_DECLS
