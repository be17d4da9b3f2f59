/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The frameworks of a project: those that are stored, as values, and the one that the data
 * dictionary makes. That one follows the imports until somebody edits it; from then on it is stored
 * like any other. */

#include "config.h"

#include "wm-frameworks.h"

#include "wm-framework-lait.h"
#include "wm-framework-read.h"
#include "wm-framework-write.h"
#include "wm-store-indicators.h"
#include "wm-store-settings.h"

#include <glib/gi18n-lib.h>

#define LAIT_FAMILY "lait"

static WmFrameworkEntry *
make_entry (WmFramework *framework)
{
  const WmFrameworkItem *header = wm_framework_get_header (framework);

  return wm_framework_entry_new (wm_framework_get_id (framework), wm_framework_get_title (framework),
                                 wm_framework_item_get_text (header, WM_FIELD_EDITION),
                                 wm_framework_item_get_text (header, WM_FIELD_DATE));
}

static WmFramework *
read_document (GBytes *document, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (document, &length);

  return wm_framework_read (text, length, NULL, error);
}

/* The text of a framework, unless it is too long for what would have to read it again. */
static GBytes *
write_document (WmFramework *framework, GError **error)
{
  g_autoptr (GBytes) document = wm_framework_write (framework);

  if (g_bytes_get_size (document) <= WM_FRAMEWORK_MAX_SIZE)
    return g_steal_pointer (&document);
  g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE,
               _("With that, “%s” would be larger than 8 MB, more than any framework needs."),
               wm_framework_get_title (framework));
  return NULL;
}

static WmFramework *
make_lait (GPtrArray *rows)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_sized_new (rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (measures, ((WmIndicatorRow *) g_ptr_array_index (rows, i))->indicator);
  return wm_framework_new_lait (measures);
}

/* The framework that the data dictionary of the project makes; none where nothing of it was
 * imported. */
static WmFramework *
load_live_lait (WmProject *project, GError **error)
{
  g_autoptr (GPtrArray) rows =
    wm_store_list_family_indicators (wm_project_get_store (project), LAIT_FAMILY, error);

  if (rows == NULL)
    return NULL;
  if (rows->len > 0)
    return make_lait (rows);
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
               _("This project has no framework “%s”: it comes with the first import from the "
                 "Local Authority Interactive Tool."), WM_FRAMEWORK_LAIT_ID);
  return NULL;
}

/* An entry for the framework that the data dictionary makes, where it stands for itself. */
static gboolean
add_live_lait (WmProject *project, GPtrArray *entries, GError **error)
{
  g_autoptr (GPtrArray) no_measures = g_ptr_array_new ();
  g_autoptr (WmFramework) empty = NULL;
  g_autofree char *active = NULL;
  WmFrameworkEntry *entry;
  gboolean has = FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((WmFrameworkEntry *) g_ptr_array_index (entries, i))->id, WM_FRAMEWORK_LAIT_ID))
      return TRUE;
  if (!wm_store_has_family (wm_project_get_store (project), LAIT_FAMILY, &has, error) || !has)
    return !has;
  empty = wm_framework_new_lait (no_measures);
  entry = make_entry (empty);
  active = wm_project_dup_active_framework_id (project);
  entry->is_active = g_strcmp0 (active, WM_FRAMEWORK_LAIT_ID) == 0;
  g_ptr_array_add (entries, entry);
  return TRUE;
}

/**
 * wm_project_list_frameworks:
 * @project: a project
 * @error: return location for an error
 *
 * Lists the frameworks of a project by title; the one that the data dictionary makes comes last
 * until somebody edits it.
 *
 * Returns: (transfer container) (element-type WmFrameworkEntry): the frameworks; %NULL on error
 */
GPtrArray *
wm_project_list_frameworks (WmProject *project, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (project != NULL, NULL);

  entries = wm_store_list_frameworks (wm_project_get_store (project), error);
  if (entries == NULL || !add_live_lait (project, entries, error))
    return NULL;
  return g_steal_pointer (&entries);
}

static gboolean
is_live_lait (WmProject *project, const char *id, gboolean *is_live, GError **error)
{
  gboolean is_stored = FALSE;

  *is_live = FALSE;
  if (!g_str_equal (id, WM_FRAMEWORK_LAIT_ID))
    return TRUE;
  if (!wm_store_has_framework (wm_project_get_store (project), id, &is_stored, error))
    return FALSE;
  *is_live = !is_stored;
  return TRUE;
}

/**
 * wm_project_load_framework:
 * @project: a project
 * @id: id of a framework
 * @error: return location for an error
 *
 * Loads a framework.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where the project has none of that id.
 *
 * Returns: (transfer full): the framework; %NULL on error
 */
