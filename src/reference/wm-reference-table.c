/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Tables in the project's own format: lines that begin with "# " say what the table is, then comes
 * plain CSV with a header line. It is our own format, so the reader is strict: UTF-8, comma, line
 * feed, quotes only around a whole cell, the same number of cells in every line. Files from the
 * outside world go through the room "table", which is lenient. */

#include "config.h"

#include "wm-reference-table.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "wm-number.h"
#include "wm-reference-resources.h"

struct _WmReferenceTable
{
  GString *about;      /* the lines of the comment, without their marks */
  GPtrArray *columns;  /* char *, names from the header line */
  GPtrArray *rows;     /* GPtrArray of char * */
  GArray *lines;       /* guint, line on which each row begins, counted from 1 */
};

static WmReferenceTable *
reference_table_new (void)
{
  WmReferenceTable *self = g_new0 (WmReferenceTable, 1);

  self->about = g_string_new (NULL);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * wm_reference_table_free:
 * @self: (transfer full) (nullable): a table
 *
 * Frees a table with its cells.
 */
void
wm_reference_table_free (WmReferenceTable *self)
{
  if (self == NULL)
    return;
  g_string_free (self->about, TRUE);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->lines);
  g_free (self);
}

/* Reads the inside of a quoted cell; leaves *@position after the closing quote. */
static gboolean
read_quoted (const char **position, GString *cell)
{
  const char *p = *position + 1;

  for (; *p != '\0' && *p != '\n'; p++)
    {
      if (*p == '"' && p[1] != '"')
        {
          *position = p + 1;
          return TRUE;
        }
      p += *p == '"' ? 1 : 0;
      g_string_append_c (cell, *p);
    }
  return FALSE;
}

/* Reads one cell; leaves *@position on the comma or at the end of the line. */
static gboolean
read_cell (const char **position, GString *cell)
{
  gsize length;

  g_string_truncate (cell, 0);
  if (**position == '"')
    return read_quoted (position, cell) && strchr (",\n", **position) != NULL;
  length = strcspn (*position, ",\"\n");
  g_string_append_len (cell, *position, length);
  *position += length;
  return **position != '"';
}

/* Reads one line of cells; leaves *@position at the start of the next line. */
static GPtrArray *
read_line (const char **position, guint line, GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) cell = g_string_new (NULL);

  for (;;)
    {
      if (!read_cell (position, cell))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("Line %u of the table has a quotation mark that does not belong there."),
                       line);
          return NULL;
        }
      g_ptr_array_add (cells, g_strdup (cell->str));
      if (**position != ',')
        break;
      (*position)++;
    }
  if (**position == '\n')
    (*position)++;
  return g_steal_pointer (&cells);
}

/* Takes the comment off the front; gives the number of lines that it had. */
static guint
read_about (WmReferenceTable *self, const char **position)
{
  guint n_lines = 0;

  for (; **position == '#'; n_lines++)
    {
      const char *start = *position + 1 + ((*position)[1] == ' ' ? 1 : 0);
      gsize length = strcspn (start, "\n");

      if (n_lines > 0)
        g_string_append_c (self->about, '\n');
      g_string_append_len (self->about, start, length);
      *position = start + length + (start[length] == '\n' ? 1 : 0);
    }
  return n_lines;
}

static gboolean
read_rows (WmReferenceTable *self, const char *position, guint line, GError **error)
{
  for (; *position != '\0'; line++)
    {
      g_autoptr (GPtrArray) cells = read_line (&position, line, error);

      if (cells == NULL)
        return FALSE;
      if (self->columns == NULL)
        {
          self->columns = g_steal_pointer (&cells);
          continue;
        }
      if (cells->len != self->columns->len)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("Line %1$u of the table has %2$u cells where the header line has %3$u."),
                       line, cells->len, self->columns->len);
          return FALSE;
        }
      g_ptr_array_add (self->rows, g_steal_pointer (&cells));
      g_array_append_val (self->lines, line);
    }
  if (self->columns != NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("The table is empty: it has no header line."));
  return FALSE;
}

/**
 * wm_reference_table_parse:
 * @text: a whole table
 * @error: return location
 *
 * Splits a table into cells. A table with a header line and no rows is a table.
 *
 * Returns: (transfer full): the table; %NULL with the number of the line at fault
 */
