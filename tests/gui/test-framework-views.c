/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework against data, beside others and as a picture; and a measure chosen from it. */

#include "config.h"

#include "framework-fixture.h"

#include "wm-chart-view.h"
#include "wm-chooser-row.h"
#include "wm-compare-view.h"
#include "wm-count-choice.h"
#include "wm-coverage-gaps.h"
#include "wm-coverage-view.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-chooser.h"
#include "wm-framework-compare.h"
#include "wm-framework-lait.h"
#include "wm-import.h"
#include "wm-measure-button.h"
#include "wm-pair-window.h"
#include "wm-picture-view.h"
#include "wm-test.h"
#include "wm-window.h"

#include <adwaita.h>

#define OUTCOMES "cscs-outcomes-2019"
#define OUTCOMES_INDICATOR "T2-1-1" /* no herd KPI matches it */

/* The sample has the measures of the first six herd KPIs, not that of the seventh. */
#define N_KPIS 7
#define N_WITH_DATA 6

static GtkWidget *
show_coverage (FrameworkFixture *self)
{
  GtkWidget *view = framework_fixture_show (self, "coverage", WM_TYPE_COVERAGE_VIEW);

  wm_test_spin_until (wm_coverage_view_get_n_rows (WM_COVERAGE_VIEW (view)) == N_KPIS);
  return view;
}

static void
search (GtkWidget *widget, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_widget (widget, GTK_TYPE_SEARCH_ENTRY)), text);
}

static void
test_coverage_counts (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *view = show_coverage (self);
  WmCoverage *coverage = wm_framework_editor_get_coverage (self->editor);
  GtkWidget *choice = find_widget (view, WM_TYPE_COUNT_CHOICE);

  g_assert_cmpuint (wm_coverage_count (coverage, WM_COVERAGE_DATA), ==, N_WITH_DATA);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_widget (choice, GTK_TYPE_TOGGLE_BUTTON)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "All indicators: 7");
  g_assert_cmpuint (wm_count_choice_get_chosen (WM_COUNT_CHOICE (choice)), ==, 0);
  wm_count_choice_choose (WM_COUNT_CHOICE (choice), 1 + WM_COVERAGE_DATA);
  g_assert_cmpuint (wm_coverage_view_get_n_rows (WM_COVERAGE_VIEW (view)), ==, N_WITH_DATA);
}

static void
test_coverage_search (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *view = show_coverage (self);

  search (view, "re-referrals");
  wm_test_spin_until (wm_coverage_view_get_n_rows (WM_COVERAGE_VIEW (view)) == 1);
  search (view, "no such words");
  wm_test_spin_until (wm_coverage_view_get_n_rows (WM_COVERAGE_VIEW (view)) == 0);
  search (view, "");
  wm_test_spin_until (wm_coverage_view_get_n_rows (WM_COVERAGE_VIEW (view)) == N_KPIS);
}

static GtkWidget *
find_expander (GtkWidget *widget)
{
  return find_widget (widget, ADW_TYPE_EXPANDER_ROW);
}

static void
test_gaps_by_source (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *view = show_coverage (self);
  GtkWidget *gaps = find_widget (view, WM_TYPE_COVERAGE_GAPS);
  GtkWidget *expander;

  g_assert_null (find_expander (gaps));
  gtk_stack_set_visible_child_name (GTK_STACK (find_stack (view, "gaps")), "gaps");
  expander = find_expander (gaps);
  g_assert_nonnull (expander);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (expander)), ==,
                   "Local Authority Interactive Tool");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (expander)), ==, "1 indicator");
}

/* A gap leads to the form of its indicator, where a source or a measure can be named. */
static void
test_gap_leads_to_form (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *view = show_coverage (self);
  GtkWidget *views = find_stack (self->window, "coverage");

  g_signal_emit_by_name (find_widget (view, WM_TYPE_COVERAGE_GAPS), "wanted", "KPI7");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (views)), ==, "edit");
}

/* One click on a measure, and its chart is there. */
static void
test_measure_leads_to_trend (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *view = show_coverage (self);

  gtk_widget_activate_action (view, "coverage.show-measure", "s", "ReReferral");
  g_assert_cmpstr (wm_window_get_page (WM_WINDOW (self->window)), ==, "trends");
  g_assert_cmpstr (wm_workspace_get_measure (self->workspace), ==, "ReReferral");
}

/* A breakdown has no chart of its own: that of the whole measure is shown. */
static void
test_breakdown_leads_to_whole (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *view = show_coverage (self);

  gtk_widget_activate_action (view, "coverage.show-measure", "s", "ReReferral[sex=girls]");
  g_assert_cmpstr (wm_workspace_get_measure (self->workspace), ==, "ReReferral");
}

