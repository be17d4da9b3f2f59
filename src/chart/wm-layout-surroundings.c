/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What stands around the boxes of a mechanism: what the marks mean, and what acts on the framework
 * from outside, which no framework measures and every picture of one shows. */

#include "config.h"

#include "wm-layout-boxes.h"

#include <glib/gi18n-lib.h>

/* Sizes from which the outside has boxes, and words in them. [units] */
#define BOX_HEIGHT 380
#define BOX_WIDTH 110
#define WORDS_HEIGHT 540
#define WORDS_WIDTH 150

/* Places text after text in lines of the full width. */
typedef struct
{
  WmChartLayout *layout;
  double x, y, line;
} Key;

/* Room of @width for the next entry; gives its left end. */
static double
take_room (Key *key, double width)
{
  double margin = wm_layout_get_margin (key->layout);
  double x;

  if (key->x + width > key->layout->width - margin && key->x > margin)
    {
      key->x = margin;
      key->y += key->line;
    }
  x = key->x;
  key->x += width + 16 * key->layout->unit;
  return x;
}

static void
add_tone (Key *key, WmChartTone tone)
{
  WmChartLayout *self = key->layout;
  WmToneStyle style = wm_chart_style_get_tone (self->theme, tone);
  double u = self->unit, indent = 14 * u;
  g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_NOTE, wm_chart_tone_get_words (tone),
                                            self->width - 2 * wm_layout_get_margin (self) - indent, 1);
  double x = take_room (key, indent + text.width);
  WmItem *mark = wm_scene_add_mark (&self->scene, WM_LAYER_CHOSEN, "key", style.mark, x + 5 * u,
                                    key->y + key->line / 2, 4.5 * u, style.colour);

  mark->is_hollow = style.is_hollow;
  mark->fill = wm_layout_ink (self, WM_INK_CARD);
  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "key", &text, x + indent, key->y,
                     wm_layout_ink (self, WM_INK_TEXT));
}

/* What the marks mean, above the boxes; gives where it ends. */
double
wm_layout_add_tone_key (WmChartLayout *self, double top)
{
  Key key = { self, wm_layout_get_margin (self), top + 4 * self->unit,
              wm_typesetter_get_line_height (self->type, WM_FONT_NOTE) };
  gboolean any = FALSE;

  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    if (wm_chart_uses_tone (self->chart, tone))
      {
        add_tone (&key, tone);
        any = TRUE;
      }
  return any ? key.y + key.line : top;
}

static void
add_text (WmChartLayout *self, const char *what, WmText *text, double x, double *y, WmInk ink)
{
  double height = text->height;

  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, what, text, x, *y, wm_layout_ink (self, ink));
  *y += height;
}

/* All of it in a line or two, where there is no room for boxes. */
static double
add_outside_line (WmChartLayout *self, double x, double y, double width)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;
  g_auto (WmText) text = { 0 };

  for (guint i = 0; i < self->chart->surroundings->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                            wm_chart_peek_surrounding (self->chart, i)->name);
  /* Translators: %s is a list of what acts on a framework from outside */
  words = g_strdup_printf (_("Outside the framework, not measured: %s"), names->str);
  text = wm_typesetter_set (self->type, WM_FONT_SMALL, words, width, 2);
  add_text (self, "outside", &text, x, &y, WM_INK_TEXT);
  return y;
}

/* Name and words within @frame, or only measured; gives the height that they need. */
static double
set_outside_box (WmChartLayout *self, guint i, const WmChartFrame *frame, gboolean has_words,
                 gboolean is_drawn)
{
  const WmChartSurrounding *outside = wm_chart_peek_surrounding (self->chart, i);
  double padding = 6 * self->unit, width = frame->width - 2 * padding, y = frame->y + 4 * self->unit;
  g_auto (WmText) name = wm_typesetter_set (self->type, WM_FONT_SMALL_BOLD, outside->name, width, 3);
  g_auto (WmText) words = { 0 };
  double height = 8 * self->unit + name.height;

  if (has_words && outside->words != NULL)
    {
      words = wm_typesetter_set (self->type, WM_FONT_SMALL, outside->words, width, 3);
      height += words.height;
    }
  if (!is_drawn)
    return height;
  add_text (self, "outside-name", &name, frame->x + padding, &y, WM_INK_TEXT);
  if (words.text != NULL)
    add_text (self, "outside-words", &words, frame->x + padding, &y, WM_INK_SECOND_TEXT);
  return height;
}

