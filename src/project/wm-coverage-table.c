/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A coverage as words and as tables: all indicators, and the gaps by what would fill them. */

#include "config.h"

#include "wm-coverage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *id;
  const char *words;
} states[WM_N_COVERAGE_STATES] = {
  [WM_COVERAGE_DATA] = { "data", N_("Has data") },
  [WM_COVERAGE_IMPORT] = { "import", N_("A return or a table would fill it") },
  [WM_COVERAGE_DERIVE] = { "derive", N_("Can be derived from child-level data") },
  [WM_COVERAGE_COLLECT] = { "collect", N_("Needs a survey or another new collection") },
  [WM_COVERAGE_UNDECIDED] = { "undecided", N_("Nobody has said what would fill it") },
  [WM_COVERAGE_PLACEHOLDER] = { "placeholder", N_("Only planned") },
}, travels[WM_N_TRAVELS] = {
  [WM_TRAVEL_UNKNOWN] = { "unknown", N_("Not known") },
  [WM_TRAVEL_BETTER] = { "better", N_("Better") },
  [WM_TRAVEL_WORSE] = { "worse", N_("Worse") },
  [WM_TRAVEL_SAME] = { "same", N_("The same") },
  [WM_TRAVEL_NO_DIRECTION] = { "no-direction", N_("No agreed direction") },
};

/**
 * wm_coverage_state_to_id:
 * @state: a state
 *
 * Gets the name of a state in files.
 *
 * Returns: (transfer none): the name, such as "collect"
 */
const char *
wm_coverage_state_to_id (WmCoverageState state)
{
  return states[state].id;
}

/**
 * wm_coverage_state_get_words:
 * @state: a state
 *
 * Gets the name of a state for people.
 *
 * Returns: (transfer none): the words
 */
const char *
wm_coverage_state_get_words (WmCoverageState state)
{
  return _(states[state].words);
}

/**
 * wm_travel_to_id:
 * @travel: which way an indicator went
 *
 * Gets its name in files.
 *
 * Returns: (transfer none): the name, such as "better"
 */
const char *
wm_travel_to_id (WmTravel travel)
{
  return travels[travel].id;
}

/**
 * wm_travel_get_words:
 * @travel: which way an indicator went
 *
 * Gets its name for people.
 *
 * Returns: (transfer none): the words
 */
const char *
wm_travel_get_words (WmTravel travel)
{
  return _(travels[travel].words);
}

/* Where and when there is data of a measure. */
static char *
describe_extent (const WmCoverageRow *row)
{
  if (g_strcmp0 (row->first_period, row->last_period) == 0)
    return g_strdup_printf (
      /* Translators: %1$s is the code of a measure, %2$u a number of areas, %3$s a period. */
      ngettext ("%1$s: %2$u area in %3$s", "%1$s: %2$u areas in %3$s", row->n_areas),
      row->measure_code, row->n_areas, row->last_period);
  return g_strdup_printf (
    /* Translators: %1$s is the code of a measure, %2$u a number of areas, %3$s and %4$s periods. */
    ngettext ("%1$s: %2$u area from %3$s to %4$s", "%1$s: %2$u areas from %3$s to %4$s", row->n_areas),
    row->measure_code, row->n_areas, row->first_period, row->last_period);
}

/**
 * wm_coverage_row_dup_words:
 * @row: a row
 *
 * Says what data there is for an indicator, or what would fill it.
 *
 * Returns: (transfer full): the words
 */
char *
wm_coverage_row_dup_words (const WmCoverageRow *row)
{
  g_autofree char *extent = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (row->state != WM_COVERAGE_DATA)
    return g_strdup (wm_coverage_state_get_words (row->state));
  extent = describe_extent (row);
  if (row->n_parts_with_data == row->n_parts)
    return g_steal_pointer (&extent);
  return g_strdup_printf (
    /* Translators: %1$u is how many of the %2$u parts of an indicator have data, %3$s what data. */
    _("%1$u of %2$u parts: %3$s"), row->n_parts_with_data, row->n_parts, extent);
}

/**
 * wm_coverage_dup_words:
 * @self: a coverage
 *
 * Says of each indicator what data there is for it, or what would fill it.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the words, by the id of the indicator
 */
