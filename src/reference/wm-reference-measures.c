/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the program knows about measures before any dictionary is imported: names, directions, units
 * and year basis, which measure holds the parts of which, and the set that an overview begins
 * with. */

#include "config.h"

#include "wm-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "wm-reference-table.h"
#include "wm-text.h"

#define PUBLISHER "LAIT"
#define POPULATION "@population"

enum
{
  MEASURE_CODE,
  MEASURE_TITLE,
  MEASURE_TOPICS,
  MEASURE_UNIT,
  MEASURE_DECIMALS,
  MEASURE_POLARITY,
  MEASURE_BASIS,
  MEASURE_NO_QUARTILES,
};

enum
{
  PARTS_CODE,
  PARTS_NUMERATOR,
  PARTS_DENOMINATOR,
  PARTS_MULTIPLIER,
  PARTS_FIRST_YEAR,
  PARTS_CELLS,
  PARTS_AGREE,
};

enum
{
  STARTER_THEME,
  STARTER_CODE,
};

static const char *const measure_columns[]
    = { "code", "title", "topics", "unit", "decimals", "polarity", "basis", "no_quartiles", NULL };
static const char *const parts_columns[]
    = { "code", "numerator", "denominator", "multiplier", "first_year", "cells", "agree", NULL };
static const char *const starter_columns[] = { "theme", "code", NULL };

/* The themes of the starter set, so that they can be translated. */
static const char *const themes[] = {
  N_("Front door"), N_("Protection"), N_("Care"), N_("Leaving care"), N_("Workforce"),
};

typedef struct
{
  GPtrArray *list;      /* WmIndicator, in the order of the table */
  GHashTable *by_code;  /* code -> WmIndicator, borrowed */
  GHashTable *parts;    /* code -> WmMeasureParts */
} Measures;

typedef struct
{
  GPtrArray *codes;     /* char *, ends with NULL */
  GHashTable *themes;   /* code -> one of themes */
} StarterSet;

static WmReferenceTable *
load_table (const char *name, const char *const *columns)
{
  g_autoptr (GError) error = NULL;
  WmReferenceTable *table = wm_reference_table_load (name);

  if (!wm_reference_table_check (table, columns, &error))
    g_error ("built-in table %s: %s", name, error->message);
  return table;
}

static int
read_int (const WmReferenceTable *table, gsize row, gsize column)
{
  int number = 0;

  if (!wm_reference_table_read_int (wm_reference_table_get_cell (table, row, column), &number))
    g_error ("built-in table, line %u: not a number", wm_reference_table_get_line (table, row));
  return number;
}

/* The date on which the published table was taken, from what our table says about itself. */
static char *
dup_date (const WmReferenceTable *table)
{
  g_autofree char *about = wm_reference_table_dup_about (table);
  g_auto (GStrv) lines = g_strsplit (about, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Date: "))
      return g_strdup (lines[i] + strlen ("Date: "));
  return NULL;
}

static WmIndicator *
read_measure (const WmReferenceTable *table, gsize row, const char *date)
{
  WmIndicator *measure = wm_indicator_new (wm_reference_table_get_cell (table, row, MEASURE_CODE));
  const char *polarity = wm_reference_table_get_cell (table, row, MEASURE_POLARITY);
  const char *basis = wm_reference_table_get_cell (table, row, MEASURE_BASIS);

  wm_set_str (&measure->title, wm_reference_table_get_cell (table, row, MEASURE_TITLE));
  wm_set_str (&measure->unit, wm_reference_table_get_cell (table, row, MEASURE_UNIT));
  wm_set_str (&measure->polarity_by, PUBLISHER);
  wm_set_str (&measure->polarity_date, date);
  g_strfreev (measure->topics);
  measure->topics = g_strsplit (wm_reference_table_get_cell (table, row, MEASURE_TOPICS), ";", -1);
  measure->decimals = read_int (table, row, MEASURE_DECIMALS);
  measure->no_quartiles = read_int (table, row, MEASURE_NO_QUARTILES) == 1;
  if (!wm_polarity_from_id (polarity, &measure->polarity)
      || !wm_basis_from_id (basis, &measure->basis))
    g_error ("built-in table measures: %s: %s, %s", measure->code, polarity, basis);
  return measure;
}

/* A part that is a measure: its code, kept for ever; NULL for anything else. */
static const char *
read_part (GHashTable *by_code, const char *cell)
{
  const WmIndicator *part;

  if (*cell == '\0' || g_str_equal (cell, POPULATION))
    return NULL;
  part = g_hash_table_lookup (by_code, cell);
  if (part == NULL)
    g_error ("built-in table measure-parts: there is no measure %s", cell);
  return part->code;
}

static void
read_parts (Measures *measures, const WmReferenceTable *table, gsize row)
{
  const char *code = wm_reference_table_get_cell (table, row, PARTS_CODE);
  const char *denominator = wm_reference_table_get_cell (table, row, PARTS_DENOMINATOR);
  WmMeasureParts *parts = g_new0 (WmMeasureParts, 1);

  parts->code = read_part (measures->by_code, code);
  parts->numerator_code
      = read_part (measures->by_code, wm_reference_table_get_cell (table, row, PARTS_NUMERATOR));
  parts->denominator_code = read_part (measures->by_code, denominator);
  parts->by_population = g_str_equal (denominator, POPULATION);
  parts->multiplier = read_int (table, row, PARTS_MULTIPLIER);
  parts->first_year = read_int (table, row, PARTS_FIRST_YEAR);
  parts->n_cells = read_int (table, row, PARTS_CELLS);
  parts->n_agree = read_int (table, row, PARTS_AGREE);
  g_hash_table_insert (measures->parts, (char *) parts->code, parts);
}

static Measures *
load_measures (void)
{
  g_autoptr (WmReferenceTable) table = load_table ("measures", measure_columns);
  g_autoptr (WmReferenceTable) parts = load_table ("measure-parts", parts_columns);
  g_autofree char *date = dup_date (table);
  Measures *measures = g_new0 (Measures, 1);

  measures->list = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_indicator_unref);
  measures->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  measures->parts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      WmIndicator *measure = read_measure (table, row, date);

      g_ptr_array_add (measures->list, measure);
      g_hash_table_insert (measures->by_code, measure->code, measure);
    }
  for (gsize row = 0; row < wm_reference_table_get_n_rows (parts); row++)
    read_parts (measures, parts, row);
  return measures;
}

