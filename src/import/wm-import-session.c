/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* An import from end to end: the file is known by its digest, recognised, read into a batch, and
 * stored in one transaction. The only file of this room that sees the store. */

#include "config.h"

#include "wm-import.h"

#include "wm-import-batch-private.h"
#include "wm-import-cell.h"
#include "wm-reference.h"
#include "wm-store-imports.h"
#include "wm-store-writer.h"

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#define DIGEST_CHUNK (256 * 1024)
#define REPORT_EVERY 16384 /* rows between two reports of progress */

/* The digest of the file is made while it is read: it costs as much as the reading. */
typedef struct
{
  char *path;
  GCancellable *cancellable;
  char *sha256;
  GError *error;
} Digest;

static gpointer
digest_thread (gpointer data)
{
  Digest *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, self->cancellable, &self->error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (DIGEST_CHUNK);
  gssize n = 0;

  while (stream != NULL
         && (n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, DIGEST_CHUNK,
                                      self->cancellable, &self->error)) > 0)
    g_checksum_update (checksum, buffer, n);
  if (stream != NULL && n == 0)
    self->sha256 = g_strdup (g_checksum_get_string (checksum));
  return NULL;
}

static void
digest_clear (Digest *self)
{
  g_free (self->path);
  g_free (self->sha256);
  g_clear_error (&self->error);
}

static GFileInfo *
query_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
}

static gboolean
read_batch (WmImportBatch *batch, GError **error)
{
  switch (batch->head->kind)
    {
    case WM_IMPORT_KIND_LAIT:
      return wm_import_read_lait (batch, error);
    case WM_IMPORT_KIND_LAIT_DOWNLOAD:
      return wm_import_read_download (batch, error);
    case WM_IMPORT_KIND_LAIT_DICTIONARY:
      return wm_import_read_dictionary (batch, error);
    case WM_IMPORT_KIND_EES:
      return wm_import_read_ees (batch, error);
    case WM_IMPORT_KIND_NEIGHBOURS:
      return wm_import_read_neighbours (batch, error);
    case WM_IMPORT_KIND_AREAS:
      return wm_import_read_areas (batch, error);
    case WM_IMPORT_KIND_POPULATION:
      return wm_import_read_population (batch, error);
    case WM_IMPORT_KIND_AUTO:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
check_content (const WmImportBatch *batch, GError **error)
{
  if (batch->rows->len + batch->dictionary->len + batch->neighbours->len + batch->listed_areas->len
      + batch->populations->len > 0)
    return TRUE;
  if (batch->rows_read == 0)
    g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_EMPTY,
                         _("The file has a heading but no rows."));
  else
    {
      const WmFinding *finding = g_ptr_array_index (batch->findings, 0);

      g_set_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_EMPTY,
                   /* Translators: the second is a sentence about the first line */
                   _("No row of the file can be imported. Line %1$" G_GUINT64_FORMAT ": %2$s"),
                   finding->first_line, finding->message);
    }
  return FALSE;
}

/* An older file after a newer one of its kind would take back what was revised. */
static gboolean
check_age (WmStore *store, const WmProvenance *provenance, GError **error)
{
  g_autoptr (GPtrArray) imports = wm_store_list_imports (store, error);

  if (imports == NULL)
    return FALSE;
  for (guint i = 0; i < imports->len; i++)
    {
      const WmProvenance *other = g_ptr_array_index (imports, i);

      if (other->is_undone || g_strcmp0 (other->kind, provenance->kind) != 0
          || g_strcmp0 (other->family, provenance->family) != 0
          || g_strcmp0 (other->dataset, provenance->dataset) != 0
          || g_strcmp0 (other->mapping, provenance->mapping) != 0
          || g_strcmp0 (other->as_at, provenance->as_at) <= 0)
        continue;
      g_set_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_OLDER,
                   _("The file “%1$s” stands for %2$s, but the project has a newer one of its kind, "
                     "“%3$s”, which stands for %4$s. Its values would be replaced by older ones. Import "
                     "it anyway only if you mean that."),
                   provenance->file_name, provenance->as_at, other->file_name, other->as_at);
      return FALSE;
    }
  return TRUE;
}

