/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The one question of the first run: which authority? Current ones come first, former ones apart. */

#include "config.h"

#include "wm-authority-window.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

struct _WmAuthorityWindow
{
  AdwWindow parent_instance;

  WmWorkspace *workspace; /* owned */
  char *needle;           /* what is looked for, folded */

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WmAuthorityWindow, wm_authority_window, ADW_TYPE_WINDOW)

static const WmArea *
get_area (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "area");
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  WmAuthorityWindow *self = user_data;
  const WmArea *area = get_area (row);

  if (self->needle == NULL || wm_text_contains (area->name, self->needle)
      || wm_text_contains (area->code, self->needle))
    return TRUE;
  for (guint i = 0; area->aliases != NULL && area->aliases[i] != NULL; i++)
    if (wm_text_contains (area->aliases[i], self->needle))
      return TRUE;
  return FALSE;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  const WmArea *left = get_area (a), *right = get_area (b);
  int by_time = wm_area_is_current (right) - wm_area_is_current (left);

  return by_time != 0 ? by_time : g_utf8_collate (left->name, right->name);
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean is_current = wm_area_is_current (get_area (row));
  GtkWidget *heading;

  if (before != NULL && wm_area_is_current (get_area (before)) == is_current)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  heading = gtk_label_new (is_current ? _("Current Authorities") : _("Former Authorities"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "list-heading");
  gtk_list_box_row_set_header (row, heading);
}

static gboolean
has_visible_row (WmAuthorityWindow *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row))
      return TRUE;
  return FALSE;
}

static void
search_changed_cb (GtkSearchEntry *entry, WmAuthorityWindow *self)
{
  g_free (self->needle);
  self->needle = wm_text_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->stack, has_visible_row (self) ? "list" : "none");
}

static void
choose (WmAuthorityWindow *self, GtkListBoxRow *row)
{
  g_autoptr (GError) error = NULL;

  if (wm_workspace_set_authority (self->workspace, get_area (row)->code, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    wm_workspace_fail (self->workspace, _("The Authority Could Not Be Chosen"), error);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WmAuthorityWindow *self)
{
  choose (self, row);
}

/* Enter takes the first that is found. */
static void
search_activated_cb (GtkSearchEntry *entry, WmAuthorityWindow *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && gtk_widget_get_child_visible (row))
      {
        choose (self, GTK_LIST_BOX_ROW (row));
        return;
      }
}

static GtkWidget *
make_row (WmAreaSet *areas, WmArea *area)
{
  GtkWidget *row = adw_action_row_new ();
  WmArea *region = area->region_code != NULL ? wm_area_set_find_code (areas, area->region_code)
                                             : NULL;
  g_autofree char *title = g_markup_escape_text (area->name, -1);
  g_autofree char *subtitle = region != NULL ? g_markup_escape_text (region->name, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "area", wm_area_ref (area),
                          (GDestroyNotify) wm_area_unref);
  return row;
}

static void
fill (WmAuthorityWindow *self)
{
  WmAreaSet *areas = wm_project_get_areas (wm_workspace_get_project (self->workspace));

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    {
      WmArea *area = wm_area_set_get_area (areas, i);

      if (area->kind == WM_AREA_AUTHORITY)
        gtk_list_box_append (self->list, make_row (areas, area));
    }
}

static void
wm_authority_window_dispose (GObject *object)
{
  WmAuthorityWindow *self = WM_AUTHORITY_WINDOW (object);

  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (wm_authority_window_parent_class)->dispose (object);
}

static void
wm_authority_window_finalize (GObject *object)
{
  g_free (WM_AUTHORITY_WINDOW (object)->needle);
  G_OBJECT_CLASS (wm_authority_window_parent_class)->finalize (object);
}

static void
wm_authority_window_class_init (WmAuthorityWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wm_authority_window_dispose;
  object_class->finalize = wm_authority_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-authority-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WmAuthorityWindow, search);
  gtk_widget_class_bind_template_child (widget_class, WmAuthorityWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WmAuthorityWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_authority_window_init (WmAuthorityWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_set_header_func (self->list, head_row, self, NULL);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * wm_authority_window_new:
 * @parent: (nullable): the window that asks
 * @workspace: a workspace with a project
 *
 * Returns: (transfer none): the question; GTK owns it
 */
GtkWidget *
wm_authority_window_new (GtkWindow *parent, WmWorkspace *workspace)
{
  WmAuthorityWindow *self = g_object_new (WM_TYPE_AUTHORITY_WINDOW, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  fill (self);
  return GTK_WIDGET (self);
}
