/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Every template, made once with warnings fatal. */

#include "config.h"

#include "wm-about-measure.h"
#include "wm-authority-window.h"
#include "wm-batch-window.h"
#include "wm-chart-view.h"
#include "wm-compare-choice.h"
#include "wm-compare-view.h"
#include "wm-coverage-view.h"
#include "wm-data-page.h"
#include "wm-event-window.h"
#include "wm-findings-window.h"
#include "wm-framework-add-window.h"
#include "wm-framework-chooser.h"
#include "wm-framework-export-window.h"
#include "wm-framework-import-window.h"
#include "wm-framework-versions-window.h"
#include "wm-group-picker.h"
#include "wm-group-window.h"
#include "wm-impact-page.h"
#include "wm-import-report.h"
#include "wm-import-window.h"
#include "wm-measure-button.h"
#include "wm-note-window.h"
#include "wm-overview-page.h"
#include "wm-pair-window.h"
#include "wm-picture-view.h"
#include "wm-preferences.h"
#include "wm-result-window.h"
#include "wm-set-window.h"
#include "wm-start-page.h"
#include "wm-table-window.h"
#include "wm-task-panel.h"
#include "wm-trends-page.h"
#include "wm-framework-filter-button.h"
#include "wm-framework-page.h"
#include "wm-framework-tree.h"
#include "wm-item-form.h"
#include "wm-item-head.h"
#include "wm-item-picker.h"
#include "wm-window.h"

static const struct
{
  const char *name;
  GType (*get_type) (void);
} templates[] = {
  { "wm-about-measure", wm_about_measure_get_type },
  { "wm-authority-window", wm_authority_window_get_type },
  { "wm-batch-window", wm_batch_window_get_type },
  { "wm-chart-view", wm_chart_view_get_type },
  { "wm-compare-choice", wm_compare_choice_get_type },
  { "wm-compare-view", wm_compare_view_get_type },
  { "wm-coverage-view", wm_coverage_view_get_type },
  { "wm-data-page", wm_data_page_get_type },
  { "wm-event-window", wm_event_window_get_type },
  { "wm-findings-window", wm_findings_window_get_type },
  { "wm-framework-add-window", wm_framework_add_window_get_type },
  { "wm-framework-chooser", wm_framework_chooser_get_type },
  { "wm-framework-export-window", wm_framework_export_window_get_type },
  { "wm-framework-import-window", wm_framework_import_window_get_type },
  { "wm-framework-versions-window", wm_framework_versions_window_get_type },
  { "wm-group-picker", wm_group_picker_get_type },
  { "wm-group-window", wm_group_window_get_type },
  { "wm-impact-page", wm_impact_page_get_type },
  { "wm-import-report", wm_import_report_get_type },
  { "wm-import-window", wm_import_window_get_type },
  { "wm-measure-button", wm_measure_button_get_type },
  { "wm-note-window", wm_note_window_get_type },
  { "wm-overview-page", wm_overview_page_get_type },
  { "wm-pair-window", wm_pair_window_get_type },
  { "wm-picture-view", wm_picture_view_get_type },
  { "wm-preferences", wm_preferences_get_type },
  { "wm-result-window", wm_result_window_get_type },
  { "wm-set-window", wm_set_window_get_type },
  { "wm-start-page", wm_start_page_get_type },
  { "wm-table-window", wm_table_window_get_type },
  { "wm-task-panel", wm_task_panel_get_type },
  { "wm-trends-page", wm_trends_page_get_type },
  { "wm-framework-filter-button", wm_framework_filter_button_get_type },
  { "wm-framework-page", wm_framework_page_get_type },
  { "wm-framework-tree", wm_framework_tree_get_type },
  { "wm-item-head", wm_item_head_get_type },
  { "wm-item-form", wm_item_form_get_type },
  { "wm-item-picker", wm_item_picker_get_type },
  { "wm-window", wm_window_get_type },
};

static void
test_template (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  GtkWidget *widget = g_object_new (templates[i].get_type (), NULL);

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &widget);
  if (GTK_IS_WINDOW (widget))
    {
      gtk_window_destroy (GTK_WINDOW (widget));
    }
  else
    {
      GtkWidget *window = gtk_window_new ();

      gtk_window_set_child (GTK_WINDOW (window), widget);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (widget); /* nothing holds it any more */
}

static gboolean
is_tested (const char *file)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *name = g_strconcat (templates[i].name, ".ui", NULL);

      if (g_str_equal (name, file))
        return TRUE;
    }
  return FALSE;
}

static void
test_all_are_here (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (WM_RESOURCE_PATH "/ui",
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), ==, G_N_ELEMENTS (templates));
  for (guint i = 0; files[i] != NULL; i++)
    if (!is_tested (files[i]))
      g_error ("No test makes %s", files[i]);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (WM_RESOURCE_PATH
                                                                  "/gtk/help-overlay.ui");
  GObject *window = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    {
      g_autofree char *path = g_strconcat ("/gui/templates/", templates[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_template);
    }
  g_test_add_func ("/gui/templates/all-are-here", test_all_are_here);
  g_test_add_func ("/gui/templates/shortcuts", test_shortcuts);
  return g_test_run ();
}
