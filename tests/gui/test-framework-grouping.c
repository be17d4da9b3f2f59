/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tree of a framework by another grouping, the filter by tag, and the counts of where data would
 * come from. The groups and counts of the benchmark set of 2013 are those of its print. */

#include "config.h"

#include "framework-fixture.h"

#include "wm-burden-grid.h"
#include "wm-framework-filter-button.h"
#include "wm-framework-page.h"
#include "wm-framework-write.h"
#include "wm-table-window.h"
#include "wm-test.h"

typedef struct
{
  FrameworkFixture base;
  WmFrameworkTree *tree;
  WmItemForm *form;
} Fixture;

static gboolean
shows (Fixture *self, const char *id)
{
  return g_strcmp0 (wm_framework_editor_get_id (self->base.editor), id) == 0
         && gtk_widget_get_mapped (GTK_WIDGET (self->tree)) && wm_framework_tree_get_n_rows (self->tree) > 0;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  framework_fixture_set_up (&self->base, NULL);
  g_assert_true (wm_framework_editor_add_built_in (self->base.editor, BENCHMARK));
  self->tree = WM_FRAMEWORK_TREE (framework_fixture_show (&self->base, "edit", WM_TYPE_FRAMEWORK_TREE));
  self->form = WM_ITEM_FORM (find_widget (self->base.window, WM_TYPE_ITEM_FORM));
  wm_test_spin_until (shows (self, BENCHMARK));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  framework_fixture_tear_down (&self->base, NULL);
}

static WmFramework *
get_framework (Fixture *self)
{
  return wm_framework_editor_get_framework (self->base.editor);
}

static const char *
get_title (Fixture *self, const char *id)
{
  return wm_framework_item_get_text (wm_framework_find (get_framework (self), id), WM_FIELD_TITLE);
}

static gboolean
select_item (Fixture *self, const char *id)
{
  return wm_framework_tree_select (self->tree, (const char *const[]) { id, NULL }, NULL);
}

static gboolean
is_selected (Fixture *self, const char *id)
{
  g_auto (GStrv) ids = wm_framework_tree_dup_selected (self->tree);

  return g_strv_length (ids) == 1 && g_str_equal (ids[0], id);
}

/* Does what an action does, if it is on; tells whether the framework is another then. */
static gboolean
act (Fixture *self, const char *action)
{
  WmFramework *before = get_framework (self);

  gtk_widget_activate_action (GTK_WIDGET (self->tree), action, NULL);
  return get_framework (self) != before;
}

/* The place at the top that has a title. */
static WmFrameworkNode *
find_root (Fixture *self, const char *title)
{
  GListModel *roots = wm_framework_tree_get_roots (self->tree);

  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (WmFrameworkNode) node = g_list_model_get_item (roots, i);

      if (wm_framework_item_has (wm_framework_node_get_item (node), WM_FIELD_TITLE, title))
        return node; /* its list holds it */
    }
  return NULL;
}

/* Two groupings, one after the other: the groups change, the framework does not. */
static void
test_switch (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) before = wm_framework_write (get_framework (self));
  g_autoptr (GBytes) after = NULL;
  g_autofree char *label = g_strdup (wm_history_get_undo_label (wm_workspace_get_history (self->base.workspace)));

  g_assert_null (wm_framework_tree_get_grouping (self->tree));
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "214 indicators in 14 domains");
  g_assert_true (wm_framework_tree_group_by (self->tree, "Region set"));
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "214 indicators in 7 groups");
  g_assert_cmpuint (wm_framework_node_get_n_indicators (find_root (self, "North East")), ==, 86);
  g_assert_true (wm_framework_tree_group_by (self->tree, "Profile"));
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "214 indicators in 2 groups");
  g_assert_cmpuint (wm_framework_node_get_n_indicators (find_root (self, "LA profile")), ==, 56);
  g_assert_false (wm_framework_tree_group_by (self->tree, "Theme"));
  g_assert_true (wm_framework_tree_group_by (self->tree, NULL));
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "214 indicators in 14 domains");
  after = wm_framework_write (get_framework (self));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpstr (wm_history_get_undo_label (wm_workspace_get_history (self->base.workspace)), ==, label);
}

