/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a framework is told that it lacks: each finding once where it belongs, and none where all is
 * said. */

#include "config.h"

#include "wm-finding.h"
#include "wm-framework-catalogue.h"
#include "wm-framework-check.h"
#include "wm-framework-read.h"

#include <string.h>

#define WHOLE "<title>T</title><definition>D</definition><source kind=\"return\" name=\"CiN Census\"/>"
#define SOUND WHOLE "<direction>higher</direction>"

typedef struct
{
  const char *name;
  const char *inside;      /* of the indicator "i" of the outcome "o" */
  const char *code;        /* of the only finding about it; NULL for none */
} Case;

static const Case cases[] = {
  { "sound", SOUND, NULL },
  { "definition", "<title>T</title><direction>none</direction><source kind=\"return\" name=\"N\"/>", "missing-definition" },
  { "title", "<definition>D</definition><direction>none</direction><source kind=\"return\" name=\"N\"/>", "missing-title" },
  { "source", "<title>T</title><definition>D</definition><direction>none</direction>", "no-source" },
  { "direction", WHOLE, "unclear-direction" },
  { "direction-of-parts", WHOLE "<sub-measure title=\"a\" direction=\"lower\"/><sub-measure title=\"b\" direction=\"higher\"/>",
    NULL },
  { "direction-of-a-part", WHOLE "<sub-measure title=\"a\" direction=\"lower\"/><sub-measure title=\"b\"/>",
    "unclear-direction" },
  { "range-unsaid", WHOLE "<direction>range</direction>", "unclear-direction" },
  { "range", WHOLE "<direction>range</direction><range-low>5</range-low><range-high>10</range-high>", NULL },
  { "range-reversed", WHOLE "<direction>range</direction><range-low>10</range-low><range-high>5</range-high>",
    "unclear-direction" },
  { "percentage", SOUND "<unit>%</unit>", "no-denominator" },
  { "rate", SOUND "<unit>Rate per 10,000</unit>", "no-denominator" },
  { "rate-with-denominator", SOUND "<unit>Rate per 10,000</unit><denominator>Children</denominator>", NULL },
  { "number", SOUND "<unit>Number</unit>", NULL },
  { "binding-without-code", SOUND "<binding>imported</binding>", "unreadable-binding" },
  { "code-without-binding", SOUND "<binding-code>CPP_rate</binding-code>", "unreadable-binding" },
  { "binding", SOUND "<binding>imported</binding><binding-code>%_of LAC Adopted</binding-code>", NULL },
  { "binding-of-two-lines", SOUND "<binding>imported</binding><binding-code>CPP_rate\nCPP_Num</binding-code>",
    "unreadable-binding" },
  { "binding-of-a-part", SOUND "<sub-measure title=\"a\" binding-code=\" CPP_rate\"/>", "unreadable-binding" },
  { "vital-sign", SOUND "<vital-sign>yes</vital-sign>", "vital-sign-provisional" },
  { "vital-sign-with-evidence", SOUND "<vital-sign>yes</vital-sign><vital-sign-evidence>A study</vital-sign-evidence>", NULL },
  { "duplicate-code", SOUND "<code>1</code>", "duplicate-code" },
  { "placeholder", "<title>T</title><placeholder>yes</placeholder>", NULL },
};

static WmFramework *
read (const char *inside)
{
  g_autofree char *text = g_strdup_printf ("<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\">"
                                           "<title>T</title>%s</framework>", inside);
  g_autoptr (GError) error = NULL;
  WmFramework *framework = wm_framework_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return framework;
}

/* The only finding about an item; NULL for none. */
static const WmFinding *
find_only (const GPtrArray *findings, const char *id)
{
  const WmFinding *found = NULL;

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((WmFinding *) findings->pdata[i])->value, id))
      {
        g_assert_null (found);
        found = findings->pdata[i];
      }
  return found;
}

static void
assert_only (const GPtrArray *findings, const char *id, const char *code)
{
  const WmFinding *finding = find_only (findings, id);

  g_assert_cmpstr (finding != NULL ? finding->code : NULL, ==, code);
}

static void
test_indicator (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *inside = g_strdup_printf ("<has ref=\"d\"/><domain id=\"d\"><title>T</title><has ref=\"first\"/>"
                                             "<has ref=\"i\"/></domain>"
                                             "<indicator id=\"first\">" SOUND "<code>1</code></indicator>"
                                             "<indicator id=\"i\">%s</indicator>", c->inside);
  g_autoptr (WmFramework) framework = read (inside);
  g_autoptr (GPtrArray) findings = wm_framework_check (framework);

  assert_only (findings, "i", c->code);
  g_assert_cmpuint (findings->len, ==, c->code != NULL);
}

