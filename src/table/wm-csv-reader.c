/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Reads CSV text row by row out of one sliding buffer: cells are ended in place, so that nothing
 * is copied on the usual way. A row is found whole before any of its bytes is changed; when the
 * buffer ends before the row does, it is filled further and the row is begun again. */

#include "config.h"

#include "wm-csv-reader.h"

#include "wm-csv-separator-private.h"
#include "wm-text-stream-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define CHUNK (256 * 1024)
#define MAX_ROW (8 * 1024 * 1024)

typedef struct
{
  gsize start; /* offset in the buffer */
  gsize end;
  gboolean has_doubled_quotes;
} Span;

struct _WmCsvReader
{
  GInputStream *stream;  /* the text that comes out of the file */
  gboolean is_packed;
  guint64 packed_size;
  guint64 unpacked;
  char *buffer;          /* one byte more than capacity: the last byte is a NUL */
  gsize capacity;
  gsize start;           /* of the next row */
  gsize end;
  gboolean at_end;
  char separator;
  gboolean is_stop[256]; /* bytes that end an unquoted cell */
  guint64 line;          /* of the next row */
  GArray *spans;
  GArray *cells;
  GString *converted;    /* a row that was not UTF-8 */
  WmRow row;
  guint64 n_utf8_rows;
  guint64 n_windows_rows;
  guint64 first_windows_line;
};

/**
 * wm_csv_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Frees the reader and the row that it has lent.
 */
void
wm_csv_reader_free (WmCsvReader *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_free (self->buffer);
  g_array_unref (self->spans);
  g_array_unref (self->cells);
  g_string_free (self->converted, TRUE);
  g_free (self);
}

/* Makes room behind the row that is under way, and reads more. */
static gboolean
fill (WmCsvReader *self, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  gssize n;

  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
    }
  if (self->end == self->capacity)
    {
      if (self->capacity >= MAX_ROW)
        {
          g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_TOO_LARGE,
                       _("The row that begins on line %" G_GUINT64_FORMAT " is too long for a table."),
                       self->line);
          return FALSE;
        }
      self->capacity *= 2;
      self->buffer = g_realloc (self->buffer, self->capacity + 1);
    }
  n = g_input_stream_read (self->stream, self->buffer + self->end, self->capacity - self->end,
                           cancellable, &reason);
  if (n < 0)
    {
      wm_text_stream_explain (self->is_packed, reason, error);
      return FALSE;
    }
  self->at_end = n == 0;
  self->end += n;
  self->buffer[self->end] = '\0';
  self->unpacked += n;
  return !self->is_packed || wm_table_check_unpacked (self->packed_size, self->unpacked, error);
}

static void
set_separator (WmCsvReader *self)
{
  self->separator = wm_csv_detect_separator (self->buffer, self->end);
  self->is_stop[(guchar) self->separator] = TRUE;
  self->is_stop['\n'] = TRUE;
  self->is_stop['\r'] = TRUE;
  self->is_stop['\0'] = TRUE;
}

/**
 * wm_csv_reader_new:
 * @stream: the file's bytes
 * @packed_size: size of the file, [bytes], against which unpacking is judged
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Begins to read a table. gzip is unpacked, UTF-16 with a byte order mark is converted, a byte
 * order mark is dropped, and the separator is found out.
 *
 * Fails with %WM_TABLE_ERROR_EMPTY when there is no text at all.
 *
 * Returns: (transfer full): the reader; %NULL on error
 */
WmCsvReader *
wm_csv_reader_new (GInputStream *stream, guint64 packed_size, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmCsvReader) self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (WmCsvReader, 1);
  self->stream = wm_text_stream_open (stream, &self->is_packed, cancellable, error);
  self->packed_size = MAX (packed_size, 1);
  self->capacity = CHUNK;
  self->buffer = g_malloc (CHUNK + 1);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->cells = g_array_new (FALSE, FALSE, sizeof (WmCell));
  self->converted = g_string_new (NULL);
  self->line = 1;
  if (self->stream == NULL || !fill (self, cancellable, error))
    return NULL;
  if (self->end == 0)
    {
      g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_EMPTY, _("The file is empty."));
      return NULL;
    }
  set_separator (self);
  return g_steal_pointer (&self);
}

/**
 * wm_csv_reader_new_for_data:
 * @data: (array length=length): the table; must live as long as the reader
 * @length: its size, [bytes]
 * @error: return location for an error
 *
 * Begins to read a table that lies in memory.
 *
 * Returns: (transfer full): the reader; %NULL on error
 */
WmCsvReader *
wm_csv_reader_new_for_data (const char *data, gsize length, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, length, NULL);

  return wm_csv_reader_new (stream, length, NULL, error);
}

/* What a step of the scan came to. */
typedef enum
{
  SCAN_DONE,
  SCAN_MORE,   /* the buffer ends before the row does */
  SCAN_FAILED,
} Scan;

static Scan
refuse_nul (WmCsvReader *self, guint64 line, GError **error)
{
  g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
               _("Line %" G_GUINT64_FORMAT " holds a NUL byte: the file is damaged or is no text."),
               line);
  return SCAN_FAILED;
}

