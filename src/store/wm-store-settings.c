/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a project remembers by name, such as the user's own authority. */

#include "config.h"

#include "wm-store-settings.h"

#include "wm-store-sql-private.h"

/**
 * wm_store_dup_setting:
 * @self: a project
 * @key: name of a setting
 * @error: return location for an error
 *
 * Gets a setting.
 *
 * Returns: (transfer full) (nullable): the value; %NULL where there is none, without an error
 */
char *
wm_store_dup_setting (WmStore *self, const char *key, GError **error)
{
  g_autoptr (WmStatement) row = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  row = wm_store_query (self, "SELECT value FROM setting WHERE key = ?",
                        WM_PARAMS (WM_TEXT (key)), error);
  if (row == NULL || !wm_store_next (self, row, &has_row, error) || !has_row)
    return NULL;
  return wm_statement_dup_text (row, 0);
}

/**
 * wm_store_set_setting:
 * @self: a project
 * @key: name of a setting
 * @value: (nullable): the value; %NULL removes it
 * @error: return location for an error
 *
 * Changes a setting.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_set_setting (WmStore *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (self != NULL && key != NULL, FALSE);

  if (value == NULL)
    return wm_store_change (self, "DELETE FROM setting WHERE key = ?",
                            WM_PARAMS (WM_TEXT (key)), error);
  return wm_store_change (self, "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)",
                          WM_PARAMS (WM_TEXT (key), WM_TEXT (value)), error);
}