typedef struct
{
  guint32 *series;
  guint32 *areas;
  guint32 *labels;
} Stored;

static void
stored_clear (Stored *self)
{
  g_free (self->series);
  g_free (self->areas);
  g_free (self->labels);
}

static gboolean
intern_series (WmImportBatch *batch, WmStoreWriter *writer, Stored *stored, GError **error)
{
  stored->series = g_new0 (guint32, batch->series->len + 1);
  for (guint i = 0; i < batch->series->len; i++)
    {
      const WmImportSeries *series = &g_array_index (batch->series, WmImportSeries, i);
      const WmIndicator *known = g_ptr_array_index (batch->indicators, series->indicator);
      guint32 indicator = wm_store_writer_intern_indicator (writer, known->code, known, error);

      if (indicator != 0)
        stored->series[i] = wm_store_writer_intern_series (writer, indicator, series->breakdown, error);
      if (stored->series[i] == 0)
        return FALSE;
    }
  return TRUE;
}

/* What the project knows of an area when no list of areas says more: the built-in list, or the
 * bare name. What another import's list says goes with that list when it is undone. */
static WmArea *
make_bare_area (const WmArea *area)
{
  WmArea *known = wm_area_set_find_code (wm_reference_get_areas (), area->code);
  WmArea *bare;

  if (known != NULL)
    return wm_area_ref (known);
  bare = wm_area_new (area->code, area->name, area->kind);
  bare->region_code = g_strdup (area->region_code);
  bare->is_listed = FALSE;
  return bare;
}

