/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-frameworks.h"
#include "wm-workspace.h"

G_BEGIN_DECLS

gboolean wm_version_edits_keep   (WmWorkspace              *workspace,
                                  WmFramework              *framework,
                                  const char               *note);
gboolean wm_version_edits_remove (WmWorkspace              *workspace,
                                  const WmFrameworkVersion *version);

G_END_DECLS
