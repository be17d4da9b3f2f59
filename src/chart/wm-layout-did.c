/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a difference in differences adds to the lines of its groups: the gap before, the effect in
 * a bracket, and the periods that were left out. */

#include "config.h"

#include "wm-chart-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The series of a role that was measured, not expected. */
static gboolean
find_group (const WmChart *chart, WmSeriesRole role, gsize *found)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const WmChartSeries *series = wm_chart_peek_series (chart, s);

      if (series->role == role && !series->is_expected)
        {
          *found = s;
          return TRUE;
        }
    }
  return FALSE;
}

/* Ends of the effect: the treated mean after the start, and what it would be without the effect. */
static gboolean
get_effect_ends (const WmChart *chart, double *actual, double *expected)
{
  gsize treated;

  if (isnan (chart->effect) || !find_group (chart, WM_SERIES_ROLE_TREATED, &treated))
    return FALSE;
  *actual = wm_chart_get_mean (chart, treated, TRUE);
  *expected = *actual - chart->effect;
  return !isnan (*actual);
}

/* Without unit and level where there is little room: axis and foot say them. */
static char *
make_effect_words (const WmChart *chart, gboolean is_low)
{
  g_autofree char *effect = is_low ? wm_chart_format_change (chart, chart->effect)
                                   : wm_chart_format_effect (chart, chart->effect);
  g_autofree char *low = NULL, *high = NULL;

  if (isnan (chart->effect_low) || isnan (chart->effect_high) || isnan (chart->level))
    /* Translators: %s is an effect */
    return g_strdup_printf (_("Effect %s"), effect);
  low = wm_chart_format_change (chart, chart->effect_low);
  high = wm_chart_format_change (chart, chart->effect_high);
  if (is_low)
    /* Translators: an effect, the two ends of its interval */
    return g_strdup_printf (_("Effect %1$s (%2$s to %3$s)"), effect, low, high);
  /* Translators: an effect, the level of its interval in percent, and its two ends */
  return g_strdup_printf (_("Effect %1$s (%2$.3g%% interval %3$s to %4$s)"), effect,
                          chart->level * 100, low, high);
}

void
wm_layout_add_effect_label (WmChartLayout *self)
{
  g_autofree char *words = NULL;
  WmEndLabel label = { .is_bracket = TRUE };
  double actual, expected;

  if (!get_effect_ends (self->chart, &actual, &expected))
    return;
  words = make_effect_words (self->chart, self->height < 400 * self->unit);
  label.value = (actual + expected) / 2;
  wm_layout_add_end_label (self, &label, words, "");
}

static void
add_bracket (WmChartLayout *self, const char *what, double x, double from, double to, double arm)
{
  double points[] = { x - arm, from, x, from, x, to, x - arm, to };
  WmItem *item = wm_scene_add_line (&self->scene, WM_LAYER_LABEL, what,
                                    g_memdup2 (points, sizeof points), 4);

  item->colour = wm_layout_ink (self, WM_INK_TEXT);
  item->line_width = 1.5 * self->unit;
}

static void
add_effect_bracket (WmChartLayout *self)
{
  double x = self->right + 4 * self->unit;
  double actual, expected;

  if (!get_effect_ends (self->chart, &actual, &expected))
    return;
  add_bracket (self, "effect", x, wm_layout_y (self, actual), wm_layout_y (self, expected),
               6 * self->unit);
  for (guint i = 0; i < self->labels->len; i++)
    {
      WmEndLabel *label = &g_array_index (self->labels, WmEndLabel, i);

      if (label->is_bracket)
        label->anchor_x = x + 2 * self->unit;
    }
}

/* Whether a box meets the segment from (@x1, @y1) to (@x2, @y2), sampled finely enough for lines
 * that run from period to period. */
static gboolean
box_meets (double left, double top, double right, double bottom, const double *ends)
{
  for (int i = 0; i <= 32; i++)
    {
      double t = i / 32.0;
      double x = ends[0] + t * (ends[2] - ends[0]), y = ends[1] + t * (ends[3] - ends[1]);

      if (x >= left && x <= right && y >= top && y <= bottom)
        return TRUE;
    }
  return FALSE;
}

