/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tables of a framework by domain: its outcomes, and its indicators below the outcomes that
 * they serve. An outcome that nothing measures says so. */

#include "config.h"

#include "wm-framework-document-private.h"

#include <glib/gi18n-lib.h>

/* What is told of an indicator in the tables, where any indicator has it. */
static const struct
{
  WmField field;
  double weight;
} shown[] = {
  { WM_FIELD_UNIT, 1.8 },
  { WM_FIELD_DIRECTION, 2 },
  { WM_FIELD_DATA_KIND, 2.2 },
  { WM_FIELD_AVAILABILITY, 2.2 },
};

static gboolean
has_field (guint64 fields, WmField field)
{
  return (fields >> field & 1) != 0;
}

static WmFrameworkItem *
get_child (WmFrameworkWriter *writer, const WmFrameworkItem *parent, guint place)
{
  return wm_framework_find (writer->framework, wm_framework_item_get_child (parent, place));
}

/* The children of one kind, in order. */
static GPtrArray *
list_children (WmFrameworkWriter *writer, const WmFrameworkItem *parent, WmItemKind kind)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < wm_framework_item_get_n_children (parent); i++)
    {
      WmFrameworkItem *child = get_child (writer, parent, i);

      if (child != NULL && wm_framework_item_get_kind (child) == kind)
        g_ptr_array_add (children, child);
    }
  return children;
}

static char *
dup_linked (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < wm_framework_item_get_n_parts (item, WM_PART_LEADS_TO); i++)
    {
      const char *id = wm_framework_item_get_part (item, WM_PART_LEADS_TO, i, WM_LINK_TO);
      const WmFrameworkItem *to = wm_framework_find (writer->framework, id);
      g_autofree char *name = to != NULL ? wm_framework_item_dup_name (to) : g_strdup (id);

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name);
    }
  return g_string_free (names, FALSE);
}

static gboolean
has_links (WmFrameworkWriter *writer)
{
  for (guint i = 0; i < wm_framework_get_n_items (writer->framework); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (writer->framework, i);

      if (wm_framework_item_get_kind (item) == WM_ITEM_OUTCOME
          && wm_framework_item_get_n_parts (item, WM_PART_LEADS_TO) > 0)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_measured_words (WmFrameworkWriter *writer, WmFrameworkItem *outcome)
{
  guint n = 0;

  if (wm_framework_is_gap (writer->framework, outcome))
    return g_strdup (_("Not measured"));
  for (guint i = 0; i < wm_framework_item_get_n_children (outcome); i++)
    {
      const WmFrameworkItem *child = get_child (writer, outcome, i);

      n += child != NULL && wm_framework_is_measured (writer, child);
    }
  return g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n);
}

static void
write_outcomes (WmFrameworkWriter *writer, const GPtrArray *outcomes, const char *domain)
{
  WmDocument *document = writer->document;
  gboolean has_groups = has_field (writer->outcome_fields, WM_FIELD_GROUP);
  gboolean has_reasons = has_field (writer->outcome_fields, WM_FIELD_RATIONALE);
  gboolean leads = has_links (writer);
  /* Translators: %s is the name of a domain. */
  g_autofree char *caption = g_strdup_printf (_("Outcomes of “%s”"), domain);

  wm_document_begin_table (document, caption);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_ROW_HEADING, _("Outcome"), 4);
  if (has_groups)
    wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _(wm_field_get_info (WM_FIELD_GROUP)->label), 2.5);
  if (has_reasons)
    wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _(wm_field_get_info (WM_FIELD_RATIONALE)->label), 4);
  if (leads)
    wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Leads to"), 2.5);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Measured by"), 1.5);
  for (guint i = 0; i < outcomes->len; i++)
    {
      WmFrameworkItem *outcome = g_ptr_array_index (outcomes, i);
      g_autofree char *name = wm_framework_item_dup_name (outcome);
      g_autofree char *linked = dup_linked (writer, outcome);
      g_autofree char *measured = dup_measured_words (writer, outcome);

      wm_document_begin_row (document);
      wm_document_add_cell (document, name, NULL);
      if (has_groups)
        wm_document_add_cell (document, wm_framework_item_get_words (outcome, WM_FIELD_GROUP), NULL);
      if (has_reasons)
        wm_document_add_cell (document, wm_framework_item_get_words (outcome, WM_FIELD_RATIONALE), NULL);
      if (leads)
        wm_document_add_cell (document, linked, NULL);
      wm_document_add_cell (document, measured, NULL);
    }
}

static void
begin_indicators (WmFrameworkWriter *writer, const char *caption)
{
  wm_document_begin_table (writer->document, caption);
  wm_framework_add_name_columns (writer);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (has_field (writer->indicator_fields, shown[i].field))
      wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_TEXT,
                              _(wm_field_get_info (shown[i].field)->label), shown[i].weight);
  if (writer->data_words != NULL)
    wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_TEXT, _("Data in this project"), 3);
}

/* An empty cell would leave open whether somebody forgot to print it. */
static const char *
get_cell_words (const WmFrameworkItem *item, WmField field)
{
  const char *words = wm_framework_item_get_words (item, field);

  return *words != '\0' ? words : _("Not stated");
}

static void
add_indicator (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  wm_document_begin_row (writer->document);
  wm_framework_add_name_cells (writer, item);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (has_field (writer->indicator_fields, shown[i].field))
      wm_document_add_cell (writer->document, get_cell_words (item, shown[i].field), NULL);
  if (writer->data_words != NULL)
    wm_document_add_cell (writer->document,
                          g_hash_table_lookup (writer->data_words, wm_framework_item_get_id (item)), NULL);
}

