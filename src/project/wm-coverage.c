/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework against the data of a project: which indicators have numbers, for where and when, how
 * fresh, which way they went for the own authority, and what would fill the gaps.
 *
 * An indicator has a part for each code that it or one of its sub-measures is bound to; it has data
 * when any part has. What the project knows of a code is looked up once and kept for the coverage
 * of the next edit of the framework. */

#include "config.h"

#include "wm-coverage.h"

#include "wm-number.h"
#include "wm-store-extents.h"
#include "wm-store-indicators.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Decimals that no published value has. */
#define NOISE_DECIMALS 9

struct _WmCoverage
{
  WmFramework *framework;   /* owned */
  GPtrArray *rows;          /* of WmCoverageRow, owned */
  GHashTable *by_id;        /* id, lent by the item -> row, lent */
  GHashTable *extents;      /* code -> WmExtent or NULL; shared with the coverage before and after */
};

/* What is needed while the rows are made. */
typedef struct
{
  WmProject *project;       /* lent */
  const char *own_code;     /* lent; NULL where nobody has said which authority is the own one */
  WmExtentReader *reader;   /* owned */
  GHashTable *polarities;   /* code -> WmPolarity; NULL until it is needed */
  WmCoverage *coverage;     /* lent */
  GError *error;            /* the first that happened */
} Survey;

/* A code that an indicator or a sub-measure of it is bound to. */
typedef struct
{
  const char *code;
  const char *title;        /* of the sub-measure; NULL for the indicator itself */
  const char *direction;    /* NULL where nobody has said */
} Part;

static void
row_free (WmCoverageRow *self)
{
  wm_framework_item_unref (self->indicator);
  g_free (self->filled_by);
  g_free (self->measure_code);
  g_free (self->part);
  g_free (self->first_period);
  g_free (self->last_period);
  g_free (self->file_name);
  g_free (self->as_at);
  g_free (self->own_period);
  g_free (self);
}

static GArray *
list_parts (const WmFrameworkItem *item)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  Part whole = { wm_framework_item_get_text (item, WM_FIELD_BINDING_CODE), NULL,
                 wm_framework_item_get_text (item, WM_FIELD_DIRECTION) };

  if (whole.code != NULL)
    g_array_append_val (parts, whole);
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_SUB_MEASURE); i++)
    {
      Part part = {
        wm_framework_item_get_part (item, WM_PART_SUB_MEASURE, i, WM_SUB_MEASURE_BINDING_CODE),
        wm_framework_item_get_part (item, WM_PART_SUB_MEASURE, i, WM_SUB_MEASURE_TITLE),
        wm_framework_item_get_part (item, WM_PART_SUB_MEASURE, i, WM_SUB_MEASURE_DIRECTION),
      };

      if (part.code != NULL && *part.code != '\0')
        g_array_append_val (parts, part);
    }
  return parts;
}

/* Finds how much there is of a code; NULL where there is no number. */
static const WmExtent *
find_extent (Survey *survey, const char *text)
{
  GHashTable *extents = survey->coverage->extents;
  g_autofree char *breakdown = NULL;
  g_autofree char *code = NULL;
  WmExtent *extent = NULL;

  if (g_hash_table_lookup_extended (extents, text, NULL, (gpointer *) &extent) || survey->error != NULL)
    return extent;
  code = wm_project_split_code (text, &breakdown);
  if (!wm_extent_reader_find (survey->reader, code, breakdown, survey->own_code, &extent, &survey->error))
    return NULL;
  if (extent != NULL && extent->n_values == 0)
    g_clear_pointer (&extent, wm_extent_free);
  g_hash_table_insert (extents, g_strdup (text), extent);
  return extent;
}

/* What the project says of the direction of a measure, for frameworks that say nothing. */
static const char *
find_direction (Survey *survey, const char *text)
{
  g_autofree char *breakdown = NULL;
  g_autofree char *code = wm_project_split_code (text, &breakdown);
  g_autoptr (GPtrArray) lines = NULL;
  WmPolarity polarity;

  if (survey->polarities == NULL)
    {
      survey->polarities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      lines = wm_store_list_indicators (wm_project_get_store (survey->project), &survey->error);
      for (guint i = 0; lines != NULL && i < lines->len; i++)
        {
          const WmIndicator *indicator = ((WmIndicatorRow *) g_ptr_array_index (lines, i))->indicator;

          g_hash_table_insert (survey->polarities, g_strdup (indicator->code),
                               GINT_TO_POINTER (indicator->polarity));
        }
    }
  polarity = GPOINTER_TO_INT (g_hash_table_lookup (survey->polarities, code));
  return polarity != WM_POLARITY_UNKNOWN ? wm_polarity_to_id (polarity) : NULL;
}

