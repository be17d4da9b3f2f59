/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"
#include "wm-project.h"

G_BEGIN_DECLS

gboolean wm_annotations_add (WmChart           *chart,
                             WmProject         *project,
                             const WmIndicator *indicator,
                             const WmPanel     *panel,
                             GPtrArray         *areas,
                             GError           **error);

G_END_DECLS
