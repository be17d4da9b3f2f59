/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The ways through the window: from the sample to the overview, a measure and an estimate; an import;
 * edits and their undo; a project that is open elsewhere. */

#include "config.h"

#include "wm-batch-job.h"
#include "wm-chart-view.h"
#include "wm-data-page.h"
#include "wm-edits.h"
#include "wm-event-window.h"
#include "wm-group-picker.h"
#include "wm-impact-page.h"
#include "wm-import-window.h"
#include "wm-measure-button.h"
#include "wm-note-window.h"
#include "wm-overview-page.h"
#include "wm-result-edits.h"
#include "wm-result-window.h"
#include "wm-saved-results.h"
#include "wm-store-imports.h"
#include "wm-store-events.h"
#include "wm-store-indicators.h"
#include "wm-store-notes.h"
#include "wm-test.h"
#include "wm-trends-page.h"
#include "wm-window.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  WmSettings *settings;
  WmWorkspace *workspace;
  GtkWidget *window;
} Fixture;

static WmProject *
make_sample (const char *path)
{
  g_autoptr (GError) error = NULL;
  WmProject *project = wm_project_create_sample (path, &error);

  g_assert_no_error (error);
  return project;
}

static char *
find_authority (WmProject *project)
{
  WmAreaSet *areas = wm_project_get_areas (project);

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      WmArea *area = wm_area_set_get_area (areas, i);

      if (area->kind == WM_AREA_AUTHORITY && wm_area_is_current (area))
        return g_strdup (area->code);
    }
  return NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  self->folder = wm_test_make_folder ();
  self->path = g_build_filename (self->folder, "sample.waymark", NULL);
  self->settings = wm_settings_new ();
  self->workspace = wm_workspace_new (self->settings);
  self->window = g_object_new (WM_TYPE_WINDOW, "workspace", self->workspace, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  wm_workspace_take_project (self->workspace, make_sample (self->path));
  code = find_authority (wm_workspace_get_project (self->workspace));
  wm_workspace_set_authority (self->workspace, code, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  WmWorkspace *workspace = self->workspace;

  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_add_weak_pointer (G_OBJECT (workspace), (gpointer *) &workspace);
  g_object_unref (self->workspace);
  wm_test_spin_until (workspace == NULL); /* threads that still run let go of it in the end */
  g_object_unref (self->settings);
  g_free (self->path);
  wm_test_remove_folder (self->folder);
}

/* The page of a type, somewhere below @widget. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The row of a form with a title, somewhere below @widget. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_main_path (Fixture *self, gconstpointer data)
{
  WmWindow *window = WM_WINDOW (self->window);
  WmOverviewPage *overview = WM_OVERVIEW_PAGE (find_widget (self->window, WM_TYPE_OVERVIEW_PAGE));
  WmTrendsPage *trends = WM_TRENDS_PAGE (find_widget (self->window, WM_TYPE_TRENDS_PAGE));
  WmImpactPage *impact = WM_IMPACT_PAGE (find_widget (self->window, WM_TYPE_IMPACT_PAGE));

  g_assert_cmpstr (wm_window_get_page (window), ==, "overview");
  wm_test_spin_until (wm_overview_page_get_n_rows (overview) > 0);

  gtk_widget_activate_action (self->window, "win.measure", "s", "CPP_rate");
  g_assert_cmpstr (wm_window_get_page (window), ==, "trends");
  wm_test_spin_until (wm_trends_page_shows_measure (trends, "CPP_rate"));

  gtk_widget_activate_action (self->window, "win.page", "s", "impact");
  g_assert_cmpstr (wm_window_get_page (window), ==, "impact");
  wm_test_spin_until (wm_impact_page_has_result (impact));

  gtk_widget_activate_action (self->window, "win.page", "s", "data");
  g_assert_cmpstr (wm_window_get_page (window), ==, "data");
}

static guint
count_results (Fixture *self)
{
  g_autoptr (GPtrArray) items = wm_project_list_results (wm_workspace_get_project (self->workspace), NULL);

  return items->len;
}

/* A result is kept, shown, let go, and comes back. */
static void
test_result_is_kept (Fixture *self, gconstpointer data)
{
  static const char *const treated[] = { "region:Northmoor", NULL }, *const control[] = { "all", NULL };
  WmProject *project = wm_workspace_get_project (self->workspace);
  WmHistory *history = wm_workspace_get_history (self->workspace);
  WmImpactSpec spec = WM_IMPACT_SPEC_INIT;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (WmImpact) impact = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  gint64 id;

  spec.indicator_code = "ReReferral";
  spec.treated = treated;
  spec.control = control;
  spec.start = "2020-04-01";
  impact = wm_impact_new (project, &spec, &error);
  g_assert_no_error (error);
  g_assert_true (wm_edits_keep_impact (self->workspace, "Steady Hands", &spec, impact));
  items = wm_project_list_results (project, &error);
  g_assert_cmpuint (items->len, ==, 1);
  id = ((WmSavedItem *) g_ptr_array_index (items, 0))->id;
  window = wm_result_window_new (GTK_WINDOW (self->window), project, id, &error);
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Steady Hands");
  gtk_window_destroy (GTK_WINDOW (window));

  wm_edits_remove_result (self->workspace, id);
  g_assert_cmpuint (count_results (self), ==, 0);
  g_assert_true (wm_history_undo (history, &error));
  g_assert_cmpuint (count_results (self), ==, 1);
  g_assert_true (wm_history_undo (history, &error));
  g_assert_cmpuint (count_results (self), ==, 0);
  g_assert_true (wm_history_redo (history, &error));
  g_assert_cmpuint (count_results (self), ==, 1);
}

/* A key of charts works wherever the focus is. */
static void
test_chart_keys (Fixture *self, gconstpointer data)
{
  GtkWidget *trends = find_widget (self->window, WM_TYPE_TRENDS_PAGE);
  GtkWidget *view;
  gboolean shows_table = FALSE;

  gtk_widget_activate_action (self->window, "win.measure", "s", "CPP_rate");
  wm_test_spin_until (wm_trends_page_shows_measure (WM_TRENDS_PAGE (trends), "CPP_rate"));
  view = find_widget (trends, WM_TYPE_CHART_VIEW);
  wm_test_spin_until (gtk_widget_get_mapped (view));
  g_assert_true (gtk_widget_activate_action (self->window, "win.chart", "s", "chart.show-table"));
  g_object_get (view, "shows-table", &shows_table, NULL);
  g_assert_true (shows_table);
}

static guint
count_events (Fixture *self)
{
  g_autoptr (GPtrArray) events = wm_store_list_events (wm_workspace_get_store (self->workspace), NULL);

  return events->len;
}

/* The switch in the row of a title. */
static GtkSwitch *
find_switch (GtkWidget *window, const char *title)
{
  GtkWidget *row = find_row (window, title);

  return GTK_SWITCH (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

/* The form makes an event on one measure, with what else there is to say. */
static void
test_event_window (Fixture *self, gconstpointer data)
{
  GtkWidget *window = wm_event_window_new (GTK_WINDOW (self->window), self->workspace);
  guint before = count_events (self);
  g_autoptr (GPtrArray) events = NULL;
  const WmEvent *event;

  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (find_row (window, "What happened")), "New threshold document");
  gtk_editable_set_text (GTK_EDITABLE (find_row (window, "More about it")), "Fewer referrals expected");
  gtk_switch_set_active (find_switch (window, "Only my _authority"), FALSE);
  gtk_switch_set_active (find_switch (window, "Only one _measure"), TRUE);
  wm_measure_button_set_measure (WM_MEASURE_BUTTON (find_widget (window, WM_TYPE_MEASURE_BUTTON)), NULL);
  gtk_widget_activate_action (window, "event.add", NULL);
  g_assert_cmpuint (count_events (self), ==, before); /* it lacks the measure that it is to be on */
  wm_measure_button_set_measure (WM_MEASURE_BUTTON (find_widget (window, WM_TYPE_MEASURE_BUTTON)),
                                 "CPP_rate");
  g_assert_true (gtk_widget_activate_action (window, "event.add", NULL));

  events = wm_store_list_events (wm_workspace_get_store (self->workspace), NULL);
  event = g_ptr_array_index (events, events->len - 1);
  g_assert_cmpstr (event->title, ==, "New threshold document");
  g_assert_cmpstr (event->note, ==, "Fewer referrals expected");
  g_assert_cmpstr (event->indicator_code, ==, "CPP_rate");
  g_assert_null (event->area_code);
}

/* A note goes to the period that is chosen. */
static void
test_note_window (Fixture *self, gconstpointer data)
{
  WmArea *area = wm_workspace_get_authority (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmMeasure) measure = wm_measure_new (wm_workspace_get_project (self->workspace),
                                                  "CPP_rate", area->code, &error);
  const gsize n_periods = measure->panel->n_periods;

  for (guint choice = 0; choice < 3; choice += 2)
    {
      GtkWidget *window = wm_note_window_new (GTK_WINDOW (self->window), self->workspace, measure);
      GtkTextView *view = GTK_TEXT_VIEW (find_widget (window, GTK_TYPE_TEXT_VIEW));
      g_autoptr (GPtrArray) notes = NULL;
      const WmNote *note;

      gtk_window_present (GTK_WINDOW (window));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), " A new recording system \n", -1);
      adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (window, "_Period")), choice);
      g_assert_true (gtk_widget_activate_action (window, "note.add", NULL));

      notes = wm_store_list_notes (wm_workspace_get_store (self->workspace), "CPP_rate", NULL);
      note = g_ptr_array_index (notes, notes->len - 1);
      g_assert_cmpstr (note->text, ==, "A new recording system");
      g_assert_cmpstr (note->area_code, ==, area->code);
      g_assert_true (wm_period_equal (note->period, choice == 0 ? WM_PERIOD_NONE
                                                                : measure->panel->periods[n_periods - 2]));
    }
}

