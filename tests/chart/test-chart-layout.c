/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Layouts as text; what must hold for every layout; and charts with nothing to show.
 *
 * Letters are of fixed width here, so the texts are the same on every machine. To write them anew
 * after a change that was looked at: WAYMARK_UPDATE_GOLDEN=1. */

#include "chart-samples.h"
#include "wm-chart-draw.h"
#include "wm-chart-hit.h"
#include "wm-chart-layout-private.h"
#include "wm-test.h"

#include <string.h>

static void
assert_same_lines (const char *name, const char *actual, const char *expected)
{
  g_auto (GStrv) got = g_strsplit (actual, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (expected, "\n", -1);

  for (gsize i = 0; got[i] != NULL || wanted[i] != NULL; i++)
    {
      if (g_strcmp0 (got[i], wanted[i]) != 0)
        g_error ("%s.txt:%" G_GSIZE_FORMAT ":\n expected %s\n got      %s", name, i + 1,
                 wanted[i] != NULL ? wanted[i] : "(end)", got[i] != NULL ? got[i] : "(end)");
      if (got[i] == NULL || wanted[i] == NULL)
        return;
    }
}

static void
test_golden (gconstpointer data)
{
  const char *name = data;
  g_autoptr (WmChart) chart = chart_sample_new (name);
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, 800, 600, WM_CHART_THEME_LIGHT);
  g_autofree char *dump = wm_chart_layout_dump (layout);
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("WAYMARK_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, dump, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  assert_same_lines (name, dump, expected);
}

/* Every text within the card, every mark and line too. */
static void
assert_nothing_clipped (const WmChartLayout *layout)
{
  for (int l = 0; l < WM_N_LAYERS; l++)
    for (guint i = 0; i < layout->scene.layers[l]->len; i++)
      {
        const WmItem *item = &g_array_index (layout->scene.layers[l], WmItem, i);

        if (item->kind == WM_ITEM_AREA || item->kind == WM_ITEM_LINE)
          {
            for (gsize p = 0; p < item->n_points; p++)
              if (!isnan (item->points[2 * p + 1]))
                {
                  g_assert_cmpfloat (item->points[2 * p], >=, -1);
                  g_assert_cmpfloat (item->points[2 * p], <=, layout->width + 1);
                  g_assert_cmpfloat (item->points[2 * p + 1], >=, -1);
                  g_assert_cmpfloat (item->points[2 * p + 1], <=, layout->height + 1);
                }
            continue;
          }
        if (item->x < -1 || item->y < -1 || item->x + item->width > layout->width + 1
            || item->y + item->height > layout->height + 1)
          g_error ("%s \"%s\" at %.1f %.1f, %.1f x %.1f leaves the card of %.0f x %.0f", item->what,
                   item->text.text != NULL ? item->text.text : "", item->x, item->y, item->width,
                   item->height, layout->width, layout->height);
      }
}

/* No two texts of the top layer lie on each other. */
static void
assert_no_overlap (const WmChartLayout *layout)
{
  const GArray *items = layout->scene.layers[WM_LAYER_LABEL];

  for (guint i = 0; i < items->len; i++)
    for (guint j = i + 1; j < items->len; j++)
      {
        const WmItem *a = &g_array_index (items, WmItem, i), *b = &g_array_index (items, WmItem, j);

        if (a->kind != WM_ITEM_TEXT || b->kind != WM_ITEM_TEXT)
          continue;
        if (a->x + 0.5 < b->x + b->width && b->x + 0.5 < a->x + a->width
            && a->y + 0.5 < b->y + b->height && b->y + 0.5 < a->y + a->height)
          g_error ("\"%s\" lies on \"%s\" at %.0f x %.0f", a->text.text, b->text.text,
                   layout->width, layout->height);
      }
}

static void
test_every_size (void)
{
  static const double sizes[][2] = {
    { 320, 240 }, { 480, 300 }, { 640, 360 }, { 800, 600 }, { 600, 900 }, { 1600, 900 }, { 1920, 1080 },
  };

  for (gsize i = 0; chart_sample_get_name (i) != NULL; i++)
    for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
      for (int fixed = 0; fixed < 2; fixed++)
        {
          g_autoptr (WmChart) chart = chart_sample_new (chart_sample_get_name (i));
          g_autoptr (WmChartLayout) layout =
            fixed ? wm_chart_layout_new_fixed (chart, sizes[s][0], sizes[s][1], WM_CHART_THEME_LIGHT)
                  : wm_chart_layout_new (chart, sizes[s][0], sizes[s][1], WM_CHART_THEME_LIGHT, NULL);

          g_test_message ("%s %.0f x %.0f fixed %d", chart_sample_get_name (i), sizes[s][0],
                          sizes[s][1], fixed);
          assert_nothing_clipped (layout);
          assert_no_overlap (layout);
          g_assert_cmpfloat (layout->bottom, >, layout->top);
        }
}

static WmChart *
make_random_mechanism (GRand *random)
{
  WmChart *chart = wm_chart_new_mechanism ();
  guint n_boxes = g_rand_int_range (random, 1, g_rand_boolean (random) ? 7 : 30);
  guint n_arrows = g_rand_int_range (random, 0, 2 * n_boxes);

  wm_chart_set_title (chart, "A framework that nobody would make");
  wm_chart_add_surrounding (chart, "Outside", "All that is not inside");
  for (guint i = 0; i < n_boxes; i++)
    {
      g_autofree char *name = g_strnfill (g_rand_int_range (random, 1, 60), 'n');
      guint n_entries = g_rand_int_range (random, 0, 16);

      wm_chart_add_box (chart, name, "Some of these have data", "Some", g_rand_int_range (random, 0, WM_N_CHART_TONES));
      for (guint j = 0; j < n_entries; j++)
        wm_chart_add_box_entry (chart, i, name, j % 2 ? "1 of 3" : NULL, g_rand_int_range (random, 0, WM_N_CHART_TONES));
      for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
        wm_chart_set_box_count (chart, i, WM_WHOLE_BOX, tone, g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, 400));
    }
  for (guint i = 0; i < n_arrows; i++)
    {
      guint from = g_rand_int_range (random, 0, n_boxes), to = g_rand_int_range (random, 0, n_boxes);

      wm_chart_add_arrow (chart, from, (int) wm_chart_get_n_points (chart, from) - 2, to, WM_WHOLE_BOX);
    }
  return chart;
}

