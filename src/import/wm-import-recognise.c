/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Tells what a file is by what it holds. The name of the file plays no part. */

#include "config.h"

#include "wm-import-batch-private.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#define HEADER_ROWS 20 /* rows in which a heading is searched */
#define FIRST_ROWS 5   /* rows shown behind it */
#define MANY_DIGITS 6  /* in one cell: a date or the number of a person */

/* Frees what the recogniser found. */
void
wm_import_head_free (WmImportHead *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->reasons);
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static int
find_name (char **header, const char *name)
{
  for (int i = 0; header[i] != NULL; i++)
    if (g_ascii_strcasecmp (header[i], name) == 0)
      return i;
  return -1;
}

/* The place of a column; -1 when there is none. */
int
wm_import_head_find (const WmImportHead *self, const char *name)
{
  return find_name (self->header, name);
}

static gboolean
has_all (char **header, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (find_name (header, names[i]) < 0)
      return FALSE;
  return TRUE;
}

static gboolean
has_period (char **header)
{
  WmPeriod period;

  for (gsize i = 0; header[i] != NULL; i++)
    if (wm_period_parse_label (header[i], &period, NULL))
      return TRUE;
  return FALSE;
}

static gboolean
is_download (char **header)
{
  if (header[0] == NULL || header[1] == NULL || g_ascii_strcasecmp (header[0], "LA Number") != 0)
    return FALSE;
  return has_period (header)
         && (g_ascii_strcasecmp (header[1], "LA and Regions") == 0
             || g_ascii_strcasecmp (header[1], "LA") == 0
             || g_ascii_strcasecmp (header[1], "Region") == 0);
}

static gboolean
is_neighbours (char **header)
{
  for (gsize i = 0; header[i] != NULL; i++)
    if (g_ascii_strcasecmp (header[i], "SN1") == 0 || g_ascii_strcasecmp (header[i], "SN_1") == 0)
      return find_name (header, "la_num") >= 0 || find_name (header, "LA num") >= 0
             || find_name (header, "old_la_code") >= 0;
  return FALSE;
}

static const char *const lait_names[] = { "Short Desc", "Years", "LA and Regions", "Values",
                                          "LA Number", NULL };
static const char *const dictionary_names[] = { "Measure_short", "Polarity", "Year_Type", NULL };
static const char *const ees_names[] = { "time_period", "time_identifier", "geographic_level", NULL };
static const char *const areas_names[] = { "code", "ons_code", "name", "kind", "region_code", NULL };

static WmImportKind
recognise_header (char **header, WmImportKind wanted)
{
  if (has_all (header, lait_names))
    return WM_IMPORT_KIND_LAIT;
  if (has_all (header, dictionary_names))
    return WM_IMPORT_KIND_LAIT_DICTIONARY;
  if (has_all (header, ees_names))
    return WM_IMPORT_KIND_EES;
  if (has_all (header, areas_names))
    return WM_IMPORT_KIND_AREAS;
  if (is_neighbours (header))
    return WM_IMPORT_KIND_NEIGHBOURS;
  if (is_download (header))
    return WM_IMPORT_KIND_LAIT_DOWNLOAD;
  if (wm_import_is_population (header, wanted == WM_IMPORT_KIND_POPULATION))
    return WM_IMPORT_KIND_POPULATION;
  return WM_IMPORT_KIND_AUTO;
}

/* Whether the columns are those of a return with a row for each child. */
static gboolean
is_child_level (char **header)
{
  static const char *const signs[] = { "CHILD", "UPN", "LAchildID", "DOB", "Child Unique ID",
                                       "PersonBirthDate", NULL };
  gsize n = 0;

  for (gsize i = 0; signs[i] != NULL; i++)
    n += find_name (header, signs[i]) >= 0;
  return n >= 2 || g_ascii_strcasecmp (header[0] != NULL ? header[0] : "", "CHILD") == 0
         || find_name (header, "LAchildID") >= 0;
}

static gboolean
refuse_child_level (GError **error)
{
  g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_CHILD_LEVEL,
                       _("The file is a return with a row for each child. Reading such returns comes "
                         "in a later version. Nothing of it was kept."));
  return FALSE;
}

/* Refuses a document with tags, of which only the name of the root is looked at. */
static gboolean
refuse_xml (WmTableReader *reader, GError **error)
{
  gsize length;
  const char *text = wm_table_reader_peek (reader, &length);
  g_autofree char *root = text != NULL ? wm_import_dup_xml_root (text, length) : NULL;

  if (root == NULL)
    return TRUE;
  if (g_str_equal (root, "Message") || g_str_equal (root, "EXPSSDA903"))
    g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_CHILD_LEVEL,
                         _("The file is a return with a record for each child (children in need "
                           "census, SSDA903). Reading such returns comes in a later version. Nothing "
                           "of it was kept."));
  else
    g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_UNKNOWN_KIND,
                         _("The file is a web page or another document with tags, not a table. Fetch "
                           "the table itself as CSV or XLSX."));
  return FALSE;
}

/* Whether a row is one of data: it may be of a child, and is not to be shown. Headings have no date
 * and no long number. */
static gboolean
may_be_data (char **row)
{
  for (gsize i = 0; row[i] != NULL; i++)
    {
      gsize n_digits = 0;

      for (const char *p = row[i]; *p != '\0'; p++)
        n_digits += g_ascii_isdigit (*p);
      if (n_digits >= MANY_DIGITS)
        return TRUE;
    }
  return FALSE;
}

