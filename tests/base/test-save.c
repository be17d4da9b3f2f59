/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A file is written whole or not at all, and a refusal names the file that was asked for. */

#include "wm-save.h"
#include "wm-test.h"

#include <string.h>

static void
test_replace (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "Šibenik.csv", NULL);
  g_autoptr (GBytes) first = g_bytes_new_static ("first one", 9);
  g_autoptr (GBytes) second = g_bytes_new_static ("2", 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (wm_save_bytes (first, path, &error));
  g_assert_true (wm_save_bytes (second, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "2");
  wm_test_remove_folder (folder);
}

/* The reason is in words, and no name that only the program knows is in it. */
static void
test_no_folder (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "gone", "x.csv", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("1", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (wm_save_bytes (bytes, path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "x.csv”: there is no such folder. "));
  wm_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/save/replace", test_replace);
  g_test_add_func ("/base/save/no-folder", test_no_folder);
  return g_test_run ();
}
