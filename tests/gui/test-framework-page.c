/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The framework page as somebody uses it: a framework comes into a project, its items are added,
 * typed in, moved, deleted, copied and looked for, and all of it is undone by name. */

#include "config.h"

#include "wm-framework-page.h"
#include "wm-coverage.h"
#include "wm-findings-window.h"
#include "wm-framework-filter-button.h"
#include "wm-frameworks.h"
#include "wm-item-picker.h"
#include "wm-measure-button.h"
#include "wm-test.h"
#include "wm-window.h"

#include <glib/gstdio.h>
#include <locale.h>

#define OUTCOMES "cscs-outcomes-2019"
#define HERD "herd-kpis"

typedef struct
{
  char *folder;
  char *path;
  WmSettings *settings;
  WmWorkspace *workspace;
  WmFrameworkEditor *editor;
  GtkWidget *window;
  WmFrameworkTree *tree;
  WmItemForm *form;
} Fixture;

/* The widget of a type, somewhere below @widget. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  self->folder = wm_test_make_folder ();
  self->path = g_build_filename (self->folder, "own.waymark", NULL);
  self->settings = wm_settings_new ();
  self->workspace = wm_workspace_new (self->settings);
  self->editor = wm_workspace_get_framework_editor (self->workspace);
  self->window = g_object_new (WM_TYPE_WINDOW, "workspace", self->workspace, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  wm_workspace_take_project (self->workspace, wm_project_create (self->path, &error));
  g_assert_no_error (error);
  wm_window_show_page (WM_WINDOW (self->window), "framework");
  page = find_widget (self->window, WM_TYPE_FRAMEWORK_PAGE);
  self->tree = wm_framework_page_get_tree (WM_FRAMEWORK_PAGE (page));
  self->form = wm_framework_page_get_form (WM_FRAMEWORK_PAGE (page));
}

static gboolean
shows_framework (Fixture *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self->tree)) && wm_framework_tree_get_n_rows (self->tree) > 0;
}

static void
set_up_outcomes (Fixture *self, gconstpointer data)
{
  set_up (self, data);
  g_assert_true (wm_framework_editor_add_built_in (self->editor, OUTCOMES));
  wm_test_spin_until (shows_framework (self));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  WmWorkspace *workspace = self->workspace;

  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_add_weak_pointer (G_OBJECT (workspace), (gpointer *) &workspace);
  g_object_unref (self->workspace);
  wm_test_spin_until (workspace == NULL);
  g_object_unref (self->settings);
  g_free (self->path);
  wm_test_remove_folder (self->folder);
}

static WmFramework *
get_framework (Fixture *self)
{
  return wm_framework_editor_get_framework (self->editor);
}

static guint
count (Fixture *self, WmItemKind kind)
{
  return wm_framework_count (get_framework (self), kind);
}

/* The item of a title or code. */
static WmFrameworkItem *
find (Fixture *self, WmField field, const char *text)
{
  WmFramework *framework = get_framework (self);

  for (guint i = 1; i < wm_framework_get_n_items (framework); i++)
    {
      WmFrameworkItem *item = wm_framework_get_item (framework, i);

      if (g_strcmp0 (wm_framework_item_get_text (item, field), text) == 0)
        return item;
    }
  return NULL;
}

/* Id of the item of a code. */
static const char *
find_id (Fixture *self, const char *code)
{
  WmFrameworkItem *item = find (self, WM_FIELD_CODE, code);

  g_assert_nonnull (item);
  return wm_framework_item_get_id (item);
}

static void
select_codes (Fixture *self, const char *first, const char *second, const char *third)
{
  const char *const ids[] = { find_id (self, first), second != NULL ? find_id (self, second) : NULL,
                              third != NULL ? find_id (self, third) : NULL, NULL };

  g_assert_true (wm_framework_tree_select (self->tree, ids, NULL));
}

static guint
count_selected (Fixture *self)
{
  g_auto (GStrv) ids = wm_framework_tree_dup_selected (self->tree);

  return g_strv_length (ids);
}

static gboolean
is_selected (Fixture *self, const char *code)
{
  g_auto (GStrv) ids = wm_framework_tree_dup_selected (self->tree);

  return g_strv_contains ((const char *const *) ids, find_id (self, code));
}

static void
act (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->tree), action, NULL);
}

static void
undo (Fixture *self)
{
  gtk_widget_activate_action (self->window, "win.undo", NULL);
}

static void
redo (Fixture *self)
{
  gtk_widget_activate_action (self->window, "win.redo", NULL);
}

