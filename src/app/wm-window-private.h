/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-page.h"
#include "wm-task-panel.h"
#include "wm-window.h"

G_BEGIN_DECLS

struct _WmWindow
{
  AdwApplicationWindow parent_instance;

  WmWorkspace *workspace;   /* owned */
  gboolean is_folded;       /* too narrow for sidebar and page side by side */
  gboolean shows_sidebar;   /* what the user wants; when folded, in place of the page */
  guint fold_source;
  AdwToast *toast;          /* the latest that was not dismissed; weak */
  gint64 toast_time;        /* when it was added */
  GtkWidget *import_window; /* the import that is shown; weak */
  GQueue pending_imports;   /* files that wait for it; owned */
  gboolean asks_for_place;  /* a chooser asks where to keep a new project */

  AdwToastOverlay *toasts;
  GtkStack *main_stack;
  GtkWidget *sidebar;
  GtkWidget *sidebar_separator;
  GtkWidget *content;
  GtkToggleButton *sidebar_button;
  GtkListBox *page_list;
  GtkStack *pages;
  AdwBin *framework_place;  /* its page is made when somebody looks: it has hundreds of widgets */
  AdwWindowTitle *page_title;
  WmTaskPanel *task_panel;
  GtkMenuButton *menu_button;
  GtkMenuButton *start_menu_button;
};

void    wm_window_class_install_actions (GtkWidgetClass *widget_class);
void    wm_window_update_actions        (WmWindow       *self);
WmPage *wm_window_get_visible_page      (WmWindow       *self);
void    wm_window_set_shows_sidebar     (WmWindow       *self,
                                         gboolean        shows_sidebar);
void    wm_window_ask_authority         (WmWindow       *self);

G_END_DECLS
