/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The text that a file holds: unpacked, without a byte order mark, and in UTF-8 where the mark says
 * UTF-16. Text of one byte for each letter comes as it is. */

#include "config.h"

#include "wm-text-stream-private.h"

#include "wm-gunzip-private.h"
#include "wm-row.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define CHUNK (256 * 1024)

/* Says in words what the unpacking or the file system reports; takes @reason. */
void
wm_text_stream_explain (gboolean is_packed, GError *reason, GError **error)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
      || g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    {
      g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
                           is_packed
                             ? _("The compressed file is cut off or damaged. Fetch it again.")
                             : _("The text of the file is cut off or damaged. Fetch it again."));
      g_error_free (reason);
    }
  else
    g_propagate_error (error, reason);
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

static GInputStream *
unpack (GInputStream *stream, gboolean *is_packed, GCancellable *cancellable, GError **error)
{
  gsize length;
  const guchar *head = peek (stream, 2, &length, cancellable, error);

  *is_packed = head != NULL && length >= 2 && head[0] == 0x1F && head[1] == 0x8B;
  if (*is_packed)
    {
      g_autoptr (GConverter) gunzip = wm_gunzip_new ();

      return convert (stream, gunzip);
    }
  if (head != NULL)
    return stream;
  g_object_unref (stream);
  return NULL;
}

/* What a byte order mark says: its length, and the charset to convert from; NULL for UTF-8. */
static gsize
read_mark (const guchar *head, gsize length, const char **charset)
{
  *charset = NULL;
  if (length >= 3 && memcmp (head, "\xEF\xBB\xBF", 3) == 0)
    return 3;
  if (length >= 2 && head[0] == 0xFF && head[1] == 0xFE)
    *charset = "UTF-16LE";
  else if (length >= 2 && head[0] == 0xFE && head[1] == 0xFF)
    *charset = "UTF-16BE";
  return *charset != NULL ? 2 : 0;
}

static GInputStream *
decode (GInputStream *stream, gboolean is_packed, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) owned = stream;
  g_autoptr (GCharsetConverter) converter = NULL;
  GError *reason = NULL;
  const char *charset;
  gsize length, mark;
  const guchar *head = peek (owned, 3, &length, cancellable, &reason);

  if (head == NULL)
    {
      wm_text_stream_explain (is_packed, reason, error);
      return NULL;
    }
  mark = read_mark (head, length, &charset);
  if (mark > 0 && g_input_stream_skip (owned, mark, cancellable, error) != (gssize) mark)
    return NULL;
  if (charset == NULL)
    return g_steal_pointer (&owned);
  converter = g_charset_converter_new ("UTF-8", charset, error);
  return converter != NULL ? convert (g_steal_pointer (&owned), G_CONVERTER (converter)) : NULL;
}

/* Opens the text of a file; NULL on error. */
GInputStream *
wm_text_stream_open (GInputStream *file, gboolean *is_packed, GCancellable *cancellable, GError **error)
{
  GInputStream *stream = unpack (g_buffered_input_stream_new_sized (file, CHUNK), is_packed,
                                 cancellable, error);

  return stream != NULL ? decode (stream, *is_packed, cancellable, error) : NULL;
}
