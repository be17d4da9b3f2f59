/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The parts of a mechanism's layout; for the files of this room only. */
#pragma once

#include "wm-chart-layout-private.h"

G_BEGIN_DECLS

/* The least height that something needs, and the height at which nothing is left out. [px] */
typedef struct
{
  double least;
  double natural;
} WmSpan;

/* How much a box says: from all that it has down to its name. */
typedef struct
{
  WmFont heading_font;
  int heading_lines;
  WmFont font;           /* of all else */
  gboolean is_short;     /* the summary in a few letters */
  gboolean has_counts;
  gboolean has_entries;
  guint min_entries;     /* when not all fit, show at least as many */
} WmBoxDetail;

/* Lanes side by side, and where the arrows run between them. */
typedef struct
{
  guint n;
  guint *of_box;         /* lane of each box, or WM_NO_LANE */
  double *left;          /* of each lane [px] */
  double *right;         /* of each lane [px] */
  double gap;            /* between two lanes, before the first and behind the last [px] */
  double channel;        /* top of the room for arrows below the boxes [px] */
} WmLanes;

/* wm-layout-boxes.c */
guint              wm_box_detail_get_n        (void);
const WmBoxDetail *wm_box_detail_get          (guint                i);
double             wm_layout_guess_box        (const WmChartLayout *self,
                                               guint                box,
                                               const WmBoxDetail   *detail);
WmSpan             wm_layout_measure_box      (const WmChartLayout *self,
                                               guint                box,
                                               double               width,
                                               double               room,
                                               const WmBoxDetail   *detail);
void               wm_layout_add_box          (WmChartLayout       *self,
                                               guint                box,
                                               const WmChartFrame  *frame,
                                               const WmBoxDetail   *detail);
void               wm_layout_add_outline      (WmChartLayout       *self,
                                               const char          *what,
                                               const WmChartFrame  *frame,
                                               guint32              colour,
                                               double               line_width,
                                               WmDash               dash);

/* wm-layout-surroundings.c */
double             wm_layout_add_tone_key     (WmChartLayout       *self,
                                               double               top);
WmChartFrame       wm_layout_add_surroundings (WmChartLayout       *self,
                                               double               top,
                                               double               bottom);

/* wm-layout-arrows.c */
guint              wm_layout_count_channels   (const WmChartLayout *self,
                                               const WmLanes       *lanes);
void               wm_layout_add_arrows       (WmChartLayout       *self,
                                               const WmLanes       *lanes);

G_END_DECLS
