/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The document of a framework: every part of it is there once, counts leave out what does not
 * count, and what nobody said is told as such. */

#include "wm-framework-catalogue.h"
#include "wm-framework-document.h"
#include "wm-framework-read.h"
#include "wm-test.h"

#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <string.h>

static const char small[] =
  "<framework xmlns='urn:waymark:framework' version='1' id='small'>"
  "<title>Small &lt;b&gt; framework</title><edition>2</edition><language>cy</language>"
  "<has ref='D1'/><has ref='D2'/><has ref='D3'/>"
  "<domain id='D1'><title>Care</title><code>1</code><asks>Are children safe?</asks>"
  "<leads-to to='D2'/><has ref='O1'/><has ref='O2'/><has ref='O3'/></domain>"
  "<domain id='D2'><title>Lives</title><has ref='I1'/><has ref='I3'/></domain>"
  "<domain id='D3'><title>Nothing here</title></domain>"
  "<outcome id='O1'><title>Safe at home</title><has ref='I1'/><has ref='I2'/></outcome>"
  "<outcome id='O2'><title>Heard</title></outcome>"
  "<outcome id='O3'><title>Unmet need</title><has ref='I4'/></outcome>"
  "<indicator id='I1'><title>Plans</title><code>P1</code><definition>Plans at 31 March</definition>"
  "<unit>Number</unit><direction>none</direction><availability>ready</availability>"
  "<meaningful>yes</meaningful><meaningful-notes>Staff say so</meaningful-notes>"
  "<vital-sign>yes</vital-sign><vital-sign-evidence>A study of 2020</vital-sign-evidence>"
  "<source kind='return' name='Census' fields='CPP'/>"
  "<reference scheme='DfE' code='N10'/><pilot question='Can it be counted?' finding='It can'/></indicator>"
  "<indicator id='I2'><title>Visits</title><availability>new</availability>"
  "<vital-sign>yes</vital-sign><sub-measure title='alone' direction='higher'/>"
  "<reference scheme='DfE' code='N2'/><pilot question='Who writes it down?'/><read-with to='I1'/></indicator>"
  "<indicator id='I3'><title>Schools</title></indicator>"
  "<indicator id='I4'><title>Some day</title><availability>ready</availability><placeholder>yes</placeholder>"
  "</indicator>"
  "<indicator id='I5'><title>Lost</title></indicator>"
  "</framework>";

typedef struct
{
  xmlDoc *tree;
  xmlXPathContext *path;
} Page;

static Page
read_page (WmFramework *framework, GHashTable *data_words)
{
  g_autoptr (WmDocument) document = wm_framework_document_new (framework, data_words);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = wm_document_to_html (document, &error);
  Page page;

  g_assert_no_error (error);
  page.tree = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL, NULL,
                             XML_PARSE_NONET);
  g_assert_nonnull (page.tree);
  page.path = xmlXPathNewContext (page.tree);
  xmlXPathRegisterNs (page.path, BAD_CAST "h", BAD_CAST "http://www.w3.org/1999/xhtml");
  return page;
}

