/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-table.h"

G_BEGIN_DECLS

char     *wm_chart_table_to_csv    (const WmChartTable *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  wm_chart_table_save_csv  (const WmChartTable *self,
                                    const char         *path,
                                    GError            **error);
gboolean  wm_chart_table_save_xlsx (const WmChartTable *self,
                                    const char         *path,
                                    const char         *sheet_name,
                                    GError            **error);

G_END_DECLS
