/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Lines over periods: never bridging a gap, split where the definition changed, with marks at the
 * points and names at the ends. */

#include "config.h"

#include "wm-chart-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lines of so many points or fewer show each of them. */
#define MAX_MARKED_POINTS 12

/* From so many on, other areas are texture: none of them can be followed. */
#define MANY_CONTEXT_LINES 20

#define MARK_RADIUS 4.5

static const int priorities[WM_N_SERIES_ROLES] = {
  [WM_SERIES_ROLE_CHOSEN] = 0, [WM_SERIES_ROLE_COUNTRY] = 1, [WM_SERIES_ROLE_REGION] = 2,
  [WM_SERIES_ROLE_NEIGHBOURS] = 3, [WM_SERIES_ROLE_HIGHLIGHT] = 5, [WM_SERIES_ROLE_CONTEXT] = 6,
  [WM_SERIES_ROLE_TREATED] = 0, [WM_SERIES_ROLE_CONTROL] = 1,
};

static WmSeriesStyle
get_style (const WmChartLayout *self, const WmChartSeries *series)
{
  WmSeriesStyle style = wm_chart_style_get_series (self->theme, series->role);

  if (series->is_expected)
    {
      style.dash = WM_DASH_DOT;
      style.mark = WM_MARK_NONE;
    }
  return style;
}

/* The last value, and the year where it is not the last of the chart. */
static void
add_label (WmChartLayout *self, gsize s, gsize last)
{
  const WmChart *chart = self->chart;
  const WmChartSeries *series = wm_chart_peek_series (chart, s);
  g_autofree char *value = wm_chart_format_value (chart, series->values[last]);
  g_autofree char *name = NULL;
  WmEndLabel label = { .value = series->values[last], .style = get_style (self, series) };

  if (last + 1 < chart->n_periods)
    /* Translators: name of an area, then the last period that it has a value for */
    name = g_strdup_printf (_("%1$s (to %2$s)"), series->name, chart->periods[last]);
  else
    name = g_strdup (series->name);
  label.priority = series->is_expected ? 2 : priorities[series->role];
  label.anchor_x = last; /* a period as yet: the plot has no width before the labels */
  wm_layout_add_end_label (self, &label, name, series->is_expected ? "" : value);
}

static void
add_band_label (WmChartLayout *self)
{
  const WmChart *chart = self->chart;

  for (gsize i = chart->n_periods; chart->band_low != NULL && i-- > 0; )
    if (!isnan (chart->band_low[i]) && !isnan (chart->band_high[i]))
      {
        WmEndLabel label = { .value = (chart->band_low[i] + chart->band_high[i]) / 2,
                             .is_band = TRUE, .priority = 4, .anchor_x = i };

        wm_layout_add_end_label (self, &label, chart->band_label, "");
        return;
      }
}

void
wm_layout_add_line_labels (WmChartLayout *self)
{
  gboolean is_small = self->width < 480 || self->height < 300;

  for (guint s = 0; s < self->chart->series->len; s++)
    {
      WmSeriesRole role = wm_chart_peek_series (self->chart, s)->role;
      gsize last;

      if (role == WM_SERIES_ROLE_CONTEXT || (is_small && role == WM_SERIES_ROLE_HIGHLIGHT))
        continue;
      if (wm_chart_find_last_value (self->chart, s, &last))
        add_label (self, s, last);
    }
  add_band_label (self);
}

/* A polygon for each run of periods where both edges are known. */
static void
add_ribbon (WmChartLayout *self, WmLayer layer, const char *what, const double *low,
            const double *high, guint32 colour, double alpha)
{
  gsize n = self->chart->n_periods, end;

  for (gsize start = 0; start < n; start = end + 1)
    {
      WmItem *area;

      for (end = start; end < n && !isnan (low[end]) && !isnan (high[end]); end++)
        ;
      if (end < start + 2)
        continue;
      area = wm_scene_add (&self->scene, layer, WM_ITEM_AREA, what);
      area->colour = colour;
      area->alpha = alpha;
      area->n_points = 2 * (end - start);
      area->points = g_new (double, 2 * area->n_points);
      for (gsize i = start; i < end; i++)
        {
          gsize back = 2 * (area->n_points - 1 - (i - start));

          area->points[2 * (i - start)] = area->points[back] = wm_layout_x (self, i);
          area->points[2 * (i - start) + 1] = wm_layout_y (self, high[i]);
          area->points[back + 1] = wm_layout_y (self, low[i]);
        }
    }
}

