/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* All areas of one period, lowest at the left, highest at the right. Names stand at the right:
 * values rise that way, so that a leader from a dot to its name passes below all other dots. */

#include "config.h"

#include "wm-chart-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const WmSeriesRole key_roles[] = {
  WM_SERIES_ROLE_CHOSEN, WM_SERIES_ROLE_NEIGHBOURS, WM_SERIES_ROLE_REGION,
  WM_SERIES_ROLE_HIGHLIGHT, WM_SERIES_ROLE_CONTEXT,
};

static WmSeriesStyle
get_dot_style (const WmChartLayout *self, WmSeriesRole role)
{
  WmSeriesStyle style = wm_chart_style_get_series (self->theme, role);

  if (role == WM_SERIES_ROLE_CONTEXT)
    style.mark = WM_MARK_CIRCLE;
  return style;
}

/* Dots shrink where there are many, but those that matter stay large. */
static double
get_radius (const WmChartLayout *self, WmSeriesRole role)
{
  double pitch = self->x_step / self->unit;

  switch (role)
    {
    case WM_SERIES_ROLE_CHOSEN:
      return 7 * self->unit;
    case WM_SERIES_ROLE_CONTEXT:
      return CLAMP (pitch * 0.6, 2, 4.5) * self->unit;
    case WM_SERIES_ROLE_COUNTRY:
    case WM_SERIES_ROLE_NEIGHBOURS:
    case WM_SERIES_ROLE_REGION:
    case WM_SERIES_ROLE_HIGHLIGHT:
    case WM_SERIES_ROLE_TREATED:
    case WM_SERIES_ROLE_CONTROL:
    default:
      return CLAMP (pitch, 4, 5.5) * self->unit;
    }
}

static gboolean
has_role (const WmChart *chart, WmSeriesRole role)
{
  for (guint i = 0; i < chart->dots->len; i++)
    if (wm_chart_peek_dot (chart, 0, i)->role == role)
      return TRUE;
  return FALSE;
}

static void
add_key_entry (WmChartLayout *self, WmSeriesRole role, double *x, double *y, double top)
{
  double u = self->unit, margin = wm_layout_get_margin (self);
  WmSeriesStyle style = get_dot_style (self, role);
  g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_LABEL,
                                            wm_chart_peek_role_label (self->chart, role),
                                            self->width - 2 * margin - 20 * u, 1);
  double width = text.width + 34 * u;
  WmItem *mark;

  if (*x + width > self->width - margin && *x > margin)
    {
      *x = margin;
      *y += text.height;
    }
  mark = wm_scene_add_mark (&self->scene, WM_LAYER_LABEL, "key", style.mark, *x + 6 * u,
                            *y + text.height / 2, MIN (get_radius (self, role), 6 * u), style.colour);
  mark->fill = wm_layout_ink (self, WM_INK_CARD);
  wm_scene_add_text (&self->scene, WM_LAYER_LABEL, "key", &text, *x + 16 * u, *y,
                     wm_layout_ink (self, WM_INK_TEXT));
  *x += width;
}

/* What the shapes mean, above the plot. */
double
wm_layout_add_key (WmChartLayout *self, double top)
{
  double x = wm_layout_get_margin (self), y = top + 4 * self->unit;
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (key_roles) && !wm_layout_is_tiny (self); i++)
    if (has_role (self->chart, key_roles[i]))
      {
        add_key_entry (self, key_roles[i], &x, &y, top);
        any = TRUE;
      }
  return any ? y + wm_typesetter_get_line_height (self->type, WM_FONT_LABEL) : top;
}

static void
add_dot_label (WmChartLayout *self, const WmChartDot *dot, guint i)
{
  g_autofree char *value = wm_chart_format_value (self->chart, dot->value);
  WmEndLabel label = { .value = dot->value, .style = get_dot_style (self, dot->role),
                       .is_dot = TRUE, .anchor_x = i };

  label.priority = dot->role == WM_SERIES_ROLE_CHOSEN ? 0
                   : dot->role == WM_SERIES_ROLE_HIGHLIGHT ? 3 : 4;
  wm_layout_add_end_label (self, &label, dot->name, value);
}

