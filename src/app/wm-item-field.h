/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-field.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_ITEM_FIELD (wm_item_field_get_type ())
G_DECLARE_FINAL_TYPE (WmItemField, wm_item_field, WM, ITEM_FIELD, GObject)

WmItemField *wm_item_field_new           (WmField      field) G_GNUC_WARN_UNUSED_RESULT;

WmField      wm_item_field_get_field     (WmItemField *self);
GtkWidget   *wm_item_field_get_row       (WmItemField *self);
void         wm_item_field_set_required  (WmItemField *self);
void         wm_item_field_show          (WmItemField *self,
                                          const char  *text,
                                          gboolean     differs,
                                          gboolean     can_edit);
void         wm_item_field_reset         (WmItemField *self);
char        *wm_item_field_dup_text      (WmItemField *self) G_GNUC_WARN_UNUSED_RESULT;
void         wm_item_field_type          (WmItemField *self,
                                          const char  *text);
void         wm_item_field_commit        (WmItemField *self);
void         wm_item_field_focus         (WmItemField *self);

G_END_DECLS
