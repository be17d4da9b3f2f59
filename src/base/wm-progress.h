/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WM_TYPE_PROGRESS (wm_progress_get_type ())
G_DECLARE_FINAL_TYPE (WmProgress, wm_progress, WM, PROGRESS, GObject)

WmProgress   *wm_progress_new             (void) G_GNUC_WARN_UNUSED_RESULT;

void          wm_progress_report          (WmProgress *self,
                                           double      fraction,
                                           const char *message);
double        wm_progress_get_fraction    (WmProgress *self);
char         *wm_progress_dup_message     (WmProgress *self) G_GNUC_WARN_UNUSED_RESULT;
GCancellable *wm_progress_get_cancellable (WmProgress *self);

G_END_DECLS