static double
read_bound (const WmFrameworkItem *item, WmField field, double unbounded)
{
  const char *text = wm_framework_item_get_text (item, field);

  return text != NULL ? g_ascii_strtod (text, NULL) : unbounded;
}

/* How far a value lies outside of the range that is good. */
static double
measure_miss (const WmFrameworkItem *item, double value)
{
  double low = read_bound (item, WM_FIELD_RANGE_LOW, -INFINITY);
  double high = read_bound (item, WM_FIELD_RANGE_HIGH, INFINITY);

  return MAX (0, MAX (low - value, value - high));
}

/* How much better the latest value is than the one before; below 0 where it is worse. */
static double
measure_gain (const WmFrameworkItem *item, const char *direction, double before, double now)
{
  if (g_str_equal (direction, "higher"))
    return now - before;
  if (g_str_equal (direction, "lower"))
    return before - now;
  return measure_miss (item, before) - measure_miss (item, now);
}

static WmTravel
find_travel (Survey *survey, const WmFrameworkItem *item, const Part *part, const WmExtent *extent)
{
  const char *direction = part->direction;
  double gain;

  if (isnan (extent->area_value) || isnan (extent->area_previous))
    return WM_TRAVEL_UNKNOWN;
  if (direction == NULL || *direction == '\0')
    direction = find_direction (survey, part->code);
  if (direction == NULL || g_str_equal (direction, "none"))
    return WM_TRAVEL_NO_DIRECTION;
  gain = wm_number_round (measure_gain (item, direction, extent->area_previous, extent->area_value),
                          NOISE_DECIMALS);
  if (gain == 0)
    return WM_TRAVEL_SAME;
  return gain > 0 ? WM_TRAVEL_BETTER : WM_TRAVEL_WORSE;
}

/* What the parts say together, each a bit of @said: one that says nothing is not heard, and those
 * that differ say nothing. */
static WmTravel
join_travels (guint said)
{
  static const WmTravel ways[] = { WM_TRAVEL_BETTER, WM_TRAVEL_WORSE, WM_TRAVEL_SAME };
  WmTravel joined = said & (1 << WM_TRAVEL_NO_DIRECTION) ? WM_TRAVEL_NO_DIRECTION : WM_TRAVEL_UNKNOWN;
  guint n_ways = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (said & (1 << ways[i]))
      {
        joined = ways[i];
        n_ways++;
      }
  return n_ways > 1 ? WM_TRAVEL_UNKNOWN : joined;
}

static void
fill_from (WmCoverageRow *row, const Part *part, const WmExtent *extent)
{
  row->state = WM_COVERAGE_DATA;
  row->measure_code = g_strdup (part->code);
  row->part = g_strdup (part->title);
  row->n_areas = extent->n_areas;
  row->n_values = extent->n_values;
  row->n_missing = extent->n_missing;
  row->first_period = g_strdup (extent->first_label);
  row->last_period = g_strdup (extent->last_label);
  row->last_year = extent->last_period.end_year;
  row->file_name = g_strdup (extent->file_name);
  row->as_at = g_strdup (extent->as_at);
  row->own_has_value = !isnan (extent->area_value);
  row->own_value = extent->area_value;
  row->own_previous = extent->area_previous;
  row->own_period = g_strdup (extent->area_label);
}

static void
fill_parts (Survey *survey, WmCoverageRow *row)
{
  g_autoptr (GArray) parts = list_parts (row->indicator);
  guint said = 0;

  row->n_parts = parts->len;
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const WmExtent *extent = find_extent (survey, part->code);

      if (extent == NULL)
        continue;
      if (row->n_parts_with_data == 0)
        fill_from (row, part, extent);
      row->n_parts_with_data++;
      said |= 1u << find_travel (survey, row->indicator, part, extent);
    }
  row->travel = join_travels (said);
  if (row->n_parts_with_data == 0 && parts->len > 0)
    row->measure_code = g_strdup (g_array_index (parts, Part, 0).code);
}

/* What a choice of the framework means for who fills the gap. */
static const struct
{
  WmField field;
  const char *value;
  WmCoverageState state;
} fillers[] = {
  { WM_FIELD_BINDING, "imported", WM_COVERAGE_IMPORT },
  { WM_FIELD_BINDING, "derived", WM_COVERAGE_DERIVE },
  { WM_FIELD_BINDING, "survey", WM_COVERAGE_COLLECT },
  { WM_FIELD_AVAILABILITY, "ready", WM_COVERAGE_IMPORT },
  { WM_FIELD_AVAILABILITY, "derivable", WM_COVERAGE_DERIVE },
  { WM_FIELD_AVAILABILITY, "new", WM_COVERAGE_COLLECT },
};

