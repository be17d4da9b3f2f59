/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Did the treated group change more than the control group? Groups and a start as a person writes
 * them become a panel, an estimate, its robustness, and the words that go with it. */

#include "config.h"

#include "wm-impact.h"

#include "wm-interval.h"
#include "wm-standing.h"
#include "wm-timeline.h"
#include "wm-unusual.h"
#include "wm-words-did.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_UNUSUAL_NAMES 4

/**
 * wm_impact_free:
 * @self: (transfer full) (nullable): an answer
 *
 * Frees an answer.
 */
void
wm_impact_free (WmImpact *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->indicator, wm_indicator_unref);
  wm_group_free (self->treated);
  wm_group_free (self->control);
  g_clear_pointer (&self->panel, wm_panel_unref);
  g_free (self->phases);
  g_free (self->start_words);
  g_clear_pointer (&self->result, wm_did_result_free);
  g_clear_pointer (&self->pretrend, wm_pretrend_result_free);
  g_clear_pointer (&self->influence, wm_influence_result_free);
  g_free (self->headline);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_clear_pointer (&self->cautions, g_ptr_array_unref);
  g_strfreev (self->caution_codes);
  g_free (self->assumptions);
  g_free (self->source_line);
  g_free (self);
}

static gboolean
is_all (const char *const *items)
{
  return items != NULL && items[0] != NULL && items[1] == NULL
         && g_ascii_strcasecmp (items[0], "all") == 0;
}

static void
remove_areas (WmGroup *group, const GPtrArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    g_ptr_array_remove (group->areas, g_ptr_array_index (areas, i));
}

static gboolean
check_overlap (const WmGroup *treated, const WmGroup *control, GError **error)
{
  for (guint i = 0; i < control->areas->len; i++)
    if (g_ptr_array_find (treated->areas, g_ptr_array_index (control->areas, i), NULL))
      {
        const WmArea *area = g_ptr_array_index (control->areas, i);

        g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_OVERLAP,
                     _("%s is in both groups. An authority can be in one only."), area->name);
        return FALSE;
      }
  return TRUE;
}

/* A group of a table that is not from a project: its areas by the names that the table has, or by
 * what the project knows ("region:London"). */
static WmGroup *
resolve_in_panel (WmProject *project, const WmPanel *panel, const char *const *items, GError **error)
{
  g_autoptr (WmGroup) group = g_new0 (WmGroup, 1);
  g_autoptr (GString) label = g_string_new (NULL);

  group->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_area_unref);
  for (gsize i = 0; items[i] != NULL; i++)
    {
      g_autoptr (WmGroup) known = NULL;
      gboolean is_found = FALSE;

      if (!is_all ((const char *[]) { items[i], NULL }))
        known = project != NULL ? wm_group_resolve (project, (const char *[]) { items[i], NULL }, NULL)
                                : NULL;
      for (gsize a = 0; a < panel->n_areas; a++)
        {
          WmArea *area = panel->areas[a];
          gboolean is_member = g_ascii_strcasecmp (items[i], "all") == 0
                               || g_str_equal (area->name, items[i]);

          for (guint k = 0; known != NULL && !is_member && k < known->areas->len; k++)
            {
              const WmArea *other = g_ptr_array_index (known->areas, k);

              is_member = g_str_equal (other->name, area->name) || g_str_equal (other->code, area->name);
            }
          if (!is_member)
            continue;
          is_found = TRUE;
          if (!g_ptr_array_find (group->areas, area, NULL))
            g_ptr_array_add (group->areas, wm_area_ref (area));
        }
      if (!is_found)
        {
          g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_AREA,
                       _("The table has no area “%s”. Write it as the table does."), items[i]);
          return NULL;
        }
      g_string_append_printf (label, "%s%s", i > 0 ? ", " : "", known != NULL ? known->label : items[i]);
    }
  group->label = g_strdup (label->str);
  return g_steal_pointer (&group);
}

/**
 * wm_impact_resolve_group:
 * @project: (nullable): the project; may be %NULL when @spec brings its own panel
 * @spec: the question
 * @items: (array zero-terminated=1): items of a group
 * @error: return location for an error
 *
 * Finds the areas of a group, in the project or in the panel that @spec brings.
 *
 * Returns: (transfer full): the group
 */
WmGroup *
wm_impact_resolve_group (WmProject *project, const WmImpactSpec *spec, const char *const *items,
                         GError **error)
{
  if (spec->panel != NULL)
    return resolve_in_panel (project, spec->panel, items, error);
  return wm_group_resolve (project, items, error);
}

