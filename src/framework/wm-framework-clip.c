/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Copying and pasting, within a framework and between frameworks and projects. What is copied is a
 * small framework file of its own, so that pasting reads it under the same guards as a file. */

#include "config.h"

#include "wm-framework-clip.h"

#include "wm-csv-writer.h"
#include "wm-framework-draft-private.h"
#include "wm-framework-read.h"
#include "wm-framework-write.h"

#include <glib/gi18n-lib.h>

/* What is copied: items that were chosen and all that stands below them. */
typedef struct
{
  WmFramework *framework;
  GHashTable *ids;        /* set, lent by the items */
  GPtrArray *items;       /* of WmFrameworkItem, lent, in the order in which people read them */
  GPtrArray *roots;       /* of those, the ones that nothing else of the selection holds */
} Selection;

static void
selection_clear (Selection *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->roots);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Selection, selection_clear)

static void
select_below (Selection *self, WmFrameworkItem *item)
{
  if (!g_hash_table_add (self->ids, (char *) wm_framework_item_get_id (item)))
    return;
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    {
      WmFrameworkItem *child = wm_framework_find (self->framework, wm_framework_item_get_child (item, i));

      if (child != NULL)
        select_below (self, child);
    }
}

static void
list_item_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Selection *self = user_data;

  if (g_hash_table_contains (self->ids, wm_framework_item_get_id (item))
      && !g_ptr_array_find (self->items, item, NULL))
    g_ptr_array_add (self->items, item);
}

/* The items of @items that no other of them holds. */
static GPtrArray *
list_roots (GPtrArray *items)
{
  g_autoptr (GHashTable) held = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *roots = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    for (guint j = 0; j < wm_framework_item_get_n_children (items->pdata[i]); j++)
      g_hash_table_add (held, (char *) wm_framework_item_get_child (items->pdata[i], j));
  for (guint i = 0; i < items->len; i++)
    if (!g_hash_table_contains (held, wm_framework_item_get_id (items->pdata[i])))
      g_ptr_array_add (roots, items->pdata[i]);
  return roots;
}

/* Unknown ids are passed over; the framework itself stands for all of its domains. */
static void
selection_init (Selection *self, WmFramework *framework, const char *const *ids)
{
  self->framework = framework;
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->items = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      WmFrameworkItem *item = wm_framework_find (framework, ids[i]);

      if (item != NULL)
        select_below (self, item);
    }
  wm_framework_walk (framework, list_item_cb, self);
  self->roots = list_roots (self->items);
}

/* A copy without links to what is not copied: a file with them could not be read. */
static WmFrameworkItem *
copy_item (const WmFrameworkItem *item, GHashTable *chosen)
{
  static const WmPartKind links[] = { WM_PART_READ_WITH, WM_PART_LEADS_TO };
  WmFrameworkItem *copy = wm_framework_item_copy (item);

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      wm_framework_item_clear_parts (copy, links[i]);
      for (guint part = 0; part < wm_framework_item_get_n_parts (item, links[i]); part++)
        {
          const char *to[WM_MAX_CELLS] = { wm_framework_item_get_part (item, links[i], part, WM_LINK_TO), NULL };

          if (to[0] != NULL && g_hash_table_contains (chosen, to[0]))
            wm_framework_item_add_part (copy, links[i], to);
        }
    }
  return copy;
}

/**
 * wm_framework_copy:
 * @framework: a framework
 * @ids: (array zero-terminated=1): what to copy
 *
 * Copies items and all that stands below them, for the clipboard. Links to items that are not
 * copied are left out.
 *
 * Returns: (transfer full): XML of the type %WM_FRAMEWORK_CLIP_TYPE
 */
GBytes *
wm_framework_copy (WmFramework *framework, const char *const *ids)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  WmFrameworkItem *header = wm_framework_item_new (WM_ITEM_FRAMEWORK, wm_framework_get_id (framework));
  g_auto (Selection) selection;
  g_autoptr (WmFramework) clip = NULL;

  selection_init (&selection, framework, ids);
  wm_framework_item_set_text (header, WM_FIELD_TITLE, wm_framework_get_title (framework));
  g_ptr_array_add (items, header);
  for (guint i = 0; i < selection.items->len; i++)
    g_ptr_array_add (items, copy_item (selection.items->pdata[i], selection.ids));
  for (guint i = 0; i < selection.roots->len; i++)
    if (wm_framework_item_get_kind (selection.roots->pdata[i]) == WM_ITEM_DOMAIN)
      wm_framework_item_insert_child (header, -1, wm_framework_item_get_id (selection.roots->pdata[i]));
  clip = wm_framework_new (items);
  return wm_framework_write (clip);
}

