/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_PICTURE_VIEW (wm_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (WmPictureView, wm_picture_view, WM, PICTURE_VIEW, WmPage)

GtkWidget *wm_picture_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