static void
test_event_is_undone (Fixture *self, gconstpointer data)
{
  guint before = count_events (self);

  wm_edits_add_event (self->workspace, wm_event_new ("2021-05-01", "Inspection"));
  g_assert_cmpuint (count_events (self), ==, before + 1);
  gtk_widget_activate_action (self->window, "win.undo", NULL);
  g_assert_cmpuint (count_events (self), ==, before);
  gtk_widget_activate_action (self->window, "win.redo", NULL);
  g_assert_cmpuint (count_events (self), ==, before + 1);
}

static void
test_group_is_undone (Fixture *self, gconstpointer data)
{
  g_autofree char *own = g_strdup (wm_workspace_get_authority (self->workspace)->code);
  const char *const codes[] = { own, NULL };
  WmStore *store = wm_workspace_get_store (self->workspace);
  g_autoptr (WmAreaGroup) gone = NULL;
  g_autoptr (WmAreaGroup) back = NULL;

  wm_edits_put_group (self->workspace, NULL, wm_area_group_new ("Partners", NULL, codes));
  wm_edits_remove_group (self->workspace, "Partners");
  gone = wm_store_get_group (store, "Partners", NULL);
  g_assert_null (gone);
  gtk_widget_activate_action (self->window, "win.undo", NULL);
  back = wm_store_get_group (store, "Partners", NULL);
  g_assert_nonnull (back);
  g_assert_cmpstr (back->area_codes[0], ==, own);
}

