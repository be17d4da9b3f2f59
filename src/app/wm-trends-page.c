/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One measure for one authority, from top to bottom: the sentence, the number strip, the charts, the
 * table, and what is known about the measure. */

#include "config.h"

#include "wm-trends-page.h"

#include "wm-about-measure.h"
#include "wm-boxes.h"
#include "wm-chart-view.h"
#include "wm-columns.h"
#include "wm-group-picker.h"
#include "wm-measure-button.h"
#include "wm-measure.h"
#include "wm-note-window.h"
#include "wm-chart-table.h"
#include "wm-share.h"
#include "wm-table-view.h"

#include <glib/gi18n-lib.h>

struct _WmTrendsPage
{
  WmPage parent_instance;

  WmMeasure *measure; /* owned; the one that is shown */

  GtkStack *stack;
  GtkStack *body;
  WmMeasureButton *measure_button;
  WmGroupPicker *others;
  AdwStatusPage *problem;
  GtkScrolledWindow *scroller;
  GtkLabel *headline;
  GtkLabel *cautions;
  WmColumns *facts;
  WmChartView *line_view;
  WmChartView *dots_view;
  WmTableView *table_view;
  WmAboutMeasure *about;
};

G_DEFINE_FINAL_TYPE (WmTrendsPage, wm_trends_page, WM_TYPE_PAGE)

static GtkWidget *
make_fact (const WmMeasureFact *fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  wm_boxes_add_label (GTK_BOX (box), fact->name, "caption");
  wm_boxes_add_label (GTK_BOX (box), fact->value, "fact-value");
  if (fact->note != NULL)
    wm_boxes_add_label (GTK_BOX (box), fact->note, "caption");
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "fact");
  return box;
}

static void
show_facts (WmTrendsPage *self)
{
  wm_columns_clear (self->facts);
  for (guint i = 0; i < self->measure->facts->len; i++)
    wm_columns_append (self->facts, make_fact (g_ptr_array_index (self->measure->facts, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->facts), self->measure->facts->len > 0);
}

/* The other authorities that the user wants in the line chart. */
static void
show_line_chart (WmTrendsPage *self)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));
  g_auto (GStrv) others = wm_group_picker_get_items (self->others);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmTable) table = NULL;
  g_autoptr (WmChart) chart = wm_measure_make_time_series (wm_workspace_get_project (workspace),
                                                           self->measure,
                                                           (const char *const *) others, &error);

  if (chart == NULL)
    {
      wm_workspace_fail (workspace, _("The Chart Could Not Be Made"), error);
      return;
    }
  wm_chart_view_set_chart (self->line_view, chart);
  table = wm_chart_get_period_table (chart);
  wm_table_view_set_table (self->table_view, table);
}

static void
show_dots (WmTrendsPage *self)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));
  g_autoptr (WmChart) chart = NULL;

  if (self->measure->has_value)
    chart = wm_measure_make_dots (wm_workspace_get_project (workspace), self->measure, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->dots_view), chart != NULL);
  wm_chart_view_set_chart (self->dots_view, chart);
}

static void
others_changed_cb (WmGroupPicker *picker, WmTrendsPage *self)
{
  if (self->measure != NULL)
    show_line_chart (self);
}

static void
show_measure (WmTrendsPage *self)
{
  gtk_label_set_text (self->headline, self->measure->headline);
  wm_boxes_show_texts (self->cautions, self->measure->cautions);
  show_facts (self);
  show_line_chart (self);
  show_dots (self);
  wm_about_measure_show (self->about, wm_page_get_workspace (WM_PAGE (self)), self->measure);
  gtk_stack_set_visible_child_name (self->body, "measure");
}

static void
show_problem (WmTrendsPage *self, const GError *error)
{
  g_autofree char *text = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, text);
  gtk_stack_set_visible_child_name (self->body, "problem");
}

static void
load_measure (WmTrendsPage *self, WmWorkspace *workspace, const WmArea *authority)
{
  g_autoptr (GError) error = NULL;
  WmMeasure *measure = wm_measure_new (wm_workspace_get_project (workspace),
                                       wm_workspace_get_measure (workspace), authority->code,
                                       &error);

  g_clear_pointer (&self->measure, wm_measure_free);
  self->measure = measure;
  if (measure != NULL)
    show_measure (self);
  else
    show_problem (self, error);
}

