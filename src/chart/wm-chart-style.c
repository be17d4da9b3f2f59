/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How a role looks: colour, mark, dash and width for each theme. Colours are those that the UK
 * Government Analysis Function recommends for charts; a test computes their contrast.
 *
 * Colour is never the only difference: lines of two roles differ in mark and dash too. */

#include "config.h"

#include "wm-chart-style.h"

#include <math.h>

static const WmSeriesStyle light_styles[WM_N_SERIES_ROLES] = {
  [WM_SERIES_ROLE_CHOSEN] = { 0x12436d, WM_MARK_CIRCLE, WM_DASH_SOLID, 3 },
  [WM_SERIES_ROLE_COUNTRY] = { 0xf46a25, WM_MARK_SQUARE, WM_DASH_LONG, 2 },
  [WM_SERIES_ROLE_NEIGHBOURS] = { 0x28a197, WM_MARK_TRIANGLE, WM_DASH_SHORT, 2 },
  [WM_SERIES_ROLE_REGION] = { 0x3d3d3d, WM_MARK_DIAMOND, WM_DASH_DASH_DOT, 2 },
  [WM_SERIES_ROLE_HIGHLIGHT] = { 0xa285d1, WM_MARK_RING, WM_DASH_SOLID, 1.5 },
  [WM_SERIES_ROLE_CONTEXT] = { 0x949494, WM_MARK_NONE, WM_DASH_SOLID, 1 },
  [WM_SERIES_ROLE_TREATED] = { 0x12436d, WM_MARK_CIRCLE, WM_DASH_SOLID, 3 },
  [WM_SERIES_ROLE_CONTROL] = { 0xf46a25, WM_MARK_SQUARE, WM_DASH_LONG, 2 },
};

/* On #1E1E1E, in the order of the roles. */
static const guint32 dark_colours[WM_N_SERIES_ROLES] = {
  [WM_SERIES_ROLE_CHOSEN] = 0x6bace6,     [WM_SERIES_ROLE_COUNTRY] = 0xf46a25,
  [WM_SERIES_ROLE_NEIGHBOURS] = 0xe6e6e6, [WM_SERIES_ROLE_REGION] = 0x28a197,
  [WM_SERIES_ROLE_HIGHLIGHT] = 0xa285d1,  [WM_SERIES_ROLE_CONTEXT] = 0x7a7a7a,
  [WM_SERIES_ROLE_TREATED] = 0x6bace6,    [WM_SERIES_ROLE_CONTROL] = 0xf46a25,
};

/* What tells coverage and direction of travel: in the light theme, its colour in the dark one. Within
 * either family no two share a mark, so that the marks say it all without colour. */
static const struct
{
  WmToneStyle light;
  guint32 dark;
} tone_styles[WM_N_CHART_TONES] = {
  [WM_TONE_DATA] = { { 0x12436d, WM_MARK_CIRCLE, FALSE }, 0x6bace6 },
  [WM_TONE_PART] = { { 0x2073bc, WM_MARK_RING, FALSE }, 0x6bace6 },
  [WM_TONE_IMPORT] = { { 0x28a197, WM_MARK_TRIANGLE, FALSE }, 0x28a197 },
  [WM_TONE_DERIVE] = { { 0xa285d1, WM_MARK_DIAMOND, FALSE }, 0xa285d1 },
  [WM_TONE_COLLECT] = { { 0xf46a25, WM_MARK_SQUARE, FALSE }, 0xf46a25 },
  [WM_TONE_UNDECIDED] = { { 0x3d3d3d, WM_MARK_CROSS, FALSE }, 0xe6e6e6 },
  [WM_TONE_BETTER] = { { 0x2073bc, WM_MARK_TRIANGLE, FALSE }, 0x6bace6 },
  [WM_TONE_WORSE] = { { 0xc4500e, WM_MARK_TRIANGLE_DOWN, FALSE }, 0xf46a25 },
  [WM_TONE_MIXED] = { { 0x3d3d3d, WM_MARK_SQUARE, FALSE }, 0xe6e6e6 },
  [WM_TONE_SAME] = { { 0x767676, WM_MARK_CIRCLE, FALSE }, 0xa6a6a6 },
  [WM_TONE_NO_DIRECTION] = { { 0x6a3d9a, WM_MARK_DIAMOND, FALSE }, 0xa285d1 },
  [WM_TONE_UNKNOWN] = { { 0x767676, WM_MARK_CROSS, FALSE }, 0xa6a6a6 },
  [WM_TONE_NO_DATA] = { { 0x767676, WM_MARK_RING, FALSE }, 0xa6a6a6 },
  [WM_TONE_GAP] = { { 0x767676, WM_MARK_SQUARE, TRUE }, 0xa6a6a6 },
};