/* What is selected stays so under its group; the form edits it; a tag that changes moves it. */
static void
test_edit (Fixture *self, gconstpointer data)
{
  WmPartList *tags = wm_item_form_get_parts (self->form, WM_PART_TAG);
  WmItemField *title = wm_item_form_get_field (self->form, WM_FIELD_TITLE);

  g_assert_true (select_item (self, "B1"));
  g_assert_true (wm_framework_tree_group_by (self->tree, "Common set"));
  g_assert_true (is_selected (self, "B1"));
  wm_item_field_type (title, "Children in poverty");
  wm_item_field_commit (title);
  g_assert_cmpstr (get_title (self, "B1"), ==, "Children in poverty");
  g_assert_true (is_selected (self, "B1"));
  wm_part_list_add (tags, (const char *const[]) { "Common set", "Poverty", NULL, NULL });
  g_assert_nonnull (find_root (self, "Poverty"));
  g_assert_true (is_selected (self, "B1"));
  g_assert_cmpstr (wm_framework_tree_get_grouping (self->tree), ==, "Common set");
  framework_fixture_undo (&self->base);
  g_assert_null (find_root (self, "Poverty"));
  g_assert_true (is_selected (self, "B1"));
}

/* Nothing is added or moved where the places are those of tags; what is about the item itself goes. */
static void
test_arranging_is_off (Fixture *self, gconstpointer data)
{
  static const char *const off[] = { "tree.add-domain", "tree.add-outcome", "tree.add-indicator",
                                     "tree.add-beside", "tree.add-below", "tree.move-up", "tree.move-down",
                                     "tree.move-out", "tree.move-in", "tree.unlink", "tree.paste" };

  g_assert_true (wm_framework_tree_group_by (self->tree, "Region set"));
  g_assert_true (select_item (self, "B20"));
  for (gsize i = 0; i < G_N_ELEMENTS (off); i++)
    g_assert_false (act (self, off[i]));
  g_assert_false (wm_framework_tree_drag (self->tree));
  g_assert_true (act (self, "tree.delete"));
  g_assert_null (wm_framework_find (get_framework (self), "B20"));
  framework_fixture_undo (&self->base);
  g_assert_true (is_selected (self, "B20"));
  g_assert_true (wm_framework_tree_group_by (self->tree, NULL));
  g_assert_true (is_selected (self, "B20"));
  g_assert_true (wm_framework_tree_drag (self->tree));
}

/* A group is no item: nothing can be done with it, and nothing is. */
static void
test_group_row (Fixture *self, gconstpointer data)
{
  const char *group;
  g_auto (GStrv) ids = NULL;

  g_assert_true (wm_framework_tree_group_by (self->tree, "Region set"));
  group = wm_framework_node_get_id (find_root (self, "London"));
  g_assert_true (select_item (self, group));
  ids = wm_framework_tree_dup_selected (self->tree);
  g_assert_cmpuint (g_strv_length (ids), ==, 0);
  g_assert_false (act (self, "tree.delete"));
}

static void
test_search (Fixture *self, gconstpointer data)
{
  g_assert_true (wm_framework_tree_group_by (self->tree, "Region set"));
  wm_framework_tree_set_filter (self->tree, "obese");
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "2 of 214 indicators in 2 groups");
  wm_framework_tree_set_filter (self->tree, "west midlands"); /* a group that matches shows all of it */
  g_assert_cmpuint (wm_framework_node_get_n_indicators (find_root (self, "West Midlands")), ==, 49);
}

/* Each framework keeps its choice. */
static void
test_remembered (Fixture *self, gconstpointer data)
{
  g_assert_true (wm_framework_tree_group_by (self->tree, "Profile"));
  g_assert_true (wm_framework_editor_open (self->base.editor, HERD));
  wm_test_spin_until (shows (self, HERD));
  g_assert_null (wm_framework_tree_get_grouping (self->tree));
  g_assert_true (wm_framework_editor_open (self->base.editor, BENCHMARK));
  wm_test_spin_until (shows (self, BENCHMARK));
  g_assert_cmpstr (wm_framework_tree_get_grouping (self->tree), ==, "Profile");
}