static const char *
get_undo_label (Fixture *self)
{
  return wm_history_get_undo_label (wm_workspace_get_history (self->workspace));
}

static void
type (Fixture *self, WmField field, const char *text)
{
  WmItemField *row = wm_item_form_get_field (self->form, field);

  wm_item_field_type (row, text);
  wm_item_field_commit (row);
}

/* What is in the project file, read again. */
static void
assert_saved (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) saved = wm_project_load_framework (wm_workspace_get_project (self->workspace),
                                                             wm_framework_editor_get_id (self->editor), &error);

  g_assert_no_error (error);
  g_assert_true (wm_framework_equal (saved, get_framework (self)));
}

static void
test_first_framework (Fixture *self, gconstpointer data)
{
  g_assert_null (get_framework (self));
  g_assert_true (wm_framework_editor_add_built_in (self->editor, OUTCOMES));
  wm_test_spin_until (shows_framework (self));
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 108);
  undo (self);
  g_assert_null (get_framework (self));
  wm_test_spin_until (!gtk_widget_get_mapped (GTK_WIDGET (self->tree)));
  redo (self);
  wm_test_spin_until (shows_framework (self));
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 108);
  assert_saved (self);
}

/* A second of the same id stands beside the first, and either can be taken out and back. */
static void
test_two_frameworks (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GPtrArray) one = NULL;

  g_assert_true (wm_framework_editor_add_built_in (self->editor, OUTCOMES));
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, OUTCOMES "-2");
  both = wm_framework_editor_list (self->editor);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_true (wm_framework_editor_set_active (self->editor, OUTCOMES "-2"));
  g_assert_true (wm_framework_editor_remove (self->editor, OUTCOMES "-2"));
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, OUTCOMES);
  one = wm_framework_editor_list (self->editor);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_true (((WmFrameworkEntry *) g_ptr_array_index (one, 0))->is_active);
  undo (self);
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, OUTCOMES "-2");
}

/* What is being typed for an item is not for one of the same id in another framework. */
static void
test_same_ids (Fixture *self, gconstpointer data)
{
  WmItemField *field = wm_item_form_get_field (self->form, WM_FIELD_DECIMALS);
  g_autofree char *text = NULL;

  g_assert_true (wm_framework_editor_add_built_in (self->editor, OUTCOMES));
  g_assert_true (wm_framework_editor_open (self->editor, OUTCOMES));
  wm_framework_tree_set_filter (self->tree, "T2-1-1");
  select_codes (self, "T2-1-1", NULL, NULL);
  type (self, WM_FIELD_DECIMALS, "many");
  g_assert_true (wm_framework_editor_open (self->editor, OUTCOMES "-2"));
  wm_test_spin_until (shows_framework (self));
  select_codes (self, "T2-1-1", NULL, NULL);
  text = wm_item_field_dup_text (field);
  g_assert_null (text);
}

static void
test_empty_framework (Fixture *self, gconstpointer data)
{
  g_assert_true (wm_framework_editor_add_empty (self->editor, "Ours"));
  wm_test_spin_until (shows_framework (self));
  act (self, "tree.add-domain");
  type (self, WM_FIELD_TITLE, "Children are safe");
  act (self, "tree.add-below");
  type (self, WM_FIELD_TITLE, "Plans work");
  act (self, "tree.add-below");
  type (self, WM_FIELD_TITLE, "Second plans");
  g_assert_cmpuint (count (self, WM_ITEM_DOMAIN), ==, 1);
  g_assert_cmpuint (count (self, WM_ITEM_OUTCOME), ==, 1);
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 1);
  g_assert_nonnull (find (self, WM_FIELD_TITLE, "Second plans"));
  assert_saved (self);
}

static void
test_add_and_undo (Fixture *self, gconstpointer data)
{
  select_codes (self, "T2-1-1", NULL, NULL);
  act (self, "tree.add-beside");
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 109);
  g_assert_cmpuint (count_selected (self), ==, 1);
  g_assert_false (is_selected (self, "T2-1-1"));
  type (self, WM_FIELD_TITLE, "Visits on time");
  g_assert_nonnull (find (self, WM_FIELD_TITLE, "Visits on time"));
  undo (self);
  g_assert_null (find (self, WM_FIELD_TITLE, "Visits on time"));
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 109);
  undo (self);
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 108);
  redo (self);
  redo (self);
  g_assert_nonnull (find (self, WM_FIELD_TITLE, "Visits on time"));
  assert_saved (self);
}