/* One cell of a line: blanks for breaks, and nothing that a spreadsheet would run. */
static void
append_cell (GString *text, const char *cell)
{
  g_autofree char *line = g_strdelimit (g_strdup (cell != NULL ? cell : ""), "\t\r\n", ' ');

  g_string_append (text, wm_csv_text_is_harmless (line) ? "" : "'");
  g_string_append (text, line);
}

static void
append_lines (GString *text, WmFramework *framework, const WmFrameworkItem *item, guint depth)
{
  g_string_append_printf (text, "%*s", (int) depth * 2, "");
  append_cell (text, wm_framework_item_get_text (item, WM_FIELD_TITLE));
  g_string_append_c (text, '\t');
  append_cell (text, wm_framework_item_get_text (item, WM_FIELD_CODE));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    {
      const WmFrameworkItem *child = wm_framework_find (framework, wm_framework_item_get_child (item, i));

      if (child != NULL)
        append_lines (text, framework, child, depth + 1);
    }
}

/**
 * wm_framework_copy_text:
 * @framework: a framework
 * @ids: (array zero-terminated=1): what to copy
 *
 * Copies items and all that stands below them as text for other programs: in each line the title,
 * indented by two blanks for each step down, a tab, and the code.
 *
 * Returns: (transfer full): the text
 */
char *
wm_framework_copy_text (WmFramework *framework, const char *const *ids)
{
  GString *text = g_string_new (NULL);
  g_auto (Selection) selection;

  selection_init (&selection, framework, ids);
  for (guint i = 0; i < selection.roots->len; i++)
    append_lines (text, framework, selection.roots->pdata[i], 0);
  return g_string_free (text, FALSE);
}

/* Where the next item of a clip goes: below @below, at @place, -1 for the end. */
typedef struct
{
  const char *below;
  int place;
} Spot;

static gboolean
may_stand_below (WmItemKind kind, WmItemKind above)
{
  return kind > above && (above != WM_ITEM_FRAMEWORK || kind == WM_ITEM_DOMAIN);
}

/* Climbs to the nearest item below which an item of a kind may stand; there it goes behind the item
 * from which it was climbed. */
static gboolean
find_spot (WmFramework *framework, WmItemKind kind, Spot *spot)
{
  const WmFrameworkItem *above = wm_framework_find (framework, spot->below);

  while (!may_stand_below (kind, wm_framework_item_get_kind (above)))
    {
      g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, spot->below);

      if (parents->len == 0)
        return FALSE;
      above = parents->pdata[0];
      spot->place = wm_framework_item_find_child (above, spot->below) + 1;
      spot->below = wm_framework_item_get_id (above);
    }
  return TRUE;
}

/* Ids that the items of a clip get: their own where it is free. */
static GHashTable *
make_ids (WmFrameworkDraft *draft, WmFramework *clip)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 1; i < wm_framework_get_n_items (clip); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (clip, i);
      const char *id = wm_framework_item_get_id (item);
      gboolean is_free = wm_framework_draft_find (draft, id, NULL) == NULL;
      g_autofree char *new_id = is_free ? g_strdup (id)
                                        : wm_framework_draft_make_id (draft, wm_framework_item_get_kind (item));
      g_autoptr (WmFrameworkItem) copy = wm_framework_item_copy_as (item, new_id);

      wm_framework_draft_add (draft, copy);
      g_hash_table_insert (ids, (char *) id, g_steal_pointer (&new_id));
    }
  return ids;
}

/* Lets a copy hold and link to the copies of what its original does. */
static void
redirect_copy (WmFrameworkItem *copy, const WmFrameworkItem *item, GHashTable *ids)
{
  static const WmPartKind links[] = { WM_PART_READ_WITH, WM_PART_LEADS_TO };
  guint n = wm_framework_item_get_n_children (item);

  for (guint i = 0; i < n; i++)
    wm_framework_item_remove_child (copy, wm_framework_item_get_child (item, i));
  for (guint i = 0; i < n; i++)
    wm_framework_item_insert_child (copy, -1, g_hash_table_lookup (ids, wm_framework_item_get_child (item, i)));
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      wm_framework_item_clear_parts (copy, links[i]);
      for (guint part = 0; part < wm_framework_item_get_n_parts (item, links[i]); part++)
        {
          const char *to = wm_framework_item_get_part (item, links[i], part, WM_LINK_TO);
          const char *cells[WM_MAX_CELLS] = { g_hash_table_lookup (ids, to), NULL };

          wm_framework_item_add_part (copy, links[i], cells);
        }
    }
}

