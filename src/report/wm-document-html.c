/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A document as one web page that needs nothing beside it: its style and its pictures are inside.
 * It is HTML, and well-formed XML at the same time, so that any tool can read it. libxml2 builds
 * and writes the tree, so no text can become markup. */

#include "config.h"

#include "wm-document-private.h"

#include "wm-chart-export.h"
#include "wm-chart-table.h"
#include "wm-number.h"
#include "wm-save.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>
#include <libxml/xmlsave.h>
#include <math.h>
#include <string.h>

#define XHTML_NAMESPACE "http://www.w3.org/1999/xhtml"
#define CONTENTS_ID "contents"

/* The size of a chart on the page, in its own pixels: the preset for documents. */
#define CHART_WIDTH 800
#define CHART_HEIGHT 450

/* [bytes] */
#define LONGEST_WORD 28

/* No ">", "<" or "&", which XML would write otherwise than HTML reads. */
static const char style[] =
  "\n"
  ":root { color-scheme: light; }\n"
  "body { color: #0b0c0c; background: #ffffff; font: 1rem/1.5 sans-serif; margin: 0 auto;"
  " max-width: 60rem; padding: 1rem; overflow-wrap: break-word; }\n"
  "h1, h2, h3, h4, caption { color: #12436d; line-height: 1.25; break-after: avoid; }\n"
  "h1 { font-size: 2rem; margin: 2rem 0 0.5rem; }\n"
  "h2 { font-size: 1.5rem; margin: 2.5rem 0 0.75rem; border-top: 2px solid #12436d; padding-top: 0.75rem; }\n"
  "h3 { font-size: 1.2rem; margin: 2rem 0 0.5rem; }\n"
  "h4 { font-size: 1rem; margin: 1.5rem 0 0.25rem; }\n"
  "p { margin: 0.5rem 0; max-width: 45rem; }\n"
  ".subtitle { font-size: 1.2rem; }\n"
  ".note, .cover-line { color: #505a5f; font-size: 0.875rem; }\n"
  "a { color: #12436d; }\n"
  "nav ul { list-style: none; padding-left: 0; }\n"
  "nav ul ul { padding-left: 1.5rem; }\n"
  ".scroll { overflow-x: auto; }\n"
  ".long { overflow-wrap: anywhere; }\n"
  ".word { white-space: nowrap; }\n"
  "table { border-collapse: collapse; width: 100%; font-size: 0.875rem; margin: 1rem 0; }\n"
  "caption { text-align: left; font-weight: bold; padding: 0.25rem 0; }\n"
  "th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem; border-bottom: 1px solid #949494; }\n"
  "th[scope=row] { font-weight: normal; }\n"
  "thead th { background: #e3e9ef; border-bottom: 2px solid #12436d; }\n"
  "th[scope=rowgroup] { background: #f2f2f2; }\n"
  ".number { text-align: right; font-variant-numeric: tabular-nums; }\n"
  "dl { display: grid; grid-template-columns: minmax(6rem, 1fr) 3fr; gap: 0.15rem 1rem;"
  " font-size: 0.875rem; margin: 0.25rem 0 1rem; }\n"
  "dt { color: #505a5f; font-weight: bold; }\n"
  "dd { margin: 0; }\n"
  "figure { margin: 1rem 0; break-inside: avoid; }\n"
  "figure img { max-width: 100%; height: auto; }\n"
  "@page { size: A4; margin: 20mm; }\n"
  "@media print {\n"
  "  html { font-size: 9.5pt; }\n"
  "  body { max-width: none; padding: 0; }\n"
  "  .scroll { overflow-x: visible; }\n"
  "  thead { display: table-header-group; break-after: avoid; }\n"
  "  tr, dt, dd { break-inside: avoid; }\n"
  "  tbody tr:first-child { break-after: avoid; }\n"
  "  h1 { margin-top: 40mm; }\n"
  "  a { color: inherit; text-decoration: none; }\n"
  "  .new-page { break-before: page; }\n"
  "}\n";

/* What is known on the way through the document. */
typedef struct
{
  const WmDocument *document;
  xmlNode *main;
  gboolean begins_page;   /* whether the next heading begins a page on paper */
  GError *error;
} Writer;

static xmlNode *
add_element (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, NULL, BAD_CAST name, NULL);
}

static void
set (xmlNode *node, const char *name, const char *value)
{
  xmlNewProp (node, BAD_CAST name, BAD_CAST value);
}

/* Line breaks of @text become those of the page. */
static void
add_text (xmlNode *parent, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        add_element (parent, "br");
      xmlAddChild (parent, xmlNewText (BAD_CAST lines[i]));
    }
}

