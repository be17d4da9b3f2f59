/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What an import brought: how much, up to when, how much of it the authority has, and what changed
 * for the authority since the file before. */

#include "config.h"

#include "wm-arrival.h"

#include "wm-import.h"
#include "wm-number.h"
#include "wm-store-imports.h"

#include <glib/gi18n-lib.h>

/**
 * wm_arrival_free:
 * @self: (transfer full) (nullable): an arrival
 *
 * Frees an arrival.
 */
void
wm_arrival_free (WmArrival *self)
{
  if (self == NULL)
    return;
  wm_store_counts_clear (&self->counts);
  wm_store_counts_clear (&self->own_counts);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_strfreev (self->lines);
  g_free (self);
}

static void
count_changes (WmArrival *self)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const WmChange *change = g_ptr_array_index (self->changes, i);

      self->n_new += change->kind == WM_CHANGE_NEW;
      self->n_revised += change->kind == WM_CHANGE_REVISED;
      self->n_gone += change->kind == WM_CHANGE_GONE;
    }
}

static char *
make_counts_line (const WmArrival *self)
{
  g_autofree char *n_values = wm_number_format_display (self->counts.n_values, 0);
  g_autofree char *n_missing = wm_number_format_display (self->counts.n_missing, 0);

  /* Translators: %1$u measures, up to the period %2$s; %3$s values, %4$s cells without one. */
  return g_strdup_printf (ngettext ("%1$u measure, up to %2$s: %3$s values, and %4$s without one.",
                                    "%1$u measures, up to %2$s: %3$s values, and %4$s without one.",
                                    self->counts.n_indicators),
                          (guint) self->counts.n_indicators,
                          self->counts.latest_label != NULL ? self->counts.latest_label : "–", n_values,
                          n_missing);
}

static char *
make_own_line (const WmArrival *self, const WmArea *area)
{
  g_autofree char *n_values = wm_number_format_display (self->own_counts.n_values, 0);

  /* Translators: %1$s is an authority; it has %2$u measures with %3$s values. */
  return g_strdup_printf (ngettext ("%1$s has %2$u of them, with %3$s values.",
                                    "%1$s has %2$u of them, with %3$s values.",
                                    self->own_counts.n_indicators),
                          area->name, (guint) self->own_counts.n_indicators, n_values);
}

static char *
make_changes_line (const WmArrival *self, const WmArea *area)
{
  if (self->changes->len == 0)
    /* Translators: %s is an authority. */
    return g_strdup_printf (_("Nothing changed for %s since the file before."), area->name);
  /* Translators: %1$s is an authority; %2$u, %3$u and %4$u count values. */
  return g_strdup_printf (_("For %1$s since the file before: %2$u new, %3$u revised, %4$u gone."),
                          area->name, (guint) self->n_new, (guint) self->n_revised,
                          (guint) self->n_gone);
}

/**
 * wm_arrival_new:
 * @project: a project
 * @import_id: an import
 * @area_code: (nullable): code of the authority; %NULL leaves out what is about one
 * @error: return location for an error
 *
 * Says what an import brought.
 *
 * Returns: (transfer full): the arrival
 */
WmArrival *
wm_arrival_new (WmProject *project, gint64 import_id, const char *area_code, GError **error)
{
  g_autoptr (WmArrival) self = g_new0 (WmArrival, 1);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  WmStore *store = wm_project_get_store (project);
  g_autofree char *counts_line = NULL;

  self->import_id = import_id;
  if (!wm_store_count (store, import_id, NULL, &self->counts, error))
    return NULL;
  counts_line = make_counts_line (self);
  g_strv_builder_add (lines, counts_line);
  if (area_code != NULL)
    {
      WmArea *area = wm_project_find_area (project, area_code, error);
      g_autofree char *own_line = NULL;
      g_autofree char *changes_line = NULL;

      if (area == NULL || !wm_store_count (store, import_id, area->code, &self->own_counts, error))
        return NULL;
      self->changes = wm_store_list_changes (store, import_id, area->code, error);
      if (self->changes == NULL)
        return NULL;
      count_changes (self);
      own_line = make_own_line (self, area);
      changes_line = make_changes_line (self, area);
      g_strv_builder_add (lines, own_line);
      g_strv_builder_add (lines, changes_line);
    }
  self->lines = g_strv_builder_end (lines);
  return g_steal_pointer (&self);
}

