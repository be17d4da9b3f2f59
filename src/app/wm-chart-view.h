/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"
#include "wm-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_CHART_VIEW (wm_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (WmChartView, wm_chart_view, WM, CHART_VIEW, AdwBin)

GtkWidget *wm_chart_view_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       wm_chart_view_set_settings (WmChartView *self,
                                       WmSettings  *settings);
void       wm_chart_view_set_chart    (WmChartView *self,
                                       WmChart     *chart);
GtkWidget *wm_chart_view_get_canvas   (WmChartView *self);

G_END_DECLS