WmFramework *
wm_project_load_framework (WmProject *project, const char *id, GError **error)
{
  g_autoptr (GBytes) document = NULL;
  gboolean is_live;

  g_return_val_if_fail (project != NULL && id != NULL, NULL);

  if (!is_live_lait (project, id, &is_live, error))
    return NULL;
  if (is_live)
    return load_live_lait (project, error);
  document = wm_store_get_framework (wm_project_get_store (project), id, error);
  return document != NULL ? read_document (document, error) : NULL;
}

static gboolean
find_id (WmProject *project, const char *id, gboolean *is_there, GError **error)
{
  g_autoptr (GPtrArray) entries = wm_project_list_frameworks (project, error);

  if (entries == NULL)
    return FALSE;
  *is_there = FALSE;
  for (guint i = 0; i < entries->len && !*is_there; i++)
    *is_there = g_str_equal (((WmFrameworkEntry *) g_ptr_array_index (entries, i))->id, id);
  return TRUE;
}

static gboolean
require_id (WmProject *project, const char *id, GError **error)
{
  gboolean is_there;

  if (!find_id (project, id, &is_there, error))
    return FALSE;
  if (!is_there)
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
                 _("This project has no framework “%s”."), id);
  return is_there;
}

static gboolean
refuse_id (WmProject *project, const char *id, GError **error)
{
  gboolean is_there;

  if (!find_id (project, id, &is_there, error))
    return FALSE;
  if (is_there)
    g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS,
                 _("The project has a framework “%s” already."), id);
  return !is_there;
}

/* The first framework that comes into a project is the one that it works with. */
static gboolean
make_first_active (WmProject *project, const char *id, GError **error)
{
  g_autofree char *active = wm_project_dup_active_framework_id (project);

  return active != NULL || wm_project_set_active_framework (project, id, error);
}

/**
 * wm_project_add_framework:
 * @project: a project
 * @framework: a framework from outside
 * @error: return location for an error
 *
 * Adds a framework, which becomes the active one where none is yet.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where the project has one of its id; the one that the data
 * dictionary makes counts.
 *
 * Returns: whether it was stored
 */
gboolean
wm_project_add_framework (WmProject *project, WmFramework *framework, GError **error)
{
  g_autoptr (WmFrameworkEntry) entry = NULL;
  g_autoptr (GBytes) document = NULL;

  g_return_val_if_fail (project != NULL && framework != NULL, FALSE);

  entry = make_entry (framework);
  document = write_document (framework, error);
  return document != NULL && refuse_id (project, entry->id, error)
         && wm_store_add_framework (wm_project_get_store (project), entry, document, error)
         && make_first_active (project, entry->id, error);
}

/**
 * wm_project_save_framework:
 * @project: a project
 * @framework: a framework
 * @error: return location for an error
 *
 * Stores a framework as it is now: adds it, or replaces the one of its id.
 *
 * Returns: whether it was stored
 */
gboolean
wm_project_save_framework (WmProject *project, WmFramework *framework, GError **error)
{
  g_autoptr (WmFrameworkEntry) entry = NULL;
  g_autoptr (GBytes) document = NULL;

  g_return_val_if_fail (project != NULL && framework != NULL, FALSE);

  entry = make_entry (framework);
  document = write_document (framework, error);
  return document != NULL
         && wm_store_put_framework (wm_project_get_store (project), entry, document, error);
}

/**
 * wm_project_remove_framework:
 * @project: a project
 * @id: id of a framework
 * @error: return location for an error
 *
 * Removes a framework with its versions; [func@project_restore_framework] brings them back. What
 * was edited of the framework that the data dictionary makes is gone with it, and that one stands
 * for itself again.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where none of that id is stored.
 *
 * Returns: whether it was removed
 */
gboolean
wm_project_remove_framework (WmProject *project, const char *id, GError **error)
{
  g_return_val_if_fail (project != NULL && id != NULL, FALSE);

  return wm_store_remove_framework (wm_project_get_store (project), id, error);
}

/**
 * wm_project_restore_framework:
 * @project: a project
 * @id: id of a framework that was removed
 * @error: return location for an error
 *
 * Brings a framework back that was removed, with its versions; where it was the active one, it is
 * so again.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none, or where another one has its id by
 * now.
 *
 * Returns: whether it came back
 */
gboolean
wm_project_restore_framework (WmProject *project, const char *id, GError **error)
{
  g_return_val_if_fail (project != NULL && id != NULL, FALSE);

  return wm_store_restore_framework (wm_project_get_store (project), id, error);
}

