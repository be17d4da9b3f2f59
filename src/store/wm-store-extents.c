/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How much there is of a measure: for which areas and periods, how fresh, from which file, and the
 * latest two numbers of one area. Sums come from the counts beside the series; areas and first
 * periods are looked up by keys, so that no values are read. */

#include "config.h"

#include "wm-store-extents.h"

#include "wm-store-live-private.h"
#include "wm-store-sql-private.h"
#include "wm-text.h"

#include <math.h>

/* What is asked about a group of series: all of one measure, breakdown and family. */
typedef enum
{
  ASK_FIRST,
  ASK_AREAS,
  ASK_LATEST,
  N_QUESTIONS,
} Question;

struct _WmExtentReader
{
  WmStore *store;                          /* lent */
  WmStatement *series;
  WmStatement *questions[2][N_QUESTIONS];  /* of a group of one series, and of several */
};

typedef struct
{
  gint64 indicator;
  gint64 breakdown;
  char *family;        /* owned */
  guint n_series;
} Group;

static void
group_clear (Group *self)
{
  g_clear_pointer (&self->family, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

/* The family is the one that charts take: the first that the measure has. */
#define SERIES \
  "SELECT s.indicator_id, s.breakdown_id, i.family, s.id, s.n_values, s.n_missing, s.last_period," \
  " l.text, i.file_name, i.as_at FROM series s" \
  " JOIN import i ON i.id = s.import_id AND NOT i.is_undone" \
  " LEFT JOIN period_label l ON l.id = s.last_label_id" \
  " WHERE s.indicator_id = (SELECT id FROM indicator WHERE code = ?1)" \
  " AND s.breakdown_id = (SELECT id FROM breakdown WHERE text = ?2)" \
  " AND i.family = (SELECT i.family" WM_STORE_LIVE_SERIES "WHERE n.code = ?1" \
  "  ORDER BY" WM_STORE_FAMILY_ORDER "LIMIT 1)" \
  " ORDER BY i.id DESC"

/* The series of a group: ?1 measure, ?2 breakdown, ?3 family. */
#define OF_GROUP(series, import) \
  " JOIN import " import " ON " import ".id = " series ".import_id AND NOT " import ".is_undone" \
  " AND " import ".family = ?3 "

#define GROUP_IS " s.indicator_id = ?1 AND s.breakdown_id = ?2 "

/* A number in the row o of the series s; of several series, one that no newer import of the group
 * has superseded. */
#define COUNTS_ALONE " o.missing = 0 "
#define COUNTS_AMONG \
  COUNTS_ALONE "AND NOT EXISTS (SELECT 1 FROM series t" OF_GROUP ("t", "j") \
  "  JOIN observation p ON p.series_id = t.id AND p.period = o.period AND p.area_id = o.area_id" \
  "  WHERE t.indicator_id = ?1 AND t.breakdown_id = ?2 AND t.import_id > s.import_id) "

/* For each series its own first period, which the key of the table gives at once. */
#define FIRST(counts) \
  "SELECT (SELECT o.period FROM observation o WHERE o.series_id = s.id AND" counts \
  "  ORDER BY o.period LIMIT 1) AS first," \
  " (SELECT l.text FROM observation o LEFT JOIN period_label l ON l.id = o.label_id" \
  "  WHERE o.series_id = s.id AND" counts " ORDER BY o.period LIMIT 1)" \
  " FROM series s" OF_GROUP ("s", "i") "WHERE" GROUP_IS "AND first NOT NULL ORDER BY first LIMIT 1"

#define LATEST(counts) \
  "SELECT o.period, o.value, l.text FROM series s" OF_GROUP ("s", "i") \
  " JOIN observation o ON o.series_id = s.id" \
  " AND o.area_id = (SELECT id FROM area WHERE code = ?4) AND" counts \
  " LEFT JOIN period_label l ON l.id = o.label_id WHERE" GROUP_IS "ORDER BY o.period DESC"

/* Of one series, the areas of the latest period are counted at once, and only the others are looked
 * up; among several, each area is looked up until one number counts. */
#define LATEST_AREAS \
  " FROM observation o WHERE o.series_id = s.id AND o.period = s.last_period AND" COUNTS_ALONE
#define AREAS_ALONE \
  "SELECT (SELECT count (*)" LATEST_AREAS ") + (SELECT count (*) FROM" \
  "  (SELECT id FROM area EXCEPT SELECT o.area_id" LATEST_AREAS ") a WHERE EXISTS" \
  "  (SELECT 1 FROM observation o WHERE o.series_id = s.id AND o.area_id = a.id AND" COUNTS_ALONE "))" \
  " FROM series s" OF_GROUP ("s", "i") "WHERE" GROUP_IS
#define AREAS_AMONG \
  "SELECT count (*) FROM area a WHERE EXISTS (SELECT 1 FROM series s" OF_GROUP ("s", "i") \
  " JOIN observation o ON o.series_id = s.id AND o.area_id = a.id AND" COUNTS_AMONG \
  " WHERE" GROUP_IS ")"

static const char *const questions[2][N_QUESTIONS] = {
  { FIRST (COUNTS_ALONE), AREAS_ALONE, LATEST (COUNTS_ALONE) },
  { FIRST (COUNTS_AMONG), AREAS_AMONG, LATEST (COUNTS_AMONG) },
};

/**
 * wm_extent_free:
 * @self: (transfer full) (nullable): an extent
 *
 * Frees an extent.
 */
void
wm_extent_free (WmExtent *self)
{
  if (self == NULL)
    return;
  g_free (self->first_label);
  g_free (self->last_label);
  g_free (self->file_name);
  g_free (self->as_at);
  g_free (self->area_label);
  g_free (self);
}

/**
 * wm_extent_reader_new:
 * @store: a project; must live as long as the reader
 * @error: return location for an error
 *
 * Makes ready to look up measures.
 *
 * Returns: (transfer full): the reader; %NULL on error
 */
WmExtentReader *
wm_extent_reader_new (WmStore *store, GError **error)
{
  g_autoptr (WmExtentReader) self = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  self = g_new0 (WmExtentReader, 1);
  self->store = store;
  self->series = wm_store_prepare (store, SERIES, error);
  if (self->series == NULL)
    return NULL;
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < N_QUESTIONS; k++)
      {
        self->questions[i][k] = wm_store_prepare (store, questions[i][k], error);
        if (self->questions[i][k] == NULL)
          return NULL;
      }
  return g_steal_pointer (&self);
}

/**
 * wm_extent_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees a reader.
 */
void
wm_extent_reader_free (WmExtentReader *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->series);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < N_QUESTIONS; k++)
      sqlite3_finalize (self->questions[i][k]);
  g_free (self);
}

