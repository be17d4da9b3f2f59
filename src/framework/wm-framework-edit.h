/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

G_BEGIN_DECLS

/* One step of editing as a value: what changes, and what the step is called. It fits the framework
 * that it was made for. */
typedef struct _WmFrameworkEdit WmFrameworkEdit;

void             wm_framework_edit_free      (WmFrameworkEdit       *self);
const char      *wm_framework_edit_get_label (WmFrameworkEdit       *self);
const char      *wm_framework_edit_get_focus (WmFrameworkEdit       *self);
WmFramework     *wm_framework_edit_apply     (WmFrameworkEdit       *self,
                                              WmFramework           *framework) G_GNUC_WARN_UNUSED_RESULT;
WmFramework     *wm_framework_edit_revert    (WmFrameworkEdit       *self,
                                              WmFramework           *framework) G_GNUC_WARN_UNUSED_RESULT;

WmFrameworkEdit *wm_framework_edit_add       (WmFramework           *framework,
                                              WmItemKind             kind,
                                              const char            *parent,
                                              int                    place,
                                              const char            *title,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_duplicate (WmFramework           *framework,
                                              const char *const     *ids,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_set_text  (WmFramework           *framework,
                                              const char *const     *ids,
                                              WmField                field,
                                              const char            *text,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_replace   (WmFramework           *framework,
                                              WmFrameworkItem       *item,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_move      (WmFramework           *framework,
                                              const char            *id,
                                              const char            *from,
                                              const char            *to,
                                              int                    place,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_move_many (WmFramework           *framework,
                                              const char *const     *ids,
                                              const char *const     *froms,
                                              const char            *to,
                                              int                    place,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_link      (WmFramework           *framework,
                                              const char            *id,
                                              const char            *to,
                                              int                    place,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_delete    (WmFramework           *framework,
                                              const char *const     *ids,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_merge     (WmFramework           *framework,
                                              const char *const     *ids,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_pair      (WmFramework           *framework,
                                              const char            *id,
                                              WmFramework           *other,
                                              const char            *other_id,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;
WmFrameworkEdit *wm_framework_edit_unpair    (WmFramework           *framework,
                                              const char            *id,
                                              WmFramework           *other,
                                              const char            *other_id,
                                              GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmFrameworkEdit, wm_framework_edit_free)

G_END_DECLS