static xmlNode *
add_element_with_text (xmlNode *parent, const char *name, const char *text)
{
  xmlNode *node = add_element (parent, name);

  add_text (node, text);
  return node;
}

/* How the text of a cell may be broken: a word that no column can be made wide enough for anywhere,
 * a code in one word nowhere. */
static const char *
get_class (const char *text, WmDocumentColumn kind)
{
  if (kind == WM_DOCUMENT_COLUMN_NUMBER)
    return "number";
  if (strcspn (text, " \n\t") == strlen (text) && strlen (text) <= LONGEST_WORD)
    return "word";
  for (gsize length; *text != '\0'; text += MAX (length, 1))
    {
      length = strcspn (text, " \n\t");
      if (length > LONGEST_WORD)
        return "long";
    }
  return NULL;
}

static void
add_meta (xmlNode *head, const char *name, const char *content)
{
  xmlNode *meta = add_element (head, "meta");

  set (meta, "name", name);
  set (meta, "content", content);
}

/* In one piece: line breaks in it are no elements. */
static void
add_style (xmlNode *head)
{
  xmlAddChild (add_element (head, "style"), xmlNewText (BAD_CAST style));
}

static void
write_head (const WmDocument *document, xmlNode *html)
{
  xmlNode *head = add_element (html, "head");
  xmlNode *charset = add_element (head, "meta");

  set (charset, "http-equiv", "Content-Type");
  set (charset, "content", "text/html; charset=UTF-8");
  add_element_with_text (head, "title", document->title);
  add_meta (head, "viewport", "width=device-width, initial-scale=1");
  add_meta (head, "generator", "Waymark");
  if (document->description != NULL)
    add_meta (head, "description", document->description);
  add_style (head);
}

static void
write_cover (const WmDocument *document, xmlNode *body)
{
  xmlNode *header = add_element (body, "header");

  add_element_with_text (header, "h1", document->title);
  if (document->subtitle != NULL)
    set (add_element_with_text (header, "p", document->subtitle), "class", "subtitle");
  for (guint i = 0; i < document->cover_lines->len; i++)
    set (add_element_with_text (header, "p", g_ptr_array_index (document->cover_lines, i)), "class",
         "cover-line");
}

static void
add_link (xmlNode *parent, const char *target, const char *text)
{
  g_autofree char *href = g_strconcat ("#", target, NULL);
  xmlNode *link = add_element_with_text (parent, "a", text);

  set (link, "href", href);
}

/* The headings of the second level as a list in the point of the first that they stand under. */
static void
write_contents (Writer *writer, const WmBlock *contents)
{
  xmlNode *nav = add_element (writer->main, "nav");
  xmlNode *heading = add_element_with_text (nav, "h2", contents->text);
  xmlNode *list = add_element (nav, "ul");
  xmlNode *inner = NULL;

  set (nav, "aria-labelledby", CONTENTS_ID);
  set (heading, "id", CONTENTS_ID);
  for (guint i = 0; i < writer->document->blocks->len; i++)
    {
      const WmBlock *block = g_ptr_array_index (writer->document->blocks, i);

      if (!wm_document_is_listed (block))
        continue;
      if (block->level == 1 || xmlGetLastChild (list) == NULL)
        {
          add_link (add_element (list, "li"), block->anchor, block->text);
          inner = NULL;
          continue;
        }
      if (inner == NULL)
        inner = add_element (xmlGetLastChild (list), "ul");
      add_link (add_element (inner, "li"), block->anchor, block->text);
    }
}

static void
write_heading (Writer *writer, const WmBlock *block)
{
  static const char *const names[WM_DOCUMENT_MAX_LEVEL] = { "h2", "h3", "h4" };
  xmlNode *heading = add_element_with_text (writer->main, names[block->level - 1], block->text);

  set (heading, "id", block->anchor);
  if (writer->begins_page)
    set (heading, "class", "new-page");
  writer->begins_page = FALSE;
}

static void
write_list (Writer *writer, const WmBlock *block)
{
  xmlNode *list = add_element (writer->main, "ul");

  for (guint i = 0; i < block->rows->len; i++)
    add_element_with_text (list, "li",
                           wm_document_row_get_cell (g_ptr_array_index (block->rows, i), 0)->text);
}

static void
write_facts (Writer *writer, const WmBlock *block)
{
  xmlNode *list = add_element (writer->main, "dl");

  for (guint i = 0; i < block->rows->len; i++)
    {
      const WmDocumentRow *row = g_ptr_array_index (block->rows, i);

      add_element_with_text (list, "dt", wm_document_row_get_cell (row, 0)->text);
      add_element_with_text (list, "dd", wm_document_row_get_cell (row, 1)->text);
    }
}

