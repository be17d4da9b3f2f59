/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-sheet.h"

G_BEGIN_DECLS

/* A row of the table; what people see of the cells, without the apostrophes of formula-safe text. */
typedef struct
{
  guint64 line;
  GStrv cells;
  guint n_cells;
} WmSheetRow;

WmItemKind  wm_sheet_target_get_kind  (WmSheetTarget    target);
gboolean    wm_sheet_target_is_id     (WmSheetTarget    target);
gboolean    wm_sheet_target_is_field  (WmSheetTarget    target,
                                       WmField         *field);
gboolean    wm_sheet_target_is_part   (WmSheetTarget    target,
                                       WmPartKind      *part);
WmSheetTarget wm_sheet_target_guess   (const char      *heading);

GPtrArray  *wm_framework_sheet_get_rows (WmFrameworkSheet *self);

/* Cells of tables that hold several parts of an item, and choices as people write them. */
char       *wm_sheet_join_parts       (const WmFrameworkItem *item,
                                       WmPartKind             kind) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *wm_sheet_split_parts      (const char            *text,
                                       WmPartKind             kind,
                                       const char            *heading) G_GNUC_WARN_UNUSED_RESULT;
const char *wm_sheet_find_choice      (const WmChoice        *choices,
                                       const char            *text);

G_END_DECLS
