/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include "wm-framework.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_COMPARE_CHOICE (wm_compare_choice_get_type ())
G_DECLARE_FINAL_TYPE (WmCompareChoice, wm_compare_choice, WM, COMPARE_CHOICE, AdwBin)

void       wm_compare_choice_fill     (WmCompareChoice  *self,
                                       WmWorkspace      *workspace,
                                       const char       *own_id);
void       wm_compare_choice_choose   (WmCompareChoice  *self,
                                       const char       *key);
void       wm_compare_choice_add_file (WmCompareChoice  *self,
                                       const char       *path);
GPtrArray *wm_compare_choice_load     (WmCompareChoice  *self,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void       wm_compare_choice_open     (WmCompareChoice  *self);

G_END_DECLS
