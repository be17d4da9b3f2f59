/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"

G_BEGIN_DECLS

/**
 * WmChartCell:
 * @text: (nullable): the text; %NULL for a number or an empty cell
 * @number: the number; NaN when there is none
 */
typedef struct
{
  char *text;
  double number;
} WmChartCell;

#define WM_TYPE_CHART_TABLE (wm_chart_table_get_type ())
typedef struct _WmChartTable WmChartTable;

GType              wm_chart_table_get_type      (void);

WmChartTable      *wm_chart_get_table           (const WmChart      *self) G_GNUC_WARN_UNUSED_RESULT;
WmChartTable      *wm_chart_table_ref           (WmChartTable       *self);
void               wm_chart_table_unref         (WmChartTable       *self);

gsize              wm_chart_table_get_n_columns (const WmChartTable *self);
gsize              wm_chart_table_get_n_rows    (const WmChartTable *self);
const char        *wm_chart_table_get_title     (const WmChartTable *self,
                                                 gsize               column);
const WmChartCell *wm_chart_table_get_cell      (const WmChartTable *self,
                                                 gsize               row,
                                                 gsize               column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmChartTable, wm_chart_table_unref)

G_END_DECLS
