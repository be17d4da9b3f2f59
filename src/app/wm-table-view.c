/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A table on screen: charts as tables, findings, changes, coefficients. Columns of numbers are set
 * flush right, with figures of equal width and in the user's language. */

#include "config.h"

#include "wm-table-view.h"

#include "wm-accessible.h"
#include "wm-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_DECIMALS 4
#define WORD_CHARS 14 /* a column of text is no narrower than a long word, if it has one [characters] */
#define LONG_CHARS 30 /* nor, where it has a long text, than a third of that, or this */
#define CELL_PADDING 13 /* above and below a line of text, with the rule between rows [px] */
#define MAX_HEIGHT 420 /* a longer table scrolls by itself [px] */

/* A row is its index: the cells are asked from the table. */
#define WM_TYPE_TABLE_ROW (wm_table_row_get_type ())
G_DECLARE_FINAL_TYPE (WmTableRow, wm_table_row, WM, TABLE_ROW, GObject)

struct _WmTableRow
{
  GObject parent_instance;

  gsize index;
};

G_DEFINE_FINAL_TYPE (WmTableRow, wm_table_row, G_TYPE_OBJECT)

static void
wm_table_row_class_init (WmTableRowClass *klass)
{
}

static void
wm_table_row_init (WmTableRow *self)
{
}

struct _WmTableView
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  WmTable *table;    /* owned; NULL while there is none */
  GListStore *rows;  /* owned; of WmTableRow */
  gboolean wraps;    /* long text takes several lines; else it is cut with an ellipsis */
  guint fill_source; /* 0 when the rows are there */
};

enum
{
  PROP_0,
  PROP_WRAPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmTableView, wm_table_view, ADW_TYPE_BIN)

static void
wm_table_view_finalize (GObject *object)
{
  WmTableView *self = WM_TABLE_VIEW (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->table, wm_table_unref);
  G_OBJECT_CLASS (wm_table_view_parent_class)->finalize (object);
}

static void
wm_table_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WRAPS:
      g_value_set_boolean (value, WM_TABLE_VIEW (object)->wraps);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_table_view_set_property (GObject *object, guint property_id, const GValue *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WRAPS:
      WM_TABLE_VIEW (object)->wraps = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_table_view_class_init (WmTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = wm_table_view_finalize;
  object_class->get_property = wm_table_view_get_property;
  object_class->set_property = wm_table_view_set_property;
  properties[PROP_WRAPS] =
    g_param_spec_boolean ("wraps", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wm_table_view_init (WmTableView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *selection;

  self->rows = g_list_store_new (WM_TYPE_TABLE_ROW);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  wm_accessible_set_name (GTK_WIDGET (self->view), _("Table"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  adw_bin_set_child (ADW_BIN (self), scroller);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
}

/* About four figures are worth reading: 610.5, 47.37, 0.202. */
static int
limit_decimals (const WmTable *table, gsize column)
{
  double largest = 0;
  int limit = MAX_DECIMALS;

  for (gsize row = 0; row < wm_table_get_n_rows (table); row++)
    {
      double number = wm_table_get_number (table, row, column);

      largest = isnan (number) ? largest : MAX (largest, fabs (number));
    }
  while (limit > 1 && largest >= 1)
    {
      limit--;
      largest /= 10;
    }
  return limit;
}

/* The fewest decimals that show every number of a column as it is, within that limit. */
static int
count_decimals (const WmTable *table, gsize column)
{
  int limit = limit_decimals (table, column);
  int decimals = 0;

  for (gsize row = 0; row < wm_table_get_n_rows (table); row++)
    {
      double number = wm_table_get_number (table, row, column);

      while (!isnan (number) && decimals < limit
             && fabs (wm_number_round (number, decimals) - number) > 1e-9)
        decimals++;
    }
  return decimals;
}

/* How narrow a column of text that wraps may become: words stay whole, and rows low. */
static int
count_chars (const WmTable *table, gsize column)
{
  glong longest = 0;

  for (gsize row = 0; row < wm_table_get_n_rows (table); row++)
    {
      const char *text = wm_table_get_text (table, row, column);

      longest = MAX (longest, text != NULL ? g_utf8_strlen (text, -1) : 0);
    }
  return (int) MAX (MIN (longest, WORD_CHARS), MIN (longest / 3, LONG_CHARS));
}

typedef struct
{
  WmTable *table;
  gsize index;
  gboolean is_number;
  gboolean wraps;
  int decimals;
  int min_chars; /* of text */
} Column;

static void
column_free (gpointer data, GClosure *closure)
{
  Column *column = data;

  wm_table_unref (column->table);
  g_free (column);
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  if (column->is_number)
    {
      gtk_widget_add_css_class (label, "numeric");
    }
  else if (!column->wraps)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 6);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
    }
  else
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), column->min_chars);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  gsize row = WM_TABLE_ROW (gtk_list_item_get_item (item))->index;

  if (column->is_number)
    {
      double number = wm_table_get_number (column->table, row, column->index);
      g_autofree char *text = isnan (number) ? g_strdup ("")
                                             : wm_number_format_display (number, column->decimals);

      gtk_label_set_text (label, text);
    }
  else
    {
      const char *text = wm_table_get_text (column->table, row, column->index);

      gtk_label_set_text (label, text != NULL ? text : "");
    }
}

/* Tables that the command writes too have headings for programs: here they are for people. */
static const char *
name_column (const char *name)
{
  static const struct
  {
    const char *name;
    const char *heading;
  } headings[] = {
    { "change", N_("Change") },
    { "indicator", N_("Code") },
    { "item", N_("Item") },
    { "kind", N_("Kind") },
    { "new_status", N_("New status") },
    { "new_value", N_("New value") },
    { "now", N_("Now") },
    { "old_status", N_("Old status") },
    { "old_value", N_("Old value") },
    { "period", N_("Period") },
    { "then", N_("Then") },
    { "title", N_("Measure") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].name, name))
      return _(headings[i].heading);
  return name;
}

