/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Lanes from arrows: a box stands one lane behind the last of those that lead to it, so that arrows
 * run with the reading direction.
 *
 * Boxes can lead to each other in a circle although no two entries do. The arrow that would close a
 * circle then counts for no lane; it is drawn all the same, backwards. Arrows between whole boxes
 * are taken first, so that they are the last to be drawn so. */

#include "config.h"

#include "wm-box-lanes.h"

#include "wm-chart-private.h"

typedef struct
{
  guint n;
  guint8 *joined;   /* n × n: a leads right to b */
  guint8 *reaches;  /* n × n: there is a way from a to b */
} Graph;

static void
add_way (Graph *graph, guint from, guint to)
{
  guint n = graph->n;

  graph->joined[from * n + to] = TRUE;
  for (guint a = 0; a < n; a++)
    for (guint b = 0; (a == from || graph->reaches[a * n + from]) && b < n; b++)
      if (b == to || graph->reaches[to * n + b])
        graph->reaches[a * n + b] = TRUE;
}

static void
add_arrows (Graph *graph, const WmChart *chart, gboolean whole_boxes)
{
  for (guint i = 0; i < chart->arrows->len; i++)
    {
      const WmChartArrow *arrow = &g_array_index (chart->arrows, WmChartArrow, i);
      guint from = arrow->from_box, to = arrow->to_box;
      gboolean is_whole = arrow->from_entry == WM_WHOLE_BOX && arrow->to_entry == WM_WHOLE_BOX;

      if (is_whole == whole_boxes && from != to && !graph->joined[from * graph->n + to]
          && !graph->reaches[to * graph->n + from])
        add_way (graph, from, to);
    }
}

/* One step of the longest ways; whether any box moved. */
static gboolean
push_back (const Graph *graph, guint *lanes)
{
  gboolean any = FALSE;

  for (guint a = 0; a < graph->n; a++)
    for (guint b = 0; b < graph->n; b++)
      if (graph->joined[a * graph->n + b] && lanes[b] <= lanes[a])
        {
          lanes[b] = lanes[a] + 1;
          any = TRUE;
        }
  return any;
}

/* @n_lanes: (out): 0 where no arrow joins two boxes. Returns: (transfer full): the lane of each box,
 * or %WM_NO_LANE. */
guint *
wm_box_lanes_new (const WmChart *chart, guint *n_lanes)
{
  guint n = chart->boxes->len;
  guint *lanes = g_new0 (guint, n);
  g_autofree guint8 *joined = g_new0 (guint8, (gsize) n * n);
  g_autofree guint8 *reaches = g_new0 (guint8, (gsize) n * n);
  Graph graph = { n, joined, reaches };

  add_arrows (&graph, chart, TRUE);
  add_arrows (&graph, chart, FALSE);
  while (push_back (&graph, lanes))
    ;
  *n_lanes = 0;
  for (guint i = 0; i < n; i++)
    if (!wm_chart_box_is_linked (chart, i))
      lanes[i] = WM_NO_LANE;
    else
      *n_lanes = MAX (*n_lanes, lanes[i] + 1);
  return lanes;
}