#define OF_KIND(id, kind) "<indicator id=\"" id "\">" SOUND "<data-kind>" kind "</data-kind></indicator>"

/* An outcome is flagged that nothing measures, or that is seen from one side only: with one
 * indicator, with several, and when the other is only planned. */
static void
test_outcomes (void)
{
  g_autoptr (WmFramework) framework = read (
    "<has ref=\"d\"/><domain id=\"d\"><title>T</title><has ref=\"gap\"/><has ref=\"planned\"/><has ref=\"one\"/>"
    "<has ref=\"two\"/><has ref=\"both\"/><has ref=\"unsaid\"/><has ref=\"half\"/></domain>"
    "<outcome id=\"gap\"><title>T</title></outcome>"
    "<outcome id=\"planned\"><title>T</title><has ref=\"p\"/></outcome>"
    "<outcome id=\"one\"><title>T</title><has ref=\"s\"/></outcome>"
    "<outcome id=\"two\"><title>T</title><has ref=\"s\"/><has ref=\"t\"/></outcome>"
    "<outcome id=\"both\"><title>T</title><has ref=\"s\"/><has ref=\"v\"/></outcome>"
    "<outcome id=\"unsaid\"><title>T</title><has ref=\"s\"/><has ref=\"u\"/></outcome>"
    "<outcome id=\"half\"><title>T</title><has ref=\"s\"/><has ref=\"p\"/></outcome>"
    OF_KIND ("s", "snapshot") OF_KIND ("t", "snapshot") OF_KIND ("v", "user-views")
    "<indicator id=\"u\">" SOUND "</indicator>"
    "<indicator id=\"p\"><title>T</title><data-kind>user-views</data-kind><placeholder>yes</placeholder></indicator>");
  g_autoptr (GPtrArray) findings = wm_framework_check (framework);

  assert_only (findings, "gap", "gap");
  assert_only (findings, "planned", "gap");
  assert_only (findings, "one", "one-kind-of-data");
  assert_only (findings, "two", "one-kind-of-data");
  assert_only (findings, "half", "one-kind-of-data");
  assert_only (findings, "both", NULL);
  assert_only (findings, "unsaid", NULL);
  g_assert_nonnull (strstr (find_only (findings, "one")->message,
                            "It lacks: Organisation, workforce and practice; Users’ views; Longitudinal"));
}

static void
test_place (void)
{
  g_autoptr (WmFramework) framework = read ("<indicator id=\"i\">" SOUND "</indicator>");
  g_autoptr (GPtrArray) findings = wm_framework_check (framework);

  assert_only (findings, "i", "no-place");
}

/* Files and edits with such links are refused; a framework that is made in another way is told. */
static void
test_links (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  const char *to_b[WM_MAX_CELLS] = { "b" };
  const char *to_a[WM_MAX_CELLS] = { "a" };
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_FRAMEWORK, "f"));
  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_DOMAIN, "a"));
  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_DOMAIN, "b"));
  for (guint i = 0; i < 3; i++)
    wm_framework_item_set_text (items->pdata[i], WM_FIELD_TITLE, "T");
  wm_framework_item_insert_child (items->pdata[0], -1, "a");
  wm_framework_item_insert_child (items->pdata[0], -1, "b");
  wm_framework_item_insert_child (items->pdata[0], -1, "gone");
  wm_framework_item_add_part (items->pdata[1], WM_PART_LEADS_TO, to_b);
  wm_framework_item_add_part (items->pdata[2], WM_PART_LEADS_TO, to_a);
  framework = wm_framework_new (items);
  findings = wm_framework_check (framework);
  assert_only (findings, "f", "dangling-link");
  assert_only (findings, "b", "circle");
  g_assert_cmpuint (findings->len, ==, 2);
}

/* The published frameworks hold together: no link is wrong, nothing stands nowhere, and whatever is
 * bound can be read. */
static void
test_built_in (void)
{
  static const char *const never[] = {
    "missing-title", "dangling-link", "bad-link", "circle", "no-place", "unreadable-binding", NULL
  };
  const char *const *ids = wm_framework_get_built_in_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (WmFramework) framework = wm_framework_load_built_in (ids[i], NULL);
      g_autoptr (GPtrArray) findings = wm_framework_check (framework);

      for (guint j = 0; j < findings->len; j++)
        g_assert_false (g_strv_contains (never, ((WmFinding *) findings->pdata[j])->code));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/check/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_indicator);
    }
  g_test_add_func ("/framework/check/outcomes", test_outcomes);
  g_test_add_func ("/framework/check/place", test_place);
  g_test_add_func ("/framework/check/links", test_links);
  g_test_add_func ("/framework/check/built-in", test_built_in);
  return g_test_run ();
}
