/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What changed between two versions of a framework. */

#include "config.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-changes.h"
#include "wm-framework-edit.h"

/* What changed since: a text, a place, one item more, one fewer; and nothing when nothing did. */
static void
test_changes (void)
{
  g_autoptr (WmFramework) then = wm_framework_load_built_in ("cscs-outcomes-2019", NULL);
  const char *const renamed[] = { "T2-1-1", NULL };
  const char *const removed[] = { "T2-1-2", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFrameworkEdit) title =
    wm_framework_edit_set_text (then, renamed, WM_FIELD_TITLE, "Views of staff", &error);
  g_autoptr (WmFramework) one = wm_framework_edit_apply (title, then);
  g_autoptr (WmFrameworkEdit) gone = wm_framework_edit_delete (one, removed, &error);
  g_autoptr (WmFramework) now = wm_framework_edit_apply (gone, one);
  g_autoptr (WmTable) none = wm_framework_list_changes (then, then);
  g_autoptr (WmTable) changes = wm_framework_list_changes (then, now);
  g_autoptr (WmTable) back = wm_framework_list_changes (now, then);

  g_assert_no_error (error);
  g_assert_cmpuint (wm_table_get_n_rows (none), ==, 0);
  g_assert_cmpuint (wm_table_get_n_rows (changes), ==, 2);
  g_assert_cmpstr (wm_table_get_text (changes, 0, 2), ==, "Title");
  g_assert_cmpstr (wm_table_get_text (changes, 0, 4), ==, "Views of staff");
  g_assert_cmpstr (wm_table_get_text (changes, 1, 2), ==, "Removed");
  g_assert_cmpuint (wm_table_get_n_rows (back), ==, 2);
  g_assert_cmpstr (wm_table_get_text (back, 1, 2), ==, "Added");
}

/* An item that stands elsewhere, and another source. */
static void
test_places_and_parts (void)
{
  g_autoptr (WmFramework) then = wm_framework_load_built_in ("cscs-outcomes-2019", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFrameworkEdit) move = wm_framework_edit_move (then, "T2-1-1", "T2-1", "T2-2", 0, &error);
  g_autoptr (WmFramework) moved = wm_framework_edit_apply (move, then);
  g_autoptr (WmFrameworkItem) item = wm_framework_item_copy (wm_framework_find (moved, "T2-1-1"));
  const char *const source[] = { "return", "Own list", NULL, NULL };
  g_autoptr (WmFrameworkEdit) replace = NULL;
  g_autoptr (WmFramework) now = NULL;
  g_autoptr (WmTable) changes = NULL;

  wm_framework_item_add_part (item, WM_PART_SOURCE, source);
  replace = wm_framework_edit_replace (moved, item, &error);
  now = wm_framework_edit_apply (replace, moved);
  changes = wm_framework_list_changes (then, now);
  g_assert_no_error (error);
  g_assert_cmpuint (wm_table_get_n_rows (changes), ==, 2);
  g_assert_cmpstr (wm_table_get_text (changes, 0, 2), ==, "Data sources");
  g_assert_nonnull (strstr (wm_table_get_text (changes, 0, 4), "Own list"));
  g_assert_cmpstr (wm_table_get_text (changes, 1, 2), ==, "Stands below");
  g_assert_cmpstr (wm_table_get_text (changes, 1, 3), ==, "Effective leadership");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/changes/items-and-texts", test_changes);
  g_test_add_func ("/framework/changes/places-and-parts", test_places_and_parts);
  return g_test_run ();
}
