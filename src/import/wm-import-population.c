/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numbers of children by area in a form of the user's own: by single year of age, across the
 * columns or down the rows, or as one number for the ages 0-17. A year is that of the estimate, in
 * the middle of a calendar year. */

#include "config.h"

#include "wm-import-batch-private.h"
#include "wm-import-cell.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define N_AGES 18
#define ALL_AGES ((1u << N_AGES) - 1)

/* Names of columns as fold_name() writes them. */
static const char *const code_names[] = { "new la code", "la code", "area code", "ons code", "code",
                                          "old la code", "la number", NULL };
static const char *const area_names[] = { "la name", "area name", "local authority", "authority",
                                          "area", "name", NULL };
static const char *const year_names[] = { "year", "mid year", "time period", NULL };
static const char *const age_names[] = { "age", NULL };
static const char *const value_names[] = { "population", "population estimate", "persons", "value",
                                           "count", "total", NULL };
static const char *const total_names[] = { "population 0 17", "population 0 to 17",
                                           "population aged 0 17", "population aged 0 to 17",
                                           "children 0 17", "children 0 to 17",
                                           "children aged 0 17", "children aged 0 to 17",
                                           "children", "under 18", "0 17", NULL };

typedef struct
{
  int code;
  int name;
  int year;
  int age;          /* of ages down the rows */
  int value;
  int ages[N_AGES]; /* of ages across the columns */
  gboolean is_across;
} Columns;

static char *
fold_name (const char *name)
{
  char *folded = g_ascii_strdown (name, -1);

  return g_strdelimit (folded, "_-", ' ');
}

/* The first column that has one of the names, in the order of the names; -1 when there is none. */
static int
find_column (char **header, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    for (int column = 0; header[column] != NULL; column++)
      {
        g_autofree char *folded = fold_name (header[column]);

        if (g_str_equal (folded, names[i]))
          return column;
      }
  return -1;
}

static gboolean
find_ages (char **header, int *ages)
{
  for (int age = 0; age < N_AGES; age++)
    {
      g_autofree char *name = g_strdup_printf ("%d", age);

      ages[age] = find_column (header, (const char *[]) { name, NULL });
      if (ages[age] < 0)
        return FALSE;
    }
  return TRUE;
}

/* Finds the columns; FALSE when they are not all there. A column that may hold all ages is taken
 * for the children only when somebody said that the file is one of children. */
static gboolean
find_columns (char **header, gboolean is_wanted, Columns *columns)
{
  columns->code = find_column (header, code_names);
  columns->name = find_column (header, area_names);
  columns->year = find_column (header, year_names);
  columns->age = find_column (header, age_names);
  columns->is_across = find_ages (header, columns->ages);
  if (columns->code < 0 && columns->name < 0)
    return FALSE;
  if (columns->is_across)
    return TRUE;
  columns->value = columns->age < 0 ? find_column (header, total_names) : -1;
  if (columns->value < 0 && (columns->age >= 0 || is_wanted))
    columns->value = find_column (header, value_names);
  return columns->value >= 0;
}

/* Whether a heading is that of numbers of children. */
gboolean
wm_import_is_population (char **header, gboolean is_wanted)
{
  Columns columns;

  return find_columns (header, is_wanted, &columns);
}

/* What is known of one area and year so far. */
typedef struct
{
  guint32 area;
  int year;
  guint32 ages;        /* a bit for each age that was seen */
  double children;
  gboolean is_refused; /* the file contradicts itself */
} Sum;

typedef struct
{
  WmImportBatch *batch;
  Columns columns;
  int file_year;       /* where no column says it; 0 when unknown */
  GPtrArray *sums;     /* in the order of the file */
  GHashTable *by_key;  /* "area year" -> Sum, borrowed */
} Population;

static char *
dup_cell (const WmRow *row, int column)
{
  return column >= 0 && (gsize) column < row->n_cells ? wm_text_trim (row->cells[column].text)
                                                      : g_strdup ("");
}

/* "2024", "Mid-2024", "2024-06-30". */
static int
read_year (const char *text)
{
  const char *digits = g_ascii_strncasecmp (text, "mid", 3) == 0 ? text + 4 : text;
  gint64 year;

  if (strlen (text) < 4 || strspn (digits, "0123456789") != 4
      || (digits[4] != '\0' && digits[4] != '-' && digits[4] != '.'))
    return 0;
  year = g_ascii_strtoll (digits, NULL, 10);
  return year >= 1900 && year < 2200 ? (int) year : 0;
}

/* An age from 0 to 17; -1 for older ones and for totals; -2 for anything that is no age. */
static int
read_age (const char *text)
{
  char *end;
  guint64 age;

  if (g_ascii_strncasecmp (text, "all", 3) == 0 || g_ascii_strcasecmp (text, "total") == 0)
    return -1;
  if (!g_ascii_isdigit (text[0]))
    return -2;
  age = g_ascii_strtoull (text, &end, 10);
  if (*end != '\0' && !g_str_equal (end, "+") && !g_str_equal (end, ".0"))
    return -2;
  return age < N_AGES ? (int) age : -1;
}

