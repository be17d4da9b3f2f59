/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The steps of editing: one function for each, which looks at the framework, refuses what cannot be
 * in words, and gives the step as a value with its name. */

#include "config.h"

#include "wm-framework-edit.h"

#include "wm-framework-draft-private.h"
#include "wm-framework-links-private.h"
#include "wm-framework-read.h"

#include <glib/gi18n-lib.h>

struct _WmFrameworkEdit
{
  char *label;
  char *focus;
  GPtrArray *changes;     /* of WmFrameworkChange */
};

/* Makes a step of what a draft changed; @label is (transfer full). The draft is then only good to be
 * freed. */
WmFrameworkEdit *
wm_framework_draft_to_edit (WmFrameworkDraft *draft, char *label, const char *focus)
{
  WmFrameworkEdit *self = g_new0 (WmFrameworkEdit, 1);

  self->label = label;
  self->focus = g_strdup (focus);
  self->changes = wm_framework_draft_finish (draft);
  return self;
}

/**
 * wm_framework_edit_free:
 * @self: (transfer full): a step
 *
 * Frees a step.
 */
void
wm_framework_edit_free (WmFrameworkEdit *self)
{
  g_free (self->label);
  g_free (self->focus);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * wm_framework_edit_get_label:
 * @self: a step
 *
 * Gets the name of the step, such as "Delete of 3 indicators".
 *
 * Returns: (transfer none): the name
 */
const char *
wm_framework_edit_get_label (WmFrameworkEdit *self)
{
  return self->label;
}

/**
 * wm_framework_edit_get_focus:
 * @self: a step
 *
 * Gets the item that a person wants to see after the step.
 *
 * Returns: (transfer none) (nullable): its id; %NULL when the step removes it
 */
const char *
wm_framework_edit_get_focus (WmFrameworkEdit *self)
{
  return self->focus;
}

/**
 * wm_framework_edit_apply:
 * @self: a step
 * @framework: the framework that it was made for
 *
 * Takes the step.
 *
 * Returns: (transfer full): the framework after it
 */
WmFramework *
wm_framework_edit_apply (WmFrameworkEdit *self, WmFramework *framework)
{
  return wm_framework_apply (framework, self->changes);
}

/**
 * wm_framework_edit_revert:
 * @self: a step
 * @framework: the framework after it
 *
 * Takes the step back.
 *
 * Returns: (transfer full): the framework before it, the same in every byte
 */
WmFramework *
wm_framework_edit_revert (WmFrameworkEdit *self, WmFramework *framework)
{
  return wm_framework_revert (framework, self->changes);
}

/* All ids must name items; the header is no item that can be moved or deleted. */
static gboolean
check_ids (WmFramework *framework, const char *const *ids, gboolean may_be_header, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      int position = wm_framework_find_position (framework, ids[i]);

      if (position < 0 || (position == 0 && !may_be_header))
        {
          g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
                       _("The framework has no item “%s”"), ids[i]);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * wm_framework_edit_add:
 * @framework: a framework
 * @kind: what to add
 * @parent: the id of the item below which it will stand
 * @place: its place there, from 0; -1 for the end
 * @title: (nullable): its title
 * @error: return location for an error
 *
 * Adds an item.
 *
 * Returns: (transfer full): the step; its focus is the new item
 */
WmFrameworkEdit *
wm_framework_edit_add (WmFramework *framework, WmItemKind kind, const char *parent, int place,
                       const char *title, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = wm_framework_draft_new (framework);
  g_autofree char *id = wm_framework_draft_make_id (draft, kind);
  g_autoptr (WmFrameworkItem) item = wm_framework_item_new (kind, id);

  wm_framework_item_set_text (item, WM_FIELD_TITLE, title);
  wm_framework_draft_add (draft, item);
  if (!wm_framework_draft_insert (draft, id, parent, place, error))
    return NULL;
  return wm_framework_draft_to_edit (draft, g_strdup_printf (_("Addition of “%s”"), wm_framework_item_get_name (item)), id);
}

static void
duplicate_one (WmFrameworkDraft *draft, WmFramework *framework, const char *id, char **focus)
{
  const WmFrameworkItem *item = wm_framework_find (framework, id);
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, id);
  g_autofree char *copy_id = wm_framework_draft_make_id (draft, wm_framework_item_get_kind (item));
  g_autoptr (WmFrameworkItem) copy = wm_framework_item_copy_as (item, copy_id);

  wm_framework_draft_add (draft, copy);
  for (guint i = 0; i < parents->len; i++)
    {
      const char *parent = wm_framework_item_get_id (parents->pdata[i]);
      int place = wm_framework_item_find_child (wm_framework_draft_find (draft, parent, NULL), id);

      wm_framework_draft_insert (draft, copy_id, parent, place + 1, NULL);
    }
  g_free (*focus);
  *focus = g_steal_pointer (&copy_id);
}

/**
 * wm_framework_edit_duplicate:
 * @framework: a framework
 * @ids: (array zero-terminated=1): what to duplicate
 * @error: return location for an error
 *
 * Adds a copy after each item, wherever the item stands. The copy of an outcome has the same
 * indicators, not copies of them.
 *
 * Returns: (transfer full): the step; its focus is the last copy
 */
WmFrameworkEdit *
wm_framework_edit_duplicate (WmFramework *framework, const char *const *ids, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = wm_framework_draft_new (framework);
  g_autofree char *focus = NULL;
  guint n = g_strv_length ((GStrv) ids);

  if (!check_ids (framework, ids, FALSE, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    duplicate_one (draft, framework, ids[i], &focus);
  return wm_framework_draft_to_edit (draft, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Copy of %u item", "Copy of %u items", n), n),
                   focus);
}

/**
 * wm_framework_edit_set_text:
 * @framework: a framework
 * @ids: (array zero-terminated=1): the items
 * @field: a field that all of them have
 * @text: (nullable): what it shall hold
 * @error: return location for an error
 *
 * Sets a field of one item or of several at once. The title is a field like any other.
 *
 * Returns: (transfer full): the step; its focus is the first item
 */
WmFrameworkEdit *
wm_framework_edit_set_text (WmFramework *framework, const char *const *ids, WmField field,
                            const char *text, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = wm_framework_draft_new (framework);
  const char *label = _(wm_field_get_info (field)->label);

  if (!check_ids (framework, ids, TRUE, error))
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!wm_field_is_of (field, wm_framework_item_get_kind (wm_framework_find (framework, ids[i])))
          || !wm_field_accepts (field, text))
        {
          g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                       _("“%1$s” of “%2$s” cannot be “%3$s”"), label, ids[i], text != NULL ? text : "");
          return NULL;
        }
      wm_framework_item_set_text (wm_framework_draft_edit (draft, ids[i]), field, text);
    }
  return wm_framework_draft_to_edit (draft, g_strdup_printf (_("Change of “%s”"), label), ids[0]);
}