static int
get_own_polarity (Fixture *self, const char *code)
{
  g_autoptr (WmIndicatorRow) row = wm_store_get_indicator (wm_workspace_get_store (self->workspace),
                                                           code, NULL);

  return row != NULL ? row->own_polarity : -2; /* -2: no such measure */
}

static void
test_direction_is_undone (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (get_own_polarity (self, "CPP_rate"), ==, -1);
  wm_edits_set_direction (self->workspace, "CPP_rate", WM_POLARITY_LOWER);
  wm_edits_set_direction (self->workspace, "CPP_rate", WM_POLARITY_NONE);
  g_assert_cmpint (get_own_polarity (self, "CPP_rate"), ==, WM_POLARITY_NONE);
  gtk_widget_activate_action (self->window, "win.undo", NULL);
  g_assert_cmpint (get_own_polarity (self, "CPP_rate"), ==, WM_POLARITY_LOWER);
  gtk_widget_activate_action (self->window, "win.undo", NULL);
  g_assert_cmpint (get_own_polarity (self, "CPP_rate"), ==, -1);
}

static GtkCheckButton *
get_check (GtkWidget *picker, int index)
{
  GtkListBox *list = GTK_LIST_BOX (find_widget (picker, GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, index);

  return GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
}

/* "All authorities", the first of the list, and any other exclude each other. */
static void
test_all_excludes_others (Fixture *self, gconstpointer data)
{
  GtkWidget *picker = g_object_ref_sink (wm_group_picker_new ());
  g_auto (GStrv) others = NULL;
  g_auto (GStrv) all = NULL;

  wm_group_picker_fill (WM_GROUP_PICKER (picker), wm_workspace_get_project (self->workspace), TRUE);
  gtk_check_button_set_active (get_check (picker, 0), TRUE);
  gtk_check_button_set_active (get_check (picker, 2), TRUE);
  gtk_check_button_set_active (get_check (picker, 3), TRUE);
  others = wm_group_picker_get_items (WM_GROUP_PICKER (picker));
  g_assert_cmpuint (g_strv_length (others), ==, 2);
  g_assert_false (g_strv_contains ((const char *const *) others, "all"));

  gtk_check_button_set_active (get_check (picker, 0), TRUE);
  all = wm_group_picker_get_items (WM_GROUP_PICKER (picker));
  g_assert_cmpuint (g_strv_length (all), ==, 1);
  g_assert_cmpstr (all[0], ==, "all");
  g_object_unref (picker);
}

static gboolean
is_import_undone (Fixture *self, gint64 id)
{
  g_autoptr (WmProvenance) import = wm_store_get_import (wm_workspace_get_store (self->workspace), id,
                                                         NULL);

  return import->is_undone;
}

static void
test_import_is_taken_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) imports = wm_store_list_imports (wm_workspace_get_store (self->workspace), NULL);
  const WmProvenance *import = g_ptr_array_index (imports, imports->len - 1);

  wm_edits_undo_import (self->workspace, import->id, import->file_name);
  g_assert_true (is_import_undone (self, import->id));
  gtk_widget_activate_action (self->window, "win.undo", NULL);
  g_assert_false (is_import_undone (self, import->id));
}

