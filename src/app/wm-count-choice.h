/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_COUNT_CHOICE (wm_count_choice_get_type ())
G_DECLARE_FINAL_TYPE (WmCountChoice, wm_count_choice, WM, COUNT_CHOICE, AdwBin)

void  wm_count_choice_add        (WmCountChoice *self,
                                  const char    *words);
void  wm_count_choice_set_count  (WmCountChoice *self,
                                  guint          index,
                                  guint          n,
                                  gboolean       is_offered);
guint wm_count_choice_get_chosen (WmCountChoice *self);
void  wm_count_choice_choose     (WmCountChoice *self,
                                  guint          index);

G_END_DECLS
