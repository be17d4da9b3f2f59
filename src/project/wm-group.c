/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Groups of areas as people write them: "region:London; group:Challenge Board; Leeds". */

#include "config.h"

#include "wm-group.h"

#include "wm-store-groups.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NAMES_IN_LABEL 3

static WmGroup *
group_new (void)
{
  WmGroup *self = g_new0 (WmGroup, 1);

  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_area_unref);
  return self;
}

/**
 * wm_group_free:
 * @self: (transfer full) (nullable): a group
 *
 * Frees a group.
 */
void
wm_group_free (WmGroup *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_ptr_array_unref (self->areas);
  g_free (self);
}

/**
 * wm_group_split:
 * @options: (array zero-terminated=1) (nullable): texts of items separated by semicolons
 *
 * Splits what was given for a group into its items.
 *
 * Returns: (transfer full): the items, trimmed, without empty ones
 */
GStrv
wm_group_split (const char *const *options)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; options != NULL && options[i] != NULL; i++)
    {
      g_auto (GStrv) items = g_strsplit (options[i], ";", -1);

      for (gsize k = 0; items[k] != NULL; k++)
        {
          g_autofree char *item = wm_text_trim (items[k]);

          if (*item != '\0')
            g_strv_builder_add (builder, item);
        }
    }
  return g_strv_builder_end (builder);
}

static void
add_area (WmGroup *self, WmArea *area)
{
  if (!g_ptr_array_find (self->areas, area, NULL))
    g_ptr_array_add (self->areas, wm_area_ref (area));
}

static void
add_areas (WmGroup *self, const GPtrArray *areas)
{
  for (guint i = 0; i < areas->len; i++)
    add_area (self, g_ptr_array_index (areas, i));
}

/* The rest of @item after @prefix, trimmed; NULL when it does not begin so. */
static char *
take_prefix (const char *item, const char *prefix)
{
  if (g_ascii_strncasecmp (item, prefix, strlen (prefix)) != 0)
    return NULL;
  return wm_text_trim (item + strlen (prefix));
}

static gboolean
add_region (WmGroup *self, WmProject *project, const char *name, char **label, GError **error)
{
  WmArea *region = wm_project_find_area (project, name, error);
  g_autoptr (GPtrArray) members = NULL;

  if (region == NULL)
    return FALSE;
  if (region->kind == WM_AREA_AUTHORITY)
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_GROUP,
                   _("“%s” is an authority, not a region. Write its name without “region:”."), name);
      return FALSE;
    }
  members = wm_area_set_get_members (wm_project_get_areas (project), region->code, 0);
  add_areas (self, members);
  *label = g_strdup (region->name);
  return TRUE;
}

static gboolean
add_neighbours (WmGroup *self, WmProject *project, const char *list, const char *name, char **label,
                GError **error)
{
  WmArea *area = wm_project_find_area (project, name, error);
  const WmNeighbours *neighbours;

  if (area == NULL)
    return FALSE;
  neighbours = wm_area_set_get_neighbours (wm_project_get_areas (project), area->code, list);
  if (neighbours == NULL)
    {
      g_set_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_GROUP,
                   /* Translators: %1$s is the year of a list, %2$s an authority. */
                   _("The %1$s list has no statistical neighbours for %2$s."), list, area->name);
      return FALSE;
    }
  for (gsize i = 0; neighbours->codes[i] != NULL; i++)
    {
      WmArea *neighbour = wm_area_set_find_code (wm_project_get_areas (project),
                                                 neighbours->codes[i]);

      if (neighbour != NULL)
        add_area (self, neighbour);
    }
  /* Translators: %1$s is the year of a list, %2$s an authority. */
  *label = g_strdup_printf (_("%1$s neighbours of %2$s"), list, area->name);
  return TRUE;
}

static gboolean
add_named_group (WmGroup *self, WmProject *project, const char *name, char **label, GError **error)
{
  g_autoptr (WmAreaGroup) group = wm_store_get_group (wm_project_get_store (project), name, error);

  if (group == NULL)
    return FALSE;
  for (gsize i = 0; group->area_codes[i] != NULL; i++)
    {
      WmArea *area = wm_project_find_area (project, group->area_codes[i], error);

      if (area == NULL)
        return FALSE;
      add_area (self, area);
    }
  *label = g_strdup (group->name);
  return TRUE;
}

