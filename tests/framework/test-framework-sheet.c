/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Tables become frameworks: the program's own come back as they went, plain ones as people write
 * them are understood, and what cannot be read is said with its line. */

#include "config.h"

#include "wm-finding.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-read.h"
#include "wm-framework-sheet.h"
#include "wm-framework-table.h"
#include "wm-row.h"
#include "wm-test.h"
#include "wm-xlsx-writer.h"

#include <string.h>

typedef struct
{
  char *folder;
  char *path;
  GPtrArray *findings;     /* of WmFinding */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = wm_test_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sheet.csv", NULL);
  fixture->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->findings);
  g_free (fixture->path);
  wm_test_remove_folder (fixture->folder);
}

static WmFrameworkSheet *
open_text (Fixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  WmFrameworkSheet *sheet;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  sheet = wm_framework_sheet_open (fixture->path, &error);
  g_assert_no_error (error);
  return sheet;
}

static WmFramework *
read_sheet (Fixture *fixture, WmFrameworkSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_sheet_read (sheet, "f", "Ours", fixture->findings, &error);

  g_assert_no_error (error);
  return framework;
}

static WmFramework *
read_text (Fixture *fixture, const char *text)
{
  g_autoptr (WmFrameworkSheet) sheet = open_text (fixture, text);

  return read_sheet (fixture, sheet);
}

static const WmFinding *
find_finding (Fixture *fixture, const char *code)
{
  for (guint i = 0; i < fixture->findings->len; i++)
    if (g_str_equal (((WmFinding *) fixture->findings->pdata[i])->code, code))
      return fixture->findings->pdata[i];
  return NULL;
}

/* The indicator, or other item, of a title. */
static const WmFrameworkItem *
find (WmFramework *framework, const char *title)
{
  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    if (wm_framework_item_has (wm_framework_get_item (framework, i), WM_FIELD_TITLE, title))
      return wm_framework_get_item (framework, i);
  g_error ("there is no “%s”", title);
}

static const char *
get_parent_title (WmFramework *framework, const char *title)
{
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, wm_framework_item_get_id (find (framework, title)));

  g_assert_cmpuint (parents->len, ==, 1);
  return wm_framework_item_get_name (parents->pdata[0]);
}

static void
assert_field (WmFramework *framework, const char *title, WmField field, const char *text)
{
  g_assert_cmpstr (wm_framework_item_get_text (find (framework, title), field), ==, text);
}

static void
assert_part (WmFramework *framework, const char *title, WmPartKind kind, guint part, guint cell, const char *text)
{
  const WmFrameworkItem *item = find (framework, title);

  g_assert_cmpuint (wm_framework_item_get_n_parts (item, kind), >, part);
  g_assert_cmpstr (wm_framework_item_get_part (item, kind, part, cell), ==, text);
}

/* Everything but the header, whose title comes from the person. */
static void
assert_same_items (WmFramework *one, WmFramework *other)
{
  g_assert_cmpuint (wm_framework_get_n_items (one), ==, wm_framework_get_n_items (other));
  for (guint i = 1; i < wm_framework_get_n_items (one); i++)
    {
      const char *id = wm_framework_item_get_id (wm_framework_get_item (one, i));

      if (wm_framework_find (other, id) == NULL
          || !wm_framework_item_equal (wm_framework_find (one, id), wm_framework_find (other, id)))
        g_error ("“%s” came back otherwise", id);
    }
  for (guint i = 0; i < wm_framework_item_get_n_children (wm_framework_get_header (one)); i++)
    g_assert_cmpstr (wm_framework_item_get_child (wm_framework_get_header (one), i), ==,
                     wm_framework_item_get_child (wm_framework_get_header (other), i));
}

static void
assert_comes_back (Fixture *fixture, WmFramework *framework, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (WmTable) table = wm_framework_to_table (framework);
  g_autoptr (WmFrameworkSheet) sheet = NULL;
  g_autoptr (WmFramework) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (wm_table_save (table, path, &error));
  sheet = wm_framework_sheet_open (path, &error);
  g_assert_no_error (error);
  again = read_sheet (fixture, sheet);
  g_assert_cmpuint (fixture->findings->len, ==, 0);
  assert_same_items (framework, again);
}

