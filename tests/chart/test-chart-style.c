/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Contrast of the colours, and that no two lines differ by colour alone. */

#include "wm-chart-style.h"
#include "wm-test.h"

/* Ratios by the formula of WCAG 2.2, to two decimals, on white, #FAFAFA and #1E1E1E. */
static void
test_contrast (void)
{
  static const struct
  {
    guint32 colour;
    double white, window, dark;
  } cases[] = {
    { 0x12436d, 10.25, 9.82, 1.63 }, { 0xf46a25, 3.03, 2.90, 5.51 }, { 0x28a197, 3.17, 3.03, 5.27 },
    { 0x3d3d3d, 10.86, 10.41, 1.53 }, { 0xa285d1, 3.08, 2.95, 5.41 }, { 0x949494, 3.03, 2.91, 5.50 },
    { 0xbfbfbf, 1.84, 1.76, 9.07 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("#%06x", cases[i].colour);
      wm_assert_close (wm_chart_style_get_contrast (cases[i].colour, 0xffffff), cases[i].white, 0.006);
      wm_assert_close (wm_chart_style_get_contrast (cases[i].colour, 0xfafafa), cases[i].window, 0.006);
      wm_assert_close (wm_chart_style_get_contrast (cases[i].colour, 0x1e1e1e), cases[i].dark, 0.006);
    }
  wm_assert_close (wm_chart_style_get_contrast (0x0b0c0c, 0xffffff), 19.59, 0.001);
  wm_assert_close (wm_chart_style_get_contrast (0x505a5f, 0xffffff), 7.07, 0.001);
  wm_assert_close (wm_chart_style_get_contrast (0x7a7a7a, 0x1e1e1e), 3.88, 0.006);
}

/* WCAG 1.4.11: 3 to 1 for lines and marks; 1.4.3: 4.5 to 1 for text; in every theme. */
static void
test_every_theme_is_legible (void)
{
  for (int theme = 0; theme < WM_N_CHART_THEMES; theme++)
    {
      guint32 card = wm_chart_style_get_ink (theme, WM_INK_CARD);

      for (int role = 0; role < WM_N_SERIES_ROLES; role++)
        {
          WmSeriesStyle style = wm_chart_style_get_series (theme, role);

          g_test_message ("theme %d role %d", theme, role);
          g_assert_cmpfloat (wm_chart_style_get_contrast (style.colour, card), >=, 3);
        }
      for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
        {
          g_test_message ("theme %d tone %d", theme, tone);
          g_assert_cmpfloat (wm_chart_style_get_contrast (wm_chart_style_get_tone (theme, tone).colour, card), >=, 3);
        }
      g_assert_cmpfloat (wm_chart_style_get_contrast (wm_chart_style_get_ink (theme, WM_INK_TEXT), card), >=, 4.5);
      g_assert_cmpfloat (wm_chart_style_get_contrast (wm_chart_style_get_ink (theme, WM_INK_SECOND_TEXT), card), >=, 4.5);
      g_assert_cmpfloat (wm_chart_style_get_contrast (wm_chart_style_get_ink (theme, WM_INK_AXIS), card), >=, 3);
      g_assert_cmpfloat (wm_chart_style_get_contrast (wm_chart_style_get_ink (theme, WM_INK_TEXT),
                                                      wm_chart_style_get_ink (theme, WM_INK_TINT)), >=, 4.5);
    }
}

static void
test_not_by_colour_alone (void)
{
  for (int a = WM_SERIES_ROLE_CHOSEN; a < WM_SERIES_ROLE_HIGHLIGHT; a++)
    for (int b = a + 1; b <= WM_SERIES_ROLE_HIGHLIGHT; b++)
      {
        WmSeriesStyle one = wm_chart_style_get_series (WM_CHART_THEME_PRINT, a);
        WmSeriesStyle other = wm_chart_style_get_series (WM_CHART_THEME_PRINT, b);

        g_assert_cmpint (one.mark, !=, other.mark);
        g_assert_true (one.dash != other.dash || one.width > other.width);
      }
}

/* Coverage tells seven things apart, travel eight: each by a shape of its own. */
static void
test_tones_by_shape (void)
{
  static const WmChartTone families[][8] = {
    { WM_TONE_DATA, WM_TONE_PART, WM_TONE_IMPORT, WM_TONE_DERIVE, WM_TONE_COLLECT, WM_TONE_UNDECIDED,
      WM_TONE_GAP, WM_TONE_GAP },
    { WM_TONE_BETTER, WM_TONE_WORSE, WM_TONE_MIXED, WM_TONE_SAME, WM_TONE_NO_DIRECTION, WM_TONE_UNKNOWN,
      WM_TONE_NO_DATA, WM_TONE_GAP },
  };

  for (int family = 0; family < 2; family++)
    for (int a = 0; a < 8; a++)
      for (int b = 0; b < a; b++)
        {
          WmToneStyle one = wm_chart_style_get_tone (WM_CHART_THEME_PRINT, families[family][a]);
          WmToneStyle other = wm_chart_style_get_tone (WM_CHART_THEME_PRINT, families[family][b]);

          g_assert_true (one.mark != other.mark || one.is_hollow != other.is_hollow
                         || families[family][a] == families[family][b]);
        }
}

static void
test_print_has_no_colour (void)
{
  for (int role = 0; role < WM_N_SERIES_ROLES; role++)
    {
      guint32 colour = wm_chart_style_get_series (WM_CHART_THEME_PRINT, role).colour;

      g_assert_cmphex (colour >> 16, ==, colour & 0xff);
      g_assert_cmphex (colour >> 8 & 0xff, ==, colour & 0xff);
    }
  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    {
      guint32 colour = wm_chart_style_get_tone (WM_CHART_THEME_PRINT, tone).colour;

      g_assert_cmphex (colour >> 16, ==, colour & 0xff);
      g_assert_cmphex (colour >> 8 & 0xff, ==, colour & 0xff);
    }
}

static void
test_theme_ids (void)
{
  for (int theme = 0; theme < WM_N_CHART_THEMES; theme++)
    {
      WmChartTheme read = WM_N_CHART_THEMES;

      g_assert_true (wm_chart_theme_from_id (wm_chart_theme_to_id (theme), &read));
      g_assert_cmpint (read, ==, theme);
    }
  g_assert_false (wm_chart_theme_from_id ("sepia", &(WmChartTheme) { 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/style/contrast", test_contrast);
  g_test_add_func ("/chart/style/every-theme-is-legible", test_every_theme_is_legible);
  g_test_add_func ("/chart/style/not-by-colour-alone", test_not_by_colour_alone);
  g_test_add_func ("/chart/style/tones-by-shape", test_tones_by_shape);
  g_test_add_func ("/chart/style/print-has-no-colour", test_print_has_no_colour);
  g_test_add_func ("/chart/style/theme-ids", test_theme_ids);
  return g_test_run ();
}