/* Adds what one series says of itself; they come from the newest import to the oldest. */
static void
add_series (WmExtent *extent, WmStatement *row)
{
  WmPeriod last = wm_period_from_key (sqlite3_column_int64 (row, 6));
  gboolean has_values = sqlite3_column_int64 (row, 4) > 0;

  if (extent->file_name == NULL || (has_values && extent->n_values == 0))
    {
      wm_set_str (&extent->file_name, wm_statement_get_text (row, 8));
      wm_set_str (&extent->as_at, wm_statement_get_text (row, 9));
    }
  if (has_values && (extent->n_values == 0 || wm_period_compare (last, extent->last_period) > 0))
    {
      extent->last_period = last;
      wm_set_str (&extent->last_label, wm_statement_get_text (row, 7));
    }
  extent->n_values += sqlite3_column_int64 (row, 4);
  extent->n_missing += sqlite3_column_int64 (row, 5);
}

static gboolean
read_series (WmExtentReader *self, const char *indicator_code, const char *breakdown,
             WmExtent **extent, Group *group, GError **error)
{
  gboolean has_row;

  wm_statement_bind (self->series, WM_PARAMS (WM_TEXT (indicator_code), WM_TEXT (breakdown)));
  while (wm_store_next (self->store, self->series, &has_row, error))
    {
      if (!has_row)
        return TRUE;
      if (*extent == NULL)
        {
          *extent = g_new0 (WmExtent, 1);
          (*extent)->area_value = (*extent)->area_previous = NAN;
          group->indicator = sqlite3_column_int64 (self->series, 0);
          group->breakdown = sqlite3_column_int64 (self->series, 1);
          group->family = wm_statement_dup_text (self->series, 2);
        }
      add_series (*extent, self->series);
      group->n_series++;
    }
  return FALSE;
}

