/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Results that were kept say for good what they were about. */

#include "wm-framework-edit.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"
#include "wm-saved-results.h"
#include "wm-store-fixture.h"
#include "wm-store-indicators.h"
#include "wm-test.h"

#include <string.h>

static const char document[] =
  "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"ours\"><title>Ours</title>"
  "<edition>2024</edition><date>2024-04-01</date>\n"
  "<has ref=\"d\"/><has ref=\"other\"/>\n"
  "<domain id=\"d\"><title>Safe</title><leads-to to=\"other\"/><has ref=\"o\"/></domain>\n"
  "<domain id=\"other\"><title>Other</title><has ref=\"lac\"/></domain>\n"
  "<outcome id=\"o\"><title>Protected</title><has ref=\"plans\"/><has ref=\"lac\"/></outcome>\n"
  "<indicator id=\"plans\"><title>Plans</title><definition>On 31 March</definition>"
  "<binding>imported</binding><binding-code>CPP_rate</binding-code><read-with to=\"lac\"/></indicator>\n"
  "<indicator id=\"lac\"><title>In care</title></indicator>\n"
  "</framework>\n";

typedef struct
{
  char *folder;
  WmProject *project;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const WmFixtureRow row = { "CPP_rate", "", "370", "2019", 41.5, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->folder = wm_test_make_folder ();
  path = g_build_filename (f->folder, "p.waymark", NULL);
  f->project = wm_project_create (path, &error);
  g_assert_no_error (error);
  wm_fixture_import (wm_project_get_store (f->project), "lait", &row, 1);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  wm_project_unref (f->project);
  wm_test_remove_folder (f->folder);
}

static void
add_framework (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_read (document, strlen (document), NULL, &error);

  g_assert_no_error (error);
  g_assert_true (wm_project_add_framework (f->project, framework, &error));
}

static gint64
keep (Fixture *f, const char *name)
{
  const char *const treated[] = { "370", NULL };
  WmImpactSpec spec = WM_IMPACT_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  spec.indicator_code = "CPP_rate";
  spec.treated = treated;
  spec.start = "2020";
  g_assert_true (wm_project_keep_result (f->project, name, "prepost", &spec, "{\n  \"estimate\": -1.5\n}\n",
                                         "It fell by 1.5.", &id, &error));
  g_assert_no_error (error);
  return id;
}

static WmSavedResult *
load (Fixture *f, gint64 id)
{
  g_autoptr (GError) error = NULL;
  WmSavedResult *result = wm_project_load_result (f->project, id, &error);

  g_assert_no_error (error);
  return result;
}

static void
edit (Fixture *f, const char *id, WmField field, const char *text)
{
  const char *const ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) before = wm_project_load_framework (f->project, "ours", &error);
  g_autoptr (WmFrameworkEdit) step = wm_framework_edit_set_text (before, ids, field, text, &error);
  g_autoptr (WmFramework) after = NULL;

  g_assert_no_error (error);
  after = wm_framework_edit_apply (step, before);
  g_assert_true (wm_project_save_framework (f->project, after, &error));
}

static const char *
get_text (WmFramework *framework, const char *id, WmField field)
{
  return wm_framework_item_get_text (wm_framework_find (framework, id), field);
}

/* The changes as "item: then -> now", a line for each. */
static char *
describe_changes (Fixture *f, const WmSavedResult *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmTable) table = wm_saved_result_make_changes (result, f->project, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (gsize i = 0; i < wm_table_get_n_rows (table); i++)
    g_string_append_printf (text, "%s %s: %s -> %s\n", wm_table_get_text (table, i, 1),
                            wm_table_get_text (table, i, 2), wm_table_get_text (table, i, 3),
                            wm_table_get_text (table, i, 4));
  return g_string_free (text, FALSE);
}

