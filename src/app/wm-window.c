/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The window: a sidebar of pages, the page, and what the workspace has to say. Its actions are in
 * wm-window-actions.c. */

#include "config.h"

#include "wm-window.h"

#include "wm-compat.h"
#include "wm-ask.h"
#include "wm-data-page.h"
#include "wm-framework-page.h"
#include "wm-impact-page.h"
#include "wm-overview-page.h"
#include "wm-start-page.h"
#include "wm-trends-page.h"
#include "wm-window-private.h"

#include <glib/gi18n-lib.h>

/* Below this width the sidebar and the page take turns [px]. */
#define FOLD_WIDTH 860

/* By then a toast has come into sight, on a slow computer too [us]. */
#define TOAST_COMES (2 * G_USEC_PER_SEC)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmWindow, wm_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_sides (WmWindow *self)
{
  gboolean sidebar = self->shows_sidebar;
  gboolean content = !self->is_folded || !sidebar;

  gtk_widget_set_visible (self->sidebar, sidebar);
  gtk_widget_set_hexpand (self->sidebar, self->is_folded);
  gtk_widget_set_visible (self->content, content);
  gtk_widget_set_visible (self->sidebar_separator, sidebar && content);
  gtk_toggle_button_set_active (self->sidebar_button, sidebar);
}

/**
 * wm_window_set_shows_sidebar:
 * @self: a window
 * @shows_sidebar: whether to show it
 *
 * Shows or hides the list of pages. In a narrow window it takes the place of the page.
 */
void
wm_window_set_shows_sidebar (WmWindow *self, gboolean shows_sidebar)
{
  self->shows_sidebar = shows_sidebar;
  show_sides (self);
}

/* Children cannot be shown or hidden while the window is laid out: it is done right after. */
static gboolean
fold_cb (gpointer user_data)
{
  WmWindow *self = user_data;

  self->fold_source = 0;
  self->is_folded = !self->is_folded;
  wm_window_set_shows_sidebar (self, !self->is_folded);
  return G_SOURCE_REMOVE;
}

static void
wm_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WmWindow *self = WM_WINDOW (widget);

  GTK_WIDGET_CLASS (wm_window_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width < FOLD_WIDTH) != self->is_folded && self->fold_source == 0)
    self->fold_source = g_idle_add (fold_cb, self);
}

static GtkListBoxRow *
find_row (WmWindow *self, const char *name)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->page_list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (gtk_widget_get_name (row), name) == 0)
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
ensure_framework_page (WmWindow *self)
{
  GtkWidget *page;

  if (adw_bin_get_child (self->framework_place) != NULL)
    return;
  page = g_object_new (WM_TYPE_FRAMEWORK_PAGE, NULL);
  g_object_bind_property (self, "workspace", page, "workspace", G_BINDING_SYNC_CREATE);
  adw_bin_set_child (self->framework_place, page);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, WmWindow *self)
{
  GtkStackPage *page;

  if (row == NULL)
    return;
  if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), "framework"))
    ensure_framework_page (self);
  gtk_stack_set_visible_child_name (self->pages, gtk_widget_get_name (GTK_WIDGET (row)));
  page = gtk_stack_get_page (self->pages, gtk_stack_get_visible_child (self->pages));
  adw_window_title_set_title (self->page_title, gtk_stack_page_get_title (page));
  wm_window_update_actions (self);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WmWindow *self)
{
  if (self->is_folded)
    wm_window_set_shows_sidebar (self, FALSE);
}

static void
sidebar_button_cb (GtkToggleButton *button, GParamSpec *pspec, WmWindow *self)
{
  wm_window_set_shows_sidebar (self, gtk_toggle_button_get_active (button));
}

/* For the button in the sidebar. */
static char *
name_authority (GObject *object, const char *name)
{
  return g_strdup (name != NULL && *name != '\0' ? name : _("Choose…"));
}

