/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as XML: the items one after the other in their order, their fields in the order of
 * the table, links as ids. The same framework gives the same bytes. */

#include "config.h"

#include "wm-framework-write.h"

#include "wm-save.h"

#include <libxml/xmlwriter.h>

#define CHARS(text) ((const xmlChar *) (text))

/* Text as it stands in the file. libxml2's own escaping differs between its versions, and the same
 * framework must give the same bytes with all of them. */
static char *
escape (const char *text, gboolean is_attribute)
{
  GString *escaped = g_string_sized_new (64);

  for (const char *c = text; *c != '\0'; c++)
    if (*c == '&')
      g_string_append (escaped, "&amp;");
    else if (*c == '<')
      g_string_append (escaped, "&lt;");
    else if (*c == '>')
      g_string_append (escaped, "&gt;");
    else if (is_attribute && *c == '"')
      g_string_append (escaped, "&quot;");
    else if (is_attribute && (*c == '\n' || *c == '\t'))
      g_string_append_printf (escaped, "&#%d;", *c);
    else
      g_string_append_c (escaped, *c);
  return g_string_free (escaped, FALSE);
}

static void
write_attribute (xmlTextWriterPtr writer, const char *name, const char *text)
{
  g_autofree char *escaped = escape (text, TRUE);

  xmlTextWriterStartAttribute (writer, CHARS (name));
  xmlTextWriterWriteRaw (writer, CHARS (escaped));
  xmlTextWriterEndAttribute (writer);
}

static void
write_text (xmlTextWriterPtr writer, const char *name, const char *text)
{
  g_autofree char *escaped = escape (text, FALSE);

  xmlTextWriterStartElement (writer, CHARS (name));
  xmlTextWriterWriteRaw (writer, CHARS (escaped));
  xmlTextWriterEndElement (writer);
}

/* Writing to memory fails only without memory, which GLib ends the program for; so the results of
 * the writer are not looked at. */
static void
write_part (xmlTextWriterPtr writer, const WmFrameworkItem *item, WmPartKind kind, guint part)
{
  const WmPartInfo *info = wm_part_get_info (kind);

  xmlTextWriterStartElement (writer, CHARS (info->id));
  for (guint cell = 0; cell < wm_part_get_n_cells (kind); cell++)
    {
      const char *text = wm_framework_item_get_part (item, kind, part, cell);

      if (text != NULL)
        write_attribute (writer, info->cells[cell], text);
    }
  xmlTextWriterEndElement (writer);
}

static void
write_content (xmlTextWriterPtr writer, const WmFrameworkItem *item)
{
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_framework_item_get_text (item, field) != NULL)
      write_text (writer, wm_field_get_info (field)->id, wm_framework_item_get_text (item, field));
  for (int kind = 0; kind < WM_N_PART_KINDS; kind++)
    for (guint part = 0; part < wm_framework_item_get_n_parts (item, kind); part++)
      write_part (writer, item, kind, part);
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    {
      xmlTextWriterStartElement (writer, CHARS ("has"));
      write_attribute (writer, "ref", wm_framework_item_get_child (item, i));
      xmlTextWriterEndElement (writer);
    }
}

static void
write_items (xmlTextWriterPtr writer, WmFramework *self)
{
  for (guint i = 1; i < wm_framework_get_n_items (self); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (self, i);

      xmlTextWriterStartElement (writer, CHARS (wm_item_kind_to_id (wm_framework_item_get_kind (item))));
      write_attribute (writer, "id", wm_framework_item_get_id (item));
      write_content (writer, item);
      xmlTextWriterEndElement (writer);
    }
}

/**
 * wm_framework_write:
 * @self: a framework
 *
 * Writes a framework as XML, UTF-8.
 *
 * Returns: (transfer full): the bytes of a *.wmframework file
 */
GBytes *
wm_framework_write (WmFramework *self)
{
  g_autofree char *version = g_strdup_printf ("%d", WM_FRAMEWORK_SCHEMA_VERSION);
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = xmlNewTextWriterMemory (buffer, 0);
  GBytes *bytes;

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, CHARS ("  "));
  xmlTextWriterStartDocument (writer, "1.0", "UTF-8", NULL);
  xmlTextWriterStartElement (writer, CHARS ("framework"));
  write_attribute (writer, "xmlns", WM_FRAMEWORK_NAMESPACE);
  write_attribute (writer, "version", version);
  write_attribute (writer, "id", wm_framework_get_id (self));
  write_content (writer, wm_framework_get_header (self));
  write_items (writer, self);
  xmlTextWriterEndElement (writer);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}

/**
 * wm_framework_save:
 * @self: a framework
 * @path: where to
 * @error: return location for an error
 *
 * Writes a framework file, whole or not at all.
 *
 * Returns: whether it was written
 */
gboolean
wm_framework_save (WmFramework *self, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = wm_framework_write (self);

  return wm_save_bytes (bytes, path, error);
}
