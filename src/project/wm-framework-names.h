/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

WmFramework *wm_framework_load_named (const char   *name,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char        *wm_framework_dup_id_for (const char   *title) G_GNUC_WARN_UNUSED_RESULT;
WmFramework *wm_framework_copy_as    (WmFramework  *framework,
                                      const char   *id,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