/**
 * wm_project_dup_active_framework_id:
 * @project: a project
 *
 * Gets the id of the framework that the project works with.
 *
 * Returns: (transfer full) (nullable): the id; %NULL where nobody has chosen one, or where it was
 *   removed
 */
char *
wm_project_dup_active_framework_id (WmProject *project)
{
  g_autofree char *id = NULL;
  gboolean has = FALSE;

  g_return_val_if_fail (project != NULL, NULL);

  id = wm_store_dup_setting (wm_project_get_store (project), WM_SETTING_FRAMEWORK, NULL);
  if (id == NULL)
    return NULL;
  if (!wm_store_has_framework (wm_project_get_store (project), id, &has, NULL))
    return NULL;
  if (!has && g_str_equal (id, WM_FRAMEWORK_LAIT_ID)
      && !wm_store_has_family (wm_project_get_store (project), LAIT_FAMILY, &has, NULL))
    return NULL;
  return has ? g_steal_pointer (&id) : NULL;
}

/**
 * wm_project_load_active_framework:
 * @project: a project
 * @error: return location for an error
 *
 * Loads the framework that the project works with.
 *
 * Returns: (transfer full) (nullable): the framework; %NULL on error, and without one where there
 *   is none
 */
WmFramework *
wm_project_load_active_framework (WmProject *project, GError **error)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (project != NULL, NULL);

  id = wm_project_dup_active_framework_id (project);
  return id != NULL ? wm_project_load_framework (project, id, error) : NULL;
}

/**
 * wm_project_set_active_framework:
 * @project: a project
 * @id: (nullable): id of a framework; %NULL for none
 * @error: return location for an error
 *
 * Chooses the framework that the project works with.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where the project has none of that id.
 *
 * Returns: whether that was stored
 */
gboolean
wm_project_set_active_framework (WmProject *project, const char *id, GError **error)
{
  g_return_val_if_fail (project != NULL, FALSE);

  return (id == NULL || require_id (project, id, error))
         && wm_store_set_setting (wm_project_get_store (project), WM_SETTING_FRAMEWORK, id, error);
}

/**
 * wm_project_keep_framework_version:
 * @project: a project
 * @id: id of a framework
 * @note: (nullable): what changed, or why it is kept; %NULL for what the framework itself says of it
 * @version_id: (out) (optional): number of the version
 * @error: return location for an error
 *
 * Keeps a framework as it is today, beside the one that goes on being edited.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where the project has none of that id.
 *
 * Returns: whether it was kept
 */
gboolean
wm_project_keep_framework_version (WmProject *project, const char *id, const char *note,
                                   gint64 *version_id, GError **error)
{
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (WmFrameworkVersion) version = NULL;
  g_autoptr (GBytes) document = NULL;
  const WmFrameworkItem *header;

  g_return_val_if_fail (project != NULL && id != NULL, FALSE);

  framework = wm_project_load_framework (project, id, error);
  if (framework == NULL)
    return FALSE;
  header = wm_framework_get_header (framework);
  if (note == NULL)
    note = wm_framework_item_get_text (header, WM_FIELD_CHANGES);
  version = wm_framework_version_new (id, wm_framework_item_get_text (header, WM_FIELD_EDITION), note);
  document = wm_framework_write (framework);
  if (!wm_store_keep_framework_version (wm_project_get_store (project), version, document, error))
    return FALSE;
  if (version_id != NULL)
    *version_id = version->id;
  return TRUE;
}

/**
 * wm_project_list_framework_versions:
 * @project: a project
 * @id: id of a framework
 * @error: return location for an error
 *
 * Lists the versions that were kept of a framework, the newest first.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where the project has none of that id.
 *
 * Returns: (transfer container) (element-type WmFrameworkVersion): the versions; %NULL on error
 */
GPtrArray *
wm_project_list_framework_versions (WmProject *project, const char *id, GError **error)
{
  g_return_val_if_fail (project != NULL && id != NULL, NULL);

  if (!require_id (project, id, error))
    return NULL;
  return wm_store_list_framework_versions (wm_project_get_store (project), id, error);
}

/**
 * wm_project_load_framework_version:
 * @project: a project
 * @version_id: number of a version
 * @error: return location for an error
 *
 * Loads a framework as it was when the version was kept.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: (transfer full): the framework; %NULL on error
 */
WmFramework *
wm_project_load_framework_version (WmProject *project, gint64 version_id, GError **error)
{
  g_autoptr (GBytes) document = NULL;

  g_return_val_if_fail (project != NULL, NULL);

  document = wm_store_get_framework_version (wm_project_get_store (project), version_id, error);
  return document != NULL ? read_document (document, error) : NULL;
}
