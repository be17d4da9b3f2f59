/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A table that shall become a framework: read whole into memory, its heading found, and what each
 * column tells guessed, so that a person only has to put right what is wrong. */

#include "config.h"

#include "wm-framework-sheet-private.h"

#include "wm-csv-writer.h"
#include "wm-framework-read.h"
#include "wm-number.h"
#include "wm-table-reader.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Headings stand among the first rows: above them there may be a title or two. */
#define MAX_HEADING 20

struct _WmFrameworkSheet
{
  char *path;
  char *file_name;           /* for messages */
  GStrv names;               /* of the sheets of a workbook; NULL for text */
  guint selected;
  GPtrArray *rows;           /* of WmSheetRow: those below the heading */
  GStrv headings;
  guint n_columns;
  WmSheetTarget *targets;    /* one for each column */
  gboolean fills_down;
};

static void
row_free (WmSheetRow *row)
{
  g_strfreev (row->cells);
  g_free (row);
}

/* Takes off the apostrophe that makes a text harmless in a spreadsheet; workbooks need none. */
static void
undo_apostrophe (char *cell)
{
  if (*cell == '\'' && !wm_csv_text_is_harmless (cell + 1))
    memmove (cell, cell + 1, strlen (cell));
}

/* Lines inside a cell may end in CR and LF. */
static void
join_line_ends (char *cell)
{
  for (char *c = strstr (cell, "\r\n"); c != NULL; c = strstr (c, "\r\n"))
    memmove (c, c + 1, strlen (c));
}

static WmSheetRow *
row_new (const WmRow *row, gboolean is_workbook)
{
  WmSheetRow *copy = g_new0 (WmSheetRow, 1);

  copy->line = row->line;
  copy->cells = wm_row_dup_cells (row);
  copy->n_cells = g_strv_length (copy->cells);
  for (guint i = 0; i < copy->n_cells; i++)
    {
      if (!is_workbook)
        undo_apostrophe (copy->cells[i]);
      join_line_ends (copy->cells[i]);
    }
  return copy;
}

static gsize
measure_row (const WmRow *row)
{
  gsize size = 0;

  for (gsize i = 0; i < row->n_cells; i++)
    size += row->cells[i].length + sizeof (char *);
  return size;
}

/* All rows that say anything. */
static GPtrArray *
read_rows (WmTableReader *reader, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  gsize size = 0;
  const WmRow *row;

  while (wm_table_reader_next (reader, &row, NULL, error))
    {
      if (row == NULL)
        return g_steal_pointer (&rows);
      size += measure_row (row);
      if (size > WM_FRAMEWORK_MAX_SIZE)
        {
          g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE,
                       _("Line %" G_GUINT64_FORMAT ": the table is larger than any framework needs"), row->line);
          return NULL;
        }
      if (!wm_row_is_blank (row))
        g_ptr_array_add (rows, row_new (row, wm_table_reader_is_workbook (reader)));
    }
  return NULL;
}

/* How many cells of a row look like headings. */
static guint
count_headings (const WmSheetRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    n += wm_sheet_target_guess (row->cells[i]) != WM_SHEET_LEFT_OUT;
  return n;
}

/* The row with the headings: the one with the most of them, and the first when none has any. */
static guint
find_heading (const GPtrArray *rows)
{
  guint best = 0;

  for (guint i = 1; i < MIN (rows->len, MAX_HEADING); i++)
    if (count_headings (g_ptr_array_index (rows, i)) > count_headings (g_ptr_array_index (rows, best)))
      best = i;
  return best;
}

static gboolean
may_repeat (WmSheetTarget target)
{
  WmPartKind part;

  return target == WM_SHEET_LEFT_OUT || wm_sheet_target_is_part (target, &part);
}

static int
find_target (const WmFrameworkSheet *self, WmSheetTarget target)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->targets[i] == target)
      return (int) i;
  return -1;
}

/* Where the titles seem to be numbers, they are codes; and where nothing is a title, the definition
 * is all that there is to call an indicator. */
static void
correct_title (WmFrameworkSheet *self)
{
  WmSheetTarget title = wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_TITLE);
  WmSheetTarget code = wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_CODE);
  int definition = find_target (self, wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_DEFINITION));
  int column = find_target (self, title);
  double number;

  if (definition < 0
      || (column >= 0 && !wm_number_parse (wm_framework_sheet_get_sample (self, column), -1, &number)))
    return;
  if (column >= 0)
    self->targets[column] = find_target (self, code) < 0 ? code : WM_SHEET_LEFT_OUT;
  self->targets[definition] = title;
}

