/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What is copied arrives whole, wherever it is pasted, and a clipboard that holds anything else is
 * refused in words. */

#include "config.h"

#include "wm-framework-catalogue.h"
#include "wm-framework-clip.h"
#include "wm-framework-read.h"
#include "wm-framework-write.h"

#include <string.h>

#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static WmFramework *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_load_built_in (id, &error);

  g_assert_no_error (error);
  return framework;
}

/* Pastes, and looks whether the step can be taken back and the result be read. */
static WmFramework *
paste (WmFramework *framework, const char *below, int place, GBytes *clip)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFrameworkEdit) edit = wm_framework_edit_paste (framework, below, place, clip, &error);
  g_autoptr (WmFramework) before = NULL;
  g_autoptr (WmFramework) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  WmFramework *after;

  g_assert_no_error (error);
  after = wm_framework_edit_apply (edit, framework);
  before = wm_framework_edit_revert (edit, after);
  g_assert_true (wm_framework_equal (before, framework));
  bytes = wm_framework_write (after);
  again = wm_framework_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_equal (after, again));
  return after;
}

static void
assert_child (WmFramework *framework, const char *parent, guint place, const char *id)
{
  const WmFrameworkItem *item = wm_framework_find (framework, parent);

  g_assert_nonnull (item);
  g_assert_cmpuint (wm_framework_item_get_n_children (item), >, place);
  g_assert_cmpstr (wm_framework_item_get_child (item, place), ==, id);
}

/* To another framework the items go with their ids and all that they say. */
static void
test_between (void)
{
  g_autoptr (WmFramework) from = load ("cscs-outcomes-2019");
  g_autoptr (WmFramework) to = load ("benchmark-2013");
  g_autoptr (GBytes) clip = wm_framework_copy (from, IDS ("T2-1", "T2-1-2"));
  g_autoptr (WmFramework) after = paste (to, "S1", 0, clip);

  assert_child (after, "S1", 0, "T2-1");
  assert_child (after, "S1", 1, "B1");
  g_assert_cmpuint (wm_framework_count (after, WM_ITEM_OUTCOME), ==, 1);
  g_assert_cmpuint (wm_framework_count (after, WM_ITEM_INDICATOR), ==, 214 + 3);
  for (gsize i = 0; i < 4; i++)
    {
      const char *id = IDS ("T2-1", "T2-1-1", "T2-1-2", "T2-1-3")[i];

      g_assert_true (wm_framework_item_equal (wm_framework_find (after, id), wm_framework_find (from, id)));
    }
}

/* Where an id is taken the copy has another, and so has what the copy holds. */
static void
test_within (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");
  g_autoptr (GBytes) clip = wm_framework_copy (framework, IDS ("T2-1"));
  g_autoptr (WmFrameworkEdit) edit = wm_framework_edit_paste (framework, "D1", -1, clip, NULL);
  g_autoptr (WmFramework) after = paste (framework, "D1", -1, clip);
  const char *focus = wm_framework_edit_get_focus (edit);
  const WmFrameworkItem *copy = wm_framework_find (after, focus);

  g_assert_cmpstr (wm_framework_edit_get_label (edit), ==, "Paste of “Effective leadership”");
  g_assert_cmpstr (focus, !=, "T2-1");
  g_assert_cmpuint (wm_framework_count (after, WM_ITEM_INDICATOR), ==, 108 + 3);
  g_assert_cmpuint (wm_framework_item_get_n_children (copy), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const char *child = wm_framework_item_get_child (copy, i);

      g_assert_null (wm_framework_find (framework, child));
      g_assert_cmpstr (wm_framework_item_get_name (wm_framework_find (after, child)), ==,
                       wm_framework_item_get_name (wm_framework_find (framework, IDS ("T2-1-1", "T2-1-2", "T2-1-3")[i])));
    }
}

/* Cut and paste is a move: the ids are free again. */
static void
test_cut (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");
  g_autoptr (GBytes) clip = wm_framework_copy (framework, IDS ("T2-1"));
  g_autoptr (WmFrameworkEdit) cut = wm_framework_edit_delete (framework, IDS ("T2-1"), NULL);
  g_autoptr (WmFramework) less = wm_framework_edit_apply (cut, framework);
  g_autoptr (WmFramework) after = paste (less, "D4", 2, clip);

  assert_child (after, "D4", 2, "T2-1");
  assert_child (after, "T2-1", 2, "T2-1-3");
  g_assert_cmpuint (wm_framework_get_n_items (after), ==, wm_framework_get_n_items (framework));
}

/* What cannot stand in an item goes behind it, into the nearest one that can hold it; several keep
 * their order. */