static void
note_link_cb (const char *id, const char *code, const char *value, char *message, gpointer user_data)
{
  char **first = user_data;

  if (*first == NULL)
    *first = message;
  else
    g_free (message);
}

/* Refuses a draft in which links end nowhere or lead back to where they began. */
static gboolean
check_links (WmFrameworkDraft *draft, GError **error)
{
  g_autofree char *wrong = NULL;

  wm_framework_check_links (wm_framework_draft_get_items (draft), note_link_cb, &wrong);
  if (wrong != NULL)
    g_set_error_literal (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT, wrong);
  return wrong == NULL;
}

/**
 * wm_framework_edit_replace:
 * @framework: a framework
 * @item: an item of an id that the framework has, with other texts, parts or children
 * @error: return location for an error
 *
 * Puts another value of an item in the place of the one that is there. Links that would end nowhere
 * or lead back are refused.
 *
 * Returns: (transfer full): the step; its focus is the item
 */
WmFrameworkEdit *
wm_framework_edit_replace (WmFramework *framework, WmFrameworkItem *item, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = wm_framework_draft_new (framework);
  const char *id = wm_framework_item_get_id (item);
  const WmFrameworkItem *before = wm_framework_draft_find (draft, id, error);

  if (before == NULL)
    return NULL;
  if (wm_framework_item_get_kind (before) != wm_framework_item_get_kind (item))
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT, _("“%s” is of another kind"), id);
      return NULL;
    }
  wm_framework_draft_replace (draft, item);
  if (!check_links (draft, error))
    return NULL;
  return wm_framework_draft_to_edit (draft, g_strdup_printf (_("Change of “%s”"), wm_framework_item_get_name (item)), id);
}

