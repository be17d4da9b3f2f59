/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Every kind of bad framework file is refused, with the line and in words; and whatever an item can
 * say comes back as it was. */

#include "config.h"

#include "wm-finding.h"
#include "wm-framework-read.h"
#include "wm-framework-write.h"

#include <glib/gstdio.h>
#include <string.h>

#define START "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
              "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\">\n"
#define END "</framework>\n"

typedef struct
{
  const char *name;
  const char *text;
  gint error;              /* a WmFrameworkError */
  const char *code;       /* of the first finding; NULL for a file that is refused before */
  guint64 line;
  const char *words;      /* that the message has */
} Case;

static const Case cases[] = {
  { "empty", "", WM_FRAMEWORK_ERROR_NOT_XML, NULL, 0, "Line" },
  { "not-xml", "domain,outcome\na,b\n", WM_FRAMEWORK_ERROR_NOT_XML, NULL, 0, "Line 1" },
  { "cut-off", START "  <title>A", WM_FRAMEWORK_ERROR_NOT_XML, NULL, 0, "Line 3" },
  { "other-xml", "<html><body/></html>", WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK, NULL, 0, "“html”" },
  { "no-namespace", "<framework version=\"1\" id=\"f\"/>", WM_FRAMEWORK_ERROR_NOT_A_FRAMEWORK, NULL, 0, "line 1" },
  { "newer", "<framework xmlns=\"urn:waymark:framework\" version=\"2\" id=\"f\"/>",
    WM_FRAMEWORK_ERROR_NEWER, NULL, 0, "newer Waymark" },
  { "no-version", "<framework xmlns=\"urn:waymark:framework\" id=\"f\"/>",
    WM_FRAMEWORK_ERROR_BAD_CONTENT, NULL, 0, "no version" },
  { "doctype", "<!DOCTYPE framework SYSTEM \"http://127.0.0.1/x.dtd\">\n" START END,
    WM_FRAMEWORK_ERROR_UNSAFE, NULL, 0, "DOCTYPE" },
  { "external-entity", "<!DOCTYPE framework [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n"
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><title>&e;</title></framework>",
    WM_FRAMEWORK_ERROR_UNSAFE, NULL, 0, "DOCTYPE" },
  { "entity-bomb", "<!DOCTYPE framework [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\n"
    "<framework xmlns=\"urn:waymark:framework\" version=\"1\" id=\"f\"><title>&b;</title></framework>",
    WM_FRAMEWORK_ERROR_UNSAFE, NULL, 0, "DOCTYPE" },
  { "duplicate-id", START "<domain id=\"d\"/>\n<domain id=\"d\"/>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "duplicate-id", 4, "line 3" },
  { "bad-id", START "<domain id=\"1 d\"/>\n" END, WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-id", 3, "“1 d”" },
  { "hexadecimal", START "<indicator id=\"i\"><decimals>0x1</decimals></indicator>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-value", 3, "no number" },
  { "missing-id", START "<domain/>\n" END, WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-id", 3, "“domain”" },
  { "dangling", START "<domain id=\"d\">\n<has ref=\"gone\"/></domain>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "dangling-link", 3, "“gone”" },
  { "dangling-read-with", START "<indicator id=\"i\"><read-with to=\"gone\"/></indicator>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "dangling-link", 3, "“gone”" },
  { "has-itself", START "<domain id=\"d\"><has ref=\"d\"/></domain>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-link", 3, "“d”" },
  { "has-upwards", START "<domain id=\"d\"/>\n<outcome id=\"o\"><has ref=\"d\"/></outcome>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-link", 4, "“o”" },
  { "has-twice", START "<domain id=\"d\"><has ref=\"o\"/><has ref=\"o\"/></domain><outcome id=\"o\"/>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "duplicate-link", 3, "twice" },
  { "circle", START "<domain id=\"a\"><leads-to to=\"b\"/></domain>\n<domain id=\"b\"><leads-to to=\"c\"/></domain>\n"
    "<outcome id=\"c\"><leads-to to=\"a\"/></outcome>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "circle", 5, "leads back" },
  { "unknown-element", START "<domain id=\"d\"><colour>red</colour></domain>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "unknown-element", 3, "“colour”" },
  { "field-of-another-kind", START "<domain id=\"d\"><unit>%</unit></domain>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "unknown-element", 3, "“unit”" },
  { "unknown-attribute", START "<domain id=\"d\" colour=\"red\"/>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "unknown-attribute", 3, "“colour”" },
  { "stray-text", START "<domain id=\"d\">hello</domain>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "stray-text", 3, "“domain”" },
  { "title-twice", START "<title>A</title>\n<title>B</title>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "element-twice", 4, "twice" },
  { "bad-direction", START "<indicator id=\"i\">\n<direction>up</direction></indicator>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-value", 4, "higher, lower, range, none" },
  { "bad-number", START "<indicator id=\"i\"><decimals>1,5</decimals></indicator>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-value", 3, "no number" },
  { "bad-date", START "<date>2023-02-30</date>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-value", 3, "YYYY-MM-DD" },
  { "bad-source", START "<indicator id=\"i\"><source kind=\"rumour\" name=\"n\"/></indicator>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "bad-value", 3, "return, record, survey" },
  { "reference-without-code", START "<indicator id=\"i\"><reference scheme=\"DfE\"/></indicator>\n" END,
    WM_FRAMEWORK_ERROR_BAD_CONTENT, "missing-attribute", 3, "“code”" },
};

static void
test_bad (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_read (c->text, strlen (c->text), findings, &error);

  g_assert_null (framework);
  g_assert_error (error, WM_FRAMEWORK_ERROR, c->error);
  g_assert_nonnull (strstr (error->message, c->words));
  if (c->code == NULL)
    g_assert_cmpuint (findings->len, ==, 0);
  else
    {
      const WmFinding *first = g_ptr_array_index (findings, 0);

      g_assert_cmpstr (first->code, ==, c->code);
      g_assert_cmpuint (first->first_line, ==, c->line);
    }
}

/* All that is wrong is told at once. */
static void
test_all_at_once (void)
{
  const char *text = START "<domain id=\"d\"><colour/></domain>\n<domain id=\"d\"/>\n<sky/>\n" END;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_framework_read (text, strlen (text), findings, &error);

  g_assert_null (framework);
  g_assert_cmpuint (findings->len, ==, 3);
  g_assert_nonnull (strstr (error->message, "3 things"));
}

static void
test_too_deep (void)
{
  g_autoptr (GString) text = g_string_new (START);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = NULL;

  for (guint i = 0; i < 1000 * 1000; i++)
    g_string_append (text, "<domain>");
  framework = wm_framework_read (text->str, text->len, NULL, &error);
  g_assert_null (framework);
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE);
}

/* 100 MB of elements are refused by size, before any of it is read. */
static void
test_too_large (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.wmframework", NULL);
  g_autofree char *data = g_malloc (100 * 1000 * 1000);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = NULL;

  for (guint i = 0; i < 100 * 1000 * 1000; i += 4)
    memcpy (data + i, "<a>\n", 4);
  g_assert_true (g_file_set_contents (path, data, 100 * 1000 * 1000, NULL));
  framework = wm_framework_load (path, NULL, &error);
  g_assert_null (framework);
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_TOO_LARGE);
  g_unlink (path);
  g_rmdir (folder);
}

/* A chain of causes longer than the stack would bear is refused in words. */
static void
test_long_chain (void)
{
  g_autoptr (GString) text = g_string_new (START);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = NULL;

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append_printf (text, "<domain id=\"d%u\"><leads-to to=\"d%u\"/></domain>\n", i, i + 1);
  g_string_append (text, "<domain id=\"d100000\"/>\n" END);
  framework = wm_framework_read (text->str, text->len, findings, &error);
  g_assert_null (framework);
  g_assert_cmpstr (((WmFinding *) g_ptr_array_index (findings, 0))->code, ==, "long-chain");
}

/* Something in every field: a choice's first value, or text that XML has to escape. */
static const char *
get_sample (WmField field)
{
  const WmFieldInfo *info = wm_field_get_info (field);

  if (info->choices != NULL)
    return info->choices[0].id;
  if (info->type == WM_FIELD_TYPE_NUMBER)
    return "-1.5";
  if (info->type == WM_FIELD_TYPE_DATE)
    return "2024-02-29";
  return " <b>&amp; \"Š’ & ]]>\n two\tlines ";
}

static WmFrameworkItem *
make_full_item (WmItemKind kind, const char *id)
{
  WmFrameworkItem *item = wm_framework_item_new (kind, id);

  for (int field = 0; field < WM_N_FIELDS; field++)
    if (wm_field_is_of (field, kind))
      wm_framework_item_set_text (item, field, get_sample (field));
  for (int part = 0; part < WM_N_PART_KINDS; part++)
    if (wm_part_is_of (part, kind))
      {
        const WmPartInfo *info = wm_part_get_info (part);
        const char *cells[WM_MAX_CELLS] = { NULL };

        for (guint cell = 0; cell < wm_part_get_n_cells (part); cell++)
          cells[cell] = info->choices[cell] != NULL ? info->choices[cell][0].id : " <&>\"Š\n\t' ";
        if (info->is_link)
          cells[0] = kind == WM_ITEM_INDICATOR ? "other" : "last";
        wm_framework_item_add_part (item, part, cells);
      }
  return item;
}

/* Whatever the table of fields knows, file, reader and schema know too. */
static void
test_every_field (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (WmFramework) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, make_full_item (WM_ITEM_FRAMEWORK, "f"));
  g_ptr_array_add (items, make_full_item (WM_ITEM_DOMAIN, "d"));
  g_ptr_array_add (items, make_full_item (WM_ITEM_OUTCOME, "o"));
  g_ptr_array_add (items, make_full_item (WM_ITEM_INDICATOR, "i"));
  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_INDICATOR, "other"));
  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_OUTCOME, "last"));
  wm_framework_item_insert_child (items->pdata[0], -1, "d");
  wm_framework_item_insert_child (items->pdata[1], -1, "o");
  wm_framework_item_insert_child (items->pdata[1], -1, "i");
  wm_framework_item_insert_child (items->pdata[2], -1, "i");
  framework = wm_framework_new (items);
  bytes = wm_framework_write (framework);
  again = wm_framework_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_equal (framework, again));
  same = wm_framework_write (again);
  g_assert_true (g_bytes_equal (bytes, same));
}

/* What XML cannot hold becomes a blank, not a file that nobody can read. */
static void
test_control_characters (void)
{
  g_autoptr (WmFrameworkItem) item = wm_framework_item_new (WM_ITEM_DOMAIN, "d");

  wm_framework_item_set_text (item, WM_FIELD_TITLE, "a\001b\rc\177d");
  g_assert_cmpstr (wm_framework_item_get_text (item, WM_FIELD_TITLE), ==, "a b c d");
  wm_framework_item_set_text (item, WM_FIELD_TITLE, "");
  g_assert_null (wm_framework_item_get_text (item, WM_FIELD_TITLE));
}

static char *
make_text (gsize length)
{
  char *text = g_malloc (length + 1);

  memset (text, 'x', length);
  text[length] = '\0';
  return text;
}

/* What somebody can paste into a field can be read again: the size of the file is the only limit. */
static void
test_long_text (void)
{
  g_autofree char *text = make_text (WM_FRAMEWORK_MAX_SIZE - 1024);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_item_unref);
  g_autoptr (WmFramework) framework = NULL;
  g_autoptr (WmFramework) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, wm_framework_item_new (WM_ITEM_FRAMEWORK, "f"));
  wm_framework_item_set_text (items->pdata[0], WM_FIELD_NOTES, text);
  framework = wm_framework_new (items);
  bytes = wm_framework_write (framework);
  again = wm_framework_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (wm_framework_equal (framework, again));
}

/* A message quotes the beginning of what is wrong, not a page of it. */
static void
test_long_id (void)
{
  g_autofree char *id = make_text (5000);
  g_autofree char *file = g_strdup_printf (START "<domain id=\"%s\"/>\n" END, id);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wm_finding_free);
  g_autoptr (GError) error = NULL;

  g_assert_null (wm_framework_read (file, strlen (file), findings, &error));
  g_assert_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_BAD_CONTENT);
  g_assert_cmpuint (strlen (error->message), <, 400);
  g_assert_cmpuint (strlen (((WmFinding *) g_ptr_array_index (findings, 0))->value), <, 110);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/read/bad/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_bad);
    }
  g_test_add_func ("/framework/read/all-at-once", test_all_at_once);
  g_test_add_func ("/framework/read/too-deep", test_too_deep);
  g_test_add_func ("/framework/read/too-large", test_too_large);
  g_test_add_func ("/framework/read/long-chain", test_long_chain);
  g_test_add_func ("/framework/read/long-text", test_long_text);
  g_test_add_func ("/framework/read/long-id", test_long_id);
  g_test_add_func ("/framework/read/every-field", test_every_field);
  g_test_add_func ("/framework/read/control-characters", test_control_characters);
  return g_test_run ();
}
