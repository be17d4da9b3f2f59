/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-names.h"
#include "wm-framework.h"
#include "wm-project.h"
#include "wm-store-frameworks.h"

G_BEGIN_DECLS

GPtrArray   *wm_project_list_frameworks           (WmProject    *project,
                                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
WmFramework *wm_project_load_framework            (WmProject    *project,
                                                   const char   *id,
                                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     wm_project_add_framework             (WmProject    *project,
                                                   WmFramework  *framework,
                                                   GError      **error);
gboolean     wm_project_save_framework            (WmProject    *project,
                                                   WmFramework  *framework,
                                                   GError      **error);
gboolean     wm_project_remove_framework          (WmProject    *project,
                                                   const char   *id,
                                                   GError      **error);
gboolean     wm_project_restore_framework         (WmProject    *project,
                                                   const char   *id,
                                                   GError      **error);

char        *wm_project_dup_active_framework_id   (WmProject    *project) G_GNUC_WARN_UNUSED_RESULT;
WmFramework *wm_project_load_active_framework     (WmProject    *project,
                                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     wm_project_set_active_framework      (WmProject    *project,
                                                   const char   *id,
                                                   GError      **error);

gboolean     wm_project_keep_framework_version    (WmProject    *project,
                                                   const char   *id,
                                                   const char   *note,
                                                   gint64       *version_id,
                                                   GError      **error);
GPtrArray   *wm_project_list_framework_versions   (WmProject    *project,
                                                   const char   *id,
                                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
WmFramework *wm_project_load_framework_version    (WmProject    *project,
                                                   gint64        version_id,
                                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
