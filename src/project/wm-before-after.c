/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Before against after in one group, and plain descriptions of groups by period. */

#include "config.h"

#include "wm-before-after.h"

#include "wm-describe.h"
#include "wm-impact-write.h"
#include "wm-timeline.h"
#include "wm-words-did.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * wm_before_after_free:
 * @self: (transfer full) (nullable): an answer
 *
 * Frees an answer.
 */
void
wm_before_after_free (WmBeforeAfter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->indicator, wm_indicator_unref);
  wm_group_free (self->group);
  g_clear_pointer (&self->panel, wm_panel_unref);
  g_free (self->phases);
  g_free (self->start_words);
  g_clear_pointer (&self->result, wm_prepost_result_free);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_clear_pointer (&self->cautions, g_ptr_array_unref);
  g_free (self);
}

static GStrv
list_codes (const GPtrArray *areas)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < areas->len; i++)
    g_strv_builder_add (codes, ((const WmArea *) g_ptr_array_index (areas, i))->code);
  return g_strv_builder_end (codes);
}

static WmPanel *
load_all (WmProject *project, const WmImpactSpec *spec, WmIndicator **indicator, GError **error)
{
  if (spec->panel != NULL)
    {
      *indicator = wm_indicator_new (spec->indicator_code);
      return wm_panel_ref (spec->panel);
    }
  *indicator = wm_project_find_indicator (project, spec->indicator_code, error);
  return *indicator != NULL ? wm_project_load_panel (project, (*indicator)->code, error) : NULL;
}

static gboolean
fit (WmBeforeAfter *self, double level, GError **error)
{
  g_autofree const char **names = g_new0 (const char *, self->panel->n_areas + 1);
  WmPrepostSpec spec = {
    .values = self->panel->values,
    .n_areas = self->panel->n_areas,
    .n_periods = self->panel->n_periods,
    .phases = self->phases,
    .area_names = names,
    .level = level,
  };

  for (gsize i = 0; i < self->panel->n_areas; i++)
    names[i] = self->panel->areas[i]->name;
  self->result = wm_prepost_fit (&spec, error);
  return self->result != NULL;
}

static void
write_sentences (WmBeforeAfter *self)
{
  const WmCoefficient *paired = &self->result->paired;
  g_autofree char *before = wm_words_value (self->indicator, self->result->before.mean);
  g_autofree char *after = wm_words_value (self->indicator, self->result->after.mean);

  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->cautions = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->sentences,
                   /* Translators: %1$s is a measure, %2$s a group, %3$s and %4$s values. */
                   g_strdup_printf (_("The mean of “%1$s” in %2$s went from %3$s before to %4$s "
                                      "after."),
                                    self->indicator->title, self->group->label, before, after));
  if (paired->distribution != WM_DISTRIBUTION_NONE)
    {
      g_autofree char *change = wm_words_difference (self->indicator, paired->estimate);
      g_autofree char *low = wm_words_difference (self->indicator, paired->ci_low);
      g_autofree char *high = wm_words_difference (self->indicator, paired->ci_high);

      g_ptr_array_add (self->sentences,
                       /* Translators: %1$s is a change, %2$s and %3$s the ends of its interval. */
                       g_strdup_printf (_("Authority by authority the change is %1$s on average; if "
                                          "chance had fallen differently, it could plausibly be "
                                          "between %2$s and %3$s."),
                                        change, low, high));
    }
  g_ptr_array_add (self->sentences,
                   g_strdup (_("This compares years before and after. Anything else that changed in "
                               "those years is mixed in.")));
  for (guint i = 0; i < self->result->messages->len; i++)
    g_ptr_array_add (self->cautions,
                     wm_words_message (g_ptr_array_index (self->result->messages, i)));
}

/**
 * wm_before_after_new:
 * @project: (nullable): the project; may be %NULL when @spec brings its own panel
 * @spec: the question; its treated group is the one that is compared
 * @error: return location for an error
 *
 * Compares years before and after a start in one group.
 *
 * Returns: (transfer full): the answer
 */
WmBeforeAfter *
wm_before_after_new (WmProject *project, const WmImpactSpec *spec, GError **error)
{
  g_autoptr (WmBeforeAfter) self = g_new0 (WmBeforeAfter, 1);
  g_autoptr (WmPanel) all = NULL;
  g_auto (GStrv) codes = NULL;

  g_return_val_if_fail (spec != NULL && spec->start != NULL, NULL);

  all = load_all (project, spec, &self->indicator, error);
  if (all == NULL)
    return NULL;
  self->group = wm_impact_resolve_group (project, spec, spec->treated, error);
  if (self->group == NULL)
    return NULL;
  codes = list_codes (self->group->areas);
  self->panel = wm_panel_select_areas (all, (const char *const *) codes);
  self->phases = g_new0 (gint8, self->panel->n_periods + 1);
  if (!wm_timeline_read_start (self->panel, self->indicator->basis, spec->start, self->phases,
                               &self->start_words, error)
      || !fit (self, spec->level, error))
    return NULL;
  write_sentences (self);
  return g_steal_pointer (&self);
}

