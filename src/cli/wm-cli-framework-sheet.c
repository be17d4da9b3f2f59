/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* waymark-cli framework import, of a table: what its columns tell is guessed from their headings, and
 * --column puts right what was guessed wrong. */

#include "config.h"

#include "wm-cli-framework.h"
#include "wm-framework-names.h"

#include "wm-framework-read.h"
#include "wm-framework-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

typedef WmCliFrameworkOptions Options;

/* Whether a path names a table. */
gboolean
wm_cli_framework_is_sheet (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".xlsx");
}

static gboolean
find_column (WmFrameworkSheet *sheet, const char *heading, guint *column, GError **error)
{
  for (guint i = 0; i < wm_framework_sheet_get_n_columns (sheet); i++)
    if (g_strcmp0 (wm_framework_sheet_get_heading (sheet, i), heading) == 0)
      {
        *column = i;
        return TRUE;
      }
  g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
               _("The table has no column “%s”."), heading);
  return FALSE;
}

/* Finds what a column shall tell by the heading that our own tables give it; nothing leaves it out. */
static gboolean
find_target (const char *what, WmSheetTarget *target, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  guint n;
  const WmSheetTarget *targets = wm_sheet_list_targets (&n);

  *target = WM_SHEET_LEFT_OUT;
  for (guint i = 0; i < n && *what != '\0'; i++)
    {
      g_autofree char *heading = wm_sheet_target_get_heading (targets[i]);

      if (g_str_equal (heading, what))
        {
          *target = targets[i];
          return TRUE;
        }
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", heading);
    }
  if (*what == '\0')
    return TRUE;
  g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
               /* Translators: %1$s is what was written, %2$s a list of what can be written. */
               _("A column cannot tell “%1$s”. It can tell: %2$s."), what, known->str);
  return FALSE;
}

/* "HEADING=WHAT", cut at the last "=", since a heading may have one. */
static gboolean
map_column (WmFrameworkSheet *sheet, const char *option, GError **error)
{
  const char *equals = strrchr (option, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (option, equals - option) : NULL;
  WmSheetTarget target;
  guint column;

  if (heading == NULL)
    {
      g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
                   _("“%s” does not say what a column tells. Write “HEADING=WHAT”."), option);
      return FALSE;
    }
  if (!find_column (sheet, heading, &column, error) || !find_target (equals + 1, &target, error))
    return FALSE;
  wm_framework_sheet_set_target (sheet, column, target);
  return TRUE;
}

static gboolean
select_sheet (WmFrameworkSheet *sheet, const char *name, GError **error)
{
  const char *const *names = wm_framework_sheet_get_names (sheet);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return wm_framework_sheet_select (sheet, i, error);
  g_set_error (error, WM_FRAMEWORK_ERROR, WM_FRAMEWORK_ERROR_UNKNOWN,
               _("The file has no sheet “%s”."), name);
  return FALSE;
}

/* The name of a file without its folder and ending. */
static char *
dup_stem (const char *path)
{
  char *stem = g_filename_display_basename (path);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return stem;
}

/* Reads a framework from a table; its id is that of the file. */
WmFramework *
wm_cli_framework_read_sheet (const char *path, const Options *options, GPtrArray *findings,
                             GError **error)
{
  g_autoptr (WmFrameworkSheet) sheet = wm_framework_sheet_open (path, error);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *id = wm_framework_dup_id_for (stem);
  WmFramework *framework;

  if (sheet == NULL || (options->sheet != NULL && !select_sheet (sheet, options->sheet, error)))
    return NULL;
  for (gsize i = 0; options->columns != NULL && options->columns[i] != NULL; i++)
    if (!map_column (sheet, options->columns[i], error))
      return NULL;
  framework = wm_framework_sheet_read (sheet, id, options->title != NULL ? options->title : stem,
                                       findings, error);
  if (framework == NULL)
    g_prefix_error (error, "%s: ", path);
  return framework;
}
