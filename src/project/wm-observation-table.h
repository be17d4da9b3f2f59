/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-project.h"
#include "wm-table.h"

G_BEGIN_DECLS

WmTable *wm_observation_table_new (WmProject         *project,
                                   const char        *indicator_code,
                                   const char *const *area_items,
                                   const char        *from,
                                   const char        *to,
                                   gboolean           with_labels,
                                   gboolean           all_values,
                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