/* Each built-in framework as CSV and as a workbook, and back: the same items. */
static void
test_built_in (Fixture *fixture, gconstpointer data)
{
  const char *const *ids = wm_framework_get_built_in_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WmFramework) framework = wm_framework_load_built_in (ids[i], NULL);

      assert_comes_back (fixture, framework, "own.csv");
      assert_comes_back (fixture, framework, "own.xlsx");
    }
}

/* What would be a formula, the signs between parts, several places, gaps and indicators without an
 * outcome all come back. */
static void
test_hard_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (GError) error = NULL;
  static const char text[] =
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><title>Ours</title><has ref=\"d\"/><has ref=\"e\"/>"
    "<domain id=\"d\"><title>=Domain, \"one\"; two</title><asks>What?</asks><leads-to to=\"e\"/>"
    "<has ref=\"o\"/><has ref=\"i\"/></domain>"
    "<outcome id=\"o\"><title>Same title</title><code>1</code><tag grouping=\"Stage\" value=\"a; b | c\\\"/>"
    "<has ref=\"i\"/><has ref=\"j\"/></outcome>"
    "<indicator id=\"i\"><title>-minus</title><definition>Line one\nline two, more</definition><unit>%</unit>"
    "<range-low>-1.5</range-low><notes>@all +1</notes><sub-measure title=\"a;b\" direction=\"lower\" notes=\"x|y\"/>"
    "<sub-measure title=\"c\\;d\"/><read-with to=\"j\"/></indicator>"
    "<indicator id=\"j\"><title>Other</title><placeholder>yes</placeholder><pilot question=\"Feasible?\"/></indicator>"
    "<domain id=\"e\"><title>Empty</title><has ref=\"p\"/></domain>"
    "<outcome id=\"p\"><title>Same title</title><rationale>Unmet need</rationale></outcome></framework>";

  framework = wm_framework_read (text, strlen (text), NULL, &error);
  g_assert_no_error (error);
  assert_comes_back (fixture, framework, "own.csv");
  assert_comes_back (fixture, framework, "own.xlsx");
}

/* A sheet as people write it: a title above, merged cells, usual words. */
static void
test_plain (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmFramework) framework = read_text (fixture,
    "Our outcomes framework;;;;;;;;\n"
    ";;;;;;;;\n"
    "Domain;Outcome;Indicator;Description;Numerator;Denominator;Polarity;Data source;NI number\n"
    "Safe;Children are safe;Repeat plans;Plans that repeat;Repeats;Plans begun;Low is good;CiN Census;NI 65\n"
    ";;Visits on time;;;;High;Case audit\n"
    ";Families are heard;Views;;;;Higher is better;Parents’ survey\n"
    "Leave care well;;In touch;;;;;SSDA903; \n");

  g_assert_cmpuint (fixture->findings->len, ==, 0);
  g_assert_cmpstr (wm_framework_get_title (framework), ==, "Ours");
  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_DOMAIN), ==, 2);
  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_OUTCOME), ==, 2);
  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_INDICATOR), ==, 4);
  g_assert_cmpstr (get_parent_title (framework, "Visits on time"), ==, "Children are safe");
  g_assert_cmpstr (get_parent_title (framework, "Views"), ==, "Families are heard");
  g_assert_cmpstr (get_parent_title (framework, "Families are heard"), ==, "Safe");
  g_assert_cmpstr (get_parent_title (framework, "In touch"), ==, "Leave care well");
  assert_field (framework, "Repeat plans", WM_FIELD_DEFINITION, "Plans that repeat");
  assert_field (framework, "Repeat plans", WM_FIELD_DENOMINATOR, "Plans begun");
  assert_field (framework, "Repeat plans", WM_FIELD_DIRECTION, "lower");
  assert_field (framework, "Views", WM_FIELD_DIRECTION, "higher");
  assert_part (framework, "Repeat plans", WM_PART_SOURCE, 0, WM_SOURCE_KIND, "return");
  assert_part (framework, "Repeat plans", WM_PART_REFERENCE, 0, WM_REFERENCE_SCHEME, "NI number");
  assert_part (framework, "Repeat plans", WM_PART_REFERENCE, 0, WM_REFERENCE_CODE, "NI 65");
  assert_part (framework, "Visits on time", WM_PART_SOURCE, 0, WM_SOURCE_KIND, "record");
  assert_part (framework, "Views", WM_PART_SOURCE, 0, WM_SOURCE_KIND, "survey");
}

