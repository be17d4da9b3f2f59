/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Questions to the user, and what could not be done. The only file that makes message dialogs. */

#include "config.h"

#include "wm-ask.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define GO_AHEAD "go-ahead"

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);

  g_task_return_boolean (task, g_str_equal (response, GO_AHEAD));
}

static GtkWidget *
make_question (GtkWidget *widget, const WmQuestion *question)
{
  GtkWidget *dialog = adw_message_dialog_new (find_window (widget), question->heading,
                                              question->body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), GO_AHEAD, question->verb);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), GO_AHEAD,
                                              question->is_destructive
                                                ? ADW_RESPONSE_DESTRUCTIVE
                                                : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), GO_AHEAD);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (question->child != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), question->child);
  return dialog;
}

/**
 * wm_ask:
 * @widget: a widget of the window that asks
 * @question: the question
 * @callback: (scope async): called with the answer
 * @user_data: data for @callback
 *
 * Asks a question with two answers: going ahead, or not.
 */
void
wm_ask (GtkWidget           *widget,
        const WmQuestion    *question,
        GAsyncReadyCallback  callback,
        gpointer             user_data)
{
  GtkWidget *dialog = make_question (widget, question);

  g_signal_connect (dialog, "response", G_CALLBACK (response_cb),
                    g_task_new (widget, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * wm_ask_finish:
 * @result: the result that the callback was given
 *
 * Returns: whether the user wants to go ahead
 */
gboolean
wm_ask_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
text_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));

  if (g_str_equal (response, GO_AHEAD))
    g_task_return_pointer (task, g_strdup (gtk_editable_get_text (entry)), g_free);
  else
    g_task_return_pointer (task, NULL, NULL);
}

static void
text_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, GO_AHEAD, *text != '\0');
}

/**
 * wm_ask_text:
 * @widget: a widget of the window that asks
 * @question: the question; its child is not used
 * @text: (nullable): the text to begin with
 * @callback: (scope async): called with the answer
 * @user_data: data for @callback
 *
 * Asks for a line of text, such as a name. It cannot be empty.
 */
void
wm_ask_text (GtkWidget           *widget,
             const WmQuestion    *question,
             const char          *text,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GtkWidget *entry = gtk_entry_new ();
  WmQuestion with_entry = *question;
  GtkWidget *dialog;

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  question->heading, -1);
  with_entry.child = entry;
  dialog = make_question (widget, &with_entry);
  g_signal_connect (entry, "changed", G_CALLBACK (text_changed_cb), dialog);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  text_changed_cb (GTK_EDITABLE (entry), ADW_MESSAGE_DIALOG (dialog));
  g_signal_connect (dialog, "response", G_CALLBACK (text_response_cb),
                    g_task_new (widget, NULL, callback, user_data));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/**
 * wm_ask_text_finish:
 * @result: the result that the callback was given
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the user took it back
 */
char *
wm_ask_text_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * wm_tell:
 * @widget: a widget of the window
 * @heading: what could not be done
 * @body: to which thing, why, and what to do
 *
 * Tells the user something that has to be read before going on.
 */
void
wm_tell (GtkWidget *widget, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (find_window (widget), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