static gboolean
resolve_groups (WmImpact *self, WmProject *project, const WmImpactSpec *spec, GError **error)
{
  if (spec->treated == NULL || spec->treated[0] == NULL)
    {
      g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_EMPTY_GROUP,
                           _("Nobody is treated. Name the authorities that took part."));
      return FALSE;
    }
  if (spec->control == NULL || spec->control[0] == NULL)
    {
      g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_NO_CONTROL,
                           _("There is nobody to compare with. Name a comparison group, for example "
                             "another region."));
      return FALSE;
    }
  self->treated = wm_impact_resolve_group (project, spec, spec->treated, error);
  if (self->treated == NULL)
    return FALSE;
  self->control = wm_impact_resolve_group (project, spec, spec->control, error);
  if (self->control == NULL)
    return FALSE;
  if (is_all (spec->control))
    {
      remove_areas (self->control, self->treated->areas);
      g_free (self->control->label);
      self->control->label = g_strdup (_("all other authorities"));
    }
  if (self->control->areas->len == 0)
    {
      g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_NO_CONTROL,
                           _("The comparison group is empty once the treated authorities are taken "
                             "out."));
      return FALSE;
    }
  return check_overlap (self->treated, self->control, error);
}

static gboolean
rows_are_equal (const WmPanel *panel, gsize a, gsize b)
{
  gsize n_values = 0;

  for (gsize t = 0; t < panel->n_periods; t++)
    {
      double value_a = wm_panel_get_value (panel, a, t);
      double value_b = wm_panel_get_value (panel, b, t);

      if (isnan (value_a) != isnan (value_b) || (!isnan (value_a) && value_a != value_b))
        return FALSE;
      n_values += !isnan (value_a);
    }
  return n_values > 0;
}

/* Takes out the second of two authorities that report the same figures for a joint service. */
static void
drop_joint_areas (WmGroup *group, const WmPanel *panel, GPtrArray *dropped)
{
  for (guint i = group->areas->len; i-- > 0;)
    {
      const WmArea *area = g_ptr_array_index (group->areas, i);
      gsize row, partner;

      if (area->joint_code == NULL || g_strcmp0 (area->joint_code, area->code) > 0
          || !wm_panel_find_area (panel, area->code, &row)
          || !wm_panel_find_area (panel, area->joint_code, &partner)
          || !g_ptr_array_find (group->areas, panel->areas[partner], NULL)
          || !rows_are_equal (panel, row, partner))
        continue;
      g_ptr_array_add (dropped, g_strdup_printf ("%s / %s", panel->areas[partner]->name, area->name));
      g_ptr_array_remove_index (group->areas, i);
    }
}

static GStrv
collect_codes (const WmGroup *treated, const WmGroup *control)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < treated->areas->len; i++)
    g_strv_builder_add (codes, ((WmArea *) g_ptr_array_index (treated->areas, i))->code);
  for (guint i = 0; i < control->areas->len; i++)
    g_strv_builder_add (codes, ((WmArea *) g_ptr_array_index (control->areas, i))->code);
  return g_strv_builder_end (codes);
}

/* The arrays that the statistics take, kept alive together. */
typedef struct
{
  WmDidSpec did;
  gint8 *groups;
  const char **area_names;
  double **covariates;
  gsize n_covariates;
} Inputs;

