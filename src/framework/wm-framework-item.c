/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One item of a framework: what is said of it, and the ids of what stands below it. */

#include "config.h"

#include "wm-framework-item.h"

#include <string.h>

/* One sub-measure, source, reference and so on. */
typedef struct
{
  char *cells[WM_MAX_CELLS];
} Part;

struct _WmFrameworkItem
{
  WmItemKind kind;
  char *id;
  char *texts[WM_N_FIELDS];             /* NULL for nothing, never "" */
  GPtrArray *parts[WM_N_PART_KINDS];    /* of Part; NULL for none */
  GPtrArray *children;                  /* of char: ids, in order */
};

G_DEFINE_BOXED_TYPE (WmFrameworkItem, wm_framework_item, wm_framework_item_ref, wm_framework_item_unref)

static void
part_free (Part *part)
{
  for (int i = 0; i < WM_MAX_CELLS; i++)
    g_free (part->cells[i]);
  g_free (part);
}

/* A text as it can stand in XML: control characters become spaces, and nothing is NULL. */
static char *
dup_clean (const char *text)
{
  char *copy;

  if (text == NULL || *text == '\0')
    return NULL;
  copy = g_utf8_make_valid (text, -1);
  for (char *c = copy; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && *c != '\n' && *c != '\t')
      *c = ' ';
  for (char *c = strstr (copy, "\xef\xbf"); c != NULL; c = strstr (c + 3, "\xef\xbf"))
    if ((guchar) c[2] >= 0xbe)          /* U+FFFE and U+FFFF are not characters of XML */
      memcpy (c, "\xef\xbf\xbd", 3);
  return copy;
}

/**
 * wm_framework_id_is_valid:
 * @id: (nullable): a text
 *
 * Tells whether a text can be the id of an item: a letter, then letters, digits, ".", "-" and "_",
 * at most 100 of them.
 *
 * Returns: whether it can
 */