static gboolean
read_number (const WmRow *row, int column, double *number)
{
  g_autofree char *text = dup_cell (row, column);
  WmMissing missing;

  return wm_import_cell_parse (text, strlen (text), WM_TOKENS_EES, number, &missing)
         && missing == WM_MISSING_NONE && *number >= 0;
}

static Sum *
get_sum (Population *self, guint32 area, int year)
{
  g_autofree char *key = g_strdup_printf ("%u %d", area, year);
  Sum *sum = g_hash_table_lookup (self->by_key, key);

  if (sum != NULL)
    return sum;
  sum = g_new0 (Sum, 1);
  sum->area = area;
  sum->year = year;
  g_ptr_array_add (self->sums, sum);
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), sum);
  return sum;
}

static void
add_number (Population *self, Sum *sum, guint32 ages, double number, guint64 line)
{
  if (sum->ages & ages)
    {
      const WmArea *area = g_ptr_array_index (self->batch->areas, sum->area);

      sum->is_refused = TRUE;
      wm_import_batch_refuse (self->batch, "repeat",
                              _("The area stands in the file twice for one year or age. Nothing of it "
                                "was taken."),
                              area->name, line);
      return;
    }
  sum->ages |= ages;
  sum->children += number;
}

static void
refuse_number (Population *self, const WmRow *row)
{
  wm_import_batch_refuse (self->batch, "no-number",
                          _("The row has no number of children. It was left out."), NULL, row->line);
}

/* Adds the numbers of a row whose area and year are known. */
static void
add_row (Population *self, const WmRow *row, guint32 area, int year)
{
  const Columns *columns = &self->columns;
  g_autofree char *age_text = dup_cell (row, columns->age);
  double number, children = 0;
  int age = -1;

  if (columns->is_across)
    {
      for (int i = 0; i < N_AGES; i++)
        {
          if (!read_number (row, columns->ages[i], &number))
            {
              refuse_number (self, row);
              return;
            }
          children += number;
        }
      add_number (self, get_sum (self, area, year), ALL_AGES, children, row->line);
      return;
    }
  if (columns->age >= 0)
    {
      age = read_age (age_text);
      if (age == -1)
        {
          wm_import_batch_report (self->batch, WM_SEVERITY_NOTE, "other-ages",
                                  _("Rows of other ages than 0 to 17 were not needed."), NULL,
                                  row->line);
          return;
        }
    }
  if (age == -2 || !read_number (row, columns->value, &number))
    refuse_number (self, row);
  else
    add_number (self, get_sum (self, area, year), age >= 0 ? 1u << age : ALL_AGES, number, row->line);
}

static void
read_row (gpointer data, WmTableReader *reader, const WmRow *row)
{
  Population *self = data;
  g_autofree char *code = dup_cell (row, self->columns.code);
  g_autofree char *name = dup_cell (row, self->columns.name);
  g_autofree char *year_text = dup_cell (row, self->columns.year);
  int year = self->columns.year >= 0 ? read_year (year_text) : self->file_year;
  guint32 area = wm_import_batch_intern_area (self->batch, code, name, "", row->line);

  if (area == WM_IMPORT_NONE)
    wm_import_batch_refuse (self->batch, "unknown-area",
                            _("Neither code nor name tells which area it is. The rows were left out."),
                            name[0] != '\0' ? name : code, row->line);
  else if (year == 0)
    wm_import_batch_refuse (self->batch, "unknown-period",
                            _("The label is no period that the program knows. The rows were left out."),
                            year_text, row->line);
  else
    add_row (self, row, area, year);
}

/* Takes over what is whole. */
static void
settle_sums (Population *self)
{
  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = g_ptr_array_index (self->sums, i);
      const WmArea *area = g_ptr_array_index (self->batch->areas, sum->area);

      if (sum->is_refused)
        continue;
      if (sum->ages == ALL_AGES)
        g_array_append_vals (self->batch->populations,
                             &(WmImportPopulation) { sum->area, sum->year, sum->children }, 1);
      else
        wm_import_batch_report (self->batch, WM_SEVERITY_WARNING, "ages-missing",
                                _("The file does not have every age from 0 to 17 for the area. No "
                                  "number was taken."),
                                area->name, 0);
    }
}

static gboolean
find_file_year (Population *self, GError **error)
{
  const char *as_at = self->batch->options->as_at;

  if (self->columns.year >= 0)
    return TRUE;
  if (as_at != NULL)
    {
      self->file_year = read_year (as_at);
      return TRUE;
    }
  g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_NEEDS_DAY,
                       _("The file has no column with the year. Say for which day it stands, such as "
                         "2024-06-30 for the estimates of mid-2024."));
  return FALSE;
}

/* Reads numbers of children into the batch. */
gboolean
wm_import_read_population (WmImportBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Population self = { .batch = batch, .sums = sums, .by_key = by_key };

  if (!find_columns (batch->head->header, TRUE, &self.columns))
    g_return_val_if_reached (FALSE); /* the recogniser found them */
  if (!find_file_year (&self, error) || !wm_import_batch_read_rows (batch, read_row, &self, error))
    return FALSE;
  settle_sums (&self);
  return TRUE;
}
