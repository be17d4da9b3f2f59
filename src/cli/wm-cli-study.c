/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What to compare, and how, as the command line says it. */

#include "config.h"

#include "wm-cli-study.h"

#include "wm-panel-file.h"

#include <glib/gi18n.h>

static const char *const estimator_ids[] = {
  [WM_DID_POOLED] = "pooled",
  [WM_DID_RANDOM_EFFECTS] = "re",
  [WM_DID_FIXED_EFFECTS] = "fe",
  [WM_DID_TWO_WAY] = "twfe",
};

static const char *const errors_ids[] = {
  [WM_ERRORS_CLASSICAL] = "classical",
  [WM_ERRORS_CLUSTER] = "cluster",
};

/**
 * wm_cli_estimator_to_id:
 * @estimator: an estimator
 *
 * Gets the word for an estimator on the command line.
 *
 * Returns: (transfer none): the word
 */
const char *
wm_cli_estimator_to_id (WmDidEstimator estimator)
{
  return estimator_ids[estimator];
}

/**
 * wm_cli_errors_to_id:
 * @errors: standard errors
 *
 * Gets the word for standard errors on the command line.
 *
 * Returns: (transfer none): the word
 */
const char *
wm_cli_errors_to_id (WmErrors errors)
{
  return errors_ids[errors];
}

static gboolean
find_word (const char *word, const char *const *words, int n, int *found)
{
  for (int i = 0; i < n; i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
check_words (WmCliStudy *self, WmCliStatus *status)
{
  int found;

  self->spec = (WmImpactSpec) WM_IMPACT_SPEC_INIT;
  if (self->estimator != NULL)
    {
      if (!find_word (self->estimator, estimator_ids, G_N_ELEMENTS (estimator_ids), &found))
        {
          *status = wm_cli_misuse (_("“%s” is not an estimator. Use pooled, re, fe or twfe."),
                                   self->estimator);
          return FALSE;
        }
      self->spec.estimator = found;
    }
  if (self->errors != NULL)
    {
      if (!find_word (self->errors, errors_ids, G_N_ELEMENTS (errors_ids), &found))
        {
          *status = wm_cli_misuse (_("“%s” is no kind of errors. Use classical or cluster."),
                                   self->errors);
          return FALSE;
        }
      self->spec.errors = found;
    }
  if (!(self->level > 0 && self->level < 1))
    {
      *status = wm_cli_misuse (_("--level is a share between 0 and 1, such as 0.95."));
      return FALSE;
    }
  return TRUE;
}

/**
 * wm_cli_study_check:
 * @self: options that were read
 * @arguments: (array zero-terminated=1): what else stands on the command line: a project, or
 *   nothing
 * @status: (out): what to exit with when this returns %FALSE
 *
 * Checks that the options say one thing.
 *
 * Returns: whether they do
 */
gboolean
wm_cli_study_check (WmCliStudy *self, GStrv arguments, WmCliStatus *status)
{
  gboolean has_project = arguments[0] != NULL;

  if (has_project == (self->data_path != NULL))
    {
      *status = wm_cli_misuse (_("name a project, or a table with --data; not both"));
      return FALSE;
    }
  if (has_project && self->indicator == NULL)
    {
      *status = wm_cli_misuse (_("which measure? Give its code with --indicator."));
      return FALSE;
    }
  if (!check_words (self, status))
    return FALSE;
  self->project_path = g_strdup (arguments[0]);
  self->treated_items = wm_group_split ((const char *const *) self->treated);
  self->control_items = wm_group_split ((const char *const *) self->control);
  return TRUE;
}

static gboolean
load_table (WmCliStudy *self, GError **error)
{
  gsize n = self->covariates != NULL ? g_strv_length (self->covariates) : 0;
  WmPanelFileColumns columns = {
    .area = self->area_column != NULL ? self->area_column : "area",
    .period = self->period_column != NULL ? self->period_column : "period",
    .value = self->value_column != NULL ? self->value_column : "value",
  };

  self->panel = wm_panel_file_load (self->data_path, &columns, error);
  self->covariate_panels = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_panel_unref);
  if (self->panel == NULL)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      WmPanel *covariate;

      columns.value = self->covariates[i];
      covariate = wm_panel_file_load (self->data_path, &columns, error);
      if (covariate == NULL)
        return FALSE;
      g_ptr_array_add (self->covariate_panels, covariate);
    }
  self->spec.panel = self->panel;
  self->spec.indicator_code = self->value_column != NULL ? self->value_column : "value";
  self->spec.covariate_panels = (WmPanel *const *) self->covariate_panels->pdata;
  return TRUE;
}

/**
 * wm_cli_study_load:
 * @self: options that were checked
 * @error: return location for an error
 *
 * Opens the project or reads the table, and fills in the specification.
 *
 * Returns: whether that worked
 */
gboolean
wm_cli_study_load (WmCliStudy *self, GError **error)
{
  self->spec.treated = (const char *const *) self->treated_items;
  self->spec.control = (const char *const *) self->control_items;
  self->spec.start = self->start;
  self->spec.covariates = (const char *const *) self->covariates;
  self->spec.level = self->level;
  if (self->data_path != NULL)
    return load_table (self, error);
  self->spec.indicator_code = self->indicator;
  self->project = wm_cli_open (self->project_path, self->save != NULL, error);
  return self->project != NULL;
}

/**
 * wm_cli_study_clear:
 * @self: options
 *
 * Frees what they hold.
 */
void
wm_cli_study_clear (WmCliStudy *self)
{
  g_free (self->project_path);
  g_free (self->indicator);
  g_free (self->data_path);
  g_free (self->area_column);
  g_free (self->period_column);
  g_free (self->value_column);
  g_strfreev (self->treated);
  g_strfreev (self->control);
  g_free (self->start);
  g_free (self->estimator);
  g_free (self->errors);
  g_strfreev (self->covariates);
  g_free (self->save);
  g_clear_pointer (&self->project, wm_project_unref);
  g_clear_pointer (&self->panel, wm_panel_unref);
  g_clear_pointer (&self->covariate_panels, g_ptr_array_unref);
  g_strfreev (self->treated_items);
  g_strfreev (self->control_items);
}
