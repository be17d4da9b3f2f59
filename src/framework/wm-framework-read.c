/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* XML to a framework. The parser is kept on a short lead: no network, no document type, no
 * entities, limits of size and depth. What is wrong is collected as findings, each with its line
 * and element, so that a person can put all of it right at once; a file with any of them gives no
 * framework. */

#include "config.h"

#include "wm-framework-read.h"

#include "wm-finding.h"
#include "wm-framework-links-private.h"
#include "wm-framework-schema.h"
#include "wm-framework-write.h"
#include "wm-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

/* More findings than this help nobody. */
#define MAX_FINDINGS 500

/* What a finding says and quotes of a file [characters]. */
#define MAX_MESSAGE 300
#define MAX_VALUE 100

G_DEFINE_QUARK (wm-framework-error-quark, wm_framework_error)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

typedef struct
{
  GPtrArray *findings;   /* of WmFinding */
  GPtrArray *items;      /* of WmFrameworkItem */
  GHashTable *lines;     /* id, lent by the item -> line */
} Reading;

#define NAME_OF(node) ((const char *) (node)->name)

static void
add_finding (Reading *reading, guint64 line, const char *code, const char *value, char *message)
{
  if (reading->findings->len < MAX_FINDINGS)
    {
      g_autofree char *words = wm_text_shorten (message, MAX_MESSAGE);
      g_autofree char *quoted = value != NULL ? wm_text_shorten (value, MAX_VALUE) : NULL;
      WmFinding *finding = wm_finding_new (WM_SEVERITY_ERROR, code, words, quoted);

      wm_finding_add_line (finding, line);
      g_ptr_array_add (reading->findings, finding);
    }
  g_free (message);
}

/* What links are wrong is known by id; the file's reader wants lines. */
static void
add_link_finding_cb (const char *id, const char *code, const char *value, char *message, gpointer user_data)
{
  Reading *reading = user_data;

  add_finding (reading, GPOINTER_TO_UINT (g_hash_table_lookup (reading->lines, id)), code, value, message);
}

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *text = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

static void
check_attributes (Reading *reading, xmlNode *node, const char *const *known)
{
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL || !g_strv_contains (known, NAME_OF (attribute)))
      add_finding (reading, xmlGetLineNo (node), "unknown-attribute", NAME_OF (attribute),
                   g_strdup_printf (_("element “%1$s” has an attribute “%2$s” that frameworks do not know"),
                                    NAME_OF (node), NAME_OF (attribute)));
}

static void
check_no_elements (Reading *reading, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      add_finding (reading, xmlGetLineNo (child), "unknown-element", NAME_OF (child),
                   g_strdup_printf (_("element “%1$s” cannot stand inside “%2$s”"),
                                    NAME_OF (child), NAME_OF (node)));
}

static void
read_field (Reading *reading, xmlNode *node, WmFrameworkItem *item, WmField field)
{
  static const char *const no_attributes[] = { NULL };
  const WmFieldInfo *info = wm_field_get_info (field);
  xmlChar *text = xmlNodeGetContent (node);

  check_attributes (reading, node, no_attributes);
  check_no_elements (reading, node);
  if (wm_framework_item_get_text (item, field) != NULL)
    add_finding (reading, xmlGetLineNo (node), "element-twice", NAME_OF (node),
                 g_strdup_printf (_("element “%1$s” stands twice in “%2$s”"), NAME_OF (node),
                                  wm_framework_item_get_id (item)));
  else if (wm_field_accepts (field, (const char *) text))
    wm_framework_item_set_text (item, field, (const char *) text);
  else if (info->choices != NULL)
    {
      g_autofree char *choices = wm_choice_list (info->choices);

      add_finding (reading, xmlGetLineNo (node), "bad-value", (const char *) text,
                   g_strdup_printf (_("element “%1$s” says “%2$s”; it can say: %3$s"),
                                    NAME_OF (node), (const char *) text, choices));
    }
  else
    add_finding (reading, xmlGetLineNo (node), "bad-value", (const char *) text,
                 g_strdup_printf (info->type == WM_FIELD_TYPE_DATE
                                  ? _("element “%1$s” says “%2$s”, which is no date; write it as YYYY-MM-DD")
                                  : _("element “%1$s” says “%2$s”, which is no number"),
                                  NAME_OF (node), (const char *) text));
  xmlFree (text);
}

