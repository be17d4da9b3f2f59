/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Undo and redo. */

#include "config.h"

#include "wm-history.h"

#include <gio/gio.h>

/* An edit that adds to a number, and how it is taken back. */
typedef struct
{
  int *number;
  int step;
} Step;

static gboolean
add (gpointer data, GError **error)
{
  Step *step = data;

  *step->number += step->step;
  return TRUE;
}

static gboolean
subtract (gpointer data, GError **error)
{
  Step *step = data;

  *step->number -= step->step;
  return TRUE;
}

static gboolean
refuse (gpointer data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "refused");
  return FALSE;
}

static Step *
step_new (int *number, int step)
{
  Step *self = g_new (Step, 1);

  self->number = number;
  self->step = step;
  return self;
}

static void
count_cb (GObject *object, int *count)
{
  (*count)++;
}

static void
test_undo_redo (void)
{
  g_autoptr (WmHistory) history = wm_history_new ();
  int number = 0, n_changed = 0;

  g_signal_connect (history, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_null (wm_history_get_undo_label (history));
  g_assert_true (wm_history_do (history, "Add One", add, subtract, step_new (&number, 1), g_free, NULL));
  g_assert_true (wm_history_do (history, "Add Ten", add, subtract, step_new (&number, 10), g_free, NULL));
  g_assert_cmpint (number, ==, 11);
  g_assert_cmpstr (wm_history_get_undo_label (history), ==, "Add Ten");

  g_assert_true (wm_history_undo (history, NULL));
  g_assert_cmpint (number, ==, 1);
  g_assert_cmpstr (wm_history_get_redo_label (history), ==, "Add Ten");
  g_assert_true (wm_history_redo (history, NULL));
  g_assert_cmpint (number, ==, 11);
  g_assert_cmpint (n_changed, ==, 4);
}

static void
test_new_edit_ends_redo (void)
{
  g_autoptr (WmHistory) history = wm_history_new ();
  int number = 0;

  wm_history_do (history, "Add One", add, subtract, step_new (&number, 1), g_free, NULL);
  wm_history_undo (history, NULL);
  wm_history_do (history, "Add Five", add, subtract, step_new (&number, 5), g_free, NULL);
  g_assert_null (wm_history_get_redo_label (history));
  g_assert_true (wm_history_undo (history, NULL));
  g_assert_true (wm_history_undo (history, NULL)); /* there is nothing more */
  g_assert_cmpint (number, ==, 0);
}

static void
test_refused_edit_leaves_no_trace (void)
{
  g_autoptr (WmHistory) history = wm_history_new ();
  g_autoptr (GError) error = NULL;
  int number = 0;

  g_assert_false (wm_history_do (history, "Add One", refuse, subtract, step_new (&number, 1), g_free,
                                 &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (wm_history_get_undo_label (history));
}

static void
test_edit_made_already (void)
{
  g_autoptr (WmHistory) history = wm_history_new ();
  int number = 7;

  wm_history_add (history, "Import", add, subtract, step_new (&number, 7), g_free);
  g_assert_cmpint (number, ==, 7);
  g_assert_true (wm_history_undo (history, NULL));
  g_assert_cmpint (number, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/history/undo-redo", test_undo_redo);
  g_test_add_func ("/gui/history/new-edit-ends-redo", test_new_edit_ends_redo);
  g_test_add_func ("/gui/history/refused-edit-leaves-no-trace", test_refused_edit_leaves_no_trace);
  g_test_add_func ("/gui/history/edit-made-already", test_edit_made_already);
  return g_test_run ();
}
