/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"
#include "wm-project.h"
#include "wm-table.h"

G_BEGIN_DECLS

/**
 * WmCoverageState:
 * @WM_COVERAGE_DATA: the project has numbers
 * @WM_COVERAGE_IMPORT: a return or a table would fill it
 * @WM_COVERAGE_DERIVE: it can be derived from child-level data
 * @WM_COVERAGE_COLLECT: it needs a survey or another new collection
 * @WM_COVERAGE_UNDECIDED: nothing says how it could be filled
 * @WM_COVERAGE_PLACEHOLDER: the indicator is only planned; it enters no count of indicators
 *
 * Whether an indicator has data, and what would fill it where it has none.
 */
typedef enum
{
  WM_COVERAGE_DATA,
  WM_COVERAGE_IMPORT,
  WM_COVERAGE_DERIVE,
  WM_COVERAGE_COLLECT,
  WM_COVERAGE_UNDECIDED,
  WM_COVERAGE_PLACEHOLDER,
} WmCoverageState;

#define WM_N_COVERAGE_STATES (WM_COVERAGE_PLACEHOLDER + 1)

/**
 * WmTravel:
 * @WM_TRAVEL_UNKNOWN: the own authority has fewer than two numbers, or the parts of the indicator
 *   do not agree
 * @WM_TRAVEL_BETTER: the latest number of the own authority is better than the one before
 * @WM_TRAVEL_WORSE: it is worse
 * @WM_TRAVEL_SAME: it is the same
 * @WM_TRAVEL_NO_DIRECTION: no direction of good is agreed
 *
 * Which way an indicator went for the project's own authority.
 */
typedef enum
{
  WM_TRAVEL_UNKNOWN,
  WM_TRAVEL_BETTER,
  WM_TRAVEL_WORSE,
  WM_TRAVEL_SAME,
  WM_TRAVEL_NO_DIRECTION,
} WmTravel;

#define WM_N_TRAVELS (WM_TRAVEL_NO_DIRECTION + 1)

/**
 * WmCoverageRow:
 * @indicator: the indicator
 * @state: whether it has data, and what would fill it
 * @filled_by: (nullable): the names of its sources, joined by "; "
 * @measure_code: (nullable): the code of the measure that has the data, with its breakdown in
 *   brackets where it has one; where there is no data, the code that the indicator is bound to
 * @part: (nullable): the sub-measure that has the data, where only a part of the indicator has
 * @n_parts: the codes that the indicator and its sub-measures are bound to
 * @n_parts_with_data: how many of them have data
 * @n_areas: areas with a number in any period
 * @n_values: numbers
 * @n_missing: values that are missing with a reason
 * @first_period: (nullable): the first period with a number, as printed
 * @last_period: (nullable): the latest one
 * @last_year: the year in which the latest one ends; 0 where there is none
 * @file_name: (nullable): the newest file with the data
 * @as_at: (nullable): the day that the file stands for, YYYY-MM-DD
 * @own_has_value: whether the own authority has a number in any period
 * @own_value: its latest number; NaN where there is none
 * @own_previous: the number before it; NaN where there is none
 * @own_period: (nullable): the period of @own_value, as printed
 * @travel: which way it went for the own authority
 *
 * One indicator of a framework against the data of a project. Of an indicator with several bound
 * parts, the figures are those of the first part with data.
 */
typedef struct
{
  WmFrameworkItem *indicator;
  WmCoverageState state;
  char *filled_by;
  char *measure_code;
  char *part;
  guint n_parts;
  guint n_parts_with_data;
  guint n_areas;
  guint n_values;
  guint n_missing;
  char *first_period;
  char *last_period;
  int last_year;
  char *file_name;
  char *as_at;
  gboolean own_has_value;
  double own_value;
  double own_previous;
  char *own_period;
  WmTravel travel;
} WmCoverageRow;

/**
 * WmCoverage:
 *
 * A framework against the data of a project: a row for each indicator, in the order in which people
 * read the framework, each once. A counted value.
 */
typedef struct _WmCoverage WmCoverage;

WmCoverage          *wm_coverage_new               (WmProject       *project,
                                                    WmFramework     *framework,
                                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
WmCoverage          *wm_coverage_renew             (WmCoverage      *older,
                                                    WmProject       *project,
                                                    WmFramework     *framework,
                                                    GError         **error) G_GNUC_WARN_UNUSED_RESULT;
WmCoverage          *wm_coverage_ref               (WmCoverage      *self);
void                 wm_coverage_unref             (WmCoverage      *self);

WmFramework         *wm_coverage_get_framework     (WmCoverage      *self);
guint                wm_coverage_get_n_rows        (WmCoverage      *self);
const WmCoverageRow *wm_coverage_get_row           (WmCoverage      *self,
                                                    guint            place);
const WmCoverageRow *wm_coverage_find              (WmCoverage      *self,
                                                    const char      *indicator_id);
guint                wm_coverage_count             (WmCoverage      *self,
                                                    WmCoverageState  state);
void                 wm_coverage_count_below       (WmCoverage      *self,
                                                    const char      *id,
                                                    guint           *states,
                                                    guint           *travels);
GHashTable          *wm_coverage_dup_ids_with_data (WmCoverage      *self) G_GNUC_WARN_UNUSED_RESULT;
GHashTable          *wm_coverage_dup_words         (WmCoverage      *self) G_GNUC_WARN_UNUSED_RESULT;
char                *wm_coverage_row_dup_words     (const WmCoverageRow *row) G_GNUC_WARN_UNUSED_RESULT;
WmTable             *wm_coverage_to_table          (WmCoverage      *self) G_GNUC_WARN_UNUSED_RESULT;
WmTable             *wm_coverage_to_gap_table      (WmCoverage      *self) G_GNUC_WARN_UNUSED_RESULT;

WmCoverageState      wm_coverage_find_filler       (const WmFrameworkItem *indicator);
const char          *wm_coverage_state_to_id       (WmCoverageState  state);
const char          *wm_coverage_state_get_words   (WmCoverageState  state);
const char          *wm_travel_to_id               (WmTravel         travel);
const char          *wm_travel_get_words           (WmTravel         travel);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmCoverage, wm_coverage_unref)

G_END_DECLS