/* All that is typed in one visit of a field is one step; another visit is another. */
static void
test_typing_is_one_step (Fixture *self, gconstpointer data)
{
  WmItemField *row = wm_item_form_get_field (self->form, WM_FIELD_NUMERATOR);
  const char *id = find_id (self, "T2-1-1");

  select_codes (self, "T2-1-1", NULL, NULL);
  g_signal_emit_by_name (row, "entered");
  type (self, WM_FIELD_NUMERATOR, "p");
  type (self, WM_FIELD_NUMERATOR, "per");
  type (self, WM_FIELD_NUMERATOR, "per cent");
  g_assert_cmpstr (get_undo_label (self), ==, "Change of “Numerator”");
  g_signal_emit_by_name (row, "entered");
  type (self, WM_FIELD_NUMERATOR, "rate");
  undo (self);
  g_assert_cmpstr (wm_framework_item_get_text (wm_framework_find (get_framework (self), id), WM_FIELD_NUMERATOR), ==,
                   "per cent");
  undo (self);
  g_assert_null (wm_framework_item_get_text (wm_framework_find (get_framework (self), id), WM_FIELD_NUMERATOR));
  redo (self);
  g_assert_cmpstr (wm_framework_item_get_text (wm_framework_find (get_framework (self), id), WM_FIELD_NUMERATOR), ==,
                   "per cent");
}

static void
test_escape_takes_typing_back (Fixture *self, gconstpointer data)
{
  WmItemField *row = wm_item_form_get_field (self->form, WM_FIELD_TITLE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  select_codes (self, "T2-1-1", NULL, NULL);
  before = wm_item_field_dup_text (row);
  g_signal_emit_by_name (row, "entered");
  type (self, WM_FIELD_TITLE, "Something else");
  g_signal_emit_by_name (row, "dropped");
  after = wm_item_field_dup_text (row);
  g_assert_cmpstr (after, ==, before);
  redo (self); /* what was done again is another step: Escape leaves it */
  wm_item_field_type (row, "Something else again");
  wm_item_field_reset (row);
  g_signal_emit_by_name (row, "dropped");
  g_assert_cmpstr (wm_framework_item_get_text (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_TITLE), ==,
                   "Something else");
  undo (self);
  g_assert_cmpstr (wm_framework_item_get_text (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_TITLE), ==, before);
}

/* Undo takes what is still being typed for a step of its own. */
static void
test_undo_while_typing (Fixture *self, gconstpointer data)
{
  WmItemField *row = wm_item_form_get_field (self->form, WM_FIELD_NUMERATOR);
  g_autofree char *text = NULL;

  select_codes (self, "T2-1-1", NULL, NULL);
  wm_item_field_type (row, "half a wo");
  undo (self);
  text = wm_item_field_dup_text (row);
  g_assert_null (text);
  redo (self);
  g_assert_cmpstr (wm_framework_item_get_text (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_NUMERATOR), ==, "half a wo");
}

/* A field has no way back of its own: it would lead to the text of the item that was shown before. */
static void
test_undo_of_nothing (Fixture *self, gconstpointer data)
{
  static const WmField fields[] = { WM_FIELD_TITLE, WM_FIELD_DEFINITION };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      WmItemField *field = wm_item_form_get_field (self->form, fields[i]);
      GtkWidget *row = wm_item_field_get_row (field);
      GtkWidget *text = find_widget (row, GTK_IS_EDITABLE (row) ? GTK_TYPE_TEXT : GTK_TYPE_TEXT_VIEW);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      select_codes (self, "T2-1-1", NULL, NULL);
      select_codes (self, "T2-1-2", NULL, NULL);
      before = wm_item_field_dup_text (field);
      gtk_widget_activate_action (text, "text.undo", NULL);
      after = wm_item_field_dup_text (field);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_bad_number_waits (Fixture *self, gconstpointer data)
{
  select_codes (self, "T2-1-1", NULL, NULL);
  type (self, WM_FIELD_DECIMALS, "many");
  g_assert_null (wm_framework_item_get_text (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_DECIMALS));
  type (self, WM_FIELD_DECIMALS, "1");
  g_assert_cmpstr (wm_framework_item_get_text (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_DECIMALS), ==, "1");
}

/* A number looks as the user's language writes it, and is kept as all of them read it. */
static void
test_decimal_comma (Fixture *self, gconstpointer data)
{
  GtkWidget *row = wm_item_field_get_row (wm_item_form_get_field (self->form, WM_FIELD_RANGE_LOW));
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no locale with a decimal comma");
      return;
    }
  select_codes (self, "T2-1-1", NULL, NULL);
  type (self, WM_FIELD_RANGE_LOW, "0.5");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "0,5");
  g_assert_cmpstr (wm_framework_item_get_text (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_RANGE_LOW), ==, "0.5");
  setlocale (LC_NUMERIC, before);
}

