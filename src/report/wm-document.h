/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WM_TYPE_DOCUMENT (wm_document_get_type ())

/* A printable document: a cover, then blocks in the order in which they are read. A counted value:
 * filled by the one who makes it, then only read. The same document makes the web page and the
 * pages of paper, so both always say the same. */
typedef struct _WmDocument WmDocument;

/* The deepest level of headings below the title. */
#define WM_DOCUMENT_MAX_LEVEL 3

/**
 * WmDocumentColumn:
 * @WM_DOCUMENT_COLUMN_TEXT: text
 * @WM_DOCUMENT_COLUMN_ROW_HEADING: what the row is about; a table has one such column
 * @WM_DOCUMENT_COLUMN_NUMBER: numbers, set to the right
 *
 * What a column of a table holds.
 */
typedef enum
{
  WM_DOCUMENT_COLUMN_TEXT,
  WM_DOCUMENT_COLUMN_ROW_HEADING,
  WM_DOCUMENT_COLUMN_NUMBER,
} WmDocumentColumn;

GType       wm_document_get_type        (void);

WmDocument *wm_document_new             (const char       *title,
                                         const char       *language) G_GNUC_WARN_UNUSED_RESULT;
WmDocument *wm_document_ref             (WmDocument       *self);
void        wm_document_unref           (WmDocument       *self);

const char *wm_document_get_title       (const WmDocument *self);
void        wm_document_set_subtitle    (WmDocument       *self,
                                         const char       *subtitle);
void        wm_document_set_description (WmDocument       *self,
                                         const char       *description);
void        wm_document_add_cover_line  (WmDocument       *self,
                                         const char       *text);

void        wm_document_add_contents    (WmDocument       *self,
                                         const char       *heading);
void        wm_document_add_page_break  (WmDocument       *self);
void        wm_document_add_heading     (WmDocument       *self,
                                         guint             level,
                                         const char       *text,
                                         const char       *anchor);
void        wm_document_add_paragraph   (WmDocument       *self,
                                         const char       *text);
void        wm_document_add_note        (WmDocument       *self,
                                         const char       *text);
void        wm_document_add_chart       (WmDocument       *self,
                                         WmChart          *chart);

/* A list of points. */
void        wm_document_begin_list      (WmDocument       *self);
void        wm_document_add_item        (WmDocument       *self,
                                         const char       *text);

/* Names, and what is said under each. */
void        wm_document_begin_facts     (WmDocument       *self);
void        wm_document_add_fact        (WmDocument       *self,
                                         const char       *name,
                                         const char       *text);

/* A table: first its columns, then its rows, cell by cell. */
void        wm_document_begin_table     (WmDocument       *self,
                                         const char       *caption);
void        wm_document_add_column      (WmDocument       *self,
                                         WmDocumentColumn  kind,
                                         const char       *heading,
                                         double            weight);
void        wm_document_add_group       (WmDocument       *self,
                                         const char       *title);
void        wm_document_begin_row       (WmDocument       *self);
void        wm_document_add_cell        (WmDocument       *self,
                                         const char       *text,
                                         const char       *target);

GBytes     *wm_document_to_html         (WmDocument       *self,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *wm_document_to_pdf          (WmDocument       *self,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    wm_document_save_html       (WmDocument       *self,
                                         const char       *path,
                                         GError          **error);
gboolean    wm_document_save_pdf        (WmDocument       *self,
                                         const char       *path,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmDocument, wm_document_unref)

G_END_DECLS
