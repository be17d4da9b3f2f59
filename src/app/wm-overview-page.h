/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_OVERVIEW_PAGE (wm_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (WmOverviewPage, wm_overview_page, WM, OVERVIEW_PAGE, WmPage)

guint wm_overview_page_get_n_rows (WmOverviewPage *self);

G_END_DECLS
