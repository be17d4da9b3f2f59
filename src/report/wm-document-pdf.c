/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Pages as a PDF: drawn where the layout says, with the structure told beside (headings, tables,
 * lists), links within, an outline and a fixed date. */

#include "config.h"

#include "wm-document-pages-private.h"

#include "wm-chart-draw.h"
#include "wm-chart-style.h"
#include "wm-save.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* The date that every file carries: the same document gives the same bytes. */
#define FIXED_DATE "2000-01-01T00:00:00Z"

#define HEAD_FILL 0xe3e9ef
#define GROUP_FILL 0xf2f2f2
#define RULE 0x949494
#define RULE_WIDTH 0.5
#define STRONG_RULE_WIDTH 1.5

/* A chart is laid out in its own pixels; its labels, of 16 of them, are 12 points high on paper. */
#define CHART_WIDTH (WM_PAGE_BODY_WIDTH * 16 / 12)

/* The tags of blocks and of the strips in them; NULL: none. The strips of a text share its tag. */
static const char *const block_tags[] = {
  [WM_BLOCK_CONTENTS] = "TOC",
  [WM_BLOCK_PAGE_BREAK] = NULL,
  [WM_BLOCK_HEADING] = NULL,
  [WM_BLOCK_PARAGRAPH] = "P",
  [WM_BLOCK_NOTE] = "P",
  [WM_BLOCK_CHART] = "Figure",
  [WM_BLOCK_LIST] = "L",
  [WM_BLOCK_FACTS] = "L",
  [WM_BLOCK_TABLE] = "Table",
};

typedef struct
{
  const char *strip;
  const char *heading;  /* of a run that heads the others */
  const char *run;
} StripTags;

static const StripTags strip_tags[] = {
  [WM_STRIP_COVER] = { NULL, "H1", "P" },
  [WM_STRIP_HEADING] = { NULL, NULL, NULL },
  [WM_STRIP_TEXT] = { NULL, NULL, NULL },
  [WM_STRIP_ITEM] = { "LI", "Lbl", "LBody" },
  [WM_STRIP_FACT] = { "LI", "Lbl", "LBody" },
  [WM_STRIP_CAPTION] = { "Caption", NULL, NULL },
  [WM_STRIP_HEAD] = { "TR", "TH", "TH" },
  [WM_STRIP_GROUP] = { "TR", "TH", "TH" },
  [WM_STRIP_ROW] = { "TR", "TH", "TD" },
  [WM_STRIP_CONTENTS] = { "TOCI", NULL, NULL },
  [WM_STRIP_CHART] = { NULL, NULL, NULL },
};

typedef struct
{
  const WmPages *pages;
  cairo_surface_t *surface;
  cairo_t *cr;
  const WmBlock *open;   /* (nullable): the block whose tag is open */
  const WmSetText *title;  /* the running title */
} Drawing;

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
begin_tag (Drawing *drawing, const char *tag)
{
  if (tag != NULL)
    cairo_tag_begin (drawing->cr, tag, NULL);
}

static void
end_tag (Drawing *drawing, const char *tag)
{
  if (tag != NULL)
    cairo_tag_end (drawing->cr, tag);
}

static const char *
get_block_tag (const WmBlock *block)
{
  return block != NULL ? block_tags[block->kind] : NULL;
}

/* Anchors hold no quotes: they are names. */
static void
begin_link (Drawing *drawing, const char *target)
{
  g_autofree char *attributes = g_strdup_printf ("dest='%s'", target);

  cairo_tag_begin (drawing->cr, CAIRO_TAG_LINK, attributes);
}

static void
draw_lines (cairo_t *cr, const WmSetText *text, guint first, guint n, double x, double y)
{
  double top = wm_set_text_get_line (text, first)->top;

  for (guint i = first; i < first + n; i++)
    {
      const WmSetLine *line = wm_set_text_get_line (text, i);

      cairo_move_to (cr, x + line->x, y + line->baseline - top);
      pango_cairo_show_layout_line (cr, line->line);
    }
}

static void
draw_run (Drawing *drawing, const WmRun *run, const char *tag, double y)
{
  begin_tag (drawing, tag);
  if (run->target != NULL)
    begin_link (drawing, run->target);
  set_colour (drawing->cr, run->colour);
  draw_lines (drawing->cr, run->text, run->first, run->n, WM_PAGE_MARGIN + run->x, y + run->y);
  if (run->target != NULL)
    cairo_tag_end (drawing->cr, CAIRO_TAG_LINK);
  end_tag (drawing, tag);
}

static void
draw_runs (Drawing *drawing, const WmStrip *strip, double y)
{
  const StripTags *tags = &strip_tags[strip->kind];

  begin_tag (drawing, tags->strip);
  for (guint i = 0; i < strip->runs->len; i++)
    {
      const WmRun *run = &g_array_index (strip->runs, WmRun, i);

      draw_run (drawing, run, run->is_heading ? tags->heading : tags->run, y);
    }
  end_tag (drawing, tags->strip);
}

