/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WM_STATS_ERROR (wm_stats_error_quark ())

/**
 * WmStatsError:
 * @WM_STATS_ERROR_NO_CONTROL: no control area has a value
 * @WM_STATS_ERROR_NO_TREATED: no treated area has a value
 * @WM_STATS_ERROR_NO_PRE: no value before the start
 * @WM_STATS_ERROR_NO_POST: no value after the start
 * @WM_STATS_ERROR_EMPTY_CELL: a cell of treated/control by before/after has no value
 * @WM_STATS_ERROR_DUPLICATE_ROWS: the same area and period twice (for the rooms that build panels)
 * @WM_STATS_ERROR_CONSTANT_OUTCOME: all values are equal
 * @WM_STATS_ERROR_PERFECT_FIT: no variation is left to take an error from
 * @WM_STATS_ERROR_COLLINEAR_WITH_EFFECT: the effect cannot be told apart from other columns
 * @WM_STATS_ERROR_COLLINEAR_COVARIATE: a column depends on others
 * @WM_STATS_ERROR_NO_RESIDUAL_DF: too few values or areas for the number of coefficients
 * @WM_STATS_ERROR_OVERFLOW: a square or product leaves the range of a double
 * @WM_STATS_ERROR_TOO_FEW: fewer values than the method needs
 * @WM_STATS_ERROR_BAD_INPUT: the arrays cannot be what they say (an infinity, a level of 2)
 * @WM_STATS_ERROR_PRETREND_TOO_SHORT: fewer than three periods before the start
 *
 * Why an estimate was refused. Each has a code of its own name in small letters.
 */
typedef enum
{
  WM_STATS_ERROR_NO_CONTROL,
  WM_STATS_ERROR_NO_TREATED,
  WM_STATS_ERROR_NO_PRE,
  WM_STATS_ERROR_NO_POST,
  WM_STATS_ERROR_EMPTY_CELL,
  WM_STATS_ERROR_DUPLICATE_ROWS,
  WM_STATS_ERROR_CONSTANT_OUTCOME,
  WM_STATS_ERROR_PERFECT_FIT,
  WM_STATS_ERROR_COLLINEAR_WITH_EFFECT,
  WM_STATS_ERROR_COLLINEAR_COVARIATE,
  WM_STATS_ERROR_NO_RESIDUAL_DF,
  WM_STATS_ERROR_OVERFLOW,
  WM_STATS_ERROR_TOO_FEW,
  WM_STATS_ERROR_BAD_INPUT,
  WM_STATS_ERROR_PRETREND_TOO_SHORT,
} WmStatsError;

GQuark      wm_stats_error_quark   (void);
const char *wm_stats_error_to_code (int error_code);

/**
 * WmDistribution:
 * @WM_DISTRIBUTION_NORMAL: standard normal
 * @WM_DISTRIBUTION_T: Student's t
 * @WM_DISTRIBUTION_NONE: no error can be given, so neither a p-value nor an interval
 *
 * The distribution that a p-value and an interval come from.
 */
typedef enum
{
  WM_DISTRIBUTION_NORMAL,
  WM_DISTRIBUTION_T,
  WM_DISTRIBUTION_NONE,
} WmDistribution;

/**
 * WmCoefficient:
 * @term: (nullable): what it belongs to: "intercept", "post", "did", a covariate's name
 * @estimate: the estimate, [unit of the indicator per unit of the term]
 * @std_error: its standard error; NaN where no error can be given, and then so are the rest
 * @statistic: estimate / std_error
 * @df: degrees of freedom, whole or not; NaN for the normal
 * @p_value: two-sided, never 0
 * @ci_low: lower end of the interval
 * @ci_high: upper end of the interval
 * @distribution: where @p_value and the interval come from
 */
typedef struct
{
  char *term;
  double estimate;
  double std_error;
  double statistic;
  double df;
  double p_value;
  double ci_low;
  double ci_high;
  WmDistribution distribution;
} WmCoefficient;

/**
 * WmMessage:
 * @code: "few_clusters" and the like
 * @subject: (nullable): names of areas, periods or columns, joined by "; "
 * @number: the figure that its sentence needs; NaN when unused
 *
 * A warning: a code for tests and exports, and the facts that its sentence needs. The sentences
 * are made in report/.
 */
typedef struct
{
  char *code;
  char *subject;
  double number;
} WmMessage;

typedef GPtrArray WmMessageList; /* element-type WmMessage */

void           wm_stats_init         (void);

void           wm_coefficient_infer  (WmCoefficient       *self,
                                      double               estimate,
                                      double               variance,
                                      WmDistribution       distribution,
                                      double               df,
                                      double               level);

WmMessage     *wm_message_new        (const char          *code,
                                      const char          *subject,
                                      double               number) G_GNUC_WARN_UNUSED_RESULT;
void           wm_message_free       (WmMessage           *self);
WmMessageList *wm_message_list_new   (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean       wm_message_list_has   (const WmMessageList *self,
                                      const char          *code);
void           wm_message_list_add   (WmMessageList       *self,
                                      const char          *code,
                                      const char          *subject,
                                      double               number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmMessage, wm_message_free)

G_END_DECLS
