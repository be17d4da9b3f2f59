/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The published frameworks that come with the program, compiled in. */

#include "config.h"

#include "wm-framework-catalogue.h"

#include "wm-framework-read.h"
#include "wm-framework-resources.h"

#include <glib/gi18n-lib.h>

static const char *const built_in_ids[] = {
  "cscs-outcomes-2019", "benchmark-2013", "common-set-2013", "herd-kpis", NULL
};

/**
 * wm_framework_get_built_in_ids:
 *
 * Lists the frameworks that come with the program.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids
 */
const char *const *
wm_framework_get_built_in_ids (void)
{
  return built_in_ids;
}

/**
 * wm_framework_load_built_in_bytes:
 * @id: the id of a built-in framework
 *
 * Gets the file of a built-in framework.
 *
 * Returns: (transfer full) (nullable): its bytes; %NULL when there is none of that id
 */
GBytes *
wm_framework_load_built_in_bytes (const char *id)
{
  g_autofree char *path = NULL;

  if (!g_strv_contains (built_in_ids, id))
    return NULL;
  path = g_strdup_printf (WM_RESOURCE_PATH "/frameworks/%s.wmframework", id);
  return g_resource_lookup_data (wm_frameworks_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/**
 * wm_framework_load_built_in:
 * @id: an id
 * @error: return location for an error
 *
 * Reads a framework that comes with the program.
 *
 * Returns: (transfer full): the framework
 */
WmFramework *
wm_framework_load_built_in (const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = wm_framework_load_built_in_bytes (id);
  g_autofree char *ids = NULL;

  if (bytes != NULL)
    return wm_framework_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, error);
  ids = g_strjoinv (", ", (GStrv) built_in_ids);
  g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
               _("No framework “%1$s” comes with the program. There are: %2$s."), id, ids);
  return NULL;
}
