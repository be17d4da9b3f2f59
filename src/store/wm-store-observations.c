/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Reading observations: one measure for all areas, one area for all measures, one value's past.
 *
 * Which value counts: for each measure, breakdown, family, period and area the row of the latest
 * import that is not undone, be it a number or a reason. Rows come from old imports to new, and
 * each takes the place of the one before. */

#include "config.h"

#include "wm-store-observations.h"

#include "wm-store-live-private.h"
#include "wm-store-sql-private.h"

#include <glib/gi18n-lib.h>

/**
 * wm_observation_free:
 * @self: (transfer full) (nullable): an observation
 *
 * Frees an observation.
 */
void
wm_observation_free (WmObservation *self)
{
  if (self == NULL)
    return;
  g_free (self->family);
  g_free (self->indicator_code);
  g_free (self->breakdown);
  g_free (self->area_code);
  g_free (self->label);
  g_free (self);
}

/* Reads the first column of every row. */
static GStrv
list_texts (WmStore *self, const char *sql, const WmParam *params, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_autoptr (WmStatement) rows = wm_store_query (self, sql, params, error);
  gboolean has_row;

  if (rows == NULL)
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      if (!has_row)
        return g_strv_builder_end (texts);
      g_strv_builder_add (texts, wm_statement_get_text (rows, 0));
    }
  return NULL;
}

/**
 * wm_store_list_families:
 * @self: a project
 * @indicator_code: code of a measure
 * @error: return location for an error
 *
 * Lists the source families that have observations of a measure: "lait", "ees", "return",
 * "survey", "local", in this order.
 *
 * Returns: (transfer full) (array zero-terminated=1): the families; %NULL on error
 */
GStrv
wm_store_list_families (WmStore *self, const char *indicator_code, GError **error)
{
  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  return list_texts (self,
                     "SELECT DISTINCT i.family" WM_STORE_LIVE_SERIES "WHERE n.code = ? ORDER BY" WM_STORE_FAMILY_ORDER,
                     WM_PARAMS (WM_TEXT (indicator_code)), error);
}

/**
 * wm_store_list_breakdowns:
 * @self: a project
 * @indicator_code: code of a measure
 * @error: return location for an error
 *
 * Lists the breakdowns of a measure; "" is the total.
 *
 * Returns: (transfer full) (array zero-terminated=1): the breakdowns; %NULL on error
 */
GStrv
wm_store_list_breakdowns (WmStore *self, const char *indicator_code, GError **error)
{
  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  return list_texts (self, "SELECT DISTINCT b.text" WM_STORE_LIVE_SERIES "WHERE n.code = ? ORDER BY b.text",
                     WM_PARAMS (WM_TEXT (indicator_code)), error);
}

/**
 * wm_store_list_areas_in:
 * @self: a project
 * @indicator_code: code of a measure
 * @error: return location for an error
 *
 * Lists the codes of the areas that a measure has observations for.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes; %NULL on error
 */
GStrv
wm_store_list_areas_in (WmStore *self, const char *indicator_code, GError **error)
{
  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  return list_texts (self,
                     "SELECT DISTINCT a.code" WM_STORE_LIVE_SERIES
                     "JOIN observation o ON o.series_id = s.id JOIN area a ON a.id = o.area_id"
                     " WHERE n.code = ? ORDER BY a.code",
                     WM_PARAMS (WM_TEXT (indicator_code)), error);
}

/* One row of a panel while it is gathered. */
typedef struct
{
  gint64 area;
  gint64 period;
  gint64 label;
  double value;
  double numerator;
  double denominator;
  guint8 missing;
  guint8 publication;
} Cell;

static GArray *
gather_cells (WmStore *self, const char *indicator_code, const char *breakdown,
              const char *family, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (WmStatement) rows = NULL;
  gboolean has_row;

  rows = wm_store_query (self,
                         "SELECT o.area_id, o.period, o.label_id, o.value, o.numerator,"
                         " o.denominator, o.missing, o.publication" WM_STORE_LIVE_SERIES
                         "JOIN observation o ON o.series_id = s.id"
                         " WHERE n.code = ? AND b.text = ? AND i.family = ? ORDER BY i.id",
                         WM_PARAMS (WM_TEXT (indicator_code), WM_TEXT (breakdown),
                                    WM_TEXT (family)), error);
  if (rows == NULL)
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      Cell cell;

      if (!has_row)
        return g_steal_pointer (&cells);
      cell.area = sqlite3_column_int64 (rows, 0);
      cell.period = sqlite3_column_int64 (rows, 1);
      cell.label = sqlite3_column_int64 (rows, 2);
      cell.value = wm_statement_get_real (rows, 3);
      cell.numerator = wm_statement_get_real (rows, 4);
      cell.denominator = wm_statement_get_real (rows, 5);
      cell.missing = sqlite3_column_int (rows, 6);
      cell.publication = sqlite3_column_int (rows, 7);
      g_array_append_val (cells, cell);
    }
  return NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 id_a = *(const gint64 *) a, id_b = *(const gint64 *) b;

  return (id_a > id_b) - (id_a < id_b);
}