/* A grouping that is gone shows domains; when undoing brings it back, it is chosen as before. */
static void
test_grouping_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (WmFrameworkItem) item = NULL;
  WmFrameworkEdit *edit;

  g_assert_true (wm_framework_editor_open (self->base.editor, HERD));
  wm_test_spin_until (shows (self, HERD));
  g_assert_false (wm_framework_tree_group_by (self->tree, "Stage"));
  item = wm_framework_item_copy (wm_framework_get_item (get_framework (self), wm_framework_get_n_items (get_framework (self)) - 1));
  wm_framework_item_add_part (item, WM_PART_TAG, (const char *const[]) { "Stage", "Front door", NULL, NULL });
  edit = wm_framework_edit_replace (get_framework (self), item, NULL);
  g_assert_true (wm_framework_editor_take_edit (self->base.editor, edit));
  g_assert_true (wm_framework_tree_group_by (self->tree, "Stage"));
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "7 indicators in 2 groups");
  framework_fixture_undo (&self->base);
  g_assert_null (wm_framework_tree_get_grouping (self->tree));
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "7 indicators in 1 domain");
  gtk_widget_activate_action (self->base.window, "win.redo", NULL);
  g_assert_cmpstr (wm_framework_tree_get_grouping (self->tree), ==, "Stage");
}

/* A domain stands in no group: to see it is to leave the grouping. */
static void
test_domain_wanted (Fixture *self, gconstpointer data)
{
  g_assert_true (wm_framework_tree_group_by (self->tree, "Region set"));
  wm_framework_editor_show_item (self->base.editor, "S5");
  g_assert_true (is_selected (self, "S5"));
  g_assert_null (wm_framework_tree_get_grouping (self->tree));
}

static void
test_filter_by_tag (Fixture *self, gconstpointer data)
{
  WmFrameworkFilterButton *button =
    WM_FRAMEWORK_FILTER_BUTTON (find_widget (GTK_WIDGET (self->tree), WM_TYPE_FRAMEWORK_FILTER_BUTTON));

  g_assert_true (wm_framework_filter_button_set_tag (button, "Region set", "London"));
  g_assert_true (g_str_has_prefix (wm_framework_tree_get_count (self->tree), "13 of 214 indicators in "));
  g_assert_true (wm_framework_filter_button_set_tag (button, "Common set", NULL));
  g_assert_true (g_str_has_prefix (wm_framework_tree_get_count (self->tree), "53 of 214 indicators in "));
  g_assert_false (wm_framework_filter_button_set_tag (button, "Region set", "Wales"));
  g_assert_true (wm_framework_editor_open (self->base.editor, HERD));
  wm_test_spin_until (shows (self, HERD));
  g_assert_cmpstr (wm_framework_tree_get_count (self->tree), ==, "7 indicators in 1 domain");
}

static gboolean
shows_matrix (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (WM_IS_TABLE_WINDOW (window))
        {
          gtk_window_destroy (window);
          return TRUE;
        }
    }
  return FALSE;
}

static void
test_matrix (Fixture *self, gconstpointer data)
{
  act (self, "tree.show-matrix");
  g_assert_false (shows_matrix ());
  g_assert_true (wm_framework_tree_group_by (self->tree, "Region set"));
  act (self, "tree.show-matrix");
  wm_test_spin_until (shows_matrix ());
}

static void
assert_burden (Fixture *self, const char *id, const char *last_line)
{
  WmBurdenGrid *grid = WM_BURDEN_GRID (find_widget (GTK_WIDGET (self->form), WM_TYPE_BURDEN_GRID));
  g_autofree char *text = NULL;

  g_assert_true (select_item (self, id));
  text = wm_burden_grid_dup_text (grid);
  g_assert_true (g_str_has_suffix (text, last_line));
  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (grid)), ==, *last_line != '\0');
}