/* A table with ids of domains is the program's own: nothing is left blank there because it stands
 * above already. */
static void
guess_targets (WmFrameworkSheet *self)
{
  g_free (self->targets);
  self->targets = g_new0 (WmSheetTarget, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      WmSheetTarget target = wm_sheet_target_guess (self->headings[i]);

      if (may_repeat (target) || find_target (self, target) < 0)
        self->targets[i] = target;
    }
  correct_title (self);
  self->fills_down = find_target (self, wm_sheet_target_for_id (WM_ITEM_DOMAIN)) < 0;
}

/* Cuts a heading to what is not blank at its end. */
static void
take_heading (WmFrameworkSheet *self, const WmSheetRow *row)
{
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      g_autofree char *heading = wm_text_trim (row->cells[i]);

      if (*heading != '\0')
        n = i + 1;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *heading = wm_text_trim (row->cells[i]);

      g_strv_builder_add (headings, heading);
    }
  g_strfreev (self->headings);
  self->headings = g_strv_builder_end (headings);
  self->n_columns = n;
}

static gboolean
take_rows (WmFrameworkSheet *self, GPtrArray *rows, GError **error)
{
  guint heading;

  if (rows->len == 0)
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK,
                   _("“%s” holds an empty table"), self->file_name);
      return FALSE;
    }
  heading = find_heading (rows);
  take_heading (self, g_ptr_array_index (rows, heading));
  g_ptr_array_remove_range (rows, 0, heading + 1);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_ref (rows);
  guess_targets (self);
  return TRUE;
}

static gboolean
load (WmFrameworkSheet *self, guint sheet, GError **error)
{
  g_autoptr (WmTableReader) reader = wm_table_reader_open (self->path, NULL, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (reader != NULL && wm_table_reader_is_workbook (reader) && self->names == NULL)
    self->names = g_strdupv ((GStrv) wm_table_reader_get_sheet_names (reader));
  if (reader != NULL && (sheet == 0 || wm_table_reader_select_sheet (reader, sheet, error)))
    rows = read_rows (reader, error);
  if (rows == NULL)
    {
      /* Translators: the name of the file; what is wrong follows. */
      g_prefix_error (error, _("“%s” cannot be used. "), self->file_name);
      return FALSE;
    }
  if (!take_rows (self, rows, error))
    return FALSE;
  self->selected = sheet;
  return TRUE;
}

static guint
count_sheets (const WmFrameworkSheet *self)
{
  return self->names != NULL ? g_strv_length (self->names) : 1;
}

/* A workbook may begin with a cover: the first sheet with titles of indicators is taken, or else
 * the first that holds anything. */
static gboolean
load_best (WmFrameworkSheet *self, GError **error)
{
  WmSheetTarget title = wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_TITLE);
  g_autoptr (GError) first_error = NULL;
  guint first = G_MAXUINT;

  for (guint sheet = 0; sheet < count_sheets (self); sheet++)
    if (load (self, sheet, sheet == 0 ? &first_error : NULL))
      {
        if (find_target (self, title) >= 0)
          return TRUE;
        first = MIN (first, sheet);
      }
  if (first != G_MAXUINT)
    return load (self, first, error);
  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}

/**
 * wm_framework_sheet_open:
 * @path: a CSV or XLSX file
 * @error: return location for an error
 *
 * Reads a table, finds its heading among the first rows, and guesses what each column tells. A
 * workbook opens at the first sheet that has titles of indicators, or else at its first one.
 *
 * Fails as [func@table_reader_open] does, and with %WM_FRAMEWORK_ERROR_TOO_LARGE or
 * %WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK for a table that is empty.
 *
 * Returns: (transfer full): the table
 */
