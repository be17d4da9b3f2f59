/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The rows of a panel regression, in arrays that grow to the largest panel and stay. */

#include "config.h"

#include "wm-rows.h"

#include <string.h>

/* Frees the arrays; the struct itself belongs to whoever holds it. */
void
wm_rows_clear (WmRows *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->weight);
  g_free (self->first);
  g_free (self->area);
  g_free (self->size);
  g_free (self->x_mean);
  g_free (self->y_mean);
  memset (self, 0, sizeof *self);
}

static double *
grow (double *array, gsize *capacity, gsize wanted)
{
  if (wanted <= *capacity)
    return array;
  *capacity = wanted;
  return g_renew (double, array, wanted);
}

/* Empties @self and makes room for @max_rows rows of @k columns in @max_areas areas. */
void
wm_rows_reset (WmRows *self, gsize k, gsize max_rows, gsize max_areas)
{
  self->x = grow (self->x, &self->cell_capacity, max_rows * k);
  self->x_mean = grow (self->x_mean, &self->mean_capacity, max_areas * k);
  if (max_rows > self->row_capacity)
    {
      self->row_capacity = max_rows;
      self->y = g_renew (double, self->y, max_rows);
      self->weight = g_renew (double, self->weight, max_rows);
    }
  if (max_areas > self->area_capacity)
    {
      self->area_capacity = max_areas;
      self->first = g_renew (gsize, self->first, max_areas + 1);
      self->area = g_renew (gsize, self->area, max_areas);
      self->size = g_renew (double, self->size, max_areas);
      self->y_mean = g_renew (double, self->y_mean, max_areas);
    }
  self->n = self->n_areas = 0;
  self->k = k;
  self->n_obs = self->inner_ss = self->total_ss = 0;
}

/* The rows added from here on are of @area. */
void
wm_rows_open_area (WmRows *self, gsize area)
{
  self->area[self->n_areas] = area;
  self->first[self->n_areas] = self->n;
}

/* Adds a row that stands for @weight observations with the mean @y. Returns its columns, all 0, to
 * be written. */
double *
wm_rows_add (WmRows *self, double y, double weight)
{
  gsize row = self->n++;

  self->y[row] = y;
  self->weight[row] = weight;
  memset (&self->x[row * self->k], 0, self->k * sizeof (double));
  return &self->x[row * self->k];
}

/* Forms the means of the area; an area without a row is forgotten. */
void
wm_rows_close_area (WmRows *self)
{
  gsize area = self->n_areas, k = self->k;
  double *x_mean = &self->x_mean[area * k];
  double size = 0, y_sum = 0;

  if (self->first[area] == self->n)
    return;
  memset (x_mean, 0, k * sizeof (double));
  for (gsize r = self->first[area]; r < self->n; r++)
    {
      size += self->weight[r];
      y_sum += self->weight[r] * self->y[r];
      for (gsize j = 0; j < k; j++)
        x_mean[j] += self->weight[r] * self->x[r * k + j];
    }
  for (gsize j = 0; j < k; j++)
    x_mean[j] /= size;
  self->y_mean[area] = y_sum / size;
  self->size[area] = size;
  self->n_obs += size;
  self->n_areas++;
  self->first[self->n_areas] = self->n;
}
