/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-node.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_ROW (wm_framework_row_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkRow, wm_framework_row, WM, FRAMEWORK_ROW, AdwBin)

/**
 * WmDropPlace:
 * @WM_DROP_NOWHERE: it cannot be dropped there
 * @WM_DROP_BEFORE: before the row, below the same parent
 * @WM_DROP_AFTER: after the row, below the same parent
 * @WM_DROP_INTO: below the row, at the end
 *
 * Where something is dropped on a row.
 */
typedef enum
{
  WM_DROP_NOWHERE,
  WM_DROP_BEFORE,
  WM_DROP_AFTER,
  WM_DROP_INTO,
} WmDropPlace;

GtkWidget       *wm_framework_row_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void             wm_framework_row_bind          (WmFrameworkRow  *self,
                                                 GtkTreeListRow  *row);
GtkTreeListRow  *wm_framework_row_get_row       (WmFrameworkRow  *self);
WmFrameworkNode *wm_framework_row_get_node      (WmFrameworkRow  *self);
void             wm_framework_row_show          (WmFrameworkRow  *self,
                                                 gboolean         is_gap,
                                                 GPtrArray       *findings);
void             wm_framework_row_set_drop_place (WmFrameworkRow *self,
                                                 WmDropPlace      place);

G_END_DECLS
