/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Names at the right of the plot, beside what they name: they never overlap. One that had to
 * move is tied to its line by a thin leader. */

#include "config.h"

#include "wm-chart-layout-private.h"

#include <math.h>

#define SAMPLE 26      /* [unit] length of the sample of the line */
#define SAMPLE_GAP 6   /* [unit] between sample and name */

/* How narrow a name may become [unit]. Each dot is known by its name alone, and dots need less
 * room than lines. */
#define LEAST_BESIDE_LINES 80
#define LEAST_BESIDE_DOTS 165

/* Between plot and sample. Dots lie far from their names: steep leaders could not be followed. */
static double
get_leader_room (const WmChartLayout *self)
{
  return (self->chart->kind == WM_CHART_DOTS ? 28 : 14) * self->unit;
}

static double
get_label_sides (const WmChartLayout *self)
{
  return get_leader_room (self) + (SAMPLE + SAMPLE_GAP) * self->unit;
}

static void
measure (WmChartLayout *self, WmEndLabel *label, double width, int max_lines)
{
  double line = wm_typesetter_get_line_height (self->type, WM_FONT_LABEL);
  WmFont font = label->priority == 0 ? WM_FONT_LABEL_BOLD : WM_FONT_LABEL;

  wm_text_clear (&label->text);
  label->text = wm_typesetter_set_label (self->type, font, label->name, label->number, width,
                                         max_lines);
  label->height = label->text.height + 0.2 * line;
}

/* Takes @label; measures its text and makes room at the right. */
void
wm_layout_add_end_label (WmChartLayout *self, WmEndLabel *label, const char *name,
                         const char *value)
{
  double sides = get_label_sides (self);
  gboolean is_low = self->height < 400 * self->unit;
  double share = is_low ? 0.42 : 0.38;
  double least = self->chart->kind == WM_CHART_DOTS ? LEAST_BESIDE_DOTS : LEAST_BESIDE_LINES;
  double widest = CLAMP (share * self->width - sides, least * self->unit, 280 * self->unit);
  int max_lines = label->is_bracket ? 4 : label->is_dot || is_low ? 1 : 3;

  label->name = g_strdup (name);
  label->number = g_strdup (value);
  measure (self, label, widest, max_lines);
  self->label_width = MAX (self->label_width, label->text.width + sides);
  g_array_append_val (self->labels, *label);
  *label = (WmEndLabel) { 0 };
}

static double
get_total_height (const GArray *labels)
{
  double total = 0;

  for (guint i = 0; i < labels->len; i++)
    total += g_array_index (labels, WmEndLabel, i).height;
  return total;
}

/* Where names of several lines do not all fit, a line each: a short name is better than none. */
static void
shorten_names (WmChartLayout *self, double room)
{
  if (get_total_height (self->labels) <= room)
    return;
  for (guint i = 0; i < self->labels->len; i++)
    {
      WmEndLabel *label = &g_array_index (self->labels, WmEndLabel, i);

      if (!label->is_bracket)
        measure (self, label, self->label_width - get_label_sides (self), 1);
    }
}

static int
compare_wanted (gconstpointer a, gconstpointer b)
{
  double one = ((const WmEndLabel *) a)->wanted, other = ((const WmEndLabel *) b)->wanted;

  return one < other ? -1 : one > other;
}

/* Labels that touch, as one block that moves together. */
typedef struct
{
  guint first, last;  /* half open */
  double height;
  double sum;         /* over labels: wanted centre less its place within the block */
  double top;
} Block;

static void
settle (Block *block, double top, double bottom)
{
  double wanted = block->sum / (block->last - block->first);

  block->top = MAX (MIN (wanted, bottom - block->height), top);
}

static Block
join (const Block *upper, const Block *lower)
{
  guint n = lower->last - lower->first;

  return (Block) { upper->first, lower->last, upper->height + lower->height,
                   upper->sum + lower->sum - n * upper->height, 0 };
}

/* How far a label's place is from the nearest other. */
static double
get_clearance (const GArray *labels, guint i)
{
  double wanted = g_array_index (labels, WmEndLabel, i).wanted, nearest = INFINITY;

  if (i > 0)
    nearest = wanted - g_array_index (labels, WmEndLabel, i - 1).wanted;
  if (i + 1 < labels->len)
    nearest = MIN (nearest, g_array_index (labels, WmEndLabel, i + 1).wanted - wanted);
  return nearest;
}

/* The labels of the largest priority number go, the most crowded first, until the rest fits. */
static void
drop_excess (GArray *labels, double room)
{
  double total = get_total_height (labels);

  while (total > room && labels->len > 1)
    {
      guint least = 0;

      for (guint i = 1; i < labels->len; i++)
        {
          int one = g_array_index (labels, WmEndLabel, i).priority;
          int other = g_array_index (labels, WmEndLabel, least).priority;

          if (one > other
              || (one == other && get_clearance (labels, i) < get_clearance (labels, least)))
            least = i;
        }
      total -= g_array_index (labels, WmEndLabel, least).height;
      g_array_remove_index (labels, least);
    }
}