static gboolean
intern_areas (WmImportBatch *batch, WmStoreWriter *writer, Stored *stored, GError **error)
{
  stored->areas = g_new0 (guint32, batch->areas->len + 1);
  for (guint i = 0; i < batch->areas->len; i++)
    {
      g_autoptr (WmArea) bare = make_bare_area (g_ptr_array_index (batch->areas, i));

      stored->areas[i] = wm_store_writer_intern_area (writer, bare, error);
      if (stored->areas[i] == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
intern_all (WmImportBatch *batch, WmStoreWriter *writer, Stored *stored, GError **error)
{
  if (!intern_series (batch, writer, stored, error) || !intern_areas (batch, writer, stored, error))
    return FALSE;
  stored->labels = g_new0 (guint32, batch->labels->len + 1);
  for (guint i = 0; i < batch->labels->len; i++)
    {
      stored->labels[i] = wm_store_writer_intern_label (writer,
                                                        g_array_index (batch->labels, WmImportLabel, i).text,
                                                        error);
      if (stored->labels[i] == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_row (const WmImportRow *row, WmStoreWriter *writer, const Stored *stored, GError **error)
{
  WmObservationRow out = {
    .series = stored->series[row->series], .area = stored->areas[row->area],
    .label = stored->labels[row->label], .period = row->period, .value = row->value,
    .numerator = NAN, .denominator = NAN, .missing = row->missing, .publication = row->publication,
  };

  return row->is_dropped || wm_store_writer_add (writer, &out, error);
}

static gboolean
store_rows (WmImportBatch *batch, WmStoreWriter *writer, GError **error)
{
  Stored stored = { NULL };
  gboolean is_stored = intern_all (batch, writer, &stored, error);

  for (guint i = 0; is_stored && i < batch->rows->len; i++)
    {
      if (i % REPORT_EVERY == 0)
        {
          wm_progress_report (batch->progress, 0.6 + 0.35 * i / batch->rows->len, _("Storing values"));
          is_stored = !g_cancellable_set_error_if_cancelled (batch->cancellable, error);
        }
      is_stored = is_stored
                  && store_row (&g_array_index (batch->rows, WmImportRow, i), writer, &stored, error);
    }
  stored_clear (&stored);
  return is_stored;
}

static gboolean
store_dictionary (WmImportBatch *batch, WmStoreWriter *writer, GError **error)
{
  for (guint i = 0; i < batch->dictionary->len; i++)
    if (!wm_store_writer_put_indicator (writer, g_ptr_array_index (batch->dictionary, i), error))
      return FALSE;
  return TRUE;
}

/* Published numbers of children count as such beside being a measure. */
static void
take_populations (WmImportBatch *batch)
{
  for (guint i = 0; batch->holds_population && i < batch->rows->len; i++)
    {
      const WmImportRow *row = &g_array_index (batch->rows, WmImportRow, i);

      if (!row->is_dropped && row->missing == WM_MISSING_NONE)
        g_array_append_vals (batch->populations,
                             &(WmImportPopulation) { row->area,
                                                     wm_period_from_key (row->period).end_year,
                                                     row->value }, 1);
    }
}

static gboolean
store_populations (WmImportBatch *batch, WmStoreWriter *writer, GError **error)
{
  for (guint i = 0; i < batch->populations->len; i++)
    {
      const WmImportPopulation *entry = &g_array_index (batch->populations, WmImportPopulation, i);
      const WmArea *area = g_ptr_array_index (batch->areas, entry->area);

      if (!wm_store_writer_put_population (writer, area->code, entry->year, entry->children, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_lists (WmImportBatch *batch, WmStoreWriter *writer, GError **error)
{
  for (guint i = 0; i < batch->listed_areas->len; i++)
    if (!wm_store_writer_put_area (writer, g_ptr_array_index (batch->listed_areas, i), error))
      return FALSE;
  return batch->neighbours->len == 0
         || wm_store_writer_put_neighbours (writer, batch->neighbour_list,
                                            &g_array_index (batch->neighbours, WmNeighbourEntry, 0),
                                            batch->neighbours->len, error);
}

static gboolean
store_batch (WmImportBatch *batch, WmStore *store, WmProvenance *provenance, GError **error)
{
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (store, error);

  if (writer == NULL || !store_rows (batch, writer, error) || !store_dictionary (batch, writer, error)
      || !store_lists (batch, writer, error) || !store_populations (batch, writer, error))
    return FALSE;
  for (guint i = 0; i < batch->findings->len; i++)
    wm_store_writer_add_finding (writer, g_ptr_array_index (batch->findings, i));
  return !g_cancellable_set_error_if_cancelled (batch->cancellable, error)
         && wm_store_writer_commit (writer, provenance, error);
}

/* Whether the project has this very file; gives the result that says so. */
static gboolean
find_earlier (WmStore *store, const char *sha256, WmImportResult **result, GError **error)
{
  gint64 id = 0;
  g_autoptr (WmProvenance) earlier = NULL;

  *result = NULL;
  if (!wm_store_find_import (store, sha256, &id, error))
    return FALSE;
  if (id == 0)
    return TRUE;
  earlier = wm_store_get_import (store, id, error);
  if (earlier == NULL)
    return FALSE;
  *result = wm_import_result_new ();
  (*result)->provenance = g_steal_pointer (&earlier);
  (*result)->already_imported = TRUE;
  return TRUE;
}

static WmImportResult *
finish (WmImportBatch *batch, WmStore *store, GFileInfo *info, const Digest *digest, GError **error)
{
  const WmImportOptions *options = batch->options;
  g_autoptr (WmImportResult) result = NULL;

  if (!options->again && store != NULL)
    {
      if (!find_earlier (store, digest->sha256, &result, error))
        return NULL;
      if (result != NULL)
        return g_steal_pointer (&result);
    }
  if (!check_content (batch, error))
    return NULL;
  wm_import_batch_settle_repeats (batch);
  take_populations (batch);
  result = wm_import_result_make (batch, info);
  result->is_dry_run = options->dry_run;
  result->provenance->sha256 = g_strdup (digest->sha256);
  if (!options->allow_older && store != NULL && !check_age (store, result->provenance, error))
    return NULL;
  if (!options->dry_run && !store_batch (batch, store, result->provenance, error))
    return NULL;
  wm_progress_report (batch->progress, 1, NULL);
  return g_steal_pointer (&result);
}

static gboolean
check_options (const WmImportOptions *options, GError **error)
{
  GDate date;

  if (options->as_at == NULL || (strlen (options->as_at) == 10 && wm_import_parse_date (options->as_at, &date)))
    return TRUE;
  g_set_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_DAMAGED,
               _("“%s” is no day. Write it as 2025-03-31."), options->as_at);
  return FALSE;
}

/* Every error says which file it is about. */
static void
name_file (GError **error, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (error != NULL && *error != NULL && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && strstr ((*error)->message, name) == NULL)
    /* Translators: the name of a file; a sentence follows */
    g_prefix_error (error, _("Could not import “%s”: "), name);
}

static WmImportResult *
import_recognised (WmStore *store, const char *path, const WmImportOptions *options,
                   const WmImportHead *head, WmProgress *progress, GError **error)
{
  g_autoptr (WmImportBatch) batch = wm_import_batch_new (path, options, head, progress);
  g_autoptr (GFileInfo) info = query_file (path, batch->cancellable, error);
  Digest digest = { g_strdup (path), batch->cancellable, NULL, NULL };
  WmImportResult *result = NULL;
  gboolean is_read;
  GThread *thread;

  if (info == NULL)
    {
      digest_clear (&digest);
      return NULL;
    }
  wm_progress_report (progress, 0, _("Reading the file"));
  thread = g_thread_new ("waymark-digest", digest_thread, &digest);
  is_read = read_batch (batch, error);
  g_thread_join (thread);
  if (is_read && digest.sha256 == NULL)
    g_propagate_error (error, g_steal_pointer (&digest.error));
  else if (is_read)
    result = finish (batch, store, info, &digest, error);
  digest_clear (&digest);
  return result;
}

/**
 * wm_import_file:
 * @store: (nullable): the project, used on this thread only; may be %NULL for a dry run
 * @path: the file
 * @options: what to import and how
 * @progress: (nullable): told how far the import is; its cancellable stops it
 * @error: return location for an error
 *
 * Imports a file: whole, or not at all. Blocks; the window calls it on a thread with a sibling of
 * its store. A file that the project has already is not imported again unless asked for; the
 * result says so.
 *
 * Fails with a [enum@ImportError], with a [enum@TableError] naming the line, with a
 * [enum@StoreError], or with %G_IO_ERROR_CANCELLED; the project is then as it was.
 *
 * Returns: (transfer full): what came of it; %NULL on error
 */
WmImportResult *
wm_import_file (WmStore *store, const char *path, const WmImportOptions *options, WmProgress *progress,
                GError **error)
{
  g_autoptr (WmImportHead) head = NULL;
  g_autoptr (GError) reason = NULL;
  WmImportResult *result = NULL;

  g_return_val_if_fail (path != NULL && options != NULL && options->areas != NULL, NULL);
  g_return_val_if_fail (store != NULL || options->dry_run, NULL);

  if (!check_options (options, error))
    return NULL;
  head = wm_import_recognise (path, options->kind,
                              progress != NULL ? wm_progress_get_cancellable (progress) : NULL, &reason);
  if (head != NULL)
    result = import_recognised (store, path, options, head, progress, &reason);
  if (result == NULL)
    {
      name_file (&reason, path);
      g_propagate_error (error, g_steal_pointer (&reason));
    }
  return result;
}

/**
 * wm_import_format_code:
 * @code: code of an indicator, such as "DATASET/column"
 * @breakdown: canonical text such as "sex=female;age=16-17"; "" for the total
 *
 * Writes an indicator with its breakdown as people see it: "DATASET/column[sex=female,age=16-17]".
 *
 * Returns: (transfer full): the text
 */
char *
wm_import_format_code (const char *code, const char *breakdown)
{
  g_autofree char *listed = NULL;

  g_return_val_if_fail (code != NULL && breakdown != NULL, NULL);

  if (breakdown[0] == '\0')
    return g_strdup (code);
  listed = g_strdelimit (g_strdup (breakdown), ";", ',');
  return g_strdup_printf ("%s[%s]", code, listed);
}
