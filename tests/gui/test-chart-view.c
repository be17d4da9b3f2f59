/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A chart on screen: what a screen reader gets of it, and how its points are walked. */

#include "config.h"

#include "wm-chart-canvas.h"
#include "wm-chart-view.h"
#include "wm-chart-table.h"

#include <math.h>

typedef struct
{
  WmChart *chart;
  GtkWidget *window;
  WmChartView *view;
  GtkWidget *canvas;
  GtkEventController *keys;
} Fixture;

static WmChart *
make_chart (void)
{
  const char *const labels[] = { "2021", "2022", "2023", "2024" };
  const double own[] = { 40, 42.5, NAN, 45 };
  const guint8 own_missing[] = { WM_MISSING_NONE, WM_MISSING_NONE, WM_MISSING_SUPPRESSED,
                                 WM_MISSING_NONE };
  const double country[] = { 50, 49, 48, 47 };
  const guint8 none[] = { 0, 0, 0, 0 };
  WmChart *chart = wm_chart_new_time_series (labels, G_N_ELEMENTS (labels));

  wm_chart_set_title (chart, "Eastmoor rose");
  wm_chart_set_measure (chart, "Children in care");
  wm_chart_set_unit (chart, "per 10,000");
  wm_chart_set_decimals (chart, 1);
  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "Eastmoor", own, own_missing, none);
  wm_chart_add_series (chart, WM_SERIES_ROLE_COUNTRY, "England", country, none, none);
  return chart;
}

static GtkEventController *
find_keys (GtkWidget *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  return NULL;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->chart = make_chart ();
  self->window = gtk_window_new ();
  self->view = WM_CHART_VIEW (wm_chart_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  wm_chart_view_set_chart (self->view, self->chart);
  self->canvas = wm_chart_view_get_canvas (self->view);
  self->keys = find_keys (self->canvas);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  gtk_widget_grab_focus (self->canvas);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  wm_chart_unref (self->chart);
}

static gboolean
press (Fixture *self, guint key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (self->keys, "key-pressed", key, 0, 0, &handled);
  return handled;
}

static void
assert_point (Fixture *self, gsize series, gsize index)
{
  gsize at_series = G_MAXSIZE, at_index = G_MAXSIZE;

  g_assert_true (wm_chart_canvas_get_point (WM_CHART_CANVAS (self->canvas), &at_series, &at_index));
  g_assert_cmpuint (at_series, ==, series);
  g_assert_cmpuint (at_index, ==, index);
}

static void
test_accessible (Fixture *self, gconstpointer data)
{
  g_autofree char *words = wm_chart_dup_alt_text (self->chart);

  g_assert_cmpuint (g_utf8_strlen (words, -1), >, 20);
  gtk_test_accessible_assert_role (self->canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (self->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Eastmoor rose");
  gtk_test_accessible_assert_property (self->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

/* The first key goes to the latest point of the first line; each step moves the focus to the other
 * child, which has the words of the point by then. */
static void
test_walk_is_spoken (Fixture *self, gconstpointer data)
{
  g_autofree char *latest = wm_chart_dup_point_words (self->chart, 0, 3);
  g_autofree char *hidden = wm_chart_dup_point_words (self->chart, 0, 2);
  GtkWidget *first, *second;

  g_assert_true (press (self, GDK_KEY_Left));
  assert_point (self, 0, 3);
  first = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (gtk_widget_get_parent (first) == self->canvas);
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL, latest);

  g_assert_true (press (self, GDK_KEY_Left));
  assert_point (self, 0, 2);
  second = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (second != first);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL, hidden);
}

static void
test_walk_lines (Fixture *self, gconstpointer data)
{
  press (self, GDK_KEY_Home);
  press (self, GDK_KEY_Home);
  assert_point (self, 0, 0);
  press (self, GDK_KEY_Left); /* there is nothing before */
  assert_point (self, 0, 0);
  press (self, GDK_KEY_Down);
  assert_point (self, 1, 0);
  press (self, GDK_KEY_End);
  assert_point (self, 1, 3);
  press (self, GDK_KEY_Page_Up);
  assert_point (self, 0, 3);
  press (self, GDK_KEY_Up); /* there is no line above */
  assert_point (self, 0, 3);
}

static void
test_escape_leaves_points (Fixture *self, gconstpointer data)
{
  gsize series, index;

  press (self, GDK_KEY_Right);
  g_assert_true (press (self, GDK_KEY_Escape));
  g_assert_false (wm_chart_canvas_get_point (WM_CHART_CANVAS (self->canvas), &series, &index));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == self->canvas);
}

static void
test_zero_key (Fixture *self, gconstpointer data)
{
  g_assert_true (wm_chart_get_starts_at_zero (self->chart));
  g_assert_true (press (self, GDK_KEY_z));
  g_assert_false (wm_chart_get_starts_at_zero (self->chart));
}

/* A suppressed value is a reason in its own column and no number. */
static void
test_table (Fixture *self, gconstpointer data)
{
  g_autoptr (WmTable) table = wm_chart_get_table (self->chart);
  gboolean has_reason = FALSE;

  g_assert_cmpuint (wm_table_get_n_rows (table), >=, 4);
  for (gsize c = 0; c < wm_table_get_n_columns (table); c++)
    for (gsize r = 0; r < wm_table_get_n_rows (table); r++)
      if (wm_table_get_kind (table, c) == WM_COLUMN_TEXT
          && g_strcmp0 (wm_table_get_text (table, r, c),
                        wm_missing_get_words (WM_MISSING_SUPPRESSED)) == 0)
        has_reason = TRUE;
  g_assert_true (has_reason);
}

static void
got_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

/* One copy carries the picture and its words. */
static void
test_copy_image (Fixture *self, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->view));
  g_autofree char *words = wm_chart_dup_alt_text (self->chart);
  g_autofree char *text = NULL;

  gtk_widget_activate_action (GTK_WIDGET (self->view), "chart.copy-image", NULL);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "image/png"));
  gdk_clipboard_read_text_async (clipboard, NULL, got_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, words);
}

#define ADD(name, func) g_test_add ("/gui/chart-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("accessible", test_accessible);
  ADD ("walk-is-spoken", test_walk_is_spoken);
  ADD ("walk-lines", test_walk_lines);
  ADD ("escape-leaves-points", test_escape_leaves_points);
  ADD ("zero-key", test_zero_key);
  ADD ("table", test_table);
  ADD ("copy-image", test_copy_image);
  return g_test_run ();
}
