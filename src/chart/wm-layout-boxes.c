/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One box of a mechanism: name, summary, how many indicators have which tone, and its entries, from
 * top to bottom.
 *
 * Measuring and drawing are the same walk down the box, so a box that was measured to fit does. */

#include "config.h"

#include "wm-layout-boxes.h"

#include <glib/gi18n-lib.h>

/* Lines of a summary and of an entry; what is longer is cut, and whole in the table. */
#define MAX_SUMMARY_LINES 3
#define MAX_ENTRY_LINES 4

/* From all that a box has down to its name. */
static const WmBoxDetail details[] = {
  { WM_FONT_LABEL_BOLD, 8, WM_FONT_LABEL, FALSE, TRUE, TRUE, G_MAXUINT },
  { WM_FONT_LABEL_BOLD, 8, WM_FONT_NOTE, FALSE, TRUE, TRUE, G_MAXUINT },
  { WM_FONT_LABEL_BOLD, 8, WM_FONT_SMALL, FALSE, TRUE, TRUE, G_MAXUINT },
  { WM_FONT_SMALL_BOLD, 8, WM_FONT_SMALL, FALSE, TRUE, TRUE, G_MAXUINT },
  { WM_FONT_LABEL_BOLD, 8, WM_FONT_SMALL, FALSE, TRUE, TRUE, 3 },
  { WM_FONT_SMALL_BOLD, 8, WM_FONT_SMALL, FALSE, TRUE, TRUE, 3 },
  { WM_FONT_LABEL_BOLD, 6, WM_FONT_NOTE, FALSE, TRUE, FALSE, 0 },
  { WM_FONT_SMALL_BOLD, 6, WM_FONT_SMALL, FALSE, TRUE, FALSE, 0 },
  { WM_FONT_SMALL_BOLD, 6, WM_FONT_SMALL, TRUE, TRUE, FALSE, 0 },
  { WM_FONT_SMALL_BOLD, 3, WM_FONT_SMALL, TRUE, FALSE, FALSE, 0 },
  { WM_FONT_SMALL_BOLD, 1, WM_FONT_SMALL, TRUE, FALSE, FALSE, 0 },
};

/* The way down a box. */
typedef struct
{
  const WmChartLayout *layout;
  WmChartLayout *target;      /* the layout to add to; NULL to measure only */
  const WmChartBox *box;
  const WmBoxDetail *detail;
  double left, width;         /* of the text [px] */
  double y;                   /* where the next thing goes [px] */
} Walk;

guint
wm_box_detail_get_n (void)
{
  return G_N_ELEMENTS (details);
}

const WmBoxDetail *
wm_box_detail_get (guint i)
{
  return &details[i];
}

static double
get_padding (const WmChartLayout *self)
{
  return 8 * self->unit;
}

/* Room for a mark before a text. */
static double
get_indent (const WmChartLayout *self)
{
  return 15 * self->unit;
}

static void
add_mark (Walk *walk, WmChartTone tone, double x, double y)
{
  WmChartLayout *self = walk->target;
  WmToneStyle style = wm_chart_style_get_tone (self->theme, tone);
  WmItem *mark = wm_scene_add_mark (&self->scene, WM_LAYER_CHOSEN, "tone", style.mark, x, y,
                                    4 * self->unit, style.colour);

  mark->is_hollow = style.is_hollow;
  mark->fill = wm_layout_ink (self, WM_INK_CARD);
}

/* A text with a mark before it. */
static WmChartFrame
walk_marked_text (Walk *walk, const char *what, WmChartTone tone, WmText *text, WmInk ink)
{
  const WmChartLayout *self = walk->layout;
  double line = wm_typesetter_get_line_height (self->type, walk->detail->font);
  double indent = get_indent (self);
  WmChartFrame frame = { walk->left, walk->y, walk->width, text->height };

  if (walk->target != NULL)
    {
      add_mark (walk, tone, walk->left + 5 * self->unit, walk->y + line / 2);
      wm_scene_add_text (&walk->target->scene, WM_LAYER_LABEL, what, text, walk->left + indent,
                         walk->y, wm_layout_ink (self, ink));
    }
  walk->y += frame.height;
  return frame;
}