/* A result of 2024 after an edit of 2025. */
static void
test_edit (Fixture *f, gconstpointer data)
{
  g_autoptr (WmSavedResult) result = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 id;

  add_framework (f);
  id = keep (f, "Pilot");
  result = load (f, id);
  before = describe_changes (f, result);
  g_assert_cmpstr (before, ==, "");
  g_clear_pointer (&result, wm_saved_result_free);
  edit (f, "plans", WM_FIELD_DEFINITION, "At any time of the year");
  edit (f, "ours", WM_FIELD_EDITION, "2025");
  edit (f, "lac", WM_FIELD_DEFINITION, "No business of the result");
  result = load (f, id);
  g_assert_cmpstr (get_text (result->framework, "plans", WM_FIELD_DEFINITION), ==, "On 31 March");
  g_assert_cmpstr (get_text (result->framework, "ours", WM_FIELD_EDITION), ==, "2024");
  g_assert_cmpstr (result->item->result, ==, "{\n  \"estimate\": -1.5\n}\n");
  g_assert_cmpstr (result->item->words, ==, "It fell by 1.5.");
  after = describe_changes (f, result);
  g_assert_cmpstr (after, ==, "ours Version: 2024 -> 2025\n"
                              "plans Definition: On 31 March -> At any time of the year\n");
}

/* Only what concerns the measure is kept, and links to the rest are cut, so that it can be read. */
static void
test_cut (Fixture *f, gconstpointer data)
{
  g_autoptr (WmSavedResult) result = NULL;
  WmFramework *kept;

  add_framework (f);
  result = load (f, keep (f, "Pilot"));
  kept = result->framework;
  g_assert_cmpuint (wm_framework_get_n_items (kept), ==, 4);
  g_assert_nonnull (wm_framework_find (kept, "plans"));
  g_assert_nonnull (wm_framework_find (kept, "o"));
  g_assert_nonnull (wm_framework_find (kept, "d"));
  g_assert_null (wm_framework_find (kept, "lac"));
  g_assert_cmpuint (wm_framework_item_get_n_parts (wm_framework_find (kept, "plans"), WM_PART_READ_WITH), ==, 0);
}

static void
test_gone (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmSavedResult) result = NULL;
  g_autofree char *changes = NULL;

  add_framework (f);
  result = load (f, keep (f, "Pilot"));
  g_assert_true (wm_project_remove_framework (f->project, "ours", &error));
  changes = describe_changes (f, result);
  g_assert_nonnull (strstr (changes, "plans Indicator: Plans -> "));
  g_assert_cmpstr (get_text (result->framework, "plans", WM_FIELD_DEFINITION), ==, "On 31 March");
}

/* What the project itself knows of the measure is kept too. */
static void
test_dictionary (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmSavedResult) result = NULL;
  g_autofree char *changes = NULL;

  result = load (f, keep (f, "Pilot"));
  g_assert_null (result->framework);
  g_assert_cmpstr (get_text (result->dictionary, "lait-CPP_5frate", WM_FIELD_DIRECTION), ==, NULL);
  g_assert_true (wm_store_set_own_direction (wm_project_get_store (f->project), "CPP_rate",
                                             WM_POLARITY_LOWER, "us", "2025-01-01", NULL, &error));
  changes = describe_changes (f, result);
  g_assert_nonnull (strstr (changes, "lait-CPP_5frate Direction of good:  -> Lower is better\n"));
}

static void
test_unbound (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmSavedResult) result = NULL;
  g_autofree char *text = NULL;

  add_framework (f);
  edit (f, "plans", WM_FIELD_BINDING_CODE, "LAC");
  result = load (f, keep (f, "Pilot"));
  g_assert_cmpuint (wm_framework_get_n_items (result->framework), ==, 1);
  text = wm_saved_result_to_text (result, f->project, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Framework: Ours (ours), version 2024, 2024-04-01\n"));
  g_assert_nonnull (strstr (text, "It said nothing of this measure."));
}

static void
test_names (Fixture *f, gconstpointer data)
{
  WmImpactSpec spec = WM_IMPACT_SPEC_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gint64 id = keep (f, "Pilot");

  keep (f, "Another");
  spec.indicator_code = "CPP_rate";
  g_assert_false (wm_project_keep_result (f->project, "Pilot", "did", &spec, "{}", "", NULL, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  spec.indicator_code = "NONE";
  g_assert_false (wm_project_keep_result (f->project, "New", "did", &spec, "{}", "", NULL, &error));
  g_assert_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_INDICATOR);
  g_clear_error (&error);
  list = wm_project_list_results (f->project, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (wm_project_remove_result (f->project, id, &error));
  g_assert_null (wm_project_load_result (f->project, id, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

#define ADD(name, function) \
  g_test_add ("/project/saved-results/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("edit", test_edit);
  ADD ("cut", test_cut);
  ADD ("gone", test_gone);
  ADD ("dictionary", test_dictionary);
  ADD ("unbound", test_unbound);
  ADD ("names", test_names);
  return g_test_run ();
}
