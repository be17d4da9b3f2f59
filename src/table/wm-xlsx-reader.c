/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Reads Excel workbooks: the shared strings and the number formats first, then the rows of one
 * sheet as they come. Every cell becomes text; a number with a date format becomes YYYY-MM-DD. */

#include "config.h"

#include "wm-xlsx-reader.h"

#include "wm-number.h"
#include "wm-zip-archive.h"

#include <glib/gi18n-lib.h>

#include <string.h>

struct _WmXlsxReader
{
  WmZipArchive *archive;
  GPtrArray *sheet_names;  /* ends in NULL */
  GPtrArray *sheet_parts;  /* name of the part of each sheet */
  GPtrArray *strings;      /* shared strings */
  GArray *date_styles;     /* gboolean by cell style */
  gboolean from_1904;
  WmZipXml *sheet;
  GString *text;           /* the cells of the row, each ended by NUL */
  GArray *offsets;         /* gsize: where each cell begins in text */
  GArray *cells;
  WmRow row;
};

/**
 * wm_xlsx_reader_free:
 * @self: (transfer full) (nullable): a reader
 *
 * Closes the workbook.
 */
void
wm_xlsx_reader_free (WmXlsxReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sheet, wm_zip_xml_free);
  g_clear_pointer (&self->archive, wm_zip_archive_free);
  g_ptr_array_unref (self->sheet_names);
  g_ptr_array_unref (self->sheet_parts);
  g_ptr_array_unref (self->strings);
  g_array_unref (self->date_styles);
  g_array_unref (self->offsets);
  g_array_unref (self->cells);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
is_start_of (xmlTextReader *reader, const char *name)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT
         && g_str_equal ((const char *) xmlTextReaderConstLocalName (reader), name);
}

static gboolean
is_end_of (xmlTextReader *reader, const char *name)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT
         && g_str_equal ((const char *) xmlTextReaderConstLocalName (reader), name);
}

static char *
dup_attribute (xmlTextReader *reader, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* Appends the text inside the element that the reader stands on, phonetic hints left out. */
static gboolean
append_text (WmZipXml *xml, GString *text, GError **error)
{
  xmlTextReader *reader = wm_zip_xml_get_reader (xml);
  int depth = xmlTextReaderDepth (reader);
  int hint_depth = -1;
  gsize before = text->len;
  gboolean has_node = TRUE;

  if (xmlTextReaderIsEmptyElement (reader))
    return TRUE;
  while (wm_zip_xml_next (xml, &has_node, error) && has_node)
    {
      int type = xmlTextReaderNodeType (reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reader) == depth)
        return TRUE;
      if (is_start_of (reader, "rPh"))
        hint_depth = xmlTextReaderDepth (reader);
      else if (is_end_of (reader, "rPh"))
        hint_depth = -1;
      else if (hint_depth < 0
               && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA
                   || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
        g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
      if (text->len - before > WM_TABLE_MAX_FIELD)
        {
          g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_TOO_LARGE,
                               _("A cell of the workbook is larger than one megabyte, so the file "
                                 "was not read."));
          return FALSE;
        }
    }
  return !has_node;
}

static gboolean
read_shared_strings (WmXlsxReader *self, GError **error)
{
  g_autoptr (WmZipXml) xml = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean has_node;

  if (!wm_zip_archive_has (self->archive, "xl/sharedStrings.xml"))
    return TRUE;
  xml = wm_zip_xml_open (self->archive, "xl/sharedStrings.xml", error);
  if (xml == NULL)
    return FALSE;
  for (;;)
    {
      if (!wm_zip_xml_next (xml, &has_node, error))
        return FALSE;
      if (!has_node)
        return TRUE;
      if (!is_start_of (wm_zip_xml_get_reader (xml), "si"))
        continue;
      g_string_truncate (text, 0);
      if (!append_text (xml, text, error))
        return FALSE;
      g_ptr_array_add (self->strings, g_strdup (text->str));
    }
}

/* Whether a number format shows a date: it names days, months or years outside of quotes. */
static gboolean
is_date_pattern (const char *pattern)
{
  gboolean quoted = FALSE;

  for (const char *p = pattern; *p != '\0'; p++)
    if (*p == '"')
      quoted = !quoted;
    else if (*p == '\\' && p[1] != '\0')
      p++;
    else if (*p == '[')
      p += strcspn (p, "]") - (strchr (p, ']') == NULL);
    else if (!quoted && strchr ("dDyY", *p) != NULL)
      return TRUE;
  return FALSE;
}

