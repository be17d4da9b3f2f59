/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Frameworks on their way into a project and out of it, and the versions that are kept. */

#include "config.h"

#include "framework-fixture.h"

#include "wm-framework-add-window.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-export-window.h"
#include "wm-framework-import-window.h"
#include "wm-framework-read.h"
#include "wm-framework-versions-window.h"
#include "wm-framework-write.h"
#include "wm-frameworks.h"
#include "wm-sheet-columns.h"
#include "wm-test.h"
#include "wm-version-edits.h"
#include "wm-window.h"

#include <adwaita.h>

/* The row of a framework, somewhere below @widget. */
static GtkWidget *
find_offer (GtkWidget *widget, const char *id)
{
  GtkWidget *found = g_strcmp0 (g_object_get_data (G_OBJECT (widget), "id"), id) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_offer (child, id);
  return found;
}

static void
add_offer (FrameworkFixture *self, const char *id)
{
  GtkWidget *window = wm_framework_add_window_new (GTK_WINDOW (self->window), self->workspace);
  GtkWidget *row = find_offer (window, id);

  g_assert_nonnull (row);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

/* What the project lacks is added, what it has is opened. */
static void
test_add_built_in (FrameworkFixture *self, gconstpointer data)
{
  add_offer (self, BENCHMARK);
  g_assert_true (framework_fixture_has (self, BENCHMARK));
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, BENCHMARK);
  add_offer (self, HERD);
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, HERD);
  framework_fixture_undo (self);
  g_assert_false (framework_fixture_has (self, BENCHMARK));
}

static void
test_add_empty (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *window = wm_framework_add_window_new (GTK_WINDOW (self->window), self->workspace);
  GtkWidget *entry = find_widget (window, ADW_TYPE_ENTRY_ROW);

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (window, "framework.add-empty", NULL); /* no title yet */
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, HERD);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Our outcomes");
  gtk_widget_activate_action (window, "framework.add-empty", NULL);
  g_assert_cmpstr (wm_framework_get_title (wm_framework_editor_get_framework (self->editor)), ==,
                   "Our outcomes");
}

static GtkWidget *
import (FrameworkFixture *self, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GtkWidget *window;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  window = wm_framework_import_window_new (GTK_WINDOW (self->window), self->workspace, file);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

#define PLAIN_TABLE \
  "Domain,Outcome,Indicator,Definition,House remarks\n" \
  "Safe,Children are safe,Re-referrals,Share referred again,asked for by the board\n" \
  ",,Contacts,,\n" \
  ",Families are heard,Views of parents,How parents rate us,\n"

/* The columns are guessed, one is mapped by hand, and nothing is added before "Add". */
static void
test_import_with_mapping (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *window = import (self, "ours.csv", PLAIN_TABLE);
  WmSheetColumns *columns = WM_SHEET_COLUMNS (find_widget (window, WM_TYPE_SHEET_COLUMNS));
  WmFramework *added;

  wm_test_spin_until (shows_step (window, "columns"));
  wm_sheet_columns_choose (columns, 4, wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_NOTES));
  gtk_widget_activate_action (window, "framework.next", NULL);
  wm_test_spin_until (shows_step (window, "check"));
  g_assert_false (framework_fixture_has (self, "ours"));
  gtk_widget_activate_action (window, "framework.add", NULL);
  g_assert_true (framework_fixture_has (self, "ours"));

  added = wm_framework_editor_get_framework (self->editor);
  g_assert_cmpuint (wm_framework_count (added, WM_ITEM_DOMAIN), ==, 1);
  g_assert_cmpuint (wm_framework_count (added, WM_ITEM_OUTCOME), ==, 2);
  g_assert_cmpuint (wm_framework_count (added, WM_ITEM_INDICATOR), ==, 3);
  framework_fixture_undo (self);
  g_assert_false (framework_fixture_has (self, "ours"));
}

static const char *
find_notes (WmFramework *framework)
{
  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      const char *notes = wm_framework_item_get_text (wm_framework_get_item (framework, i),
                                                      WM_FIELD_NOTES);

      if (notes != NULL)
        return notes;
    }
  return NULL;
}

