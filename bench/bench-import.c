/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Imports one file into a new project: the work that bench-import.py times, process start
 * included. */

#include "wm-import.h"
#include "wm-reference.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStore) store = NULL;
  g_autoptr (WmImportResult) result = NULL;
  WmImportOptions options = { .as_at = "2026-04-08" };

  if (argc != 3)
    {
      g_printerr ("Usage: bench-import PROJECT FILE\n");
      return 2;
    }
  options.areas = wm_reference_get_areas ();
  store = wm_store_create (argv[1], &error);
  if (store != NULL)
    result = wm_import_file (store, argv[2], &options, NULL, &error);
  if (result == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print ("%" G_GUINT64_FORMAT " rows read, %" G_GUINT64_FORMAT " values, %" G_GUINT64_FORMAT
           " missing, %" G_GUINT64_FORMAT " refused\n",
           result->provenance->rows_read, result->provenance->n_values, result->provenance->n_missing,
           result->provenance->rows_refused);
  return 0;
}
