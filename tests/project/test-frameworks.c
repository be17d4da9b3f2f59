/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The frameworks of a project: stored ones, the one that the data dictionary makes, versions. */

#include "wm-framework-catalogue.h"
#include "wm-framework-edit.h"
#include "wm-framework-lait.h"
#include "wm-framework-names.h"
#include "wm-framework-read.h"
#include "wm-frameworks.h"
#include "wm-store-fixture.h"
#include "wm-store-imports.h"
#include "wm-test.h"

typedef struct
{
  char *folder;
  char *path;
  WmProject *project;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = wm_test_make_folder ();
  f->path = g_build_filename (f->folder, "p.waymark", NULL);
  f->project = wm_project_create (f->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  wm_project_unref (f->project);
  g_free (f->path);
  wm_test_remove_folder (f->folder);
}

static void
import_lait (Fixture *f, const char *code)
{
  const WmFixtureRow row = { code, "", "370", "2019", 41.5, 0 };

  wm_fixture_import (wm_project_get_store (f->project), "lait", &row, 1);
}

static WmFramework *
load_herd (void)
{
  g_autoptr (GError) error = NULL;
  WmFramework *herd = wm_framework_load_built_in ("herd-kpis", &error);

  g_assert_no_error (error);
  return herd;
}

/* The ids in order: the active one with a star, one that is not stored in brackets. */
static void
assert_ids (Fixture *f, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = wm_project_list_frameworks (f->project, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const WmFrameworkEntry *entry = g_ptr_array_index (list, i);

      g_string_append_printf (ids, entry->changed_at != NULL ? "%s%s " : "(%s)%s ", entry->id,
                              entry->is_active ? "*" : "");
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_add (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) herd = load_herd ();
  g_autoptr (WmFramework) ours = NULL;
  g_autoptr (WmFramework) active = wm_project_load_active_framework (f->project, &error);
  g_autoptr (WmFramework) loaded = NULL;

  g_assert_null (active);
  g_assert_no_error (error);
  assert_ids (f, "");
  g_assert_true (wm_project_add_framework (f->project, herd, &error));
  assert_ids (f, "herd-kpis* ");
  g_assert_false (wm_project_add_framework (f->project, herd, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  ours = wm_framework_copy_as (herd, "ours", &error);
  g_assert_no_error (error);
  g_assert_true (wm_project_add_framework (f->project, ours, &error));
  assert_ids (f, "herd-kpis* ours ");
  loaded = wm_project_load_framework (f->project, "ours", &error);
  g_assert_true (wm_framework_equal (loaded, ours));
  g_assert_true (wm_project_set_active_framework (f->project, "ours", &error));
  active = wm_project_load_active_framework (f->project, &error);
  g_assert_true (wm_framework_equal (active, ours));
  g_assert_false (wm_project_set_active_framework (f->project, "theirs", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
  g_clear_error (&error);
  g_assert_true (wm_project_set_active_framework (f->project, NULL, &error));
  assert_ids (f, "herd-kpis ours ");
}

/* What could not be read again is not stored: the framework stays as it was. */
static void
test_too_large (Fixture *f, gconstpointer data)
{
  const char *ids[] = { "herd-kpis", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) herd = load_herd ();
  g_autofree char *text = g_strnfill (WM_FRAMEWORK_MAX_SIZE, 'x');
  g_autoptr (WmFrameworkEdit) edit = wm_framework_edit_set_text (herd, ids, WM_FIELD_NOTES, text, &error);
  g_autoptr (WmFramework) large = wm_framework_edit_apply (edit, herd);
  g_autoptr (WmFramework) loaded = NULL;

  g_assert_false (wm_project_add_framework (f->project, large, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE);
  g_clear_error (&error);
  assert_ids (f, "");
  g_assert_true (wm_project_add_framework (f->project, herd, &error));
  g_assert_false (wm_project_save_framework (f->project, large, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE);
  g_clear_error (&error);
  loaded = wm_project_load_framework (f->project, "herd-kpis", &error);
  g_assert_true (wm_framework_equal (loaded, herd));
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) herd = load_herd ();
  g_autoptr (WmFramework) active = NULL;

  g_assert_true (wm_project_add_framework (f->project, herd, &error));
  g_assert_true (wm_project_remove_framework (f->project, "herd-kpis", &error));
  active = wm_project_load_active_framework (f->project, &error);
  g_assert_null (active);
  g_assert_no_error (error);
  g_assert_true (wm_project_restore_framework (f->project, "herd-kpis", &error));
  assert_ids (f, "herd-kpis* ");
  g_assert_false (wm_project_remove_framework (f->project, "lait", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

static guint
count_lait (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) lait = wm_project_load_framework (f->project, WM_FRAMEWORK_LAIT_ID, &error);

  g_assert_no_error (error);
  return wm_framework_count (lait, WM_ITEM_INDICATOR);
}

static WmFramework *
rename_lait (Fixture *f)
{
  const char *const ids[] = { WM_FRAMEWORK_LAIT_ID, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) lait = wm_project_load_framework (f->project, WM_FRAMEWORK_LAIT_ID, &error);
  g_autoptr (WmFrameworkEdit) edit =
    wm_framework_edit_set_text (lait, ids, WM_FIELD_TITLE, "Ours now", &error);

  g_assert_no_error (error);
  return wm_framework_edit_apply (edit, lait);
}

/* It follows the imports until somebody edits it, and again when what was edited is removed. */
static void
test_lait (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) edited = NULL;
  const WmFixtureRow local = { "OURS", "", "370", "2019", 1, 0 };

  g_assert_null (wm_project_load_framework (f->project, WM_FRAMEWORK_LAIT_ID, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
  g_clear_error (&error);
  wm_fixture_import (wm_project_get_store (f->project), "local", &local, 1);
  assert_ids (f, "");
  import_lait (f, "CPP_rate");
  assert_ids (f, "(lait) ");
  g_assert_cmpuint (count_lait (f), ==, 1);
  import_lait (f, "LAC");
  g_assert_cmpuint (count_lait (f), ==, 2);
  g_assert_true (wm_project_set_active_framework (f->project, WM_FRAMEWORK_LAIT_ID, &error));
  assert_ids (f, "(lait)* ");
  edited = rename_lait (f);
  g_assert_false (wm_project_add_framework (f->project, edited, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (wm_project_save_framework (f->project, edited, &error));
  assert_ids (f, "lait* ");
  import_lait (f, "CIN");
  g_assert_cmpuint (count_lait (f), ==, 2);
  g_assert_true (wm_project_remove_framework (f->project, WM_FRAMEWORK_LAIT_ID, &error));
  assert_ids (f, "(lait)* ");
  g_assert_cmpuint (count_lait (f), ==, 3);
}

static void
test_lait_undone (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *active = NULL;

  import_lait (f, "CPP_rate");
  g_assert_true (wm_project_set_active_framework (f->project, WM_FRAMEWORK_LAIT_ID, &error));
  g_assert_true (wm_store_undo_import (wm_project_get_store (f->project), 1, &error));
  assert_ids (f, "");
  active = wm_project_dup_active_framework_id (f->project);
  g_assert_null (active);
}

static void
test_versions (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) then = NULL;
  g_autoptr (WmFramework) now = NULL;
  g_autoptr (WmFramework) kept = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  gint64 id = 0;

  import_lait (f, "CPP_rate");
  then = wm_project_load_framework (f->project, WM_FRAMEWORK_LAIT_ID, &error);
  g_assert_true (wm_project_keep_framework_version (f->project, WM_FRAMEWORK_LAIT_ID, "Before", &id, &error));
  now = rename_lait (f);
  g_assert_true (wm_project_save_framework (f->project, now, &error));
  kept = wm_project_load_framework_version (f->project, id, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_equal (kept, then));
  g_assert_false (wm_framework_equal (kept, now));
  versions = wm_project_list_framework_versions (f->project, WM_FRAMEWORK_LAIT_ID, &error);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpstr (((WmFrameworkVersion *) g_ptr_array_index (versions, 0))->note, ==, "Before");
  g_assert_null (wm_project_list_framework_versions (f->project, "none", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

static void
assert_named (const char *name, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_load_named (name, &error);

  if (title == NULL)
    {
      g_assert_null (framework);
      g_assert_nonnull (error);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (wm_framework_get_title (framework), ==, title);
}

static void
test_named (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) edited = NULL;
  g_autofree char *lait = g_strconcat (f->path, ":lait", NULL);
  g_autofree char *version = g_strconcat (f->path, ":lait@1", NULL);
  g_autofree char *no_version = g_strconcat (f->path, ":lait@2", NULL);
  g_autofree char *odd_version = g_strconcat (f->path, ":lait@1x", NULL);
  g_autofree char *unknown = g_strconcat (f->path, ":none", NULL);

  import_lait (f, "CPP_rate");
  g_assert_true (wm_project_keep_framework_version (f->project, WM_FRAMEWORK_LAIT_ID, NULL, NULL, &error));
  edited = rename_lait (f);
  g_assert_true (wm_project_save_framework (f->project, edited, &error));
  assert_named (lait, "Ours now");
  assert_named (version, "Measures of the Local Authority Interactive Tool");
  assert_named (no_version, NULL);
  assert_named (odd_version, NULL);
  assert_named (unknown, NULL);
  assert_named ("lait", "Measures of the Local Authority Interactive Tool");
  assert_named ("no-such", NULL);
  assert_named ("no-such.waymark:lait", NULL);
  assert_named ("no-such.wmframework", NULL);
}

static void
test_copy_as (Fixture *f, gconstpointer data)
{
  static const char *const bad[] = { "", "1st", "with space", "KPI1" };
  g_autoptr (WmFramework) herd = load_herd ();

  g_assert_nonnull (wm_framework_find (herd, "KPI1"));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (wm_framework_copy_as (herd, bad[i], &error));
      g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
    }
}

static void
test_id_for (void)
{
  static const struct
  {
    const char *title;
    const char *id;
  } cases[] = {
    { "Our Outcomes (2025)", "our-outcomes-2025" },
    { "Größe & Güte", "grosse-gute" },
    { "2025", "framework" },
    { "…", "framework" },
    { "A title that is so long that nobody would want to type it", "a-title-that-is-so-long-that-nobody-woul" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = wm_framework_dup_id_for (cases[i].title);

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

#define ADD(name, function) \
  g_test_add ("/project/frameworks/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("add", test_add);
  ADD ("too-large", test_too_large);
  ADD ("remove", test_remove);
  ADD ("lait", test_lait);
  ADD ("lait-undone", test_lait_undone);
  ADD ("versions", test_versions);
  ADD ("named", test_named);
  ADD ("copy-as", test_copy_as);
  g_test_add_func ("/project/frameworks/id-for", test_id_for);
  return g_test_run ();
}
