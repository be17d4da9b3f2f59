/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-period.h"
#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmStoreCounts:
 * @n_indicators: measures with any observation
 * @n_values: observations with a number
 * @n_missing: observations with a reason
 * @latest_period: the latest period with a number; %WM_PERIOD_NONE where there is none
 * @latest_label: (nullable): that period as it is printed
 *
 * How much there is, in a project or in one import.
 */
typedef struct
{
  guint64 n_indicators;
  guint64 n_values;
  guint64 n_missing;
  WmPeriod latest_period;
  char *latest_label;
} WmStoreCounts;

void       wm_store_counts_clear (WmStoreCounts *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmStoreCounts, wm_store_counts_clear)

gboolean   wm_store_count        (WmStore       *self,
                                  gint64         import_id,
                                  const char    *area_code,
                                  WmStoreCounts *counts,
                                  GError       **error);

/**
 * WmChangeKind:
 * @WM_CHANGE_NEW: a number where there was nothing
 * @WM_CHANGE_REVISED: another number, or a number where there was a reason
 * @WM_CHANGE_GONE: no number any more
 *
 * What an import did to a value.
 */
typedef enum
{
  WM_CHANGE_NEW,
  WM_CHANGE_REVISED,
  WM_CHANGE_GONE,
} WmChangeKind;

/**
 * WmChange:
 * @kind: what happened
 * @indicator_code: the measure
 * @breakdown: "" for the total
 * @period: the period
 * @label: the period as it is printed
 * @old_value: [unit of the indicator]; NaN where there was none
 * @old_missing: why there was none; %WM_MISSING_NONE also where there was nothing at all
 * @new_value: NaN where there is none
 * @new_missing: why there is none; %WM_MISSING_NONE also where the file has no such row
 *
 * One value that differs from the one before.
 */
typedef struct
{
  WmChangeKind kind;
  char *indicator_code;
  char *breakdown;
  WmPeriod period;
  char *label;
  double old_value;
  WmMissing old_missing;
  double new_value;
  WmMissing new_missing;
} WmChange;

void       wm_change_free        (WmChange      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmChange, wm_change_free)

GPtrArray *wm_store_list_changes (WmStore       *self,
                                  gint64         import_id,
                                  const char    *area_code,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
