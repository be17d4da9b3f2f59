/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Mechanisms: lanes from arrows, what is shown and what is only counted, words and table. That
 * nothing is clipped or lies on each other is tested with the layouts of all charts. */

#include "chart-samples.h"
#include "wm-box-lanes.h"
#include "wm-chart-draw.h"
#include "wm-chart-hit.h"
#include "wm-chart-layout-private.h"
#include "wm-chart-table.h"
#include "wm-test.h"

#include <string.h>

#define NO WM_NO_LANE

typedef struct
{
  const char *name;
  guint n_boxes;
  guint arrows[6][2];   /* between whole boxes; ends at 0, 0 */
  guint entry_arrow[2]; /* and one between entries */
  guint lanes[6];
  guint n_lanes;
} LaneCase;

static const LaneCase lane_cases[] = {
  { "none", 3, { { 0 } }, { 0, 0 }, { NO, NO, NO }, 0 },
  { "diamond", 4, { { 0, 1 }, { 0, 2 }, { 1, 3 }, { 2, 3 } }, { 0, 0 }, { 0, 1, 1, 2 }, 3 },
  { "against-the-order", 3, { { 2, 1 }, { 1, 0 } }, { 0, 0 }, { 2, 1, 0 }, 3 },
  { "longest-way", 4, { { 0, 3 }, { 0, 1 }, { 1, 2 }, { 2, 3 } }, { 0, 0 }, { 0, 1, 2, 3 }, 4 },
  { "one-apart", 4, { { 0, 2 } }, { 0, 0 }, { 0, NO, 1, NO }, 2 },
  { "circle", 3, { { 0, 1 }, { 1, 2 }, { 2, 0 } }, { 0, 0 }, { 0, 1, 2 }, 3 },
  { "entries-go-back", 2, { { 0, 1 } }, { 1, 0 }, { 0, 1 }, 2 },
};

static void
test_lanes (gconstpointer data)
{
  const LaneCase *c = data;
  g_autoptr (WmChart) chart = wm_chart_new_mechanism ();
  g_autofree guint *lanes = NULL;
  guint n_lanes;

  for (guint i = 0; i < c->n_boxes; i++)
    {
      guint box = wm_chart_add_box (chart, "A domain", NULL, NULL, WM_TONE_DATA);

      wm_chart_add_box_entry (chart, box, "An outcome", NULL, WM_TONE_DATA);
    }
  /* First, so that it would win if order decided. */
  if (c->entry_arrow[0] != c->entry_arrow[1])
    wm_chart_add_arrow (chart, c->entry_arrow[0], 0, c->entry_arrow[1], 0);
  for (guint i = 0; c->arrows[i][0] != c->arrows[i][1]; i++)
    wm_chart_add_arrow (chart, c->arrows[i][0], WM_WHOLE_BOX, c->arrows[i][1], WM_WHOLE_BOX);
  lanes = wm_box_lanes_new (chart, &n_lanes);
  g_assert_cmpuint (n_lanes, ==, c->n_lanes);
  for (guint i = 0; i < c->n_boxes; i++)
    g_assert_cmpuint (lanes[i], ==, c->lanes[i]);
}

/* 1100 by 700 is a window on a small screen: all 33 entries, in letters of at least 11 px. */
static void
test_all_entries_show (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("mechanism");
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new (chart, 1100, 700, WM_CHART_THEME_LIGHT, NULL);
  guint n_shown = 0;

  for (guint box = 0; box < 4; box++)
    for (gsize i = 1; i < wm_chart_get_n_points (chart, box); i++)
      {
        WmChartPlace place;

        g_assert_true (wm_chart_layout_get_place (layout, box, i, &place));
        n_shown += place.has_value;
      }
  g_assert_cmpuint (n_shown, ==, 33);
  g_assert_cmpfloat (12 * wm_chart_layout_get_unit (layout), >=, 11);
}

