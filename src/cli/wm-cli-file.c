/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli new, sample, copy: project files. */

#include "config.h"

#include "wm-cli.h"

#include <glib/gi18n.h>

static WmCliStatus make_new (GStrv arguments);
static WmCliStatus make_sample (GStrv arguments);
static WmCliStatus copy (GStrv arguments);

const WmCliCommand wm_cli_new = {
  .name = "new",
  .arguments = "P.waymark [--authority A]",
  .summary = N_("Make an empty project"),
  .run = make_new,
};

const WmCliCommand wm_cli_sample = {
  .name = "sample",
  .arguments = "P.waymark",
  .summary = N_("Make a project of the fictional sample"),
  .run = make_sample,
};

const WmCliCommand wm_cli_copy = {
  .name = "copy",
  .arguments = "P.waymark COPY.waymark",
  .summary = N_("Save a copy of a project"),
  .run = copy,
};

static GOptionEntry no_entries[] = { { NULL } };

static WmCliStatus
make_new (GStrv arguments)
{
  g_autofree char *authority = NULL;
  GOptionEntry entries[] = {
    { "authority", 'a', 0, G_OPTION_ARG_STRING, &authority, N_("The authority that it is about"), "A" },
    { NULL }
  };
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliStatus status;
  WmArea *area;

  if (!wm_cli_parse (&wm_cli_new, &arguments, entries, 1, 1, &status))
    return status;
  project = wm_project_create (arguments[1], &error);
  if (project == NULL)
    return wm_cli_fail (error);
  if (authority == NULL)
    return WM_CLI_DONE;
  area = wm_project_find_area (project, authority, &error);
  if (area == NULL || !wm_project_set_own_authority (project, area->code, &error))
    return wm_cli_fail (error);
  return WM_CLI_DONE;
}

static WmCliStatus
make_sample (GStrv arguments)
{
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_sample, &arguments, no_entries, 1, 1, &status))
    return status;
  project = wm_project_create_sample (arguments[1], &error);
  if (project == NULL)
    return wm_cli_fail (error);
  wm_cli_say (_("Every place and number in the sample is made up."));
  return WM_CLI_DONE;
}

static WmCliStatus
copy (GStrv arguments)
{
  g_autoptr (WmProject) project = NULL;
  g_autoptr (GError) error = NULL;
  WmCliStatus status;

  if (!wm_cli_parse (&wm_cli_copy, &arguments, no_entries, 2, 2, &status))
    return status;
  project = wm_cli_open (arguments[1], FALSE, &error);
  if (project == NULL || !wm_store_copy_to (wm_project_get_store (project), arguments[2], &error))
    return wm_cli_fail (error);
  return WM_CLI_DONE;
}
