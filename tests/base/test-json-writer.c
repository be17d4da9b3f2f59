/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* JSON out, compared as text and by escaping. */

#include "wm-json-writer.h"
#include "wm-test.h"

static void
test_nesting (void)
{
  WmJsonWriter *writer = wm_json_writer_new ();
  g_autofree char *text = NULL;

  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_add_text (writer, "name", "a \"b\" \\ \n\x01 é");
  wm_json_writer_begin_array (writer, "list");
  wm_json_writer_add_number (writer, NULL, 1.0 / 3);
  wm_json_writer_add_number (writer, NULL, NAN);
  wm_json_writer_begin_object (writer, NULL);
  wm_json_writer_end_object (writer);
  wm_json_writer_end_array (writer);
  wm_json_writer_add_count (writer, "n", G_GUINT64_CONSTANT (18446744073709551615));
  wm_json_writer_add_boolean (writer, "is", TRUE);
  wm_json_writer_add_text (writer, "nothing", NULL);
  wm_json_writer_end_object (writer);
  text = wm_json_writer_finish (writer);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"name\": \"a \\\"b\\\" \\\\ \\n\\u0001 é\",\n"
                   "  \"list\": [\n"
                   "    0.333333333333333,\n"
                   "    null,\n"
                   "    {}\n"
                   "  ],\n"
                   "  \"n\": 18446744073709551615,\n"
                   "  \"is\": true,\n"
                   "  \"nothing\": null\n"
                   "}\n");
}

static void
test_embedding (void)
{
  WmJsonWriter *inner = wm_json_writer_new ();
  WmJsonWriter *outer = wm_json_writer_new ();
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  wm_json_writer_begin_object (inner, NULL);
  wm_json_writer_add_text (inner, "lines", "a\nb");
  wm_json_writer_end_object (inner);
  json = wm_json_writer_finish (inner);
  wm_json_writer_begin_object (outer, NULL);
  wm_json_writer_add_json (outer, "inner", json);
  wm_json_writer_add_json (outer, "nothing", NULL);
  wm_json_writer_end_object (outer);
  text = wm_json_writer_finish (outer);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"inner\": {\n"
                   "    \"lines\": \"a\\nb\"\n"
                   "  },\n"
                   "  \"nothing\": null\n"
                   "}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/json-writer/nesting", test_nesting);
  g_test_add_func ("/base/json-writer/embedding", test_embedding);
  return g_test_run ();
}
