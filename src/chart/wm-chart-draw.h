/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

void wm_chart_draw       (const WmChartLayout *layout,
                          cairo_t             *cr);
void wm_chart_draw_focus (const WmChartLayout *layout,
                          cairo_t             *cr,
                          gsize                series,
                          gsize                index);

G_END_DECLS
