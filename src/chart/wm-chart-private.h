/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The inside of a chart description, for the files of this room only. */
#pragma once

#include "wm-chart.h"

G_BEGIN_DECLS

/* One line. A value with a reason is NaN here, whatever number the caller had: what is hidden
 * can reach no scale, no picture and no text. */
typedef struct
{
  WmSeriesRole role;
  char *name;
  gsize n_areas;         /* of a group of a DiD; else 0 */
  double *values;        /* n_periods, NaN where there is no number */
  double *low;           /* (nullable) interval */
  double *high;          /* (nullable) */
  guint8 *missing;       /* n_periods */
  guint8 *publications;  /* n_periods */
  gboolean is_expected;  /* the counterfactual */
} WmChartSeries;

typedef struct
{
  WmSeriesRole role;
  char *name;
  double value;
  guint8 missing;
  guint8 publication;
} WmChartDot;

/* A dated label: an event, the intervention, or a break in the definition. */
typedef struct
{
  double position;       /* in periods from the first: 2.5 lies between the third and the fourth */
  char *label;
} WmChartMoment;

struct _WmChart
{
  WmChartKind kind;
  char *title;
  char *subtitle;
  char *measure;
  char *source;
  char *unit;
  char *direction;
  int decimals;
  gboolean starts_at_zero;
  gboolean is_percent;
  GPtrArray *notes;            /* char * */

  char **periods;              /* of the dots: one */
  gsize n_periods;
  GPtrArray *series;           /* WmChartSeries */
  GPtrArray *events;           /* WmChartMoment */
  GPtrArray *breaks;           /* WmChartMoment */
  WmChartMoment *intervention; /* (nullable) */

  char *band_label;            /* (nullable) */
  double *band_low;            /* (nullable) */
  double *band_high;           /* (nullable) */

  GPtrArray *dots;             /* WmChartDot with a value, lowest first, then by name */
  GPtrArray *gaps;             /* WmChartDot without a value, by name */
  GPtrArray *references;       /* WmChartDot: the lines for England and the region */
  char *role_labels[WM_N_SERIES_ROLES];

  double effect, effect_low, effect_high, level; /* NaN when not given */
  double pre_gap;
  guint8 *left_out;            /* n_periods; 1 where a period is in neither phase */
};

char                *wm_chart_clean_text       (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
char                *wm_chart_clean_name       (const char    *text) G_GNUC_WARN_UNUSED_RESULT;
void                 wm_chart_moment_free      (gpointer       data);

const WmChartSeries *wm_chart_peek_series      (const WmChart *self,
                                                gsize          i);
const WmChartDot    *wm_chart_peek_dot         (const WmChart *self,
                                                gsize          series,
                                                gsize          i);
const char          *wm_chart_peek_role_label  (const WmChart *self,
                                                WmSeriesRole   role);
gboolean             wm_chart_find_last_value  (const WmChart *self,
                                                gsize          series,
                                                gsize         *period);
gboolean             wm_chart_is_broken_before (const WmChart *self,
                                                gsize          period);
double               wm_chart_get_mean         (const WmChart *self,
                                                gsize          series,
                                                gboolean       after);

/* Numbers as the chart prints them. */
char                *wm_chart_format_value     (const WmChart *self,
                                                double         value) G_GNUC_WARN_UNUSED_RESULT;
char                *wm_chart_format_with_unit (const WmChart *self,
                                                double         value) G_GNUC_WARN_UNUSED_RESULT;
char                *wm_chart_format_change    (const WmChart *self,
                                                double         change) G_GNUC_WARN_UNUSED_RESULT;
char                *wm_chart_format_effect    (const WmChart *self,
                                                double         effect) G_GNUC_WARN_UNUSED_RESULT;

/* The notes at the foot: those that the picture needs, then the caller's, then the source. */
GPtrArray           *wm_chart_make_notes       (const WmChart *self,
                                                const char    *axis_start) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
