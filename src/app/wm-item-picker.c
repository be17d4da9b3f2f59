/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A small window to choose one item of a framework in: to link to it, or to put another below it. */

#include "config.h"

#include "wm-item-picker.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

struct _WmItemPicker
{
  AdwWindow parent_instance;

  WmItemPickedFunc picked;
  GObject *object;      /* owned; what @picked is called with */
  char *needle;         /* what is looked for, folded; NULL for all */

  AdwWindowTitle *heading;
  GtkSearchEntry *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WmItemPicker, wm_item_picker, ADW_TYPE_WINDOW)

static const char *
get_id (GtkListBoxRow *row)
{
  return gtk_widget_get_name (GTK_WIDGET (row));
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  WmItemPicker *self = user_data;

  return self->needle == NULL
         || wm_text_contains (g_object_get_data (G_OBJECT (row), "text"), self->needle);
}

static void
search_changed_cb (WmItemPicker *self)
{
  g_clear_pointer (&self->needle, g_free);
  self->needle = wm_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WmItemPicker *self)
{
  wm_item_picker_pick (self, get_id (row));
}

/* Enter in the search takes the first that is left. */
static void
search_activated_cb (WmItemPicker *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_child_visible (row))
      {
        wm_item_picker_pick (self, get_id (GTK_LIST_BOX_ROW (row)));
        return;
      }
}

static void
wm_item_picker_dispose (GObject *object)
{
  g_clear_object (&WM_ITEM_PICKER (object)->object);
  G_OBJECT_CLASS (wm_item_picker_parent_class)->dispose (object);
}

static void
wm_item_picker_finalize (GObject *object)
{
  g_free (WM_ITEM_PICKER (object)->needle);
  G_OBJECT_CLASS (wm_item_picker_parent_class)->finalize (object);
}

static void
wm_item_picker_class_init (WmItemPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_item_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = wm_item_picker_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, WM_RESOURCE_PATH "/ui/wm-item-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, WmItemPicker, heading);
  gtk_widget_class_bind_template_child (widget_class, WmItemPicker, search);
  gtk_widget_class_bind_template_child (widget_class, WmItemPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
wm_item_picker_init (WmItemPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
}

typedef struct
{
  WmItemPicker *self;
  guint kinds;
  const char *except;
  GHashTable *seen; /* an item that stands in several places is listed once */
} Filling;

static void
add_row_cb (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Filling *filling = user_data;
  const char *id = wm_framework_item_get_id (item);
  const char *title = wm_framework_item_get_text (item, WM_FIELD_TITLE);
  const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);
  g_autofree char *text = NULL;
  GtkWidget *row;
  GtkWidget *label;

  if ((filling->kinds & 1u << wm_framework_item_get_kind (item)) == 0
      || g_strcmp0 (id, filling->except) == 0 || !g_hash_table_add (filling->seen, item))
    return;
  text = g_strjoin ("  ", code != NULL ? code : (title != NULL ? title : id),
                    code != NULL ? (title != NULL ? title : id) : NULL, NULL);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, (int) MIN (depth, 2) * 18);
  if (wm_framework_item_get_kind (item) == WM_ITEM_DOMAIN)
    gtk_widget_add_css_class (label, "heading");
  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_name (row, id);
  g_object_set_data_full (G_OBJECT (row), "text", g_steal_pointer (&text), g_free);
  gtk_list_box_append (filling->self->list, row);
}

/**
 * wm_item_picker_open:
 * @widget: what asks
 * @title: what is asked
 * @framework: a framework
 * @kinds: the kinds of item that can be chosen, a bit for each
 * @except: (nullable): id of an item that cannot be chosen
 * @picked: (scope async): called with the item that is chosen, if one is
 * @object: a #GObject that @picked is called with
 *
 * Asks for an item of a framework.
 *
 * Returns: (transfer none): the window
 */
WmItemPicker *
wm_item_picker_open (GtkWidget *widget, const char *title, WmFramework *framework, guint kinds,
                     const char *except, WmItemPickedFunc picked, gpointer object)
{
  WmItemPicker *self = g_object_new (WM_TYPE_ITEM_PICKER, "transient-for", gtk_widget_get_root (widget),
                                     "title", title, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Filling filling = { self, kinds, except, seen };

  self->picked = picked;
  self->object = g_object_ref (object);
  adw_window_title_set_title (self->heading, title);
  wm_framework_walk (framework, add_row_cb, &filling);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * wm_item_picker_pick:
 * @self: a window
 * @id: an item
 *
 * Chooses an item and closes the window.
 */
void
wm_item_picker_pick (WmItemPicker *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);
  g_autoptr (GObject) object = NULL;
  WmItemPickedFunc picked;

  g_return_if_fail (WM_IS_ITEM_PICKER (self));

  picked = self->picked;
  object = g_object_ref (self->object);
  gtk_window_destroy (GTK_WINDOW (self));
  picked (copy, object);
}
