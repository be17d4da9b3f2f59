/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* From a description, a size and a theme to rectangles, ticks, marks and measured text: plain
 * numbers. Drawing decides nothing any more.
 *
 * The order matters: labels at the line ends decide how wide the plot is, notes how high. */

#include "config.h"

#include "wm-chart-layout-private.h"

#include <math.h>
#include <pango/pangocairo.h>

static void
layout_clear (gpointer data)
{
  WmChartLayout *self = data;

  g_clear_pointer (&self->chart, wm_chart_unref);
  g_clear_pointer (&self->type, wm_typesetter_free);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->frames, g_ptr_array_unref);
  wm_scene_clear (&self->scene);
}

static void
end_label_clear (gpointer data)
{
  WmEndLabel *label = data;

  g_clear_pointer (&label->name, g_free);
  g_clear_pointer (&label->number, g_free);
  wm_text_clear (&label->text);
}

guint32
wm_layout_ink (const WmChartLayout *self, WmInk ink)
{
  return wm_chart_style_get_ink (self->theme, ink);
}

double
wm_layout_x (const WmChartLayout *self, double position)
{
  return self->x0 + position * self->x_step;
}

double
wm_layout_y (const WmChartLayout *self, double value)
{
  return wm_scale_map (&self->scale, value);
}

/* Room at both ends of the period axis, so that marks stay within the plot. */
static void
set_period_scale (WmChartLayout *self)
{
  gsize n = self->chart->kind == WM_CHART_DOTS ? self->chart->dots->len : self->chart->n_periods;
  double inset = (self->chart->kind == WM_CHART_DOTS ? 10 : 16) * self->unit;

  if (n > 1)
    {
      self->x0 = self->left + inset;
      self->x_step = (self->right - self->left - 2 * inset) / (n - 1);
      return;
    }
  self->x0 = (self->left + self->right) / 2;
  self->x_step = self->right - self->left - 2 * inset;
}

/* Empty places for every point, so that each can be walked to even when it has no value. */
static void
prepare_places (WmChartLayout *self)
{
  for (gsize s = 0; s < wm_chart_get_n_series (self->chart); s++)
    {
      GArray *row = g_array_new (FALSE, TRUE, sizeof (WmChartPlace));

      for (gsize i = 0; i < wm_chart_get_n_points (self->chart, s); i++)
        {
          WmChartPlace place = { wm_layout_x (self, i), self->bottom, FALSE };

          g_array_append_val (row, place);
        }
      g_ptr_array_add (self->places, row);
    }
}

static void
add_end_labels (WmChartLayout *self)
{
  if (self->chart->kind == WM_CHART_DOTS)
    {
      wm_layout_add_dot_labels (self);
      return;
    }
  wm_layout_add_line_labels (self);
  wm_layout_add_effect_label (self);
}

/* A plot between two axes. */
static void
add_plot (WmChartLayout *self)
{
  double strip, margin = wm_layout_get_margin (self);

  wm_layout_choose_ticks (self);
  add_end_labels (self);
  self->right = self->width - margin - self->label_width;
  set_period_scale (self);

  strip = self->chart->kind == WM_CHART_DOTS ? wm_layout_add_key (self, self->top)
                                             : wm_layout_add_moments (self, self->top);
  self->top = strip + 14 * self->unit;
  wm_layout_add_foot (self);
  self->scale = (WmScale) { wm_ticks_get_value (&self->ticks, 0),
                            wm_ticks_get_value (&self->ticks, self->ticks.n - 1),
                            self->bottom, self->top };
  prepare_places (self);
  wm_layout_add_period_axis (self);
  if (!self->has_values)
    {
      wm_layout_add_empty_words (self);
      return;
    }
  wm_layout_add_value_axis (self);
  if (self->chart->kind == WM_CHART_DOTS)
    wm_layout_add_dots (self);
  else
    {
      wm_layout_add_moment_lines (self, strip);
      wm_layout_add_lines (self);
      wm_layout_add_effect (self);
    }
  wm_layout_place_end_labels (self);
}

static void
make (WmChartLayout *self)
{
  wm_scene_add_rectangle (&self->scene, WM_LAYER_CARD, "card", 0, 0, self->width, self->height,
                          wm_layout_ink (self, WM_INK_CARD));
  self->top = wm_layout_add_head (self);
  if (self->chart->kind == WM_CHART_MECHANISM)
    wm_layout_add_mechanism (self);
  else
    add_plot (self);
}

static WmChartLayout *
layout_new (WmChart *chart, double width, double height, WmChartTheme theme, WmTypesetter *type)
{
  WmChartLayout *self = g_atomic_rc_box_new0 (WmChartLayout);

  self->chart = wm_chart_ref (chart);
  self->width = width;
  self->height = height;
  self->theme = theme;
  self->type = type;
  self->unit = wm_typesetter_get_unit (type);
  self->labels = g_array_new (FALSE, TRUE, sizeof (WmEndLabel));
  g_array_set_clear_func (self->labels, end_label_clear);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->frames = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  wm_scene_init (&self->scene);
  make (self);
  return self;
}

