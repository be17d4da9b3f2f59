/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The parts of one kind that an item has: its sources, its references, its links. Each is a row of
 * cells that can be typed in; a row that lacks what it must say waits on screen until it has it. */

#include "config.h"

#include "wm-part-list.h"

#include "wm-text.h"

#include <glib/gi18n-lib.h>

#define PAUSE 800 /* without a key before typing is handed over [ms] */

/* A part on screen. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *cells[WM_MAX_CELLS]; /* a GtkEntry or a GtkDropDown */
  char *link;                     /* id of the item; NULL for a kind that is no link */
} Part;

struct _WmPartList
{
  AdwBin parent_instance;

  WmPartKind kind;
  const WmPartInfo *info;
  AdwPreferencesGroup *group;
  GtkWidget *add_button;
  GPtrArray *parts;       /* of Part */
  char *item_id;          /* whose parts these are */
  WmFramework *framework; /* owned; for the titles of links */
  gboolean can_edit;
  gboolean is_filling;
  guint pause_source;
};

enum
{
  ENTERED,
  EDITED,
  DROPPED,
  LINK_WANTED,
  LINK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmPartList, wm_part_list, ADW_TYPE_BIN)

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->link);
  g_free (part);
}

static void
wm_part_list_dispose (GObject *object)
{
  WmPartList *self = WM_PART_LIST (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  G_OBJECT_CLASS (wm_part_list_parent_class)->dispose (object);
}

static void
wm_part_list_finalize (GObject *object)
{
  WmPartList *self = WM_PART_LIST (object);

  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->framework, wm_framework_unref);
  g_free (self->item_id);
  G_OBJECT_CLASS (wm_part_list_parent_class)->finalize (object);
}

static void
wm_part_list_class_init (WmPartListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = wm_part_list_dispose;
  object_class->finalize = wm_part_list_finalize;

  /* The user has come to a cell. */
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The item should have the parts that wm_part_list_put() gives it. */
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The user takes back what was typed since he came to the cell. */
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The user wants to choose an item to link to. */
  signals[LINK_WANTED] = g_signal_new ("link-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  /* The user wants to see the item of this id. */
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wm_part_list_init (WmPartList *self)
{
  self->parts = g_ptr_array_new_with_free_func (part_free);
}

static gboolean
may_be_empty (WmPartList *self, guint cell)
{
  return cell >= self->info->required;
}

static const char *
get_choice (WmPartList *self, const Part *part, guint cell)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (part->cells[cell]));

  if (!may_be_empty (self, cell))
    return self->info->choices[cell][selected].id;
  return selected > 0 ? self->info->choices[cell][selected - 1].id : NULL;
}

