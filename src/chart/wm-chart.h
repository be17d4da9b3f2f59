/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-status.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WmChartKind:
 * @WM_CHART_TIME_SERIES: lines over periods
 * @WM_CHART_DOTS: all areas of one period, sorted by value
 * @WM_CHART_DID: means of a treated and a control group over periods, with the effect
 * @WM_CHART_MECHANISM: a framework as boxes and arrows, with what acts on it from outside
 */
typedef enum
{
  WM_CHART_TIME_SERIES,
  WM_CHART_DOTS,
  WM_CHART_DID,
  WM_CHART_MECHANISM,
} WmChartKind;

/**
 * WmSeriesRole:
 * @WM_SERIES_ROLE_CHOSEN: the authority that the chart is about
 * @WM_SERIES_ROLE_COUNTRY: England
 * @WM_SERIES_ROLE_NEIGHBOURS: the statistical neighbours: their mean as a line, each as a dot
 * @WM_SERIES_ROLE_REGION: the region: its value as a line, its members as dots
 * @WM_SERIES_ROLE_HIGHLIGHT: another area that the user picked
 * @WM_SERIES_ROLE_CONTEXT: any other area, in grey and without a label
 * @WM_SERIES_ROLE_TREATED: the group that had the programme
 * @WM_SERIES_ROLE_CONTROL: the group that it is compared with
 *
 * What a series is for. The role decides on colour, mark, dash and width.
 */
typedef enum
{
  WM_SERIES_ROLE_CHOSEN,
  WM_SERIES_ROLE_COUNTRY,
  WM_SERIES_ROLE_NEIGHBOURS,
  WM_SERIES_ROLE_REGION,
  WM_SERIES_ROLE_HIGHLIGHT,
  WM_SERIES_ROLE_CONTEXT,
  WM_SERIES_ROLE_TREATED,
  WM_SERIES_ROLE_CONTROL,
} WmSeriesRole;

#define WM_N_SERIES_ROLES (WM_SERIES_ROLE_CONTROL + 1)

/**
 * WmChartTone:
 * @WM_TONE_DATA: all of it has data
 * @WM_TONE_PART: some of it has data
 * @WM_TONE_IMPORT: no data; a return or a table would fill it
 * @WM_TONE_DERIVE: no data; it can be derived from child-level data
 * @WM_TONE_COLLECT: no data; it needs a new collection
 * @WM_TONE_UNDECIDED: no data, and nothing says how it could be filled
 * @WM_TONE_BETTER: went the good way
 * @WM_TONE_WORSE: went the other way
 * @WM_TONE_MIXED: some of it went each way
 * @WM_TONE_SAME: did not change
 * @WM_TONE_NO_DIRECTION: no direction of good is agreed
 * @WM_TONE_UNKNOWN: has data, but too little to say which way it went
 * @WM_TONE_NO_DATA: no data, so there is no way that it went
 * @WM_TONE_GAP: nothing measures it
 *
 * What a box of a mechanism, or an entry in it, is coloured and marked by. The first six and the
 * last tell coverage, the others direction of travel.
 */
typedef enum
{
  WM_TONE_DATA,
  WM_TONE_PART,
  WM_TONE_IMPORT,
  WM_TONE_DERIVE,
  WM_TONE_COLLECT,
  WM_TONE_UNDECIDED,
  WM_TONE_BETTER,
  WM_TONE_WORSE,
  WM_TONE_MIXED,
  WM_TONE_SAME,
  WM_TONE_NO_DIRECTION,
  WM_TONE_UNKNOWN,
  WM_TONE_NO_DATA,
  WM_TONE_GAP,
} WmChartTone;

#define WM_N_CHART_TONES (WM_TONE_GAP + 1)

/* In place of the number of an entry: the box itself. */
#define WM_WHOLE_BOX (-1)

#define WM_TYPE_CHART (wm_chart_get_type ())
typedef struct _WmChart WmChart;

GType       wm_chart_get_type           (void);

WmChart    *wm_chart_new_time_series    (const char *const *period_labels,
                                         gsize              n_periods) G_GNUC_WARN_UNUSED_RESULT;
WmChart    *wm_chart_new_dots           (const char        *period_label) G_GNUC_WARN_UNUSED_RESULT;
WmChart    *wm_chart_new_did            (const char *const *period_labels,
                                         gsize              n_periods) G_GNUC_WARN_UNUSED_RESULT;
WmChart    *wm_chart_new_mechanism      (void) G_GNUC_WARN_UNUSED_RESULT;
WmChart    *wm_chart_ref                (WmChart           *self);
void        wm_chart_unref              (WmChart           *self);