static void
test_several_at_once (Fixture *self, gconstpointer data)
{
  select_codes (self, "T2-1-1", "T2-1-2", "T2-1-3");
  g_assert_cmpuint (count_selected (self), ==, 3);
  type (self, WM_FIELD_DIRECTION, "higher");
  g_assert_true (wm_framework_item_has (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_DIRECTION, "higher"));
  g_assert_true (wm_framework_item_has (find (self, WM_FIELD_CODE, "T2-1-3"), WM_FIELD_DIRECTION, "higher"));
  type (self, WM_FIELD_NUMERATOR, "%");
  undo (self);
  g_assert_cmpuint (count_selected (self), ==, 3);
  g_assert_false (wm_framework_item_has (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_NUMERATOR, "%"));
  g_assert_false (wm_framework_item_has (find (self, WM_FIELD_CODE, "T2-1-2"), WM_FIELD_NUMERATOR, "%"));
}

static void
test_delete_three (Fixture *self, gconstpointer data)
{
  g_autoptr (WmFramework) before = wm_framework_ref (get_framework (self));

  select_codes (self, "T2-1-1", "T2-1-2", "T2-1-3");
  act (self, "tree.delete");
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 105);
  g_assert_cmpstr (get_undo_label (self), ==, "Delete of 3 indicators");
  g_assert_cmpuint (count_selected (self), ==, 1); /* what took their place */
  undo (self);
  g_assert_true (wm_framework_equal (get_framework (self), before));
  g_assert_cmpuint (count_selected (self), ==, 3);
  g_assert_true (is_selected (self, "T2-1-2"));
  assert_saved (self);
}

static int
get_place (Fixture *self, const char *parent, const char *code)
{
  return wm_framework_item_find_child (find (self, WM_FIELD_CODE, parent), find_id (self, code));
}

/* Up and down within an outcome, over its edge into the next, out of it and back in. */
static void
test_move_by_key (Fixture *self, gconstpointer data)
{
  g_autoptr (WmFramework) before = wm_framework_ref (get_framework (self));

  select_codes (self, "T2-1-2", NULL, NULL);
  act (self, "tree.move-up");
  g_assert_cmpint (get_place (self, "T2-1", "T2-1-2"), ==, 0);
  act (self, "tree.move-down");
  act (self, "tree.move-down");
  g_assert_cmpint (get_place (self, "T2-1", "T2-1-2"), ==, 2);
  act (self, "tree.move-down");
  g_assert_cmpint (get_place (self, "T2-1", "T2-1-2"), ==, -1);
  g_assert_cmpint (get_place (self, "T2-2", "T2-1-2"), ==, 0);
  act (self, "tree.move-out");
  g_assert_cmpint (get_place (self, "1", "T2-1-2"), ==, 2);
  act (self, "tree.move-in");
  g_assert_cmpint (get_place (self, "T2-2", "T2-1-2"), >, 0);
  g_assert_true (is_selected (self, "T2-1-2"));
  for (guint i = 0; i < 6; i++)
    undo (self);
  g_assert_true (wm_framework_equal (get_framework (self), before));
}

