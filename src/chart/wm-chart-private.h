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

/* How many of what stands below a box or an entry have each tone. */
typedef struct
{
  guint n[WM_N_CHART_TONES];
} WmToneCounts;

/* A row of a box. */
typedef struct
{
  char *text;
  char *detail;          /* (nullable) */
  WmChartTone tone;
  WmToneCounts counts;
} WmChartEntry;

typedef struct
{
  char *heading;
  char *summary;         /* (nullable) */
  char *short_summary;   /* (nullable): in place of it where there is little room */
  WmChartTone tone;
  WmToneCounts counts;
  GPtrArray *entries;    /* WmChartEntry */
} WmChartBox;

/* Both ends may be a whole box or one of its entries. */
typedef struct
{
  guint from_box;
  int from_entry;        /* or WM_WHOLE_BOX */
  guint to_box;
  int to_entry;          /* or WM_WHOLE_BOX */
} WmChartArrow;

/* What acts on all boxes from outside. */
typedef struct
{
  char *name;
  char *words;           /* (nullable) */
} WmChartSurrounding;

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

  GPtrArray *boxes;            /* WmChartBox, in reading order */
  GArray *arrows;              /* WmChartArrow, each once */
  GPtrArray *surroundings;     /* WmChartSurrounding */
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

/* wm-chart-boxes.c */
void                 wm_chart_box_free             (gpointer       data);
void                 wm_chart_surrounding_free     (gpointer       data);
const WmChartBox    *wm_chart_peek_box             (const WmChart *self,
                                                    guint          i);
const WmChartEntry  *wm_chart_peek_entry           (const WmChart *self,
                                                    guint          box,
                                                    guint          i);
const WmChartSurrounding *wm_chart_peek_surrounding (const WmChart *self,
                                                    guint          i);
gboolean             wm_chart_is_outside           (const WmChart *self,
                                                    gsize          series);
gboolean             wm_chart_box_is_linked        (const WmChart *self,
                                                    guint          box);
void                 wm_chart_count_tones          (const WmChart *self,
                                                    WmToneCounts  *counts);
gboolean             wm_chart_uses_tone            (const WmChart *self,
                                                    WmChartTone    tone);

/* wm-chart-box-words.c */
const char          *wm_chart_tone_get_words       (WmChartTone    tone);
char                *wm_chart_list_targets         (const WmChart *self,
                                                    guint          box,
                                                    int            entry) G_GNUC_WARN_UNUSED_RESULT;
char                *wm_chart_describe_box         (const WmChart *self,
                                                    gsize          series,
                                                    gsize          index) G_GNUC_WARN_UNUSED_RESULT;
void                 wm_chart_describe_mechanism   (const WmChart *self,
                                                    const char    *measure,
                                                    GString       *text);

/* wm-chart-words.c */
void                 wm_chart_add_sentence         (GString       *text,
                                                    char          *sentence);

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
