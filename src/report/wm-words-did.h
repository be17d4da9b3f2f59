/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-did.h"
#include "wm-indicator.h"
#include "wm-influence.h"
#include "wm-pretrend.h"

G_BEGIN_DECLS

/**
 * WmDidFacts:
 * @indicator: the measure
 * @treated: name of the treated group
 * @control: name of the control group
 * @start: the first period after the start, as printed
 * @area_names: (array): name of each area of the estimate
 * @period_labels: (array): label of each period of the estimate
 * @result: the estimate
 * @pretrend: (nullable): the test of the slope before the start
 * @influence: (nullable): the estimate without single areas and values
 *
 * What the sentences about a difference-in-differences estimate are made from. All is lent.
 */
typedef struct
{
  const WmIndicator *indicator;
  const char *treated;
  const char *control;
  const char *start;
  const char *const *area_names;
  const char *const *period_labels;
  const WmDidResult *result;
  const WmPretrendResult *pretrend;
  const WmInfluenceResult *influence;
} WmDidFacts;

char       *wm_words_did_headline     (const WmDidFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *wm_words_did_sentences    (const WmDidFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
char       *wm_words_did_assumptions  (WmDidEstimator    estimator,
                                       WmErrors          errors) G_GNUC_WARN_UNUSED_RESULT;
char       *wm_words_message          (const WmMessage  *message) G_GNUC_WARN_UNUSED_RESULT;
const char *wm_words_estimator        (WmDidEstimator    estimator);
char       *wm_words_errors           (const WmDidResult *result) G_GNUC_WARN_UNUSED_RESULT;
gboolean    wm_words_has_pretrend     (const WmDidFacts *facts);

G_END_DECLS