/* Asks a question about a group and goes to the first row of the answer; NULL on error. The statement
 * must be reset after use. */
static WmStatement *
ask (WmExtentReader *self, Question question, const Group *group, const char *area_code,
     gboolean *has_row, GError **error)
{
  WmStatement *statement = self->questions[group->n_series > 1][question];
  const WmParam end = { .kind = WM_PARAM_END }, area = WM_TEXT (area_code);

  wm_statement_bind (statement, WM_PARAMS (WM_INT (group->indicator), WM_INT (group->breakdown),
                                           WM_TEXT (group->family), area_code != NULL ? area : end));
  return wm_store_next (self->store, statement, has_row, error) ? statement : NULL;
}

static gboolean
read_first (WmExtentReader *self, const Group *group, WmExtent *extent, GError **error)
{
  gboolean has_row;
  WmStatement *answer = ask (self, ASK_FIRST, group, NULL, &has_row, error);

  if (answer == NULL)
    return FALSE;
  if (has_row)
    extent->first_label = wm_statement_dup_text (answer, 1);
  sqlite3_reset (answer);
  return TRUE;
}

static gboolean
read_areas (WmExtentReader *self, const Group *group, WmExtent *extent, GError **error)
{
  gboolean has_row;
  WmStatement *answer = ask (self, ASK_AREAS, group, NULL, &has_row, error);

  if (answer == NULL)
    return FALSE;
  extent->n_areas = sqlite3_column_int64 (answer, 0);
  sqlite3_reset (answer);
  return TRUE;
}

/* Takes a number over, from the latest to the earliest; tells whether an earlier one is wanted. */
static gboolean
take_latest (WmExtent *extent, WmStatement *row, WmPeriod *latest)
{
  WmPeriod period = wm_period_from_key (sqlite3_column_int64 (row, 0));

  if (isnan (extent->area_value))
    {
      *latest = period;
      extent->area_value = wm_statement_get_real (row, 1);
      extent->area_label = wm_statement_dup_text (row, 2);
    }
  else if (period.kind == latest->kind)
    extent->area_previous = wm_statement_get_real (row, 1);
  return isnan (extent->area_previous);
}

/* The latest number of an area, and the one before it for a period of the same kind. */
static gboolean
read_latest (WmExtentReader *self, const Group *group, const char *area_code, WmExtent *extent,
             GError **error)
{
  WmPeriod latest = WM_PERIOD_NONE;
  gboolean has_row;
  WmStatement *answer = ask (self, ASK_LATEST, group, area_code, &has_row, error);
  gboolean is_good = answer != NULL;

  while (is_good && has_row && take_latest (extent, answer, &latest))
    is_good = wm_store_next (self->store, answer, &has_row, error);
  sqlite3_reset (answer);
  return is_good;
}

/**
 * wm_extent_reader_find:
 * @self: a reader
 * @indicator_code: code of a measure
 * @breakdown: a breakdown; "" for the total
 * @area_code: (nullable): an area whose latest numbers are wanted
 * @extent: (out) (transfer full) (nullable): how much there is; %NULL where the project has no
 *   observation of it; untouched on failure
 * @error: return location for an error
 *
 * Looks up how much there is of a measure. Of several source families it is the one that charts
 * take, the first of [method@Store.list_families].
 *
 * Returns: whether that could be found out
 */
gboolean
wm_extent_reader_find (WmExtentReader *self, const char *indicator_code, const char *breakdown,
                       const char *area_code, WmExtent **extent, GError **error)
{
  g_autoptr (WmExtent) found = NULL;
  g_auto (Group) group = { 0 };

  g_return_val_if_fail (self != NULL && indicator_code != NULL && breakdown != NULL, FALSE);

  if (!read_series (self, indicator_code, breakdown, &found, &group, error))
    return FALSE;
  if (found != NULL && found->n_values > 0
      && (!read_first (self, &group, found, error) || !read_areas (self, &group, found, error)
          || (area_code != NULL && !read_latest (self, &group, area_code, found, error))))
    return FALSE;
  *extent = g_steal_pointer (&found);
  return TRUE;
}
