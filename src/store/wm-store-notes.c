/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Notes on a measure, an area and a period. */

#include "config.h"

#include "wm-store-notes.h"

#include "wm-store-items-private.h"

#include <glib/gi18n-lib.h>

#define NOTE_COLUMNS "id, text, indicator_code, area_code, period, written_at"
#define UNKNOWN N_("That note is not in this project any more.")

/**
 * wm_note_new:
 * @indicator_code: the measure that it speaks of
 * @text: the note
 *
 * Makes a note on all areas and periods of a measure.
 *
 * Returns: (transfer full): the note
 */
WmNote *
wm_note_new (const char *indicator_code, const char *text)
{
  WmNote *self;

  g_return_val_if_fail (indicator_code != NULL && text != NULL, NULL);

  self = g_new0 (WmNote, 1);
  self->indicator_code = g_strdup (indicator_code);
  self->text = g_strdup (text);
  return self;
}

/**
 * wm_note_copy:
 * @self: a note
 *
 * Copies a note, with its number.
 *
 * Returns: (transfer full): the copy
 */
WmNote *
wm_note_copy (const WmNote *self)
{
  WmNote *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->text = g_strdup (self->text);
  copy->indicator_code = g_strdup (self->indicator_code);
  copy->area_code = g_strdup (self->area_code);
  copy->written_at = g_strdup (self->written_at);
  return copy;
}

/**
 * wm_note_free:
 * @self: (transfer full) (nullable): a note
 *
 * Frees a note.
 */
void
wm_note_free (WmNote *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->indicator_code);
  g_free (self->area_code);
  g_free (self->written_at);
  g_free (self);
}

static gpointer
read_note (WmStore *self, WmStatement *row, GError **error)
{
  WmNote *note = g_new0 (WmNote, 1);

  note->id = sqlite3_column_int64 (row, 0);
  note->text = wm_statement_dup_text (row, 1);
  note->indicator_code = wm_statement_dup_text (row, 2);
  note->area_code = wm_statement_dup_text (row, 3);
  if (sqlite3_column_type (row, 4) != SQLITE_NULL)
    note->period = wm_period_from_key (sqlite3_column_int64 (row, 4));
  note->written_at = wm_statement_dup_text (row, 5);
  return note;
}

/**
 * wm_store_list_notes:
 * @self: a project
 * @indicator_code: (nullable): one measure; %NULL for all
 * @error: return location for an error
 *
 * Lists the notes, oldest first.
 *
 * Returns: (transfer container) (element-type WmNote): the notes; %NULL on error
 */
GPtrArray *
wm_store_list_notes (WmStore *self, const char *indicator_code, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self, "SELECT " NOTE_COLUMNS " FROM note"
                              " WHERE ?1 IS NULL OR indicator_code = ?1 ORDER BY written_at, id",
                              WM_PARAMS (WM_TEXT (indicator_code)), read_note,
                              (GDestroyNotify) wm_note_free, error);
}

/**
 * wm_store_get_note:
 * @self: a project
 * @id: number of a note
 * @error: return location for an error
 *
 * Gets a note.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: (transfer full): the note; %NULL on error
 */
WmNote *
wm_store_get_note (WmStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_get_item (self, "SELECT " NOTE_COLUMNS " FROM note WHERE id = ?",
                            WM_PARAMS (WM_INT (id)), read_note, _(UNKNOWN), error);
}

/**
 * wm_store_put_note:
 * @self: a project
 * @note: a note; gets a number when it has none
 * @error: return location for an error
 *
 * Adds a note, or replaces the one of its number. One that was removed comes back
 * under its old number.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_put_note (WmStore *self, WmNote *note, GError **error)
{
  const WmParam none = WM_NULL, some = WM_INT (note->id);
  const WmParam period = WM_INT (wm_period_to_key (note->period));

  g_return_val_if_fail (self != NULL, FALSE);

  if (note->written_at == NULL)
    note->written_at = wm_store_dup_now ();
  return wm_store_put_item (self,
                            "INSERT INTO note (" NOTE_COLUMNS ")"
                            " VALUES (?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT (id) DO UPDATE SET text = excluded.text,"
                            " indicator_code = excluded.indicator_code,"
                            " area_code = excluded.area_code,"
                            " period = excluded.period,"
                            " written_at = excluded.written_at",
                            WM_PARAMS (note->id != 0 ? some : none, WM_TEXT (note->text),
                                       WM_TEXT (note->indicator_code), WM_TEXT (note->area_code),
                                       note->period.end_year != 0 ? period : none,
                                       WM_TEXT (note->written_at)),
                            &note->id, error);
}

/**
 * wm_store_remove_note:
 * @self: a project
 * @id: number of a note
 * @error: return location for an error
 *
 * Removes a note. Whoever may want it back gets it first.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_note (WmStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return wm_store_remove_item (self, "DELETE FROM note WHERE id = ?", WM_PARAMS (WM_INT (id)),
                               _(UNKNOWN), error);
}