/* Sheets of research: numbers for names, signs between parts, choices with a word more. */
static void
test_research (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmFramework) framework = read_text (fixture,
    "section,kpi,description,sub_measures,polarity,data_type\n"
    "Plans,1,Repeat plans,more | fewer,lower-better,snapshot at 31 March\n"
    "Plans,2,Visits,,no polarity,organisation-workforce-practice\n");

  g_assert_cmpuint (fixture->findings->len, ==, 0);
  assert_field (framework, "Repeat plans", WM_FIELD_CODE, "1");
  assert_field (framework, "Repeat plans", WM_FIELD_DIRECTION, "lower");
  assert_field (framework, "Repeat plans", WM_FIELD_DATA_KIND, "snapshot");
  assert_part (framework, "Repeat plans", WM_PART_SUB_MEASURE, 1, WM_SUB_MEASURE_TITLE, "fewer");
  assert_field (framework, "Visits", WM_FIELD_DIRECTION, "none");
  assert_field (framework, "Visits", WM_FIELD_DATA_KIND, "organisation");
}

/* The person's mapping decides: a column of other words becomes a tag, and blanks are blanks. */
static void
test_mapping (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmFrameworkSheet) sheet = open_text (fixture, "Bereich,Was,Team\nSafe,Plans,North\n,Visits,\n");
  g_autoptr (WmFramework) framework = NULL;

  g_assert_cmpuint (wm_framework_sheet_get_n_columns (sheet), ==, 3);
  g_assert_cmpuint (wm_framework_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpstr (wm_framework_sheet_get_heading (sheet, 1), ==, "Was");
  g_assert_cmpstr (wm_framework_sheet_get_sample (sheet, 2), ==, "North");
  g_assert_cmpuint (wm_framework_sheet_get_target (sheet, 1), ==, WM_SHEET_LEFT_OUT);
  g_assert_true (wm_framework_sheet_get_fills_down (sheet));
  wm_framework_sheet_set_target (sheet, 0, wm_sheet_target_for_field (WM_ITEM_DOMAIN, WM_FIELD_TITLE));
  wm_framework_sheet_set_target (sheet, 1, wm_sheet_target_for_field (WM_ITEM_INDICATOR, WM_FIELD_TITLE));
  wm_framework_sheet_set_target (sheet, 2, wm_sheet_target_for_part (WM_ITEM_INDICATOR, WM_PART_TAG));
  wm_framework_sheet_set_fills_down (sheet, FALSE);
  framework = read_sheet (fixture, sheet);
  assert_part (framework, "Plans", WM_PART_TAG, 0, WM_TAG_GROUPING, "Team");
  assert_part (framework, "Plans", WM_PART_TAG, 0, WM_TAG_VALUE, "North");
  g_assert_cmpuint (wm_framework_item_get_n_parts (find (framework, "Visits"), WM_PART_TAG), ==, 0);
  g_assert_cmpuint (wm_framework_item_get_n_children (find (framework, "Safe")), ==, 1);
}

static void
add_sheet (WmXlsxWriter *writer, const char *name, const char *heading, const char *cell)
{
  wm_xlsx_writer_add_sheet (writer, name);
  wm_xlsx_writer_add_text (writer, heading);
  wm_xlsx_writer_end_row (writer);
  wm_xlsx_writer_add_text (writer, cell);
  wm_xlsx_writer_end_row (writer);
}

/* A workbook opens at the sheet with indicators, whatever covers it; the others can be chosen, and
 * an empty one changes nothing. */
static void
test_sheets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "book.xlsx", NULL);
  g_autoptr (WmXlsxWriter) writer = wm_xlsx_writer_new (path, NULL);
  g_autoptr (WmFrameworkSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  add_sheet (writer, "Cover", "Our framework", "2024");
  add_sheet (writer, "Set", "Indicator", "Plans");
  wm_xlsx_writer_add_sheet (writer, "Nothing");
  g_assert_true (wm_xlsx_writer_save (writer, NULL));
  sheet = wm_framework_sheet_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((GStrv) wm_framework_sheet_get_names (sheet)), ==, 3);
  g_assert_cmpuint (wm_framework_sheet_get_selected (sheet), ==, 1);
  g_assert_cmpstr (wm_framework_sheet_get_sample (sheet, 0), ==, "Plans");
  g_assert_false (wm_framework_sheet_select (sheet, 2, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK);
  g_assert_cmpuint (wm_framework_sheet_get_selected (sheet), ==, 1);
  g_assert_true (wm_framework_sheet_select (sheet, 0, NULL));
  g_assert_cmpstr (wm_framework_sheet_get_heading (sheet, 0), ==, "Our framework");
}

