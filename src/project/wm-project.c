/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The open project: its file, and the areas, neighbours and measures that the program knows. The
 * command and the window both ask here, so that both give the same answer. */

#include "config.h"

#include "wm-project.h"

#include "wm-known-areas.h"
#include "wm-reference.h"
#include "wm-store-imports.h"
#include "wm-store-indicators.h"
#include "wm-store-observations.h"
#include "wm-store-settings.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SETTING_NEIGHBOUR_LIST "neighbour-list"
#define DEFAULT_NEIGHBOUR_LIST "2025"

struct _WmProject
{
  gatomicrefcount ref_count;
  WmStore *store;
  WmAreaSet *areas;
  char *own_code;
  char *neighbour_list;
};

G_DEFINE_QUARK (wm-project-error-quark, wm_project_error)

/**
 * wm_project_error_to_code:
 * @error: an error of this room
 *
 * Gets a stable word for the kind of an error, for programs.
 *
 * Returns: (transfer none): the word, such as "unknown_area"
 */
const char *
wm_project_error_to_code (const GError *error)
{
  static const char *const codes[] = {
    [WM_PROJECT_ERROR_UNKNOWN_AREA] = "unknown_area",
    [WM_PROJECT_ERROR_AMBIGUOUS_AREA] = "ambiguous_area",
    [WM_PROJECT_ERROR_UNKNOWN_GROUP] = "unknown_group",
    [WM_PROJECT_ERROR_EMPTY_GROUP] = "no_treated",
    [WM_PROJECT_ERROR_OVERLAP] = "overlap",
    [WM_PROJECT_ERROR_NO_CONTROL] = "no_control",
    [WM_PROJECT_ERROR_UNKNOWN_INDICATOR] = "unknown_indicator",
    [WM_PROJECT_ERROR_UNKNOWN_PERIOD] = "unknown_period",
    [WM_PROJECT_ERROR_NO_DATA] = "no_data",
    [WM_PROJECT_ERROR_BAD_FILE] = "bad_file",
    [WM_PROJECT_ERROR_DUPLICATE_ROWS] = "duplicate_rows",
  };

  g_return_val_if_fail (error != NULL && error->domain == WM_PROJECT_ERROR, "failed");

  return codes[error->code];
}

/**
 * wm_project_is_sample:
 * @self: a project
 *
 * Tells whether the project holds the fictional sample.
 *
 * Returns: whether it does
 */
gboolean
wm_project_is_sample (WmProject *self)
{
  g_autofree char *sample = wm_store_dup_setting (self->store, WM_PROJECT_SETTING_SAMPLE, NULL);

  return sample != NULL;
}

/**
 * wm_project_reload:
 * @self: a project
 * @error: return location for an error
 *
 * Reads areas, neighbours and settings again, after an import or an undo.
 *
 * Returns: whether that worked
 */
gboolean
wm_project_reload (WmProject *self, GError **error)
{
  WmAreaSet *areas;

  g_return_val_if_fail (self != NULL, FALSE);

  areas = wm_known_areas_load (self->store, wm_project_is_sample (self), error);
  if (areas == NULL)
    return FALSE;
  g_clear_pointer (&self->areas, wm_area_set_unref);
  self->areas = areas;
  g_free (self->own_code);
  self->own_code = wm_store_dup_setting (self->store, WM_SETTING_AUTHORITY, NULL);
  g_free (self->neighbour_list);
  self->neighbour_list = wm_store_dup_setting (self->store, SETTING_NEIGHBOUR_LIST, NULL);
  if (self->neighbour_list == NULL)
    self->neighbour_list = g_strdup (DEFAULT_NEIGHBOUR_LIST);
  return TRUE;
}

