/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-store-events.h"
#include "wm-store-groups.h"
#include "wm-store-notes.h"
#include "wm-store-sets.h"
#include "wm-workspace.h"

G_BEGIN_DECLS

void wm_edits_set_direction  (WmWorkspace  *workspace,
                              const char   *code,
                              int           polarity);

void wm_edits_add_note       (WmWorkspace  *workspace,
                              WmNote       *note);
void wm_edits_remove_note    (WmWorkspace  *workspace,
                              gint64        id);

void wm_edits_add_event      (WmWorkspace  *workspace,
                              WmEvent      *event);
void wm_edits_remove_event   (WmWorkspace  *workspace,
                              gint64        id);

void wm_edits_put_group      (WmWorkspace  *workspace,
                              const char   *old_name,
                              WmAreaGroup  *group);
void wm_edits_remove_group   (WmWorkspace  *workspace,
                              const char   *name);

void wm_edits_put_set        (WmWorkspace  *workspace,
                              const char   *old_name,
                              WmMeasureSet *set);
void wm_edits_remove_set     (WmWorkspace  *workspace,
                              const char   *name);

void wm_edits_undo_import    (WmWorkspace  *workspace,
                              gint64        import_id,
                              const char   *file_name);
void wm_edits_redo_import    (WmWorkspace  *workspace,
                              gint64        import_id,
                              const char   *file_name);
void wm_edits_note_import    (WmWorkspace  *workspace,
                              gint64        import_id,
                              const char   *file_name);

G_END_DECLS
