/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A document laid out on paper: strips that never break, put on pages. Plain numbers that can be
 * tested; drawing them decides nothing. All lengths in points of 1/72 inch. */
#pragma once

#include "wm-document-private.h"
#include "wm-document-type-private.h"

G_BEGIN_DECLS

/* A4 */
#define WM_PAGE_WIDTH 595.276
#define WM_PAGE_HEIGHT 841.89
/* 20 mm at the sides; room for the running title and for the number of the page. */
#define WM_PAGE_MARGIN 56.693
#define WM_PAGE_TOP 62.362
#define WM_PAGE_BOTTOM 59.528
#define WM_PAGE_BODY_WIDTH (WM_PAGE_WIDTH - 2 * WM_PAGE_MARGIN)
#define WM_PAGE_BODY_HEIGHT (WM_PAGE_HEIGHT - WM_PAGE_TOP - WM_PAGE_BOTTOM)
/* Room at either side of the text in a cell. */
#define WM_PAGE_CELL_PAD 4
/* Height of a chart by its width. */
#define WM_PAGE_CHART_RATIO 0.65

typedef enum
{
  WM_STRIP_COVER,
  WM_STRIP_HEADING,
  WM_STRIP_TEXT,
  WM_STRIP_ITEM,
  WM_STRIP_FACT,
  WM_STRIP_CAPTION,
  WM_STRIP_HEAD,
  WM_STRIP_GROUP,
  WM_STRIP_ROW,
  WM_STRIP_CONTENTS,
  WM_STRIP_CHART,
} WmStripKind;

/* Some lines of a text at a place in a strip. */
typedef struct
{
  const WmSetText *text;  /* lent by the pages */
  guint first;            /* line */
  guint n;                /* lines */
  double x;               /* from the left margin */
  double y;               /* from the top of the strip */
  guint32 colour;         /* 0xRRGGBB */
  gboolean is_heading;    /* whether it heads a row or a column */
  const char *target;     /* (nullable): lent by the document */
} WmRun;

typedef struct _WmStrip WmStrip;

/* A band over the width of the page that is never broken. */
struct _WmStrip
{
  WmStripKind kind;
  const WmBlock *block;   /* (nullable): %NULL for the cover */
  const WmBlock *listed;  /* (nullable): in the contents, the heading to which it points */
  double space;           /* above; dropped at the top of a page */
  double height;
  gboolean keeps_next;    /* stays on the page of the strip that follows */
  gboolean breaks_page;   /* begins a page */
  gboolean has_rule;      /* a thin line at its foot */
  const WmStrip *head;    /* (nullable): repeated above it at the top of a page */
  const WmStrip *group;   /* (nullable): repeated too, below @head */
  GArray *runs;           /* of WmRun */
};

/* A strip on a page. */
typedef struct
{
  const WmStrip *strip;
  double y;               /* from the top margin */
  gboolean is_repeated;   /* shown on an earlier page already */
} WmPlacedStrip;

typedef struct
{
  const WmDocument *document;  /* lent */
  WmDocumentType *type;
  GPtrArray *texts;            /* of WmSetText */
  GPtrArray *strips;           /* of WmStrip */
  GPtrArray *pages;            /* of GArray of WmPlacedStrip */
  GHashTable *numbers;         /* block -> number of its first page, from 1 */
} WmPages;

WmPages *wm_pages_new         (const WmDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void     wm_pages_free        (WmPages          *self);
void     wm_pages_make_strips (WmPages          *self);
guint    wm_pages_get_number  (const WmPages    *self,
                               const WmBlock    *block);

double  *wm_document_columns_measure (WmDocumentType *type,
                                      const WmBlock  *table,
                                      double          width) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmPages, wm_pages_free)

G_END_DECLS