WmFrameworkSheet *
wm_framework_sheet_open (const char *path, GError **error)
{
  g_autoptr (WmFrameworkSheet) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WmFrameworkSheet, 1);
  self->path = g_strdup (path);
  self->file_name = g_filename_display_basename (path);
  return load_best (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * wm_framework_sheet_free:
 * @self: (transfer full): a table
 *
 * Frees a table.
 */
void
wm_framework_sheet_free (WmFrameworkSheet *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_strfreev (self->names);
  g_strfreev (self->headings);
  g_free (self->targets);
  g_free (self->file_name);
  g_free (self->path);
  g_free (self);
}

/**
 * wm_framework_sheet_get_names:
 * @self: a table
 *
 * Lists the sheets of a workbook.
 *
 * Returns: (transfer none) (array zero-terminated=1) (nullable): their names; %NULL for text
 */
const char *const *
wm_framework_sheet_get_names (WmFrameworkSheet *self)
{
  return (const char *const *) self->names;
}

/**
 * wm_framework_sheet_get_selected:
 * @self: a table
 *
 * Gets which sheet of the workbook is read.
 *
 * Returns: its number, from 0
 */
guint
wm_framework_sheet_get_selected (WmFrameworkSheet *self)
{
  return self->selected;
}

/**
 * wm_framework_sheet_select:
 * @self: a table in a workbook
 * @sheet: number of a sheet, from 0
 * @error: return location for an error
 *
 * Reads another sheet and guesses anew. On failure the table stays as it was.
 *
 * Returns: whether it could be read
 */
gboolean
wm_framework_sheet_select (WmFrameworkSheet *self, guint sheet, GError **error)
{
  g_return_val_if_fail (self->names != NULL && sheet < g_strv_length (self->names), FALSE);

  return load (self, sheet, error);
}

/**
 * wm_framework_sheet_get_n_columns:
 * @self: a table
 *
 * Counts the columns.
 *
 * Returns: the number
 */
guint
wm_framework_sheet_get_n_columns (WmFrameworkSheet *self)
{
  return self->n_columns;
}

/**
 * wm_framework_sheet_get_n_rows:
 * @self: a table
 *
 * Counts the rows below the heading that are not blank.
 *
 * Returns: the number
 */
guint
wm_framework_sheet_get_n_rows (WmFrameworkSheet *self)
{
  return self->rows->len;
}

/**
 * wm_framework_sheet_get_heading:
 * @self: a table
 * @column: from 0
 *
 * Gets the heading of a column.
 *
 * Returns: (transfer none): the heading; "" for a column without one
 */
const char *
wm_framework_sheet_get_heading (WmFrameworkSheet *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->headings[column];
}

/**
 * wm_framework_sheet_get_sample:
 * @self: a table
 * @column: from 0
 *
 * Gets the first cell of a column that holds anything, so that a person sees what the column is
 * about.
 *
 * Returns: (transfer none): its text; "" for an empty column
 */
const char *
wm_framework_sheet_get_sample (WmFrameworkSheet *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const WmSheetRow *row = g_ptr_array_index (self->rows, i);

      if (column < row->n_cells && *row->cells[column] != '\0')
        return row->cells[column];
    }
  return "";
}

/**
 * wm_framework_sheet_get_target:
 * @self: a table
 * @column: from 0
 *
 * Gets what a column tells.
 *
 * Returns: the target; %WM_SHEET_LEFT_OUT for a column that is not read
 */
WmSheetTarget
wm_framework_sheet_get_target (WmFrameworkSheet *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, WM_SHEET_LEFT_OUT);

  return self->targets[column];
}

/**
 * wm_framework_sheet_set_target:
 * @self: a table
 * @column: from 0
 * @target: one of [func@sheet_list_targets], or %WM_SHEET_LEFT_OUT
 *
 * Says what a column tells.
 */
void
wm_framework_sheet_set_target (WmFrameworkSheet *self, guint column, WmSheetTarget target)
{
  g_return_if_fail (column < self->n_columns);

  self->targets[column] = target;
}

/**
 * wm_framework_sheet_get_fills_down:
 * @self: a table
 *
 * Gets whether a blank domain or outcome means the one in the row above.
 *
 * Returns: whether it does
 */
gboolean
wm_framework_sheet_get_fills_down (WmFrameworkSheet *self)
{
  return self->fills_down;
}

/**
 * wm_framework_sheet_set_fills_down:
 * @self: a table
 * @fills_down: whether a blank domain or outcome means the one in the row above, as in sheets with
 *   merged cells
 *
 * Says what blank cells mean. At first that is guessed too.
 */
void
wm_framework_sheet_set_fills_down (WmFrameworkSheet *self, gboolean fills_down)
{
  self->fills_down = fills_down;
}

GPtrArray *
wm_framework_sheet_get_rows (WmFrameworkSheet *self)
{
  return self->rows;
}
