/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Text for paper, measured line by line before it is drawn. All lengths in points of 1/72 inch. */
#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  WM_TYPE_TITLE,
  WM_TYPE_SUBTITLE,
  WM_TYPE_HEADING_1,
  WM_TYPE_HEADING_2,
  WM_TYPE_HEADING_3,
  WM_TYPE_BODY,
  WM_TYPE_SMALL,
  WM_TYPE_SMALL_BOLD,
  WM_TYPE_FOOT,
} WmType;

#define WM_N_TYPES (WM_TYPE_FOOT + 1)

/* A line of a set text; lengths from the top left corner of the text. */
typedef struct
{
  PangoLayoutLine *line;  /* lent by the layout */
  double x;
  double top;
  double baseline;
  double bottom;
} WmSetLine;

typedef struct
{
  PangoLayout *layout;
  GArray *lines;          /* of WmSetLine, at least one */
  double height;
} WmSetText;

/* Sets text in the fonts of a document. */
typedef struct _WmDocumentType WmDocumentType;

WmDocumentType *wm_document_type_new          (const char      *language) G_GNUC_WARN_UNUSED_RESULT;
void            wm_document_type_free         (WmDocumentType  *self);
WmSetText      *wm_document_type_set          (WmDocumentType  *self,
                                               WmType           type,
                                               const char      *text,
                                               double           width,
                                               PangoAlignment   alignment) G_GNUC_WARN_UNUSED_RESULT;
WmSetText      *wm_document_type_set_line     (WmDocumentType  *self,
                                               WmType           type,
                                               const char      *text,
                                               double           width,
                                               PangoAlignment   alignment) G_GNUC_WARN_UNUSED_RESULT;
double          wm_document_type_get_width    (WmDocumentType  *self,
                                               WmType           type,
                                               const char      *word);
void            wm_set_text_free              (WmSetText       *self);
const WmSetLine *wm_set_text_get_line         (const WmSetText *self,
                                               guint            line);
double          wm_set_text_get_height_of     (const WmSetText *self,
                                               guint            first,
                                               guint            n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmDocumentType, wm_document_type_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmSetText, wm_set_text_free)

G_END_DECLS
