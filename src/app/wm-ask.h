/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WmQuestion:
 * @heading: the question
 * @body: what follows from the answer
 * @verb: what the button that goes ahead says
 * @is_destructive: whether going ahead loses something
 * @child: (nullable): a widget to put under the text
 *
 * A question to the user.
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *verb;
  gboolean is_destructive;
  GtkWidget *child;
} WmQuestion;

void      wm_ask        (GtkWidget           *widget,
                         const WmQuestion    *question,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data);
gboolean  wm_ask_finish (GAsyncResult        *result);
void      wm_ask_text   (GtkWidget           *widget,
                         const WmQuestion    *question,
                         const char          *text,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data);
char     *wm_ask_text_finish (GAsyncResult   *result) G_GNUC_WARN_UNUSED_RESULT;
void      wm_tell       (GtkWidget           *widget,
                         const char          *heading,
                         const char          *body);

G_END_DECLS
