/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

#include "wm-table.h"

G_BEGIN_DECLS

/**
 * WmMatch:
 * @WM_MATCH_SAME: in two frameworks or more, and defined alike
 * @WM_MATCH_DIFFERS: in two frameworks or more, and defined differently
 * @WM_MATCH_ONLY: in one framework only
 *
 * What a comparison found.
 */
typedef enum
{
  WM_MATCH_SAME,
  WM_MATCH_DIFFERS,
  WM_MATCH_ONLY,
} WmMatch;

/**
 * WmComparisonRow:
 * @cells: (array) (element-type GPtrArray): for each framework the indicators that stand for this
 *   row, lent; empty where the framework has none
 * @n_frameworks: how many frameworks have it
 * @match: what was found
 * @differences: (array zero-terminated=1): the fields that are not said alike everywhere
 *
 * What several frameworks say of one thing.
 */
typedef struct
{
  GPtrArray *cells;
  guint n_frameworks;
  WmMatch match;
  GStrv differences;
} WmComparisonRow;

/**
 * WmFrameworkPair:
 * @framework: number of the first framework
 * @id: an indicator of it
 * @other_framework: number of the second
 * @other_id: an indicator of that one
 *
 * Two indicators that a person takes for the same.
 */
typedef struct
{
  guint framework;
  const char *id;
  guint other_framework;
  const char *other_id;
} WmFrameworkPair;

GPtrArray  *wm_framework_compare       (WmFramework *const    *frameworks,
                                        guint                  n,
                                        const WmFrameworkPair *pairs,
                                        guint                  n_pairs) G_GNUC_WARN_UNUSED_RESULT;
const char *wm_match_to_id             (WmMatch                match);
WmTable    *wm_framework_compare_table (WmFramework *const    *frameworks,
                                        guint                  n) G_GNUC_WARN_UNUSED_RESULT;
WmTable    *wm_framework_compare_matrix (WmFramework *const   *frameworks,
                                        guint                  n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
