/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_DATA_PAGE (wm_data_page_get_type ())
G_DECLARE_FINAL_TYPE (WmDataPage, wm_data_page, WM, DATA_PAGE, WmPage)

G_END_DECLS
