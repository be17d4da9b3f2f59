/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-did.h"
#include "wm-effects.h"

G_BEGIN_DECLS

/* The columns of the rows. Period dummies and covariates follow. */
enum
{
  WM_DID_INTERCEPT,
  WM_DID_POST,
  WM_DID_TREATED,
  WM_DID_EFFECT,
  WM_DID_N_OWN,
};

/* What is in a panel: counted once, then used by checks, rows and result. */
typedef struct
{
  gsize n_obs, n_missing;
  gsize n_areas[2];       /* control, treated, with a row */
  gsize n_periods;        /* with a row */
  gsize min_periods, max_periods;
  double mean;            /* of the values */
  double total_ss;        /* around it */
  double min, max;
  double *covariate_mean; /* n_covariates */
  gsize *rows_of_area;    /* n_areas × 2: before, after */
  gssize *period_slot;    /* n_periods: 0, 1, ... for the periods with a row; -1 for the others */
  WmDidCell cells[2][2];
} WmDidCount;

/* Leaves an area out, or one value of it; G_MAXSIZE for nothing. */
typedef struct
{
  gsize area;
  gsize period;
} WmDidSkip;

#define WM_DID_SKIP_NOTHING ((WmDidSkip) { G_MAXSIZE, G_MAXSIZE })

/* All that a fit needs, to be used for one fit after another on panels of one shape. */
typedef struct
{
  WmDidCount count;
  WmEffects effects;
  gboolean perfect;
  double residual_df;
  double r_squared_within;
  const char **names; /* of the columns; NULL for those that are never named */
} WmDidWork;

void     wm_did_work_init   (WmDidWork        *self,
                             const WmDidSpec  *spec);
void     wm_did_work_clear  (WmDidWork        *self);

gboolean wm_did_uses        (const WmDidSpec  *spec,
                             WmDidSkip         skip,
                             gsize             area,
                             gsize             period);
void     wm_did_count       (WmDidCount       *self,
                             const WmDidSpec  *spec,
                             WmDidSkip         skip);
gboolean wm_did_check_spec  (const WmDidSpec  *spec,
                             GError          **error);
gboolean wm_did_check_count (const WmDidCount *count,
                             GError          **error);
void     wm_did_warn_of_gaps     (const WmDidSpec  *spec,
                                  const WmDidCount *count,
                                  WmMessageList    *messages);
void     wm_did_warn_of_clusters (const WmDidSpec  *spec,
                                  const WmDidCount *count,
                                  WmMessageList    *messages);

void     wm_did_build_rows  (WmDidWork        *self,
                             const WmDidSpec  *spec,
                             WmDidSkip         skip);
gboolean wm_did_run         (WmDidWork        *self,
                             const WmDidSpec  *spec,
                             WmDidSkip         skip,
                             WmMessageList    *messages,
                             GError          **error);
void     wm_did_infer       (const WmDidWork  *self,
                             const WmDidSpec  *spec,
                             gsize             place,
                             WmCoefficient    *out);
gsize    wm_did_find_effect (const WmDidWork  *self);

G_END_DECLS
