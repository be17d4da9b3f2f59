/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_PAGE (wm_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (WmPage, wm_page, WM, PAGE, AdwBin)

/**
 * WmPageClass:
 * @refresh: shows what the project holds now; called when the page can be seen
 * @find: puts the focus where the user looks something up
 * @commit: puts what is being typed into the project
 *
 * What a page of the window does.
 */
struct _WmPageClass
{
  AdwBinClass parent_class;

  void (*refresh) (WmPage *self);
  void (*find)    (WmPage *self);
  void (*commit)  (WmPage *self);
};

WmWorkspace *wm_page_get_workspace (WmPage *self);
void         wm_page_queue_refresh (WmPage *self);
void         wm_page_find          (WmPage *self);
void         wm_page_commit        (WmPage *self);

G_END_DECLS
