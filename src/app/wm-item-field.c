/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One field of the form of an item: a row to type or to choose in. What is typed is handed over when
 * the user pauses, presses Enter or goes on to another field; Escape takes it back. */

#include "config.h"

#include "wm-item-field.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define PAUSE 800 /* without a key before typing is handed over [ms] */

struct _WmItemField
{
  GObject parent_instance;

  WmField field;
  const WmFieldInfo *info;
  GtkWidget *row;          /* owned; an AdwEntryRow, an AdwComboRow or an AdwPreferencesRow */
  GtkLabel *label;         /* of a text of several lines */
  GtkTextView *text;       /* of a text of several lines */
  GtkLabel *problem;       /* why what is typed cannot be taken */
  gboolean is_required;
  gboolean differs;        /* several items that do not say the same */
  gboolean is_filling;
  gboolean is_dirty;       /* typed, not handed over */
  guint pause_source;
  guint fit_source;
};

enum
{
  ENTERED,
  EDITED,
  DROPPED,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmItemField, wm_item_field, G_TYPE_OBJECT)

static void
wm_item_field_dispose (GObject *object)
{
  WmItemField *self = WM_ITEM_FIELD (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_clear_handle_id (&self->fit_source, g_source_remove);
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (wm_item_field_parent_class)->dispose (object);
}

static void
wm_item_field_class_init (WmItemFieldClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_item_field_dispose;

  /* The user has come to the field. */
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The field should hold this text; NULL for nothing. */
  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /* The user takes back what was typed since he came to the field. */
  signals[DROPPED] = g_signal_new ("dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* The user has finished a line with Enter. */
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wm_item_field_init (WmItemField *self)
{
}

static gboolean
is_choice (WmItemField *self)
{
  return self->info->type == WM_FIELD_TYPE_CHOICE;
}

static GtkTextBuffer *
get_buffer (WmItemField *self)
{
  return gtk_text_view_get_buffer (self->text);
}

static char *
dup_typed (WmItemField *self)
{
  GtkTextIter start, end;

  if (self->text == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->row)));
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

static char *
dup_chosen (WmItemField *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->row));

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return g_strdup (self->info->choices[selected - 1].id);
}

/* A number is typed as the user's language writes it, and kept as all of them read it. */
static void
swap_decimal_point (WmItemField *self, char *text, char from, char to)
{
  char *point = self->info->type == WM_FIELD_TYPE_NUMBER && text != NULL ? strchr (text, from) : NULL;

  if (point != NULL)
    *point = to;
}

static char
get_decimal_point (void)
{
  const char *point = localeconv ()->decimal_point;

  return strlen (point) == 1 ? *point : '.';
}

/**
 * wm_item_field_dup_text:
 * @self: a field
 *
 * Gets what the row holds now.
 *
 * Returns: (transfer full) (nullable): the text, without blanks around it; %NULL for nothing
 */