static void
walk_heading (Walk *walk)
{
  const WmChartLayout *self = walk->layout;
  g_auto (WmText) text = wm_typesetter_set (self->type, walk->detail->heading_font,
                                            walk->box->heading, walk->width,
                                            walk->detail->heading_lines);
  double height = text.height;

  if (walk->target != NULL)
    wm_scene_add_text (&walk->target->scene, WM_LAYER_LABEL, "heading", &text, walk->left, walk->y,
                       wm_layout_ink (self, WM_INK_TEXT));
  walk->y += height + 2 * self->unit;
}

/* What the box leads to, in words, where there is no room for arrows. */
static void
walk_targets (Walk *walk, guint number)
{
  const WmChartLayout *self = walk->layout;
  g_autofree char *targets = self->has_link_words
                               ? wm_chart_list_targets (self->chart, number, WM_WHOLE_BOX) : NULL;
  g_autofree char *words = NULL;
  g_auto (WmText) text = { 0 };
  double height;

  if (targets == NULL || !walk->detail->has_counts)
    return;
  /* Translators: %s is what a domain is expected to lead to */
  words = g_strdup_printf (_("→ %s"), targets);
  text = wm_typesetter_set (self->type, walk->detail->font, words, walk->width, MAX_ENTRY_LINES);
  height = text.height;
  if (walk->target != NULL)
    wm_scene_add_text (&walk->target->scene, WM_LAYER_LABEL, "leads-to", &text, walk->left, walk->y,
                       wm_layout_ink (self, WM_INK_SECOND_TEXT));
  walk->y += height + 2 * self->unit;
}

static guint
count_all (const WmChartBox *box)
{
  guint n = 0;

  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    n += box->counts.n[tone];
  return n;
}

/* How many indicators have which tone, mark by mark, from @x on; gives where the last one ends. */
static double
walk_counts (Walk *walk, double x, gboolean is_drawn)
{
  const WmChartLayout *self = walk->layout;
  double u = self->unit, start = x, end = x;
  double line = wm_typesetter_get_line_height (self->type, walk->detail->font);

  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    {
      g_autofree char *number = g_strdup_printf ("%u", walk->box->counts.n[tone]);
      g_auto (WmText) text = wm_typesetter_set (self->type, walk->detail->font, number, -1, 1);
      double width = 13 * u + text.width;

      if (walk->box->counts.n[tone] == 0)
        continue;
      if (is_drawn && x + width > walk->left + walk->width + 0.5 && x > start)
        {
          x = start;
          walk->y += line;
        }
      if (is_drawn && walk->target != NULL)
        {
          add_mark (walk, tone, x + 5 * u, walk->y + line / 2);
          wm_scene_add_text (&walk->target->scene, WM_LAYER_LABEL, "count", &text, x + 13 * u,
                             walk->y, wm_layout_ink (self, WM_INK_TEXT));
        }
      end = x + width;
      x = end + 9 * u;
    }
  return end;
}

/* Shares of the tones as a bar, with gaps so that no two colours touch. */
static void
walk_bar (Walk *walk)
{
  const WmChartLayout *self = walk->layout;
  double u = self->unit, x = walk->left, gap = 2 * u;
  guint n_parts = 0, n = count_all (walk->box);

  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    n_parts += walk->box->counts.n[tone] > 0;
  for (int tone = 0; walk->target != NULL && tone < WM_N_CHART_TONES; tone++)
    {
      double part = walk->box->counts.n[tone] * (walk->width - (n_parts - 1) * gap) / n;

      if (walk->box->counts.n[tone] == 0)
        continue;
      wm_scene_add_rectangle (&walk->target->scene, WM_LAYER_COMPARATOR, "share", x, walk->y + 2 * u,
                              part, 5 * u, wm_chart_style_get_tone (self->theme, tone).colour);
      x += part + gap;
    }
  walk->y += 9 * u;
}

static WmText
set_summary (const Walk *walk)
{
  const WmChartBox *box = walk->box;
  const char *words = walk->detail->is_short && box->short_summary != NULL ? box->short_summary
                                                                           : box->summary;

  return wm_typesetter_set (walk->layout->type, walk->detail->font,
                            words != NULL ? words : wm_chart_tone_get_words (box->tone),
                            walk->width - get_indent (walk->layout),
                            walk->detail->is_short ? 1 : MAX_SUMMARY_LINES);
}

