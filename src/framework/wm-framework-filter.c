/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Search as one types, and filters. What an item says is folded once and kept from one value of the
 * framework to the next; a search then only looks for words in it, and goes down and up the links
 * once. */

#include "config.h"

#include "wm-framework-filter.h"

#include <string.h>

/* The words of a search are bits of a number; the last one takes what is left. */
#define MAX_WORDS 64

/* Positions of an item and of one that stands below it. */
typedef struct
{
  guint parent;
  guint child;
} Link;

struct _WmFrameworkIndex
{
  WmFramework *framework;
  GPtrArray *texts;      /* of GRefString: what each item says, folded, by position */
  GArray *links;         /* of Link: those of the framework first, those of outcomes last */
};

/* Where a search stands with one item. */
typedef struct
{
  guint64 words;         /* that were found in it or above it */
  gboolean is_tagged;    /* it or something above it has the tag */
  gboolean shows;
} State;

typedef struct
{
  const WmFrameworkFilter *filter;
  GStrv words;
  guint64 all_words;
  GHashTable *with_data;
  GHashTable *with_findings;
} Search;

static const WmField searched_fields[] = {
  WM_FIELD_TITLE, WM_FIELD_CODE, WM_FIELD_QUESTION, WM_FIELD_RATIONALE, WM_FIELD_DEFINITION,
  WM_FIELD_NUMERATOR, WM_FIELD_DENOMINATOR, WM_FIELD_GROUP, WM_FIELD_BINDING_CODE, WM_FIELD_NOTES,
};

static const WmPartKind searched_parts[] = {
  WM_PART_SUB_MEASURE, WM_PART_SOURCE, WM_PART_REFERENCE, WM_PART_TAG,
};

static void
append (GString *text, const char *more)
{
  if (more != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append (text, more);
    }
}

/* Letters and digits without case and accents, words with a blank between. Other signs vanish, so
 * that "T2-1-3" is one word and "front-line" is found as "frontline". */
static char *
squash (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *squashed = g_string_new (NULL);
  gboolean is_between = FALSE;

  for (const char *p = decomposed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        is_between = TRUE;
      else if (g_unichar_isalnum (c))
        {
          if (is_between && squashed->len > 0)
            g_string_append_c (squashed, ' ');
          g_string_append_unichar (squashed, g_unichar_tolower (c));
          is_between = FALSE;
        }
    }
  return g_string_free (squashed, FALSE);
}

