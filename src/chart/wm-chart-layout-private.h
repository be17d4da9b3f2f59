/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A layout while it is made; for the files of this room only. */
#pragma once

#include "wm-chart-layout.h"
#include "wm-chart-private.h"
#include "wm-chart-scene.h"
#include "wm-scale.h"
#include "wm-ticks.h"

G_BEGIN_DECLS

/* A name beside the end of its line. */
typedef struct
{
  char *name;
  char *number;         /* the value as it is printed; empty for none */
  WmText text;          /* of both */
  double value;         /* where it belongs on the value axis */
  double anchor_x;      /* [px] right end of what it names */
  WmSeriesStyle style;  /* of the sample before it */
  gboolean is_band;     /* the sample is a patch */
  gboolean is_bracket;  /* no sample: a bracket leads to it */
  gboolean is_dot;      /* the sample is a mark without a line */
  int priority;         /* the largest goes first when there is no room */
  double wanted;        /* [px] centre that it would have alone */
  double y;             /* [px] centre that it has */
  double height;        /* [px] with the space between labels */
} WmEndLabel;

/* The room of a box, an entry of it, or what is outside. */
typedef struct
{
  double x, y, width, height;  /* [px] */
} WmChartFrame;

struct _WmChartLayout
{
  WmChart *chart;
  double width, height;
  WmChartTheme theme;
  WmTypesetter *type;
  double unit;             /* [px] */
  WmScene scene;

  double left, right, top, bottom;  /* of the plot */
  double label_width;      /* of end labels, sample included */
  WmTicks ticks;
  WmScale scale;           /* of values */
  gboolean has_values;
  gboolean is_cut;         /* the axis does not hold zero */
  double x0, x_step;       /* period i lies at x0 + i * x_step */
  gboolean is_numbered;    /* events are numbers, told at the foot */
  GArray *labels;          /* WmEndLabel */
  GPtrArray *places;       /* GArray of WmChartPlace, one for each series */
  gboolean has_link_words; /* boxes say what they lead to: there is no room for arrows */
  GPtrArray *frames;       /* of a mechanism: GArray of WmChartFrame, beside the places */
};

/* The layout with letters that measure the same on every machine and are not drawn. */
WmChartLayout *wm_chart_layout_new_fixed (WmChart      *chart,
                                          double        width,
                                          double        height,
                                          WmChartTheme  theme) G_GNUC_WARN_UNUSED_RESULT;

guint32  wm_layout_ink               (const WmChartLayout *self,
                                      WmInk                ink);
double   wm_layout_x                 (const WmChartLayout *self,
                                      double               position);
double   wm_layout_y                 (const WmChartLayout *self,
                                      double               value);

/* wm-layout-frame.c */
double   wm_layout_get_margin        (const WmChartLayout *self);
gboolean wm_layout_is_tiny           (const WmChartLayout *self);
double   wm_layout_add_head          (WmChartLayout       *self);
void     wm_layout_add_foot          (WmChartLayout       *self);
void     wm_layout_choose_ticks      (WmChartLayout       *self);
void     wm_layout_add_value_axis    (WmChartLayout       *self);
void     wm_layout_add_period_axis   (WmChartLayout       *self);
void     wm_layout_add_empty_words   (WmChartLayout       *self);

/* wm-layout-labels.c */
void     wm_layout_add_end_label     (WmChartLayout       *self,
                                      WmEndLabel          *label,
                                      const char          *name,
                                      const char          *value);
void     wm_layout_place_end_labels  (WmChartLayout       *self);
void     wm_end_labels_spread        (GArray              *labels,
                                      double               top,
                                      double               bottom);

/* wm-layout-moments.c */
double   wm_layout_add_moments       (WmChartLayout       *self,
                                      double               top);
void     wm_layout_add_moment_lines  (WmChartLayout       *self,
                                      double               strip_bottom);

/* wm-layout-lines.c */
void     wm_layout_add_line_labels   (WmChartLayout       *self);
void     wm_layout_add_lines         (WmChartLayout       *self);

/* wm-layout-dots.c */
double   wm_layout_add_key           (WmChartLayout       *self,
                                      double               top);
void     wm_layout_add_dot_labels    (WmChartLayout       *self);
void     wm_layout_add_dots          (WmChartLayout       *self);

/* wm-layout-did.c */
void     wm_layout_add_effect_label  (WmChartLayout       *self);
void     wm_layout_add_effect        (WmChartLayout       *self);

/* wm-layout-mechanism.c */
void     wm_layout_add_mechanism     (WmChartLayout       *self);

G_END_DECLS