static void
check_cell (Reading *reading, xmlNode *node, const WmPartInfo *info, guint cell, const char *text)
{
  if (cell < info->required && (text == NULL || *text == '\0'))
    add_finding (reading, xmlGetLineNo (node), "missing-attribute", info->cells[cell],
                 g_strdup_printf (_("element “%1$s” lacks its attribute “%2$s”"),
                                  NAME_OF (node), info->cells[cell]));
  else if (text != NULL && info->choices[cell] != NULL && !wm_choice_has (info->choices[cell], text))
    {
      g_autofree char *choices = wm_choice_list (info->choices[cell]);

      add_finding (reading, xmlGetLineNo (node), "bad-value", text,
                   g_strdup_printf (_("attribute “%1$s” of element “%2$s” says “%3$s”; it can say: %4$s"),
                                    info->cells[cell], NAME_OF (node), text, choices));
    }
}

static void
read_part (Reading *reading, xmlNode *node, WmFrameworkItem *item, WmPartKind kind)
{
  const WmPartInfo *info = wm_part_get_info (kind);
  const char *known[WM_MAX_CELLS + 1] = { NULL };
  char *cells[WM_MAX_CELLS] = { NULL };

  memcpy (known, info->cells, sizeof info->cells);
  check_attributes (reading, node, known);
  check_no_elements (reading, node);
  for (guint cell = 0; cell < wm_part_get_n_cells (kind); cell++)
    {
      cells[cell] = dup_attribute (node, info->cells[cell]);
      check_cell (reading, node, info, cell, cells[cell]);
    }
  wm_framework_item_add_part (item, kind, (const char *const *) cells);
  for (guint cell = 0; cell < WM_MAX_CELLS; cell++)
    g_free (cells[cell]);
}

static void
read_child (Reading *reading, xmlNode *node, WmFrameworkItem *item)
{
  static const char *const known[] = { "ref", NULL };
  g_autofree char *ref = dup_attribute (node, "ref");

  check_attributes (reading, node, known);
  check_no_elements (reading, node);
  if (!wm_framework_id_is_valid (ref))
    add_finding (reading, xmlGetLineNo (node), "bad-id", ref,
                 g_strdup_printf (_("element “has” names no item: “%s” cannot be an id"), ref != NULL ? ref : ""));
  else
    wm_framework_item_insert_child (item, -1, ref);
}

/* Reads one element inside an item; FALSE when items of this kind cannot have it. */
static gboolean
read_element (Reading *reading, xmlNode *node, WmFrameworkItem *item)
{
  WmItemKind kind = wm_framework_item_get_kind (item);
  WmField field;
  WmPartKind part;

  if (node->ns == NULL || !g_str_equal (node->ns->href, WM_FRAMEWORK_NAMESPACE))
    return FALSE;
  if (wm_field_from_id (NAME_OF (node), &field) && wm_field_is_of (field, kind))
    read_field (reading, node, item, field);
  else if (wm_part_from_id (NAME_OF (node), &part) && wm_part_is_of (part, kind))
    read_part (reading, node, item, part);
  else if (g_str_equal (node->name, "has") && kind != WM_ITEM_INDICATOR)
    read_child (reading, node, item);
  else
    return FALSE;
  return TRUE;
}

static void
check_node (Reading *reading, xmlNode *node, xmlNode *parent)
{
  if (node->type == XML_ELEMENT_NODE)
    add_finding (reading, xmlGetLineNo (node), "unknown-element", NAME_OF (node),
                 g_strdup_printf (_("element “%1$s” cannot stand inside “%2$s”"),
                                  NAME_OF (node), NAME_OF (parent)));
  else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && !xmlIsBlankNode (node))
    add_finding (reading, xmlGetLineNo (node), "stray-text", NULL,
                 g_strdup_printf (_("there is text between the elements of “%s”"), NAME_OF (parent)));
}