/* A sentence on the box, and the counts behind it if there is room, else below; then their bar. */
static void
walk_summary (Walk *walk)
{
  double u = walk->layout->unit, right = walk->left + walk->width;
  g_auto (WmText) text = set_summary (walk);
  gboolean has_counts = walk->detail->has_counts && count_all (walk->box) > 0;
  double width = walk_counts (walk, 0, FALSE);
  double line = wm_typesetter_get_line_height (walk->layout->type, walk->detail->font);
  gboolean is_beside = text.n_lines == 1
                       && get_indent (walk->layout) + text.width + 20 * u + width <= walk->width;

  walk_marked_text (walk, "summary", walk->box->tone, &text, WM_INK_TEXT);
  if (!has_counts)
    return;
  walk->y -= is_beside ? line : 0;
  walk_counts (walk, is_beside ? right - width : walk->left, TRUE);
  walk->y += line;
  walk_bar (walk);
}

/* What stands behind a name stays in one piece. */
static WmText
set_entry (const Walk *walk, guint i)
{
  const WmChartLayout *self = walk->layout;
  const WmChartEntry *entry = g_ptr_array_index (walk->box->entries, i);
  g_auto (GStrv) words = g_strsplit (entry->detail != NULL ? entry->detail : "", " ", -1);
  g_autofree char *detail = g_strjoinv ("\u00a0", words);

  return wm_typesetter_set_label (self->type, walk->detail->font, entry->text, detail,
                                  walk->width - get_indent (self), MAX_ENTRY_LINES);
}

/* Tells how many entries are left out. */
static WmChartFrame
walk_rest (Walk *walk, guint n_left)
{
  const WmChartLayout *self = walk->layout;
  /* Translators: %u is how many entries of a list are left out */
  g_autofree char *words = g_strdup_printf (ngettext ("and %u more in the table",
                                                      "and %u more in the table", n_left), n_left);
  g_auto (WmText) text = wm_typesetter_set (self->type, walk->detail->font, words,
                                            walk->width - get_indent (self), 1);
  WmChartFrame frame = { walk->left, walk->y, walk->width, text.height };

  if (walk->target != NULL)
    wm_scene_add_text (&walk->target->scene, WM_LAYER_LABEL, "more", &text,
                       walk->left + get_indent (self), walk->y, wm_layout_ink (self, WM_INK_SECOND_TEXT));
  walk->y += frame.height;
  return frame;
}

static double
get_entry_gap (const WmChartLayout *self)
{
  return 3 * self->unit;
}

/* Name and counts: the part that stands out by its colour. */
static void
walk_head (Walk *walk, guint number)
{
  walk_heading (walk);
  walk_summary (walk);
  walk_targets (walk, number);
}

/* From the foot of the head to the first entry. */
static double
get_head_gap (const WmChartLayout *self)
{
  return 5 * self->unit;
}

static Walk
begin_walk (const WmChartLayout *self, WmChartLayout *target, guint box, double x, double y,
            double width, const WmBoxDetail *detail)
{
  double padding = get_padding (self);

  return (Walk) { self, target, wm_chart_peek_box (self->chart, box), detail,
                  x + padding + 2 * self->unit, width - 2 * padding - 2 * self->unit,
                  y + padding * 0.75 };
}

/* What the natural height of a box is not below, without measuring its words: a line for each. */
double
wm_layout_guess_box (const WmChartLayout *self, guint box, const WmBoxDetail *detail)
{
  guint n = detail->has_entries ? wm_chart_peek_box (self->chart, box)->entries->len : 0;
  double line = wm_typesetter_get_line_height (self->type, detail->font);

  return wm_typesetter_get_line_height (self->type, detail->heading_font) + line
         + n * (line + get_entry_gap (self));
}

/* Gives how high a box of @width is. What is higher than @room is not measured to the end. */
WmSpan
wm_layout_measure_box (const WmChartLayout *self, guint box, double width, double room,
                       const WmBoxDetail *detail)
{
  Walk walk = begin_walk (self, NULL, box, 0, 0, width, detail);
  guint n = detail->has_entries ? walk.box->entries->len : 0;
  double end = get_padding (self) * 0.75, line, least;

  walk_head (&walk, box);
  walk.y += n > 0 ? get_head_gap (self) : 0;
  least = walk.y;
  line = wm_typesetter_get_line_height (self->type, detail->font);
  for (guint i = 0; i < n && walk.y <= room; i++)
    {
      g_auto (WmText) text = set_entry (&walk, i);

      walk.y += text.height + get_entry_gap (self);
      if (i < detail->min_entries)
        least = walk.y;
      if (i + 1 == detail->min_entries && i + 1 < n)
        least += line;
    }
  return (WmSpan) { least + end, MAX (walk.y, least) + end };
}

