/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Documents: what the web page says and that nothing can break it, what lies where on paper, and
 * the same bytes twice. Letters differ between machines, so pages are tested by what must hold on
 * any of them. */

#include "wm-document-pages-private.h"
#include "wm-test.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#define HOSTILE "</td><script>alert('1')</script> & \"2\" ]]> \x01\x1f \xff\xfe %s %n <!-- &amp; 'x'"

/* What HOSTILE must read as: U+FFFD for each character and each byte that no text can hold. */
#define HOSTILE_READ \
  "</td><script>alert('1')</script> & \"2\" ]]> \uFFFD\uFFFD \uFFFD\uFFFD %s %n <!-- &amp; 'x'"

static WmChart *
make_chart (void)
{
  static const char *const years[] = { "2022", "2023", "2024" };
  static const double values[] = { 10, 12.5, 11 };
  WmChart *chart = wm_chart_new_time_series (years, G_N_ELEMENTS (years));

  wm_chart_set_title (chart, "Plans in Ambleford");
  wm_chart_set_measure (chart, "Plans");
  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "Ambleford", values, NULL, NULL);
  return chart;
}

static void
add_table (WmDocument *document, const char *text, guint n_rows, const char *target)
{
  wm_document_begin_table (document, text);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, "Code", 1);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_ROW_HEADING, "Name", 4);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_NUMBER, "Number", 1);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      if (i % 10 == 0)
        wm_document_add_group (document, text);
      wm_document_begin_row (document);
      wm_document_add_cell (document, number, NULL);
      wm_document_add_cell (document, text, target);
      wm_document_add_cell (document, number, NULL);
    }
}

/* A document with every kind of block, each saying @text. */
static WmDocument *
make_document (const char *text, guint n_rows)
{
  WmDocument *document = wm_document_new (text, "en-GB");
  g_autoptr (WmChart) chart = make_chart ();

  wm_document_set_subtitle (document, text);
  wm_document_set_description (document, text);
  wm_document_add_cover_line (document, text);
  wm_document_add_contents (document, text);
  wm_document_add_page_break (document);
  wm_document_add_heading (document, 1, text, "first");
  wm_document_add_heading (document, 2, text, NULL);
  wm_document_add_paragraph (document, text);
  wm_document_add_note (document, text);
  wm_document_begin_list (document);
  wm_document_add_item (document, text);
  wm_document_begin_facts (document);
  wm_document_add_fact (document, text, text);
  add_table (document, text, n_rows, "first");
  wm_document_add_heading (document, 3, text, NULL);
  wm_document_add_chart (document, chart);
  return document;
}

static xmlDoc *
read_page (WmDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) page = wm_document_to_html (document, &error);
  gsize length;
  const char *data;
  xmlDoc *tree;

  g_assert_no_error (error);
  data = g_bytes_get_data (page, &length);
  tree = xmlReadMemory (data, (int) length, NULL, NULL, XML_PARSE_NONET);
  g_assert_nonnull (tree);
  return tree;
}

typedef void (*VisitFunc) (xmlNode *node, gpointer user_data);

static void
visit (xmlNode *node, VisitFunc func, gpointer user_data)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        func (node, user_data);
        visit (node->children, func, user_data);
      }
}

static char *
get_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static void
count_text_cb (xmlNode *node, gpointer user_data)
{
  xmlChar *content = xmlNodeGetContent (node);
  guint *n = user_data;

  g_assert_cmpstr ((const char *) node->name, !=, "script");
  if (xmlChildElementCount (node) == 0 && g_str_equal (content, HOSTILE_READ))
    *n += 1;
  xmlFree (content);
}

/* Title, h1, two cover lines, contents with two entries, h2, h3, p, note, li, dt, dd, caption, group,
 * cell, h4. */
static void
test_hostile_text (void)
{
  g_autoptr (WmDocument) document = make_document (HOSTILE, 1);
  g_autoptr (GBytes) pdf = wm_document_to_pdf (document, NULL);
  xmlDoc *tree = read_page (document);
  guint n = 0;

  visit (xmlDocGetRootElement (tree), count_text_cb, &n);
  g_assert_cmpuint (n, ==, 18);
  g_assert_nonnull (pdf);
  xmlFreeDoc (tree);
}