/* For the undo button. */
static char *
name_undo (GObject *object, const char *label)
{
  /* Translators: %s names an edit, such as "Add Event". */
  return label != NULL ? g_strdup_printf (_("Undo: %s"), label) : g_strdup (_("Undo"));
}

static void
job_started_cb (WmWorkspace *workspace, WmJob *job, WmWindow *self)
{
  wm_task_panel_show (self->task_panel, job);
}

static void
job_ended_cb (WmWorkspace *workspace, WmJob *job, WmWindow *self)
{
  wm_task_panel_hide (self->task_panel, job);
}

/* Somebody or time dismissed it. */
static void
forget_toast (WmWindow *self)
{
  g_clear_weak_pointer (&self->toast);
}

/* The latest takes the place of the one before: nobody waits in a queue to read what is over. */
static AdwToast *
add_toast (WmWindow *self, const char *title)
{
  AdwToast *toast = adw_toast_new (title);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_time = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  return toast;
}

/* A message that comes right after another takes its place. libadwaita 1.2 must not be told to dismiss
 * a toast that is still coming into sight: it would go on with what it freed. */
static AdwToast *
show_toast (WmWindow *self, const char *message)
{
  g_autofree char *title = g_markup_escape_text (message, -1);

  wm_compat_announce (GTK_WIDGET (self), message);
  if (self->toast == NULL || g_get_monotonic_time () - self->toast_time > TOAST_COMES)
    return add_toast (self, title);
  adw_toast_set_title (self->toast, title);
  adw_toast_set_button_label (self->toast, NULL);
  return self->toast;
}

static void
said_cb (WmWorkspace *workspace, const char *message, WmWindow *self)
{
  show_toast (self, message);
}

static void
edited_cb (WmWorkspace *workspace, const char *label, WmWindow *self)
{
  /* Translators: %s names an edit, such as "Add Event". */
  g_autofree char *message = g_strdup_printf (_("Done: %s"), label);
  AdwToast *toast = show_toast (self, message);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
}

static void
failed_cb (WmWorkspace *workspace, const char *heading, const char *body, WmWindow *self)
{
  wm_tell (GTK_WIDGET (self), heading, body);
}

static void
project_changed_cb (WmWorkspace *workspace, GParamSpec *pspec, WmWindow *self)
{
  gboolean has_project = wm_workspace_get_project (workspace) != NULL;

  gtk_stack_set_visible_child_name (self->main_stack, has_project ? "project" : "start");
  wm_window_update_actions (self);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WmWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *name = g_file_get_basename (l->data);

      if (g_str_has_suffix (name, ".waymark"))
        wm_window_open (self, l->data);
      else
        wm_window_import (self, l->data);
    }
  return files != NULL;
}

static void
add_drop_target (WmWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
wm_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, WM_WINDOW (object)->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
watch_workspace (WmWindow *self)
{
  g_signal_connect_object (self->workspace, "job-started", G_CALLBACK (job_started_cb), self, 0);
  g_signal_connect_object (self->workspace, "job-ended", G_CALLBACK (job_ended_cb), self, 0);
  g_signal_connect_object (self->workspace, "said", G_CALLBACK (said_cb), self, 0);
  g_signal_connect_object (self->workspace, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (failed_cb), self, 0);
  g_signal_connect_object (self->workspace, "notify::has-project", G_CALLBACK (project_changed_cb),
                           self, 0);
  g_signal_connect_object (wm_workspace_get_history (self->workspace), "notify",
                           G_CALLBACK (wm_window_update_actions), self, G_CONNECT_SWAPPED);
}

static void
set_workspace (WmWindow *self, WmWorkspace *workspace)
{
  self->workspace = g_object_ref (workspace);
  watch_workspace (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
  project_changed_cb (workspace, NULL, self);
}

static void
wm_window_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_WORKSPACE:
      if (g_value_get_object (value) != NULL)
        set_workspace (WM_WINDOW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* What is being typed is not lost. */
static gboolean
wm_window_close_request (GtkWindow *window)
{
  WmWindow *self = WM_WINDOW (window);

  if (wm_workspace_get_project (self->workspace) != NULL)
    wm_page_commit (wm_window_get_visible_page (self));
  return GTK_WINDOW_CLASS (wm_window_parent_class)->close_request (window);
}

static void
wm_window_dispose (GObject *object)
{
  WmWindow *self = WM_WINDOW (object);

  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->import_window);
  g_queue_clear_full (&self->pending_imports, g_object_unref);
  G_OBJECT_CLASS (wm_window_parent_class)->dispose (object);
  g_clear_object (&self->workspace);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, sidebar_separator);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, content);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, page_list);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, framework_place);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, task_panel);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WmWindow, start_menu_button);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_button_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_authority);
  gtk_widget_class_bind_template_callback (widget_class, name_undo);
}

