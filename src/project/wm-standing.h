/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-project.h"

G_BEGIN_DECLS

/**
 * WmAverage:
 * @mean: plain mean of the areas with a value; NaN when there is none
 * @median: their median
 * @n: areas with a value, joint services counted once
 * @n_wanted: areas asked for
 *
 * An average of a group in one period. It warns under six values.
 */
typedef struct
{
  double mean;
  double median;
  gsize n;
  gsize n_wanted;
} WmAverage;

#define WM_AVERAGE_FEW 6

/**
 * WmStanding:
 * @period: index of the period in the panel
 * @value: the authority's value; NaN when it has none
 * @missing: why it has none
 * @publication: how it was published
 * @previous: value of the period before; NaN when there is none
 * @has_gap: whether the period before is not the one next to it
 * @change: @value less @previous
 * @numerator: NaN where unknown
 * @denominator: NaN where unknown
 * @country: England's published value
 * @region: the published value of the region
 * @region_is_wider: whether London stands in for Inner or Outer London
 * @region_members: average of the region's authorities
 * @neighbours: average of the neighbours by the project's list
 * @other_neighbours: average by the other list
 * @place: 1 is the best by direction, or the highest without one; 0 when there is no place
 * @n_tied: other authorities on the same value
 * @n_placed: authorities with a value that take part in places
 * @n_without: authorities without a value, by reason
 * @minimum: lowest value of the authorities that take part
 * @q1: lower quartile (type 7)
 * @median: median
 * @q3: upper quartile
 * @maximum: highest value
 * @sd: standard deviation of the authorities
 * @distance: (value less neighbours' mean) / @sd; NaN when not defined
 *
 * How an authority stands among others on one measure in one period.
 */
typedef struct
{
  gsize period;
  double value;
  WmMissing missing;
  WmPublication publication;
  double previous;
  gboolean has_gap;
  double change;
  double numerator;
  double denominator;
  double country;
  double region;
  gboolean region_is_wider;
  WmAverage region_members;
  WmAverage neighbours;
  WmAverage other_neighbours;
  gsize place;
  gsize n_tied;
  gsize n_placed;
  gsize n_without[WM_N_MISSING];
  double minimum;
  double q1;
  double median;
  double q3;
  double maximum;
  double sd;
  double distance;
} WmStanding;

gboolean   wm_standing_compute      (WmProject         *project,
                                     const WmIndicator *indicator,
                                     const WmPanel     *panel,
                                     const char        *area_code,
                                     gsize              period,
                                     WmStanding        *standing);
WmAverage  wm_standing_average      (const WmPanel     *panel,
                                     const GPtrArray   *areas,
                                     gsize              period);
gboolean   wm_standing_counts       (const WmPanel     *panel,
                                     gsize              area,
                                     gsize              period);
char      *wm_standing_dup_place    (const WmStanding  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
