/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tidy tables of "explore education statistics". Which columns are numbers and which say what
 * the numbers are of, the file does not mark: a first reading finds out, a second one takes them. */

#include "config.h"

#include "wm-import-batch-private.h"
#include "wm-import-cell.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define SAMPLE_ROWS 2000

static const char *const fixed_names[] = {
  "time_period", "time_identifier", "geographic_level", "country_code", "country_name",
  "region_code", "region_name", "old_la_code", "new_la_code", "la_name", NULL,
};

typedef enum
{
  ROLE_FIXED,
  ROLE_FILTER,
  ROLE_NUMBER,
} Role;

typedef struct
{
  Role role;
  char *first;          /* its first text */
  gboolean is_constant; /* it never says anything else */
  gboolean has_text;    /* a cell that is neither number nor token */
  gboolean has_value;   /* a cell that is not blank */
} Column;

typedef struct
{
  WmImportBatch *batch;
  const char *dataset;
  char *own_dataset;
  Column *columns;
  gsize n_columns;
  GHashTable *series;   /* "breakdown" -> guint32 per column */
  gsize n_numbers;
  WmBasis basis;
} Ees;

static void
observe_cell (Column *column, const WmCell *cell, gboolean in_sample)
{
  g_autofree char *text = wm_text_trim (cell->text);
  double value;
  WmMissing missing;

  if (column->first == NULL)
    column->first = g_strdup (text);
  column->is_constant = column->is_constant && g_str_equal (column->first, text);
  if (!in_sample || text[0] == '\0')
    return;
  column->has_value = TRUE;
  if (!wm_import_cell_parse (text, strlen (text), WM_TOKENS_EES, &value, &missing))
    column->has_text = TRUE;
}

/* The first reading: what each column holds. */
static gboolean
observe_columns (Ees *self, GError **error)
{
  g_autoptr (WmTableReader) reader = wm_import_batch_open (self->batch, error);
  const WmRow *row;

  if (reader == NULL)
    return FALSE;
  for (gsize n = 0;; n++)
    {
      if (!wm_table_reader_next (reader, &row, self->batch->cancellable, error))
        return FALSE;
      if (row == NULL)
        break;
      for (gsize i = 0; i < MIN (row->n_cells, self->n_columns); i++)
        if (self->columns[i].role != ROLE_FIXED)
          observe_cell (&self->columns[i], &row->cells[i], n < SAMPLE_ROWS);
    }
  return TRUE;
}

static void
settle_roles (Ees *self)
{
  for (gsize i = 0; i < self->n_columns; i++)
    if (self->columns[i].role != ROLE_FIXED && self->columns[i].has_value && !self->columns[i].has_text)
      {
        self->columns[i].role = ROLE_NUMBER;
        self->n_numbers++;
      }
}

static void
begin_columns (Ees *self)
{
  char **header = self->batch->head->header;

  self->n_columns = g_strv_length (header);
  self->columns = g_new0 (Column, self->n_columns);
  for (gsize i = 0; i < self->n_columns; i++)
    {
      self->columns[i].is_constant = TRUE;
      self->columns[i].role = g_strv_contains (fixed_names, header[i]) ? ROLE_FIXED : ROLE_FILTER;
    }
}

static const char *
get_cell (Ees *self, const WmRow *row, const char *name)
{
  int column = wm_import_head_find (self->batch->head, name);

  return column >= 0 && (gsize) column < row->n_cells ? row->cells[column].text : "";
}

/* "202425" is printed as "2024/25"; months get the form that the program writes. */
static char *
make_label (const char *time_period, const char *identifier)
{
  g_autofree char *period = wm_text_trim (time_period);
  GDateMonth month = G_DATE_BAD_MONTH;
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July",
                                        "August", "September", "October", "November", "December" };

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_ascii_strcasecmp (identifier, months[i]) == 0)
      month = (GDateMonth) (i + 1);
  if (strspn (period, "0123456789") != strlen (period))
    return NULL;
  if (strlen (period) == 4 && month != G_DATE_BAD_MONTH)
    return g_strdup_printf ("%s-M%02d", period, (int) month);
  if (!g_str_has_suffix (identifier, "year"))
    return NULL;
  if (strlen (period) == 4)
    return g_steal_pointer (&period);
  return strlen (period) == 6 ? g_strdup_printf ("%.4s/%s", period, period + 4) : NULL;
}