/* Boxes stay in their room, and entries in their box. */
static void
assert_boxes_hold (const WmChartLayout *layout)
{
  for (guint s = 0; s < layout->chart->boxes->len; s++)
    for (gsize i = 0; i < wm_chart_get_n_points (layout->chart, s); i++)
      {
        const GArray *frames = g_ptr_array_index (layout->frames, s);
        const WmChartFrame *box = &g_array_index (frames, WmChartFrame, 0);
        const WmChartFrame *frame = &g_array_index (frames, WmChartFrame, i);
        WmChartPlace place;

        g_assert_true (wm_chart_layout_get_place (layout, s, i, &place));
        if (!place.has_value)
          continue;
        g_assert_cmpfloat (frame->x, >=, i == 0 ? layout->left : box->x);
        g_assert_cmpfloat (frame->y, >=, i == 0 ? layout->top : box->y);
        g_assert_cmpfloat (frame->x + frame->width, <=, 0.01 + (i == 0 ? layout->right : box->x + box->width));
        g_assert_cmpfloat (frame->y + frame->height, <=, 0.01 + (i == 0 ? layout->bottom : box->y + box->height));
      }
}

/* Whatever leads to whatever, in circles too: nothing is clipped, and no text lies on another. */
static void
test_random_mechanisms (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int round = 0; round < 150; round++)
    {
      g_autoptr (WmChart) chart = make_random_mechanism (random);
      double width = g_rand_double_range (random, 320, 1700), height = g_rand_double_range (random, 240, 1000);
      g_autoptr (WmChartLayout) layout =
        round % 4 > 0 ? wm_chart_layout_new_fixed (chart, width, height, WM_CHART_THEME_LIGHT)
                      : wm_chart_layout_new (chart, width, height, WM_CHART_THEME_LIGHT, NULL);
      g_autofree char *alt_text = wm_chart_dup_alt_text (chart);

      g_test_message ("round %d", round);
      assert_boxes_hold (layout);
      assert_nothing_clipped (layout);
      assert_no_overlap (layout);
      g_assert_cmpuint (g_utf8_strlen (alt_text, -1), <=, 300);
    }
}

