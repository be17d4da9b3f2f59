/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A new dated event: what happened, when, and whom it concerns. */

#include "config.h"

#include "wm-event-window.h"

#include "wm-edits.h"

struct _WmEventWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */

  AdwEntryRow *title_row;
  GtkCalendar *calendar;
  GtkSwitch *own_only;
  GtkWidget *own_row;
};

G_DEFINE_FINAL_TYPE (WmEventWindow, wm_event_window, ADW_TYPE_WINDOW)

static char *
dup_title (WmEventWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
}

static void
title_changed_cb (GtkEditable *editable, WmEventWindow *self)
{
  g_autofree char *title = dup_title (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.add", *title != '\0');
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmEventWindow *self = WM_EVENT_WINDOW (widget);
  const WmArea *authority = wm_workspace_get_authority (self->workspace);
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *title = dup_title (self);
  WmEvent *event = wm_event_new (date, title);

  if (authority != NULL && gtk_switch_get_active (self->own_only))
    event->area_code = g_strdup (authority->code);
  wm_edits_add_event (self->workspace, event);
  gtk_window_close (GTK_WINDOW (self));
}

static void
wm_event_window_dispose (GObject *object)
{
  g_clear_object (&WM_EVENT_WINDOW (object)->workspace);
  G_OBJECT_CLASS (wm_event_window_parent_class)->dispose (object);
}

static void
wm_event_window_class_init (WmEventWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_event_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-event-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, calendar);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, own_only);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, own_row);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_install_action (widget_class, "event.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_event_window_init (WmEventWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.add", FALSE);
}

/**
 * wm_event_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project that may be changed
 *
 * Returns: (transfer none): the form; GTK owns it
 */
GtkWidget *
wm_event_window_new (GtkWindow *parent, WmWorkspace *workspace)
{
  WmEventWindow *self = g_object_new (WM_TYPE_EVENT_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_widget_set_visible (self->own_row, wm_workspace_get_authority (workspace) != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WIDGET (self);
}