/* What a cell holds; NULL for nothing. */
static char *
dup_cell (WmPartList *self, const Part *part, guint cell)
{
  g_autofree char *text = NULL;

  if (part->link != NULL)
    return g_strdup (part->link);
  if (self->info->choices[cell] != NULL)
    return g_strdup (get_choice (self, part, cell));
  text = wm_text_trim (gtk_editable_get_text (GTK_EDITABLE (part->cells[cell])));
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
put_part (WmPartList *self, const Part *part, WmFrameworkItem *item)
{
  guint n = wm_part_get_n_cells (self->kind);
  char *cells[WM_MAX_CELLS] = { NULL };
  gboolean is_whole = TRUE;

  for (guint i = 0; i < n; i++)
    {
      cells[i] = dup_cell (self, part, i);
      is_whole = is_whole && (cells[i] != NULL || may_be_empty (self, i));
    }
  if (is_whole)
    wm_framework_item_add_part (item, self->kind, (const char *const *) cells);
  for (guint i = 0; i < n; i++)
    g_free (cells[i]);
}

/**
 * wm_part_list_put:
 * @self: a list of parts
 * @item: an item that is not shared yet
 *
 * Gives an item the parts that the list shows, as far as they are whole.
 */
void
wm_part_list_put (WmPartList *self, WmFrameworkItem *item)
{
  g_return_if_fail (WM_IS_PART_LIST (self));

  wm_framework_item_clear_parts (item, self->kind);
  for (guint i = 0; i < self->parts->len; i++)
    put_part (self, g_ptr_array_index (self->parts, i), item);
}

/**
 * wm_part_list_commit:
 * @self: a list of parts
 *
 * Hands over what was typed.
 */
void
wm_part_list_commit (WmPartList *self)
{
  g_return_if_fail (WM_IS_PART_LIST (self));

  if (self->pause_source == 0)
    return;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_signal_emit (self, signals[EDITED], 0);
}

/**
 * wm_part_list_reset:
 * @self: a list of parts
 *
 * Forgets what was typed and not handed over, and whose parts are shown.
 */
void
wm_part_list_reset (WmPartList *self)
{
  g_return_if_fail (WM_IS_PART_LIST (self));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  wm_set_str (&self->item_id, NULL);
}

static gboolean
pause_cb (gpointer user_data)
{
  wm_part_list_commit (WM_PART_LIST (user_data));
  return G_SOURCE_REMOVE;
}

static void
typed_cb (WmPartList *self)
{
  if (self->is_filling)
    return;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
}

static void
chosen_cb (WmPartList *self)
{
  if (self->is_filling)
    return;
  g_signal_emit (self, signals[ENTERED], 0);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
enter_cb (WmPartList *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

/* As in a field: the way back is that of the window, also for what is not handed over yet. */
static gboolean
undo_typing (WmPartList *self)
{
  if (self->pause_source == 0)
    return FALSE;
  wm_part_list_commit (self);
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

static gboolean
key_cb (WmPartList *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_z && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    return undo_typing (self);
  if (key != GDK_KEY_Escape)
    return FALSE;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_pointer (&self->item_id, g_free); /* a row that waits for what it must say goes too */
  g_signal_emit (self, signals[DROPPED], 0);
  gtk_widget_grab_focus (self->add_button);
  return TRUE;
}

static GtkWidget *
new_entry (WmPartList *self, guint cell, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_editable (GTK_EDITABLE (entry), self->can_edit);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _(self->info->labels[cell]));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (wm_part_list_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (wm_part_list_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, key);
  return entry;
}

static GtkWidget *
new_drop_down (WmPartList *self, guint cell, const char *text)
{
  const WmChoice *choices = self->info->choices[cell];
  GtkStringList *labels = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  guint offset = may_be_empty (self, cell);

  if (offset == 1)
    gtk_string_list_append (labels, C_("choice", "Not said"));
  for (guint i = 0; choices[i].id != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  for (guint i = 0; text != NULL && choices[i].id != NULL; i++)
    if (g_str_equal (choices[i].id, text))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i + offset);
  gtk_widget_set_sensitive (drop_down, self->can_edit);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return drop_down;
}

static void
remove_cb (GtkButton *button, WmPartList *self)
{
  Part *part = g_object_get_data (G_OBJECT (button), "part");

  g_signal_emit (self, signals[ENTERED], 0);
  adw_preferences_group_remove (self->group, part->row);
  g_ptr_array_remove (self->parts, part);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  gtk_widget_grab_focus (self->add_button);
  g_signal_emit (self, signals[EDITED], 0);
}

static GtkWidget *
new_remove_button (WmPartList *self, Part *part)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, self->can_edit);
  g_object_set_data (G_OBJECT (button), "part", part);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static const char *
get_title (WmPartList *self, const char *id)
{
  WmFrameworkItem *item = self->framework != NULL ? wm_framework_find (self->framework, id) : NULL;

  return item != NULL ? wm_framework_item_get_name (item) : id;
}

static void
link_activated_cb (AdwActionRow *row, WmPartList *self)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, g_object_get_data (G_OBJECT (row), "link"));
}

/* A link is not typed but chosen: its row names the item and leads to it. */
static void
make_link (WmPartList *self, Part *part, const char *id)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (get_title (self, id), -1);

  part->link = g_strdup (id);
  part->row = row;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (self, part));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _("Show This Item"));
  g_object_set_data_full (G_OBJECT (row), "link", g_strdup (id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (link_activated_cb), self);
}

