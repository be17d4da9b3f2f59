/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-item.h"

G_BEGIN_DECLS

/* Called for each link that is wrong; @message is (transfer full). */
typedef void (*WmLinkFindingFunc) (const char *id,
                                   const char *code,
                                   const char *value,
                                   char       *message,
                                   gpointer    user_data);

void  wm_framework_check_links  (GPtrArray         *items,
                                 WmLinkFindingFunc  func,
                                 gpointer           user_data);
char *wm_framework_trim_message (const char        *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
