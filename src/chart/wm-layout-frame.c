/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What stands around the plot: headline, subtitle, unit, axes, notes and source. */

#include "config.h"

#include "wm-chart-layout-private.h"

#include "wm-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Below this size gridlines go, and labels of all but the main lines. */
#define SMALL_WIDTH 480
#define SMALL_HEIGHT 300

double
wm_layout_get_margin (const WmChartLayout *self)
{
  return 16 * self->unit;
}

/* Too low for all that stands above and below the plot: subtitle and key go. */
gboolean
wm_layout_is_tiny (const WmChartLayout *self)
{
  return self->height < 340 * self->unit;
}

/* Adds a text of the full width and gives where it ends. */
static double
add_paragraph (WmChartLayout *self, const char *what, WmFont font, const char *words, WmInk ink,
               int max_lines, double y)
{
  double margin = wm_layout_get_margin (self);
  g_auto (WmText) text = { 0 };
  double height;

  if (words == NULL)
    return y;
  text = wm_typesetter_set (self->type, font, words, self->width - 2 * margin, max_lines);
  height = text.height;
  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, what, &text, margin, y,
                     wm_layout_ink (self, ink));
  return y + height;
}

/* Unit and direction stand above the axis, so that no text is turned. */
static char *
make_axis_title (const WmChart *chart)
{
  if (chart->unit != NULL && chart->direction != NULL)
    /* Translators: the unit of an axis, then which direction is good */
    return g_strdup_printf (_("%1$s. %2$s"), chart->unit, chart->direction);
  return g_strdup (chart->unit != NULL ? chart->unit : chart->direction);
}

double
wm_layout_add_head (WmChartLayout *self)
{
  g_autofree char *axis_title = make_axis_title (self->chart);
  gboolean is_low = self->height < 480 * self->unit;
  double y = wm_layout_get_margin (self);

  y = add_paragraph (self, "title", WM_FONT_TITLE, self->chart->title, WM_INK_TEXT,
                     is_low ? 2 : 3, y);
  if (self->chart->title != NULL)
    y += 2 * self->unit;
  if (!wm_layout_is_tiny (self))
    y = add_paragraph (self, "subtitle", WM_FONT_LABEL, self->chart->subtitle, WM_INK_SECOND_TEXT,
                       is_low ? 1 : 2, y);
  if (axis_title != NULL)
    y += (is_low ? 6 : 14) * self->unit;
  return add_paragraph (self, "axis-title", WM_FONT_LABEL, axis_title, WM_INK_TEXT, is_low ? 1 : 2,
                        y);
}

static double
measure_notes (WmChartLayout *self, const GPtrArray *notes, int max_lines)
{
  double width = self->width - 2 * wm_layout_get_margin (self), height = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_NOTE,
                                                g_ptr_array_index (notes, i), width, max_lines);

      height += text.height;
    }
  return height;
}

/* Notes that would take more than a third of the picture become one paragraph, cut short; the
 * long description holds them all. */
static void
squeeze_notes (WmChartLayout *self, GPtrArray *notes, int *max_lines)
{
  double line = wm_typesetter_get_line_height (self->type, WM_FONT_NOTE);
  double limit = (self->height < 400 * self->unit ? 0.2 : 0.3) * self->height;
  g_autoptr (GString) all = NULL;

  if (notes->len < 2 || measure_notes (self, notes, *max_lines) + line <= limit)
    return;
  all = g_string_new (NULL);
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (notes, i));
  g_ptr_array_set_size (notes, 0);
  g_ptr_array_add (notes, g_strdup (all->str));
  *max_lines = MAX ((int) floor (limit / line) - 1, 1);
}

static void
add_event_notes (WmChartLayout *self, GPtrArray *notes)
{
  GString *list = g_string_new (_("Events:"));

  for (guint i = 0; i < self->chart->events->len; i++)
    {
      const WmChartMoment *event = g_ptr_array_index (self->chart->events, i);

      g_string_append_printf (list, "%s %u %s", i > 0 ? ";" : "", i + 1,
                              event->label != NULL ? event->label : "");
    }
  g_string_append_c (list, '.');
  g_ptr_array_insert (notes, 0, g_string_free (list, FALSE));
}

static char *
format_tick (const WmChartLayout *self, int i)
{
  g_autofree char *number = wm_number_format_display (wm_ticks_get_value (&self->ticks, i),
                                                      self->ticks.decimals);

  return self->chart->is_percent ? g_strconcat (number, "%", NULL) : g_steal_pointer (&number);
}

