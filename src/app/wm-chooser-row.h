/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-coverage.h"
#include "wm-framework.h"

G_BEGIN_DECLS

#define WM_TYPE_CHOOSER_ROW (wm_chooser_row_get_type ())
G_DECLARE_FINAL_TYPE (WmChooserRow, wm_chooser_row, WM, CHOOSER_ROW, GObject)

GPtrArray       *wm_chooser_row_list       (WmFramework  *framework,
                                            WmCoverage   *coverage,
                                            GHashTable   *measures) G_GNUC_WARN_UNUSED_RESULT;

WmFrameworkItem *wm_chooser_row_get_item   (WmChooserRow *self);
guint            wm_chooser_row_get_depth  (WmChooserRow *self);
const char      *wm_chooser_row_get_title  (WmChooserRow *self);
const char      *wm_chooser_row_get_detail (WmChooserRow *self);
const char      *wm_chooser_row_get_code   (WmChooserRow *self);
char            *wm_chooser_row_describe   (WmChooserRow *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
