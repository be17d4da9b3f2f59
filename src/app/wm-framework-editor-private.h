/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-editor.h"
#include "wm-workspace.h"

G_BEGIN_DECLS

WmWorkspace *wm_framework_editor_get_workspace (WmFrameworkEditor *self);
gboolean     wm_framework_editor_go_to         (WmFrameworkEditor *self,
                                                const char        *id,
                                                GError           **error);
gboolean     wm_framework_editor_knows         (WmFrameworkEditor *self,
                                                const char        *id);

G_END_DECLS