static void
page_clear (Page *page)
{
  xmlXPathFreeContext (page->path);
  xmlFreeDoc (page->tree);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

static WmFramework *
read_small (void)
{
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_read (small, strlen (small), NULL, &error);

  g_assert_no_error (error);
  return framework;
}

/* What an XPath expression gives as text, blanks taken together. */
static char *
ask (Page *page, const char *expression)
{
  g_autofree char *whole = g_strdup_printf ("normalize-space(%s)", expression);
  xmlXPathObject *found = xmlXPathEvalExpression (BAD_CAST whole, page->path);
  char *text;

  g_assert_nonnull (found);
  text = g_strdup ((const char *) found->stringval);
  xmlXPathFreeObject (found);
  return text;
}

static double
ask_number (Page *page, const char *expression)
{
  g_autofree char *text = ask (page, expression);

  return g_ascii_strtod (text, NULL);
}

/* Expressions on the page of the small framework, and what they must give. */
typedef struct
{
  const char *name;
  const char *expression;
  const char *expected;
} Case;

static const Case cases[] = {
  { "language", "/h:html/@lang", "cy" },
  { "title", "//h:h1", "Small <b> framework" },
  { "version", "//h:p[@class='cover-line']", "Version: 2" },
  { "question", "//h:h2[@id='domain-D1']/following-sibling::h:p[1]", "Are children safe?" },
  { "leads-to", "//h:h2[@id='domain-D1']/following-sibling::h:dl[1]/h:dd", "Lives" },
  { "counts-domain", "//h:table[1]/h:tbody/h:tr[1]", "1\u2002Care 3 2 2 1 0 1 0 1" },
  { "counts-whole", "//h:table[1]/h:tbody/h:tr[4]", "Whole framework 3 2 4 1 0 1 2 1" },
  { "counts-shared", "//h:table[1]/h:tbody/h:tr[2]", "Lives 0 0 2 1 0 0 1 0" },
  { "gap", "//h:caption[starts-with(., 'Outcomes of')]/..//h:tr[2]/h:td[last()]", "Not measured" },
  { "gap-placeholder", "//h:caption[starts-with(., 'Outcomes of')]/..//h:tr[3]/h:td[last()]", "Not measured" },
  { "gap-row", "//h:caption[starts-with(., 'Indicators of “1')]/../h:tbody[2]/h:tr[2]", "Not measured: no indicator yet" },
  { "gaps", "count(//h:h2[.='Not measured yet']/following-sibling::h:div[1]//h:tbody/h:tr)", "2" },
  { "not-stated", "//h:caption[.='Indicators of “Lives”']/..//h:tr[2]", "Schools Not stated Not stated Not stated" },
  { "empty-domain", "//h:h2[@id='domain-D3']/following-sibling::h:p[1]", "Nothing is measured in this domain yet." },
  { "planned", "//h:h2[.='Only planned']/following-sibling::h:div[1]//h:tbody", "Some day Unmet need" },
  { "planned-apart", "count(//h:caption[starts-with(., 'Indicators of')]/..//h:a[.='Some day'])", "0" },
  { "vital-sign", "//h:h2[.='Vital signs']/following-sibling::h:div[1]//h:tbody/h:tr[1]", "P1 Plans A study of 2020" },
  { "vital-provisional", "//h:h2[.='Vital signs']/following-sibling::h:div[1]//h:tbody/h:tr[2]",
    "Visits Provisional: no evidence is given" },
  { "selection", "//h:h2[.='Selection test']/following-sibling::h:div[1]//h:tbody", "P1 Plans YesStaff say so" },
  { "pilot-open", "//h:caption[.='Open questions']/../h:tbody", "Visits Who writes it down?" },
  { "pilot-answered", "//h:caption[.='Answered questions']/../h:tbody", "P1 Plans Can it be counted? It can" },
  { "references", "//h:h2[.='References to other schemes']/following-sibling::h:div[1]//h:tbody",
    "DfE N2 Visits N10 P1 Plans" },
  { "unplaced", "//h:h2[.='Without a place']/following-sibling::h:div[1]//h:tbody", "Indicator Lost" },
  { "definition-once", "count(//h:h4[.='P1\u2002Plans'])", "1" },
  { "definition-serves", "//h:h4[@id='indicator-I1']/following-sibling::h:dl[1]/h:dd[1]", "LivesSafe at home" },
  { "definition-source", "//h:h4[@id='indicator-I1']/following-sibling::h:dl[1]/h:dd[preceding-sibling::h:dt[1]='Data sources']",
    "Existing national return – Census – CPP" },
  { "definition-sub-measure", "//h:h4[@id='indicator-I2']/following-sibling::h:dl[1]/h:dd[preceding-sibling::h:dt[1]='Sub-measures']",
    "alone – Higher is better" },
  { "definition-read-with", "//h:h4[@id='indicator-I2']/following-sibling::h:dl[1]/h:dd[preceding-sibling::h:dt[1]='Read with']",
    "P1\u2002Plans" },
  { "definition-not-stated", "//h:h4[@id='indicator-I1']/following-sibling::h:dl[1]/h:dd[last()]",
    "Rationale, Numerator, Denominator, Group covered, Kind of data, Reference period, Compares with an earlier period" },
  { "definition-planned", "count(//h:h4[@id='indicator-I4']/following-sibling::h:dl[1]/h:dt[.='Not stated'])", "0" },
  { "summary", "//h:h2[.='Summary']/following-sibling::h:ul[1]",
    "Nothing measures 2 outcomes yet. 1 indicator is only planned. 2 indicators are vital signs. "
    "1 vital sign is provisional: no evidence is given for it. "
    "1 indicator has been judged: meaningful, valid, reliable, pragmatic. "
    "1 question for a pilot is open. 1 question for a pilot is answered." },
};

static void
test_small (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WmFramework) framework = read_small ();
  g_auto (Page) page = read_page (framework, NULL);
  g_autofree char *found = ask (&page, c->expression);

  g_assert_cmpstr (found, ==, c->expected);
}