/* What stands below nothing but what goes, goes too. Items of a later kind only stand below those
 * of an earlier one, so that one round for each kind is enough. */
static GHashTable *
list_doomed (WmFramework *framework, const char *const *ids)
{
  GHashTable *doomed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (doomed, (char *) wm_framework_item_get_id (wm_framework_find (framework, ids[i])));
  for (int kind = WM_ITEM_OUTCOME; kind <= WM_ITEM_INDICATOR; kind++)
    {
      g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) lost = g_hash_table_new (g_str_hash, g_str_equal);
      GHashTableIter iter;
      gpointer id;

      for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
        {
          const WmFrameworkItem *parent = wm_framework_get_item (framework, i);
          gboolean goes = g_hash_table_contains (doomed, wm_framework_item_get_id (parent));

          for (guint j = 0; j < wm_framework_item_get_n_children (parent); j++)
            g_hash_table_add (goes ? lost : kept, (char *) wm_framework_item_get_child (parent, j));
        }
      g_hash_table_iter_init (&iter, lost);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (!g_hash_table_contains (kept, id))
          g_hash_table_add (doomed, (char *) wm_framework_item_get_id (wm_framework_find (framework, id)));
    }
  return doomed;
}

/* The kind that all items have; that of the framework when they differ. */
static WmItemKind
get_common_kind (WmFramework *framework, const char *const *ids)
{
  WmItemKind kind = wm_framework_item_get_kind (wm_framework_find (framework, ids[0]));

  for (guint i = 1; ids[i] != NULL; i++)
    if (wm_framework_item_get_kind (wm_framework_find (framework, ids[i])) != kind)
      return WM_ITEM_FRAMEWORK;
  return kind;
}

static char *
make_delete_label (WmFramework *framework, const char *const *ids)
{
  guint n = g_strv_length ((GStrv) ids);

  if (n == 1)
    return g_strdup_printf (_("Delete of “%s”"), wm_framework_item_get_name (wm_framework_find (framework, ids[0])));
  switch (get_common_kind (framework, ids))
    {
    case WM_ITEM_DOMAIN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete of %u domain", "Delete of %u domains", n), n);
    case WM_ITEM_OUTCOME:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete of %u outcome", "Delete of %u outcomes", n), n);
    case WM_ITEM_INDICATOR:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete of %u indicator", "Delete of %u indicators", n), n);
    case WM_ITEM_FRAMEWORK:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Delete of %u item", "Delete of %u items", n), n);
    }
}

/**
 * wm_framework_edit_delete:
 * @framework: a framework
 * @ids: (array zero-terminated=1): what to delete; at least one
 * @error: return location for an error
 *
 * Deletes items, and with a domain or an outcome what stands nowhere else. Links to what goes are
 * taken away too.
 *
 * Returns: (transfer full): the step
 */
WmFrameworkEdit *
wm_framework_edit_delete (WmFramework *framework, const char *const *ids, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = NULL;
  g_autoptr (GHashTable) doomed = NULL;

  g_return_val_if_fail (ids[0] != NULL, NULL);

  if (!check_ids (framework, ids, FALSE, error))
    return NULL;
  draft = wm_framework_draft_new (framework);
  doomed = list_doomed (framework, ids);
  for (guint i = wm_framework_get_n_items (framework); i > 0; i--)
    {
      const char *id = wm_framework_item_get_id (wm_framework_get_item (framework, i - 1));

      if (g_hash_table_contains (doomed, id))
        wm_framework_draft_remove (draft, id);
    }
  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      const char *id = wm_framework_item_get_id (wm_framework_get_item (framework, i));

      if (g_hash_table_contains (doomed, id))
        wm_framework_draft_redirect (draft, id, NULL);
    }
  return wm_framework_draft_to_edit (draft, make_delete_label (framework, ids), NULL);
}

