/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area.h"
#include "wm-period.h"

G_BEGIN_DECLS

#define WM_TYPE_PANEL (wm_panel_get_type ())

/**
 * WmPanel:
 * @n_areas: number of areas
 * @n_periods: number of periods
 * @areas: (array length=n_areas): the areas
 * @periods: (array length=n_periods): the periods, oldest first
 * @period_labels: (array length=n_periods): each period as the source prints it
 * @values: (array): values, [unit of the indicator], n_areas × n_periods, row-major: area i in
 *   period t at i * n_periods + t; NaN where there is no number
 * @numerators: (array) (nullable): of the same shape; NaN where unknown
 * @denominators: (array) (nullable): of the same shape; NaN where unknown
 * @missing: (array): a [enum@Missing] for each value
 * @publications: (array): a [enum@Publication] for each value
 *
 * One indicator over areas and periods, balanced or not. An area or period without any value may
 * be in it. A counted value: never changed once it is shared.
 */
typedef struct
{
  gsize n_areas;
  gsize n_periods;
  WmArea **areas;
  WmPeriod *periods;
  char **period_labels;
  double *values;
  double *numerators;
  double *denominators;
  guint8 *missing;
  guint8 *publications;
} WmPanel;

GType        wm_panel_get_type       (void);

WmPanel     *wm_panel_new            (WmArea *const  *areas,
                                      gsize           n_areas,
                                      const WmPeriod *periods,
                                      gsize           n_periods) G_GNUC_WARN_UNUSED_RESULT;
WmPanel     *wm_panel_ref            (WmPanel        *self);
void         wm_panel_unref          (WmPanel        *self);

void         wm_panel_set_label      (WmPanel        *self,
                                      gsize           period,
                                      const char     *label);
void         wm_panel_add_parts      (WmPanel        *self);

gboolean     wm_panel_find_area      (const WmPanel  *self,
                                      const char     *code,
                                      gsize          *area);
gboolean     wm_panel_find_period    (const WmPanel  *self,
                                      WmPeriod        period,
                                      gsize          *found);
double       wm_panel_get_value      (const WmPanel  *self,
                                      gsize           area,
                                      gsize           period);
WmMissing    wm_panel_get_missing    (const WmPanel  *self,
                                      gsize           area,
                                      gsize           period);
gboolean     wm_panel_find_latest    (const WmPanel  *self,
                                      gsize           area,
                                      gsize          *period);
WmPanel     *wm_panel_select_areas   (const WmPanel  *self,
                                      const char *const *codes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmPanel, wm_panel_unref)

G_END_DECLS
