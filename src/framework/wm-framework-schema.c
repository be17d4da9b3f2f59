/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The RELAX NG schema of framework files. It says where a document does not fit; what is wrong
 * there is said in words by wm-framework-read.c, which looks first. */

#include "config.h"

#include "wm-framework-schema.h"

#include "wm-framework-resources.h"

#include <libxml/relaxng.h>

typedef struct
{
  guint64 line;
  char *element;
} Place;

/* Structured errors of libxml2: the first one names the place. */
static void
note_place_cb (void *user_data, xmlErrorPtr error)
{
  Place *place = user_data;
  const xmlNode *node = error->node;

  if (place->element != NULL)
    return;
  place->line = MAX (0, error->line);
  place->element = g_strdup (node != NULL && node->type == XML_ELEMENT_NODE ? (const char *) node->name : "?");
}

static xmlRelaxNGPtr
load_schema (void)
{
  static gsize loaded = 0;
  static xmlRelaxNGPtr schema = NULL;

  if (g_once_init_enter (&loaded))
    {
      g_autoptr (GBytes) bytes = NULL;
      xmlRelaxNGParserCtxtPtr parser;

      bytes = g_resource_lookup_data (wm_frameworks_get_resource (),
                                      WM_RESOURCE_PATH "/frameworks/framework.rng",
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_assert (bytes != NULL);
      parser = xmlRelaxNGNewMemParserCtxt (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      schema = xmlRelaxNGParse (parser);
      xmlRelaxNGFreeParserCtxt (parser);
      g_once_init_leave (&loaded, 1);
    }
  return schema;
}

/**
 * wm_framework_schema_fits:
 * @document: a parsed document
 * @line: (out): the line that does not fit
 * @element: (out) (transfer full): the element that does not fit
 *
 * Checks a document against the schema.
 *
 * Returns: whether it fits; @line and @element are set only when it does not
 */
gboolean
wm_framework_schema_fits (xmlDocPtr document, guint64 *line, char **element)
{
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt (load_schema ());
  Place place = { 0, NULL };
  gboolean fits;

  xmlRelaxNGSetValidStructuredErrors (validator, note_place_cb, &place);
  fits = xmlRelaxNGValidateDoc (validator, document) == 0;
  xmlRelaxNGFreeValidCtxt (validator);
  if (fits)
    {
      g_free (place.element);
      return TRUE;
    }
  *line = place.line;
  *element = place.element != NULL ? place.element : g_strdup ("framework");
  return FALSE;
}
