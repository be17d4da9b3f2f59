/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What frameworks are called: the one that a person means by a name, and ids for new ones. */

#include "config.h"

#include "wm-framework-names.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-lait.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"
#include "wm-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static WmFramework *
load_version_of (WmProject *project, const char *id, const char *number, GError **error)
{
  g_autoptr (GPtrArray) versions = wm_project_list_framework_versions (project, id, error);

  if (versions == NULL)
    return NULL;
  for (guint i = 0; i < versions->len; i++)
    {
      const WmFrameworkVersion *version = g_ptr_array_index (versions, i);
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, version->id);

      if (g_str_equal (text, number))
        return wm_project_load_framework_version (project, version->id, error);
    }
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
               /* Translators: %1$s is the id of a framework, %2$s the number of a version of it. */
               _("The framework “%1$s” has no version %2$s."), id, number);
  return NULL;
}

/* "ID" or "ID@NUMBER", a version that was kept of it. */
static WmFramework *
load_from_project (const char *path, const char *name, GError **error)
{
  g_autoptr (WmProject) project = wm_project_open (path, WM_STORE_READ_ONLY, error);
  const char *at = strchr (name, '@');
  g_autofree char *id = at != NULL ? g_strndup (name, at - name) : NULL;

  if (project == NULL)
    return NULL;
  return at != NULL ? load_version_of (project, id, at + 1, error)
                    : wm_project_load_framework (project, name, error);
}

static WmFramework *
make_reference_lait (void)
{
  g_autoptr (GPtrArray) measures = wm_reference_list_measures ();

  return wm_framework_new_lait (measures);
}

/**
 * wm_framework_load_named:
 * @name: what a person writes for a framework: a framework file; the id of one that comes with the
 *   program; "lait" for the measures of the Local Authority Interactive Tool that it knows;
 *   "P.waymark:ID" for one of a project, and "P.waymark:ID@NUMBER" for a version of it
 * @error: return location for an error
 *
 * Finds a framework by name. A file goes before an id of the same name.
 *
 * Returns: (transfer full): the framework; %NULL on error
 */
WmFramework *
wm_framework_load_named (const char *name, GError **error)
{
  g_autofree char *path = NULL;
  const char *colon;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_file_test (name, G_FILE_TEST_IS_REGULAR) || g_str_has_suffix (name, ".wmframework"))
    return wm_framework_load (name, NULL, error);
  colon = strrchr (name, ':');
  path = g_strndup (name, colon != NULL ? colon - name : 0);
  if (g_str_has_suffix (path, ".waymark"))
    return load_from_project (path, colon + 1, error);
  if (g_str_equal (name, WM_FRAMEWORK_LAIT_ID))
    return make_reference_lait ();
  return wm_framework_load_built_in (name, error);
}

/**
 * wm_framework_dup_id_for:
 * @title: the title of a framework, or the name of its file
 *
 * Makes an id of a title: its letters and figures, as far as they are plain.
 *
 * Returns: (transfer full): the id; "framework" where the title has no letter to begin with
 */
char *
wm_framework_dup_id_for (const char *title)
{
  g_autofree char *plain = NULL;
  GString *id = g_string_new (NULL);

  g_return_val_if_fail (title != NULL, NULL);

  plain = g_str_to_ascii (title, "C");
  for (const char *c = plain; *c != '\0' && id->len < 40; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (!wm_framework_id_is_valid (id->str))
    g_string_assign (id, "framework");
  return g_string_free (id, FALSE);
}

static gboolean
accept_id (WmFramework *framework, const char *id, GError **error)
{
  if (!wm_framework_id_is_valid (id))
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                 _("“%s” cannot be the id of a framework. Use a letter, then letters, digits, “.”, "
                   "“-” and “_”."), id);
  else if (wm_framework_find (framework, id) != NULL)
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                 _("“%s” is the id of something in the framework already. Choose another one."), id);
  else
    return TRUE;
  return FALSE;
}

/**
 * wm_framework_copy_as:
 * @framework: a framework
 * @id: an id for the copy
 * @error: return location for an error
 *
 * Copies a framework under another id, so that a project can hold both. The items keep theirs.
 *
 * Fails with %WM_FRAMEWORK_ERROR_BAD_CONTENT where that cannot be its id.
 *
 * Returns: (transfer full): the copy; %NULL on error
 */
WmFramework *
wm_framework_copy_as (WmFramework *framework, const char *id, GError **error)
{
  GPtrArray *items;

  g_return_val_if_fail (framework != NULL && id != NULL, NULL);

  if (!accept_id (framework, id, error))
    return NULL;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_ptr_array_add (items, wm_framework_item_copy_as (wm_framework_get_header (framework), id));
  for (guint i = 1; i < wm_framework_get_n_items (framework); i++)
    g_ptr_array_add (items, wm_framework_item_ref (wm_framework_get_item (framework, i)));
  return wm_framework_new (items);
}
