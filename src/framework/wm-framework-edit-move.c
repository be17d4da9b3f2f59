/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Steps that change where items stand: an item can have several places, and a move is from one of
 * them to another. */

#include "config.h"

#include "wm-framework-edit.h"

#include "wm-framework-draft-private.h"
#include "wm-framework-read.h"

#include <glib/gi18n-lib.h>

/**
 * wm_framework_edit_move:
 * @framework: a framework
 * @id: an item
 * @from: the id of the item below which it stands
 * @to: the id of the item below which it shall stand; @from to reorder
 * @place: its place there once it is gone from @from, from 0; -1 for the end
 * @error: return location for an error
 *
 * Moves an item. Its other places stay.
 *
 * Returns: (transfer full): the step; its focus is the item
 */
WmFrameworkEdit *
wm_framework_edit_move (WmFramework *framework, const char *id, const char *from, const char *to,
                        int place, GError **error)
{
  const char *ids[] = { id, NULL };
  const char *froms[] = { from, NULL };

  return wm_framework_edit_move_many (framework, ids, froms, to, place, error);
}

/* The item from below which one moves of which a person did not say: @to for one that stands there,
 * otherwise the first that holds it; %NULL for an item without a place. */
static const char *
guess_from (WmFramework *framework, const char *id, const char *to)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, id);

  for (guint i = 0; i < parents->len; i++)
    if (g_str_equal (wm_framework_item_get_id (parents->pdata[i]), to))
      return to;
  return parents->len > 0 ? wm_framework_item_get_id (parents->pdata[0]) : NULL;
}

static gboolean
take_away (WmFrameworkDraft *draft, const char *id, const char *from, GError **error)
{
  const WmFrameworkItem *item = wm_framework_draft_find (draft, id, error);
  const WmFrameworkItem *above = item != NULL ? wm_framework_draft_find (draft, from, error) : NULL;

  if (above == NULL)
    return FALSE;
  if (wm_framework_item_find_child (above, id) >= 0)
    return wm_framework_item_remove_child (wm_framework_draft_edit (draft, from), id);
  g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN, _("“%1$s” does not stand below “%2$s”"),
               wm_framework_item_get_name (item), wm_framework_item_get_name (above));
  return FALSE;
}

/* An item that moves from several places arrives once. */
static gboolean
came_before (const char *const *ids, guint i)
{
  for (guint j = 0; j < i; j++)
    if (g_str_equal (ids[j], ids[i]))
      return TRUE;
  return FALSE;
}

static char *
make_label (WmFrameworkDraft *draft, const char *const *ids)
{
  guint n = g_strv_length ((GStrv) ids);

  if (n == 1)
    return g_strdup_printf (_("Move of “%s”"), wm_framework_item_get_name (wm_framework_draft_find (draft, ids[0], NULL)));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move of %u item", "Move of %u items", n), n);
}

/**
 * wm_framework_edit_move_many:
 * @framework: a framework
 * @ids: (array zero-terminated=1): items, in the order in which they shall stand; at least one. An
 *   item that moves from several places comes several times
 * @froms: (array) (nullable): for each the id of the item below which it stands; %NULL to move each
 *   within @to when it stands there, and else from the first item that holds it
 * @to: the id of the item below which they shall stand
 * @place: the place of the first of them there once all of them are gone from where they stood,
 *   from 0; -1 for the end
 * @error: return location for an error
 *
 * Moves several items to one place in one step. Their other places stay.
 *
 * Returns: (transfer full): the step; its focus is the first item
 */
WmFrameworkEdit *
wm_framework_edit_move_many (WmFramework *framework, const char *const *ids, const char *const *froms,
                             const char *to, int place, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = NULL;

  g_return_val_if_fail (framework != NULL && ids[0] != NULL, NULL);

  draft = wm_framework_draft_new (framework);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *from = froms != NULL ? froms[i] : guess_from (framework, ids[i], to);

      if (from != NULL && !take_away (draft, ids[i], from, error))
        return NULL;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    if (!came_before (ids, i))
      {
        if (!wm_framework_draft_insert (draft, ids[i], to, place, error))
          return NULL;
        place += place >= 0;
      }
  return wm_framework_draft_to_edit (draft, make_label (draft, ids), ids[0]);
}

/**
 * wm_framework_edit_link:
 * @framework: a framework
 * @id: an item
 * @to: the id of an item below which it shall stand too
 * @place: its place there, from 0; -1 for the end
 * @error: return location for an error
 *
 * Gives an item one more place: an indicator can serve several outcomes.
 *
 * Returns: (transfer full): the step; its focus is the item
 */
WmFrameworkEdit *
wm_framework_edit_link (WmFramework *framework, const char *id, const char *to, int place, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = wm_framework_draft_new (framework);
  const char *name;

  if (!wm_framework_draft_insert (draft, id, to, place, error))
    return NULL;
  name = wm_framework_item_get_name (wm_framework_find (framework, id));
  return wm_framework_draft_to_edit (draft, g_strdup_printf (_("Link to “%s”"), name), id);
}
