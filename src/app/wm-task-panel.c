/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The work that is running: nothing for the first moment, then a spinner and a way to stop it, then
 * how far it has come. */

#include "config.h"

#include "wm-task-panel.h"

#include <glib/gi18n-lib.h>

#define SPINNER_AFTER_MS 300
#define PROGRESS_AFTER_MS 2000

struct _WmTaskPanel
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkSpinner *spinner;
  GtkLabel *title;
  GtkLabel *message;
  GtkProgressBar *bar;
  GtkButton *cancel;

  WmJob *job; /* the one that is shown */
  guint spinner_source;
  guint bar_source;
};

G_DEFINE_FINAL_TYPE (WmTaskPanel, wm_task_panel, ADW_TYPE_BIN)

static void
progress_cb (WmProgress *progress, GParamSpec *pspec, WmTaskPanel *self)
{
  g_autofree char *message = wm_progress_dup_message (progress);

  gtk_progress_bar_set_fraction (self->bar, CLAMP (wm_progress_get_fraction (progress), 0, 1));
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL && *message != '\0');
}

static gboolean
show_spinner (gpointer user_data)
{
  WmTaskPanel *self = user_data;

  self->spinner_source = 0;
  gtk_spinner_start (self->spinner);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static gboolean
show_bar (gpointer user_data)
{
  WmTaskPanel *self = user_data;

  self->bar_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (WmTaskPanel *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->bar_source, g_source_remove);
}

static void
forget_job (WmTaskPanel *self)
{
  stop_waiting (self);
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_func (wm_job_get_progress (self->job), progress_cb, self);
  g_clear_object (&self->job);
}

static void
cancel_cb (GtkButton *button, WmTaskPanel *self)
{
  if (self->job == NULL)
    return;
  wm_job_cancel (self->job);
  gtk_label_set_text (self->title, _("Stopping…"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), FALSE);
}

static void
wm_task_panel_dispose (GObject *object)
{
  forget_job (WM_TASK_PANEL (object));
  G_OBJECT_CLASS (wm_task_panel_parent_class)->dispose (object);
}

static void
wm_task_panel_class_init (WmTaskPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_task_panel_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-task-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, WmTaskPanel, revealer);
  gtk_widget_class_bind_template_child (widget_class, WmTaskPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, WmTaskPanel, title);
  gtk_widget_class_bind_template_child (widget_class, WmTaskPanel, message);
  gtk_widget_class_bind_template_child (widget_class, WmTaskPanel, bar);
  gtk_widget_class_bind_template_child (widget_class, WmTaskPanel, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
wm_task_panel_init (WmTaskPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * wm_task_panel_show:
 * @self: a task panel
 * @job: work that has just begun
 *
 * Shows work, from a third of a second on. Of two at a time the later is shown.
 */
void
wm_task_panel_show (WmTaskPanel *self, WmJob *job)
{
  g_return_if_fail (WM_IS_TASK_PANEL (self));

  forget_job (self);
  self->job = g_object_ref (job);
  gtk_label_set_text (self->title, wm_job_get_title (job));
  gtk_widget_set_sensitive (GTK_WIDGET (self->cancel), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  g_signal_connect (wm_job_get_progress (job), "notify", G_CALLBACK (progress_cb), self);
  progress_cb (wm_job_get_progress (job), NULL, self);
  self->spinner_source = g_timeout_add (SPINNER_AFTER_MS, show_spinner, self);
  self->bar_source = g_timeout_add (PROGRESS_AFTER_MS, show_bar, self);
}

/**
 * wm_task_panel_hide:
 * @self: a task panel
 * @job: work that is over
 *
 * Takes work away again. Does nothing when another job is shown by now.
 */
void
wm_task_panel_hide (WmTaskPanel *self, WmJob *job)
{
  g_return_if_fail (WM_IS_TASK_PANEL (self));

  if (self->job != job)
    return;
  forget_job (self);
  gtk_spinner_stop (self->spinner);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
