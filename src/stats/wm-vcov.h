/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void   wm_vcov_classical        (const double *inverse,
                                 gsize         k,
                                 double        residual_variance,
                                 double       *v);
double wm_vcov_cluster_factor   (gsize         n_clusters,
                                 double        n_obs,
                                 double        k);
void   wm_vcov_add_cluster      (const double *score,
                                 gsize         k,
                                 double       *meat);
void   wm_vcov_sandwich         (const double *inverse,
                                 const double *meat,
                                 gsize         k,
                                 double        factor,
                                 double       *v);

G_END_DECLS
