/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-style.h"

G_BEGIN_DECLS

/**
 * WmImageFormat:
 * @WM_IMAGE_PNG: pixels
 * @WM_IMAGE_SVG: vectors for the web and word processors
 * @WM_IMAGE_PDF: one page
 */
typedef enum
{
  WM_IMAGE_PNG,
  WM_IMAGE_SVG,
  WM_IMAGE_PDF,
} WmImageFormat;

gboolean wm_image_format_from_path (const char     *path,
                                    WmImageFormat  *format);

GBytes  *wm_chart_render           (WmChart        *chart,
                                    WmImageFormat   format,
                                    double          width,
                                    double          height,
                                    double          scale,
                                    WmChartTheme    theme,
                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean wm_chart_save             (WmChart        *chart,
                                    const char     *path,
                                    WmImageFormat   format,
                                    double          width,
                                    double          height,
                                    double          scale,
                                    WmChartTheme    theme,
                                    GError        **error);
GBytes  *wm_chart_get_png_bytes    (WmChart        *chart,
                                    double          width,
                                    double          height,
                                    double          scale,
                                    WmChartTheme    theme,
                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
