/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What cairo cannot write into an SVG; for the files of this room only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GByteArray *wm_svg_finish (const GByteArray *svg,
                           const char       *title,
                           const char       *description,
                           GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