static void
refuse_unknown (char **first, GError **error)
{
  g_autofree char *seen = g_strjoinv (", ", first);
  g_autofree char *valid = g_utf8_make_valid (seen, -1);
  g_autofree char *shortened = g_utf8_strlen (valid, -1) > 200 ? g_utf8_substring (valid, 0, 200) : NULL;

  if (may_be_data (first))
    {
      g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_UNKNOWN_KIND,
                           _("The file has no heading of a table that can be imported: it begins with "
                             "data. Nothing of it was kept."));
      return;
    }
  g_set_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_UNKNOWN_KIND,
               _("The columns are not those of a file that can be imported. The file begins with: %s. "
                 "Supported are LAIT’s bulk table, tables downloaded from LAIT, LAIT’s data "
                 "dictionary, “explore education statistics” tables, lists of statistical neighbours, "
                 "lists of areas and numbers of children by area."),
               shortened != NULL ? shortened : valid);
}

static void
add_reason (WmImportHead *self, const char *words, const char *names)
{
  g_ptr_array_add (self->reasons, g_strdup_printf ("%s %s", words, names));
}

static void
explain (WmImportHead *self)
{
  g_autofree char *names = g_strjoinv (", ", self->header);

  g_ptr_array_add (self->reasons, g_strdup (wm_import_kind_get_words (self->kind)));
  add_reason (self, _("Its columns:"), names);
  g_ptr_array_add (self->reasons, NULL);
}

/* Keeps the rows behind the heading for people to look at. */
static gboolean
read_first_rows (WmImportHead *self, WmTableReader *reader, GCancellable *cancellable, GError **error)
{
  const WmRow *row;

  for (int i = 0; i < FIRST_ROWS; i++)
    {
      if (!wm_table_reader_next (reader, &row, cancellable, error))
        return FALSE;
      if (row == NULL)
        break;
      g_ptr_array_add (self->rows, wm_row_dup_cells (row));
    }
  return TRUE;
}

/* Searches the heading of one sheet. @first gets the first row that is not blank. */
static gboolean
search_sheet (WmImportHead *self, WmTableReader *reader, WmImportKind wanted, char ***first,
              GCancellable *cancellable, GError **error)
{
  const WmRow *row;

  for (int i = 0; i < HEADER_ROWS && self->kind == WM_IMPORT_KIND_AUTO; i++)
    {
      g_auto (GStrv) cells = NULL;

      if (!wm_table_reader_next (reader, &row, cancellable, error))
        return FALSE;
      if (row == NULL)
        break;
      cells = wm_row_dup_cells (row);
      if (is_child_level (cells))
        return refuse_child_level (error);
      self->kind = recognise_header (cells, wanted);
      self->header_line = row->line;
      if (self->kind != WM_IMPORT_KIND_AUTO)
        self->header = g_steal_pointer (&cells);
      else if (*first == NULL && !wm_row_is_blank (row))
        *first = g_steal_pointer (&cells);
    }
  return self->kind == WM_IMPORT_KIND_AUTO || read_first_rows (self, reader, cancellable, error);
}

static gboolean
search_sheets (WmImportHead *self, WmTableReader *reader, WmImportKind wanted, char ***first,
               GCancellable *cancellable, GError **error)
{
  gsize n_sheets = wm_table_reader_is_workbook (reader)
                     ? g_strv_length ((char **) wm_table_reader_get_sheet_names (reader)) : 1;

  for (gsize i = 0; i < n_sheets && self->kind == WM_IMPORT_KIND_AUTO; i++)
    {
      if (i > 0 && !wm_table_reader_select_sheet (reader, i, error))
        return FALSE;
      self->sheet = i;
      if (!search_sheet (self, reader, wanted, first, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_wanted (const WmImportHead *self, WmImportKind wanted, GError **error)
{
  if (wanted == WM_IMPORT_KIND_AUTO || wanted == self->kind)
    return TRUE;
  /* The published numbers of children are such a table, and are taken for both. */
  if (wanted == WM_IMPORT_KIND_POPULATION && self->kind == WM_IMPORT_KIND_EES
      && wm_import_head_find (self, "population_estimate") >= 0)
    return TRUE;
  g_set_error (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_UNKNOWN_KIND,
               /* Translators: both are kinds of files */
               _("The file was to be read as %1$s, but its columns are those of %2$s."),
               wm_import_kind_get_words (wanted), wm_import_kind_get_words (self->kind));
  return FALSE;
}

/* Finds out what a file is. @wanted, unless it is automatic, must agree. */
WmImportHead *
wm_import_recognise (const char *path, WmImportKind wanted, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmTableReader) reader = wm_table_reader_open (path, cancellable, error);
  g_autoptr (WmImportHead) self = NULL;
  g_auto (GStrv) first = NULL;

  if (reader == NULL || !refuse_xml (reader, error))
    return NULL;
  self = g_new0 (WmImportHead, 1);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (!search_sheets (self, reader, wanted, &first, cancellable, error))
    return NULL;
  if (self->kind == WM_IMPORT_KIND_AUTO)
    {
      if (first != NULL)
        refuse_unknown (first, error);
      else
        g_set_error_literal (error, WM_IMPORT_ERROR, WM_IMPORT_ERROR_EMPTY,
                             _("The file holds only blanks."));
      return NULL;
    }
  if (!check_wanted (self, wanted, error))
    return NULL;
  explain (self);
  return g_steal_pointer (&self);
}
