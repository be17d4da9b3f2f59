/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as boxes and arrows. Boxes that arrows join stand in lanes from left to right; all
 * others in a grid, in the order of the framework.
 *
 * How much each box says is decided for all boxes alike: as much as fits. Where lanes would be too
 * narrow, the grid takes all boxes and words stand for the arrows; where not even names fit, the
 * last place of the grid counts what is left out. */

#include "config.h"

#include "wm-layout-boxes.h"

#include "wm-box-lanes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* [units] */
#define MIN_LANE 120
#define MIN_CELL 130
#define WIDEST_CELL 480
#define WIDEST_BOX 640
#define BOX_GAP 12
#define LANE_GAP 52
#define CHANNEL 7

/* So few boxes have room for most of what is in them. */
#define FEW_BOXES 4

/* A cell looks best at about this width to height. */
#define GOOD_SHAPE 1.8

/* Boxes arranged in a room, at one level of detail. */
typedef struct
{
  WmChartLayout *layout;
  WmChartFrame room;        /* inside of what is around */
  double gap;               /* between boxes, and around all of them [px] */
  WmLanes lanes;            /* without lanes where no arrow joins boxes */
  GArray *grid;             /* numbers of the boxes that stand in the grid */
  guint n_columns;          /* of the grid */
  guint n_shown;            /* boxes of the grid that have a place */
  const WmBoxDetail *detail;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_pointer (&plan->lanes.of_box, g_free);
  g_clear_pointer (&plan->lanes.left, g_free);
  g_clear_pointer (&plan->lanes.right, g_free);
  g_clear_pointer (&plan->grid, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static WmSpan
add_spans (WmSpan a, WmSpan b, double gap)
{
  return (WmSpan) { a.least + b.least + gap, a.natural + b.natural + gap };
}

static WmSpan
max_spans (WmSpan a, WmSpan b)
{
  return (WmSpan) { MAX (a.least, b.least), MAX (a.natural, b.natural) };
}

/* The height of one of several that share @height: each its least, and of the rest a part of what
 * it would like to have. */
static double
share (WmSpan one, WmSpan all, double height)
{
  double wish = all.natural - all.least;
  double rest = CLAMP (height - all.least, 0, wish);

  return one.least + (wish > 0 ? (one.natural - one.least) * rest / wish : 0);
}

/* What is twice as high as the room need not be measured to its end. */
static WmSpan
measure (const Plan *plan, guint box, double width)
{
  return wm_layout_measure_box (plan->layout, box, width, 2 * plan->room.height, plan->detail);
}

/* All boxes of a lane, one below the other. */
static WmSpan
measure_lane (const Plan *plan, guint lane)
{
  double width = plan->lanes.right[lane] - plan->lanes.left[lane];
  WmSpan sum = { 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < plan->layout->chart->boxes->len && sum.natural <= 2 * plan->room.height; i++)
    if (plan->lanes.of_box[i] == lane)
      {
        sum = add_spans (sum, measure (plan, i, width), any ? plan->gap : 0);
        any = TRUE;
      }
  return sum;
}

static WmSpan
measure_lanes (const Plan *plan)
{
  WmSpan most = { 0, 0 };

  for (guint lane = 0; lane < plan->lanes.n; lane++)
    most = max_spans (most, measure_lane (plan, lane));
  return most;
}

static double
get_cell_width (const Plan *plan)
{
  double room = plan->room.width - 2 * plan->gap;
  double width = (room - (plan->n_columns - 1) * plan->gap) / plan->n_columns;

  return MIN (width, WIDEST_BOX * plan->layout->unit);
}

static guint
count_rows (const Plan *plan)
{
  return plan->grid->len > 0 ? (plan->grid->len + plan->n_columns - 1) / plan->n_columns : 0;
}

/* The tallest box of a row of the grid decides. */
static WmSpan
measure_row (const Plan *plan, guint row)
{
  guint end = MIN ((row + 1) * plan->n_columns, plan->n_shown);
  WmSpan most = { 0, 0 };

  for (guint i = row * plan->n_columns; i < end; i++)
    most = max_spans (most, measure (plan, g_array_index (plan->grid, guint, i),
                                     get_cell_width (plan)));
  return most;
}

static WmSpan
measure_grid (const Plan *plan)
{
  WmSpan sum = { 0, 0 };

  for (guint row = 0; row < count_rows (plan) && sum.least <= plan->room.height; row++)
    sum = add_spans (sum, measure_row (plan, row), row > 0 ? plan->gap : 0);
  return sum;
}

/* What is said over the grid; NULL for nothing. */
static const char *
get_caption (const Plan *plan)
{
  if (wm_layout_is_tiny (plan->layout))
    return NULL;
  if (plan->layout->has_link_words && plan->detail->has_counts)
    return _("There is no room for arrows here: → stands before what a domain is expected to lead to.");
  if (plan->layout->has_link_words)
    return _("There is no room for arrows here: the table says what leads to what.");
  return plan->lanes.n > 0 && plan->grid->len > 0 ? _("Linked to no other domain:") : NULL;
}

static double
get_caption_height (const Plan *plan)
{
  const char *words = get_caption (plan);
  g_auto (WmText) text = { 0 };

  if (words == NULL)
    return 0;
  text = wm_typesetter_set (plan->layout->type, WM_FONT_SMALL, words,
                            plan->room.width - 2 * plan->gap, 2);
  return text.height + plan->gap;
}

static double
get_channel_height (const Plan *plan)
{
  guint n = plan->lanes.n > 0 ? wm_layout_count_channels (plan->layout, &plan->lanes) : 0;

  return n > 0 ? (n + 1.5) * CHANNEL * plan->layout->unit : 0;
}

static double
get_height (const Plan *plan)
{
  return plan->room.height - 2 * plan->gap - get_caption_height (plan) - get_channel_height (plan);
}

/* How high all may be when nothing is left out. Among many boxes whoever sees three of thirty entries
 * does not see the domain, so where much would be left out, it is better to count it. */
static double
get_natural_limit (const Plan *plan)
{
  if (!plan->detail->has_entries || plan->detail->min_entries == G_MAXUINT)
    return get_height (plan);
  return plan->layout->chart->boxes->len > FEW_BOXES ? 1.6 * get_height (plan) : INFINITY;
}

/* Whether it can fit at all: what is looked at before anything is measured. */
static gboolean
may_fit (const Plan *plan)
{
  g_autofree double *lanes = g_new0 (double, plan->lanes.n + 1);
  double grid = 0, row = 0, most = 0;

  for (guint i = 0; i < plan->layout->chart->boxes->len && plan->lanes.n > 0; i++)
    if (plan->lanes.of_box[i] != WM_NO_LANE)
      {
        double *lane = &lanes[plan->lanes.of_box[i]];

        *lane += wm_layout_guess_box (plan->layout, i, plan->detail);
        most = MAX (most, *lane);
      }
  for (guint i = 0; i < plan->grid->len; i++)
    {
      row = MAX (row, wm_layout_guess_box (plan->layout, g_array_index (plan->grid, guint, i), plan->detail));
      if ((i + 1) % plan->n_columns == 0 || i + 1 == plan->grid->len)
        {
          grid += row;
          row = 0;
        }
    }
  return most + grid <= get_natural_limit (plan);
}

/* How far the cells of the grid are from a good shape, and its last row from being full; 0 at best. */
static double
get_flaw (const Plan *plan, WmSpan grid)
{
  double n_rows = count_rows (plan);
  double shape = get_cell_width (plan) * n_rows / MAX (grid.natural, 1);
  double n_empty = n_rows * plan->n_columns - plan->grid->len;

  return fabs (log (shape / GOOD_SHAPE)) + 0.5 * n_empty / plan->n_columns;
}

/* Measures everything at the level of detail; whether it fits. */
static gboolean
fits (const Plan *plan, double *flaw)
{
  WmSpan grid, need;

  if (!may_fit (plan))
    return FALSE;
  grid = need = measure_grid (plan);
  if (plan->lanes.n > 0 && grid.least <= plan->room.height)
    need = add_spans (grid, measure_lanes (plan), 0);
  *flaw = plan->grid->len > 0 ? get_flaw (plan, grid) : 0;
  return need.least <= get_height (plan)
         && (!plan->detail->has_entries || need.natural <= get_natural_limit (plan));
}

/* Finds the number of columns at which cells are of the best shape; whether any fits. */
static gboolean
choose_columns (Plan *plan)
{
  double room = (plan->room.width - plan->gap) / plan->layout->unit;
  guint most = MAX ((guint) (room / (MIN_CELL + BOX_GAP)), 1);
  guint least = (guint) ceil (room / (WIDEST_CELL + BOX_GAP)), best = 0;
  double least_flaw = INFINITY, flaw = 0;

  most = CLAMP (most, 1, MAX (plan->grid->len, 1));
  for (guint n = MIN (least, most); n <= most; n++)
    {
      plan->n_columns = n;
      if (fits (plan, &flaw) && flaw < least_flaw)
        {
          best = n;
          least_flaw = flaw;
        }
    }
  plan->n_columns = MAX (best, 1);
  return best > 0;
}

/* Shares the room among the lanes by weight, none narrower than can be read. */
static void
spread_lanes (Plan *plan, const double *weights)
{
  double u = plan->layout->unit, sum = 0;
  double side = get_channel_height (plan) > 0 ? plan->lanes.gap : plan->gap;
  double room = plan->room.width - 2 * side - (plan->lanes.n - 1) * plan->lanes.gap;
  double spare = room - plan->lanes.n * MIN_LANE * u, x = plan->room.x + side;

  for (guint lane = 0; lane < plan->lanes.n; lane++)
    sum += weights[lane];
  for (guint lane = 0; lane < plan->lanes.n; lane++)
    {
      double width = MIN_LANE * u + spare * weights[lane] / sum;

      plan->lanes.left[lane] = x;
      plan->lanes.right[lane] = x + width;
      x += width + plan->lanes.gap;
    }
}

/* Makes the lanes about equally high: each as wide as the area of its text asks for. */
static void
balance_lanes (Plan *plan)
{
  g_autofree double *weights = g_new (double, plan->lanes.n + 1);

  for (guint lane = 0; lane < plan->lanes.n; lane++)
    weights[lane] = 1;
  spread_lanes (plan, weights);
  for (int round = 0; round < 3 && may_fit (plan); round++)
    {
      for (guint lane = 0; lane < plan->lanes.n; lane++)
        weights[lane] = (plan->lanes.right[lane] - plan->lanes.left[lane])
                        * measure_lane (plan, lane).natural;
      spread_lanes (plan, weights);
    }
}

static gboolean
choose_detail (Plan *plan)
{
  /* Without a key there are no marks to count by. */
  guint first = wm_layout_is_tiny (plan->layout) ? wm_box_detail_get_n () - 2 : 0;

  for (guint i = first; i < wm_box_detail_get_n (); i++)
    {
      plan->detail = wm_box_detail_get (i);
      if (plan->lanes.n > 0)
        balance_lanes (plan);
      if (choose_columns (plan))
        return TRUE;
    }
  return FALSE;
}

/* Boxes that no lane has go into the grid; without lanes all do. */
static void
fill_grid (Plan *plan)
{
  g_array_set_size (plan->grid, 0);
  for (guint i = 0; i < plan->layout->chart->boxes->len; i++)
    if (plan->lanes.n == 0 || plan->lanes.of_box[i] == WM_NO_LANE)
      g_array_append_val (plan->grid, i);
  plan->n_shown = plan->grid->len;
}

static void
begin_plan (Plan *plan)
{
  plan->lanes.of_box = wm_box_lanes_new (plan->layout->chart, &plan->lanes.n);
  plan->lanes.left = g_new0 (double, plan->lanes.n);
  plan->lanes.right = g_new0 (double, plan->lanes.n);
  plan->lanes.gap = LANE_GAP * plan->layout->unit;
  plan->n_columns = 1;
  plan->grid = g_array_new (FALSE, FALSE, sizeof (guint));
  fill_grid (plan);
}

static gboolean
has_room_for_lanes (const Plan *plan)
{
  guint n = plan->lanes.n;

  return plan->room.width >= (n * MIN_LANE + (n + 1) * LANE_GAP) * plan->layout->unit;
}

/* As many boxes as there is room for, none if need be; the last place is kept to count the others. */
static void
cut_grid (Plan *plan)
{
  double u = plan->layout->unit, height;
  guint n_rows;

  plan->n_columns = MAX ((guint) ((plan->room.width - plan->gap) / u / (MIN_CELL + BOX_GAP)), 1);
  height = measure (plan, 0, get_cell_width (plan)).least + plan->gap;
  n_rows = (guint) (MAX (get_height (plan), 0) / height);
  plan->n_shown = MIN (plan->grid->len, n_rows * plan->n_columns);
  if (plan->n_shown > 0 && plan->n_shown < plan->grid->len)
    plan->n_shown--;
}

static void
choose_plan (Plan *plan)
{
  begin_plan (plan);
  if (plan->lanes.n > 0)
    {
      if (has_room_for_lanes (plan) && choose_detail (plan))
        return;
      plan->lanes.n = 0;
      plan->layout->has_link_words = TRUE;
      fill_grid (plan);
    }
  if (!choose_detail (plan))
    cut_grid (plan);
}

static void
place_lane (const Plan *plan, guint lane, double top, double height)
{
  WmSpan all = measure_lane (plan, lane);
  double width = plan->lanes.right[lane] - plan->lanes.left[lane];
  double spare = MAX (height - all.natural, 0), y = top + spare / 2;
  guint n = 0;

  for (guint i = 0; i < plan->layout->chart->boxes->len; i++)
    n += plan->lanes.of_box[i] == lane;
  /* Gaps are no part of what boxes share. */
  all.least -= (n - 1) * plan->gap;
  all.natural -= (n - 1) * plan->gap;
  height -= (n - 1) * plan->gap;
  for (guint i = 0; i < plan->layout->chart->boxes->len; i++)
    if (plan->lanes.of_box[i] == lane)
      {
        WmChartFrame frame = { plan->lanes.left[lane], y, width,
                               share (measure (plan, i, width), all, height) };

        wm_layout_add_box (plan->layout, i, &frame, plan->detail);
        y += frame.height + plan->gap;
      }
}

/* Gives where the lanes and the room for arrows below them end. */
static double
place_lanes (Plan *plan, double top, double height)
{
  for (guint lane = 0; lane < plan->lanes.n; lane++)
    place_lane (plan, lane, top, height);
  plan->lanes.channel = top + height;
  wm_layout_add_arrows (plan->layout, &plan->lanes);
  return top + height + get_channel_height (plan);
}

static void
place_row (const Plan *plan, guint row, double y, double height)
{
  double width = get_cell_width (plan);
  double left = plan->room.x + (plan->room.width - plan->n_columns * (width + plan->gap) + plan->gap) / 2;
  guint first = row * plan->n_columns;

  for (guint i = first; i < MIN (first + plan->n_columns, plan->n_shown); i++)
    {
      WmChartFrame frame = { left + (i - first) * (width + plan->gap), y, width, height };

      wm_layout_add_box (plan->layout, g_array_index (plan->grid, guint, i), &frame, plan->detail);
    }
}

/* The boxes without a place have that of the words that count them. */
static void
place_cut (const Plan *plan, double y)
{
  WmChartLayout *self = plan->layout;
  guint n = plan->grid->len - plan->n_shown, column = plan->n_shown % plan->n_columns;
  double width = get_cell_width (plan), x = plan->room.x + plan->gap + column * (width + plan->gap);
  /* Translators: %u is how many domains are left out of a picture */
  g_autofree char *words = g_strdup_printf (plan->n_shown > 0 ? ngettext ("and %u more in the table",
                                                                          "and %u more in the table", n)
                                                              : ngettext ("%u domain, in the table",
                                                                          "%u domains, in the table", n),
                                            n);
  g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_SMALL, words, width, 2);

  for (guint i = plan->n_shown; i < plan->grid->len; i++)
    {
      guint box = g_array_index (plan->grid, guint, i);
      GArray *frames = g_ptr_array_index (self->frames, box);

      for (guint j = 0; j < frames->len; j++)
        g_array_index (frames, WmChartFrame, j) = (WmChartFrame) { x, y, width, text.height };
    }
  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "more", &text, x, y,
                     wm_layout_ink (self, WM_INK_SECOND_TEXT));
}