/* What one walk through a page finds out. */
typedef struct
{
  GHashTable *ids;
  GPtrArray *links;
  int level;        /* of the last heading */
  guint n_scopes;
  guint n_heads;
} Page;

static void
inspect_cb (xmlNode *node, gpointer user_data)
{
  Page *page = user_data;
  const char *name = (const char *) node->name;
  g_autofree char *id = get_attribute (node, "id");
  g_autofree char *href = get_attribute (node, "href");
  g_autofree char *source = get_attribute (node, "src");
  g_autofree char *scope = get_attribute (node, "scope");

  if (id != NULL)
    g_assert_true (g_hash_table_add (page->ids, g_steal_pointer (&id)));
  if (href != NULL)
    g_ptr_array_add (page->links, g_steal_pointer (&href));
  if (source != NULL)
    g_assert_true (g_str_has_prefix (source, "data:image/svg+xml;base64,"));
  if (name[0] == 'h' && g_ascii_isdigit (name[1]))
    {
      g_assert_cmpint (name[1] - '0', <=, page->level + 1);
      page->level = name[1] - '0';
    }
  page->n_heads += g_str_equal (name, "th");
  page->n_scopes += scope != NULL;
  g_assert_cmpstr (name, !=, "link");
  g_assert_cmpstr (name, !=, "script");
}

/* Headings in order, every id once, every link to an id that is there, nothing from the network. */
static void
test_page (void)
{
  g_autoptr (WmDocument) document = make_document ("Some words", 25);
  xmlDoc *tree = read_page (document);
  Page page = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                g_ptr_array_new_with_free_func (g_free), 0, 0, 0 };
  g_autofree char *language = get_attribute (xmlDocGetRootElement (tree), "lang");

  visit (xmlDocGetRootElement (tree), inspect_cb, &page);
  g_assert_cmpstr (language, ==, "en-GB");
  g_assert_cmpstr ((const char *) xmlGetIntSubset (tree)->name, ==, "html");
  g_assert_null (xmlGetIntSubset (tree)->ExternalID);
  /* Contents: two; cells that lead to the first heading: 25. */
  g_assert_cmpuint (page.links->len, ==, 27);
  for (guint i = 0; i < page.links->len; i++)
    g_assert_true (g_hash_table_contains (page.ids, (const char *) g_ptr_array_index (page.links, i) + 1));
  /* Three columns, three groups, 25 rows; the four columns of the chart's numbers. */
  g_assert_cmpuint (page.n_heads, ==, 3 + 3 + 25 + 4);
  g_assert_cmpuint (page.n_scopes, ==, page.n_heads);
  g_ptr_array_unref (page.links);
  g_hash_table_unref (page.ids);
  xmlFreeDoc (tree);
}

static void
find_alt_cb (xmlNode *node, gpointer user_data)
{
  char **alt_text = user_data;

  if (g_str_equal (node->name, "img"))
    *alt_text = get_attribute (node, "alt");
}

static void
test_chart (void)
{
  g_autoptr (WmDocument) document = make_document ("Some words", 1);
  g_autoptr (WmChart) chart = make_chart ();
  g_autofree char *expected = wm_chart_dup_alt_text (chart);
  g_autofree char *alt_text = NULL;
  xmlDoc *tree = read_page (document);

  visit (xmlDocGetRootElement (tree), find_alt_cb, &alt_text);
  g_assert_cmpstr (alt_text, ==, expected);
  xmlFreeDoc (tree);
}

