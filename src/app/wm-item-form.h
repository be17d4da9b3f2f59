/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-item-field.h"
#include "wm-part-list.h"
#include "wm-workspace.h"

G_BEGIN_DECLS

#define WM_TYPE_ITEM_FORM (wm_item_form_get_type ())
G_DECLARE_FINAL_TYPE (WmItemForm, wm_item_form, WM, ITEM_FORM, AdwBin)

void         wm_item_form_set_workspace (WmItemForm         *self,
                                         WmWorkspace        *workspace);
void         wm_item_form_show          (WmItemForm         *self,
                                         const char *const  *ids);
void         wm_item_form_commit        (WmItemForm         *self);
void         wm_item_form_edit_title    (WmItemForm         *self);
void         wm_item_form_focus         (WmItemForm         *self);
WmItemField *wm_item_form_get_field     (WmItemForm         *self,
                                         WmField             field);
WmPartList  *wm_item_form_get_parts     (WmItemForm         *self,
                                         WmPartKind          kind);

G_END_DECLS
