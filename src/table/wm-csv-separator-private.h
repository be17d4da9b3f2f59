/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char wm_csv_detect_separator (const char *text,
                              gsize       length);

G_END_DECLS