static void
test_same_bytes_twice (void)
{
  g_autoptr (WmDocument) one = make_document ("Some words", 100);
  g_autoptr (WmDocument) other = make_document ("Some words", 100);
  g_autoptr (GBytes) one_page = wm_document_to_html (one, NULL);
  g_autoptr (GBytes) other_page = wm_document_to_html (other, NULL);
  g_autoptr (GBytes) one_pdf = wm_document_to_pdf (one, NULL);
  g_autoptr (GBytes) other_pdf = wm_document_to_pdf (other, NULL);

  g_assert_true (g_bytes_equal (one_page, other_page));
  g_assert_true (g_bytes_equal (one_pdf, other_pdf));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (one_pdf, NULL), "%PDF-"));
}

static gboolean
has_bytes (GBytes *bytes, const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize n = strlen (text);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (data + i, text, n) == 0)
      return TRUE;
  return FALSE;
}

/* cairo of today packs the catalogue, so that it cannot be read here. */
static void
test_tagged (void)
{
  g_autoptr (WmDocument) document = make_document ("Some words", 100);
  g_autoptr (GBytes) pdf = wm_document_to_pdf (document, NULL);

  g_assert_nonnull (pdf);
  if (!has_bytes (pdf, "/Type /Catalog"))
    {
      g_test_skip ("the catalogue is packed");
      return;
    }
  g_assert_true (has_bytes (pdf, "/StructTreeRoot"));
  g_assert_true (has_bytes (pdf, "/MarkInfo"));
  g_assert_true (has_bytes (pdf, "/Outlines"));
}

/* The run lies within its strip, and no line of it is wider than it may be. */
static void
check_run (const WmStrip *strip, const WmRun *run)
{
  double height = wm_set_text_get_height_of (run->text, run->first, run->n);
  double width = pango_units_to_double (pango_layout_get_width (run->text->layout));

  g_assert_cmpfloat (run->y + height, <=, strip->height + 1e-9);
  g_assert_cmpfloat (run->x + width, <=, WM_PAGE_BODY_WIDTH + 1e-3);
  for (guint i = run->first; i < run->first + run->n; i++)
    {
      PangoRectangle logical;

      pango_layout_line_get_extents (wm_set_text_get_line (run->text, i)->line, NULL, &logical);
      /* A blank at the end of a line hangs over. */
      g_assert_cmpfloat (pango_units_to_double (logical.width), <=, width + 6);
    }
}

/* The strips of a page stand below each other and within the margins. */
static void
check_page (const WmPages *pages, guint page)
{
  const GArray *strips = g_ptr_array_index (pages->pages, page);
  double foot = 0;

  for (guint i = 0; i < strips->len; i++)
    {
      const WmPlacedStrip *placed = &g_array_index (strips, WmPlacedStrip, i);

      g_assert_cmpfloat (placed->y, >=, foot - 1e-9);
      foot = placed->y + placed->strip->height;
      g_assert_cmpfloat (foot, <=, WM_PAGE_BODY_HEIGHT + 1e-9);
      for (guint j = 0; j < placed->strip->runs->len; j++)
        check_run (placed->strip, &g_array_index (placed->strip->runs, WmRun, j));
    }
  g_assert_cmpuint (strips->len, >, 0);
}

static const WmPlacedStrip *
get_placed (const WmPages *pages, guint page, guint i)
{
  return &g_array_index ((GArray *) g_ptr_array_index (pages->pages, page), WmPlacedStrip, i);
}

/* Nothing lies outside its page or over something else, whatever the text. */
static void
test_pages_hold (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (GString) long_word = g_string_new (NULL);
  const char *texts[] = { "Some words", HOSTILE, "", " ", "\n\n\n", NULL, NULL };

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (long_text, "word%u ", i);
  for (guint i = 0; i < 1500; i++)
    g_string_append (long_word, "Code_");
  texts[5] = long_text->str;
  texts[6] = long_word->str;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WmDocument) document = make_document (texts[i], 3);
      g_autoptr (WmPages) pages = wm_pages_new (document);
      g_autoptr (GBytes) pdf = wm_document_to_pdf (document, NULL);

      for (guint page = 0; page < pages->pages->len; page++)
        check_page (pages, page);
      g_assert_nonnull (pdf);
    }
}

