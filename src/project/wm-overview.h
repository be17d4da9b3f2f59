/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-standing.h"

G_BEGIN_DECLS

/**
 * WmOverviewRow:
 * @theme: the theme that the measure stands under in the set
 * @indicator: the measure
 * @has_data: whether the authority has any row of it in the project
 * @standing: how the authority stands in the latest period that it has a value for
 * @period_label: that period as printed
 * @is_latest: whether no authority has a newer value
 * @position: its place in the set
 *
 * One line of the overview.
 */
typedef struct
{
  char *theme;
  WmIndicator *indicator;
  gboolean has_data;
  WmStanding standing;
  char *period_label;
  gboolean is_latest;
  int position;
} WmOverviewRow;

/**
 * WmOverview:
 * @area: the authority
 * @region: (nullable): its region
 * @country: (nullable): England
 * @set_name: name of the set of measures
 * @rows: (element-type WmOverviewRow): the measures, in the order of the set
 * @absent: (array zero-terminated=1): codes of the set that the project has no data for
 *
 * "Are we an outlier?": an authority on a set of measures.
 */
typedef struct
{
  WmArea *area;
  WmArea *region;
  WmArea *country;
  char *set_name;
  GPtrArray *rows;
  GStrv absent;
} WmOverview;

/**
 * WmOverviewOrder:
 * @WM_OVERVIEW_BY_THEME: as the set has them
 * @WM_OVERVIEW_BY_DISTANCE: farthest from the neighbours first
 */
typedef enum
{
  WM_OVERVIEW_BY_THEME,
  WM_OVERVIEW_BY_DISTANCE,
} WmOverviewOrder;

WmOverview *wm_overview_new  (WmProject    *project,
                              const char   *area_code,
                              const char   *set_name,
                              GCancellable *cancellable,
                              GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        wm_overview_sort (WmOverview   *self,
                              WmOverviewOrder order);
void        wm_overview_free (WmOverview   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmOverview, wm_overview_free)

G_END_DECLS
