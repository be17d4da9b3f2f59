/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-period.h"
#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WmExtent:
 * @n_values: numbers that count
 * @n_missing: reasons that count
 * @n_areas: areas with a number in any period; regions and England are areas too
 * @first_label: (nullable): the first period with a number, as printed
 * @last_label: (nullable): the latest period with a number, as printed
 * @last_period: that period; %WM_PERIOD_NONE where there is no number
 * @file_name: the newest file with numbers, or with reasons where there is no number
 * @as_at: (nullable): the day that the file stands for, YYYY-MM-DD
 * @area_value: the latest number of the area that was asked about; NaN where it has none
 * @area_previous: the latest one before it for a period of the same kind; NaN where it has none
 * @area_label: (nullable): the period of @area_value, as printed
 *
 * How much there is of a measure.
 */
typedef struct
{
  guint n_values;
  guint n_missing;
  guint n_areas;
  char *first_label;
  char *last_label;
  WmPeriod last_period;
  char *file_name;
  char *as_at;
  double area_value;
  double area_previous;
  char *area_label;
} WmExtent;

void          wm_extent_free        (WmExtent     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmExtent, wm_extent_free)

/* Looks up one measure after the other, with statements that are compiled once. */
typedef struct _WmExtentReader WmExtentReader;

WmExtentReader *wm_extent_reader_new  (WmStore         *store,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            wm_extent_reader_free (WmExtentReader  *self);
gboolean        wm_extent_reader_find (WmExtentReader  *self,
                                       const char      *indicator_code,
                                       const char      *breakdown,
                                       const char      *area_code,
                                       WmExtent       **extent,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmExtentReader, wm_extent_reader_free)

G_END_DECLS