static WmFrameworkNode *
find_node (GListModel *list, const char *id)
{
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WmFrameworkNode) node = g_list_model_get_item (list, i);
      WmFrameworkNode *found = g_str_equal (wm_framework_node_get_id (node), id)
                                 ? node
                                 : find_node (wm_framework_node_get_children (node), id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Two indicators are dragged onto another outcome, and between two of its indicators. */
static void
test_drag (Fixture *self, gconstpointer data)
{
  GListModel *roots = wm_framework_tree_get_roots (self->tree);
  g_autofree char *outcome = g_strdup (find_id (self, "T2-3"));

  select_codes (self, "T2-1-1", "T2-1-3", NULL);
  g_assert_true (wm_framework_tree_drag (self->tree));
  g_assert_cmpint (wm_framework_tree_can_drop (self->tree, self->tree, find_node (roots, outcome), 0.5), ==, WM_DROP_INTO);
  g_assert_true (wm_framework_tree_drop (self->tree, self->tree, find_node (roots, outcome), WM_DROP_INTO));
  g_assert_cmpint (get_place (self, "T2-3", "T2-1-1"), ==, 2);
  g_assert_cmpint (get_place (self, "T2-3", "T2-1-3"), ==, 3);
  g_assert_cmpuint (count_selected (self), ==, 2);

  g_assert_true (wm_framework_tree_drag (self->tree));
  g_assert_true (wm_framework_tree_drop (self->tree, self->tree, find_node (roots, find_id (self, "T2-3-1")), WM_DROP_AFTER));
  g_assert_cmpint (get_place (self, "T2-3", "T2-1-1"), ==, 1);
  g_assert_cmpint (get_place (self, "T2-3", "T2-1-3"), ==, 2);
  undo (self);
  undo (self);
  g_assert_cmpint (get_place (self, "T2-1", "T2-1-1"), ==, 0);
  g_assert_cmpuint (count_selected (self), ==, 2);
  g_assert_true (is_selected (self, "T2-1-3"));
}

/* A domain cannot stand in an outcome, and the framework itself cannot be dragged. */
static void
test_drag_nowhere (Fixture *self, gconstpointer data)
{
  GListModel *roots = wm_framework_tree_get_roots (self->tree);

  select_codes (self, "1", NULL, NULL);
  g_assert_true (wm_framework_tree_drag (self->tree));
  g_assert_cmpint (wm_framework_tree_can_drop (self->tree, self->tree, find_node (roots, find_id (self, "T3-1")), 0.5), ==,
                   WM_DROP_NOWHERE);
  g_assert_cmpint (wm_framework_tree_can_drop (self->tree, self->tree, find_node (roots, find_id (self, "2")), 0.9), ==,
                   WM_DROP_AFTER);
  wm_framework_tree_select (self->tree, (const char *const[]) { OUTCOMES, NULL }, NULL);
  g_assert_false (wm_framework_tree_drag (self->tree));
}

/* From the framework of another window it is a copy: nothing leaves there. */
static void
test_drag_between_windows (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "other.waymark", NULL);
  g_autoptr (WmWorkspace) second = wm_workspace_new (self->settings);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = g_object_new (WM_TYPE_WINDOW, "workspace", second, NULL);
  WmFrameworkEditor *editor = wm_workspace_get_framework_editor (second);
  WmFrameworkTree *tree;
  WmFrameworkNode *domain;

  gtk_window_present (GTK_WINDOW (window));
  wm_workspace_take_project (second, wm_project_create (path, &error));
  g_assert_no_error (error);
  wm_window_show_page (WM_WINDOW (window), "framework");
  tree = wm_framework_page_get_tree (WM_FRAMEWORK_PAGE (find_widget (window, WM_TYPE_FRAMEWORK_PAGE)));
  g_assert_true (wm_framework_editor_add_built_in (editor, HERD));
  wm_test_spin_until (gtk_widget_get_mapped (GTK_WIDGET (tree)) && wm_framework_tree_get_n_rows (tree) > 1);
  domain = g_list_model_get_item (wm_framework_tree_get_roots (tree), 1); /* after the framework itself */
  select_codes (self, "T2-1-1", "T2-1-2", NULL);
  g_assert_true (wm_framework_tree_drag (self->tree));
  g_assert_cmpint (wm_framework_tree_can_drop (tree, self->tree, domain, 0.5), ==, WM_DROP_INTO);
  g_assert_true (wm_framework_tree_drop (tree, self->tree, domain, WM_DROP_INTO));
  g_assert_cmpuint (wm_framework_count (wm_framework_editor_get_framework (editor), WM_ITEM_INDICATOR), ==, 9);
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 108);
  g_object_unref (domain);
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_parents (Fixture *self, const char *code)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (get_framework (self), find_id (self, code));

  return parents->len;
}

/* An indicator serves a second outcome, without being copied, and leaves it again. */
static void
test_two_places (Fixture *self, gconstpointer data)
{
  GtkWidget *picker = NULL;
  g_autofree char *outcome = g_strdup (find_id (self, "T2-3"));
  GList *windows;

  select_codes (self, "T2-1-1", NULL, NULL);
  act (self, "tree.link");
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    picker = WM_IS_ITEM_PICKER (l->data) ? l->data : picker;
  g_list_free (windows);
  g_assert_nonnull (picker);
  wm_item_picker_pick (WM_ITEM_PICKER (picker), outcome);
  g_assert_cmpuint (count_parents (self, "T2-1-1"), ==, 2);
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 108);
  act (self, "tree.unlink"); /* the new place is the selected one */
  g_assert_cmpuint (count_parents (self, "T2-1-1"), ==, 1);
  g_assert_cmpint (get_place (self, "T2-1", "T2-1-1"), ==, 0);
  g_assert_cmpstr (get_undo_label (self), ==,
                   "Taking of “Views on the extent to which the council is committed to CSCS” out of "
                   "“Culture that supports reflective learning”");
}

