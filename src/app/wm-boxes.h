/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *wm_boxes_add_label   (GtkBox          *box,
                                 const char      *text,
                                 const char      *css_class);
void       wm_boxes_show_texts  (GtkLabel        *label,
                                 const GPtrArray *texts);
void       wm_boxes_clear_list  (GtkListBox      *list);
GtkWidget *wm_boxes_add_row     (GtkListBox      *list,
                                 const char      *title,
                                 const char      *subtitle);
GtkWidget *wm_boxes_add_button  (GtkWidget       *row,
                                 const char      *icon_name,
                                 const char      *label,
                                 GCallback        callback,
                                 gpointer         user_data);

G_END_DECLS