static char *
fold_item (const WmFrameworkItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (searched_fields); i++)
    append (text, wm_framework_item_get_text (item, searched_fields[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (searched_parts); i++)
    for (guint part = 0; part < wm_framework_item_get_n_parts (item, searched_parts[i]); part++)
      for (guint cell = 0; cell < wm_part_get_n_cells (searched_parts[i]); cell++)
        if (wm_part_get_info (searched_parts[i])->choices[cell] == NULL)
          append (text, wm_framework_item_get_part (item, searched_parts[i], part, cell));
  folded = squash (text->str);
  return g_ref_string_new (folded);
}

/* The text of an item, taken over from the older index when the item is the same value. */
static char *
get_text (WmFrameworkItem *item, const WmFrameworkIndex *older)
{
  int position = older != NULL
                   ? wm_framework_find_position (older->framework, wm_framework_item_get_id (item)) : -1;

  if (position >= 0 && wm_framework_get_item (older->framework, position) == item)
    return g_ref_string_acquire (g_ptr_array_index (older->texts, position));
  return fold_item (item);
}

static void
add_links (WmFrameworkIndex *self, guint parent)
{
  const WmFrameworkItem *item = wm_framework_get_item (self->framework, parent);

  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    {
      int child = wm_framework_find_position (self->framework, wm_framework_item_get_child (item, i));
      Link link = { parent, (guint) child };

      if (child >= 0
          && wm_framework_item_get_kind (wm_framework_get_item (self->framework, child))
               > wm_framework_item_get_kind (item))
        g_array_append_val (self->links, link);
    }
}

/**
 * wm_framework_index_new:
 * @framework: a framework
 * @older: (nullable): the index of an earlier value of it
 *
 * Makes what a search needs. With the index from before an edit, only the items that the edit
 * changed are looked at anew.
 *
 * Returns: (transfer full): the index
 */
WmFrameworkIndex *
wm_framework_index_new (WmFramework *framework, WmFrameworkIndex *older)
{
  WmFrameworkIndex *self;
  guint n;

  g_return_val_if_fail (framework != NULL, NULL);

  n = wm_framework_get_n_items (framework);
  self = g_new0 (WmFrameworkIndex, 1);
  self->framework = wm_framework_ref (framework);
  self->texts = g_ptr_array_new_full (n, (GDestroyNotify) g_ref_string_release);
  self->links = g_array_sized_new (FALSE, FALSE, sizeof (Link), n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->texts, get_text (wm_framework_get_item (framework, i), older));
  for (WmItemKind kind = WM_ITEM_FRAMEWORK; kind < WM_ITEM_INDICATOR; kind++)
    for (guint i = 0; i < n; i++)
      if (wm_framework_item_get_kind (wm_framework_get_item (framework, i)) == kind)
        add_links (self, i);
  return self;
}

/**
 * wm_framework_index_free:
 * @self: (transfer full): an index
 *
 * Frees an index.
 */
void
wm_framework_index_free (WmFrameworkIndex *self)
{
  g_ptr_array_unref (self->texts);
  g_array_unref (self->links);
  wm_framework_unref (self->framework);
  g_free (self);
}

static guint64
find_words (const Search *search, const char *text)
{
  guint64 found = 0;

  for (guint i = 0; search->words[i] != NULL; i++)
    if (strstr (text, search->words[i]) != NULL)
      found |= G_GUINT64_CONSTANT (1) << i;
  return found;
}

/* What a person chose must be what the item says; "" is for nothing said. */
static gboolean
fits (const char *wanted, const char *said)
{
  return wanted == NULL || g_str_equal (wanted, said != NULL ? said : "");
}

static gboolean
has_cell (const WmFrameworkItem *item, WmPartKind kind, guint cell, const char *wanted)
{
  for (guint part = 0; part < wm_framework_item_get_n_parts (item, kind); part++)
    if (g_strcmp0 (wm_framework_item_get_part (item, kind, part, cell), wanted) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
fits_source (const WmFrameworkItem *item, const char *wanted)
{
  if (wanted == NULL)
    return TRUE;
  return *wanted == '\0' ? wm_framework_item_get_n_parts (item, WM_PART_SOURCE) == 0
                         : has_cell (item, WM_PART_SOURCE, WM_SOURCE_KIND, wanted);
}

/* Parts of an indicator can have a direction of their own. */
static gboolean
fits_direction (const WmFrameworkItem *item, const char *wanted)
{
  return fits (wanted, wm_framework_item_get_text (item, WM_FIELD_DIRECTION))
         || has_cell (item, WM_PART_SUB_MEASURE, WM_SUB_MEASURE_DIRECTION, wanted);
}

static gboolean
has_tag (const WmFrameworkItem *item, const WmFrameworkFilter *filter)
{
  gboolean any_value = filter->tag_value == NULL || *filter->tag_value == '\0';

  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_TAG); i++)
    if (g_strcmp0 (wm_framework_item_get_part (item, WM_PART_TAG, i, WM_TAG_GROUPING), filter->tag_grouping) == 0
        && (any_value
            || g_strcmp0 (wm_framework_item_get_part (item, WM_PART_TAG, i, WM_TAG_VALUE), filter->tag_value) == 0))
      return TRUE;
  return FALSE;
}

static gboolean
asks_of_indicators (const WmFrameworkFilter *filter)
{
  return filter->data_kind != NULL || filter->availability != NULL || filter->source != NULL
         || filter->direction != NULL || filter->has_data >= 0 || filter->only_vital_signs;
}

static gboolean
fits_indicator (const Search *search, const WmFrameworkItem *item)
{
  const WmFrameworkFilter *filter = search->filter;
  gboolean has_data = search->with_data != NULL
                      && g_hash_table_contains (search->with_data, wm_framework_item_get_id (item));

  return fits (filter->data_kind, wm_framework_item_get_text (item, WM_FIELD_DATA_KIND))
         && fits (filter->availability, wm_framework_item_get_text (item, WM_FIELD_AVAILABILITY))
         && fits_source (item, filter->source)
         && fits_direction (item, filter->direction)
         && (filter->has_data < 0 || has_data == (filter->has_data > 0))
         && (!filter->only_vital_signs || wm_framework_item_has (item, WM_FIELD_VITAL_SIGN, "yes"));
}

static gboolean
fits_tag (const WmFrameworkFilter *filter, WmItemKind kind, gboolean is_tagged)
{
  if (filter->tag_grouping == NULL)
    return TRUE;
  return wm_part_is_of (WM_PART_TAG, kind)
         && is_tagged != (filter->tag_value != NULL && *filter->tag_value == '\0');
}

static gboolean
matches (const Search *search, const WmFrameworkItem *item, const State *state)
{
  const WmFrameworkFilter *filter = search->filter;
  WmItemKind kind = wm_framework_item_get_kind (item);

  if (state->words != search->all_words || !fits_tag (filter, kind, state->is_tagged))
    return FALSE;
  if (filter->only_findings
      && (search->with_findings == NULL
          || !g_hash_table_contains (search->with_findings, wm_framework_item_get_id (item))))
    return FALSE;
  return kind == WM_ITEM_INDICATOR ? fits_indicator (search, item) : !asks_of_indicators (filter);
}

/* The header is what everything stands below, so what it says finds nothing. */
static void
look_at_items (const WmFrameworkIndex *self, const Search *search, State *states)
{
  for (guint i = 1; i < self->texts->len; i++)
    {
      states[i].words = find_words (search, g_ptr_array_index (self->texts, i));
      states[i].is_tagged = search->filter->tag_grouping != NULL
                            && has_tag (wm_framework_get_item (self->framework, i), search->filter);
    }
}

static void
hand_down (const WmFrameworkIndex *self, State *states)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      states[link->child].words |= states[link->parent].words;
      states[link->child].is_tagged |= states[link->parent].is_tagged;
    }
}

