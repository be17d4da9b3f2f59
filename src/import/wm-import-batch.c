/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* All that a file holds, collected in memory before anything is stored: codes, areas and labels
 * once each, observations as small rows, findings with their counts. */

#include "config.h"

#include "wm-import-batch-private.h"

#include "wm-reference.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#define MAX_VALUES_PER_FINDING 200 /* different values of one kind that are reported one by one */
#define REPORT_EVERY 16384         /* rows between two reports of progress */

static void
series_clear (gpointer data)
{
  g_free (((WmImportSeries *) data)->breakdown);
}

static void
label_clear (gpointer data)
{
  g_free (((WmImportLabel *) data)->text);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Begins an empty batch. What is passed in must outlive it. */
WmImportBatch *
wm_import_batch_new (const char *path, const WmImportOptions *options, const WmImportHead *head,
                     WmProgress *progress)
{
  WmImportBatch *self = g_new0 (WmImportBatch, 1);

  self->path = path;
  self->options = options;
  self->head = head;
  self->progress = progress;
  self->cancellable = progress != NULL ? wm_progress_get_cancellable (progress) : NULL;
  self->indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_indicator_unref);
  self->by_code = new_index ();
  self->series = g_array_new (FALSE, FALSE, sizeof (WmImportSeries));
  g_array_set_clear_func (self->series, series_clear);
  self->by_series = new_index ();
  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_area_unref);
  self->by_area = new_index ();
  self->labels = g_array_new (FALSE, FALSE, sizeof (WmImportLabel));
  g_array_set_clear_func (self->labels, label_clear);
  self->by_label = new_index ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (WmImportRow));
  self->dictionary = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_indicator_unref);
  self->listed_areas = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_area_unref);
  self->neighbours = g_array_new (FALSE, FALSE, sizeof (WmNeighbourEntry));
  self->chunk = g_string_chunk_new (4096);
  self->populations = g_array_new (FALSE, FALSE, sizeof (WmImportPopulation));
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  self->by_finding = new_index ();
  self->n_by_code = new_index ();
  self->refused = g_array_new (FALSE, FALSE, sizeof (WmRefusedCount));
  return self;
}

/* Frees a batch. */
void
wm_import_batch_free (WmImportBatch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->indicators);
  g_hash_table_unref (self->by_code);
  g_array_unref (self->series);
  g_hash_table_unref (self->by_series);
  g_ptr_array_unref (self->areas);
  g_hash_table_unref (self->by_area);
  g_array_unref (self->labels);
  g_hash_table_unref (self->by_label);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->dictionary);
  g_ptr_array_unref (self->listed_areas);
  g_array_unref (self->neighbours);
  g_free (self->neighbour_list);
  g_string_chunk_free (self->chunk);
  g_array_unref (self->populations);
  g_ptr_array_unref (self->findings);
  g_hash_table_unref (self->by_finding);
  g_hash_table_unref (self->n_by_code);
  for (guint i = 0; i < self->refused->len; i++)
    g_free (g_array_index (self->refused, WmRefusedCount, i).reason);
  g_array_unref (self->refused);
  g_free (self);
}

/* Opens the file and moves behind its heading. */
WmTableReader *
wm_import_batch_open (WmImportBatch *self, GError **error)
{
  g_autoptr (WmTableReader) reader = wm_table_reader_open (self->path, self->cancellable, error);
  const WmRow *row;

  if (reader == NULL
      || (self->head->sheet > 0 && !wm_table_reader_select_sheet (reader, self->head->sheet, error)))
    return NULL;
  do
    if (!wm_table_reader_next (reader, &row, self->cancellable, error))
      return NULL;
  while (row != NULL && row->line < self->head->header_line);
  return g_steal_pointer (&reader);
}

static guint32
recall (GHashTable *index, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (index, key)) - 1; /* WM_IMPORT_NONE when absent */
}

static void
remember (GHashTable *index, const char *key, guint32 number)
{
  g_hash_table_insert (index, g_strdup (key), GUINT_TO_POINTER (number + 1));
}

/* Reports one case of something. Cases of one kind and value are one finding with a count; past
 * 200 values the rest of a kind is counted together. */
