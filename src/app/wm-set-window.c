/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A set of measures: its name and its measures, in order. A new one begins as the starter set. */

#include "config.h"

#include "wm-set-window.h"

#include "wm-boxes.h"
#include "wm-edits.h"
#include "wm-measure-button.h"
#include "wm-reference.h"
#include "wm-store-indicators.h"

#include <glib/gi18n-lib.h>

struct _WmSetWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  char *old_name;         /* NULL for a new set */
  GPtrArray *codes;       /* owned; of the measures, in order */
  GPtrArray *themes;      /* owned; the heading of each */

  AdwEntryRow *name_row;
  WmMeasureButton *add_button;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WmSetWindow, wm_set_window, ADW_TYPE_WINDOW)

static void show_measures (WmSetWindow *self);

static char *
dup_name (WmSetWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

static void
form_changed (WmSetWindow *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "set.save",
                                 *name != '\0' && self->codes->len > 0);
}

static guint
get_index (GtkButton *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
}

static void
remove_cb (GtkButton *button, WmSetWindow *self)
{
  guint index = get_index (button);

  g_ptr_array_remove_index (self->codes, index);
  g_ptr_array_remove_index (self->themes, index);
  show_measures (self);
}

static void
move_up_cb (GtkButton *button, WmSetWindow *self)
{
  guint index = get_index (button);

  if (index == 0)
    return;
  g_ptr_array_insert (self->codes, index - 1, g_ptr_array_steal_index (self->codes, index));
  g_ptr_array_insert (self->themes, index - 1, g_ptr_array_steal_index (self->themes, index));
  show_measures (self);
}

static void
add_measure_row (WmSetWindow *self, guint index)
{
  const char *code = g_ptr_array_index (self->codes, index);
  g_autoptr (WmIndicatorRow) row = wm_store_get_indicator (wm_workspace_get_store (self->workspace),
                                                           code, NULL);
  g_autofree char *subtitle = g_strjoin (" · ", code, g_ptr_array_index (self->themes, index), NULL);
  GtkWidget *list_row = wm_boxes_add_row (self->list, row != NULL ? row->indicator->title : code,
                                          subtitle);
  GtkWidget *up = wm_boxes_add_button (list_row, "go-up-symbolic", _("Move Up"),
                                       G_CALLBACK (move_up_cb), self);
  GtkWidget *remove = wm_boxes_add_button (list_row, "list-remove-symbolic", _("Remove"),
                                           G_CALLBACK (remove_cb), self);

  gtk_widget_set_sensitive (up, index > 0);
  g_object_set_data (G_OBJECT (up), "index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (remove), "index", GUINT_TO_POINTER (index));
}

static void
show_measures (WmSetWindow *self)
{
  wm_boxes_clear_list (self->list);
  for (guint i = 0; i < self->codes->len; i++)
    add_measure_row (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->codes->len > 0);
  form_changed (self);
}

static void
add_measure (WmSetWindow *self, const char *code, const char *theme)
{
  if (g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->themes, g_strdup (theme));
}

static void
measure_chosen_cb (WmMeasureButton *button, GParamSpec *pspec, WmSetWindow *self)
{
  const char *code = wm_measure_button_get_measure (button);
  g_autoptr (WmIndicatorRow) row = NULL;

  if (code == NULL)
    return;
  row = wm_store_get_indicator (wm_workspace_get_store (self->workspace), code, NULL);
  add_measure (self, code,
               row != NULL && row->indicator->topics != NULL && row->indicator->topics[0] != NULL
                 ? row->indicator->topics[0]
                 : "");
  show_measures (self);
  wm_measure_button_set_measure (button, NULL);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WmSetWindow *self = WM_SET_WINDOW (widget);
  g_autofree char *name = dup_name (self);

  g_ptr_array_add (self->codes, NULL);
  g_ptr_array_add (self->themes, NULL);
  wm_edits_put_set (self->workspace, self->old_name,
                    wm_measure_set_new (name, (const char *const *) self->codes->pdata,
                                        (const char *const *) self->themes->pdata));
  gtk_window_close (GTK_WINDOW (self));
}

static void
wm_set_window_dispose (GObject *object)
{
  g_clear_object (&WM_SET_WINDOW (object)->workspace);
  G_OBJECT_CLASS (wm_set_window_parent_class)->dispose (object);
}

static void
wm_set_window_finalize (GObject *object)
{
  WmSetWindow *self = WM_SET_WINDOW (object);

  g_free (self->old_name);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->themes);
  G_OBJECT_CLASS (wm_set_window_parent_class)->finalize (object);
}

static void
wm_set_window_class_init (WmSetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_set_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wm_set_window_finalize;
  g_type_ensure (WM_TYPE_MEASURE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-set-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmSetWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, WmSetWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, WmSetWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, measure_chosen_cb);
  gtk_widget_class_install_action (widget_class, "set.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_set_window_init (WmSetWindow *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->themes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
begin_with_starters (WmSetWindow *self)
{
  const char *const *codes = wm_reference_get_starter_set ();

  for (gsize i = 0; codes[i] != NULL; i++)
    add_measure (self, codes[i], wm_reference_get_starter_theme (codes[i]));
}

static void
show_set (WmSetWindow *self, const char *name)
{
  g_autoptr (WmMeasureSet) set = wm_store_get_set (wm_workspace_get_store (self->workspace), name,
                                                   NULL);

  if (set == NULL)
    return;
  self->old_name = g_strdup (set->name);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), set->name);
  for (guint i = 0; set->indicator_codes[i] != NULL; i++)
    add_measure (self, set->indicator_codes[i], set->themes[i]);
}

/**
 * wm_set_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project that may be changed
 * @name: (nullable): name of the set to change; %NULL for a new one
 *
 * Returns: (transfer none): the form; GTK owns it
 */
GtkWidget *
wm_set_window_new (GtkWindow *parent, WmWorkspace *workspace, const char *name)
{
  WmSetWindow *self = g_object_new (WM_TYPE_SET_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  wm_measure_button_fill (self->add_button, workspace);
  if (name != NULL)
    show_set (self, name);
  else
    begin_with_starters (self);
  show_measures (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  return GTK_WIDGET (self);
}
