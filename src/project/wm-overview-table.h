/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-overview.h"
#include "wm-table.h"

G_BEGIN_DECLS

WmTable *wm_overview_make_table (const WmOverview *self) G_GNUC_WARN_UNUSED_RESULT;
WmTable *wm_comparators_table_new (WmProject   *project,
                                   const char  *indicator_code,
                                   const char  *area_code,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
