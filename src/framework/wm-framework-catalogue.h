/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

const char *const *wm_framework_get_built_in_ids (void);
WmFramework       *wm_framework_load_built_in    (const char *id,
                                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes            *wm_framework_load_built_in_bytes (const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