/* Back from the check, another mapping, and the column is in. */
static void
test_import_steps_back (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *window = import (self, "ours.csv", PLAIN_TABLE);
  WmSheetColumns *columns = WM_SHEET_COLUMNS (find_widget (window, WM_TYPE_SHEET_COLUMNS));

  wm_test_spin_until (shows_step (window, "columns"));
  wm_sheet_columns_choose (columns, 4, WM_SHEET_LEFT_OUT);
  gtk_widget_activate_action (window, "framework.next", NULL);
  wm_test_spin_until (shows_step (window, "check"));
  gtk_widget_activate_action (window, "framework.back", NULL);
  g_assert_true (shows_step (window, "columns"));
  wm_sheet_columns_choose (columns, 4, wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_NOTES));
  gtk_widget_activate_action (window, "framework.next", NULL);
  wm_test_spin_until (shows_step (window, "check"));
  gtk_widget_activate_action (window, "framework.add", NULL);
  g_assert_cmpstr (find_notes (wm_framework_editor_get_framework (self->editor)), ==,
                   "asked for by the board");
}

static void
test_refused (FrameworkFixture *self, const char *name, const char *content)
{
  GtkWidget *window = import (self, name, content);
  AdwStatusPage *problem;

  wm_test_spin_until (shows_step (window, "problem"));
  problem = ADW_STATUS_PAGE (gtk_stack_get_visible_child (GTK_STACK (find_stack (window, "problem"))));
  g_assert_cmpstr (adw_status_page_get_description (problem), !=, "");
  gtk_widget_activate_action (window, "framework.add", NULL);
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, HERD);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_bad_files (FrameworkFixture *self, gconstpointer data)
{
  test_refused (self, "other.wmframework", "<framework/>");
  test_refused (self, "text.wmframework", "Dear all,\n");
  test_refused (self, "empty.csv", "");
}

/* A table without any column that could be the indicator. */
static void
test_wrong_columns (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *window = import (self, "wrong.csv", "colour,size\nred,12\n");

  wm_test_spin_until (shows_step (window, "columns") || shows_step (window, "problem"));
  if (shows_step (window, "columns"))
    gtk_widget_activate_action (window, "framework.next", NULL);
  wm_test_spin_until (shows_step (window, "problem"));
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, HERD);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A framework that is dropped on the window is no data: it is offered as what it is. */
static void
test_drop (FrameworkFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "herd.wmframework", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  g_autoptr (GtkWidget) import_window = NULL;
  g_autoptr (GError) error = NULL;

  wm_framework_save (wm_framework_editor_get_framework (self->editor), path, &error);
  g_assert_no_error (error);
  wm_window_import (WM_WINDOW (self->window), file);
  for (guint i = 0; i < g_list_model_get_n_items (windows) && import_window == NULL; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (WM_IS_FRAMEWORK_IMPORT_WINDOW (window))
        import_window = g_object_ref (window);
    }
  g_assert_nonnull (import_window);
  wm_test_spin_until (shows_step (import_window, "check"));
  gtk_widget_activate_action (import_window, "framework.add", NULL);
  g_assert_true (framework_fixture_has (self, HERD "-2")); /* the project has one of that id */
}

static gboolean
starts_with (const char *path, const char *start)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL) && length >= strlen (start)
         && memcmp (content, start, strlen (start)) == 0;
}

/* Every kind of file, each beginning as files of its kind do. */
static void
test_export (FrameworkFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
  } files[] = {
    { "herd.wmframework", "<?xml" },
    { "herd.csv", "" },
    { "herd.xlsx", "PK" },
    { "herd.html", "<!DOCTYPE html" },
    { "herd.pdf", "%PDF-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i].name, NULL);
      GtkWidget *window =
        wm_framework_export_window_new (GTK_WINDOW (self->window), self->workspace,
                                        wm_framework_editor_get_framework (self->editor));

      gtk_window_present (GTK_WINDOW (window));
      wm_framework_export_window_save (WM_FRAMEWORK_EXPORT_WINDOW (window), path);
      wm_test_spin_until (starts_with (path, files[i].start) || self->problem != NULL);
      g_assert_null (self->problem);
    }
}

/* What was exported as itself is the same framework when it comes back. */
static void
test_export_and_back (FrameworkFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "herd.wmframework", NULL);
  WmFramework *own = wm_framework_editor_get_framework (self->editor);
  GtkWidget *window = wm_framework_export_window_new (GTK_WINDOW (self->window), self->workspace, own);
  g_autoptr (WmFramework) back = NULL;

  gtk_window_present (GTK_WINDOW (window));
  wm_framework_export_window_save (WM_FRAMEWORK_EXPORT_WINDOW (window), path);
  wm_test_spin_until (starts_with (path, "<?xml"));
  back = wm_framework_load (path, NULL, NULL);
  g_assert_nonnull (back);
  g_assert_true (wm_framework_equal (own, back));
}