static const struct
{
  const char *kind;
  WmCoverageState state;
} source_fillers[] = {
  { "return", WM_COVERAGE_IMPORT },
  { "record", WM_COVERAGE_DERIVE },
  { "survey", WM_COVERAGE_COLLECT },
};

/* Whether the indicator or a part of it names a code. */
static gboolean
is_bound (const WmFrameworkItem *indicator)
{
  for (guint i = 0; i < wm_framework_item_get_n_parts (indicator, WM_PART_SUB_MEASURE); i++)
    if (wm_framework_item_get_part (indicator, WM_PART_SUB_MEASURE, i, WM_SUB_MEASURE_BINDING_CODE) != NULL)
      return TRUE;
  return wm_framework_item_get_text (indicator, WM_FIELD_BINDING_CODE) != NULL;
}

/**
 * wm_coverage_find_filler:
 * @indicator: an indicator
 *
 * Finds what would fill an indicator without data: its binding says it first, then its availability,
 * then its first source.
 *
 * Returns: the state that it has without data
 */
WmCoverageState
wm_coverage_find_filler (const WmFrameworkItem *indicator)
{
  const char *kind;

  g_return_val_if_fail (indicator != NULL, WM_COVERAGE_UNDECIDED);

  if (wm_framework_item_is_placeholder (indicator))
    return WM_COVERAGE_PLACEHOLDER;
  for (gsize i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (wm_framework_item_has (indicator, fillers[i].field, fillers[i].value))
      return fillers[i].state;
  if (is_bound (indicator))
    return WM_COVERAGE_IMPORT;
  if (wm_framework_item_get_n_parts (indicator, WM_PART_SOURCE) == 0)
    return WM_COVERAGE_UNDECIDED;
  kind = wm_framework_item_get_part (indicator, WM_PART_SOURCE, 0, WM_SOURCE_KIND);
  for (gsize i = 0; i < G_N_ELEMENTS (source_fillers); i++)
    if (g_strcmp0 (kind, source_fillers[i].kind) == 0)
      return source_fillers[i].state;
  return WM_COVERAGE_UNDECIDED;
}

static char *
join_sources (const WmFrameworkItem *item)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_SOURCE); i++)
    g_ptr_array_add (names, (char *) wm_framework_item_get_part (item, WM_PART_SOURCE, i, WM_SOURCE_NAME));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

/* Called for each place of each item; an indicator is looked at once. A placeholder is never looked
 * up: it is only planned, whatever it is bound to. */
static void
add_row_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Survey *survey = user_data;
  WmCoverage *self = survey->coverage;
  WmCoverageRow *row;

  if (wm_framework_item_get_kind (item) != WM_ITEM_INDICATOR
      || g_hash_table_contains (self->by_id, wm_framework_item_get_id (item)))
    return;
  row = g_new0 (WmCoverageRow, 1);
  row->indicator = wm_framework_item_ref (item);
  row->filled_by = join_sources (item);
  row->own_value = row->own_previous = NAN;
  if (wm_framework_item_is_placeholder (item))
    row->state = WM_COVERAGE_PLACEHOLDER;
  else
    {
      fill_parts (survey, row);
      if (row->n_parts_with_data == 0)
        row->state = wm_coverage_find_filler (item);
    }
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->by_id, (char *) wm_framework_item_get_id (item), row);
}

static WmCoverage *
make_coverage (WmProject *project, WmFramework *framework, GHashTable *extents, GError **error)
{
  g_autoptr (WmCoverage) self = g_atomic_rc_box_new0 (WmCoverage);
  const WmArea *own = wm_project_get_own_authority (project);
  Survey survey = { .project = project, .own_code = own != NULL ? own->code : NULL, .coverage = self };

  self->framework = wm_framework_ref (framework);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->extents = g_hash_table_ref (extents);
  survey.reader = wm_extent_reader_new (wm_project_get_store (project), &survey.error);
  if (survey.reader != NULL)
    wm_framework_walk (framework, add_row_cb, &survey);
  g_clear_pointer (&survey.reader, wm_extent_reader_free);
  g_clear_pointer (&survey.polarities, g_hash_table_unref);
  if (survey.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, survey.error);
  return NULL;
}

/**
 * wm_coverage_new:
 * @project: a project
 * @framework: a framework, of the project or not
 * @error: return location for an error
 *
 * Holds a framework against the data of a project. Which way an indicator went is told for the
 * project's own authority, by the direction that the framework gives or, where it gives none, by
 * that of the measure in the project.
 *
 * Returns: (transfer full): the coverage; %NULL on error
 */
WmCoverage *
wm_coverage_new (WmProject *project, WmFramework *framework, GError **error)
{
  g_autoptr (GHashTable) extents = NULL;

  g_return_val_if_fail (project != NULL && framework != NULL, NULL);

  extents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) wm_extent_free);
  return make_coverage (project, framework, extents, error);
}

