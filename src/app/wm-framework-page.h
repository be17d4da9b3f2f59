/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-tree.h"
#include "wm-item-form.h"
#include "wm-page.h"

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_PAGE (wm_framework_page_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkPage, wm_framework_page, WM, FRAMEWORK_PAGE, WmPage)

void             wm_framework_page_offer_to_add (WmFrameworkPage *self);
void             wm_framework_page_show_view    (WmFrameworkPage *self,
                                                 const char      *name);
WmFrameworkTree *wm_framework_page_get_tree     (WmFrameworkPage *self);
WmItemForm      *wm_framework_page_get_form     (WmFrameworkPage *self);

G_END_DECLS