char *
wm_item_field_dup_text (WmItemField *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (WM_IS_ITEM_FIELD (self), NULL);

  text = is_choice (self) ? dup_chosen (self) : g_strstrip (dup_typed (self));
  swap_decimal_point (self, text, get_decimal_point (), '.');
  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const char *
describe_problem (WmItemField *self)
{
  return self->info->type == WM_FIELD_TYPE_DATE ? _("Not a date: 2024, 2024-03 or 2024-03-31")
                                                : _("Not a number");
}

static void
show_problem (WmItemField *self, gboolean is_wrong)
{
  if (self->problem == NULL)
    return;
  gtk_label_set_text (self->problem, is_wrong ? describe_problem (self) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * wm_item_field_commit:
 * @self: a field
 *
 * Hands over what was typed, if anything was that the field can hold.
 */
void
wm_item_field_commit (WmItemField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WM_IS_ITEM_FIELD (self));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  if (!self->is_dirty)
    return;
  text = wm_item_field_dup_text (self);
  show_problem (self, !wm_field_accepts (self->field, text));
  if (!wm_field_accepts (self->field, text))
    return;
  self->is_dirty = FALSE;
  g_signal_emit (self, signals[EDITED], 0, text);
}

static gboolean
pause_cb (gpointer user_data)
{
  WmItemField *self = user_data;

  self->pause_source = 0;
  wm_item_field_commit (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (WmItemField *self)
{
  if (self->is_filling)
    return;
  self->is_dirty = TRUE;
  show_problem (self, FALSE);
  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->pause_source = g_timeout_add (PAUSE, pause_cb, self);
}

static void
chosen_cb (WmItemField *self)
{
  if (self->is_filling)
    return;
  self->is_dirty = TRUE;
  g_signal_emit (self, signals[ENTERED], 0); /* each choice is a step of its own */
  wm_item_field_commit (self);
}

static void
enter_cb (WmItemField *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
finished_cb (WmItemField *self)
{
  wm_item_field_commit (self);
  g_signal_emit (self, signals[FINISHED], 0);
}

/* There is one way back, that of the window. It gets here only while it has nothing to take back. */
static gboolean
undo_typing (WmItemField *self)
{
  if (!self->is_dirty)
    return FALSE;
  wm_item_field_commit (self);
  return gtk_widget_activate_action (self->row, "win.undo", NULL);
}

static gboolean
key_cb (WmItemField *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_z && (state & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK)
    return undo_typing (self);
  if (key != GDK_KEY_Escape || is_choice (self))
    return FALSE;
  wm_item_field_reset (self);
  g_signal_emit (self, signals[DROPPED], 0);
  return TRUE;
}

/* A text view knows how high its text is only some time after it has its width. */
static gboolean
fit_cb (gpointer user_data)
{
  WmItemField *self = user_data;

  self->fit_source = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->text));
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (WmItemField *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (G_PRIORITY_LOW, fit_cb, self, NULL);
}

/* Listens to the widget that the keys go to. */
static void
watch_focus (WmItemField *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (wm_item_field_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_add_controller (widget, key);
}

static GtkLabel *
new_problem (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");
  gtk_widget_set_visible (label, FALSE);
  return GTK_LABEL (label);
}

static void
make_line (WmItemField *self)
{
  self->row = g_object_ref_sink (adw_entry_row_new ());
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->row), FALSE);
  self->problem = new_problem ();
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->row), GTK_WIDGET (self->problem));
  g_signal_connect_object (self->row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "entry-activated", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, self->row);
}

static void
make_choice (WmItemField *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, C_("choice", "Not said"));
  for (guint i = 0; self->info->choices[i].id != NULL; i++)
    gtk_string_list_append (labels, _(self->info->choices[i].label));
  self->row = g_object_ref_sink (adw_combo_row_new ());
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (labels));
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
make_text (WmItemField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = gtk_text_view_new ();

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  self->text = GTK_TEXT_VIEW (text);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "form-text");
  self->row = g_object_ref_sink (adw_preferences_row_new ());
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), FALSE);
  gtk_widget_set_focusable (self->row, FALSE);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (text)), "notify::page-size",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  watch_focus (self, text);
}