void
wm_import_batch_report (WmImportBatch *self, WmSeverity severity, const char *code,
                        const char *message, const char *value, guint64 line)
{
  guint n_values = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_by_code, code));
  g_autofree char *key = g_strconcat (code, " ", value, NULL);
  WmFinding *finding = g_hash_table_lookup (self->by_finding, key);

  if (finding == NULL && n_values >= MAX_VALUES_PER_FINDING)
    {
      wm_set_str (&key, code);
      value = NULL;
      finding = g_hash_table_lookup (self->by_finding, key);
    }
  if (finding == NULL)
    {
      finding = wm_finding_new (severity, code, message, value);
      g_ptr_array_add (self->findings, finding);
      g_hash_table_insert (self->by_finding, g_steal_pointer (&key), finding);
      g_hash_table_insert (self->n_by_code, g_strdup (code), GUINT_TO_POINTER (n_values + 1));
    }
  wm_finding_add_line (finding, line);
}

static void
report_mixed_encodings (WmImportBatch *batch, WmTableReader *reader)
{
  guint64 line;

  if (wm_table_reader_get_n_mixed_rows (reader, &line) > 0)
    wm_import_batch_report (batch, WM_SEVERITY_WARNING, "mixed-encodings",
                            _("Some rows of the file are UTF-8, others Windows-1252. Each was read "
                              "as what it is; look at the names with accents."),
                            NULL, line);
}

