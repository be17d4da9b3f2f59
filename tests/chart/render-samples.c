/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Draws the sample charts into a folder, to be looked at: render-samples FOLDER [NAME [SIZE [THEME]]] */

#include "config.h"

#include "chart-samples.h"
#include "wm-chart-export.h"

#include <stdio.h>
#include <stdlib.h>

static const struct
{
  double width, height;
} sizes[] = { { 480, 300 }, { 800, 600 }, { 1600, 900 }, { 1920, 1080 } };

static gboolean
render (const char *folder, const char *name, double width, double height, WmChartTheme theme)
{
  g_autoptr (WmChart) chart = chart_sample_new (name);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_strdup_printf ("%s-%.0fx%.0f-%s.png", name, width, height,
                                           wm_chart_theme_to_id (theme));
  g_autofree char *path = g_build_filename (folder, file, NULL);

  if (wm_chart_save (chart, path, WM_IMAGE_PNG, width, height, 1, theme, &error))
    return TRUE;
  fprintf (stderr, "%s\n", error->message);
  return FALSE;
}

int
main (int argc, char **argv)
{
  gboolean done = argc >= 2;

  for (gsize i = 0; done && chart_sample_get_name (i) != NULL; i++)
    for (gsize s = 0; done && s < G_N_ELEMENTS (sizes); s++)
      for (int theme = 0; done && theme < WM_N_CHART_THEMES; theme++)
        {
          const char *name = chart_sample_get_name (i);

          if ((argc > 2 && g_strcmp0 (argv[2], name) != 0)
              || (argc > 3 && atoi (argv[3]) != (int) sizes[s].width)
              || (argc > 4 && g_strcmp0 (argv[4], wm_chart_theme_to_id (theme)) != 0))
            continue;
          done = render (argv[1], name, sizes[s].width, sizes[s].height, theme);
        }
  return done ? 0 : 1;
}