static void
add_edge (WmChartLayout *self, const char *what, const double *values)
{
  gsize n = self->chart->n_periods;
  double *points = g_new (double, 2 * n + 1);
  WmItem *line;

  for (gsize i = 0; i < n; i++)
    {
      points[2 * i] = wm_layout_x (self, i);
      points[2 * i + 1] = wm_layout_y (self, values[i]);
    }
  line = wm_scene_add_line (&self->scene, WM_LAYER_BAND, what, points, n);
  line->colour = wm_layout_ink (self, WM_INK_CONTEXT);
  line->line_width = self->unit;
}

static void
add_band (WmChartLayout *self)
{
  const WmChart *chart = self->chart;

  if (chart->band_low == NULL)
    return;
  add_ribbon (self, WM_LAYER_BAND, "band", chart->band_low, chart->band_high,
              wm_layout_ink (self, WM_INK_BAND), 1);
  add_edge (self, "band-edge", chart->band_low);
  add_edge (self, "band-edge", chart->band_high);
}

static gboolean
has_interval (const WmChart *chart, const WmChartSeries *series, gsize i)
{
  return i < chart->n_periods && !isnan (series->low[i]) && !isnan (series->high[i]);
}

/* A ribbon, and a whisker where it would have no width. */
static void
add_intervals (WmChartLayout *self, const WmChartSeries *series, WmSeriesStyle style)
{
  const WmChart *chart = self->chart;

  if (series->low == NULL)
    return;
  add_ribbon (self, WM_LAYER_BAND, "interval", series->low, series->high, style.colour, 0.15);
  for (gsize i = 0; i < chart->n_periods; i++)
    if (has_interval (chart, series, i) && !has_interval (chart, series, i + 1)
        && (i == 0 || !has_interval (chart, series, i - 1)))
      {
        double x = wm_layout_x (self, i);

        wm_scene_add_segment (&self->scene, WM_LAYER_COMPARATOR, "whisker", x,
                              wm_layout_y (self, series->low[i]), x,
                              wm_layout_y (self, series->high[i]), style.colour, self->unit);
      }
}

/* Points of a line, with the pen lifted (NaN) where the definition changed. */
static double *
make_points (WmChartLayout *self, const WmChartSeries *series, gsize *n_points)
{
  gsize n = self->chart->n_periods;
  double *points = g_new (double, 4 * n + 1);
  gsize k = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && wm_chart_is_broken_before (self->chart, i))
        {
          points[2 * k] = points[2 * k + 1] = NAN;
          k++;
        }
      points[2 * k] = wm_layout_x (self, i);
      points[2 * k + 1] = wm_layout_y (self, series->values[i]);
      k++;
    }
  *n_points = k;
  return points;
}

/* A point that no line reaches. */
static gboolean
is_isolated (const WmChart *chart, const WmChartSeries *series, gsize i)
{
  gboolean left = i > 0 && !isnan (series->values[i - 1]) && !wm_chart_is_broken_before (chart, i);
  gboolean right = i + 1 < chart->n_periods && !isnan (series->values[i + 1])
                   && !wm_chart_is_broken_before (chart, i + 1);

  return !left && !right;
}

static gboolean
needs_mark (const WmChart *chart, const WmChartSeries *series, gsize i)
{
  if (series->is_expected || series->role == WM_SERIES_ROLE_CONTEXT)
    return is_isolated (chart, series, i);
  return chart->n_periods <= MAX_MARKED_POINTS || i + 1 == chart->n_periods
         || series->publications[i] == WM_PUBLICATION_PROVISIONAL
         || is_isolated (chart, series, i);
}

static void
add_mark (WmChartLayout *self, WmLayer layer, const WmChartSeries *series, WmSeriesStyle style,
          gsize i)
{
  gboolean is_small = style.mark == WM_MARK_NONE;
  WmItem *mark = wm_scene_add_mark (&self->scene, layer, "point",
                                    is_small ? WM_MARK_CIRCLE : style.mark, wm_layout_x (self, i),
                                    wm_layout_y (self, series->values[i]),
                                    (is_small ? 2 : MARK_RADIUS) * self->unit, style.colour);

  mark->is_hollow = series->publications[i] == WM_PUBLICATION_PROVISIONAL
                    || self->chart->left_out[i];
  mark->fill = wm_layout_ink (self, WM_INK_CARD);
}

