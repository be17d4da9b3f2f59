/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What stands beside a number: how it was published, or why there is none. */

#include "config.h"

#include "wm-status.h"

#include <glib/gi18n-lib.h>

static const char *const publication_ids[WM_N_PUBLICATIONS] = {
  "none", "provisional", "revised", "final", "outturn",
};

static const char *const publication_words[WM_N_PUBLICATIONS] = {
  "", N_("Provisional"), N_("Revised"), N_("Final"), N_("Outturn"),
};

static const struct
{
  const char *id;
  const char *mark;
  const char *words;
} missing_reasons[WM_N_MISSING] = {
  [WM_MISSING_NONE] = { "", "", "" },
  [WM_MISSING_SUPPRESSED] = { "suppressed", "c", N_("Hidden to protect children (small number)") },
  [WM_MISSING_NOT_AVAILABLE] = { "not_available", "x", N_("Not available") },
  [WM_MISSING_NOT_APPLICABLE] = { "not_applicable", "z", N_("Does not apply") },
  [WM_MISSING_ROUNDS_TO_ZERO] = { "rounds_to_zero", "low", N_("Less than half a unit, not zero") },
  [WM_MISSING_LOW_RELIABILITY] = { "low_reliability", "u", N_("Too unreliable to show") },
  [WM_MISSING_NOT_RETURNED] = { "not_returned", ":", N_("Not supplied by the authority") },
  [WM_MISSING_NOT_YET_PUBLISHED] = { "not_yet_published", "…", N_("Not published yet") },
  [WM_MISSING_UNKNOWN] = { "unknown", "-", N_("No value; the source does not say why") },
};

/**
 * wm_publication_to_id:
 * @publication: how a value was published
 *
 * Gets the word that stands for @publication in exports.
 *
 * Returns: (transfer none): the identifier
 */
const char *
wm_publication_to_id (WmPublication publication)
{
  g_return_val_if_fail ((int) publication >= 0 && publication < WM_N_PUBLICATIONS, "none");

  return publication_ids[publication];
}

/**
 * wm_publication_from_id:
 * @id: an identifier as [func@publication_to_id] gives it
 * @publication: (out): the publication; untouched when @id is unknown
 *
 * Reads the word for how a value was published.
 *
 * Returns: whether @id is known
 */
gboolean
wm_publication_from_id (const char *id, WmPublication *publication)
{
  for (int i = 0; i < WM_N_PUBLICATIONS; i++)
    if (g_strcmp0 (id, publication_ids[i]) == 0)
      {
        *publication = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_publication_get_words:
 * @publication: how a value was published
 *
 * Gets how a value was published in plain words, in the user's language; the empty text when the
 * source does not say.
 *
 * Returns: (transfer none): the words
 */
const char *
wm_publication_get_words (WmPublication publication)
{
  g_return_val_if_fail ((int) publication >= 0 && publication < WM_N_PUBLICATIONS, "");

  return publication == WM_PUBLICATION_NONE ? "" : _(publication_words[publication]);
}

/**
 * wm_missing_to_id:
 * @missing: a reason
 *
 * Gets the word that stands for @missing in exports; the empty text when there is a number.
 *
 * Returns: (transfer none): the identifier
 */
const char *
wm_missing_to_id (WmMissing missing)
{
  g_return_val_if_fail ((int) missing >= 0 && missing < WM_N_MISSING, "unknown");

  return missing_reasons[missing].id;
}

/**
 * wm_missing_from_id:
 * @id: an identifier as [func@missing_to_id] gives it
 * @missing: (out): the reason; untouched when @id is unknown
 *
 * Reads the word for a reason.
 *
 * Returns: whether @id is known
 */
gboolean
wm_missing_from_id (const char *id, WmMissing *missing)
{
  for (int i = 0; i < WM_N_MISSING; i++)
    if (g_strcmp0 (id, missing_reasons[i].id) == 0)
      {
        *missing = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_missing_get_mark:
 * @missing: a reason
 *
 * Gets the short mark that tables and charts print in place of the number.
 *
 * Returns: (transfer none): the mark
 */
const char *
wm_missing_get_mark (WmMissing missing)
{
  g_return_val_if_fail ((int) missing >= 0 && missing < WM_N_MISSING, "-");

  return missing_reasons[missing].mark;
}

/**
 * wm_missing_get_words:
 * @missing: a reason
 *
 * Gets the reason in plain words, in the user's language.
 *
 * Returns: (transfer none): the words
 */
const char *
wm_missing_get_words (WmMissing missing)
{
  g_return_val_if_fail ((int) missing >= 0 && missing < WM_N_MISSING, "");

  return missing == WM_MISSING_NONE ? "" : _(missing_reasons[missing].words);
}