static void
wm_window_class_init (WmWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wm_window_get_property;
  object_class->set_property = wm_window_set_property;
  object_class->dispose = wm_window_dispose;
  widget_class->size_allocate = wm_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = wm_window_close_request;

  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, WM_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WM_TYPE_DATA_PAGE);
  g_type_ensure (WM_TYPE_FRAMEWORK_PAGE);
  g_type_ensure (WM_TYPE_IMPACT_PAGE);
  g_type_ensure (WM_TYPE_OVERVIEW_PAGE);
  g_type_ensure (WM_TYPE_START_PAGE);
  g_type_ensure (WM_TYPE_TASK_PANEL);
  g_type_ensure (WM_TYPE_TRENDS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, WM_RESOURCE_PATH "/ui/wm-window.ui");
  bind_children (widget_class);
  wm_window_class_install_actions (widget_class);
}

static void
wm_window_init (WmWindow *self)
{
  self->shows_sidebar = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drop_target (self);
  show_sides (self);
  wm_window_show_page (self, "overview");
}

static void
bind_size (WmWindow *self, WmSettings *settings)
{
  const GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;

  g_object_bind_property (settings, "window-width", self, "default-width", flags);
  g_object_bind_property (settings, "window-height", self, "default-height", flags);
  g_object_bind_property (settings, "is-maximized", self, "maximized", flags);
}

/**
 * wm_window_new:
 * @application: the application
 * @settings: the user's choices
 *
 * Returns: (transfer none): a window without a project; GTK owns it
 */
WmWindow *
wm_window_new (GtkApplication *application, WmSettings *settings)
{
  g_autoptr (WmWorkspace) workspace = wm_workspace_new (settings);
  WmWindow *self = g_object_new (WM_TYPE_WINDOW, "application", application, "workspace", workspace,
                                 NULL);

  bind_size (self, settings);
  return self;
}

/**
 * wm_window_get_workspace:
 * @self: a window
 *
 * Returns: (transfer none): its workspace
 */
WmWorkspace *
wm_window_get_workspace (WmWindow *self)
{
  g_return_val_if_fail (WM_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * wm_window_show_page:
 * @self: a window
 * @name: "overview", "trends", "impact", "framework" or "data"
 *
 * Goes to a page.
 */
void
wm_window_show_page (WmWindow *self, const char *name)
{
  GtkListBoxRow *row;

  g_return_if_fail (WM_IS_WINDOW (self));

  row = find_row (self, name);
  if (row == NULL)
    return;
  gtk_list_box_select_row (self->page_list, row);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->page_list)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * wm_window_get_page:
 * @self: a window
 *
 * Returns: name of the page that is shown
 */
const char *
wm_window_get_page (WmWindow *self)
{
  g_return_val_if_fail (WM_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->pages);
}

/**
 * wm_window_get_visible_page:
 * @self: a window
 *
 * Returns: (transfer none): the page that is shown
 */
WmPage *
wm_window_get_visible_page (WmWindow *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return WM_PAGE (child == GTK_WIDGET (self->framework_place) ? adw_bin_get_child (ADW_BIN (child))
                                                              : child);
}
