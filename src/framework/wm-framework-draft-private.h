/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-edit.h"

G_BEGIN_DECLS

/* A framework in the making: the items as they will be, and the changes that lead there. */
typedef struct _WmFrameworkDraft WmFrameworkDraft;

WmFrameworkDraft *wm_framework_draft_new      (WmFramework       *framework) G_GNUC_WARN_UNUSED_RESULT;
void              wm_framework_draft_free     (WmFrameworkDraft  *self);
WmFrameworkEdit  *wm_framework_draft_to_edit  (WmFrameworkDraft  *self,
                                               char              *label,
                                               const char        *focus) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray        *wm_framework_draft_finish   (WmFrameworkDraft  *self) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray        *wm_framework_draft_get_items (WmFrameworkDraft *self);
WmFrameworkItem  *wm_framework_draft_find     (WmFrameworkDraft  *self,
                                               const char        *id,
                                               GError           **error);
WmFrameworkItem  *wm_framework_draft_edit     (WmFrameworkDraft  *self,
                                               const char        *id);
void              wm_framework_draft_replace  (WmFrameworkDraft  *self,
                                               WmFrameworkItem   *item);
void              wm_framework_draft_add      (WmFrameworkDraft  *self,
                                               WmFrameworkItem   *item);
gboolean          wm_framework_draft_insert   (WmFrameworkDraft  *self,
                                               const char        *id,
                                               const char        *parent,
                                               int                place,
                                               GError           **error);
void              wm_framework_draft_remove   (WmFrameworkDraft  *self,
                                               const char        *id);
char             *wm_framework_draft_make_id  (WmFrameworkDraft  *self,
                                               WmItemKind         kind) G_GNUC_WARN_UNUSED_RESULT;
void              wm_framework_draft_redirect (WmFrameworkDraft  *self,
                                               const char        *id,
                                               const char        *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkDraft, wm_framework_draft_free)

G_END_DECLS
