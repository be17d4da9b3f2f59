/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-stats.h"

G_BEGIN_DECLS

typedef struct _WmQr WmQr;

WmQr         *wm_qr_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void          wm_qr_free          (WmQr         *self);

void          wm_qr_reset         (WmQr         *self,
                                   gsize         n_rows,
                                   gsize         n_columns);
double       *wm_qr_get_x         (WmQr         *self);
double       *wm_qr_get_y         (WmQr         *self);
gboolean      wm_qr_solve         (WmQr         *self);

gsize         wm_qr_get_rank      (const WmQr   *self);
const double *wm_qr_get_solution  (const WmQr   *self);
const double *wm_qr_get_inverse   (const WmQr   *self);
double        wm_qr_get_ssr       (const WmQr   *self);
double        wm_qr_get_leverage  (WmQr         *self,
                                   const double *x);
void          wm_qr_get_dependency (WmQr        *self,
                                   gsize         which,
                                   double       *weights);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmQr, wm_qr_free)

G_END_DECLS
