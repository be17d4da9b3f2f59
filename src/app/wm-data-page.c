/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the project holds: where its numbers are from, and what people added: sets of measures,
 * comparison groups, dated events. */

#include "config.h"

#include "wm-data-page.h"

#include "wm-ask.h"
#include "wm-boxes.h"
#include "wm-edits.h"
#include "wm-event-window.h"
#include "wm-result-edits.h"
#include "wm-result-window.h"
#include "wm-saved-results.h"
#include "wm-group-window.h"
#include "wm-import-report.h"
#include "wm-number.h"
#include "wm-set-window.h"
#include "wm-store-imports.h"
#include "wm-table-window.h"

#include <glib/gi18n-lib.h>

struct _WmDataPage
{
  WmPage parent_instance;

  GtkListBox *imports;
  GtkListBox *sets;
  GtkListBox *groups;
  GtkListBox *events;
  GtkListBox *results;
  GtkWidget *add_set;
  GtkWidget *add_group;
  GtkWidget *add_event;
};

G_DEFINE_FINAL_TYPE (WmDataPage, wm_data_page, WM_TYPE_PAGE)

static WmWorkspace *
get_workspace (WmDataPage *self)
{
  return wm_page_get_workspace (WM_PAGE (self));
}

static WmStore *
get_store (WmDataPage *self)
{
  return wm_workspace_get_store (get_workspace (self));
}

static gboolean
can_edit (WmDataPage *self)
{
  return !wm_workspace_is_read_only (get_workspace (self));
}

static GtkWindow *
get_window (WmDataPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static const WmProvenance *
get_import (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "import");
}

static void
findings_cb (GtkButton *button, WmDataPage *self)
{
  const WmProvenance *import = get_import (button);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = wm_store_list_findings (get_store (self), import->id, &error);
  g_autoptr (WmTable) table = NULL;
  g_autofree char *title = NULL;

  if (findings == NULL)
    {
      wm_workspace_fail (get_workspace (self), _("The Findings Could Not Be Read"), error);
      return;
    }
  table = wm_findings_make_table (findings);
  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_("Findings in “%s”"), import->file_name);
  gtk_window_present (GTK_WINDOW (wm_table_window_new (GTK_WIDGET (self), title, table)));
}

static void
undo_import_cb (GtkButton *button, WmDataPage *self)
{
  const WmProvenance *import = get_import (button);

  wm_edits_undo_import (get_workspace (self), import->id, import->file_name);
}

static void
redo_import_cb (GtkButton *button, WmDataPage *self)
{
  const WmProvenance *import = get_import (button);

  wm_edits_redo_import (get_workspace (self), import->id, import->file_name);
}

static char *
describe_import (const WmProvenance *import)
{
  g_autofree char *size = g_format_size (import->file_size);
  g_autofree char *n_kept = wm_number_format_display ((double) import->rows_kept, 0);
  g_autofree char *n_refused = wm_number_format_display ((double) import->rows_refused, 0);
  g_autofree char *day = g_strndup (import->imported_at, 10);
  /* Translators: %1$s is the day that a file stands for, %2$s when it was imported, %3$s its size,
   * %4$s and %5$s count rows. */
  g_autofree char *text = g_strdup_printf (_("As at %1$s · imported %2$s · %3$s · %4$s rows kept, "
                                             "%5$s refused"),
                                           import->as_at, day, size, n_kept, n_refused);

  if (!import->is_undone)
    return g_steal_pointer (&text);
  /* Translators: %s describes an import that was taken back. */
  return g_strdup_printf (_("Taken back · %s"), text);
}

static void
add_import_button (WmDataPage *self, GtkWidget *row, const WmProvenance *import, const char *icon,
                   const char *label, GCallback callback)
{
  GtkWidget *button = wm_boxes_add_button (row, icon, label, callback, self);

  g_object_set_data_full (G_OBJECT (button), "import", wm_provenance_copy (import),
                          (GDestroyNotify) wm_provenance_free);
}

static void
add_import (WmDataPage *self, const WmProvenance *import)
{
  g_autofree char *subtitle = describe_import (import);
  GtkWidget *row = wm_boxes_add_row (self->imports, import->file_name, subtitle);

  if (import->is_undone)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_widget_set_tooltip_text (row, import->sha256);
  add_import_button (self, row, import, "view-list-symbolic", _("Show Findings"),
                     G_CALLBACK (findings_cb));
  if (can_edit (self) && import->is_undone)
    add_import_button (self, row, import, "edit-redo-symbolic", _("Bring This Import Back"),
                       G_CALLBACK (redo_import_cb));
  else if (can_edit (self))
    add_import_button (self, row, import, "edit-undo-symbolic", _("Take This Import Back"),
                       G_CALLBACK (undo_import_cb));
}