static void
test_duplicate_and_merge (Fixture *self, gconstpointer data)
{
  select_codes (self, "T2-1-1", "T2-1-2", NULL);
  act (self, "tree.merge");
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 107);
  g_assert_cmpstr (get_undo_label (self), ==, "Merge of 2 indicators");
  undo (self);
  select_codes (self, "T2-1-1", NULL, NULL);
  act (self, "tree.duplicate");
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 109);
}

static gboolean
has_clip (Fixture *self)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (self->window));

  return gdk_content_formats_contain_mime_type (formats, "application/x-waymark-framework+xml")
         && gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

/* Items of one framework come into another; elsewhere they are text. */
static void
test_paste_into_another (Fixture *self, gconstpointer data)
{
  select_codes (self, "T2-1-1", "T2-1-2", NULL);
  act (self, "tree.copy");
  g_assert_true (has_clip (self));
  g_assert_true (wm_framework_editor_add_built_in (self->editor, HERD));
  wm_test_spin_until (wm_framework_tree_get_n_rows (self->tree) < 12);
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 7);
  act (self, "tree.paste");
  wm_test_spin_until (count (self, WM_ITEM_INDICATOR) == 9);
  undo (self);
  g_assert_cmpuint (count (self, WM_ITEM_INDICATOR), ==, 7);
  assert_saved (self);
}

/* A step is undone in the framework that it was made in, which is shown for it. */
static void
test_undo_in_another (Fixture *self, gconstpointer data)
{
  select_codes (self, "T2-1-1", NULL, NULL);
  type (self, WM_FIELD_NUMERATOR, "%");
  g_assert_true (wm_framework_editor_add_built_in (self->editor, HERD));
  g_assert_true (wm_framework_editor_open (self->editor, HERD));
  undo (self);
  g_assert_cmpstr (wm_framework_editor_get_id (self->editor), ==, OUTCOMES);
  undo (self);
  g_assert_null (wm_framework_item_get_text (find (self, WM_FIELD_CODE, "T2-1-1"), WM_FIELD_NUMERATOR));
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  guint n_all = wm_framework_tree_get_n_rows (self->tree);

  select_codes (self, "T2-2", NULL, NULL);
  wm_framework_tree_set_filter (self->tree, "T2-1-1");
  g_assert_cmpuint (wm_framework_tree_get_n_rows (self->tree), ==, 3); /* with its outcome and domain */
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "1 of 108 indicators in 1 outcome");
  wm_framework_tree_set_filter (self->tree, "no such words");
  g_assert_cmpuint (wm_framework_tree_get_n_rows (self->tree), ==, 0);
  wm_framework_tree_set_filter (self->tree, "");
  g_assert_cmpuint (wm_framework_tree_get_n_rows (self->tree), ==, n_all);
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "108 indicators in 33 outcomes");
  g_assert_true (is_selected (self, "T2-2"));
}

/* Fewer are shown once only those are that something is missing from, all again once it is cleared. */
static void
test_filter_button (Fixture *self, gconstpointer data)
{
  WmFrameworkFilterButton *button =
    WM_FRAMEWORK_FILTER_BUTTON (find_widget (GTK_WIDGET (self->tree), WM_TYPE_FRAMEWORK_FILTER_BUTTON));
  g_autofree char *before = g_strdup (wm_framework_tree_get_count (self->tree));

  select_codes (self, "T2-1-1", NULL, NULL);
  type (self, WM_FIELD_DEFINITION, "The share who say so in the yearly survey");
  wm_framework_filter_button_set_only_findings (button, TRUE);
  g_assert_true (g_str_has_prefix (wm_framework_tree_get_count (self->tree), "107 of 108 indicators"));
  wm_framework_filter_button_clear (button);
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, before);
}

/* A row says to a screen reader what it is, what it is called and what it lacks. */
static void
test_row_is_named (Fixture *self, gconstpointer data)
{
  GtkWidget *row;

  wm_framework_tree_set_filter (self->tree, "T2-1-1");
  wm_test_spin_until (find_widget (GTK_WIDGET (self->tree), WM_TYPE_FRAMEWORK_ROW) != NULL);
  for (row = gtk_widget_get_parent (find_widget (GTK_WIDGET (self->tree), WM_TYPE_FRAMEWORK_ROW)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *line = gtk_widget_get_first_child (row);
      WmFrameworkNode *node = WM_IS_FRAMEWORK_ROW (line) ? wm_framework_row_get_node (WM_FRAMEWORK_ROW (line)) : NULL;

      if (node != NULL && g_str_equal (wm_framework_node_get_id (node), find_id (self, "T2-1-1")))
        break;
    }
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Indicator. Views on the extent to which the council is committed to CSCS. "
                                       "There is no definition");
}

