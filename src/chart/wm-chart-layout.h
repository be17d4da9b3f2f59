/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-style.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Smallest size that a chart is drawn at; below it a window shows the table instead. */
#define WM_CHART_MIN_WIDTH 320
#define WM_CHART_MIN_HEIGHT 240

#define WM_TYPE_CHART_LAYOUT (wm_chart_layout_get_type ())
typedef struct _WmChartLayout WmChartLayout;

/**
 * WmChartPlace:
 * @x: [px]
 * @y: [px]; of a point without a value, the foot of the plot
 * @has_value: whether the point has a number
 *
 * Where a point lies on the picture.
 */
typedef struct
{
  double x;
  double y;
  gboolean has_value;
} WmChartPlace;

GType          wm_chart_layout_get_type   (void);

WmChartLayout *wm_chart_layout_new        (WmChart             *chart,
                                           double               width,
                                           double               height,
                                           WmChartTheme         theme,
                                           PangoContext        *context) G_GNUC_WARN_UNUSED_RESULT;
WmChartLayout *wm_chart_layout_ref        (WmChartLayout       *self);
void           wm_chart_layout_unref      (WmChartLayout       *self);

WmChart       *wm_chart_layout_get_chart  (const WmChartLayout *self);
double         wm_chart_layout_get_width  (const WmChartLayout *self);
double         wm_chart_layout_get_height (const WmChartLayout *self);
double         wm_chart_layout_get_unit   (const WmChartLayout *self);
char          *wm_chart_layout_dump       (const WmChartLayout *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmChartLayout, wm_chart_layout_unref)

G_END_DECLS
