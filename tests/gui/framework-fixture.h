/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework-editor.h"
#include "wm-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HERD "herd-kpis"
#define BENCHMARK "benchmark-2013"

/* A window with the fictional sample, in which the herd KPIs are the active framework. */
typedef struct
{
  char *folder;
  WmSettings *settings;
  WmWorkspace *workspace;
  WmFrameworkEditor *editor;
  GtkWidget *window;
  char *problem; /* what the user was told last that could not be done; NULL for nothing */
} FrameworkFixture;

void       framework_fixture_set_up    (FrameworkFixture *self,
                                        gconstpointer     data);
void       framework_fixture_tear_down (FrameworkFixture *self,
                                        gconstpointer     data);
GtkWidget *framework_fixture_show      (FrameworkFixture *self,
                                        const char       *view,
                                        GType             type);
gboolean   framework_fixture_has       (FrameworkFixture *self,
                                        const char       *id);
void       framework_fixture_undo      (FrameworkFixture *self);

GtkWidget *find_widget                 (GtkWidget        *widget,
                                        GType             type);
GtkWidget *find_stack                  (GtkWidget        *widget,
                                        const char       *page);
gboolean   shows_step                  (GtkWidget        *window,
                                        const char       *step);

G_END_DECLS
