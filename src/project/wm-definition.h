/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"
#include "wm-project.h"
#include "wm-table.h"

G_BEGIN_DECLS

WmFramework *wm_definition_from_framework  (WmFramework  *framework,
                                            const char   *measure_code) G_GNUC_WARN_UNUSED_RESULT;
WmFramework *wm_definition_from_dictionary (WmProject    *project,
                                            const char   *measure_code,
                                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;

WmTable     *wm_definition_new_table       (void) G_GNUC_WARN_UNUSED_RESULT;
void         wm_definition_add_to_table    (WmFramework  *definition,
                                            WmTable      *table);
WmTable     *wm_definition_new_changes     (void) G_GNUC_WARN_UNUSED_RESULT;
void         wm_definition_add_changes     (WmFramework  *then,
                                            WmFramework  *now,
                                            WmTable      *table);

G_END_DECLS