static void
add_hint (GtkListBox *list, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "list-hint");
  gtk_list_box_append (list, label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (label)), FALSE);
}

static void
show_imports (WmDataPage *self)
{
  g_autoptr (GPtrArray) imports = wm_store_list_imports (get_store (self), NULL);

  wm_boxes_clear_list (self->imports);
  for (guint i = imports != NULL ? imports->len : 0; i-- > 0;)
    add_import (self, g_ptr_array_index (imports, i));
  if (imports == NULL || imports->len == 0)
    add_hint (self->imports, _("Nothing was imported yet. Drop a file here, or press Import."));
}

static const char *
get_name (GtkButton *button)
{
  return g_object_get_data (G_OBJECT (button), "name");
}

static void
add_named_button (WmDataPage *self, GtkWidget *row, const char *name, const char *icon,
                  const char *label, GCallback callback)
{
  GtkWidget *button = wm_boxes_add_button (row, icon, label, callback, self);

  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
}

static void
edit_set_cb (GtkButton *button, WmDataPage *self)
{
  gtk_window_present (GTK_WINDOW (wm_set_window_new (get_window (self), get_workspace (self),
                                                     get_name (button))));
}

static void
remove_set_cb (GtkButton *button, WmDataPage *self)
{
  wm_edits_remove_set (get_workspace (self), get_name (button));
}

static void
add_set_cb (GtkButton *button, WmDataPage *self)
{
  gtk_window_present (GTK_WINDOW (wm_set_window_new (get_window (self), get_workspace (self), NULL)));
}

static void
show_sets (WmDataPage *self)
{
  g_autoptr (GPtrArray) sets = wm_store_list_sets (get_store (self), NULL);

  wm_boxes_clear_list (self->sets);
  for (guint i = 0; sets != NULL && i < sets->len; i++)
    {
      const WmMeasureSet *set = g_ptr_array_index (sets, i);
      guint n = g_strv_length (set->indicator_codes);
      g_autofree char *subtitle = g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
      GtkWidget *row = wm_boxes_add_row (self->sets, set->name, subtitle);

      if (!can_edit (self))
        continue;
      add_named_button (self, row, set->name, "document-edit-symbolic", _("Change Set…"),
                        G_CALLBACK (edit_set_cb));
      add_named_button (self, row, set->name, "user-trash-symbolic", _("Remove Set"),
                        G_CALLBACK (remove_set_cb));
    }
  if (sets == NULL || sets->len == 0)
    add_hint (self->sets, _("The Overview shows the starter set until you make one of your own."));
}

static void
edit_group_cb (GtkButton *button, WmDataPage *self)
{
  gtk_window_present (GTK_WINDOW (wm_group_window_new (get_window (self), get_workspace (self),
                                                       get_name (button))));
}

static void
remove_group_cb (GtkButton *button, WmDataPage *self)
{
  wm_edits_remove_group (get_workspace (self), get_name (button));
}

static void
add_group_cb (GtkButton *button, WmDataPage *self)
{
  gtk_window_present (GTK_WINDOW (wm_group_window_new (get_window (self), get_workspace (self),
                                                       NULL)));
}

static char *
name_members (WmDataPage *self, const WmAreaGroup *group)
{
  WmAreaSet *areas = wm_project_get_areas (wm_workspace_get_project (get_workspace (self)));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; group->area_codes[i] != NULL; i++)
    {
      const WmArea *area = wm_area_set_find_code (areas, group->area_codes[i]);

      g_ptr_array_add (names, area != NULL ? area->name : group->area_codes[i]);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
show_groups (WmDataPage *self)
{
  g_autoptr (GPtrArray) groups = wm_store_list_groups (get_store (self), NULL);

  wm_boxes_clear_list (self->groups);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const WmAreaGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *members = name_members (self, group);
      GtkWidget *row = wm_boxes_add_row (self->groups, group->name, members);

      if (!can_edit (self))
        continue;
      add_named_button (self, row, group->name, "document-edit-symbolic", _("Change Group…"),
                        G_CALLBACK (edit_group_cb));
      add_named_button (self, row, group->name, "user-trash-symbolic", _("Remove Group"),
                        G_CALLBACK (remove_group_cb));
    }
  if (groups == NULL || groups->len == 0)
    add_hint (self->groups, _("Groups of authorities that you compare with again and again."));
}

static void
remove_event_cb (GtkButton *button, WmDataPage *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "event");

  wm_edits_remove_event (get_workspace (self), *id);
}

static void
add_event_cb (GtkButton *button, WmDataPage *self)
{
  gtk_window_present (GTK_WINDOW (wm_event_window_new (get_window (self), get_workspace (self))));
}

