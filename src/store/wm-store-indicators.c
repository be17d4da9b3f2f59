/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the project knows of its measures. Every source keeps what it says in rows of its own; they
 * are laid over each other on reading: the built-in tables, then imports from old to new, field
 * by field, then the user's own direction. So nothing is ever overwritten, and an import can be
 * undone whole. */

#include "config.h"

#include "wm-store-indicators.h"

#include "wm-store-private.h"
#include "wm-store-rows-private.h"
#include "wm-store-sql-private.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

/**
 * wm_indicator_row_free:
 * @self: (transfer full) (nullable): a line in the list of measures
 *
 * Frees a line.
 */
void
wm_indicator_row_free (WmIndicatorRow *self)
{
  if (self == NULL)
    return;
  wm_indicator_unref (self->indicator);
  g_free (self->search);
  g_free (self->own_reason);
  g_free (self);
}

/* Finds or adds an indicator within a transaction. */
gboolean
wm_store_intern_indicator (WmStore *self, const char *code, gint64 *id, GError **error)
{
  return wm_store_intern_code (self,
                               "INSERT INTO indicator (code) VALUES (?) ON CONFLICT DO NOTHING",
                               "SELECT id FROM indicator WHERE code = ?", code, id, error);
}

/* Stores what an import (0: the built-in tables) says of an indicator, within a transaction.
 * A title that only repeats the code says nothing. */
static gboolean
put_fact (WmStore *self, gint64 indicator_id, const WmParam import_id,
          const WmIndicator *indicator, GError **error)
{
  g_autofree char *topics = wm_store_join_lines (indicator->topics);
  gboolean has_title = g_strcmp0 (indicator->title, indicator->code) != 0;

  return wm_store_run (self,
                       "INSERT OR REPLACE INTO indicator_fact (indicator_id, import_id, title,"
                       " topics, unit, decimals, polarity, polarity_by, polarity_date, basis,"
                       " description, methodology, owner, updated, next_update, no_quartiles)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                       WM_PARAMS (WM_INT (indicator_id), import_id,
                                  WM_TEXT (has_title ? indicator->title : NULL), WM_TEXT (topics),
                                  WM_TEXT (indicator->unit), WM_INT (indicator->decimals),
                                  WM_INT (indicator->polarity), WM_TEXT (indicator->polarity_by),
                                  WM_TEXT (indicator->polarity_date), WM_INT (indicator->basis),
                                  WM_TEXT (indicator->description),
                                  WM_TEXT (indicator->methodology), WM_TEXT (indicator->owner),
                                  WM_TEXT (indicator->updated), WM_TEXT (indicator->next_update),
                                  WM_INT (indicator->no_quartiles)),
                       error);
}

static gboolean
put_breaks (WmStore *self, gint64 indicator_id, const WmParam import_id,
            const WmIndicator *indicator, GError **error)
{
  for (gsize i = 0; i < indicator->n_breaks; i++)
    if (!wm_store_run (self,
                       "INSERT OR REPLACE INTO definition_break"
                       " (indicator_id, import_id, is_own, end_year, note) VALUES (?, ?, 0, ?, ?)",
                       WM_PARAMS (WM_INT (indicator_id), import_id,
                                  WM_INT (indicator->break_years[i]),
                                  WM_TEXT (indicator->break_notes != NULL
                                           ? indicator->break_notes[i] : "")),
                       error))
      return FALSE;
  return TRUE;
}

gboolean
wm_store_put_facts (WmStore *self, gint64 indicator_id, gint64 import_id,
                    const WmIndicator *indicator, GError **error)
{
  const WmParam none = WM_NULL, some = WM_INT (import_id);
  const WmParam source = import_id != 0 ? some : none;

  return put_fact (self, indicator_id, source, indicator, error)
         && put_breaks (self, indicator_id, source, indicator, error);
}

static void
overlay_text (char **field, WmStatement *row, int column)
{
  const char *text = wm_statement_get_text (row, column);

  if (text != NULL && *text != '\0')
    wm_set_str (field, text);
}

