/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A place in the tree of a framework: an item that stands below two others has two. */
#define WM_TYPE_FRAMEWORK_NODE (wm_framework_node_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkNode, wm_framework_node, WM, FRAMEWORK_NODE, GObject)

WmFrameworkItem *wm_framework_node_get_item         (WmFrameworkNode *self);
const char      *wm_framework_node_get_id           (WmFrameworkNode *self);
WmItemKind       wm_framework_node_get_kind         (WmFrameworkNode *self);
const char      *wm_framework_node_get_parent_id    (WmFrameworkNode *self);
const char      *wm_framework_node_get_path         (WmFrameworkNode *self);
guint            wm_framework_node_get_n_indicators (WmFrameworkNode *self);
GListModel      *wm_framework_node_get_children     (WmFrameworkNode *self);

GListStore      *wm_framework_nodes_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void             wm_framework_nodes_update          (GListStore      *roots,
                                                     WmFramework     *framework,
                                                     GHashTable      *shown);

G_END_DECLS
