/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Comparison groups that people make, by name, with their areas in order. */

#include "config.h"

#include "wm-store-groups.h"

#include "wm-store-items-private.h"

#include <glib/gi18n-lib.h>

/**
 * wm_area_group_new:
 * @name: its name
 * @note: (nullable): what it is for
 * @area_codes: (array zero-terminated=1): its members, in order
 *
 * Makes a comparison group.
 *
 * Returns: (transfer full): the group
 */
WmAreaGroup *
wm_area_group_new (const char *name, const char *note, const char *const *area_codes)
{
  WmAreaGroup *self;

  g_return_val_if_fail (name != NULL && area_codes != NULL, NULL);

  self = g_new0 (WmAreaGroup, 1);
  self->name = g_strdup (name);
  self->note = g_strdup (note);
  self->area_codes = g_strdupv ((char **) area_codes);
  return self;
}

/**
 * wm_area_group_free:
 * @self: (transfer full) (nullable): a group
 *
 * Frees a group.
 */
void
wm_area_group_free (WmAreaGroup *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->note);
  g_strfreev (self->area_codes);
  g_free (self);
}

static gboolean
put_members (WmStore *self, const WmAreaGroup *group, GError **error)
{
  gint64 id;

  if (!wm_store_get_integer (self, "SELECT id FROM area_group WHERE name = ?",
                             WM_PARAMS (WM_TEXT (group->name)), &id, error)
      || !wm_store_run (self, "DELETE FROM area_group_member WHERE group_id = ?",
                        WM_PARAMS (WM_INT (id)), error))
    return FALSE;
  for (gsize i = 0; group->area_codes[i] != NULL; i++)
    if (!wm_store_run (self,
                       "INSERT INTO area_group_member (group_id, position, area_code)"
                       " VALUES (?, ?, ?)",
                       WM_PARAMS (WM_INT (id), WM_INT (i), WM_TEXT (group->area_codes[i])), error))
      return FALSE;
  return TRUE;
}

/* Says in words that a name is taken; everything else as it is. */
static gboolean
refuse_taken_name (WmStore *self, const char *name, GError **error)
{
  g_autofree char *taken =
    g_strdup_printf (_("There is a group “%s” already. Choose another name."), name);

  return wm_store_refuse_taken (self, "SELECT EXISTS (SELECT 1 FROM area_group WHERE name = ?)",
                                WM_PARAMS (WM_TEXT (name)), taken, error);
}

static char *
make_unknown (const char *name)
{
  return g_strdup_printf (_("This project has no group “%s”."), name);
}

static gpointer
read_group (WmStore *self, WmStatement *row, GError **error)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (WmStatement) members =
    wm_store_query (self,
                    "SELECT area_code FROM area_group_member WHERE group_id = ? ORDER BY position",
                    WM_PARAMS (WM_INT (sqlite3_column_int64 (row, 0))), error);
  g_auto (GStrv) list = NULL;
  gboolean has_row = members != NULL;

  while (has_row)
    {
      if (!wm_store_next (self, members, &has_row, error))
        return NULL;
      if (has_row)
        g_strv_builder_add (codes, wm_statement_get_text (members, 0));
    }
  if (members == NULL)
    return NULL;
  list = g_strv_builder_end (codes);
  return wm_area_group_new (wm_statement_get_text (row, 1), wm_statement_get_text (row, 2),
                            (const char *const *) list);
}

/**
 * wm_store_list_groups:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the comparison groups by name.
 *
 * Returns: (transfer container) (element-type WmAreaGroup): the comparison groups; %NULL on error
 */
GPtrArray *
wm_store_list_groups (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self, "SELECT id, name, note FROM area_group ORDER BY name", NULL, read_group,
                              (GDestroyNotify) wm_area_group_free, error);
}

/**
 * wm_store_get_group:
 * @self: a project
 * @name: name of a comparison group
 * @error: return location for an error
 *
 * Gets a comparison group.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that name.
 *
 * Returns: (transfer full): the comparison group; %NULL on error
 */
WmAreaGroup *
wm_store_get_group (WmStore *self, const char *name, GError **error)
{
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  unknown = make_unknown (name);
  return wm_store_get_item (self, "SELECT id, name, note FROM area_group WHERE name = ?",
                            WM_PARAMS (WM_TEXT (name)), read_group, unknown, error);
}

/* Adds it within a transaction. */
static gboolean
insert (WmStore *self, const WmAreaGroup *group, GError **error)
{
  return refuse_taken_name (self, group->name, error)
         && wm_store_run (self, "INSERT INTO area_group (name, note) VALUES (?, ?)",
                          WM_PARAMS (WM_TEXT (group->name), WM_TEXT (group->note)), error)
         && put_members (self, group, error);
}

/**
 * wm_store_add_group:
 * @self: a project
 * @group: a comparison group
 * @error: return location for an error
 *
 * Adds a comparison group.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where the name is taken.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_add_group (WmStore *self, const WmAreaGroup *group, GError **error)
{
  g_return_val_if_fail (self != NULL && group != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, insert (self, group, error), error);
}

/* Takes the line of a comparison group away; its members go with it. */
static gboolean
remove_known (WmStore *self, const char *name, GError **error)
{
  g_autofree char *unknown = make_unknown (name);

  return wm_store_run_on_known (self, "DELETE FROM area_group WHERE name = ?",
                                WM_PARAMS (WM_TEXT (name)), unknown, error);
}

/**
 * wm_store_change_group:
 * @self: a project
 * @name: name of a comparison group
 * @group: what it shall be; its name may be another
 * @error: return location for an error
 *
 * Replaces a comparison group whole, and so renames it too.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM or %WM_STORE_ERROR_EXISTS.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_change_group (WmStore *self, const char *name, const WmAreaGroup *group, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL && group != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, remove_known (self, name, error) && insert (self, group, error), error);
}

/**
 * wm_store_remove_group:
 * @self: a project
 * @name: name of a comparison group
 * @error: return location for an error
 *
 * Removes a comparison group.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that name.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_group (WmStore *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, remove_known (self, name, error), error);
}
