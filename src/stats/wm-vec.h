/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WmRankOrder:
 * @WM_RANK_HIGHEST_FIRST: the highest value is on place 1
 * @WM_RANK_LOWEST_FIRST: the lowest value is on place 1
 */
typedef enum
{
  WM_RANK_HIGHEST_FIRST,
  WM_RANK_LOWEST_FIRST,
} WmRankOrder;

gsize  wm_vec_count    (const double *values,
                        gsize         n);
double wm_vec_mean     (const double *values,
                        gsize         n);
double wm_vec_sd       (const double *values,
                        gsize         n);
double wm_vec_min      (const double *values,
                        gsize         n);
double wm_vec_max      (const double *values,
                        gsize         n);
double wm_vec_median   (const double *values,
                        gsize         n);
double wm_vec_quantile (const double *values,
                        gsize         n,
                        double        p);
gsize  wm_vec_rank     (const double *values,
                        gsize         n,
                        gsize         index,
                        WmRankOrder   order,
                        gsize        *n_tied);

G_END_DECLS