static WmProject *
project_new (WmStore *owned_store, GError **error)
{
  g_autoptr (WmProject) self = g_new0 (WmProject, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->store = owned_store;
  return wm_project_reload (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * wm_project_create:
 * @path: where the file will be; there must be none
 * @error: return location for an error
 *
 * Makes an empty project.
 *
 * Returns: (transfer full): the project
 */
WmProject *
wm_project_create (const char *path, GError **error)
{
  WmStore *store = wm_store_create (path, error);

  return store != NULL ? project_new (store, error) : NULL;
}

/**
 * wm_project_open:
 * @path: a project file
 * @flags: how to open it
 * @error: return location for an error
 *
 * Opens a project. One that is open elsewhere opens for reading only, and its store says why.
 *
 * Returns: (transfer full): the project
 */
WmProject *
wm_project_open (const char *path, WmStoreFlags flags, GError **error)
{
  WmStore *store = wm_store_open (path, flags, error);

  return store != NULL ? project_new (store, error) : NULL;
}

/**
 * wm_project_open_sibling:
 * @self: a project
 * @error: return location for an error
 *
 * Opens the same project once more, for a worker thread.
 *
 * Returns: (transfer full): the sibling
 */
WmProject *
wm_project_open_sibling (WmProject *self, GError **error)
{
  WmStore *store;

  g_return_val_if_fail (self != NULL, NULL);

  store = wm_store_open_sibling (self->store, error);
  return store != NULL ? project_new (store, error) : NULL;
}

/**
 * wm_project_ref:
 * @self: a project
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmProject *
wm_project_ref (WmProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * wm_project_unref:
 * @self: (transfer full) (nullable): a project
 *
 * Gives a reference back; the last one closes the file.
 */
void
wm_project_unref (WmProject *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->areas, wm_area_set_unref);
  g_clear_pointer (&self->store, wm_store_unref);
  g_free (self->own_code);
  g_free (self->neighbour_list);
  g_free (self);
}

/**
 * wm_project_get_store:
 * @self: a project
 *
 * Gets the project's file.
 *
 * Returns: (transfer none): the store
 */
WmStore *
wm_project_get_store (WmProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->store;
}

/**
 * wm_project_get_areas:
 * @self: a project
 *
 * Gets all areas that the project knows. The set is another one after [method@Project.reload].
 *
 * Returns: (transfer none): the areas
 */
WmAreaSet *
wm_project_get_areas (WmProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->areas;
}

/**
 * wm_project_get_own_authority:
 * @self: a project
 *
 * Gets the authority that the project is about.
 *
 * Returns: (transfer none) (nullable): the authority; %NULL until somebody has said
 */
WmArea *
wm_project_get_own_authority (WmProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own_code != NULL ? wm_area_set_find_code (self->areas, self->own_code) : NULL;
}

/**
 * wm_project_set_own_authority:
 * @self: a project
 * @code: (nullable): code of the authority
 * @error: return location for an error
 *
 * Says which authority the project is about. Its region, neighbours and England follow from it.
 *
 * Returns: whether that could be stored
 */
gboolean
wm_project_set_own_authority (WmProject *self, const char *code, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!wm_store_set_setting (self->store, WM_SETTING_AUTHORITY, code, error))
    return FALSE;
  g_free (self->own_code);
  self->own_code = g_strdup (code);
  return TRUE;
}

/**
 * wm_project_get_neighbour_list:
 * @self: a project
 *
 * Gets the list of statistical neighbours that the project compares with.
 *
 * Returns: (transfer none): the list, such as "2025"
 */
const char *
wm_project_get_neighbour_list (WmProject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->neighbour_list;
}

/**
 * wm_project_set_neighbour_list:
 * @self: a project
 * @list: the list, such as "2021"
 * @error: return location for an error
 *
 * Chooses the list of statistical neighbours that the project compares with.
 *
 * Returns: whether that could be stored
 */
gboolean
wm_project_set_neighbour_list (WmProject *self, const char *list, GError **error)
{
  char *copy;

  g_return_val_if_fail (self != NULL && list != NULL, FALSE);

  if (!wm_store_set_setting (self->store, SETTING_NEIGHBOUR_LIST, list, error))
    return FALSE;
  copy = g_strdup (list);
  g_free (self->neighbour_list);
  self->neighbour_list = copy;
  return TRUE;
}

static char *
join_candidates (const GPtrArray *candidates)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const WmArea *area = g_ptr_array_index (candidates, i);

      g_string_append_printf (joined, "%s%s (%s)", i > 0 ? ", " : "", area->name, area->code);
    }
  return g_string_free (joined, FALSE);
}

/**
 * wm_project_find_area:
 * @self: a project
 * @text: a code, name or spelling
 * @error: return location for an error
 *
 * Finds an area by what a person writes.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_AREA or, naming the candidates,
 * %WM_PROJECT_ERROR_AMBIGUOUS_AREA.
 *
 * Returns: (transfer none): the area
 */
WmArea *
wm_project_find_area (WmProject *self, const char *text, GError **error)
{
  g_autoptr (GPtrArray) candidates = NULL;
  WmArea *area;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  area = wm_area_set_find_name (self->areas, text, &candidates);
  if (area != NULL)
    return area;
  if (candidates != NULL)
    {
      g_autofree char *names = join_candidates (candidates);

      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_AMBIGUOUS_AREA,
                   /* Translators: %1$s is what was written, %2$s the areas that it could mean. */
                   _("“%1$s” could mean several areas: %2$s. Write the code."), text, names);
    }
  else
    g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_AREA,
                 _("There is no area “%s”. Write its name or its three-digit code."), text);
  return NULL;
}

/**
 * wm_project_split_code:
 * @text: the code of a measure, with its breakdown in brackets where it has one, as tables print it:
 *   "CODE[filter=value,filter=value]"
 * @breakdown: (out) (transfer full): the breakdown as the project keeps it; "" for the total
 *
 * Parts the code of a measure from its breakdown.
 *
 * Returns: (transfer full): the code
 */
char *
wm_project_split_code (const char *text, char **breakdown)
{
  const char *bracket = strchr (text, '[');
  gsize length = strlen (text);

  if (bracket == NULL || text[length - 1] != ']' || strchr (bracket, '=') == NULL)
    {
      *breakdown = g_strdup ("");
      return g_strdup (text);
    }
  *breakdown = g_strndup (bracket + 1, text + length - 1 - (bracket + 1));
  g_strdelimit (*breakdown, ",", ';');
  return g_strndup (text, bracket - text);
}