/* Lists what is different at @offset of the cells, ascending. */
static GArray *
collect_ids (GArray *cells, gsize offset)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), cells->len);
  guint n = 0;

  for (guint i = 0; i < cells->len; i++)
    g_array_append_vals (ids, cells->data + i * sizeof (Cell) + offset, 1);
  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, n - 1))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
  return ids;
}

static guint
find_id (GArray *ids, gint64 id)
{
  guint place = 0;

  g_array_binary_search (ids, &id, compare_ids, &place);
  return place;
}

/* Loads what a panel needs to know of its areas; their full story is in the area list. */
static GPtrArray *
load_panel_areas (WmStore *self, GArray *ids, GError **error)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_area_unref);
  g_autoptr (WmStatement) find =
    wm_store_prepare (self,
                      "SELECT code, name, kind, ons_code, region_code, first_year, last_year,"
                      " joint_code, is_small, is_listed FROM known_area WHERE id = ?", error);

  for (guint i = 0; i < ids->len && find != NULL; i++)
    {
      WmArea *area;
      gboolean has_row;

      sqlite3_reset (find);
      sqlite3_bind_int64 (find, 1, g_array_index (ids, gint64, i));
      if (!wm_store_next (self, find, &has_row, error))
        return NULL;
      g_return_val_if_fail (has_row, NULL); /* a foreign key says so */
      area = wm_area_new (wm_statement_get_text (find, 0), wm_statement_get_text (find, 1),
                          sqlite3_column_int (find, 2));
      area->ons_code = wm_statement_dup_text (find, 3);
      area->region_code = wm_statement_dup_text (find, 4);
      area->first_year = sqlite3_column_int (find, 5);
      area->last_year = sqlite3_column_int (find, 6);
      area->joint_code = wm_statement_dup_text (find, 7);
      area->is_small = sqlite3_column_int (find, 8);
      area->is_listed = sqlite3_column_int (find, 9);
      g_ptr_array_add (areas, area);
    }
  return find != NULL ? g_steal_pointer (&areas) : NULL;
}

/* Lays the cells into the panel, old to new. Parts come into being with the first known one. */
static void
fill_panel (WmPanel *panel, GArray *cells, GArray *areas, GArray *periods, gint64 *labels)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      guint t = find_id (periods, cell->period);
      gsize place = find_id (areas, cell->area) * panel->n_periods + t;

      panel->values[place] = cell->value;
      panel->missing[place] = cell->missing;
      panel->publications[place] = cell->publication;
      labels[t] = cell->label;
      if (panel->numerators == NULL && (cell->numerator == cell->numerator
                                        || cell->denominator == cell->denominator))
        wm_panel_add_parts (panel);
      if (panel->numerators == NULL)
        continue;
      panel->numerators[place] = cell->numerator;
      panel->denominators[place] = cell->denominator;
    }
}

static gboolean
set_labels (WmStore *self, WmPanel *panel, const gint64 *labels, GError **error)
{
  g_autoptr (WmStatement) find =
    wm_store_prepare (self, "SELECT text FROM period_label WHERE id = ?", error);
  gboolean has_row;

  if (find == NULL)
    return FALSE;
  for (gsize t = 0; t < panel->n_periods; t++)
    {
      sqlite3_reset (find);
      sqlite3_bind_int64 (find, 1, labels[t]);
      if (!wm_store_next (self, find, &has_row, error))
        return FALSE;
      if (has_row)
        wm_panel_set_label (panel, t, wm_statement_get_text (find, 0));
    }
  return TRUE;
}

