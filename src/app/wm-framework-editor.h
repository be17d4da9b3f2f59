/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-edit.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _WmCoverage WmCoverage;
typedef struct _WmWorkspace WmWorkspace;

#define WM_TYPE_FRAMEWORK_EDITOR (wm_framework_editor_get_type ())
G_DECLARE_FINAL_TYPE (WmFrameworkEditor, wm_framework_editor, WM, FRAMEWORK_EDITOR, GObject)

/* There is one in each workspace: see wm_workspace_get_framework_editor(). Its property "framework"
 * is what is being edited; its signal "changed" says that the list of frameworks or the framework
 * is another now; its signal "item-wanted" that an item should be shown in the Edit view. */
WmFrameworkEditor *wm_framework_editor_new             (WmWorkspace       *workspace) G_GNUC_WARN_UNUSED_RESULT;

void               wm_framework_editor_start           (WmFrameworkEditor *self);

WmFramework       *wm_framework_editor_get_framework   (WmFrameworkEditor *self);
const char        *wm_framework_editor_get_id          (WmFrameworkEditor *self);
gboolean           wm_framework_editor_can_edit        (WmFrameworkEditor *self);
GPtrArray         *wm_framework_editor_list            (WmFrameworkEditor *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean           wm_framework_editor_open            (WmFrameworkEditor *self,
                                                        const char        *id);

GPtrArray         *wm_framework_editor_get_findings    (WmFrameworkEditor *self);
GHashTable        *wm_framework_editor_get_finding_ids (WmFrameworkEditor *self);
WmCoverage        *wm_framework_editor_get_coverage    (WmFrameworkEditor *self);

gboolean           wm_framework_editor_take_edit       (WmFrameworkEditor *self,
                                                        WmFrameworkEdit   *edit);
gboolean           wm_framework_editor_take_edit_as    (WmFrameworkEditor *self,
                                                        WmFrameworkEdit   *edit,
                                                        const char        *label);
gboolean           wm_framework_editor_take_typing     (WmFrameworkEditor *self,
                                                        WmFrameworkEdit   *edit,
                                                        guint              visit);
void               wm_framework_editor_drop_typing     (WmFrameworkEditor *self,
                                                        guint              visit);
void               wm_framework_editor_refuse          (WmFrameworkEditor *self,
                                                        const GError      *error);

gboolean           wm_framework_editor_add             (WmFrameworkEditor *self,
                                                        WmFramework       *framework);
gboolean           wm_framework_editor_add_built_in    (WmFrameworkEditor *self,
                                                        const char        *id);
gboolean           wm_framework_editor_add_empty       (WmFrameworkEditor *self,
                                                        const char        *title);
gboolean           wm_framework_editor_add_file        (WmFrameworkEditor *self,
                                                        const char        *path);
gboolean           wm_framework_editor_remove          (WmFrameworkEditor *self,
                                                        const char        *id);
gboolean           wm_framework_editor_set_active      (WmFrameworkEditor *self,
                                                        const char        *id);

void               wm_framework_editor_show_item       (WmFrameworkEditor *self,
                                                        const char        *id);

G_END_DECLS
