/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The picture of a chart on screen: drawn by the code that draws the files, read by the pointer,
 * walked with the arrow keys.
 *
 * To a screen reader it is an image with the chart's title and alternative text. Each point that is
 * walked to is spoken by moving the focus: two children take turns, and each is renamed before it
 * gets the focus, because GTK 4.8 cannot announce. */

#include "config.h"

#include "wm-chart-canvas.h"

#include "wm-chart-draw.h"
#include "wm-chart-hit.h"
#include "wm-chart-layout.h"

#define REACH 24.0 /* how near to a point the pointer counts [px] */
#define NATURAL_WIDTH 560
#define MIN_HEIGHT 300
#define NATURAL_HEIGHT 380

/* What has the focus while a point is walked to. It has no size and draws nothing. */
#define WM_TYPE_CHART_POINT (wm_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (WmChartPoint, wm_chart_point, WM, CHART_POINT, GtkWidget)

struct _WmChartPoint
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (WmChartPoint, wm_chart_point, GTK_TYPE_WIDGET)

static void
wm_chart_point_class_init (WmChartPointClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
wm_chart_point_init (WmChartPoint *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

struct _WmChartCanvas
{
  GtkWidget parent_instance;

  WmChart *chart;           /* owned */
  WmChartLayout *layout;    /* owned; for the size that it was last drawn at */
  WmChartTheme theme;
  GtkWidget *points[2];     /* children that take turns */
  guint turn;

  gboolean has_point;       /* whether a point is walked or pointed to */
  gsize series;
  gsize index;
};

enum
{
  POINT_CHANGED,
  ZERO_PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmChartCanvas, wm_chart_canvas, GTK_TYPE_WIDGET)

static gboolean
is_layout_for (WmChartCanvas *self, int width, int height)
{
  return self->layout != NULL && wm_chart_layout_get_width (self->layout) == width
         && wm_chart_layout_get_height (self->layout) == height;
}

static void
ensure_layout (WmChartCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->chart == NULL || is_layout_for (self, width, height))
    return;
  g_clear_pointer (&self->layout, wm_chart_layout_unref);
  if (width >= WM_CHART_MIN_WIDTH && height >= WM_CHART_MIN_HEIGHT)
    self->layout = wm_chart_layout_new (self->chart, width, height, self->theme,
                                        gtk_widget_get_pango_context (GTK_WIDGET (self)));
}

static void
wm_chart_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WmChartCanvas *self = WM_CHART_CANVAS (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  cairo_t *cr;

  ensure_layout (self);
  if (self->layout == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  wm_chart_draw (self->layout, cr);
  if (self->has_point)
    wm_chart_draw_focus (self->layout, cr, self->series, self->index);
  cairo_destroy (cr);
}

static void
wm_chart_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean is_width = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = is_width ? WM_CHART_MIN_WIDTH : MIN_HEIGHT;
  *natural = is_width ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
wm_chart_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WmChartCanvas *self = WM_CHART_CANVAS (widget);
  const GtkAllocation none = { 0, 0, 1, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    gtk_widget_size_allocate (self->points[i], &none, -1);
}

/* Another font, text size or scale. */
static void
wm_chart_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (wm_chart_canvas_parent_class)->css_changed (widget, change);
  wm_chart_canvas_redo (WM_CHART_CANVAS (widget));
}

static gboolean
has_focus_inside (WmChartCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}

/* Tab goes to the chart as a whole and from any point on to what follows the chart. */
static gboolean
wm_chart_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (has_focus_inside (WM_CHART_CANVAS (widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
set_point (WmChartCanvas *self, gboolean has_point, gsize series, gsize index)
{
  if (self->has_point == has_point
      && (!has_point || (self->series == series && self->index == index)))
    return;
  self->has_point = has_point;
  self->series = series;
  self->index = index;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[POINT_CHANGED], 0);
}

static void
speak_point (WmChartCanvas *self)
{
  g_autofree char *words = wm_chart_dup_point_words (self->chart, self->series, self->index);
  GtkWidget *point;

  self->turn = !self->turn;
  point = self->points[self->turn];
  gtk_accessible_update_property (GTK_ACCESSIBLE (point), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_grab_focus (point);
}

/* Goes to a point of the next series with points in the direction @step. */
static gboolean
walk_series (WmChartCanvas *self, int step)
{
  gsize n_series = wm_chart_get_n_series (self->chart);
  gsize series = self->series;
  gsize n_points;

  do
    {
      if ((step < 0 && series == 0) || (step > 0 && series + 1 >= n_series))
        return FALSE;
      series += step;
      n_points = wm_chart_get_n_points (self->chart, series);
    }
  while (n_points == 0);
  set_point (self, TRUE, series, MIN (self->index, n_points - 1));
  return TRUE;
}

static gboolean
walk_points (WmChartCanvas *self, int step)
{
  gsize n_points = wm_chart_get_n_points (self->chart, self->series);

  if ((step < 0 && self->index == 0) || (step > 0 && self->index + 1 >= n_points))
    return FALSE;
  set_point (self, TRUE, self->series, self->index + step);
  return TRUE;
}

/* The first key that walks goes to the latest point of the first series that has any; where there is
 * no time, to the first. */
static gboolean
begin_walk (WmChartCanvas *self)
{
  WmChartKind kind = wm_chart_get_kind (self->chart);
  gboolean is_over_time = kind == WM_CHART_TIME_SERIES || kind == WM_CHART_DID;
  gsize n_series = wm_chart_get_n_series (self->chart);

  for (gsize series = 0; series < n_series; series++)
    {
      gsize n_points = wm_chart_get_n_points (self->chart, series);

      if (n_points > 0)
        {
          set_point (self, TRUE, series, is_over_time ? n_points - 1 : 0);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
walk (WmChartCanvas *self, guint key)
{
  gsize n_points = wm_chart_get_n_points (self->chart, self->series);

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk_points (self, -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk_points (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return walk_series (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return walk_series (self, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      set_point (self, TRUE, self->series, 0);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      set_point (self, TRUE, self->series, n_points - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_walking_key (guint key)
{
  static const guint keys[] = {
    GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Page_Up, GDK_KEY_Page_Down,
    GDK_KEY_Home, GDK_KEY_End, GDK_KEY_KP_Left, GDK_KEY_KP_Right, GDK_KEY_KP_Up, GDK_KEY_KP_Down,
    GDK_KEY_KP_Page_Up, GDK_KEY_KP_Page_Down, GDK_KEY_KP_Home, GDK_KEY_KP_End,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == key)
      return TRUE;
  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                WmChartCanvas *self)
{
  if (self->chart == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_z || key == GDK_KEY_Z)
    {
      g_signal_emit (self, signals[ZERO_PRESSED], 0);
      return TRUE;
    }
  if (key == GDK_KEY_Escape && self->has_point)
    {
      set_point (self, FALSE, 0, 0);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return TRUE;
    }
  if (!is_walking_key (key))
    return FALSE;
  if (self->has_point ? walk (self, key) : begin_walk (self))
    speak_point (self);
  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, WmChartCanvas *self)
{
  gsize series, index;

  if (self->layout == NULL || has_focus_inside (self))
    return;
  if (wm_chart_layout_find_nearest (self->layout, x, y, REACH, &series, &index))
    set_point (self, TRUE, series, index);
  else
    set_point (self, FALSE, 0, 0);
}

static void
leave_cb (GtkEventControllerMotion *controller, WmChartCanvas *self)
{
  if (!has_focus_inside (self))
    set_point (self, FALSE, 0, 0);
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, WmChartCanvas *self)
{
  gsize series, index;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->layout == NULL
      || !wm_chart_layout_find_nearest (self->layout, x, y, REACH, &series, &index))
    return;
  set_point (self, TRUE, series, index);
  speak_point (self);
}

static void
focus_left_cb (GtkEventControllerFocus *controller, WmChartCanvas *self)
{
  set_point (self, FALSE, 0, 0);
}

static void
add_controllers (WmChartCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
wm_chart_canvas_dispose (GObject *object)
{
  WmChartCanvas *self = WM_CHART_CANVAS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    g_clear_pointer (&self->points[i], gtk_widget_unparent);
  g_clear_pointer (&self->layout, wm_chart_layout_unref);
  g_clear_pointer (&self->chart, wm_chart_unref);
  G_OBJECT_CLASS (wm_chart_canvas_parent_class)->dispose (object);
}

static void
wm_chart_canvas_class_init (WmChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_chart_canvas_dispose;
  widget_class->snapshot = wm_chart_canvas_snapshot;
  widget_class->measure = wm_chart_canvas_measure;
  widget_class->size_allocate = wm_chart_canvas_size_allocate;
  widget_class->css_changed = wm_chart_canvas_css_changed;
  widget_class->focus = wm_chart_canvas_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");

  /* Another point is walked or pointed to, or none any more. */
  signals[POINT_CHANGED] = g_signal_new ("point-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  /* The key that starts the axis at zero, or no longer does. */
  signals[ZERO_PRESSED] = g_signal_new ("zero-pressed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
wm_chart_canvas_init (WmChartCanvas *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    {
      self->points[i] = g_object_new (WM_TYPE_CHART_POINT, NULL);
      gtk_widget_set_parent (self->points[i], GTK_WIDGET (self));
    }
  add_controllers (self);
}

static void
update_accessible (WmChartCanvas *self)
{
  g_autofree char *words = self->chart != NULL ? wm_chart_dup_alt_text (self->chart) : NULL;
  const char *title = self->chart != NULL ? wm_chart_get_title (self->chart) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "",
                                  -1);
}

/**
 * wm_chart_canvas_set_chart:
 * @self: a picture
 * @chart: (nullable): the chart to show
 *
 * Shows a chart.
 */
void
wm_chart_canvas_set_chart (WmChartCanvas *self, WmChart *chart)
{
  g_return_if_fail (WM_IS_CHART_CANVAS (self));

  if (chart != NULL)
    wm_chart_ref (chart);
  g_clear_pointer (&self->chart, wm_chart_unref);
  self->chart = chart;
  set_point (self, FALSE, 0, 0);
  wm_chart_canvas_redo (self);
}

/**
 * wm_chart_canvas_set_theme:
 * @self: a picture
 * @theme: the colours to draw with
 *
 * Sets the colours.
 */
void
wm_chart_canvas_set_theme (WmChartCanvas *self, WmChartTheme theme)
{
  g_return_if_fail (WM_IS_CHART_CANVAS (self));

  if (self->theme == theme)
    return;
  self->theme = theme;
  wm_chart_canvas_redo (self);
}

/**
 * wm_chart_canvas_redo:
 * @self: a picture
 *
 * Lays the chart out again and tells its words again: the chart or its surroundings have changed.
 */
void
wm_chart_canvas_redo (WmChartCanvas *self)
{
  g_return_if_fail (WM_IS_CHART_CANVAS (self));

  g_clear_pointer (&self->layout, wm_chart_layout_unref);
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * wm_chart_canvas_get_point:
 * @self: a picture
 * @series: (out): index of a series; untouched when there is none
 * @index: (out): index of a point of it
 *
 * Gets the point that is walked or pointed to.
 *
 * Returns: whether there is one
 */
gboolean
wm_chart_canvas_get_point (WmChartCanvas *self, gsize *series, gsize *index)
{
  g_return_val_if_fail (WM_IS_CHART_CANVAS (self), FALSE);

  if (!self->has_point)
    return FALSE;
  *series = self->series;
  *index = self->index;
  return TRUE;
}
