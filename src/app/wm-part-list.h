/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_PART_LIST (wm_part_list_get_type ())
G_DECLARE_FINAL_TYPE (WmPartList, wm_part_list, WM, PART_LIST, AdwBin)

GtkWidget  *wm_part_list_new      (WmPartKind        kind) G_GNUC_WARN_UNUSED_RESULT;

WmPartKind  wm_part_list_get_kind (WmPartList       *self);
void        wm_part_list_show     (WmPartList       *self,
                                   WmFramework      *framework,
                                   WmFrameworkItem  *item,
                                   gboolean          can_edit);
void        wm_part_list_put      (WmPartList       *self,
                                   WmFrameworkItem  *item);
void        wm_part_list_add      (WmPartList       *self,
                                   const char *const *cells);
void        wm_part_list_commit   (WmPartList       *self);
void        wm_part_list_reset    (WmPartList       *self);

G_END_DECLS
