/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart-style.h"
#include "wm-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  wm_share_copy_table  (GtkWidget    *widget,
                            WmTable      *table);
void  wm_share_save_table  (GtkWidget    *widget,
                            WmTable      *table,
                            const char   *title);
void  wm_share_copy_chart  (GtkWidget    *widget,
                            WmChart      *chart,
                            WmChartTheme  theme);
void  wm_share_save_chart  (GtkWidget    *widget,
                            WmChart      *chart,
                            WmChartTheme  theme);

G_END_DECLS
