/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A chart on its card: the picture or its table, what the point under the pointer says, and the ways
 * to take the chart elsewhere. */

#include "config.h"

#include "wm-chart-view.h"

#include "wm-accessible.h"
#include "wm-chart-canvas.h"
#include "wm-chart-table.h"
#include "wm-share.h"
#include "wm-table-view.h"

#include <glib/gi18n-lib.h>

struct _WmChartView
{
  AdwBin parent_instance;

  GtkStack *stack;
  WmChartCanvas *canvas;
  WmTableView *table_view;
  GtkLabel *readout;
  GtkWidget *menu_button;
  GtkPopoverMenu *context_menu;

  WmChart *chart;       /* owned */
  WmSettings *settings; /* owned */
  gboolean shows_table;
  gboolean from_zero;
};

enum
{
  PROP_0,
  PROP_SHOWS_TABLE,
  PROP_FROM_ZERO,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmChartView, wm_chart_view, ADW_TYPE_BIN)

static gboolean
matches_dark (WmChartView *self)
{
  gboolean matches = FALSE;

  if (self->settings != NULL)
    g_object_get (self->settings, "match-dark-charts", &matches, NULL);
  return matches && adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static WmChartTheme
choose_theme (WmChartView *self)
{
  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    return WM_CHART_THEME_HIGH_CONTRAST;
  return matches_dark (self) ? WM_CHART_THEME_DARK : WM_CHART_THEME_LIGHT;
}

/* The card is as dark as the picture on it, not as the window. */
static void
update_theme (WmChartView *self)
{
  WmChartTheme theme = choose_theme (self);

  wm_chart_canvas_set_theme (self->canvas, theme);
  if (theme == WM_CHART_THEME_DARK)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark-chart");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark-chart");
}

static void
show_hint (WmChartView *self)
{
  gtk_label_set_text (self->readout, _("Point or use arrow keys to read values"));
  gtk_widget_add_css_class (GTK_WIDGET (self->readout), "hint");
}

static void
point_changed_cb (WmChartCanvas *canvas, WmChartView *self)
{
  gsize series, index;
  g_autofree char *words = NULL;

  if (self->chart == NULL || !wm_chart_canvas_get_point (canvas, &series, &index))
    {
      show_hint (self);
      return;
    }
  words = wm_chart_dup_point_words (self->chart, series, index);
  gtk_label_set_text (self->readout, words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->readout), "hint");
}

static void
set_from_zero (WmChartView *self, gboolean from_zero)
{
  if (self->from_zero == from_zero)
    return;
  self->from_zero = from_zero;
  if (self->chart != NULL)
    {
      wm_chart_set_starts_at_zero (self->chart, from_zero);
      wm_chart_canvas_redo (self->canvas);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROM_ZERO]);
}

static void
zero_pressed_cb (WmChartCanvas *canvas, WmChartView *self)
{
  set_from_zero (self, !self->from_zero);
}

static void
set_shows_table (WmChartView *self, gboolean shows_table)
{
  if (self->shows_table == shows_table)
    return;
  self->shows_table = shows_table;
  gtk_stack_set_visible_child_name (self->stack, shows_table ? "table" : "picture");
  gtk_widget_set_visible (GTK_WIDGET (self->readout), !shows_table);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_TABLE]);
}

static void
save_image_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmChartView *self = WM_CHART_VIEW (widget);

  if (self->chart != NULL)
    wm_share_save_chart (widget, self->chart, choose_theme (self));
}

static void
copy_image_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmChartView *self = WM_CHART_VIEW (widget);

  if (self->chart != NULL)
    wm_share_copy_chart (widget, self->chart, choose_theme (self));
}

static void
copy_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmTable *table = wm_table_view_get_table (WM_CHART_VIEW (widget)->table_view);

  if (table != NULL)
    wm_share_copy_table (widget, table);
}

static void
save_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmChartView *self = WM_CHART_VIEW (widget);
  WmTable *table = wm_table_view_get_table (self->table_view);

  if (table != NULL)
    wm_share_save_table (widget, table, wm_chart_get_title (self->chart));
}

static void
secondary_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, WmChartView *self)
{
  const GdkRectangle place = { (int) x, (int) y, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmChartView *self = WM_CHART_VIEW (widget);

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), NULL);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
wm_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (wm_chart_view_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (WM_CHART_VIEW (widget)->context_menu));
}

