/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-did.h"

G_BEGIN_DECLS

/**
 * WmOlsSpec:
 * @y: (array length=n): the outcome; NaN where missing
 * @x: n × n_columns, row-major: X[i * n_columns + j]; NaN where missing; without the intercept
 * @n: number of rows
 * @n_columns: number of columns of @x
 * @names: (array length=n_columns): what the columns are called
 * @intercept: whether the model has an intercept
 * @errors: classical, or clustered by @clusters
 * @clusters: (array length=n) (nullable): the number of each row's cluster, from 0 on
 * @level: of the intervals, such as 0.95
 */
typedef struct
{
  const double *y;
  const double *x;
  gsize n;
  gsize n_columns;
  const char *const *names;
  gboolean intercept;
  WmErrors errors;
  const gsize *clusters;
  double level;
} WmOlsSpec;

/**
 * WmOlsResult:
 * @coefficients: (array length=n_coefficients): the intercept first, if there is one
 * @n_coefficients: number of coefficients
 * @n_used: rows without a gap
 * @n_missing: rows left out
 * @n_clusters: number of clusters; 0 with classical errors
 * @residual_df: n_used - n_coefficients
 * @residual_sd: root of the residual variance
 * @r_squared: share of the (with an intercept: centred) sum of squares that is explained
 * @messages: warnings
 */
typedef struct
{
  WmCoefficient *coefficients;
  gsize n_coefficients;
  gsize n_used;
  gsize n_missing;
  gsize n_clusters;
  double residual_df;
  double residual_sd;
  double r_squared;
  WmMessageList *messages;
} WmOlsResult;

WmOlsResult *wm_ols_fit         (const WmOlsSpec  *spec,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void         wm_ols_result_free (WmOlsResult      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmOlsResult, wm_ols_result_free)

G_END_DECLS