static void
set_unknown_indicator (GError **error, const char *text)
{
  g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_INDICATOR,
               _("The project has no measure “%s”. Look it up in the list of measures; capitals "
                 "matter."),
               text);
}

/**
 * wm_project_find_indicator:
 * @self: a project
 * @text: a code, with a breakdown in brackets where there is one
 * @error: return location for an error
 *
 * Finds a measure by its code.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_INDICATOR.
 *
 * Returns: (transfer full): the measure
 */
WmIndicator *
wm_project_find_indicator (WmProject *self, const char *text, GError **error)
{
  g_autofree char *breakdown = NULL;
  g_autofree char *code = NULL;
  g_autoptr (WmIndicatorRow) row = NULL;
  g_autoptr (GError) local_error = NULL;
  WmIndicator *indicator;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  code = wm_project_split_code (text, &breakdown);
  row = wm_store_get_indicator (self->store, code, &local_error);
  if (row == NULL && g_error_matches (local_error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM))
    {
      set_unknown_indicator (error, text);
      return NULL;
    }
  if (row == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (*breakdown == '\0')
    return wm_indicator_ref (row->indicator);
  indicator = wm_indicator_copy (row->indicator);
  g_free (indicator->code);
  indicator->code = g_strdup (text);
  return indicator;
}

/* Puts the project's own areas in place of those that the file gave, so that one area is one
 * object everywhere. */
static void
adopt_areas (WmProject *self, WmPanel *panel)
{
  for (gsize i = 0; i < panel->n_areas; i++)
    {
      WmArea *area = wm_area_set_find_code (self->areas, panel->areas[i]->code);

      if (area == NULL || area == panel->areas[i])
        continue;
      wm_area_unref (panel->areas[i]);
      panel->areas[i] = wm_area_ref (area);
    }
}

/**
 * wm_project_load_panel:
 * @self: a project
 * @indicator_code: a code, with a breakdown in brackets where there is one
 * @error: return location for an error
 *
 * Loads all values of a measure that count.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_INDICATOR or %WM_PROJECT_ERROR_NO_DATA.
 *
 * Returns: (transfer full): the values
 */
WmPanel *
wm_project_load_panel (WmProject *self, const char *indicator_code, GError **error)
{
  g_autofree char *breakdown = NULL;
  g_autofree char *code = NULL;
  g_autoptr (WmPanel) panel = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  code = wm_project_split_code (indicator_code, &breakdown);
  panel = wm_store_load_panel (self->store, code, breakdown, NULL, &local_error);
  if (panel == NULL && g_error_matches (local_error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM))
    {
      set_unknown_indicator (error, indicator_code);
      return NULL;
    }
  if (panel == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (panel->n_areas == 0 || panel->n_periods == 0)
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_NO_DATA,
                   _("The project has no values of “%s” that count."), indicator_code);
      return NULL;
    }
  adopt_areas (self, panel);
  return g_steal_pointer (&panel);
}

/**
 * wm_project_load_observations:
 * @self: a project
 * @indicator_code: a code, with a breakdown in brackets where there is one
 * @error: return location for an error
 *
 * Loads all that was ever imported for a measure, with what was superseded or undone.
 *
 * Returns: (transfer container) (element-type WmObservation): the observations
 */
GPtrArray *
wm_project_load_observations (WmProject *self, const char *indicator_code, GError **error)
{
  g_autofree char *breakdown = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (self != NULL && indicator_code != NULL, NULL);

  code = wm_project_split_code (indicator_code, &breakdown);
  return wm_store_load_measure_rows (self->store, code, breakdown, error);
}

/**
 * wm_project_dup_source_line:
 * @self: a project
 * @indicator_code: code of a measure
 *
 * Says where the values of a measure are from: the file, and the day that it stands for.
 *
 * Returns: (transfer full): the line; empty when that is not known
 */
char *
wm_project_dup_source_line (WmProject *self, const char *indicator_code)
{
  g_autofree char *breakdown = NULL;
  g_autofree char *code = wm_project_split_code (indicator_code, &breakdown);
  g_autoptr (WmProvenance) source = wm_store_get_source (self->store, code, NULL);

  if (source == NULL)
    return g_strdup ("");
  if (wm_project_is_sample (self))
    return g_strdup (_("Source: the fictional sample of Waymark. No real authority is shown."));
  if (g_strcmp0 (source->family, "lait") == 0)
    /* Translators: %1$s is a file name, %2$s a date. */
    return g_strdup_printf (_("Source: Department for Education, Local Authority Interactive Tool "
                              "(%1$s, as at %2$s)"),
                            source->file_name, source->as_at);
  /* Translators: %1$s is a file name, %2$s a date. */
  return g_strdup_printf (_("Source: %1$s, as at %2$s"), source->file_name, source->as_at);
}
