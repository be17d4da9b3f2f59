/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"
#include "wm-table.h"

G_BEGIN_DECLS

WmTable *wm_framework_list_changes (WmFramework *then,
                                    WmFramework *now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
