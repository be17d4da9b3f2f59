/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-coverage.h"
#include "wm-framework.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_CHOOSER (wm_framework_chooser_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkChooser, wm_framework_chooser, WM, FRAMEWORK_CHOOSER, AdwBin)

void  wm_framework_chooser_show       (WmFrameworkChooser *self,
                                       WmFramework        *framework,
                                       WmCoverage         *coverage,
                                       GHashTable         *measures);
void  wm_framework_chooser_find       (WmFrameworkChooser *self);
guint wm_framework_chooser_get_n_rows (WmFrameworkChooser *self);

G_END_DECLS