/* An event may outlive the measure that it is about. */
static char *
dup_measure_title (WmDataPage *self, const char *code)
{
  g_autoptr (WmIndicator) indicator =
    wm_project_find_indicator (wm_workspace_get_project (get_workspace (self)), code, NULL);

  return g_strdup (indicator != NULL ? indicator->title : code);
}

static void
add_event_row (WmDataPage *self, const WmEvent *event)
{
  WmAreaSet *areas = wm_project_get_areas (wm_workspace_get_project (get_workspace (self)));
  const WmArea *area = event->area_code != NULL ? wm_area_set_find_code (areas, event->area_code)
                                                : NULL;
  g_autofree char *measure = event->indicator_code != NULL
                               ? dup_measure_title (self, event->indicator_code) : NULL;
  g_autofree char *place = g_strjoin (" · ", event->date, area != NULL ? area->name : _("All areas"),
                                      measure, NULL);
  g_autofree char *subtitle = g_strjoin ("\n", place, event->note, NULL);
  GtkWidget *row = wm_boxes_add_row (self->events, event->title, subtitle);

  if (can_edit (self))
    {
      GtkWidget *button = wm_boxes_add_button (row, "user-trash-symbolic", _("Remove Event"),
                                               G_CALLBACK (remove_event_cb), self);

      g_object_set_data_full (G_OBJECT (button), "event", g_memdup2 (&event->id, sizeof event->id),
                              g_free);
    }
}

static void
show_events (WmDataPage *self)
{
  g_autoptr (GPtrArray) events = wm_store_list_events (get_store (self), NULL);

  wm_boxes_clear_list (self->events);
  for (guint i = 0; events != NULL && i < events->len; i++)
    add_event_row (self, g_ptr_array_index (events, i));
  if (events == NULL || events->len == 0)
    add_hint (self->events, _("Inspections, new systems, restructures: they are shown on the charts."));
}

static gint64
get_result (GtkWidget *widget)
{
  const gint64 *id = g_object_get_data (G_OBJECT (widget), "result");

  return *id;
}

static void
set_result (GtkWidget *widget, const WmSavedItem *item)
{
  g_object_set_data_full (G_OBJECT (widget), "result", g_memdup2 (&item->id, sizeof item->id), g_free);
}

static void
remove_result_cb (GtkButton *button, WmDataPage *self)
{
  wm_edits_remove_result (get_workspace (self), get_result (GTK_WIDGET (button)));
}

static void
show_result_cb (AdwActionRow *row, WmDataPage *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *window = wm_result_window_new (get_window (self),
                                            wm_workspace_get_project (get_workspace (self)),
                                            get_result (GTK_WIDGET (row)), &error);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    wm_workspace_fail (get_workspace (self), _("The Result Could Not Be Shown"), error);
}

static void
add_result_row (WmDataPage *self, const WmSavedItem *item)
{
  g_autofree char *day = g_strndup (item->created_at, strlen ("2026-01-31"));
  /* Translators: %s is a date. */
  g_autofree char *subtitle = g_strdup_printf (_("Kept on %s"), day);
  GtkWidget *row = wm_boxes_add_row (self->results, item->name, subtitle);

  set_result (row, item);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (show_result_cb), self);
  if (can_edit (self))
    set_result (wm_boxes_add_button (row, "user-trash-symbolic", _("Remove Result"),
                                     G_CALLBACK (remove_result_cb), self), item);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
show_results (WmDataPage *self)
{
  g_autoptr (GPtrArray) items =
    wm_project_list_results (wm_workspace_get_project (get_workspace (self)), NULL);

  wm_boxes_clear_list (self->results);
  for (guint i = 0; items != NULL && i < items->len; i++)
    add_result_row (self, g_ptr_array_index (items, i));
  if (items == NULL || items->len == 0)
    add_hint (self->results, _("Keep a result on the Impact page: it stays as it is, with its definitions."));
}

static void
wm_data_page_refresh (WmPage *page)
{
  WmDataPage *self = WM_DATA_PAGE (page);

  if (wm_workspace_get_project (get_workspace (self)) == NULL)
    return;
  show_imports (self);
  show_sets (self);
  show_groups (self);
  show_events (self);
  show_results (self);
  gtk_widget_set_sensitive (self->add_set, can_edit (self));
  gtk_widget_set_sensitive (self->add_group, can_edit (self));
  gtk_widget_set_sensitive (self->add_event, can_edit (self));
}

static void
wm_data_page_class_init (WmDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WM_PAGE_CLASS (klass)->refresh = wm_data_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, imports);
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, sets);
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, groups);
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, events);
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, results);
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, add_set);
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, add_group);
  gtk_widget_class_bind_template_child (widget_class, WmDataPage, add_event);
  gtk_widget_class_bind_template_callback (widget_class, add_set_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_group_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_event_cb);
}

static void
wm_data_page_init (WmDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
