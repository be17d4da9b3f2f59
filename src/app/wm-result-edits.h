/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-impact.h"
#include "wm-workspace.h"

G_BEGIN_DECLS

gboolean wm_edits_keep_impact   (WmWorkspace        *workspace,
                                 const char         *name,
                                 const WmImpactSpec *spec,
                                 const WmImpact     *impact);
void     wm_edits_remove_result (WmWorkspace        *workspace,
                                 gint64              id);

G_END_DECLS