/* What a project says of its data stands in the tables and at the definitions. */
static void
test_data_words (void)
{
  g_autoptr (WmFramework) framework = read_small ();
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (Page) page = { NULL, NULL };
  g_autofree char *cell = NULL;
  g_autofree char *fact = NULL;

  g_hash_table_insert (words, (char *) "I1", (char *) "150 areas, 2012 to 2024");
  page = read_page (framework, words);
  cell = ask (&page, "//h:caption[.='Indicators of “Lives”']/..//h:tr[1]/h:td[last()]");
  fact = ask (&page, "//h:h4[@id='indicator-I1']/following-sibling::h:dl[1]"
                     "/h:dd[preceding-sibling::h:dt[1]='Data in this project']");
  g_assert_cmpstr (cell, ==, "150 areas, 2012 to 2024");
  g_assert_cmpstr (fact, ==, "150 areas, 2012 to 2024");
}

/* Indicators in the catalogues, from the published tables: those that count, and placeholders. */
static const struct
{
  const char *id;
  double n_indicators;
  double n_planned;
} built_ins[] = {
  { "cscs-outcomes-2019", 108, 0 },
  { "benchmark-2013", 214, 5 },
  { "herd-kpis", 7, 0 },
};

static void
test_built_in (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (built_ins); i++)
    {
      g_autoptr (WmFramework) framework = wm_framework_load_built_in (built_ins[i].id, NULL);
      g_auto (Page) page = read_page (framework, NULL);
      g_autoptr (WmDocument) document = wm_framework_document_new (framework, NULL);
      g_autoptr (GBytes) pdf = wm_document_to_pdf (document, NULL);

      g_assert_cmpfloat (ask_number (&page, "count(//h:caption[starts-with(., 'Indicators of')]/..//h:tbody/h:tr"
                                            "[h:td])"), ==, built_ins[i].n_indicators);
      g_assert_cmpfloat (ask_number (&page, "count(//h:h2[.='Only planned']/following-sibling::h:div[1]"
                                            "//h:tbody/h:tr)"), ==, built_ins[i].n_planned);
      g_assert_cmpfloat (ask_number (&page, "count(//h:h4)"), ==,
                         built_ins[i].n_indicators + built_ins[i].n_planned);
      g_assert_nonnull (pdf);
    }
}

/* A framework that says nothing but its name. */
static void
test_bare (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_autoptr (WmFramework) framework = NULL;
  g_auto (Page) page = { NULL, NULL };
  g_autofree char *title = NULL;

  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_FRAMEWORK, "bare"));
  framework = wm_framework_new (items);
  page = read_page (framework, NULL);
  title = ask (&page, "//h:h1");
  g_assert_cmpstr (title, ==, "bare");
  g_assert_cmpfloat (ask_number (&page, "count(//h:h4)"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/framework-document/small/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_small);
    }
  g_test_add_func ("/framework-document/data-words", test_data_words);
  g_test_add_func ("/framework-document/built-in", test_built_in);
  g_test_add_func ("/framework-document/bare", test_bare);
  return g_test_run ();
}