/* What is edited stays in sight, though it no longer matches. */
static void
test_edit_while_filtered (Fixture *self, gconstpointer data)
{
  wm_framework_tree_set_filter (self->tree, "T2-1-1");
  select_codes (self, "T2-1-1", NULL, NULL);
  type (self, WM_FIELD_CODE, "X9");
  g_assert_true (is_selected (self, "X9"));
  g_assert_cmpuint (wm_framework_tree_get_n_rows (self->tree), ==, 3);
}

static void
test_parts (Fixture *self, gconstpointer data)
{
  WmPartList *references = wm_item_form_get_parts (self->form, WM_PART_REFERENCE);
  guint before = wm_framework_item_get_n_parts (find (self, WM_FIELD_CODE, "T2-1-1"), WM_PART_REFERENCE);

  select_codes (self, "T2-1-1", NULL, NULL);
  wm_part_list_add (references, (const char *const[]) { "DfE", NULL, NULL, NULL }); /* waits for its code */
  g_assert_cmpuint (wm_framework_item_get_n_parts (find (self, WM_FIELD_CODE, "T2-1-1"), WM_PART_REFERENCE), ==, before);
  wm_part_list_add (references, (const char *const[]) { "DfE", "N17", NULL, NULL });
  g_assert_cmpuint (wm_framework_item_get_n_parts (find (self, WM_FIELD_CODE, "T2-1-1"), WM_PART_REFERENCE), ==, before + 1);
  wm_framework_tree_set_filter (self->tree, "N17");
  g_assert_true (is_selected (self, "T2-1-1"));
  undo (self);
  g_assert_cmpuint (wm_framework_item_get_n_parts (find (self, WM_FIELD_CODE, "T2-1-1"), WM_PART_REFERENCE), ==, before);
}

/* Choosing a measure of the project binds the indicator to it, kind and code in one step. */
static void
test_bind_to_measure (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "sample.waymark", NULL);
  g_autoptr (GError) error = NULL;
  WmMeasureButton *button;
  WmFrameworkItem *item;

  wm_workspace_take_project (self->workspace, wm_project_create_sample (path, &error));
  g_assert_no_error (error);
  g_assert_true (wm_framework_editor_add_built_in (self->editor, OUTCOMES));
  wm_test_spin_until (shows_framework (self));
  select_codes (self, "T2-1-1", NULL, NULL);
  button = WM_MEASURE_BUTTON (find_widget (GTK_WIDGET (self->form), WM_TYPE_MEASURE_BUTTON));
  wm_measure_button_set_measure (button, "CPP_rate");
  item = find (self, WM_FIELD_CODE, "T2-1-1");
  g_assert_true (wm_framework_item_has (item, WM_FIELD_BINDING, "imported"));
  g_assert_true (wm_framework_item_has (item, WM_FIELD_BINDING_CODE, "CPP_rate"));
  g_assert_cmpint (wm_coverage_find (wm_framework_editor_get_coverage (self->editor),
                                     wm_framework_item_get_id (item))->state, ==, WM_COVERAGE_DATA);
  undo (self);
  item = find (self, WM_FIELD_CODE, "T2-1-1");
  g_assert_null (wm_framework_item_get_text (item, WM_FIELD_BINDING_CODE));
}

/* The list of what is missing gets shorter as it is filled in. */
static void
test_findings (Fixture *self, gconstpointer data)
{
  WmFindingsWindow *list = WM_FINDINGS_WINDOW (wm_findings_window_new (self->window, self->editor));
  guint before = wm_findings_window_get_n_rows (list);

  g_assert_cmpuint (before, ==, wm_framework_editor_get_findings (self->editor)->len);
  select_codes (self, "T2-1-1", NULL, NULL);
  type (self, WM_FIELD_DEFINITION, "The share who say so in the yearly survey");
  g_assert_cmpuint (wm_findings_window_get_n_rows (list), ==, before - 1);
  undo (self);
  g_assert_cmpuint (wm_findings_window_get_n_rows (list), ==, before);
  gtk_window_destroy (GTK_WINDOW (list));
}

