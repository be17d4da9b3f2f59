/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* JSON out: one small writer, so that all machine output has the same numbers, order and look.
 *
 * Values are written in the order they are added. A member of an object has a key; an element of
 * an array has none. Numbers have 15 significant digits in the C locale; NaN is null.
 */

#include "config.h"

#include "wm-json-writer.h"

#include "wm-number.h"

#include <math.h>
#include <string.h>

struct _WmJsonWriter
{
  GString *text;
  guint depth;
  gboolean is_first; /* nothing stands in the innermost object or array yet */
};

/**
 * wm_json_writer_new:
 *
 * Makes a writer. The first thing to begin is the object or array that is the whole text.
 *
 * Returns: (transfer full): the writer; [method@JsonWriter.finish] frees it
 */
WmJsonWriter *
wm_json_writer_new (void)
{
  WmJsonWriter *self = g_new0 (WmJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->is_first = TRUE;
  return self;
}

/**
 * wm_json_writer_finish:
 * @self: (transfer full): a writer in which everything that was begun has ended
 *
 * Ends the text with a newline and frees the writer.
 *
 * Returns: (transfer full): the JSON text
 */
char *
wm_json_writer_finish (WmJsonWriter *self)
{
  char *text;

  g_return_val_if_fail (self != NULL && self->depth == 0, NULL);

  g_string_append_c (self->text, '\n');
  text = g_string_free (self->text, FALSE);
  g_free (self);
  return text;
}

static void
append_quoted (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (text, "\\n");
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

static void
new_line (WmJsonWriter *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth; i++)
    g_string_append (self->text, "  ");
}

static void
begin_value (WmJsonWriter *self, const char *key)
{
  if (!self->is_first)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    new_line (self);
  self->is_first = FALSE;
  if (key == NULL)
    return;
  append_quoted (self->text, key);
  g_string_append (self->text, ": ");
}

static void
begin_container (WmJsonWriter *self, const char *key, char opening)
{
  g_return_if_fail (self != NULL);

  begin_value (self, key);
  g_string_append_c (self->text, opening);
  self->depth++;
  self->is_first = TRUE;
}

static void
end_container (WmJsonWriter *self, char closing)
{
  g_return_if_fail (self != NULL && self->depth > 0);

  self->depth--;
  if (!self->is_first)
    new_line (self);
  g_string_append_c (self->text, closing);
  self->is_first = FALSE;
}

/**
 * wm_json_writer_begin_object:
 * @self: a writer
 * @key: (nullable): key of the member; %NULL in an array or for the whole text
 *
 * Begins an object.
 */
void
wm_json_writer_begin_object (WmJsonWriter *self, const char *key)
{
  begin_container (self, key, '{');
}

/**
 * wm_json_writer_end_object:
 * @self: a writer
 *
 * Ends the innermost object.
 */
void
wm_json_writer_end_object (WmJsonWriter *self)
{
  end_container (self, '}');
}

/**
 * wm_json_writer_begin_array:
 * @self: a writer
 * @key: (nullable): key of the member; %NULL in an array or for the whole text
 *
 * Begins an array.
 */
void
wm_json_writer_begin_array (WmJsonWriter *self, const char *key)
{
  begin_container (self, key, '[');
}

/**
 * wm_json_writer_end_array:
 * @self: a writer
 *
 * Ends the innermost array.
 */
void
wm_json_writer_end_array (WmJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * wm_json_writer_add_text:
 * @self: a writer
 * @key: (nullable): key of the member; %NULL in an array
 * @text: (nullable): valid UTF-8; %NULL is written as null
 *
 * Adds a text.
 */
void
wm_json_writer_add_text (WmJsonWriter *self, const char *key, const char *text)
{
  g_return_if_fail (self != NULL);

  begin_value (self, key);
  if (text == NULL)
    g_string_append (self->text, "null");
  else
    append_quoted (self->text, text);
}

/**
 * wm_json_writer_add_number:
 * @self: a writer
 * @key: (nullable): key of the member; %NULL in an array
 * @number: a number; NaN and infinities are written as null
 *
 * Adds a number.
 */
void
wm_json_writer_add_number (WmJsonWriter *self, const char *key, double number)
{
  char buffer[WM_NUMBER_BUFFER_SIZE];

  g_return_if_fail (self != NULL);

  begin_value (self, key);
  g_string_append (self->text, isfinite (number) ? wm_number_format (number, buffer) : "null");
}

/**
 * wm_json_writer_add_count:
 * @self: a writer
 * @key: (nullable): key of the member; %NULL in an array
 * @count: a count
 *
 * Adds a whole number.
 */
void
wm_json_writer_add_count (WmJsonWriter *self, const char *key, guint64 count)
{
  g_return_if_fail (self != NULL);

  begin_value (self, key);
  g_string_append_printf (self->text, "%" G_GUINT64_FORMAT, count);
}

/**
 * wm_json_writer_add_boolean:
 * @self: a writer
 * @key: (nullable): key of the member; %NULL in an array
 * @claim: true or false
 *
 * Adds a claim.
 */
void
wm_json_writer_add_boolean (WmJsonWriter *self, const char *key, gboolean claim)
{
  g_return_if_fail (self != NULL);

  begin_value (self, key);
  g_string_append (self->text, claim ? "true" : "false");
}

/**
 * wm_json_writer_add_json:
 * @self: a writer
 * @key: (nullable): key of the member; %NULL in an array
 * @json: (nullable): a value as JSON, such as another writer made; %NULL is written as null
 *
 * Adds a value that is JSON already, indented to where it stands.
 */
void
wm_json_writer_add_json (WmJsonWriter *self, const char *key, const char *json)
{
  gsize length;

  g_return_if_fail (self != NULL);

  begin_value (self, key);
  length = json != NULL ? strlen (json) : 0;
  while (length > 0 && g_ascii_isspace (json[length - 1]))
    length--;
  if (length == 0)
    g_string_append (self->text, "null");
  for (gsize i = 0; i < length; i++)
    if (json[i] == '\n')
      new_line (self);
    else
      g_string_append_c (self->text, json[i]);
}
