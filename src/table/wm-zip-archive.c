/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* XML out of ZIP files, safely: what is unpacked in all is bounded, nothing is fetched, and a
 * document type declaration (the way to entity bombs) is refused before anything is expanded. */

#include "config.h"

#include "wm-zip-archive.h"

#include "wm-row.h"

#include <glib/gi18n-lib.h>
#include <zip.h>

struct _WmZipArchive
{
  zip_t *zip;
  guint64 packed;   /* size of the archive, [bytes] */
  guint64 unpacked; /* by all parts together */
};

struct _WmZipXml
{
  WmZipArchive *archive;
  char *name;
  zip_file_t *file;
  xmlTextReader *reader;
  GError *refused; /* what the reading callback refused */
};

/**
 * wm_zip_archive_open:
 * @path: the file
 * @error: return location for an error
 *
 * Opens an archive.
 *
 * Fails with %WM_TABLE_ERROR_DAMAGED when it is cut off or no archive.
 *
 * Returns: (transfer full): the archive; %NULL on error
 */
WmZipArchive *
wm_zip_archive_open (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);
  WmZipArchive *self;
  zip_t *zip;
  int code;

  if (info == NULL)
    return NULL;
  zip = zip_open (path, ZIP_RDONLY, &code);
  if (zip == NULL)
    {
      g_set_error_literal (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
                           _("The workbook is cut off or damaged. Fetch it again."));
      return NULL;
    }
  self = g_new0 (WmZipArchive, 1);
  self->zip = zip;
  self->packed = g_file_info_get_size (info);
  return self;
}

/**
 * wm_zip_archive_free:
 * @self: (transfer full) (nullable): an archive
 *
 * Closes the archive; documents out of it must be freed before.
 */
void
wm_zip_archive_free (WmZipArchive *self)
{
  if (self == NULL)
    return;
  zip_discard (self->zip);
  g_free (self);
}

/**
 * wm_zip_archive_has:
 * @self: an archive
 * @name: name of a part
 *
 * Tells whether the archive has a part.
 *
 * Returns: whether it has
 */
gboolean
wm_zip_archive_has (WmZipArchive *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return zip_name_locate (self->zip, name, ZIP_FL_NOCASE) >= 0;
}

static void
refuse_damaged (WmZipXml *self, GError **error)
{
  if (self->refused != NULL)
    g_propagate_error (error, g_steal_pointer (&self->refused));
  else
    g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_DAMAGED,
                 _("The part “%s” of the workbook is cut off or damaged. Fetch it again."),
                 self->name);
}

static int
read_cb (void *context, char *buffer, int length)
{
  WmZipXml *self = context;
  zip_int64_t n = zip_fread (self->file, buffer, length);

  if (n < 0)
    return -1;
  self->archive->unpacked += n;
  if (self->refused == NULL
      && !wm_table_check_unpacked (self->archive->packed, self->archive->unpacked, &self->refused))
    return -1;
  return n;
}

/* What is wrong is said by wm_zip_xml_next(), with the name of the part. */
static void
ignore_error_cb (void *data, const char *message, xmlParserSeverities severity,
                 xmlTextReaderLocatorPtr locator)
{
}

/**
 * wm_zip_xml_open:
 * @archive: an archive that outlives the document
 * @name: name of a part
 * @error: return location for an error
 *
 * Begins to read a part as XML.
 *
 * Returns: (transfer full): the document; %NULL on error
 */
WmZipXml *
wm_zip_xml_open (WmZipArchive *archive, const char *name, GError **error)
{
  g_autoptr (WmZipXml) self = NULL;

  g_return_val_if_fail (archive != NULL && name != NULL, NULL);

  self = g_new0 (WmZipXml, 1);
  self->archive = archive;
  self->name = g_strdup (name);
  self->file = zip_fopen (archive->zip, name, ZIP_FL_NOCASE);
  if (self->file != NULL)
    self->reader = xmlReaderForIO (read_cb, NULL, self, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (self->reader == NULL)
    {
      refuse_damaged (self, error);
      return NULL;
    }
  xmlTextReaderSetErrorHandler (self->reader, ignore_error_cb, NULL);
  return g_steal_pointer (&self);
}

/**
 * wm_zip_xml_free:
 * @self: (transfer full) (nullable): a document
 *
 * Ends the reading.
 */
void
wm_zip_xml_free (WmZipXml *self)
{
  if (self == NULL)
    return;
  if (self->reader != NULL)
    xmlFreeTextReader (self->reader);
  if (self->file != NULL)
    zip_fclose (self->file);
  g_clear_error (&self->refused);
  g_free (self->name);
  g_free (self);
}

/**
 * wm_zip_xml_get_reader:
 * @self: a document
 *
 * Gets the reader, to look at the node on which it stands.
 *
 * Returns: (transfer none): the reader
 */
xmlTextReader *
wm_zip_xml_get_reader (WmZipXml *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reader;
}

/**
 * wm_zip_xml_next:
 * @self: a document
 * @has_node: (out): whether there is another node
 * @error: return location for an error
 *
 * Moves to the next node.
 *
 * Fails with %WM_TABLE_ERROR_UNSAFE at a document type declaration, with
 * %WM_TABLE_ERROR_TOO_LARGE when too much is unpacked, with %WM_TABLE_ERROR_DAMAGED at anything
 * that is no XML.
 *
 * Returns: whether it could be read
 */
gboolean
wm_zip_xml_next (WmZipXml *self, gboolean *has_node, GError **error)
{
  int result;

  g_return_val_if_fail (self != NULL && has_node != NULL, FALSE);

  result = xmlTextReaderRead (self->reader);
  if (result < 0 || self->refused != NULL)
    {
      refuse_damaged (self, error);
      return FALSE;
    }
  *has_node = result == 1;
  if (result == 1 && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_DOCUMENT_TYPE)
    {
      g_set_error (error, WM_TABLE_ERROR, WM_TABLE_ERROR_UNSAFE,
                   _("The part “%s” of the workbook declares XML entities, which no table needs, "
                     "so the file was not read."),
                   self->name);
      return FALSE;
    }
  return TRUE;
}
