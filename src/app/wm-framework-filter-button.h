/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_FILTER_BUTTON (wm_framework_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkFilterButton, wm_framework_filter_button, WM, FRAMEWORK_FILTER_BUTTON, AdwBin)

void     wm_framework_filter_button_get_filter (WmFrameworkFilterButton *self,
                                                WmFrameworkFilter       *filter);
void     wm_framework_filter_button_set_framework (WmFrameworkFilterButton *self,
                                                   WmFramework             *framework);
gboolean wm_framework_filter_button_set_tag    (WmFrameworkFilterButton *self,
                                                const char              *grouping,
                                                const char              *value);
void     wm_framework_filter_button_set_only_findings (WmFrameworkFilterButton *self,
                                                       gboolean                 only_findings);
void     wm_framework_filter_button_clear      (WmFrameworkFilterButton *self);

G_END_DECLS
