/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Which frameworks the project holds: one is added, removed, made the active one, and each of that
 * can be undone. */

#include "config.h"

#include "wm-framework-editor-private.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"
#include "wm-workspace.h"

#include <glib/gi18n-lib.h>

/* From one list of frameworks to the next: one more, one fewer, or another one active. */
typedef struct
{
  WmFrameworkEditor *editor; /* outlives the history */
  char *id;
  WmFramework *added;        /* what is added the first time; NULL after that */
  char *shown_before;        /* what was being edited; NULL for nothing */
  char *active_before;       /* NULL for none */
} ListEdit;

static WmProject *
get_project (const ListEdit *edit)
{
  return wm_workspace_get_project (wm_framework_editor_get_workspace (edit->editor));
}

static ListEdit *
list_edit_new (WmFrameworkEditor *self, const char *id)
{
  ListEdit *edit = g_new0 (ListEdit, 1);

  edit->editor = self;
  edit->id = g_strdup (id);
  edit->shown_before = g_strdup (wm_framework_editor_get_id (self));
  edit->active_before = wm_project_dup_active_framework_id (get_project (edit));
  return edit;
}

static void
list_edit_free (gpointer data)
{
  ListEdit *edit = data;

  g_clear_pointer (&edit->added, wm_framework_unref);
  g_free (edit->id);
  g_free (edit->shown_before);
  g_free (edit->active_before);
  g_free (edit);
}

/* The first time the framework comes; after that it comes back. The first of a project is active. */
static gboolean
apply_add (gpointer data, GError **error)
{
  ListEdit *edit = data;
  gboolean is_there = edit->added != NULL
                        ? wm_project_add_framework (get_project (edit), edit->added, error)
                        : wm_project_restore_framework (get_project (edit), edit->id, error);

  if (!is_there)
    return FALSE;
  g_clear_pointer (&edit->added, wm_framework_unref);
  if (edit->active_before == NULL
      && !wm_project_set_active_framework (get_project (edit), edit->id, error))
    return FALSE;
  return wm_framework_editor_go_to (edit->editor, edit->id, error);
}

static gboolean
revert_add (gpointer data, GError **error)
{
  ListEdit *edit = data;

  return wm_project_remove_framework (get_project (edit), edit->id, error)
         && (edit->active_before != NULL
             || wm_project_set_active_framework (get_project (edit), NULL, error))
         && wm_framework_editor_go_to (edit->editor, edit->shown_before, error);
}

/* Another framework is active then: the first of those that are left. */
static gboolean
choose_another (const ListEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) entries = wm_project_list_frameworks (get_project (edit), error);
  const WmFrameworkEntry *first;

  if (entries == NULL)
    return FALSE;
  first = entries->len > 0 ? g_ptr_array_index (entries, 0) : NULL;
  return wm_project_set_active_framework (get_project (edit), first != NULL ? first->id : NULL, error);
}

static gboolean
apply_remove (gpointer data, GError **error)
{
  ListEdit *edit = data;
  gboolean was_shown = g_strcmp0 (edit->shown_before, edit->id) == 0;

  if (!wm_project_remove_framework (get_project (edit), edit->id, error))
    return FALSE;
  if (g_strcmp0 (edit->active_before, edit->id) == 0 && !choose_another (edit, error))
    return FALSE;
  return wm_framework_editor_go_to (edit->editor, was_shown ? NULL : edit->shown_before, error);
}

static gboolean
revert_remove (gpointer data, GError **error)
{
  ListEdit *edit = data;

  return wm_project_restore_framework (get_project (edit), edit->id, error)
         && wm_project_set_active_framework (get_project (edit), edit->active_before, error)
         && wm_framework_editor_go_to (edit->editor, edit->id, error);
}

static gboolean
apply_active (gpointer data, GError **error)
{
  ListEdit *edit = data;

  return wm_project_set_active_framework (get_project (edit), edit->id, error)
         && (edit->shown_before != NULL || wm_framework_editor_go_to (edit->editor, edit->id, error));
}

static gboolean
revert_active (gpointer data, GError **error)
{
  ListEdit *edit = data;

  return wm_project_set_active_framework (get_project (edit), edit->active_before, error)
         && (edit->shown_before != NULL || wm_framework_editor_go_to (edit->editor, NULL, error));
}

static gboolean
has_framework (WmFrameworkEditor *self, const char *id)
{
  g_autoptr (GPtrArray) entries = wm_framework_editor_list (self);

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((WmFrameworkEntry *) g_ptr_array_index (entries, i))->id, id))
      return TRUE;
  return FALSE;
}