static void
add_copies (WmFrameworkDraft *draft, WmFramework *clip, GHashTable *ids)
{
  for (guint i = 1; i < wm_framework_get_n_items (clip); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (clip, i);
      const char *id = g_hash_table_lookup (ids, wm_framework_item_get_id (item));

      redirect_copy (wm_framework_draft_edit (draft, id), item, ids);
    }
}

/* Places a root of a clip. Several that go to one place follow each other: @placed counts them. */
static gboolean
place_root (WmFrameworkDraft *draft, WmFramework *framework, const WmFrameworkItem *root, const char *id,
            Spot spot, GHashTable *placed, GError **error)
{
  guint before;

  if (!find_spot (framework, wm_framework_item_get_kind (root), &spot))
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                   _("“%s” cannot stand here. Choose a domain or an outcome to paste it into."),
                   wm_framework_item_get_name (root));
      return FALSE;
    }
  before = GPOINTER_TO_UINT (g_hash_table_lookup (placed, spot.below));
  g_hash_table_insert (placed, (char *) spot.below, GUINT_TO_POINTER (before + 1));
  return wm_framework_draft_insert (draft, id, spot.below, spot.place < 0 ? -1 : spot.place + (int) before, error);
}

static char *
make_paste_label (const GPtrArray *roots)
{
  if (roots->len == 1)
    return g_strdup_printf (_("Paste of “%s”"), wm_framework_item_get_name (roots->pdata[0]));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Paste of %u item", "Paste of %u items", roots->len),
                          roots->len);
}

static GPtrArray *
list_clip_roots (WmFramework *clip)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 1; i < wm_framework_get_n_items (clip); i++)
    g_ptr_array_add (items, wm_framework_get_item (clip, i));
  return list_roots (items);
}

static WmFrameworkEdit *
paste (WmFramework *framework, Spot spot, WmFramework *clip, GError **error)
{
  g_autoptr (GPtrArray) roots = list_clip_roots (clip);
  g_autoptr (WmFrameworkDraft) draft = wm_framework_draft_new (framework);
  g_autoptr (GHashTable) ids = make_ids (draft, clip);
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  const char *focus = NULL;

  if (roots->len == 0)
    {
      g_set_error_literal (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                           _("The clipboard holds a framework without items"));
      return NULL;
    }
  add_copies (draft, clip, ids);
  for (guint i = 0; i < roots->len; i++)
    {
      const char *id = g_hash_table_lookup (ids, wm_framework_item_get_id (roots->pdata[i]));

      if (!place_root (draft, framework, roots->pdata[i], id, spot, placed, error))
        return NULL;
      focus = focus != NULL ? focus : id;
    }
  return wm_framework_draft_to_edit (draft, make_paste_label (roots), focus);
}

/**
 * wm_framework_edit_paste:
 * @framework: a framework
 * @below: (nullable): the id of the item into which to paste; %NULL for the framework itself
 * @place: place there, from 0; -1 for the end
 * @clip: what was copied, from here or from anywhere
 * @error: return location for an error
 *
 * Pastes what was copied: indicators into an outcome or a domain, outcomes into a domain, domains
 * into the framework. What cannot stand in @below goes behind it, into the nearest item above that
 * can hold it. Items keep their ids where these are free.
 *
 * The clip is read as a file would be; see [func@framework_read] for how it fails.
 *
 * Returns: (transfer full): the step; its focus is the first item pasted
 */
WmFrameworkEdit *
wm_framework_edit_paste (WmFramework *framework, const char *below, int place, GBytes *clip, GError **error)
{
  g_autoptr (WmFramework) items = NULL;
  Spot spot = { below, place };

  g_return_val_if_fail (framework != NULL && clip != NULL, NULL);

  if (below == NULL)
    spot.below = wm_framework_get_id (framework);
  if (wm_framework_find (framework, spot.below) == NULL)
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
                   _("The framework has no item “%s”"), below);
      return NULL;
    }
  items = wm_framework_read (g_bytes_get_data (clip, NULL), g_bytes_get_size (clip), NULL, error);
  if (items == NULL)
    {
      /* Translators: what is wrong with the clipboard follows. */
      g_prefix_error (error, _("What is on the clipboard cannot be pasted. "));
      return NULL;
    }
  return paste (framework, spot, items, error);
}
