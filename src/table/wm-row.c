/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One row as every reader lends it, and the limits that all readers share. */

#include "config.h"

#include "wm-row.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (wm-table-error-quark, wm_table_error)

/**
 * wm_row_is_blank:
 * @self: a row
 *
 * Tells whether no cell holds more than blanks.
 *
 * Returns: whether the row is blank
 */
gboolean
wm_row_is_blank (const WmRow *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (gsize i = 0; i < self->n_cells; i++)
    for (const char *p = self->cells[i].text; *p != '\0'; p++)
      if (!g_ascii_isspace (*p))
        return FALSE;
  return TRUE;
}

/**
 * wm_row_dup_cells:
 * @self: a row
 *
 * Copies the cells, trimmed.
 *
 * Returns: (transfer full) (array zero-terminated=1): the cells
 */
char **
wm_row_dup_cells (const WmRow *self)
{
  char **cells;

  g_return_val_if_fail (self != NULL, NULL);

  cells = g_new0 (char *, self->n_cells + 1);
  for (gsize i = 0; i < self->n_cells; i++)
    cells[i] = wm_text_trim (self->cells[i].text);
  return cells;
}

/**
 * wm_table_check_unpacked:
 * @packed: size of the packed file, [bytes]
 * @unpacked: how much came out of it so far, [bytes]
 * @error: return location for an error
 *
 * Guards against files made to fill the memory.
 *
 * Fails with %WM_TABLE_ERROR_TOO_LARGE.
 *
 * Returns: whether it may go on
 */
gboolean
wm_table_check_unpacked (guint64 packed, guint64 unpacked, GError **error)
{
  if (unpacked <= WM_TABLE_RATIO_FROM
      || (unpacked <= WM_TABLE_MAX_UNPACKED && unpacked / MAX (packed, 1) <= WM_TABLE_MAX_RATIO))
    return TRUE;
  g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_TOO_LARGE,
                       _("The file unpacks to far more than a table needs, so it was not read."));
  return FALSE;
}