static void
test_nearest (void)
{
  g_autoptr (WmFramework) from = load ("benchmark-2013");
  g_autoptr (WmFramework) to = load ("cscs-outcomes-2019");
  g_autoptr (GBytes) indicators = wm_framework_copy (from, IDS ("B9", "B1", "B5"));
  g_autoptr (GBytes) domains = wm_framework_copy (from, IDS ("S2", "S1"));
  g_autoptr (GBytes) outcomes = wm_framework_copy (to, IDS ("T2-1", "T2-2"));
  g_autoptr (WmFramework) beside = paste (to, "T2-1-1", -1, indicators);
  g_autoptr (WmFramework) behind = paste (to, "T2-1-1", 7, domains);
  g_autoptr (WmFrameworkEdit) cut = wm_framework_edit_delete (to, IDS ("T2-1", "T2-2"), NULL);
  g_autoptr (WmFramework) less = wm_framework_edit_apply (cut, to);
  g_autoptr (WmFramework) back = paste (less, "T2-3", -1, outcomes);

  assert_child (beside, "T2-1", 1, "B1");
  assert_child (beside, "T2-1", 2, "B5");
  assert_child (beside, "T2-1", 3, "B9");
  assert_child (beside, "T2-1", 4, "T2-1-2");
  assert_child (behind, "cscs-outcomes-2019", 0, "D1");
  assert_child (behind, "cscs-outcomes-2019", 1, "S1");
  assert_child (behind, "cscs-outcomes-2019", 2, "S2");
  assert_child (back, "D1", 0, "T2-3");
  assert_child (back, "D1", 1, "T2-1");
  assert_child (back, "D1", 2, "T2-2");
}

