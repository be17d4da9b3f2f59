/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Files to read and places to write to. The only file that makes file choosers. */

#include "config.h"

#include "wm-file-pick.h"

#include <glib/gi18n-lib.h>

/* What each kind of file looks like; the first suffix is the one that a new file gets. */
static const struct
{
  const char *name;
  const char *suffixes[6];
} kinds[] = {
  [WM_FILE_PROJECT] = { N_("Waymark projects"), { "waymark" } },
  [WM_FILE_DATA] = { N_("Tables (CSV, XLSX)"), { "csv", "gz", "xlsx", "tsv", "txt" } },
  [WM_FILE_IMAGE] = { N_("Pictures (PNG, SVG, PDF)"), { "png", "svg", "pdf" } },
  [WM_FILE_TABLE] = { N_("Tables (CSV, XLSX)"), { "csv", "xlsx" } },
  [WM_FILE_FRAMEWORK] = { N_("Frameworks and tables"), { "wmframework", "csv", "xlsx", "tsv", "txt" } },
  [WM_FILE_FRAMEWORK_COPY] = { N_("Frameworks, tables and documents"),
                               { "wmframework", "csv", "xlsx", "html", "pdf" } },
};

static void
add_filters (GtkFileChooser *chooser, WmFileKind kind)
{
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(kinds[kind].name));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds[kind].suffixes); i++)
    if (kinds[kind].suffixes[i] != NULL)
      gtk_file_filter_add_suffix (filter, kinds[kind].suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (dialog);
}

/* The dialog lives until it is answered: nothing else holds it. */
static GtkFileChooser *
show (GtkWidget            *widget,
      const char           *title,
      GtkFileChooserAction  action,
      const char           *verb,
      GAsyncReadyCallback   callback,
      gpointer              user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action,
                                 verb, _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb),
                    g_task_new (widget, NULL, callback, user_data));
  return GTK_FILE_CHOOSER (dialog);
}

/**
 * wm_file_pick_open:
 * @widget: a widget of the window that asks
 * @title: what the file is for
 * @kind: what to pick
 * @callback: (scope async): called when it is picked
 * @user_data: data for @callback
 *
 * Asks for a file to read.
 */
void
wm_file_pick_open (GtkWidget           *widget,
                   const char          *title,
                   WmFileKind           kind,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GtkFileChooser *chooser = show (widget, title, GTK_FILE_CHOOSER_ACTION_OPEN,
                                  kind == WM_FILE_DATA ? _("_Import") : _("_Open"), callback,
                                  user_data);

  add_filters (chooser, kind);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * wm_file_pick_open_finish:
 * @result: the result that the callback was given
 *
 * Returns: (transfer full) (nullable): the file or folder, or %NULL when the user took it back
 */
GFile *
wm_file_pick_open_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * wm_file_pick_save:
 * @widget: a widget of the window that asks
 * @title: what the file is for
 * @kind: what to write
 * @name: proposed name, with suffix
 * @callback: (scope async): called when it is picked
 * @user_data: data for @callback
 *
 * Asks where to write a file. The chooser itself asks before a file is replaced.
 */
void
wm_file_pick_save (GtkWidget           *widget,
                   const char          *title,
                   WmFileKind           kind,
                   const char          *name,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GtkFileChooser *chooser = show (widget, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                  callback, user_data);

  add_filters (chooser, kind);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * wm_file_pick_save_finish:
 * @result: the result that the callback was given
 *
 * Returns: (transfer full) (nullable): the file, or %NULL when the user took it back
 */
GFile *
wm_file_pick_save_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * wm_file_pick_folder:
 * @widget: a widget of the window that asks
 * @title: what the folder is for
 * @callback: (scope async): called when it is picked; ends with wm_file_pick_open_finish()
 * @user_data: data for @callback
 *
 * Asks for a folder to write into.
 */
void
wm_file_pick_folder (GtkWidget           *widget,
                     const char          *title,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GtkFileChooser *chooser = show (widget, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                  _("_Select"), callback, user_data);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * wm_file_pick_propose:
 * @title: what the file shows
 * @suffix: such as "png"
 *
 * Returns: (transfer full): a file name that every system takes
 */
char *
wm_file_pick_propose (const char *title, const char *suffix)
{
  g_autofree char *stem = g_strndup (title, 120);
  char *end;

  g_utf8_validate (stem, -1, (const char **) &end);
  *end = '\0';
  g_strdelimit (stem, "/\\:*?\"<>|\n\r\t", '-');
  g_strstrip (stem);
  return g_strdup_printf ("%s.%s", *stem != '\0' ? stem : "waymark", suffix);
}
