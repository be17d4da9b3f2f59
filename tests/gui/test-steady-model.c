/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A long list that is scrolled down and then searched shows what was found and nothing else. */

#include "config.h"

#include "wm-steady-model.h"
#include "wm-test.h"

#include <adwaita.h>

#define N_ITEMS 2000

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, GHashTable *labels)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, GHashTable *labels)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
  g_hash_table_insert (labels, item, g_strdup (gtk_string_object_get_string (string)));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, GHashTable *labels)
{
  g_hash_table_remove (labels, item);
}

/* The first few and every hundredth: the first that goes is out of sight. */
static gboolean
is_found (gpointer item, gpointer user_data)
{
  const gboolean *is_searching = user_data;
  guint64 n = g_ascii_strtoull (gtk_string_object_get_string (item), NULL, 10);

  return !*is_searching || n < 5 || n % 100 == 50;
}

static GListModel *
make_numbers (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      gtk_string_list_append (list, text);
    }
  return G_LIST_MODEL (list);
}

static void
assert_all_found (GHashTable *labels)
{
  gboolean is_searching = TRUE;
  GHashTableIter iter;
  gpointer text;

  g_assert_cmpuint (g_hash_table_size (labels), >, 0);
  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    {
      g_autoptr (GtkStringObject) string = gtk_string_object_new (text);

      g_assert_true (is_found (string, &is_searching));
    }
}

static void
test_search_below (void)
{
  gboolean is_searching = FALSE;
  g_autoptr (GHashTable) labels = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_found, &is_searching, NULL));
  GListModel *filtered = G_LIST_MODEL (gtk_filter_list_model_new (make_numbers (), filter));
  GtkSingleSelection *selection = gtk_single_selection_new (wm_steady_model_new (filtered));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window = gtk_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), labels);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), labels);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), labels);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 300);
  gtk_window_present (GTK_WINDOW (window));
  wm_test_spin_until (g_hash_table_size (labels) > 0);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", N_ITEMS - 1);
  gtk_single_selection_set_selected (selection, 1950);
  is_searching = TRUE;
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_MORE_STRICT);
  assert_all_found (labels);
  g_assert_cmpstr (gtk_string_object_get_string (gtk_single_selection_get_selected_item (selection)), ==, "1950");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/gui/steady-model/search-below", test_search_below);
  return g_test_run ();
}
