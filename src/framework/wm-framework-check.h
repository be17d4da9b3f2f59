/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

GPtrArray *wm_framework_check (WmFramework *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
