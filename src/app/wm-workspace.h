/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-editor.h"
#include "wm-history.h"
#include "wm-job.h"
#include "wm-project.h"
#include "wm-settings.h"

G_BEGIN_DECLS

#define WM_TYPE_WORKSPACE (wm_workspace_get_type ())
G_DECLARE_FINAL_TYPE (WmWorkspace, wm_workspace, WM, WORKSPACE, GObject)

WmWorkspace *wm_workspace_new               (WmSettings           *settings) G_GNUC_WARN_UNUSED_RESULT;

WmProject   *wm_workspace_get_project       (WmWorkspace          *self);
void         wm_workspace_take_project      (WmWorkspace          *self,
                                             WmProject            *project);
WmStore     *wm_workspace_get_store         (WmWorkspace          *self);
gboolean     wm_workspace_is_read_only      (WmWorkspace          *self);
WmSettings  *wm_workspace_get_settings      (WmWorkspace          *self);
WmHistory   *wm_workspace_get_history       (WmWorkspace          *self);
WmFrameworkEditor *wm_workspace_get_framework_editor (WmWorkspace *self);

WmArea      *wm_workspace_get_authority     (WmWorkspace          *self);
gboolean     wm_workspace_set_authority     (WmWorkspace          *self,
                                             const char           *code,
                                             GError              **error);

const char  *wm_workspace_get_measure       (WmWorkspace          *self);
void         wm_workspace_set_measure       (WmWorkspace          *self,
                                             const char           *code);

gboolean     wm_workspace_reload            (WmWorkspace          *self,
                                             GError              **error);
void         wm_workspace_run               (WmWorkspace          *self,
                                             WmJob                *job,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

gboolean     wm_workspace_edit              (WmWorkspace          *self,
                                             const char           *label,
                                             WmEditFunc            apply,
                                             WmEditFunc            revert,
                                             gpointer              data,
                                             GDestroyNotify        data_free);
void         wm_workspace_leave_data           (WmWorkspace          *self);
void         wm_workspace_say               (WmWorkspace          *self,
                                             const char           *message);
void         wm_workspace_fail              (WmWorkspace          *self,
                                             const char           *heading,
                                             const GError         *error);

G_END_DECLS
