/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_START_PAGE (wm_start_page_get_type ())
G_DECLARE_FINAL_TYPE (WmStartPage, wm_start_page, WM, START_PAGE, AdwBin)

G_END_DECLS