GHashTable *
wm_coverage_dup_words (WmCoverage *self)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < wm_coverage_get_n_rows (self); i++)
    {
      const WmCoverageRow *row = wm_coverage_get_row (self, i);

      g_hash_table_insert (words, g_strdup (wm_framework_item_get_id (row->indicator)),
                           wm_coverage_row_dup_words (row));
    }
  return words;
}

/* Where the indicators stand: the titles of their domains and outcomes, by id; all is lent by the
 * framework. */
typedef struct
{
  GHashTable *domains;   /* id -> GPtrArray of titles */
  GHashTable *outcomes;  /* id -> GPtrArray of titles */
  WmFrameworkItem *domain;
} Places;

static void
add_title (GHashTable *table, const WmFrameworkItem *item, const WmFrameworkItem *above)
{
  const char *id = wm_framework_item_get_id (item);
  const char *title = above != NULL ? wm_framework_item_get_text (above, WM_FIELD_TITLE) : NULL;
  GPtrArray *titles = g_hash_table_lookup (table, id);

  if (title == NULL || (titles != NULL && g_ptr_array_find (titles, title, NULL)))
    return;
  if (titles == NULL)
    {
      titles = g_ptr_array_new ();
      g_hash_table_insert (table, (char *) id, titles);
    }
  g_ptr_array_add (titles, (char *) title);
}

static void
note_place_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Places *places = user_data;

  if (depth == 0)
    places->domain = wm_framework_item_get_kind (item) == WM_ITEM_DOMAIN ? item : NULL;
  if (wm_framework_item_get_kind (item) != WM_ITEM_INDICATOR)
    return;
  add_title (places->domains, item, places->domain);
  if (parent != NULL && wm_framework_item_get_kind (parent) == WM_ITEM_OUTCOME)
    add_title (places->outcomes, item, parent);
}

static void
places_init (Places *self, WmFramework *framework)
{
  self->domains = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) g_ptr_array_unref);
  self->outcomes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) g_ptr_array_unref);
  wm_framework_walk (framework, note_place_cb, self);
}

static void
places_clear (Places *self)
{
  g_clear_pointer (&self->domains, g_hash_table_unref);
  g_clear_pointer (&self->outcomes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

static void
add_columns (WmTable *table, const char *const *names, WmColumnKind kind)
{
  for (gsize i = 0; names[i] != NULL; i++)
    wm_table_add_column (table, names[i], kind);
}

static void
add_titles (WmTable *table, GHashTable *titles, const WmFrameworkItem *item)
{
  const GPtrArray *of_item = g_hash_table_lookup (titles, wm_framework_item_get_id (item));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; of_item != NULL && i < of_item->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (char *) g_ptr_array_index (of_item, i));
  wm_table_add_text (table, text->str);
}

/* The first cells of both tables: which indicator it is. */
static void
add_indicator (WmTable *table, const WmFrameworkItem *item, Places *places)
{
  add_titles (table, places->domains, item);
  add_titles (table, places->outcomes, item);
  wm_table_add_text (table, wm_framework_item_get_id (item));
  wm_table_add_text (table, wm_framework_item_get_text (item, WM_FIELD_CODE));
  wm_table_add_text (table, wm_framework_item_get_text (item, WM_FIELD_TITLE));
}

static void
add_figures (WmTable *table, const WmCoverageRow *row)
{
  gboolean has_data = row->state == WM_COVERAGE_DATA;

  wm_table_add_text (table, row->measure_code);
  wm_table_add_text (table, row->part);
  wm_table_add_number (table, row->n_parts);
  wm_table_add_number (table, row->n_parts_with_data);
  wm_table_add_number (table, has_data ? row->n_areas : NAN);
  wm_table_add_number (table, has_data ? row->n_values : NAN);
  wm_table_add_number (table, has_data ? row->n_missing : NAN);
  wm_table_add_text (table, row->first_period);
  wm_table_add_text (table, row->last_period);
  wm_table_add_text (table, row->file_name);
  wm_table_add_text (table, row->as_at);
  wm_table_add_text (table, row->own_period);
  wm_table_add_number (table, row->own_value);
  wm_table_add_number (table, row->own_previous);
  wm_table_add_text (table, has_data ? wm_travel_to_id (row->travel) : NULL);
}

/**
 * wm_coverage_to_table:
 * @self: a coverage
 *
 * Makes a table of all indicators, for files and programs.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_coverage_to_table (WmCoverage *self)
{
  static const char *const texts[] = {
    "domain", "outcome", "indicator", "code", "title", "state", "sources", "measure", "part", NULL
  };
  static const char *const counts[] = {
    "parts", "parts_with_data", "areas", "values", "missing", NULL
  };
  static const char *const periods[] = {
    "first_period", "last_period", "file", "as_at", "own_period", NULL
  };
  static const char *const own[] = { "own_value", "own_previous", NULL };
  WmTable *table = wm_table_new ();
  g_auto (Places) places = { 0 };

  add_columns (table, texts, WM_COLUMN_TEXT);
  add_columns (table, counts, WM_COLUMN_NUMBER);
  add_columns (table, periods, WM_COLUMN_TEXT);
  add_columns (table, own, WM_COLUMN_NUMBER);
  wm_table_add_column (table, "travel", WM_COLUMN_TEXT);
  places_init (&places, wm_coverage_get_framework (self));
  for (guint i = 0; i < wm_coverage_get_n_rows (self); i++)
    {
      const WmCoverageRow *row = wm_coverage_get_row (self, i);

      wm_table_begin_row (table);
      add_indicator (table, row->indicator, &places);
      wm_table_add_text (table, wm_coverage_state_to_id (row->state));
      wm_table_add_text (table, row->filled_by);
      add_figures (table, row);
    }
  return table;
}

/* By state, then by source, then in the order of the framework. */
static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const WmCoverageRow *row_a = *(const WmCoverageRow *const *) a;
  const WmCoverageRow *row_b = *(const WmCoverageRow *const *) b;

  if (row_a->state != row_b->state)
    return row_a->state < row_b->state ? -1 : 1;
  return g_strcmp0 (row_a->filled_by, row_b->filled_by);
}

