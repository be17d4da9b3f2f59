/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-status.h"

G_BEGIN_DECLS

/**
 * WmPeriodKind:
 * @WM_PERIOD_YEAR: one year
 * @WM_PERIOD_SPAN: several years taken together
 * @WM_PERIOD_QUARTER: a quarter of a year
 * @WM_PERIOD_MONTH: a calendar month
 * @WM_PERIOD_DAY: one day
 */
typedef enum
{
  WM_PERIOD_YEAR = 0,
  WM_PERIOD_SPAN = 1,
  WM_PERIOD_QUARTER = 2,
  WM_PERIOD_MONTH = 3,
  WM_PERIOD_DAY = 4,
} WmPeriodKind;

/**
 * WmBasis:
 * @WM_BASIS_UNSTATED: the source does not say which year is meant
 * @WM_BASIS_FINANCIAL: 1 April to 31 March
 * @WM_BASIS_ACADEMIC: 1 September to 31 August
 * @WM_BASIS_CALENDAR: 1 January to 31 December
 * @WM_BASIS_SNAPSHOT_MARCH: on 31 March
 * @WM_BASIS_SNAPSHOT_SEPTEMBER: on 30 September
 * @WM_BASIS_SNAPSHOT_JANUARY: the January census
 *
 * What a year means for an indicator. It belongs to the indicator, never to the period.
 */
typedef enum
{
  WM_BASIS_UNSTATED = 0,
  WM_BASIS_FINANCIAL = 1,
  WM_BASIS_ACADEMIC = 2,
  WM_BASIS_CALENDAR = 3,
  WM_BASIS_SNAPSHOT_MARCH = 4,
  WM_BASIS_SNAPSHOT_SEPTEMBER = 5,
  WM_BASIS_SNAPSHOT_JANUARY = 6,
} WmBasis;

#define WM_N_BASES (WM_BASIS_SNAPSHOT_JANUARY + 1)

/**
 * WmPeriod:
 * @end_year: the year in which the period ends
 * @kind: a [enum@PeriodKind]
 * @n_years: years of a span; 1 for a year; 0 for parts of a year
 * @part: quarter 1-4 or month 1-12; 0 for years
 * @day: day of the month of a day; else 0
 *
 * A period as a small value, the same for "2016-17", "2016/17" and "2017": how a source printed
 * it and what its year means are kept elsewhere.
 */
typedef struct
{
  gint16 end_year;
  guint8 kind;
  guint8 n_years;
  guint8 part;
  guint8 day;
} WmPeriod;

#define WM_PERIOD_NONE ((WmPeriod) { 0 })

WmPeriod    wm_period_new_year     (int             end_year);
WmPeriod    wm_period_new_span     (int             end_year,
                                    int             n_years);

gboolean    wm_period_parse_label  (const char     *label,
                                    WmPeriod       *period,
                                    WmPublication  *publication);

gint64      wm_period_to_key       (WmPeriod        period);
WmPeriod    wm_period_from_key     (gint64          key);
char       *wm_period_to_text      (WmPeriod        period) G_GNUC_WARN_UNUSED_RESULT;

int         wm_period_compare      (WmPeriod        a,
                                    WmPeriod        b);
gboolean    wm_period_equal        (WmPeriod        a,
                                    WmPeriod        b);
gboolean    wm_period_is_next      (WmPeriod        earlier,
                                    WmPeriod        later);

void        wm_period_get_dates    (WmPeriod        period,
                                    WmBasis         basis,
                                    GDate          *first,
                                    GDate          *last);

const char *wm_basis_to_id         (WmBasis         basis);
gboolean    wm_basis_from_id       (const char     *id,
                                    WmBasis        *basis);
const char *wm_basis_get_words     (WmBasis         basis);

G_END_DECLS
