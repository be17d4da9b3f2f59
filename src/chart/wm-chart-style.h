/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"

G_BEGIN_DECLS

/**
 * WmChartTheme:
 * @WM_CHART_THEME_LIGHT: colours on a white card
 * @WM_CHART_THEME_DARK: colours on a dark card, only where the user asks for it
 * @WM_CHART_THEME_PRINT: the light drawing without colour
 * @WM_CHART_THEME_HIGH_CONTRAST: black and thick on white
 */
typedef enum
{
  WM_CHART_THEME_LIGHT,
  WM_CHART_THEME_DARK,
  WM_CHART_THEME_PRINT,
  WM_CHART_THEME_HIGH_CONTRAST,
} WmChartTheme;

#define WM_N_CHART_THEMES (WM_CHART_THEME_HIGH_CONTRAST + 1)

/* Shapes of the marks at points; hollow is a way to draw each of them. */
typedef enum
{
  WM_MARK_NONE,
  WM_MARK_CIRCLE,
  WM_MARK_SQUARE,
  WM_MARK_TRIANGLE,
  WM_MARK_DIAMOND,
  WM_MARK_CROSS,
  WM_MARK_RING,
  WM_MARK_TRIANGLE_DOWN,
} WmMark;

typedef enum
{
  WM_DASH_SOLID,
  WM_DASH_LONG,
  WM_DASH_SHORT,
  WM_DASH_DOT,
  WM_DASH_DASH_DOT,
} WmDash;

/* Colours that belong to no series. */
typedef enum
{
  WM_INK_CARD,
  WM_INK_TEXT,
  WM_INK_SECOND_TEXT,
  WM_INK_GRID,
  WM_INK_AXIS,
  WM_INK_CONTEXT,
  WM_INK_FAINT,
  WM_INK_BAND,
  WM_INK_TINT,
} WmInk;

#define WM_N_INKS (WM_INK_TINT + 1)

/**
 * WmSeriesStyle:
 * @colour: 0xRRGGBB
 * @mark: shape of the points
 * @dash: pattern of the line
 * @width: of the line [px at 12 pt text of 16 px]
 */
typedef struct
{
  guint32 colour;
  WmMark mark;
  WmDash dash;
  double width;
} WmSeriesStyle;

/**
 * WmToneStyle:
 * @colour: 0xRRGGBB
 * @mark: shape of the mark
 * @is_hollow: whether the mark is drawn hollow
 */
typedef struct
{
  guint32 colour;
  WmMark mark;
  gboolean is_hollow;
} WmToneStyle;

WmSeriesStyle wm_chart_style_get_series    (WmChartTheme  theme,
                                            WmSeriesRole  role);
WmToneStyle   wm_chart_style_get_tone      (WmChartTheme  theme,
                                            WmChartTone   tone);
guint32       wm_chart_style_get_ink       (WmChartTheme  theme,
                                            WmInk         ink);
gsize         wm_chart_style_get_dash      (WmDash        dash,
                                            double        width,
                                            double        lengths[4]);
double        wm_chart_style_get_contrast  (guint32       a,
                                            guint32       b);
const char   *wm_mark_to_id                (WmMark        mark);
const char   *wm_dash_to_id                (WmDash        dash);
const char   *wm_chart_theme_to_id         (WmChartTheme  theme);
gboolean      wm_chart_theme_from_id       (const char   *id,
                                            WmChartTheme *theme);

G_END_DECLS