static gboolean
box_is_free (const WmChartLayout *self, double left, double top, double right, double bottom)
{
  if (top < self->top || bottom > self->bottom || left < self->left || right > self->right)
    return FALSE;
  for (guint s = 0; s < self->places->len; s++)
    {
      const GArray *row = g_ptr_array_index (self->places, s);

      for (guint i = 0; i + 1 < row->len; i++)
        {
          const WmChartPlace *a = &g_array_index (row, WmChartPlace, i), *b = a + 1;
          double ends[] = { a->x, a->y, b->x, b->y };

          if (a->has_value && b->has_value && box_meets (left, top, right, bottom, ends))
            return FALSE;
        }
    }
  return TRUE;
}

/* Beside the bracket, or below or above it, where no line passes. */
static void
place_gap_label (WmChartLayout *self, WmText *text, double x, double from, double to)
{
  double u = self->unit, middle = (from + to - text->height) / 2;
  double low = MAX (from, to), high = MIN (from, to);
  const struct
  {
    double x, y;
  } tries[] = {
    { x + 6 * u, middle },
    { x - 10 * u - text->width, middle },
    { x - text->width / 2, low + 10 * u },
    { x - text->width / 2, high - 10 * u - text->height },
    { x - text->width / 2, low + 30 * u },
    { x - text->width / 2, high - 30 * u - text->height },
    { self->left + 6 * u, self->bottom - text->height - 4 * u },
  };
  gsize i = 0;

  while (i + 1 < G_N_ELEMENTS (tries)
         && !box_is_free (self, tries[i].x - 2 * u, tries[i].y, tries[i].x + text->width + 2 * u,
                          tries[i].y + text->height))
    i++;
  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "gap-label", text, tries[i].x, tries[i].y,
                     wm_layout_ink (self, WM_INK_TEXT));
}

static void
add_pre_gap (WmChartLayout *self)
{
  const WmChart *chart = self->chart;
  gsize treated, control, n_before = 0;
  double from, to, x;
  g_autofree char *gap = NULL, *words = NULL;
  g_auto (WmText) text = { 0 };

  if (isnan (chart->pre_gap) || !find_group (chart, WM_SERIES_ROLE_TREATED, &treated)
      || !find_group (chart, WM_SERIES_ROLE_CONTROL, &control))
    return;
  from = wm_layout_y (self, wm_chart_get_mean (chart, treated, FALSE));
  to = wm_layout_y (self, wm_chart_get_mean (chart, control, FALSE));
  if (isnan (from) || isnan (to))
    return;
  while (n_before < chart->n_periods && n_before <= chart->intervention->position)
    n_before++;
  x = wm_layout_x (self, n_before > 1 ? (n_before - 1) / 2 + 0.5 : 0);
  gap = wm_chart_format_change (chart, chart->pre_gap);
  /* Translators: %s is the treated mean less the control mean */
  words = g_strdup_printf (_("Gap before %s"), gap);
  text = wm_typesetter_set (self->type, WM_FONT_LABEL, words, -1, 1);
  add_bracket (self, "pre-gap", x, from, to, 5 * self->unit);
  place_gap_label (self, &text, x, from, to);
}

static void
add_left_out (WmChartLayout *self)
{
  for (gsize i = 0; i < self->chart->n_periods; i++)
    if (self->chart->left_out[i])
      wm_scene_add_rectangle (&self->scene, WM_LAYER_TINT, "left-out", wm_layout_x (self, i - 0.5),
                              self->top, self->x_step, self->bottom - self->top,
                              wm_layout_ink (self, WM_INK_BAND));
}

void
wm_layout_add_effect (WmChartLayout *self)
{
  if (self->chart->kind != WM_CHART_DID)
    return;
  add_left_out (self);
  add_effect_bracket (self);
  add_pre_gap (self);
}