/* What has no room is counted, and stays in the table. */
static void
test_rest_is_counted (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("mechanism-many");
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, 640, 480, WM_CHART_THEME_LIGHT);
  g_autofree char *dump = wm_chart_layout_dump (layout), *words = NULL;
  g_autoptr (WmTable) table = wm_chart_get_table (chart);
  WmChartPlace place;
  guint n_shown = 0;

  for (guint box = 0; box < 40; box++)
    n_shown += wm_chart_layout_get_place (layout, box, 0, &place) && place.has_value;
  g_assert_cmpuint (n_shown, >=, 10);
  g_assert_cmpuint (n_shown, <, 40);
  words = g_strdup_printf ("\"and %u more in the table\"", 40 - n_shown);
  g_assert_nonnull (strstr (dump, words));
  g_assert_nonnull (strstr (dump, "\"There is no room for arrows here: the table says what leads to what.\""));
  g_assert_cmpuint (wm_table_get_n_rows (table), ==, 40 * 7 + 3);
}

static void
test_outside_is_always_there (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 480, 300 }, { 800, 600 }, { 1600, 900 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WmChart) chart = chart_sample_new (i % 2 ? "mechanism-empty" : "mechanism");
      g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, sizes[i][0], sizes[i][1],
                                                                    WM_CHART_THEME_LIGHT);
      g_autofree char *dump = wm_chart_layout_dump (layout);

      g_assert_nonnull (strstr (dump, "Local context"));
      g_assert_nonnull (strstr (dump, "Corporate support"));
      g_assert_nonnull (strstr (dump, "Partner agencies"));
      g_assert_nonnull (strstr (dump, "not measured"));
    }
}

/* The entry under the pointer, else its box, else what is outside, else nothing. */
static void
test_pointer (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("mechanism");
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, 1600, 900, WM_CHART_THEME_LIGHT);
  const WmChartFrame *box = &g_array_index ((GArray *) g_ptr_array_index (layout->frames, 3), WmChartFrame, 0);
  WmChartPlace place;
  gsize series = 9, index = 9;

  g_assert_true (wm_chart_layout_get_place (layout, 3, 4, &place));
  g_assert_true (wm_chart_layout_find_nearest (layout, place.x + 40, place.y, 1, &series, &index));
  g_assert_cmpuint (series, ==, 3);
  g_assert_cmpuint (index, ==, 4);
  g_assert_true (wm_chart_layout_find_nearest (layout, box->x + 2, box->y + 2, 1, &series, &index));
  g_assert_cmpuint (series, ==, 3);
  g_assert_cmpuint (index, ==, 0);
  g_assert_true (wm_chart_layout_get_place (layout, 4, 2, &place));
  g_assert_true (wm_chart_layout_find_nearest (layout, place.x, place.y, 1, &series, &index));
  g_assert_cmpuint (series, ==, 4);
  g_assert_cmpuint (index, ==, 2);
  g_assert_false (wm_chart_layout_find_nearest (layout, 2, 2, 20, &series, &index));
}

static cairo_surface_t *
draw (const WmChartLayout *layout, gboolean has_focus)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1100, 700);
  cairo_t *cr = cairo_create (surface);

  wm_chart_draw (layout, cr);
  if (has_focus)
    wm_chart_draw_focus (layout, cr, 1, 2);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The entry that has the focus is framed, and nothing else changes. */
