/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-did.h"

/* Small panels with figures computed by other programs, and a result's parts found by name. */
typedef struct
{
  const double *values;
  gsize n_areas;
  gsize n_periods;
  const gint8 *groups;
  const gint8 *phases;
} TestPanel;

extern const TestPanel panel_balanced;   /* 4 × 5 */
extern const TestPanel panel_unbalanced; /* 6 × 5, 26 values */
extern const TestPanel panel_drifting;   /* 6 × 5, the groups move apart before the start */
extern const double panel_covariate[30]; /* of the shape of the last two */

WmDidSpec            test_panel_spec        (const TestPanel   *panel,
                                             WmDidEstimator     estimator,
                                             WmErrors           errors);
const WmCoefficient *test_panel_coefficient (const WmDidResult *result,
                                             const char        *term);
const WmMessage     *test_panel_message     (WmMessageList     *messages,
                                             const char        *code);