static void
show_title (WmItemField *self)
{
  const char *label = _(self->info->label);
  /* Translators: %s is the name of a field that must be filled in. */
  g_autofree char *required = self->is_required ? g_strdup_printf (_("%s (required)"), label) : g_strdup (label);
  /* Translators: %s is the name of a field that the selected items answer differently. */
  g_autofree char *title = self->differs ? g_strdup_printf (_("%s: several values"), required)
                                         : g_strdup (required);

  if (self->label != NULL)
    gtk_label_set_text (self->label, title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
}

/**
 * wm_item_field_new:
 * @field: a field
 *
 * Makes the row of a field.
 *
 * Returns: (transfer full): the field, empty
 */
WmItemField *
wm_item_field_new (WmField field)
{
  WmItemField *self = g_object_new (WM_TYPE_ITEM_FIELD, NULL);

  self->field = field;
  self->info = wm_field_get_info (field);
  if (self->info->type == WM_FIELD_TYPE_CHOICE)
    make_choice (self);
  else if (self->info->type == WM_FIELD_TYPE_TEXT)
    make_text (self);
  else
    make_line (self);
  show_title (self);
  return self;
}

/**
 * wm_item_field_get_field:
 * @self: a field
 *
 * Returns: which field it is
 */
WmField
wm_item_field_get_field (WmItemField *self)
{
  g_return_val_if_fail (WM_IS_ITEM_FIELD (self), WM_FIELD_TITLE);

  return self->field;
}

/**
 * wm_item_field_get_row:
 * @self: a field
 *
 * Returns: (transfer none): its row, for a list of rows
 */
GtkWidget *
wm_item_field_get_row (WmItemField *self)
{
  g_return_val_if_fail (WM_IS_ITEM_FIELD (self), NULL);

  return self->row;
}

/**
 * wm_item_field_set_required:
 * @self: a field
 *
 * Marks a field without which an item is not complete.
 */
void
wm_item_field_set_required (WmItemField *self)
{
  g_return_if_fail (WM_IS_ITEM_FIELD (self));

  self->is_required = TRUE;
  show_title (self);
}

static guint
find_choice (WmItemField *self, const char *text)
{
  for (guint i = 0; text != NULL && self->info->choices[i].id != NULL; i++)
    if (g_str_equal (self->info->choices[i].id, text))
      return i + 1;
  return 0;
}

/* The cursor of a line that is being edited goes to its end; else its beginning is to be seen. */
static void
fill_line (WmItemField *self, const char *text)
{
  gboolean has_focus = (gtk_widget_get_state_flags (self->row) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  if (has_focus)
    gtk_editable_set_position (GTK_EDITABLE (self->row), -1);
}

static void
fill (WmItemField *self, const char *text)
{
  g_autofree char *line = g_strdup (text != NULL ? text : "");

  swap_decimal_point (self, line, '.', get_decimal_point ());
  if (is_choice (self))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row),
                                self->differs ? GTK_INVALID_LIST_POSITION : find_choice (self, text));
  else if (self->text != NULL)
    gtk_text_buffer_set_text (get_buffer (self), text != NULL ? text : "", -1);
  else
    fill_line (self, line);
}

static void
set_can_edit (WmItemField *self, gboolean can_edit)
{
  if (is_choice (self))
    gtk_widget_set_sensitive (self->row, can_edit);
  else if (self->text != NULL)
    gtk_text_view_set_editable (self->text, can_edit);
  else
    gtk_editable_set_editable (GTK_EDITABLE (self->row), can_edit);
}

/**
 * wm_item_field_reset:
 * @self: a field
 *
 * Forgets what was typed and not handed over.
 */
void
wm_item_field_reset (WmItemField *self)
{
  g_return_if_fail (WM_IS_ITEM_FIELD (self));

  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->is_dirty = FALSE;
  show_problem (self, FALSE);
}

/**
 * wm_item_field_show:
 * @self: a field
 * @text: (nullable): what it holds
 * @differs: whether it stands for several items that do not say the same
 * @can_edit: whether it can be changed
 *
 * Shows what a field holds. What says the same already is left alone, with the cursor in it, and so
 * is what is being typed.
 */
void
wm_item_field_show (WmItemField *self, const char *text, gboolean differs, gboolean can_edit)
{
  g_autofree char *now = NULL;

  g_return_if_fail (WM_IS_ITEM_FIELD (self));

  if (self->is_dirty)
    return;
  now = wm_item_field_dup_text (self);
  self->is_filling = TRUE;
  if (self->differs != differs || g_strcmp0 (now, text) != 0)
    {
      self->differs = differs;
      fill (self, text);
    }
  self->is_filling = FALSE;
  show_title (self);
  set_can_edit (self, can_edit);
}

/**
 * wm_item_field_type:
 * @self: a field
 * @text: a text, or the id of a choice
 *
 * Types or chooses as the user would.
 */
void
wm_item_field_type (WmItemField *self, const char *text)
{
  g_return_if_fail (WM_IS_ITEM_FIELD (self));

  self->differs = FALSE;
  fill (self, text);
}

/**
 * wm_item_field_focus:
 * @self: a field
 *
 * Puts the focus into the field, with all of its text selected.
 */
void
wm_item_field_focus (WmItemField *self)
{
  g_return_if_fail (WM_IS_ITEM_FIELD (self));

  gtk_widget_grab_focus (self->text != NULL ? GTK_WIDGET (self->text) : self->row);
  if (GTK_IS_EDITABLE (self->row))
    gtk_editable_select_region (GTK_EDITABLE (self->row), 0, -1);
}
