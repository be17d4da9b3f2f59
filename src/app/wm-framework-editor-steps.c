/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Steps of editing: each is made, saved in the project and put into the history of the window. What
 * is typed in one visit of a field is one step, however often it is saved. */

#include "config.h"

#include "wm-framework-editor-private.h"

#include "wm-frameworks.h"
#include "wm-workspace.h"

#include <glib/gi18n-lib.h>

/* A step of editing one framework; while somebody types in one field, the edits of that visit become
 * one step. */
struct _WmFrameworkStep
{
  WmFrameworkEditor *editor; /* outlives the history */
  char *id;                  /* of the framework */
  GPtrArray *edits;          /* of WmFrameworkEdit, in the order in which they were made */
};

static WmFrameworkStep *
step_new (WmFrameworkEditor *self, WmFrameworkEdit *edit)
{
  WmFrameworkStep *step = g_new (WmFrameworkStep, 1);

  step->editor = self;
  step->id = g_strdup (wm_framework_editor_get_id (self));
  step->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_edit_free);
  g_ptr_array_add (step->edits, edit);
  return step;
}

static void
step_free (gpointer data)
{
  WmFrameworkStep *step = data;

  g_free (step->id);
  g_ptr_array_unref (step->edits);
  g_free (step);
}

static gboolean
stands_below_one_of (WmFramework *framework, const char *id, GHashTable *ids)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, id);

  for (guint i = 0; i < parents->len; i++)
    if (g_hash_table_contains (ids, wm_framework_item_get_id (g_ptr_array_index (parents, i))))
      return TRUE;
  return FALSE;
}

/* The children that an item did not have before. */
static void
collect_newcomers (WmFrameworkItem *before, WmFrameworkItem *after, GHashTable *ids)
{
  for (guint i = 0; i < wm_framework_item_get_n_children (after); i++)
    {
      const char *child = wm_framework_item_get_child (after, i);

      if (before == NULL || wm_framework_item_find_child (before, child) < 0)
        g_hash_table_add (ids, (gpointer) child);
    }
}

/* What a person wants to see after a step: what came or moved, without what came below it; else what
 * the step is about. */
static GStrv
list_wanted (WmFramework *before, WmFramework *after, const char *focus)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) came = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wm_framework_get_n_items (after); i++)
    {
      WmFrameworkItem *item = wm_framework_get_item (after, i);
      WmFrameworkItem *old = wm_framework_find (before, wm_framework_item_get_id (item));

      if (old != item)
        collect_newcomers (old, item, came);
    }
  for (guint i = 0; i < wm_framework_get_n_items (after); i++)
    {
      const char *id = wm_framework_item_get_id (wm_framework_get_item (after, i));

      if (g_hash_table_contains (came, id) && !stands_below_one_of (after, id, came))
        g_strv_builder_add (builder, id);
    }
  if (g_hash_table_size (came) == 0 && focus != NULL && wm_framework_find (after, focus) != NULL)
    g_strv_builder_add (builder, focus);
  return g_strv_builder_end (builder);
}

/* Saves a framework and goes on with it. */
static gboolean
put_framework (WmFrameworkEditor *self, WmFramework *framework, const char *focus, GError **error)
{
  g_autoptr (WmFramework) before = g_steal_pointer (&self->framework);
  g_auto (GStrv) wanted = NULL;

  if (!wm_project_save_framework (wm_workspace_get_project (self->workspace), framework, error))
    {
      self->framework = g_steal_pointer (&before);
      return FALSE;
    }
  wm_framework_editor_take_framework (self, wm_framework_ref (framework));
  wm_framework_editor_tell (self);
  if (self->is_taking)
    return TRUE;
  wanted = list_wanted (before, framework, focus);
  if (wanted[0] != NULL)
    wm_framework_editor_want (self, (const char *const *) wanted, FALSE);
  return TRUE;
}

/* The same for a step of the history; nobody else needs to look again. */
static gboolean
put_step (WmFrameworkEditor *self, WmFramework *framework, const char *focus, GError **error)
{
  if (!put_framework (self, framework, focus, error))
    return FALSE;
  self->typing = NULL; /* what is typed after an undo or a redo is another step */
  wm_workspace_leave_data (self->workspace);
  return TRUE;
}

static gboolean
apply_step (gpointer data, GError **error)
{
  WmFrameworkStep *step = data;
  g_autoptr (WmFramework) framework = NULL;
  WmFrameworkEdit *edit = NULL;

  if (!wm_framework_editor_ensure_open (step->editor, step->id, error))
    return FALSE;
  framework = wm_framework_ref (step->editor->framework);
  for (guint i = 0; i < step->edits->len; i++)
    {
      g_autoptr (WmFramework) before = g_steal_pointer (&framework);

      edit = g_ptr_array_index (step->edits, i);
      framework = wm_framework_edit_apply (edit, before);
    }
  return put_step (step->editor, framework, wm_framework_edit_get_focus (edit), error);
}