/* A hollow tick at the axis for what is hidden, a hollow point at zero for less than half a unit. */
static void
add_reason (WmChartLayout *self, const WmChartSeries *series, WmSeriesStyle style, gsize s, gsize i)
{
  double u = self->unit, x = wm_layout_x (self, i) + (s % 4 * 8.0 - 2) * u;
  double corners[] = { x, self->bottom, x, self->bottom - 10 * u, x + 4 * u, self->bottom - 10 * u,
                       x + 4 * u, self->bottom };
  WmItem *item;

  if (series->missing[i] == WM_MISSING_SUPPRESSED)
    {
      item = wm_scene_add_line (&self->scene, WM_LAYER_CHOSEN, "hidden",
                                g_memdup2 (corners, sizeof corners), 4);
      item->colour = style.colour;
      item->line_width = 1.5 * u;
    }
  else if (series->missing[i] == WM_MISSING_ROUNDS_TO_ZERO)
    {
      item = wm_scene_add_mark (&self->scene, WM_LAYER_CHOSEN, "low", style.mark,
                                wm_layout_x (self, i), wm_layout_y (self, 0), MARK_RADIUS * u,
                                style.colour);
      item->is_hollow = TRUE;
      item->fill = wm_layout_ink (self, WM_INK_CARD);
    }
}

static WmLayer
get_layer (WmSeriesRole role)
{
  if (role == WM_SERIES_ROLE_CONTEXT)
    return WM_LAYER_CONTEXT;
  return role == WM_SERIES_ROLE_CHOSEN || role == WM_SERIES_ROLE_TREATED ? WM_LAYER_CHOSEN
                                                                         : WM_LAYER_COMPARATOR;
}

static void
add_points (WmChartLayout *self, gsize s, WmLayer layer, WmSeriesStyle style)
{
  const WmChartSeries *series = wm_chart_peek_series (self->chart, s);
  GArray *places = g_ptr_array_index (self->places, s);

  for (gsize i = 0; i < self->chart->n_periods; i++)
    {
      WmChartPlace *place = &g_array_index (places, WmChartPlace, i);

      if (isnan (series->values[i]))
        {
          if (layer != WM_LAYER_CONTEXT)
            add_reason (self, series, style, s, i);
          continue;
        }
      place->y = wm_layout_y (self, series->values[i]);
      place->has_value = TRUE;
      if (needs_mark (self->chart, series, i))
        add_mark (self, layer, series, style, i);
    }
}

/* The card shows beside a line, so that its contrast holds on bands, tints and other lines too. */
static void
add_casing (WmChartLayout *self, const double *points, gsize n_points, double line_width)
{
  WmItem *casing = wm_scene_add_line (&self->scene, WM_LAYER_CASING, "casing",
                                      g_memdup2 (points, 2 * n_points * sizeof *points), n_points);

  casing->colour = wm_layout_ink (self, WM_INK_CARD);
  casing->line_width = (line_width + 3) * self->unit;
}

static void
add_line (WmChartLayout *self, gsize s, gboolean is_crowded)
{
  const WmChartSeries *series = wm_chart_peek_series (self->chart, s);
  WmSeriesStyle style = get_style (self, series);
  WmLayer layer = get_layer (series->role);
  gsize n_points;
  double *points = make_points (self, series, &n_points);
  WmItem *line = wm_scene_add_line (&self->scene, layer,
                                    series->is_expected ? "expected" : "line", points, n_points);

  if (layer != WM_LAYER_CONTEXT)
    add_casing (self, points, n_points, style.width);
  if (is_crowded && layer == WM_LAYER_CONTEXT)
    style.colour = wm_layout_ink (self, WM_INK_FAINT);
  line->colour = style.colour;
  line->line_width = style.width * self->unit;
  line->dash = style.dash;
  add_intervals (self, series, style);
  add_points (self, s, layer, style);
}

/* Labels were measured before the plot had a width: now their lines have ends. */
static void
anchor_labels (WmChartLayout *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      WmEndLabel *label = &g_array_index (self->labels, WmEndLabel, i);

      if (!label->is_bracket)
        label->anchor_x = wm_layout_x (self, label->anchor_x) + 7 * self->unit;
    }
}

void
wm_layout_add_lines (WmChartLayout *self)
{
  guint n_context = 0;

  for (guint s = 0; s < self->chart->series->len; s++)
    n_context += wm_chart_peek_series (self->chart, s)->role == WM_SERIES_ROLE_CONTEXT;
  add_band (self);
  for (guint s = 0; s < self->chart->series->len; s++)
    add_line (self, s, n_context > MANY_CONTEXT_LINES);
  anchor_labels (self);
}