/* Formats 14-17 and 22 are Excel's own dates; from 164 on the workbook defines them. */
static gboolean
is_date_format (const char *id, GHashTable *patterns)
{
  int number = id != NULL ? (int) g_ascii_strtoll (id, NULL, 10) : 0;
  const char *pattern = id != NULL ? g_hash_table_lookup (patterns, id) : NULL;

  if (pattern != NULL)
    return is_date_pattern (pattern);
  return (number >= 14 && number <= 17) || number == 22;
}

static gboolean
read_styles (WmXlsxReader *self, GError **error)
{
  g_autoptr (WmZipXml) xml = NULL;
  g_autoptr (GHashTable) patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlTextReader *reader;
  gboolean in_cell_formats = FALSE;
  gboolean has_node;

  if (!wm_zip_archive_has (self->archive, "xl/styles.xml"))
    return TRUE;
  xml = wm_zip_xml_open (self->archive, "xl/styles.xml", error);
  if (xml == NULL)
    return FALSE;
  reader = wm_zip_xml_get_reader (xml);
  for (;;)
    {
      if (!wm_zip_xml_next (xml, &has_node, error))
        return FALSE;
      if (!has_node)
        return TRUE;
      if (is_start_of (reader, "numFmt"))
        {
          char *id = dup_attribute (reader, "numFmtId");
          char *pattern = dup_attribute (reader, "formatCode");

          g_hash_table_replace (patterns, id != NULL ? id : g_strdup (""),
                                pattern != NULL ? pattern : g_strdup (""));
        }
      else if (is_start_of (reader, "cellXfs") || is_end_of (reader, "cellXfs"))
        in_cell_formats = is_start_of (reader, "cellXfs");
      else if (in_cell_formats && is_start_of (reader, "xf"))
        {
          g_autofree char *id = dup_attribute (reader, "numFmtId");
          gboolean is_date = is_date_format (id, patterns);

          g_array_append_val (self->date_styles, is_date);
        }
    }
}

/* Which part of the archive each relation of the workbook names. */
static GHashTable *
read_relations (WmXlsxReader *self, GError **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (WmZipXml) xml = wm_zip_xml_open (self->archive, "xl/_rels/workbook.xml.rels", error);
  gboolean has_node;

  if (xml == NULL)
    return NULL;
  for (;;)
    {
      xmlTextReader *reader = wm_zip_xml_get_reader (xml);

      if (!wm_zip_xml_next (xml, &has_node, error))
        return NULL;
      if (!has_node)
        return g_steal_pointer (&parts);
      if (is_start_of (reader, "Relationship"))
        {
          g_autofree char *id = dup_attribute (reader, "Id");
          g_autofree char *target = dup_attribute (reader, "Target");

          if (id != NULL && target != NULL)
            g_hash_table_replace (parts, g_steal_pointer (&id),
                                  target[0] == '/' ? g_strdup (target + 1)
                                                   : g_strconcat ("xl/", target, NULL));
        }
    }
}

static void
add_sheet (WmXlsxReader *self, xmlTextReader *reader, GHashTable *parts)
{
  g_autofree char *name = dup_attribute (reader, "name");
  g_autofree char *id = dup_attribute (reader, "r:id");
  const char *part = id != NULL ? g_hash_table_lookup (parts, id) : NULL;

  if (name == NULL || part == NULL || !wm_zip_archive_has (self->archive, part))
    return;
  g_ptr_array_add (self->sheet_names, g_steal_pointer (&name));
  g_ptr_array_add (self->sheet_parts, g_strdup (part));
}

static gboolean
read_workbook (WmXlsxReader *self, GError **error)
{
  g_autoptr (GHashTable) parts = read_relations (self, error);
  g_autoptr (WmZipXml) xml = NULL;
  xmlTextReader *reader;
  gboolean has_node;

  if (parts == NULL)
    return FALSE;
  xml = wm_zip_xml_open (self->archive, "xl/workbook.xml", error);
  if (xml == NULL)
    return FALSE;
  reader = wm_zip_xml_get_reader (xml);
  for (;;)
    {
      if (!wm_zip_xml_next (xml, &has_node, error))
        return FALSE;
      if (!has_node)
        break;
      if (is_start_of (reader, "sheet"))
        add_sheet (self, reader, parts);
      else if (is_start_of (reader, "workbookPr"))
        {
          g_autofree char *flag = dup_attribute (reader, "date1904");

          self->from_1904 = g_strcmp0 (flag, "1") == 0 || g_strcmp0 (flag, "true") == 0;
        }
    }
  g_ptr_array_add (self->sheet_names, NULL);
  if (self->sheet_parts->len > 0)
    return TRUE;
  g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_EMPTY, _("The workbook has no sheet."));
  return FALSE;
}

