/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* How much a framework asks for: each indicator once per domain, by where its data would come from,
 * and another count as soon as somebody says something else. */

#include "config.h"

#include "wm-framework-burden.h"
#include "wm-framework-edit.h"
#include "wm-framework-read.h"

#include <string.h>

/* "a" serves two outcomes of one domain and one of another; "p" is only planned; "q" is a gap, and "s"
 * has no place. */
static const char text[] =
  "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><title>T</title>"
  "<has ref=\"d\"/><has ref=\"e\"/>"
  "<domain id=\"d\"><title>D</title><has ref=\"o\"/><has ref=\"q\"/><has ref=\"c\"/></domain>"
  "<domain id=\"e\"><title>E</title><has ref=\"r\"/></domain>"
  "<outcome id=\"o\"><has ref=\"a\"/><has ref=\"b\"/></outcome>"
  "<outcome id=\"q\"/>"
  "<outcome id=\"r\"><has ref=\"a\"/><has ref=\"p\"/></outcome>"
  "<indicator id=\"a\"><availability>ready</availability></indicator>"
  "<indicator id=\"b\"><availability>derivable</availability></indicator>"
  "<indicator id=\"c\"/>"
  "<indicator id=\"p\"><availability>new</availability><placeholder>yes</placeholder></indicator>"
  "<indicator id=\"s\"><availability>new</availability></indicator></framework>";

static WmFramework *
read_text (void)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return framework;
}

static void
assert_burden (WmFramework *framework, const char *id, WmFrameworkBurden expected)
{
  WmFrameworkBurden actual = wm_framework_count_burden (framework, id != NULL ? wm_framework_find (framework, id) : NULL);

  g_assert_cmpuint (actual.n_outcomes, ==, expected.n_outcomes);
  g_assert_cmpuint (actual.n_gaps, ==, expected.n_gaps);
  g_assert_cmpuint (actual.n_indicators, ==, expected.n_indicators);
  g_assert_cmpuint (actual.n_ready, ==, expected.n_ready);
  g_assert_cmpuint (actual.n_derivable, ==, expected.n_derivable);
  g_assert_cmpuint (actual.n_new, ==, expected.n_new);
  g_assert_cmpuint (actual.n_not_said, ==, expected.n_not_said);
  g_assert_cmpuint (actual.n_planned, ==, expected.n_planned);
}

static void
test_counts (void)
{
  g_autoptr (WmFramework) framework = read_text ();

  assert_burden (framework, "d", (WmFrameworkBurden) { 2, 1, 3, 1, 1, 0, 1, 0 });
  assert_burden (framework, "e", (WmFrameworkBurden) { 1, 0, 1, 1, 0, 0, 0, 1 });
  assert_burden (framework, "o", (WmFrameworkBurden) { 0, 0, 2, 1, 1, 0, 0, 0 });
  assert_burden (framework, NULL, (WmFrameworkBurden) { 3, 1, 4, 1, 1, 1, 1, 1 });
  assert_burden (framework, "f", (WmFrameworkBurden) { 3, 1, 4, 1, 1, 1, 1, 1 });
}

static void
test_edit (void)
{
  g_autoptr (WmFramework) framework = read_text ();
  g_autoptr (WmFrameworkEdit) edit = wm_framework_edit_set_text (framework, (const char *const[]) { "c", NULL },
                                                                 WM_FIELD_AVAILABILITY, "new", NULL);
  g_autoptr (WmFramework) after = wm_framework_edit_apply (edit, framework);

  assert_burden (after, "d", (WmFrameworkBurden) { 2, 1, 3, 1, 1, 1, 0, 0 });
  assert_burden (after, "e", (WmFrameworkBurden) { 1, 0, 1, 1, 0, 0, 0, 1 });
}

static void
test_table (void)
{
  g_autoptr (WmFramework) framework = read_text ();
  g_autoptr (WmTable) table = wm_framework_to_burden_table (framework);
  g_autofree char *csv = wm_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "id,domain,outcomes,gaps,indicators,ready,derivable,new,not_said,planned\n"
                   "d,D,2,1,3,1,1,0,1,0\n"
                   "e,E,1,0,1,1,0,0,0,1\n"
                   ",Whole framework,3,1,4,1,1,1,1,1\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/framework/burden/counts", test_counts);
  g_test_add_func ("/framework/burden/edit", test_edit);
  g_test_add_func ("/framework/burden/table", test_table);
  return g_test_run ();
}
