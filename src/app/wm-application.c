/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The application: its windows, its keys, and the files that it is asked to open. */

#include "config.h"

#include "wm-application.h"

#include "wm-window.h"

#include <glib/gi18n-lib.h>

struct _WmApplication
{
  AdwApplication parent_instance;

  WmSettings *settings; /* owned */
};

G_DEFINE_FINAL_TYPE (WmApplication, wm_application, ADW_TYPE_APPLICATION)

static WmWindow *
make_window (WmApplication *self)
{
  return wm_window_new (GTK_APPLICATION (self), self->settings);
}

/* The window that a file is opened in: the one in front while it has no project, else a new one. */
static WmWindow *
find_empty_window (WmApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (WM_IS_WINDOW (window)
      && wm_workspace_get_project (wm_window_get_workspace (WM_WINDOW (window))) == NULL)
    return WM_WINDOW (window);
  return make_window (self);
}

static void
wm_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (make_window (WM_APPLICATION (application)));
  gtk_window_present (window);
}

static void
wm_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      WmWindow *window = find_empty_window (WM_APPLICATION (application));

      gtk_window_present (GTK_WINDOW (window));
      wm_window_open (window, files[i]);
    }
}

static int
wm_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("waymark %s\n", WM_VERSION);
  return 0;
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = user_data;
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (make_window (WM_APPLICATION (user_data))));
}

static void
set_keys (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.new-window", { "<Control><Shift>n" } },
    { "window.close", { "<Control>w" } },
    { "win.new", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.import", { "<Control>i" } },
    { "win.save-copy", { "<Control><Shift>s" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z" } },
    { "win.find", { "<Control>f" } },
    { "win.jump", { "<Control>k" } },
    { "win.sidebar", { "F9" } },
    { "win.menu", { "F10" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.page::overview", { "<Alt>1" } },
    { "win.page::trends", { "<Alt>2" } },
    { "win.page::impact", { "<Alt>3" } },
    { "win.page::framework", { "<Alt>4" } },
    { "win.page::data", { "<Alt>5" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (application, keys[i].action,
                                           (const char *const *) keys[i].keys);
}

static void
wm_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_action },
    { "new-window", new_window_action },
  };
  WmApplication *self = WM_APPLICATION (application);

  G_APPLICATION_CLASS (wm_application_parent_class)->startup (application);
  self->settings = wm_settings_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  set_keys (GTK_APPLICATION (self));
}

static void
wm_application_finalize (GObject *object)
{
  g_clear_object (&WM_APPLICATION (object)->settings);
  G_OBJECT_CLASS (wm_application_parent_class)->finalize (object);
}

static void
wm_application_class_init (WmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wm_application_finalize;
  application_class->startup = wm_application_startup;
  application_class->activate = wm_application_activate;
  application_class->open = wm_application_open;
  application_class->handle_local_options = wm_application_handle_local_options;
}

static void
wm_application_init (WmApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and stop"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[PROJECT…]"));
}

/**
 * wm_application_new:
 *
 * Returns: (transfer full): the application
 */
WmApplication *
wm_application_new (void)
{
  return g_object_new (WM_TYPE_APPLICATION,
                       "application-id", WM_APP_ID,
                       "resource-base-path", WM_RESOURCE_PATH,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
