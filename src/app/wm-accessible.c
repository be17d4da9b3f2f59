/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Names that a screen reader says, where they change or where GTK gives none by itself. */

#include "config.h"

#include "wm-accessible.h"

/**
 * wm_accessible_set_name:
 * @widget: a widget
 * @name: what a screen reader is to call it
 *
 * Names a widget. The focus of a menu button is on the button inside it, which gets the name too.
 */
void
wm_accessible_set_name (GtkWidget *widget, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
