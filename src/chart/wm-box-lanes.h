/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* In which lane each box of a mechanism stands; for the files of this room only. */
#pragma once

#include "wm-chart.h"

G_BEGIN_DECLS

/* The lane of a box that no arrow joins to another. */
#define WM_NO_LANE G_MAXUINT

guint *wm_box_lanes_new (const WmChart *chart,
                         guint         *n_lanes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