/* The head of a table, and the group in which the page ends, stand on the next page again. */
static void
test_repeated_heads (void)
{
  g_autoptr (WmDocument) document = wm_document_new ("Title", NULL);
  g_autoptr (WmPages) pages = NULL;

  add_table (document, "Some words", 300, NULL);
  pages = wm_pages_new (document);
  g_assert_cmpuint (pages->pages->len, >, 4);
  for (guint page = 2; page < pages->pages->len; page++)
    {
      g_assert_cmpint (get_placed (pages, page, 0)->strip->kind, ==, WM_STRIP_HEAD);
      g_assert_true (get_placed (pages, page, 0)->is_repeated);
      g_assert_cmpint (get_placed (pages, page, 1)->strip->kind, ==, WM_STRIP_GROUP);
      g_assert_cmpint (get_placed (pages, page, 2)->strip->kind, ==, WM_STRIP_ROW);
    }
}

static gboolean
is_heading (const WmStrip *strip)
{
  return strip->kind == WM_STRIP_HEADING || strip->kind == WM_STRIP_CAPTION || strip->kind == WM_STRIP_HEAD
         || strip->kind == WM_STRIP_GROUP;
}

/* Wherever a page happens to end, no heading is the last on it. */
static void
test_no_orphans (void)
{
  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (WmDocument) document = wm_document_new ("Title", NULL);
      g_autoptr (WmPages) pages = NULL;

      for (guint i = 0; i < n; i++)
        wm_document_add_paragraph (document, "A line");
      wm_document_add_heading (document, 1, "Heading", NULL);
      wm_document_add_heading (document, 2, "Another", NULL);
      add_table (document, "Some words", 40, NULL);
      pages = wm_pages_new (document);
      for (guint page = 0; page < pages->pages->len; page++)
        {
          const GArray *strips = g_ptr_array_index (pages->pages, page);

          g_assert_false (is_heading (get_placed (pages, page, strips->len - 1)->strip));
        }
    }
}

static const WmBlock *
find_heading (const WmDocument *document, const char *text)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const WmBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == WM_BLOCK_HEADING && g_str_equal (block->text, text))
        return block;
    }
  return NULL;
}

/* The contents know on which page a heading is, and what is too deep is not in them. */
static void
test_contents (void)
{
  g_autoptr (WmDocument) document = wm_document_new ("Title", NULL);
  g_autoptr (WmPages) pages = NULL;
  guint n_listed = 0;

  wm_document_add_contents (document, "Contents");
  wm_document_add_heading (document, 1, "One", NULL);
  wm_document_add_page_break (document);
  wm_document_add_page_break (document);
  wm_document_add_heading (document, 1, "Two", NULL);
  wm_document_add_heading (document, 2, "Below", NULL);
  wm_document_add_heading (document, 3, "Deep", NULL);
  wm_document_add_paragraph (document, "End");
  pages = wm_pages_new (document);
  g_assert_cmpuint (pages->pages->len, ==, 3);
  g_assert_cmpuint (wm_pages_get_number (pages, find_heading (document, "One")), ==, 2);
  g_assert_cmpuint (wm_pages_get_number (pages, find_heading (document, "Deep")), ==, 3);
  for (guint i = 0; i < pages->strips->len; i++)
    n_listed += ((const WmStrip *) g_ptr_array_index (pages->strips, i))->listed != NULL;
  g_assert_cmpuint (n_listed, ==, 3);
}

static void
test_only_a_title (void)
{
  g_autoptr (WmDocument) document = wm_document_new ("Title", NULL);
  g_autoptr (WmPages) pages = wm_pages_new (document);
  xmlDoc *tree = read_page (document);

  g_assert_cmpuint (pages->pages->len, ==, 1);
  xmlFreeDoc (tree);
}