static const char *
get_change_id (WmChangeKind kind)
{
  return kind == WM_CHANGE_NEW ? "new" : kind == WM_CHANGE_REVISED ? "revised" : "gone";
}

/* The title of a measure by its code; @titles keeps those that were asked for, since changes come
 * measure by measure. */
static const char *
look_up_title (WmProject *project, GHashTable *titles, const char *code)
{
  const char *known = g_hash_table_lookup (titles, code);
  g_autoptr (WmIndicator) indicator = NULL;

  if (known != NULL)
    return known;
  indicator = wm_project_find_indicator (project, code, NULL);
  g_hash_table_insert (titles, g_strdup (code), g_strdup (indicator != NULL ? indicator->title : code));
  return g_hash_table_lookup (titles, code);
}

/**
 * wm_arrival_make_table:
 * @self: an arrival
 * @project: the project that it is of
 * @kind: a [enum@ChangeKind], or -1 for all
 *
 * Lists what changed for the authority.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_arrival_make_table (const WmArrival *self, WmProject *project, int kind)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "change", WM_COLUMN_TEXT);
  wm_table_add_column (table, "title", WM_COLUMN_TEXT);
  wm_table_add_column (table, "indicator", WM_COLUMN_TEXT);
  wm_table_add_column (table, "period", WM_COLUMN_TEXT);
  wm_table_add_column (table, "old_value", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "old_status", WM_COLUMN_TEXT);
  wm_table_add_column (table, "new_value", WM_COLUMN_NUMBER);
  wm_table_add_column (table, "new_status", WM_COLUMN_TEXT);
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      const WmChange *change = g_ptr_array_index (self->changes, i);
      g_autofree char *code = wm_import_format_code (change->indicator_code, change->breakdown);

      if (kind >= 0 && change->kind != (WmChangeKind) kind)
        continue;
      wm_table_begin_row (table);
      wm_table_add_text (table, get_change_id (change->kind));
      wm_table_add_text (table, look_up_title (project, titles, code));
      wm_table_add_text (table, code);
      wm_table_add_text (table, change->label);
      wm_table_add_number (table, change->old_value);
      wm_table_add_text (table, wm_missing_to_id (change->old_missing));
      wm_table_add_number (table, change->new_value);
      wm_table_add_text (table, wm_missing_to_id (change->new_missing));
    }
  return table;
}

/**
 * wm_arrival_find_last_import:
 * @project: a project
 * @import_id: (out): the latest import that is not undone and brought observations
 * @error: return location for an error
 *
 * Finds the latest import.
 *
 * Fails with %WM_PROJECT_ERROR_NO_DATA when there is none.
 *
 * Returns: whether there is one
 */
gboolean
wm_arrival_find_last_import (WmProject *project, gint64 *import_id, GError **error)
{
  g_autoptr (GPtrArray) imports = wm_store_list_imports (wm_project_get_store (project), error);
  gint64 latest = 0;

  if (imports == NULL)
    return FALSE;
  for (guint i = 0; i < imports->len; i++)
    {
      const WmProvenance *provenance = g_ptr_array_index (imports, i);

      if (!provenance->is_undone && provenance->n_values + provenance->n_missing > 0)
        latest = MAX (latest, provenance->id);
    }
  if (latest == 0)
    {
      g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_NO_DATA,
                           _("Nothing was imported into this project yet."));
      return FALSE;
    }
  *import_id = latest;
  return TRUE;
}
