/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Lists over a whole framework: what nothing measures, what is only planned, vital signs, the
 * selection test, the questions for a pilot, and what other schemes call the indicators. */

#include "config.h"

#include "wm-framework-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The four questions of the selection test, each with its reason. */
static const struct
{
  WmField verdict;
  WmField reason;
} tests[] = {
  { WM_FIELD_MEANINGFUL, WM_FIELD_MEANINGFUL_NOTES },
  { WM_FIELD_VALID, WM_FIELD_VALID_NOTES },
  { WM_FIELD_RELIABLE, WM_FIELD_RELIABLE_NOTES },
  { WM_FIELD_PRAGMATIC, WM_FIELD_PRAGMATIC_NOTES },
};

static gboolean
is_gap (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  return wm_framework_is_gap (writer->framework, (WmFrameworkItem *) item);
}

static gboolean
is_planned (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  return wm_framework_item_is_placeholder (item);
}

/* Whether an indicator is a vital sign. */
gboolean
wm_framework_is_vital_sign (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  return wm_framework_is_measured (writer, item) && wm_framework_item_has (item, WM_FIELD_VITAL_SIGN, "yes");
}

/* Whether somebody has judged an indicator by the selection test, in part at least. */
gboolean
wm_framework_is_judged (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    if (wm_framework_item_get_text (item, tests[i].verdict) != NULL
        || wm_framework_item_get_text (item, tests[i].reason) != NULL)
      return TRUE;
  return FALSE;
}

typedef struct
{
  WmFrameworkWriter *writer;
  WmFrameworkItemFunc func;
  GHashTable *seen;
  GPtrArray *items;
} Search;

static void
collect_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Search *search = user_data;

  if (g_hash_table_add (search->seen, item) && search->func (search->writer, item))
    g_ptr_array_add (search->items, item);
}

/* The items for which @func holds, each once, as people read the framework. */
static GPtrArray *
list_if (WmFrameworkWriter *writer, WmFrameworkItemFunc func)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search = { writer, func, seen, g_ptr_array_new () };

  wm_framework_walk (writer->framework, collect_cb, &search);
  return search.items;
}

static gboolean
any_has (const GPtrArray *items, WmField field)
{
  for (guint i = 0; i < items->len; i++)
    if (wm_framework_item_get_text (g_ptr_array_index (items, i), field) != NULL)
      return TRUE;
  return FALSE;
}

/* Writes the outcomes that nothing measures. */
void
wm_framework_write_gaps (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) gaps = list_if (writer, is_gap);
  gboolean has_notes = any_has (gaps, WM_FIELD_NOTES);
  WmDocument *document = writer->document;

  if (gaps->len == 0)
    return;
  wm_document_add_heading (document, 1, _("Not measured yet"), NULL);
  wm_document_add_paragraph (document, _("These outcomes matter, but no indicator tells about them yet. That "
                                         "nothing is measured says neither good nor bad."));
  wm_document_begin_table (document, _("Outcomes that are not measured"));
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_ROW_HEADING, _("Outcome"), 3);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Domain"), 3);
  if (has_notes)
    wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Notes"), 3);
  for (guint i = 0; i < gaps->len; i++)
    {
      const WmFrameworkItem *gap = g_ptr_array_index (gaps, i);
      g_autofree char *name = wm_framework_item_dup_name (gap);
      g_autofree char *domain = wm_framework_item_dup_parents (writer, gap);

      wm_document_begin_row (document);
      wm_document_add_cell (document, name, NULL);
      wm_document_add_cell (document, domain, NULL);
      if (has_notes)
        wm_document_add_cell (document, wm_framework_item_get_words (gap, WM_FIELD_NOTES), NULL);
    }
}

