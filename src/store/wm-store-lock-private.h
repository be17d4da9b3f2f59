/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _WmStoreLock WmStoreLock;

WmStoreLock *wm_store_lock_take  (const char   *path,
                                  char        **reason) G_GNUC_WARN_UNUSED_RESULT;
WmStoreLock *wm_store_lock_ref   (WmStoreLock  *self);
void         wm_store_lock_unref (WmStoreLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmStoreLock, wm_store_lock_unref)

G_END_DECLS
