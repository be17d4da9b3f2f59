/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The arrows of a mechanism. They run in the gaps between lanes, along straight lines that turn at
 * right angles: out of a box or an entry to the right, up or down on a track of the gap, and into
 * the next lane from the left. An arrow that skips a lane, or goes back, takes a channel below all
 * boxes. All arrows out of one place share a track, so they look like one that branches; and so do
 * those into one place that lead nowhere else. */

#include "config.h"

#include "wm-layout-boxes.h"

#include <math.h>

/* More tracks in a gap cannot be told apart: arrows then join whole boxes. */
#define MAX_TRACKS 12
#define MAX_CHANNELS 6

/* An arrow between two places of the picture. */
typedef struct
{
  guint from_gap, to_gap;     /* gap i lies before lane i */
  double from_x, from_y;      /* [px] */
  double to_x, to_y;          /* [px] */
  guint from_track, to_track; /* of their gaps */
  guint channel;              /* of those that need one */
} Route;

static gboolean
is_direct (const WmLanes *lanes, const WmChartArrow *arrow)
{
  return lanes->of_box[arrow->to_box] == lanes->of_box[arrow->from_box] + 1;
}

/* How many arrows need a channel; each pair of boxes is one. */
guint
wm_layout_count_channels (const WmChartLayout *self, const WmLanes *lanes)
{
  const GArray *arrows = self->chart->arrows;
  guint n = 0;

  for (guint i = 0; i < arrows->len && n < MAX_CHANNELS; i++)
    {
      const WmChartArrow *arrow = &g_array_index (arrows, WmChartArrow, i);

      n += arrow->from_box != arrow->to_box && !is_direct (lanes, arrow);
    }
  return n;
}

/* Where an end lies from top to bottom: at its entry if that is shown, else amid its box. Arrows
 * leave an entry above its middle and come in below it, so that the ends of two arrows on the same
 * height do not look like one line. */
static double
find_end (const WmChartLayout *self, guint box, int entry, double offset)
{
  const GArray *places = g_ptr_array_index (self->places, box);
  const WmChartPlace *whole = &g_array_index (places, WmChartPlace, 0);

  if (entry == WM_WHOLE_BOX || !g_array_index (places, WmChartPlace, entry + 1).has_value)
    return whole->y;
  return g_array_index (places, WmChartPlace, entry + 1).y + offset;
}

static Route
make_route (const WmChartLayout *self, const WmLanes *lanes, const WmChartArrow *arrow,
            gboolean has_entries)
{
  guint from = lanes->of_box[arrow->from_box], to = lanes->of_box[arrow->to_box];

  return (Route) { .from_gap = from + 1, .to_gap = to,
                   .from_x = lanes->right[from], .to_x = lanes->left[to],
                   .from_y = find_end (self, arrow->from_box,
                                       has_entries ? arrow->from_entry : WM_WHOLE_BOX,
                                       -2.5 * self->unit),
                   .to_y = find_end (self, arrow->to_box,
                                     has_entries ? arrow->to_entry : WM_WHOLE_BOX,
                                     2.5 * self->unit) };
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) < 0.5;
}

/* Two arrows may end up between the same places, where entries are not shown. */
static gboolean
has_route (const GArray *routes, const Route *route)
{
  for (guint i = 0; i < routes->len; i++)
    {
      const Route *other = &g_array_index (routes, Route, i);

      if (other->from_gap == route->from_gap && other->to_gap == route->to_gap
          && is_same (other->from_y, route->from_y) && is_same (other->to_y, route->to_y))
        return TRUE;
    }
  return FALSE;
}

static GArray *
list_routes (const WmChartLayout *self, const WmLanes *lanes, gboolean has_entries)
{
  GArray *routes = g_array_new (FALSE, FALSE, sizeof (Route));

  for (guint i = 0; i < self->chart->arrows->len; i++)
    {
      const WmChartArrow *arrow = &g_array_index (self->chart->arrows, WmChartArrow, i);
      Route route;

      if (arrow->from_box == arrow->to_box)
        continue;
      route = make_route (self, lanes, arrow, has_entries);
      if (!has_route (routes, &route))
        g_array_append_val (routes, route);
    }
  return routes;
}

/* The track of a place in a gap: an old one of the same place, or the next. */
static guint
take_track (GArray *tracks, double y)
{
  for (guint i = 0; i < tracks->len; i++)
    if (is_same (g_array_index (tracks, double, i), y))
      return i;
  g_array_append_val (tracks, y);
  return tracks->len - 1;
}

