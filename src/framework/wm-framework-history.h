/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-edit.h"

G_BEGIN_DECLS

/* A framework as it is being edited: what it is now, and the steps back and forth, as many as there
 * were since it was opened. */
typedef struct _WmFrameworkHistory WmFrameworkHistory;

WmFrameworkHistory *wm_framework_history_new            (WmFramework        *framework) G_GNUC_WARN_UNUSED_RESULT;
void                wm_framework_history_free           (WmFrameworkHistory *self);

WmFramework        *wm_framework_history_get_current    (WmFrameworkHistory *self);
void                wm_framework_history_take           (WmFrameworkHistory *self,
                                                         WmFrameworkEdit    *edit);
gboolean            wm_framework_history_undo           (WmFrameworkHistory *self);
gboolean            wm_framework_history_redo           (WmFrameworkHistory *self);
const char         *wm_framework_history_get_undo_label (WmFrameworkHistory *self);
const char         *wm_framework_history_get_redo_label (WmFrameworkHistory *self);
guint               wm_framework_history_get_n_done     (WmFrameworkHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkHistory, wm_framework_history_free)

G_END_DECLS
