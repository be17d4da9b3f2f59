/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Groups as people write them. */

#include "wm-group.h"
#include "wm-store-groups.h"
#include "wm-test.h"

static void
test_resolve (void)
{
  static const struct
  {
    const char *items;
    int n;           /* areas; -1 when it is refused */
    const char *label;
    int error_code;
  } cases[] = {
    { "Leeds", 1, "Leeds", 0 },
    { "Leeds; York;Leeds", 2, NULL, 0 },
    { "E08000035", 1, "Leeds", 0 },
    { "region:Yorkshire and the Humber", 15, "Yorkshire and The Humber", 0 },
    { "region:London", 33, NULL, 0 },
    { "region:London (Inner)", 14, NULL, 0 },
    { "neighbours2025:Barnsley", 10, "2025 neighbours of Barnsley", 0 },
    { "neighbours2021:370", 10, NULL, 0 },
    { "neighbours:Barnsley", 10, NULL, 0 },
    { "england", 1, "England", 0 },
    { "all", 153, "all authorities", 0 },
    { "group:Three", 3, "Three", 0 },
    { "Hull", 1, NULL, 0 },
    { "Atlantis", -1, NULL, WM_PROJECT_ERROR_UNKNOWN_AREA },
    { "region:Leeds", -1, NULL, WM_PROJECT_ERROR_UNKNOWN_GROUP },
    { "neighbours1999:Leeds", -1, NULL, WM_PROJECT_ERROR_UNKNOWN_GROUP },
    { " ; ", -1, NULL, WM_PROJECT_ERROR_EMPTY_GROUP },
  };
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "p.waymark", NULL);
  g_autoptr (WmProject) project = wm_project_create (path, NULL);
  g_autoptr (WmAreaGroup) three = wm_area_group_new ("Three", NULL,
                                                     (const char *[]) { "370", "383", "816", NULL });

  g_assert_true (wm_store_add_group (wm_project_get_store (project), three, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) items = wm_group_split ((const char *[]) { cases[i].items, NULL });
      g_autoptr (WmGroup) group = wm_group_resolve (project, (const char *const *) items, &error);

      g_test_message ("%s", cases[i].items);
      if (cases[i].n < 0)
        {
          g_assert_error (error, WM_PROJECT_ERROR, cases[i].error_code);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (group->areas->len, ==, cases[i].n);
      if (cases[i].label != NULL)
        g_assert_cmpstr (group->label, ==, cases[i].label);
    }
  g_clear_pointer (&project, wm_project_unref);
  wm_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/group/resolve", test_resolve);
  return g_test_run ();
}
