/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The items of a layout, layer by layer, and their form as text. */

#include "config.h"

#include "wm-chart-scene.h"

#include <math.h>

static void
item_clear (gpointer data)
{
  WmItem *item = data;

  g_clear_pointer (&item->points, g_free);
  wm_text_clear (&item->text);
}

void
wm_scene_init (WmScene *self)
{
  for (int i = 0; i < WM_N_LAYERS; i++)
    {
      self->layers[i] = g_array_new (FALSE, TRUE, sizeof (WmItem));
      g_array_set_clear_func (self->layers[i], item_clear);
    }
}

void
wm_scene_clear (WmScene *self)
{
  for (int i = 0; i < WM_N_LAYERS; i++)
    g_clear_pointer (&self->layers[i], g_array_unref);
}

/* The item is valid until the next one is added to the same layer. */
WmItem *
wm_scene_add (WmScene *self, WmLayer layer, WmItemKind kind, const char *what)
{
  WmItem item = { .kind = kind, .what = what, .alpha = 1 };

  g_array_append_val (self->layers[layer], item);
  return &g_array_index (self->layers[layer], WmItem, self->layers[layer]->len - 1);
}

void
wm_scene_add_rectangle (WmScene *self, WmLayer layer, const char *what, double x, double y,
                        double width, double height, guint32 colour)
{
  WmItem *item = wm_scene_add (self, layer, WM_ITEM_RECTANGLE, what);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  item->colour = colour;
}

/* @points: (transfer full) */
WmItem *
wm_scene_add_line (WmScene *self, WmLayer layer, const char *what, double *points, gsize n_points)
{
  WmItem *item = wm_scene_add (self, layer, WM_ITEM_LINE, what);

  item->points = points;
  item->n_points = n_points;
  return item;
}

WmItem *
wm_scene_add_segment (WmScene *self, WmLayer layer, const char *what, double x1, double y1,
                      double x2, double y2, guint32 colour, double line_width)
{
  double ends[] = { x1, y1, x2, y2 };
  WmItem *item = wm_scene_add_line (self, layer, what, g_memdup2 (ends, sizeof ends), 2);

  item->colour = colour;
  item->line_width = line_width;
  return item;
}

WmItem *
wm_scene_add_mark (WmScene *self, WmLayer layer, const char *what, WmMark mark, double x, double y,
                   double radius, guint32 colour)
{
  WmItem *item = wm_scene_add (self, layer, WM_ITEM_MARK, what);

  item->mark = mark;
  item->x = x;
  item->y = y;
  item->radius = radius;
  item->colour = colour;
  return item;
}

/* Takes what @text holds. */
WmItem *
wm_scene_add_text (WmScene *self, WmLayer layer, const char *what, WmText *text, double x,
                   double y, guint32 colour)
{
  WmItem *item = wm_scene_add (self, layer, WM_ITEM_TEXT, what);

  item->text = *text;
  *text = (WmText) { 0 };
  item->x = x;
  item->y = y;
  item->width = item->text.width;
  item->height = item->text.height;
  item->colour = colour;
  return item;
}

/* One decimal: a tenth of a pixel cannot be seen, and the last bits differ between machines. */
static void
dump_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (number))
    g_string_append (out, " gap");
  else
    g_string_append_printf (out, " %s", g_ascii_formatd (buffer, sizeof buffer, "%.1f",
                                                         fabs (number) < 0.05 ? 0 : number));
}

static void
dump_item (const WmItem *item, GString *out)
{
  g_string_append_printf (out, "  %s", item->what);
  switch (item->kind)
    {
    case WM_ITEM_AREA:
    case WM_ITEM_LINE:
      for (gsize i = 0; i < 2 * item->n_points; i++)
        dump_number (out, item->points[i]);
      break;
    case WM_ITEM_MARK:
      g_string_append_printf (out, " %s%s", item->is_hollow ? "hollow " : "",
                              wm_mark_to_id (item->mark));
      dump_number (out, item->x);
      dump_number (out, item->y);
      break;
    case WM_ITEM_RECTANGLE:
    case WM_ITEM_TEXT:
    default:
      dump_number (out, item->x);
      dump_number (out, item->y);
      dump_number (out, item->width);
      dump_number (out, item->height);
      break;
    }
  g_string_append_printf (out, " #%06x", item->colour);
  if (item->kind == WM_ITEM_LINE)
    g_string_append_printf (out, " %s", wm_dash_to_id (item->dash));
  if (item->kind == WM_ITEM_TEXT)
    g_string_append_printf (out, " \"%s\"", item->text.text);
  g_string_append_c (out, '\n');
}

void
wm_scene_dump (const WmScene *self, GString *out)
{
  static const char *const names[WM_N_LAYERS] = {
    "card", "tint", "grid", "band", "context", "casing", "axis", "event", "comparator", "chosen", "label",
  };

  for (int i = 0; i < WM_N_LAYERS; i++)
    {
      if (self->layers[i]->len > 0)
        g_string_append_printf (out, "%s\n", names[i]);
      for (guint j = 0; j < self->layers[i]->len; j++)
        dump_item (&g_array_index (self->layers[i], WmItem, j), out);
    }
}
