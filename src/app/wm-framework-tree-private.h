/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-filter-button.h"
#include "wm-framework-tree.h"

G_BEGIN_DECLS

struct _WmFrameworkTree
{
  AdwBin parent_instance;

  WmFrameworkEditor *editor;    /* owned */
  WmFrameworkIndex *index;      /* owned; for the search */
  WmFramework *view;            /* owned; the framework by the chosen grouping; NULL without one */
  char *grouping;               /* what @view goes by */
  GHashTable *groupings;        /* id of a framework -> what the user wants it grouped by */
  gboolean follows_ids;         /* what is selected may have come to stand elsewhere */
  GListStore *roots;            /* owned; of WmFrameworkNode */
  GtkTreeListModel *model;      /* the list owns it, as it does the selection */
  GtkMultiSelection *selection;
  GHashTable *expanded;         /* ids of what the user opened */
  GHashTable *selected;         /* paths of what the user selected */
  GHashTable *rows;             /* the lines on screen */
  char *framework_id;           /* what @expanded is about */
  gboolean is_stale;            /* something changed while nobody could see it */
  gboolean is_updating;
  gboolean was_filtered;        /* the rows are those of a search */
  GPtrArray *dragged;           /* of WmFrameworkNode, while some are dragged */

  GtkSearchEntry *search;
  WmFrameworkFilterButton *filter_button;
  GtkWidget *group_bar;
  GtkDropDown *group_by;
  GtkLabel *group_note;
  GtkListView *list;
  GtkLabel *count;
  GtkButton *findings;
  GtkStack *stack;
  GMenuModel *menu;
  GtkWidget *context_menu;
};

WmFramework *wm_framework_tree_get_framework    (WmFrameworkTree *self);
gboolean     wm_framework_tree_is_filtered      (WmFrameworkTree *self);
gboolean     wm_framework_tree_is_grouped       (WmFrameworkTree *self);
WmFramework *wm_framework_tree_get_view         (WmFrameworkTree *self);
void         wm_framework_tree_update_view      (WmFrameworkTree *self);
void         wm_framework_tree_note_grouping    (WmFrameworkTree *self);
void         wm_framework_tree_show_matrix      (WmFrameworkTree *self);
void         wm_framework_tree_update_if_stale  (WmFrameworkTree *self);
void         wm_framework_tree_ask_for_title    (WmFrameworkTree *self);
void         wm_framework_tree_activate_selected (WmFrameworkTree *self);

GPtrArray   *wm_framework_tree_list_nodes       (WmFrameworkTree *self) G_GNUC_WARN_UNUSED_RESULT;
guint        wm_framework_tree_get_first_selected (WmFrameworkTree *self);
char        *wm_framework_tree_dup_focus        (WmFrameworkTree *self) G_GNUC_WARN_UNUSED_RESULT;
void         wm_framework_tree_scroll_to_selected (WmFrameworkTree *self);
void         wm_framework_tree_note_selected    (WmFrameworkTree *self);
void         wm_framework_tree_restore_selection (WmFrameworkTree *self,
                                                 guint            first,
                                                 gboolean         is_edit);
void         wm_framework_tree_restore_focus    (WmFrameworkTree *self,
                                                 const char      *path);
void         wm_framework_tree_expand_at_first  (WmFrameworkTree *self,
                                                 WmFramework     *framework);
void         wm_framework_tree_expand_rows      (WmFrameworkTree *self);

void         wm_framework_tree_class_install_actions (GtkWidgetClass  *widget_class);
void         wm_framework_tree_update_actions   (WmFrameworkTree *self);
void         wm_framework_tree_add_keys         (WmFrameworkTree *self);

void         wm_framework_tree_open_menu        (WmFrameworkTree *self,
                                                 const GdkRectangle *place);
void         wm_framework_tree_add_mouse        (WmFrameworkTree *self,
                                                 WmFrameworkRow  *line);

G_END_DECLS
