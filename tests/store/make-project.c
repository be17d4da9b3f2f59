/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Writes the small project that is kept for each released schema version:
 * make-project tests/data/projects/version-N.waymark, once, when version N is released. */

#include "wm-store-sample.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStore) store = argc == 2 ? wm_store_create (argv[1], &error) : NULL;

  if (store == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "make-project FILE");
      return 1;
    }
  wm_sample_fill (store);
  return 0;
}