/* Writes the placeholders, which are in no other table. */
void
wm_framework_write_planned (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) planned = list_if (writer, is_planned);
  gboolean has_notes = any_has (planned, WM_FIELD_NOTES);
  WmDocument *document = writer->document;

  if (planned->len == 0)
    return;
  wm_document_add_heading (document, 1, _("Only planned"), NULL);
  wm_document_add_paragraph (document, _("Placeholders for measures that do not exist yet. They are in no count."));
  wm_document_begin_table (document, _("Indicators that are only planned"));
  wm_framework_add_name_columns (writer);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Serves"), 3);
  if (has_notes)
    wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Notes"), 4);
  for (guint i = 0; i < planned->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (planned, i);
      g_autofree char *serves = wm_framework_item_dup_parents (writer, item);

      wm_document_begin_row (document);
      wm_framework_add_name_cells (writer, item);
      wm_document_add_cell (document, serves, NULL);
      if (has_notes)
        wm_document_add_cell (document, wm_framework_item_get_words (item, WM_FIELD_NOTES), NULL);
    }
}

/* Writes the vital signs, each with its evidence. */
void
wm_framework_write_vital_signs (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) signs = list_if (writer, wm_framework_is_vital_sign);
  WmDocument *document = writer->document;

  if (signs->len == 0)
    return;
  wm_document_add_heading (document, 1, _("Vital signs"), NULL);
  wm_document_begin_table (document, _("Vital signs and the evidence that they go with better outcomes"));
  wm_framework_add_name_columns (writer);
  wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _("Evidence"), 5);
  for (guint i = 0; i < signs->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (signs, i);
      const char *evidence = wm_framework_item_get_text (item, WM_FIELD_VITAL_SIGN_EVIDENCE);

      wm_document_begin_row (document);
      wm_framework_add_name_cells (writer, item);
      wm_document_add_cell (document, evidence != NULL ? evidence : _("Provisional: no evidence is given"), NULL);
    }
}

static char *
dup_verdict (const WmFrameworkItem *item, WmField verdict, WmField reason)
{
  const char *words = wm_framework_item_get_words (item, verdict);
  const char *why = wm_framework_item_get_words (item, reason);

  if (*why == '\0')
    return g_strdup (words);
  return *words != '\0' ? g_strdup_printf ("%s\n%s", words, why) : g_strdup (why);
}

/* Writes how the indicators were judged. */
void
wm_framework_write_selection (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) judged = list_if (writer, wm_framework_is_judged);
  WmDocument *document = writer->document;

  if (judged->len == 0)
    return;
  wm_document_add_heading (document, 1, _("Selection test"), NULL);
  wm_document_begin_table (document, _("How the indicators were judged, and why"));
  wm_framework_add_name_columns (writer);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    wm_document_add_column (document, WM_DOCUMENT_COLUMN_TEXT, _(wm_field_get_info (tests[i].verdict)->label), 3);
  for (guint i = 0; i < judged->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (judged, i);

      wm_document_begin_row (document);
      wm_framework_add_name_cells (writer, item);
      for (gsize j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *verdict = dup_verdict (item, tests[j].verdict, tests[j].reason);

          wm_document_add_cell (document, verdict, NULL);
        }
    }
}

static gboolean
has_pilot (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  return wm_framework_item_get_n_parts (item, WM_PART_PILOT) > 0;
}

static gboolean
is_answered (const WmFrameworkItem *item, guint part)
{
  const char *finding = wm_framework_item_get_part (item, WM_PART_PILOT, part, WM_PILOT_FINDING);

  return finding != NULL && *finding != '\0';
}

/* Counts the questions for a pilot. */
void
wm_framework_count_pilot (WmFrameworkWriter *writer, guint *n_open, guint *n_answered)
{
  *n_open = *n_answered = 0;
  for (guint i = 0; i < wm_framework_get_n_items (writer->framework); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (writer->framework, i);

      for (guint part = 0; part < wm_framework_item_get_n_parts (item, WM_PART_PILOT); part++)
        *(is_answered (item, part) ? n_answered : n_open) += 1;
    }
}

static void
add_pilot_row (WmFrameworkWriter *writer, const WmFrameworkItem *item, guint part)
{
  wm_document_begin_row (writer->document);
  wm_framework_add_name_cells (writer, item);
  wm_document_add_cell (writer->document,
                        wm_framework_item_get_part (item, WM_PART_PILOT, part, WM_PILOT_QUESTION), NULL);
  if (is_answered (item, part))
    wm_document_add_cell (writer->document,
                          wm_framework_item_get_part (item, WM_PART_PILOT, part, WM_PILOT_FINDING), NULL);
}

