/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-layout.h"

G_BEGIN_DECLS

gboolean wm_chart_layout_get_place    (const WmChartLayout *self,
                                       gsize                series,
                                       gsize                index,
                                       WmChartPlace        *place);
gboolean wm_chart_layout_find_nearest (const WmChartLayout *self,
                                       double               x,
                                       double               y,
                                       double               reach,
                                       gsize               *series,
                                       gsize               *index);

G_END_DECLS