/* A narrow column grows to its longest word; a word longer than all takes no more than its share. */
static void
test_columns (void)
{
  g_autoptr (WmDocumentType) type = wm_document_type_new ("en-GB");
  g_autoptr (WmDocument) document = wm_document_new ("Title", NULL);
  g_autofree double *widths = NULL;
  g_autofree char *word = g_strnfill (400, 'm');

  wm_document_begin_table (document, "Widths");
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, "A", 1);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, "B", 90);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, "C", 1);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, "D", 8);
  wm_document_begin_row (document);
  wm_document_add_cell (document, "Work_Force_Vac_Rate", NULL);
  wm_document_add_cell (document, "some words", NULL);
  wm_document_add_cell (document, word, NULL);
  widths = wm_document_columns_measure (type, g_ptr_array_index (document->blocks, 0), 400);
  g_assert_cmpfloat (widths[0], >=, wm_document_type_get_width (type, WM_TYPE_SMALL, "Work_Force_Vac_Rate"));
  wm_assert_close (widths[2], 100, 1e-9);
  wm_assert_close (widths[0] + widths[1] + widths[2] + widths[3], 400, 1e-9);
  g_assert_cmpfloat (widths[1], >, 150);
}

/* What Pango has to say about it stops nobody. */
static void
draw_without_fonts (void)
{
  g_autoptr (WmDocument) document = make_document ("Some words", 30);
  g_autoptr (GBytes) pdf = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  pdf = wm_document_to_pdf (document, NULL);
  g_assert_nonnull (pdf);
}

/* In a process of its own: fonts are looked for once. */
static void
test_without_fonts (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (g_test_subprocess ())
    {
      draw_without_fonts ();
      return;
    }
  folder = wm_test_make_folder ();
  path = g_build_filename (folder, "fonts.conf", NULL);
  g_assert_true (g_file_set_contents (path, "<?xml version=\"1.0\"?><fontconfig/>", -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("FONTCONFIG_FILE");
  g_test_trap_assert_passed ();
  wm_test_remove_folder (g_steal_pointer (&folder));
}

/* What HTML does not know to be empty has two tags, even with nothing in it. */
static void
test_empty_elements (void)
{
  g_autoptr (WmDocument) document = make_document ("", 2);
  g_autoptr (WmDocument) bare = wm_document_new ("", NULL);
  WmDocument *documents[] = { document, bare };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GBytes) page = wm_document_to_html (documents[i], NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));

      g_assert_true (g_str_has_prefix (text, "<!DOCTYPE html>\n<html "));
      g_assert_false (g_regex_match_simple ("<(?!meta|img|br)[a-z0-9]+( [^<>]*)?/>", text, 0, 0));
    }
}

static void
test_save (void)
{
  g_autofree char *folder = wm_test_make_folder ();
  g_autofree char *page = g_build_filename (folder, "Überblick 1.html", NULL);
  g_autofree char *pdf = g_build_filename (folder, "Überblick 1.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "missing", "x.pdf", NULL);
  g_autoptr (WmDocument) document = wm_document_new ("Title", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (wm_document_save_html (document, page, &error));
  g_assert_true (wm_document_save_pdf (document, pdf, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (page, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
  g_assert_false (wm_document_save_pdf (document, nowhere, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "x.pdf"));
  wm_test_remove_folder (g_steal_pointer (&folder));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/html/hostile-text", test_hostile_text);
  g_test_add_func ("/document/html/page", test_page);
  g_test_add_func ("/document/html/chart", test_chart);
  g_test_add_func ("/document/html/empty-elements", test_empty_elements);
  g_test_add_func ("/document/same-bytes-twice", test_same_bytes_twice);
  g_test_add_func ("/document/pdf/tagged", test_tagged);
  g_test_add_func ("/document/pages/hold", test_pages_hold);
  g_test_add_func ("/document/pages/repeated-heads", test_repeated_heads);
  g_test_add_func ("/document/pages/no-orphans", test_no_orphans);
  g_test_add_func ("/document/pages/contents", test_contents);
  g_test_add_func ("/document/pages/only-a-title", test_only_a_title);
  g_test_add_func ("/document/pages/columns", test_columns);
  g_test_add_func ("/document/without-fonts", test_without_fonts);
  g_test_add_func ("/document/save", test_save);
  return g_test_run ();
}
