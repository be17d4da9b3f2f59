/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Analyses and charts that people kept: the text that makes them again and, of an analysis, what it
 * said on that day and the definitions that it used. */

#include "config.h"

#include "wm-store-saved.h"

#include "wm-store-items-private.h"

#include <glib/gi18n-lib.h>

#define SAVED_COLUMNS \
  "id, name, class, kind, definition, created_at, result, words," \
  " dictionary, framework"
#define UNKNOWN N_("That analysis or chart is not in this project any more.")

/**
 * wm_saved_item_new:
 * @saved_class: analysis or chart
 * @name: its name
 * @kind: which analysis or chart
 * @definition: what it consists of, as JSON
 *
 * Makes an item that is not stored yet.
 *
 * Returns: (transfer full): the item
 */
WmSavedItem *
wm_saved_item_new (WmSavedClass saved_class, const char *name, const char *kind,
                   const char *definition)
{
  WmSavedItem *self;

  g_return_val_if_fail (name != NULL && kind != NULL && definition != NULL, NULL);

  self = g_new0 (WmSavedItem, 1);
  self->saved_class = saved_class;
  self->name = g_strdup (name);
  self->kind = g_strdup (kind);
  self->definition = g_strdup (definition);
  return self;
}

/**
 * wm_saved_item_copy:
 * @self: a saved item
 *
 * Copies a saved item, with its number.
 *
 * Returns: (transfer full): the copy
 */
WmSavedItem *
wm_saved_item_copy (const WmSavedItem *self)
{
  WmSavedItem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->name = g_strdup (self->name);
  copy->kind = g_strdup (self->kind);
  copy->definition = g_strdup (self->definition);
  copy->created_at = g_strdup (self->created_at);
  copy->result = g_strdup (self->result);
  copy->words = g_strdup (self->words);
  copy->dictionary = g_strdup (self->dictionary);
  copy->framework = g_strdup (self->framework);
  return copy;
}

/**
 * wm_saved_item_free:
 * @self: (transfer full) (nullable): a saved item
 *
 * Frees a saved item.
 */
void
wm_saved_item_free (WmSavedItem *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->kind);
  g_free (self->definition);
  g_free (self->created_at);
  g_free (self->result);
  g_free (self->words);
  g_free (self->dictionary);
  g_free (self->framework);
  g_free (self);
}

static gpointer
read_item (WmStore *self, WmStatement *row, GError **error)
{
  WmSavedItem *item = g_new0 (WmSavedItem, 1);

  item->id = sqlite3_column_int64 (row, 0);
  item->name = wm_statement_dup_text (row, 1);
  item->saved_class = sqlite3_column_int (row, 2);
  item->kind = wm_statement_dup_text (row, 3);
  item->definition = wm_statement_dup_text (row, 4);
  item->created_at = wm_statement_dup_text (row, 5);
  item->result = wm_statement_dup_text (row, 6);
  item->words = wm_statement_dup_text (row, 7);
  item->dictionary = wm_statement_dup_text (row, 8);
  item->framework = wm_statement_dup_text (row, 9);
  return item;
}

static gboolean
refuse_taken_name (WmStore *self, const WmSavedItem *item, GError **error)
{
  g_autofree char *taken = g_strdup_printf (_("“%s” exists already. Choose another name."), item->name);

  return wm_store_refuse_taken (self,
                                "SELECT EXISTS (SELECT 1 FROM saved_item"
                                " WHERE class = ? AND name = ? AND id <> ?)",
                                WM_PARAMS (WM_INT (item->saved_class), WM_TEXT (item->name),
                                           WM_INT (item->id)), taken, error);
}

/**
 * wm_store_list_saved:
 * @self: a project
 * @saved_class: analyses or charts
 * @error: return location for an error
 *
 * Lists the saved items of one class by name.
 *
 * Returns: (transfer container) (element-type WmSavedItem): the saved items; %NULL on error
 */
GPtrArray *
wm_store_list_saved (WmStore *self, WmSavedClass saved_class, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_list_items (self, "SELECT " SAVED_COLUMNS " FROM saved_item WHERE class = ?"
                              " ORDER BY name",
                              WM_PARAMS (WM_INT (saved_class)), read_item,
                              (GDestroyNotify) wm_saved_item_free, error);
}

/**
 * wm_store_get_saved:
 * @self: a project
 * @id: number of a saved item
 * @error: return location for an error
 *
 * Gets a saved item.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: (transfer full): the saved item; %NULL on error
 */
WmSavedItem *
wm_store_get_saved (WmStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_store_get_item (self, "SELECT " SAVED_COLUMNS " FROM saved_item WHERE id = ?",
                            WM_PARAMS (WM_INT (id)), read_item, _(UNKNOWN), error);
}

/**
 * wm_store_put_saved:
 * @self: a project
 * @item: a saved item; gets a number when it has none
 * @error: return location for an error
 *
 * Adds a saved item, or replaces the one of its number. One that was removed comes back
 * under its old number.
 *
 * Fails with %WM_STORE_ERROR_EXISTS where another one of its class has its name.
 *
 * Returns: whether it was stored
 */
gboolean
wm_store_put_saved (WmStore *self, WmSavedItem *item, GError **error)
{
  const WmParam none = WM_NULL, some = WM_INT (item->id);

  g_return_val_if_fail (self != NULL, FALSE);

  if (item->created_at == NULL)
    item->created_at = wm_store_dup_now ();
  return refuse_taken_name (self, item, error)
         && wm_store_put_item (self,
                               "INSERT INTO saved_item (" SAVED_COLUMNS ")"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                               " ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                               " class = excluded.class,"
                               " kind = excluded.kind,"
                               " definition = excluded.definition,"
                               " created_at = excluded.created_at,"
                               " result = excluded.result, words = excluded.words,"
                               " dictionary = excluded.dictionary,"
                               " framework = excluded.framework",
                               WM_PARAMS (item->id != 0 ? some : none, WM_TEXT (item->name),
                                          WM_INT (item->saved_class), WM_TEXT (item->kind),
                                          WM_TEXT (item->definition), WM_TEXT (item->created_at),
                                          WM_TEXT (item->result), WM_TEXT (item->words),
                                          WM_TEXT (item->dictionary),
                                          WM_TEXT (item->framework)),
                               &item->id, error);
}

/**
 * wm_store_remove_saved:
 * @self: a project
 * @id: number of a saved item
 * @error: return location for an error
 *
 * Removes a saved item. Whoever may want it back gets it first.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is none of that number.
 *
 * Returns: whether it was removed
 */
gboolean
wm_store_remove_saved (WmStore *self, gint64 id, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return wm_store_remove_item (self, "DELETE FROM saved_item WHERE id = ?", WM_PARAMS (WM_INT (id)),
                               _(UNKNOWN), error);
}
