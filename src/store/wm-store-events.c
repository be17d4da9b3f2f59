/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Dated events, such as inspections and new systems. */

#include "config.h"

#include "wm-store-events.h"

#include "wm-store-items-private.h"

#include <glib/gi18n-lib.h>

#define EVENT_COLUMNS "id, date, title, note, area_code, indicator_code"
#define UNKNOWN N_("That event is not in this project any more.")

/**
 * wm_event_new:
 * @date: when, YYYY-MM-DD
 * @title: what happened
 *
 * Makes an event that concerns all areas and measures.
 *
 * Returns: (transfer full): the event
 */
WmEvent *
wm_event_new (const char *date, const char *title)
{
  WmEvent *self;

  g_return_val_if_fail (date != NULL && title != NULL, NULL);

  self = g_new0 (WmEvent, 1);
  self->date = g_strdup (date);
  self->title = g_strdup (title);
  return self;
}

/**
 * wm_event_copy:
 * @self: an event
 *
 * Copies an event, with its number.
 *
 * Returns: (transfer full): the copy
 */
WmEvent *
wm_event_copy (const WmEvent *self)
{
  WmEvent *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->date = g_strdup (self->date);
  copy->title = g_strdup (self->title);
  copy->note = g_strdup (self->note);
  copy->area_code = g_strdup (self->area_code);
  copy->indicator_code = g_strdup (self->indicator_code);
  return copy;
}

/**
 * wm_event_free:
 * @self: (transfer full) (nullable): an event
 *
 * Frees an event.
 */
void
wm_event_free (WmEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->date);
  g_free (self->title);
  g_free (self->note);
  g_free (self->area_code);
  g_free (self->indicator_code);
  g_free (self);
}

static gpointer
read_event (WmStore *self, WmStatement *row, GError **error)
{
  WmEvent *event = g_new0 (WmEvent, 1);

  event->id = sqlite3_column_int64 (row, 0);
  event->date = wm_statement_dup_text (row, 1);
  event->title = wm_statement_dup_text (row, 2);
  event->note = wm_statement_dup_text (row, 3);
  event->area_code = wm_statement_dup_text (row, 4);
  event->indicator_code = wm_statement_dup_text (row, 5);
  return event;
}

/**
 * wm_store_list_events:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the events by date.
 *
 * Returns: (transfer container) (element-type WmEvent): the events; %NULL on error
 */
GPtrArray *
wm_store_list_events (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self, "SELECT " EVENT_COLUMNS " FROM event ORDER BY date, id",
                              NULL, read_event,
                              (GDestroyNotify) wm_event_free, error);
}

/**
 * wm_store_get_event:
 * @self: a project
 * @id: number of an event
 * @error: return location for an error
 *
 * Gets an event.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: (transfer full): the event; %NULL on error
 */
WmEvent *
wm_store_get_event (WmStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_get_item (self, "SELECT " EVENT_COLUMNS " FROM event WHERE id = ?",
                            WM_PARAMS (WM_INT (id)), read_event, _(UNKNOWN), error);
}

/**
 * wm_store_put_event:
 * @self: a project
 * @event: an event; gets a number when it has none
 * @error: return location for an error
 *
 * Adds an event, or replaces the one of its number. One that was removed comes back
 * under its old number.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_put_event (WmStore *self, WmEvent *event, GError **error)
{
  const WmParam none = WM_NULL, some = WM_INT (event->id);

  g_return_val_if_fail (self != NULL, FALSE);

  return wm_store_put_item (self,
                            "INSERT INTO event (" EVENT_COLUMNS ")"
                            " VALUES (?, ?, ?, ?, ?, ?)"
                            " ON CONFLICT (id) DO UPDATE SET date = excluded.date,"
                            " title = excluded.title,"
                            " note = excluded.note,"
                            " area_code = excluded.area_code,"
                            " indicator_code = excluded.indicator_code",
                            WM_PARAMS (event->id != 0 ? some : none, WM_TEXT (event->date),
                                       WM_TEXT (event->title), WM_TEXT (event->note),
                                       WM_TEXT (event->area_code),
                                       WM_TEXT (event->indicator_code)),
                            &event->id, error);
}

/**
 * wm_store_remove_event:
 * @self: a project
 * @id: number of an event
 * @error: return location for an error
 *
 * Removes an event. Whoever may want it back gets it first.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_event (WmStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return wm_store_remove_item (self, "DELETE FROM event WHERE id = ?", WM_PARAMS (WM_INT (id)),
                               _(UNKNOWN), error);
}
