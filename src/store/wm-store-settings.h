/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store.h"

G_BEGIN_DECLS

/**
 * WM_SETTING_AUTHORITY:
 *
 * The setting that holds the code of the user's own authority.
 */
#define WM_SETTING_AUTHORITY "authority"

char     *wm_store_dup_setting (WmStore     *self,
                                const char  *key,
                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  wm_store_set_setting (WmStore     *self,
                                const char  *key,
                                const char  *value,
                                GError     **error);

G_END_DECLS
