/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli: the work of Waymark without a window. This file finds the command. */

#include "config.h"

#include "wm-cli.h"

#include <glib/gi18n.h>
#include <locale.h>

static const WmCliCommand *const commands[] = {
  &wm_cli_new, &wm_cli_sample, &wm_cli_import, &wm_cli_imports, &wm_cli_undo, &wm_cli_copy,
  &wm_cli_settings, &wm_cli_areas, &wm_cli_indicators, &wm_cli_direction, &wm_cli_breaks,
  &wm_cli_observations,
  &wm_cli_overview, &wm_cli_changes, &wm_cli_comparators, &wm_cli_analyse, &wm_cli_chart,
  &wm_cli_saved,
  &wm_cli_sets, &wm_cli_groups, &wm_cli_events, &wm_cli_notes, &wm_cli_framework,
};

static void
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append (help, _("Usage: waymark-cli COMMAND [ARGUMENTS]\n\n"
                           "Outcomes, indicators and impact in children's services, without a window.\n\n"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-14s%s\n", commands[i]->name, _(commands[i]->summary));
  g_string_append (help, _("\n“waymark-cli COMMAND --help” says more about a command.\n"
                           "Exit status: 0 done, 1 not done and said why, 2 wrong usage.\n"));
  wm_cli_print (help->str);
}

static const WmCliCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

static WmCliStatus
run (GStrv arguments)
{
  const WmCliCommand *command;
  g_auto (GStrv) rest = NULL;

  if (arguments[0] == NULL || arguments[1] == NULL)
    {
      wm_cli_say ("%s", _("usage: waymark-cli COMMAND [ARGUMENTS]\n“waymark-cli --help” lists the commands."));
      return WM_CLI_USAGE;
    }
  if (g_str_equal (arguments[1], "--help") || g_str_equal (arguments[1], "-h")
      || g_str_equal (arguments[1], "help"))
    {
      print_help ();
      return WM_CLI_DONE;
    }
  if (g_str_equal (arguments[1], "--version"))
    {
      wm_cli_print ("Waymark " WM_VERSION "\n");
      return WM_CLI_DONE;
    }
  command = find_command (arguments[1]);
  if (command == NULL)
    return wm_cli_misuse (_("there is no command “%s”. “waymark-cli --help” lists the commands."),
                          arguments[1]);
  rest = g_strdupv (arguments + 1);
  return command->run (rest);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, WM_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
#ifdef G_OS_WIN32
  arguments = g_win32_get_command_line ();
#else
  arguments = g_strdupv (argv);
#endif
  return run (arguments);
}
