/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as a document: what it is, how much of it is there, its tables by domain, what is
 * still open, and every definition. */

#include "config.h"

#include "wm-framework-document-private.h"

#include "wm-framework-burden.h"

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT (WM_N_FIELDS <= 64);

/* Gets what a person reads for a field, "" when nothing was said. */
const char *
wm_framework_item_get_words (const WmFrameworkItem *item, WmField field)
{
  return wm_field_get_words (field, wm_framework_item_get_text (item, field));
}

/* Gets code and title, an en space between; the id of an item without a title. */
char *
wm_framework_item_dup_name (const WmFrameworkItem *item)
{
  const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);
  const char *title = wm_framework_item_get_text (item, WM_FIELD_TITLE);

  if (title == NULL)
    title = wm_framework_item_get_id (item);
  return code != NULL ? g_strdup_printf ("%s\u2002%s", code, title) : g_strdup (title);
}

/* Gets the name of the heading of a domain, or of the definition of an indicator. */
char *
wm_framework_item_dup_anchor (const WmFrameworkItem *item)
{
  return g_strconcat (wm_item_kind_to_id (wm_framework_item_get_kind (item)), "-",
                      wm_framework_item_get_id (item), NULL);
}

/* Gets the outcomes and domains that an item serves, a line for each. */
char *
wm_framework_item_dup_parents (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (writer->framework, wm_framework_item_get_id (item));
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < parents->len; i++)
    {
      const WmFrameworkItem *parent = g_ptr_array_index (parents, i);
      g_autofree char *name = wm_framework_item_dup_name (parent);

      if (wm_framework_item_get_kind (parent) != WM_ITEM_FRAMEWORK)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }
  return g_string_free (names, FALSE);
}

/* Whether an item is an indicator that counts: no placeholder. */
gboolean
wm_framework_is_measured (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  return wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR && !wm_framework_item_is_placeholder (item);
}

/* Counts the items for which @func holds. */
guint
wm_framework_count_if (WmFrameworkWriter *writer, WmFrameworkItemFunc func)
{
  guint n = 0;

  for (guint i = 0; i < wm_framework_get_n_items (writer->framework); i++)
    n += func (writer, wm_framework_get_item (writer->framework, i)) != FALSE;
  return n;
}

void
wm_framework_add_name_columns (WmFrameworkWriter *writer)
{
  wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_TEXT, _("Code"), 1);
  wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_ROW_HEADING, _("Indicator"), 6);
}

void
wm_framework_add_name_cells (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  const char *title = wm_framework_item_get_text (item, WM_FIELD_TITLE);
  g_autofree char *anchor = wm_framework_item_dup_anchor (item);

  wm_document_add_cell (writer->document, wm_framework_item_get_text (item, WM_FIELD_CODE), NULL);
  wm_document_add_cell (writer->document, title != NULL ? title : wm_framework_item_get_id (item), anchor);
}

/* The columns of counts. Some are only there when the whole framework has something to count. */
static const struct
{
  const char *heading;
  gsize offset;         /* of the count */
  gboolean is_optional;
} count_columns[] = {
  { N_("Outcomes"), G_STRUCT_OFFSET (WmFrameworkBurden, n_outcomes), TRUE },
  { N_("Of these not measured"), G_STRUCT_OFFSET (WmFrameworkBurden, n_gaps), TRUE },
  { N_("Indicators"), G_STRUCT_OFFSET (WmFrameworkBurden, n_indicators), FALSE },
  { N_("Ready now"), G_STRUCT_OFFSET (WmFrameworkBurden, n_ready), FALSE },
  { N_("From existing data"), G_STRUCT_OFFSET (WmFrameworkBurden, n_derivable), FALSE },
  { N_("New collection"), G_STRUCT_OFFSET (WmFrameworkBurden, n_new), FALSE },
  { N_("Not stated"), G_STRUCT_OFFSET (WmFrameworkBurden, n_not_said), TRUE },
  { N_("Only planned"), G_STRUCT_OFFSET (WmFrameworkBurden, n_planned), TRUE },
};

static guint
get_count (const WmFrameworkBurden *counts, gsize column)
{
  return G_STRUCT_MEMBER (guint, counts, count_columns[column].offset);
}

static gboolean
is_shown (const WmFrameworkBurden *whole, gsize column)
{
  return !count_columns[column].is_optional || get_count (whole, column) > 0;
}