static WmFrameworkItem *
start_item (Reading *reading, xmlNode *node, WmItemKind kind)
{
  g_autofree char *id = dup_attribute (node, "id");
  WmFrameworkItem *item;

  if (!wm_framework_id_is_valid (id))
    {
      add_finding (reading, xmlGetLineNo (node), "bad-id", id,
                   g_strdup_printf (_("element “%1$s” needs an id of letters, digits, “.”, “-” and “_”, not “%2$s”"),
                                    NAME_OF (node), id != NULL ? id : ""));
      return NULL;
    }
  if (g_hash_table_contains (reading->lines, id))
    {
      add_finding (reading, xmlGetLineNo (node), "duplicate-id", id,
                   g_strdup_printf (_("element “%1$s”: the id “%2$s” stands on line %3$u too; each item needs its own"),
                                    NAME_OF (node), id,
                                    GPOINTER_TO_UINT (g_hash_table_lookup (reading->lines, id))));
      return NULL;
    }
  item = wm_framework_item_new (kind, id);
  g_ptr_array_add (reading->items, item);
  g_hash_table_insert (reading->lines, (char *) wm_framework_item_get_id (item),
                       GUINT_TO_POINTER (xmlGetLineNo (node)));
  return item;
}

static void
read_item (Reading *reading, xmlNode *node, WmItemKind kind)
{
  static const char *const known[] = { "id", NULL };
  WmFrameworkItem *item = start_item (reading, node, kind);

  check_attributes (reading, node, known);
  if (item == NULL)
    return;
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type != XML_ELEMENT_NODE || !read_element (reading, child, item))
      check_node (reading, child, node);
}

static void
read_document (Reading *reading, xmlNode *root)
{
  static const char *const known[] = { "id", "version", NULL };
  WmFrameworkItem *header = start_item (reading, root, WM_ITEM_FRAMEWORK);
  WmItemKind kind;

  check_attributes (reading, root, known);
  if (header == NULL)
    return;
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (child->type != XML_ELEMENT_NODE)
      check_node (reading, child, root);
    else if (wm_item_kind_from_id (NAME_OF (child), &kind) && kind != WM_ITEM_FRAMEWORK)
      read_item (reading, child, kind);
    else if (!read_element (reading, child, header))
      check_node (reading, child, root);
}

static gboolean
check_root (xmlNode *root, GError **error)
{
  g_autofree char *name = wm_text_shorten (root != NULL ? NAME_OF (root) : "", MAX_VALUE);
  g_autofree char *version = NULL;
  guint64 number;

  if (root == NULL || !g_str_equal (root->name, "framework") || root->ns == NULL
      || !g_str_equal (root->ns->href, WM_FRAMEWORK_NAMESPACE))
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK,
                   _("This XML is not a Waymark framework: line %1$ld begins with an element “%2$s”"),
                   root != NULL ? xmlGetLineNo (root) : 1, name);
      return FALSE;
    }
  version = dup_attribute (root, "version");
  if (version == NULL || !g_ascii_string_to_unsigned (version, 10, 1, G_MAXUINT32, &number, NULL))
    {
      g_autofree char *quoted = wm_text_shorten (version != NULL ? version : "", MAX_VALUE);

      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                   _("Line %1$ld, element “framework”: “%2$s” is no version of the file format"),
                   xmlGetLineNo (root), quoted);
      return FALSE;
    }
  if (number > WM_FRAMEWORK_SCHEMA_VERSION)
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_NEWER,
                   _("This framework was written by a newer Waymark (file format %1$s, this version reads %2$d). "
                     "Open it there, or update Waymark."), version, WM_FRAMEWORK_SCHEMA_VERSION);
      return FALSE;
    }
  return TRUE;
}

/* Called at a document type: nothing that follows is looked at. */
static void
refuse_doctype_cb (void *context, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  xmlParserCtxtPtr parser = context;

  *(gboolean *) parser->_private = TRUE;
  xmlStopParser (parser);
}

static void
set_xml_error (GError **error, const xmlError *why)
{
  g_autofree char *message = wm_framework_trim_message (why != NULL ? why->message : NULL);
  gboolean is_deep = why != NULL && why->message != NULL && strstr (why->message, "depth") != NULL;

  if (is_deep)
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE,
                 _("Line %d: elements stand inside elements deeper than in any framework"), why->line);
  else
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_NOT_XML,
                 _("Line %1$d: this is not well-formed XML (%2$s)"), why != NULL ? why->line : 1, message);
}