static void
wm_chart_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmChartView *self = WM_CHART_VIEW (object);

  switch (property_id)
    {
    case PROP_SHOWS_TABLE:
      g_value_set_boolean (value, self->shows_table);
      break;
    case PROP_FROM_ZERO:
      g_value_set_boolean (value, self->from_zero);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_chart_view_set_property (GObject *object, guint property_id, const GValue *value,
                            GParamSpec *pspec)
{
  WmChartView *self = WM_CHART_VIEW (object);

  switch (property_id)
    {
    case PROP_SHOWS_TABLE:
      set_shows_table (self, g_value_get_boolean (value));
      break;
    case PROP_FROM_ZERO:
      set_from_zero (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_chart_view_dispose (GObject *object)
{
  WmChartView *self = WM_CHART_VIEW (object);

  g_clear_pointer ((GtkWidget **) &self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->chart, wm_chart_unref);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (wm_chart_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "chart.save-image", NULL, save_image_action);
  gtk_widget_class_install_action (widget_class, "chart.copy-image", NULL, copy_image_action);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "chart.save-table", NULL, save_table_action);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, menu_action);
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "shows-table");
  gtk_widget_class_install_property_action (widget_class, "chart.from-zero", "from-zero");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "chart.copy-image", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "chart.save-image", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK,
                                       "chart.show-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
}

static void
wm_chart_view_class_init (WmChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wm_chart_view_get_property;
  object_class->set_property = wm_chart_view_set_property;
  object_class->dispose = wm_chart_view_dispose;
  widget_class->size_allocate = wm_chart_view_size_allocate;

  properties[PROP_SHOWS_TABLE] = g_param_spec_boolean ("shows-table", NULL, NULL, FALSE, flags);
  properties[PROP_FROM_ZERO] = g_param_spec_boolean ("from-zero", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WM_TYPE_CHART_CANVAS);
  g_type_ensure (WM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WmChartView, stack);
  gtk_widget_class_bind_template_child (widget_class, WmChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, WmChartView, table_view);
  gtk_widget_class_bind_template_child (widget_class, WmChartView, readout);
  gtk_widget_class_bind_template_child (widget_class, WmChartView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WmChartView, context_menu);
  gtk_widget_class_bind_template_callback (widget_class, point_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zero_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, secondary_pressed_cb);
  install_actions (widget_class);
}

static void
wm_chart_view_init (WmChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->from_zero = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  wm_accessible_set_name (self->menu_button, _("Chart Menu"));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN); /* round corners for the picture too */
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  show_hint (self);
  update_theme (self);
}

/**
 * wm_chart_view_new:
 *
 * Returns: (transfer none): an empty card; whoever adds it to a container owns it
 */
GtkWidget *
wm_chart_view_new (void)
{
  return g_object_new (WM_TYPE_CHART_VIEW, NULL);
}

static void
take_zero_from_settings (WmChartView *self)
{
  gboolean from_zero;

  g_object_get (self->settings, "axis-from-zero", &from_zero, NULL);
  set_from_zero (self, from_zero);
}

/**
 * wm_chart_view_set_settings:
 * @self: a card
 * @settings: the user's choices
 *
 * Follows the user's choices for charts.
 */
void
wm_chart_view_set_settings (WmChartView *self, WmSettings *settings)
{
  g_return_if_fail (WM_IS_CHART_VIEW (self));

  if (!g_set_object (&self->settings, settings))
    return;
  g_signal_connect_object (settings, "notify::match-dark-charts", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::axis-from-zero", G_CALLBACK (take_zero_from_settings),
                           self, G_CONNECT_SWAPPED);
  take_zero_from_settings (self);
  update_theme (self);
}

/**
 * wm_chart_view_set_chart:
 * @self: a card
 * @chart: (nullable): the chart to show
 *
 * Shows a chart.
 */
void
wm_chart_view_set_chart (WmChartView *self, WmChart *chart)
{
  g_autoptr (WmTable) table = NULL;

  g_return_if_fail (WM_IS_CHART_VIEW (self));

  if (chart != NULL)
    {
      wm_chart_ref (chart);
      wm_chart_set_starts_at_zero (chart, self->from_zero);
      table = wm_chart_get_kind (chart) == WM_CHART_TIME_SERIES ? wm_chart_get_period_table (chart)
                                                                : wm_chart_get_table (chart);
    }
  g_clear_pointer (&self->chart, wm_chart_unref);
  self->chart = chart;
  wm_chart_canvas_set_chart (self->canvas, chart);
  wm_table_view_set_table (self->table_view, table);
  show_hint (self);
}

/**
 * wm_chart_view_get_canvas:
 * @self: a card
 *
 * Returns: (transfer none): the picture
 */
GtkWidget *
wm_chart_view_get_canvas (WmChartView *self)
{
  g_return_val_if_fail (WM_IS_CHART_VIEW (self), NULL);

  return GTK_WIDGET (self->canvas);
}