/**
 * wm_before_after_make_table:
 * @self: an answer
 *
 * Makes the table of the three estimates of the change.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_before_after_make_table (const WmBeforeAfter *self)
{
  WmTable *table = wm_coefficient_table_new ();

  wm_coefficient_table_add (table, &self->result->paired, "paired");
  wm_coefficient_table_add (table, &self->result->fixed_effects, "fixed_effects");
  wm_coefficient_table_add (table, &self->result->random_effects, "random_effects");
  return table;
}

static void
add_summary_columns (WmTable *table)
{
  static const char *const names[] = {
    "n", "missing", "mean", "sd", "min", "q1", "median", "q3", "max",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    wm_table_add_column (table, names[i], WM_COLUMN_NUMBER);
}

static void
add_summary (WmTable *table, const WmSummary *summary)
{
  wm_table_add_number (table, summary->n);
  wm_table_add_number (table, summary->n_missing);
  wm_table_add_number (table, summary->mean);
  wm_table_add_number (table, summary->sd);
  wm_table_add_number (table, summary->min);
  wm_table_add_number (table, summary->quartile_1);
  wm_table_add_number (table, summary->median);
  wm_table_add_number (table, summary->quartile_3);
  wm_table_add_number (table, summary->max);
}

static WmTable *
make_phases_table (const WmBeforeAfter *self)
{
  const WmSummary *summaries[] = { &self->result->all, &self->result->before, &self->result->after };
  const char *names[] = { _("all"), _("before"), _("after") };
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, "when", WM_COLUMN_TEXT);
  add_summary_columns (table);
  for (int i = 0; i < 3; i++)
    {
      wm_table_begin_row (table);
      wm_table_add_text (table, names[i]);
      add_summary (table, summaries[i]);
    }
  return table;
}

/**
 * wm_before_after_to_text:
 * @self: an answer
 *
 * Writes an answer for people.
 *
 * Returns: (transfer full): the text
 */
char *
wm_before_after_to_text (const WmBeforeAfter *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (WmTable) phases = make_phases_table (self);
  g_autoptr (WmTable) estimates = wm_before_after_make_table (self);
  g_autofree char *phases_text = wm_table_to_text (phases);
  g_autofree char *estimates_text = wm_table_to_text (estimates);

  for (guint i = 0; i < self->sentences->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (self->sentences, i));
  g_string_append_printf (text, "\n%s\n\n%s\n%s", self->start_words, phases_text, estimates_text);
  for (guint i = 0; i < self->cautions->len; i++)
    g_string_append_printf (text, "  - %s\n", (char *) g_ptr_array_index (self->cautions, i));
  return g_string_free (text, FALSE);
}

static void
write_summary (const WmSummary *summary, const char *key, WmJsonWriter *writer)
{
  wm_json_writer_begin_object (writer, key);
  wm_json_writer_add_count (writer, "n", summary->n);
  wm_json_writer_add_count (writer, "n_missing", summary->n_missing);
  wm_json_writer_add_number (writer, "mean", summary->mean);
  wm_json_writer_add_number (writer, "sd", summary->sd);
  wm_json_writer_add_number (writer, "median", summary->median);
  wm_json_writer_add_number (writer, "q1", summary->quartile_1);
  wm_json_writer_add_number (writer, "q3", summary->quartile_3);
  wm_json_writer_end_object (writer);
}

static void
write_coefficient (const WmCoefficient *coefficient, const char *term, WmJsonWriter *writer)
{
  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_text (writer, "term", term);
  wm_coefficient_write_json (coefficient, writer);
  wm_json_writer_end_object (writer);
}

/**
 * wm_before_after_to_json:
 * @self: an answer
 *
 * Writes an answer for programs.
 *
 * Returns: (transfer full): the JSON text
 */
