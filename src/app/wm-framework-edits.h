/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"
#include "wm-workspace.h"

G_BEGIN_DECLS

gboolean wm_framework_edits_add        (WmWorkspace *workspace,
                                        WmFramework *framework);
gboolean wm_framework_edits_remove     (WmWorkspace *workspace,
                                        const char  *id);
gboolean wm_framework_edits_set_active (WmWorkspace *workspace,
                                        const char  *id);
gboolean wm_framework_edits_keep       (WmWorkspace *workspace,
                                        const char  *id,
                                        const char  *note);

G_END_DECLS
