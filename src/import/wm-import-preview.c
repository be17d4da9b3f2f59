/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A first look at a file: what it is, what it begins with, what an import would propose. */

#include "config.h"

#include "wm-import-batch-private.h"

#include "wm-reference.h"
#include "wm-text.h"

#include <string.h>

/**
 * wm_import_preview_free:
 * @self: (transfer full) (nullable): a preview
 *
 * Frees a preview.
 */
void
wm_import_preview_free (WmImportPreview *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->reasons);
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_free (self->as_at);
  g_free (self->indicator);
  g_free (self->dataset);
  g_free (self);
}

/* The measure whose title the name of the file repeats; the longest one when several do. */
static char *
propose_indicator (const char *stem)
{
  g_autoptr (GPtrArray) measures = wm_reference_list_measures ();
  g_autofree char *folded = wm_text_fold (stem);
  const WmIndicator *best = NULL;
  gsize best_length = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      const WmIndicator *measure = g_ptr_array_index (measures, i);
      g_autofree char *title = wm_text_fold (measure->title);
      gsize length = strlen (title);

      if (length > best_length && strstr (folded, title) != NULL)
        {
          best = measure;
          best_length = length;
        }
    }
  return best != NULL ? g_strdup (best->code) : NULL;
}

static char *
dup_stem (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static char *
dup_file_day (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) changed = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autoptr (GDateTime) local = changed != NULL ? g_date_time_to_local (changed)
                                                : g_date_time_new_now_local ();

  return g_date_time_format (local, "%Y-%m-%d");
}

/**
 * wm_import_preview:
 * @path: the file
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Takes a first look at a file.
 *
 * Fails as [func@import_file] does for a file that is nothing that can be imported.
 *
 * Returns: (transfer full): the preview; %NULL on error
 */
WmImportPreview *
wm_import_preview (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmImportHead) head = NULL;
  g_autofree char *stem = NULL;
  WmImportPreview *self;

  g_return_val_if_fail (path != NULL, NULL);

  head = wm_import_recognise (path, WM_IMPORT_KIND_AUTO, cancellable, error);
  if (head == NULL)
    return NULL;
  stem = dup_stem (path);
  self = g_new0 (WmImportPreview, 1);
  self->kind = head->kind;
  self->reasons = g_strdupv ((char **) head->reasons->pdata);
  self->header = g_strdupv (head->header);
  self->rows = g_ptr_array_ref (head->rows);
  self->as_at = dup_file_day (path);
  self->needs_indicator = head->kind == WM_IMPORT_KIND_LAIT_DOWNLOAD
                          && wm_import_head_find (head, "Measure") < 0;
  if (self->needs_indicator)
    self->indicator = propose_indicator (stem);
  if (head->kind == WM_IMPORT_KIND_EES)
    self->dataset = g_steal_pointer (&stem);
  return self;
}