/* Adds the indicators below @parent that count. */
static void
add_indicators (WmFrameworkWriter *writer, const WmFrameworkItem *parent)
{
  g_autoptr (GPtrArray) indicators = list_children (writer, parent, WM_ITEM_INDICATOR);

  for (guint i = 0; i < indicators->len; i++)
    if (wm_framework_is_measured (writer, g_ptr_array_index (indicators, i)))
      add_indicator (writer, g_ptr_array_index (indicators, i));
}

static void
add_outcome (WmFrameworkWriter *writer, WmFrameworkItem *outcome)
{
  g_autofree char *name = wm_framework_item_dup_name (outcome);

  wm_document_add_group (writer->document, name);
  if (wm_framework_is_gap (writer->framework, outcome))
    {
      wm_document_begin_row (writer->document);
      wm_document_add_cell (writer->document, NULL, NULL);
      wm_document_add_cell (writer->document, _("Not measured: no indicator yet"), NULL);
    }
  add_indicators (writer, outcome);
}

static gboolean
has_measured (WmFrameworkWriter *writer, const WmFrameworkItem *parent)
{
  g_autoptr (GPtrArray) indicators = list_children (writer, parent, WM_ITEM_INDICATOR);

  for (guint i = 0; i < indicators->len; i++)
    if (wm_framework_is_measured (writer, g_ptr_array_index (indicators, i)))
      return TRUE;
  return FALSE;
}

static void
write_indicators (WmFrameworkWriter *writer, const WmFrameworkItem *domain, const GPtrArray *outcomes,
                  const char *name)
{
  /* Translators: %s is the name of a domain. */
  g_autofree char *caption = g_strdup_printf (_("Indicators of “%s”"), name);
  gboolean has_own = has_measured (writer, domain);

  begin_indicators (writer, caption);
  if (outcomes->len > 0 && has_own)
    wm_document_add_group (writer->document, _("Directly under the domain"));
  add_indicators (writer, domain);
  for (guint i = 0; i < outcomes->len; i++)
    add_outcome (writer, g_ptr_array_index (outcomes, i));
}

/* Writes the tables of what stands below a domain, or directly below the framework. */
static void
write_tables (WmFrameworkWriter *writer, const WmFrameworkItem *parent, const GPtrArray *outcomes,
              const char *name)
{
  if (outcomes->len > 0)
    write_outcomes (writer, outcomes, name);
  if (outcomes->len > 0 || has_measured (writer, parent))
    write_indicators (writer, parent, outcomes, name);
  else
    wm_document_add_paragraph (writer->document, _("Nothing is measured in this domain yet."));
}

static void
write_domain (WmFrameworkWriter *writer, const WmFrameworkItem *domain)
{
  g_autofree char *name = wm_framework_item_dup_name (domain);
  g_autofree char *anchor = wm_framework_item_dup_anchor (domain);
  g_autofree char *linked = dup_linked (writer, domain);
  g_autoptr (GPtrArray) outcomes = list_children (writer, domain, WM_ITEM_OUTCOME);
  const char *question = wm_framework_item_get_text (domain, WM_FIELD_QUESTION);
  const char *notes = wm_framework_item_get_text (domain, WM_FIELD_NOTES);

  wm_document_add_heading (writer->document, 1, name, anchor);
  if (question != NULL)
    wm_document_add_paragraph (writer->document, question);
  if (notes != NULL)
    wm_document_add_note (writer->document, notes);
  if (*linked != '\0')
    {
      wm_document_begin_facts (writer->document);
      wm_document_add_fact (writer->document, _("Leads to"), linked);
    }
  write_tables (writer, domain, outcomes, name);
}

/* Writes a section for each domain, and one for what stands directly below the framework. */
void
wm_framework_write_domains (WmFrameworkWriter *writer)
{
  const WmFrameworkItem *header = wm_framework_get_header (writer->framework);
  g_autoptr (GPtrArray) domains = list_children (writer, header, WM_ITEM_DOMAIN);
  g_autoptr (GPtrArray) outcomes = list_children (writer, header, WM_ITEM_OUTCOME);

  for (guint i = 0; i < domains->len; i++)
    write_domain (writer, g_ptr_array_index (domains, i));
  if (outcomes->len == 0 && !has_measured (writer, header))
    return;
  wm_document_add_heading (writer->document, 1, _("Directly under the framework"), NULL);
  write_tables (writer, header, outcomes, wm_framework_get_title (writer->framework));
}

static void
collect_unplaced_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  if (parent == NULL)
    g_ptr_array_add (user_data, item);
}

/* Writes what stands nowhere in the framework. */
void
wm_framework_write_unplaced (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  WmDocument *document = writer->document;

  wm_framework_walk (writer->framework, collect_unplaced_cb, items);
  if (items->len == 0)
    return;
  wm_document_add_heading (document, 1, _("Without a place"), NULL);
  wm_document_begin_table (document, _("What stands nowhere in the framework"));
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Kind"), 1.5);
  wm_framework_add_name_columns (writer);
  for (guint i = 0; i < items->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (items, i);

      wm_document_begin_row (document);
      wm_document_add_cell (document, wm_item_kind_get_words (wm_framework_item_get_kind (item)), NULL);
      wm_framework_add_name_cells (writer, item);
    }
}
