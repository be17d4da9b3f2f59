/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Each step of editing does what it says, and any number of any steps can be undone to the same
 * bytes and redone. */

#include "config.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-clip.h"
#include "wm-framework-read.h"
#include "wm-framework-write.h"

#include <string.h>

#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static WmFramework *
load (void)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_load_built_in ("cscs-outcomes-2019", &error);

  g_assert_no_error (error);
  return framework;
}

/* Takes a step; the framework before it must come back when it is reverted. */
static WmFramework *
take (WmFramework *framework, WmFrameworkEdit *edit)
{
  WmFramework *after;
  g_autoptr (WmFramework) before = NULL;

  g_assert_nonnull (edit);
  after = wm_framework_edit_apply (edit, framework);
  before = wm_framework_edit_revert (edit, after);
  g_assert_true (wm_framework_equal (before, framework));
  wm_framework_edit_free (edit);
  return after;
}

static void
test_add (void)
{
  g_autoptr (WmFramework) framework = load ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) after = NULL;
  const WmFrameworkItem *parent;

  after = take (framework, wm_framework_edit_add (framework, WM_ITEM_INDICATOR, "T2-1", 1, "New", &error));
  parent = wm_framework_find (after, "T2-1");
  g_assert_cmpuint (wm_framework_item_get_n_children (parent), ==, 4);
  g_assert_cmpstr (wm_framework_item_get_text (wm_framework_find (after, wm_framework_item_get_child (parent, 1)),
                                               WM_FIELD_TITLE), ==, "New");
  g_assert_null (wm_framework_edit_add (framework, WM_ITEM_DOMAIN, "T2-1", -1, "No", &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
}

/* A gap stays: the outcome whose indicators all go is still there. */
static void
test_delete (void)
{
  g_autoptr (WmFramework) framework = load ();
  g_autoptr (WmFramework) gap = NULL;
  g_autoptr (WmFramework) less = NULL;
  WmFrameworkEdit *edit;

  edit = wm_framework_edit_delete (framework, IDS ("T2-1-1", "T2-1-2", "T2-1-3"), NULL);
  g_assert_cmpstr (wm_framework_edit_get_label (edit), ==, "Delete of 3 indicators");
  gap = take (framework, edit);
  g_assert_cmpuint (wm_framework_count (gap, WM_ITEM_INDICATOR), ==, 105);
  g_assert_true (wm_framework_is_gap (gap, wm_framework_find (gap, "T2-1")));
  less = take (framework, wm_framework_edit_delete (framework, IDS ("D4"), NULL));
  g_assert_cmpuint (wm_framework_count (less, WM_ITEM_DOMAIN), ==, 3);
  g_assert_cmpuint (wm_framework_count (less, WM_ITEM_OUTCOME), ==, 33 - 12);
  g_assert_cmpuint (wm_framework_count (less, WM_ITEM_INDICATOR), ==, 108 - 47);
  g_assert_cmpuint (wm_framework_item_get_n_parts (wm_framework_find (less, "D2"), WM_PART_LEADS_TO), ==, 0);
}

/* An indicator of two outcomes is one thing: changed once, and alive while one of them lives. */
static void
test_link (void)
{
  g_autoptr (WmFramework) framework = load ();
  g_autoptr (WmFramework) linked = take (framework, wm_framework_edit_link (framework, "T2-1-1", "T3-1", 0, NULL));
  g_autoptr (WmFramework) named = NULL;
  g_autoptr (WmFramework) less = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (linked, "T2-1-1");

  g_assert_cmpuint (parents->len, ==, 2);
  g_assert_cmpuint (wm_framework_count (linked, WM_ITEM_INDICATOR), ==, 108);
  named = take (linked, wm_framework_edit_set_text (linked, IDS ("T2-1-1"), WM_FIELD_TITLE, "Once", NULL));
  g_assert_true (wm_framework_item_has (wm_framework_find (named, "T2-1-1"), WM_FIELD_TITLE, "Once"));
  less = take (named, wm_framework_edit_delete (named, IDS ("T2-1"), NULL));
  g_assert_nonnull (wm_framework_find (less, "T2-1-1"));
  g_assert_null (wm_framework_find (less, "T2-1-2"));
  g_assert_null (wm_framework_edit_link (linked, "T2-1-1", "T3-1", 0, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
}

static void
test_move (void)
{
  g_autoptr (WmFramework) framework = load ();
  g_autoptr (WmFramework) reordered = NULL;
  g_autoptr (WmFramework) moved = NULL;
  g_autoptr (GError) error = NULL;

  reordered = take (framework, wm_framework_edit_move (framework, "T2-1-3", "T2-1", "T2-1", 0, NULL));
  g_assert_cmpstr (wm_framework_item_get_child (wm_framework_find (reordered, "T2-1"), 0), ==, "T2-1-3");
  moved = take (framework, wm_framework_edit_move (framework, "T2-1", "D1", "D4", -1, NULL));
  g_assert_cmpint (wm_framework_item_find_child (wm_framework_find (moved, "D1"), "T2-1"), ==, -1);
  g_assert_cmpint (wm_framework_item_find_child (wm_framework_find (moved, "D4"), "T2-1"), ==, 12);
  g_assert_null (wm_framework_edit_move (framework, "T2-1-1", "T3-1", "T2-1", 0, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (wm_framework_edit_move (framework, "D1", "cscs-outcomes-2019", "T2-1", 0, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
}

/* Several items move in one step, in the order in which they are given; places count without them. */
static void
test_move_many (void)
{
  g_autoptr (WmFramework) framework = load ();
  g_autoptr (WmFramework) reordered = NULL;
  g_autoptr (WmFramework) gathered = NULL;
  g_autoptr (WmFramework) linked = NULL;
  g_autoptr (WmFramework) once = NULL;
  g_autoptr (GError) error = NULL;
  WmFrameworkEdit *edit;
  const WmFrameworkItem *outcome;

  edit = wm_framework_edit_move_many (framework, IDS ("T2-1-3", "T2-1-1"), NULL, "T2-1", 0, NULL);
  g_assert_cmpstr (wm_framework_edit_get_label (edit), ==, "Move of 2 items");
  reordered = take (framework, edit);
  outcome = wm_framework_find (reordered, "T2-1");
  g_assert_cmpstr (wm_framework_item_get_child (outcome, 0), ==, "T2-1-3");
  g_assert_cmpstr (wm_framework_item_get_child (outcome, 1), ==, "T2-1-1");
  g_assert_cmpstr (wm_framework_item_get_child (outcome, 2), ==, "T2-1-2");
  gathered = take (framework, wm_framework_edit_move_many (framework, IDS ("T2-2-1", "T3-1-1"), NULL, "T2-1", -1, NULL));
  outcome = wm_framework_find (gathered, "T2-1");
  g_assert_cmpuint (wm_framework_item_get_n_children (outcome), ==, 5);
  g_assert_cmpstr (wm_framework_item_get_child (outcome, 4), ==, "T3-1-1");
  linked = take (framework, wm_framework_edit_link (framework, "T2-1-1", "T3-1", 0, NULL));
  once = take (linked, wm_framework_edit_move_many (linked, IDS ("T2-1-1", "T2-1-1"), IDS ("T2-1", "T3-1"), "T4-1", 0,
                                                    NULL));
  g_assert_cmpint (wm_framework_item_find_child (wm_framework_find (once, "T2-1"), "T2-1-1"), ==, -1);
  g_assert_cmpint (wm_framework_item_find_child (wm_framework_find (once, "T3-1"), "T2-1-1"), ==, -1);
  g_assert_cmpint (wm_framework_item_find_child (wm_framework_find (once, "T4-1"), "T2-1-1"), ==, 0);
  g_assert_null (wm_framework_edit_move_many (framework, IDS ("T2-1-1", "D2"), NULL, "T2-2", 0, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
}

static void
test_merge (void)
{
  g_autoptr (WmFramework) framework = wm_framework_load_built_in ("benchmark-2013", NULL);
  g_autoptr (WmFramework) merged = take (framework, wm_framework_edit_merge (framework, IDS ("B62", "B64"), NULL));
  g_autoptr (GError) error = NULL;
  const WmFrameworkItem *item = wm_framework_find (merged, "B62");

  g_assert_null (wm_framework_find (merged, "B64"));
  g_assert_cmpuint (wm_framework_item_get_n_parts (item, WM_PART_READ_WITH), ==, 0);
  g_assert_cmpuint (wm_framework_item_get_n_parts (item, WM_PART_SUB_MEASURE), ==, 3);
  g_assert_null (wm_framework_edit_merge (framework, IDS ("B62", "S1"), &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
}

/* Outcomes and domains merge too, with all that they hold. */
static void
test_merge_above (void)
{
  g_autoptr (WmFramework) framework = load ();
  WmFrameworkEdit *edit = wm_framework_edit_merge (framework, IDS ("T2-1", "T2-2"), NULL);
  g_autoptr (WmFramework) outcomes = NULL;
  g_autoptr (WmFramework) domains = NULL;
  const WmFrameworkItem *item;

  g_assert_cmpstr (wm_framework_edit_get_label (edit), ==, "Merge of 2 outcomes");
  outcomes = take (framework, edit);
  item = wm_framework_find (outcomes, "T2-1");
  g_assert_cmpuint (wm_framework_item_get_n_children (item), ==, 3 + 2);
  g_assert_cmpstr (wm_framework_item_get_child (item, 3), ==, "T2-2-1");
  g_assert_cmpint (wm_framework_item_find_child (wm_framework_find (outcomes, "D1"), "T2-2"), ==, -1);
  g_assert_cmpuint (wm_framework_count (outcomes, WM_ITEM_INDICATOR), ==, 108);
  domains = take (framework, wm_framework_edit_merge (framework, IDS ("D1", "D2"), NULL));
  item = wm_framework_find (domains, "D1");
  g_assert_cmpuint (wm_framework_item_get_n_children (item), ==, 9 + 6);
  g_assert_cmpuint (wm_framework_item_get_n_children (wm_framework_get_header (domains)), ==, 3);
}

/* A link to the first alone is gone with the other; a chain through a third would become a circle. */
static void
test_merge_links (void)
{
  static const char text[] =
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><has ref=\"a\"/><has ref=\"b\"/><has ref=\"c\"/>"
    "<domain id=\"a\"><leads-to to=\"b\"/><has ref=\"i\"/><has ref=\"j\"/></domain>"
    "<domain id=\"b\"><leads-to to=\"c\"/></domain><domain id=\"c\"/>"
    "<indicator id=\"i\"/><indicator id=\"j\"><read-with to=\"i\"/></indicator></framework>";
  g_autoptr (WmFramework) framework = wm_framework_read (text, strlen (text), NULL, NULL);
  g_autoptr (WmFramework) merged = take (framework, wm_framework_edit_merge (framework, IDS ("i", "j"), NULL));
  g_autoptr (WmFramework) shorter = take (framework, wm_framework_edit_merge (framework, IDS ("a", "b"), NULL));
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (wm_framework_item_get_n_parts (wm_framework_find (merged, "i"), WM_PART_READ_WITH), ==, 0);
  g_assert_cmpuint (wm_framework_item_get_n_parts (wm_framework_find (shorter, "a"), WM_PART_LEADS_TO), ==, 1);
  g_assert_null (wm_framework_edit_merge (framework, IDS ("a", "c"), &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
}

static void
test_replace (void)
{
  g_autoptr (WmFramework) framework = load ();
  g_autoptr (WmFramework) after = NULL;
  g_autoptr (WmFrameworkItem) item = wm_framework_item_copy (wm_framework_find (framework, "D4"));
  g_autoptr (WmFrameworkItem) sound = wm_framework_item_copy (wm_framework_find (framework, "T2-1-1"));
  g_autoptr (GError) error = NULL;
  const char *back[] = { "D1", NULL, NULL, NULL };
  const char *pilot[] = { "Is it feasible?", NULL, NULL, NULL };

  wm_framework_item_add_part (item, WM_PART_LEADS_TO, back);
  g_assert_null (wm_framework_edit_replace (framework, item, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
  wm_framework_item_add_part (sound, WM_PART_PILOT, pilot);
  after = take (framework, wm_framework_edit_replace (framework, sound, NULL));
  g_assert_cmpuint (wm_framework_item_get_n_parts (wm_framework_find (after, "T2-1-1"), WM_PART_PILOT), ==, 1);
}

static const char *
pick (GRand *rand, WmFramework *framework)
{
  return wm_framework_item_get_id (wm_framework_get_item (framework, g_rand_int_range (rand, 1, (int) wm_framework_get_n_items (framework))));
}

static WmFrameworkEdit *
paste_copy (WmFramework *framework, const char *id, const char *below)
{
  g_autoptr (GBytes) clip = wm_framework_copy (framework, IDS (id));

  return wm_framework_edit_paste (framework, below, 1, clip, NULL);
}

/* A step of any kind on any items; NULL when it cannot be. */
static WmFrameworkEdit *
make_random_edit (GRand *rand, WmFramework *framework)
{
  const char *one = pick (rand, framework);
  const char *other = pick (rand, framework);
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, one);
  const char *parent = parents->len > 0 ? wm_framework_item_get_id (parents->pdata[0]) : other;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      return wm_framework_edit_add (framework, g_rand_int_range (rand, 1, 4), other, 0, "Added", NULL);
    case 1:
      return wm_framework_edit_duplicate (framework, IDS (one, other), NULL);
    case 2:
      return wm_framework_edit_set_text (framework, IDS (one, other), WM_FIELD_NOTES, "Changed", NULL);
    case 3:
      return wm_framework_edit_move (framework, one, parent, other, 1, NULL);
    case 4:
      return wm_framework_edit_move (framework, one, parent, parent, g_rand_int_range (rand, 0, 5), NULL);
    case 5:
      return wm_framework_edit_link (framework, one, other, -1, NULL);
    case 6:
      return wm_framework_edit_merge (framework, IDS (one, other), NULL);
    case 7:
      return wm_framework_edit_move_many (framework, IDS (one, other), NULL, parent, 1, NULL);
    case 8:
      return paste_copy (framework, one, other);
    default:
      return wm_framework_edit_delete (framework, IDS (one, other), NULL);
    }
}

static void
assert_readable (WmFramework *framework)
{
  g_autoptr (GBytes) bytes = wm_framework_write (framework);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) again = NULL;

  again = wm_framework_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_equal (framework, again));
}

/* A framework with the steps that led to it. */
typedef struct
{
  WmFramework *current;
  GPtrArray *edits;      /* of WmFrameworkEdit */
} Session;

static void
set_current (Session *session, WmFramework *next)
{
  wm_framework_unref (session->current);
  session->current = next;
}

static void
take_random_steps (Session *session, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < n; i++)
    {
      WmFrameworkEdit *edit = NULL;

      if (wm_framework_get_n_items (session->current) > 3)
        edit = make_random_edit (rand, session->current);
      if (edit != NULL)
        {
          g_ptr_array_add (session->edits, edit);
          set_current (session, wm_framework_edit_apply (edit, session->current));
        }
      if (i % 10 == 0)
        assert_readable (session->current);
    }
}

/* Random steps, then all undone: the same bytes. All redone: the same as before. Every tenth value
 * in between is written, read and compared. */
static void
test_undo_all (void)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_edit_free);
  Session session = { load (), edits };
  g_autoptr (GBytes) before = wm_framework_write (session.current);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (WmFramework) last = NULL;

  take_random_steps (&session, 300);
  g_assert_cmpuint (edits->len, >, 0);
  last = wm_framework_ref (session.current);
  for (guint i = edits->len; i > 0; i--)
    set_current (&session, wm_framework_edit_revert (edits->pdata[i - 1], session.current));
  after = wm_framework_write (session.current);
  g_assert_true (g_bytes_equal (before, after));
  for (guint i = 0; i < edits->len; i++)
    set_current (&session, wm_framework_edit_apply (edits->pdata[i], session.current));
  g_assert_true (wm_framework_equal (last, session.current));
  wm_framework_unref (session.current);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/edit/add", test_add);
  g_test_add_func ("/framework/edit/delete", test_delete);
  g_test_add_func ("/framework/edit/link", test_link);
  g_test_add_func ("/framework/edit/move", test_move);
  g_test_add_func ("/framework/edit/move-many", test_move_many);
  g_test_add_func ("/framework/edit/merge", test_merge);
  g_test_add_func ("/framework/edit/merge-above", test_merge_above);
  g_test_add_func ("/framework/edit/merge-links", test_merge_links);
  g_test_add_func ("/framework/edit/replace", test_replace);
  g_test_add_func ("/framework/edit/undo-all", test_undo_all);
  return g_test_run ();
}