/* Another window has the project: this one reads it and says why it cannot write. */
static void
test_second_window_reads_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmWorkspace) second = wm_workspace_new (self->settings);
  g_autofree char *reason = NULL;

  wm_workspace_take_project (second, wm_project_open (self->path, WM_STORE_DEFAULT, &error));
  g_assert_no_error (error);
  g_assert_true (wm_workspace_is_read_only (second));
  g_object_get (second, "read-only-reason", &reason, NULL);
  g_assert_cmpstr (reason, !=, "");
  g_assert_false (wm_workspace_is_read_only (self->workspace));
}

/* Every measure that the authority has gives a picture; the others are counted. */
static void
test_charts_of_a_set (Fixture *self, gconstpointer data)
{
  g_autoptr (WmProgress) progress = wm_progress_new ();
  g_autoptr (GError) error = NULL;
  const char *own = wm_workspace_get_authority (self->workspace)->code;
  WmBatch *batch = g_new0 (WmBatch, 1);
  g_autofree WmBatchResult *result = NULL;
  GDir *folder;
  guint n_files = 0;
  const char *name;

  batch->project = wm_project_ref (wm_workspace_get_project (self->workspace));
  batch->areas = g_strdupv ((char *[]) { (char *) own, NULL });
  batch->with_dots = TRUE;
  batch->format = WM_IMAGE_SVG;
  batch->folder = g_build_filename (self->folder, "charts", NULL);
  g_assert_cmpint (g_mkdir (batch->folder, 0700), ==, 0);
  result = wm_batch_thread (batch, progress, NULL, &error);
  g_assert_no_error (error);
  folder = g_dir_open (batch->folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_assert_true (g_str_has_suffix (name, " - dots.svg"));
      n_files++;
    }
  g_dir_close (folder);
  g_assert_cmpuint (n_files, >, 5);
  g_assert_cmpuint (result->n_saved, ==, n_files);
  wm_batch_free (batch);
}

