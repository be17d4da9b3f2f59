/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-compare-list.h"
#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_COMPARE_VIEW (wm_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (WmCompareView, wm_compare_view, WM, COMPARE_VIEW, WmPage)

GtkWidget *wm_compare_view_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       wm_compare_view_add        (WmCompareView   *self,
                                       const char      *key);
void       wm_compare_view_filter     (WmCompareView   *self,
                                       WmCompareWanted  wanted);
guint      wm_compare_view_get_n_rows (WmCompareView   *self);

G_END_DECLS
