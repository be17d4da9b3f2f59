/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a document is made of, for those who write it out. */
#pragma once

#include "wm-document.h"

G_BEGIN_DECLS

typedef enum
{
  WM_BLOCK_CONTENTS,
  WM_BLOCK_PAGE_BREAK,
  WM_BLOCK_HEADING,
  WM_BLOCK_PARAGRAPH,
  WM_BLOCK_NOTE,
  WM_BLOCK_CHART,
  WM_BLOCK_LIST,    /* rows of one cell */
  WM_BLOCK_FACTS,   /* rows of two cells */
  WM_BLOCK_TABLE,   /* rows of as many cells as there are columns, or of one: a group */
} WmBlockKind;

typedef struct
{
  char *text;
  char *target;        /* (nullable): the anchor of a heading to which it leads */
} WmDocumentCell;

typedef struct
{
  gboolean is_group;   /* one cell over all columns, which stands above the rows that follow */
  GPtrArray *cells;    /* of WmDocumentCell */
} WmDocumentRow;

typedef struct
{
  WmDocumentColumn kind;
  char *heading;
  double weight;       /* its share of the width, as far as words fit */
} WmDocumentHead;

typedef struct
{
  WmBlockKind kind;
  guint level;         /* of a heading, from 1 */
  char *text;          /* (nullable): of a heading or paragraph; the caption of a table */
  char *anchor;        /* (nullable): of a heading; no two share one */
  GPtrArray *columns;  /* (nullable): of WmDocumentHead */
  GPtrArray *rows;     /* (nullable): of WmDocumentRow */
  WmChart *chart;      /* (nullable) */
} WmBlock;

struct _WmDocument
{
  char *title;
  char *language;
  char *subtitle;         /* (nullable) */
  char *description;      /* (nullable) */
  GPtrArray *cover_lines; /* of char * */
  GPtrArray *blocks;      /* of WmBlock */
  GHashTable *anchors;    /* of the headings, lent by them */
};

char                 *wm_document_clean_text   (const char           *text) G_GNUC_WARN_UNUSED_RESULT;
const WmDocumentCell *wm_document_row_get_cell (const WmDocumentRow  *row,
                                                guint                 column);
gboolean              wm_document_is_listed    (const WmBlock        *block);
const char           *wm_document_get_target   (const WmDocument     *self,
                                                const WmDocumentCell *cell);

G_END_DECLS
