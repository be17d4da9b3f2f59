/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_TRENDS_PAGE (wm_trends_page_get_type ())
G_DECLARE_FINAL_TYPE (WmTrendsPage, wm_trends_page, WM, TRENDS_PAGE, WmPage)

gboolean wm_trends_page_shows_measure (WmTrendsPage *self,
                                       const char   *code);

G_END_DECLS
