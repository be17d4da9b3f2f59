/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WM_TYPE_STEADY_MODEL (wm_steady_model_get_type ())
G_DECLARE_FINAL_TYPE (WmSteadyModel, wm_steady_model, WM, STEADY_MODEL, GObject)

GListModel *wm_steady_model_new (GListModel *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
