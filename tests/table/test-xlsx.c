/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Workbooks in and out, and those made to do harm. */

#include "wm-table-reader.h"
#include "wm-test.h"
#include "wm-xlsx-writer.h"

#include <string.h>
#include <zip.h>

static void
write_sample (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmXlsxWriter) writer = wm_xlsx_writer_new (path, &error);

  g_assert_no_error (error);
  wm_xlsx_writer_add_sheet (writer, "First: a/b");
  wm_xlsx_writer_add_header (writer, (const char *[]) { "Name", "Value", NULL });
  wm_xlsx_writer_add_text (writer, "=1+1");
  wm_xlsx_writer_add_number (writer, 0.125, 2);
  wm_xlsx_writer_end_row (writer);
  wm_xlsx_writer_add_text (writer, NULL);
  wm_xlsx_writer_add_number (writer, -3, -1);
  wm_xlsx_writer_end_row (writer);
  wm_xlsx_writer_add_sheet (writer, "Second");
  wm_xlsx_writer_add_text (writer, "x");
  wm_xlsx_writer_end_row (writer);
  g_assert_true (wm_xlsx_writer_save (writer, &error));
  g_assert_no_error (error);
}

static void
test_round_trip (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmTableReader) reader = NULL;
  const WmRow *row;

  write_sample (path);
  reader = wm_table_reader_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wm_table_reader_is_workbook (reader));
  g_assert_cmpstr (wm_table_reader_get_sheet_names (reader)[0], ==, "First- a-b");
  g_assert_true (wm_table_reader_next (reader, &row, NULL, &error));
  g_assert_cmpstr (row->cells[1].text, ==, "Value");
  g_assert_true (wm_table_reader_next (reader, &row, NULL, &error));
  g_assert_cmpstr (row->cells[0].text, ==, "=1+1");
  g_assert_cmpstr (row->cells[1].text, ==, "0.125");
  g_assert_true (wm_table_reader_next (reader, &row, NULL, &error));
  g_assert_cmpuint (row->line, ==, 3);
  g_assert_cmpstr (row->cells[0].text, ==, "");
  g_assert_cmpstr (row->cells[1].text, ==, "-3");
  g_assert_true (wm_table_reader_next (reader, &row, NULL, &error));
  g_assert_null (row);
  g_assert_true (wm_table_reader_select_sheet (reader, 1, &error));
  g_assert_true (wm_table_reader_next (reader, &row, NULL, &error));
  g_assert_cmpstr (row->cells[0].text, ==, "x");
  wm_test_remove_folder (folder);
}

static void
test_same_bytes (void)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *a = g_build_filename (folder, "a.xlsx", NULL);
  g_autofree char *b = g_build_filename (folder, "b.xlsx", NULL);
  g_autofree char *a_text = NULL;
  g_autofree char *b_text = NULL;
  gsize a_length, b_length;

  write_sample (a);
  write_sample (b);
  g_assert_true (g_file_get_contents (a, &a_text, &a_length, NULL));
  g_assert_true (g_file_get_contents (b, &b_text, &b_length, NULL));
  g_assert_cmpmem (a_text, a_length, b_text, b_length);
  wm_test_remove_folder (folder);
}

/* A workbook put together by hand, with one sheet. */
static void
write_workbook (const char *path, const char *sheet, gsize length)
{
  static const char workbook[] =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets></workbook>";
  static const char relations[] =
    "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
  static const char styles[] =
    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
  const struct { const char *name; const char *text; gsize length; } parts[] = {
    { "xl/workbook.xml", workbook, sizeof workbook - 1 },
    { "xl/_rels/workbook.xml.rels", relations, sizeof relations - 1 },
    { "xl/styles.xml", styles, sizeof styles - 1 },
    { "xl/worksheets/sheet1.xml", sheet, length },
  };
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);

  g_assert_nonnull (zip);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpint (zip_file_add (zip, parts[i].name,
                                   zip_source_buffer (zip, parts[i].text, parts[i].length, 0), 0), >=, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
}

