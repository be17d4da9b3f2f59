/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Turns the blocks of a document into strips: text is set, columns get their widths, and what is
 * higher than a page should leave blank is cut between lines. */

#include "config.h"

#include "wm-document-pages-private.h"

#include "wm-chart-style.h"

/* A row higher than this may be broken between lines; so may a text of more than about six. */
#define MAX_ROW (WM_PAGE_BODY_HEIGHT / 4)
#define MAX_TEXT 72

/* A table or a list of facts that is no higher stays on one page. */
#define MAX_TOGETHER (WM_PAGE_BODY_HEIGHT / 3)

#define CELL_PAD_Y 3
#define ITEM_INDENT 12
#define FACT_NAME_WIDTH 118
#define FACT_GAP 8
#define CONTENTS_INDENT 14
#define CONTENTS_NUMBER_WIDTH 40
#define COVER_TOP 190

typedef struct
{
  WmPages *pages;
  const WmBlock *block;   /* that is being turned */
  double space;           /* above its first strip */
  gboolean breaks_page;   /* whether the next strip begins a page */
  gboolean introduces;    /* whether the block stands between a heading and another block */
} Maker;

/* What the strips of one text or row have in common. */
typedef struct
{
  WmStripKind kind;
  double max_height;      /* a higher one is cut */
  double pad_top;
  double pad_bottom;
  gboolean keeps_next;
  gboolean has_rule;
  const WmStrip *head;
  const WmStrip *group;
} Pattern;

static guint32
get_heading_colour (void)
{
  return wm_chart_style_get_series (WM_CHART_THEME_LIGHT, WM_SERIES_ROLE_CHOSEN).colour;
}

static guint32
get_text_colour (void)
{
  return wm_chart_style_get_ink (WM_CHART_THEME_LIGHT, WM_INK_TEXT);
}

static guint32
get_second_colour (void)
{
  return wm_chart_style_get_ink (WM_CHART_THEME_LIGHT, WM_INK_SECOND_TEXT);
}

static WmRun
set_aligned (Maker *maker, WmType type, const char *text, double x, double width, PangoAlignment alignment)
{
  WmSetText *set = wm_document_type_set (maker->pages->type, type, text, width, alignment);
  WmRun run = { .text = set, .n = set->lines->len, .x = x, .colour = get_text_colour () };

  g_ptr_array_add (maker->pages->texts, set);
  return run;
}

/* Sets text for all of whose lines one run stands. */
static WmRun
set_run (Maker *maker, WmType type, const char *text, double x, double width, guint32 colour)
{
  WmRun run = set_aligned (maker, type, text, x, width, PANGO_ALIGN_LEFT);

  run.colour = colour;
  return run;
}