static void
test_focus (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("mechanism");
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new (chart, 1100, 700, WM_CHART_THEME_LIGHT, NULL);
  const WmChartFrame *frame = &g_array_index ((GArray *) g_ptr_array_index (layout->frames, 1), WmChartFrame, 2);
  cairo_surface_t *before = draw (layout, FALSE), *after = draw (layout, TRUE);
  guint n = 0;

  for (int y = 0; y < 700; y++)
    for (int x = 0; x < 1100; x++)
      {
        gsize at = (gsize) y * cairo_image_surface_get_stride (before) + 4 * (gsize) x;

        if (memcmp (cairo_image_surface_get_data (before) + at, cairo_image_surface_get_data (after) + at, 3) == 0)
          continue;
        g_assert_cmpfloat (x, >, frame->x - 5);
        g_assert_cmpfloat (x, <, frame->x + frame->width + 5);
        g_assert_cmpfloat (y, >, frame->y - 5);
        g_assert_cmpfloat (y, <, frame->y + frame->height + 5);
        n++;
      }
  g_assert_cmpuint (n, >, frame->width);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

/* An arrow head for each pair of ends that are shown; none within a box. */
static void
test_arrows (void)
{
  static const struct
  {
    const char *name;
    guint n_heads;
  } cases[] = { { "mechanism", 4 }, { "mechanism-entries", 6 }, { "mechanism-grid", 0 }, { "mechanism-many", 0 } };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (WmChart) chart = chart_sample_new (cases[c].name);
      g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, 1600, 900, WM_CHART_THEME_LIGHT);
      const GArray *items = layout->scene.layers[WM_LAYER_EVENT];
      guint n_heads = 0;

      for (guint i = 0; i < items->len; i++)
        n_heads += g_str_equal (g_array_index (items, WmItem, i).what, "arrow-head");
      g_assert_cmpuint (n_heads, ==, cases[c].n_heads);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *name, *words;
  } cases[] = {
    { "mechanism", "Picture of boxes. A fictional framework: 4 domains. Indicators: Has data 20; A return or "
                   "a table would fill it 48; Can be derived from child-level data 16; Needs a new collection "
                   "24. Outside, not measured: Local context; Corporate support; Partner agencies. "
                   "3 domains lead to others." },
    { "mechanism-one", "Picture of boxes. A fictional framework: 1 domain. Indicators: Has data 5; A return or a "
                       "table would fill it 12; Can be derived from child-level data 4; Needs a new collection "
                       "6. Outside, not measured: Local context; Corporate support; Partner agencies." },
    { "mechanism-empty", "A fictional framework. The framework has no domains yet." },
  };
  g_autoptr (WmChart) chart = chart_sample_new ("mechanism");
  g_autofree char *long_text = wm_chart_dup_long_text (chart);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmChart) one = chart_sample_new (cases[i].name);
      g_autofree char *words = wm_chart_dup_alt_text (one);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_nonnull (strstr (long_text, "\n– Staff stay: Can be derived from child-level data, 1 of 3\n"));
}

static void
test_points (void)
{
  static const struct
  {
    const char *name;
    gsize series, index;
    const char *words;
  } cases[] = {
    { "mechanism", 0, 0, "Conditions in which good work can be done: 5 of 27 indicators have data. Expected to "
                         "lead to: Reaching those who need help; Families count and are heard" },
    { "mechanism", 0, 3, "Staff have the skills: Not measured" },
    { "mechanism", 4, 1, "Corporate support: Budget, premises, systems. Outside the framework, not measured" },
    { "mechanism", 5, 0, "" },
    { "mechanism-entries", 0, 1, "Leaders who are seen and heard: Has data, 1 of 3. Expected to lead to: "
                                 "Staff are well supported; Staff stay" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmChart) chart = chart_sample_new (cases[i].name);
      g_autofree char *words = wm_chart_dup_point_words (chart, cases[i].series, cases[i].index);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_table (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("mechanism");
  g_autoptr (WmTable) table = wm_chart_get_table (chart);

  g_assert_cmpuint (wm_table_get_n_rows (table), ==, 4 + 33 + 3);
  g_assert_cmpuint (wm_table_get_n_columns (table), ==, 4 + 4);
  g_assert_cmpstr (wm_table_get_text (table, 0, 3), ==,
                   "Reaching those who need help; Families count and are heard");
  wm_assert_close (wm_table_get_number (table, 0, 5), 12, 1e-12);
  g_assert_cmpstr (wm_table_get_text (table, 1, 1), ==, "Leaders who are seen and heard");
  g_assert_cmpstr (wm_table_get_text (table, 39, 2), ==, "Outside the framework, not measured");
}

static void
add_lane_tests (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lane_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/mechanism/lanes/", lane_cases[i].name, NULL);

      g_test_add_data_func (path, &lane_cases[i], test_lanes);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_lane_tests ();
  g_test_add_func ("/chart/mechanism/all-entries-show", test_all_entries_show);
  g_test_add_func ("/chart/mechanism/rest-is-counted", test_rest_is_counted);
  g_test_add_func ("/chart/mechanism/outside-is-always-there", test_outside_is_always_there);
  g_test_add_func ("/chart/mechanism/pointer", test_pointer);
  g_test_add_func ("/chart/mechanism/focus", test_focus);
  g_test_add_func ("/chart/mechanism/arrows", test_arrows);
  g_test_add_func ("/chart/mechanism/words", test_words);
  g_test_add_func ("/chart/mechanism/points", test_points);
  g_test_add_func ("/chart/mechanism/table", test_table);
  return g_test_run ();
}
