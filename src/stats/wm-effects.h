/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-did.h"
#include "wm-qr.h"
#include "wm-rows.h"

G_BEGIN_DECLS

/* Regression on rows from which each area's own mean is taken off, wholly (area effects), in part
 * (random effects) or not at all (pooled): what stays of the mean of area i is roots[i], which is
 * 1 - theta_i.
 * A workspace for one fit after another. Private to this room. */
typedef struct
{
  WmRows rows;
  WmQr *qr;
  gsize *columns;    /* the columns of the rows that are regressors */
  gsize n_columns;
  double *roots;     /* one per area */
  double ssr;        /* of the last regression */
  double *meat, *score, *covariance;
  gsize *scratch_columns;
  double *scratch_row;
  gsize column_capacity, area_capacity;

  /* Random effects */
  double ssr_within;
  double sigma2_idiosyncratic, sigma2_area;
  gsize rank_within, rank_between;
  gboolean no_area_variance;
  gboolean no_within_variance;
} WmEffects;

void     wm_effects_init           (WmEffects         *self);
void     wm_effects_clear          (WmEffects         *self);
void     wm_effects_reserve        (WmEffects         *self);

void     wm_effects_set_roots      (WmEffects         *self,
                                    double             root);
gboolean wm_effects_regress        (WmEffects         *self);
gboolean wm_effects_drop_dependent (WmEffects         *self,
                                    const char *const *names,
                                    gsize              effect,
                                    WmMessageList     *messages,
                                    GError           **error);
double   wm_effects_within         (WmEffects         *self,
                                    gsize             *rank);
double   wm_effects_within_tss     (const WmEffects   *self);
gboolean wm_effects_varies         (const WmEffects   *self,
                                    gsize              column);
gboolean wm_effects_random         (WmEffects         *self,
                                    gboolean           harmonic,
                                    GError           **error);
gboolean wm_effects_is_perfect     (const WmEffects   *self);
void     wm_effects_classical      (WmEffects         *self,
                                    double             df);
void     wm_effects_cluster        (WmEffects         *self,
                                    double             k);

gboolean wm_effects_set_no_df      (GError           **error);
gboolean wm_effects_set_overflow   (GError           **error);

G_END_DECLS