/* All measures of the real table are there at once: no row waits for another. */
static void
test_real_coverage (FrameworkFixture *self, gconstpointer data)
{
  g_autofree char *table = wm_test_find_real_data ("lait/bds_long.csv.gz");
  g_autoptr (WmProgress) progress = wm_progress_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WmImportResult) result = NULL;
  WmImportOptions options = { 0 };
  GtkWidget *view;
  gint64 start;

  if (table == NULL)
    {
      g_test_skip ("The real table is not here");
      return;
    }
  options.areas = wm_project_get_areas (wm_workspace_get_project (self->workspace));
  result = wm_import_file (wm_workspace_get_store (self->workspace), table, &options, progress, &error);
  g_assert_no_error (error);
  g_assert_true (wm_workspace_reload (self->workspace, &error));
  g_assert_true (wm_framework_editor_open (self->editor, WM_FRAMEWORK_LAIT_ID));
  start = g_get_monotonic_time ();
  view = framework_fixture_show (self, "coverage", WM_TYPE_COVERAGE_VIEW);
  wm_test_spin_until (wm_coverage_view_get_n_rows (WM_COVERAGE_VIEW (view)) >= 434);
  g_test_message ("%u indicators were shown after %.3f s", wm_coverage_view_get_n_rows (WM_COVERAGE_VIEW (view)),
                  (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
}

static WmCompareView *
show_comparison (FrameworkFixture *self, const char *key)
{
  GtkWidget *view = framework_fixture_show (self, "compare", WM_TYPE_COMPARE_VIEW);

  wm_test_spin_until (shows_step (view, "nothing"));
  g_assert_cmpuint (wm_compare_view_get_n_rows (WM_COMPARE_VIEW (view)), ==, 0);
  wm_compare_view_add (WM_COMPARE_VIEW (view), key);
  wm_test_spin_until (shows_step (view, "comparison"));
  return WM_COMPARE_VIEW (view);
}

static guint
count_rows (WmCompareView *view, WmCompareWanted wanted)
{
  wm_compare_view_filter (view, wanted);
  return wm_compare_view_get_n_rows (view);
}

/* Every row is shared, only here or not here; each KPI is in one of the first two. */
static void
test_compare_filter (FrameworkFixture *self, gconstpointer data)
{
  WmCompareView *view = show_comparison (self, "built-in:" BENCHMARK);
  guint n_all = count_rows (view, WM_COMPARE_ALL);
  guint n_shared = count_rows (view, WM_COMPARE_SHARED);
  guint n_here = count_rows (view, WM_COMPARE_ONLY_HERE);
  guint n_elsewhere = count_rows (view, WM_COMPARE_ELSEWHERE);

  g_assert_cmpuint (n_all, ==, n_shared + n_here + n_elsewhere);
  g_assert_cmpuint (n_shared + n_here, ==, N_KPIS);
  g_assert_cmpuint (n_shared, >, 0);
  g_assert_cmpuint (n_elsewhere, >, 150);
  g_assert_cmpuint (count_rows (view, WM_COMPARE_DIFFERS), <=, n_shared);
}

/* The first indicator of the framework that nothing matches is paired by hand, and the pair undone. */
static void
test_pairing_is_undone (FrameworkFixture *self, gconstpointer data)
{
  WmCompareView *view = show_comparison (self, "built-in:" OUTCOMES);
  WmCompareList *list = WM_COMPARE_LIST (find_widget (GTK_WIDGET (view), WM_TYPE_COMPARE_LIST));
  guint n_here = count_rows (view, WM_COMPARE_ONLY_HERE);
  g_autoptr (GPtrArray) others =
    g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_unref);
  GtkWidget *window;

  g_assert_cmpuint (n_here, >, 0);
  wm_compare_list_select (list, "KPI7", GTK_INVALID_LIST_POSITION);
  g_assert_nonnull (wm_compare_list_get_selected (list));
  g_ptr_array_add (others, wm_framework_load_built_in (OUTCOMES, NULL));
  window = wm_pair_window_new (GTK_WINDOW (self->window), self->workspace,
                               wm_framework_find (wm_framework_editor_get_framework (self->editor),
                                                  "KPI7"),
                               others);
  gtk_window_present (GTK_WINDOW (window));
  search (window, OUTCOMES_INDICATOR);
  g_signal_emit_by_name (find_widget (window, GTK_TYPE_LIST_VIEW), "activate", 0);

  wm_test_spin_until (wm_compare_view_get_n_rows (view) == n_here - 1);
  framework_fixture_undo (self);
  wm_test_spin_until (wm_compare_view_get_n_rows (view) == n_here);
  g_assert_null (self->problem);
}

static void
test_unpair (FrameworkFixture *self, gconstpointer data)
{
  WmFramework *own = wm_framework_editor_get_framework (self->editor);
  g_autoptr (WmFramework) other = wm_framework_load_built_in (OUTCOMES, NULL);
  g_autoptr (GError) error = NULL;
  WmCompareView *view;
  WmCompareList *list;
  guint n_here;

  g_assert_true (wm_framework_editor_take_edit (self->editor,
                                                wm_framework_edit_pair (own, "KPI7", other, OUTCOMES_INDICATOR,
                                                                        &error)));
  g_assert_no_error (error);
  view = show_comparison (self, "built-in:" OUTCOMES);
  list = WM_COMPARE_LIST (find_widget (GTK_WIDGET (view), WM_TYPE_COMPARE_LIST));
  n_here = count_rows (view, WM_COMPARE_ONLY_HERE);
  wm_compare_view_filter (view, WM_COMPARE_ALL);
  wm_compare_list_select (list, "KPI7", GTK_INVALID_LIST_POSITION);
  gtk_widget_activate_action (GTK_WIDGET (view), "compare.unpair", NULL);
  wm_compare_view_filter (view, WM_COMPARE_ONLY_HERE);
  wm_test_spin_until (wm_compare_view_get_n_rows (view) == n_here + 1);
}