/* An id that no framework of the project has, nor had: that of @framework, or it with a number. */
static char *
make_free_id (WmFrameworkEditor *self, WmFramework *framework)
{
  char *id = g_strdup (wm_framework_get_id (framework));

  for (guint n = 2; has_framework (self, id) || wm_framework_editor_knows (self, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", wm_framework_get_id (framework), n);
    }
  return id;
}

static gboolean
edit_list (WmFrameworkEditor *self, const char *label, WmEditFunc apply, WmEditFunc revert, ListEdit *edit)
{
  return wm_workspace_edit (wm_framework_editor_get_workspace (self), label, apply, revert, edit,
                            list_edit_free);
}

static void
tell_not_added (WmFrameworkEditor *self, const GError *error)
{
  wm_workspace_fail (wm_framework_editor_get_workspace (self), _("The Framework Could Not Be Added"),
                     error);
}

/**
 * wm_framework_editor_add:
 * @self: an editor with a project
 * @framework: a framework
 *
 * Adds a framework to the project and opens it. Where the project has one of the same id already,
 * the new one takes another id. The first is made the active one.
 *
 * Returns: whether it was added; else the user was told
 */
gboolean
wm_framework_editor_add (WmFrameworkEditor *self, WmFramework *framework)
{
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autoptr (WmFramework) added = NULL;
  g_autoptr (GError) error = NULL;
  ListEdit *edit;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  id = make_free_id (self, framework);
  added = g_str_equal (id, wm_framework_get_id (framework)) ? wm_framework_ref (framework)
                                                            : wm_framework_copy_as (framework, id, &error);
  if (added == NULL)
    {
      tell_not_added (self, error);
      return FALSE;
    }
  edit = list_edit_new (self, id);
  edit->added = g_steal_pointer (&added);
  /* Translators: %s is the title of a framework. */
  label = g_strdup_printf (_("Add “%s”"), wm_framework_get_title (framework));
  return edit_list (self, label, apply_add, revert_add, edit);
}

static gboolean
add_or_tell (WmFrameworkEditor *self, WmFramework *framework, const GError *error)
{
  if (framework != NULL)
    return wm_framework_editor_add (self, framework);
  tell_not_added (self, error);
  return FALSE;
}

/**
 * wm_framework_editor_add_built_in:
 * @self: an editor with a project
 * @id: a framework that comes with the program
 *
 * Adds a copy of a built-in framework.
 *
 * Returns: whether it was added; else the user was told
 */
gboolean
wm_framework_editor_add_built_in (WmFrameworkEditor *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = NULL;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  framework = wm_framework_load_built_in (id, &error);
  return add_or_tell (self, framework, error);
}

/**
 * wm_framework_editor_add_empty:
 * @self: an editor with a project
 * @title: its title
 *
 * Adds a framework with nothing in it.
 *
 * Returns: whether it was added; else the user was told
 */
gboolean
wm_framework_editor_add_empty (WmFrameworkEditor *self, const char *title)
{
  WmFrameworkItem *header;
  GPtrArray *items;
  g_autoptr (WmFramework) framework = NULL;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  header = wm_framework_item_new (WM_ITEM_FRAMEWORK, "framework");
  wm_framework_item_set_text (header, WM_FIELD_TITLE, title);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_ptr_array_add (items, header);
  framework = wm_framework_new (items);
  return wm_framework_editor_add (self, framework);
}

/**
 * wm_framework_editor_add_file:
 * @self: an editor with a project
 * @path: a framework file
 *
 * Adds the framework of a file.
 *
 * Returns: whether it was added; else the user was told
 */
gboolean
wm_framework_editor_add_file (WmFrameworkEditor *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = NULL;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  framework = wm_framework_load (path, NULL, &error);
  return add_or_tell (self, framework, error);
}

/**
 * wm_framework_editor_remove:
 * @self: an editor with a project
 * @id: a framework of the project
 *
 * Takes a framework out of the project.
 *
 * Returns: whether it was removed; else the user was told
 */
gboolean
wm_framework_editor_remove (WmFrameworkEditor *self, const char *id)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  return edit_list (self, _("Remove Framework"), apply_remove, revert_remove, list_edit_new (self, id));
}

/**
 * wm_framework_editor_set_active:
 * @self: an editor with a project
 * @id: a framework of the project
 *
 * Says which framework the project works with.
 *
 * Returns: whether that was stored; else the user was told
 */
gboolean
wm_framework_editor_set_active (WmFrameworkEditor *self, const char *id)
{
  ListEdit *edit;

  g_return_val_if_fail (WM_IS_FRAMEWORK_EDITOR (self), FALSE);

  edit = list_edit_new (self, id);
  if (g_strcmp0 (edit->active_before, id) == 0)
    {
      list_edit_free (edit);
      return TRUE;
    }
  return edit_list (self, _("Change the Active Framework"), apply_active, revert_active, edit);
}
