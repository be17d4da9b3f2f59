/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Making, opening, locking and copying projects; files that are none are left as they are. */

#include "wm-store-areas.h"
#include "wm-store-fixture.h"
#include "wm-store-imports.h"
#include "wm-store-observations.h"
#include "wm-store-settings.h"
#include "wm-test.h"

#include <glib/gstdio.h>

#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = wm_test_make_folder ();
  f->path = wm_fixture_make (f->folder, "ä project.waymark");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_free (f->path);
  wm_test_remove_folder (f->folder);
}

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

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Opens a file that must be refused, and looks that nothing was changed or left beside it. */
static void
assert_refused (const char *folder, const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = read_bytes (path);
  g_autoptr (GBytes) after = NULL;
  guint n_files = count_files (folder);
  WmStore *store = wm_store_open (path, WM_STORE_DEFAULT, &error);

  g_assert_null (store);
  g_assert_error (error, WM_STORE_ERROR, code);
  after = read_bytes (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (folder), ==, n_files);
}

static void
write_bytes (const char *path, const char *content, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static void
test_open (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = read_bytes (f->path);
  g_autoptr (GBytes) after = NULL;
  WmStore *store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);

  g_assert_no_error (error);
  g_assert_false (wm_store_is_read_only (store));
  g_assert_null (wm_store_get_read_only_reason (store));
  g_assert_cmpstr (wm_store_get_path (store), ==, f->path);
  wm_store_unref (store);
  after = read_bytes (f->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_create_existing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = read_bytes (f->path);
  g_autoptr (GBytes) after = NULL;

  g_assert_null (wm_store_create (f->path, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  after = read_bytes (f->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_missing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder, "none.waymark", NULL);

  g_assert_null (wm_store_open (path, WM_STORE_DEFAULT, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (wm_store_open (f->folder, WM_STORE_DEFAULT, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_free (path);
  path = g_build_filename (f->folder, "no folder", "new.waymark", NULL);
  g_assert_null (wm_store_create (path, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_FAILED);
}

static void
test_not_ours (Fixture *f, gconstpointer data)
{
  static const struct { const char *text; gsize length; int code; } cases[] = {
    { "", 0, WM_STORE_ERROR_NOT_OURS },
    { "S", 1, WM_STORE_ERROR_NOT_OURS },
    { "la_code,value\n370,1\n", 20, WM_STORE_ERROR_NOT_OURS },
    { "SQLite format 3\0\x10\0", 18, WM_STORE_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      write_bytes (f->path, cases[i].text, cases[i].length);
      assert_refused (f->folder, f->path, cases[i].code);
    }
}

/* Writes one byte of the file anew. */
static void
poke (const char *path, gsize offset, guint8 byte)
{
  g_autoptr (GBytes) bytes = read_bytes (path);
  gsize length;
  g_autofree char *content = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));

  content[offset] = byte;
  write_bytes (path, content, length);
}

static void
test_foreign_database (Fixture *f, gconstpointer data)
{
  poke (f->path, 68, 0); /* the application's number */
  assert_refused (f->folder, f->path, WM_STORE_ERROR_NOT_OURS);
}

static void
test_newer (Fixture *f, gconstpointer data)
{
  poke (f->path, 63, 3); /* the schema version */
  assert_refused (f->folder, f->path, WM_STORE_ERROR_NEWER);
  poke (f->path, 63, 0);
  assert_refused (f->folder, f->path, WM_STORE_ERROR_DAMAGED);
}

static void
test_truncated (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) whole = read_bytes (f->path);
  gsize length;
  const char *content = g_bytes_get_data (whole, &length);

  for (gsize i = 1; i < 64; i++)
    {
      gsize cut = length * i / 64 + (i % 3);

      write_bytes (f->path, content, cut);
      assert_refused (f->folder, f->path, WM_STORE_ERROR_DAMAGED);
    }
  write_bytes (f->path, content, 40);
  assert_refused (f->folder, f->path, WM_STORE_ERROR_DAMAGED);
}

/* Whatever byte of the header is wrong, the program lives and the file stays as it was. */
static void
test_header_flips (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) whole = read_bytes (f->path);
  const guint8 *original = g_bytes_get_data (whole, NULL);

  for (gsize offset = 0; offset < 100; offset++)
    for (guint8 bit = 1; bit != 0; bit <<= 3)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (WmStore) store = NULL;
        g_autoptr (GBytes) before = NULL, after = NULL;

        write_bytes (f->path, (const char *) original, g_bytes_get_size (whole));
        poke (f->path, offset, original[offset] ^ bit);
        before = read_bytes (f->path);
        store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
        g_assert_true ((store == NULL) == (error != NULL));
        g_clear_pointer (&store, wm_store_unref);
        after = read_bytes (f->path);
        g_assert_true (g_bytes_equal (before, after));
        g_assert_cmpuint (count_files (f->folder), ==, 1);
      }
}

/* Adds figures enough for several levels of pages. */
static void
add_many (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStore) store = wm_store_open (path, WM_STORE_DEFAULT, &error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (WmFixtureRow));
  static char breakdowns[400][8];

  for (int i = 0; i < 400; i++)
    {
      g_snprintf (breakdowns[i], sizeof breakdowns[i], "age=%d", i);
      g_array_append_vals (rows, &(WmFixtureRow) { "LAC", breakdowns[i], "371", "2019", i, 0 }, 1);
    }
  g_assert_no_error (error);
  wm_fixture_import (store, "lait", &g_array_index (rows, WmFixtureRow, 0), rows->len);
}

/* Whichever page is overwritten or was never written, the file is refused and left as it is. */
static void
test_damaged_pages (Fixture *f, gconstpointer data)
{
  static const guint8 patterns[] = { 0x00, 0x5a };
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *content = NULL;
  const char *original;
  gsize length;

  add_many (f->path);
  whole = read_bytes (f->path);
  original = g_bytes_get_data (whole, &length);
  content = g_memdup2 (original, length);
  g_assert_cmpuint (length, >, 40 * 4096);
  for (gsize page = 4096; page < length; page += 4096)
    for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
      {
        memset (content + page, patterns[i], 4096);
        write_bytes (f->path, content, length);
        assert_refused (f->folder, f->path, WM_STORE_ERROR_DAMAGED);
        memcpy (content + page, original + page, 4096);
      }
}

/* A figure that was changed within its page is seen by a verification only. */
static void
test_changed_figure (Fixture *f, gconstpointer data)
{
  static const guint8 figure[] = { 0x40, 0x44, 0xc0, 0, 0, 0, 0, 0 }; /* 41.5 */
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) whole = read_bytes (f->path);
  g_autoptr (WmStore) store = NULL;
  gsize length;
  const guint8 *content = g_bytes_get_data (whole, &length);
  gsize place = 0;

  while (place < length - sizeof figure && memcmp (content + place, figure, sizeof figure) != 0)
    place++;
  g_assert_cmpuint (place, <, length - sizeof figure);
  poke (f->path, place + 2, 0x40);
  store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (wm_store_verify_import (store, 1, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_DAMAGED);
}

static void
test_second_window (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStore) first = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_autoptr (WmStore) second = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_autoptr (WmStore) third = NULL;

  g_assert_no_error (error);
  g_assert_true (wm_store_is_read_only (second));
  g_assert_nonnull (wm_store_get_read_only_reason (second));
  g_assert_false (wm_store_set_setting (second, "a", "b", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (wm_store_writer_begin (second, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  wm_store_set_setting (first, "a", "b", &error);
  g_assert_no_error (error);
  g_clear_pointer (&first, wm_store_unref);
  third = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (wm_store_is_read_only (third));
}

static char *
make_lock_path (Fixture *f)
{
  g_autofree char *base = g_path_get_basename (f->path);
  g_autofree char *name = g_strconcat (".~lock.", base, NULL);

  return g_build_filename (f->folder, name, NULL);
}

static void
test_stale_lock (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = make_lock_path (f);
  g_autofree char *text = g_strdup_printf ("%s\n1\n2020-01-01T00:00:00Z\n", g_get_host_name ());
  WmStore *store;

  write_bytes (lock, text, strlen (text));
  store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (wm_store_is_read_only (store));
  wm_store_unref (store);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static void
test_other_host (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = make_lock_path (f);
  const char *text = "no-such-host\n1\n2020-01-01T00:00:00Z\n";
  g_autoptr (WmStore) store = NULL;

  write_bytes (lock, text, strlen (text));
  store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (wm_store_is_read_only (store));
  g_assert_nonnull (strstr (wm_store_get_read_only_reason (store), "no-such-host"));
  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
}

static gpointer
read_setting_thread (gpointer data)
{
  g_autoptr (WmStore) sibling = data;
  g_autoptr (GError) error = NULL;
  char *value = wm_store_dup_setting (sibling, "a", &error);

  g_assert_no_error (error);
  return value;
}

static void
test_sibling (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WmStore *store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_autoptr (WmStore) kept = NULL, other = NULL;
  g_autofree char *value = NULL;

  wm_store_set_setting (store, "a", "Größe", &error);
  g_assert_no_error (error);
  value = g_thread_join (g_thread_new ("reader", read_setting_thread,
                                       wm_store_open_sibling (store, &error)));
  g_assert_cmpstr (value, ==, "Größe");
  kept = wm_store_open_sibling (store, &error);
  wm_store_unref (store);
  other = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (wm_store_is_read_only (other));
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStore) store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_autoptr (WmStore) reader = wm_store_open (f->path, WM_STORE_READ_ONLY, &error);
  g_autofree char *path = g_build_filename (f->folder, "copy ü.waymark", NULL);
  g_autoptr (WmStore) copy = NULL;

  g_assert_false (wm_store_copy_to (store, f->path, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  write_bytes (path, "old", 3);
  wm_store_copy_to (store, path, &error);
  g_assert_no_error (error);
  wm_store_copy_to (reader, path, &error);
  g_assert_no_error (error);
  copy = wm_store_open (path, WM_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (wm_store_is_read_only (copy));
  wm_store_verify_import (copy, 1, &error);
  g_assert_no_error (error);
}

static void
test_copy_no_folder (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmStore) store = wm_store_open (f->path, WM_STORE_DEFAULT, &error);
  g_autofree char *path = g_build_filename (f->folder, "none", "copy.waymark", NULL);

  g_assert_false (wm_store_copy_to (store, path, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (f->folder), ==, 2);
}

#define ADD(name, function) \
  g_test_add ("/store/file/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("open", test_open);
  ADD ("create-existing", test_create_existing);
  ADD ("missing", test_missing);
  ADD ("not-ours", test_not_ours);
  ADD ("foreign-database", test_foreign_database);
  ADD ("newer", test_newer);
  ADD ("truncated", test_truncated);
  ADD ("header-flips", test_header_flips);
  ADD ("damaged-pages", test_damaged_pages);
  ADD ("changed-figure", test_changed_figure);
  ADD ("second-window", test_second_window);
  ADD ("stale-lock", test_stale_lock);
  ADD ("other-host", test_other_host);
  ADD ("sibling", test_sibling);
  ADD ("copy", test_copy);
  ADD ("copy-no-folder", test_copy_no_folder);
  return g_test_run ();
}