/* The counts of the three classes follow an edit and its undo. */
static void
test_burden (Fixture *self, gconstpointer data)
{
  WmFrameworkEdit *edit;

  assert_burden (self, "S1", "\nThis domain\t7\t5\t0\t0\t2\n");
  assert_burden (self, BENCHMARK, "\nWhole framework\t214\t55\t47\t0\t112\n");
  edit = wm_framework_edit_set_text (get_framework (self), (const char *const[]) { "B1", NULL },
                                     WM_FIELD_AVAILABILITY, "new", NULL);
  g_assert_true (wm_framework_editor_take_edit (self->base.editor, edit));
  assert_burden (self, BENCHMARK, "\nWhole framework\t214\t54\t47\t1\t112\n");
  assert_burden (self, "S1", "\nThis domain\t7\t4\t0\t1\t2\n");
  framework_fixture_undo (&self->base);
  assert_burden (self, "S1", "\nThis domain\t7\t5\t0\t0\t2\n");
  assert_burden (self, "B1", "");
}

/* Outcomes and domains are merged like indicators; different kinds are not. */
static void
test_merge (Fixture *self, gconstpointer data)
{
  guint n = wm_framework_count (get_framework (self), WM_ITEM_DOMAIN);
  WmHistory *history = wm_workspace_get_history (self->base.workspace);

  g_assert_true (wm_framework_tree_select (self->tree, (const char *const[]) { "S9", "B1", NULL }, NULL));
  g_assert_false (act (self, "tree.merge"));
  g_assert_true (wm_framework_tree_select (self->tree, (const char *const[]) { "S9", "S10", NULL }, NULL));
  g_assert_true (act (self, "tree.merge"));
  g_assert_cmpuint (wm_framework_count (get_framework (self), WM_ITEM_DOMAIN), ==, n - 1);
  g_assert_cmpuint (wm_framework_count (get_framework (self), WM_ITEM_INDICATOR), ==, 214);
  g_assert_cmpstr (wm_history_get_undo_label (history), ==, "Merge of 2 domains");
  g_assert_true (is_selected (self, "S9"));
  framework_fixture_undo (&self->base);
  g_assert_cmpuint (wm_framework_count (get_framework (self), WM_ITEM_DOMAIN), ==, n);
}

static void
test_merge_outcomes (Fixture *self, gconstpointer data)
{
  WmHistory *history = wm_workspace_get_history (self->base.workspace);
  g_autoptr (GPtrArray) outcomes = g_ptr_array_new ();

  g_assert_true (wm_framework_editor_add_built_in (self->base.editor, "cscs-outcomes-2019"));
  wm_test_spin_until (shows (self, "cscs-outcomes-2019"));
  for (guint i = 0; i < wm_framework_get_n_items (get_framework (self)) && outcomes->len < 2; i++)
    if (wm_framework_item_get_kind (wm_framework_get_item (get_framework (self), i)) == WM_ITEM_OUTCOME)
      g_ptr_array_add (outcomes, (char *) wm_framework_item_get_id (wm_framework_get_item (get_framework (self), i)));
  g_ptr_array_add (outcomes, NULL);
  g_assert_true (wm_framework_tree_select (self->tree, (const char *const *) outcomes->pdata, NULL));
  g_assert_true (act (self, "tree.merge"));
  g_assert_cmpuint (wm_framework_count (get_framework (self), WM_ITEM_OUTCOME), ==, 32);
  g_assert_cmpuint (wm_framework_count (get_framework (self), WM_ITEM_INDICATOR), ==, 108);
  g_assert_cmpstr (wm_history_get_undo_label (history), ==, "Merge of 2 outcomes");
  framework_fixture_undo (&self->base);
  g_assert_cmpuint (wm_framework_count (get_framework (self), WM_ITEM_OUTCOME), ==, 33);
}

#define ADD(name, func) g_test_add ("/framework-grouping/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("switch", test_switch);
  ADD ("edit", test_edit);
  ADD ("arranging-is-off", test_arranging_is_off);
  ADD ("group-row", test_group_row);
  ADD ("search", test_search);
  ADD ("remembered", test_remembered);
  ADD ("grouping-comes-back", test_grouping_comes_back);
  ADD ("domain-wanted", test_domain_wanted);
  ADD ("filter-by-tag", test_filter_by_tag);
  ADD ("matrix", test_matrix);
  ADD ("burden", test_burden);
  ADD ("merge", test_merge);
  ADD ("merge-outcomes", test_merge_outcomes);
  return g_test_run ();
}