static void
inputs_clear (Inputs *inputs)
{
  for (gsize i = 0; i < inputs->n_covariates; i++)
    g_free (inputs->covariates[i]);
  g_free (inputs->covariates);
  g_free (inputs->groups);
  g_free (inputs->area_names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Inputs, inputs_clear)

/* Values of another panel laid over the areas and periods of @panel. */
static double *
align_covariate (const WmPanel *panel, const WmPanel *covariate)
{
  double *values = g_new (double, panel->n_areas * panel->n_periods);

  for (gsize i = 0; i < panel->n_areas; i++)
    for (gsize t = 0; t < panel->n_periods; t++)
      {
        gsize row, period;
        gboolean is_there = wm_panel_find_area (covariate, panel->areas[i]->code, &row)
                            && wm_panel_find_period (covariate, panel->periods[t], &period);

        values[i * panel->n_periods + t] = is_there ? wm_panel_get_value (covariate, row, period) : NAN;
      }
  return values;
}

static gboolean
load_covariates (Inputs *inputs, WmProject *project, const WmImpactSpec *spec, const WmPanel *panel,
                 GError **error)
{
  gsize n = spec->covariates != NULL ? g_strv_length ((char **) spec->covariates) : 0;

  inputs->covariates = g_new0 (double *, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (WmPanel) covariate = NULL;

      covariate = spec->covariate_panels != NULL
                    ? wm_panel_ref (spec->covariate_panels[i])
                    : wm_project_load_panel (project, spec->covariates[i], error);
      if (covariate == NULL)
        return FALSE;
      inputs->covariates[inputs->n_covariates++] = align_covariate (panel, covariate);
    }
  inputs->did.covariates = (const double *const *) inputs->covariates;
  inputs->did.covariate_names = spec->covariates;
  inputs->did.n_covariates = n;
  return TRUE;
}

static gboolean
fill_inputs (Inputs *inputs, const WmImpact *self, WmProject *project, const WmImpactSpec *spec,
             GError **error)
{
  const WmPanel *panel = self->panel;

  inputs->groups = g_new (gint8, panel->n_areas + 1);
  inputs->area_names = g_new (const char *, panel->n_areas + 1);
  for (gsize i = 0; i < panel->n_areas; i++)
    {
      inputs->groups[i] = g_ptr_array_find (self->treated->areas, panel->areas[i], NULL);
      inputs->area_names[i] = panel->areas[i]->name;
    }
  inputs->did.values = panel->values;
  inputs->did.n_areas = panel->n_areas;
  inputs->did.n_periods = panel->n_periods;
  inputs->did.groups = inputs->groups;
  inputs->did.phases = self->phases;
  inputs->did.area_names = inputs->area_names;
  inputs->did.period_names = (const char *const *) panel->period_labels;
  inputs->did.estimator = spec->estimator;
  inputs->did.errors = spec->errors;
  inputs->did.level = spec->level;
  return load_covariates (inputs, project, spec, panel, error);
}

static gboolean
estimate (WmImpact *self, const WmDidSpec *did, GError **error)
{
  self->result = wm_did_fit (did, error);
  if (self->result == NULL)
    return FALSE;
  /* Both may be refused for want of periods; the estimate stands without them. */
  self->pretrend = wm_pretrend_fit (did, NULL);
  self->influence = wm_influence_fit (did, NULL);
  return TRUE;
}

static void
add_caution (WmImpact *self, GStrvBuilder *codes, const WmMessage *message)
{
  g_ptr_array_add (self->cautions, wm_words_message (message));
  g_strv_builder_add (codes, message->code);
}

static void
add_influence_cautions (WmImpact *self, GStrvBuilder *codes)
{
  const WmInfluence *area, *value;

  if (self->influence == NULL || self->influence->n_areas == 0)
    return;
  area = &self->influence->areas[self->influence->area];
  value = &self->influence->value;
  if (area->changes_sign || area->changes_decision)
    {
      g_autoptr (WmMessage) message = wm_message_new ("influential_area",
                                                      self->panel->areas[area->area]->name, NAN);

      add_caution (self, codes, message);
    }
  if (!isnan (value->estimate) && (value->changes_sign || value->changes_decision))
    {
      g_autofree char *subject = g_strdup_printf ("%s, %s", self->panel->areas[value->area]->name,
                                                  self->panel->period_labels[value->period]);
      g_autoptr (WmMessage) message = wm_message_new ("influential_value", subject, NAN);

      add_caution (self, codes, message);
    }
}

/* Odd single values among those that the estimate rests on; @all shows what is usual. */
static void
add_unusual_cautions (WmImpact *self, const WmPanel *all, GStrvBuilder *codes)
{
  g_autoptr (GArray) found = wm_unusual_find (all);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *subject = NULL;
  g_autoptr (WmMessage) message = NULL;
  gsize row;

  for (guint i = 0; i < found->len; i++)
    {
      const WmUnusual *unusual = &g_array_index (found, WmUnusual, i);
      double number = wm_panel_get_value (all, unusual->area, unusual->period);
      g_autofree char *value = wm_words_value (self->indicator, number);
      g_autofree char *name = g_strdup_printf ("%s %s (%s)", all->areas[unusual->area]->name,
                                               all->period_labels[unusual->period], value);

      if (wm_panel_find_area (self->panel, all->areas[unusual->area]->code, &row))
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  if (names[0] == NULL)
    return;
  subject = wm_words_list ((const char *const *) names, MAX_UNUSUAL_NAMES);
  message = wm_message_new ("unusual_value", subject, NAN);
  add_caution (self, codes, message);
}

static void
collect_cautions (WmImpact *self, const WmPanel *all, const GPtrArray *joint)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  self->cautions = g_ptr_array_new_with_free_func (g_free);
  if (self->pretrend == NULL)
    {
      g_autoptr (WmMessage) message = wm_message_new ("pretrend_too_short", NULL, NAN);

      add_caution (self, codes, message);
    }
  for (guint i = 0; self->pretrend != NULL && i < self->pretrend->messages->len; i++)
    {
      const WmMessage *message = g_ptr_array_index (self->pretrend->messages, i);

      if (g_str_equal (message->code, "pretrend_visible"))
        add_caution (self, codes, message);
    }
  for (guint i = 0; i < self->result->messages->len; i++)
    add_caution (self, codes, g_ptr_array_index (self->result->messages, i));
  add_influence_cautions (self, codes);
  add_unusual_cautions (self, all, codes);
  for (guint i = 0; i < joint->len; i++)
    {
      g_autoptr (WmMessage) message = wm_message_new ("joint_service", g_ptr_array_index (joint, i), NAN);

      add_caution (self, codes, message);
    }
  self->caution_codes = g_strv_builder_end (codes);
}

static void
write_words (WmImpact *self, const Inputs *inputs)
{
  WmDidFacts facts = {
    .indicator = self->indicator,
    .treated = self->treated->label,
    .control = self->control->label,
    .start = self->start < self->panel->n_periods ? self->panel->period_labels[self->start] : "",
    .area_names = inputs->area_names,
    .period_labels = (const char *const *) self->panel->period_labels,
    .result = self->result,
    .pretrend = self->pretrend,
    .influence = self->influence,
  };

  self->headline = wm_words_did_headline (&facts);
  self->sentences = wm_words_did_sentences (&facts);
  self->assumptions = wm_words_did_assumptions (self->result->estimator, self->result->errors);
}

static gboolean
load_panel (WmImpact *self, WmProject *project, const WmImpactSpec *spec, WmPanel **everything,
            GPtrArray *joint, GError **error)
{
  g_autoptr (WmPanel) all = NULL;
  g_auto (GStrv) codes = NULL;

  if (spec->panel != NULL)
    {
      all = wm_panel_ref (spec->panel);
      self->indicator = wm_indicator_new (spec->indicator_code != NULL ? spec->indicator_code : "value");
      self->source_line = g_strdup ("");
    }
  else
    {
      self->indicator = wm_project_find_indicator (project, spec->indicator_code, error);
      if (self->indicator == NULL)
        return FALSE;
      all = wm_project_load_panel (project, self->indicator->code, error);
      if (all == NULL)
        return FALSE;
      self->source_line = wm_project_dup_source_line (project, self->indicator->code);
    }
  if (!resolve_groups (self, project, spec, error))
    return FALSE;
  drop_joint_areas (self->treated, all, joint);
  drop_joint_areas (self->control, all, joint);
  codes = collect_codes (self->treated, self->control);
  self->panel = wm_panel_select_areas (all, (const char *const *) codes);
  *everything = g_steal_pointer (&all);
  return TRUE;
}

/**
 * wm_impact_new:
 * @project: (nullable): the project; may be %NULL when @spec brings its own panel
 * @spec: the question
 * @error: return location for an error
 *
 * Answers whether the treated group changed more than the control group.
 *
 * Fails with the errors of [func@Group.resolve] and of the statistics, in words that say what to
 * do.
 *
 * Returns: (transfer full): the answer
 */
WmImpact *
wm_impact_new (WmProject *project, const WmImpactSpec *spec, GError **error)
{
  g_autoptr (WmImpact) self = g_new0 (WmImpact, 1);
  g_autoptr (GPtrArray) joint = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (WmPanel) all = NULL;
  g_auto (Inputs) inputs = { 0 };

  g_return_val_if_fail (spec != NULL && spec->start != NULL, NULL);

  if (!load_panel (self, project, spec, &all, joint, error))
    return NULL;
  self->phases = g_new0 (gint8, self->panel->n_periods + 1);
  if (!wm_timeline_read_start (self->panel, self->indicator->basis, spec->start, self->phases,
                               &self->start_words, error))
    return NULL;
  while (self->start < self->panel->n_periods && self->phases[self->start] != 1)
    self->start++;
  if (!fill_inputs (&inputs, self, project, spec, error)
      || !estimate (self, &inputs.did, error))
    return NULL;
  collect_cautions (self, all, joint);
  write_words (self, &inputs);
  return g_steal_pointer (&self);
}
