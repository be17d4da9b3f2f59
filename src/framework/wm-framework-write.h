/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

#define WM_FRAMEWORK_NAMESPACE "urn:waymark:framework"
#define WM_FRAMEWORK_SCHEMA_VERSION 1

GBytes   *wm_framework_write (WmFramework  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean  wm_framework_save  (WmFramework  *self,
                              const char   *path,
                              GError      **error);

G_END_DECLS