/**
 * wm_xlsx_reader_open:
 * @path: the workbook
 * @error: return location for an error
 *
 * Opens a workbook and its first sheet.
 *
 * Returns: (transfer full): the reader; %NULL on error
 */
WmXlsxReader *
wm_xlsx_reader_open (const char *path, GError **error)
{
  g_autoptr (WmXlsxReader) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WmXlsxReader, 1);
  self->sheet_names = g_ptr_array_new_with_free_func (g_free);
  self->sheet_parts = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->date_styles = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->text = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->cells = g_array_new (FALSE, FALSE, sizeof (WmCell));
  self->archive = wm_zip_archive_open (path, error);
  if (self->archive == NULL)
    return NULL;
  if (!wm_zip_archive_has (self->archive, "xl/workbook.xml"))
    {
      g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_NOT_A_TABLE,
                           _("The file is a ZIP archive, but no Excel workbook."));
      return NULL;
    }
  if (!read_workbook (self, error) || !read_styles (self, error)
      || !read_shared_strings (self, error) || !wm_xlsx_reader_select_sheet (self, 0, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * wm_xlsx_reader_get_sheet_names:
 * @self: a reader
 *
 * Lists the sheets.
 *
 * Returns: (transfer none) (array zero-terminated=1): their names
 */
const char *const *
wm_xlsx_reader_get_sheet_names (WmXlsxReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->sheet_names->pdata;
}

/**
 * wm_xlsx_reader_select_sheet:
 * @self: a reader
 * @sheet: number of a sheet, counted from 0
 * @error: return location for an error
 *
 * Begins to read a sheet from its first row.
 *
 * Returns: whether it could be opened
 */
gboolean
wm_xlsx_reader_select_sheet (WmXlsxReader *self, gsize sheet, GError **error)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheet_parts->len, FALSE);

  g_clear_pointer (&self->sheet, wm_zip_xml_free);
  self->row = (WmRow) { 0 };
  self->sheet = wm_zip_xml_open (self->archive, g_ptr_array_index (self->sheet_parts, sheet), error);
  return self->sheet != NULL;
}

static void
begin_cell (WmXlsxReader *self)
{
  g_array_append_val (self->offsets, self->text->len);
}

/* The column that a cell reference such as "AB12" names, from 0; @next where there is none. */
static gsize
parse_column (const char *reference, gsize next)
{
  gsize column = 0;

  if (reference == NULL || !g_ascii_isalpha (reference[0]))
    return next;
  for (; g_ascii_isalpha (*reference) && column <= WM_TABLE_MAX_CELLS; reference++)
    column = column * 26 + g_ascii_toupper (*reference) - 'A' + 1;
  return column - 1;
}

/* Cells that the sheet leaves out are blank. */
static gboolean
pad_to (WmXlsxReader *self, gsize column, GError **error)
{
  if (column >= WM_TABLE_MAX_CELLS || column < self->offsets->len)
    {
      g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
                   _("Row %" G_GUINT64_FORMAT " of the sheet has cells in places that it cannot have."),
                   self->row.line);
      return FALSE;
    }
  while (self->offsets->len < column)
    {
      begin_cell (self);
      g_string_append_c (self->text, '\0');
    }
  return TRUE;
}

/* Replaces the day number at @begin by its date; Excel's day 60 never was, so days count from
 * 30 December 1899. */
static void
write_date (WmXlsxReader *self, gsize begin)
{
  GDate date;
  double days;

  if (!wm_number_parse (self->text->str + begin, -1, &days) || days < 1 || days > 200000)
    return;
  g_date_set_dmy (&date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (&date, (guint) days + (self->from_1904 ? 1462 : 0));
  g_string_truncate (self->text, begin);
  g_string_append_printf (self->text, "%04d-%02d-%02d", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

static gboolean
write_shared_string (WmXlsxReader *self, gsize begin, GError **error)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (self->text->str + begin, 10, 0, G_MAXUINT, &index, NULL)
      || index >= self->strings->len)
    {
      g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
                   _("Row %" G_GUINT64_FORMAT " of the sheet names a text that the workbook lacks."),
                   self->row.line);
      return FALSE;
    }
  g_string_truncate (self->text, begin);
  g_string_append (self->text, g_ptr_array_index (self->strings, index));
  return TRUE;
}

