/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WM_TYPE_GUNZIP (wm_gunzip_get_type ())
G_DECLARE_FINAL_TYPE (WmGunzip, wm_gunzip, WM, GUNZIP, GObject)

GConverter *wm_gunzip_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
