/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-did.h"

G_BEGIN_DECLS

/**
 * WmPretrendGap:
 * @period: index of the period
 * @treated: mean of the treated areas; NaN without values
 * @control: mean of the control areas; NaN without values
 * @gap: @treated less @control; NaN where one of them is
 */
typedef struct
{
  gsize period;
  double treated;
  double control;
  double gap;
} WmPretrendGap;

/**
 * WmPretrendResult:
 * @gaps: (array length=n_gaps): each period before the start
 * @n_gaps: number of periods before the start
 * @classical: by how much the gap grew per period, with classical errors (t)
 * @clustered: the same with errors clustered by area (t with G - 1)
 * @n_obs: rows used
 * @n_areas: areas used
 * @messages: warnings, in the order found; "pretrend_visible" when a p-value is under 0.10
 *
 * Were the groups already moving apart before the start? Area and period effects, and a line for
 * the treated areas. [unit of the indicator per period]
 */
typedef struct
{
  WmPretrendGap *gaps;
  gsize n_gaps;
  WmCoefficient classical;
  WmCoefficient clustered;
  gsize n_obs;
  gsize n_areas;
  WmMessageList *messages;
} WmPretrendResult;

WmPretrendResult *wm_pretrend_fit         (const WmDidSpec   *spec,
                                           GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              wm_pretrend_result_free (WmPretrendResult  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmPretrendResult, wm_pretrend_result_free)

G_END_DECLS
