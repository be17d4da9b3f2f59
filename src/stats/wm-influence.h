/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-did.h"

G_BEGIN_DECLS

/**
 * WmInfluence:
 * @area: index of the area
 * @period: index of the period; %G_MAXSIZE when the whole area was left out
 * @estimate: the effect without it; NaN when nothing can be estimated without it
 * @p_value: its p-value; NaN where there is none
 * @changes_sign: whether the effect then points the other way
 * @changes_decision: whether p then lies on the other side of 5 %
 */
typedef struct
{
  gsize area;
  gsize period;
  double estimate;
  double p_value;
  gboolean changes_sign;
  gboolean changes_decision;
} WmInfluence;

/**
 * WmInfluenceResult:
 * @estimate: the effect with everything in
 * @p_value: its p-value; NaN where there is none
 * @areas: (array length=n_areas): the effect without each area that has a row, in turn
 * @n_areas: number of such areas
 * @area: index into @areas of the one that moves the estimate most
 * @value: the single value that moves the estimate most
 */
typedef struct
{
  double estimate;
  double p_value;
  WmInfluence *areas;
  gsize n_areas;
  gsize area;
  WmInfluence value;
} WmInfluenceResult;

WmInfluenceResult *wm_influence_fit         (const WmDidSpec    *spec,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void               wm_influence_result_free (WmInfluenceResult  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmInfluenceResult, wm_influence_result_free)

G_END_DECLS
