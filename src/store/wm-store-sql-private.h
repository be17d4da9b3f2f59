/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef sqlite3_stmt WmStatement;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmStatement, sqlite3_finalize)

/* A value to bind: WM_TEXT (nullable), WM_INT, WM_REAL (NaN is NULL), WM_NULL. */
typedef struct
{
  enum { WM_PARAM_END, WM_PARAM_NULL, WM_PARAM_TEXT, WM_PARAM_INT, WM_PARAM_REAL } kind;
  const char *text;
  gint64 integer;
  double real;
} WmParam;

#define WM_NULL { .kind = WM_PARAM_NULL }
#define WM_TEXT(t) { .kind = WM_PARAM_TEXT, .text = (t) }
#define WM_INT(i) { .kind = WM_PARAM_INT, .integer = (i) }
#define WM_REAL(r) { .kind = WM_PARAM_REAL, .real = (r) }
#define WM_PARAMS(...) ((const WmParam[]) { __VA_ARGS__, { .kind = WM_PARAM_END } })

sqlite3     *wm_store_use               (WmStore        *self);
void         wm_store_set_error         (WmStore        *self,
                                         GError        **error);

gboolean     wm_store_exec              (WmStore        *self,
                                         const char     *sql,
                                         GError        **error);
WmStatement *wm_store_prepare           (WmStore        *self,
                                         const char     *sql,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
WmStatement *wm_store_query             (WmStore        *self,
                                         const char     *sql,
                                         const WmParam  *params,
                                         GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     wm_store_next              (WmStore        *self,
                                         WmStatement    *statement,
                                         gboolean       *has_row,
                                         GError        **error);
gboolean     wm_store_run               (WmStore        *self,
                                         const char     *sql,
                                         const WmParam  *params,
                                         GError        **error);
gboolean     wm_store_get_integer       (WmStore        *self,
                                         const char     *sql,
                                         const WmParam  *params,
                                         gint64         *integer,
                                         GError        **error);

gboolean     wm_store_begin             (WmStore        *self,
                                         GError        **error);
gboolean     wm_store_commit            (WmStore        *self,
                                         GError        **error);
void         wm_store_roll_back         (WmStore        *self);
gboolean     wm_store_end               (WmStore        *self,
                                         gboolean        is_good,
                                         GError        **error);
gboolean     wm_store_change            (WmStore        *self,
                                         const char     *sql,
                                         const WmParam  *params,
                                         GError        **error);

void         wm_statement_bind          (WmStatement    *statement,
                                         const WmParam  *params);
char        *wm_statement_dup_text      (WmStatement    *statement,
                                         int             column) G_GNUC_WARN_UNUSED_RESULT;
const char  *wm_statement_get_text      (WmStatement    *statement,
                                         int             column);
double       wm_statement_get_real      (WmStatement    *statement,
                                         int             column);
GStrv        wm_statement_dup_lines     (WmStatement    *statement,
                                         int             column) G_GNUC_WARN_UNUSED_RESULT;
char        *wm_store_join_lines        (char          **lines) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