static void
write_column_heads (const WmBlock *table, xmlNode *parent)
{
  xmlNode *row = add_element (add_element (parent, "thead"), "tr");

  for (guint i = 0; i < table->columns->len; i++)
    {
      const WmDocumentHead *head = g_ptr_array_index (table->columns, i);
      xmlNode *cell = add_element_with_text (row, "th", head->heading);

      set (cell, "scope", "col");
      if (head->kind == WM_DOCUMENT_COLUMN_NUMBER)
        set (cell, "class", "number");
    }
}

static void
write_row (Writer *writer, const WmBlock *table, const WmDocumentRow *row, xmlNode *body)
{
  xmlNode *tr = add_element (body, "tr");

  for (guint i = 0; i < table->columns->len; i++)
    {
      const WmDocumentHead *head = g_ptr_array_index (table->columns, i);
      const WmDocumentCell *cell = wm_document_row_get_cell (row, i);
      const char *target = wm_document_get_target (writer->document, cell);
      const char *class = get_class (cell->text, head->kind);
      gboolean is_heading = head->kind == WM_DOCUMENT_COLUMN_ROW_HEADING;
      xmlNode *node = add_element (tr, is_heading ? "th" : "td");

      if (is_heading)
        set (node, "scope", "row");
      if (class != NULL && *cell->text != '\0')
        set (node, "class", class);
      if (target != NULL)
        add_link (node, target, cell->text);
      else
        add_text (node, cell->text);
    }
}

static void
write_group (const WmBlock *table, const WmDocumentRow *row, xmlNode *body)
{
  xmlNode *cell = add_element_with_text (add_element (body, "tr"), "th",
                                         wm_document_row_get_cell (row, 0)->text);
  g_autofree char *span = g_strdup_printf ("%u", table->columns->len);

  set (cell, "scope", "rowgroup");
  set (cell, "colspan", span);
}

/* A table wider than a small screen scrolls by itself, with the keyboard too. */
static xmlNode *
add_scrolled (xmlNode *parent, const char *label)
{
  xmlNode *box = add_element (parent, "div");

  set (box, "class", "scroll");
  set (box, "role", "group");
  set (box, "tabindex", "0");
  set (box, "aria-label", label);
  return box;
}

static void
write_table (Writer *writer, const WmBlock *block)
{
  xmlNode *table = add_element (add_scrolled (writer->main, block->text), "table");
  xmlNode *body = NULL;

  add_element_with_text (table, "caption", block->text);
  write_column_heads (block, table);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const WmDocumentRow *row = g_ptr_array_index (block->rows, i);

      if (body == NULL || row->is_group)
        body = add_element (table, "tbody");
      if (row->is_group)
        write_group (block, row, body);
      else
        write_row (writer, block, row, body);
    }
}

static char *
format_cell (const WmTable *table, gsize row, gsize column)
{
  char buffer[WM_NUMBER_BUFFER_SIZE];

  if (wm_table_get_kind (table, column) == WM_COLUMN_TEXT)
    return wm_document_clean_text (wm_table_get_text (table, row, column));
  if (isnan (wm_table_get_number (table, row, column)))
    return g_strdup ("");
  return g_strdup (wm_number_format (wm_table_get_number (table, row, column), buffer));
}

/* The numbers behind a chart, folded away. */
static void
write_numbers (WmChart *chart, xmlNode *figure)
{
  g_autoptr (WmTable) numbers = wm_chart_get_table (chart);
  xmlNode *details = add_element (figure, "details");
  xmlNode *table, *head, *body;

  add_element_with_text (details, "summary", _("The numbers of this chart"));
  table = add_element (details, "table");
  head = add_element (add_element (table, "thead"), "tr");
  for (gsize i = 0; i < wm_table_get_n_columns (numbers); i++)
    set (add_element_with_text (head, "th", wm_table_get_name (numbers, i)), "scope", "col");
  body = add_element (table, "tbody");
  for (gsize row = 0; row < wm_table_get_n_rows (numbers); row++)
    {
      xmlNode *tr = add_element (body, "tr");

      for (gsize i = 0; i < wm_table_get_n_columns (numbers); i++)
        {
          g_autofree char *text = format_cell (numbers, row, i);

          add_element_with_text (tr, "td", text);
        }
    }
}

