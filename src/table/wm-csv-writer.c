/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Writes CSV as RFC 4180 says, and so that a spreadsheet that opens it runs nothing. */

#include "config.h"

#include "wm-csv-writer.h"

#include "wm-number.h"
#include "wm-save.h"

#include <math.h>
#include <string.h>

struct _WmCsvWriter
{
  GString *text;
  const char *line_end;
  gboolean in_row;
};

/**
 * wm_csv_writer_new:
 * @line_end: how lines end
 *
 * Begins a table.
 *
 * Returns: (transfer full): the writer
 */
WmCsvWriter *
wm_csv_writer_new (WmCsvLineEnd line_end)
{
  WmCsvWriter *self = g_new0 (WmCsvWriter, 1);

  self->text = g_string_new (NULL);
  self->line_end = line_end == WM_CSV_CRLF ? "\r\n" : "\n";
  return self;
}

/**
 * wm_csv_writer_free:
 * @self: (transfer full) (nullable): a writer
 *
 * Frees the writer and its text.
 */
void
wm_csv_writer_free (WmCsvWriter *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
begin_cell (WmCsvWriter *self)
{
  if (self->in_row)
    g_string_append_c (self->text, ',');
  self->in_row = TRUE;
}

/**
 * wm_csv_text_is_harmless:
 * @text: the text of a cell
 *
 * Tells whether a spreadsheet takes @text for text or for a number. Text that begins with "=",
 * "+", "-", "@", a tab or a line break could be run as a formula; numbers such as "-1.5" and a
 * bare "-" could not.
 *
 * Returns: whether @text can be written as it is
 */
gboolean
wm_csv_text_is_harmless (const char *text)
{
  double number;

  g_return_val_if_fail (text != NULL, TRUE);

  if (text[0] == '\0' || strchr ("=+-@\t\r\n", text[0]) == NULL)
    return TRUE;
  return g_str_equal (text, "-") || wm_number_parse (text, -1, &number);
}

/**
 * wm_csv_writer_add_text:
 * @self: a writer
 * @text: (nullable): the text of the next cell; %NULL leaves the cell empty
 *
 * Adds a cell. Text that could be run as a formula gets an apostrophe in front.
 */
void
wm_csv_writer_add_text (WmCsvWriter *self, const char *text)
{
  const char *apostrophe;

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (text == NULL)
    return;
  apostrophe = wm_csv_text_is_harmless (text) ? "" : "'";
  if (strpbrk (text, "\",\r\n\t;") == NULL)
    {
      g_string_append (self->text, apostrophe);
      g_string_append (self->text, text);
      return;
    }
  g_string_append_c (self->text, '"');
  g_string_append (self->text, apostrophe);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->text, '"');
      g_string_append_c (self->text, *p);
    }
  g_string_append_c (self->text, '"');
}

/**
 * wm_csv_writer_add_number:
 * @self: a writer
 * @number: the number of the next cell; NaN leaves the cell empty
 *
 * Adds a number with 15 significant digits, in the C locale.
 */
void
wm_csv_writer_add_number (WmCsvWriter *self, double number)
{
  char buffer[WM_NUMBER_BUFFER_SIZE];

  g_return_if_fail (self != NULL);

  begin_cell (self);
  if (isfinite (number))
    g_string_append (self->text, wm_number_format (number, buffer));
}

/**
 * wm_csv_writer_add_integer:
 * @self: a writer
 * @number: the number of the next cell
 *
 * Adds a whole number.
 */
void
wm_csv_writer_add_integer (WmCsvWriter *self, gint64 number)
{
  g_return_if_fail (self != NULL);

  begin_cell (self);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, number);
}

/**
 * wm_csv_writer_end_row:
 * @self: a writer
 *
 * Ends the row.
 */
void
wm_csv_writer_end_row (WmCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_append (self->text, self->line_end);
  self->in_row = FALSE;
}

/**
 * wm_csv_writer_add_row:
 * @self: a writer
 * @cells: (array zero-terminated=1): texts
 *
 * Adds a whole row of texts, such as the heading.
 */
void
wm_csv_writer_add_row (WmCsvWriter *self, const char *const *cells)
{
  g_return_if_fail (self != NULL && cells != NULL);

  for (gsize i = 0; cells[i] != NULL; i++)
    wm_csv_writer_add_text (self, cells[i]);
  wm_csv_writer_end_row (self);
}

/**
 * wm_csv_writer_get_text:
 * @self: a writer
 * @length: (out) (optional): length, [bytes]
 *
 * Gets the table written so far.
 *
 * Returns: (transfer none): the text, until the next cell is added
 */
const char *
wm_csv_writer_get_text (WmCsvWriter *self, gsize *length)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (length != NULL)
    *length = self->text->len;
  return self->text->str;
}

/**
 * wm_csv_writer_save:
 * @self: a writer
 * @path: the file, which is replaced when it is there
 * @error: return location for an error
 *
 * Writes the table to a file: whole, or not at all.
 *
 * Returns: whether it was written
 */
gboolean
wm_csv_writer_save (WmCsvWriter *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  bytes = g_bytes_new (self->text->str, self->text->len);
  return wm_save_bytes (bytes, path, error);
}