static WmPanel *
build_panel (WmStore *self, GArray *cells, GError **error)
{
  g_autoptr (GArray) area_ids = collect_ids (cells, G_STRUCT_OFFSET (Cell, area));
  g_autoptr (GArray) period_keys = collect_ids (cells, G_STRUCT_OFFSET (Cell, period));
  g_autoptr (GPtrArray) areas = load_panel_areas (self, area_ids, error);
  g_autofree WmPeriod *periods = g_new (WmPeriod, period_keys->len);
  g_autofree gint64 *labels = g_new0 (gint64, period_keys->len);
  g_autoptr (WmPanel) panel = NULL;

  if (areas == NULL)
    return NULL;
  for (guint t = 0; t < period_keys->len; t++)
    periods[t] = wm_period_from_key (g_array_index (period_keys, gint64, t));
  panel = wm_panel_new ((WmArea **) areas->pdata, areas->len, periods, period_keys->len);
  fill_panel (panel, cells, area_ids, period_keys, labels);
  if (!set_labels (self, panel, labels, error))
    return NULL;
  return g_steal_pointer (&panel);
}

static void
set_no_data (GError **error, const char *indicator_code)
{
  g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM,
               _("This project has no values for the measure “%s”. "
                 "Capital and small letters matter."), indicator_code);
}

/**
 * wm_store_load_panel:
 * @self: a project
 * @indicator_code: code of a measure
 * @breakdown: (nullable): a breakdown; %NULL for the total
 * @family: (nullable): a source family; %NULL for the first of [method@Store.list_families]
 * @error: return location for an error
 *
 * Loads a measure for all areas and periods. Periods are labelled as the newest import prints
 * them. Aliases and links of the areas are left out.
 *
 * Fails with %WM_STORE_ERROR_UNKNOWN_ITEM where there is no observation at all.
 *
 * Returns: (transfer full): the panel; %NULL on error
 */
WmPanel *
wm_store_load_panel (WmStore *self, const char *indicator_code, const char *breakdown,
                     const char *family, GError **error)
{
  g_auto (GStrv) families = NULL;
  g_autoptr (GArray) cells = NULL;

  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  if (family == NULL)
    {
      families = wm_store_list_families (self, indicator_code, error);
      if (families == NULL)
        return NULL;
      family = families[0];
    }
  cells = gather_cells (self, indicator_code, breakdown != NULL ? breakdown : "", family, error);
  if (cells == NULL)
    return NULL;
  if (cells->len > 0)
    return build_panel (self, cells, error);
  set_no_data (error, indicator_code);
  return NULL;
}

#define OBSERVATION_COLUMNS \
  "SELECT i.id, i.family, n.code, b.text, a.code, o.period, l.text, o.value, o.numerator," \
  " o.denominator, o.missing, o.publication, i.is_undone"

#define OBSERVATION_JOINS \
  " JOIN series s ON s.id = o.series_id JOIN import i ON i.id = s.import_id" \
  " JOIN indicator n ON n.id = s.indicator_id JOIN breakdown b ON b.id = s.breakdown_id" \
  " LEFT JOIN period_label l ON l.id = o.label_id "

static WmObservation *
read_observation (WmStatement *row)
{
  WmObservation *observation = g_new0 (WmObservation, 1);

  observation->import_id = sqlite3_column_int64 (row, 0);
  observation->family = wm_statement_dup_text (row, 1);
  observation->indicator_code = wm_statement_dup_text (row, 2);
  observation->breakdown = wm_statement_dup_text (row, 3);
  observation->area_code = wm_statement_dup_text (row, 4);
  observation->period = wm_period_from_key (sqlite3_column_int64 (row, 5));
  observation->label = wm_statement_dup_text (row, 6);
  if (observation->label == NULL)
    observation->label = wm_period_to_text (observation->period);
  observation->value = wm_statement_get_real (row, 7);
  observation->numerator = wm_statement_get_real (row, 8);
  observation->denominator = wm_statement_get_real (row, 9);
  observation->missing = sqlite3_column_int (row, 10);
  observation->publication = sqlite3_column_int (row, 11);
  observation->is_current = !sqlite3_column_int (row, 12);
  return observation;
}

static gboolean
has_same_key (const WmObservation *a, const WmObservation *b)
{
  return g_str_equal (a->indicator_code, b->indicator_code)
         && g_str_equal (a->breakdown, b->breakdown) && g_str_equal (a->family, b->family)
         && g_str_equal (a->area_code, b->area_code) && wm_period_equal (a->period, b->period);
}