static void
write_chart (Writer *writer, const WmBlock *block)
{
  g_autoptr (GBytes) svg = wm_chart_render (block->chart, WM_IMAGE_SVG, CHART_WIDTH, CHART_HEIGHT, 1,
                                            WM_CHART_THEME_LIGHT, &writer->error);
  g_autofree char *words = wm_chart_dup_alt_text (block->chart);
  g_autofree char *alt_text = wm_document_clean_text (words);
  g_autofree char *code = NULL;
  g_autofree char *source = NULL;
  xmlNode *figure, *image;

  if (svg == NULL)
    return;
  code = g_base64_encode (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  source = g_strconcat ("data:image/svg+xml;base64,", code, NULL);
  figure = add_element (writer->main, "figure");
  image = add_element (figure, "img");
  set (image, "src", source);
  set (image, "alt", alt_text);
  write_numbers (block->chart, figure);
}

static void
write_block (Writer *writer, const WmBlock *block)
{
  switch (block->kind)
    {
    case WM_BLOCK_CONTENTS:
      write_contents (writer, block);
      break;
    case WM_BLOCK_PAGE_BREAK:
      writer->begins_page = TRUE;
      break;
    case WM_BLOCK_HEADING:
      write_heading (writer, block);
      break;
    case WM_BLOCK_PARAGRAPH:
      add_element_with_text (writer->main, "p", block->text);
      break;
    case WM_BLOCK_NOTE:
      set (add_element_with_text (writer->main, "p", block->text), "class", "note");
      break;
    case WM_BLOCK_CHART:
      write_chart (writer, block);
      break;
    case WM_BLOCK_LIST:
      write_list (writer, block);
      break;
    case WM_BLOCK_FACTS:
      write_facts (writer, block);
      break;
    case WM_BLOCK_TABLE:
    default:
      write_table (writer, block);
      break;
    }
}

static gboolean
is_void (const xmlNode *node)
{
  static const char *const names[] = { "br", "img", "meta", NULL };

  return g_strv_contains (names, (const char *) node->name);
}

/* XML may write an empty element as one tag, which HTML reads as open: an empty text keeps two. */
static void
fill_empty (xmlNode *node)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && node->children == NULL && !is_void (node))
      xmlAddChild (node, xmlNewText (BAD_CAST ""));
    else
      fill_empty (node->children);
}

static xmlDoc *
make_tree (const WmDocument *self, GError **error)
{
  xmlDoc *tree = xmlNewDoc (BAD_CAST "1.0");
  xmlNode *html = xmlNewDocNode (tree, NULL, BAD_CAST "html", NULL);
  Writer writer = { .document = self };
  xmlNode *body;

  xmlCreateIntSubset (tree, BAD_CAST "html", NULL, NULL);
  xmlDocSetRootElement (tree, html);
  xmlSetNs (html, xmlNewNs (html, BAD_CAST XHTML_NAMESPACE, NULL));
  set (html, "lang", self->language);
  write_head (self, html);
  body = add_element (html, "body");
  write_cover (self, body);
  writer.main = add_element (body, "main");
  for (guint i = 0; i < self->blocks->len && writer.error == NULL; i++)
    write_block (&writer, g_ptr_array_index (self->blocks, i));
  fill_empty (html);
  if (writer.error == NULL)
    return tree;
  g_propagate_error (error, writer.error);
  xmlFreeDoc (tree);
  return NULL;
}

/**
 * wm_document_to_html:
 * @self: a document
 * @error: (nullable): set when a chart cannot be drawn or there is not enough memory
 *
 * Writes a document as a web page: one file with its style and pictures inside, HTML that is
 * well-formed XML too. The same document gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the page
 */
GBytes *
wm_document_to_html (WmDocument *self, GError **error)
{
  xmlDoc *tree;
  xmlBuffer *buffer;
  xmlSaveCtxt *save;
  GBytes *bytes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  tree = make_tree (self, error);
  if (tree == NULL)
    return NULL;
  buffer = xmlBufferCreate ();
  save = xmlSaveToBuffer (buffer, "UTF-8", XML_SAVE_AS_XML | XML_SAVE_NO_XHTML | XML_SAVE_NO_DECL | XML_SAVE_FORMAT);
  if (save != NULL && xmlSaveDoc (save, tree) >= 0 && xmlSaveClose (save) >= 0)
    bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _("There was not enough memory for the document"));
  xmlBufferFree (buffer);
  xmlFreeDoc (tree);
  return bytes;
}

/**
 * wm_document_save_html:
 * @self: a document
 * @path: where to; a file there is replaced
 * @error: (nullable): set when it could not be saved
 *
 * Saves a document as a web page; see [method@Document.to_html].
 *
 * Returns: whether it was saved
 */
gboolean
wm_document_save_html (WmDocument *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = wm_document_to_html (self, error);

  return bytes != NULL && wm_save_bytes (bytes, path, error);
}
