/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Asks which charts to save at once: of which set, for whom, in which form and where. */

#include "config.h"

#include "wm-batch-window.h"

#include "wm-batch-job.h"
#include "wm-file-pick.h"
#include "wm-group-picker.h"
#include "wm-store-sets.h"

#include <glib/gi18n-lib.h>

struct _WmBatchWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */

  AdwComboRow *set_row;
  AdwComboRow *kind_row;
  AdwComboRow *format_row;
  GtkStringList *set_names;
  WmGroupPicker *areas;
};

G_DEFINE_FINAL_TYPE (WmBatchWindow, wm_batch_window, ADW_TYPE_WINDOW)

/* In the order of the row. */
typedef enum
{
  KIND_BOTH,
  KIND_LINES,
  KIND_DOTS,
} Kind;

static void
saved_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (WmWorkspace) workspace = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree WmBatchResult *result = wm_job_finish (async_result, &error);
  g_autofree char *saved = NULL;
  g_autofree char *skipped = NULL;
  g_autofree char *message = NULL;

  if (result == NULL)
    {
      wm_workspace_fail (workspace, _("Not All Charts Could Be Saved"), error);
      return;
    }
  saved = g_strdup_printf (ngettext ("%u chart saved", "%u charts saved", result->n_saved),
                           result->n_saved);
  if (result->n_skipped > 0)
    skipped = g_strdup_printf (ngettext ("nothing to show for %u measure",
                                         "nothing to show for %u measures", result->n_skipped),
                               result->n_skipped);
  message = g_strjoin ("; ", saved, skipped, NULL);
  wm_workspace_say (workspace, message);
}

static WmBatch *
read_form (WmBatchWindow *self, GFile *folder)
{
  WmBatch *batch = g_new0 (WmBatch, 1);
  Kind kind = adw_combo_row_get_selected (self->kind_row);
  guint set = adw_combo_row_get_selected (self->set_row);

  batch->project = wm_project_ref (wm_workspace_get_project (self->workspace));
  if (set > 0)
    batch->set_name = g_strdup (gtk_string_list_get_string (self->set_names, set));
  batch->areas = wm_group_picker_get_items (self->areas);
  batch->with_lines = kind != KIND_DOTS;
  batch->with_dots = kind != KIND_LINES;
  batch->format = (WmImageFormat) adw_combo_row_get_selected (self->format_row);
  batch->folder = g_file_get_path (folder);
  g_object_get (wm_workspace_get_settings (self->workspace), "axis-from-zero", &batch->from_zero, NULL);
  return batch;
}

static void
folder_picked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmBatchWindow *self = WM_BATCH_WINDOW (source);
  g_autoptr (GFile) folder = wm_file_pick_open_finish (result);
  WmJob *job;

  if (folder == NULL || self->workspace == NULL || g_file_peek_path (folder) == NULL)
    return;
  job = wm_job_new (_("Saving charts"), wm_batch_thread, read_form (self, folder),
                    (GDestroyNotify) wm_batch_free, g_free);
  wm_workspace_run (self->workspace, job, saved_cb, g_object_ref (self->workspace));
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_file_pick_folder (widget, _("Where Should the Charts Be Saved?"), folder_picked_cb, NULL);
}

static void
form_changed (WmBatchWindow *self)
{
  g_auto (GStrv) items = wm_group_picker_get_items (self->areas);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "batch.save", items[0] != NULL);
}

static void
wm_batch_window_dispose (GObject *object)
{
  g_clear_object (&WM_BATCH_WINDOW (object)->workspace);
  G_OBJECT_CLASS (wm_batch_window_parent_class)->dispose (object);
}

static void
wm_batch_window_class_init (WmBatchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_batch_window_dispose;
  g_type_ensure (WM_TYPE_GROUP_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-batch-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmBatchWindow, set_row);
  gtk_widget_class_bind_template_child (widget_class, WmBatchWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, WmBatchWindow, format_row);
  gtk_widget_class_bind_template_child (widget_class, WmBatchWindow, set_names);
  gtk_widget_class_bind_template_child (widget_class, WmBatchWindow, areas);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_install_action (widget_class, "batch.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_batch_window_init (WmBatchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (WmBatchWindow *self)
{
  WmProject *project = wm_workspace_get_project (self->workspace);
  const WmArea *own = wm_project_get_own_authority (project);
  g_autoptr (GPtrArray) sets = wm_store_list_sets (wm_project_get_store (project), NULL);

  for (guint i = 0; sets != NULL && i < sets->len; i++)
    gtk_string_list_append (self->set_names, ((WmMeasureSet *) g_ptr_array_index (sets, i))->name);
  wm_group_picker_fill (self->areas, project, TRUE);
  if (own != NULL)
    wm_group_picker_set_items (self->areas, (const char *const[]) { own->code, NULL });
  form_changed (self);
}

/**
 * wm_batch_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project
 *
 * Returns: (transfer none): the form; GTK owns it
 */
GtkWidget *
wm_batch_window_new (GtkWindow *parent, WmWorkspace *workspace)
{
  WmBatchWindow *self = g_object_new (WM_TYPE_BATCH_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  return GTK_WIDGET (self);
}
