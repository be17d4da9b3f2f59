/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A chart as a file. The same chart gives the same bytes, so files carry no time and no counter. */

#include "config.h"

#include "wm-chart-export.h"

#include "wm-chart-draw.h"
#include "wm-chart-private.h"
#include "wm-chart-svg.h"
#include "wm-save.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* cairo draws no larger side. */
#define MAX_PIXELS 32000

/* The date that every PDF carries. */
#define FIXED_DATE "2000-01-01T00:00:00Z"

/**
 * wm_image_format_from_path:
 * @path: a file name
 * @format: (out): the format; untouched when it is none that charts can be saved in
 *
 * Reads the format from the ending of a file name: png, svg or pdf, in small or capital letters.
 *
 * Returns: whether the ending is known
 */
gboolean
wm_image_format_from_path (const char *path, WmImageFormat *format)
{
  static const char *const endings[] = {
    [WM_IMAGE_PNG] = ".png", [WM_IMAGE_SVG] = ".svg", [WM_IMAGE_PDF] = ".pdf",
  };
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

static const char *
get_title (const WmChart *chart)
{
  return chart->title != NULL ? chart->title : _("Chart");
}

static gboolean
check_surface (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is the detail, from the graphics library */
               _("Could not draw the chart: %s"), cairo_status_to_string (status));
  return FALSE;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Points of 1/72 inch per pixel, such that text has the size in points that it is meant to have. */
static double
get_points_per_pixel (const WmChartLayout *layout)
{
  return 0.75 / wm_chart_layout_get_unit (layout);
}

/* The pixels without alpha: a card is never see-through. */
static GdkPixbuf *
make_pixbuf (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  const guchar *from = cairo_image_surface_get_data (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  if (pixbuf == NULL)
    return NULL;
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const void *) (from + (gsize) y * cairo_image_surface_get_stride (surface));
      guchar *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, to += 3)
        {
          to[0] = row[x] >> 16 & 0xff;
          to[1] = row[x] >> 8 & 0xff;
          to[2] = row[x] & 0xff;
        }
    }
  return pixbuf;
}

static GBytes *
write_png (const WmChartLayout *layout, GdkPixbuf *pixbuf, double scale, GError **error)
{
  WmChart *chart = wm_chart_layout_get_chart (layout);
  g_autofree char *description = wm_chart_dup_alt_text (chart);
  g_autofree char *dpi = g_strdup_printf ("%d", (int) lround (72 * scale
                                                               / get_points_per_pixel (layout)));
  const char *keys[] = { "x-dpi", "y-dpi", "tEXt::Title", "tEXt::Description", "tEXt::Software",
                         chart->source != NULL ? "tEXt::Source" : NULL, NULL };
  const char *values[] = { dpi, dpi, get_title (chart), description, "Waymark", chart->source,
                           NULL };
  char *buffer = NULL;
  gsize length;

  if (!gdk_pixbuf_save_to_bufferv (pixbuf, &buffer, &length, "png", (char **) keys, (char **) values,
                                   error))
    return NULL;
  return g_bytes_new_take (buffer, length);
}