static void
write_questions (WmFrameworkWriter *writer, const GPtrArray *items, gboolean answered, const char *caption)
{
  wm_document_begin_table (writer->document, caption);
  wm_framework_add_name_columns (writer);
  wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_TEXT, _("Question"), 5);
  if (answered)
    wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_TEXT, _("What was found"), 5);
  for (guint i = 0; i < items->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (items, i);

      for (guint part = 0; part < wm_framework_item_get_n_parts (item, WM_PART_PILOT); part++)
        if (is_answered (item, part) == answered)
          add_pilot_row (writer, item, part);
    }
}

/* Writes the questions for a pilot: the open ones first. */
void
wm_framework_write_pilot (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) items = list_if (writer, has_pilot);
  guint n_open, n_answered;

  if (items->len == 0)
    return;
  wm_framework_count_pilot (writer, &n_open, &n_answered);
  wm_document_add_heading (writer->document, 1, _("Pilot report"), NULL);
  if (n_open > 0)
    write_questions (writer, items, FALSE, _("Open questions"));
  if (n_answered > 0)
    write_questions (writer, items, TRUE, _("Answered questions"));
}

/* What a scheme calls an indicator; all lent by the item but the keys. */
typedef struct
{
  const WmFrameworkItem *item;
  const char *scheme;
  const char *code;
  char *key;    /* of the code: numbers in it count as numbers */
} Reference;

static void
reference_clear (gpointer data)
{
  g_free (((Reference *) data)->key);
}

static int
compare_references (gconstpointer a, gconstpointer b)
{
  const Reference *one = a;
  const Reference *other = b;
  int order = g_utf8_collate (one->scheme, other->scheme);

  if (order == 0)
    order = strcmp (one->scheme, other->scheme);
  return order != 0 ? order : strcmp (one->key, other->key);
}

static gboolean
has_references (WmFrameworkWriter *writer, const WmFrameworkItem *item)
{
  return wm_framework_item_get_n_parts (item, WM_PART_REFERENCE) > 0;
}

/* Gets a cell of a reference; "" for one that nobody filled in. */
static const char *
get_reference (const WmFrameworkItem *item, guint part, guint cell)
{
  const char *text = wm_framework_item_get_part (item, WM_PART_REFERENCE, part, cell);

  return text != NULL ? text : "";
}

static GArray *
list_references (WmFrameworkWriter *writer)
{
  g_autoptr (GPtrArray) items = list_if (writer, has_references);
  GArray *references = g_array_new (FALSE, FALSE, sizeof (Reference));

  g_array_set_clear_func (references, reference_clear);
  for (guint i = 0; i < items->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (items, i);

      for (guint part = 0; part < wm_framework_item_get_n_parts (item, WM_PART_REFERENCE); part++)
        {
          Reference reference = {
            item,
            get_reference (item, part, WM_REFERENCE_SCHEME),
            get_reference (item, part, WM_REFERENCE_CODE),
            NULL,
          };

          reference.key = g_utf8_collate_key_for_filename (reference.code, -1);
          g_array_append_val (references, reference);
        }
    }
  g_array_sort (references, compare_references);
  return references;
}

/* Writes what other schemes call the indicators, by scheme and code. */
void
wm_framework_write_references (WmFrameworkWriter *writer)
{
  g_autoptr (GArray) references = list_references (writer);
  const char *scheme = NULL;

  if (references->len == 0)
    return;
  wm_document_add_heading (writer->document, 1, _("References to other schemes"), NULL);
  wm_document_begin_table (writer->document, _("What other schemes call these indicators"));
  wm_document_add_column (writer->document, WM_DOCUMENT_COLUMN_TEXT, _("Code there"), 2);
  wm_framework_add_name_columns (writer);
  for (guint i = 0; i < references->len; i++)
    {
      const Reference *reference = &g_array_index (references, Reference, i);

      if (scheme == NULL || !g_str_equal (scheme, reference->scheme))
        wm_document_add_group (writer->document, reference->scheme);
      scheme = reference->scheme;
      wm_document_begin_row (writer->document);
      wm_document_add_cell (writer->document, reference->code, NULL);
      wm_framework_add_name_cells (writer, reference->item);
    }
}
