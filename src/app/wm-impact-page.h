/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_IMPACT_PAGE (wm_impact_page_get_type ())
G_DECLARE_FINAL_TYPE (WmImpactPage, wm_impact_page, WM, IMPACT_PAGE, WmPage)

gboolean wm_impact_page_has_result (WmImpactPage *self);

G_END_DECLS