G_DEFINE_BOXED_TYPE (WmChartLayout, wm_chart_layout, wm_chart_layout_ref, wm_chart_layout_unref)

/* The smallest letters of a mechanism are 12 units high, and never under 11 px. */
#define MIN_MECHANISM_UNIT (11.0 / 12)

static double
limit_unit (const WmChart *chart, double unit)
{
  return chart->kind == WM_CHART_MECHANISM ? MAX (unit, MIN_MECHANISM_UNIT) : unit;
}

/* Text is 12 pt on a picture of 960 × 540 and grows with it: a larger picture is the same picture
 * in finer detail, so that the text of a slide can be read from the back of a room. A mechanism is
 * all text: at four fifths of the size half as much again fits. */
static double
get_export_unit (const WmChart *chart, double width, double height)
{
  double unit = CLAMP (MIN (width / 960, height / 540), 0.8, 8);

  return limit_unit (chart, chart->kind == WM_CHART_MECHANISM ? 0.8 * unit : unit);
}

/* The size of labels is that of the context's font. */
static double
get_screen_unit (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = font != NULL ? pango_units_to_double (pango_font_description_get_size (font)) : 0;
  double resolution = pango_cairo_context_get_resolution (context);

  if (size <= 0)
    size = 11;
  if (font == NULL || !pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return CLAMP (size / 16, 0.5, 8);
}

/**
 * wm_chart_layout_new:
 * @chart: a chart; not changed any more while the layout lives
 * @width: width of the picture [px]
 * @height: height of the picture [px]
 * @theme: the colours
 * @context: (nullable): the context of a widget, which gives the size and face of the text; %NULL
 *   for a picture that is the same on every screen
 *
 * Lays a chart out. Sizes below %WM_CHART_MIN_WIDTH and %WM_CHART_MIN_HEIGHT are taken as these.
 *
 * Returns: (transfer full): the layout
 */
WmChartLayout *
wm_chart_layout_new (WmChart *chart, double width, double height, WmChartTheme theme,
                     PangoContext *context)
{
  WmTypesetter *type;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail ((int) theme >= 0 && theme < WM_N_CHART_THEMES, NULL);

  width = MAX (width, WM_CHART_MIN_WIDTH);
  height = MAX (height, WM_CHART_MIN_HEIGHT);
  type = context != NULL ? wm_typesetter_new (context, limit_unit (chart, get_screen_unit (context)))
                         : wm_typesetter_new_export (get_export_unit (chart, width, height));
  return layout_new (chart, width, height, theme, type);
}

WmChartLayout *
wm_chart_layout_new_fixed (WmChart *chart, double width, double height, WmChartTheme theme)
{
  return layout_new (chart, width, height, theme,
                     wm_typesetter_new_fixed (get_export_unit (chart, width, height)));
}

/**
 * wm_chart_layout_ref:
 * @self: a layout
 *
 * Takes another reference.
 *
 * Returns: (transfer full): @self
 */
WmChartLayout *
wm_chart_layout_ref (WmChartLayout *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_chart_layout_unref:
 * @self: (transfer full): a layout
 *
 * Gives a reference back.
 */
void
wm_chart_layout_unref (WmChartLayout *self)
{
  g_atomic_rc_box_release_full (self, layout_clear);
}

/**
 * wm_chart_layout_get_chart:
 * @self: a layout
 *
 * Gets the chart that is laid out.
 *
 * Returns: (transfer none): the chart
 */
WmChart *
wm_chart_layout_get_chart (const WmChartLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->chart;
}

/**
 * wm_chart_layout_get_width:
 * @self: a layout
 *
 * Gets the width of the picture.
 *
 * Returns: the width [px]
 */
double
wm_chart_layout_get_width (const WmChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * wm_chart_layout_get_height:
 * @self: a layout
 *
 * Gets the height of the picture.
 *
 * Returns: the height [px]
 */
double
wm_chart_layout_get_height (const WmChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * wm_chart_layout_get_unit:
 * @self: a layout
 *
 * Gets the size of the picture's text: labels of 12 pt are 16 units high.
 *
 * Returns: the unit [px]
 */
double
wm_chart_layout_get_unit (const WmChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->unit;
}

/**
 * wm_chart_layout_dump:
 * @self: a layout
 *
 * Writes the layout as text, an item a line in the order of drawing, with one decimal.
 *
 * Returns: (transfer full): the text
 */
char *
wm_chart_layout_dump (const WmChartLayout *self)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  g_string_append_printf (out, "layout %.0f x %.0f %s\n", self->width, self->height,
                          wm_chart_theme_to_id (self->theme));
  wm_scene_dump (&self->scene, out);
  return g_string_free (out, FALSE);
}