/* Places the centres between @top and @bottom, as near to the wanted ones as can be in the sense
 * of least squares: blocks that overlap are joined until none does. */
void
wm_end_labels_spread (GArray *labels, double top, double bottom)
{
  g_autofree Block *blocks = NULL;
  guint n = 0;

  g_array_sort (labels, compare_wanted);
  drop_excess (labels, bottom - top);
  blocks = g_new (Block, labels->len + 1);
  for (guint i = 0; i < labels->len; i++)
    {
      const WmEndLabel *label = &g_array_index (labels, WmEndLabel, i);

      blocks[n] = (Block) { i, i + 1, label->height, label->wanted - label->height / 2, 0 };
      settle (&blocks[n++], top, bottom);
      while (n > 1 && blocks[n - 2].top + blocks[n - 2].height > blocks[n - 1].top)
        {
          blocks[n - 2] = join (&blocks[n - 2], &blocks[n - 1]);
          settle (&blocks[--n - 1], top, bottom);
        }
    }
  for (guint b = 0; b < n; b++)
    for (guint i = blocks[b].first; i < blocks[b].last; i++)
      {
        WmEndLabel *label = &g_array_index (labels, WmEndLabel, i);

        label->y = blocks[b].top + label->height / 2;
        blocks[b].top += label->height;
      }
}

static void
add_sample (WmChartLayout *self, const WmEndLabel *label, double x)
{
  double u = self->unit;
  WmItem *item;

  if (label->is_band)
    {
      wm_scene_add_rectangle (&self->scene, WM_LAYER_LABEL, "sample", x, label->y - 5 * u,
                              SAMPLE * u, 10 * u, wm_layout_ink (self, WM_INK_BAND));
      for (int side = -1; side <= 1; side += 2)
        wm_scene_add_segment (&self->scene, WM_LAYER_LABEL, "sample", x, label->y + side * 5 * u,
                              x + SAMPLE * u, label->y + side * 5 * u,
                              wm_layout_ink (self, WM_INK_CONTEXT), u);
      return;
    }
  if (!label->is_dot)
    {
      item = wm_scene_add_segment (&self->scene, WM_LAYER_LABEL, "sample", x, label->y,
                                   x + SAMPLE * u, label->y, label->style.colour,
                                   label->style.width * u);
      item->dash = label->style.dash;
    }
  if (label->style.mark != WM_MARK_NONE)
    {
      item = wm_scene_add_mark (&self->scene, WM_LAYER_LABEL, "sample", label->style.mark,
                                x + (label->is_dot ? SAMPLE - 6 : SAMPLE / 2) * u, label->y, 5 * u,
                                label->style.colour);
      item->fill = wm_layout_ink (self, WM_INK_CARD);
    }
}

/* Straight out of the plot, then to the label. */
static void
add_leader (WmChartLayout *self, const WmEndLabel *label, double x)
{
  double u = self->unit;
  double points[] = { label->anchor_x, label->wanted, MAX (self->right, label->anchor_x),
                      label->wanted, x - 3 * u, label->y };
  gboolean is_near = self->right - label->anchor_x < 24 * u && fabs (label->y - label->wanted) < 3 * u;
  WmItem *item;

  if (is_near)
    return;
  item = wm_scene_add_line (&self->scene, WM_LAYER_EVENT, "leader",
                            g_memdup2 (points, sizeof points), 3);
  item->colour = wm_layout_ink (self, label->is_dot ? WM_INK_FAINT : WM_INK_CONTEXT);
  item->line_width = u;
}

void
wm_layout_place_end_labels (WmChartLayout *self)
{
  double u = self->unit, x = self->right + get_leader_room (self);
  double line = wm_typesetter_get_line_height (self->type, WM_FONT_LABEL);

  for (guint i = 0; i < self->labels->len; i++)
    {
      WmEndLabel *label = &g_array_index (self->labels, WmEndLabel, i);

      label->wanted = CLAMP (wm_layout_y (self, label->value), self->top, self->bottom);
    }
  shorten_names (self, self->bottom - self->top + line);
  wm_end_labels_spread (self->labels, self->top - line / 2, self->bottom + line / 2);
  for (guint i = 0; i < self->labels->len; i++)
    {
      WmEndLabel *label = &g_array_index (self->labels, WmEndLabel, i);

      add_leader (self, label, label->is_bracket ? x + 4 * u : x);
      if (!label->is_bracket)
        add_sample (self, label, x);
      wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "end-label", &label->text,
                         x + (label->is_bracket ? 4 : SAMPLE + SAMPLE_GAP) * u,
                         label->y - label->text.height / 2, wm_layout_ink (self, WM_INK_TEXT));
    }
}
