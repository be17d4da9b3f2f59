/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the compiled-in tables and the sample have in common: where they come from, their licence. */

#include "config.h"

#include "wm-reference.h"

#include <gio/gio.h>

#include "wm-reference-resources.h"
#include "wm-reference-table.h"

static const char *const sample_files[] = {
  "sample-areas.csv", "sample-dictionary.csv", "sample-neighbours.csv", "sample-lait.csv", NULL,
};

/**
 * wm_reference_dup_about:
 * @table: "areas", "neighbours-2025", "neighbours-2021", "population-0-17", "measures",
 *   "measure-parts" or "starter-set"
 *
 * Gets what a table says about itself: title, date, source and licence, one to a line.
 *
 * Returns: (transfer full) (nullable): the lines; %NULL for a table that does not exist
 */
char *
wm_reference_dup_about (const char *table)
{
  g_autoptr (WmReferenceTable) loaded = NULL;

  g_return_val_if_fail (table != NULL, NULL);

  loaded = wm_reference_table_load (table);
  return loaded != NULL ? wm_reference_table_dup_about (loaded) : NULL;
}

/**
 * wm_reference_get_licence_line:
 *
 * Gets the sentence that the licence of the published figures asks for. It is given as the
 * licence words it, in every language.
 *
 * Returns: (transfer none): the sentence
 */
const char *
wm_reference_get_licence_line (void)
{
  return "Contains public sector information licensed under the Open Government Licence v3.0.";
}

/**
 * wm_reference_get_sample_files:
 *
 * Lists the files of the fictional sample in the order in which they are best imported: the areas
 * (read by [func@reference_parse_areas]), the dictionary, the neighbours, the values.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names
 */
const char *const *
wm_reference_get_sample_files (void)
{
  return sample_files;
}

/**
 * wm_reference_load_sample:
 * @name: one of [func@reference_get_sample_files]
 * @error: return location
 *
 * Gets a file of the fictional sample as it lies in the program.
 *
 * Returns: (transfer full): the bytes of the file
 */
GBytes *
wm_reference_load_sample (const char *name, GError **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_strconcat (WM_RESOURCE_PATH "/sample/", name, NULL);
  return g_resource_lookup_data (wm_reference_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 error);
}
