/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Frameworks in a project: added, replaced, removed and brought back, and their versions. */

#include "wm-store-fixture.h"
#include "wm-store-frameworks.h"
#include "wm-store-settings.h"
#include "wm-test.h"

#include <string.h>

typedef struct
{
  char *folder;
  WmStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->folder = wm_test_make_folder ();
  path = wm_fixture_make (f->folder, "p.waymark");
  f->store = wm_store_open (path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  wm_store_unref (f->store);
  wm_test_remove_folder (f->folder);
}

static gboolean
put (Fixture *f, gboolean may_replace, const char *id, const char *title, const char *text,
     GError **error)
{
  g_autoptr (WmFrameworkEntry) entry = wm_framework_entry_new (id, title, "2", "2025-04");
  g_autoptr (GBytes) document = g_bytes_new_static (text, strlen (text));

  return may_replace ? wm_store_put_framework (f->store, entry, document, error)
                     : wm_store_add_framework (f->store, entry, document, error);
}

static void
assert_text (Fixture *f, const char *id, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = wm_store_get_framework (f->store, id, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (document, NULL), g_bytes_get_size (document), text, strlen (text));
}

/* The ids in order, the active one with a star. */
static void
assert_ids (Fixture *f, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = wm_store_list_frameworks (f->store, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const WmFrameworkEntry *entry = g_ptr_array_index (list, i);

      g_string_append_printf (ids, "%s%s ", entry->id, entry->is_active ? "*" : "");
      g_assert_cmpstr (entry->edition, ==, "2");
      g_assert_cmpstr (entry->date, ==, "2025-04");
      g_assert_cmpuint (strlen (entry->changed_at), ==, strlen ("2025-04-01T12:00:00Z"));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static gboolean
has (Fixture *f, const char *id)
{
  g_autoptr (GError) error = NULL;
  gboolean has = FALSE;

  g_assert_true (wm_store_has_framework (f->store, id, &has, &error));
  return has;
}

static void
test_put (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_ids (f, "");
  g_assert_true (put (f, FALSE, "b", "Zweites", "<b/>", &error));
  g_assert_true (put (f, FALSE, "a", "Zuerst", "<ä 'quoted' \"text\"/>\n", &error));
  assert_ids (f, "a b ");
  assert_text (f, "a", "<ä 'quoted' \"text\"/>\n");
  g_assert_false (put (f, FALSE, "a", "Other", "<other/>", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  assert_text (f, "a", "<ä 'quoted' \"text\"/>\n");
  g_assert_true (put (f, TRUE, "a", "Zz, last now", "<other/>", &error));
  assert_text (f, "a", "<other/>");
  assert_ids (f, "b a ");
  g_assert_true (has (f, "a") && !has (f, "c"));
  g_assert_null (wm_store_get_framework (f->store, "c", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

static void
test_remove (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (put (f, FALSE, "a", "A", "<a/>", &error));
  g_assert_true (put (f, FALSE, "b", "B", "<b/>", &error));
  g_assert_true (wm_store_set_setting (f->store, WM_SETTING_FRAMEWORK, "b", &error));
  assert_ids (f, "a b* ");
  g_assert_true (wm_store_remove_framework (f->store, "b", &error));
  assert_ids (f, "a ");
  g_assert_false (has (f, "b"));
  g_assert_false (wm_store_remove_framework (f->store, "b", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
  g_clear_error (&error);
  g_assert_true (wm_store_restore_framework (f->store, "b", &error));
  assert_ids (f, "a b* ");
  assert_text (f, "b", "<b/>");
  g_assert_false (wm_store_restore_framework (f->store, "b", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

static void
keep (Fixture *f, const char *note, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFrameworkVersion) version = wm_framework_version_new ("a", "1", note);
  g_autoptr (GBytes) document = g_bytes_new_static (text, strlen (text));

  g_assert_true (wm_store_keep_framework_version (f->store, version, document, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version->id, >, 0);
  g_assert_nonnull (version->kept_at);
}

static guint
count_versions (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = wm_store_list_framework_versions (f->store, "a", &error);

  g_assert_no_error (error);
  return list->len;
}

static void
test_versions (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GBytes) document = NULL;
  WmFrameworkVersion *latest;

  g_assert_true (put (f, FALSE, "a", "A", "<a/>", &error));
  keep (f, NULL, "<a1/>");
  keep (f, "Merged two", "<a2/>");
  list = wm_store_list_framework_versions (f->store, "a", &error);
  g_assert_cmpuint (list->len, ==, 2);
  latest = g_ptr_array_index (list, 0);
  g_assert_cmpstr (latest->note, ==, "Merged two");
  document = wm_store_get_framework_version (f->store, latest->id, &error);
  g_assert_cmpmem (g_bytes_get_data (document, NULL), g_bytes_get_size (document), "<a2/>", 5);
  g_assert_true (wm_store_remove_framework_version (f->store, latest->id, &error));
  g_assert_null (wm_store_get_framework_version (f->store, latest->id, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
  g_clear_error (&error);
  g_assert_cmpuint (count_versions (f), ==, 1);
  g_assert_true (wm_store_keep_framework_version (f->store, latest, document, &error));
  g_assert_cmpuint (count_versions (f), ==, 2);
}

/* Versions come back with the framework that they are of, but another framework that takes the id
 * does not get them. */
static void
test_versions_of_removed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (put (f, FALSE, "a", "A", "<a/>", &error));
  keep (f, NULL, "<a1/>");
  g_assert_true (wm_store_remove_framework (f->store, "a", &error));
  g_assert_true (wm_store_restore_framework (f->store, "a", &error));
  g_assert_cmpuint (count_versions (f), ==, 1);
  g_assert_true (put (f, TRUE, "a", "A", "<changed/>", &error));
  g_assert_cmpuint (count_versions (f), ==, 1);
  g_assert_true (wm_store_remove_framework (f->store, "a", &error));
  g_assert_true (put (f, FALSE, "a", "Stranger", "<stranger/>", &error));
  g_assert_cmpuint (count_versions (f), ==, 0);
  assert_text (f, "a", "<stranger/>");
}

#define ADD(name, function) \
  g_test_add ("/store/frameworks/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("put", test_put);
  ADD ("remove", test_remove);
  ADD ("versions", test_versions);
  ADD ("versions-of-removed", test_versions_of_removed);
  return g_test_run ();
}
