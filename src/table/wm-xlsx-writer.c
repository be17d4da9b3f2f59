/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Writes Excel workbooks by libxlsxwriter: into a file beside the wanted one, which is replaced
 * only when everything is written. */

#include "config.h"

#include "wm-xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include <math.h>
#include <string.h>

#define MAX_TEXT 32767       /* [characters] that Excel keeps in a cell */
#define MAX_SHEET_NAME 31    /* [characters] */
#define MAX_DECIMALS 9
#define CREATED 946684800    /* 2000-01-01 00:00 UTC: the same bytes on every day */

struct _WmXlsxWriter
{
  char *path;
  char *working_path;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *header;
  lxw_format *numbers[MAX_DECIMALS + 1]; /* by decimals; made when first used */
  guint n_sheets;
  lxw_row_t row;
  lxw_col_t column;
  lxw_error first_error;
};

static void
keep_error (WmXlsxWriter *self, lxw_error code)
{
  if (self->first_error == LXW_NO_ERROR)
    self->first_error = code;
}

/**
 * wm_xlsx_writer_new:
 * @path: the file to write
 * @error: return location for an error
 *
 * Begins a workbook. Nothing is at @path before [method@XlsxWriter.save].
 *
 * Returns: (transfer full): the writer; %NULL on error
 */
WmXlsxWriter *
wm_xlsx_writer_new (const char *path, GError **error)
{
  g_autoptr (WmXlsxWriter) self = NULL;
  lxw_doc_properties properties = { .created = CREATED };

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WmXlsxWriter, 1);
  self->path = g_strdup (path);
  self->working_path = g_strconcat (path, ".part", NULL);
  self->book = workbook_new (self->working_path);
  if (self->book == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Could not begin the workbook."));
      return NULL;
    }
  workbook_set_properties (self->book, &properties);
  self->header = workbook_add_format (self->book);
  format_set_bold (self->header);
  format_set_text_wrap (self->header);
  return g_steal_pointer (&self);
}

/**
 * wm_xlsx_writer_free:
 * @self: (transfer full) (nullable): a writer
 *
 * Frees the writer. A workbook that was not saved leaves nothing behind.
 */
void
wm_xlsx_writer_free (WmXlsxWriter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->book, lxw_workbook_free);
  g_free (self->path);
  g_free (self->working_path);
  g_free (self);
}

/* A name that Excel allows: short, without the signs that it reserves, not empty. */
static char *
make_sheet_name (WmXlsxWriter *self, const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *shortened = NULL;
  char *allowed;

  if (g_utf8_strlen (valid, -1) > MAX_SHEET_NAME)
    shortened = g_utf8_substring (valid, 0, MAX_SHEET_NAME);
  allowed = g_strdelimit (g_strdup (shortened != NULL ? shortened : valid), "[]:*?/\\'", '-');
  if (allowed[0] != '\0' && workbook_validate_sheet_name (self->book, allowed) == LXW_NO_ERROR)
    return allowed;
  g_free (allowed);
  return g_strdup_printf (_("Sheet %u"), self->n_sheets + 1);
}

/**
 * wm_xlsx_writer_add_sheet:
 * @self: a writer
 * @name: its name; shortened to what Excel allows, numbered where it is taken
 *
 * Begins a sheet. A workbook needs one before its first cell.
 */
void
wm_xlsx_writer_add_sheet (WmXlsxWriter *self, const char *name)
{
  g_autofree char *allowed = NULL;

  g_return_if_fail (self != NULL && name != NULL);

  allowed = make_sheet_name (self, name);
  self->sheet = workbook_add_worksheet (self->book, allowed);
  if (self->sheet == NULL)
    keep_error (self, LXW_ERROR_SHEETNAME_ALREADY_USED);
  self->n_sheets++;
  self->row = 0;
  self->column = 0;
}