/* Marks what counts, of rows that are ordered by key and then from old imports to new. */
static void
mark_superseded (GPtrArray *observations)
{
  const WmObservation *later = NULL;

  for (guint i = observations->len; i-- > 0;)
    {
      WmObservation *observation = g_ptr_array_index (observations, i);

      if (!observation->is_current)
        continue;
      if (later != NULL && has_same_key (observation, later))
        observation->is_current = FALSE;
      else
        later = observation;
    }
}

static GPtrArray *
list_observations (WmStore *self, const char *sql, const WmParam *params, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_observation_free);
  g_autoptr (WmStatement) rows = wm_store_query (self, sql, params, error);
  gboolean has_row;

  if (rows == NULL)
    return NULL;
  while (wm_store_next (self, rows, &has_row, error))
    {
      if (!has_row)
        {
          mark_superseded (list);
          return g_steal_pointer (&list);
        }
      g_ptr_array_add (list, read_observation (rows));
    }
  return NULL;
}

/**
 * wm_store_load_history:
 * @self: a project
 * @indicator_code: code of a measure
 * @area_code: code of an area
 * @period: (nullable): one period; %NULL for all
 * @error: return location for an error
 *
 * Loads all that was ever imported for a measure and an area, with what was superseded and what
 * was undone: by breakdown, family and period, then from old imports to new.
 *
 * Returns: (transfer container) (element-type WmObservation): the observations; %NULL on error
 */
GPtrArray *
wm_store_load_history (WmStore *self, const char *indicator_code, const char *area_code,
                       const WmPeriod *period, GError **error)
{
  const WmParam none = WM_NULL, one = WM_INT (period != NULL ? wm_period_to_key (*period) : 0);

  g_return_val_if_fail (self != NULL && indicator_code != NULL && area_code != NULL, NULL);

  return list_observations (self,
                            OBSERVATION_COLUMNS " FROM area a JOIN observation o ON o.area_id = a.id"
                            OBSERVATION_JOINS
                            "WHERE n.code = ?1 AND a.code = ?2 AND (?3 IS NULL OR o.period = ?3)"
                            " ORDER BY b.text, i.family, o.period, i.id",
                            WM_PARAMS (WM_TEXT (indicator_code), WM_TEXT (area_code),
                                       period != NULL ? one : none), error);
}

/* Keeps what counts. */
static void
drop_superseded (GPtrArray *observations)
{
  for (guint i = observations->len; i-- > 0;)
    if (!((WmObservation *) g_ptr_array_index (observations, i))->is_current)
      g_ptr_array_remove_index (observations, i);
}

/**
 * wm_store_load_area_rows:
 * @self: a project
 * @area_code: code of an area
 * @error: return location for an error
 *
 * Loads all observations of an area that count, over all measures: by measure, breakdown, family
 * and period.
 *
 * Returns: (transfer container) (element-type WmObservation): the observations; %NULL on error
 */
GPtrArray *
wm_store_load_area_rows (WmStore *self, const char *area_code, GError **error)
{
  GPtrArray *list;

  g_return_val_if_fail (self != NULL && area_code != NULL, NULL);

  list = list_observations (self,
                            OBSERVATION_COLUMNS " FROM area a JOIN observation o ON o.area_id = a.id"
                            OBSERVATION_JOINS "WHERE a.code = ? AND NOT i.is_undone"
                            " ORDER BY n.code, b.text, i.family, o.period, i.id",
                            WM_PARAMS (WM_TEXT (area_code)), error);
  if (list != NULL)
    drop_superseded (list);
  return list;
}

/**
 * wm_store_load_measure_rows:
 * @self: a project
 * @indicator_code: code of a measure
 * @breakdown: (nullable): the breakdown; %NULL for the total
 * @error: return location for an error
 *
 * Loads all that was ever imported for a measure, over all areas, with what was superseded and
 * what was undone: by family, area and period, then from old imports to new.
 *
 * Returns: (transfer container) (element-type WmObservation): the observations; %NULL on error
 */
GPtrArray *
wm_store_load_measure_rows (WmStore *self, const char *indicator_code, const char *breakdown,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  return list_observations (self,
                            OBSERVATION_COLUMNS " FROM observation o JOIN area a ON a.id = o.area_id"
                            OBSERVATION_JOINS "WHERE n.code = ? AND b.text = ?"
                            " ORDER BY i.family, a.code, o.period, i.id",
                            WM_PARAMS (WM_TEXT (indicator_code),
                                       WM_TEXT (breakdown != NULL ? breakdown : "")), error);
}