static Scan
refuse_field (guint64 line, GError **error)
{
  g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_TOO_LARGE,
               _("A field that begins on line %" G_GUINT64_FORMAT
                 " is larger than one megabyte, so the file was not read."),
               line);
  return SCAN_FAILED;
}

/* Finds the end of a quoted field: *@at stands on the opening quote and moves behind the closing
 * one. */
static Scan
scan_quoted (WmCsvReader *self, gsize *at, Span *span, guint64 *line, GError **error)
{
  const char *begin = self->buffer + *at + 1;
  const char *end = self->buffer + self->end;
  const char *p = begin;
  guint64 first_line = *line;

  *span = (Span) { .start = *at + 1 };
  for (;; p++)
    {
      if (p - begin > WM_TABLE_MAX_FIELD)
        return refuse_field (first_line, error);
      if (p == end && !self->at_end)
        return SCAN_MORE;
      if (p == end)
        {
          g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
                       _("The quoted field that begins on line %" G_GUINT64_FORMAT
                         " never ends: the file may be cut off."),
                       first_line);
          return SCAN_FAILED;
        }
      if (*p == '\0')
        return refuse_nul (self, *line, error);
      if (*p == '\n')
        (*line)++;
      if (*p != '"')
        continue;
      if (p + 1 == end && !self->at_end)
        return SCAN_MORE;
      if (p + 1 == end || p[1] != '"')
        break;
      span->has_doubled_quotes = TRUE;
      p++;
    }
  span->end = p - self->buffer;
  *at = span->end + 1;
  return SCAN_DONE;
}

static Scan
scan_plain (WmCsvReader *self, gsize *at, Span *span, guint64 line, GError **error)
{
  const char *begin = self->buffer + *at;
  const char *end = self->buffer + self->end;
  const char *p = begin;

  while (!self->is_stop[(guchar) *p])
    p++;
  if (p - begin > WM_TABLE_MAX_FIELD)
    return refuse_field (line, error);
  if (*p == '\0' && p < end)
    return refuse_nul (self, line, error);
  if (p == end && !self->at_end)
    return SCAN_MORE;
  *span = (Span) { .start = *at, .end = p - self->buffer };
  *at = span->end;
  return SCAN_DONE;
}

/* One cell, quoted or not. Text behind a closing quote makes the whole cell plain text. */
static Scan
scan_cell (WmCsvReader *self, gsize *at, Span *span, guint64 *line, GError **error)
{
  gsize begin = *at;

  if (self->buffer[begin] == '"' && begin < self->end)
    {
      guint64 quoted_line = *line;
      Scan scan = scan_quoted (self, at, span, &quoted_line, error);

      if (scan != SCAN_DONE || *at == self->end || self->is_stop[(guchar) self->buffer[*at]])
        {
          *line = quoted_line;
          return scan;
        }
      *at = begin;
    }
  return scan_plain (self, at, span, *line, error);
}

/* Moves *@at over the line end that it stands on. */
static Scan
scan_line_end (WmCsvReader *self, gsize *at)
{
  if (*at == self->end)
    return SCAN_DONE;
  if (self->buffer[*at] == '\r')
    {
      if (*at + 1 == self->end && !self->at_end)
        return SCAN_MORE;
      if (*at + 1 < self->end && self->buffer[*at + 1] == '\n')
        (*at)++;
    }
  (*at)++;
  return SCAN_DONE;
}

/* Finds all cells of the row that begins at start, and changes nothing in the buffer. */
static Scan
scan_row (WmCsvReader *self, gsize *next, guint64 *line, GError **error)
{
  gsize at = self->start;

  g_array_set_size (self->spans, 0);
  for (;;)
    {
      Span span;
      Scan scan = scan_cell (self, &at, &span, line, error);

      if (scan != SCAN_DONE)
        return scan;
      if (self->spans->len >= WM_TABLE_MAX_CELLS)
        {
          g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_TOO_LARGE,
                       _("Line %" G_GUINT64_FORMAT " has more columns than a table can have."),
                       *line);
          return SCAN_FAILED;
        }
      g_array_append_val (self->spans, span);
      if (at < self->end && self->buffer[at] == self->separator)
        {
          at++;
          continue;
        }
      *next = at;
      (*line)++;
      return scan_line_end (self, next);
    }
}

static gboolean
has_high_bytes (const char *text, gsize length)
{
  guint64 seen = 0;

  for (; length >= sizeof seen; text += sizeof seen, length -= sizeof seen)
    {
      guint64 word;

      memcpy (&word, text, sizeof word);
      seen |= word;
    }
  for (; length > 0; text++, length--)
    seen |= (guchar) *text;
  return (seen & G_GUINT64_CONSTANT (0x8080808080808080)) != 0;
}

/* Takes the doubling off the quotes, in place. */
static gsize
undouble_quotes (char *text, gsize length)
{
  gsize to = 0;

  for (gsize from = 0; from < length; from++)
    {
      text[to++] = text[from];
      if (text[from] == '"')
        from++;
    }
  return to;
}

