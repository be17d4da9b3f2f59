/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as boxes and arrows: from conditions and culture to outcomes for children. The boxes
 * say which data there is, or which way the own authority went. */

#include "config.h"

#include "wm-picture-view.h"

#include "wm-chart-view.h"
#include "wm-framework-editor.h"
#include "wm-mechanism.h"

#include <glib/gi18n-lib.h>

struct _WmPictureView
{
  WmPage parent_instance;

  GtkToggleButton *by_coverage;
  GtkToggleButton *by_travel;
  GtkLabel *hint;
  WmChartView *picture;
};

G_DEFINE_FINAL_TYPE (WmPictureView, wm_picture_view, WM_TYPE_PAGE)

static WmFrameworkEditor *
get_editor (WmPictureView *self)
{
  return wm_workspace_get_framework_editor (wm_page_get_workspace (WM_PAGE (self)));
}

/* Why the boxes may say nothing. */
static const char *
find_hint (WmPictureView *self, WmCoverage *coverage)
{
  if (coverage == NULL || wm_coverage_count (coverage, WM_COVERAGE_DATA) == 0)
    return _("No indicator of this framework has data in the project yet.");
  if (gtk_toggle_button_get_active (self->by_travel)
      && wm_workspace_get_authority (wm_page_get_workspace (WM_PAGE (self))) == NULL)
    return _("Choose your authority to see which way it went.");
  return NULL;
}

static void
draw_again (WmPictureView *self)
{
  WmFrameworkEditor *editor = get_editor (self);
  WmFramework *framework = wm_framework_editor_get_framework (editor);
  WmMechanismTone tone = gtk_toggle_button_get_active (self->by_travel) ? WM_MECHANISM_TRAVEL
                                                                        : WM_MECHANISM_COVERAGE;
  g_autoptr (WmChart) chart = NULL;
  const char *hint;

  if (framework == NULL)
    return;
  hint = find_hint (self, wm_framework_editor_get_coverage (editor));
  chart = wm_mechanism_new (framework, wm_framework_editor_get_coverage (editor), tone);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  wm_chart_view_set_chart (self->picture, chart);
}

static void
tone_chosen_cb (GtkToggleButton *button, WmPictureView *self)
{
  if (gtk_toggle_button_get_active (button) && wm_page_get_workspace (WM_PAGE (self)) != NULL)
    draw_again (self);
}

static void
wm_picture_view_refresh (WmPage *page)
{
  WmPictureView *self = WM_PICTURE_VIEW (page);
  WmWorkspace *workspace = wm_page_get_workspace (page);

  if (wm_workspace_get_project (workspace) == NULL)
    return;
  wm_chart_view_set_settings (self->picture, wm_workspace_get_settings (workspace));
  draw_again (self);
}

static void
workspace_set_cb (WmPictureView *self, GParamSpec *pspec, gpointer user_data)
{
  if (wm_page_get_workspace (WM_PAGE (self)) != NULL)
    g_signal_connect_object (get_editor (self), "changed", G_CALLBACK (wm_page_queue_refresh), self,
                             G_CONNECT_SWAPPED);
}

static void
wm_picture_view_class_init (WmPictureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WM_PAGE_CLASS (klass)->refresh = wm_picture_view_refresh;
  g_type_ensure (WM_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-picture-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WmPictureView, by_coverage);
  gtk_widget_class_bind_template_child (widget_class, WmPictureView, by_travel);
  gtk_widget_class_bind_template_child (widget_class, WmPictureView, hint);
  gtk_widget_class_bind_template_child (widget_class, WmPictureView, picture);
  gtk_widget_class_bind_template_callback (widget_class, tone_chosen_cb);
}

static void
wm_picture_view_init (WmPictureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::workspace", G_CALLBACK (workspace_set_cb), NULL);
}

/**
 * wm_picture_view_new:
 *
 * Returns: (transfer none): the view, without a workspace; whoever adds it to a container owns it
 */
GtkWidget *
wm_picture_view_new (void)
{
  return g_object_new (WM_TYPE_PICTURE_VIEW, NULL);
}