/* Sets the text of a cell, with room at its sides. */
static WmRun
set_cell (Maker *maker, WmType type, const char *text, double x, double width, gboolean is_number)
{
  return set_aligned (maker, type, text, x + WM_PAGE_CELL_PAD, width - 2 * WM_PAGE_CELL_PAD,
                      is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static WmStrip *
add_strip (Maker *maker, const Pattern *pattern)
{
  WmStrip *strip = g_new0 (WmStrip, 1);

  strip->kind = pattern->kind;
  strip->block = maker->block;
  strip->space = maker->space;
  strip->breaks_page = maker->breaks_page;
  strip->keeps_next = pattern->keeps_next;
  strip->has_rule = pattern->has_rule;
  strip->head = pattern->head;
  strip->group = pattern->group;
  strip->runs = g_array_new (FALSE, FALSE, sizeof (WmRun));
  g_ptr_array_add (maker->pages->strips, strip);
  maker->space = 0;
  maker->breaks_page = FALSE;
  return strip;
}

/* Adds the strip of lines @first to @first + @n of each of the texts that has so many. */
static WmStrip *
add_lines (Maker *maker, const Pattern *pattern, const WmRun *runs, guint n_runs, guint first, guint n)
{
  WmStrip *strip = add_strip (maker, pattern);

  for (guint i = 0; i < n_runs; i++)
    {
      WmRun run = runs[i];

      if (first >= run.text->lines->len)
        continue;
      run.first = first;
      run.n = MIN (n, run.text->lines->len - first);
      run.y = pattern->pad_top;
      strip->height = MAX (strip->height, wm_set_text_get_height_of (run.text, run.first, run.n));
      g_array_append_val (strip->runs, run);
    }
  strip->height += pattern->pad_top + pattern->pad_bottom;
  return strip;
}

/* Cuts texts that stand beside each other between their lines; the first two and the last two stay
 * together. */
static void
add_cut (Maker *maker, const Pattern *pattern, const WmRun *runs, guint n_runs, guint n_lines)
{
  for (guint line = 0; line < n_lines; line++)
    {
      gboolean is_last = line + 1 == n_lines;
      Pattern own = *pattern;

      own.pad_top = line == 0 ? pattern->pad_top : 0;
      own.pad_bottom = is_last ? pattern->pad_bottom : 0;
      own.has_rule = is_last && pattern->has_rule;
      own.keeps_next = is_last ? pattern->keeps_next : line == 0 || line + 2 == n_lines;
      add_lines (maker, &own, runs, n_runs, line, 1);
    }
}

/* Adds texts that stand beside each other. Gives the strip when they are in one. */
static WmStrip *
add_runs (Maker *maker, const Pattern *pattern, const WmRun *runs, guint n_runs)
{
  guint n_lines = 0;
  double height = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      n_lines = MAX (n_lines, runs[i].text->lines->len);
      height = MAX (height, runs[i].text->height);
    }
  if (height <= pattern->max_height)
    return add_lines (maker, pattern, runs, n_runs, 0, n_lines);
  add_cut (maker, pattern, runs, n_runs, n_lines);
  return NULL;
}

static void
add_text (Maker *maker, WmStripKind kind, WmType type, const char *text, guint32 colour,
          gboolean keeps_next)
{
  Pattern pattern = { .kind = kind, .max_height = MAX_TEXT, .keeps_next = keeps_next };
  WmRun run = set_run (maker, type, text, 0, WM_PAGE_BODY_WIDTH, colour);

  add_runs (maker, &pattern, &run, 1);
}

static void
make_cover (Maker *maker)
{
  const WmDocument *document = maker->pages->document;
  Pattern pattern = { .kind = WM_STRIP_COVER, .max_height = MAX_ROW, .pad_top = COVER_TOP,
                      .pad_bottom = 14, .has_rule = TRUE };
  WmRun title = set_run (maker, WM_TYPE_TITLE, document->title, 0, WM_PAGE_BODY_WIDTH,
                         get_heading_colour ());

  title.is_heading = TRUE;
  add_runs (maker, &pattern, &title, 1);
  if (document->subtitle != NULL)
    {
      maker->space = 14;
      add_text (maker, WM_STRIP_COVER, WM_TYPE_SUBTITLE, document->subtitle, get_text_colour (), FALSE);
    }
  for (guint i = 0; i < document->cover_lines->len; i++)
    {
      maker->space = i == 0 ? 24 : 4;
      add_text (maker, WM_STRIP_COVER, WM_TYPE_BODY, g_ptr_array_index (document->cover_lines, i),
                get_second_colour (), FALSE);
    }
  maker->breaks_page = TRUE;
}

static void
make_contents_line (Maker *maker, const WmBlock *heading)
{
  Pattern pattern = { .kind = WM_STRIP_CONTENTS, .max_height = MAX_TEXT };
  double indent = (heading->level - 1) * CONTENTS_INDENT;
  WmRun run = set_run (maker, heading->level == 1 ? WM_TYPE_BODY : WM_TYPE_SMALL, heading->text, indent,
                       WM_PAGE_BODY_WIDTH - indent - CONTENTS_NUMBER_WIDTH, get_text_colour ());
  guint first = maker->pages->strips->len;

  run.target = heading->anchor;
  maker->space = heading->level == 1 ? 6 : 2;
  add_runs (maker, &pattern, &run, 1);
  ((WmStrip *) g_ptr_array_index (maker->pages->strips, first))->listed = heading;
}

static void
make_contents (Maker *maker)
{
  const GPtrArray *blocks = maker->pages->document->blocks;

  maker->space = 24;
  add_text (maker, WM_STRIP_TEXT, WM_TYPE_HEADING_1, maker->block->text, get_heading_colour (), TRUE);
  for (guint i = 0; i < blocks->len; i++)
    if (wm_document_is_listed (g_ptr_array_index (blocks, i)))
      make_contents_line (maker, g_ptr_array_index (blocks, i));
}

static void
make_heading (Maker *maker)
{
  static const double spaces[WM_DOCUMENT_MAX_LEVEL] = { 28, 18, 12 };

  maker->space = spaces[maker->block->level - 1];
  add_text (maker, WM_STRIP_HEADING, WM_TYPE_HEADING_1 + maker->block->level - 1, maker->block->text,
            get_heading_colour (), TRUE);
}

static void
make_list (Maker *maker)
{
  Pattern pattern = { .kind = WM_STRIP_ITEM, .max_height = MAX_TEXT };

  for (guint i = 0; i < maker->block->rows->len; i++)
    {
      const WmDocumentRow *row = g_ptr_array_index (maker->block->rows, i);
      WmRun runs[] = {
        set_run (maker, WM_TYPE_BODY, "•", 0, ITEM_INDENT, get_text_colour ()),
        set_run (maker, WM_TYPE_BODY, wm_document_row_get_cell (row, 0)->text, ITEM_INDENT,
                 WM_PAGE_BODY_WIDTH - ITEM_INDENT, get_text_colour ()),
      };

      runs[0].is_heading = TRUE;
      maker->space = i == 0 ? 6 : 3;
      add_runs (maker, &pattern, runs, G_N_ELEMENTS (runs));
    }
}

/* Keeps the strips from @first on together when they are few; of more, the first two and the last
 * two. What stays together is short enough to leave little of a page blank. */
static void
keep_together (Maker *maker, guint first)
{
  const GPtrArray *strips = maker->pages->strips;
  double height = 0;

  for (guint i = first; i < strips->len; i++)
    height += ((const WmStrip *) g_ptr_array_index (strips, i))->height;
  for (guint i = first; i + 1 < strips->len; i++)
    if (height <= MAX_TOGETHER || i == first || i + 2 == strips->len)
      ((WmStrip *) g_ptr_array_index (strips, i))->keeps_next = TRUE;
}

static void
make_facts (Maker *maker)
{
  guint first = maker->pages->strips->len;

  for (guint i = 0; i < maker->block->rows->len; i++)
    {
      const WmDocumentRow *row = g_ptr_array_index (maker->block->rows, i);
      double x = FACT_NAME_WIDTH + FACT_GAP;
      Pattern pattern = { .kind = WM_STRIP_FACT, .max_height = MAX_TEXT };
      WmRun runs[] = {
        set_run (maker, WM_TYPE_SMALL_BOLD, wm_document_row_get_cell (row, 0)->text, 0, FACT_NAME_WIDTH,
                 get_second_colour ()),
        set_run (maker, WM_TYPE_SMALL, wm_document_row_get_cell (row, 1)->text, x, WM_PAGE_BODY_WIDTH - x,
                 get_text_colour ()),
      };

      runs[0].is_heading = TRUE;
      maker->space = i == 0 ? 4 : 2.5;
      add_runs (maker, &pattern, runs, G_N_ELEMENTS (runs));
    }
  keep_together (maker, first);
}

/* The texts of a row, one for each column that says something. */
static GArray *
set_row (Maker *maker, const WmDocumentRow *row, const double *widths)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (WmRun));
  double x = 0;

  for (guint i = 0; i < maker->block->columns->len; x += widths[i++])
    {
      const WmDocumentHead *head = g_ptr_array_index (maker->block->columns, i);
      const WmDocumentCell *cell = wm_document_row_get_cell (row, i);
      gboolean is_number = head->kind == WM_DOCUMENT_COLUMN_NUMBER;
      WmRun run = set_cell (maker, WM_TYPE_SMALL, cell->text, x, widths[i], is_number);

      run.target = wm_document_get_target (maker->pages->document, cell);
      run.is_heading = head->kind == WM_DOCUMENT_COLUMN_ROW_HEADING;
      if (run.target != NULL)
        run.colour = get_heading_colour ();
      g_array_append_val (runs, run);
    }
  return runs;
}