static void
end_cells (WmCsvReader *self)
{
  g_array_set_size (self->cells, self->spans->len);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);
      WmCell *cell = &g_array_index (self->cells, WmCell, i);
      char *text = self->buffer + span->start;
      gsize length = span->end - span->start;

      if (span->has_doubled_quotes)
        length = undouble_quotes (text, length);
      text[length] = '\0';
      *cell = (WmCell) { text, length };
    }
}

static gunichar
from_windows_1252 (guchar byte)
{
  static const gunichar high[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  };

  return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

/* A row that is not UTF-8 is Windows-1252: its cells move to a text of their own. */
static void
convert_cells (WmCsvReader *self)
{
  gsize offset = 0;

  g_string_truncate (self->converted, 0);
  for (guint i = 0; i < self->cells->len; i++)
    {
      WmCell *cell = &g_array_index (self->cells, WmCell, i);
      gsize before = self->converted->len;

      for (gsize j = 0; j < cell->length; j++)
        g_string_append_unichar (self->converted, from_windows_1252 (cell->text[j]));
      cell->length = self->converted->len - before;
      g_string_append_c (self->converted, '\0');
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      WmCell *cell = &g_array_index (self->cells, WmCell, i);

      cell->text = self->converted->str + offset;
      offset += cell->length + 1;
    }
}

static void
settle_encoding (WmCsvReader *self, gboolean is_utf8)
{
  if (is_utf8)
    {
      self->n_utf8_rows++;
      return;
    }
  if (self->n_windows_rows++ == 0)
    self->first_windows_line = self->line;
  convert_cells (self);
}

static void
lend_row (WmCsvReader *self, gsize next, guint64 next_line)
{
  const char *text = self->buffer + self->start;
  gsize length = next - self->start;
  gboolean has_high = has_high_bytes (text, length);
  gboolean is_utf8 = !has_high || g_utf8_validate_len (text, length, NULL);

  end_cells (self);
  if (has_high)
    settle_encoding (self, is_utf8);
  self->row = (WmRow) { &g_array_index (self->cells, WmCell, 0), self->cells->len, self->line };
  self->start = next;
  self->line = next_line;
}

/**
 * wm_csv_reader_next:
 * @self: a reader
 * @row: (out) (transfer none) (nullable): the next row, lent until the next call; %NULL behind
 *   the last one
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Reads a row. Empty lines are passed over. A row that is not UTF-8 is read as Windows-1252.
 *
 * Fails with %WM_TABLE_ERROR_DAMAGED or %WM_TABLE_ERROR_TOO_LARGE, naming the line.
 *
 * Returns: whether it could be read
 */
gboolean
wm_csv_reader_next (WmCsvReader *self, const WmRow **row, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  for (;;)
    {
      gsize next = 0;
      guint64 next_line = self->line;
      Scan scan;

      if (self->start == self->end && self->at_end)
        {
          *row = NULL;
          return TRUE;
        }
      scan = scan_row (self, &next, &next_line, error);
      if (scan == SCAN_FAILED)
        return FALSE;
      if (scan == SCAN_MORE || (next == self->start && !self->at_end))
        {
          if (!fill (self, cancellable, error))
            return FALSE;
          continue;
        }
      lend_row (self, next, next_line);
      if (self->row.n_cells > 1 || self->row.cells[0].length > 0)
        break;
    }
  *row = &self->row;
  return TRUE;
}

/**
 * wm_csv_reader_peek:
 * @self: a reader of which no row was read yet
 * @length: (out): [bytes]
 *
 * Looks at how the text begins.
 *
 * Returns: (transfer none) (array length=length): the text, lent until the first row is read
 */
const char *
wm_csv_reader_peek (const WmCsvReader *self, gsize *length)
{
  g_return_val_if_fail (self != NULL && length != NULL, NULL);

  *length = self->end - self->start;
  return self->buffer + self->start;
}

/**
 * wm_csv_reader_get_separator:
 * @self: a reader
 *
 * Gets what separates the cells.
 *
 * Returns: a comma, a semicolon or a tab
 */
char
wm_csv_reader_get_separator (const WmCsvReader *self)
{
  g_return_val_if_fail (self != NULL, ',');

  return self->separator;
}

/**
 * wm_csv_reader_get_n_windows_rows:
 * @self: a reader
 * @first_line: (out) (optional): line of the first such row
 *
 * Counts the rows read so far that were not UTF-8.
 *
 * Returns: how many
 */
guint64
wm_csv_reader_get_n_windows_rows (const WmCsvReader *self, guint64 *first_line)
{
  g_return_val_if_fail (self != NULL, 0);

  if (first_line != NULL)
    *first_line = self->first_windows_line;
  return self->n_windows_rows;
}

/**
 * wm_csv_reader_get_n_utf8_rows:
 * @self: a reader
 *
 * Counts the rows read so far that were UTF-8 and more than ASCII.
 *
 * Returns: how many
 */
guint64
wm_csv_reader_get_n_utf8_rows (const WmCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_utf8_rows;
}