static void
overlay_direction (WmIndicator *indicator, WmStatement *row)
{
  if (sqlite3_column_int (row, 4) == WM_POLARITY_UNKNOWN)
    return;
  indicator->polarity = sqlite3_column_int (row, 4);
  wm_set_str (&indicator->polarity_by, wm_statement_get_text (row, 5));
  wm_set_str (&indicator->polarity_date, wm_statement_get_text (row, 6));
}

/* Lays what one source says over what is known so far. */
static void
overlay_fact (WmIndicator *indicator, WmStatement *row)
{
  const char *topics = wm_statement_get_text (row, 1);

  overlay_text (&indicator->title, row, 0);
  if (topics != NULL && *topics != '\0')
    {
      g_strfreev (indicator->topics);
      indicator->topics = wm_statement_dup_lines (row, 1);
    }
  overlay_text (&indicator->unit, row, 2);
  indicator->decimals = sqlite3_column_int (row, 3);
  overlay_direction (indicator, row);
  if (sqlite3_column_int (row, 7) != WM_BASIS_UNSTATED)
    indicator->basis = sqlite3_column_int (row, 7);
  overlay_text (&indicator->description, row, 8);
  overlay_text (&indicator->methodology, row, 9);
  overlay_text (&indicator->owner, row, 10);
  overlay_text (&indicator->updated, row, 11);
  overlay_text (&indicator->next_update, row, 12);
  indicator->no_quartiles = sqlite3_column_int (row, 13);
}

/* The statements that read one indicator, compiled once for a whole list. */
typedef struct
{
  WmStatement *facts;
  WmStatement *breaks;
} Readers;

static void
readers_clear (Readers *self)
{
  g_clear_pointer (&self->facts, sqlite3_finalize);
  g_clear_pointer (&self->breaks, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Readers, readers_clear)

static gboolean
readers_prepare (Readers *self, WmStore *store, GError **error)
{
  self->facts = wm_store_prepare (
    store,
    "SELECT title, topics, unit, decimals, polarity, polarity_by, polarity_date, basis,"
    " description, methodology, owner, updated, next_update, no_quartiles"
    " FROM indicator_fact f LEFT JOIN import i ON i.id = f.import_id"
    " WHERE indicator_id = ? AND (import_id IS NULL OR NOT i.is_undone)"
    " ORDER BY coalesce (import_id, 0)", error);
  if (self->facts == NULL)
    return FALSE;
  /* Of several notes for one year the user's stands, then the newest source's. */
  self->breaks = wm_store_prepare (
    store,
    "SELECT end_year, note, max (is_own * 1000000000 + coalesce (import_id, 0))"
    " FROM definition_break b LEFT JOIN import i ON i.id = b.import_id"
    " WHERE indicator_id = ? AND (import_id IS NULL OR NOT i.is_undone)"
    " GROUP BY end_year ORDER BY end_year", error);
  return self->breaks != NULL;
}

static gboolean
read_facts (Readers *self, WmStore *store, gint64 id, WmIndicator *indicator, GError **error)
{
  gboolean has_row;

  sqlite3_bind_int64 (self->facts, 1, id);
  while (wm_store_next (store, self->facts, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      overlay_fact (indicator, self->facts);
    }
  return FALSE;
}

static gboolean
read_breaks (Readers *self, WmStore *store, gint64 id, WmIndicator *indicator, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  gboolean has_row;
  int year;

  sqlite3_bind_int64 (self->breaks, 1, id);
  while (wm_store_next (store, self->breaks, &has_row, error))
    {
      if (!has_row)
        {
          indicator->n_breaks = years->len;
          indicator->break_notes = years->len > 0 ? g_strv_builder_end (notes) : NULL;
          indicator->break_years = (gpointer) g_array_free (g_steal_pointer (&years), FALSE);
          return TRUE;
        }
      year = sqlite3_column_int (self->breaks, 0);
      g_array_append_val (years, year);
      g_strv_builder_add (notes, wm_statement_get_text (self->breaks, 1));
    }
  return FALSE;
}

static char *
make_search_text (const WmIndicator *indicator)
{
  g_autofree char *topics = g_strjoinv (" ", indicator->topics);
  g_autofree char *text = g_strjoin (" ", indicator->code, indicator->title, topics, NULL);

  return wm_text_fold (text);
}

/* Makes a line from a row of id, code and the user's own direction. */
static WmIndicatorRow *
read_indicator (Readers *self, WmStore *store, WmStatement *row, GError **error)
{
  g_autoptr (WmIndicatorRow) line = g_new0 (WmIndicatorRow, 1);
  gint64 id = sqlite3_column_int64 (row, 0);
  gboolean has_own = sqlite3_column_type (row, 2) != SQLITE_NULL;
  WmIndicator *indicator;

  indicator = line->indicator = wm_indicator_new (wm_statement_get_text (row, 1));
  if (!read_facts (self, store, id, indicator, error)
      || !read_breaks (self, store, id, indicator, error))
    return NULL;
  line->search = make_search_text (indicator);
  line->source_polarity = indicator->polarity;
  line->own_polarity = has_own ? sqlite3_column_int (row, 2) : -1;
  line->own_reason = wm_statement_dup_text (row, 5);
  if (has_own)
    {
      indicator->polarity = line->own_polarity;
      wm_set_str (&indicator->polarity_by, wm_statement_get_text (row, 3));
      wm_set_str (&indicator->polarity_date, wm_statement_get_text (row, 4));
    }
  return g_steal_pointer (&line);
}

#define SELECT_INDICATOR \
  "SELECT id, code, own_polarity, own_by, own_date, own_reason FROM indicator "

/* Reads every measure that the rows of a query name. */
static GPtrArray *
list_indicators (WmStore *self, const char *sql, const WmParam *params, GError **error)
{
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) wm_indicator_row_free);
  g_auto (Readers) readers = { 0 };
  g_autoptr (WmStatement) rows = wm_store_query (self, sql, params, error);
  gboolean has_row;

  if (rows == NULL || !readers_prepare (&readers, self, error))
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      WmIndicatorRow *line;

      if (!has_row)
        return g_steal_pointer (&list);
      line = read_indicator (&readers, self, rows, error);
      if (line == NULL)
        return NULL;
      g_ptr_array_add (list, line);
    }
  return NULL;
}

