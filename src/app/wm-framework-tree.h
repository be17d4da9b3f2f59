/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-editor.h"
#include "wm-framework-filter.h"
#include "wm-framework-row.h"

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK_TREE (wm_framework_tree_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkTree, wm_framework_tree, WM, FRAMEWORK_TREE, AdwBin)

void        wm_framework_tree_set_editor    (WmFrameworkTree    *self,
                                             WmFrameworkEditor  *editor);
GStrv       wm_framework_tree_dup_selected  (WmFrameworkTree    *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    wm_framework_tree_select        (WmFrameworkTree    *self,
                                             const char *const  *ids,
                                             const char         *parent);
void        wm_framework_tree_find          (WmFrameworkTree    *self);
void        wm_framework_tree_focus         (WmFrameworkTree    *self);
void        wm_framework_tree_set_filter    (WmFrameworkTree    *self,
                                             const char         *text);
gboolean    wm_framework_tree_group_by      (WmFrameworkTree    *self,
                                             const char         *grouping);
const char *wm_framework_tree_get_grouping  (WmFrameworkTree    *self);
guint       wm_framework_tree_get_n_rows    (WmFrameworkTree    *self);
const char *wm_framework_tree_get_count     (WmFrameworkTree    *self);
GListModel *wm_framework_tree_get_roots     (WmFrameworkTree    *self);
gboolean    wm_framework_tree_drag          (WmFrameworkTree    *self);
WmDropPlace wm_framework_tree_can_drop      (WmFrameworkTree    *self,
                                             WmFrameworkTree    *from,
                                             WmFrameworkNode    *node,
                                             double              height);
gboolean    wm_framework_tree_drop          (WmFrameworkTree    *self,
                                             WmFrameworkTree    *from,
                                             WmFrameworkNode    *node,
                                             WmDropPlace         place);

G_END_DECLS
