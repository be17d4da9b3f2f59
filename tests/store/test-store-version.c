/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Projects of every released version: brought up to date with all that was in them, read as they
 * are where they may only be read, and as they were when that is broken off. The program runs itself
 * as a child for the breaking off. */

#include "wm-store-frameworks.h"
#include "wm-store-lock-private.h"
#include "wm-store-sample.h"
#include "wm-store-saved.h"
#include "wm-store-schema-private.h"
#include "wm-store-settings.h"
#include "wm-test.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

static char *program;

typedef struct
{
  char *folder;
  char *path;
  GBytes *before;
} Fixture;

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

/* Puts a copy of a kept project into a folder of its own. */
static void
set_up (Fixture *f, gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = g_test_build_filename (G_TEST_DIST, "projects", name, NULL);

  f->folder = wm_test_make_folder ();
  f->path = g_build_filename (f->folder, "p.waymark", NULL);
  f->before = read_bytes (kept);
  g_file_set_contents (f->path, g_bytes_get_data (f->before, NULL), g_bytes_get_size (f->before),
                       &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer name)
{
  g_chmod (f->path, 0600);
  g_bytes_unref (f->before);
  g_free (f->path);
  wm_test_remove_folder (f->folder);
}

static void
assert_unchanged (Fixture *f)
{
  g_autoptr (GBytes) after = read_bytes (f->path);

  g_assert_true (g_bytes_equal (f->before, after));
}

/* The version that the header of the file says. */
static guint8
read_file_version (Fixture *f)
{
  g_autoptr (GBytes) bytes = read_bytes (f->path);

  return ((const guint8 *) g_bytes_get_data (bytes, NULL))[63];
}

static void
test_update (Fixture *f, gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  guint8 version = read_file_version (f);
  WmStore *store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_cmpint (wm_store_was_updated (store), ==, version < WM_STORE_VERSION);
  wm_sample_assert (store);
  if (version >= 2)
    wm_sample_assert_frameworks (store);
  wm_store_unref (store);
  g_assert_cmpint (read_file_version (f), ==, WM_STORE_VERSION);
  store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (wm_store_was_updated (store));
  wm_sample_assert (store);
  wm_store_unref (store);
}

static void
assert_reads (WmStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) frameworks = wm_store_list_frameworks (store, &error);
  g_autoptr (GPtrArray) versions = wm_store_list_framework_versions (store, "ours", &error);
  g_autoptr (GPtrArray) analyses = wm_store_list_saved (store, WM_SAVED_ANALYSIS, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (frameworks->len, ==, 0);
  g_assert_cmpuint (versions->len, ==, 0);
  g_assert_cmpuint (analyses->len, ==, 0);
  wm_sample_assert (store);
}

static void
assert_refuses_writing (WmStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFrameworkEntry) entry = wm_framework_entry_new ("a", "A", NULL, NULL);
  g_autoptr (GBytes) document = g_bytes_new_static ("<a/>", 4);

  g_assert_true (wm_store_is_read_only (store));
  g_assert_false (wm_store_was_updated (store));
  g_assert_false (wm_store_put_framework (store, entry, document, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, wm_store_get_read_only_reason (store)));
  g_assert_nonnull (strstr (error->message, "older version"));
}

/* A project of version 1 that may only be read, and a copy of it that may be changed. */
static void
test_read_only (Fixture *f, gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  WmStore *store = wm_store_open (f->path, WM_STORE_READ_ONLY, &error);
  g_autofree char *copy = g_build_filename (f->folder, "copy.waymark", NULL);
  WmStore *sibling;

  g_assert_no_error (error);
  assert_reads (store);
  assert_refuses_writing (store);
  sibling = wm_store_open_sibling (store, &error);
  g_assert_no_error (error);
  assert_reads (sibling);
  wm_store_unref (sibling);
  wm_store_copy_to (store, copy, &error);
  g_assert_no_error (error);
  wm_store_unref (store);
  assert_unchanged (f);
  store = wm_store_open (copy, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (wm_store_was_updated (store));
  wm_sample_assert (store);
  wm_store_unref (store);
}

/* A window of the older program has the project. */
static void
test_locked (Fixture *f, gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  WmStoreLock *lock = wm_store_lock_take (f->path, &reason);
  WmStore *store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  assert_reads (store);
  assert_refuses_writing (store);
  wm_store_unref (store);
  wm_store_lock_unref (lock);
  assert_unchanged (f);
}

static int
die (void *data)
{
  puts ("ready");
  fflush (stdout);
  g_usleep (60 * G_USEC_PER_SEC);
  return 0;
}

/* Stops each connection when its first change is about to be committed; most pages are in the file
 * by then. */
static int
watch_connection (sqlite3 *db, char **message, const void *routines)
{
  sqlite3_exec (db, "PRAGMA cache_spill = 1; PRAGMA cache_size = 1;", NULL, NULL, NULL);
  sqlite3_commit_hook (db, die, NULL);
  return SQLITE_OK;
}

static int
run_child (const char *path)
{
  sqlite3_auto_extension ((void (*) (void)) watch_connection);
  return wm_store_open (path, WM_STORE_DEFAULT, NULL) != NULL ? 0 : 1;
}

static void
test_killed (Fixture *f, gconstpointer name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", f->path, NULL);
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  WmStore *store;
  char word[6] = "";

  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), word, 5, NULL, NULL, &error);
  g_assert_cmpstr (word, ==, "ready");
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  store = wm_store_open (f->path, WM_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_reads (store);
  wm_store_unref (store);
  assert_unchanged (f);
  test_update (f, name);
}

#define ADD(path, file, function) \
  g_test_add ("/store/version/" path, Fixture, file, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("1/update", "version-1.waymark", test_update);
  ADD ("1/read-only", "version-1.waymark", test_read_only);
  ADD ("1/locked", "version-1.waymark", test_locked);
  ADD ("1/killed", "version-1.waymark", test_killed);
  ADD ("2/update", "version-2.waymark", test_update);
  return g_test_run ();
}