static void
set_end (WmChartLayout *self, guint box, guint point, const WmChartFrame *frame, gboolean is_shown)
{
  GArray *places = g_ptr_array_index (self->places, box);
  GArray *frames = g_ptr_array_index (self->frames, box);

  g_array_index (frames, WmChartFrame, point) = *frame;
  g_array_index (places, WmChartPlace, point) =
    (WmChartPlace) { frame->x + 5 * self->unit, frame->y + frame->height / 2, is_shown };
}

/* The entries that fit above @bottom, and how many do not. */
static void
walk_entries (Walk *walk, guint number, double bottom)
{
  const WmChartLayout *self = walk->layout;
  guint n = walk->box->entries->len;
  double line = wm_typesetter_get_line_height (self->type, walk->detail->font);
  guint i;

  for (i = 0; i < n; i++)
    {
      g_auto (WmText) text = set_entry (walk, i);
      double rest = i + 1 < n ? line + get_entry_gap (self) : 0;
      WmChartFrame frame;

      if (walk->y + text.height + rest > bottom)
        break;
      frame = walk_marked_text (walk, "entry",
                                ((WmChartEntry *) g_ptr_array_index (walk->box->entries, i))->tone,
                                &text, WM_INK_TEXT);
      set_end (walk->target, number, i + 1, &frame, TRUE);
      walk->y += get_entry_gap (self);
    }
  if (i < n)
    {
      WmChartFrame frame = walk_rest (walk, n - i);

      for (; i < n; i++)
        set_end (walk->target, number, i + 1, &frame, FALSE);
    }
}

void
wm_layout_add_outline (WmChartLayout *self, const char *what, const WmChartFrame *frame,
                       guint32 colour, double line_width, WmDash dash)
{
  double left = frame->x, top = frame->y, right = left + frame->width, bottom = top + frame->height;
  double corners[] = { left, top, right, top, right, bottom, left, bottom, left, top };
  WmItem *line = wm_scene_add_line (&self->scene, WM_LAYER_AXIS, what,
                                    g_memdup2 (corners, sizeof corners), 5);

  line->colour = colour;
  line->line_width = line_width;
  line->dash = dash;
}

/* Colour down to @head_bottom, a stripe at the side, and an outline. */
static void
add_case (WmChartLayout *self, const WmChartBox *box, const WmChartFrame *frame, double head_bottom)
{
  double u = self->unit;
  guint32 colour = wm_chart_style_get_tone (self->theme, box->tone).colour;
  WmItem *head;

  wm_scene_add_rectangle (&self->scene, WM_LAYER_BAND, "box", frame->x, frame->y, frame->width,
                          frame->height, wm_layout_ink (self, WM_INK_CARD));
  head = wm_scene_add (&self->scene, WM_LAYER_BAND, WM_ITEM_RECTANGLE, "box-head");
  head->x = frame->x;
  head->y = frame->y;
  head->width = frame->width;
  head->height = head_bottom - frame->y;
  head->colour = colour;
  head->alpha = 0.12;
  wm_scene_add_rectangle (&self->scene, WM_LAYER_CONTEXT, "stripe", frame->x, frame->y, 4 * u,
                          frame->height, colour);
  wm_layout_add_outline (self, "box-outline", frame, colour, 1.25 * u, WM_DASH_SOLID);
}

/* Adds a box with as many entries as its frame has room for. */
void
wm_layout_add_box (WmChartLayout *self, guint box, const WmChartFrame *frame,
                   const WmBoxDetail *detail)
{
  Walk walk = begin_walk (self, self, box, frame->x, frame->y, frame->width, detail);
  gboolean has_entries = detail->has_entries && walk.box->entries->len > 0;

  set_end (self, box, 0, frame, TRUE);
  walk_head (&walk, box);
  add_case (self, walk.box, frame, has_entries ? walk.y + self->unit : frame->y + frame->height);
  walk.y += has_entries ? get_head_gap (self) : 0;
  if (has_entries)
    walk_entries (&walk, box, frame->y + frame->height - get_padding (self) * 0.5);
  for (guint i = 0; !has_entries && i < walk.box->entries->len; i++)
    set_end (self, box, i + 1, frame, FALSE);
}
