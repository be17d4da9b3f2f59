/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers of children that were imported into the project, in place of the built-in ones. */

#include "config.h"

#include "wm-store-population.h"

#include "wm-store-sql-private.h"

/**
 * wm_store_find_population:
 * @self: a project
 * @area_code: three-digit code
 * @statistical_year: the year that ends on 31 March of this year
 * @population: (out): children aged 0-17; untouched when the project does not say
 * @error: return location for an error
 *
 * Finds the number of children that the rates of a year stand on, the estimate for the middle of
 * the calendar year before, in the newest import that has it and is not undone. Where the project
 * does not say, the built-in number stands.
 *
 * Returns: whether the project says; %FALSE with @error set only when it could not be read
 */
gboolean
wm_store_find_population (WmStore *self, const char *area_code, int statistical_year,
                          double *population, GError **error)
{
  g_autoptr (WmStatement) row = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL && area_code != NULL && population != NULL, FALSE);

  row = wm_store_query (self,
                        "SELECT children FROM population p JOIN import i ON i.id = p.import_id"
                        " WHERE p.area_code = ? AND p.year = ? AND NOT i.is_undone"
                        " ORDER BY p.import_id DESC LIMIT 1",
                        WM_PARAMS (WM_TEXT (area_code), WM_INT (statistical_year - 1)), error);
  if (row == NULL || !wm_store_next (self, row, &has_row, error) || !has_row)
    return FALSE;
  *population = wm_statement_get_real (row, 0);
  return TRUE;
}