char *
wm_before_after_to_json (const WmBeforeAfter *self)
{
  WmJsonWriter *writer = wm_json_writer_new ();
  const WmPrepostResult *result = self->result;

  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_text (writer, "method", "prepost");
  wm_json_writer_add_text (writer, "indicator", self->indicator->code);
  wm_json_writer_add_text (writer, "treated", self->group->label);
  wm_json_writer_begin_array (writer, "coefficients");
  write_coefficient (&result->paired, "paired", writer);
  write_coefficient (&result->fixed_effects, "fixed_effects", writer);
  write_coefficient (&result->random_effects, "random_effects", writer);
  wm_json_writer_end_array (writer);
  write_summary (&result->all, "all", writer);
  write_summary (&result->before, "before", writer);
  write_summary (&result->after, "after", writer);
  wm_json_writer_add_count (writer, "n_obs", result->n_obs);
  wm_json_writer_add_count (writer, "n_areas", result->n_areas);
  wm_json_writer_add_count (writer, "n_paired", result->n_paired);
  wm_json_writer_begin_array (writer, "warnings");
  for (guint i = 0; i < result->messages->len; i++)
    {
      const WmMessage *message = g_ptr_array_index (result->messages, i);

      wm_json_writer_begin_object (writer, NULL);
      wm_json_writer_add_text (writer, "code", message->code);
      wm_json_writer_add_text (writer, "message", g_ptr_array_index (self->cautions, i));
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_array (writer);
  wm_json_writer_begin_array (writer, "sentences");
  for (guint i = 0; i < self->sentences->len; i++)
    wm_json_writer_add_text (writer, NULL, g_ptr_array_index (self->sentences, i));
  wm_json_writer_end_array (writer);
  wm_json_writer_end_object (writer);
  return wm_json_writer_finish (writer);
}

/* One row of the description for each period of a group, and one for all of them. */
static void
add_description_rows (WmTable *table, const WmDescription *description, gsize group, const char *name,
                      const WmPanel *panel)
{
  for (gsize t = 0; t < panel->n_periods; t++)
    {
      wm_table_begin_row (table);
      wm_table_add_text (table, name);
      wm_table_add_text (table, panel->period_labels[t]);
      add_summary (table, &description->cells[group * panel->n_periods + t]);
    }
  wm_table_begin_row (table);
  wm_table_add_text (table, name);
  wm_table_add_text (table, _("all periods"));
  add_summary (table, &description->totals[group]);
}

static gboolean
resolve_optional (WmProject *project, const WmImpactSpec *spec, const char *const *items,
                  WmGroup **group, GError **error)
{
  if (items == NULL || items[0] == NULL)
    return TRUE;
  *group = wm_impact_resolve_group (project, spec, items, error);
  return *group != NULL;
}

/**
 * wm_description_make_table:
 * @project: (nullable): the project; may be %NULL when @spec brings its own panel
 * @spec: the measure and up to two groups; without any group all authorities are described
 * @error: return location for an error
 *
 * Describes a measure by group and period: how many values, their mean, spread and quartiles.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_description_make_table (WmProject *project, const WmImpactSpec *spec, GError **error)
{
  g_autoptr (WmIndicator) indicator = NULL;
  g_autoptr (WmPanel) panel = NULL;
  g_autoptr (WmGroup) treated = NULL;
  g_autoptr (WmGroup) control = NULL;
  const WmGroup *groups[2];
  g_autoptr (WmTable) table = wm_table_new ();
  g_autoptr (WmDescription) description = NULL;
  g_autofree gint8 *membership = NULL;
  gsize n_groups = 0;

  panel = load_all (project, spec, &indicator, error);
  if (panel == NULL || !resolve_optional (project, spec, spec->treated, &treated, error)
      || !resolve_optional (project, spec, spec->control, &control, error))
    return NULL;
  if (treated == NULL && control == NULL
      && !resolve_optional (project, spec, (const char *[]) { "all", NULL }, &treated, error))
    return NULL;
  groups[n_groups++] = treated != NULL ? treated : control;
  if (treated != NULL && control != NULL)
    groups[n_groups++] = control;
  membership = g_new (gint8, panel->n_areas + 1);
  for (gsize i = 0; i < panel->n_areas; i++)
    {
      membership[i] = -1;
      for (gsize g = n_groups; g-- > 0;)
        if (g_ptr_array_find (groups[g]->areas, panel->areas[i], NULL))
          membership[i] = g;
    }
  description = wm_describe (panel->values, panel->n_areas, panel->n_periods, membership, n_groups,
                             error);
  if (description == NULL)
    return NULL;
  wm_table_add_column (table, "group", WM_COLUMN_TEXT);
  wm_table_add_column (table, "period", WM_COLUMN_TEXT);
  add_summary_columns (table);
  for (gsize g = 0; g < n_groups; g++)
    add_description_rows (table, description, g, groups[g]->label, panel);
  return g_steal_pointer (&table);
}