static void
write_text (WmXlsxWriter *self, const char *text, lxw_format *format)
{
  g_autofree char *shortened = NULL;

  if (self->sheet == NULL)
    return;
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    shortened = g_utf8_substring (text, 0, MAX_TEXT);
  keep_error (self, worksheet_write_string (self->sheet, self->row, self->column,
                                            shortened != NULL ? shortened : text, format));
}

/**
 * wm_xlsx_writer_add_header:
 * @self: a writer with a sheet
 * @names: (array zero-terminated=1): the headings
 *
 * Adds a row of headings, which stay in sight when the sheet is scrolled.
 */
void
wm_xlsx_writer_add_header (WmXlsxWriter *self, const char *const *names)
{
  g_return_if_fail (self != NULL && self->n_sheets > 0 && names != NULL);

  for (gsize i = 0; names[i] != NULL; i++, self->column++)
    write_text (self, names[i], self->header);
  if (self->sheet != NULL)
    worksheet_freeze_panes (self->sheet, self->row + 1, 0);
  wm_xlsx_writer_end_row (self);
}

/**
 * wm_xlsx_writer_add_text:
 * @self: a writer with a sheet
 * @text: (nullable): the text of the next cell; %NULL leaves the cell empty
 *
 * Adds a cell of text; it stays text whatever it begins with. Excel keeps 32,767 characters.
 */
void
wm_xlsx_writer_add_text (WmXlsxWriter *self, const char *text)
{
  g_return_if_fail (self != NULL && self->n_sheets > 0);

  if (text != NULL && text[0] != '\0')
    write_text (self, text, NULL);
  self->column++;
}

static lxw_format *
get_number_format (WmXlsxWriter *self, int decimals)
{
  char pattern[3 + MAX_DECIMALS] = "0";

  if (decimals < 0)
    return NULL;
  decimals = MIN (decimals, MAX_DECIMALS);
  if (self->numbers[decimals] == NULL)
    {
      if (decimals > 0)
        {
          pattern[1] = '.';
          memset (pattern + 2, '0', decimals);
        }
      self->numbers[decimals] = workbook_add_format (self->book);
      format_set_num_format (self->numbers[decimals], pattern);
    }
  return self->numbers[decimals];
}

/**
 * wm_xlsx_writer_add_number:
 * @self: a writer with a sheet
 * @number: the number of the next cell; NaN leaves the cell empty
 * @decimals: decimals to show; below 0 as many as there are
 *
 * Adds a cell with a number. The whole number is stored, whatever is shown.
 */
void
wm_xlsx_writer_add_number (WmXlsxWriter *self, double number, int decimals)
{
  g_return_if_fail (self != NULL && self->n_sheets > 0);

  if (isfinite (number) && self->sheet != NULL)
    keep_error (self, worksheet_write_number (self->sheet, self->row, self->column, number,
                                              get_number_format (self, decimals)));
  self->column++;
}

/**
 * wm_xlsx_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
wm_xlsx_writer_end_row (WmXlsxWriter *self)
{
  g_return_if_fail (self != NULL);

  self->row++;
  self->column = 0;
}

/**
 * wm_xlsx_writer_save:
 * @self: a writer with a sheet; nothing can be added afterwards
 * @error: return location for an error
 *
 * Writes the workbook to its file: whole, or not at all.
 *
 * Returns: whether it was written
 */
gboolean
wm_xlsx_writer_save (WmXlsxWriter *self, GError **error)
{
  g_autofree char *name = NULL;
  lxw_error closed;

  g_return_val_if_fail (self != NULL && self->book != NULL && self->n_sheets > 0, FALSE);

  closed = workbook_close (g_steal_pointer (&self->book));
  keep_error (self, closed);
  if (self->first_error == LXW_NO_ERROR && g_rename (self->working_path, self->path) == 0)
    return TRUE;
  g_remove (self->working_path);
  name = g_path_get_basename (self->path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("Could not write the workbook “%s”. Check that its folder is there, is yours to "
                 "write in, and has room."),
               name);
  return FALSE;
}