static void
test_export_says_what_failed (FrameworkFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "no-such-folder", "herd.pdf", NULL);
  GtkWidget *window =
    wm_framework_export_window_new (GTK_WINDOW (self->window), self->workspace,
                                    wm_framework_editor_get_framework (self->editor));

  gtk_window_present (GTK_WINDOW (window));
  wm_framework_export_window_save (WM_FRAMEWORK_EXPORT_WINDOW (window), path);
  wm_test_spin_until (self->problem != NULL);
}

static guint
count_versions (FrameworkFixture *self)
{
  g_autoptr (GPtrArray) versions =
    wm_project_list_framework_versions (wm_workspace_get_project (self->workspace), HERD, NULL);

  return versions->len;
}

static void
test_versions (FrameworkFixture *self, gconstpointer data)
{
  GtkWidget *window = wm_framework_versions_window_new (GTK_WINDOW (self->window), self->workspace,
                                                        HERD);
  g_autoptr (GPtrArray) versions = NULL;
  const WmFrameworkVersion *version;

  gtk_window_present (GTK_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (find_widget (window, ADW_TYPE_ENTRY_ROW)), "Before the review");
  gtk_widget_activate_action (window, "version.keep", NULL);
  g_assert_cmpuint (count_versions (self), ==, 1);
  framework_fixture_undo (self);
  g_assert_cmpuint (count_versions (self), ==, 0);
  gtk_widget_activate_action (self->window, "win.redo", NULL);
  versions = wm_project_list_framework_versions (wm_workspace_get_project (self->workspace), HERD, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  version = g_ptr_array_index (versions, 0);
  g_assert_cmpstr (version->note, ==, "Before the review");

  g_assert_true (wm_version_edits_remove (self->workspace, version));
  g_assert_cmpuint (count_versions (self), ==, 0);
  framework_fixture_undo (self); /* the removal */
  g_assert_cmpuint (count_versions (self), ==, 1);
  framework_fixture_undo (self); /* the keeping */
  g_assert_cmpuint (count_versions (self), ==, 0);
  g_assert_null (self->problem);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What was kept stays as it was, whatever is edited. */
static void
test_version_never_changes (FrameworkFixture *self, gconstpointer data)
{
  WmProject *project = wm_workspace_get_project (self->workspace);
  WmFramework *now = wm_framework_editor_get_framework (self->editor);
  g_autofree char *title = g_strdup (wm_framework_item_get_text (wm_framework_find (now, "KPI1"),
                                                                 WM_FIELD_TITLE));
  const char *const ids[] = { "KPI1", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (WmFramework) then = NULL;

  g_assert_true (wm_version_edits_keep (self->workspace, now, NULL));
  g_assert_true (wm_framework_editor_take_edit (
    self->editor, wm_framework_edit_set_text (wm_framework_editor_get_framework (self->editor), ids,
                                              WM_FIELD_TITLE, "Another title", &error)));
  g_assert_no_error (error);
  versions = wm_project_list_framework_versions (project, HERD, &error);
  g_assert_no_error (error);
  then = wm_project_load_framework_version (
    project, ((WmFrameworkVersion *) g_ptr_array_index (versions, 0))->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wm_framework_item_get_text (wm_framework_find (then, "KPI1"), WM_FIELD_TITLE), ==,
                   title);
}

#define ADD(name, func) \
  g_test_add ("/gui/framework-windows/" name, FrameworkFixture, NULL, framework_fixture_set_up, func, \
              framework_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("add-built-in", test_add_built_in);
  ADD ("add-empty", test_add_empty);
  ADD ("import-with-mapping", test_import_with_mapping);
  ADD ("import-steps-back", test_import_steps_back);
  ADD ("bad-files", test_bad_files);
  ADD ("wrong-columns", test_wrong_columns);
  ADD ("drop", test_drop);
  ADD ("export", test_export);
  ADD ("export-and-back", test_export_and_back);
  ADD ("export-says-what-failed", test_export_says_what_failed);
  ADD ("versions", test_versions);
  ADD ("version-never-changes", test_version_never_changes);
  return g_test_run ();
}
