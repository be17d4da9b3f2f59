/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_COVERAGE_VIEW (wm_coverage_view_get_type ())
G_DECLARE_FINAL_TYPE (WmCoverageView, wm_coverage_view, WM, COVERAGE_VIEW, WmPage)

GtkWidget *wm_coverage_view_new        (void) G_GNUC_WARN_UNUSED_RESULT;
guint      wm_coverage_view_get_n_rows (WmCoverageView *self);

G_END_DECLS
