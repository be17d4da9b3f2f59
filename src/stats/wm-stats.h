/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WM_STATS_ERROR (wm_stats_error_quark ())

/* Why an estimate was refused: the codes of section 20 of docs/statistics.md, one for one. */
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
} WmStatsError;

GQuark      wm_stats_error_quark   (void);
const char *wm_stats_error_to_code (int error_code); /* "no_control" ... */

/* The distribution that a p-value and an interval come from. */
typedef enum
{
  WM_DISTRIBUTION_NORMAL,
  WM_DISTRIBUTION_T,
  WM_DISTRIBUTION_NONE, /* no error can be given */
} WmDistribution;

typedef struct
{
  char *term;
  double estimate;
  double std_error;   /* NaN where no error can be given, and then so are the rest */
  double statistic;
  double df;          /* NaN for the normal */
  double p_value;     /* two-sided */
  double ci_low;
  double ci_high;
  WmDistribution distribution;
} WmCoefficient;

/* A warning: a code for tests and exports, and the facts that its sentence needs. The sentences
 * are made in report/. */
typedef struct
{
  char *code;       /* "few_clusters" ... */
  char *subject;    /* (nullable): names of areas, columns, joined by "; " */
  double number;    /* (NaN when unused) */
} WmMessage;

typedef GPtrArray WmMessageList; /* element-type WmMessage */

void           wm_stats_init        (void); /* turns the aborting error handler of GSL off; threadsafe, cheap */
WmMessage     *wm_message_new       (const char *code,
                                     const char *subject,
                                     double      number) G_GNUC_WARN_UNUSED_RESULT;
void           wm_message_free      (WmMessage  *self);
WmMessageList *wm_message_list_new  (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean       wm_message_list_has  (const WmMessageList *self,
                                     const char          *code);

G_END_DECLS
