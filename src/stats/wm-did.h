/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-stats.h"

G_BEGIN_DECLS

typedef enum
{
  WM_DID_POOLED,
  WM_DID_RANDOM_EFFECTS,
  WM_DID_FIXED_EFFECTS,
  WM_DID_TWO_WAY,
} WmDidEstimator;

typedef enum
{
  WM_ERRORS_CLASSICAL,
  WM_ERRORS_CLUSTER,
} WmErrors;

/* @values: n_areas × n_periods, row-major, [unit of the indicator], NaN where missing.
 * @groups: per area: 1 treated, 0 control. @phases: per period: 0 before, 1 after, -1 left out.
 * @covariates: n_covariates tables of the shape of @values, with @covariate_names.
 * @area_names and @period_names are only lent, for naming culprits in warnings. */
typedef struct
{
  const double *values;
  gsize n_areas;
  gsize n_periods;
  const gint8 *groups;
  const gint8 *phases;
  const char *const *area_names;
  const char *const *period_names;
  const double *const *covariates;
  const char *const *covariate_names;
  gsize n_covariates;
  WmDidEstimator estimator;
  WmErrors errors;
  gboolean harmonic_between; /* random effects, unbalanced: the harmonic variant */
  double level;              /* of the intervals, 0.95 */
} WmDidSpec;

/* One of the four cells of the table of means. */
typedef struct
{
  double mean;     /* NaN without rows */
  gsize n_areas;
  gsize n_rows;
} WmDidCell;

typedef struct
{
  WmDidEstimator estimator;
  WmErrors errors;
  double level;
  WmCoefficient *coefficients; /* intercept, post, treated, did, covariates: those that the estimator has */
  gsize n_coefficients;
  gsize did;                   /* index of the effect */
  WmDidCell cells[2][2];       /* [0 control, 1 treated][0 before, 1 after] */
  gsize n_obs;
  gsize n_missing;
  gsize n_areas, n_treated, n_control;
  gsize n_periods;
  gsize min_periods, max_periods; /* values per area */
  double residual_df;
  double sigma2_idiosyncratic; /* random effects; NaN else */
  double sigma2_area;
  double theta_min, theta_max, theta_mean;
  double r_squared_within;     /* NaN where not defined */
  WmMessageList *messages;     /* warnings, in the order found */
} WmDidResult;

WmDidResult *wm_did_fit         (const WmDidSpec  *spec,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void         wm_did_result_free (WmDidResult      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmDidResult, wm_did_result_free)

G_END_DECLS
