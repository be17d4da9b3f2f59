/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The kinds of files that can be imported, by name and in words. */

#include "config.h"

#include "wm-import-kind.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (wm-import-error-quark, wm_import_error)

static const struct
{
  const char *id;
  const char *words;
} kinds[] = {
  [WM_IMPORT_KIND_AUTO] = { "auto", N_("found out by content") },
  [WM_IMPORT_KIND_LAIT] = { "lait", N_("LAIT’s bulk table") },
  [WM_IMPORT_KIND_LAIT_DOWNLOAD] = { "lait-download", N_("a table downloaded from LAIT") },
  [WM_IMPORT_KIND_LAIT_DICTIONARY] = { "lait-dictionary", N_("LAIT’s data dictionary") },
  [WM_IMPORT_KIND_EES] = { "ees", N_("a table of “explore education statistics”") },
  [WM_IMPORT_KIND_NEIGHBOURS] = { "neighbours", N_("a list of statistical neighbours") },
  [WM_IMPORT_KIND_AREAS] = { "areas", N_("a list of areas") },
  [WM_IMPORT_KIND_POPULATION] = { "population", N_("numbers of children by area") },
};

/**
 * wm_import_kind_to_id:
 * @kind: a kind of file
 *
 * Gets the word that stands for a kind on the command line and in projects.
 *
 * Returns: (transfer none): the identifier
 */
const char *
wm_import_kind_to_id (WmImportKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind].id;
}

/**
 * wm_import_kind_from_id:
 * @id: an identifier
 * @kind: (out): the kind; untouched on failure
 *
 * Finds the kind that an identifier stands for.
 *
 * Returns: whether there is one
 */
gboolean
wm_import_kind_from_id (const char *id, WmImportKind *kind)
{
  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      {
        *kind = (WmImportKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_import_kind_get_words:
 * @kind: a kind of file
 *
 * Names a kind in the user's language.
 *
 * Returns: (transfer none): the words
 */
const char *
wm_import_kind_get_words (WmImportKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), NULL);

  return _(kinds[kind].words);
}
