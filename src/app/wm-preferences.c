/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the user prefers in every project, and the list of neighbours of the one that is open. */

#include "config.h"

#include "wm-preferences.h"

#include "wm-reference.h"

#include <glib/gi18n-lib.h>

struct _WmPreferences
{
  AdwPreferencesWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  GPtrArray *codes;       /* of the authorities in the list; "" for none */

  GtkDropDown *authority;
  GtkSwitch *match_dark;
  GtkSwitch *from_zero;
  GtkWidget *project_group;
  GtkDropDown *neighbour_list;
};

G_DEFINE_FINAL_TYPE (WmPreferences, wm_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
authority_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, WmPreferences *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->workspace != NULL && selected != GTK_INVALID_LIST_POSITION)
    g_object_set (wm_workspace_get_settings (self->workspace), "default-authority",
                  g_ptr_array_index (self->codes, selected), NULL);
}

static void
list_selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, WmPreferences *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);
  WmProject *project = self->workspace != NULL ? wm_workspace_get_project (self->workspace) : NULL;
  g_autoptr (GError) error = NULL;

  if (project == NULL || item == NULL
      || g_str_equal (gtk_string_object_get_string (item), wm_project_get_neighbour_list (project)))
    return;
  if (!wm_project_set_neighbour_list (project, gtk_string_object_get_string (item), &error)
      || !wm_workspace_reload (self->workspace, &error))
    wm_workspace_fail (self->workspace, _("The List Could Not Be Chosen"), error);
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const WmArea *left = *(const WmArea *const *) a, *right = *(const WmArea *const *) b;

  return g_utf8_collate (left->name, right->name);
}

static GPtrArray *
list_authorities (void)
{
  WmAreaSet *areas = wm_reference_get_areas ();
  GPtrArray *authorities = g_ptr_array_new ();

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      WmArea *area = wm_area_set_get_area (areas, i);

      if (area->kind == WM_AREA_AUTHORITY && wm_area_is_current (area))
        g_ptr_array_add (authorities, area);
    }
  g_ptr_array_sort (authorities, compare_areas);
  return authorities;
}

static void
fill_authorities (WmPreferences *self)
{
  g_autoptr (GPtrArray) authorities = list_authorities ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *current = NULL;
  guint selected = 0;

  g_object_get (wm_workspace_get_settings (self->workspace), "default-authority", &current, NULL);
  gtk_string_list_append (names, _("Ask each time"));
  g_ptr_array_add (self->codes, g_strdup (""));
  for (guint i = 0; i < authorities->len; i++)
    {
      const WmArea *area = g_ptr_array_index (authorities, i);

      gtk_string_list_append (names, area->name);
      if (g_strcmp0 (current, area->code) == 0)
        selected = self->codes->len;
      g_ptr_array_add (self->codes, g_strdup (area->code));
    }
  gtk_drop_down_set_expression (self->authority,
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_model (self->authority, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->authority, selected);
}

static void
fill_lists (WmPreferences *self)
{
  WmProject *project = wm_workspace_get_project (self->workspace);
  const char *const *lists = wm_reference_get_neighbour_lists ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (lists);
  gboolean can_choose = project != NULL && !wm_workspace_is_read_only (self->workspace)
                        && !wm_project_is_sample (project);

  gtk_widget_set_visible (self->project_group, can_choose);
  if (!can_choose)
    return;
  gtk_drop_down_set_model (self->neighbour_list, G_LIST_MODEL (names));
  for (guint i = 0; lists[i] != NULL; i++)
    if (g_str_equal (lists[i], wm_project_get_neighbour_list (project)))
      gtk_drop_down_set_selected (self->neighbour_list, i);
}

static void
wm_preferences_dispose (GObject *object)
{
  g_clear_object (&WM_PREFERENCES (object)->workspace);
  G_OBJECT_CLASS (wm_preferences_parent_class)->dispose (object);
}

static void
wm_preferences_finalize (GObject *object)
{
  g_ptr_array_unref (WM_PREFERENCES (object)->codes);
  G_OBJECT_CLASS (wm_preferences_parent_class)->finalize (object);
}

static void
wm_preferences_class_init (WmPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wm_preferences_dispose;
  object_class->finalize = wm_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, WmPreferences, authority);
  gtk_widget_class_bind_template_child (widget_class, WmPreferences, match_dark);
  gtk_widget_class_bind_template_child (widget_class, WmPreferences, from_zero);
  gtk_widget_class_bind_template_child (widget_class, WmPreferences, project_group);
  gtk_widget_class_bind_template_child (widget_class, WmPreferences, neighbour_list);
  gtk_widget_class_bind_template_callback (widget_class, authority_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_selected_cb);
}

static void
wm_preferences_init (WmPreferences *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wm_preferences_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: the workspace
 *
 * Returns: (transfer none): the preferences; GTK owns them
 */
GtkWidget *
wm_preferences_new (GtkWindow *parent, WmWorkspace *workspace)
{
  WmPreferences *self = g_object_new (WM_TYPE_PREFERENCES, "transient-for", parent, NULL);
  WmSettings *settings = wm_workspace_get_settings (workspace);
  const GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  self->workspace = g_object_ref (workspace);
  fill_authorities (self);
  fill_lists (self);
  g_object_bind_property (settings, "match-dark-charts", self->match_dark, "active", flags);
  g_object_bind_property (settings, "axis-from-zero", self->from_zero, "active", flags);
  return GTK_WIDGET (self);
}
