/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How wide the columns of a table are on paper: by their weights, but no word is broken that need
 * not be. */

#include "config.h"

#include "wm-document-pages-private.h"

#include <string.h>

/* No word makes a column wider than this share of the table, or nine tenths of an equal share where
 * there are few columns. */
#define MAX_WORD_SHARE 0.25

/* A word, lent by the text it stands in. */
typedef struct
{
  const char *start;
  gsize length;      /* [bytes] */
  glong n_letters;
} Word;

static void
find_longest_word (const char *text, Word *longest)
{
  for (const char *c = text; *c != '\0';)
    {
      gsize length = strcspn (c, " \n\t");
      glong n_letters = g_utf8_strlen (c, (gssize) length);

      if (n_letters > longest->n_letters)
        *longest = (Word) { c, length, n_letters };
      c += MAX (length, 1);
    }
}

static double
measure_word (WmDocumentType *type, WmType font, const Word *word)
{
  g_autofree char *text = g_strndup (word->start != NULL ? word->start : "", word->length);

  return wm_document_type_get_width (type, font, text);
}

/* The width that the longest words of a column need, with room at its sides. */
static double
get_need (WmDocumentType *type, const WmBlock *table, guint column)
{
  const WmDocumentHead *head = g_ptr_array_index (table->columns, column);
  Word heading = { NULL, 0, 0 };
  Word cell = { NULL, 0, 0 };

  find_longest_word (head->heading, &heading);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const WmDocumentRow *row = g_ptr_array_index (table->rows, i);

      if (!row->is_group)
        find_longest_word (wm_document_row_get_cell (row, column)->text, &cell);
    }
  return 2 * WM_PAGE_CELL_PAD + 1
         + MAX (measure_word (type, WM_TYPE_SMALL_BOLD, &heading), measure_word (type, WM_TYPE_SMALL, &cell));
}

/* Gives each column its share of @width, and takes what narrow columns need more from those that
 * have more than they need. */
double *
wm_document_columns_measure (WmDocumentType *type, const WmBlock *table, double width)
{
  guint n = table->columns->len;
  double *widths = g_new (double, n);
  g_autofree double *needs = g_new (double, n);
  double most = width * MAX (MAX_WORD_SHARE, 0.9 / n);
  double weights = 0, need = 0, excess = 0, slack = 0;

  for (guint i = 0; i < n; i++)
    weights += ((const WmDocumentHead *) g_ptr_array_index (table->columns, i))->weight;
  for (guint i = 0; i < n; i++)
    {
      widths[i] = width * ((const WmDocumentHead *) g_ptr_array_index (table->columns, i))->weight / weights;
      needs[i] = MIN (get_need (type, table, i), most);
      need += needs[i];
      excess += MAX (needs[i] - widths[i], 0);
      slack += MAX (widths[i] - needs[i], 0);
    }
  for (guint i = 0; i < n; i++)
    if (slack < excess)
      widths[i] = width * needs[i] / need;
    else if (widths[i] > needs[i])
      widths[i] -= (widths[i] - needs[i]) * excess / slack;
    else
      widths[i] = needs[i];
  return widths;
}