/* End labels of random charts never overlap, keep their order and stay within their room. */
static void
test_labels_spread (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GArray) labels = g_array_new (FALSE, TRUE, sizeof (WmEndLabel));
      int n = g_rand_int_range (random, 1, 30);

      for (int i = 0; i < n; i++)
        {
          WmEndLabel label = { .wanted = g_rand_double_range (random, 100, 400),
                               .height = g_rand_double_range (random, 10, 40),
                               .priority = g_rand_int_range (random, 0, 5) };

          g_array_append_val (labels, label);
        }
      wm_end_labels_spread (labels, 100, 400);
      for (guint i = 0; i < labels->len; i++)
        {
          const WmEndLabel *label = &g_array_index (labels, WmEndLabel, i);

          g_assert_cmpfloat (label->y - label->height / 2, >=, 100 - 1e-6);
          g_assert_cmpfloat (label->y + label->height / 2, <=, 400 + 1e-6);
          if (i > 0)
            {
              const WmEndLabel *above = label - 1;

              g_assert_cmpfloat (label->y - label->height / 2, >=, above->y + above->height / 2 - 1e-6);
              g_assert_cmpfloat (label->wanted, >=, above->wanted);
            }
        }
    }
}

static void
test_lone_label_stays (void)
{
  g_autoptr (GArray) labels = g_array_new (FALSE, TRUE, sizeof (WmEndLabel));
  WmEndLabel label = { .wanted = 250, .height = 20 };

  g_array_append_val (labels, label);
  wm_end_labels_spread (labels, 100, 400);
  wm_assert_close (g_array_index (labels, WmEndLabel, 0).y, 250, 1e-12);
}

static void
draw_all (WmChart *chart)
{
  for (int theme = 0; theme < WM_N_CHART_THEMES; theme++)
    {
      g_autoptr (WmChartLayout) layout = wm_chart_layout_new (chart, 480, 300, theme, NULL);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 480, 300);
      cairo_t *cr = cairo_create (surface);
      g_autofree char *alt_text = wm_chart_dup_alt_text (chart);

      wm_chart_draw (layout, cr);
      wm_chart_draw_focus (layout, cr, 0, 0);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      assert_nothing_clipped (layout);
      g_assert_cmpuint (g_utf8_strlen (alt_text, -1), <=, 300);
      g_assert_null (strstr (alt_text, "nan"));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_nothing_to_show (void)
{
  static const char *const periods[] = { "2023", "2024", "2025" };
  static const double nothing[] = { NAN, NAN, NAN };
  g_autoptr (WmChart) none = wm_chart_new_time_series (NULL, 0);
  g_autoptr (WmChart) missing = wm_chart_new_time_series (periods, 3);
  g_autoptr (WmChart) dots = wm_chart_new_dots ("2025");
  g_autoptr (WmChart) did = wm_chart_new_did (periods, 3);

  wm_chart_add_series (missing, WM_SERIES_ROLE_CHOSEN, "Ambleford", nothing, NULL, NULL);
  wm_chart_set_band (missing, "Spread", nothing, nothing);
  wm_chart_add_dot (dots, WM_SERIES_ROLE_CHOSEN, "Ambleford", NAN, WM_MISSING_SUPPRESSED, WM_PUBLICATION_NONE);
  wm_chart_add_group (did, WM_SERIES_ROLE_TREATED, "Treated", 0, nothing, nothing, nothing);
  wm_chart_add_group (did, WM_SERIES_ROLE_CONTROL, "Control", 0, nothing, NULL, NULL);
  wm_chart_set_effect (did, NAN, NAN, NAN, NAN);
  wm_chart_set_intervention (did, 0.5, NULL);
  draw_all (none);
  draw_all (missing);
  draw_all (dots);
  draw_all (did);
}

static void
test_little_to_show (void)
{
  static const char *const periods[] = { "2025" };
  static const double one[] = { 5 }, huge[] = { 1e12 }, infinite[] = { INFINITY };
  g_autoptr (WmChart) point = wm_chart_new_time_series (periods, 1);
  g_autoptr (WmChart) large = wm_chart_new_time_series (periods, 1);
  g_autoptr (WmChart) did = wm_chart_new_did (periods, 1);
  g_autoptr (WmChart) dot = wm_chart_new_dots ("2025");

  wm_chart_add_series (point, WM_SERIES_ROLE_CHOSEN, NULL, one, NULL, NULL);
  wm_chart_add_break (point, 1, "none");
  wm_chart_set_intervention (point, 40, "far away");
  wm_chart_add_series (large, WM_SERIES_ROLE_CHOSEN, "A\nB\t\x01", huge, NULL, NULL);
  wm_chart_add_series (large, WM_SERIES_ROLE_COUNTRY, "Infinite", infinite, NULL, NULL);
  wm_chart_add_group (did, WM_SERIES_ROLE_TREATED, "Treated", 1, one, NULL, NULL);
  wm_chart_add_group (did, WM_SERIES_ROLE_CONTROL, "Control", 1, huge, NULL, NULL);
  wm_chart_set_effect (did, 1e12, NAN, NAN, 0.95);
  wm_chart_set_intervention (did, -0.5, NULL);
  wm_chart_add_dot (dot, WM_SERIES_ROLE_CHOSEN, "Ambleford", 0, WM_MISSING_NONE, WM_PUBLICATION_NONE);
  draw_all (point);
  draw_all (large);
  draw_all (did);
  draw_all (dot);
}

static void
test_two_hundred_series (void)
{
  static const char *const periods[] = { "2023", "2024", "2025" };
  g_autoptr (WmChart) chart = wm_chart_new_time_series (periods, 3);
  g_autoptr (WmChartLayout) layout = NULL;

  for (int i = 0; i < 200; i++)
    {
      double values[] = { i, 200 - i, i / 2.0 };

      wm_chart_add_series (chart, i == 0 ? WM_SERIES_ROLE_CHOSEN : WM_SERIES_ROLE_HIGHLIGHT,
                           "An authority with a rather long name, of the kind that there are", values,
                           NULL, NULL);
    }
  layout = wm_chart_layout_new (chart, 800, 600, WM_CHART_THEME_LIGHT, NULL);
  assert_no_overlap (layout);
  assert_nothing_clipped (layout);
}

/* 987.6 stands nowhere: not in a place, not on the axis, not in a word. */
static void
test_hidden_stays_hidden (void)
{
  static const char *const periods[] = { "2023", "2024", "2025" };
  static const double values[] = { 10, 987.6, 12 };
  static const guint8 missing[] = { 0, WM_MISSING_SUPPRESSED, 0 };
  g_autoptr (WmChart) chart = wm_chart_new_time_series (periods, 3);
  g_autoptr (WmChart) same = wm_chart_new_time_series (periods, 3);
  double other[] = { 10, 3, 12 };
  g_autoptr (WmChartLayout) one = NULL, two = NULL;
  g_autofree char *a = NULL, *b = NULL, *words = NULL, *point = NULL;

  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "Ambleford", values, missing, NULL);
  wm_chart_add_series (same, WM_SERIES_ROLE_CHOSEN, "Ambleford", other, missing, NULL);
  one = wm_chart_layout_new_fixed (chart, 800, 600, WM_CHART_THEME_LIGHT);
  two = wm_chart_layout_new_fixed (same, 800, 600, WM_CHART_THEME_LIGHT);
  a = wm_chart_layout_dump (one);
  b = wm_chart_layout_dump (two);
  g_assert_cmpstr (a, ==, b);
  g_assert_nonnull (strstr (a, "hidden"));
  words = wm_chart_dup_long_text (chart);
  g_assert_null (strstr (words, "987"));
  point = wm_chart_dup_point_words (chart, 0, 1);
  g_assert_cmpstr (point, ==, "Ambleford, 2024: Hidden to protect children (small number)");
}