static void
add_column (WmTableView *self, gsize index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column =
    gtk_column_view_column_new (name_column (wm_table_get_name (self->table, index)), factory);
  Column *column = g_new (Column, 1);

  column->table = wm_table_ref (self->table);
  column->index = index;
  column->wraps = self->wraps;
  column->is_number = wm_table_get_kind (self->table, index) == WM_COLUMN_NUMBER;
  column->decimals = column->is_number ? count_decimals (self->table, index) : 0;
  column->min_chars = column->is_number ? 0 : count_chars (self->table, index);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), column);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cell_cb), column, column_free, 0);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, !column->is_number);
  gtk_column_view_append_column (self->view, view_column);
}

static void
clear_columns (WmTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* About how many lines of text a row takes: the more columns, the sooner a text is wrapped. */
static gsize
count_lines (const WmTable *table, gsize row)
{
  gsize n_columns = wm_table_get_n_columns (table);
  glong width = n_columns > 4 ? 32 : 60;
  gsize n_lines = 1;

  for (gsize c = 0; c < n_columns; c++)
    {
      const char *text = wm_table_get_kind (table, c) == WM_COLUMN_TEXT
                           ? wm_table_get_text (table, row, c)
                           : NULL;

      if (text != NULL)
        n_lines = MAX (n_lines, (gsize) ((g_utf8_strlen (text, -1) + width - 1) / width));
    }
  return n_lines;
}

/* Lines of all rows, as far as they can be seen at once. */
static gsize
count_visible_lines (WmTableView *self)
{
  gsize n_rows = MIN (wm_table_get_n_rows (self->table), MAX_HEIGHT / CELL_PADDING);
  gsize n_lines = 0;

  for (gsize row = 0; row < n_rows; row++)
    n_lines += self->wraps ? count_lines (self->table, row) : 1;
  return n_lines;
}

/* A list does not know how high its rows will be before they are there: about the height of a heading
 * and of the rows is asked for, so that nothing below moves when they come. */
static void
ask_for_height (WmTableView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int line = PANGO_PIXELS (pango_font_metrics_get_height (metrics)) + CELL_PADDING;
  gsize n_rows = count_visible_lines (self);

  pango_font_metrics_unref (metrics);
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              MIN ((int) (n_rows + 1) * line, MAX_HEIGHT));
}

/* Adds all rows in one go: each change of the list would be laid out by itself. */
static gboolean
fill_cb (gpointer user_data)
{
  WmTableView *self = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  self->fill_source = 0;
  for (gsize i = 0; i < wm_table_get_n_columns (self->table); i++)
    add_column (self, i);
  for (gsize i = 0; i < wm_table_get_n_rows (self->table); i++)
    {
      WmTableRow *row = g_object_new (WM_TYPE_TABLE_ROW, NULL);

      row->index = i;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
  return G_SOURCE_REMOVE;
}

/**
 * wm_table_view_set_table:
 * @self: a table on screen
 * @table: (nullable): the table to show
 *
 * Shows a table. Its rows appear after what is drawn above them: charts do not wait for tables.
 */
void
wm_table_view_set_table (WmTableView *self, WmTable *table)
{
  g_return_if_fail (WM_IS_TABLE_VIEW (self));

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_list_store_remove_all (self->rows);
  clear_columns (self);
  g_clear_pointer (&self->table, wm_table_unref);
  if (table == NULL)
    return;
  self->table = wm_table_ref (table);
  ask_for_height (self);
  self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

/**
 * wm_table_view_get_table:
 * @self: a table on screen
 *
 * Returns: (transfer none) (nullable): the table that is shown
 */
WmTable *
wm_table_view_get_table (WmTableView *self)
{
  g_return_val_if_fail (WM_IS_TABLE_VIEW (self), NULL);

  return self->table;
}
