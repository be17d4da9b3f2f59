/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The panels of the tests of this room. */

#include "panels.h"

#include <math.h>

static const double balanced[] = {
  10, 12, 11, 15, 17, /**/
  20, 19, 22, 26, 25, /**/
  12, 13, 12, 14, 13, /**/
  18, 17, 19, 18, 20,
};
static const gint8 balanced_groups[] = { 1, 1, 0, 0 };

static const double unbalanced[] = {
  31, 33, 32, 30, 27,   /**/
  40, NAN, 41, 37, 36,  /**/
  25, 27, 26, 24, NAN,  /**/
  29, 30, 32, 33, 34,   /**/
  NAN, 45, 44, 46, 47,  /**/
  36, 35, NAN, 37, 38,
};
static const double drifting[] = {
  31, 33, 32, 30, 27, /**/
  40, 42, 41, 33, 31, /**/
  25, 27, 26, 24, 22, /**/
  29, 30, 32, 33, 34, /**/
  43, 45, 44, 46, 47, /**/
  36, 35, 37, 37, 38,
};
static const gint8 six_groups[] = { 1, 1, 1, 0, 0, 0 };
static const gint8 phases[] = { 0, 0, 0, 1, 1 };

const double panel_covariate[30] = {
  5, 3, 4, 8, 1, 2, 7, 3, 3, 9, 6, 2, 8, 5, 5, 1, 4, 4, 7, 2, 9, 6, 3, 2, 8, 4, 5, 7, 1, 6,
};

const TestPanel panel_balanced = { balanced, 4, 5, balanced_groups, phases };
const TestPanel panel_unbalanced = { unbalanced, 6, 5, six_groups, phases };
const TestPanel panel_drifting = { drifting, 6, 5, six_groups, phases };

WmDidSpec
test_panel_spec (const TestPanel *panel, WmDidEstimator estimator, WmErrors errors)
{
  static const char *const areas[] = { "A", "B", "C", "D", "E", "F" };
  static const char *const periods[] = { "1", "2", "3", "4", "5" };

  return (WmDidSpec) {
    .values = panel->values, .n_areas = panel->n_areas, .n_periods = panel->n_periods,
    .groups = panel->groups, .phases = panel->phases, .area_names = areas, .period_names = periods,
    .estimator = estimator, .errors = errors, .level = 0.95,
  };
}

const WmCoefficient *
test_panel_coefficient (const WmDidResult *result, const char *term)
{
  for (gsize i = 0; i < result->n_coefficients; i++)
    if (g_str_equal (result->coefficients[i].term, term))
      return &result->coefficients[i];
  g_error ("no coefficient of %s", term);
}

/* NULL when there is none. */
const WmMessage *
test_panel_message (WmMessageList *messages, const char *code)
{
  for (guint i = 0; i < messages->len; i++)
    if (g_str_equal (((WmMessage *) messages->pdata[i])->code, code))
      return messages->pdata[i];
  return NULL;
}