static void
test_gap_is_not_bridged (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("series");
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, 800, 600, WM_CHART_THEME_LIGHT);
  const GArray *items = layout->scene.layers[WM_LAYER_CHOSEN];
  guint n_gaps = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const WmItem *item = &g_array_index (items, WmItem, i);

      for (gsize p = 0; g_str_equal (item->what, "line") && p < item->n_points; p++)
        n_gaps += isnan (item->points[2 * p + 1]);
    }
  g_assert_cmpuint (n_gaps, ==, 2); /* the hidden year and the changed definition */
}

/* Less than half a unit: a hollow mark at zero, but no number anywhere. */
static void
test_low_is_drawn_at_zero (void)
{
  static const char *const periods[] = { "2024", "2025" };
  static const double values[] = { NAN, 4 };
  static const guint8 missing[] = { WM_MISSING_ROUNDS_TO_ZERO, WM_MISSING_NONE };
  g_autoptr (WmChart) chart = wm_chart_new_time_series (periods, 2);
  g_autoptr (WmChartLayout) layout = NULL;
  g_autofree char *dump = NULL;
  WmChartPlace place;

  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "Ambleford", values, missing, NULL);
  layout = wm_chart_layout_new_fixed (chart, 800, 600, WM_CHART_THEME_LIGHT);
  dump = wm_chart_layout_dump (layout);
  g_assert_nonnull (strstr (dump, "low hollow circle"));
  g_assert_true (wm_chart_layout_get_place (layout, 0, 0, &place));
  g_assert_false (place.has_value);
}