void
wm_layout_add_dot_labels (WmChartLayout *self)
{
  const WmChart *chart = self->chart;

  for (guint i = 0; i < chart->references->len; i++)
    {
      const WmChartDot *line = wm_chart_peek_dot (chart, 1, i);
      g_autofree char *value = wm_chart_format_value (chart, line->value);
      WmEndLabel label = { .value = line->value, .anchor_x = NAN,
                           .style = wm_chart_style_get_series (self->theme, line->role) };

      label.priority = line->role == WM_SERIES_ROLE_COUNTRY ? 1 : 2;
      label.style.mark = WM_MARK_NONE;
      wm_layout_add_end_label (self, &label, line->name, value);
    }
  for (guint i = 0; i < chart->dots->len; i++)
    {
      const WmChartDot *dot = wm_chart_peek_dot (chart, 0, i);

      if (dot->role == WM_SERIES_ROLE_CHOSEN || dot->role == WM_SERIES_ROLE_NEIGHBOURS
          || dot->role == WM_SERIES_ROLE_HIGHLIGHT)
        add_dot_label (self, dot, i);
    }
}

static void
add_reference (WmChartLayout *self, guint i)
{
  const WmChartDot *line = wm_chart_peek_dot (self->chart, 1, i);
  WmSeriesStyle style = wm_chart_style_get_series (self->theme, line->role);
  double y = wm_layout_y (self, line->value);
  WmItem *item = wm_scene_add_segment (&self->scene, WM_LAYER_COMPARATOR, "reference", self->left,
                                       y, self->right, y, style.colour, style.width * self->unit);
  WmChartPlace *place = &g_array_index ((GArray *) g_ptr_array_index (self->places, 1),
                                        WmChartPlace, i);

  item->dash = style.dash;
  *place = (WmChartPlace) { (self->left + self->right) / 2, y, TRUE };
}

static void
add_dot (WmChartLayout *self, guint i)
{
  const WmChartDot *dot = wm_chart_peek_dot (self->chart, 0, i);
  WmSeriesStyle style = get_dot_style (self, dot->role);
  WmChartPlace *place = &g_array_index ((GArray *) g_ptr_array_index (self->places, 0),
                                        WmChartPlace, i);
  WmLayer layer = dot->role == WM_SERIES_ROLE_CHOSEN ? WM_LAYER_CHOSEN
                  : dot->role == WM_SERIES_ROLE_CONTEXT ? WM_LAYER_CONTEXT : WM_LAYER_COMPARATOR;
  WmItem *mark;

  *place = (WmChartPlace) { wm_layout_x (self, i), wm_layout_y (self, dot->value), TRUE };
  mark = wm_scene_add_mark (&self->scene, layer, "dot", style.mark, place->x, place->y,
                            get_radius (self, dot->role), style.colour);
  mark->is_hollow = dot->publication == WM_PUBLICATION_PROVISIONAL;
  mark->fill = wm_layout_ink (self, WM_INK_CARD);
}

static void
add_order_words (WmChartLayout *self)
{
  guint n = self->chart->dots->len;
  /* Translators: %u is a number of areas */
  g_autofree char *words = g_strdup_printf (ngettext ("%u area", "%u areas, lowest to highest", n),
                                            n);
  g_auto (WmText) text = wm_typesetter_set (self->type, WM_FONT_LABEL, words,
                                            self->width - self->left, 1);
  double centred = (self->left + self->right - text.width) / 2;

  /* Below a narrow plot the words run on under the names. */
  wm_scene_add_text (&self->scene, WM_LAYER_AXIS, "order", &text, MAX (centred, self->left),
                     self->bottom + 8 * self->unit,
                     wm_layout_ink (self, WM_INK_SECOND_TEXT));
}

void
wm_layout_add_dots (WmChartLayout *self)
{
  for (guint i = 0; i < self->chart->references->len; i++)
    add_reference (self, i);
  for (guint i = 0; i < self->chart->dots->len; i++)
    add_dot (self, i);
  for (guint i = 0; i < self->labels->len; i++)
    {
      WmEndLabel *label = &g_array_index (self->labels, WmEndLabel, i);

      label->anchor_x = isnan (label->anchor_x) ? self->right
                                                : wm_layout_x (self, label->anchor_x)
                                                  + 8 * self->unit;
    }
  if (self->chart->dots->len > 0)
    add_order_words (self);
}
