/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-panel.h"
#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmObservation:
 * @import_id: the import that it came with
 * @family: source family
 * @indicator_code: the measure
 * @breakdown: "" for the total
 * @area_code: the area
 * @period: the period
 * @label: the period as the source prints it
 * @value: [unit of the indicator]; NaN where there is none
 * @numerator: NaN where unknown
 * @denominator: NaN where unknown
 * @missing: why there is none
 * @publication: how it was published
 * @is_current: whether it counts: no later import, that is not undone, has the same key
 *
 * One observation as the project keeps it.
 */
typedef struct
{
  gint64 import_id;
  char *family;
  char *indicator_code;
  char *breakdown;
  char *area_code;
  WmPeriod period;
  char *label;
  double value;
  double numerator;
  double denominator;
  WmMissing missing;
  WmPublication publication;
  gboolean is_current;
} WmObservation;

void       wm_observation_free      (WmObservation  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmObservation, wm_observation_free)

WmPanel   *wm_store_load_panel      (WmStore        *self,
                                     const char     *indicator_code,
                                     const char     *breakdown,
                                     const char     *family,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv      wm_store_list_areas_in   (WmStore        *self,
                                     const char     *indicator_code,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv      wm_store_list_families   (WmStore        *self,
                                     const char     *indicator_code,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GStrv      wm_store_list_breakdowns (WmStore        *self,
                                     const char     *indicator_code,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wm_store_load_history    (WmStore        *self,
                                     const char     *indicator_code,
                                     const char     *area_code,
                                     const WmPeriod *period,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wm_store_load_area_rows  (WmStore        *self,
                                     const char     *area_code,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *wm_store_load_measure_rows (WmStore      *self,
                                     const char     *indicator_code,
                                     const char     *breakdown,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