static void
make_cells (WmPartList *self, Part *part, const char *const *cells)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  guint n = wm_part_get_n_cells (self->kind);

  for (guint i = 0; i < n; i++)
    {
      const char *label = _(self->info->labels[i]);

      part->cells[i] = self->info->choices[i] != NULL ? new_drop_down (self, i, cells != NULL ? cells[i] : NULL)
                                                      : new_entry (self, i, cells != NULL ? cells[i] : NULL);
      gtk_widget_set_hexpand (part->cells[i], TRUE);
      gtk_widget_set_tooltip_text (part->cells[i], label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (part->cells[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_box_append (GTK_BOX (box), part->cells[i]);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), new_remove_button (self, part));
  gtk_widget_add_css_class (line, "form-part");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  part->row = row;
}

static Part *
add_row (WmPartList *self, const char *const *cells)
{
  Part *part = g_new0 (Part, 1);

  if (self->info->is_link)
    make_link (self, part, cells[WM_LINK_TO]);
  else
    make_cells (self, part, cells);
  g_ptr_array_add (self->parts, part);
  adw_preferences_group_add (self->group, part->row);
  return part;
}

static void
add_cb (GtkButton *button, WmPartList *self)
{
  if (self->info->is_link)
    g_signal_emit (self, signals[LINK_WANTED], 0);
  else
    gtk_widget_grab_focus (add_row (self, NULL)->cells[0]);
}

/**
 * wm_part_list_new:
 * @kind: a kind of part
 *
 * Returns: (transfer none): an empty list
 */
GtkWidget *
wm_part_list_new (WmPartKind kind)
{
  WmPartList *self = g_object_new (WM_TYPE_PART_LIST, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *tip = NULL;

  self->kind = kind;
  self->info = wm_part_get_info (kind);
  self->group = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (self->group, _(self->info->label));
  /* Translators: %s names what is added, such as "Data sources". */
  tip = g_strdup_printf (_("Add to “%s”"), _(self->info->label));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_tooltip_text (self->add_button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_header_suffix (self->group, self->add_button);
  adw_bin_set_child (ADW_BIN (self), group);
  return GTK_WIDGET (self);
}

/**
 * wm_part_list_get_kind:
 * @self: a list of parts
 *
 * Returns: what it lists
 */
WmPartKind
wm_part_list_get_kind (WmPartList *self)
{
  g_return_val_if_fail (WM_IS_PART_LIST (self), WM_PART_SUB_MEASURE);

  return self->kind;
}

/* Whether the rows say the same as the item does. */
static gboolean
shows (WmPartList *self, WmFrameworkItem *item)
{
  g_autoptr (WmFrameworkItem) copy = NULL;

  if (g_strcmp0 (self->item_id, wm_framework_item_get_id (item)) != 0)
    return FALSE;
  copy = wm_framework_item_copy (item);
  wm_part_list_put (self, copy);
  return wm_framework_item_equal (copy, item);
}

static void
fill (WmPartList *self, WmFrameworkItem *item)
{
  for (guint i = 0; i < self->parts->len; i++)
    adw_preferences_group_remove (self->group, ((Part *) g_ptr_array_index (self->parts, i))->row);
  g_ptr_array_set_size (self->parts, 0);
  for (guint i = 0; i < wm_framework_item_get_n_parts (item, self->kind); i++)
    {
      const char *cells[WM_MAX_CELLS];

      for (guint cell = 0; cell < WM_MAX_CELLS; cell++)
        cells[cell] = cell < wm_part_get_n_cells (self->kind)
                        ? wm_framework_item_get_part (item, self->kind, i, cell)
                        : NULL;
      add_row (self, cells);
    }
}

/**
 * wm_part_list_show:
 * @self: a list of parts
 * @framework: the framework of the item
 * @item: an item
 * @can_edit: whether its parts can be changed
 *
 * Shows the parts of an item. Rows that say the same already are left alone.
 */
void
wm_part_list_show (WmPartList *self, WmFramework *framework, WmFrameworkItem *item, gboolean can_edit)
{
  gboolean is_same;

  g_return_if_fail (WM_IS_PART_LIST (self));

  is_same = g_strcmp0 (self->item_id, wm_framework_item_get_id (item)) == 0;
  if (is_same && self->pause_source != 0)
    return;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_pointer (&self->framework, wm_framework_unref);
  self->framework = wm_framework_ref (framework);
  if (shows (self, item) && self->can_edit == can_edit)
    return;
  self->can_edit = can_edit;
  wm_set_str (&self->item_id, wm_framework_item_get_id (item));
  self->is_filling = TRUE;
  fill (self, item);
  self->is_filling = FALSE;
  gtk_widget_set_visible (self->add_button, can_edit);
}

/**
 * wm_part_list_add:
 * @self: a list of parts
 * @cells: what the new part says
 *
 * Adds a part as the user would.
 */
void
wm_part_list_add (WmPartList *self, const char *const *cells)
{
  g_return_if_fail (WM_IS_PART_LIST (self));

  g_signal_emit (self, signals[ENTERED], 0);
  add_row (self, cells);
  g_signal_emit (self, signals[EDITED], 0);
}
