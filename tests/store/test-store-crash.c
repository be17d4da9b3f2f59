/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A program that is killed, a disk that is full: the project is as it was before. The program runs
 * itself as a child for the killing. */

#include "wm-store-fixture.h"
#include "wm-store-frameworks.h"
#include "wm-store-imports.h"
#include "wm-store-observations.h"
#include "wm-store-private.h"
#include "wm-store-settings.h"
#include "wm-test.h"

#include <stdio.h>
#include <string.h>

static char *program;

static void
fill (WmStoreWriter *writer, int n_measures)
{
  char code[16];
  WmFixtureRow row = { code, "", "370", "2018", 1, 0 };

  for (int i = 0; i < n_measures; i++)
    {
      g_snprintf (code, sizeof code, "M%d", i);
      wm_fixture_add (writer, &row);
    }
}

/* Says that the parent may kill, and waits for it. */
static void
wait_for_death (void)
{
  puts ("ready");
  fflush (stdout);
  g_usleep (60 * G_USEC_PER_SEC);
}

static void
die_among_rows (WmStore *store)
{
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (store, NULL);

  fill (writer, 3000);
  wait_for_death ();
}

/* Rows on the disk, the journal beside them: what a program leaves that is killed in a commit. */
static void
die_in_commit (WmStore *store)
{
  g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (store, NULL);

  sqlite3_exec (store->db, "PRAGMA cache_spill = 1; PRAGMA cache_size = 1;", NULL, NULL, NULL);
  fill (writer, 3000);
  wait_for_death ();
}

/* Imports without end; the parent kills at any moment. */
static void
die_anywhere (WmStore *store)
{
  puts ("ready");
  fflush (stdout);
  while (TRUE)
    {
      g_autoptr (WmStoreWriter) writer = wm_store_writer_begin (store, NULL);
      g_autoptr (WmProvenance) provenance = wm_provenance_new ();

      fill (writer, 200);
      wm_store_writer_commit (writer, provenance, NULL);
    }
}

/* Edits of a framework without end: a text of one letter, another one each time. */
static void
die_in_editing (WmStore *store)
{
  g_autoptr (WmFrameworkEntry) entry = wm_framework_entry_new ("f", "F", NULL, NULL);

  for (guint i = 0;; i++)
    {
      g_autofree char *text = g_strnfill (300000, 'a' + i % 26);
      g_autoptr (GBytes) document = g_bytes_new (text, strlen (text));

      wm_store_put_framework (store, entry, document, NULL);
      if (i == 0)
        puts ("ready");
      fflush (stdout);
    }
}

static const struct
{
  const char *name;
  void (*run) (WmStore *store);
} children[] = {
  { "rows", die_among_rows },
  { "commit", die_in_commit },
  { "anywhere", die_anywhere },
  { "editing", die_in_editing },
};

static int
run_child (const char *name, const char *path)
{
  WmStore *store = wm_store_open (path, WM_STORE_DEFAULT, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    if (store != NULL && g_str_equal (name, children[i].name))
      children[i].run (store);
  return 1;
}

/* Runs a child on the project, waits for its word, then @delay [µs], then kills it. */
static void
kill_child (const char *name, const char *path, gulong delay)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child", name, path, NULL);
  char word[6] = "";

  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (child), word, 5, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (word, ==, "ready");
  g_usleep (delay);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
}

/* Opens what a killed program left: whole, for writing, with the values of before. */
static void
assert_whole (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStore) store = wm_store_open (path, WM_STORE_DEFAULT, &error);
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (WmPanel) panel = NULL;

  g_assert_no_error (error);
  g_assert_false (wm_store_is_read_only (store));
  imports = wm_store_list_imports (store, &error);
  for (guint i = 0; i < imports->len; i++)
    {
      WmProvenance *import = g_ptr_array_index (imports, i);

      wm_store_verify_import (store, import->id, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (import->n_values, ==, i == 0 ? 1 : 200);
    }
  panel = wm_store_load_panel (store, "CPP_rate", NULL, NULL, &error);
  g_assert_no_error (error);
  wm_assert_close (panel->values[0], 41.5, 0);
}

static void
test_killed_among_rows (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = wm_fixture_make (folder, "p.waymark");
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before, n_after;

  g_file_get_contents (path, &before, &n_before, NULL);
  kill_child ("rows", path, 0);
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
  assert_whole (path);
  wm_test_remove_folder (folder);
}

