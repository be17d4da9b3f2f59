/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Where an authority stands in the spread of all authorities, as a small picture: a line from the
 * lowest to the highest, a bar for the middle half, a stroke for the median, a triangle for the
 * neighbours and a disc for the authority. */

#include "config.h"

#include "wm-strip.h"

#include "wm-compat.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NATURAL_WIDTH 130
#define MIN_WIDTH 96
#define HEIGHT 22
#define MARGIN 7.0
#define RADIUS 5.0

struct _WmStrip
{
  GtkWidget parent_instance;

  gboolean has_standing;
  WmStanding standing;
};

G_DEFINE_FINAL_TYPE (WmStrip, wm_strip, GTK_TYPE_WIDGET)

static double
place (const WmStrip *self, double value, double width)
{
  double span = self->standing.maximum - self->standing.minimum;

  return MARGIN + (width - 2 * MARGIN) * (span > 0 ? (value - self->standing.minimum) / span : 0.5);
}

static void
set_ink (cairo_t *cr, const GdkRGBA *ink, double alpha)
{
  cairo_set_source_rgba (cr, ink->red, ink->green, ink->blue, ink->alpha * alpha);
}

static void
draw_spread (const WmStrip *self, cairo_t *cr, const GdkRGBA *ink, double width)
{
  const WmStanding *standing = &self->standing;
  double middle = HEIGHT / 2.0;
  double q1 = place (self, standing->q1, width), q3 = place (self, standing->q3, width);
  double median = place (self, standing->median, width);

  set_ink (cr, ink, 0.45);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, place (self, standing->minimum, width), middle);
  cairo_line_to (cr, place (self, standing->maximum, width), middle);
  cairo_stroke (cr);
  set_ink (cr, ink, 0.25);
  cairo_rectangle (cr, q1, middle - 4, MAX (q3 - q1, 1), 8);
  cairo_fill (cr);
  set_ink (cr, ink, 0.8);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, median, middle - 6);
  cairo_line_to (cr, median, middle + 6);
  cairo_stroke (cr);
}

static void
draw_neighbours (const WmStrip *self, cairo_t *cr, double width)
{
  double x = place (self, self->standing.neighbours.mean, width);

  if (isnan (self->standing.neighbours.mean))
    return;
  x = CLAMP (x, MARGIN, width - MARGIN);
  cairo_set_source_rgb (cr, 0x28 / 255.0, 0xa1 / 255.0, 0x97 / 255.0);
  cairo_move_to (cr, x - 4, HEIGHT - 1);
  cairo_line_to (cr, x + 4, HEIGHT - 1);
  cairo_line_to (cr, x, HEIGHT - 8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static gboolean
is_light (const GdkRGBA *ink)
{
  return ink->red + ink->green + ink->blue > 1.5;
}

static void
draw_authority (const WmStrip *self, cairo_t *cr, const GdkRGBA *ink, double width)
{
  double x = CLAMP (place (self, self->standing.value, width), MARGIN, width - MARGIN);

  if (is_light (ink)) /* dark style: the light blue of dark charts */
    cairo_set_source_rgb (cr, 0x6b / 255.0, 0xac / 255.0, 0xe6 / 255.0);
  else
    cairo_set_source_rgb (cr, 0x12 / 255.0, 0x43 / 255.0, 0x6d / 255.0);
  cairo_arc (cr, x, HEIGHT / 2.0, RADIUS, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
wm_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WmStrip *self = WM_STRIP (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  GdkRGBA ink;
  cairo_t *cr;

  if (!self->has_standing)
    return;
  wm_compat_get_color (widget, &ink);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, 0, floor ((height - HEIGHT) / 2));
  draw_spread (self, cr, &ink, width);
  draw_neighbours (self, cr, width);
  draw_authority (self, cr, &ink, width);
  cairo_destroy (cr);
}

static void
wm_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                  int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? MIN_WIDTH : HEIGHT;
  *natural = is_width ? NATURAL_WIDTH : HEIGHT;
}

static void
wm_strip_class_init (WmStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = wm_strip_snapshot;
  widget_class->measure = wm_strip_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wm_strip_init (WmStrip *self)
{
}

/**
 * wm_strip_new:
 *
 * Returns: (transfer none): an empty strip; whoever adds it to a container owns it
 */
GtkWidget *
wm_strip_new (void)
{
  return g_object_new (WM_TYPE_STRIP, NULL);
}

static char *
describe (const WmIndicator *indicator, const WmStanding *standing)
{
  g_autofree char *value = wm_words_value (indicator, standing->value);
  g_autofree char *low = wm_words_value (indicator, standing->minimum);
  g_autofree char *high = wm_words_value (indicator, standing->maximum);
  g_autofree char *q1 = wm_words_value (indicator, standing->q1);
  g_autofree char *q3 = wm_words_value (indicator, standing->q3);

  /* Translators: %1$s is the authority's value, the others are values of all authorities. */
  return g_strdup_printf (_("Value %1$s. All authorities: lowest %2$s, middle half %3$s to %4$s, "
                            "highest %5$s"),
                          value, low, q1, q3, high);
}

/**
 * wm_strip_set_standing:
 * @self: a strip
 * @indicator: (nullable): the measure
 * @standing: (nullable): how the authority stands; %NULL for nothing to show
 *
 * Shows where an authority stands.
 */
void
wm_strip_set_standing (WmStrip *self, const WmIndicator *indicator, const WmStanding *standing)
{
  g_autofree char *words = NULL;

  g_return_if_fail (WM_IS_STRIP (self));

  self->has_standing = standing != NULL && !isnan (standing->value) && !isnan (standing->minimum);
  if (self->has_standing)
    {
      self->standing = *standing;
      words = describe (indicator, standing);
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : _("No spread to show"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
