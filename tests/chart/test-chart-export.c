/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Files of charts: the same bytes twice, what cairo cannot write in, and what cannot be saved.
 *
 * Pictures are compared without text, whose letters differ between machines. To write them anew
 * after a change that was looked at: WAYMARK_UPDATE_GOLDEN=1. */

#include "chart-samples.h"
#include "wm-chart-draw.h"
#include "wm-chart-export.h"
#include "wm-chart-layout-private.h"
#include "wm-test.h"

#include <libxml/parser.h>
#include <string.h>

#define WIDTH 480
#define HEIGHT 300

static GBytes *
render (const char *name, WmImageFormat format)
{
  g_autoptr (WmChart) chart = chart_sample_new (name);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = wm_chart_render (chart, format, 800, 600, 2, WM_CHART_THEME_LIGHT, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
test_same_bytes_twice (void)
{
  for (gsize i = 0; chart_sample_get_name (i) != NULL; i++)
    for (int format = WM_IMAGE_PNG; format <= WM_IMAGE_PDF; format++)
      {
        g_autoptr (GBytes) one = render (chart_sample_get_name (i), format);
        g_autoptr (GBytes) other = render (chart_sample_get_name (i), format);

        g_test_message ("%s %d", chart_sample_get_name (i), format);
        g_assert_true (g_bytes_equal (one, other));
      }
}

static guint32
read_number (const guchar *bytes)
{
  return (guint32) bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/* The content of the first chunk of a kind whose content starts with @start; NULL when there is none. */
static const guchar *
find_chunk (GBytes *png, const char *kind, const char *start, gsize *length)
{
  gsize size, at = 8;
  const guchar *bytes = g_bytes_get_data (png, &size);

  while (at + 12 <= size)
    {
      *length = read_number (bytes + at);
      g_assert_cmpuint (at + 12 + *length, <=, size);
      if (memcmp (bytes + at + 4, kind, 4) == 0
          && strncmp ((const char *) bytes + at + 8, start, strlen (start)) == 0)
        return bytes + at + 8;
      at += 12 + *length;
    }
  return NULL;
}

/* The words of an effect hold a true minus sign, so that they need UTF-8: an iTXt chunk. */
static void
test_png (void)
{
  g_autoptr (GBytes) png = render ("did", WM_IMAGE_PNG);
  gsize length;
  const guchar *header = find_chunk (png, "IHDR", "", &length);
  const guchar *resolution = find_chunk (png, "pHYs", "", &length);
  const guchar *title = find_chunk (png, "tEXt", "Title", &length);
  const guchar *description;

  g_assert_cmpuint (read_number (header), ==, 1600);
  g_assert_cmpuint (read_number (header + 4), ==, 1200);
  /* 800 pixels are 800 / 960 of ten inches: at twice the pixels 160 to the inch. */
  g_assert_nonnull (resolution);
  g_assert_cmpuint (read_number (resolution), ==, 6299);
  g_assert_cmpuint (resolution[8], ==, 1);
  g_assert_nonnull (title);
  g_assert_true (memcmp (title + 6, "Protection plans fell", 21) == 0);
  description = find_chunk (png, "iTXt", "Description", &length);
  g_assert_nonnull (description);
  g_assert_nonnull (g_strstr_len ((const char *) description + 16, length - 16, "Estimated effect −7.4"));
}

static const char *
get_text (const xmlNode *root, const char *name)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && g_str_equal (node->name, name))
      return (const char *) node->children->content;
  return NULL;
}

static void
test_svg (void)
{
  for (gsize i = 0; chart_sample_get_name (i) != NULL; i++)
    {
      g_autoptr (WmChart) chart = chart_sample_new (chart_sample_get_name (i));
      g_autoptr (GBytes) svg = render (chart_sample_get_name (i), WM_IMAGE_SVG);
      g_autofree char *alt_text = wm_chart_dup_alt_text (chart);
      gsize size;
      const char *data = g_bytes_get_data (svg, &size);
      xmlDoc *doc = xmlReadMemory (data, (int) size, NULL, NULL, XML_PARSE_NONET);
      xmlNode *root;
      xmlChar *role;

      g_assert_nonnull (doc);
      root = xmlDocGetRootElement (doc);
      role = xmlGetProp (root, BAD_CAST "role");
      g_assert_cmpstr ((const char *) role, ==, "img");
      g_assert_cmpstr (get_text (root, "title"), ==, wm_chart_get_title (chart));
      g_assert_cmpstr (get_text (root, "desc"), ==, alt_text);
      xmlFree (role);
      xmlFreeDoc (doc);
    }
}

/* Every reference within an SVG leads to an id that is there. */
static void
test_svg_references (void)
{
  g_autoptr (GBytes) svg = render ("did", WM_IMAGE_SVG);
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  guint n = 0;

  for (const char *at = g_strstr_len (data, size, "href=\"#"); at != NULL;
       at = g_strstr_len (at, size - (at - data), "href=\"#"))
    {
      g_autofree char *id = NULL;

      at += strlen ("href=\"#");
      id = g_strdup_printf ("id=\"%.*s\"", (int) strcspn (at, "\""), at);
      g_assert_nonnull (g_strstr_len (data, size, id));
      n++;
    }
  g_assert_cmpuint (n, >, 100); /* letters are drawn from a stock */
}

static void
test_hostile_title (void)
{
  static const char *const periods[] = { "<b>&amp;" };
  static const double values[] = { 1 };
  g_autoptr (WmChart) chart = wm_chart_new_time_series (periods, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL;
  xmlDoc *doc;

  wm_chart_set_title (chart, "</title><script>&x; \x02 \xff\xfe");
  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "]]>", values, NULL, NULL);
  svg = wm_chart_render (chart, WM_IMAGE_SVG, 480, 300, 1, WM_CHART_THEME_LIGHT, &error);
  g_assert_no_error (error);
  doc = xmlReadMemory (g_bytes_get_data (svg, NULL), (int) g_bytes_get_size (svg), NULL, NULL, XML_PARSE_NONET);
  g_assert_nonnull (doc);
  g_assert_true (g_str_has_prefix (get_text (xmlDocGetRootElement (doc), "title"), "</title><script>&x;"));
  xmlFreeDoc (doc);
}

/* Also beyond NUL bytes, where g_strstr_len() stops. */
static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize size, length = strlen (text);
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

static void
test_pdf (void)
{
  g_autoptr (GBytes) pdf = render ("series", WM_IMAGE_PDF);

  g_assert_true (contains (pdf, "%PDF-"));
  /* From 1.18 on cairo packs what follows, so that it cannot be read off the bytes. */
  if (cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 0))
    return;
  g_assert_true (contains (pdf, "/Title (The rate of protection plans"));
  g_assert_true (contains (pdf, "/Subject (Line chart. Children"));
  g_assert_true (contains (pdf, "/CreationDate (20000101"));
}

