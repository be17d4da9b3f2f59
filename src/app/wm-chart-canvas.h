/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-style.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WM_TYPE_CHART_CANVAS (wm_chart_canvas_get_type ())
G_DECLARE_FINAL_TYPE (WmChartCanvas, wm_chart_canvas, WM, CHART_CANVAS, GtkWidget)

void        wm_chart_canvas_set_chart (WmChartCanvas *self,
                                       WmChart       *chart);
void        wm_chart_canvas_set_theme (WmChartCanvas *self,
                                       WmChartTheme   theme);
void        wm_chart_canvas_redo      (WmChartCanvas *self);
gboolean    wm_chart_canvas_get_point (WmChartCanvas *self,
                                       gsize         *series,
                                       gsize         *index);

G_END_DECLS
