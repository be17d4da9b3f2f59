/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_ITEM_HEAD (wm_item_head_get_type ())
G_DECLARE_FINAL_TYPE (WmItemHead, wm_item_head, WM, ITEM_HEAD, AdwBin)

void wm_item_head_show (WmItemHead        *self,
                        WmFrameworkEditor *editor,
                        const char *const *ids);

G_END_DECLS
