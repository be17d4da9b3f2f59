/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What the commands share: reading their arguments, saying why something could not be done, and
 * printing what was found as text, CSV or JSON. */

#include "config.h"

#include "wm-cli.h"

#include "wm-did.h"
#include "wm-framework-read.h"
#include "wm-import.h"
#include "wm-json-writer.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* Writes UTF-8 as it is to a stream; a console in another encoding is GLib's business. */
static void
write_text (FILE *stream, const char *text)
{
  fputs (text, stream);
}

/**
 * wm_cli_print:
 * @text: the answer
 *
 * Prints an answer to standard output.
 */
void
wm_cli_print (const char *text)
{
  write_text (stdout, text);
}

/**
 * wm_cli_say:
 * @format: a printf format; a newline is added
 * @...: its arguments
 *
 * Tells the person something on standard error, where it does not mix with the answer.
 */
void
wm_cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  write_text (stderr, text);
  write_text (stderr, "\n");
}

/**
 * wm_cli_misuse:
 * @format: a printf format for what is wrong with the command line
 * @...: its arguments
 *
 * Says that the command line is wrong.
 *
 * Returns: %WM_CLI_USAGE
 */
WmCliStatus
wm_cli_misuse (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  wm_cli_say ("waymark-cli: %s", text);
  return WM_CLI_USAGE;
}

/**
 * wm_cli_fail:
 * @error: why
 *
 * Says why something could not be done.
 *
 * Returns: %WM_CLI_FAILED
 */
WmCliStatus
wm_cli_fail (const GError *error)
{
  wm_cli_say ("waymark-cli: %s", error->message);
  return WM_CLI_FAILED;
}

/* A stable word for each kind of error, for programs that read the JSON. */
static const char *
get_error_code (const GError *error)
{
  if (error->domain == WM_STATS_ERROR)
    return wm_stats_error_to_code (error->code);
  if (error->domain == WM_PROJECT_ERROR)
    return wm_project_error_to_code (error);
  if (error->domain == WM_IMPORT_ERROR || error->domain == WM_STORE_ERROR
      || error->domain == WM_FRAMEWORK_ERROR)
    return "bad_file";
  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return "file_error";
  return "failed";
}

/**
 * wm_cli_fail_as:
 * @error: why
 * @format: the format that was asked for
 *
 * Says why something could not be done, on standard error and, where the answer would have been
 * JSON, as a JSON object too.
 *
 * Returns: %WM_CLI_FAILED
 */
WmCliStatus
wm_cli_fail_as (const GError *error, WmCliFormat format)
{
  if (format == WM_CLI_JSON)
    {
      WmJsonWriter *writer = wm_json_writer_new ();
      g_autofree char *text = NULL;

      wm_json_writer_begin_object (writer, NULL);
      wm_json_writer_begin_object (writer, "error");
      wm_json_writer_add_text (writer, "code", get_error_code (error));
      wm_json_writer_add_text (writer, "message", error->message);
      wm_json_writer_end_object (writer);
      wm_json_writer_end_object (writer);
      text = wm_json_writer_finish (writer);
      wm_cli_print (text);
    }
  return wm_cli_fail (error);
}

static char *
make_summary (const WmCliCommand *command)
{
  return g_strdup (_(command->summary));
}

/**
 * wm_cli_parse:
 * @command: the command
 * @arguments: (inout): its arguments; the options are taken out
 * @entries: its options
 * @min_arguments: least number of arguments after the command's name
 * @max_arguments: greatest number; -1 for any
 * @status: (out): what to exit with when this returns %FALSE
 *
 * Reads the options of a command and counts its other arguments. "--help" is answered here.
 *
 * Returns: whether the command should go on
 */
gboolean
wm_cli_parse (const WmCliCommand *command, GStrv *arguments, GOptionEntry *entries,
              int min_arguments, int max_arguments, WmCliStatus *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = make_summary (command);
  int n;

  for (n = 1; (*arguments)[n] != NULL; n++)
    if (g_str_equal ((*arguments)[n], "--help") || g_str_equal ((*arguments)[n], "-h"))
      break;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if ((*arguments)[n] != NULL)
    {
      g_autofree char *name = g_strdup_printf ("waymark-cli %s", command->name);
      g_autofree char *help = NULL;

      g_set_prgname (name);
      help = g_option_context_get_help (context, TRUE, NULL);
      wm_cli_print (help);
      *status = WM_CLI_DONE;
      return FALSE;
    }
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      *status = wm_cli_misuse ("%s", error->message);
      return FALSE;
    }
  n = g_strv_length (*arguments) - 1;
  if (n < min_arguments || (max_arguments >= 0 && n > max_arguments))
    {
      *status = wm_cli_misuse (_("usage: waymark-cli %1$s %2$s\n“waymark-cli %1$s --help” says more."),
                               command->name, command->arguments);
      return FALSE;
    }
  return TRUE;
}

/**
 * wm_cli_parse_format:
 * @text: (nullable): the format that was asked for; text when none was
 * @format: (out): the format
 * @status: (out): what to exit with when this returns %FALSE
 *
 * Reads the value of --format.
 *
 * Returns: whether it is a format
 */
gboolean
wm_cli_parse_format (const char *text, WmCliFormat *format, WmCliStatus *status)
{
  static const char *const names[] = { "text", "csv", "json", NULL };

  *format = WM_CLI_TEXT;
  if (text == NULL)
    return TRUE;
  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (text, names[i]))
      {
        *format = i;
        return TRUE;
      }
  *status = wm_cli_misuse (_("“%s” is not a format. Use json, csv or text."), text);
  return FALSE;
}

/**
 * wm_cli_print_table:
 * @table: what was found
 * @format: the format that was asked for
 *
 * Prints a table to standard output.
 */
void
wm_cli_print_table (WmTable *table, WmCliFormat format)
{
  g_autofree char *text = NULL;

  if (format == WM_CLI_JSON)
    text = wm_table_to_json (table);
  else if (format == WM_CLI_CSV)
    text = wm_table_to_csv (table);
  else
    text = wm_table_to_text (table);
  wm_cli_print (text);
}

/**
 * wm_cli_open:
 * @path: a project file
 * @is_writer: whether the command will write to it
 * @error: return location for an error
 *
 * Opens a project. A command that writes refuses a project that is open elsewhere, and says so when
 * it has brought the file of an older version up to date.
 *
 * Returns: (transfer full): the project
 */
WmProject *
wm_cli_open (const char *path, gboolean is_writer, GError **error)
{
  g_autoptr (WmProject) project = NULL;

  project = wm_project_open (path, is_writer ? WM_STORE_DEFAULT : WM_STORE_READ_ONLY, error);
  if (project == NULL)
    return NULL;
  if (is_writer && wm_store_is_read_only (wm_project_get_store (project)))
    {
      /* Translators: %1$s is a project, %2$s a sentence that says why. */
      g_set_error (error, WM_STORE_ERROR, WM_STORE_ERROR_READ_ONLY,
                   _("“%1$s” can only be read now. %2$s"), path,
                   wm_store_get_read_only_reason (wm_project_get_store (project)));
      return NULL;
    }
  if (wm_store_was_updated (wm_project_get_store (project)))
    wm_cli_say (_("“%s” was written by an older version of Waymark. It was brought up to date: that "
                  "version cannot open it any more."), path);
  return g_steal_pointer (&project);
}
