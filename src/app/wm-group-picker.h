/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-project.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_GROUP_PICKER (wm_group_picker_get_type ())
G_DECLARE_FINAL_TYPE (WmGroupPicker, wm_group_picker, WM, GROUP_PICKER, AdwBin)

GtkWidget         *wm_group_picker_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void               wm_group_picker_fill      (WmGroupPicker     *self,
                                              WmProject         *project,
                                              gboolean           with_groups);
GStrv              wm_group_picker_get_items (WmGroupPicker     *self) G_GNUC_WARN_UNUSED_RESULT;
void               wm_group_picker_set_items (WmGroupPicker     *self,
                                              const char *const *items);
void               wm_group_picker_set_hint  (WmGroupPicker     *self,
                                              const char        *hint);

G_END_DECLS