static void
place_grid (const Plan *plan, double y, double height)
{
  WmSpan all = measure_grid (plan);
  guint n_rows = count_rows (plan);
  double gaps = (n_rows - 1) * plan->gap;

  all.least -= gaps;
  all.natural -= gaps;
  if (plan->n_shown == 0)
    place_cut (plan, y);
  for (guint row = 0; row * plan->n_columns < plan->n_shown; row++)
    {
      double each = share (measure_row (plan, row), all, height - gaps);

      place_row (plan, row, y, each);
      if (plan->n_shown < MIN ((row + 1) * plan->n_columns, plan->grid->len))
        place_cut (plan, y);
      y += each + plan->gap;
    }
}

/* Gives where the grid begins. */
static double
place_caption (const Plan *plan, double y)
{
  WmChartLayout *self = plan->layout;
  const char *words = get_caption (plan);
  g_auto (WmText) text = { 0 };

  if (words == NULL)
    return y;
  text = wm_typesetter_set (self->type, WM_FONT_SMALL, words, plan->room.width - 2 * plan->gap, 2);
  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "caption", &text, plan->room.x + plan->gap,
                     y + (plan->lanes.n > 0 ? plan->gap / 2 : 0), wm_layout_ink (self, WM_INK_SECOND_TEXT));
  return y + get_caption_height (plan);
}

