/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A result as it was when it was kept: what it said, by which definitions, and what these say
 * otherwise today. */

#include "config.h"

#include "wm-result-window.h"

#include "wm-saved-results.h"
#include "wm-table-view.h"

#include <glib/gi18n-lib.h>

struct _WmResultWindow
{
  AdwWindow parent_instance;

  char *text; /* the whole of it, to be copied */

  AdwWindowTitle *heading;
  GtkLabel *words;
  GtkLabel *same;
  GtkWidget *changes_card;
  WmTableView *changes_view;
  WmTableView *definition_view;
};

G_DEFINE_FINAL_TYPE (WmResultWindow, wm_result_window, ADW_TYPE_WINDOW)

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), WM_RESULT_WINDOW (widget)->text);
}

static void
wm_result_window_finalize (GObject *object)
{
  g_free (WM_RESULT_WINDOW (object)->text);
  G_OBJECT_CLASS (wm_result_window_parent_class)->finalize (object);
}

static void
wm_result_window_class_init (WmResultWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wm_result_window_finalize;
  g_type_ensure (WM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-result-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmResultWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, WmResultWindow, words);
  gtk_widget_class_bind_template_child (widget_class, WmResultWindow, same);
  gtk_widget_class_bind_template_child (widget_class, WmResultWindow, changes_card);
  gtk_widget_class_bind_template_child (widget_class, WmResultWindow, changes_view);
  gtk_widget_class_bind_template_child (widget_class, WmResultWindow, definition_view);
  gtk_widget_class_install_action (widget_class, "result.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_result_window_init (WmResultWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_result (WmResultWindow *self, const WmSavedResult *result, WmTable *changes)
{
  g_autoptr (WmTable) definition = wm_saved_result_make_definition (result);
  g_autofree char *day = g_strndup (result->item->created_at, strlen ("2026-01-31"));
  /* Translators: %s is a date. */
  g_autofree char *subtitle = g_strdup_printf (_("Kept on %s"), day);
  gboolean has_changes = wm_table_get_n_rows (changes) > 0;

  gtk_window_set_title (GTK_WINDOW (self), result->item->name);
  adw_window_title_set_title (self->heading, result->item->name);
  adw_window_title_set_subtitle (self->heading, subtitle);
  gtk_label_set_text (self->words, result->item->words != NULL ? result->item->words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->same), !has_changes);
  gtk_widget_set_visible (self->changes_card, has_changes);
  wm_table_view_set_table (self->changes_view, changes);
  wm_table_view_set_table (self->definition_view, definition);
}

/**
 * wm_result_window_new:
 * @parent: (nullable): the window that asks
 * @project: a project
 * @id: number of a result that was kept
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): a window with the result; GTK owns it
 */
GtkWidget *
wm_result_window_new (GtkWindow *parent, WmProject *project, gint64 id, GError **error)
{
  g_autoptr (WmSavedResult) result = wm_project_load_result (project, id, error);
  g_autoptr (WmTable) changes = NULL;
  g_autofree char *text = NULL;
  WmResultWindow *self;

  if (result == NULL
      || (changes = wm_saved_result_make_changes (result, project, error)) == NULL
      || (text = wm_saved_result_to_text (result, project, error)) == NULL)
    return NULL;
  self = g_object_new (WM_TYPE_RESULT_WINDOW, "transient-for", parent, NULL);
  self->text = g_steal_pointer (&text);
  show_result (self, result, changes);
  return GTK_WIDGET (self);
}