static void
set_outside_place (WmChartLayout *self, guint i, const WmChartFrame *frame)
{
  guint series = self->chart->boxes->len;

  g_array_index ((GArray *) g_ptr_array_index (self->frames, series), WmChartFrame, i) = *frame;
  g_array_index ((GArray *) g_ptr_array_index (self->places, series), WmChartPlace, i) =
    (WmChartPlace) { frame->x + frame->width / 2, frame->y + frame->height / 2, TRUE };
}

/* What all of them are, and then box beside box; gives where they end. */
static double
add_outside_boxes (WmChartLayout *self, double x, double y, double width)
{
  guint n = self->chart->surroundings->len;
  double u = self->unit, gap = 8 * u, each = (width - n * gap) / (n + 1), caption_y = y, height;
  gboolean has_words = self->height >= WORDS_HEIGHT * u && each >= WORDS_WIDTH * u;
  g_auto (WmText) caption = wm_typesetter_set (self->type, WM_FONT_SMALL,
                                               _("Outside the framework: acts on all of it, and is not "
                                                 "measured"), each, 5);

  height = caption.height;
  for (guint i = 0; i < n; i++)
    {
      WmChartFrame frame = { x, y, each, 0 };

      height = MAX (height, set_outside_box (self, i, &frame, has_words, FALSE));
    }
  caption_y += (height - caption.height) / 2;
  add_text (self, "outside-caption", &caption, x, &caption_y, WM_INK_TEXT);
  for (guint i = 0; i < n; i++)
    {
      WmChartFrame frame = { x + (i + 1) * (each + gap), y, each, height };

      wm_scene_add_rectangle (&self->scene, WM_LAYER_GRID, "outside", frame.x, frame.y, frame.width,
                              frame.height, wm_layout_ink (self, WM_INK_CARD));
      wm_layout_add_outline (self, "outside-outline", &frame, wm_layout_ink (self, WM_INK_AXIS), u,
                             WM_DASH_SHORT);
      set_outside_box (self, i, &frame, has_words, TRUE);
      set_outside_place (self, i, &frame);
    }
  return y + height;
}

static double
add_outside (WmChartLayout *self, const WmChartFrame *around, double x, double y, double width)
{
  guint n = self->chart->surroundings->len;

  if (self->height >= BOX_HEIGHT * self->unit && width / (n + 1) >= BOX_WIDTH * self->unit)
    return add_outside_boxes (self, x, y, width);
  for (guint i = 0; i < n; i++)
    set_outside_place (self, i, around);
  return add_outside_line (self, x, y, width);
}

/* Draws what is outside as a band around, with its boxes at the top; gives the room inside. */
WmChartFrame
wm_layout_add_surroundings (WmChartLayout *self, double top, double bottom)
{
  double u = self->unit, margin = wm_layout_get_margin (self), pad = 8 * u, y;
  WmChartFrame around = { margin, top, self->width - 2 * margin, bottom - top };
  WmChartFrame inside;

  if (self->chart->surroundings->len == 0)
    return around;
  wm_scene_add_rectangle (&self->scene, WM_LAYER_TINT, "around", around.x, around.y, around.width,
                          around.height, wm_layout_ink (self, WM_INK_TINT));
  wm_layout_add_outline (self, "around-outline", &around, wm_layout_ink (self, WM_INK_AXIS), u,
                         WM_DASH_SHORT);
  y = add_outside (self, &around, around.x + pad, around.y + 6 * u, around.width - 2 * pad);
  inside = (WmChartFrame) { around.x + pad, y + 6 * u, around.width - 2 * pad, 0 };
  inside.height = around.y + around.height - pad - inside.y;
  wm_scene_add_rectangle (&self->scene, WM_LAYER_GRID, "inside", inside.x, inside.y, inside.width,
                          inside.height, wm_layout_ink (self, WM_INK_CARD));
  return inside;
}
