/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rows of a panel regression, those of an area one after the other. A row may stand for several
 * observations that share their regressors: it then has their mean and their number, and what they
 * vary around that mean is kept in @inner_ss. Least squares on such rows, each weighted by its
 * number, is least squares on the observations. Private to this room. */
typedef struct
{
  gsize n;         /* rows */
  gsize k;         /* columns */
  gsize n_areas;   /* areas with a row */
  double n_obs;    /* observations: the sum of the weights */
  double inner_ss; /* squares of observations around the mean that stands for them */
  double total_ss; /* squares of observations around their overall mean */
  double *x;       /* n × k, row-major */
  double *y;       /* less the overall mean */
  double *weight;  /* observations behind each row */
  gsize *first;    /* n_areas + 1: where the rows of each area begin */
  gsize *area;     /* n_areas: number of each area in the panel it is from */
  double *size;    /* n_areas: observations of each area */
  double *x_mean;  /* n_areas × k */
  double *y_mean;  /* n_areas */
  gsize row_capacity, cell_capacity, area_capacity, mean_capacity;
} WmRows;

void    wm_rows_clear      (WmRows *self);
void    wm_rows_reset      (WmRows *self,
                            gsize   k,
                            gsize   max_rows,
                            gsize   max_areas);
void    wm_rows_open_area  (WmRows *self,
                            gsize   area);
double *wm_rows_add        (WmRows *self,
                            double  y,
                            double  weight);
void    wm_rows_close_area (WmRows *self);

G_END_DECLS
