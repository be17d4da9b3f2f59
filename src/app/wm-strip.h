/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-indicator.h"
#include "wm-standing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WM_TYPE_STRIP (wm_strip_get_type ())
G_DECLARE_FINAL_TYPE (WmStrip, wm_strip, WM, STRIP, GtkWidget)

GtkWidget *wm_strip_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       wm_strip_set_standing (WmStrip           *self,
                                  const WmIndicator *indicator,
                                  const WmStanding  *standing);

G_END_DECLS
