/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A new note on a measure: what it says, and which period and authority it belongs to. */

#include "config.h"

#include "wm-note-window.h"

#include "wm-edits.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

struct _WmNoteWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  WmPanel *panel;         /* owned; its periods are offered, the latest first */
  char *measure_code;
  char *area_code;

  GtkTextView *text_view;
  AdwActionRow *measure_row;
  AdwComboRow *period_row;
  AdwActionRow *area_row;
  GtkSwitch *one_area;
};

G_DEFINE_FINAL_TYPE (WmNoteWindow, wm_note_window, ADW_TYPE_WINDOW)

static char *
dup_text (WmNoteWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return wm_text_trim (text);
}

static void
text_changed_cb (GtkTextBuffer *buffer, WmNoteWindow *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.add", *text != '\0');
}

/* The first choice is "All periods", then they come from the latest back. */
static WmPeriod
get_period (WmNoteWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->period_row);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > self->panel->n_periods
           ? WM_PERIOD_NONE
           : self->panel->periods[self->panel->n_periods - selected];
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmNoteWindow *self = WM_NOTE_WINDOW (widget);
  g_autofree char *text = dup_text (self);
  WmNote *note = wm_note_new (self->measure_code, text);

  note->period = get_period (self);
  if (gtk_switch_get_active (self->one_area))
    note->area_code = g_strdup (self->area_code);
  wm_edits_add_note (self->workspace, note);
  gtk_window_close (GTK_WINDOW (self));
}

static void
wm_note_window_dispose (GObject *object)
{
  WmNoteWindow *self = WM_NOTE_WINDOW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->panel, wm_panel_unref);
  G_OBJECT_CLASS (wm_note_window_parent_class)->dispose (object);
}

static void
wm_note_window_finalize (GObject *object)
{
  WmNoteWindow *self = WM_NOTE_WINDOW (object);

  g_free (self->measure_code);
  g_free (self->area_code);
  G_OBJECT_CLASS (wm_note_window_parent_class)->finalize (object);
}

static void
wm_note_window_class_init (WmNoteWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_note_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = wm_note_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-note-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmNoteWindow, text_view);
  gtk_widget_class_bind_template_child (widget_class, WmNoteWindow, measure_row);
  gtk_widget_class_bind_template_child (widget_class, WmNoteWindow, period_row);
  gtk_widget_class_bind_template_child (widget_class, WmNoteWindow, area_row);
  gtk_widget_class_bind_template_child (widget_class, WmNoteWindow, one_area);
  gtk_widget_class_install_action (widget_class, "note.add", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "note.add", NULL);
}

static void
wm_note_window_init (WmNoteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.add", FALSE);
  g_signal_connect (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (text_changed_cb),
                    self);
}

static void
fill_periods (WmNoteWindow *self, const WmMeasure *measure)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, _("All periods"));
  for (gsize i = self->panel->n_periods; i > 0; i--)
    gtk_string_list_append (choices, self->panel->period_labels[i - 1]);
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (choices));
  if (measure->has_value)
    adw_combo_row_set_selected (self->period_row,
                                (guint) (self->panel->n_periods - measure->standing.period));
}

/**
 * wm_note_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project that may be changed
 * @measure: the measure that the note is on; its latest period and its area are proposed
 *
 * Returns: (transfer none): the form; GTK owns it
 */
GtkWidget *
wm_note_window_new (GtkWindow *parent, WmWorkspace *workspace, const WmMeasure *measure)
{
  WmNoteWindow *self = g_object_new (WM_TYPE_NOTE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *title = g_markup_escape_text (measure->indicator->title, -1);
  g_autofree char *area = g_markup_escape_text (measure->area->name, -1);

  self->workspace = g_object_ref (workspace);
  self->panel = wm_panel_ref (measure->panel);
  self->measure_code = g_strdup (measure->indicator->code);
  self->area_code = g_strdup (measure->area->code);
  adw_action_row_set_subtitle (self->measure_row, title);
  adw_action_row_set_subtitle (self->area_row, area);
  fill_periods (self, measure);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  return GTK_WIDGET (self);
}