/* Where no sheet has indicators, the first one is shown for the person to say what it holds. */
static void
test_foreign_sheets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "book.xlsx", NULL);
  g_autoptr (WmXlsxWriter) writer = wm_xlsx_writer_new (path, NULL);
  g_autoptr (WmFrameworkSheet) sheet = NULL;

  add_sheet (writer, "One", "Bereich", "A");
  add_sheet (writer, "Two", "Jahr", "2024");
  g_assert_true (wm_xlsx_writer_save (writer, NULL));
  sheet = wm_framework_sheet_open (path, NULL);
  g_assert_nonnull (sheet);
  g_assert_cmpstr (wm_framework_sheet_get_heading (sheet, 0), ==, "Bereich");
}

/* A table of indicators only has one domain for all of them; a LAIT code binds. */
static void
test_without_domains (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmFramework) framework = read_text (fixture, "Measure\tLAIT code\nPlans\tCPP_rate\nVisits\t\n");

  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_DOMAIN), ==, 1);
  g_assert_cmpstr (get_parent_title (framework, "Visits"), ==, "All indicators");
  assert_field (framework, "Plans", WM_FIELD_BINDING, "imported");
  assert_field (framework, "Plans", WM_FIELD_BINDING_CODE, "CPP_rate");
  assert_field (framework, "Visits", WM_FIELD_BINDING, NULL);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *code;
  guint64 line;
  guint64 n_rows;
} Odd;

/* What is left out is said once, with the first line and how many there are. */
static const Odd odd_tables[] = {
  { "direction", "Domain,Indicator,Polarity\nA,B,sideways\nA,C,sideways\n", "bad-value", 2, 2 },
  { "number", "Domain,Indicator,Decimals\nA,B,many\n", "bad-value", 2, 1 },
  { "date", "Domain,Indicator,Direction decided on\nA,B,2024-02-30\n", "bad-value", 2, 1 },
  { "part", "Domain,Indicator,References\nA,B,DfE |\n", "bad-value", 2, 1 },
  { "id", "Domain,Id,Indicator\nA,1 x,B\n", "other-id", 2, 1 },
  { "id-of-another-kind", "domain,domain-id,id,title\nA,same,same,B\n", "other-id", 2, 1 },
  { "twice", "domain,domain-id,id,title\nA,a,i,B\nA,a,i,B\n", "row-twice", 3, 1 },
  { "other-words", "domain,domain-id,id,title\nA,a,i,B\nC,c,i,D\n", "said-twice", 3, 1 },
  { "no-title", "Domain,Indicator,Definition\nA,B,C\nA,,D\n", "missing-title", 3, 1 },
  { "link", "Domain,Indicator,Read with\nA,B,gone\n", "dangling-link", 2, 1 },
  { "long-row", "Domain,Indicator\nA,B,C\n", "long-row", 2, 1 },
};

static void
test_odd (Fixture *fixture, gconstpointer data)
{
  const Odd *odd = data;
  g_autoptr (WmFramework) framework = read_text (fixture, odd->text);
  const WmFinding *finding = find_finding (fixture, odd->code);

  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_INDICATOR), >, 0);
  g_assert_nonnull (finding);
  g_assert_cmpuint (fixture->findings->len, ==, 1);
  g_assert_cmpuint (finding->first_line, ==, odd->line);
  g_assert_cmpuint (finding->n_rows, ==, odd->n_rows);
}

/* An id that comes again gives the indicator one more place. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmFramework) framework = read_text (fixture,
    "domain,outcome,id,title,code,read-with\nA,B,i,Plans,P1,\nA,C,i,Plans,,\nA,C,j,Visits,,P1\n");
  g_autoptr (GPtrArray) parents = wm_framework_list_parents (framework, "i");

  g_assert_cmpuint (parents->len, ==, 2);
  g_assert_cmpuint (wm_framework_count (framework, WM_ITEM_INDICATOR), ==, 2);
  assert_part (framework, "Visits", WM_PART_READ_WITH, 0, WM_LINK_TO, "i");
}

typedef struct
{
  const char *name;
  const char *text;
  gsize length;            /* 0: the length of the text */
  gboolean is_table_error; /* of the room that reads tables */
  gint error;
  const char *words;
} Bad;

