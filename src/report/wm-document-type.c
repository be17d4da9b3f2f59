/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The fonts of a document. They depend on no setting of the desktop: sizes are those on paper,
 * letters keep their outlines, so that the same machine always makes the same file. */

#include "config.h"

#include "wm-document-type-private.h"

/* [letters] */
#define MAX_WORD 100

struct _WmDocumentType
{
  PangoContext *context;
  PangoFontDescription *fonts[WM_N_TYPES];
};

static const struct
{
  double size;
  PangoWeight weight;
} sizes[WM_N_TYPES] = {
  [WM_TYPE_TITLE] = { 24, PANGO_WEIGHT_BOLD },
  [WM_TYPE_SUBTITLE] = { 13, PANGO_WEIGHT_NORMAL },
  [WM_TYPE_HEADING_1] = { 16, PANGO_WEIGHT_BOLD },
  [WM_TYPE_HEADING_2] = { 12, PANGO_WEIGHT_BOLD },
  [WM_TYPE_HEADING_3] = { 9.5, PANGO_WEIGHT_BOLD },
  [WM_TYPE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL },
  [WM_TYPE_SMALL] = { 8, PANGO_WEIGHT_NORMAL },
  [WM_TYPE_SMALL_BOLD] = { 8, PANGO_WEIGHT_BOLD },
  [WM_TYPE_FOOT] = { 8, PANGO_WEIGHT_NORMAL },
};

static PangoContext *
make_context (const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

WmDocumentType *
wm_document_type_new (const char *language)
{
  WmDocumentType *self = g_new0 (WmDocumentType, 1);

  self->context = make_context (language);
  for (gsize i = 0; i < WM_N_TYPES; i++)
    {
      self->fonts[i] = pango_font_description_from_string ("sans-serif");
      pango_font_description_set_size (self->fonts[i], (int) (sizes[i].size * PANGO_SCALE));
      pango_font_description_set_weight (self->fonts[i], sizes[i].weight);
    }
  return self;
}

void
wm_document_type_free (WmDocumentType *self)
{
  for (gsize i = 0; i < WM_N_TYPES; i++)
    pango_font_description_free (self->fonts[i]);
  g_object_unref (self->context);
  g_free (self);
}

/* A code that is broken gets no hyphen, which would be read as a part of it. */
static void
forbid_hyphens (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static void
measure_lines (WmSetText *text)
{
  PangoLayoutIter *at = pango_layout_get_iter (text->layout);

  do
    {
      PangoRectangle logical;
      WmSetLine line = { .line = pango_layout_iter_get_line_readonly (at) };

      pango_layout_iter_get_line_extents (at, NULL, &logical);
      line.x = pango_units_to_double (logical.x);
      line.top = pango_units_to_double (logical.y);
      line.baseline = pango_units_to_double (pango_layout_iter_get_baseline (at));
      line.bottom = pango_units_to_double (logical.y + logical.height);
      g_array_append_val (text->lines, line);
    }
  while (pango_layout_iter_next_line (at));
  pango_layout_iter_free (at);
}

/* Pango takes the square of the length of a word to break it: a longer one than any person writes
 * gets places to break at. */
static char *
make_breakable (const char *text)
{
  GString *result = g_string_sized_new (64);
  guint n_letters = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      n_letters = g_unichar_isspace (g_utf8_get_char (c)) ? 0 : n_letters + 1;
      if (n_letters > MAX_WORD)
        {
          g_string_append (result, "\u200B");
          n_letters = 1;
        }
      g_string_append_len (result, c, g_utf8_next_char (c) - c);
    }
  return g_string_free (result, FALSE);
}

static WmSetText *
set_text (WmDocumentType *self, WmType type, const char *text, double width, PangoAlignment alignment,
          gboolean is_one_line)
{
  g_autofree char *breakable = make_breakable (text);
  WmSetText *result = g_new0 (WmSetText, 1);

  result->layout = pango_layout_new (self->context);
  result->lines = g_array_new (FALSE, FALSE, sizeof (WmSetLine));
  pango_layout_set_font_description (result->layout, self->fonts[type]);
  pango_layout_set_text (result->layout, breakable, -1);
  pango_layout_set_width (result->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (result->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (result->layout, alignment);
  forbid_hyphens (result->layout);
  pango_layout_set_single_paragraph_mode (result->layout, is_one_line);
  if (is_one_line)
    pango_layout_set_ellipsize (result->layout, PANGO_ELLIPSIZE_END);
  measure_lines (result);
  result->height = wm_set_text_get_height_of (result, 0, result->lines->len);
  return result;
}

/* Sets text in lines of @width; a word that is longer is broken. */
WmSetText *
wm_document_type_set (WmDocumentType *self, WmType type, const char *text, double width,
                      PangoAlignment alignment)
{
  return set_text (self, type, text, width, alignment, FALSE);
}

/* Sets text in one line, cut short with an ellipsis where it does not fit. */
WmSetText *
wm_document_type_set_line (WmDocumentType *self, WmType type, const char *text, double width,
                           PangoAlignment alignment)
{
  return set_text (self, type, text, width, alignment, TRUE);
}

/* Measures text that is set in one line. */
double
wm_document_type_get_width (WmDocumentType *self, WmType type, const char *word)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoRectangle logical;

  pango_layout_set_font_description (layout, self->fonts[type]);
  pango_layout_set_text (layout, word, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

void
wm_set_text_free (WmSetText *self)
{
  g_array_unref (self->lines);
  g_object_unref (self->layout);
  g_free (self);
}

const WmSetLine *
wm_set_text_get_line (const WmSetText *self, guint line)
{
  return &g_array_index (self->lines, WmSetLine, line);
}

/* The height of @n lines, at least one. */
double
wm_set_text_get_height_of (const WmSetText *self, guint first, guint n)
{
  return wm_set_text_get_line (self, first + n - 1)->bottom - wm_set_text_get_line (self, first)->top;
}
