/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Keeping a framework as it is today, and removing a kept version, each with its way back. */

#include "config.h"

#include "wm-version-edits.h"

#include "wm-framework-write.h"

#include <glib/gi18n-lib.h>

/* The history belongs to the workspace, so an edit only lends it. */
typedef struct
{
  WmWorkspace *workspace;
  WmFrameworkVersion *version; /* owned */
  GBytes *document;            /* owned */
} VersionEdit;

static void
version_edit_free (gpointer data)
{
  VersionEdit *edit = data;

  wm_framework_version_free (edit->version);
  g_bytes_unref (edit->document);
  g_free (edit);
}

static gboolean
put_version (gpointer data, GError **error)
{
  VersionEdit *edit = data;

  return wm_store_keep_framework_version (wm_workspace_get_store (edit->workspace), edit->version,
                                          edit->document, error);
}

static gboolean
take_version (gpointer data, GError **error)
{
  VersionEdit *edit = data;

  return wm_store_remove_framework_version (wm_workspace_get_store (edit->workspace),
                                            edit->version->id, error);
}

static VersionEdit *
version_edit_new (WmWorkspace *workspace, WmFrameworkVersion *version, GBytes *document)
{
  VersionEdit *edit = g_new (VersionEdit, 1);

  edit->workspace = workspace;
  edit->version = version;
  edit->document = document;
  return edit;
}

/**
 * wm_version_edits_keep:
 * @workspace: a workspace with a project
 * @framework: a framework of the project, as it is now
 * @note: (nullable): what changed, or why it is kept; %NULL for what the framework itself says of it
 *
 * Keeps a framework as it is today.
 *
 * Returns: whether it was kept; else the user was told
 */
gboolean
wm_version_edits_keep (WmWorkspace *workspace, WmFramework *framework, const char *note)
{
  const WmFrameworkItem *header = wm_framework_get_header (framework);
  WmFrameworkVersion *version =
    wm_framework_version_new (wm_framework_get_id (framework),
                              wm_framework_item_get_text (header, WM_FIELD_EDITION),
                              note != NULL ? note
                                           : wm_framework_item_get_text (header, WM_FIELD_CHANGES));

  return wm_workspace_edit (workspace, _("Keep Version"), put_version, take_version,
                            version_edit_new (workspace, version, wm_framework_write (framework)),
                            version_edit_free);
}

/**
 * wm_version_edits_remove:
 * @workspace: a workspace with a project
 * @version: a version that was kept
 *
 * Removes a version.
 *
 * Returns: whether it was removed; else the user was told
 */
gboolean
wm_version_edits_remove (WmWorkspace *workspace, const WmFrameworkVersion *version)
{
  g_autoptr (GError) error = NULL;
  GBytes *document = wm_store_get_framework_version (wm_workspace_get_store (workspace), version->id,
                                                     &error);
  WmFrameworkVersion *copy;

  if (document == NULL)
    {
      wm_workspace_fail (workspace, _("The Version Could Not Be Removed"), error);
      return FALSE;
    }
  copy = wm_framework_version_new (version->framework_id, version->edition, version->note);
  copy->id = version->id;
  copy->kept_at = g_strdup (version->kept_at);
  return wm_workspace_edit (workspace, _("Remove Version"), take_version, put_version,
                            version_edit_new (workspace, copy, document), version_edit_free);
}
