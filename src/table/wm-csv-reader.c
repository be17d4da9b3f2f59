/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Reads CSV text row by row out of one sliding buffer: cells are ended in place, so that nothing
 * is copied on the usual way. A row is found whole before any of its bytes is changed; when the
 * buffer ends before the row does, it is filled further and the row is begun again. */

#include "config.h"

#include "wm-csv-reader.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define CHUNK (256 * 1024)
#define MAX_ROW (8 * 1024 * 1024)
#define SAMPLE_LINES 20

typedef struct
{
  gsize start; /* offset in the buffer */
  gsize end;
  gboolean has_doubled_quotes;
} Span;

struct _WmCsvReader
{
  GInputStream *raw;     /* the file, where it can be read ahead */
  GInputStream *stream;  /* the text that comes out of it */
  guint64 packed_size;   /* 0 when not packed */
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
  g_clear_object (&self->raw);
  g_clear_object (&self->stream);
  g_free (self->buffer);
  g_array_unref (self->spans);
  g_array_unref (self->cells);
  g_string_free (self->converted, TRUE);
  g_free (self);
}

/* Says in words what the unpacking or the file system reports. */
static void
explain_read_error (WmCsvReader *self, GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
      || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
                           self->packed_size > 0
                             ? _("The compressed file is cut off or damaged. Fetch it again.")
                             : _("The text of the file is cut off or damaged. Fetch it again."));
      g_error_free (reason);
    }
  else
    g_propagate_error (error, reason);
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
      explain_read_error (self, reason, error);
      return FALSE;
    }
  self->at_end = n == 0;
  self->end += n;
  self->buffer[self->end] = '\0';
  self->unpacked += n;
  return self->packed_size == 0 || wm_table_check_unpacked (self->packed_size, self->unpacked, error);
}

static gsize
count_outside_quotes (const char *line, gsize length, char separator)
{
  gboolean quoted = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (line[i] == '"')
      quoted = !quoted;
    else if (!quoted && line[i] == separator)
      n++;
  return n;
}

/* The separator that occurs most in the first line that has one. */
static char
detect_separator (const char *text, gsize length)
{
  static const char separators[] = { ',', '\t', ';' };

  for (int line = 0; line < SAMPLE_LINES && length > 0; line++)
    {
      const char *newline = memchr (text, '\n', length);
      gsize line_length = newline != NULL ? (gsize) (newline - text) : length;
      gsize most = 0;
      char found = ',';

      for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          gsize n = count_outside_quotes (text, line_length, separators[i]);

          if (n > most)
            {
              most = n;
              found = separators[i];
            }
        }
      if (most > 0)
        return found;
      line_length += newline != NULL;
      text += line_length;
      length -= line_length;
    }
  return ',';
}

static GInputStream *
convert (GInputStream *stream, GConverter *converter)
{
  g_autoptr (GInputStream) converted = g_converter_input_stream_new (stream, converter);
  GInputStream *buffered = g_buffered_input_stream_new_sized (converted, CHUNK);

  g_object_unref (stream);
  return buffered;
}

static const guchar *
peek (GInputStream *stream, gsize wanted, gsize *length, GCancellable *cancellable, GError **error)
{
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (stream);

  while (g_buffered_input_stream_get_available (buffered) < wanted)
    {
      gssize n = g_buffered_input_stream_fill (buffered, -1, cancellable, error);

      if (n < 0)
        return NULL;
      if (n == 0)
        break;
    }
  return g_buffered_input_stream_peek_buffer (buffered, length);
}

static gboolean
unpack (WmCsvReader *self, guint64 packed_size, GCancellable *cancellable, GError **error)
{
  gsize length;
  const guchar *head = peek (self->stream, 2, &length, cancellable, error);

  if (head == NULL)
    return FALSE;
  if (length >= 2 && head[0] == 0x1F && head[1] == 0x8B)
    {
      g_autoptr (GZlibDecompressor) unzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      self->packed_size = MAX (packed_size, 1);
      self->stream = convert (self->stream, G_CONVERTER (unzip));
    }
  return TRUE;
}

static gboolean
decode (WmCsvReader *self, GCancellable *cancellable, GError **error)
{
  GError *reason = NULL;
  gsize length;
  const guchar *head = peek (self->stream, 3, &length, cancellable, &reason);
  const char *charset = NULL;

  if (head == NULL)
    {
      explain_read_error (self, reason, error);
      return FALSE;
    }
  if (length >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0)
    return g_input_stream_skip (self->stream, 3, cancellable, error) == 3;
  if (length >= 2 && head[0] == 0xFF && head[1] == 0xFE)
    charset = "UTF-16LE";
  else if (length >= 2 && head[0] == 0xFE && head[1] == 0xFF)
    charset = "UTF-16BE";
  if (charset != NULL)
    {
      g_autoptr (GCharsetConverter) converter = g_charset_converter_new ("UTF-8", charset, error);

      if (converter == NULL || g_input_stream_skip (self->stream, 2, cancellable, error) != 2)
        return FALSE;
      self->stream = convert (self->stream, G_CONVERTER (converter));
    }
  return TRUE;
}

static void
set_separator (WmCsvReader *self)
{
  self->separator = detect_separator (self->buffer, self->end);
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
  self->raw = g_object_ref (stream);
  self->stream = g_buffered_input_stream_new_sized (stream, CHUNK);
  self->capacity = CHUNK;
  self->buffer = g_malloc (CHUNK + 1);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->cells = g_array_new (FALSE, FALSE, sizeof (WmCell));
  self->converted = g_string_new (NULL);
  self->line = 1;
  if (!unpack (self, packed_size, cancellable, error) || !decode (self, cancellable, error)
      || !fill (self, cancellable, error))
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