/* Lanes above, grid below, amid the room. */
static void
place_all (Plan *plan)
{
  WmSpan lanes = plan->lanes.n > 0 ? measure_lanes (plan) : (WmSpan) { 0, 0 };
  WmSpan grid = measure_grid (plan), all = add_spans (lanes, grid, 0);
  double height = get_height (plan);
  double y = plan->room.y + plan->gap + MAX (height - all.natural, 0) / 2;

  if (plan->lanes.n > 0)
    y = place_lanes (plan, y, share (lanes, all, height));
  y = place_caption (plan, y);
  if (plan->grid->len > 0)
    place_grid (plan, y, share (grid, all, height));
}

/* A place and a frame for every box and entry, all of them still where the picture begins. */
static void
prepare_ends (WmChartLayout *self)
{
  for (gsize s = 0; s < wm_chart_get_n_series (self->chart); s++)
    {
      gsize n = wm_chart_get_n_points (self->chart, s);
      GArray *places = g_array_sized_new (FALSE, TRUE, sizeof (WmChartPlace), n);
      GArray *frames = g_array_sized_new (FALSE, TRUE, sizeof (WmChartFrame), n);

      g_array_set_size (places, n);
      g_array_set_size (frames, n);
      g_ptr_array_add (self->places, places);
      g_ptr_array_add (self->frames, frames);
    }
}

void
wm_layout_add_mechanism (WmChartLayout *self)
{
  g_auto (Plan) plan = { .layout = self, .gap = BOX_GAP * self->unit };
  double top;

  prepare_ends (self);
  top = wm_layout_is_tiny (self) ? self->top : wm_layout_add_tone_key (self, self->top);
  wm_layout_add_foot (self);
  plan.room = wm_layout_add_surroundings (self, top + 8 * self->unit, self->bottom);
  self->left = plan.room.x;
  self->right = plan.room.x + plan.room.width;
  self->top = plan.room.y;
  self->bottom = plan.room.y + plan.room.height;
  self->has_values = self->chart->boxes->len > 0;
  if (!self->has_values)
    {
      wm_layout_add_empty_words (self);
      return;
    }
  choose_plan (&plan);
  place_all (&plan);
}