static const guint32 inks[WM_N_CHART_THEMES][WM_N_INKS] = {
  [WM_CHART_THEME_LIGHT] = {
    [WM_INK_CARD] = 0xffffff, [WM_INK_TEXT] = 0x0b0c0c, [WM_INK_SECOND_TEXT] = 0x505a5f,
    [WM_INK_GRID] = 0xd9d9d9, [WM_INK_AXIS] = 0x595959, [WM_INK_CONTEXT] = 0x949494,
    [WM_INK_FAINT] = 0xbfbfbf, [WM_INK_BAND] = 0xf0f0f0, [WM_INK_TINT] = 0xf5f6f8,
  },
  [WM_CHART_THEME_DARK] = {
    [WM_INK_CARD] = 0x1e1e1e, [WM_INK_TEXT] = 0xf2f2f2, [WM_INK_SECOND_TEXT] = 0xbfc5c9,
    [WM_INK_GRID] = 0x3d3d3d, [WM_INK_AXIS] = 0xa6a6a6, [WM_INK_CONTEXT] = 0x7a7a7a,
    [WM_INK_FAINT] = 0x5a5a5a, [WM_INK_BAND] = 0x333333, [WM_INK_TINT] = 0x262829,
  },
  [WM_CHART_THEME_PRINT] = {
    [WM_INK_CARD] = 0xffffff, [WM_INK_TEXT] = 0x0b0b0b, [WM_INK_SECOND_TEXT] = 0x595959,
    [WM_INK_GRID] = 0xd9d9d9, [WM_INK_AXIS] = 0x595959, [WM_INK_CONTEXT] = 0x949494,
    [WM_INK_FAINT] = 0xbfbfbf, [WM_INK_BAND] = 0xf0f0f0, [WM_INK_TINT] = 0xf6f6f6,
  },
  [WM_CHART_THEME_HIGH_CONTRAST] = {
    [WM_INK_CARD] = 0xffffff, [WM_INK_TEXT] = 0x000000, [WM_INK_SECOND_TEXT] = 0x000000,
    [WM_INK_GRID] = 0x767676, [WM_INK_AXIS] = 0x000000, [WM_INK_CONTEXT] = 0x767676,
    [WM_INK_FAINT] = 0x767676, [WM_INK_BAND] = 0xe0e0e0, [WM_INK_TINT] = 0xf0f0f0,
  },
};

static const char *const theme_ids[WM_N_CHART_THEMES] = {
  "light", "dark", "print", "high-contrast",
};

