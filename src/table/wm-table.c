/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A small table as a value: named columns of text or numbers, written as aligned text, CSV or JSON.
 * Everything that the program exports as a table goes through here, so that numbers, empty cells
 * and dangerous text look the same everywhere. */

#include "config.h"

#include "wm-table.h"

#include "wm-json-writer.h"

#include <math.h>

#define COLUMN_GAP 2
#define WIDEST_TEXT 60

typedef struct
{
  char *name;
  WmColumnKind kind;
} Column;

typedef struct
{
  char *text;    /* of a text column; NULL is an empty cell */
  double number; /* of a number column; NaN is an empty cell */
} Cell;

struct _WmTable
{
  GArray *columns;   /* Column */
  GPtrArray *rows;   /* GArray of Cell */
};

G_DEFINE_BOXED_TYPE (WmTable, wm_table, wm_table_ref, wm_table_unref)

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->name);
}

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
table_clear (gpointer data)
{
  WmTable *self = data;

  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
}

/**
 * wm_table_new:
 *
 * Makes a table without columns.
 *
 * Returns: (transfer full): the table
 */
WmTable *
wm_table_new (void)
{
  WmTable *self = g_atomic_rc_box_new0 (WmTable);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, column_clear);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

/**
 * wm_table_ref:
 * @self: a table
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmTable *
wm_table_ref (WmTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_table_unref:
 * @self: (transfer full): a table
 *
 * Gives a reference back.
 */
void
wm_table_unref (WmTable *self)
{
  g_atomic_rc_box_release_full (self, table_clear);
}

/**
 * wm_table_add_column:
 * @self: a table without rows
 * @name: its heading
 * @kind: what it holds
 *
 * Adds a column.
 */
void
wm_table_add_column (WmTable *self, const char *name, WmColumnKind kind)
{
  Column column = { g_strdup (name), kind };

  g_return_if_fail (self != NULL && self->rows->len == 0);

  g_array_append_val (self->columns, column);
}

/**
 * wm_table_begin_row:
 * @self: a table
 *
 * Begins a row; its cells are added from left to right.
 */
void
wm_table_begin_row (WmTable *self)
{
  GArray *row;

  g_return_if_fail (self != NULL);

  row = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row, cell_clear);
  g_ptr_array_add (self->rows, row);
}

static void
add_cell (WmTable *self, Cell cell, WmColumnKind kind)
{
  GArray *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  g_assert (row->len < self->columns->len);
  g_assert (g_array_index (self->columns, Column, row->len).kind == kind);
  g_array_append_val (row, cell);
}

/**
 * wm_table_add_text:
 * @self: a table in which a row was begun
 * @text: (nullable): the text; %NULL for an empty cell
 *
 * Adds a cell of a text column.
 */
void
wm_table_add_text (WmTable *self, const char *text)
{
  g_return_if_fail (self != NULL && self->rows->len > 0);

  add_cell (self, (Cell) { g_strdup (text), NAN }, WM_COLUMN_TEXT);
}

/**
 * wm_table_add_number:
 * @self: a table in which a row was begun
 * @number: the number; NaN for an empty cell
 *
 * Adds a cell of a number column.
 */
void
wm_table_add_number (WmTable *self, double number)
{
  g_return_if_fail (self != NULL && self->rows->len > 0);

  add_cell (self, (Cell) { NULL, number }, WM_COLUMN_NUMBER);
}

/**
 * wm_table_get_n_columns:
 * @self: a table
 *
 * Counts the columns.
 *
 * Returns: how many there are
 */
gsize
wm_table_get_n_columns (const WmTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * wm_table_get_n_rows:
 * @self: a table
 *
 * Counts the rows.
 *
 * Returns: how many there are
 */
gsize
wm_table_get_n_rows (const WmTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * wm_table_get_name:
 * @self: a table
 * @column: index of a column
 *
 * Gets the heading of a column.
 *
 * Returns: (transfer none): the heading
 */
const char *
wm_table_get_name (const WmTable *self, gsize column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return g_array_index (self->columns, Column, column).name;
}

/**
 * wm_table_get_kind:
 * @self: a table
 * @column: index of a column
 *
 * Gets what a column holds.
 *
 * Returns: text or numbers
 */
WmColumnKind
wm_table_get_kind (const WmTable *self, gsize column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, WM_COLUMN_TEXT);

  return g_array_index (self->columns, Column, column).kind;
}

static const Cell *
get_cell (const WmTable *self, gsize row, gsize column)
{
  static const Cell empty = { NULL, NAN };
  const GArray *cells = g_ptr_array_index (self->rows, row);

  return column < cells->len ? &g_array_index (cells, Cell, column) : &empty;
}

/**
 * wm_table_get_text:
 * @self: a table
 * @row: index of a row
 * @column: index of a text column
 *
 * Gets a cell of a text column.
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
wm_table_get_text (const WmTable *self, gsize row, gsize column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return get_cell (self, row, column)->text;
}

/**
 * wm_table_get_number:
 * @self: a table
 * @row: index of a row
 * @column: index of a number column
 *
 * Gets a cell of a number column.
 *
 * Returns: the number; NaN when the cell is empty
 */
double
wm_table_get_number (const WmTable *self, gsize row, gsize column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NAN);

  return get_cell (self, row, column)->number;
}

