/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A table of text: charts as tables, findings, changes, coefficients. Columns of numbers are set
 * flush right with figures of equal width. */

#include "config.h"

#include "wm-table-view.h"

#include <glib/gi18n-lib.h>

struct _WmTextRow
{
  GObject parent_instance;

  GStrv cells;
  guint n_cells;
};

G_DEFINE_FINAL_TYPE (WmTextRow, wm_text_row, G_TYPE_OBJECT)

static void
wm_text_row_finalize (GObject *object)
{
  g_strfreev (WM_TEXT_ROW (object)->cells);
  G_OBJECT_CLASS (wm_text_row_parent_class)->finalize (object);
}

static void
wm_text_row_class_init (WmTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_text_row_finalize;
}

static void
wm_text_row_init (WmTextRow *self)
{
}

/**
 * wm_text_row_new:
 * @cells: (array zero-terminated=1): the texts of its cells
 *
 * Returns: (transfer full): a row
 */
WmTextRow *
wm_text_row_new (const char *const *cells)
{
  WmTextRow *self = g_object_new (WM_TYPE_TEXT_ROW, NULL);

  self->cells = g_strdupv ((char **) cells);
  self->n_cells = g_strv_length (self->cells);
  return self;
}

/**
 * wm_text_row_get_cell:
 * @self: a row
 * @column: index of a column
 *
 * Returns: its text; empty where the row is shorter
 */
const char *
wm_text_row_get_cell (WmTextRow *self, guint column)
{
  g_return_val_if_fail (WM_IS_TEXT_ROW (self), NULL);

  return column < self->n_cells ? self->cells[column] : "";
}

struct _WmTableView
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GListStore *rows; /* owned; of WmTextRow */
};

G_DEFINE_FINAL_TYPE (WmTableView, wm_table_view, ADW_TYPE_BIN)

static void
wm_table_view_finalize (GObject *object)
{
  g_clear_object (&WM_TABLE_VIEW (object)->rows);
  G_OBJECT_CLASS (wm_table_view_parent_class)->finalize (object);
}

static void
wm_table_view_class_init (WmTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_table_view_finalize;
}

static void
wm_table_view_init (WmTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *selection;

  self->rows = g_list_store_new (WM_TYPE_TEXT_ROW);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "is-number"));

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (is_number)
    {
      gtk_widget_add_css_class (label, "numeric");
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer column)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      wm_text_row_get_cell (WM_TEXT_ROW (gtk_list_item_get_item (item)),
                                            GPOINTER_TO_UINT (column)));
}

static void
add_column (WmTableView *self, const char *title, guint column, gboolean is_number)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = gtk_column_view_column_new (title, factory);

  g_object_set_data (G_OBJECT (factory), "is-number", GINT_TO_POINTER (is_number));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (column));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, !is_number);
  gtk_column_view_append_column (self->view, view_column);
}

/**
 * wm_table_view_new:
 *
 * Returns: (transfer none): an empty table; whoever adds it to a container owns it
 */
GtkWidget *
wm_table_view_new (void)
{
  return g_object_new (WM_TYPE_TABLE_VIEW, NULL);
}

/**
 * wm_table_view_set_columns:
 * @self: a table
 * @titles: (array zero-terminated=1): headings of its columns
 * @first_number: index of the first column of numbers; those before it are text
 *
 * Begins a new table: rows and columns that were there are gone.
 */
void
wm_table_view_set_columns (WmTableView *self, const char *const *titles, guint first_number)
{
  GListModel *columns;

  g_return_if_fail (WM_IS_TABLE_VIEW (self));

  columns = gtk_column_view_get_columns (self->view);
  g_list_store_remove_all (self->rows);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (guint i = 0; titles[i] != NULL; i++)
    add_column (self, titles[i], i, i >= first_number);
}

/**
 * wm_table_view_add_row:
 * @self: a table
 * @cells: (array zero-terminated=1): the texts of its cells
 *
 * Adds a row at the end.
 */
void
wm_table_view_add_row (WmTableView *self, const char *const *cells)
{
  g_autoptr (WmTextRow) row = wm_text_row_new (cells);

  g_return_if_fail (WM_IS_TABLE_VIEW (self));

  g_list_store_append (self->rows, row);
}

/**
 * wm_table_view_clear:
 * @self: a table
 *
 * Takes all rows away.
 */
void
wm_table_view_clear (WmTableView *self)
{
  g_return_if_fail (WM_IS_TABLE_VIEW (self));

  g_list_store_remove_all (self->rows);
}

/**
 * wm_table_view_get_n_rows:
 * @self: a table
 *
 * Returns: number of rows
 */
guint
wm_table_view_get_n_rows (WmTableView *self)
{
  g_return_val_if_fail (WM_IS_TABLE_VIEW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static void
append_cell (GString *text, guint column, const char *cell)
{
  g_autofree char *line = g_strdelimit (g_strdup (cell), "\t\n\r", ' ');

  if (column > 0)
    g_string_append_c (text, '\t');
  g_string_append (text, line);
}

/**
 * wm_table_view_to_text:
 * @self: a table
 *
 * Gives the table as lines of cells with tabs between them, as spreadsheets take it from the
 * clipboard.
 *
 * Returns: (transfer full): the text
 */
char *
wm_table_view_to_text (WmTableView *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *columns;
  guint n_columns;

  g_return_val_if_fail (WM_IS_TABLE_VIEW (self), NULL);

  columns = gtk_column_view_get_columns (self->view);
  n_columns = g_list_model_get_n_items (columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      append_cell (text, i, gtk_column_view_column_get_title (column));
    }
  g_string_append_c (text, '\n');
  for (guint r = 0; r < wm_table_view_get_n_rows (self); r++)
    {
      g_autoptr (WmTextRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), r);

      for (guint i = 0; i < n_columns; i++)
        append_cell (text, i, wm_text_row_get_cell (row, i));
      g_string_append_c (text, '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
