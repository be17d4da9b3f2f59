/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

#define WM_FRAMEWORK_LAIT_ID "lait"

WmFramework *wm_framework_new_lait (GPtrArray *indicators) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