static void
test_save (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "chart é.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "chart.png", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (WmChart) chart = chart_sample_new ("few-dots");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  WmImageFormat format;

  g_assert_true (wm_image_format_from_path (path, &format));
  g_assert_cmpint (format, ==, WM_IMAGE_SVG);
  g_assert_false (wm_image_format_from_path ("chart.bmp", &format));
  g_assert_true (wm_chart_save (chart, path, format, 800, 600, 1, WM_CHART_THEME_LIGHT, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_false (wm_chart_save (chart, nowhere, WM_IMAGE_PNG, 800, 600, 1, WM_CHART_THEME_LIGHT, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "chart.png"));
  g_clear_error (&error);
  g_assert_false (wm_chart_save (chart, path, WM_IMAGE_PNG, 1e9, 600, 1, WM_CHART_THEME_LIGHT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "chart é.svg");
  g_assert_null (g_dir_read_name (dir)); /* nothing half-written is left */
  wm_test_remove_folder (folder);
}

static cairo_surface_t *
draw_without_text (const char *name)
{
  g_autoptr (WmChart) chart = chart_sample_new (name);
  g_autoptr (WmChartLayout) layout = wm_chart_layout_new_fixed (chart, WIDTH, HEIGHT, WM_CHART_THEME_LIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  wm_chart_draw (layout, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The largest difference of the three colours of a pixel. */
static int
compare_pixels (guint32 a, guint32 b)
{
  int largest = 0;

  for (int shift = 0; shift < 24; shift += 8)
    largest = MAX (largest, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return largest;
}

/* At most one pixel in 500 may differ by more than an eighth of the range. */
static void
assert_like (const char *name, cairo_surface_t *actual, cairo_surface_t *expected)
{
  int n = 0, left = WIDTH, top = HEIGHT, right = 0, bottom = 0;

  g_assert_cmpint (cairo_image_surface_get_width (expected), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (expected), ==, HEIGHT);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        gsize at = (gsize) y * cairo_image_surface_get_stride (actual) + 4 * (gsize) x;
        guint32 a, b;

        memcpy (&a, cairo_image_surface_get_data (actual) + at, sizeof a);
        memcpy (&b, cairo_image_surface_get_data (expected) + at, sizeof b);
        if (compare_pixels (a, b) <= 32)
          continue;
        n++;
        left = MIN (left, x);
        top = MIN (top, y);
        right = MAX (right, x);
        bottom = MAX (bottom, y);
      }
  if (n > WIDTH * HEIGHT / 500)
    {
      g_autofree char *file = g_strdup_printf ("waymark-%s-differs.png", name);
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), file, NULL);

      cairo_surface_write_to_png (actual, path);
      g_error ("%s: %d pixels differ, all between (%d, %d) and (%d, %d); the picture is in %s", name,
               n, left, top, right, bottom, path);
    }
}

static void
test_picture (gconstpointer data)
{
  const char *name = data;
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "chart", file, NULL);
  cairo_surface_t *actual = draw_without_text (name);
  cairo_surface_t *expected;

  if (g_getenv ("WAYMARK_UPDATE_GOLDEN") != NULL)
    cairo_surface_write_to_png (actual, path);
  expected = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  assert_like (name, actual, expected);
  cairo_surface_destroy (actual);
  cairo_surface_destroy (expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/export/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/chart/export/png", test_png);
  g_test_add_func ("/chart/export/svg", test_svg);
  g_test_add_func ("/chart/export/svg-references", test_svg_references);
  g_test_add_func ("/chart/export/hostile-title", test_hostile_title);
  g_test_add_func ("/chart/export/pdf", test_pdf);
  g_test_add_func ("/chart/export/save", test_save);
  g_test_add_data_func ("/chart/export/picture/series", "series", test_picture);
  g_test_add_data_func ("/chart/export/picture/dots", "dots", test_picture);
  g_test_add_data_func ("/chart/export/picture/did", "did", test_picture);
  return g_test_run ();
}
