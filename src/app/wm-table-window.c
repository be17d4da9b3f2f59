/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A list that can be copied or saved, in a window of its own. */

#include "config.h"

#include "wm-table-window.h"

#include "wm-share.h"
#include "wm-table-view.h"

struct _WmTableWindow
{
  AdwWindow parent_instance;

  WmTableView *view;
};

G_DEFINE_FINAL_TYPE (WmTableWindow, wm_table_window, ADW_TYPE_WINDOW)

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmTable *table = wm_table_view_get_table (WM_TABLE_WINDOW (widget)->view);

  if (table != NULL)
    wm_share_copy_table (widget, table);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmTable *table = wm_table_view_get_table (WM_TABLE_WINDOW (widget)->view);

  if (table != NULL)
    wm_share_save_table (widget, table, gtk_window_get_title (GTK_WINDOW (widget)));
}

static void
wm_table_window_class_init (WmTableWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-table-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmTableWindow, view);
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "table.save", NULL);
}

static void
wm_table_window_init (WmTableWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wm_table_window_new:
 * @widget: a widget of the window that it belongs to
 * @title: what the table shows
 * @table: the table
 *
 * Returns: (transfer none): the window; GTK owns it
 */
GtkWidget *
wm_table_window_new (GtkWidget *widget, const char *title, WmTable *table)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  WmTableWindow *self = g_object_new (WM_TYPE_TABLE_WINDOW, "title", title, "transient-for",
                                      GTK_IS_WINDOW (root) ? root : NULL, NULL);

  wm_table_view_set_table (self->view, table);
  return GTK_WIDGET (self);
}