static const Measures *
get_measures (void)
{
  static Measures *measures = NULL;

  if (g_once_init_enter (&measures))
    g_once_init_leave (&measures, load_measures ());
  return measures;
}

/**
 * wm_reference_find_measure:
 * @code: a code as LAIT prints it; case matters
 *
 * Finds what is known about a measure: name, topics, unit, decimals, direction, year basis, and the
 * measures that are its numerator and denominator. Descriptions come from an imported dictionary.
 *
 * Returns: (transfer none) (nullable): the measure; copy it before changing anything
 */
WmIndicator *
wm_reference_find_measure (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return g_hash_table_lookup (get_measures ()->by_code, code);
}

/**
 * wm_reference_list_measures:
 *
 * Lists all measures that are known.
 *
 * Returns: (transfer container) (element-type WmIndicator): the measures, by code
 */
GPtrArray *
wm_reference_list_measures (void)
{
  const GPtrArray *list = get_measures ()->list;
  GPtrArray *copy = g_ptr_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (copy, g_ptr_array_index (list, i));
  return copy;
}

/**
 * wm_reference_find_parts:
 * @code: code of a measure
 *
 * Finds out of which parts the values of a measure are made.
 *
 * Returns: (transfer none) (nullable): the parts; %NULL when the source does not hold them
 */
const WmMeasureParts *
wm_reference_find_parts (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  return g_hash_table_lookup (get_measures ()->parts, code);
}

static const char *
find_theme (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i], name))
      return themes[i];
  g_error ("built-in table starter-set: there is no theme %s", name);
}

static StarterSet *
load_starter_set (void)
{
  g_autoptr (WmReferenceTable) table = load_table ("starter-set", starter_columns);
  StarterSet *set = g_new0 (StarterSet, 1);

  set->codes = g_ptr_array_new_with_free_func (g_free);
  set->themes = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize row = 0; row < wm_reference_table_get_n_rows (table); row++)
    {
      char *code = g_strdup (wm_reference_table_get_cell (table, row, STARTER_CODE));

      g_ptr_array_add (set->codes, code);
      g_hash_table_insert (
          set->themes, code,
          (char *) find_theme (wm_reference_table_get_cell (table, row, STARTER_THEME)));
    }
  g_ptr_array_add (set->codes, NULL);
  return set;
}

static const StarterSet *
get_starter_set (void)
{
  static StarterSet *set = NULL;

  if (g_once_init_enter (&set))
    g_once_init_leave (&set, load_starter_set ());
  return set;
}

/**
 * wm_reference_get_starter_set:
 *
 * Lists the measures that an overview begins with, theme by theme.
 *
 * Returns: (transfer none) (array zero-terminated=1): their codes
 */
const char *const *
wm_reference_get_starter_set (void)
{
  return (const char *const *) get_starter_set ()->codes->pdata;
}

/**
 * wm_reference_get_starter_theme:
 * @code: code of a measure
 *
 * Gets the theme under which an overview shows a measure.
 *
 * Returns: (transfer none) (nullable): the theme in the user's language; %NULL for a measure that is
 *   not in the starter set
 */
const char *
wm_reference_get_starter_theme (const char *code)
{
  const char *theme;

  g_return_val_if_fail (code != NULL, NULL);

  theme = g_hash_table_lookup (get_starter_set ()->themes, code);
  return theme != NULL ? _(theme) : NULL;
}
