/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Least squares by Householder QR with column pivoting, the kernel under every estimator: columns
 * scaled to unit length, the rank read off the diagonal of R, (X'X)^-1 from R, and, when the rank
 * is short, which column depends on which. Nothing is inverted from raw sums. The workspace grows
 * to the largest problem it has seen and is then used again without allocating. */

#include "config.h"

#include "wm-qr.h"

#include <math.h>
#include <string.h>

#include <gsl/gsl_linalg.h>

/* A diagonal element of R below this share of the first one is a column without anything new. */
#define RANK_TOLERANCE 1e-9

struct _WmQr
{
  gsize n_rows;
  gsize n_columns;
  gsize rank;
  double ssr;
  gsize matrix_capacity;
  gsize row_capacity;
  gsize column_capacity;
  double *x;       /* n_rows × n_columns, row-major; after solving: R and the reflections */
  double *y;       /* after solving: Q'y */
  double *length;  /* of each column */
  double *tau;
  double *norm;
  double *solution;
  double *root;    /* rank × rank: R^-1 */
  double *inverse; /* n_columns × n_columns */
  gsize *order;    /* the column at each place after pivoting */
};

/**
 * wm_qr_new:
 *
 * Makes a workspace.
 *
 * Returns: (transfer full): an empty workspace
 */
WmQr *
wm_qr_new (void)
{
  wm_stats_init ();
  return g_new0 (WmQr, 1);
}

/**
 * wm_qr_free:
 * @self: (nullable) (transfer full): a workspace
 *
 * Frees a workspace.
 */
void
wm_qr_free (WmQr *self)
{
  if (self == NULL)
    return;
  g_free (self->x);
  g_free (self->y);
  g_free (self->length);
  g_free (self->tau);
  g_free (self->norm);
  g_free (self->solution);
  g_free (self->root);
  g_free (self->inverse);
  g_free (self->order);
  g_free (self);
}

static void
grow_columns (WmQr *self, gsize k)
{
  self->length = g_renew (double, self->length, k);
  self->tau = g_renew (double, self->tau, k);
  self->norm = g_renew (double, self->norm, k);
  self->solution = g_renew (double, self->solution, k);
  self->order = g_renew (gsize, self->order, k);
  self->root = g_renew (double, self->root, k * k);
  self->inverse = g_renew (double, self->inverse, k * k);
  self->column_capacity = k;
}

/**
 * wm_qr_reset:
 * @self: a workspace
 * @n_rows: rows of the next problem, 1 or more
 * @n_columns: columns of the next problem, 1 or more
 *
 * Prepares the workspace for a problem. Rows and columns are then written through [func@Qr.get_x]
 * and [func@Qr.get_y]; there may be fewer rows than columns.
 */
void
wm_qr_reset (WmQr *self, gsize n_rows, gsize n_columns)
{
  g_return_if_fail (self != NULL && n_rows > 0 && n_columns > 0);

  if (n_rows * n_columns > self->matrix_capacity)
    {
      self->matrix_capacity = n_rows * n_columns;
      self->x = g_renew (double, self->x, self->matrix_capacity);
    }
  if (n_rows > self->row_capacity)
    {
      self->row_capacity = n_rows;
      self->y = g_renew (double, self->y, n_rows);
    }
  if (n_columns > self->column_capacity)
    grow_columns (self, n_columns);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  self->rank = 0;
  self->ssr = NAN;
}

/**
 * wm_qr_get_x:
 * @self: a workspace after [func@Qr.reset]
 *
 * Lends the design matrix to be written, n_rows × n_columns, row-major. Solving destroys it.
 *
 * Returns: (transfer none): X
 */
double *
wm_qr_get_x (WmQr *self)
{
  return self->x;
}

/**
 * wm_qr_get_y:
 * @self: a workspace after [func@Qr.reset]
 *
 * Lends the outcome to be written, n_rows long. Solving destroys it.
 *
 * Returns: (transfer none): y
 */
double *
wm_qr_get_y (WmQr *self)
{
  return self->y;
}

static void
scale_columns (WmQr *self)
{
  gsize k = self->n_columns;

  memset (self->length, 0, k * sizeof (double));
  for (gsize i = 0; i < self->n_rows; i++)
    for (gsize j = 0; j < k; j++)
      self->length[j] += self->x[i * k + j] * self->x[i * k + j];
  for (gsize j = 0; j < k; j++)
    self->length[j] = self->length[j] > 0 ? sqrt (self->length[j]) : 1;
  for (gsize i = 0; i < self->n_rows; i++)
    for (gsize j = 0; j < k; j++)
      self->x[i * k + j] /= self->length[j];
}

static double
r_at (const WmQr *self, gsize row, gsize column)
{
  return self->x[row * self->n_columns + column];
}

static gsize
find_rank (const WmQr *self)
{
  gsize most = MIN (self->n_rows, self->n_columns);
  gsize rank = 0;

  for (gsize j = 0; j < most; j++)
    rank += fabs (r_at (self, j, j)) > RANK_TOLERANCE * fabs (r_at (self, 0, 0));
  return rank;
}

/* R^-1 of the leading rank × rank block, by back substitution. */
static void
invert_root (WmQr *self)
{
  gsize r = self->rank;

  memset (self->root, 0, r * r * sizeof (double));
  for (gsize j = 0; j < r; j++)
    for (gsize i = j + 1; i-- > 0;)
      {
        double sum = i == j ? 1 : 0;

        for (gsize l = i + 1; l <= j; l++)
          sum -= r_at (self, i, l) * self->root[l * r + j];
        self->root[i * r + j] = sum / r_at (self, i, i);
      }
}

static void
find_solution (WmQr *self)
{
  gsize r = self->rank;

  memset (self->solution, 0, self->n_columns * sizeof (double));
  for (gsize i = r; i-- > 0;)
    {
      double sum = self->y[i];

      for (gsize l = i + 1; l < r; l++)
        sum -= r_at (self, i, l) * self->norm[l];
      self->norm[i] = sum / r_at (self, i, i);
      self->solution[self->order[i]] = self->norm[i] / self->length[self->order[i]];
    }
}

static void
find_inverse (WmQr *self)
{
  gsize r = self->rank, k = self->n_columns;

  memset (self->inverse, 0, k * k * sizeof (double));
  for (gsize i = 0; i < r; i++)
    for (gsize j = 0; j < r; j++)
      {
        gsize a = self->order[i], b = self->order[j];
        double sum = 0;

        for (gsize l = MAX (i, j); l < r; l++)
          sum += self->root[i * r + l] * self->root[j * r + l];
        self->inverse[a * k + b] = sum / (self->length[a] * self->length[b]);
      }
}

static gboolean
decompose (WmQr *self)
{
  gsize most = MIN (self->n_rows, self->n_columns);
  gsl_matrix_view x = gsl_matrix_view_array (self->x, self->n_rows, self->n_columns);
  gsl_vector_view y = gsl_vector_view_array (self->y, self->n_rows);
  gsl_vector_view tau = gsl_vector_view_array (self->tau, most);
  gsl_vector_view norm = gsl_vector_view_array (self->norm, self->n_columns);
  gsl_permutation order = { self->n_columns, self->order };
  int sign;

  return gsl_linalg_QRPT_decomp (&x.matrix, &tau.vector, &order, &sign, &norm.vector) == GSL_SUCCESS
         && gsl_linalg_QR_QTvec (&x.matrix, &tau.vector, &y.vector) == GSL_SUCCESS;
}

/**
 * wm_qr_solve:
 * @self: a workspace whose X and y have been written
 *
 * Solves the least squares problem. With a short rank the columns that pivoting put last have the
 * coefficient 0; the sum of squared residuals is right all the same.
 *
 * Returns: whether everything is finite; %FALSE after an overflow or a NaN in X or y
 */
gboolean
wm_qr_solve (WmQr *self)
{
  double ssr = 0;

  g_return_val_if_fail (self != NULL && self->n_columns > 0, FALSE);

  scale_columns (self);
  for (gsize j = 0; j < self->n_columns; j++)
    if (!isfinite (self->length[j]))
      return FALSE;
  if (!decompose (self))
    return FALSE;
  self->rank = find_rank (self);
  invert_root (self);
  find_solution (self);
  find_inverse (self);
  for (gsize i = self->rank; i < self->n_rows; i++)
    ssr += self->y[i] * self->y[i];
  self->ssr = ssr;
  for (gsize j = 0; j < self->n_columns; j++)
    if (!isfinite (self->solution[j]) || !isfinite (self->inverse[j * self->n_columns + j]))
      return FALSE;
  return isfinite (ssr);
}

/**
 * wm_qr_get_rank:
 * @self: a solved workspace
 *
 * Returns: the rank of X
 */
gsize
wm_qr_get_rank (const WmQr *self)
{
  return self->rank;
}

/**
 * wm_qr_get_solution:
 * @self: a solved workspace
 *
 * Returns: (transfer none) (array): the coefficients, in the order of the columns
 */
const double *
wm_qr_get_solution (const WmQr *self)
{
  return self->solution;
}

/**
 * wm_qr_get_inverse:
 * @self: a solved workspace
 *
 * Returns: (transfer none) (array): (X'X)^-1, row-major; rows and columns of 0 for the columns
 *   that a short rank left out
 */
const double *
wm_qr_get_inverse (const WmQr *self)
{
  return self->inverse;
}

/**
 * wm_qr_get_ssr:
 * @self: a solved workspace
 *
 * Returns: the sum of squared residuals
 */
double
wm_qr_get_ssr (const WmQr *self)
{
  return self->ssr;
}

/**
 * wm_qr_get_leverage:
 * @self: a solved workspace
 * @x: (array): a row of X, as it was before solving
 *
 * The quadratic form x' (X'X)^- x over the independent columns.
 *
 * Returns: the leverage of the row
 */
double
wm_qr_get_leverage (WmQr *self, const double *x)
{
  double leverage = 0;

  for (gsize j = 0; j < self->rank; j++)
    {
      double z = 0;

      for (gsize i = 0; i <= j; i++)
        z += x[self->order[i]] / self->length[self->order[i]] * self->root[i * self->rank + j];
      leverage += z * z;
    }
  return leverage;
}

/**
 * wm_qr_get_dependency:
 * @self: a solved workspace with a short rank
 * @which: which dependency, below number of columns - rank
 * @weights: (out caller-allocates) (array): a weight for each column, the columns taken as of unit
 *   length: the weighted columns add up to 0; the dependent column itself has -1
 *
 * Says which column depends on which.
 */
void
wm_qr_get_dependency (WmQr *self, gsize which, double *weights)
{
  gsize r = self->rank;
  gsize column = r + which;

  g_return_if_fail (column < self->n_columns);

  memset (weights, 0, self->n_columns * sizeof (double));
  weights[self->order[column]] = -1;
  for (gsize i = 0; i < r; i++)
    for (gsize l = i; l < r; l++)
      weights[self->order[i]] += self->root[i * r + l] * r_at (self, l, column);
}