static xmlDoc *
parse (const char *data, gsize length, GError **error)
{
  g_autoptr (xmlParserCtxt) parser = xmlNewParserCtxt ();
  g_autoptr (xmlDoc) document = NULL;
  gboolean has_doctype = FALSE;

  parser->_private = &has_doctype;
  parser->sax->internalSubset = refuse_doctype_cb;
  document = xmlCtxtReadMemory (parser, data, (int) length, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
  if (has_doctype)
    {
      g_set_error_literal (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNSAFE,
                           _("The file declares a document type (“<!DOCTYPE”), which could name other files. "
                             "A framework needs none: remove the declaration."));
      return NULL;
    }
  if (document == NULL)
    {
      set_xml_error (error, xmlCtxtGetLastError (parser));
      return NULL;
    }
  return g_steal_pointer (&document);
}

static void
check_schema (Reading *reading, xmlDoc *document)
{
  g_autofree char *element = NULL;
  guint64 line = 0;

  if (reading->findings->len == 0 && !wm_framework_schema_fits (document, &line, &element))
    add_finding (reading, line, "schema", element,
                 g_strdup_printf (_("element “%s” does not fit the schema of frameworks"), element));
}

/* All findings told as one error: the first with its line, and how many more there are. */
static void
set_findings_error (GError **error, const GPtrArray *findings)
{
  const WmFinding *first = g_ptr_array_index (findings, 0);

  if (findings->len == 1)
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                 _("Line %1$" G_GUINT64_FORMAT ": %2$s"), first->first_line, first->message);
  else
    g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT,
                 _("%1$u things are wrong, the first on line %2$" G_GUINT64_FORMAT ": %3$s"),
                 findings->len, first->first_line, first->message);
}

static WmFramework *
read_checked (xmlDoc *document, GPtrArray *findings, GError **error)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  Reading reading = { findings, items, lines };

  read_document (&reading, xmlDocGetRootElement (document));
  if (items->len > 0)
    wm_framework_check_links (items, add_link_finding_cb, &reading);
  check_schema (&reading, document);
  if (findings->len > 0)
    {
      set_findings_error (error, findings);
      return NULL;
    }
  return wm_framework_new (g_steal_pointer (&items));
}

/**
 * wm_framework_read:
 * @data: (array length=length): the bytes of a framework file
 * @length: [bytes]
 * @findings: (nullable) (element-type WmFinding): an empty array that gets what is wrong, each with
 *   its line
 * @error: return location for an error
 *
 * Reads a framework. Nothing is fetched, and a file that is wrong anywhere gives no framework.
 *
 * Returns: (transfer full): the framework
 */
WmFramework *
wm_framework_read (const char *data, gsize length, GPtrArray *findings, GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  g_autoptr (xmlDoc) document = NULL;

  if (length > WM_FRAMEWORK_MAX_SIZE)
    {
      g_set_error_literal (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE,
                           _("The file is larger than 8 MB, more than any framework needs"));
      return NULL;
    }
  document = parse (data, length, error);
  if (document == NULL || !check_root (xmlDocGetRootElement (document), error))
    return NULL;
  return read_checked (document, findings != NULL ? findings : own, error);
}

static gboolean
check_size (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) > WM_FRAMEWORK_MAX_SIZE)
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE,
                   _("“%s” is larger than 8 MB, more than any framework needs"), path);
      return FALSE;
    }
  return TRUE;
}

/**
 * wm_framework_load:
 * @path: a *.wmframework file
 * @findings: (nullable) (element-type WmFinding): as for [func@framework_read]
 * @error: return location for an error
 *
 * Reads a framework file. The message of an error names the file.
 *
 * Returns: (transfer full): the framework
 */
WmFramework *
wm_framework_load (const char *path, GPtrArray *findings, GError **error)
{
  g_autofree char *data = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  gsize length;
  WmFramework *self;

  if (!check_size (path, error) || !g_file_get_contents (path, &data, &length, error))
    return NULL;
  self = wm_framework_read (data, length, findings, error);
  if (self == NULL)
    /* Translators: the name of the file; what is wrong follows. */
    g_prefix_error (error, _("“%s” cannot be used. "), name);
  return self;
}