/* On a small picture there may be no room for the name of the counterfactual beside its line. */
static void
add_dotted_note (WmChartLayout *self, GPtrArray *notes)
{
  for (guint s = 0; s < self->chart->series->len; s++)
    {
      const WmChartSeries *series = wm_chart_peek_series (self->chart, s);

      if (series->is_expected)
        /* Translators: %s is what a dotted line shows */
        g_ptr_array_insert (notes, 0, g_strdup_printf (_("Dotted line: %s."), series->name));
    }
}

/* Sets the foot of the plot too. */
void
wm_layout_add_foot (WmChartLayout *self)
{
  g_autofree char *axis_start = self->is_cut ? format_tick (self, 0) : NULL;
  g_autoptr (GPtrArray) notes = wm_chart_make_notes (self->chart, axis_start);
  double line = wm_typesetter_get_line_height (self->type, WM_FONT_NOTE);
  double axis = self->chart->kind == WM_CHART_MECHANISM
                  ? 0 : wm_typesetter_get_line_height (self->type, WM_FONT_LABEL) + 10 * self->unit;
  int max_lines = 3;
  double height, y;

  if (self->is_numbered)
    add_event_notes (self, notes);
  if (self->height < 400 * self->unit)
    add_dotted_note (self, notes);
  squeeze_notes (self, notes, &max_lines);
  height = measure_notes (self, notes, max_lines) + (self->chart->source != NULL ? line : 0);
  y = self->height - wm_layout_get_margin (self) * 0.75 - height;
  self->bottom = y - axis - (height > 0 ? 8 : 0) * self->unit;
  for (guint i = 0; i < notes->len; i++)
    y = add_paragraph (self, "note", WM_FONT_NOTE, g_ptr_array_index (notes, i),
                       WM_INK_SECOND_TEXT, max_lines, y);
  add_paragraph (self, "source", WM_FONT_NOTE, self->chart->source, WM_INK_SECOND_TEXT, 1, y);
}

typedef struct
{
  double low, high;
} Range;

static void
widen (Range *range, double value)
{
  if (isnan (value))
    return;
  range->low = isnan (range->low) ? value : MIN (range->low, value);
  range->high = isnan (range->high) ? value : MAX (range->high, value);
}

/* Smallest and largest of what is shown. What is hidden is not in the chart at all. */
static Range
find_range (const WmChart *chart)
{
  Range range = { NAN, NAN };

  for (guint s = 0; s < chart->series->len; s++)
    {
      const WmChartSeries *series = wm_chart_peek_series (chart, s);

      for (gsize i = 0; i < chart->n_periods; i++)
        {
          widen (&range, series->values[i]);
          widen (&range, series->low != NULL ? series->low[i] : NAN);
          widen (&range, series->high != NULL ? series->high[i] : NAN);
          widen (&range, series->missing[i] == WM_MISSING_ROUNDS_TO_ZERO ? 0 : NAN);
          if (!isnan (chart->effect) && series->role == WM_SERIES_ROLE_TREATED
              && !series->is_expected)
            widen (&range, wm_chart_get_mean (chart, s, TRUE) - chart->effect);
        }
    }
  for (gsize i = 0; chart->band_low != NULL && i < chart->n_periods; i++)
    {
      widen (&range, chart->band_low[i]);
      widen (&range, chart->band_high[i]);
    }
  for (guint i = 0; i < chart->dots->len; i++)
    widen (&range, wm_chart_peek_dot (chart, 0, i)->value);
  for (guint i = 0; i < chart->references->len; i++)
    widen (&range, wm_chart_peek_dot (chart, 1, i)->value);
  return range;
}

/* Sets the left edge of the plot too: the tick labels decide on it. */
void
wm_layout_choose_ticks (WmChartLayout *self)
{
  Range range = find_range (self->chart);
  double widest = 0;

  self->has_values = !isnan (range.low);
  self->ticks = wm_ticks_choose (range.low, range.high, self->chart->starts_at_zero,
                                 self->chart->is_percent);
  self->is_cut = self->has_values
                 && (self->ticks.first > 0 || self->ticks.first + self->ticks.n - 1 < 0);
  for (int i = 0; self->has_values && i < self->ticks.n; i++)
    {
      g_autofree char *words = format_tick (self, i);
      g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_LABEL, words, -1, 1);

      widest = MAX (widest, text.width);
    }
  self->left = wm_layout_get_margin (self) + widest + 8 * self->unit;
}

