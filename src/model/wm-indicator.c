/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One indicator: its wording, unit, direction, decimals and what its year means. */

#include "config.h"

#include "wm-indicator.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (WmIndicator, wm_indicator, wm_indicator_ref, wm_indicator_unref)

static void
indicator_clear (gpointer data)
{
  WmIndicator *self = data;

  g_free (self->code);
  g_free (self->title);
  g_strfreev (self->topics);
  g_free (self->unit);
  g_free (self->polarity_by);
  g_free (self->polarity_date);
  g_free (self->description);
  g_free (self->methodology);
  g_free (self->owner);
  g_free (self->updated);
  g_free (self->next_update);
  g_free (self->break_years);
  g_strfreev (self->break_notes);
}

/**
 * wm_indicator_new:
 * @code: the code as the source prints it
 *
 * Makes an indicator of which only the code is known: the code is its title, it shows one
 * decimal, and nobody has said which direction is good.
 *
 * Returns: (transfer full): the indicator
 */
WmIndicator *
wm_indicator_new (const char *code)
{
  WmIndicator *self;

  g_return_val_if_fail (code != NULL, NULL);

  self = g_atomic_rc_box_new0 (WmIndicator);
  self->code = g_strdup (code);
  self->title = g_strdup (code);
  self->topics = g_new0 (char *, 1);
  self->unit = g_strdup ("");
  self->decimals = 1;
  return self;
}

/**
 * wm_indicator_copy:
 * @self: an indicator
 *
 * Makes a copy that may be changed until it is shared.
 *
 * Returns: (transfer full): the copy
 */
WmIndicator *
wm_indicator_copy (const WmIndicator *self)
{
  WmIndicator *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_atomic_rc_box_new0 (WmIndicator);
  *copy = *self;
  copy->code = g_strdup (self->code);
  copy->title = g_strdup (self->title);
  copy->topics = g_strdupv (self->topics);
  copy->unit = g_strdup (self->unit);
  copy->polarity_by = g_strdup (self->polarity_by);
  copy->polarity_date = g_strdup (self->polarity_date);
  copy->description = g_strdup (self->description);
  copy->methodology = g_strdup (self->methodology);
  copy->owner = g_strdup (self->owner);
  copy->updated = g_strdup (self->updated);
  copy->next_update = g_strdup (self->next_update);
  copy->break_years = g_memdup2 (self->break_years, self->n_breaks * sizeof *self->break_years);
  copy->break_notes = g_strdupv (self->break_notes);
  return copy;
}

/**
 * wm_indicator_ref:
 * @self: an indicator
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmIndicator *
wm_indicator_ref (WmIndicator *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_indicator_unref:
 * @self: (transfer full): an indicator
 *
 * Gives a reference back.
 */
void
wm_indicator_unref (WmIndicator *self)
{
  g_atomic_rc_box_release_full (self, indicator_clear);
}

static const struct
{
  const char *id;
  const char *words;
} polarities[] = {
  [WM_POLARITY_UNKNOWN] = { "unknown", N_("direction not stated") },
  [WM_POLARITY_HIGHER] = { "higher", N_("higher is better") },
  [WM_POLARITY_LOWER] = { "lower", N_("lower is better") },
  [WM_POLARITY_NONE] = { "none", N_("no agreed direction") },
};

/**
 * wm_polarity_to_id:
 * @polarity: a direction
 *
 * Gets the word that stands for @polarity in files.
 *
 * Returns: (transfer none): the identifier
 */
const char *
wm_polarity_to_id (WmPolarity polarity)
{
  g_return_val_if_fail ((gsize) polarity < G_N_ELEMENTS (polarities), "unknown");

  return polarities[polarity].id;
}

/**
 * wm_polarity_from_id:
 * @id: an identifier as [func@polarity_to_id] gives it
 * @polarity: (out): the direction; untouched when @id is unknown
 *
 * Reads the word for a direction.
 *
 * Returns: whether @id is known
 */
gboolean
wm_polarity_from_id (const char *id, WmPolarity *polarity)
{
  for (gsize i = 0; i < G_N_ELEMENTS (polarities); i++)
    if (g_strcmp0 (id, polarities[i].id) == 0)
      {
        *polarity = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_polarity_get_words:
 * @polarity: a direction
 *
 * Says in the user's language which direction is good.
 *
 * Returns: (transfer none): the words
 */
const char *
wm_polarity_get_words (WmPolarity polarity)
{
  g_return_val_if_fail ((gsize) polarity < G_N_ELEMENTS (polarities), "");

  return _(polarities[polarity].words);
}
