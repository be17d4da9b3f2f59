/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Keeping results and letting them go, each with its way back. */

#include "config.h"

#include "wm-result-edits.h"

#include "wm-impact-write.h"
#include "wm-saved-results.h"

#include <glib/gi18n-lib.h>

/* The history belongs to the workspace, so an edit only lends it. */
typedef struct
{
  WmWorkspace *workspace;
  WmSavedItem *item;
} ResultEdit;

static void
result_edit_free (gpointer data)
{
  ResultEdit *edit = data;

  wm_saved_item_free (edit->item);
  g_free (edit);
}

static gboolean
put_result (gpointer data, GError **error)
{
  ResultEdit *edit = data;

  return wm_store_put_saved (wm_workspace_get_store (edit->workspace), edit->item, error);
}

static gboolean
take_result (gpointer data, GError **error)
{
  ResultEdit *edit = data;

  return wm_project_remove_result (wm_workspace_get_project (edit->workspace), edit->item->id, error);
}

static ResultEdit *
result_edit_new (WmWorkspace *workspace, WmSavedItem *item)
{
  ResultEdit *edit = g_new (ResultEdit, 1);

  edit->workspace = workspace;
  edit->item = item;
  return edit;
}

/**
 * wm_edits_keep_impact:
 * @workspace: a workspace with a project
 * @name: what to call the result
 * @spec: what was asked
 * @impact: what was found
 *
 * Keeps a result as it is today, with the definitions that it used.
 *
 * Returns: whether it was kept; the user was told why not
 */
gboolean
wm_edits_keep_impact (WmWorkspace *workspace, const char *name, const WmImpactSpec *spec,
                      const WmImpact *impact)
{
  WmProject *project = wm_workspace_get_project (workspace);
  g_autofree char *json = wm_impact_to_json (impact);
  g_autofree char *words = wm_impact_to_text (impact);
  g_autoptr (GError) error = NULL;
  WmSavedItem *item = NULL;
  gint64 id;

  if (wm_project_keep_result (project, name, "did", spec, json, words, &id, &error))
    item = wm_store_get_saved (wm_project_get_store (project), id, &error);
  if (item == NULL)
    {
      wm_workspace_fail (workspace, _("The Result Could Not Be Kept"), error);
      return FALSE;
    }
  wm_history_add (wm_workspace_get_history (workspace), _("Keep Result"), put_result, take_result,
                  result_edit_new (workspace, item), result_edit_free);
  return TRUE;
}

/**
 * wm_edits_remove_result:
 * @workspace: a workspace with a project
 * @id: number of a result that was kept
 *
 * Removes a result that was kept.
 */
void
wm_edits_remove_result (WmWorkspace *workspace, gint64 id)
{
  g_autoptr (GError) error = NULL;
  WmSavedItem *item = wm_store_get_saved (wm_workspace_get_store (workspace), id, &error);

  if (item == NULL)
    wm_workspace_fail (workspace, _("The Result Could Not Be Removed"), error);
  else
    wm_workspace_edit (workspace, _("Remove Result"), take_result, put_result,
                       result_edit_new (workspace, item), result_edit_free);
}
