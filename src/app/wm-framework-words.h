/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

char *wm_framework_dup_counts      (WmFramework *framework) G_GNUC_WARN_UNUSED_RESULT;
char *wm_framework_dup_short_title (WmFramework *framework) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
