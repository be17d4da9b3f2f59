/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A layout onto a cairo context: screen, PNG, SVG and PDF take this one way. No decision is made
 * here, and nothing is measured. */

#include "config.h"

#include "wm-chart-draw.h"

#include "wm-chart-hit.h"
#include "wm-chart-layout-private.h"

#include <math.h>
#include <pango/pangocairo.h>

static void
set_colour (cairo_t *cr, guint32 colour, double alpha)
{
  cairo_set_source_rgba (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                         (colour & 0xff) / 255.0, alpha);
}

/* NaN lifts the pen: a missing value breaks the line, it does not dip. */
static void
add_path (cairo_t *cr, const double *points, gsize n)
{
  gboolean pen_down = FALSE;

  cairo_new_path (cr);
  for (gsize i = 0; i < n; i++)
    {
      double x = points[2 * i], y = points[2 * i + 1];
      gboolean known = !isnan (x) && !isnan (y);

      if (known && pen_down)
        cairo_line_to (cr, x, y);
      else if (known)
        cairo_move_to (cr, x, y);
      pen_down = known;
    }
}

static void
draw_line (cairo_t *cr, const WmItem *item)
{
  double lengths[4];
  gsize n = wm_chart_style_get_dash (item->dash, item->line_width, lengths);

  add_path (cr, item->points, item->n_points);
  cairo_set_dash (cr, lengths, (int) n, 0);
  cairo_set_line_width (cr, item->line_width);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Shapes of about the same area within a circle of @r. */
static void
add_mark_path (cairo_t *cr, WmMark mark, double x, double y, double r)
{
  cairo_new_path (cr);
  switch (mark)
    {
    case WM_MARK_SQUARE:
      cairo_rectangle (cr, x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
      break;
    case WM_MARK_TRIANGLE:
      cairo_move_to (cr, x, y - 1.2 * r);
      cairo_line_to (cr, x + 1.1 * r, y + 0.8 * r);
      cairo_line_to (cr, x - 1.1 * r, y + 0.8 * r);
      cairo_close_path (cr);
      break;
    case WM_MARK_TRIANGLE_DOWN:
      cairo_move_to (cr, x, y + 1.2 * r);
      cairo_line_to (cr, x + 1.1 * r, y - 0.8 * r);
      cairo_line_to (cr, x - 1.1 * r, y - 0.8 * r);
      cairo_close_path (cr);
      break;
    case WM_MARK_DIAMOND:
      cairo_move_to (cr, x, y - 1.25 * r);
      cairo_line_to (cr, x + 1.25 * r, y);
      cairo_line_to (cr, x, y + 1.25 * r);
      cairo_line_to (cr, x - 1.25 * r, y);
      cairo_close_path (cr);
      break;
    case WM_MARK_CROSS:
      cairo_move_to (cr, x - r, y - r);
      cairo_line_to (cr, x + r, y + r);
      cairo_move_to (cr, x - r, y + r);
      cairo_line_to (cr, x + r, y - r);
      break;
    case WM_MARK_NONE:
    case WM_MARK_CIRCLE:
    case WM_MARK_RING:
    default:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    }
}

static void
draw_mark (cairo_t *cr, const WmItem *item)
{
  gboolean is_open = item->is_hollow || item->mark == WM_MARK_RING;

  add_mark_path (cr, item->mark, item->x, item->y, item->radius);
  if (item->mark == WM_MARK_CROSS || is_open)
    {
      set_colour (cr, item->fill, 1);
      if (is_open)
        cairo_fill_preserve (cr);
      set_colour (cr, item->colour, 1);
      cairo_set_line_width (cr, item->radius * 0.42);
      cairo_stroke (cr);
      return;
    }
  cairo_fill (cr);
}

/* Text without a Pango layout was measured with fixed letters: it takes room only. */
static void
draw_text (cairo_t *cr, const WmItem *item)
{
  if (item->text.layout == NULL)
    return;
  cairo_move_to (cr, item->x, item->y);
  pango_cairo_show_layout (cr, item->text.layout);
}

static void
draw_item (cairo_t *cr, const WmItem *item)
{
  set_colour (cr, item->colour, item->alpha);
  switch (item->kind)
    {
    case WM_ITEM_RECTANGLE:
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      cairo_fill (cr);
      break;
    case WM_ITEM_AREA:
      add_path (cr, item->points, item->n_points);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case WM_ITEM_LINE:
      draw_line (cr, item);
      break;
    case WM_ITEM_MARK:
      draw_mark (cr, item);
      break;
    case WM_ITEM_TEXT:
      draw_text (cr, item);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * wm_chart_draw:
 * @layout: a layout
 * @cr: a cairo context whose user space is the picture's pixels
 *
 * Draws the whole picture, its card included.
 */
void
wm_chart_draw (const WmChartLayout *layout, cairo_t *cr)
{
  g_return_if_fail (layout != NULL && cr != NULL);

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (int i = 0; i < WM_N_LAYERS; i++)
    for (guint j = 0; j < layout->scene.layers[i]->len; j++)
      draw_item (cr, &g_array_index (layout->scene.layers[i], WmItem, j));
  cairo_restore (cr);
}

static void
add_focus_path (const WmChartLayout *layout, cairo_t *cr, gsize series, gsize index,
                const WmChartPlace *place)
{
  const WmChartFrame *frame;

  cairo_new_path (cr);
  if (layout->chart->kind != WM_CHART_MECHANISM)
    {
      cairo_arc (cr, place->x, place->y, 10 * layout->unit, 0, 2 * G_PI);
      return;
    }
  frame = &g_array_index ((GArray *) g_ptr_array_index (layout->frames, series), WmChartFrame, index);
  cairo_rectangle (cr, frame->x, frame->y, frame->width, frame->height);
}

/**
 * wm_chart_draw_focus:
 * @layout: a layout
 * @cr: the context that the layout was drawn on
 * @series: index of a series
 * @index: index of a point of it
 *
 * Draws a ring around a point, or a frame around a box or an entry, for the one that the keyboard or
 * the pointer is on.
 */
void
wm_chart_draw_focus (const WmChartLayout *layout, cairo_t *cr, gsize series, gsize index)
{
  WmChartPlace place;

  g_return_if_fail (layout != NULL && cr != NULL);

  if (!wm_chart_layout_get_place (layout, series, index, &place))
    return;
  cairo_save (cr);
  for (int i = 0; i < 2; i++)
    {
      set_colour (cr, wm_layout_ink (layout, i == 0 ? WM_INK_CARD : WM_INK_TEXT), 1);
      cairo_set_line_width (cr, (i == 0 ? 5 : 2) * layout->unit);
      add_focus_path (layout, cr, series, index, &place);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
