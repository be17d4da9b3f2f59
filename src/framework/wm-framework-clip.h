/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-edit.h"

G_BEGIN_DECLS

/* The media type of copied items on the clipboard. */
#define WM_FRAMEWORK_CLIP_TYPE "application/x-waymark-framework+xml"

GBytes          *wm_framework_copy       (WmFramework        *framework,
                                          const char *const  *ids) G_GNUC_WARN_UNUSED_RESULT;
char            *wm_framework_copy_text  (WmFramework        *framework,
                                          const char *const  *ids) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_paste (WmFramework        *framework,
                                          const char         *below,
                                          int                 place,
                                          GBytes             *clip,
                                          GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
