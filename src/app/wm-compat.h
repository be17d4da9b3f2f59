/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Every difference between the oldest and the newest GTK and libadwaita that the program is built
 * with. Calls newer than the oldest live here and nowhere else. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The colour that a widget draws its text with. */
static inline void
wm_compat_get_color (GtkWidget *widget, GdkRGBA *color)
{
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS /* above MAX_ALLOWED, a newer call warns as deprecated */
#if GTK_CHECK_VERSION (4, 10, 0)
  gtk_widget_get_color (widget, color);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), color);
#endif
  G_GNUC_END_IGNORE_DEPRECATIONS
}

/* Has a screen reader say a message. GTK before 4.14 cannot: there the message has to be on screen
 * as well, which it always is in this program. */
static inline void
wm_compat_announce (GtkWidget *widget, const char *message)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  /* GTK's own accessibility for tests has no such call, and GTK 4.18 does not look before it jumps. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

G_END_DECLS