#define HAS_SERIES \
  "WHERE EXISTS (SELECT 1 FROM series s JOIN import i ON i.id = s.import_id" \
  " WHERE s.indicator_id = indicator.id AND NOT i.is_undone"

/**
 * wm_store_list_indicators:
 * @self: a project
 * @error: return location for an error
 *
 * Lists the measures that have observations, by code. Those of undone imports are left out.
 *
 * Returns: (transfer container) (element-type WmIndicatorRow): the measures; %NULL on error
 */
GPtrArray *
wm_store_list_indicators (WmStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return list_indicators (self, SELECT_INDICATOR HAS_SERIES ") ORDER BY code", NULL, error);
}

/**
 * wm_store_list_family_indicators:
 * @self: a project
 * @family: a source family, such as "lait"
 * @error: return location for an error
 *
 * Lists the measures that have observations of one source family, by code.
 *
 * Returns: (transfer container) (element-type WmIndicatorRow): the measures; %NULL on error
 */
GPtrArray *
wm_store_list_family_indicators (WmStore *self, const char *family, GError **error)
{
  g_return_val_if_fail (self != NULL && family != NULL, NULL);

  return list_indicators (self, SELECT_INDICATOR HAS_SERIES " AND i.family = ?) ORDER BY code",
                          WM_PARAMS (WM_TEXT (family)), error);
}

/**
 * wm_store_has_family:
 * @self: a project
 * @family: a source family, such as "lait"
 * @has: (out): whether any measure has observations of it; untouched on failure
 * @error: return location for an error
 *
 * Looks whether there is anything of a source family.
 *
 * Returns: whether that could be found out
 */
gboolean
wm_store_has_family (WmStore *self, const char *family, gboolean *has, GError **error)
{
  gint64 number;

  g_return_val_if_fail (self != NULL && family != NULL, FALSE);

  if (!wm_store_get_integer (self,
                             "SELECT EXISTS (SELECT 1 FROM series s JOIN import i ON i.id = s.import_id"
                             " WHERE i.family = ? AND NOT i.is_undone)",
                             WM_PARAMS (WM_TEXT (family)), &number, error))
    return FALSE;
  *has = number != 0;
  return TRUE;
}