static GBytes *
render_png (const WmChartLayout *layout, double scale, GError **error)
{
  int width = (int) lround (wm_chart_layout_get_width (layout) * scale);
  int height = (int) lround (wm_chart_layout_get_height (layout) * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  wm_chart_draw (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    pixbuf = make_pixbuf (surface);
  cairo_surface_destroy (surface);
  if (!check_surface (status != CAIRO_STATUS_SUCCESS || pixbuf != NULL ? status
                                                                       : CAIRO_STATUS_NO_MEMORY,
                      error))
    return NULL;
  return write_png (layout, pixbuf, scale, error);
}

/* Draws in points, and finishes the file. */
static gboolean
draw_vectors (const WmChartLayout *layout, cairo_surface_t *surface, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  double points = get_points_per_pixel (layout);
  cairo_status_t status;

  cairo_scale (cr, points, points);
  wm_chart_draw (layout, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  return check_surface (status, error);
}

static GBytes *
render_svg (const WmChartLayout *layout, GError **error)
{
  WmChart *chart = wm_chart_layout_get_chart (layout);
  double points = get_points_per_pixel (layout);
  g_autoptr (GByteArray) raw = g_byte_array_new ();
  g_autofree char *description = wm_chart_dup_alt_text (chart);
  cairo_surface_t *surface =
    cairo_svg_surface_create_for_stream (append_cb, raw, wm_chart_layout_get_width (layout) * points,
                                         wm_chart_layout_get_height (layout) * points);
  gboolean drawn = draw_vectors (layout, surface, error);
  GByteArray *finished;

  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;
  finished = wm_svg_finish (raw, get_title (chart), description, error);
  return finished != NULL ? g_byte_array_free_to_bytes (finished) : NULL;
}

static GBytes *
render_pdf (const WmChartLayout *layout, GError **error)
{
  WmChart *chart = wm_chart_layout_get_chart (layout);
  double points = get_points_per_pixel (layout);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *description = wm_chart_dup_alt_text (chart);
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append_cb, bytes, wm_chart_layout_get_width (layout) * points,
                                         wm_chart_layout_get_height (layout) * points);
  gboolean drawn;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, get_title (chart));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Waymark");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, FIXED_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, FIXED_DATE);
  drawn = draw_vectors (layout, surface, error);
  cairo_surface_destroy (surface);
  return drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
check_size (double width, double height, double scale, GError **error)
{
  if (isfinite (width) && isfinite (height) && scale > 0
      && width >= WM_CHART_MIN_WIDTH && height >= WM_CHART_MIN_HEIGHT
      && MAX (width, height) * scale <= MAX_PIXELS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: two numbers of pixels, then a number of pixels */
               _("A picture is at least %1$d × %2$d and, times its scale, at most %3$d pixels on a "
                 "side. Choose another size or scale."),
               WM_CHART_MIN_WIDTH, WM_CHART_MIN_HEIGHT, MAX_PIXELS);
  return FALSE;
}

/**
 * wm_chart_render:
 * @chart: a chart
 * @format: format of the file
 * @width: width of the picture [px]
 * @height: height of the picture [px]
 * @scale: pixels of a PNG for each of these; without effect on SVG and PDF
 * @theme: the colours
 * @error: (nullable): set when the size cannot be drawn
 *
 * Draws a chart as the bytes of a file, with its title and its alternative text inside. The same
 * chart gives the same bytes.
 *
 * Text is 12 pt at the printed size that the file states.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
wm_chart_render (WmChart *chart, WmImageFormat format, double width, double height, double scale,
                 WmChartTheme theme, GError **error)
{
  g_autoptr (WmChartLayout) layout = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  if (!check_size (width, height, format == WM_IMAGE_PNG ? scale : 1, error))
    return NULL;
  layout = wm_chart_layout_new (chart, width, height, theme, NULL);
  switch (format)
    {
    case WM_IMAGE_SVG:
      return render_svg (layout, error);
    case WM_IMAGE_PDF:
      return render_pdf (layout, error);
    case WM_IMAGE_PNG:
    default:
      return render_png (layout, scale, error);
    }
}

/**
 * wm_chart_get_png_bytes:
 * @chart: a chart
 * @width: width of the picture [px]
 * @height: height of the picture [px]
 * @scale: pixels for each of these
 * @theme: the colours
 * @error: (nullable): set when the size cannot be drawn
 *
 * Draws a chart for the clipboard.
 *
 * Returns: (transfer full) (nullable): a PNG file
 */
GBytes *
wm_chart_get_png_bytes (WmChart *chart, double width, double height, double scale,
                        WmChartTheme theme, GError **error)
{
  return wm_chart_render (chart, WM_IMAGE_PNG, width, height, scale, theme, error);
}

/**
 * wm_chart_save:
 * @chart: a chart
 * @path: where to; a file there is replaced
 * @format: format of the file
 * @width: width of the picture [px]
 * @height: height of the picture [px]
 * @scale: pixels of a PNG for each of these; without effect on SVG and PDF
 * @theme: the colours
 * @error: (nullable): set when it could not be saved
 *
 * Saves a chart. The file is written beside and then put in place, so that a full disk leaves the
 * old file as it was.
 *
 * Returns: whether it was saved
 */
gboolean
wm_chart_save (WmChart *chart, const char *path, WmImageFormat format, double width,
               double height, double scale, WmChartTheme theme, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (chart != NULL && path != NULL, FALSE);

  bytes = wm_chart_render (chart, format, width, height, scale, theme, error);
  return bytes != NULL && wm_save_bytes (bytes, path, error);
}