static void
add_counts_row (WmFrameworkWriter *writer, const char *name, const char *target, const WmFrameworkBurden *counts,
                const WmFrameworkBurden *whole)
{
  wm_document_begin_row (writer->document);
  wm_document_add_cell (writer->document, name, target);
  for (gsize i = 0; i < G_N_ELEMENTS (count_columns); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", get_count (counts, i));

      if (is_shown (whole, i))
        wm_document_add_cell (writer->document, number, NULL);
    }
}

static void
add_counts_columns (WmFrameworkWriter *writer, const WmFrameworkBurden *whole)
{
  wm_document_begin_table (writer->document,
                           _("Outcomes and indicators by domain, and where the data would come from"));
  wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_ROW_HEADING, _("Domain"), 4);
  for (gsize i = 0; i < G_N_ELEMENTS (count_columns); i++)
    if (is_shown (whole, i))
      wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_NUMBER, _(count_columns[i].heading), 1);
}

static void
add_domain_row (WmFrameworkWriter *writer, const WmFrameworkItem *domain, const WmFrameworkBurden *whole)
{
  g_autofree char *name = wm_framework_item_dup_name (domain);
  g_autofree char *anchor = wm_framework_item_dup_anchor (domain);
  WmFrameworkBurden counts = wm_framework_count_burden (writer->framework, domain);

  add_counts_row (writer, name, anchor, &counts, whole);
}

static void
write_counts (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) domains = wm_framework_list_domains (writer->framework);
  WmFrameworkBurden whole = wm_framework_count_burden (writer->framework, NULL);

  add_counts_columns (writer, &whole);
  for (guint i = 0; i < domains->len; i++)
    add_domain_row (writer, domains->pdata[i], &whole);
  add_counts_row (writer, _("Whole framework"), NULL, &whole, &whole);
  wm_document_add_note (writer->document,
                        _("An indicator that serves several domains counts in each of them and once in the "
                          "whole framework. What is only planned counts as no indicator."));
}

static void
take_item (WmFrameworkWriter *writer, char *text)
{
  wm_document_add_item (writer->document, text);
  g_free (text);
}

static void
tell_gaps (WmFrameworkWriter *writer, const WmFrameworkBurden *whole)
{
  if (whole->n_outcomes == 0)
    take_item (writer, g_strdup (_("There are no outcomes: indicators stand directly under their domains.")));
  else if (whole->n_gaps == 0)
    take_item (writer, g_strdup (_("Every outcome has an indicator.")));
  else
    take_item (writer, g_strdup_printf (ngettext ("Nothing measures %u outcome yet.",
                                                  "Nothing measures %u outcomes yet.", whole->n_gaps),
                                        whole->n_gaps));
  if (whole->n_planned > 0)
    take_item (writer, g_strdup_printf (ngettext ("%u indicator is only planned.",
                                                  "%u indicators are only planned.", whole->n_planned),
                                        whole->n_planned));
}

static gboolean
is_provisional (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  return wm_framework_is_vital_sign (writer, item)
         && wm_framework_item_get_text (item, WM_FIELD_VITAL_SIGN_EVIDENCE) == NULL;
}

static void
tell_vital_signs (WmFrameworkWriter *writer)
{
  guint n = wm_framework_count_if (writer, wm_framework_is_vital_sign);
  guint n_provisional = wm_framework_count_if (writer, is_provisional);

  if (n == 0)
    take_item (writer, g_strdup (_("No vital signs have been chosen.")));
  else
    take_item (writer, g_strdup_printf (ngettext ("%u indicator is a vital sign.",
                                                  "%u indicators are vital signs.", n), n));
  if (n_provisional > 0)
    take_item (writer, g_strdup_printf (ngettext ("%u vital sign is provisional: no evidence is given for it.",
                                                  "%u vital signs are provisional: no evidence is given for them.",
                                                  n_provisional),
                                        n_provisional));
}

static void
tell_selection (WmFrameworkWriter *writer)
{
  guint n = wm_framework_count_if (writer, wm_framework_is_judged);

  if (n == 0)
    take_item (writer, g_strdup (_("No indicator has been judged yet: meaningful, valid, reliable, pragmatic.")));
  else
    take_item (writer, g_strdup_printf (ngettext ("%u indicator has been judged: meaningful, valid, reliable, "
                                                  "pragmatic.",
                                                  "%u indicators have been judged: meaningful, valid, reliable, "
                                                  "pragmatic.", n), n));
}

