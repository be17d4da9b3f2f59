/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-tree-private.h"

G_BEGIN_DECLS

/* The selected places of a tree, without that of the framework itself and without groups. */
typedef struct
{
  GPtrArray *nodes; /* of WmFrameworkNode, from the top down */
  GStrv ids;        /* of the items, each once */
  GStrv parents;    /* of each place; NULL when one has none */
} WmTreeItems;

/* Where something comes: the item below which it stands, and its place there. */
typedef struct
{
  char *parent; /* NULL when there is no place for it */
  int place;    /* from 0; -1 for the end */
} WmTreePlace;

/* One step of moving by key. */
typedef enum
{
  WM_TREE_UP,
  WM_TREE_DOWN,
  WM_TREE_OUT,
  WM_TREE_IN,
} WmTreeMove;

WmTreeItems       *wm_tree_items_new          (WmFrameworkTree   *tree) G_GNUC_WARN_UNUSED_RESULT;
void               wm_tree_items_free         (WmTreeItems       *self);
const char *const *wm_tree_items_get_ids      (const WmTreeItems *self);
WmFrameworkNode   *wm_tree_items_get_last     (const WmTreeItems *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmTreeItems, wm_tree_items_free)

GStrv              wm_tree_split_path         (WmFrameworkNode   *node) G_GNUC_WARN_UNUSED_RESULT;
gboolean           wm_tree_is_header          (WmFrameworkNode   *node);
gboolean           wm_tree_may_hold           (WmFrameworkItem   *parent,
                                               WmItemKind         kind);

gboolean           wm_framework_tree_take     (WmFrameworkTree   *self,
                                               WmFrameworkEdit   *edit,
                                               GError           **error,
                                               const char        *parent);
gboolean           wm_framework_tree_can_move (WmFrameworkTree   *self,
                                               const WmTreeItems *items,
                                               WmTreeMove         move);
void               wm_framework_tree_move     (WmFrameworkTree   *self,
                                               WmTreeMove         move);
void               wm_framework_tree_copy     (WmFrameworkTree   *self);
void               wm_framework_tree_paste    (WmFrameworkTree   *self);
gboolean           wm_framework_tree_has_clip (WmFrameworkTree   *self);

G_END_DECLS
