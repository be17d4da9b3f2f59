/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Small moves that every page makes: texts into a box, rows into a list. */

#include "config.h"

#include "wm-boxes.h"

/**
 * wm_boxes_add_label:
 * @box: a box
 * @text: a text
 * @css_class: (nullable): a style class
 *
 * Adds a text that wraps and can be copied.
 *
 * Returns: (transfer none): its label
 */
GtkWidget *
wm_boxes_add_label (GtkBox *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE); /* readable as it is; no stop for Tab */
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return label;
}

/**
 * wm_boxes_show_texts:
 * @label: a label
 * @texts: (element-type utf8): sentences
 *
 * Shows sentences under each other, and hides the label without any. They are one label, so that
 * they can be selected together.
 */
void
wm_boxes_show_texts (GtkLabel *label, const GPtrArray *texts)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (texts, i));
  gtk_label_set_text (label, all->str);
  gtk_widget_set_visible (GTK_WIDGET (label), texts->len > 0);
}

/**
 * wm_boxes_clear_list:
 * @list: a list
 *
 * Takes all rows out.
 */
void
wm_boxes_clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/**
 * wm_boxes_add_row:
 * @list: a list
 * @title: plain text
 * @subtitle: (nullable): plain text
 *
 * Adds a row of two texts.
 *
 * Returns: (transfer none): the row, an #AdwActionRow
 */
GtkWidget *
wm_boxes_add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (list, row);
  return row;
}

/**
 * wm_boxes_add_button:
 * @row: a row of wm_boxes_add_row()
 * @icon_name: its icon
 * @label: what it does, for its tooltip and for screen readers
 * @callback: called when it is clicked
 * @user_data: data for @callback
 *
 * Adds a button at the end of a row.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
wm_boxes_add_button (GtkWidget  *row,
                     const char *icon_name,
                     const char *label,
                     GCallback   callback,
                     gpointer    user_data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", callback, user_data);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}