/* Another window has the project: everything is shown, nothing can be changed. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmWorkspace) second = wm_workspace_new (self->settings);
  GtkWidget *window = g_object_new (WM_TYPE_WINDOW, "workspace", second, NULL);
  WmFrameworkPage *page;
  WmFrameworkTree *tree;
  WmFramework *framework;

  gtk_window_present (GTK_WINDOW (window));
  wm_workspace_take_project (second, wm_project_open (self->path, WM_STORE_DEFAULT, &error));
  g_assert_no_error (error);
  wm_window_show_page (WM_WINDOW (window), "framework");
  page = WM_FRAMEWORK_PAGE (find_widget (window, WM_TYPE_FRAMEWORK_PAGE));
  tree = wm_framework_page_get_tree (page);
  wm_test_spin_until (gtk_widget_get_mapped (GTK_WIDGET (tree)) && wm_framework_tree_get_n_rows (tree) > 0);
  framework = wm_framework_editor_get_framework (wm_workspace_get_framework_editor (second));
  wm_framework_tree_select (tree, (const char *const[]) { find_id (self, "T2-1-1"), NULL }, NULL);
  gtk_widget_activate_action (GTK_WIDGET (tree), "tree.delete", NULL);
  gtk_widget_activate_action (GTK_WIDGET (tree), "tree.add-domain", NULL);
  g_assert_true (wm_framework_editor_get_framework (wm_workspace_get_framework_editor (second)) == framework);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (wm_item_field_get_row (
    wm_item_form_get_field (wm_framework_page_get_form (page), WM_FIELD_TITLE)))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A window that is closed keeps what was being typed. */
static void
test_close_while_typing (Fixture *self, gconstpointer data)
{
  g_autofree char *id = g_strdup (find_id (self, "T2-1-1"));
  g_autoptr (WmFramework) saved = NULL;
  g_autoptr (GError) error = NULL;

  select_codes (self, "T2-1-1", NULL, NULL);
  wm_item_field_type (wm_item_form_get_field (self->form, WM_FIELD_NUMERATOR), "days");
  gtk_window_close (GTK_WINDOW (self->window));
  self->window = NULL;
  saved = wm_project_load_framework (wm_workspace_get_project (self->workspace), OUTCOMES, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_item_has (wm_framework_find (saved, id), WM_FIELD_NUMERATOR, "days"));
}

#define ADD(name, set, func) g_test_add ("/gui/framework-page/" name, Fixture, NULL, set, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("first-framework", set_up, test_first_framework);
  ADD ("two-frameworks", set_up_outcomes, test_two_frameworks);
  ADD ("same-ids", set_up_outcomes, test_same_ids);
  ADD ("empty-framework", set_up, test_empty_framework);
  ADD ("add-and-undo", set_up_outcomes, test_add_and_undo);
  ADD ("typing-is-one-step", set_up_outcomes, test_typing_is_one_step);
  ADD ("escape-takes-typing-back", set_up_outcomes, test_escape_takes_typing_back);
  ADD ("undo-while-typing", set_up_outcomes, test_undo_while_typing);
  ADD ("undo-of-nothing", set_up_outcomes, test_undo_of_nothing);
  ADD ("bad-number-waits", set_up_outcomes, test_bad_number_waits);
  ADD ("decimal-comma", set_up_outcomes, test_decimal_comma);
  ADD ("several-at-once", set_up_outcomes, test_several_at_once);
  ADD ("delete-three", set_up_outcomes, test_delete_three);
  ADD ("move-by-key", set_up_outcomes, test_move_by_key);
  ADD ("drag", set_up_outcomes, test_drag);
  ADD ("drag-nowhere", set_up_outcomes, test_drag_nowhere);
  ADD ("drag-between-windows", set_up_outcomes, test_drag_between_windows);
  ADD ("two-places", set_up_outcomes, test_two_places);
  ADD ("duplicate-and-merge", set_up_outcomes, test_duplicate_and_merge);
  ADD ("paste-into-another", set_up_outcomes, test_paste_into_another);
  ADD ("undo-in-another", set_up_outcomes, test_undo_in_another);
  ADD ("filter", set_up_outcomes, test_filter);
  ADD ("filter-button", set_up_outcomes, test_filter_button);
  ADD ("row-is-named", set_up_outcomes, test_row_is_named);
  ADD ("edit-while-filtered", set_up_outcomes, test_edit_while_filtered);
  ADD ("parts", set_up_outcomes, test_parts);
  ADD ("bind-to-measure", set_up, test_bind_to_measure);
  ADD ("findings", set_up_outcomes, test_findings);
  ADD ("read-only", set_up_outcomes, test_read_only);
  ADD ("close-while-typing", set_up_outcomes, test_close_while_typing);
  return g_test_run ();
}