static const WmStrip *
make_column_heads (Maker *maker, const double *widths)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (WmRun));
  Pattern pattern = { .kind = WM_STRIP_HEAD, .max_height = MAX_ROW, .pad_top = CELL_PAD_Y,
                      .pad_bottom = CELL_PAD_Y, .keeps_next = TRUE, .has_rule = TRUE };
  double x = 0;

  for (guint i = 0; i < maker->block->columns->len; x += widths[i++])
    {
      const WmDocumentHead *head = g_ptr_array_index (maker->block->columns, i);
      WmRun run = set_cell (maker, WM_TYPE_SMALL_BOLD, head->heading, x, widths[i],
                            head->kind == WM_DOCUMENT_COLUMN_NUMBER);

      run.is_heading = TRUE;
      g_array_append_val (runs, run);
    }
  return add_runs (maker, &pattern, &g_array_index (runs, WmRun, 0), runs->len);
}

static const WmStrip *
make_group (Maker *maker, const WmDocumentRow *row, const WmStrip *head)
{
  Pattern pattern = { .kind = WM_STRIP_GROUP, .max_height = MAX_ROW / 2, .pad_top = CELL_PAD_Y,
                      .pad_bottom = CELL_PAD_Y, .keeps_next = TRUE, .has_rule = TRUE, .head = head };
  WmRun run = set_cell (maker, WM_TYPE_SMALL_BOLD, wm_document_row_get_cell (row, 0)->text, 0,
                        WM_PAGE_BODY_WIDTH, FALSE);

  run.is_heading = TRUE;
  return add_runs (maker, &pattern, &run, 1);
}

