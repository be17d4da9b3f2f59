/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Text on a chart, measured before it is drawn; for the files of this room only. */
#pragma once

#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum
{
  WM_FONT_TITLE,
  WM_FONT_LABEL,
  WM_FONT_LABEL_BOLD,
  WM_FONT_NOTE,
  WM_FONT_SMALL,
  WM_FONT_SMALL_BOLD,
} WmFont;

#define WM_N_FONTS (WM_FONT_SMALL_BOLD + 1)

typedef struct _WmTypesetter WmTypesetter;

/* A measured text. Without a Pango layout (fixed letters) it takes room but is not drawn. */
typedef struct
{
  char *text;
  PangoLayout *layout;  /* (nullable) */
  double width;         /* [px] */
  double height;        /* [px] */
  int n_lines;
} WmText;

WmTypesetter *wm_typesetter_new             (PangoContext       *context,
                                             double              unit) G_GNUC_WARN_UNUSED_RESULT;
WmTypesetter *wm_typesetter_new_export      (double              unit) G_GNUC_WARN_UNUSED_RESULT;
WmTypesetter *wm_typesetter_new_fixed       (double              unit) G_GNUC_WARN_UNUSED_RESULT;
void          wm_typesetter_free            (WmTypesetter       *self);

double        wm_typesetter_get_unit        (const WmTypesetter *self);
double        wm_typesetter_get_line_height (const WmTypesetter *self,
                                             WmFont              font);
WmText        wm_typesetter_set             (const WmTypesetter *self,
                                             WmFont              font,
                                             const char         *text,
                                             double              width,
                                             int                 max_lines);
WmText        wm_typesetter_set_label       (const WmTypesetter *self,
                                             WmFont              font,
                                             const char         *name,
                                             const char         *value,
                                             double              width,
                                             int                 max_lines);
void          wm_text_clear                 (WmText             *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmTypesetter, wm_typesetter_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmText, wm_text_clear)

G_END_DECLS
