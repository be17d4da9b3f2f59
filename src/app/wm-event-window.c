/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A new dated event: what happened, when, and whom it concerns. */

#include "config.h"

#include "wm-event-window.h"

#include "wm-edits.h"
#include "wm-measure-button.h"
#include "wm-text.h"

struct _WmEventWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */

  AdwEntryRow *title_row;
  AdwEntryRow *note_row;
  GtkCalendar *calendar;
  GtkSwitch *own_only;
  GtkWidget *own_row;
  GtkSwitch *one_measure;
  GtkWidget *one_row;
  WmMeasureButton *measure_button;
};

G_DEFINE_FINAL_TYPE (WmEventWindow, wm_event_window, ADW_TYPE_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return wm_text_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
}

/* An event needs a title, and the measure if it is to be on one. */
static void
update_add (WmEventWindow *self)
{
  g_autofree char *title = dup_text (self->title_row);
  gboolean lacks_measure = gtk_switch_get_active (self->one_measure)
                           && wm_measure_button_get_measure (self->measure_button) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "event.add", *title != '\0' && !lacks_measure);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmEventWindow *self = WM_EVENT_WINDOW (widget);
  const WmArea *authority = wm_workspace_get_authority (self->workspace);
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *note = dup_text (self->note_row);
  WmEvent *event = wm_event_new (date, title);

  if (*note != '\0')
    event->note = g_steal_pointer (&note);
  if (gtk_switch_get_active (self->one_measure))
    event->indicator_code = g_strdup (wm_measure_button_get_measure (self->measure_button));
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
  g_type_ensure (WM_TYPE_MEASURE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-event-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, note_row);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, calendar);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, own_only);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, own_row);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, one_measure);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, one_row);
  gtk_widget_class_bind_template_child (widget_class, WmEventWindow, measure_button);
  gtk_widget_class_bind_template_callback (widget_class, update_add);
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
  if (wm_measure_button_fill (self->measure_button, workspace) == 0)
    gtk_widget_set_visible (self->one_row, FALSE);
  wm_measure_button_set_measure (self->measure_button, wm_workspace_get_measure (workspace));
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
  return GTK_WIDGET (self);
}
