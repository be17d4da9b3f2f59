/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-editor.h"
#include "wm-workspace.h"

G_BEGIN_DECLS

typedef struct _WmFrameworkStep WmFrameworkStep;

struct _WmFrameworkEditor
{
  GObject parent_instance;

  WmWorkspace *workspace;   /* it owns this object */
  char *wanted;             /* id of the framework to open; NULL for the active one */
  gboolean is_loaded;       /* @framework is what @wanted stands for */
  WmFramework *framework;   /* owned; NULL while there is none */
  GHashTable *values;       /* id -> WmFramework as it is now: what steps were made for */
  GPtrArray *findings;      /* owned; NULL until somebody asks, as are the next two */
  GHashTable *finding_ids;  /* id -> GPtrArray of WmFinding, which @findings owns */
  WmCoverage *coverage;
  WmCoverage *older;        /* of the framework before the latest edit; the data are the same */
  WmFrameworkStep *typing;  /* the step of the latest visit of a field; the history owns it */
  guint visit;
  gboolean is_taking;       /* a step is made for the first time: who makes it shows it */
};

WmWorkspace *wm_framework_editor_get_workspace (WmFrameworkEditor *self);
gboolean     wm_framework_editor_go_to         (WmFrameworkEditor *self,
                                                const char        *id,
                                                GError           **error);
gboolean     wm_framework_editor_knows         (WmFrameworkEditor *self,
                                                const char        *id);
gboolean     wm_framework_editor_ensure_open   (WmFrameworkEditor *self,
                                                const char        *id,
                                                GError           **error);
void         wm_framework_editor_take_framework (WmFrameworkEditor *self,
                                                WmFramework       *framework);
void         wm_framework_editor_tell          (WmFrameworkEditor *self);
void         wm_framework_editor_want          (WmFrameworkEditor *self,
                                                const char *const *ids,
                                                gboolean           is_asked);

G_END_DECLS