/* The areas of a group lie behind their mean, without a name. */
static void
test_areas_behind_groups (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("did");
  g_autoptr (WmChartLayout) layout = NULL;
  double values[12];

  for (int i = 0; i < 12; i++)
    values[i] = 50 + i;
  wm_chart_add_series (chart, WM_SERIES_ROLE_CONTEXT, "One area", values, NULL, NULL);
  layout = wm_chart_layout_new_fixed (chart, 800, 600, WM_CHART_THEME_LIGHT);
  g_assert_cmpuint (layout->scene.layers[WM_LAYER_CONTEXT]->len, ==, 1);
  g_assert_cmpuint (layout->labels->len, ==, 4);
}

static void
test_nearest (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("series");
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, 800, 600, WM_CHART_THEME_LIGHT);
  WmChartPlace place;
  gsize series = 9, index = 9;

  g_assert_true (wm_chart_layout_get_place (layout, 1, 3, &place));
  g_assert_true (place.has_value);
  g_assert_true (wm_chart_layout_find_nearest (layout, place.x + 1, place.y - 1, 12, &series, &index));
  g_assert_cmpuint (series, ==, 1);
  g_assert_cmpuint (index, ==, 3);
  g_assert_false (wm_chart_layout_find_nearest (layout, 2, 2, 12, &series, &index));
  g_assert_true (wm_chart_layout_get_place (layout, 0, 6, &place));
  g_assert_false (place.has_value);
  g_assert_false (wm_chart_layout_get_place (layout, 0, 12, &place));
  g_assert_false (wm_chart_layout_get_place (layout, 4, 0, &place));
}

static cairo_surface_t *
draw_with_focus (const WmChartLayout *layout, gboolean has_focus)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 800, 600);
  cairo_t *cr = cairo_create (surface);

  wm_chart_draw (layout, cr);
  if (has_focus)
    wm_chart_draw_focus (layout, cr, 0, 8);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The ring is around its point, and changes no pixel elsewhere. */
static void
test_focus (void)
{
  g_autoptr (WmChart) chart = chart_sample_new ("series");
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new (chart, 800, 600, WM_CHART_THEME_LIGHT, NULL);
  cairo_surface_t *before = draw_with_focus (layout, FALSE), *after = draw_with_focus (layout, TRUE);
  guint n = 0;
  WmChartPlace place;

  g_assert_true (wm_chart_layout_get_place (layout, 0, 8, &place));
  for (int y = 0; y < 600; y++)
    for (int x = 0; x < 800; x++)
      {
        gsize at = (gsize) y * cairo_image_surface_get_stride (before) + 4 * (gsize) x;

        if (memcmp (cairo_image_surface_get_data (before) + at, cairo_image_surface_get_data (after) + at, 3) == 0)
          continue;
        g_assert_cmpfloat (hypot (x + 0.5 - place.x, y + 0.5 - place.y), <, 15);
        n++;
      }
  g_assert_cmpuint (n, >, 50);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; chart_sample_get_name (i) != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/chart/layout/golden/", chart_sample_get_name (i), NULL);

      g_test_add_data_func (path, chart_sample_get_name (i), test_golden);
    }
  g_test_add_func ("/chart/layout/every-size", test_every_size);
  g_test_add_func ("/chart/layout/random-mechanisms", test_random_mechanisms);
  g_test_add_func ("/chart/layout/labels-spread", test_labels_spread);
  g_test_add_func ("/chart/layout/lone-label-stays", test_lone_label_stays);
  g_test_add_func ("/chart/layout/nothing-to-show", test_nothing_to_show);
  g_test_add_func ("/chart/layout/little-to-show", test_little_to_show);
  g_test_add_func ("/chart/layout/two-hundred-series", test_two_hundred_series);
  g_test_add_func ("/chart/layout/hidden-stays-hidden", test_hidden_stays_hidden);
  g_test_add_func ("/chart/layout/gap-is-not-bridged", test_gap_is_not_bridged);
  g_test_add_func ("/chart/layout/low-is-drawn-at-zero", test_low_is_drawn_at_zero);
  g_test_add_func ("/chart/layout/areas-behind-groups", test_areas_behind_groups);
  g_test_add_func ("/chart/layout/nearest", test_nearest);
  g_test_add_func ("/chart/layout/focus", test_focus);
  return g_test_run ();
}