WmChartKind wm_chart_get_kind           (const WmChart     *self);
const char *wm_chart_get_title          (const WmChart     *self);

/* For every kind. */
void        wm_chart_set_title          (WmChart           *self,
                                         const char        *title);
void        wm_chart_set_subtitle       (WmChart           *self,
                                         const char        *subtitle);
void        wm_chart_set_measure        (WmChart           *self,
                                         const char        *measure);
void        wm_chart_set_source         (WmChart           *self,
                                         const char        *source);
void        wm_chart_set_unit           (WmChart           *self,
                                         const char        *unit);
void        wm_chart_set_decimals       (WmChart           *self,
                                         int                decimals);
void        wm_chart_set_direction      (WmChart           *self,
                                         const char        *words);
void        wm_chart_set_starts_at_zero (WmChart           *self,
                                         gboolean           starts_at_zero);
gboolean    wm_chart_get_starts_at_zero (const WmChart     *self);
void        wm_chart_set_is_percent     (WmChart           *self,
                                         gboolean           is_percent);
void        wm_chart_add_note           (WmChart           *self,
                                         const char        *note);

/* For charts over periods. */
void        wm_chart_add_event          (WmChart           *self,
                                         double             position,
                                         const char        *label);
void        wm_chart_add_break          (WmChart           *self,
                                         gsize              first_period,
                                         const char        *note);
void        wm_chart_set_intervention   (WmChart           *self,
                                         double             position,
                                         const char        *label);

/* For time series. */
void        wm_chart_add_series         (WmChart           *self,
                                         WmSeriesRole       role,
                                         const char        *name,
                                         const double      *values,
                                         const guint8      *missing,
                                         const guint8      *publications);
void        wm_chart_set_band           (WmChart           *self,
                                         const char        *label,
                                         const double      *low,
                                         const double      *high);

/* For sorted dots. */
void        wm_chart_add_dot            (WmChart           *self,
                                         WmSeriesRole       role,
                                         const char        *name,
                                         double             value,
                                         WmMissing          missing,
                                         WmPublication      publication);
void        wm_chart_add_reference      (WmChart           *self,
                                         WmSeriesRole       role,
                                         const char        *name,
                                         double             value);
void        wm_chart_set_role_label     (WmChart           *self,
                                         WmSeriesRole       role,
                                         const char        *label);

/* For difference in differences. */
void        wm_chart_add_group          (WmChart           *self,
                                         WmSeriesRole       role,
                                         const char        *name,
                                         gsize              n_areas,
                                         const double      *means,
                                         const double      *low,
                                         const double      *high);
void        wm_chart_set_counterfactual (WmChart           *self,
                                         const char        *label,
                                         const double      *values);
void        wm_chart_set_effect         (WmChart           *self,
                                         double             estimate,
                                         double             low,
                                         double             high,
                                         double             level);
void        wm_chart_set_pre_gap        (WmChart           *self,
                                         double             gap);
void        wm_chart_add_left_out       (WmChart           *self,
                                         gsize              period);

/* For mechanisms. */
guint       wm_chart_add_box            (WmChart           *self,
                                         const char        *heading,
                                         const char        *summary,
                                         const char        *short_summary,
                                         WmChartTone        tone);
int         wm_chart_add_box_entry      (WmChart           *self,
                                         guint              box,
                                         const char        *text,
                                         const char        *detail,
                                         WmChartTone        tone);
void        wm_chart_set_box_count      (WmChart           *self,
                                         guint              box,
                                         int                entry,
                                         WmChartTone        tone,
                                         guint              count);
void        wm_chart_add_arrow          (WmChart           *self,
                                         guint              from_box,
                                         int                from_entry,
                                         guint              to_box,
                                         int                to_entry);
void        wm_chart_add_surrounding    (WmChart           *self,
                                         const char        *name,
                                         const char        *words);

/* Its points, to be walked and spoken. */
gsize       wm_chart_get_n_series       (const WmChart     *self);
gsize       wm_chart_get_n_points       (const WmChart     *self,
                                         gsize              series);
const char *wm_chart_get_series_name    (const WmChart     *self,
                                         gsize              series);
char       *wm_chart_dup_point_words    (const WmChart     *self,
                                         gsize              series,
                                         gsize              index) G_GNUC_WARN_UNUSED_RESULT;

/* The chart in words. */
char       *wm_chart_dup_alt_text       (const WmChart     *self) G_GNUC_WARN_UNUSED_RESULT;
char       *wm_chart_dup_long_text      (const WmChart     *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmChart, wm_chart_unref)

G_END_DECLS