static gboolean
revert_step (gpointer data, GError **error)
{
  WmFrameworkStep *step = data;
  g_autoptr (WmFramework) framework = NULL;
  WmFrameworkEdit *edit = NULL;

  if (!wm_framework_editor_ensure_open (step->editor, step->id, error))
    return FALSE;
  framework = wm_framework_ref (step->editor->framework);
  for (guint i = step->edits->len; i > 0; i--)
    {
      g_autoptr (WmFramework) after = g_steal_pointer (&framework);

      edit = g_ptr_array_index (step->edits, i - 1);
      framework = wm_framework_edit_revert (edit, after);
    }
  return put_step (step->editor, framework, wm_framework_edit_get_focus (edit), error);
}

/* What the user sees happen needs no message; what is gone does, with a way back. */
static gboolean
take_step (WmFrameworkEditor *self, WmFrameworkStep *step, const char *name)
{
  WmFrameworkEdit *edit = g_ptr_array_index (step->edits, 0);
  g_autofree char *label = g_strdup (name != NULL ? name : wm_framework_edit_get_label (edit));
  g_autoptr (GError) error = NULL;
  gboolean is_made;

  self->typing = NULL;
  self->is_taking = TRUE;
  if (wm_framework_edit_get_focus (edit) == NULL)
    is_made = wm_workspace_edit (self->workspace, label, apply_step, revert_step, step, step_free);
  else
    is_made = wm_history_do (wm_workspace_get_history (self->workspace), label, apply_step, revert_step,
                             step, step_free, &error);
  self->is_taking = FALSE;
  if (error != NULL)
    wm_framework_editor_refuse (self, error);
  return is_made;
}

/**
 * wm_framework_editor_take_edit:
 * @self: an editor of a framework
 * @edit: (transfer full): a step made for the framework as it is
 *
 * Takes a step, saves it in the project and remembers it to be undone.
 *
 * Returns: whether it was taken; else the user was told
 */
gboolean
wm_framework_editor_take_edit (WmFrameworkEditor *self, WmFrameworkEdit *edit)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return take_step (self, step_new (self, edit), NULL);
}

/**
 * wm_framework_editor_take_edit_as:
 * @self: an editor of a framework
 * @edit: (transfer full): a step made for the framework as it is
 * @label: what the step is called
 *
 * Takes a step that has a better name than its own.
 *
 * Returns: whether it was taken; else the user was told
 */
gboolean
wm_framework_editor_take_edit_as (WmFrameworkEditor *self, WmFrameworkEdit *edit, const char *label)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  return take_step (self, step_new (self, edit), label);
}

/* More of what was typed before: it becomes part of the same step. */
static gboolean
extend_step (WmFrameworkEditor *self, WmFrameworkStep *step, WmFrameworkEdit *edit)
{
  g_autoptr (WmFramework) framework = wm_framework_edit_apply (edit, self->framework);
  g_autoptr (GError) error = NULL;
  gboolean is_saved;

  self->is_taking = TRUE;
  is_saved = put_framework (self, framework, NULL, &error);
  self->is_taking = FALSE;
  if (!is_saved)
    {
      wm_framework_edit_free (edit);
      wm_framework_editor_refuse (self, error);
      return FALSE;
    }
  g_ptr_array_add (step->edits, edit);
  return TRUE;
}

/**
 * wm_framework_editor_take_typing:
 * @self: an editor of a framework
 * @edit: (transfer full): a step made for the framework as it is
 * @visit: a number that is another each time that the user comes to a field
 *
 * Takes a step while the user types. All steps of one visit are undone together.
 *
 * Returns: whether it was taken; else the user was told
 */
gboolean
wm_framework_editor_take_typing (WmFrameworkEditor *self, WmFrameworkEdit *edit, guint visit)
{
  WmFrameworkStep *step;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);
  g_return_val_if_fail (edit != NULL, FALSE);

  if (self->typing != NULL && self->visit == visit
      && wm_history_is_latest (wm_workspace_get_history (self->workspace), self->typing))
    return extend_step (self, self->typing, edit);
  step = step_new (self, edit);
  if (!take_step (self, step, NULL))
    return FALSE;
  self->typing = step;
  self->visit = visit;
  return TRUE;
}

/**
 * wm_framework_editor_drop_typing:
 * @self: an editor
 * @visit: a visit of a field
 *
 * Takes back what was typed in a visit, if nothing was done after it.
 */
void
wm_framework_editor_drop_typing (WmFrameworkEditor *self, guint visit)
{
  WmHistory *history;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (WM_IS_FRAMEWORK_EDITOR (self));

  history = wm_workspace_get_history (self->workspace);
  if (self->typing == NULL || self->visit != visit || !wm_history_is_latest (history, self->typing))
    return;
  self->typing = NULL;
  if (!wm_history_undo (history, &error))
    wm_workspace_fail (self->workspace, _("The Change Could Not Be Taken Back"), error);
}
