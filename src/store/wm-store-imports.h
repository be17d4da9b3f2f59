/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-finding.h"
#include "wm-provenance.h"
#include "wm-store.h"

G_BEGIN_DECLS

GPtrArray    *wm_store_list_imports   (WmStore     *self,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
WmProvenance *wm_store_get_import     (WmStore     *self,
                                       gint64       import_id,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      wm_store_find_import    (WmStore     *self,
                                       const char  *sha256,
                                       gint64      *import_id,
                                       GError     **error);
gboolean      wm_store_undo_import    (WmStore     *self,
                                       gint64       import_id,
                                       GError     **error);
gboolean      wm_store_redo_import    (WmStore     *self,
                                       gint64       import_id,
                                       GError     **error);
WmProvenance *wm_store_get_source     (WmStore     *self,
                                       const char  *indicator_code,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *wm_store_list_findings  (WmStore     *self,
                                       gint64       import_id,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      wm_store_verify_import  (WmStore     *self,
                                       gint64       import_id,
                                       GError     **error);

G_END_DECLS
