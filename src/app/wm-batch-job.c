/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* All charts of a set for all authorities of a group, written into a folder by a thread. */

#include "config.h"

#include "wm-batch-job.h"

#include "wm-group.h"
#include "wm-measure.h"
#include "wm-reference.h"
#include "wm-store-sets.h"

#include <glib/gi18n-lib.h>

#define WIDTH 960
#define HEIGHT 540
#define SCALE 2

/**
 * wm_batch_free:
 * @self: (transfer full): a batch
 *
 * Frees a batch.
 */
void
wm_batch_free (WmBatch *self)
{
  wm_project_unref (self->project);
  g_free (self->set_name);
  g_strfreev (self->areas);
  g_free (self->folder);
  g_free (self);
}

static GStrv
list_codes (const WmBatch *self, WmProject *project, GError **error)
{
  g_autoptr (WmMeasureSet) set = NULL;

  if (self->set_name == NULL)
    return g_strdupv ((char **) wm_reference_get_starter_set ());
  set = wm_store_get_set (wm_project_get_store (project), self->set_name, error);
  return set != NULL ? g_strdupv (set->indicator_codes) : NULL;
}

/* "Leeds - CPP_rate - dots.png", with nothing that a system forbids in names. */
static char *
make_path (const WmBatch *self, const WmMeasure *measure, const char *kind)
{
  static const char *const suffixes[] = {
    [WM_IMAGE_PNG] = "png",
    [WM_IMAGE_SVG] = "svg",
    [WM_IMAGE_PDF] = "pdf",
  };
  g_autofree char *name = g_strdup_printf ("%s - %s - %s.%s", measure->area->name,
                                           measure->indicator->code, kind, suffixes[self->format]);

  g_strdelimit (name, "/\\:*?\"<>|", '_');
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
take_chart (const WmBatch *self, const WmMeasure *measure, const char *kind, WmChart *owned_chart,
            WmBatchResult *result, GError **error)
{
  g_autoptr (WmChart) chart = owned_chart;
  g_autofree char *path = make_path (self, measure, kind);

  if (chart == NULL)
    return FALSE;
  wm_chart_set_starts_at_zero (chart, self->from_zero);
  if (!wm_chart_save (chart, path, self->format, WIDTH, HEIGHT, SCALE, WM_CHART_THEME_LIGHT, error))
    return FALSE;
  result->n_saved++;
  return TRUE;
}

static gboolean
save_measure (const WmBatch *self, WmProject *project, const char *code, const WmArea *area,
              WmBatchResult *result, GError **error)
{
  g_autoptr (GError) lacking = NULL;
  g_autoptr (WmMeasure) measure = wm_measure_new (project, code, area->code, &lacking);

  if (lacking != NULL && lacking->domain != WM_PROJECT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&lacking));
      return FALSE;
    }
  if (measure == NULL || !measure->has_value)
    {
      result->n_skipped++;
      return TRUE;
    }
  if (self->with_lines
      && !take_chart (self, measure, "lines",
                      wm_measure_make_time_series (project, measure, NULL, error), result, error))
    return FALSE;
  return !self->with_dots
         || take_chart (self, measure, "dots", wm_measure_make_dots (project, measure, error), result,
                        error);
}

static gboolean
save_area (const WmBatch *self, WmProject *project, char **codes, const WmArea *area,
           GCancellable *cancellable, WmBatchResult *result, GError **error)
{
  for (guint i = 0; codes[i] != NULL; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !save_measure (self, project, codes[i], area, result, error))
      return FALSE;
  return TRUE;
}

/**
 * wm_batch_thread:
 * @data: a #WmBatch
 * @progress: how far it has come
 * @cancellable: stops it between two charts
 * @error: return location for an error
 *
 * Saves the charts. Those that were saved before an error or a stop stay.
 *
 * Returns: (transfer full): a #WmBatchResult to be freed with g_free(); %NULL on error
 */
gpointer
wm_batch_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const WmBatch *self = data;
  g_autoptr (WmProject) own = wm_project_open_sibling (self->project, error);
  g_autoptr (WmGroup) group = NULL;
  g_auto (GStrv) codes = NULL;
  g_autofree WmBatchResult *result = g_new0 (WmBatchResult, 1);

  if (own == NULL)
    return NULL;
  codes = list_codes (self, own, error);
  if (codes == NULL)
    return NULL;
  group = wm_group_resolve (own, (const char *const *) self->areas, error);
  if (group == NULL)
    return NULL;
  for (guint i = 0; i < group->areas->len; i++)
    {
      const WmArea *area = g_ptr_array_index (group->areas, i);

      wm_progress_report (progress, (double) i / group->areas->len, area->name);
      if (!save_area (self, own, codes, area, cancellable, result, error))
        return NULL;
    }
  return g_steal_pointer (&result);
}