/* WCAG 2.2, "relative luminance". */
static double
linear_channel (guint32 colour, int shift)
{
  double c = ((colour >> shift) & 0xff) / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (guint32 colour)
{
  return 0.2126 * linear_channel (colour, 16) + 0.7152 * linear_channel (colour, 8)
         + 0.0722 * linear_channel (colour, 0);
}

/* The grey of the same luminance. */
static guint32
to_grey (guint32 colour)
{
  double y = luminance (colour);
  double c = y <= 0.0031308 ? 12.92 * y : 1.055 * pow (y, 1 / 2.4) - 0.055;
  guint32 level = (guint32) lround (c * 255);

  return level << 16 | level << 8 | level;
}

/**
 * wm_chart_style_get_series:
 * @theme: a theme
 * @role: a role
 *
 * Gets how a series of @role is drawn.
 *
 * Returns: the style
 */
WmSeriesStyle
wm_chart_style_get_series (WmChartTheme theme, WmSeriesRole role)
{
  WmSeriesStyle style = { 0 };

  g_return_val_if_fail ((int) role >= 0 && role < WM_N_SERIES_ROLES, style);

  style = light_styles[role];
  switch (theme)
    {
    case WM_CHART_THEME_DARK:
      style.colour = dark_colours[role];
      break;
    case WM_CHART_THEME_PRINT:
      style.colour = to_grey (style.colour);
      break;
    case WM_CHART_THEME_HIGH_CONTRAST:
      if (role != WM_SERIES_ROLE_CONTEXT)
        style.width = 3;
      style.colour = role == WM_SERIES_ROLE_CONTEXT ? 0x767676 : 0x000000;
      break;
    case WM_CHART_THEME_LIGHT:
    default:
      break;
    }
  return style;
}

/**
 * wm_chart_style_get_tone:
 * @theme: a theme
 * @tone: a tone
 *
 * Gets how a box or an entry of @tone is marked.
 *
 * Returns: the style
 */
WmToneStyle
wm_chart_style_get_tone (WmChartTheme theme, WmChartTone tone)
{
  WmToneStyle style = { 0 };

  g_return_val_if_fail ((int) theme >= 0 && theme < WM_N_CHART_THEMES, style);
  g_return_val_if_fail ((int) tone >= 0 && tone < WM_N_CHART_TONES, style);

  style = tone_styles[tone].light;
  if (theme == WM_CHART_THEME_DARK)
    style.colour = tone_styles[tone].dark;
  else if (theme == WM_CHART_THEME_PRINT)
    style.colour = to_grey (style.colour);
  else if (theme == WM_CHART_THEME_HIGH_CONTRAST)
    style.colour = 0x000000;
  return style;
}

/**
 * wm_chart_style_get_ink:
 * @theme: a theme
 * @ink: a colour by its use
 *
 * Gets a colour that belongs to no series.
 *
 * Returns: the colour, 0xRRGGBB
 */
guint32
wm_chart_style_get_ink (WmChartTheme theme, WmInk ink)
{
  g_return_val_if_fail ((int) theme >= 0 && theme < WM_N_CHART_THEMES, 0);
  g_return_val_if_fail ((int) ink >= 0 && ink < WM_N_INKS, 0);

  return inks[theme][ink];
}

/**
 * wm_chart_style_get_dash:
 * @dash: a pattern
 * @width: width of the line
 * @lengths: (out caller-allocates) (array fixed-size=4): lengths of strokes and gaps
 *
 * Gets a pattern for a line of a given width, to be drawn with butt caps.
 *
 * Returns: how many of @lengths are set; 0 for a solid line
 */
gsize
wm_chart_style_get_dash (WmDash dash, double width, double lengths[4])
{
  static const struct
  {
    gsize n;
    double lengths[4]; /* in line widths */
  } patterns[] = {
    [WM_DASH_SOLID] = { 0, { 0 } },
    [WM_DASH_LONG] = { 2, { 6, 2.5 } },
    [WM_DASH_SHORT] = { 2, { 3, 2 } },
    [WM_DASH_DOT] = { 2, { 1, 1.5 } },
    [WM_DASH_DASH_DOT] = { 4, { 5, 2, 1, 2 } },
  };

  g_return_val_if_fail ((int) dash >= 0 && dash < (int) G_N_ELEMENTS (patterns), 0);

  for (gsize i = 0; i < patterns[dash].n; i++)
    lengths[i] = patterns[dash].lengths[i] * width;
  return patterns[dash].n;
}

/**
 * wm_chart_style_get_contrast:
 * @a: a colour, 0xRRGGBB
 * @b: another
 *
 * Computes the contrast ratio of WCAG 2.2.
 *
 * Returns: 1 to 21
 */
double
wm_chart_style_get_contrast (guint32 a, guint32 b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

/**
 * wm_mark_to_id:
 * @mark: a shape
 *
 * Gets the word for a shape.
 *
 * Returns: (transfer none): the word
 */
const char *
wm_mark_to_id (WmMark mark)
{
  static const char *const ids[] = {
    "none", "circle", "square", "triangle", "diamond", "cross", "ring", "triangle-down",
  };

  g_return_val_if_fail ((int) mark >= 0 && mark < (int) G_N_ELEMENTS (ids), "none");

  return ids[mark];
}

/**
 * wm_dash_to_id:
 * @dash: a pattern
 *
 * Gets the word for a pattern.
 *
 * Returns: (transfer none): the word
 */
const char *
wm_dash_to_id (WmDash dash)
{
  static const char *const ids[] = { "solid", "long", "short", "dot", "dash-dot" };

  g_return_val_if_fail ((int) dash >= 0 && dash < (int) G_N_ELEMENTS (ids), "solid");

  return ids[dash];
}

/**
 * wm_chart_theme_to_id:
 * @theme: a theme
 *
 * Gets the word for a theme.
 *
 * Returns: (transfer none): the word
 */
const char *
wm_chart_theme_to_id (WmChartTheme theme)
{
  g_return_val_if_fail ((int) theme >= 0 && theme < WM_N_CHART_THEMES, "light");

  return theme_ids[theme];
}

/**
 * wm_chart_theme_from_id:
 * @id: a word as [func@chart_theme_to_id] gives it
 * @theme: (out): the theme; untouched when @id is unknown
 *
 * Reads the word for a theme.
 *
 * Returns: whether @id is known
 */
gboolean
wm_chart_theme_from_id (const char *id, WmChartTheme *theme)
{
  for (int i = 0; i < WM_N_CHART_THEMES; i++)
    if (g_strcmp0 (id, theme_ids[i]) == 0)
      {
        *theme = i;
        return TRUE;
      }
  return FALSE;
}