/* Two slanted strokes: part of the axis is left out. */
static void
add_break_mark (WmChartLayout *self)
{
  double u = self->unit, x = self->left, y = self->bottom - 9 * u;
  guint32 ink = wm_layout_ink (self, WM_INK_AXIS);

  wm_scene_add_segment (&self->scene, WM_LAYER_AXIS, "axis-stub", x, self->bottom, x, y + 1.5 * u,
                        ink, u);
  for (int i = 0; i < 2; i++)
    wm_scene_add_segment (&self->scene, WM_LAYER_AXIS, "axis-break", x - 5 * u, y + 3 * u - 4 * i * u,
                          x + 5 * u, y - 4 * i * u, ink, 1.5 * u);
}

static void
add_tick (WmChartLayout *self, int i, gboolean is_labelled)
{
  double y = wm_layout_y (self, wm_ticks_get_value (&self->ticks, i));
  gboolean is_small = self->width < SMALL_WIDTH || self->height < SMALL_HEIGHT;
  g_autofree char *words = format_tick (self, i);
  g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_LABEL, words, -1, 1);

  if (!is_small)
    wm_scene_add_segment (&self->scene, WM_LAYER_GRID, "gridline", self->left, y, self->right, y,
                          wm_layout_ink (self, WM_INK_GRID), self->unit);
  if (is_labelled)
    wm_scene_add_text (&self->scene, WM_LAYER_AXIS, "tick", &text,
                       self->left - 8 * self->unit - text.width, y - text.height / 2,
                       wm_layout_ink (self, WM_INK_TEXT));
}

void
wm_layout_add_value_axis (WmChartLayout *self)
{
  double line = wm_typesetter_get_line_height (self->type, WM_FONT_LABEL);
  double room = (self->bottom - self->top) / (self->ticks.n - 1);
  double zero = wm_layout_y (self, 0);
  int every = (int) ceil (line * 1.1 / MAX (room, 1));

  for (int i = 0; i < self->ticks.n; i++)
    add_tick (self, i, i % every == 0);
  if (self->is_cut)
    add_break_mark (self);
  else if (zero < self->bottom - 1)
    wm_scene_add_segment (&self->scene, WM_LAYER_AXIS, "zero", self->left, zero, self->right, zero,
                          wm_layout_ink (self, WM_INK_AXIS), self->unit);
}

/* One label out of how many, so that they stand apart. */
static gsize
get_label_interval (WmChartLayout *self)
{
  static const gsize intervals[] = { 1, 2, 3, 4, 5, 10, 20, 25, 50, 100 };
  double widest = 0;

  for (gsize i = 0; i < self->chart->n_periods; i++)
    {
      g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_LABEL, self->chart->periods[i],
                                                -1, 1);

      widest = MAX (widest, text.width);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (intervals); i++)
    if (intervals[i] * self->x_step >= widest + 12 * self->unit)
      return intervals[i];
  return MAX (self->chart->n_periods, 1);
}

static void
add_period (WmChartLayout *self, gsize i, gboolean is_labelled)
{
  double u = self->unit, x = wm_layout_x (self, i);
  g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_LABEL, self->chart->periods[i],
                                            self->right - self->left, 1);
  double left = MIN (x - text.width / 2, self->width - wm_layout_get_margin (self) / 2 - text.width);

  wm_scene_add_segment (&self->scene, WM_LAYER_AXIS, "period-tick", x, self->bottom, x,
                        self->bottom + (is_labelled ? 5 : 3) * u, wm_layout_ink (self, WM_INK_AXIS), u);
  if (is_labelled)
    wm_scene_add_text (&self->scene, WM_LAYER_AXIS, "period", &text,
                       MAX (left, wm_layout_get_margin (self) / 2), self->bottom + 8 * u,
                       wm_layout_ink (self, WM_INK_TEXT));
}

void
wm_layout_add_period_axis (WmChartLayout *self)
{
  gsize n = self->chart->n_periods;
  gsize interval;

  wm_scene_add_segment (&self->scene, WM_LAYER_AXIS, "axis", self->left, self->bottom, self->right,
                        self->bottom, wm_layout_ink (self, WM_INK_AXIS), self->unit);
  if (self->chart->kind == WM_CHART_DOTS)
    return;
  interval = get_label_interval (self);
  for (gsize i = 0; i < n; i++)
    add_period (self, i, (n - 1 - i) % interval == 0);
}

void
wm_layout_add_empty_words (WmChartLayout *self)
{
  const char *words = self->chart->kind == WM_CHART_MECHANISM
                        ? _("The framework has no domains yet, so there is nothing to draw")
                        : _("There are no values to show");
  g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_LABEL, words,
                                            self->right - self->left, 3);

  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "empty", &text,
                     (self->left + self->right - text.width) / 2,
                     (self->top + self->bottom - text.height) / 2,
                     wm_layout_ink (self, WM_INK_SECOND_TEXT));
}
