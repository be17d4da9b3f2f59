/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"
#include "wm-table.h"

G_BEGIN_DECLS

WmTable *wm_chart_get_table        (const WmChart *chart) G_GNUC_WARN_UNUSED_RESULT;
WmTable *wm_chart_get_period_table (const WmChart *chart) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