static const Bad bad_tables[] = {
  { "empty", "", 0, TRUE, WM_TABLE_ERROR_EMPTY, "sheet.csv" },
  { "blank", "\n,,\n \n", 0, FALSE, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK, "empty table" },
  { "binary", "\x7f" "ELF\0\0\1\2\3", 9, TRUE, WM_TABLE_ERROR_NOT_A_TABLE, "sheet.csv" },
  { "cut-off-workbook", "PK\x03\x04zzzz", 0, TRUE, WM_TABLE_ERROR_DAMAGED, "sheet.csv" },
  { "wrong-columns", "Area,Year,Value\nLeeds,2020,1\n", 0, FALSE, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK,
    "Area, Year, Value" },
  { "no-rows", "Domain,Indicator\n", 0, FALSE, WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK, "no indicator" },
  { "circle", "domain,domain-id,domain-leads-to,title\nA,a,b,X\nB,b,a,Y\n", 0, FALSE,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "Line 3" },
};

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  const Bad *bad = data;
  gsize length = bad->length > 0 ? bad->length : strlen (bad->text);
  g_autoptr (WmFrameworkSheet) sheet = NULL;
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, bad->text, length, NULL));
  sheet = wm_framework_sheet_open (fixture->path, &error);
  if (sheet != NULL)
    framework = wm_framework_sheet_read (sheet, "f", "Ours", fixture->findings, &error);
  g_assert_null (framework);
  if (bad->is_table_error)
    g_assert_error (error, WM_TABLE_ERROR, bad->error);
  else
    g_assert_error (error, WM_FRAMEWORK_ERROR, bad->error);
  g_assert_nonnull (strstr (error->message, bad->words));
}

static void
test_same_target (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WmFrameworkSheet) sheet = open_text (fixture, "Indicator,Title,Definition\nA,B,C\n");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (wm_framework_sheet_get_target (sheet, 1), ==, WM_SHEET_LEFT_OUT);
  wm_framework_sheet_set_target (sheet, 1, wm_framework_sheet_get_target (sheet, 0));
  g_assert_null (wm_framework_sheet_read (sheet, "f", NULL, NULL, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
  g_assert_nonnull (strstr (error->message, "“Indicator” and “Title”"));
}

/* A table of 100 MB is not taken into memory. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  GString *text = g_string_sized_new (100 * 1000 * 1000);
  g_autoptr (GError) error = NULL;

  g_string_append (text, "Domain,Indicator\n");
  while (text->len < 100 * 1000 * 1000)
    g_string_append (text, "A domain of many indicators,One of many indicators\n");
  g_assert_true (g_file_set_contents (fixture->path, text->str, text->len, NULL));
  g_string_free (text, TRUE);
  g_assert_null (wm_framework_sheet_open (fixture->path, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE);
}

/* Every target has a heading and words of its own, and a heading leads back to its target. */
static void
test_targets (void)
{
  g_autoptr (GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  g_assert_cmpuint (n, >, 50);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = wm_sheet_target_get_words (targets[i]);

      g_assert_cmpstr (words, !=, "");
      g_assert_true (g_hash_table_add (headings, wm_sheet_target_get_heading (targets[i])));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func, data) g_test_add (name, Fixture, data, set_up, func, tear_down)
  ADD ("/framework/sheet/built-in", test_built_in, NULL);
  ADD ("/framework/sheet/hard-texts", test_hard_texts, NULL);
  ADD ("/framework/sheet/plain", test_plain, NULL);
  ADD ("/framework/sheet/research", test_research, NULL);
  ADD ("/framework/sheet/mapping", test_mapping, NULL);
  ADD ("/framework/sheet/sheets", test_sheets, NULL);
  ADD ("/framework/sheet/foreign-sheets", test_foreign_sheets, NULL);
  ADD ("/framework/sheet/without-domains", test_without_domains, NULL);
  ADD ("/framework/sheet/places", test_places, NULL);
  ADD ("/framework/sheet/same-target", test_same_target, NULL);
  ADD ("/framework/sheet/too-large", test_too_large, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (odd_tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/sheet/odd/%s", odd_tables[i].name);

      ADD (path, test_odd, &odd_tables[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad_tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/sheet/bad/%s", bad_tables[i].name);

      ADD (path, test_bad, &bad_tables[i]);
    }
  g_test_add_func ("/framework/sheet/targets", test_targets);
  return g_test_run ();
}
