/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-compare.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * WmCompareWanted:
 * @WM_COMPARE_ALL: every row
 * @WM_COMPARE_SHARED: what the first framework and another have
 * @WM_COMPARE_DIFFERS: what they say differently
 * @WM_COMPARE_ONLY_HERE: what only the first framework has
 * @WM_COMPARE_ELSEWHERE: what the first framework lacks
 *
 * Which rows of a comparison are wanted.
 */
typedef enum
{
  WM_COMPARE_ALL,
  WM_COMPARE_SHARED,
  WM_COMPARE_DIFFERS,
  WM_COMPARE_ONLY_HERE,
  WM_COMPARE_ELSEWHERE,
} WmCompareWanted;

#define WM_N_COMPARE_WANTED (WM_COMPARE_ELSEWHERE + 1)

#define WM_TYPE_COMPARE_LIST (wm_compare_list_get_type ())
G_DECLARE_FINAL_TYPE (WmCompareList, wm_compare_list, WM, COMPARE_LIST, AdwBin)

gboolean               wm_comparison_row_is     (const WmComparisonRow *row,
                                                 WmCompareWanted        wanted);
const char            *wm_comparison_row_get_name (const WmComparisonRow *row);

void                   wm_compare_list_show     (WmCompareList         *self,
                                                 GPtrArray             *frameworks,
                                                 GPtrArray             *rows);
void                   wm_compare_list_filter   (WmCompareList         *self,
                                                 WmCompareWanted        wanted,
                                                 const char            *text);
const WmComparisonRow *wm_compare_list_get_selected (WmCompareList     *self);
guint                  wm_compare_list_get_position (WmCompareList     *self);
void                   wm_compare_list_select   (WmCompareList         *self,
                                                 const char            *indicator_id,
                                                 guint                  position);
guint                  wm_compare_list_get_n_rows (WmCompareList       *self);

G_END_DECLS
