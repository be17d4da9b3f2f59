/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What edits a project, each with its way back: directions, notes, events, groups, sets, imports. */

#include "config.h"

#include "wm-edits.h"

#include "wm-indicator.h"
#include "wm-store-imports.h"
#include "wm-store-indicators.h"

#include <glib/gi18n-lib.h>

/* A decision about a direction; a polarity of -1 leaves it to the source. */
typedef struct
{
  int polarity;
  char *by;
  char *date;
  char *reason;
} Decision;

/* The history belongs to the workspace, so an edit only lends it. */
typedef struct
{
  WmWorkspace *workspace;
  char *code;
  Decision before;
  Decision after;
} DirectionEdit;

static void
decision_clear (Decision *decision)
{
  g_free (decision->by);
  g_free (decision->date);
  g_free (decision->reason);
}

static void
direction_edit_free (gpointer data)
{
  DirectionEdit *edit = data;

  decision_clear (&edit->before);
  decision_clear (&edit->after);
  g_free (edit->code);
  g_free (edit);
}

static gboolean
put_decision (const DirectionEdit *edit, const Decision *decision, GError **error)
{
  WmStore *store = wm_workspace_get_store (edit->workspace);

  if (decision->polarity < 0)
    return wm_store_clear_own_direction (store, edit->code, error);
  return wm_store_set_own_direction (store, edit->code, (WmPolarity) decision->polarity, decision->by,
                                     decision->date, decision->reason, error);
}

static gboolean
apply_direction (gpointer data, GError **error)
{
  const DirectionEdit *edit = data;

  return put_decision (edit, &edit->after, error);
}

static gboolean
revert_direction (gpointer data, GError **error)
{
  const DirectionEdit *edit = data;

  return put_decision (edit, &edit->before, error);
}

/**
 * wm_edits_set_direction:
 * @workspace: a workspace with a project
 * @code: code of a measure
 * @polarity: a [enum@Polarity], or -1 to leave it to the source
 *
 * Decides which direction of a measure is good. The decision carries the name of the authority and
 * the day.
 */