/* The text of one <c>: of its <v>, or of its <is>; formulas (<f>) are passed over. */
static gboolean
read_cell_text (WmXlsxReader *self, GError **error)
{
  xmlTextReader *reader = wm_zip_xml_get_reader (self->sheet);
  int depth = xmlTextReaderDepth (reader);
  gboolean has_node = TRUE;

  if (xmlTextReaderIsEmptyElement (reader))
    return TRUE;
  while (wm_zip_xml_next (self->sheet, &has_node, error))
    {
      if (!has_node || (is_end_of (reader, "c") && xmlTextReaderDepth (reader) == depth))
        return TRUE;
      if ((is_start_of (reader, "v") || is_start_of (reader, "is"))
          && !append_text (self->sheet, self->text, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_cell (WmXlsxReader *self, GError **error)
{
  xmlTextReader *reader = wm_zip_xml_get_reader (self->sheet);
  g_autofree char *reference = dup_attribute (reader, "r");
  g_autofree char *type = dup_attribute (reader, "t");
  g_autofree char *style = dup_attribute (reader, "s");
  guint64 style_number = style != NULL ? g_ascii_strtoull (style, NULL, 10) : 0;
  gsize begin;

  if (!pad_to (self, parse_column (reference, self->offsets->len), error))
    return FALSE;
  begin_cell (self);
  begin = self->text->len;
  if (!read_cell_text (self, error))
    return FALSE;
  if (g_strcmp0 (type, "s") == 0)
    {
      if (!write_shared_string (self, begin, error))
        return FALSE;
    }
  else if ((type == NULL || g_str_equal (type, "n")) && style_number < self->date_styles->len
           && g_array_index (self->date_styles, gboolean, style_number))
    write_date (self, begin);
  g_string_append_c (self->text, '\0');
  return TRUE;
}

static void
lend_row (WmXlsxReader *self)
{
  g_array_set_size (self->cells, self->offsets->len);
  for (guint i = 0; i < self->offsets->len; i++)
    {
      const char *text = self->text->str + g_array_index (self->offsets, gsize, i);

      g_array_index (self->cells, WmCell, i) = (WmCell) { text, strlen (text) };
    }
  self->row.cells = &g_array_index (self->cells, WmCell, 0);
  self->row.n_cells = self->cells->len;
}

static gboolean
read_row (WmXlsxReader *self, GError **error)
{
  xmlTextReader *reader = wm_zip_xml_get_reader (self->sheet);
  g_autofree char *number = dup_attribute (reader, "r");
  guint64 line = number != NULL ? g_ascii_strtoull (number, NULL, 10) : self->row.line + 1;
  gboolean has_node = TRUE;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->offsets, 0);
  self->row.line = MAX (line, self->row.line + 1);
  if (xmlTextReaderIsEmptyElement (reader))
    return TRUE;
  while (wm_zip_xml_next (self->sheet, &has_node, error))
    {
      if (!has_node || is_end_of (reader, "row"))
        return TRUE;
      if (is_start_of (reader, "c") && !read_cell (self, error))
        return FALSE;
    }
  return FALSE;
}

/**
 * wm_xlsx_reader_next:
 * @self: a reader
 * @row: (out) (transfer none) (nullable): the next row, lent until the next call; %NULL behind
 *   the last one
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error
 *
 * Reads a row of the chosen sheet. Rows without cells are passed over.
 *
 * Fails with %WM_TABLE_ERROR_DAMAGED, %WM_TABLE_ERROR_UNSAFE or %WM_TABLE_ERROR_TOO_LARGE.
 *
 * Returns: whether it could be read
 */
gboolean
wm_xlsx_reader_next (WmXlsxReader *self, const WmRow **row, GCancellable *cancellable, GError **error)
{
  gboolean has_node;

  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  for (;;)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !wm_zip_xml_next (self->sheet, &has_node, error))
        return FALSE;
      if (!has_node)
        {
          *row = NULL;
          return TRUE;
        }
      if (!is_start_of (wm_zip_xml_get_reader (self->sheet), "row"))
        continue;
      if (!read_row (self, error))
        return FALSE;
      if (self->offsets->len > 0)
        break;
    }
  lend_row (self);
  *row = &self->row;
  return TRUE;
}