static guint32
find_label (Ees *self, const WmRow *row)
{
  g_autofree char *identifier = wm_text_trim (get_cell (self, row, "time_identifier"));
  g_autofree char *label = make_label (get_cell (self, row, "time_period"), identifier);

  return label != NULL ? wm_import_batch_intern_label (self->batch, label, row->line) : WM_IMPORT_NONE;
}

/* The areas of a row: two for a joint service, whose code reads "314 / 318". */
static gsize
find_authorities (Ees *self, const WmRow *row, guint32 *areas)
{
  const char *name = get_cell (self, row, "la_name");
  g_auto (GStrv) codes = g_strsplit (get_cell (self, row, "old_la_code"), "/", 2);
  gsize n = 0;

  if (g_strv_length (codes) < 2)
    {
      g_autofree char *code = wm_text_trim (get_cell (self, row, "old_la_code"));

      if (code[0] == '\0' || g_str_equal (code, "z"))
        wm_set_str (&code, get_cell (self, row, "new_la_code"));
      areas[0] = wm_import_batch_intern_area (self->batch, code, name,
                                              get_cell (self, row, "region_code"), row->line);
      return areas[0] != WM_IMPORT_NONE;
    }
  for (gsize i = 0; codes[i] != NULL; i++)
    {
      areas[n] = wm_import_batch_intern_area (self->batch, codes[i], "", "", row->line);
      n += areas[n] != WM_IMPORT_NONE;
    }
  wm_import_batch_report (self->batch, WM_SEVERITY_NOTE, "joint-service",
                          _("Two authorities report together. The figures were given to each of "
                            "them."),
                          name, row->line);
  return n;
}

static gsize
find_areas (Ees *self, const WmRow *row, guint32 *areas)
{
  g_autofree char *level = wm_text_trim (get_cell (self, row, "geographic_level"));

  if (g_ascii_strcasecmp (level, "Local authority") == 0)
    return find_authorities (self, row, areas);
  if (g_ascii_strcasecmp (level, "National") == 0)
    areas[0] = wm_import_batch_intern_area (self->batch, get_cell (self, row, "country_code"),
                                            get_cell (self, row, "country_name"), "", row->line);
  else if (g_ascii_strcasecmp (level, "Regional") == 0)
    areas[0] = wm_import_batch_intern_area (self->batch, get_cell (self, row, "region_code"),
                                            get_cell (self, row, "region_name"), "", row->line);
  else
    return 0;
  return areas[0] != WM_IMPORT_NONE;
}

/* "filter=value;filter=value" in the order of the file, without the filters that never change. */
static char *
make_breakdown (Ees *self, const WmRow *row)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < MIN (self->n_columns, row->n_cells); i++)
    {
      g_autofree char *value = NULL;

      if (self->columns[i].role != ROLE_FILTER || self->columns[i].is_constant)
        continue;
      value = g_strdelimit (wm_text_trim (row->cells[i].text), ";", ',');
      g_string_append_printf (text, "%s%s=%s", text->len > 0 ? ";" : "", self->batch->head->header[i],
                              value);
    }
  return g_string_free (text, FALSE);
}

static guint32
add_series (Ees *self, gsize column, const char *breakdown)
{
  const char *name = self->batch->head->header[column];
  g_autofree char *code = g_strdup_printf ("%s/%s", self->dataset, name);
  g_autoptr (WmIndicator) known = wm_indicator_new (code);

  wm_set_str (&known->title, name);
  g_strdelimit (known->title, "_", ' ');
  known->basis = self->basis;
  return wm_import_batch_intern_series (self->batch,
                                        wm_import_batch_intern_indicator (self->batch, code, known),
                                        breakdown);
}

/* The series of one breakdown, one for each column of numbers. */
static const guint32 *
find_series (Ees *self, const WmRow *row)
{
  g_autofree char *breakdown = make_breakdown (self, row);
  guint32 *series = g_hash_table_lookup (self->series, breakdown);

  if (series != NULL)
    return series;
  series = g_new0 (guint32, self->n_columns);
  for (gsize i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == ROLE_NUMBER)
      series[i] = add_series (self, i, breakdown);
  g_hash_table_insert (self->series, g_steal_pointer (&breakdown), series);
  return series;
}

