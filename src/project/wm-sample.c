/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The fictional sample as a new project. It goes in through the real importer, file by file. */

#include "config.h"

#include "wm-project.h"

#include "wm-import.h"
#include "wm-reference.h"
#include "wm-store-indicators.h"
#include "wm-store-settings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The day that the sample stands for, so that it is the same on every day. */
#define SAMPLE_AS_AT "2025-11-20"
#define SAMPLE_AUTHORITY "Aldermoor"
#define SAMPLE_BREAK_CODE "Children_missing"
#define SAMPLE_BREAK_YEAR 2021

static gboolean
import_one (WmProject *project, const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = wm_reference_load_sample (name, error);
  g_autoptr (WmImportResult) result = NULL;
  WmImportOptions options = {
    .kind = WM_IMPORT_KIND_AUTO,
    .as_at = SAMPLE_AS_AT,
    .list = wm_project_get_neighbour_list (project),
    .areas = wm_project_get_areas (project),
  };

  if (bytes == NULL
      || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
    return FALSE;
  result = wm_import_file (wm_project_get_store (project), path, &options, NULL, error);
  g_remove (path);
  return result != NULL && wm_project_reload (project, error);
}

static gboolean
import_all (WmProject *project, GError **error)
{
  const char *const *names = wm_reference_get_sample_files ();
  g_autofree char *folder = g_dir_make_tmp ("waymark-sample-XXXXXX", error);
  gboolean is_done = folder != NULL;

  for (gsize i = 0; is_done && names[i] != NULL; i++)
    is_done = import_one (project, folder, names[i], error);
  if (folder != NULL)
    g_rmdir (folder);
  return is_done;
}

/**
 * wm_project_create_sample:
 * @path: where the file will be; there must be none
 * @error: return location for an error
 *
 * Makes a project from the fictional sample. When that fails, no file is left.
 *
 * Returns: (transfer full): the project
 */
WmProject *
wm_project_create_sample (const char *path, GError **error)
{
  g_autoptr (WmProject) project = wm_project_create (path, error);
  WmArea *own;

  if (project == NULL)
    return NULL;
  if (wm_store_set_setting (wm_project_get_store (project), WM_PROJECT_SETTING_SAMPLE, "yes", error)
      && import_all (project, error)
      && wm_store_add_break (wm_project_get_store (project), SAMPLE_BREAK_CODE, SAMPLE_BREAK_YEAR,
                             _("Counting rules changed"), error)
      && (own = wm_project_find_area (project, SAMPLE_AUTHORITY, error)) != NULL
      && wm_project_set_own_authority (project, own->code, error))
    return g_steal_pointer (&project);
  g_clear_pointer (&project, wm_project_unref);
  g_remove (path);
  return NULL;
}