static void
draw_heading (Drawing *drawing, const WmStrip *strip, double y)
{
  static const char *const tags[WM_DOCUMENT_MAX_LEVEL] = { "H2", "H3", "H4" };
  const char *tag = tags[strip->block->level - 1];
  g_autofree char *attributes = g_strdup_printf ("name='%s' internal", strip->block->anchor);

  cairo_tag_begin (drawing->cr, tag, NULL);
  cairo_tag_begin (drawing->cr, CAIRO_TAG_DEST, attributes);
  draw_runs (drawing, strip, y);
  cairo_tag_end (drawing->cr, CAIRO_TAG_DEST);
  cairo_tag_end (drawing->cr, tag);
}

static void
draw_chart (Drawing *drawing, const WmStrip *strip, double y)
{
  g_autoptr (WmChartLayout) layout =
    wm_chart_layout_new (strip->block->chart, CHART_WIDTH, CHART_WIDTH * WM_PAGE_CHART_RATIO,
                         WM_CHART_THEME_LIGHT, NULL);
  double scale = WM_PAGE_BODY_WIDTH / CHART_WIDTH;

  cairo_save (drawing->cr);
  cairo_translate (drawing->cr, WM_PAGE_MARGIN, y);
  cairo_scale (drawing->cr, scale, scale);
  wm_chart_draw (layout, drawing->cr);
  cairo_restore (drawing->cr);
}

static void
draw_page_number_of (Drawing *drawing, const WmStrip *strip, double y)
{
  g_autofree char *number = g_strdup_printf ("%u", wm_pages_get_number (drawing->pages, strip->listed));
  g_autoptr (WmSetText) text = wm_document_type_set_line (drawing->pages->type, WM_TYPE_SMALL, number,
                                                          WM_PAGE_BODY_WIDTH, PANGO_ALIGN_RIGHT);

  set_colour (drawing->cr, wm_chart_style_get_ink (WM_CHART_THEME_LIGHT, WM_INK_TEXT));
  draw_lines (drawing->cr, text, 0, 1, WM_PAGE_MARGIN, y);
}

static void
draw_fill (cairo_t *cr, guint32 colour, double y, double height)
{
  set_colour (cr, colour);
  cairo_rectangle (cr, WM_PAGE_MARGIN, y, WM_PAGE_BODY_WIDTH, height);
  cairo_fill (cr);
}

static void
draw_rule (cairo_t *cr, guint32 colour, double y, double width)
{
  set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, WM_PAGE_MARGIN, y);
  cairo_line_to (cr, WM_PAGE_MARGIN + WM_PAGE_BODY_WIDTH, y);
  cairo_stroke (cr);
}

/* Fills and rules, which say nothing, stay outside the tags. */
static void
draw_ground (Drawing *drawing, const WmStrip *strip, double y)
{
  guint32 strong = wm_chart_style_get_series (WM_CHART_THEME_LIGHT, WM_SERIES_ROLE_CHOSEN).colour;

  if (strip->kind == WM_STRIP_HEAD)
    draw_fill (drawing->cr, HEAD_FILL, y, strip->height);
  else if (strip->kind == WM_STRIP_GROUP)
    draw_fill (drawing->cr, GROUP_FILL, y, strip->height);
  if (!strip->has_rule)
    return;
  if (strip->kind == WM_STRIP_COVER)
    draw_rule (drawing->cr, strong, y + strip->height, STRONG_RULE_WIDTH);
  else
    draw_rule (drawing->cr, strip->kind == WM_STRIP_HEAD ? strong : RULE, y + strip->height, RULE_WIDTH);
}

/* Opens the tag of @block, when it is not open already, and closes the one before. */
static void
enter_block (Drawing *drawing, const WmBlock *block)
{
  if (drawing->open == block)
    return;
  end_tag (drawing, get_block_tag (drawing->open));
  drawing->open = block;
  begin_tag (drawing, get_block_tag (block));
}

static void
draw_strip (Drawing *drawing, const WmPlacedStrip *placed)
{
  const WmStrip *strip = placed->strip;
  double y = WM_PAGE_TOP + placed->y;

  draw_ground (drawing, strip, y);
  enter_block (drawing, strip->block);
  if (strip->kind == WM_STRIP_HEADING)
    draw_heading (drawing, strip, y);
  else if (strip->kind == WM_STRIP_CHART)
    draw_chart (drawing, strip, y);
  else
    draw_runs (drawing, strip, y);
  if (strip->listed != NULL)
    draw_page_number_of (drawing, strip, y);
}