static void
test_killed_in_commit (gconstpointer data)
{
  WmStoreFlags flags = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  char *folder = wm_test_make_folder ();
  g_autofree char *path = wm_fixture_make (folder, "p.waymark");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  WmStore *store;

  kill_child ("commit", path, 0);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  store = wm_store_open (path, flags, &error);
  g_assert_no_error (error);
  wm_store_unref (store);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  assert_whole (path);
  wm_test_remove_folder (folder);
}

static void
test_killed_anywhere (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = wm_fixture_make (folder, "p.waymark");

  for (gulong i = 0; i < 12; i++)
    {
      kill_child ("anywhere", path, i * 1700 % 9000);
      assert_whole (path);
    }
  wm_test_remove_folder (folder);
}

/* The framework is as one of the edits left it, whole. */
static void
test_killed_in_editing (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = wm_fixture_make (folder, "p.waymark");

  for (gulong i = 0; i < 12; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WmStore) store = NULL;
      g_autoptr (GBytes) document = NULL;
      g_autofree char *expected = NULL;
      const char *text;

      kill_child ("editing", path, i * 1700 % 9000);
      store = wm_store_open (path, WM_STORE_DEFAULT, &error);
      g_assert_no_error (error);
      document = wm_store_get_framework (store, "f", &error);
      g_assert_no_error (error);
      text = g_bytes_get_data (document, NULL);
      expected = g_strnfill (300000, text[0]);
      g_assert_cmpmem (text, g_bytes_get_size (document), expected, strlen (expected));
    }
  assert_whole (path);
  wm_test_remove_folder (folder);
}

static void
test_full (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = wm_fixture_make (folder, "p.waymark");
  g_autoptr (GError) error = NULL;
  WmStore *store = wm_store_open (path, WM_STORE_DEFAULT, &error);
  g_autoptr (WmStoreWriter) writer = NULL;
  g_autoptr (WmProvenance) provenance = wm_provenance_new ();
  g_autofree char *long_text = g_strnfill (200000, 'x');

  sqlite3_exec (store->db, "PRAGMA max_page_count = 1;", NULL, NULL, NULL);
  g_assert_false (wm_store_set_setting (store, "a", long_text, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FULL);
  g_clear_error (&error);
  writer = wm_store_writer_begin (store, &error);
  g_assert_no_error (error);
  provenance->mapping = g_steal_pointer (&long_text);
  g_assert_false (wm_store_writer_commit (writer, provenance, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FULL);
  g_clear_pointer (&writer, wm_store_writer_free);
  wm_store_unref (store);
  assert_whole (path);
  wm_test_remove_folder (folder);
}

/* Another program, which knows nothing of our lock, is writing. */
static void
test_busy (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = wm_fixture_make (folder, "p.waymark");
  g_autoptr (GError) error = NULL;
  WmStore *store = wm_store_open (path, WM_STORE_DEFAULT, &error);
  WmStore *other = wm_store_open_sibling (store, &error);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  sqlite3_busy_timeout (store->db, 10);
  sqlite3_exec (other->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  g_assert_false (wm_store_set_setting (store, "a", "b", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_BUSY);
  g_clear_error (&error);
  value = wm_store_dup_setting (store, "a", &error);
  g_assert_no_error (error);
  g_assert_null (value);
  wm_store_unref (other);
  wm_store_set_setting (store, "a", "b", &error);
  g_assert_no_error (error);
  wm_store_unref (store);
  wm_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--child"))
    return run_child (argv[2], argv[3]);
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/crash/among-rows", test_killed_among_rows);
  g_test_add_data_func ("/store/crash/in-commit", GUINT_TO_POINTER (WM_STORE_DEFAULT),
                        test_killed_in_commit);
  g_test_add_data_func ("/store/crash/in-commit-read-only", GUINT_TO_POINTER (WM_STORE_READ_ONLY),
                        test_killed_in_commit);
  g_test_add_func ("/store/crash/anywhere", test_killed_anywhere);
  g_test_add_func ("/store/crash/editing", test_killed_in_editing);
  g_test_add_func ("/store/crash/full", test_full);
  g_test_add_func ("/store/crash/busy", test_busy);
  return g_test_run ();
}
