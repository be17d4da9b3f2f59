/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Which point is where: for the pointer, and for walking with the keyboard. */

#include "config.h"

#include "wm-chart-hit.h"

#include "wm-chart-layout-private.h"

#include <math.h>

/**
 * wm_chart_layout_get_place:
 * @self: a layout
 * @series: index of a series
 * @index: index of a point of it
 * @place: (out caller-allocates): where it is; untouched for an unknown point
 *
 * Gets where a point lies. One without a value lies at the foot of the plot; an entry without room
 * lies where the picture counts what is left out.
 *
 * Returns: whether there is such a point
 */
gboolean
wm_chart_layout_get_place (const WmChartLayout *self, gsize series, gsize index,
                           WmChartPlace *place)
{
  const GArray *row;

  g_return_val_if_fail (self != NULL && place != NULL, FALSE);

  if (series >= self->places->len)
    return FALSE;
  row = g_ptr_array_index (self->places, series);
  if (index >= row->len)
    return FALSE;
  *place = g_array_index (row, WmChartPlace, index);
  return TRUE;
}

static gboolean
is_within (const WmChartFrame *frame, double x, double y)
{
  return x >= frame->x && x <= frame->x + frame->width && y >= frame->y && y <= frame->y + frame->height;
}

/* The entry that holds a place, else the box. */
static gboolean
find_frame (const WmChartLayout *self, double x, double y, gsize *series, gsize *index)
{
  gboolean found = FALSE;

  for (guint s = 0; s < self->frames->len && !found; s++)
    {
      const GArray *frames = g_ptr_array_index (self->frames, s);
      const GArray *places = g_ptr_array_index (self->places, s);

      for (guint i = 0; i < frames->len; i++)
        if (g_array_index (places, WmChartPlace, i).has_value
            && is_within (&g_array_index (frames, WmChartFrame, i), x, y))
          {
            *series = s;
            *index = i;
            found = TRUE;
          }
    }
  return found;
}

/* Lines of context yield to any other line at the same distance. */
static double
get_handicap (const WmChart *chart, gsize series, gsize index)
{
  WmSeriesRole role = chart->kind == WM_CHART_DOTS ? wm_chart_peek_dot (chart, series, index)->role
                                                   : wm_chart_peek_series (chart, series)->role;

  return role == WM_SERIES_ROLE_CONTEXT ? 1 : 0;
}

/**
 * wm_chart_layout_find_nearest:
 * @self: a layout
 * @x: [px]
 * @y: [px]
 * @reach: how far a point may be [px]
 * @series: (out): index of its series; untouched when there is none
 * @index: (out): its index
 *
 * Finds the point with a value that is nearest to a place; of a mechanism, the entry or the box that
 * holds it.
 *
 * Returns: whether there is one within @reach
 */
gboolean
wm_chart_layout_find_nearest (const WmChartLayout *self, double x, double y, double reach,
                              gsize *series, gsize *index)
{
  double best = INFINITY;

  g_return_val_if_fail (self != NULL && series != NULL && index != NULL, FALSE);

  if (self->chart->kind == WM_CHART_MECHANISM)
    return find_frame (self, x, y, series, index);
  for (guint s = 0; s < self->places->len; s++)
    {
      const GArray *row = g_ptr_array_index (self->places, s);

      for (guint i = 0; i < row->len; i++)
        {
          const WmChartPlace *place = &g_array_index (row, WmChartPlace, i);
          double distance = hypot (place->x - x, place->y - y);

          if (!place->has_value || distance > reach)
            continue;
          distance += get_handicap (self->chart, s, i);
          if (distance < best)
            {
              best = distance;
              *series = s;
              *index = i;
            }
        }
    }
  return isfinite (best);
}