void
wm_edits_set_direction (WmWorkspace *workspace, const char *code, int polarity)
{
  g_autoptr (WmIndicatorRow) row = wm_store_get_indicator (wm_workspace_get_store (workspace), code,
                                                           NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  const WmArea *authority = wm_workspace_get_authority (workspace);
  DirectionEdit *edit;

  if (row == NULL || row->own_polarity == polarity)
    return;
  edit = g_new0 (DirectionEdit, 1);
  edit->workspace = workspace;
  edit->code = g_strdup (code);
  edit->before = (Decision) { row->own_polarity, g_strdup (row->indicator->polarity_by),
                              g_strdup (row->indicator->polarity_date), g_strdup (row->own_reason) };
  edit->after = (Decision) { polarity, g_strdup (authority != NULL ? authority->name : _("the user")),
                             g_date_time_format (now, "%Y-%m-%d"), NULL };
  wm_workspace_edit (workspace, _("Change Direction"), apply_direction, revert_direction, edit,
                     direction_edit_free);
}

typedef struct
{
  WmWorkspace *workspace;
  WmNote *note;
} NoteEdit;

static void
note_edit_free (gpointer data)
{
  NoteEdit *edit = data;

  wm_note_free (edit->note);
  g_free (edit);
}

static gboolean
put_note (gpointer data, GError **error)
{
  NoteEdit *edit = data;

  return wm_store_put_note (wm_workspace_get_store (edit->workspace), edit->note, error);
}

static gboolean
take_note (gpointer data, GError **error)
{
  NoteEdit *edit = data;

  return wm_store_remove_note (wm_workspace_get_store (edit->workspace), edit->note->id, error);
}

static NoteEdit *
note_edit_new (WmWorkspace *workspace, WmNote *note)
{
  NoteEdit *edit = g_new (NoteEdit, 1);

  edit->workspace = workspace;
  edit->note = note;
  return edit;
}

/**
 * wm_edits_add_note:
 * @workspace: a workspace with a project
 * @note: (transfer full): a new note
 *
 * Adds a note.
 */
void
wm_edits_add_note (WmWorkspace *workspace, WmNote *note)
{
  wm_workspace_edit (workspace, _("Add Note"), put_note, take_note, note_edit_new (workspace, note),
                     note_edit_free);
}

/**
 * wm_edits_remove_note:
 * @workspace: a workspace with a project
 * @id: number of a note
 *
 * Removes a note.
 */
void
wm_edits_remove_note (WmWorkspace *workspace, gint64 id)
{
  g_autoptr (GError) error = NULL;
  WmNote *note = wm_store_get_note (wm_workspace_get_store (workspace), id, &error);

  if (note == NULL)
    wm_workspace_fail (workspace, _("The Note Could Not Be Removed"), error);
  else
    wm_workspace_edit (workspace, _("Remove Note"), take_note, put_note,
                       note_edit_new (workspace, note), note_edit_free);
}

typedef struct
{
  WmWorkspace *workspace;
  WmEvent *event;
} EventEdit;

static void
event_edit_free (gpointer data)
{
  EventEdit *edit = data;

  wm_event_free (edit->event);
  g_free (edit);
}

static gboolean
put_event (gpointer data, GError **error)
{
  EventEdit *edit = data;

  return wm_store_put_event (wm_workspace_get_store (edit->workspace), edit->event, error);
}

static gboolean
take_event (gpointer data, GError **error)
{
  EventEdit *edit = data;

  return wm_store_remove_event (wm_workspace_get_store (edit->workspace), edit->event->id, error);
}

static EventEdit *
event_edit_new (WmWorkspace *workspace, WmEvent *event)
{
  EventEdit *edit = g_new (EventEdit, 1);

  edit->workspace = workspace;
  edit->event = event;
  return edit;
}

/**
 * wm_edits_add_event:
 * @workspace: a workspace with a project
 * @event: (transfer full): a new event
 *
 * Adds a dated event.
 */
void
wm_edits_add_event (WmWorkspace *workspace, WmEvent *event)
{
  wm_workspace_edit (workspace, _("Add Event"), put_event, take_event,
                     event_edit_new (workspace, event), event_edit_free);
}

/**
 * wm_edits_remove_event:
 * @workspace: a workspace with a project
 * @id: number of an event
 *
 * Removes a dated event.
 */
void
wm_edits_remove_event (WmWorkspace *workspace, gint64 id)
{
  g_autoptr (GError) error = NULL;
  WmEvent *event = wm_store_get_event (wm_workspace_get_store (workspace), id, &error);

  if (event == NULL)
    wm_workspace_fail (workspace, _("The Event Could Not Be Removed"), error);
  else
    wm_workspace_edit (workspace, _("Remove Event"), take_event, put_event,
                       event_edit_new (workspace, event), event_edit_free);
}

/* From one state of a group to another; NULL is a state in which there is none. */
typedef struct
{
  WmWorkspace *workspace;
  WmAreaGroup *before;
  WmAreaGroup *after;
} GroupEdit;

static void
group_edit_free (gpointer data)
{
  GroupEdit *edit = data;

  g_clear_pointer (&edit->before, wm_area_group_free);
  g_clear_pointer (&edit->after, wm_area_group_free);
  g_free (edit);
}

static gboolean
move_group (WmStore *store, const WmAreaGroup *from, const WmAreaGroup *to, GError **error)
{
  if (from == NULL)
    return wm_store_add_group (store, to, error);
  if (to == NULL)
    return wm_store_remove_group (store, from->name, error);
  return wm_store_change_group (store, from->name, to, error);
}

static gboolean
apply_group (gpointer data, GError **error)
{
  GroupEdit *edit = data;

  return move_group (wm_workspace_get_store (edit->workspace), edit->before, edit->after, error);
}

static gboolean
revert_group (gpointer data, GError **error)
{
  GroupEdit *edit = data;

  return move_group (wm_workspace_get_store (edit->workspace), edit->after, edit->before, error);
}

static void
edit_group (WmWorkspace *workspace, const char *label, const char *old_name, WmAreaGroup *after)
{
  GroupEdit *edit = g_new0 (GroupEdit, 1);

  edit->workspace = workspace;
  if (old_name != NULL)
    edit->before = wm_store_get_group (wm_workspace_get_store (workspace), old_name, NULL);
  edit->after = after;
  if (edit->before == NULL && after == NULL)
    group_edit_free (edit);
  else
    wm_workspace_edit (workspace, label, apply_group, revert_group, edit, group_edit_free);
}

/**
 * wm_edits_put_group:
 * @workspace: a workspace with a project
 * @old_name: (nullable): name of the group that it replaces; %NULL for a new one
 * @group: (transfer full): the group
 *
 * Adds or changes a comparison group.
 */
void
wm_edits_put_group (WmWorkspace *workspace, const char *old_name, WmAreaGroup *group)
{
  edit_group (workspace, old_name != NULL ? _("Change Group") : _("Add Group"), old_name, group);
}

/**
 * wm_edits_remove_group:
 * @workspace: a workspace with a project
 * @name: name of a group
 *
 * Removes a comparison group.
 */
void
wm_edits_remove_group (WmWorkspace *workspace, const char *name)
{
  edit_group (workspace, _("Remove Group"), name, NULL);
}

/* From one state of a set to another; NULL is a state in which there is none. */
typedef struct
{
  WmWorkspace *workspace;
  WmMeasureSet *before;
  WmMeasureSet *after;
} SetEdit;

static void
set_edit_free (gpointer data)
{
  SetEdit *edit = data;

  g_clear_pointer (&edit->before, wm_measure_set_free);
  g_clear_pointer (&edit->after, wm_measure_set_free);
  g_free (edit);
}

static gboolean
move_set (WmStore *store, const WmMeasureSet *from, const WmMeasureSet *to, GError **error)
{
  if (from == NULL)
    return wm_store_add_set (store, to, error);
  if (to == NULL)
    return wm_store_remove_set (store, from->name, error);
  return wm_store_change_set (store, from->name, to, error);
}

static gboolean
apply_set (gpointer data, GError **error)
{
  SetEdit *edit = data;

  return move_set (wm_workspace_get_store (edit->workspace), edit->before, edit->after, error);
}

static gboolean
revert_set (gpointer data, GError **error)
{
  SetEdit *edit = data;

  return move_set (wm_workspace_get_store (edit->workspace), edit->after, edit->before, error);
}

static void
edit_set (WmWorkspace *workspace, const char *label, const char *old_name, WmMeasureSet *after)
{
  SetEdit *edit = g_new0 (SetEdit, 1);

  edit->workspace = workspace;
  if (old_name != NULL)
    edit->before = wm_store_get_set (wm_workspace_get_store (workspace), old_name, NULL);
  edit->after = after;
  if (edit->before == NULL && after == NULL)
    set_edit_free (edit);
  else
    wm_workspace_edit (workspace, label, apply_set, revert_set, edit, set_edit_free);
}

/**
 * wm_edits_put_set:
 * @workspace: a workspace with a project
 * @old_name: (nullable): name of the set that it replaces; %NULL for a new one
 * @set: (transfer full): the set
 *
 * Adds or changes a set of measures.
 */
void
wm_edits_put_set (WmWorkspace *workspace, const char *old_name, WmMeasureSet *set)
{
  edit_set (workspace, old_name != NULL ? _("Change Set") : _("Add Set"), old_name, set);
}

/**
 * wm_edits_remove_set:
 * @workspace: a workspace with a project
 * @name: name of a set
 *
 * Removes a set of measures.
 */
void
wm_edits_remove_set (WmWorkspace *workspace, const char *name)
{
  edit_set (workspace, _("Remove Set"), name, NULL);
}

typedef struct
{
  WmWorkspace *workspace;
  gint64 import_id;
} ImportEdit;

static gboolean
redo_import (gpointer data, GError **error)
{
  ImportEdit *edit = data;

  return wm_store_redo_import (wm_workspace_get_store (edit->workspace), edit->import_id, error);
}

static gboolean
undo_import (gpointer data, GError **error)
{
  ImportEdit *edit = data;

  return wm_store_undo_import (wm_workspace_get_store (edit->workspace), edit->import_id, error);
}

static ImportEdit *
import_edit_new (WmWorkspace *workspace, gint64 import_id)
{
  ImportEdit *edit = g_new (ImportEdit, 1);

  edit->workspace = workspace;
  edit->import_id = import_id;
  return edit;
}

/**
 * wm_edits_undo_import:
 * @workspace: a workspace with a project
 * @import_id: number of an import
 * @file_name: name of its file
 *
 * Takes a whole import back, which can be undone in its turn.
 */
void
wm_edits_undo_import (WmWorkspace *workspace, gint64 import_id, const char *file_name)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_("Take Back “%s”"), file_name);

  wm_workspace_edit (workspace, label, undo_import, redo_import,
                     import_edit_new (workspace, import_id), g_free);
}

/**
 * wm_edits_redo_import:
 * @workspace: a workspace with a project
 * @import_id: number of an import that was undone
 * @file_name: name of its file
 *
 * Brings an import back.
 */
void
wm_edits_redo_import (WmWorkspace *workspace, gint64 import_id, const char *file_name)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_("Bring Back “%s”"), file_name);

  wm_workspace_edit (workspace, label, redo_import, undo_import,
                     import_edit_new (workspace, import_id), g_free);
}

/**
 * wm_edits_note_import:
 * @workspace: a workspace with a project
 * @import_id: number of an import that was just made
 * @file_name: name of its file
 *
 * Remembers an import, so that it can be undone.
 */
void
wm_edits_note_import (WmWorkspace *workspace, gint64 import_id, const char *file_name)
{
  /* Translators: %s is the name of a file. */
  g_autofree char *label = g_strdup_printf (_("Import “%s”"), file_name);

  wm_history_add (wm_workspace_get_history (workspace), label, redo_import, undo_import,
                  import_edit_new (workspace, import_id), g_free);
}
