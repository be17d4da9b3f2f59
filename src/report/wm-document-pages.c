/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Puts strips on pages. What belongs together goes to the next page together, and a table that
 * goes on there begins with its head again. */

#include "config.h"

#include "wm-document-pages-private.h"

/* A head that takes more of the page than this is not repeated. */
#define MAX_REPEATED (WM_PAGE_BODY_HEIGHT / 4)

typedef struct
{
  WmPages *pages;
  GArray *page;   /* the last of them */
  double y;       /* where the next strip goes on it */
} Cursor;

static void
place (Cursor *cursor, const WmStrip *strip, gboolean is_repeated)
{
  WmPlacedStrip placed = { strip, cursor->y, is_repeated };

  if (cursor->y > 0 && !is_repeated)
    placed.y += strip->space;
  g_array_append_val (cursor->page, placed);
  cursor->y = placed.y + strip->height;
  if (strip->block != NULL && wm_pages_get_number (cursor->pages, strip->block) == 0)
    g_hash_table_insert (cursor->pages->numbers, (gpointer) strip->block,
                         GUINT_TO_POINTER (cursor->pages->pages->len));
}

static double
get_repeated_height (const WmStrip *strip)
{
  return (strip->head != NULL ? strip->head->height : 0) + (strip->group != NULL ? strip->group->height : 0);
}

/* Begins a page with what @strip wants to see above it. */
static void
begin_page (Cursor *cursor, const WmStrip *strip)
{
  cursor->page = g_array_new (FALSE, FALSE, sizeof (WmPlacedStrip));
  cursor->y = 0;
  g_ptr_array_add (cursor->pages->pages, cursor->page);
  if (get_repeated_height (strip) > MAX_REPEATED)
    return;
  if (strip->head != NULL)
    place (cursor, strip->head, TRUE);
  if (strip->group != NULL)
    place (cursor, strip->group, TRUE);
}

static const WmStrip *
get_strip (const WmPages *pages, guint i)
{
  return g_ptr_array_index (pages->strips, i);
}

/* The strips from @first on that stay on one page. A page break that is asked for ends them. */
static guint
count_chain (const WmPages *pages, guint first)
{
  guint last = first;

  while (last + 1 < pages->strips->len && get_strip (pages, last)->keeps_next
         && !get_strip (pages, last + 1)->breaks_page)
    last++;
  return last - first + 1;
}

static double
get_chain_height (const WmPages *pages, guint first, guint n, gboolean is_at_top)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += get_strip (pages, i)->height + (i == first && is_at_top ? 0 : get_strip (pages, i)->space);
  return height;
}

static gboolean
fits (const Cursor *cursor, guint first, guint n)
{
  return cursor->y + get_chain_height (cursor->pages, first, n, cursor->y <= 0) <= WM_PAGE_BODY_HEIGHT;
}

/* Places a chain whole, or its first strip alone where no page has room for the whole. Gives the
 * number of strips placed. */
static guint
place_chain (Cursor *cursor, guint first)
{
  const WmStrip *strip = get_strip (cursor->pages, first);
  guint n = count_chain (cursor->pages, first);
  double height = get_chain_height (cursor->pages, first, n, TRUE) + get_repeated_height (strip);

  if (height > WM_PAGE_BODY_HEIGHT)
    n = 1;
  if (cursor->y > 0 && (strip->breaks_page || !fits (cursor, first, n)))
    begin_page (cursor, strip);
  for (guint i = first; i < first + n; i++)
    place (cursor, get_strip (cursor->pages, i), FALSE);
  return n;
}

static void
strip_free (WmStrip *strip)
{
  g_array_unref (strip->runs);
  g_free (strip);
}

/* Lays out @document, which must outlive the pages. */
WmPages *
wm_pages_new (const WmDocument *document)
{
  WmPages *self = g_new0 (WmPages, 1);
  Cursor cursor = { .pages = self };

  self->document = document;
  self->type = wm_document_type_new (document->language);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_set_text_free);
  self->strips = g_ptr_array_new_with_free_func ((GDestroyNotify) strip_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->numbers = g_hash_table_new (NULL, NULL);
  wm_pages_make_strips (self);
  begin_page (&cursor, get_strip (self, 0));
  for (guint i = 0; i < self->strips->len;)
    i += place_chain (&cursor, i);
  return self;
}

void
wm_pages_free (WmPages *self)
{
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->strips);
  g_ptr_array_unref (self->texts);
  wm_document_type_free (self->type);
  g_free (self);
}

/* Gets the number of the page on which a block begins; 0 for one that has no strip. */
guint
wm_pages_get_number (const WmPages *self, const WmBlock *block)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, block));
}
