/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What all estimators share: why an estimate was refused, the record of a coefficient with its
 * inference, and the list of warnings. */

#include "config.h"

#include "wm-stats.h"

#include <float.h>
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#ifdef __FINITE_MATH_ONLY__
#if __FINITE_MATH_ONLY__
#error "Waymark must not be built with -ffast-math: NaN is how a missing value is held"
#endif
#endif

G_DEFINE_QUARK (wm-stats-error-quark, wm_stats_error)

/**
 * wm_stats_error_to_code:
 * @error_code: a [error@StatsError]
 *
 * Says the code of a refusal as machine output prints it.
 *
 * Returns: (transfer none): "no_control" and the like; "unknown" for a number that is no code
 */
const char *
wm_stats_error_to_code (int error_code)
{
  static const char *const codes[] = {
    [WM_STATS_ERROR_NO_CONTROL] = "no_control",
    [WM_STATS_ERROR_NO_TREATED] = "no_treated",
    [WM_STATS_ERROR_NO_PRE] = "no_pre",
    [WM_STATS_ERROR_NO_POST] = "no_post",
    [WM_STATS_ERROR_EMPTY_CELL] = "empty_cell",
    [WM_STATS_ERROR_DUPLICATE_ROWS] = "duplicate_rows",
    [WM_STATS_ERROR_CONSTANT_OUTCOME] = "constant_outcome",
    [WM_STATS_ERROR_PERFECT_FIT] = "perfect_fit",
    [WM_STATS_ERROR_COLLINEAR_WITH_EFFECT] = "collinear_with_effect",
    [WM_STATS_ERROR_COLLINEAR_COVARIATE] = "collinear_covariate",
    [WM_STATS_ERROR_NO_RESIDUAL_DF] = "no_residual_df",
    [WM_STATS_ERROR_OVERFLOW] = "overflow",
    [WM_STATS_ERROR_TOO_FEW] = "too_few",
    [WM_STATS_ERROR_BAD_INPUT] = "bad_input",
    [WM_STATS_ERROR_PRETREND_TOO_SHORT] = "pretrend_too_short",
  };

  if (error_code < 0 || (gsize) error_code >= G_N_ELEMENTS (codes))
    return "unknown";
  return codes[error_code];
}

/**
 * wm_stats_init:
 *
 * Turns off the error handler of GSL, which aborts the program. Every estimator calls it; it is
 * cheap, and safe to call from several threads.
 */
void
wm_stats_init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      gsl_set_error_handler_off ();
      g_once_init_leave (&done, 1);
    }
}

static void
coefficient_clear_error (WmCoefficient *self)
{
  self->std_error = self->statistic = self->df = self->p_value = NAN;
  self->ci_low = self->ci_high = NAN;
  self->distribution = WM_DISTRIBUTION_NONE;
}

/**
 * wm_coefficient_infer:
 * @self: the record to fill; its term stays as it is
 * @estimate: the estimate
 * @variance: its variance; NaN, 0 or less where no error can be given
 * @distribution: the distribution of estimate / error
 * @df: degrees of freedom of %WM_DISTRIBUTION_T
 * @level: of the interval, such as 0.95
 *
 * Fills in error, statistic, two-sided p-value and interval. The p-value comes from the upper tail
 * and is never 0: the smallest normal double stands for anything below.
 */
void
wm_coefficient_infer (WmCoefficient  *self,
                      double          estimate,
                      double          variance,
                      WmDistribution  distribution,
                      double          df,
                      double          level)
{
  gboolean is_t = distribution == WM_DISTRIBUTION_T;
  double tail, reach;

  g_return_if_fail (self != NULL);

  self->estimate = estimate;
  if (distribution == WM_DISTRIBUTION_NONE || !(variance > 0) || !isfinite (variance)
      || (is_t && !(df > 0)))
    {
      coefficient_clear_error (self);
      return;
    }
  self->std_error = sqrt (variance);
  self->statistic = estimate / self->std_error;
  self->distribution = distribution;
  self->df = is_t ? df : NAN;
  tail = is_t ? gsl_cdf_tdist_Q (fabs (self->statistic), df)
              : gsl_cdf_ugaussian_Q (fabs (self->statistic));
  reach = is_t ? gsl_cdf_tdist_Qinv ((1 - level) / 2, df) : gsl_cdf_ugaussian_Qinv ((1 - level) / 2);
  self->p_value = fmin (1, fmax (2 * tail, DBL_MIN));
  self->ci_low = estimate - reach * self->std_error;
  self->ci_high = estimate + reach * self->std_error;
}

/**
 * wm_message_new:
 * @code: its code
 * @subject: (nullable): names of areas, periods or columns, joined by "; "
 * @number: a figure; NaN when unused
 *
 * Makes a warning.
 *
 * Returns: (transfer full): the warning
 */
WmMessage *
wm_message_new (const char *code, const char *subject, double number)
{
  WmMessage *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_new0 (WmMessage, 1);
  self->code = g_strdup (code);
  self->subject = g_strdup (subject);
  self->number = number;
  return self;
}

/**
 * wm_message_free:
 * @self: (nullable) (transfer full): a warning
 *
 * Frees a warning.
 */
void
wm_message_free (WmMessage *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->subject);
  g_free (self);
}

/**
 * wm_message_list_new:
 *
 * Makes a list that owns its warnings.
 *
 * Returns: (transfer full) (element-type WmMessage): an empty list
 */
WmMessageList *
wm_message_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) wm_message_free);
}

/**
 * wm_message_list_has:
 * @self: (element-type WmMessage): a list of warnings
 * @code: a code
 *
 * Looks for a warning.
 *
 * Returns: whether a warning with this code is in the list
 */
gboolean
wm_message_list_has (const WmMessageList *self, const char *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  for (guint i = 0; i < self->len; i++)
    if (g_str_equal (((const WmMessage *) self->pdata[i])->code, code))
      return TRUE;
  return FALSE;
}

/**
 * wm_message_list_add:
 * @self: (nullable) (element-type WmMessage): a list of warnings; %NULL when nobody listens
 * @code: a code
 * @subject: (nullable): names, joined by "; "
 * @number: a figure; NaN when unused
 *
 * Appends a warning.
 */
void
wm_message_list_add (WmMessageList *self, const char *code, const char *subject, double number)
{
  if (self != NULL)
    g_ptr_array_add (self, wm_message_new (code, subject, number));
}
