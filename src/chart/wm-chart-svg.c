/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* cairo numbers the ids of an SVG over the life of the process and knows no title: here the ids
 * become those of this picture alone, and screen readers get a role, a title and a description. */

#include "config.h"

#include "wm-chart-svg.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define TITLE_ID "title"
#define DESCRIPTION_ID "desc"

static gboolean
is_element (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE;
}

/* Gives each id a new one in the order of the document. */
static void
collect_ids (xmlNode *node, GHashTable *names)
{
  for (; node != NULL; node = node->next)
    {
      xmlAttr *id = is_element (node) ? xmlHasProp (node, BAD_CAST "id") : NULL;

      if (id != NULL)
        {
          xmlChar *old = xmlNodeGetContent ((xmlNode *) id);
          char *name = g_strdup_printf ("i%u", g_hash_table_size (names));

          xmlSetProp (node, BAD_CAST "id", BAD_CAST name);
          g_hash_table_insert (names, g_strdup ((const char *) old), name);
          xmlFree (old);
        }
      collect_ids (node->children, names);
    }
}

/* "#old" and "url(#old)" in any attribute. */
static char *
rewrite_reference (const char *value, GHashTable *names)
{
  const char *hash = strchr (value, '#');
  gsize length = hash != NULL ? strcspn (hash + 1, ")\"'; ") : 0;
  g_autofree char *old = hash != NULL ? g_strndup (hash + 1, length) : NULL;
  const char *name = old != NULL ? g_hash_table_lookup (names, old) : NULL;

  if (name == NULL)
    return NULL;
  return g_strdup_printf ("%.*s#%s%s", (int) (hash - value), value, name, hash + 1 + length);
}

static void
rewrite_references (xmlNode *node, GHashTable *names)
{
  for (; node != NULL; node = node->next)
    {
      for (xmlAttr *attribute = is_element (node) ? node->properties : NULL; attribute != NULL;
           attribute = attribute->next)
        {
          xmlChar *value = xmlNodeGetContent ((xmlNode *) attribute);
          g_autofree char *rewritten = rewrite_reference ((const char *) value, names);

          if (rewritten != NULL)
            xmlSetNsProp (node, attribute->ns, attribute->name, BAD_CAST rewritten);
          xmlFree (value);
        }
      rewrite_references (node->children, names);
    }
}

/* Puts @name with @text before what is in @root already. */
static void
prepend_text (xmlNode *root, const char *name, const char *id, const char *text)
{
  xmlNode *node = xmlNewDocNode (root->doc, root->ns, BAD_CAST name, NULL);

  xmlNodeAddContent (node, BAD_CAST text);
  xmlSetProp (node, BAD_CAST "id", BAD_CAST id);
  if (root->children != NULL)
    xmlAddPrevSibling (root->children, node);
  else
    xmlAddChild (root, node);
}

/* Gives NULL with @error set when cairo's output is no XML, which only a full memory can cause. */
GByteArray *
wm_svg_finish (const GByteArray *svg, const char *title, const char *description, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlDoc *doc = xmlReadMemory ((const char *) svg->data, (int) svg->len, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                               | XML_PARSE_HUGE);
  GByteArray *result = g_byte_array_new ();
  xmlChar *text = NULL;
  xmlNode *root;
  int length = 0;

  if (doc != NULL)
    {
      root = xmlDocGetRootElement (doc);
      collect_ids (root->children, names);
      rewrite_references (root->children, names);
      xmlSetProp (root, BAD_CAST "role", BAD_CAST "img");
      xmlSetProp (root, BAD_CAST "aria-labelledby", BAD_CAST TITLE_ID);
      xmlSetProp (root, BAD_CAST "aria-describedby", BAD_CAST DESCRIPTION_ID);
      prepend_text (root, "desc", DESCRIPTION_ID, description);
      prepend_text (root, "title", TITLE_ID, title);
      xmlDocDumpMemoryEnc (doc, &text, &length, "UTF-8");
      xmlFreeDoc (doc);
    }
  if (text == NULL)
    {
      g_byte_array_unref (result);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("There was not enough memory for the picture"));
      return NULL;
    }
  g_byte_array_append (result, text, length);
  xmlFree (text);
  return result;
}