/* The next data row, counted; NULL behind the last one. Rows of blanks are no data. */
static gboolean
next_row (WmImportBatch *self, WmTableReader *reader, const WmRow **row, GError **error)
{
  do
    if (!wm_table_reader_next (reader, row, self->cancellable, error))
      return FALSE;
  while (*row != NULL && wm_row_is_blank (*row));
  if (*row == NULL)
    report_mixed_encodings (self, reader);
  else if (self->rows_read++ % REPORT_EVERY == 0)
    {
      wm_progress_report (self->progress, 0.6 * wm_table_reader_get_fraction (reader), NULL);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Reads the file from its first data row to the last; each goes to @read_row with @data. */
gboolean
wm_import_batch_read_rows (WmImportBatch *self, WmImportReadRow read_row, gpointer data, GError **error)
{
  g_autoptr (WmTableReader) reader = wm_import_batch_open (self, error);
  const WmRow *row;

  if (reader == NULL)
    return FALSE;
  for (;;)
    {
      if (!next_row (self, reader, &row, error))
        return FALSE;
      if (row == NULL)
        return TRUE;
      read_row (data, reader, row);
    }
}

static void
count_refused (WmImportBatch *self, const char *code)
{
  WmRefusedCount *count;

  self->rows_refused++;
  for (guint i = 0; i < self->refused->len; i++)
    {
      count = &g_array_index (self->refused, WmRefusedCount, i);
      if (g_str_equal (count->reason, code))
        {
          count->n_rows++;
          return;
        }
    }
  g_array_append_vals (self->refused, &(WmRefusedCount) { g_strdup (code), 1 }, 1);
}

/* Refuses a whole row: reports it, and counts it under its reason. */
void
wm_import_batch_refuse (WmImportBatch *self, const char *code, const char *message,
                        const char *value, guint64 line)
{
  wm_import_batch_report (self, WM_SEVERITY_WARNING, code, message, value, line);
  count_refused (self, code);
}

/* The number of an indicator; @known, or else the built-in table, says what is known of it. */
guint32
wm_import_batch_intern_indicator (WmImportBatch *self, const char *code, const WmIndicator *known)
{
  guint32 number = recall (self->by_code, code);

  if (number != WM_IMPORT_NONE)
    return number;
  number = self->indicators->len;
  if (known == NULL)
    known = wm_reference_find_measure (code);
  g_ptr_array_add (self->indicators,
                   known != NULL ? wm_indicator_copy (known) : wm_indicator_new (code));
  remember (self->by_code, code, number);
  return number;
}

/* The number of an indicator with a breakdown. */
guint32
wm_import_batch_intern_series (WmImportBatch *self, guint32 indicator, const char *breakdown)
{
  g_autofree char *key = g_strdup_printf ("%u %s", indicator, breakdown);
  guint32 number = recall (self->by_series, key);

  if (number != WM_IMPORT_NONE)
    return number;
  number = self->series->len;
  g_array_append_vals (self->series, &(WmImportSeries) { indicator, g_strdup (breakdown) }, 1);
  remember (self->by_series, key, number);
  return number;
}

/* The number of a printed label; WM_IMPORT_NONE when it is no period. */
guint32
wm_import_batch_intern_label (WmImportBatch *self, const char *text, guint64 line)
{
  guint32 number = recall (self->by_label, text);
  g_autofree char *trimmed = NULL;
  WmPeriod period;
  WmPublication publication;

  if (number != WM_IMPORT_NONE)
    return number;
  trimmed = wm_text_trim (text);
  if (self->labels->len >= G_MAXUINT16 || !wm_period_parse_label (trimmed, &period, &publication))
    return WM_IMPORT_NONE;
  number = self->labels->len;
  g_array_append_vals (self->labels,
                       &(WmImportLabel) { g_steal_pointer (&trimmed), wm_period_to_key (period),
                                          publication }, 1);
  remember (self->by_label, text, number);
  return number;
}

static gboolean
is_area_code (const char *code)
{
  return strlen (code) >= 3 && strlen (code) <= 4 && strspn (code, "0123456789") == strlen (code);
}

/* Whether the area has this name, or shares it with the one that the name means. */
static gboolean
has_name (const WmAreaSet *areas, const WmArea *area, const char *name)
{
  g_autoptr (GPtrArray) candidates = NULL;
  g_autofree char *folded = wm_text_fold (name);
  g_autofree char *own = wm_text_fold (area->name);
  const WmArea *found = wm_area_set_find_name (areas, name, &candidates);

  if (found == area || g_str_equal (folded, own)
      || (candidates != NULL && g_ptr_array_find (candidates, area, NULL)))
    return TRUE;
  for (gsize i = 0; area->aliases != NULL && area->aliases[i] != NULL; i++)
    {
      g_autofree char *alias = wm_text_fold (area->aliases[i]);

      if (g_str_equal (alias, folded))
        return TRUE;
    }
  return FALSE;
}

static WmArea *
make_unlisted_area (WmImportBatch *self, const char *code, const char *name, const char *region,
                    guint64 line)
{
  WmArea *area = wm_area_new (code, name[0] != '\0' ? name : code, WM_AREA_AUTHORITY);
  const WmArea *known = wm_area_set_find_name (self->options->areas, region, NULL);
  g_autofree char *value = g_strdup_printf ("%s (%s)", area->name, code);

  area->is_listed = FALSE;
  if (known != NULL && known->kind == WM_AREA_REGION)
    area->region_code = g_strdup (known->code);
  wm_import_batch_report (self, WM_SEVERITY_WARNING, "unlisted-area",
                          _("The area is not in the authority list. It was added with the region "
                            "that the file gives."),
                          value, line);
  return area;
}

/* Finds the area by its code, else by its name, else makes one. */
static WmArea *
resolve_area (WmImportBatch *self, const char *code, const char *name, const char *region,
              guint64 line)
{
  const WmAreaSet *areas = self->options->areas;
  WmArea *area = code[0] != '\0' ? wm_area_set_find_code (areas, code) : NULL;

  if (area != NULL && name[0] != '\0' && !has_name (areas, area, name))
    {
      g_autofree char *value = g_strdup_printf ("%s (%s)", name, code);

      wm_import_batch_report (self, WM_SEVERITY_WARNING, "area-name-differs",
                              _("The name and the code of the area do not belong together. The "
                                "code was believed."),
                              value, line);
    }
  if (area == NULL && name[0] != '\0' && !is_area_code (code))
    area = wm_area_set_find_name (areas, name, NULL);
  if (area != NULL)
    return wm_area_ref (area);
  return is_area_code (code) ? make_unlisted_area (self, code, name, region, line) : NULL;
}

static guint32
find_same_area (WmImportBatch *self, const WmArea *area)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (g_str_equal (((WmArea *) g_ptr_array_index (self->areas, i))->code, area->code))
      return i;
  return WM_IMPORT_NONE;
}

/* The number of the area of a row; WM_IMPORT_NONE when nothing tells which it is. */
guint32
wm_import_batch_intern_area (WmImportBatch *self, const char *code, const char *name,
                             const char *region, guint64 line)
{
  g_autofree char *key = g_strconcat (code, "|", name, NULL);
  guint32 number = recall (self->by_area, key);
  g_autofree char *plain_code = NULL;
  g_autofree char *plain_name = NULL;
  g_autoptr (WmArea) area = NULL;

  if (number != WM_IMPORT_NONE)
    return number;
  plain_code = wm_text_trim (code);
  if (g_str_has_suffix (plain_code, ".0"))
    plain_code[strlen (plain_code) - 2] = '\0'; /* a spreadsheet's "301.0" */
  plain_name = wm_text_trim (name);
  area = resolve_area (self, plain_code, plain_name, region, line);
  if (area == NULL || self->areas->len >= G_MAXUINT16)
    return WM_IMPORT_NONE;
  number = find_same_area (self, area);
  if (number == WM_IMPORT_NONE)
    {
      number = self->areas->len;
      g_ptr_array_add (self->areas, g_steal_pointer (&area));
    }
  remember (self->by_area, key, number);
  return number;
}

/* Adds an observation. */
void
wm_import_batch_add (WmImportBatch *self, guint32 series, guint32 area, guint32 label, double value,
                     WmMissing missing, guint64 line)
{
  const WmImportLabel *printed = &g_array_index (self->labels, WmImportLabel, label);

  g_array_append_vals (self->rows,
                       &(WmImportRow) { .period = printed->period, .value = value, .line = line,
                                        .series = series, .area = area, .label = label,
                                        .missing = missing, .publication = printed->publication }, 1);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const WmImportRow *x = a;
  const WmImportRow *y = b;

  if (x->series != y->series)
    return x->series < y->series ? -1 : 1;
  if (x->period != y->period)
    return x->period < y->period ? -1 : 1;
  if (x->area != y->area)
    return x->area < y->area ? -1 : 1;
  return (x->line > y->line) - (x->line < y->line);
}

static gboolean
has_same_key (const WmImportRow *a, const WmImportRow *b)
{
  return a->series == b->series && a->period == b->period && a->area == b->area;
}

static gboolean
has_same_value (const WmImportRow *a, const WmImportRow *b)
{
  return a->missing == b->missing && (a->missing != WM_MISSING_NONE || a->value == b->value);
}

/* Of rows with one key: equal ones are kept once, different ones all refused. */
static void
settle_key (WmImportBatch *self, WmImportRow *rows, gsize n)
{
  gboolean all_equal = TRUE;
  const WmImportSeries *series = &g_array_index (self->series, WmImportSeries, rows[0].series);
  const WmIndicator *indicator = g_ptr_array_index (self->indicators, series->indicator);
  const WmArea *area = g_ptr_array_index (self->areas, rows[0].area);
  g_autofree char *value = NULL;

  for (gsize i = 1; i < n; i++)
    all_equal = all_equal && has_same_value (&rows[0], &rows[i]);
  if (all_equal)
    value = g_strdup (indicator->code);
  else
    value = g_strdup_printf ("%s, %s, %s", indicator->code, area->name,
                             g_array_index (self->labels, WmImportLabel, rows[0].label).text);
  for (gsize i = 0; i < n; i++)
    {
      rows[i].is_dropped = !all_equal || i > 0;
      if (!all_equal)
        wm_import_batch_report (self, WM_SEVERITY_WARNING, "contradicting-rows",
                                _("The same measure, area and period has different values on these "
                                  "lines. None of them was imported."),
                                value, rows[i].line);
      else if (i > 0)
        wm_import_batch_report (self, WM_SEVERITY_NOTE, "repeated-rows",
                                _("The same value stands in the file more than once. It was "
                                  "imported once."),
                                value, rows[i].line);
    }
}

/* Counts as refused those lines that lost every observation to a contradiction. */
static void
count_contradicted_lines (WmImportBatch *self, GHashTable *lost, GHashTable *saved)
{
  GHashTableIter iter;
  gpointer line;

  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    if (!g_hash_table_contains (saved, line))
      count_refused (self, "contradicting-rows");
}

static void
count_contradictions (WmImportBatch *self)
{
  g_autoptr (GHashTable) lost = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) saved = g_hash_table_new (NULL, NULL);
  const WmImportRow *rows = &g_array_index (self->rows, WmImportRow, 0);
  gsize n;

  for (gsize i = 0; i < self->rows->len; i += n)
    {
      for (n = 1; i + n < self->rows->len && has_same_key (&rows[i], &rows[i + n]); n++)
        ;
      if (rows[i].is_dropped)
        for (gsize j = i; j < i + n; j++)
          g_hash_table_add (lost, GUINT_TO_POINTER (rows[j].line));
    }
  for (gsize i = 0; i < self->rows->len; i++)
    if (!rows[i].is_dropped && g_hash_table_contains (lost, GUINT_TO_POINTER (rows[i].line)))
      g_hash_table_add (saved, GUINT_TO_POINTER (rows[i].line));
  count_contradicted_lines (self, lost, saved);
}

/* Brings the rows in the order of storing, and settles those that have the same key. */
void
wm_import_batch_settle_repeats (WmImportBatch *self)
{
  WmImportRow *rows;
  gboolean has_contradictions = FALSE;
  gsize n;

  if (self->rows->len == 0)
    return;
  g_array_sort (self->rows, compare_rows);
  rows = &g_array_index (self->rows, WmImportRow, 0);
  for (gsize i = 0; i < self->rows->len; i += n)
    {
      for (n = 1; i + n < self->rows->len && has_same_key (&rows[i], &rows[i + n]); n++)
        ;
      if (n == 1)
        continue;
      settle_key (self, rows + i, n);
      has_contradictions = has_contradictions || rows[i].is_dropped;
    }
  if (has_contradictions)
    count_contradictions (self);
}
