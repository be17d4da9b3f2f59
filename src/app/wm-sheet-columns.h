/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-sheet.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_SHEET_COLUMNS (wm_sheet_columns_get_type ())
G_DECLARE_FINAL_TYPE (WmSheetColumns, wm_sheet_columns, WM, SHEET_COLUMNS, AdwBin)

void wm_sheet_columns_show   (WmSheetColumns   *self,
                              WmFrameworkSheet *sheet);
void wm_sheet_columns_choose (WmSheetColumns   *self,
                              guint             column,
                              WmSheetTarget     target);

G_END_DECLS
