/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* CSV in and out: each way a file can be written, and each way it can be wrong. */

#include "wm-csv-reader.h"
#include "wm-csv-writer.h"
#include "wm-test.h"

#include <string.h>

#define TEXT(literal) literal, sizeof literal - 1

typedef struct
{
  const char *name;
  const char *data;
  gsize length;
  const char *expected; /* cells joined by "|", rows ended by ";" with their line in front */
} ReadCase;

static const ReadCase read_cases[] = {
  { "plain", TEXT ("a,b\n1,2\n"), "1:a|b;2:1|2;" },
  { "no-last-line-end", TEXT ("a,b\n1,2"), "1:a|b;2:1|2;" },
  { "crlf", TEXT ("a,b\r\n1,2\r\n"), "1:a|b;2:1|2;" },
  { "empty-lines", TEXT ("a,b\n\n\n1,2\n"), "1:a|b;4:1|2;" },
  { "empty-last-cell", TEXT ("a,b\n1,\n"), "1:a|b;2:1|;" },
  { "quotes", TEXT ("\"a,1\",\"b\"\"c\"\n"), "1:a,1|b\"c;" },
  { "quoted-newline", TEXT ("\"a\nb\",c\nd,e\n"), "1:a\nb|c;3:d|e;" },
  { "stray-quote", TEXT ("\"a\"b,c\n"), "1:\"a\"b|c;" },
  { "ragged", TEXT ("a,b\n1\n1,2,3\n"), "1:a|b;2:1;3:1|2|3;" },
  { "utf8-bom", TEXT ("\xEF\xBB\xBF" "a,b\n"), "1:a|b;" },
  { "utf8", TEXT ("caf\xC3\xA9,b\n"), "1:caf\xC3\xA9|b;" },
  { "windows-1252", TEXT ("caf\xE9,\x80\n"), "1:caf\xC3\xA9|\xE2\x82\xAC;" },
  { "mixed-encodings", TEXT ("caf\xC3\xA9,b\ncaf\xE9,c\n"), "1:caf\xC3\xA9|b;2:caf\xC3\xA9|c;" },
  { "utf16-le", TEXT ("\xFF\xFE" "a\0,\0\xE9\0\n\0"), "1:a|\xC3\xA9;" },
  { "utf16-be", TEXT ("\xFE\xFF" "\0a\0,\0\xE9\0\n"), "1:a|\xC3\xA9;" },
  { "utf16-crlf-quoted", TEXT ("\xFF\xFE" "\"\0a\0,\0\"\0,\0b\0\r\0\n\0001\0,\0\xAC\x20\r\0\n\0"),
    "1:a,|b;2:1|\xE2\x82\xAC;" },
  { "semicolons", TEXT ("a;b\n1,5;2\n"), "1:a|b;2:1,5|2;" },
  { "tabs", TEXT ("a\tb\n1\t2\n"), "1:a|b;2:1|2;" },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmCsvReader) reader = wm_csv_reader_new_for_data (c->data, c->length, &error);
  g_autoptr (GString) seen = g_string_new (NULL);
  const WmRow *row;

  g_assert_no_error (error);
  while (wm_csv_reader_next (reader, &row, NULL, &error) && row != NULL)
    {
      g_string_append_printf (seen, "%" G_GUINT64_FORMAT ":", row->line);
      for (gsize i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpuint (strlen (row->cells[i].text), ==, row->cells[i].length);
          g_string_append_printf (seen, "%s%s", i > 0 ? "|" : "", row->cells[i].text);
        }
      g_string_append_c (seen, ';');
    }
  g_assert_no_error (error);
  g_assert_cmpstr (seen->str, ==, c->expected);
}

typedef struct
{
  const char *name;
  const char *data;
  gsize length;
  WmTableError code;
  const char *words; /* in the message */
} WrongCase;

static const WrongCase wrong_cases[] = {
  { "empty", "", 0, WM_TABLE_ERROR_EMPTY, "empty" },
  { "only-a-bom", TEXT ("\xEF\xBB\xBF"), WM_TABLE_ERROR_EMPTY, "empty" },
  { "nul-byte", TEXT ("a,b\n1,2\n3,\0" "4\n"), WM_TABLE_ERROR_DAMAGED, "ine 3 " },
  { "nul-byte-quoted", TEXT ("a,b\n1,2\n3,\"\0" "4\"\n"), WM_TABLE_ERROR_DAMAGED, "ine 3 " },
  { "quote-never-ends", TEXT ("a,b\n1,\"2\n3,4\n"), WM_TABLE_ERROR_DAMAGED, "line 2 " },
  { "utf16-cut", TEXT ("\xFF\xFE" "a\0,\0b\0\n\0" "c"), WM_TABLE_ERROR_DAMAGED, "cut off" },
  { "gzip-cut", TEXT ("\x1F\x8B\x08\x00\x00\x00\x00\x00\x00\x03\x4B\xD4"), WM_TABLE_ERROR_DAMAGED,
    "cut off" },
};

