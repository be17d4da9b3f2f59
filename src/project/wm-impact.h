/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"
#include "wm-did.h"
#include "wm-group.h"
#include "wm-influence.h"
#include "wm-pretrend.h"

G_BEGIN_DECLS

/**
 * WmImpactSpec:
 * @indicator_code: the measure; %NULL when @panel is given
 * @panel: (nullable): a table that is not from a project
 * @treated: (array zero-terminated=1): items of the treated group
 * @control: (array zero-terminated=1): items of the control group
 * @start: an end year ("2017"), a printed period label ("2016-17") or a date ("2019-10-01")
 * @estimator: the estimator
 * @errors: the standard errors
 * @covariates: (array zero-terminated=1) (nullable): codes of indicators
 * @covariate_panels: (nullable): for a table that is not from a project: one panel for each name
 * @level: of the intervals, 0.95
 *
 * A question to the impact page: did the treated group change more than the control group?
 */
typedef struct
{
  const char *indicator_code;
  WmPanel *panel;
  const char *const *treated;
  const char *const *control;
  const char *start;
  WmDidEstimator estimator;
  WmErrors errors;
  const char *const *covariates;
  WmPanel *const *covariate_panels;
  double level;
} WmImpactSpec;

#define WM_IMPACT_SPEC_INIT { .estimator = WM_DID_TWO_WAY, .errors = WM_ERRORS_CLUSTER, .level = 0.95 }

/**
 * WmImpact:
 * @indicator: the measure
 * @treated: the treated group
 * @control: the control group
 * @panel: the values of both groups, treated first
 * @phases: (array): per period of @panel: 0 before, 1 after, -1 left out
 * @start: index of the first period after the start
 * @start_words: how the start was read, in the user's language
 * @result: the estimate
 * @pretrend: (nullable): the test of the slope before the start; %NULL when there are too few periods
 * @influence: (nullable): the estimate without each area and without the most influential value
 * @headline: the one thing to know, for a title
 * @sentences: (element-type utf8): the result in plain words, in the order to be read
 * @cautions: (element-type utf8): warnings in words, one for each code in @caution_codes
 * @caution_codes: (array zero-terminated=1): their codes
 * @assumptions: what the method assumes, in plain words
 * @source_line: where the numbers are from
 *
 * The answer, as a value.
 */
typedef struct
{
  WmIndicator *indicator;
  WmGroup *treated;
  WmGroup *control;
  WmPanel *panel;
  gint8 *phases;
  gsize start;
  char *start_words;
  WmDidResult *result;
  WmPretrendResult *pretrend;
  WmInfluenceResult *influence;
  char *headline;
  GPtrArray *sentences;
  GPtrArray *cautions;
  GStrv caution_codes;
  char *assumptions;
  char *source_line;
} WmImpact;

WmImpact *wm_impact_new        (WmProject          *project,
                                const WmImpactSpec *spec,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
WmGroup  *wm_impact_resolve_group (WmProject       *project,
                                const WmImpactSpec *spec,
                                const char *const  *items,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
WmChart  *wm_impact_make_chart (WmProject          *project,
                                const WmImpact     *self,
                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void      wm_impact_free       (WmImpact           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmImpact, wm_impact_free)

G_END_DECLS