static void
make_table (Maker *maker)
{
  g_autofree double *widths = wm_document_columns_measure (maker->pages->type, maker->block,
                                                           WM_PAGE_BODY_WIDTH);
  Pattern pattern = { .kind = WM_STRIP_ROW, .max_height = MAX_ROW, .pad_top = CELL_PAD_Y,
                      .pad_bottom = CELL_PAD_Y, .has_rule = TRUE };
  guint first = maker->pages->strips->len;

  maker->space = 12;
  add_text (maker, WM_STRIP_CAPTION, WM_TYPE_HEADING_3, maker->block->text, get_heading_colour (), TRUE);
  maker->space = 4;
  pattern.head = make_column_heads (maker, widths);
  for (guint i = 0; i < maker->block->rows->len; i++)
    {
      const WmDocumentRow *row = g_ptr_array_index (maker->block->rows, i);
      g_autoptr (GArray) runs = NULL;

      if (row->is_group)
        {
          pattern.group = make_group (maker, row, pattern.head);
          continue;
        }
      runs = set_row (maker, row, widths);
      add_runs (maker, &pattern, &g_array_index (runs, WmRun, 0), runs->len);
    }
  keep_together (maker, first);
}

static void
make_chart (Maker *maker)
{
  Pattern pattern = { .kind = WM_STRIP_CHART };

  maker->space = 10;
  add_strip (maker, &pattern)->height = WM_PAGE_BODY_WIDTH * WM_PAGE_CHART_RATIO;
}

static void
make_block (Maker *maker)
{
  switch (maker->block->kind)
    {
    case WM_BLOCK_CONTENTS:
      make_contents (maker);
      break;
    case WM_BLOCK_PAGE_BREAK:
      maker->breaks_page = TRUE;
      break;
    case WM_BLOCK_HEADING:
      make_heading (maker);
      break;
    case WM_BLOCK_PARAGRAPH:
      maker->space = 6;
      add_text (maker, WM_STRIP_TEXT, WM_TYPE_BODY, maker->block->text, get_text_colour (),
                maker->introduces);
      break;
    case WM_BLOCK_NOTE:
      maker->space = 6;
      add_text (maker, WM_STRIP_TEXT, WM_TYPE_SMALL, maker->block->text, get_second_colour (),
                maker->introduces);
      break;
    case WM_BLOCK_CHART:
      make_chart (maker);
      break;
    case WM_BLOCK_LIST:
      make_list (maker);
      break;
    case WM_BLOCK_FACTS:
      make_facts (maker);
      break;
    case WM_BLOCK_TABLE:
    default:
      make_table (maker);
      break;
    }
}

static WmBlockKind
get_kind (const WmDocument *document, guint i)
{
  return ((const WmBlock *) g_ptr_array_index (document->blocks, i))->kind;
}

/* A paragraph that leads from a heading to a table stays with both. */
static gboolean
is_introduction (const WmDocument *document, guint i)
{
  return i > 0 && get_kind (document, i - 1) == WM_BLOCK_HEADING && i + 1 < document->blocks->len
         && get_kind (document, i + 1) >= WM_BLOCK_LIST;
}

/* Fills the strips of @self from its document. There is always one: the title. */
void
wm_pages_make_strips (WmPages *self)
{
  Maker maker = { .pages = self };

  make_cover (&maker);
  for (guint i = 0; i < self->document->blocks->len; i++)
    {
      maker.block = g_ptr_array_index (self->document->blocks, i);
      maker.introduces = is_introduction (self->document, i);
      make_block (&maker);
    }
}
