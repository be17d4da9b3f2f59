/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A printable document as a value: blocks in reading order. Any text may come in; what no file of
 * text can hold (broken UTF-8, control characters) is replaced here, once for all who write. */

#include "config.h"

#include "wm-document-private.h"


G_DEFINE_BOXED_TYPE (WmDocument, wm_document, wm_document_ref, wm_document_unref)

static gboolean
is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\n' || c == '\t';
  return (c < 0x7f || c > 0x9f) && c != 0xfffe && c != 0xffff;
}

/* Gives @text as both XML and PDF can hold it. */
char *
wm_document_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *result = g_string_sized_new (64);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (result, is_allowed (character) ? character : 0xfffd);
    }
  return g_string_free (result, FALSE);
}

static void
cell_free (WmDocumentCell *cell)
{
  g_free (cell->text);
  g_free (cell->target);
  g_free (cell);
}

static void
row_free (WmDocumentRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
head_free (WmDocumentHead *head)
{
  g_free (head->heading);
  g_free (head);
}

static void
block_free (WmBlock *block)
{
  g_free (block->text);
  g_free (block->anchor);
  g_clear_pointer (&block->columns, g_ptr_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->chart, wm_chart_unref);
  g_free (block);
}

/**
 * wm_document_new:
 * @title: the title
 * @language: (nullable): the language of the text as in BCP 47, such as "en-GB"; British English
 *   when %NULL
 *
 * Makes a document that has a title and nothing else.
 *
 * Returns: (transfer full): the document
 */
WmDocument *
wm_document_new (const char *title, const char *language)
{
  WmDocument *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_atomic_rc_box_new0 (WmDocument);
  self->title = wm_document_clean_text (title);
  self->language = wm_document_clean_text (language != NULL ? language : "en-GB");
  self->cover_lines = g_ptr_array_new_with_free_func (g_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  self->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * wm_document_ref:
 * @self: a document
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmDocument *
wm_document_ref (WmDocument *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
document_clear (gpointer data)
{
  WmDocument *self = data;

  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->cover_lines);
  g_free (self->description);
  g_free (self->subtitle);
  g_free (self->language);
  g_free (self->title);
}

/**
 * wm_document_unref:
 * @self: (transfer full): a document
 *
 * Drops a reference.
 */
void
wm_document_unref (WmDocument *self)
{
  g_atomic_rc_box_release_full (self, document_clear);
}

/**
 * wm_document_get_title:
 * @self: a document
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 */
const char *
wm_document_get_title (const WmDocument *self)
{
  return self->title;
}

/**
 * wm_document_set_subtitle:
 * @self: a document
 * @subtitle: (nullable): a line below the title
 *
 * Sets what stands below the title on the cover.
 */
void
wm_document_set_subtitle (WmDocument *self, const char *subtitle)
{
  g_free (self->subtitle);
  self->subtitle = subtitle != NULL ? wm_document_clean_text (subtitle) : NULL;
}

/**
 * wm_document_set_description:
 * @self: a document
 * @description: (nullable): a sentence
 *
 * Sets what the file says about itself to those who list and search files.
 */
void
wm_document_set_description (WmDocument *self, const char *description)
{
  g_free (self->description);
  self->description = description != NULL ? wm_document_clean_text (description) : NULL;
}

/**
 * wm_document_add_cover_line:
 * @self: a document
 * @text: a line, such as a version or a date
 *
 * Adds a line to the foot of the cover.
 */
void
wm_document_add_cover_line (WmDocument *self, const char *text)
{
  g_ptr_array_add (self->cover_lines, wm_document_clean_text (text));
}

static WmBlock *
add_block (WmDocument *self, WmBlockKind kind, const char *text)
{
  WmBlock *block = g_new0 (WmBlock, 1);

  block->kind = kind;
  block->text = text != NULL ? wm_document_clean_text (text) : NULL;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static WmBlock *
add_block_of_rows (WmDocument *self, WmBlockKind kind, const char *text)
{
  WmBlock *block = add_block (self, kind, text);

  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  return block;
}

/* The block that is being filled, which must be of @kind. */
static WmBlock *
get_open (WmDocument *self, WmBlockKind kind)
{
  WmBlock *last = self->blocks->len > 0 ? g_ptr_array_index (self->blocks, self->blocks->len - 1) : NULL;

  g_return_val_if_fail (last != NULL && last->kind == kind, NULL);
  return last;
}

static WmDocumentRow *
add_row (WmBlock *block, gboolean is_group)
{
  WmDocumentRow *row = g_new0 (WmDocumentRow, 1);

  row->is_group = is_group;
  row->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  g_ptr_array_add (block->rows, row);
  return row;
}

static void
add_cell (WmDocumentRow *row, const char *text, const char *target)
{
  WmDocumentCell *cell = g_new0 (WmDocumentCell, 1);

  cell->text = wm_document_clean_text (text);
  cell->target = g_strdup (target);
  g_ptr_array_add (row->cells, cell);
}

/**
 * wm_document_add_contents:
 * @self: a document
 * @heading: what stands above the list, such as "Contents"
 *
 * Adds the list of the headings of the first two levels, with their pages on paper.
 */
void
wm_document_add_contents (WmDocument *self, const char *heading)
{
  add_block (self, WM_BLOCK_CONTENTS, heading);
}

/**
 * wm_document_add_page_break:
 * @self: a document
 *
 * Begins a new page on paper. At the top of a page it does nothing.
 */
void
wm_document_add_page_break (WmDocument *self)
{
  add_block (self, WM_BLOCK_PAGE_BREAK, NULL);
}

/**
 * wm_document_add_heading:
 * @self: a document
 * @level: from 1 to %WM_DOCUMENT_MAX_LEVEL; at most one deeper than the heading before
 * @text: the heading
 * @anchor: (nullable): a name to which cells can lead: a letter, then letters, digits, ".", "-" and
 *   "_", no name twice
 *
 * Adds a heading. It stays on the page of what follows it.
 */
void
wm_document_add_heading (WmDocument *self, guint level, const char *text, const char *anchor)
{
  WmBlock *block;

  g_return_if_fail (level >= 1 && level <= WM_DOCUMENT_MAX_LEVEL);
  g_return_if_fail (anchor == NULL || !g_hash_table_contains (self->anchors, anchor));

  block = add_block (self, WM_BLOCK_HEADING, text);
  block->level = level;
  block->anchor = anchor != NULL ? g_strdup (anchor) : g_strdup_printf ("heading-%u", self->blocks->len);
  g_hash_table_add (self->anchors, block->anchor);
}

/**
 * wm_document_add_paragraph:
 * @self: a document
 * @text: the paragraph; a line break stays one
 *
 * Adds a paragraph.
 */
void
wm_document_add_paragraph (WmDocument *self, const char *text)
{
  add_block (self, WM_BLOCK_PARAGRAPH, text);
}

/**
 * wm_document_add_note:
 * @self: a document
 * @text: the note; a line break stays one
 *
 * Adds a paragraph in small letters.
 */
void
wm_document_add_note (WmDocument *self, const char *text)
{
  add_block (self, WM_BLOCK_NOTE, text);
}

/**
 * wm_document_add_chart:
 * @self: a document
 * @chart: a chart
 *
 * Adds a chart over the whole width, with its alternative text and, on the web page, its numbers.
 */
void
wm_document_add_chart (WmDocument *self, WmChart *chart)
{
  add_block (self, WM_BLOCK_CHART, NULL)->chart = wm_chart_ref (chart);
}

/**
 * wm_document_begin_list:
 * @self: a document
 *
 * Adds a list, to be filled by [method@Document.add_item].
 */
void
wm_document_begin_list (WmDocument *self)
{
  add_block_of_rows (self, WM_BLOCK_LIST, NULL);
}

/**
 * wm_document_add_item:
 * @self: a document whose last block is a list
 * @text: a point
 *
 * Adds a point to the list.
 */
void
wm_document_add_item (WmDocument *self, const char *text)
{
  WmBlock *block = get_open (self, WM_BLOCK_LIST);

  if (block != NULL)
    add_cell (add_row (block, FALSE), text, NULL);
}

/**
 * wm_document_begin_facts:
 * @self: a document
 *
 * Adds a list of facts, to be filled by [method@Document.add_fact].
 */
void
wm_document_begin_facts (WmDocument *self)
{
  add_block_of_rows (self, WM_BLOCK_FACTS, NULL);
}

/**
 * wm_document_add_fact:
 * @self: a document whose last block is a list of facts
 * @name: what is told, such as "Numerator"
 * @text: what is said
 *
 * Adds a fact.
 */
void
wm_document_add_fact (WmDocument *self, const char *name, const char *text)
{
  WmBlock *block = get_open (self, WM_BLOCK_FACTS);
  WmDocumentRow *row;

  if (block == NULL)
    return;
  row = add_row (block, FALSE);
  add_cell (row, name, NULL);
  add_cell (row, text, NULL);
}

/**
 * wm_document_begin_table:
 * @self: a document
 * @caption: what the table shows
 *
 * Adds a table, to be filled column by column, then row by row.
 */
void
wm_document_begin_table (WmDocument *self, const char *caption)
{
  WmBlock *block = add_block_of_rows (self, WM_BLOCK_TABLE, caption);

  block->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) head_free);
}

/**
 * wm_document_add_column:
 * @self: a document whose last block is a table without rows
 * @kind: what the column holds
 * @heading: its heading
 * @weight: its share of the width, above 0; a column is made wider where a word would not fit
 *
 * Adds a column to the table.
 */
void
wm_document_add_column (WmDocument *self, WmDocumentColumn kind, const char *heading, double weight)
{
  WmBlock *block = get_open (self, WM_BLOCK_TABLE);
  WmDocumentHead *head;

  g_return_if_fail (block != NULL && block->rows->len == 0 && weight > 0);

  head = g_new0 (WmDocumentHead, 1);
  head->kind = kind;
  head->heading = wm_document_clean_text (heading);
  head->weight = weight;
  g_ptr_array_add (block->columns, head);
}

/**
 * wm_document_add_group:
 * @self: a document whose last block is a table
 * @title: what the rows that follow have in common
 *
 * Adds a row over all columns, which is a heading for the rows until the next one.
 */
void
wm_document_add_group (WmDocument *self, const char *title)
{
  WmBlock *block = get_open (self, WM_BLOCK_TABLE);

  if (block != NULL)
    add_cell (add_row (block, TRUE), title, NULL);
}

/**
 * wm_document_begin_row:
 * @self: a document whose last block is a table
 *
 * Begins a row of the table. Cells that are not given are empty.
 */
void
wm_document_begin_row (WmDocument *self)
{
  WmBlock *block = get_open (self, WM_BLOCK_TABLE);

  if (block != NULL)
    add_row (block, FALSE);
}

/**
 * wm_document_add_cell:
 * @self: a document whose last block is a table with a row
 * @text: (nullable): what the next cell says
 * @target: (nullable): the anchor of the heading to which it leads; one that the document lacks
 *   leads nowhere
 *
 * Adds a cell to the row.
 */
void
wm_document_add_cell (WmDocument *self, const char *text, const char *target)
{
  WmBlock *block = get_open (self, WM_BLOCK_TABLE);
  WmDocumentRow *row;

  g_return_if_fail (block != NULL && block->rows->len > 0);

  row = g_ptr_array_index (block->rows, block->rows->len - 1);
  g_return_if_fail (!row->is_group && row->cells->len < block->columns->len);
  add_cell (row, text, target);
}

/* Gets a cell of a row, which may have fewer than there are columns. */
const WmDocumentCell *
wm_document_row_get_cell (const WmDocumentRow *row, guint column)
{
  static const WmDocumentCell empty = { (char *) "", NULL };

  return column < row->cells->len ? g_ptr_array_index (row->cells, column) : &empty;
}

/* Whether a block is in the list of contents. */
gboolean
wm_document_is_listed (const WmBlock *block)
{
  return block->kind == WM_BLOCK_HEADING && block->level <= 2;
}

/* Gets the anchor to which a cell leads, when there is such a heading. */
const char *
wm_document_get_target (const WmDocument *self, const WmDocumentCell *cell)
{
  return cell->target != NULL && g_hash_table_contains (self->anchors, cell->target) ? cell->target : NULL;
}
