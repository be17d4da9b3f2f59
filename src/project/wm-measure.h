/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"
#include "wm-standing.h"

G_BEGIN_DECLS

/**
 * WmMeasureFact:
 * @name: what the figure is, in the user's language
 * @value: the figure, in the user's language
 * @note: (nullable): how it was made, or a caution
 *
 * One cell of the number strip.
 */
typedef struct
{
  char *name;
  char *value;
  char *note;
} WmMeasureFact;

/**
 * WmMeasure:
 * @indicator: the measure
 * @area: the authority
 * @country: (nullable): England, or what stands for it in the sample
 * @panel: all values
 * @standing: how the authority stands in the latest period that it has a value for
 * @has_value: whether there is such a period; else @standing is not set
 * @headline: the sentences at the top
 * @finding: the one thing to know, for the title of a chart
 * @facts: (element-type WmMeasureFact): the number strip
 * @cautions: (element-type utf8): what to keep in mind, the weightiest first
 * @source_line: where the numbers are from
 *
 * One measure for one authority: everything that its page shows but the charts.
 */
typedef struct
{
  WmIndicator *indicator;
  WmArea *area;
  WmArea *country;
  WmPanel *panel;
  WmStanding standing;
  gboolean has_value;
  char *headline;
  char *finding;
  GPtrArray *facts;
  GPtrArray *cautions;
  char *source_line;
} WmMeasure;

WmMeasure *wm_measure_new             (WmProject         *project,
                                       const char        *indicator_code,
                                       const char        *area_code,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
WmChart   *wm_measure_make_time_series (WmProject        *project,
                                       const WmMeasure   *self,
                                       const char *const *other_areas,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
WmChart   *wm_measure_make_dots       (WmProject         *project,
                                       const WmMeasure   *self,
                                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;
char      *wm_measure_propose         (WmProject         *project) G_GNUC_WARN_UNUSED_RESULT;
void       wm_measure_free            (WmMeasure         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmMeasure, wm_measure_free)

G_END_DECLS