static void
wm_trends_page_refresh (WmPage *page)
{
  WmTrendsPage *self = WM_TRENDS_PAGE (page);
  WmWorkspace *workspace = wm_page_get_workspace (page);
  WmProject *project = wm_workspace_get_project (workspace);
  WmArea *authority = wm_workspace_get_authority (workspace);

  if (project == NULL)
    return;
  if (wm_workspace_get_measure (workspace) == NULL)
    {
      g_autofree char *proposed = wm_measure_propose (project);

      wm_workspace_set_measure (workspace, proposed);
    }
  wm_measure_button_fill (self->measure_button, workspace);
  wm_measure_button_set_measure (self->measure_button, wm_workspace_get_measure (workspace));
  wm_group_picker_fill (self->others, project, FALSE);
  wm_chart_view_set_settings (self->line_view, wm_workspace_get_settings (workspace));
  if (authority == NULL)
    gtk_stack_set_visible_child_name (self->stack, "no-authority");
  else if (wm_workspace_get_measure (workspace) == NULL)
    gtk_stack_set_visible_child_name (self->stack, "no-data");
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "page");
      load_measure (self, workspace, authority);
    }
}

static void
wm_trends_page_find (WmPage *page)
{
  wm_measure_button_open (WM_TRENDS_PAGE (page)->measure_button);
}

static void
measure_chosen_cb (WmMeasureButton *button, GParamSpec *pspec, WmTrendsPage *self)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));

  if (workspace != NULL && wm_measure_button_get_measure (button) != NULL)
    wm_workspace_set_measure (workspace, wm_measure_button_get_measure (button));
}

static void
workspace_measure_cb (WmWorkspace *workspace, GParamSpec *pspec, WmTrendsPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, 0);
  wm_page_queue_refresh (WM_PAGE (self));
}

static void
workspace_set_cb (WmTrendsPage *self, GParamSpec *pspec, gpointer user_data)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));

  if (workspace == NULL)
    return;
  g_signal_connect_object (workspace, "notify::measure", G_CALLBACK (workspace_measure_cb), self, 0);
}

static void
copy_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmTable *table = wm_table_view_get_table (WM_TRENDS_PAGE (widget)->table_view);

  if (table != NULL)
    wm_share_copy_table (widget, table);
}

static void
save_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmTrendsPage *self = WM_TRENDS_PAGE (widget);
  WmTable *table = wm_table_view_get_table (self->table_view);

  if (table != NULL)
    wm_share_save_table (widget, table, self->measure->indicator->title);
}

static void
add_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmTrendsPage *self = WM_TRENDS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->measure != NULL)
    gtk_window_present (GTK_WINDOW (wm_note_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                        wm_page_get_workspace (WM_PAGE (self)),
                                                        self->measure)));
}

static void
wm_trends_page_dispose (GObject *object)
{
  WmTrendsPage *self = WM_TRENDS_PAGE (object);

  g_clear_pointer (&self->measure, wm_measure_free);
  G_OBJECT_CLASS (wm_trends_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, body);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, measure_button);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, others);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, problem);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, headline);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, cautions);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, facts);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, line_view);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, dots_view);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, table_view);
  gtk_widget_class_bind_template_child (widget_class, WmTrendsPage, about);
  gtk_widget_class_bind_template_callback (widget_class, measure_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, others_changed_cb);
}

static void
wm_trends_page_class_init (WmTrendsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_trends_page_dispose;
  WM_PAGE_CLASS (klass)->refresh = wm_trends_page_refresh;
  WM_PAGE_CLASS (klass)->find = wm_trends_page_find;
  g_type_ensure (WM_TYPE_ABOUT_MEASURE);
  g_type_ensure (WM_TYPE_CHART_VIEW);
  g_type_ensure (WM_TYPE_COLUMNS);
  g_type_ensure (WM_TYPE_GROUP_PICKER);
  g_type_ensure (WM_TYPE_MEASURE_BUTTON);
  g_type_ensure (WM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-trends-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "trends.add-note", NULL, add_note_action);
  gtk_widget_class_install_action (widget_class, "trends.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "trends.save-table", NULL, save_table_action);
}

static void
wm_trends_page_init (WmTrendsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wm_group_picker_set_hint (self->others, _("Add Authorities to the Lines…"));
  g_signal_connect (self, "notify::workspace", G_CALLBACK (workspace_set_cb), NULL);
}

/**
 * wm_trends_page_shows_measure:
 * @self: the page
 * @code: code of a measure
 *
 * Returns: whether it is the one that is shown
 */
gboolean
wm_trends_page_shows_measure (WmTrendsPage *self, const char *code)
{
  g_return_val_if_fail (WM_IS_TRENDS_PAGE (self), FALSE);

  return self->measure != NULL && g_str_equal (self->measure->indicator->code, code);
}