static void
test_nowhere (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");
  g_autoptr (GBytes) clip = wm_framework_copy (framework, IDS ("T2-1-1"));
  g_autoptr (GBytes) nothing = wm_framework_copy (framework, IDS ("gone"));
  g_autoptr (GError) error = NULL;

  g_assert_null (wm_framework_edit_paste (framework, NULL, -1, clip, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
  g_assert_nonnull (strstr (error->message, "Choose a domain"));
  g_clear_error (&error);
  g_assert_null (wm_framework_edit_paste (framework, "gone", -1, clip, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (wm_framework_edit_paste (framework, "D1", -1, nothing, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
}

/* Links go with both of their ends, and lead to the copies. */
static void
test_links (void)
{
  g_autoptr (WmFramework) framework = load ("benchmark-2013");
  g_autoptr (GBytes) both = wm_framework_copy (framework, IDS ("B62", "B64"));
  g_autoptr (GBytes) one = wm_framework_copy (framework, IDS ("B62"));
  g_autoptr (WmFramework) after_both = paste (framework, "S1", 0, both);
  g_autoptr (WmFramework) after_one = paste (framework, "S1", 0, one);
  const WmFrameworkItem *section = wm_framework_find (after_both, "S1");
  const WmFrameworkItem *copy = wm_framework_find (after_both, wm_framework_item_get_child (section, 0));
  const WmFrameworkItem *lone = wm_framework_find (after_one,
                                                   wm_framework_item_get_child (wm_framework_find (after_one, "S1"), 0));

  g_assert_cmpuint (wm_framework_item_get_n_parts (copy, WM_PART_READ_WITH), ==, 1);
  g_assert_cmpstr (wm_framework_item_get_part (copy, WM_PART_READ_WITH, 0, WM_LINK_TO), ==,
                   wm_framework_item_get_child (section, 1));
  g_assert_cmpuint (wm_framework_item_get_n_parts (lone, WM_PART_READ_WITH), ==, 0);
}

/* An indicator of two outcomes is copied once and stands in both copies. */
static void
test_shared (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");
  g_autoptr (WmFrameworkEdit) link = wm_framework_edit_link (framework, "T2-1-1", "T2-2", 0, NULL);
  g_autoptr (WmFramework) linked = wm_framework_edit_apply (link, framework);
  g_autoptr (WmFramework) to = load ("herd-kpis");
  g_autoptr (GBytes) clip = wm_framework_copy (linked, IDS ("D1"));
  g_autoptr (WmFramework) after = paste (to, NULL, 0, clip);
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (after, "T2-1-1");

  g_assert_cmpuint (parents->len, ==, 2);
  g_assert_cmpuint (wm_framework_get_n_items (after), ==, wm_framework_get_n_items (to) + 1 + 9 + 30);
}

/* A spreadsheet that gets the text runs nothing of it, and a line stays a line. */
static void
test_text (void)
{
  g_autoptr (WmFramework) framework = load ("cscs-outcomes-2019");
  g_autoptr (WmFrameworkEdit) formula = wm_framework_edit_set_text (framework, IDS ("T2-1-2"), WM_FIELD_TITLE,
                                                                    "=1+1\n\tb", NULL);
  g_autoptr (WmFramework) changed = wm_framework_edit_apply (formula, framework);
  g_autoptr (WmFrameworkEdit) brief = wm_framework_edit_set_text (changed, IDS ("T2-1-1", "T2-1-3"), WM_FIELD_TITLE,
                                                                  "Brief", NULL);
  g_autoptr (WmFramework) last = wm_framework_edit_apply (brief, changed);
  g_autofree char *text = wm_framework_copy_text (last, IDS ("T2-1-1", "T2-1"));

  g_assert_cmpstr (text, ==,
                   "Effective leadership\tT2-1\n"
                   "  Brief\tT2-1-1\n"
                   "  '=1+1  b\tT2-1-2\n"
                   "  Brief\tT2-1-3\n");
}

typedef struct
{
  const char *name;
  const char *clip;
  gint error;              /* a WmFrameworkError */
} Bad;

static const Bad bad_clips[] = {
  { "empty", "", WM_FRAMEWORK_ERROR_NOT_XML },
  { "text", "Leeds\t12\n", WM_FRAMEWORK_ERROR_NOT_XML },
  { "html", "<html><body>Leeds</body></html>", WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK },
  { "newer", "<framework xmlns=\"urn:waymark:framework\" version=\"2\" id=\"f\"/>", WM_FRAMEWORK_ERROR_NEWER },
  { "external-entity", "<!DOCTYPE framework [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><title>&e;</title></framework>",
    WM_FRAMEWORK_ERROR_UNSAFE },
  { "dangling", "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\">"
    "<outcome id=\"o\"><has ref=\"gone\"/></outcome></framework>", WM_FRAMEWORK_ERROR_BAD_CONTENT },
  { "circle", "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\">"
    "<outcome id=\"o\"><leads-to to=\"p\"/></outcome><outcome id=\"p\"><leads-to to=\"o\"/></outcome></framework>",
    WM_FRAMEWORK_ERROR_BAD_CONTENT },
};

static void
assert_refused (GBytes *clip, gint code)
{
  g_autoptr (WmFramework) framework = load ("herd-kpis");
  g_autoptr (GError) error = NULL;

  g_assert_null (wm_framework_edit_paste (framework, NULL, -1, clip, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "What is on the clipboard cannot be pasted. "));
}

static void
test_bad (gconstpointer data)
{
  const Bad *bad = data;
  g_autoptr (GBytes) clip = g_bytes_new_static (bad->clip, strlen (bad->clip));

  assert_refused (clip, bad->error);
}

static void
test_binary (void)
{
  static const guint8 bytes[] = { 0x89, 'P', 'N', 'G', 0, 0xff, 0xfe };
  g_autoptr (GBytes) clip = g_bytes_new_static (bytes, sizeof bytes);

  assert_refused (clip, WM_FRAMEWORK_ERROR_NOT_XML);
}

/* 100 MB of elements inside elements are refused by their size, and 8 MB by their depth. */
static void
test_nested (void)
{
  static const gsize sizes[] = { 100 * 1000 * 1000, 8 * 1000 * 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GString *text = g_string_sized_new (sizes[i] + 100);
      g_autoptr (GBytes) clip = NULL;

      g_string_append (text, "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\">");
      while (text->len < sizes[i])
        g_string_append (text, "<domain>");
      clip = g_string_free_to_bytes (text);
      assert_refused (clip, WM_FRAMEWORK_ERROR_TOO_LARGE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/clip/between", test_between);
  g_test_add_func ("/framework/clip/within", test_within);
  g_test_add_func ("/framework/clip/cut", test_cut);
  g_test_add_func ("/framework/clip/nearest", test_nearest);
  g_test_add_func ("/framework/clip/nowhere", test_nowhere);
  g_test_add_func ("/framework/clip/links", test_links);
  g_test_add_func ("/framework/clip/shared", test_shared);
  g_test_add_func ("/framework/clip/text", test_text);
  for (gsize i = 0; i < G_N_ELEMENTS (bad_clips); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/clip/bad/%s", bad_clips[i].name);

      g_test_add_data_func (path, &bad_clips[i], test_bad);
    }
  g_test_add_func ("/framework/clip/bad/binary", test_binary);
  g_test_add_func ("/framework/clip/bad/nested", test_nested);
  return g_test_run ();
}
