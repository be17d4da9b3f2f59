/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the tests share: comparing numbers, folders that vanish, real data where it is at hand. */

#include "config.h"

#include "wm-test.h"

#include <glib/gstdio.h>

void
wm_test_assert_close (const char *file, int line, const char *expression, double actual,
                      double expected, double tolerance)
{
  double scale = MAX (1, fabs (expected));

  if (isnan (expected) ? isnan (actual) : fabs (actual - expected) <= tolerance * scale)
    return;
  g_error ("%s:%d: %s is %.15g, expected %.15g within %g", file, line, expression, actual, expected,
           tolerance);
}

/* Makes an empty folder for one test; free it with wm_test_remove_folder(). */
char *
wm_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("waymark-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

/* Removes a folder with the files in it and frees @path. */
void
wm_test_remove_folder (char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        {
          wm_test_remove_folder (child);
          continue;
        }
      g_remove (child);
      g_free (child);
    }
  g_rmdir (path);
  g_free (path);
}

/* Finds a file of the real published data, which is not part of the project: its folder is named
 * by WAYMARK_TEST_DATA. Marks the test as skipped and gives NULL where it is absent. */
char *
wm_test_find_real_data (const char *name)
{
  const char *folder = g_getenv ("WAYMARK_TEST_DATA");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  g_test_skip ("the real data are not here (WAYMARK_TEST_DATA)");
  return NULL;
}
