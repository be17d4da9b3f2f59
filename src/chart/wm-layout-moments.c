/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Events, breaks and the start of a programme: a thin vertical line each, its label in a strip
 * above the plot. Where the labels of events would touch, numbers stand for them and the foot
 * tells the events. */

#include "config.h"

#include "wm-chart-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_ROWS 2

/* Where the labels of each row end so far. */
typedef struct
{
  double ends[MAX_ROWS];
  int n_rows;
  int used;
} Strip;

static const char *
get_label (const WmChartMoment *moment, gboolean is_break)
{
  if (is_break)
    return _("Definition changed");
  return moment->label != NULL ? moment->label : _("Event");
}

static WmText
set_label (WmChartLayout *self, const char *label)
{
  return wm_typesetter_set (self->type, WM_FONT_LABEL, label, self->right - self->left, 1);
}

static double
get_label_left (WmChartLayout *self, double position, double width)
{
  double right = self->width - wm_layout_get_margin (self);

  return CLAMP (wm_layout_x (self, position) - width / 2, wm_layout_get_margin (self),
                MAX (right - width, wm_layout_get_margin (self)));
}

/* The first row with room, or -1. */
static int
find_row (WmChartLayout *self, Strip *strip, double left, double width)
{
  for (int row = 0; row < strip->n_rows; row++)
    if (left >= strip->ends[row])
      {
        strip->ends[row] = left + width + 10 * self->unit;
        strip->used = MAX (strip->used, row + 1);
        return row;
      }
  return -1;
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  double one = (*(const WmChartMoment *const *) a)->position;
  double other = (*(const WmChartMoment *const *) b)->position;

  return one < other ? -1 : one > other;
}

/* All that is dated, in time. */
static GPtrArray *
collect (const WmChart *chart)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < chart->events->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (chart->events, i));
  for (guint i = 0; i < chart->breaks->len; i++)
    g_ptr_array_add (all, g_ptr_array_index (chart->breaks, i));
  if (chart->intervention != NULL)
    g_ptr_array_add (all, chart->intervention);
  g_ptr_array_sort (all, compare_moments);
  return all;
}

static char *
dup_label (WmChartLayout *self, const WmChartMoment *moment)
{
  guint i;

  if (self->is_numbered && g_ptr_array_find (self->chart->events, moment, &i))
    return g_strdup_printf ("%u", i + 1);
  return g_strdup (get_label (moment, g_ptr_array_find (self->chart->breaks, moment, NULL)));
}

/* Gives FALSE when a label has no room; draws only when @bottom is set. */
static gboolean
lay_strip (WmChartLayout *self, const GPtrArray *moments, double top, double *bottom)
{
  double line = wm_typesetter_get_line_height (self->type, WM_FONT_LABEL);
  Strip strip = { .n_rows = self->height < 360 * self->unit ? 1 : MAX_ROWS };
  gboolean all = TRUE;

  for (guint i = 0; i < moments->len; i++)
    {
      const WmChartMoment *moment = g_ptr_array_index (moments, i);
      g_autofree char *label = dup_label (self, moment);
      g_auto (WmText) text = set_label (self, label);
      double left = get_label_left (self, moment->position, text.width);
      int row = find_row (self, &strip, left, text.width);

      all = all && row >= 0;
      if (bottom != NULL && row >= 0)
        wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "moment", &text, left, top + row * line,
                           wm_layout_ink (self, WM_INK_TEXT));
    }
  if (bottom != NULL)
    *bottom = top + strip.used * line;
  return all;
}

/* Adds the labels and gives where the strip ends. */
double
wm_layout_add_moments (WmChartLayout *self, double top)
{
  g_autoptr (GPtrArray) moments = collect (self->chart);
  double bottom;

  if (moments->len == 0)
    return top;
  top += 4 * self->unit;
  self->is_numbered = !lay_strip (self, moments, top, NULL) && self->chart->events->len > 0;
  lay_strip (self, moments, top, &bottom);
  return bottom;
}

/* Two short strokes on the axis. */
static void
add_break (WmChartLayout *self, double x)
{
  double u = self->unit;

  for (int i = -1; i <= 1; i += 2)
    wm_scene_add_segment (&self->scene, WM_LAYER_AXIS, "break", x + (2.5 * i - 2) * u,
                          self->bottom + 6 * u, x + (2.5 * i + 2) * u, self->bottom - 6 * u,
                          wm_layout_ink (self, WM_INK_AXIS), 1.5 * u);
}

void
wm_layout_add_moment_lines (WmChartLayout *self, double strip_bottom)
{
  g_autoptr (GPtrArray) moments = collect (self->chart);
  const WmChartMoment *start = self->chart->intervention;

  if (start != NULL)
    wm_scene_add_rectangle (&self->scene, WM_LAYER_TINT, "after",
                            wm_layout_x (self, start->position), self->top,
                            self->right - wm_layout_x (self, start->position),
                            self->bottom - self->top, wm_layout_ink (self, WM_INK_TINT));
  for (guint i = 0; i < moments->len; i++)
    {
      const WmChartMoment *moment = g_ptr_array_index (moments, i);
      double x = wm_layout_x (self, moment->position);
      gboolean is_break = g_ptr_array_find (self->chart->breaks, moment, NULL);
      WmItem *line = wm_scene_add_segment (&self->scene, WM_LAYER_EVENT,
                                           moment == start ? "intervention"
                                           : is_break ? "break-line" : "event",
                                           x, strip_bottom + 2 * self->unit, x, self->bottom,
                                           wm_layout_ink (self, WM_INK_AXIS),
                                           (moment == start ? 1.5 : 1) * self->unit);

      line->dash = is_break ? WM_DASH_SHORT : WM_DASH_SOLID;
      if (is_break)
        add_break (self, x);
    }
}
