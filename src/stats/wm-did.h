/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-stats.h"

G_BEGIN_DECLS

/**
 * WmDidEstimator:
 * @WM_DID_POOLED: ordinary least squares on all rows
 * @WM_DID_RANDOM_EFFECTS: one-way random effects of areas, Swamy & Arora 1972; unbalanced as
 *   Baltagi & Chang 1994
 * @WM_DID_FIXED_EFFECTS: area effects
 * @WM_DID_TWO_WAY: area and period effects
 */
typedef enum
{
  WM_DID_POOLED,
  WM_DID_RANDOM_EFFECTS,
  WM_DID_FIXED_EFFECTS,
  WM_DID_TWO_WAY,
} WmDidEstimator;

/**
 * WmErrors:
 * @WM_ERRORS_CLASSICAL: every row on its own
 * @WM_ERRORS_CLUSTER: clustered by area, with the factor G/(G-1) (n-1)/(n-K) (CR1S)
 */
typedef enum
{
  WM_ERRORS_CLASSICAL,
  WM_ERRORS_CLUSTER,
} WmErrors;

/**
 * WmDidSpec:
 * @values: n_areas × n_periods, row-major, [unit of the indicator], NaN where missing
 * @n_areas: number of areas
 * @n_periods: number of periods
 * @groups: (array length=n_areas): 1 treated, 0 control, -1 left out
 * @phases: (array length=n_periods): 0 before, 1 after, -1 left out
 * @area_names: (array length=n_areas) (nullable): lent, for naming culprits
 * @period_names: (array length=n_periods) (nullable): lent; the estimators name no period, those
 *   who show the result do
 * @covariates: (array length=n_covariates) (nullable): tables of the shape of @values; %NULL only
 *   when there are none
 * @covariate_names: (array length=n_covariates) (nullable): their names; %NULL only when there are
 *   none
 * @n_covariates: number of covariates
 * @estimator: which estimator
 * @errors: which standard errors
 * @harmonic_between: random effects, unbalanced: take the between variance from unweighted area
 *   means and the harmonic mean of the numbers of periods
 * @level: of the intervals, such as 0.95
 *
 * What to estimate. A row (an area in a period) is used when the area has a group, the period a
 * phase, and neither the value nor a covariate is missing.
 */
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
  gboolean harmonic_between;
  double level;
} WmDidSpec;

/**
 * WmDidCell:
 * @mean: mean over the rows; NaN without rows
 * @n_areas: number of areas that have a row here
 * @n_rows: number of rows
 *
 * One of the four cells of the table of means.
 */
typedef struct
{
  double mean;
  gsize n_areas;
  gsize n_rows;
} WmDidCell;

/**
 * WmDidResult:
 * @estimator: as asked for
 * @errors: as asked for
 * @level: as asked for
 * @coefficients: (array length=n_coefficients): intercept, post, treated, did, covariates: those
 *   that the estimator has
 * @n_coefficients: number of coefficients
 * @did: index of the effect among them
 * @cells: [0 control, 1 treated][0 before, 1 after]
 * @n_obs: rows used
 * @n_missing: rows without a value or a covariate
 * @n_areas: areas with a row; the clusters of clustered errors
 * @n_treated: treated areas with a row
 * @n_control: control areas with a row
 * @n_periods: periods with a row
 * @min_periods: fewest rows of an area
 * @max_periods: most rows of an area
 * @residual_df: rows less coefficients (and less the effects taken out)
 * @sigma2_idiosyncratic: random effects: variance within areas; NaN else
 * @sigma2_area: random effects: variance of areas; NaN else
 * @theta_min: random effects: smallest share of the area mean that is taken off; NaN else
 * @theta_max: random effects: largest such share; NaN else
 * @theta_mean: random effects: its mean over areas; NaN else
 * @r_squared_within: share of the variation within areas that the regression on area-demeaned
 *   columns explains; NaN where not defined (pooled)
 * @messages: warnings, in the order found
 * @sigma2: residual variance of the regression that gave the estimates
 * @rank_within: random effects: rank of the within regression; 0 else
 * @rank_between: random effects: rank of the between regression; 0 else
 */
typedef struct
{
  WmDidEstimator estimator;
  WmErrors errors;
  double level;
  WmCoefficient *coefficients;
  gsize n_coefficients;
  gsize did;
  WmDidCell cells[2][2];
  gsize n_obs;
  gsize n_missing;
  gsize n_areas, n_treated, n_control;
  gsize n_periods;
  gsize min_periods, max_periods;
  double residual_df;
  double sigma2_idiosyncratic;
  double sigma2_area;
  double theta_min, theta_max, theta_mean;
  double r_squared_within;
  WmMessageList *messages;
  double sigma2;
  gsize rank_within, rank_between;
} WmDidResult;

WmDidResult *wm_did_fit         (const WmDidSpec  *spec,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void         wm_did_result_free (WmDidResult      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmDidResult, wm_did_result_free)

G_END_DECLS