static void
set_unknown_indicator (GError **error, const char *code)
{
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
               _("This project has no measure “%s”. Capital and small letters matter."), code);
}

/**
 * wm_store_get_indicator:
 * @self: a project
 * @code: code of a measure
 * @error: return location for an error
 *
 * Gets what the project knows of a measure, also of one without observations.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where it knows nothing.
 *
 * Returns: (transfer full): the measure; %NULL on error
 */
WmIndicatorRow *
wm_store_get_indicator (WmStore *self, const char *code, GError **error)
{
  g_auto (Readers) readers = { 0 };
  g_autoptr (WmStatement) row = NULL;
  gboolean has_row;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  row = wm_store_query (self, SELECT_INDICATOR "WHERE code = ?", WM_PARAMS (WM_TEXT (code)), error);
  if (row == NULL || !readers_prepare (&readers, self, error)
      || !wm_store_next (self, row, &has_row, error))
    return NULL;
  if (has_row)
    return read_indicator (&readers, self, row, error);
  set_unknown_indicator (error, code);
  return NULL;
}

/* Changes one row that must be there. */
static gboolean
change_known (WmStore *self, const char *code, const char *sql, const WmParam *params,
              GError **error)
{
  if (!wm_store_change (self, sql, params, error))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  set_unknown_indicator (error, code);
  return FALSE;
}

/**
 * wm_store_set_own_direction:
 * @self: a project
 * @code: code of a measure
 * @polarity: the direction that the user decides
 * @by: who decided, such as the authority's name
 * @date: when, YYYY-MM-DD
 * @reason: (nullable): why
 * @error: return location for an error
 *
 * Sets the user's own direction, which stands before the source's and is kept apart from it.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_set_own_direction (WmStore *self, const char *code, WmPolarity polarity, const char *by,
                            const char *date, const char *reason, GError **error)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  return change_known (self, code,
                       "UPDATE indicator SET own_polarity = ?, own_by = ?, own_date = ?,"
                       " own_reason = ? WHERE code = ?",
                       WM_PARAMS (WM_INT (polarity), WM_TEXT (by), WM_TEXT (date),
                                  WM_TEXT (reason), WM_TEXT (code)),
                       error);
}

/**
 * wm_store_clear_own_direction:
 * @self: a project
 * @code: code of a measure
 * @error: return location for an error
 *
 * Goes back to the source's direction.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_clear_own_direction (WmStore *self, const char *code, GError **error)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  return change_known (self, code,
                       "UPDATE indicator SET own_polarity = NULL, own_by = NULL, own_date = NULL,"
                       " own_reason = NULL WHERE code = ?",
                       WM_PARAMS (WM_TEXT (code)), error);
}

/**
 * wm_store_add_break:
 * @self: a project
 * @code: code of a measure
 * @end_year: end year of the first period under the new definition
 * @note: what changed
 * @error: return location for an error
 *
 * Adds a definition break of the user's own, or changes its note.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_add_break (WmStore *self, const char *code, int end_year, const char *note, GError **error)
{
  g_return_val_if_fail (self != NULL && code != NULL && note != NULL, FALSE);

  return change_known (self, code,
                       "INSERT OR REPLACE INTO definition_break"
                       " (indicator_id, import_id, is_own, end_year, note)"
                       " SELECT id, NULL, 1, ?, ? FROM indicator WHERE code = ?",
                       WM_PARAMS (WM_INT (end_year), WM_TEXT (note), WM_TEXT (code)), error);
}

/**
 * wm_store_remove_break:
 * @self: a project
 * @code: code of a measure
 * @end_year: the year of the break
 * @error: return location for an error
 *
 * Removes a definition break of the user's own; those of a source stay.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_break (WmStore *self, const char *code, int end_year, GError **error)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  if (!wm_store_change (self,
                        "DELETE FROM definition_break WHERE is_own AND end_year = ? AND"
                        " indicator_id = (SELECT id FROM indicator WHERE code = ?)",
                        WM_PARAMS (WM_INT (end_year), WM_TEXT (code)), error))
    return FALSE;
  if (sqlite3_changes (self->db) > 0)
    return TRUE;
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
               _("“%s” has no break of your own in that year."), code);
  return FALSE;
}
