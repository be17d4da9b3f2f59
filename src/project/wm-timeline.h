/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-panel.h"

G_BEGIN_DECLS

double    wm_timeline_find_position (const WmPanel *panel,
                                     WmBasis        basis,
                                     const GDate   *date);
gboolean  wm_timeline_read_start    (const WmPanel *panel,
                                     WmBasis        basis,
                                     const char    *text,
                                     gint8         *phases,
                                     char         **words,
                                     GError       **error);

G_END_DECLS
