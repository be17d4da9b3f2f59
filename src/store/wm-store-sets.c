/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Sets of measures that people make, by name, with their measures in order and by theme. */

#include "config.h"

#include "wm-store-sets.h"

#include "wm-store-items-private.h"

#include <glib/gi18n-lib.h>

/**
 * wm_measure_set_new:
 * @name: its name
 * @indicator_codes: (array zero-terminated=1): its measures, in order
 * @themes: (array zero-terminated=1): the heading of each; "" for none
 *
 * Makes a set of measures.
 *
 * Returns: (transfer full): the set
 */
WmMeasureSet *
wm_measure_set_new (const char *name, const char *const *indicator_codes, const char *const *themes)
{
  WmMeasureSet *self;

  g_return_val_if_fail (name != NULL && indicator_codes != NULL && themes != NULL, NULL);
  g_return_val_if_fail (g_strv_length ((char **) indicator_codes)
                        == g_strv_length ((char **) themes), NULL);

  self = g_new0 (WmMeasureSet, 1);
  self->name = g_strdup (name);
  self->indicator_codes = g_strdupv ((char **) indicator_codes);
  self->themes = g_strdupv ((char **) themes);
  return self;
}

/**
 * wm_measure_set_free:
 * @self: (transfer full) (nullable): a set
 *
 * Frees a set.
 */
void
wm_measure_set_free (WmMeasureSet *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_strfreev (self->indicator_codes);
  g_strfreev (self->themes);
  g_free (self);
}

static gboolean
put_members (WmStore *self, const WmMeasureSet *set, GError **error)
{
  gint64 id;

  if (!wm_store_get_integer (self, "SELECT id FROM measure_set WHERE name = ?",
                             WM_PARAMS (WM_TEXT (set->name)), &id, error)
      || !wm_store_run (self, "DELETE FROM measure_set_member WHERE set_id = ?",
                        WM_PARAMS (WM_INT (id)), error))
    return FALSE;
  for (gsize i = 0; set->indicator_codes[i] != NULL; i++)
    if (!wm_store_run (self,
                       "INSERT INTO measure_set_member (set_id, position, theme, indicator_code)"
                       " VALUES (?, ?, ?, ?)",
                       WM_PARAMS (WM_INT (id), WM_INT (i), WM_TEXT (set->themes[i]),
                                  WM_TEXT (set->indicator_codes[i])), error))
      return FALSE;
  return TRUE;
}

/* Says in words that a name is taken; everything else as it is. */
static gboolean
refuse_taken_name (WmStore *self, const char *name, GError **error)
{
  g_autofree char *taken =
    g_strdup_printf (_("There is a set “%s” already. Choose another name."), name);

  return wm_store_refuse_taken (self, "SELECT EXISTS (SELECT 1 FROM measure_set WHERE name = ?)",
                                WM_PARAMS (WM_TEXT (name)), taken, error);
}

static char *
make_unknown (const char *name)
{
  return g_strdup_printf (_("This project has no set “%s”."), name);
}

static gpointer
read_set (WmStore *self, WmStatement *row, GError **error)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) themes = g_strv_builder_new ();
  g_autoptr (WmStatement) members =
    wm_store_query (self,
                    "SELECT indicator_code, coalesce (theme, '') FROM measure_set_member"
                    " WHERE set_id = ? ORDER BY position",
                    WM_PARAMS (WM_INT (sqlite3_column_int64 (row, 0))), error);
  g_auto (GStrv) code_list = NULL, theme_list = NULL;
  gboolean has_row = members != NULL;

  while (has_row)
    {
      if (!wm_store_next (self, members, &has_row, error))
        return NULL;
      if (!has_row)
        break;
      g_strv_builder_add (codes, wm_statement_get_text (members, 0));
      g_strv_builder_add (themes, wm_statement_get_text (members, 1));
    }
  if (members == NULL)
    return NULL;
  code_list = g_strv_builder_end (codes);
  theme_list = g_strv_builder_end (themes);
  return wm_measure_set_new (wm_statement_get_text (row, 1), (const char *const *) code_list,
                             (const char *const *) theme_list);
}

/**
 * wm_store_list_sets:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the sets of measures by name.
 *
 * Returns: (transfer container) (element-type WmMeasureSet): the sets of measures; %NULL on error
 */
GPtrArray *
wm_store_list_sets (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self, "SELECT id, name FROM measure_set ORDER BY name", NULL, read_set,
                              (GDestroyNotify) wm_measure_set_free, error);
}

/**
 * wm_store_get_set:
 * @self: a project
 * @name: name of a set of measures
 * @error: return location for an error
 *
 * Gets a set of measures.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that name.
 *
 * Returns: (transfer full): the set of measures; %NULL on error
 */
WmMeasureSet *
wm_store_get_set (WmStore *self, const char *name, GError **error)
{
  g_autofree char *unknown = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  unknown = make_unknown (name);
  return wm_store_get_item (self, "SELECT id, name FROM measure_set WHERE name = ?",
                            WM_PARAMS (WM_TEXT (name)), read_set, unknown, error);
}

/* Adds it within a transaction. */
static gboolean
insert (WmStore *self, const WmMeasureSet *set, GError **error)
{
  return refuse_taken_name (self, set->name, error)
         && wm_store_run (self, "INSERT INTO measure_set (name) VALUES (?)",
                          WM_PARAMS (WM_TEXT (set->name)), error)
         && put_members (self, set, error);
}

/**
 * wm_store_add_set:
 * @self: a project
 * @set: a set of measures
 * @error: return location for an error
 *
 * Adds a set of measures.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where the name is taken.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_add_set (WmStore *self, const WmMeasureSet *set, GError **error)
{
  g_return_val_if_fail (self != NULL && set != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, insert (self, set, error), error);
}

/* Takes the line of a set of measures away; its members go with it. */
static gboolean
remove_known (WmStore *self, const char *name, GError **error)
{
  g_autofree char *unknown = make_unknown (name);

  return wm_store_run_on_known (self, "DELETE FROM measure_set WHERE name = ?",
                                WM_PARAMS (WM_TEXT (name)), unknown, error);
}

/**
 * wm_store_change_set:
 * @self: a project
 * @name: name of a set of measures
 * @set: what it shall be; its name may be another
 * @error: return location for an error
 *
 * Replaces a set of measures whole, and so renames it too.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM or %WM_STORE_ERROR_EXISTS.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_change_set (WmStore *self, const char *name, const WmMeasureSet *set, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL && set != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, remove_known (self, name, error) && insert (self, set, error), error);
}

/**
 * wm_store_remove_set:
 * @self: a project
 * @name: name of a set of measures
 * @error: return location for an error
 *
 * Removes a set of measures.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that name.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_set (WmStore *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return wm_store_begin (self, error)
         && wm_store_end (self, remove_known (self, name, error), error);
}
