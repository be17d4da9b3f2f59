/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Text on a chart, measured before it is drawn.
 *
 * Sizes follow one unit: the width of a pixel when labels of 12 pt are 16 px high. On screen the
 * unit comes from the widget's font, so that charts follow the desktop's text size.
 *
 * Real letters differ from machine to machine. A typesetter of fixed letters measures the same
 * everywhere, so that the layout of a whole chart can be compared as text. */

#include "config.h"

#include "wm-typesetter.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

struct _WmTypesetter
{
  PangoContext *context;  /* NULL for fixed letters */
  double unit;
  double line_heights[WM_N_FONTS];  /* [px] */
};

/* A label is 16 px high at a unit of 1; title, label, note and small text are 16, 12, 10 and 9 pt. */
static double
get_font_size (const WmTypesetter *self, WmFont font)
{
  static const double points[] = {
    [WM_FONT_TITLE] = 16, [WM_FONT_LABEL] = 12, [WM_FONT_LABEL_BOLD] = 12, [WM_FONT_NOTE] = 10,
    [WM_FONT_SMALL] = 9, [WM_FONT_SMALL_BOLD] = 9,
  };

  return points[font] / 12 * 16 * self->unit;
}

/* Uses @context, such as a widget's. */
WmTypesetter *
wm_typesetter_new (PangoContext *context, double unit)
{
  WmTypesetter *self = g_new0 (WmTypesetter, 1);

  self->context = context != NULL ? g_object_ref (context) : NULL;
  self->unit = unit;
  for (int font = 0; font < WM_N_FONTS; font++)
    {
      g_auto (WmText) text = wm_typesetter_set (self, font, "Xg", -1, 1);

      self->line_heights[font] = text.height;
    }
  return self;
}

/* Sets sans-serif text that depends on no desktop setting: no hinting, whole outlines. */
WmTypesetter *
wm_typesetter_new_export (double unit)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans-serif");
  cairo_font_options_t *options = cairo_font_options_create ();
  WmTypesetter *self;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  self = wm_typesetter_new (context, unit);
  g_object_unref (context);
  return self;
}

/* Sets letters that are all 0.55 of their size wide: the same on every machine, never drawn. */
WmTypesetter *
wm_typesetter_new_fixed (double unit)
{
  return wm_typesetter_new (NULL, unit);
}

void
wm_typesetter_free (WmTypesetter *self)
{
  g_clear_object (&self->context);
  g_free (self);
}

double
wm_typesetter_get_unit (const WmTypesetter *self)
{
  return self->unit;
}

double
wm_typesetter_get_line_height (const WmTypesetter *self, WmFont font)
{
  return self->line_heights[font];
}

void
wm_text_clear (WmText *text)
{
  g_clear_pointer (&text->text, g_free);
  g_clear_object (&text->layout);
}

static WmText
set_fixed (const WmTypesetter *self, WmFont font, const char *text, double width, int max_lines)
{
  double advance = 0.55 * get_font_size (self, font);
  glong n = g_utf8_strlen (text, -1);
  glong per_line = width > 0 ? MAX ((glong) floor (width / advance + 1e-9), 1) : MAX (n, 1);
  WmText result = { 0 };

  result.text = g_strdup (text);
  result.n_lines = (int) MIN (MAX ((n + per_line - 1) / per_line, 1), max_lines);
  result.width = MIN (n, per_line) * advance;
  result.height = result.n_lines * 1.25 * get_font_size (self, font);
  return result;
}

static gboolean
is_bold (WmFont font)
{
  return font == WM_FONT_TITLE || font == WM_FONT_LABEL_BOLD || font == WM_FONT_SMALL_BOLD;
}

static PangoLayout *
make_layout (const WmTypesetter *self, WmFont font, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) description =
    pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (description, get_font_size (self, font) * PANGO_SCALE);
  pango_font_description_set_weight (description, is_bold (font) ? PANGO_WEIGHT_BOLD
                                                                 : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Sets @text in at most @max_lines of @width [px] (no limit when negative), with an ellipsis where
 * it does not fit. */
WmText
wm_typesetter_set (const WmTypesetter *self, WmFont font, const char *text, double width,
                   int max_lines)
{
  WmText result = { 0 };
  PangoRectangle extents;

  if (self->context == NULL)
    return set_fixed (self, font, text, width, max_lines);
  result.text = g_strdup (text);
  result.layout = make_layout (self, font, text);
  if (width > 0)
    {
      pango_layout_set_width (result.layout, (int) ceil (width * PANGO_SCALE));
      pango_layout_set_wrap (result.layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (result.layout, -max_lines);
      pango_layout_set_ellipsize (result.layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (result.layout, NULL, &extents);
  result.width = pango_units_to_double (extents.x + extents.width);
  result.height = pango_units_to_double (extents.height);
  result.n_lines = pango_layout_get_line_count (result.layout);
  return result;
}

static gboolean
is_whole (const WmText *text)
{
  return text->layout != NULL && !pango_layout_is_ellipsized (text->layout);
}

/* Whether all of @text shows in @max_lines of @width. */
static gboolean
fits (const WmTypesetter *self, WmFont font, const char *text, double width, int max_lines)
{
  g_auto (WmText) free_text = wm_typesetter_set (self, font, text, width, 100);

  return free_text.n_lines <= max_lines && free_text.width <= width + 1;
}

/* Sets "name  value" so that the value always shows: a name too long is cut short. */
WmText
wm_typesetter_set_label (const WmTypesetter *self, WmFont font, const char *name,
                         const char *value, double width, int max_lines)
{
  const char *gap = *value != '\0' ? "\u2002" : "";
  g_autofree char *label = g_strconcat (name, gap, value, NULL);
  WmText whole = wm_typesetter_set (self, font, label, width, max_lines);

  if (is_whole (&whole))
    return whole;
  wm_text_clear (&whole);
  for (glong n = g_utf8_strlen (name, -1) - 1; n > 0 && !fits (self, font, label, width, max_lines);
       n--)
    {
      g_autofree char *start = g_utf8_substring (name, 0, n);

      g_free (label);
      label = g_strconcat (g_strchomp (start), "…", gap, value, NULL);
    }
  return wm_typesetter_set (self, font, label, width, max_lines);
}