static void
draw_number (Drawing *drawing, guint number, guint n_pages)
{
  /* Translators: %1$u is the number of a page, %2$u how many there are. */
  g_autofree char *words = g_strdup_printf (_("Page %1$u of %2$u"), number, n_pages);
  g_autoptr (WmSetText) text = wm_document_type_set_line (drawing->pages->type, WM_TYPE_FOOT, words,
                                                          WM_PAGE_BODY_WIDTH, PANGO_ALIGN_RIGHT);

  draw_lines (drawing->cr, text, 0, 1, WM_PAGE_MARGIN,
              WM_PAGE_HEIGHT - WM_PAGE_BOTTOM / 2 - text->height / 2);
}

static void
draw_running_title (Drawing *drawing)
{
  double half = drawing->title->height / 2;

  draw_lines (drawing->cr, drawing->title, 0, 1, WM_PAGE_MARGIN, WM_PAGE_TOP / 2 - half);
  draw_rule (drawing->cr, RULE, WM_PAGE_TOP / 2 + half + 3, RULE_WIDTH);
}

/* The tags of blocks never go over the end of a page: a table that goes on there is another one with
 * the same head. */
static void
draw_page (Drawing *drawing, guint page)
{
  const GArray *strips = g_ptr_array_index (drawing->pages->pages, page);

  for (guint i = 0; i < strips->len; i++)
    draw_strip (drawing, &g_array_index (strips, WmPlacedStrip, i));
  enter_block (drawing, NULL);
  set_colour (drawing->cr, wm_chart_style_get_ink (WM_CHART_THEME_LIGHT, WM_INK_SECOND_TEXT));
  draw_number (drawing, page + 1, drawing->pages->pages->len);
  if (page > 0)
    draw_running_title (drawing);
  cairo_show_page (drawing->cr);
}

/* The headings as an outline; a deeper one stands under the last of the level above. */
static void
add_outline (Drawing *drawing)
{
  const GPtrArray *blocks = drawing->pages->document->blocks;
  int last[WM_DOCUMENT_MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < blocks->len; i++)
    {
      const WmBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *attributes = NULL;

      if (block->kind != WM_BLOCK_HEADING)
        continue;
      attributes = g_strdup_printf ("dest='%s'", block->anchor);
      last[block->level] = cairo_pdf_surface_add_outline (drawing->surface, last[block->level - 1], block->text,
                                                          attributes, 0);
    }
}

static void
set_metadata (Drawing *drawing)
{
  const WmDocument *document = drawing->pages->document;
  cairo_surface_t *surface = drawing->surface;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  if (document->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Waymark");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, FIXED_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, FIXED_DATE);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Draws everything and finishes the file. It counts as tagged when all tags stand in a "Document". */
static cairo_status_t
draw (Drawing *drawing)
{
  cairo_status_t status;

  set_metadata (drawing);
  drawing->cr = cairo_create (drawing->surface);
  begin_tag (drawing, "Document");
  for (guint i = 0; i < drawing->pages->pages->len; i++)
    draw_page (drawing, i);
  end_tag (drawing, "Document");
  add_outline (drawing);
  status = cairo_status (drawing->cr);
  cairo_destroy (drawing->cr);
  cairo_surface_finish (drawing->surface);
  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (drawing->surface);
}

/**
 * wm_document_to_pdf:
 * @self: a document
 * @error: (nullable): set when it cannot be drawn
 *
 * Writes a document as a PDF on A4 paper, tagged, with an outline and links. cairo gives pictures no
 * alternative text and tables no scopes, so the web page is the more accessible of the two. The same
 * document gives the same bytes on the same machine.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
wm_document_to_pdf (WmDocument *self, GError **error)
{
  g_autoptr (WmPages) pages = NULL;
  g_autoptr (WmSetText) title = NULL;
  g_autoptr (GByteArray) bytes = NULL;
  Drawing drawing = { 0 };
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  pages = wm_pages_new (self);
  title = wm_document_type_set_line (pages->type, WM_TYPE_FOOT, self->title, WM_PAGE_BODY_WIDTH, PANGO_ALIGN_LEFT);
  bytes = g_byte_array_new ();
  drawing.pages = pages;
  drawing.title = title;
  drawing.surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, WM_PAGE_WIDTH, WM_PAGE_HEIGHT);
  status = draw (&drawing);
  cairo_surface_destroy (drawing.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is the detail, from the graphics library */
               _("Could not draw the document: %s"), cairo_status_to_string (status));
  return NULL;
}

/**
 * wm_document_save_pdf:
 * @self: a document
 * @path: where to; a file there is replaced
 * @error: (nullable): set when it could not be saved
 *
 * Saves a document as a PDF; see [method@Document.to_pdf].
 *
 * Returns: whether it was saved
 */
gboolean
wm_document_save_pdf (WmDocument *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = wm_document_to_pdf (self, error);

  return bytes != NULL && wm_save_bytes (bytes, path, error);
}
