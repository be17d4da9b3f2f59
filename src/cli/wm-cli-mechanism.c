/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* For "chart mechanism": which framework, against which project's data. */

#include "config.h"

#include "wm-cli-mechanism.h"

#include "wm-frameworks.h"

#include <glib/gi18n.h>

/* @text: (nullable): coverage when not given. */
gboolean
wm_cli_parse_mechanism_colour (const char *text, WmMechanismTone *tone, WmCliStatus *status)
{
  *tone = g_strcmp0 (text, "travel") == 0 ? WM_MECHANISM_TRAVEL : WM_MECHANISM_COVERAGE;
  if (text == NULL || g_str_equal (text, "travel") || g_str_equal (text, "coverage"))
    return TRUE;
  *status = wm_cli_misuse (_("“%s” is nothing to colour by. Use coverage or travel."), text);
  return FALSE;
}

/* The framework of the project by that id, else any that the name stands for; without a name the
 * active one. */
static WmFramework *
load_framework (WmProject *project, const char *name, GError **error)
{
  g_autoptr (GError) not_here = NULL;
  WmFramework *found;

  if (name != NULL)
    {
      found = wm_project_load_framework (project, name, &not_here);
      if (found == NULL && g_error_matches (not_here, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM))
        return wm_framework_load_named (name, error);
      if (found == NULL)
        g_propagate_error (error, g_steal_pointer (&not_here));
      return found;
    }
  found = wm_project_load_active_framework (project, &not_here);
  if (found == NULL && not_here != NULL)
    g_propagate_error (error, g_steal_pointer (&not_here));
  else if (found == NULL)
    g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_BAD_FILE,
                         _("The project has no active framework. Name one with --framework."));
  return found;
}

static WmChart *
make_for_project (const char *path, const char *framework_name, WmMechanismTone tone, GError **error)
{
  g_autoptr (WmProject) project = wm_cli_open (path, FALSE, error);
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (WmCoverage) coverage = NULL;

  if (project != NULL)
    framework = load_framework (project, framework_name, error);
  if (framework != NULL)
    coverage = wm_coverage_new (project, framework, error);
  return coverage != NULL ? wm_mechanism_new (framework, coverage, tone) : NULL;
}

/* @name: a project, or a framework to be drawn without data
 * @framework: (nullable): which framework of the project; the active one when not given */
WmChart *
wm_cli_make_mechanism (const char *name, const char *framework, WmMechanismTone tone, GError **error)
{
  g_autoptr (WmFramework) alone = NULL;

  if (g_str_has_suffix (name, ".waymark") || framework != NULL)
    return make_for_project (name, framework, tone, error);
  alone = wm_framework_load_named (name, error);
  return alone != NULL ? wm_mechanism_new (alone, NULL, tone) : NULL;
}