static void
assert_wrong (WmCsvReader *reader, GError *error, WmTableError code, const char *words)
{
  const WmRow *row;

  while (error == NULL && wm_csv_reader_next (reader, &row, NULL, &error) && row != NULL)
    ;
  g_assert_error (error, WM_TABLE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_error_free (error);
}

static void
test_wrong (gconstpointer data)
{
  const WrongCase *c = data;
  GError *error = NULL;
  g_autoptr (WmCsvReader) reader = wm_csv_reader_new_for_data (c->data, c->length, &error);

  assert_wrong (reader, error, c->code, c->words);
}

static void
test_gigantic_field (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n1,");
  GError *error = NULL;
  g_autoptr (WmCsvReader) reader = NULL;

  for (int i = 0; i <= WM_TABLE_MAX_FIELD; i++)
    g_string_append_c (text, 'x');
  reader = wm_csv_reader_new_for_data (text->str, text->len, &error);
  assert_wrong (reader, error, WM_TABLE_ERROR_TOO_LARGE, "line 2 ");
}

static GBytes *
pack (const char *text, gsize length)
{
  g_autoptr (GConverter) zip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, zip);

  g_assert_true (g_output_stream_write_all (out, text, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Several members, empty ones and padding between and behind them, are one text. */
static void
test_gzip_members (void)
{
  static const char *const parts[] = { "a,b\n1,", "", "2\n", "3,4\n" };
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WmCsvReader) reader = NULL;
  const WmRow *row;
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GBytes) packed = pack (parts[i], strlen (parts[i]));
      gsize length;
      const guint8 *data = g_bytes_get_data (packed, &length);

      g_byte_array_append (file, data, length);
    }
  g_byte_array_append (file, (const guint8 *) "\0\0\0", 3);
  reader = wm_csv_reader_new_for_data ((const char *) file->data, file->len, &error);
  g_assert_no_error (error);
  for (; wm_csv_reader_next (reader, &row, NULL, &error) && row != NULL; n++)
    g_assert_cmpuint (row->n_cells, ==, 2);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
}

/* A second member that is cut off is no whole file. */
static void
test_gzip_members_cut (void)
{
  g_autoptr (GBytes) packed = pack ("a,b\n1,2\n", 8);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (WmCsvReader) reader = NULL;
  GError *error = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (packed, &length);

  g_byte_array_append (file, data, length);
  g_byte_array_append (file, data, length - 9);
  reader = wm_csv_reader_new_for_data ((const char *) file->data, file->len, &error);
  assert_wrong (reader, error, WM_TABLE_ERROR_DAMAGED, "cut off");
}

static void
test_gzip_bomb (void)
{
  gsize length = WM_TABLE_RATIO_FROM + 1024 * 1024;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (WmCsvReader) reader = NULL;
  GError *error = NULL;

  memset (text, 'x', length);
  for (gsize i = 100; i < length; i += 100)
    text[i] = '\n';
  packed = pack (text, length);
  reader = wm_csv_reader_new_for_data (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), &error);
  assert_wrong (reader, error, WM_TABLE_ERROR_TOO_LARGE, "unpacks");
}

/* Rows that lie across the ends of the buffer come out whole. */
static void
test_long_file (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmCsvReader) reader = NULL;
  const WmRow *row;
  guint n = 0;

  for (int i = 0; i < 60000; i++)
    g_string_append_printf (text, "%d,\"x\n\"\"%d\",z\r\n", i, i);
  reader = wm_csv_reader_new_for_data (text->str, text->len, &error);
  for (; wm_csv_reader_next (reader, &row, NULL, &error) && row != NULL; n++)
    {
      g_autofree char *first = g_strdup_printf ("%u", n);
      g_autofree char *second = g_strdup_printf ("x\n\"%u", n);

      g_assert_cmpstr (row->cells[0].text, ==, first);
      g_assert_cmpstr (row->cells[1].text, ==, second);
      g_assert_cmpstr (row->cells[2].text, ==, "z");
      g_assert_cmpuint (row->line, ==, 2 * n + 1);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 60000);
}

static void
test_write (void)
{
  g_autoptr (WmCsvWriter) writer = wm_csv_writer_new (WM_CSV_CRLF);

  wm_csv_writer_add_row (writer, (const char *[]) { "a,b", "say \"x\"", NULL });
  wm_csv_writer_add_text (writer, NULL);
  wm_csv_writer_add_number (writer, 0.1);
  wm_csv_writer_add_number (writer, NAN);
  wm_csv_writer_add_integer (writer, -5);
  wm_csv_writer_end_row (writer);
  g_assert_cmpstr (wm_csv_writer_get_text (writer, NULL), ==,
                   "\"a,b\",\"say \"\"x\"\"\"\r\n,0.1,,-5\r\n");
}

static void
test_write_formula (void)
{
  static const struct { const char *text; const char *written; } cases[] = {
    { "=1+1", "'=1+1\n" },   { "+cmd", "'+cmd\n" },      { "-2+3", "'-2+3\n" },
    { "@SUM(A1)", "'@SUM(A1)\n" }, { "\tx", "\"'\tx\"\n" }, { "\rx", "\"'\rx\"\n" },
    { "-1.5", "-1.5\n" },    { "+3e5", "+3e5\n" },       { "-", "-\n" },
    { "a=b", "a=b\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WmCsvWriter) writer = wm_csv_writer_new (WM_CSV_LF);

      wm_csv_writer_add_text (writer, cases[i].text);
      wm_csv_writer_end_row (writer);
      g_assert_cmpstr (wm_csv_writer_get_text (writer, NULL), ==, cases[i].written);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/read/", read_cases[i].name, NULL);

      g_test_add_data_func (path, &read_cases[i], test_read);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/wrong/", wrong_cases[i].name, NULL);

      g_test_add_data_func (path, &wrong_cases[i], test_wrong);
    }
  g_test_add_func ("/csv/wrong/gigantic-field", test_gigantic_field);
  g_test_add_func ("/csv/wrong/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/csv/wrong/gzip-members-cut", test_gzip_members_cut);
  g_test_add_func ("/csv/read/gzip-members", test_gzip_members);
  g_test_add_func ("/csv/read/long-file", test_long_file);
  g_test_add_func ("/csv/write/cells", test_write);
  g_test_add_func ("/csv/write/formula", test_write_formula);
  return g_test_run ();
}