static gboolean
links_to (WmPartKind kind, const char *const *cells, const WmFrameworkItem *item)
{
  return wm_part_get_info (kind)->is_link && g_strcmp0 (cells[WM_LINK_TO], wm_framework_item_get_id (item)) == 0;
}

static void
absorb_parts (WmFrameworkItem *item, const WmFrameworkItem *other, WmPartKind kind)
{
  for (guint i = 0; i < wm_framework_item_get_n_parts (other, kind); i++)
    {
      const char *cells[WM_MAX_CELLS];

      for (guint cell = 0; cell < WM_MAX_CELLS; cell++)
        cells[cell] = wm_framework_item_get_part (other, kind, i, cell);
      if (!links_to (kind, cells, item) && !wm_framework_item_has_part (item, kind, cells))
        wm_framework_item_add_part (item, kind, cells);
    }
}

/* What the first leaves open is taken from the other; parts and children that it lacks are added. */
static void
absorb (WmFrameworkItem *item, const WmFrameworkItem *other)
{
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_framework_item_get_text (item, field) == NULL && wm_framework_item_get_text (other, field) != NULL)
      wm_framework_item_set_text (item, field, wm_framework_item_get_text (other, field));
  for (int kind = 0; kind < WM_N_PART_KINDS; kind++)
    absorb_parts (item, other, kind);
  for (guint i = 0; i < wm_framework_item_get_n_children (other); i++)
    if (wm_framework_item_find_child (item, wm_framework_item_get_child (other, i)) < 0)
      wm_framework_item_insert_child (item, -1, wm_framework_item_get_child (other, i));
}

static gboolean
check_merge (WmFramework *framework, const char *const *ids, GError **error)
{
  guint n = g_strv_length ((GStrv) ids);
  gboolean is_twice = FALSE;

  if (!check_ids (framework, ids, FALSE, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    is_twice = is_twice || g_strv_contains (ids + i + 1, ids[i]);
  if (n >= 2 && !is_twice && get_common_kind (framework, ids) != WM_ITEM_FRAMEWORK)
    return TRUE;
  g_set_error_literal (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                       _("Only two or more items of one kind can be merged"));
  return FALSE;
}

static char *
make_merge_label (WmFramework *framework, const char *const *ids)
{
  guint n = g_strv_length ((GStrv) ids);

  switch (get_common_kind (framework, ids))
    {
    case WM_ITEM_DOMAIN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge of %u domain", "Merge of %u domains", n), n);
    case WM_ITEM_OUTCOME:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge of %u outcome", "Merge of %u outcomes", n), n);
    case WM_ITEM_INDICATOR:
    case WM_ITEM_FRAMEWORK:
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Merge of %u indicator", "Merge of %u indicators", n), n);
    }
}

/**
 * wm_framework_edit_merge:
 * @framework: a framework
 * @ids: (array zero-terminated=1): two items of one kind or more, each once
 * @error: return location for an error
 *
 * Merges items into the first: it stands wherever one of them stood, keeps what it says and holds,
 * takes what it lacks from the others in their order, and every link to one of them ends at it. A
 * merge after which an item would lead back to itself is refused.
 *
 * Returns: (transfer full): the step; its focus is the first item
 */
WmFrameworkEdit *
wm_framework_edit_merge (WmFramework *framework, const char *const *ids, GError **error)
{
  g_autoptr (WmFrameworkDraft) draft = NULL;

  if (!check_merge (framework, ids, error))
    return NULL;
  draft = wm_framework_draft_new (framework);
  for (guint i = 1; ids[i] != NULL; i++)
    absorb (wm_framework_draft_edit (draft, ids[0]), wm_framework_find (framework, ids[i]));
  for (guint i = 1; ids[i] != NULL; i++)
    {
      wm_framework_draft_remove (draft, ids[i]);
      wm_framework_draft_redirect (draft, ids[i], ids[0]);
    }
  if (!check_links (draft, error))
    return NULL;
  return wm_framework_draft_to_edit (draft, make_merge_label (framework, ids), ids[0]);
}
