/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What came of an import: the provenance of the file, what was found in it and what was refused. */

#include "config.h"

#include "wm-import-batch-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (WmImportResult, wm_import_result, wm_import_result_ref, wm_import_result_unref)

static void
refused_clear (gpointer data)
{
  g_free (((WmRefusedCount *) data)->reason);
}

static void
result_clear (gpointer data)
{
  WmImportResult *self = data;

  wm_provenance_free (self->provenance);
  g_ptr_array_unref (self->findings);
  g_array_unref (self->refused);
  g_free (self->first_label);
  g_free (self->last_label);
}

/* Begins an empty result. */
WmImportResult *
wm_import_result_new (void)
{
  WmImportResult *self = g_atomic_rc_box_new0 (WmImportResult);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  self->refused = g_array_new (FALSE, FALSE, sizeof (WmRefusedCount));
  g_array_set_clear_func (self->refused, refused_clear);
  return self;
}

/**
 * wm_import_result_ref:
 * @self: a result
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmImportResult *
wm_import_result_ref (WmImportResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_import_result_unref:
 * @self: (transfer full): a result
 *
 * Gives a reference back.
 */
void
wm_import_result_unref (WmImportResult *self)
{
  g_atomic_rc_box_release_full (self, result_clear);
}

/* The day on which the file was last changed. */
static char *
dup_file_date (GFileInfo *info)
{
  g_autoptr (GDateTime) changed = g_file_info_get_modification_date_time (info);
  g_autoptr (GDateTime) local = changed != NULL ? g_date_time_to_local (changed)
                                                : g_date_time_new_now_local ();

  return g_date_time_format (local, "%Y-%m-%d");
}

/* The years of the numbers of children: "2023", "2012-2024". */
static char *
dup_years (const WmImportBatch *batch)
{
  int first = G_MAXINT, last = 0;

  for (guint i = 0; i < batch->populations->len; i++)
    {
      int year = g_array_index (batch->populations, WmImportPopulation, i).year;

      first = MIN (first, year);
      last = MAX (last, year);
    }
  return first == last ? g_strdup_printf ("%d", first) : g_strdup_printf ("%d-%d", first, last);
}

/* What tells one series of files of a kind from another: the measure of a downloaded table, the
 * data set of an EES file, the list of neighbours, the years of numbers of children. */
static char *
dup_mapping (const WmImportBatch *batch)
{
  if (batch->head->kind == WM_IMPORT_KIND_LAIT_DOWNLOAD)
    return g_strdup (batch->options->indicator);
  if (batch->head->kind == WM_IMPORT_KIND_POPULATION)
    return dup_years (batch);
  return g_strdup (batch->neighbour_list);
}

static const char *
get_family (const WmImportBatch *batch)
{
  if (batch->head->kind == WM_IMPORT_KIND_POPULATION)
    return "local";
  return batch->head->kind == WM_IMPORT_KIND_EES ? "ees" : "lait";
}

static char *
dup_dataset (const WmImportBatch *batch)
{
  const char *code;

  if (batch->head->kind != WM_IMPORT_KIND_EES || batch->indicators->len == 0)
    return NULL;
  code = ((WmIndicator *) g_ptr_array_index (batch->indicators, 0))->code;
  return g_strndup (code, strrchr (code, '/') - code);
}

static WmProvenance *
make_provenance (const WmImportBatch *batch, GFileInfo *info)
{
  WmProvenance *provenance = wm_provenance_new ();

  provenance->file_name = g_path_get_basename (batch->path);
  provenance->file_size = g_file_info_get_size (info);
  provenance->kind = g_strdup (wm_import_kind_to_id (batch->head->kind));
  provenance->family = g_strdup (get_family (batch));
  provenance->dataset = dup_dataset (batch);
  provenance->mapping = dup_mapping (batch);
  provenance->as_at = batch->options->as_at != NULL ? g_strdup (batch->options->as_at)
                                                    : dup_file_date (info);
  provenance->rows_read = batch->rows_read;
  provenance->rows_refused = batch->rows_refused;
  provenance->rows_kept = batch->rows_read - batch->rows_refused;
  for (guint i = 0; i < batch->rows->len; i++)
    {
      const WmImportRow *row = &g_array_index (batch->rows, WmImportRow, i);

      provenance->n_values += !row->is_dropped && row->missing == WM_MISSING_NONE;
      provenance->n_missing += !row->is_dropped && row->missing != WM_MISSING_NONE;
    }
  return provenance;
}

static void
find_period_range (WmImportResult *result, const WmImportBatch *batch)
{
  const WmImportLabel *first = NULL;
  const WmImportLabel *last = NULL;

  for (guint i = 0; i < batch->labels->len; i++)
    {
      const WmImportLabel *label = &g_array_index (batch->labels, WmImportLabel, i);
      WmPeriod period = wm_period_from_key (label->period);

      if (first == NULL || wm_period_compare (period, wm_period_from_key (first->period)) < 0)
        first = label;
      if (last == NULL || wm_period_compare (period, wm_period_from_key (last->period)) > 0)
        last = label;
    }
  result->first_label = g_strdup (first != NULL ? first->text : NULL);
  result->last_label = g_strdup (last != NULL ? last->text : NULL);
}

/* What came of a file that was read: its provenance, findings and counts. */
WmImportResult *
wm_import_result_make (const WmImportBatch *batch, GFileInfo *info)
{
  WmImportResult *result = wm_import_result_new ();

  result->provenance = make_provenance (batch, info);
  for (guint i = 0; i < batch->findings->len; i++)
    g_ptr_array_add (result->findings, wm_finding_copy (g_ptr_array_index (batch->findings, i)));
  for (guint i = 0; i < batch->refused->len; i++)
    {
      const WmRefusedCount *count = &g_array_index (batch->refused, WmRefusedCount, i);

      g_array_append_vals (result->refused,
                           &(WmRefusedCount) { g_strdup (count->reason), count->n_rows }, 1);
    }
  result->n_measures = batch->dictionary->len > 0 ? batch->dictionary->len : batch->indicators->len;
  find_period_range (result, batch);
  return result;
}
