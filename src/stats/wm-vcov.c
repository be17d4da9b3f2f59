/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Covariance matrices of coefficients from (X'X)^-1: classical, and clustered (Liang & Zeger 1986;
 * Arellano 1987) from the scores u_g = X_g' e_g of the clusters. All matrices are k × k, row-major. */

#include "config.h"

#include "wm-vcov.h"

#include <string.h>

/**
 * wm_vcov_classical:
 * @inverse: (X'X)^-1
 * @k: number of coefficients
 * @residual_variance: s², [square of the unit of the outcome]
 * @v: (out caller-allocates): the covariance matrix
 *
 * V = s² (X'X)^-1.
 */
void
wm_vcov_classical (const double *inverse, gsize k, double residual_variance, double *v)
{
  for (gsize i = 0; i < k * k; i++)
    v[i] = residual_variance * inverse[i];
}

/**
 * wm_vcov_cluster_factor:
 * @n_clusters: number of clusters G, two or more
 * @n_obs: number of rows n
 * @k: number of coefficients that count: with area effects and areas as clusters the area effects
 *   are nested and do not; with period effects those do
 *
 * The small-sample factor CR1S: G/(G-1) (n-1)/(n-k).
 *
 * Returns: the factor
 */
double
wm_vcov_cluster_factor (gsize n_clusters, double n_obs, double k)
{
  double g = n_clusters;

  g_return_val_if_fail (n_clusters > 1 && n_obs > k, 0);

  return g / (g - 1) * (n_obs - 1) / (n_obs - k);
}

/**
 * wm_vcov_add_cluster:
 * @score: (array length=k): u_g of one cluster
 * @k: number of coefficients
 * @meat: (inout): the sum of u_g u_g' so far
 *
 * Adds one cluster.
 */
void
wm_vcov_add_cluster (const double *score, gsize k, double *meat)
{
  for (gsize i = 0; i < k; i++)
    for (gsize j = 0; j < k; j++)
      meat[i * k + j] += score[i] * score[j];
}

/**
 * wm_vcov_sandwich:
 * @inverse: M = (X'X)^-1
 * @meat: the sum of u_g u_g' over the clusters
 * @k: number of coefficients
 * @factor: the small-sample factor
 * @v: (out caller-allocates): the covariance matrix
 *
 * V = factor M meat M.
 */
void
wm_vcov_sandwich (const double *inverse, const double *meat, gsize k, double factor, double *v)
{
  memset (v, 0, k * k * sizeof (double));
  for (gsize i = 0; i < k; i++)
    for (gsize a = 0; a < k; a++)
      {
        double left = 0;

        for (gsize b = 0; b < k; b++)
          left += inverse[i * k + b] * meat[b * k + a];
        for (gsize j = 0; j < k; j++)
          v[i * k + j] += factor * left * inverse[a * k + j];
      }
}