static void
test_picture (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *view = framework_fixture_show (self, "picture", WM_TYPE_PICTURE_VIEW);
  GtkWidget *picture = find_widget (view, WM_TYPE_CHART_VIEW);
  GtkWidget *by_coverage = find_widget (view, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *by_travel = gtk_widget_get_next_sibling (by_coverage);
  GtkWidget *canvas = wm_chart_view_get_canvas (WM_CHART_VIEW (picture));

  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "6 of 7 indicators have data");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (by_travel), TRUE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (by_coverage)));
}

static WmMeasureButton *
open_chooser (FrameworkFixture *self)
{
  GtkWidget *button;

  wm_window_show_page (WM_WINDOW (self->window), "trends");
  button = find_widget (self->window, WM_TYPE_MEASURE_BUTTON);
  wm_test_spin_until (gtk_widget_get_mapped (button));
  wm_test_spin_until (wm_measure_button_get_measure (WM_MEASURE_BUTTON (button)) != NULL);
  wm_measure_button_open (WM_MEASURE_BUTTON (button));
  gtk_stack_set_visible_child_name (GTK_STACK (find_stack (button, "topics")), "framework");
  return WM_MEASURE_BUTTON (button);
}

static void
test_choose_from_framework (FrameworkFixture *self, gconstpointer data)
{
  WmMeasureButton *button = open_chooser (self);
  GtkWidget *chooser = find_widget (GTK_WIDGET (button), WM_TYPE_FRAMEWORK_CHOOSER);

  /* the domain and its indicators */
  wm_test_spin_until (wm_framework_chooser_get_n_rows (WM_FRAMEWORK_CHOOSER (chooser)) == N_KPIS + 1);
  search (chooser, "re-referrals");
  wm_test_spin_until (wm_framework_chooser_get_n_rows (WM_FRAMEWORK_CHOOSER (chooser)) == 2);
  g_signal_emit_by_name (find_widget (chooser, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_cmpstr (wm_measure_button_get_measure (button), !=, "ReReferral"); /* a heading */
  g_signal_emit_by_name (find_widget (chooser, GTK_TYPE_LIST_VIEW), "activate", 1);
  g_assert_cmpstr (wm_measure_button_get_measure (button), ==, "ReReferral");
  g_assert_cmpstr (wm_workspace_get_measure (self->workspace), ==, "ReReferral");
}

static WmChooserRow *
find_row (GPtrArray *rows, const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      WmChooserRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (wm_framework_item_get_id (wm_chooser_row_get_item (row)), id))
        return row;
    }
  return NULL;
}

/* What has no data says why, and cannot be chosen. */
static void
test_chooser_gives_reasons (FrameworkFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) measures = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows =
    wm_chooser_row_list (wm_framework_editor_get_framework (self->editor),
                         wm_framework_editor_get_coverage (self->editor), measures);
  WmChooserRow *with = find_row (rows, "KPI2");
  WmChooserRow *without = find_row (rows, "KPI7");
  g_autofree char *words = wm_chooser_row_describe (with);

  g_assert_cmpstr (wm_chooser_row_get_code (with), ==, "ReReferral");
  g_assert_true (g_str_has_prefix (wm_chooser_row_get_detail (with), "ReReferral · "));
  g_assert_nonnull (strstr (words, "Lower is better"));
  g_assert_null (wm_chooser_row_get_code (without));
  g_assert_cmpstr (wm_chooser_row_get_detail (without), ==,
                   wm_coverage_state_get_words (WM_COVERAGE_IMPORT));
}

#define ADD(name, func) \
  g_test_add ("/gui/framework-views/" name, FrameworkFixture, NULL, framework_fixture_set_up, func, \
              framework_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("coverage-counts", test_coverage_counts);
  ADD ("coverage-search", test_coverage_search);
  ADD ("gaps-by-source", test_gaps_by_source);
  ADD ("gap-leads-to-form", test_gap_leads_to_form);
  ADD ("real-coverage", test_real_coverage);
  ADD ("measure-leads-to-trend", test_measure_leads_to_trend);
  ADD ("breakdown-leads-to-whole", test_breakdown_leads_to_whole);
  ADD ("compare-filter", test_compare_filter);
  ADD ("pairing-is-undone", test_pairing_is_undone);
  ADD ("unpair", test_unpair);
  ADD ("picture", test_picture);
  ADD ("choose-from-framework", test_choose_from_framework);
  ADD ("chooser-gives-reasons", test_chooser_gives_reasons);
  return g_test_run ();
}