/**
 * wm_coverage_renew:
 * @older: the coverage of the framework before it was edited
 * @project: the same project, with the same data and the same own authority as then
 * @framework: the framework as it is now
 * @error: return location for an error
 *
 * Holds a framework against the data of a project after an edit. What the project knows of a code is
 * taken from @older. After an import, an undo or another choice of the own authority use
 * [ctor@Coverage.new].
 *
 * Returns: (transfer full): the coverage; %NULL on error
 */
WmCoverage *
wm_coverage_renew (WmCoverage *older, WmProject *project, WmFramework *framework, GError **error)
{
  g_return_val_if_fail (older != NULL && project != NULL && framework != NULL, NULL);

  return make_coverage (project, framework, older->extents, error);
}

static void
coverage_clear (gpointer data)
{
  WmCoverage *self = data;

  wm_framework_unref (self->framework);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->extents);
}

/**
 * wm_coverage_ref:
 * @self: a coverage
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmCoverage *
wm_coverage_ref (WmCoverage *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_coverage_unref:
 * @self: (transfer full): a coverage
 *
 * Gives a reference back.
 */
void
wm_coverage_unref (WmCoverage *self)
{
  g_atomic_rc_box_release_full (self, coverage_clear);
}

/**
 * wm_coverage_get_framework:
 * @self: a coverage
 *
 * Gets the framework that it is of.
 *
 * Returns: (transfer none): the framework
 */
WmFramework *
wm_coverage_get_framework (WmCoverage *self)
{
  return self->framework;
}

/**
 * wm_coverage_get_n_rows:
 * @self: a coverage
 *
 * Counts the rows: all indicators, placeholders included.
 *
 * Returns: the number
 */
guint
wm_coverage_get_n_rows (WmCoverage *self)
{
  return self->rows->len;
}

/**
 * wm_coverage_get_row:
 * @self: a coverage
 * @place: from 0, in the order in which people read the framework
 *
 * Gets a row.
 *
 * Returns: (transfer none): the row
 */
const WmCoverageRow *
wm_coverage_get_row (WmCoverage *self, guint place)
{
  g_return_val_if_fail (place < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, place);
}

/**
 * wm_coverage_find:
 * @self: a coverage
 * @indicator_id: id of an indicator
 *
 * Finds the row of an indicator.
 *
 * Returns: (transfer none) (nullable): the row; %NULL where the framework has no such indicator
 */
const WmCoverageRow *
wm_coverage_find (WmCoverage *self, const char *indicator_id)
{
  return g_hash_table_lookup (self->by_id, indicator_id);
}

/**
 * wm_coverage_count:
 * @self: a coverage
 * @state: a state
 *
 * Counts the indicators of a state.
 *
 * Returns: the number
 */
guint
wm_coverage_count (WmCoverage *self, WmCoverageState state)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((const WmCoverageRow *) g_ptr_array_index (self->rows, i))->state == state;
  return n;
}

static void
count_item (WmCoverage *self, const char *id, GHashTable *seen, guint *states, guint *travels)
{
  const WmCoverageRow *row = wm_coverage_find (self, id);
  const WmFrameworkItem *item = wm_framework_find (self->framework, id);

  if (item == NULL || !g_hash_table_add (seen, (char *) wm_framework_item_get_id (item)))
    return;
  if (row != NULL)
    {
      states[row->state]++;
      if (row->state == WM_COVERAGE_DATA)
        travels[row->travel]++;
    }
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    count_item (self, wm_framework_item_get_child (item, i), seen, states, travels);
}

/**
 * wm_coverage_count_below:
 * @self: a coverage
 * @id: id of a domain, an outcome or an indicator
 * @states: (out caller-allocates) (array fixed-size=6): how many indicators of each state
 * @travels: (out caller-allocates) (array fixed-size=5): of those with data, how many of each way
 *
 * Counts the indicators below an item, each once. An indicator counts as being below itself.
 */
void
wm_coverage_count_below (WmCoverage *self, const char *id, guint *states, guint *travels)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < WM_N_COVERAGE_STATES; i++)
    states[i] = 0;
  for (guint i = 0; i < WM_N_TRAVELS; i++)
    travels[i] = 0;
  count_item (self, id, seen, states, travels);
}

/**
 * wm_coverage_dup_ids_with_data:
 * @self: a coverage
 *
 * Collects the ids of the indicators that have data.
 *
 * Returns: (transfer full) (element-type utf8): a set of ids
 */
GHashTable *
wm_coverage_dup_ids_with_data (WmCoverage *self)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const WmCoverageRow *row = g_ptr_array_index (self->rows, i);

      if (row->state == WM_COVERAGE_DATA)
        g_hash_table_add (ids, g_strdup (wm_framework_item_get_id (row->indicator)));
    }
  return ids;
}
