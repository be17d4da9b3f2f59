/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"
#include "wm-impact.h"
#include "wm-store-saved.h"
#include "wm-table.h"

G_BEGIN_DECLS

/**
 * WmSavedResult:
 * @item: what the project keeps: name, kind, time, specification and result
 * @dictionary: (nullable): the measure as the data dictionary then defined it; a framework of one
 *   indicator
 * @framework: (nullable): the framework that was then active, cut down to what it said of the
 *   measure; %NULL where none was
 *
 * An analysis as it was on the day when it was kept, with the definitions that it used.
 */
typedef struct
{
  WmSavedItem *item;
  WmFramework *dictionary;
  WmFramework *framework;
} WmSavedResult;

gboolean       wm_project_keep_result       (WmProject           *project,
                                             const char          *name,
                                             const char          *kind,
                                             const WmImpactSpec  *spec,
                                             const char          *result,
                                             const char          *words,
                                             gint64              *id,
                                             GError             **error);
GPtrArray     *wm_project_list_results      (WmProject           *project,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
WmSavedResult *wm_project_load_result       (WmProject           *project,
                                             gint64               id,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       wm_project_remove_result     (WmProject           *project,
                                             gint64               id,
                                             GError             **error);

void           wm_saved_result_free         (WmSavedResult       *self);
WmTable       *wm_saved_result_make_definition (const WmSavedResult *self) G_GNUC_WARN_UNUSED_RESULT;
WmTable       *wm_saved_result_make_changes (const WmSavedResult *self,
                                             WmProject           *project,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char          *wm_saved_result_to_text      (const WmSavedResult *self,
                                             WmProject           *project,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;
char          *wm_saved_result_to_json      (const WmSavedResult *self,
                                             WmProject           *project,
                                             GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmSavedResult, wm_saved_result_free)

G_END_DECLS
