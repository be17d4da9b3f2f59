/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WmEditFunc:
 * @data: what the edit is about
 * @error: return location for an error
 *
 * One direction of an edit: makes it, or takes it back.
 *
 * Returns: whether it was done
 */
typedef gboolean (*WmEditFunc) (gpointer   data,
                                GError   **error);

#define WM_TYPE_HISTORY (wm_history_get_type ())
G_DECLARE_FINAL_TYPE (WmHistory, wm_history, WM, HISTORY, GObject)

WmHistory  *wm_history_new            (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean    wm_history_do             (WmHistory      *self,
                                       const char     *label,
                                       WmEditFunc      apply,
                                       WmEditFunc      revert,
                                       gpointer        data,
                                       GDestroyNotify  data_free,
                                       GError        **error);
void        wm_history_add            (WmHistory      *self,
                                       const char     *label,
                                       WmEditFunc      apply,
                                       WmEditFunc      revert,
                                       gpointer        data,
                                       GDestroyNotify  data_free);
gboolean    wm_history_undo           (WmHistory      *self,
                                       GError        **error);
gboolean    wm_history_redo           (WmHistory      *self,
                                       GError        **error);
void        wm_history_clear          (WmHistory      *self);
gboolean    wm_history_is_latest      (WmHistory      *self,
                                       gconstpointer   data);

const char *wm_history_get_undo_label (WmHistory      *self);
const char *wm_history_get_redo_label (WmHistory      *self);

G_END_DECLS
