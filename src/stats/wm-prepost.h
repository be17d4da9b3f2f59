/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-describe.h"
#include "wm-stats.h"

G_BEGIN_DECLS

/**
 * WmPrepostSpec:
 * @values: n_areas × n_periods, row-major, [unit of the indicator], NaN where missing
 * @n_areas: number of areas
 * @n_periods: number of periods
 * @included: (array length=n_areas) (nullable): 1 for the areas to compare; %NULL for all
 * @phases: (array length=n_periods): 0 before, 1 after, -1 left out
 * @area_names: (array length=n_areas) (nullable): lent, for naming culprits
 * @level: of the intervals, such as 0.95
 */
typedef struct
{
  const double *values;
  gsize n_areas;
  gsize n_periods;
  const gint8 *included;
  const gint8 *phases;
  const char *const *area_names;
  double level;
} WmPrepostSpec;

/**
 * WmPrepostResult:
 * @random_effects: the change by one-way random effects (normal)
 * @fixed_effects: the change with area effects (t)
 * @paired: the mean change of area means, paired t test
 * @all: over all rows
 * @before: over the rows before the start
 * @after: over the rows from the start on
 * @n_areas: areas with a value
 * @n_paired: areas with values on both sides
 * @n_obs: rows used
 * @sigma2_idiosyncratic: random effects: variance within areas
 * @sigma2_area: random effects: variance of areas
 * @theta_mean: random effects: mean share of the area mean that is taken off
 * @messages: warnings, in the order found
 *
 * Before against after in one group. An estimate that cannot be had has a NaN std_error and
 * %WM_DISTRIBUTION_NONE, and a message says why.
 */
typedef struct
{
  WmCoefficient random_effects;
  WmCoefficient fixed_effects;
  WmCoefficient paired;
  WmSummary all;
  WmSummary before;
  WmSummary after;
  gsize n_areas;
  gsize n_paired;
  gsize n_obs;
  double sigma2_idiosyncratic;
  double sigma2_area;
  double theta_mean;
  WmMessageList *messages;
} WmPrepostResult;

WmPrepostResult *wm_prepost_fit         (const WmPrepostSpec  *spec,
                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void             wm_prepost_result_free (WmPrepostResult      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmPrepostResult, wm_prepost_result_free)

G_END_DECLS