static void
add_values (Ees *self, const WmRow *row, guint32 label, const guint32 *areas, gsize n_areas)
{
  const guint32 *series = find_series (self, row);
  gsize n_added = 0;

  for (gsize i = 0; i < self->n_columns; i++)
    {
      double value;
      WmMissing missing;

      if (self->columns[i].role != ROLE_NUMBER || i >= row->n_cells)
        continue;
      if (!wm_import_cell_parse (row->cells[i].text, row->cells[i].length, WM_TOKENS_EES, &value,
                                 &missing))
        {
          wm_import_batch_report (self->batch, WM_SEVERITY_WARNING, "unknown-token",
                                  _("The text is neither a number nor a known sign for a missing one. "
                                    "The cells were left out."),
                                  row->cells[i].text, row->line);
          continue;
        }
      for (gsize j = 0; j < n_areas; j++)
        wm_import_batch_add (self->batch, series[i], areas[j], label, value, missing, row->line);
      n_added++;
    }
  if (n_added == 0)
    wm_import_batch_refuse (self->batch, "no-values",
                            _("The row has no value that can be read. It was left out."), NULL,
                            row->line);
}

static void
read_row (gpointer data, WmTableReader *reader, const WmRow *row)
{
  Ees *self = data;
  guint32 areas[2];
  guint32 label;
  gsize n_areas;

  if (row->n_cells < self->n_columns)
    {
      wm_import_batch_refuse (self->batch, "short-row",
                              _("The row has fewer columns than the heading. It was left out."), NULL,
                              row->line);
      return;
    }
  label = find_label (self, row);
  if (label == WM_IMPORT_NONE)
    {
      wm_import_batch_refuse (self->batch, "unknown-period",
                              _("The label is no period that the program knows. The rows were left out."),
                              get_cell (self, row, "time_period"), row->line);
      return;
    }
  n_areas = find_areas (self, row, areas);
  if (n_areas == 0)
    {
      wm_import_batch_refuse (self->batch, "unknown-area",
                              _("The rows stand for no country, region or authority that can be told. "
                                "They were left out."),
                              get_cell (self, row, "geographic_level"), row->line);
      return;
    }
  add_values (self, row, label, areas, n_areas);
}

/* What a year means, where the file says it. Workforce figures and mid-year populations also call
 * theirs a "reporting year", though they are not the year to 31 March. */
static WmBasis
find_basis (Ees *self)
{
  const WmImportHead *head = self->batch->head;
  int column = wm_import_head_find (head, "time_identifier");
  char **row = head->rows->len > 0 ? g_ptr_array_index (head->rows, 0) : NULL;
  const char *identifier = row != NULL && (gsize) column < g_strv_length (row) ? row[column] : "";

  if (g_ascii_strcasecmp (identifier, "Academic year") == 0)
    return WM_BASIS_ACADEMIC;
  if (g_ascii_strcasecmp (identifier, "Calendar year") == 0)
    return WM_BASIS_CALENDAR;
  if (g_ascii_strcasecmp (identifier, "Financial year") == 0)
    return WM_BASIS_FINANCIAL;
  if (g_ascii_strcasecmp (identifier, "Reporting year") != 0
      || wm_import_head_find (head, "caseload_fte") >= 0
      || (self->n_numbers == 1 && wm_import_head_find (head, "population_estimate") >= 0))
    return WM_BASIS_UNSTATED;
  return WM_BASIS_FINANCIAL;
}

/* Whether the file holds nothing but the numbers of children aged 0-17, of all of them. */
static gboolean
is_population (Ees *self)
{
  int number = wm_import_head_find (self->batch->head, "population_estimate");
  int ages = wm_import_head_find (self->batch->head, "age_group");

  if (self->n_numbers != 1 || number < 0 || self->columns[number].role != ROLE_NUMBER)
    return FALSE;
  for (gsize i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == ROLE_FILTER && !self->columns[i].is_constant)
      return FALSE;
  return ages >= 0 && self->columns[ages].first != NULL
         && (strstr (self->columns[ages].first, "0 to 17") != NULL
             || strstr (self->columns[ages].first, "0-17") != NULL);
}

static char *
make_dataset (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static void
ees_clear (Ees *self)
{
  for (gsize i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].first);
  g_free (self->columns);
  g_free (self->own_dataset);
  g_hash_table_unref (self->series);
}

/* Reads a tidy table into the batch. */
gboolean
wm_import_read_ees (WmImportBatch *batch, GError **error)
{
  Ees self = { .batch = batch, .dataset = batch->options->dataset };
  gboolean is_read;

  self.own_dataset = make_dataset (batch->path);
  if (self.dataset == NULL)
    self.dataset = self.own_dataset;
  self.series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  begin_columns (&self);
  is_read = observe_columns (&self, error);
  settle_roles (&self);
  self.basis = find_basis (&self);
  batch->holds_population = is_population (&self);
  is_read = is_read && wm_import_batch_read_rows (batch, read_row, &self, error);
  ees_clear (&self);
  return is_read;
}
