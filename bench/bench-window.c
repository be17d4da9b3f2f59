/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Says when a window has painted what it was opened for, and ends: a bare libadwaita window with a
 * label, or Waymark's window with the first chart of a project. The time printed is that of the
 * monotonic clock [microseconds]; bench-window.py knows when the program was started.
 *
 *   bench-window bare
 *   bench-window P.waymark CODE
 */

#include "config.h"

#include "wm-chart-canvas.h"
#include "wm-settings.h"
#include "wm-window.h"
#include "wm-workspace.h"

#include <adwaita.h>

typedef struct
{
  const char *path; /* NULL for the bare window */
  const char *code;
  GtkWidget *window;
  GApplication *application;
} Bench;

/* Finds a mapped chart in the tree below @widget. */
static gboolean
has_chart (GtkWidget *widget)
{
  if (WM_IS_CHART_CANVAS (widget))
    return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_chart (child))
      return TRUE;
  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->path != NULL && !has_chart (bench->window))
    return;
  g_print ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_signal_handlers_disconnect_by_data (clock, bench);
  g_application_quit (bench->application);
}

static void
realize_cb (GtkWidget *window, Bench *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    bench);
}

static GtkWidget *
make_bare_window (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), gtk_label_new ("A window"));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 700);
  return window;
}

static GtkWidget *
make_project_window (GtkApplication *application, const Bench *bench)
{
  g_autoptr (WmSettings) settings = wm_settings_new ();
  g_autoptr (GFile) file = g_file_new_for_path (bench->path);
  WmWindow *window = wm_window_new (application, settings);

  wm_window_open (window, file);
  wm_workspace_set_measure (wm_window_get_workspace (window), bench->code);
  wm_window_show_page (window, "trends");
  return GTK_WIDGET (window);
}

static void
activate_cb (GtkApplication *application, Bench *bench)
{
  bench->window = bench->path != NULL ? make_project_window (application, bench)
                                      : make_bare_window (application);
  g_signal_connect (bench->window, "realize", G_CALLBACK (realize_cb), bench);
  gtk_window_present (GTK_WINDOW (bench->window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application = NULL;
  Bench bench = { 0 };

  if (argc != 2 && argc != 3)
    {
      g_printerr ("usage: bench-window bare | bench-window P.waymark CODE\n");
      return 2;
    }
  if (argc == 3)
    {
      bench.path = argv[1];
      bench.code = argv[2];
    }
  application = adw_application_new ("io.github.waymark_project.Waymark.Bench",
                                     G_APPLICATION_NON_UNIQUE);
  bench.application = G_APPLICATION (application);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &bench);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