static char *
format_for_people (const WmTable *self, gsize row, gsize column)
{
  const Cell *cell = get_cell (self, row, column);

  if (wm_table_get_kind (self, column) == WM_COLUMN_TEXT)
    return g_strdup (cell->text != NULL ? cell->text : "");
  if (isnan (cell->number))
    return g_strdup ("");
  return g_strdup_printf ("%.6g", cell->number);
}

/* Pads @text to @width columns of a terminal; numbers stand on the right. */
static void
append_padded (GString *line, const char *text, gsize width, gboolean is_number)
{
  gsize length = g_utf8_strlen (text, -1);
  gsize padding = width > length ? width - length : 0;

  if (is_number)
    g_string_append_printf (line, "%*s", (int) padding, "");
  g_string_append (line, text);
  if (!is_number)
    g_string_append_printf (line, "%*s", (int) padding, "");
  g_string_append_printf (line, "%*s", COLUMN_GAP, "");
}

static void
append_line (GString *text, GString *line)
{
  gsize length = line->len;

  while (length > 0 && line->str[length - 1] == ' ')
    length--;
  g_string_append_len (text, line->str, length);
  g_string_append_c (text, '\n');
  g_string_truncate (line, 0);
}

/**
 * wm_table_to_text:
 * @self: a table
 *
 * Writes a table in aligned columns for a terminal.
 *
 * Returns: (transfer full): the text
 */
char *
wm_table_to_text (const WmTable *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree gsize *widths = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));

  widths = g_new0 (gsize, self->columns->len + 1);
  for (gsize c = 0; c < self->columns->len; c++)
    {
      widths[c] = g_utf8_strlen (wm_table_get_name (self, c), -1);
      for (gsize r = 0; r < self->rows->len; r++)
        {
          g_autofree char *cell = format_for_people (self, r, c);

          widths[c] = MAX (widths[c], MIN ((gsize) g_utf8_strlen (cell, -1), WIDEST_TEXT));
        }
      append_padded (line, wm_table_get_name (self, c), widths[c],
                     wm_table_get_kind (self, c) == WM_COLUMN_NUMBER);
    }
  append_line (text, line);
  for (gsize r = 0; r < self->rows->len; r++)
    {
      for (gsize c = 0; c < self->columns->len; c++)
        {
          g_autofree char *cell = format_for_people (self, r, c);

          append_padded (line, cell, widths[c], wm_table_get_kind (self, c) == WM_COLUMN_NUMBER);
        }
      append_line (text, line);
    }
  return g_string_free (text, FALSE);
}

static void
write_json_cell (const WmTable *self, gsize row, gsize column, WmJsonWriter *writer)
{
  const Cell *cell = get_cell (self, row, column);

  if (wm_table_get_kind (self, column) == WM_COLUMN_TEXT)
    wm_json_writer_add_text (writer, wm_table_get_name (self, column), cell->text);
  else
    wm_json_writer_add_number (writer, wm_table_get_name (self, column), cell->number);
}

/**
 * wm_table_to_json:
 * @self: a table
 *
 * Writes a table as an array of objects, one for each row.
 *
 * Returns: (transfer full): the JSON text
 */
char *
wm_table_to_json (const WmTable *self)
{
  WmJsonWriter *writer = wm_json_writer_new ();

  g_return_val_if_fail (self != NULL, NULL);

  wm_json_writer_begin_array (writer, NULL);
  for (gsize r = 0; r < self->rows->len; r++)
    {
      wm_json_writer_begin_object (writer, NULL);
      for (gsize c = 0; c < self->columns->len; c++)
        write_json_cell (self, r, c, writer);
      wm_json_writer_end_object (writer);
    }
  wm_json_writer_end_array (writer);
  return wm_json_writer_finish (writer);
}