gboolean
wm_framework_id_is_valid (const char *id)
{
  if (id == NULL || !g_ascii_isalpha (*id) || strlen (id) > 100)
    return FALSE;
  for (const char *c = id; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr (".-_", *c) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * wm_framework_item_new:
 * @kind: what it is
 * @id: its id; see [func@framework_id_is_valid]
 *
 * Makes an item that says nothing yet.
 *
 * Returns: (transfer full): the item
 */
WmFrameworkItem *
wm_framework_item_new (WmItemKind kind, const char *id)
{
  WmFrameworkItem *self;

  g_return_val_if_fail (wm_framework_id_is_valid (id), NULL);

  self = g_atomic_rc_box_new0 (WmFrameworkItem);
  self->kind = kind;
  self->id = g_strdup (id);
  self->children = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * wm_framework_item_copy_as:
 * @self: an item
 * @id: the id of the copy
 *
 * Copies an item, with the ids of what stands below it, under another id.
 *
 * Returns: (transfer full): the copy, which may be set
 */
WmFrameworkItem *
wm_framework_item_copy_as (const WmFrameworkItem *self, const char *id)
{
  WmFrameworkItem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = wm_framework_item_new (self->kind, id);
  for (int i = 0; i < WM_N_FIELDS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  for (int i = 0; i < WM_N_PART_KINDS; i++)
    for (guint j = 0; j < wm_framework_item_get_n_parts (self, i); j++)
      wm_framework_item_add_part (copy, i, (const char *const *)
                                  ((Part *) g_ptr_array_index (self->parts[i], j))->cells);
  for (guint i = 0; i < self->children->len; i++)
    g_ptr_array_add (copy->children, g_strdup (g_ptr_array_index (self->children, i)));
  return copy;
}

/**
 * wm_framework_item_copy:
 * @self: an item
 *
 * Copies an item so that the copy may be changed.
 *
 * Returns: (transfer full): the copy
 */
WmFrameworkItem *
wm_framework_item_copy (const WmFrameworkItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return wm_framework_item_copy_as (self, self->id);
}

/**
 * wm_framework_item_ref:
 * @self: an item
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmFrameworkItem *
wm_framework_item_ref (WmFrameworkItem *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
item_clear (gpointer data)
{
  WmFrameworkItem *self = data;

  g_free (self->id);
  for (int i = 0; i < WM_N_FIELDS; i++)
    g_free (self->texts[i]);
  for (int i = 0; i < WM_N_PART_KINDS; i++)
    g_clear_pointer (&self->parts[i], g_ptr_array_unref);
  g_ptr_array_unref (self->children);
}

/**
 * wm_framework_item_unref:
 * @self: (transfer full): an item
 *
 * Drops a reference.
 */
void
wm_framework_item_unref (WmFrameworkItem *self)
{
  g_atomic_rc_box_release_full (self, item_clear);
}

static gboolean
parts_equal (const WmFrameworkItem *self, const WmFrameworkItem *other, WmPartKind kind)
{
  guint n = wm_framework_item_get_n_parts (self, kind);

  if (n != wm_framework_item_get_n_parts (other, kind))
    return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint cell = 0; cell < wm_part_get_n_cells (kind); cell++)
      if (g_strcmp0 (wm_framework_item_get_part (self, kind, i, cell),
                     wm_framework_item_get_part (other, kind, i, cell)) != 0)
        return FALSE;
  return TRUE;
}

/**
 * wm_framework_item_equal:
 * @self: an item
 * @other: another
 *
 * Compares two items whole, ids and children included.
 *
 * Returns: whether they say the same
 */
gboolean
wm_framework_item_equal (const WmFrameworkItem *self, const WmFrameworkItem *other)
{
  if (self == other)
    return TRUE;
  if (self->kind != other->kind || !g_str_equal (self->id, other->id)
      || self->children->len != other->children->len)
    return FALSE;
  for (int i = 0; i < WM_N_FIELDS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;
  for (int i = 0; i < WM_N_PART_KINDS; i++)
    if (!parts_equal (self, other, i))
      return FALSE;
  for (guint i = 0; i < self->children->len; i++)
    if (!g_str_equal (g_ptr_array_index (self->children, i), g_ptr_array_index (other->children, i)))
      return FALSE;
  return TRUE;
}

/**
 * wm_framework_item_get_kind:
 * @self: an item
 *
 * Gets what the item is.
 *
 * Returns: the kind
 */
WmItemKind
wm_framework_item_get_kind (const WmFrameworkItem *self)
{
  return self->kind;
}

/**
 * wm_framework_item_get_id:
 * @self: an item
 *
 * Gets the id, which is unique in a framework and which other items link to.
 *
 * Returns: (transfer none): the id
 */
const char *
wm_framework_item_get_id (const WmFrameworkItem *self)
{
  return self->id;
}

/**
 * wm_framework_item_get_name:
 * @self: an item
 *
 * Gets what to call the item in a sentence: its title, or its id when it has none.
 *
 * Returns: (transfer none): the name
 */
const char *
wm_framework_item_get_name (const WmFrameworkItem *self)
{
  return self->texts[WM_FIELD_TITLE] != NULL ? self->texts[WM_FIELD_TITLE] : self->id;
}

/**
 * wm_framework_item_get_text:
 * @self: an item
 * @field: a field
 *
 * Gets what a field holds.
 *
 * Returns: (transfer none) (nullable): the text; %NULL when nothing was said
 */
const char *
wm_framework_item_get_text (const WmFrameworkItem *self, WmField field)
{
  return self->texts[field];
}

/**
 * wm_framework_item_set_text:
 * @self: an item that is not shared yet
 * @field: a field that items of its kind have
 * @text: (nullable): what it should hold, as [func@field_accepts] allows
 *
 * Sets a field. Control characters become spaces.
 */
void
wm_framework_item_set_text (WmFrameworkItem *self, WmField field, const char *text)
{
  char *clean;

  g_return_if_fail (wm_field_is_of (field, self->kind));
  g_return_if_fail (wm_field_accepts (field, text));

  clean = dup_clean (text);
  g_free (self->texts[field]);
  self->texts[field] = clean;
}

/**
 * wm_framework_item_has:
 * @self: an item
 * @field: a field
 * @value: a value
 *
 * Tells whether a field holds just this value.
 *
 * Returns: whether it does
 */
gboolean
wm_framework_item_has (const WmFrameworkItem *self, WmField field, const char *value)
{
  return g_strcmp0 (self->texts[field], value) == 0;
}

/**
 * wm_framework_item_is_placeholder:
 * @self: an item
 *
 * Tells whether an indicator is only planned. A placeholder enters no count and no chart.
 *
 * Returns: whether it is
 */
gboolean
wm_framework_item_is_placeholder (const WmFrameworkItem *self)
{
  return wm_framework_item_has (self, WM_FIELD_PLACEHOLDER, "yes");
}

/**
 * wm_framework_item_get_n_parts:
 * @self: an item
 * @kind: a kind of part
 *
 * Counts the parts of a kind.
 *
 * Returns: the number
 */
guint
wm_framework_item_get_n_parts (const WmFrameworkItem *self, WmPartKind kind)
{
  return self->parts[kind] != NULL ? self->parts[kind]->len : 0;
}

/**
 * wm_framework_item_get_part:
 * @self: an item
 * @kind: a kind of part
 * @part: number of the part, from 0
 * @cell: number of the cell, such as %WM_SOURCE_NAME
 *
 * Gets one cell of a part.
 *
 * Returns: (transfer none) (nullable): the text; %NULL when nothing was said
 */
const char *
wm_framework_item_get_part (const WmFrameworkItem *self, WmPartKind kind, guint part, guint cell)
{
  g_return_val_if_fail (part < wm_framework_item_get_n_parts (self, kind) && cell < WM_MAX_CELLS, NULL);

  return ((const Part *) g_ptr_array_index (self->parts[kind], part))->cells[cell];
}

/**
 * wm_framework_item_has_part:
 * @self: an item
 * @kind: a kind of part
 * @cells: its cells, as many as the kind has; %NULL or "" for nothing
 *
 * Tells whether the item has a part that says just this.
 *
 * Returns: whether it has
 */
gboolean
wm_framework_item_has_part (const WmFrameworkItem *self, WmPartKind kind, const char *const *cells)
{
  for (guint part = 0; part < wm_framework_item_get_n_parts (self, kind); part++)
    {
      guint cell = 0;

      while (cell < wm_part_get_n_cells (kind)
             && g_strcmp0 (wm_framework_item_get_part (self, kind, part, cell),
                           cells[cell] != NULL && *cells[cell] != '\0' ? cells[cell] : NULL) == 0)
        cell++;
      if (cell == wm_part_get_n_cells (kind))
        return TRUE;
    }
  return FALSE;
}

/**
 * wm_framework_item_add_part:
 * @self: an item that is not shared yet
 * @kind: a kind of part that items of its kind may have
 * @cells: its cells, as many as the kind has; %NULL for nothing
 *
 * Adds a part at the end.
 */
void
wm_framework_item_add_part (WmFrameworkItem *self, WmPartKind kind, const char *const *cells)
{
  Part *part;

  g_return_if_fail (wm_part_is_of (kind, self->kind));

  part = g_new0 (Part, 1);
  for (guint i = 0; i < wm_part_get_n_cells (kind); i++)
    part->cells[i] = dup_clean (cells[i]);
  if (self->parts[kind] == NULL)
    self->parts[kind] = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  g_ptr_array_add (self->parts[kind], part);
}

/**
 * wm_framework_item_clear_parts:
 * @self: an item that is not shared yet
 * @kind: a kind of part
 *
 * Removes all parts of a kind.
 */
void
wm_framework_item_clear_parts (WmFrameworkItem *self, WmPartKind kind)
{
  g_clear_pointer (&self->parts[kind], g_ptr_array_unref);
}

/**
 * wm_framework_item_get_n_children:
 * @self: an item
 *
 * Counts what stands directly below the item.
 *
 * Returns: the number
 */
guint
wm_framework_item_get_n_children (const WmFrameworkItem *self)
{
  return self->children->len;
}

/**
 * wm_framework_item_get_child:
 * @self: an item
 * @place: from 0
 *
 * Gets the id of an item below this one.
 *
 * Returns: (transfer none): the id
 */
const char *
wm_framework_item_get_child (const WmFrameworkItem *self, guint place)
{
  g_return_val_if_fail (place < self->children->len, NULL);

  return g_ptr_array_index (self->children, place);
}

/**
 * wm_framework_item_find_child:
 * @self: an item
 * @id: an id
 *
 * Finds the place of an item below this one.
 *
 * Returns: the place, or -1
 */
int
wm_framework_item_find_child (const WmFrameworkItem *self, const char *id)
{
  guint place;

  return g_ptr_array_find_with_equal_func (self->children, id, g_str_equal, &place) ? (int) place : -1;
}

/**
 * wm_framework_item_insert_child:
 * @self: an item that is not shared yet
 * @place: where, from 0; -1 for the end
 * @id: the id of an item of a later kind
 *
 * Places an item below this one.
 */
void
wm_framework_item_insert_child (WmFrameworkItem *self, int place, const char *id)
{
  g_return_if_fail (place <= (int) self->children->len);
  g_return_if_fail (wm_framework_id_is_valid (id));

  g_ptr_array_insert (self->children, place, g_strdup (id));
}

/**
 * wm_framework_item_remove_child:
 * @self: an item that is not shared yet
 * @id: an id
 *
 * Takes an item away from below this one.
 *
 * Returns: whether it was there
 */
gboolean
wm_framework_item_remove_child (WmFrameworkItem *self, const char *id)
{
  int place = wm_framework_item_find_child (self, id);

  if (place >= 0)
    g_ptr_array_remove_index (self->children, place);
  return place >= 0;
}
