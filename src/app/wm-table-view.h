/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_TABLE_VIEW (wm_table_view_get_type ())
G_DECLARE_FINAL_TYPE (WmTableView, wm_table_view, WM, TABLE_VIEW, AdwBin)

void       wm_table_view_set_table (WmTableView *self,
                                    WmTable     *table);
WmTable   *wm_table_view_get_table (WmTableView *self);

G_END_DECLS
