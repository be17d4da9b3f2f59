/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework in the making: an edit takes the items that it changes out as copies, and every step
 * is written down as a change that can be taken back. */

#include "config.h"

#include "wm-framework-draft-private.h"

#include "wm-framework-read.h"

#include <glib/gi18n-lib.h>

struct _WmFrameworkDraft
{
  WmFramework *framework;    /* as it was */
  GPtrArray *items;          /* of WmFrameworkItem: as it will be */
  GHashTable *by_id;         /* id -> WmFrameworkItem, lent by @items */
  GHashTable *own;           /* set of the items that the draft may change */
  GPtrArray *changes;        /* of WmFrameworkChange */
};

WmFrameworkDraft *
wm_framework_draft_new (WmFramework *framework)
{
  WmFrameworkDraft *self = g_new0 (WmFrameworkDraft, 1);

  self->framework = wm_framework_ref (framework);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->own = g_hash_table_new (NULL, NULL);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_change_free);
  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      WmFrameworkItem *item = wm_framework_get_item (framework, i);

      g_ptr_array_add (self->items, wm_framework_item_ref (item));
      g_hash_table_insert (self->by_id, g_strdup (wm_framework_item_get_id (item)), item);
    }
  return self;
}

void
wm_framework_draft_free (WmFrameworkDraft *self)
{
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->own);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  wm_framework_unref (self->framework);
  g_free (self);
}

/* Hands the changes over; the draft is then only good to be freed. */
GPtrArray *
wm_framework_draft_finish (WmFrameworkDraft *self)
{
  return g_steal_pointer (&self->changes);
}

GPtrArray *
wm_framework_draft_get_items (WmFrameworkDraft *self)
{
  return self->items;
}

WmFrameworkItem *
wm_framework_draft_find (WmFrameworkDraft *self, const char *id, GError **error)
{
  WmFrameworkItem *item = g_hash_table_lookup (self->by_id, id);

  if (item == NULL)
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
                 _("The framework has no item “%s”"), id);
  return item;
}

static guint
find_position (WmFrameworkDraft *self, const WmFrameworkItem *item)
{
  guint position = 0;

  g_ptr_array_find (self->items, item, &position);
  return position;
}

/* Puts another value of an item in its place, and writes the change down. */
void
wm_framework_draft_replace (WmFrameworkDraft *self, WmFrameworkItem *item)
{
  WmFrameworkItem *before = g_hash_table_lookup (self->by_id, wm_framework_item_get_id (item));
  guint position = find_position (self, before);

  g_ptr_array_add (self->changes, wm_framework_change_new (position, before, item));
  g_hash_table_insert (self->by_id, g_strdup (wm_framework_item_get_id (item)), item);
  g_hash_table_add (self->own, item);
  wm_framework_item_unref (before);
  self->items->pdata[position] = wm_framework_item_ref (item);
}

/* Gets an item so that it can be changed: a copy the first time, the same copy from then on. */
WmFrameworkItem *
wm_framework_draft_edit (WmFrameworkDraft *self, const char *id)
{
  WmFrameworkItem *item = g_hash_table_lookup (self->by_id, id);
  g_autoptr (WmFrameworkItem) copy = NULL;

  if (g_hash_table_contains (self->own, item))
    return item;
  copy = wm_framework_item_copy (item);
  wm_framework_draft_replace (self, copy);
  return copy;
}

void
wm_framework_draft_add (WmFrameworkDraft *self, WmFrameworkItem *item)
{
  g_ptr_array_add (self->changes, wm_framework_change_new (self->items->len, NULL, item));
  g_ptr_array_add (self->items, wm_framework_item_ref (item));
  g_hash_table_insert (self->by_id, g_strdup (wm_framework_item_get_id (item)), item);
  g_hash_table_add (self->own, item);
}

static gboolean
check_place (const WmFrameworkItem *parent, const WmFrameworkItem *item, GError **error)
{
  WmItemKind above = wm_framework_item_get_kind (parent);
  WmItemKind kind = wm_framework_item_get_kind (item);

  if (kind <= above || (above == WM_ITEM_FRAMEWORK && kind != WM_ITEM_DOMAIN))
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                 _("“%1$s” cannot stand below “%2$s”"), wm_framework_item_get_name (item),
                 wm_framework_item_get_name (parent));
  else if (wm_framework_item_find_child (parent, wm_framework_item_get_id (item)) >= 0)
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                 _("“%1$s” stands below “%2$s” already"), wm_framework_item_get_name (item),
                 wm_framework_item_get_name (parent));
  else
    return TRUE;
  return FALSE;
}

