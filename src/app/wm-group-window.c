/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A comparison group: its name and its members. */

#include "config.h"

#include "wm-group-window.h"

#include "wm-edits.h"
#include "wm-group-picker.h"
#include "wm-group.h"

#include <glib/gi18n-lib.h>

struct _WmGroupWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  char *old_name;         /* NULL for a new group */

  AdwEntryRow *name_row;
  WmGroupPicker *members;
};

G_DEFINE_FINAL_TYPE (WmGroupWindow, wm_group_window, ADW_TYPE_WINDOW)

static char *
dup_name (WmGroupWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static void
form_changed (WmGroupWindow *self)
{
  g_autofree char *name = dup_name (self);
  g_auto (GStrv) items = wm_group_picker_get_items (self->members);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.save",
                                 *name != '\0' && items[0] != NULL);
}

/* The members as codes: regions and other groups are taken as they are today. */
static GStrv
list_codes (const WmGroup *group)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  for (guint i = 0; i < group->areas->len; i++)
    g_strv_builder_add (codes, ((WmArea *) g_ptr_array_index (group->areas, i))->code);
  return g_strv_builder_end (codes);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmGroupWindow *self = WM_GROUP_WINDOW (widget);
  g_autofree char *name = dup_name (self);
  g_auto (GStrv) items = wm_group_picker_get_items (self->members);
  g_auto (GStrv) codes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmGroup) group = wm_group_resolve (wm_workspace_get_project (self->workspace),
                                                (const char *const *) items, &error);

  if (group == NULL)
    {
      wm_workspace_fail (self->workspace, _("The Group Could Not Be Saved"), error);
      return;
    }
  codes = list_codes (group);
  wm_edits_put_group (self->workspace, self->old_name,
                      wm_area_group_new (name, NULL, (const char *const *) codes));
  gtk_window_close (GTK_WINDOW (self));
}

static void
wm_group_window_dispose (GObject *object)
{
  g_clear_object (&WM_GROUP_WINDOW (object)->workspace);
  G_OBJECT_CLASS (wm_group_window_parent_class)->dispose (object);
}

static void
wm_group_window_finalize (GObject *object)
{
  g_free (WM_GROUP_WINDOW (object)->old_name);
  G_OBJECT_CLASS (wm_group_window_parent_class)->finalize (object);
}

static void
wm_group_window_class_init (WmGroupWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_group_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wm_group_window_finalize;
  g_type_ensure (WM_TYPE_GROUP_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-group-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmGroupWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, WmGroupWindow, members);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_install_action (widget_class, "group.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_group_window_init (WmGroupWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_group (WmGroupWindow *self, const char *name)
{
  g_autoptr (WmAreaGroup) group = wm_store_get_group (wm_workspace_get_store (self->workspace), name,
                                                      NULL);

  if (group == NULL)
    return;
  self->old_name = g_strdup (group->name);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), group->name);
  wm_group_picker_set_items (self->members, (const char *const *) group->area_codes);
}

/**
 * wm_group_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project that may be changed
 * @name: (nullable): name of the group to change; %NULL for a new one
 *
 * Returns: (transfer none): the form; GTK owns it
 */
GtkWidget *
wm_group_window_new (GtkWindow *parent, WmWorkspace *workspace, const char *name)
{
  WmGroupWindow *self = g_object_new (WM_TYPE_GROUP_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  wm_group_picker_fill (self->members, wm_workspace_get_project (workspace), TRUE);
  if (name != NULL)
    show_group (self, name);
  form_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  return GTK_WIDGET (self);
}
