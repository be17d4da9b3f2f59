/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-measure.h"
#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_NOTE_WINDOW (wm_note_window_get_type ())
G_DECLARE_FINAL_TYPE (WmNoteWindow, wm_note_window, WM, NOTE_WINDOW, AdwWindow)

GtkWidget *wm_note_window_new (GtkWindow       *parent,
                               WmWorkspace     *workspace,
                               const WmMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