static gboolean
is_gap (const WmCoverageRow *row)
{
  return row->state != WM_COVERAGE_DATA && row->state != WM_COVERAGE_PLACEHOLDER;
}

/* Adds a row for an outcome that has no indicator at all. */
static void
add_unmeasured (WmTable *table, WmFramework *framework, const WmFrameworkItem *outcome)
{
  g_autoptr (GPtrArray) domains =
    wm_framework_list_parents (framework, wm_framework_item_get_id (outcome));
  const WmFrameworkItem *domain = domains->len > 0 ? g_ptr_array_index (domains, 0) : NULL;

  wm_table_begin_row (table);
  wm_table_add_text (table, "unmeasured");
  wm_table_add_text (table, NULL);
  wm_table_add_text (table, domain != NULL ? wm_framework_item_get_text (domain, WM_FIELD_TITLE) : NULL);
  wm_table_add_text (table, wm_framework_item_get_text (outcome, WM_FIELD_TITLE));
  for (guint i = 0; i < 3; i++)
    wm_table_add_text (table, NULL);
}

/**
 * wm_coverage_to_gap_table:
 * @self: a coverage
 *
 * Makes a table of the indicators without data, those together that the same would fill, and at its
 * end of the outcomes that no indicator measures. Placeholders are left out.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_coverage_to_gap_table (WmCoverage *self)
{
  static const char *const names[] = {
    "state", "sources", "domain", "outcome", "indicator", "code", "title", NULL
  };
  WmFramework *framework = wm_coverage_get_framework (self);
  WmTable *table = wm_table_new ();
  g_autoptr (GPtrArray) gaps = g_ptr_array_new ();
  g_auto (Places) places = { 0 };

  add_columns (table, names, WM_COLUMN_TEXT);
  for (guint i = 0; i < wm_coverage_get_n_rows (self); i++)
    if (is_gap (wm_coverage_get_row (self, i)))
      g_ptr_array_add (gaps, (gpointer) wm_coverage_get_row (self, i));
  g_ptr_array_sort (gaps, compare_gaps);
  places_init (&places, framework);
  for (guint i = 0; i < gaps->len; i++)
    {
      const WmCoverageRow *row = g_ptr_array_index (gaps, i);

      wm_table_begin_row (table);
      wm_table_add_text (table, wm_coverage_state_to_id (row->state));
      wm_table_add_text (table, row->filled_by);
      add_indicator (table, row->indicator, &places);
    }
  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      WmFrameworkItem *item = wm_framework_get_item (framework, i);

      if (wm_framework_item_get_kind (item) == WM_ITEM_OUTCOME && wm_framework_is_gap (framework, item))
        add_unmeasured (table, framework, item);
    }
  return table;
}