static void
hand_up (const WmFrameworkIndex *self, State *states)
{
  for (guint i = self->links->len; i > 0; i--)
    {
      const Link *link = &g_array_index (self->links, Link, i - 1);

      states[link->parent].shows |= states[link->child].shows;
    }
}

/* The bits of @n words. */
static guint64
make_mask (guint n)
{
  return n < MAX_WORDS ? (G_GUINT64_CONSTANT (1) << n) - 1 : G_MAXUINT64;
}

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = squash (text != NULL ? text : "");

  return g_strsplit (folded, " ", MAX_WORDS);
}

/**
 * wm_framework_index_filter:
 * @self: an index
 * @filter: what to look for
 * @with_data: (nullable): set of the ids of indicators that have data; %NULL for none
 * @with_findings: (nullable): set of the ids of items of which something is said that they lack;
 *   %NULL for none
 *
 * Finds the items that show: those that match, and everything above them. All words must be found,
 * in any order, whatever their case and accents, in the item or in what it stands below; so a
 * domain whose title matches shows all that it holds. Titles, codes, questions, definitions,
 * numerators, denominators, groups, notes, sub-measures, sources, references and tags are searched.
 * What is asked of indicators, such as a kind of data, no domain and no outcome has by itself.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the set of the ids
 */
GHashTable *
wm_framework_index_filter (WmFrameworkIndex *self, const WmFrameworkFilter *filter, GHashTable *with_data,
                           GHashTable *with_findings)
{
  GHashTable *shown;
  g_auto (GStrv) words = NULL;
  g_autofree State *states = NULL;
  Search search;

  g_return_val_if_fail (self != NULL && filter != NULL, NULL);

  words = split_words (filter->text);
  search = (Search) { filter, words, make_mask (g_strv_length (words)), with_data, with_findings };
  states = g_new0 (State, self->texts->len);
  look_at_items (self, &search, states);
  hand_down (self, states);
  for (guint i = 1; i < self->texts->len; i++)
    states[i].shows = matches (&search, wm_framework_get_item (self->framework, i), &states[i]);
  hand_up (self, states);
  shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->texts->len; i++)
    if (states[i].shows)
      g_hash_table_add (shown, g_strdup (wm_framework_item_get_id (wm_framework_get_item (self->framework, i))));
  return shown;
}

/**
 * wm_framework_filter_hides:
 * @filter: what to look for
 *
 * Tells whether a filter asks for anything at all.
 *
 * Returns: whether it can hide an item
 */
gboolean
wm_framework_filter_hides (const WmFrameworkFilter *filter)
{
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (filter != NULL, FALSE);

  words = split_words (filter->text);
  return words[0] != NULL || asks_of_indicators (filter) || filter->only_findings || filter->tag_grouping != NULL;
}

/**
 * wm_framework_filter_count:
 * @framework: a framework
 * @shown: the ids that show, of [method@FrameworkIndex.filter]
 * @kind: a kind of item
 *
 * Counts the items of a kind that show. Placeholders are never counted, and an indicator that
 * serves several outcomes is counted once.
 *
 * Returns: the number
 */
guint
wm_framework_filter_count (WmFramework *framework, GHashTable *shown, WmItemKind kind)
{
  guint n = 0;

  g_return_val_if_fail (framework != NULL && shown != NULL, 0);

  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (framework, i);

      n += wm_framework_item_get_kind (item) == kind && !wm_framework_item_is_placeholder (item)
           && g_hash_table_contains (shown, wm_framework_item_get_id (item));
    }
  return n;
}