static void
test_cells (void)
{
  static const char sheet[] =
    "<worksheet><sheetData><row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>in</t></is></c>"
    "<c r=\"C2\" s=\"1\"><v>45809</v></c><c r=\"D2\"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>";
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (WmTableReader) reader = NULL;
  const WmRow *row;

  write_workbook (path, sheet, sizeof sheet - 1);
  reader = wm_table_reader_open (path, NULL, NULL);
  g_assert_true (wm_table_reader_next (reader, &row, NULL, NULL));
  g_assert_cmpuint (row->line, ==, 2);
  g_assert_cmpuint (row->n_cells, ==, 4);
  g_assert_cmpstr (row->cells[0].text, ==, "");
  g_assert_cmpstr (row->cells[1].text, ==, "in");
  g_assert_cmpstr (row->cells[2].text, ==, "2025-06-01"); /* Excel shows day 45809 so */
  g_assert_cmpstr (row->cells[3].text, ==, "2");
  wm_test_remove_folder (folder);
}

static void
assert_refused (const char *sheet, gsize length, WmTableError code)
{
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmTableReader) reader = NULL;
  const WmRow *row;

  write_workbook (path, sheet, length);
  reader = wm_table_reader_open (path, NULL, &error);
  while (reader != NULL && wm_table_reader_next (reader, &row, NULL, &error) && row != NULL)
    ;
  g_assert_error (error, WM_TABLE_ERROR, (int) code);
  wm_test_remove_folder (folder);
}

static void
test_entity_bomb (void)
{
  static const char sheet[] =
    "<!DOCTYPE w [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
    "<worksheet><sheetData><row r=\"1\"><c><v>&b;</v></c></row></sheetData></worksheet>";

  assert_refused (sheet, sizeof sheet - 1, WM_TABLE_ERROR_UNSAFE);
}

static void
test_zip_bomb (void)
{
  gsize length = WM_TABLE_RATIO_FROM + 1024 * 1024;
  g_autoptr (GString) sheet = g_string_sized_new (length + 100);

  g_string_append (sheet, "<worksheet><sheetData>");
  while (sheet->len < length)
    g_string_append (sheet, "<row><c><v>1</v></c></row>");
  g_string_append (sheet, "</sheetData></worksheet>");
  assert_refused (sheet->str, sheet->len, WM_TABLE_ERROR_TOO_LARGE);
}

static void
test_cut_xml (void)
{
  assert_refused ("<worksheet><sheetData><row><c>", 30, WM_TABLE_ERROR_DAMAGED);
}

typedef struct
{
  const char *name;
  const char *data;
  gsize length;
  WmTableError code;
} FormCase;

static const FormCase form_cases[] = {
  { "binary", "\x01\x02\x00\x03 rest", 9, WM_TABLE_ERROR_NOT_A_TABLE },
  { "pdf", "%PDF-1.4 ...", 12, WM_TABLE_ERROR_NOT_A_TABLE },
  { "old-excel", "\xD0\xCF\x11\xE0 ...", 8, WM_TABLE_ERROR_NOT_A_TABLE },
  { "cut-zip", "PK\x03\x04 ...", 8, WM_TABLE_ERROR_DAMAGED },
  { "empty", "", 0, WM_TABLE_ERROR_EMPTY },
};

static void
test_form (gconstpointer data)
{
  const FormCase *c = data;
  char *folder = wm_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmTableReader) reader = NULL;

  g_assert_true (g_file_set_contents (path, c->data, c->length, NULL));
  reader = wm_table_reader_open (path, NULL, &error);
  g_assert_null (reader);
  g_assert_error (error, WM_TABLE_ERROR, (int) c->code);
  wm_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xlsx/round-trip", test_round_trip);
  g_test_add_func ("/xlsx/same-bytes", test_same_bytes);
  g_test_add_func ("/xlsx/cells", test_cells);
  g_test_add_func ("/xlsx/wrong/entity-bomb", test_entity_bomb);
  g_test_add_func ("/xlsx/wrong/zip-bomb", test_zip_bomb);
  g_test_add_func ("/xlsx/wrong/cut-xml", test_cut_xml);
  for (gsize i = 0; i < G_N_ELEMENTS (form_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/table/wrong/", form_cases[i].name, NULL);

      g_test_add_data_func (path, &form_cases[i], test_form);
    }
  return g_test_run ();
}
