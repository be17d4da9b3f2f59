/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WmItemPickedFunc:
 * @id: the item that the user chose
 * @user_data: what the caller gave
 *
 * Called when the user has chosen an item.
 */
typedef void (*WmItemPickedFunc) (const char *id,
                                  gpointer    user_data);

#define WM_TYPE_ITEM_PICKER (wm_item_picker_get_type ())
G_DECLARE_FINAL_TYPE (WmItemPicker, wm_item_picker, WM, ITEM_PICKER, AdwWindow)

WmItemPicker *wm_item_picker_open (GtkWidget        *widget,
                                   const char       *title,
                                   WmFramework      *framework,
                                   guint             kinds,
                                   const char       *except,
                                   WmItemPickedFunc  picked,
                                   gpointer          object);
void          wm_item_picker_pick (WmItemPicker     *self,
                                   const char       *id);

G_END_DECLS