static gboolean
shows_page (GtkWidget *window, const char *name)
{
  GtkWidget *stack = find_widget (window, GTK_TYPE_STACK);

  for (GtkWidget *next = stack; next != NULL; next = gtk_widget_get_next_sibling (next))
    if (GTK_IS_STACK (next) && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (next)), name) == 0)
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_stack_with (GtkWidget *widget, const char *name)
{
  if (GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), name) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_stack_with (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_refused_file_says_why (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "letter.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GtkWidget *import;
  GtkWidget *stack;

  g_file_set_contents (path, "Dear all,\nplease find the figures attached.\n", -1, &error);
  g_assert_no_error (error);
  import = wm_import_window_new (GTK_WINDOW (self->window), self->workspace, file);
  stack = find_stack_with (import, "problem");
  g_assert_nonnull (stack);
  wm_test_spin_until (shows_page (stack, "problem"));
  gtk_window_destroy (GTK_WINDOW (import));
}

/* A LAIT file from the first look to the report, and back. */
static void
test_import (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "empty.waymark", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (WM_SAMPLE_LAIT_FILE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  const WmProvenance *provenance;
  GtkWidget *import;
  GtkWidget *stack;

  wm_workspace_take_project (self->workspace, wm_project_create (path, &error));
  g_assert_no_error (error);
  import = wm_import_window_new (GTK_WINDOW (self->window), self->workspace, file);
  gtk_window_present (GTK_WINDOW (import));
  stack = find_stack_with (import, "preview");
  wm_test_spin_until (shows_page (stack, "preview"));
  imports = wm_store_list_imports (wm_workspace_get_store (self->workspace), NULL);
  g_assert_cmpuint (imports->len, ==, 0); /* looking writes nothing */
  g_clear_pointer (&imports, g_ptr_array_unref);

  gtk_widget_activate_action (import, "import.start", NULL);
  wm_test_spin_until (shows_page (stack, "report"));
  imports = wm_store_list_imports (wm_workspace_get_store (self->workspace), NULL);
  g_assert_cmpuint (imports->len, ==, 1);
  provenance = g_ptr_array_index (imports, 0);
  g_assert_cmpuint (provenance->rows_read, ==, provenance->rows_kept + provenance->rows_refused);
  g_assert_cmpuint (provenance->n_values, >, 1000);

  gtk_widget_activate_action (import, "import.overview", NULL);
  g_assert_cmpstr (wm_window_get_page (WM_WINDOW (self->window)), ==, "overview");
  gtk_widget_activate_action (self->window, "win.undo", NULL);
  g_assert_true (is_import_undone (self, provenance->id));
}

static void
wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Undoing step by step gives a message with every key press, each while the last is still coming. */
static void
test_messages_in_a_row (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 8; i++)
    {
      wm_workspace_say (self->workspace, "Undone");
      wait (150);
    }
  wait (700); /* until the last animation is over */
}

#define ADD(name, func) g_test_add ("/gui/window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("main-path", test_main_path);
  ADD ("result-is-kept", test_result_is_kept);
  ADD ("chart-keys", test_chart_keys);
  ADD ("event-window", test_event_window);
  ADD ("note-window", test_note_window);
  ADD ("event-is-undone", test_event_is_undone);
  ADD ("group-is-undone", test_group_is_undone);
  ADD ("direction-is-undone", test_direction_is_undone);
  ADD ("all-excludes-others", test_all_excludes_others);
  ADD ("import-is-taken-back", test_import_is_taken_back);
  ADD ("charts-of-a-set", test_charts_of_a_set);
  ADD ("second-window-reads-only", test_second_window_reads_only);
  ADD ("import", test_import);
  ADD ("messages-in-a-row", test_messages_in_a_row);
  ADD ("refused-file-says-why", test_refused_file_says_why);
  return g_test_run ();
}
