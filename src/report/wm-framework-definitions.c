/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The definition of every indicator: all that is said of it, and which of the things that a
 * definition needs nobody has said. */

#include "config.h"

#include "wm-framework-document-private.h"

#include <glib/gi18n-lib.h>

/* What a full definition tells. Where it does not, the document says so. */
static const WmField needed[] = {
  WM_FIELD_RATIONALE, WM_FIELD_DEFINITION, WM_FIELD_NUMERATOR, WM_FIELD_DENOMINATOR, WM_FIELD_GROUP,
  WM_FIELD_UNIT, WM_FIELD_DIRECTION, WM_FIELD_DATA_KIND, WM_FIELD_PERIOD, WM_FIELD_COMPARISON,
};

typedef struct
{
  WmFrameworkWriter *writer;
  const WmFrameworkItem *section;  /* the domain, or the framework; NULL for what has no place */
  const WmFrameworkItem *headed;   /* the section whose heading stands already */
  gboolean has_begun;
  GHashTable *seen;
} Walk;

/* What a person reads for a cell of a part: the label of a choice, the name of a linked item. */
static char *
dup_cell (WmFrameworkWriter *writer, const WmFrameworkItem *item, WmPartKind kind, guint part, guint cell)
{
  const WmPartInfo *info = wm_part_get_info (kind);
  const char *text = wm_framework_item_get_part (item, kind, part, cell);
  const WmChoice *choices = info->choices[cell];
  WmFrameworkItem *linked;

  if (text == NULL || *text == '\0')
    return NULL;
  for (gsize i = 0; choices != NULL && choices[i].id != NULL; i++)
    if (g_str_equal (choices[i].id, text))
      return g_strdup (_(choices[i].label));
  linked = info->is_link && cell == WM_LINK_TO ? wm_framework_find (writer->framework, text) : NULL;
  return linked != NULL ? wm_framework_item_dup_name (linked) : g_strdup (text);
}

/* A line for each part, its cells with dashes between. */
static char *
dup_parts (WmFrameworkWriter *writer, const WmFrameworkItem *item, WmPartKind kind)
{
  GString *lines = g_string_new (NULL);

  for (guint part = 0; part < wm_framework_item_get_n_parts (item, kind); part++)
    {
      gboolean is_first = TRUE;

      if (part > 0)
        g_string_append_c (lines, '\n');
      for (guint cell = 0; cell < wm_part_get_n_cells (kind); cell++)
        {
          g_autofree char *text = dup_cell (writer, item, kind, part, cell);

          if (text == NULL)
            continue;
          g_string_append_printf (lines, "%s%s", is_first ? "" : " – ", text);
          is_first = FALSE;
        }
    }
  return g_string_free (lines, FALSE);
}

static void
add_fields (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (field != WM_FIELD_TITLE && field != WM_FIELD_CODE && wm_framework_item_get_text (item, field) != NULL)
      wm_document_add_fact (writer->document, _(wm_field_get_info (field)->label),
                            wm_framework_item_get_words (item, field));
}

static void
add_parts (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  for (int kind = 0; kind < WM_N_PART_KINDS; kind++)
    if (wm_framework_item_get_n_parts (item, kind) > 0)
      {
        g_autofree char *text = dup_parts (writer, item, kind);

        wm_document_add_fact (writer->document, _(wm_part_get_info (kind)->label), text);
      }
}

static void
append_name (GString *names, const char *name)
{
  g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
}

/* A placeholder is not expected to have a definition. */
static void
add_missing (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (wm_framework_item_is_placeholder (item))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (wm_framework_item_get_text (item, needed[i]) == NULL)
      append_name (names, _(wm_field_get_info (needed[i])->label));
  if (wm_framework_item_get_n_parts (item, WM_PART_SOURCE) == 0)
    append_name (names, _(wm_part_get_info (WM_PART_SOURCE)->label));
  if (names->len > 0)
    wm_document_add_fact (writer->document, _("Not stated"), names->str);
}

static void
write_definition (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  g_autofree char *name = wm_framework_item_dup_name (item);
  g_autofree char *anchor = wm_framework_item_dup_anchor (item);
  g_autofree char *serves = wm_framework_item_dup_parents (writer, item);
  const char *data = writer->data_words != NULL
                       ? g_hash_table_lookup (writer->data_words, wm_framework_item_get_id (item)) : NULL;

  wm_document_add_heading (writer->document, 3, name, anchor);
  wm_document_begin_facts (writer->document);
  if (*serves != '\0')
    wm_document_add_fact (writer->document, _("Serves"), serves);
  add_fields (writer, item);
  add_parts (writer, item);
  if (data != NULL)
    wm_document_add_fact (writer->document, _("Data in this project"), data);
  add_missing (writer, item);
}

static char *
dup_section_name (const WmFrameworkItem *section)
{
  if (section == NULL)
    return g_strdup (_("Without a place"));
  if (wm_framework_item_get_kind (section) == WM_ITEM_FRAMEWORK)
    return g_strdup (_("Directly under the framework"));
  return wm_framework_item_dup_name (section);
}

static void
begin_section (Walk *walk)
{
  WmDocument *document = walk->writer->document;
  g_autofree char *name = dup_section_name (walk->section);

  if (!walk->has_begun)
    {
      wm_document_add_page_break (document);
      wm_document_add_heading (document, 1, _("Definitions"), NULL);
      wm_document_add_paragraph (document, _("Each indicator stands here once, under the first domain that it "
                                             "serves."));
    }
  wm_document_add_heading (document, 2, name, NULL);
  walk->headed = walk->section;
  walk->has_begun = TRUE;
}

static void
visit_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Walk *walk = user_data;

  if (depth == 0)
    walk->section = parent != NULL && wm_framework_item_get_kind (item) == WM_ITEM_DOMAIN ? item : parent;
  if (wm_framework_item_get_kind (item) != WM_ITEM_INDICATOR || !g_hash_table_add (walk->seen, item))
    return;
  if (!walk->has_begun || walk->headed != walk->section)
    begin_section (walk);
  write_definition (walk->writer, item);
}

/* Writes what is said of each indicator. */
void
wm_framework_write_definitions (WmFrameworkWriter *writer)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Walk walk = { .writer = writer, .seen = seen };

  wm_framework_walk (writer->framework, visit_cb, &walk);
}
