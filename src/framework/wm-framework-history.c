/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Undo and redo without limit. A step holds only the items that it changed. */

#include "config.h"

#include "wm-framework-history.h"

struct _WmFrameworkHistory
{
  WmFramework *current;
  GPtrArray *done;       /* of WmFrameworkEdit, the latest last */
  GPtrArray *undone;     /* of WmFrameworkEdit, the next to redo last */
};

/**
 * wm_framework_history_new:
 * @framework: the framework as it was opened
 *
 * Begins a history.
 *
 * Returns: (transfer full): the history
 */
WmFrameworkHistory *
wm_framework_history_new (WmFramework *framework)
{
  WmFrameworkHistory *self = g_new0 (WmFrameworkHistory, 1);

  self->current = wm_framework_ref (framework);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_edit_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_edit_free);
  return self;
}

/**
 * wm_framework_history_free:
 * @self: (transfer full): a history
 *
 * Frees a history.
 */
void
wm_framework_history_free (WmFrameworkHistory *self)
{
  wm_framework_unref (self->current);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/**
 * wm_framework_history_get_current:
 * @self: a history
 *
 * Gets the framework as it is now.
 *
 * Returns: (transfer none): the framework; it stays as it is when the next step is taken
 */
WmFramework *
wm_framework_history_get_current (WmFrameworkHistory *self)
{
  return self->current;
}

static void
set_current (WmFrameworkHistory *self, WmFramework *next)
{
  wm_framework_unref (self->current);
  self->current = next;
}

/**
 * wm_framework_history_take:
 * @self: a history
 * @edit: (transfer full): a step that was made for the current framework
 *
 * Takes a step. Steps that had been undone are forgotten.
 */
void
wm_framework_history_take (WmFrameworkHistory *self, WmFrameworkEdit *edit)
{
  set_current (self, wm_framework_edit_apply (edit, self->current));
  g_ptr_array_add (self->done, edit);
  g_ptr_array_set_size (self->undone, 0);
}

/**
 * wm_framework_history_undo:
 * @self: a history
 *
 * Takes the latest step back.
 *
 * Returns: whether there was one
 */
gboolean
wm_framework_history_undo (WmFrameworkHistory *self)
{
  WmFrameworkEdit *edit;

  if (self->done->len == 0)
    return FALSE;
  edit = g_ptr_array_steal_index (self->done, self->done->len - 1);
  set_current (self, wm_framework_edit_revert (edit, self->current));
  g_ptr_array_add (self->undone, edit);
  return TRUE;
}

/**
 * wm_framework_history_redo:
 * @self: a history
 *
 * Takes the step again that was undone last.
 *
 * Returns: whether there was one
 */
gboolean
wm_framework_history_redo (WmFrameworkHistory *self)
{
  WmFrameworkEdit *edit;

  if (self->undone->len == 0)
    return FALSE;
  edit = g_ptr_array_steal_index (self->undone, self->undone->len - 1);
  set_current (self, wm_framework_edit_apply (edit, self->current));
  g_ptr_array_add (self->done, edit);
  return TRUE;
}

static const char *
get_last_label (GPtrArray *edits)
{
  return edits->len > 0 ? wm_framework_edit_get_label (g_ptr_array_index (edits, edits->len - 1)) : NULL;
}

/**
 * wm_framework_history_get_undo_label:
 * @self: a history
 *
 * Gets the name of the step that would be undone.
 *
 * Returns: (transfer none) (nullable): the name; %NULL when there is nothing to undo
 */
const char *
wm_framework_history_get_undo_label (WmFrameworkHistory *self)
{
  return get_last_label (self->done);
}

/**
 * wm_framework_history_get_redo_label:
 * @self: a history
 *
 * Gets the name of the step that would be redone.
 *
 * Returns: (transfer none) (nullable): the name; %NULL when there is nothing to redo
 */
const char *
wm_framework_history_get_redo_label (WmFrameworkHistory *self)
{
  return get_last_label (self->undone);
}

/**
 * wm_framework_history_get_n_done:
 * @self: a history
 *
 * Counts the steps that could be undone.
 *
 * Returns: the number
 */
guint
wm_framework_history_get_n_done (WmFrameworkHistory *self)
{
  return self->done->len;
}