WmReferenceTable *
wm_reference_table_parse (const char *text, GError **error)
{
  g_autoptr (WmReferenceTable) self = NULL;
  guint n_lines;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("The table is not UTF-8 text."));
      return NULL;
    }
  self = reference_table_new ();
  n_lines = read_about (self, &text);
  if (!read_rows (self, text, n_lines + 1, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * wm_reference_table_load:
 * @name: name of a table that is compiled in, such as "areas"
 *
 * Loads a table of the program. That it can be read is a matter of the build, not of the user, so
 * anything else ends the program.
 *
 * Returns: (transfer full) (nullable): the table; %NULL when there is none of that name
 */
WmReferenceTable *
wm_reference_table_load (const char *name)
{
  g_autofree char *path = g_strconcat (WM_RESOURCE_PATH "/reference/", name, ".csv", NULL);
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (wm_reference_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  WmReferenceTable *self;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self = wm_reference_table_parse (text, &error);
  if (self == NULL)
    g_error ("built-in table %s: %s", name, error->message);
  return self;
}

/**
 * wm_reference_table_dup_about:
 * @self: a table
 *
 * Gets what the table says about itself: title, date, source, licence, one to a line.
 *
 * Returns: (transfer full): the lines; empty when there are none
 */
char *
wm_reference_table_dup_about (const WmReferenceTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_strdup (self->about->str);
}

/**
 * wm_reference_table_check:
 * @self: a table
 * @columns: (array zero-terminated=1): names of the columns that it must have, in order
 * @error: return location
 *
 * Checks that the table has exactly the columns that its reader counts on.
 *
 * Returns: whether it has
 */
gboolean
wm_reference_table_check (const WmReferenceTable *self, const char *const *columns, GError **error)
{
  g_return_val_if_fail (self != NULL && columns != NULL, FALSE);

  for (gsize i = 0; i < self->columns->len || columns[i] != NULL; i++)
    {
      const char *found = i < self->columns->len ? g_ptr_array_index (self->columns, i) : NULL;

      if (g_strcmp0 (found, columns[i]) == 0)
        continue;
      if (columns[i] == NULL)
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     _("The table has a column “%s” that does not belong in it."), found);
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     _("The table has no column “%1$s” in place %2$u."), columns[i], (guint) i + 1);
      return FALSE;
    }
  return TRUE;
}

/**
 * wm_reference_table_get_n_rows:
 * @self: a table
 *
 * Counts the rows, without the header line.
 *
 * Returns: how many there are
 */
gsize
wm_reference_table_get_n_rows (const WmReferenceTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * wm_reference_table_get_n_cells:
 * @self: a table
 *
 * Counts the cells of a row.
 *
 * Returns: how many columns there are
 */
gsize
wm_reference_table_get_n_cells (const WmReferenceTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * wm_reference_table_get_column:
 * @self: a table
 * @column: less than the number of columns
 *
 * Gets the name of a column.
 *
 * Returns: (transfer none): the name
 */
const char *
wm_reference_table_get_column (const WmReferenceTable *self, gsize column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, "");

  return g_ptr_array_index (self->columns, column);
}

/**
 * wm_reference_table_get_cell:
 * @self: a table
 * @row: less than the number of rows
 * @column: less than the number of columns
 *
 * Gets a cell.
 *
 * Returns: (transfer none): the text; empty for an empty cell
 */
const char *
wm_reference_table_get_cell (const WmReferenceTable *self, gsize row, gsize column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, "");
  g_return_val_if_fail (column < self->columns->len, "");

  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (self->rows, row), column);
}

/**
 * wm_reference_table_get_line:
 * @self: a table
 * @row: less than the number of rows
 *
 * Gets the line on which a row stands, for a message.
 *
 * Returns: the line, counted from 1
 */
guint
wm_reference_table_get_line (const WmReferenceTable *self, gsize row)
{
  g_return_val_if_fail (self != NULL && row < self->lines->len, 0);

  return g_array_index (self->lines, guint, row);
}

/**
 * wm_reference_table_read_int:
 * @cell: text of a cell
 * @number: (out): the number; 0 for an empty cell, untouched on failure
 *
 * Reads a whole number from 0 on.
 *
 * Returns: whether the cell is empty or holds one
 */
gboolean
wm_reference_table_read_int (const char *cell, int *number)
{
  double value = 0;

  g_return_val_if_fail (cell != NULL && number != NULL, FALSE);

  if (*cell != '\0'
      && (!wm_number_parse (cell, -1, &value) || value < 0 || value > G_MAXINT
          || value != (int) value))
    return FALSE;
  *number = value;
  return TRUE;
}
