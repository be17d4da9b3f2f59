/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *wm_text_trim       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char     *wm_text_fold       (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean  wm_text_contains   (const char *text,
                              const char *folded_needle);
char     *wm_text_shorten    (const char *text,
                              glong       max) G_GNUC_WARN_UNUSED_RESULT;
gboolean  wm_set_str         (char      **target,
                              const char *text);

G_END_DECLS
