/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-item.h"

G_BEGIN_DECLS

#define WM_TYPE_FRAMEWORK (wm_framework_get_type ())

/* A framework of domains, outcomes and indicators. A counted value that never changes: an edit
 * makes the next value ([method@Framework.apply]), which holds the items that did not change
 * too. */
typedef struct _WmFramework WmFramework;

/**
 * WmFrameworkChange:
 * @position: place of the item in the list of all items
 * @before: (nullable): the item as it was; %NULL when it is added
 * @after: (nullable): the item as it will be; %NULL when it is removed
 *
 * One item that an edit adds, replaces or removes. Both items have the same id.
 */
typedef struct
{
  guint position;
  WmFrameworkItem *before;
  WmFrameworkItem *after;
} WmFrameworkChange;

/**
 * WmFrameworkWalkFunc:
 * @item: an item
 * @parent: (nullable): the item below which it stands here; %NULL for an item that nothing holds
 * @depth: 0 for a domain
 * @user_data: what the caller gave
 *
 * Called for each place of each item, in the order in which people read the framework.
 */
typedef void (*WmFrameworkWalkFunc) (WmFrameworkItem *item,
                                     WmFrameworkItem *parent,
                                     guint            depth,
                                     gpointer         user_data);

GType              wm_framework_get_type      (void);

WmFramework       *wm_framework_new           (GPtrArray           *items) G_GNUC_WARN_UNUSED_RESULT;
WmFramework       *wm_framework_ref           (WmFramework         *self);
void               wm_framework_unref         (WmFramework         *self);
gboolean           wm_framework_equal         (WmFramework         *self,
                                               WmFramework         *other);

WmFrameworkItem   *wm_framework_get_header    (WmFramework         *self);
const char        *wm_framework_get_id        (WmFramework         *self);
const char        *wm_framework_get_title     (WmFramework         *self);
guint              wm_framework_get_n_items   (WmFramework         *self);
WmFrameworkItem   *wm_framework_get_item      (WmFramework         *self,
                                               guint                position);
WmFrameworkItem   *wm_framework_find          (WmFramework         *self,
                                               const char          *id);
int                wm_framework_find_position (WmFramework         *self,
                                               const char          *id);
GPtrArray         *wm_framework_list_parents  (WmFramework         *self,
                                               const char          *id) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkItem   *wm_framework_find_domain   (WmFramework         *self,
                                               const char          *id);
void               wm_framework_walk          (WmFramework         *self,
                                               WmFrameworkWalkFunc  func,
                                               gpointer             user_data);

guint              wm_framework_count         (WmFramework         *self,
                                               WmItemKind           kind);
gboolean           wm_framework_is_gap        (WmFramework         *self,
                                               WmFrameworkItem     *item);
char              *wm_framework_make_id       (WmFramework         *self,
                                               WmItemKind           kind) G_GNUC_WARN_UNUSED_RESULT;

WmFramework       *wm_framework_apply         (WmFramework         *self,
                                               GPtrArray           *changes) G_GNUC_WARN_UNUSED_RESULT;
WmFramework       *wm_framework_revert        (WmFramework         *self,
                                               GPtrArray           *changes) G_GNUC_WARN_UNUSED_RESULT;

WmFrameworkChange *wm_framework_change_new    (guint                position,
                                               WmFrameworkItem     *before,
                                               WmFrameworkItem     *after) G_GNUC_WARN_UNUSED_RESULT;
void               wm_framework_change_free   (WmFrameworkChange   *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFramework, wm_framework_unref)

G_END_DECLS