static void
add_all (WmGroup *self, WmProject *project, char **label)
{
  WmAreaSet *areas = wm_project_get_areas (project);

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      WmArea *area = wm_area_set_get_area (areas, i);

      if (area->kind == WM_AREA_AUTHORITY && wm_area_is_current (area))
        add_area (self, area);
    }
  *label = g_strdup (_("all authorities"));
}

/* Adds what one item means; gives the item in words. */
static gboolean
add_item (WmGroup *self, WmProject *project, const char *item, char **label, GError **error)
{
  g_autofree char *name = NULL;
  WmArea *area;

  if ((name = take_prefix (item, "region:")) != NULL)
    return add_region (self, project, name, label, error);
  if ((name = take_prefix (item, "group:")) != NULL)
    return add_named_group (self, project, name, label, error);
  if (g_ascii_strncasecmp (item, "neighbours", strlen ("neighbours")) == 0
      && strchr (item, ':') != NULL)
    {
      const char *colon = strchr (item, ':');
      const char *list = item + strlen ("neighbours");
      g_autofree char *list_name = list == colon
                                     ? g_strdup (wm_project_get_neighbour_list (project))
                                     : g_strndup (list, colon - list);

      name = wm_text_trim (colon + 1);
      return add_neighbours (self, project, list_name, name, label, error);
    }
  if (g_ascii_strcasecmp (item, "all") == 0)
    {
      add_all (self, project, label);
      return TRUE;
    }
  if (g_ascii_strcasecmp (item, "england") == 0)
    area = wm_area_set_get_country (wm_project_get_areas (project));
  else
    area = wm_project_find_area (project, item, error);
  if (area == NULL)
    return FALSE;
  add_area (self, area);
  *label = g_strdup (area->name);
  return TRUE;
}

static char *
join_labels (const GPtrArray *labels)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  guint shown = MIN (labels->len, MAX_NAMES_IN_LABEL);

  for (guint i = 0; i < shown; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (labels, i));
  if (labels->len == shown)
    return g_strdup (joined->str);
  /* Translators: %1$s is a list of names, %2$u how many more there are. */
  return g_strdup_printf (ngettext ("%1$s and %2$u other", "%1$s and %2$u others",
                                    labels->len - shown),
                          joined->str, labels->len - shown);
}

/**
 * wm_group_resolve:
 * @project: the project that knows the areas and groups
 * @items: (array zero-terminated=1): items as [func@Group.split] gives them: an area by name or
 *   code, "region:NAME", "neighbours2025:AREA", "group:NAME", "all" or "england"
 * @error: return location for an error
 *
 * Finds the areas that a person means. Regions and "all" mean today's authorities.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_AREA, %WM_PROJECT_ERROR_AMBIGUOUS_AREA,
 * %WM_PROJECT_ERROR_UNKNOWN_GROUP or %WM_PROJECT_ERROR_EMPTY_GROUP.
 *
 * Returns: (transfer full): the group
 */
WmGroup *
wm_group_resolve (WmProject *project, const char *const *items, GError **error)
{
  g_autoptr (WmGroup) self = group_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (project != NULL && items != NULL, NULL);

  for (gsize i = 0; items[i] != NULL; i++)
    {
      char *label = NULL;

      if (!add_item (self, project, items[i], &label, error))
        return NULL;
      g_ptr_array_add (labels, label);
    }
  if (self->areas->len == 0)
    {
      g_set_error_literal (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_EMPTY_GROUP,
                           _("The group has no authority in it. Name at least one."));
      return NULL;
    }
  self->label = join_labels (labels);
  return g_steal_pointer (&self);
}

/**
 * wm_group_new_region:
 * @project: the project that knows the areas
 * @region_code: code of a region or of England
 *
 * Makes the group of today's authorities of a region.
 *
 * Returns: (transfer full) (nullable): the group; %NULL when there is no such region
 */
WmGroup *
wm_group_new_region (WmProject *project, const char *region_code)
{
  WmArea *region;
  g_autofree char *item = NULL;

  g_return_val_if_fail (project != NULL && region_code != NULL, NULL);

  region = wm_area_set_find_code (wm_project_get_areas (project), region_code);
  if (region == NULL)
    return NULL;
  item = g_strconcat ("region:", region->code, NULL);
  return wm_group_resolve (project, (const char *[]) { item, NULL }, NULL);
}