/* Places an item below another, at the end when @place is -1 or behind it. */
gboolean
wm_framework_draft_insert (WmFrameworkDraft *self, const char *id, const char *parent, int place, GError **error)
{
  const WmFrameworkItem *item = wm_framework_draft_find (self, id, error);
  WmFrameworkItem *above = item != NULL ? wm_framework_draft_find (self, parent, error) : NULL;
  int n;

  if (above == NULL || !check_place (above, item, error))
    return FALSE;
  above = wm_framework_draft_edit (self, parent);
  n = (int) wm_framework_item_get_n_children (above);
  wm_framework_item_insert_child (above, place < 0 || place > n ? -1 : place, id);
  return TRUE;
}

void
wm_framework_draft_remove (WmFrameworkDraft *self, const char *id)
{
  WmFrameworkItem *item = g_hash_table_lookup (self->by_id, id);
  guint position = find_position (self, item);

  g_ptr_array_add (self->changes, wm_framework_change_new (position, item, NULL));
  g_hash_table_remove (self->own, item);
  g_hash_table_remove (self->by_id, id);
  g_ptr_array_remove_index (self->items, position);
}

char *
wm_framework_draft_make_id (WmFrameworkDraft *self, WmItemKind kind)
{
  for (guint n = self->items->len;; n++)
    {
      char *id = g_strdup_printf ("%s-%u", wm_item_kind_to_id (kind), n);

      if (!g_hash_table_contains (self->by_id, id))
        return id;
      g_free (id);
    }
}

static gboolean
has_link (const WmFrameworkItem *item, WmPartKind kind, const char *id)
{
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, kind); i++)
    if (g_strcmp0 (wm_framework_item_get_part (item, kind, i, WM_LINK_TO), id) == 0)
      return TRUE;
  return FALSE;
}

static void
redirect_parts (WmFrameworkDraft *self, const WmFrameworkItem *item, WmPartKind kind, const char *id, const char *to)
{
  g_autoptr (WmFrameworkItem) before = NULL;
  WmFrameworkItem *after;

  if (!has_link (item, kind, id))
    return;
  before = wm_framework_item_copy (item);
  after = wm_framework_draft_edit (self, wm_framework_item_get_id (item));
  wm_framework_item_clear_parts (after, kind);
  for (guint i = 0; i < wm_framework_item_get_n_parts (before, kind); i++)
    {
      const char *target = wm_framework_item_get_part (before, kind, i, WM_LINK_TO);
      const char *cells[WM_MAX_CELLS] = { g_strcmp0 (target, id) == 0 ? to : target, NULL };

      if (cells[0] != NULL && !g_str_equal (cells[0], wm_framework_item_get_id (after))
          && !has_link (after, kind, cells[0]))
        wm_framework_item_add_part (after, kind, cells);
    }
}

static void
redirect_child (WmFrameworkDraft *self, const WmFrameworkItem *item, const char *id, const char *to)
{
  WmFrameworkItem *after;
  int place = wm_framework_item_find_child (item, id);

  if (place < 0)
    return;
  after = wm_framework_draft_edit (self, wm_framework_item_get_id (item));
  wm_framework_item_remove_child (after, id);
  if (to != NULL && wm_framework_item_find_child (after, to) < 0)
    wm_framework_item_insert_child (after, place, to);
}

/* Lets every link to @id end at @to instead, or takes it away when @to is NULL. */
void
wm_framework_draft_redirect (WmFrameworkDraft *self, const char *id, const char *to)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      redirect_child (self, g_ptr_array_index (self->items, i), id, to);
      redirect_parts (self, g_ptr_array_index (self->items, i), WM_PART_READ_WITH, id, to);
      redirect_parts (self, g_ptr_array_index (self->items, i), WM_PART_LEADS_TO, id, to);
    }
}
