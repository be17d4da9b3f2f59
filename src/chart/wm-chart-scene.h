/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a layout consists of: plain items in the order in which they are drawn; for the files of
 * this room only. */
#pragma once

#include "wm-chart-style.h"
#include "wm-typesetter.h"

G_BEGIN_DECLS

/* Layers lie on each other in this order. */
typedef enum
{
  WM_LAYER_CARD,
  WM_LAYER_TINT,
  WM_LAYER_GRID,
  WM_LAYER_BAND,
  WM_LAYER_CONTEXT,
  WM_LAYER_CASING,
  WM_LAYER_AXIS,
  WM_LAYER_EVENT,
  WM_LAYER_COMPARATOR,
  WM_LAYER_CHOSEN,
  WM_LAYER_LABEL,
} WmLayer;

#define WM_N_LAYERS (WM_LAYER_LABEL + 1)

typedef enum
{
  WM_ITEM_RECTANGLE,  /* filled */
  WM_ITEM_AREA,       /* filled polygon */
  WM_ITEM_LINE,       /* polyline; NaN lifts the pen */
  WM_ITEM_MARK,
  WM_ITEM_TEXT,
} WmItemKind;

typedef struct
{
  WmItemKind kind;
  const char *what;      /* static: what it is, for the dump */
  double x, y;           /* rectangle and text: top left; mark: centre */
  double width, height;  /* rectangle and text */
  double *points;        /* area, line: x and y in turn */
  gsize n_points;
  guint32 colour;
  double alpha;
  double line_width;
  WmDash dash;
  WmMark mark;
  double radius;
  gboolean is_hollow;
  guint32 fill;          /* inside of a hollow mark */
  WmText text;
} WmItem;

typedef struct
{
  GArray *layers[WM_N_LAYERS];  /* WmItem */
} WmScene;

void    wm_scene_init          (WmScene    *self);
void    wm_scene_clear         (WmScene    *self);
WmItem *wm_scene_add           (WmScene    *self,
                                WmLayer     layer,
                                WmItemKind  kind,
                                const char *what);
void    wm_scene_add_rectangle (WmScene    *self,
                                WmLayer     layer,
                                const char *what,
                                double      x,
                                double      y,
                                double      width,
                                double      height,
                                guint32     colour);
WmItem *wm_scene_add_segment   (WmScene    *self,
                                WmLayer     layer,
                                const char *what,
                                double      x1,
                                double      y1,
                                double      x2,
                                double      y2,
                                guint32     colour,
                                double      line_width);
WmItem *wm_scene_add_line      (WmScene    *self,
                                WmLayer     layer,
                                const char *what,
                                double     *points,
                                gsize       n_points);
WmItem *wm_scene_add_mark      (WmScene    *self,
                                WmLayer     layer,
                                const char *what,
                                WmMark      mark,
                                double      x,
                                double      y,
                                double      radius,
                                guint32     colour);
WmItem *wm_scene_add_text      (WmScene    *self,
                                WmLayer     layer,
                                const char *what,
                                WmText     *text,
                                double      x,
                                double      y,
                                guint32     colour);
void    wm_scene_dump          (const WmScene *self,
                                GString       *out);

G_END_DECLS