static void
tell_pilot (WmFrameworkWriter *writer)
{
  guint n_open, n_answered;

  wm_framework_count_pilot (writer, &n_open, &n_answered);
  if (n_open + n_answered == 0)
    take_item (writer, g_strdup (_("No questions for a pilot are kept.")));
  if (n_open > 0)
    take_item (writer, g_strdup_printf (ngettext ("%u question for a pilot is open.",
                                                  "%u questions for a pilot are open.", n_open), n_open));
  if (n_answered > 0)
    take_item (writer, g_strdup_printf (ngettext ("%u question for a pilot is answered.",
                                                  "%u questions for a pilot are answered.", n_answered),
                                        n_answered));
}

static void
write_summary (WmFrameworkWriter *writer)
{
  WmFrameworkBurden whole = wm_framework_count_burden (writer->framework, NULL);

  wm_document_add_heading (writer->document, 1, _("Summary"), NULL);
  wm_document_begin_list (writer->document);
  tell_gaps (writer, &whole);
  tell_vital_signs (writer);
  tell_selection (writer);
  tell_pilot (writer);
  write_counts (writer);
}

static void
write_cover (WmFrameworkWriter *writer)
{
  static const WmField shown[] = { WM_FIELD_EDITION, WM_FIELD_DATE };
  const WmFrameworkItem *header = wm_framework_get_header (writer->framework);
  guint n = wm_framework_count (writer->framework, WM_ITEM_INDICATOR);
  g_autofree char *description = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const char *text = wm_framework_item_get_text (header, shown[i]);
      /* Translators: %1$s is the name of a field, such as "Version", %2$s what it says. */
      g_autofree char *line = g_strdup_printf (_("%1$s: %2$s"), _(wm_field_get_info (shown[i])->label), text);

      if (text != NULL)
        wm_document_add_cover_line (writer->document, line);
    }
  description = g_strdup_printf (ngettext ("A framework of outcomes with %u indicator",
                                           "A framework of outcomes with %u indicators", n), n);
  wm_document_set_description (writer->document, description);
  wm_document_set_subtitle (writer->document, description);
}

static void
write_about (WmFrameworkWriter *writer)
{
  const WmFrameworkItem *header = wm_framework_get_header (writer->framework);

  wm_document_add_heading (writer->document, 1, _("About this framework"), NULL);
  wm_document_begin_facts (writer->document);
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (field != WM_FIELD_TITLE && wm_framework_item_get_text (header, field) != NULL)
      wm_document_add_fact (writer->document, _(wm_field_get_info (field)->label),
                            wm_framework_item_get_words (header, field));
  wm_document_add_fact (writer->document, _("Identifier"), wm_framework_get_id (writer->framework));
}

static void
note_fields (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  WmItemKind kind = wm_framework_item_get_kind (item);
  guint64 *fields = kind == WM_ITEM_OUTCOME ? &writer->outcome_fields : &writer->indicator_fields;

  if (kind != WM_ITEM_OUTCOME && kind != WM_ITEM_INDICATOR)
    return;
  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_framework_item_get_text (item, field) != NULL)
      *fields |= G_GUINT64_CONSTANT (1) << field;
}

/**
 * wm_framework_document_new:
 * @framework: a framework
 * @data_words: (nullable) (element-type utf8 utf8): for the id of each indicator, what data there
 *   are for it in a project; %NULL when no project is asked
 *
 * Makes a document of a framework: what it is; counts by domain and by where the data would come
 * from; a table for each domain; outcomes that are not measured and indicators that are only
 * planned, each apart; vital signs with their evidence; the selection test; the questions for a
 * pilot, open and answered; every indicator with all that is said of it; references to other
 * schemes. Sections without content are left out.
 *
 * Returns: (transfer full): the document
 */
WmDocument *
wm_framework_document_new (WmFramework *framework, GHashTable *data_words)
{
  WmFrameworkWriter writer = { .framework = framework, .data_words = data_words };
  const char *language;

  g_return_val_if_fail (framework != NULL, NULL);

  language = wm_framework_item_get_text (wm_framework_get_header (framework), WM_FIELD_LANGUAGE);
  writer.document = wm_document_new (wm_framework_get_title (framework), language);
  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    note_fields (&writer, wm_framework_get_item (framework, i));
  write_cover (&writer);
  wm_document_add_contents (writer.document, _("Contents"));
  write_about (&writer);
  write_summary (&writer);
  wm_framework_write_domains (&writer);
  wm_framework_write_unplaced (&writer);
  wm_framework_write_gaps (&writer);
  wm_framework_write_planned (&writer);
  wm_framework_write_vital_signs (&writer);
  wm_framework_write_selection (&writer);
  wm_framework_write_pilot (&writer);
  wm_framework_write_definitions (&writer);
  wm_framework_write_references (&writer);
  return writer.document;
}
