/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

#include "wm-table.h"

G_BEGIN_DECLS

GPtrArray   *wm_framework_list_groupings   (WmFramework *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *wm_framework_list_group_values (WmFramework *self,
                                            const char  *grouping) G_GNUC_WARN_UNUSED_RESULT;
WmFramework *wm_framework_regroup          (WmFramework *self,
                                            const char  *grouping) G_GNUC_WARN_UNUSED_RESULT;
WmTable     *wm_framework_group_matrix     (WmFramework *self,
                                            const char  *grouping) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
