/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-sql-private.h"

G_BEGIN_DECLS

/* Makes a value of a row; NULL with @error set when that fails. */
typedef gpointer (*WmReadRow) (WmStore      *self,
                               WmStatement  *row,
                               GError      **error);

GPtrArray *wm_store_list_items    (WmStore        *self,
                                   const char     *sql,
                                   const WmParam  *params,
                                   WmReadRow       read,
                                   GDestroyNotify  free_item,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gpointer   wm_store_get_item      (WmStore        *self,
                                   const char     *sql,
                                   const WmParam  *params,
                                   WmReadRow       read,
                                   const char     *unknown,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   wm_store_put_item      (WmStore        *self,
                                   const char     *sql,
                                   const WmParam  *params,
                                   gint64         *id,
                                   GError        **error);
gboolean   wm_store_remove_item   (WmStore        *self,
                                   const char     *sql,
                                   const WmParam  *params,
                                   const char     *unknown,
                                   GError        **error);
gboolean   wm_store_run_on_known  (WmStore        *self,
                                   const char     *sql,
                                   const WmParam  *params,
                                   const char     *unknown,
                                   GError        **error);
gboolean   wm_store_refuse_taken  (WmStore        *self,
                                   const char     *sql,
                                   const WmParam  *params,
                                   const char     *taken,
                                   GError        **error);
char      *wm_store_dup_now       (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