/* Whether the place that a route comes from has others in the same gap. */
static gboolean
branches (const GArray *routes, const Route *route)
{
  for (guint i = 0; i < routes->len; i++)
    {
      const Route *other = &g_array_index (routes, Route, i);

      if (other != route && other->from_gap == route->from_gap && is_same (other->from_y, route->from_y))
        return TRUE;
    }
  return FALSE;
}

/* Gives every route its tracks and its channel, and every gap its number of tracks. */
static guint
assign_tracks (const WmLanes *lanes, GArray *routes, guint *n_tracks)
{
  g_autoptr (GPtrArray) gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint n_channels = 0, most = 0;

  for (guint i = 0; i <= lanes->n; i++)
    g_ptr_array_add (gaps, g_array_new (FALSE, FALSE, sizeof (double)));
  for (guint i = 0; i < routes->len; i++)
    {
      Route *route = &g_array_index (routes, Route, i);

      gboolean is_direct = route->to_gap == route->from_gap;

      /* Places of arrival are below zero, so that no other place has the same number. */
      route->from_track = take_track (g_ptr_array_index (gaps, route->from_gap),
                                      is_direct && !branches (routes, route) ? -route->to_y
                                                                             : route->from_y);
      if (is_direct)
        continue;
      route->channel = n_channels++ % MAX_CHANNELS;
      route->to_track = take_track (g_ptr_array_index (gaps, route->to_gap), -route->to_y);
    }
  for (guint i = 0; i <= lanes->n; i++)
    {
      n_tracks[i] = ((GArray *) g_ptr_array_index (gaps, i))->len;
      most = MAX (most, n_tracks[i]);
    }
  return most;
}

/* Left to right, with room for the heads before the next lane. */
static double
get_track_x (const WmChartLayout *self, const WmLanes *lanes, guint gap, guint track, guint n)
{
  double u = self->unit;
  double left = gap > 0 ? lanes->right[gap - 1] : lanes->left[0] - lanes->gap;
  double room = lanes->gap - 18 * u;

  return left + 5 * u + (track + 0.5) * room / n;
}

static void
add_head (WmChartLayout *self, double x, double y, guint32 colour)
{
  double u = self->unit;
  double corners[] = { x, y, x - 9 * u, y - 5 * u, x - 9 * u, y + 5 * u };
  WmItem *head = wm_scene_add (&self->scene, WM_LAYER_EVENT, WM_ITEM_AREA, "arrow-head");

  head->points = g_memdup2 (corners, sizeof corners);
  head->n_points = 3;
  head->colour = colour;
}

static void
add_arrow (WmChartLayout *self, const WmLanes *lanes, const Route *route, const guint *n_tracks)
{
  double u = self->unit, end = route->to_x - 7 * u;
  double out = get_track_x (self, lanes, route->from_gap, route->from_track,
                            n_tracks[route->from_gap]);
  gboolean is_direct = route->from_gap == route->to_gap;
  double in = is_direct ? out : get_track_x (self, lanes, route->to_gap, route->to_track,
                                             n_tracks[route->to_gap]);
  double below = lanes->channel + (route->channel + 0.75) * 7 * u;
  double points[] = { route->from_x, route->from_y, out, route->from_y, out, below,
                      in, below, in, route->to_y, end, route->to_y };
  double direct[] = { route->from_x, route->from_y, out, route->from_y, out, route->to_y,
                      end, route->to_y };
  WmItem *line = wm_scene_add_line (&self->scene, WM_LAYER_EVENT, "arrow",
                                    is_direct ? g_memdup2 (direct, sizeof direct)
                                              : g_memdup2 (points, sizeof points),
                                    is_direct ? 4 : 6);

  line->colour = wm_layout_ink (self, WM_INK_AXIS);
  line->line_width = 1.75 * u;
  add_head (self, route->to_x - 0.5 * u, route->to_y, line->colour);
}

void
wm_layout_add_arrows (WmChartLayout *self, const WmLanes *lanes)
{
  g_autofree guint *n_tracks = g_new0 (guint, lanes->n + 1);
  g_autoptr (GArray) routes = list_routes (self, lanes, TRUE);

  if (assign_tracks (lanes, routes, n_tracks) > MAX_TRACKS)
    {
      g_array_unref (routes);
      routes = list_routes (self, lanes, FALSE);
      assign_tracks (lanes, routes, n_tracks);
    }
  for (guint i = 0; i < routes->len; i++)
    add_arrow (self, lanes, &g_array_index (routes, Route, i), n_tracks);
}
