/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Children in equal columns, as many as the width takes, row after row. Unlike a flow box it asks
 * for the height that it really needs, and the keyboard does not stop at its cells. */

#include "config.h"

#include "wm-columns.h"

struct _WmColumns
{
  GtkWidget parent_instance;

  int column_width; /* the least that a column takes [px] */
  int max_columns;
  int spacing;
};

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_MAX_COLUMNS,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmColumns, wm_columns, GTK_TYPE_WIDGET)

/* The next child that takes room, from @child on. */
static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (WmColumns *self)
{
  return skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
count_children (WmColumns *self)
{
  int n = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    n++;
  return n;
}

static int
count_columns (WmColumns *self, int width)
{
  int fitting = (width + self->spacing) / (self->column_width + self->spacing);

  return CLAMP (fitting, 1, MAX (MIN (self->max_columns, count_children (self)), 1));
}

static int
get_column_width (WmColumns *self, int width, int n_columns)
{
  return (width - (n_columns - 1) * self->spacing) / n_columns;
}

/* Height of the row that begins with @child. */
static int
measure_row (GtkWidget *child, int n_columns, int column_width)
{
  int height = 0;

  for (int i = 0; i < n_columns && child != NULL; i++, child = get_next (child))
    {
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, &minimum, &natural, NULL,
                          NULL);
      height = MAX (height, natural);
    }
  return height;
}

static GtkWidget *
get_next_row (GtkWidget *child, int n_columns)
{
  for (int i = 0; i < n_columns && child != NULL; i++)
    child = get_next (child);
  return child;
}

static int
measure_height (WmColumns *self, int width)
{
  int n_columns = count_columns (self, width);
  int column_width = get_column_width (self, width, n_columns);
  int height = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next_row (child, n_columns))
    height += measure_row (child, n_columns, column_width) + (height > 0 ? self->spacing : 0);
  return height;
}

static int
measure_widest (WmColumns *self)
{
  int widest = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_next (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

static GtkSizeRequestMode
wm_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wm_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  WmColumns *self = WM_COLUMNS (widget);
  int widest = measure_widest (self);
  int n = MAX (MIN (self->max_columns, count_children (self)), 1);
  int all = n * MAX (self->column_width, widest) + (n - 1) * self->spacing;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = all;
    }
  else
    *minimum = *natural = measure_height (self, for_size > 0 ? for_size : all);
}

static void
wm_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WmColumns *self = WM_COLUMNS (widget);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_columns = count_columns (self, width);
  GtkAllocation place = { 0, 0, get_column_width (self, width, n_columns), 0 };
  GtkWidget *child = get_first (self);

  while (child != NULL)
    {
      place.height = measure_row (child, n_columns, place.width);
      for (int i = 0; i < n_columns && child != NULL; i++, child = get_next (child))
        {
          int column = is_mirrored ? n_columns - 1 - i : i;

          place.x = column * (place.width + self->spacing);
          gtk_widget_size_allocate (child, &place, -1);
        }
      place.y += place.height + self->spacing;
    }
}

static void
wm_columns_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  WmColumns *self = WM_COLUMNS (object);

  switch (property_id)
    {
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    case PROP_MAX_COLUMNS:
      g_value_set_int (value, self->max_columns);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_columns_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  WmColumns *self = WM_COLUMNS (object);

  switch (property_id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
wm_columns_dispose (GObject *object)
{
  wm_columns_clear (WM_COLUMNS (object));
  G_OBJECT_CLASS (wm_columns_parent_class)->dispose (object);
}

static void
wm_columns_class_init (WmColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->get_property = wm_columns_get_property;
  object_class->set_property = wm_columns_set_property;
  object_class->dispose = wm_columns_dispose;
  widget_class->get_request_mode = wm_columns_get_request_mode;
  widget_class->measure = wm_columns_measure;
  widget_class->size_allocate = wm_columns_size_allocate;

  properties[PROP_COLUMN_WIDTH] =
    g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT, 160, flags);
  properties[PROP_MAX_COLUMNS] = g_param_spec_int ("max-columns", NULL, NULL, 1, G_MAXINT, 6, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 9, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wm_columns_init (WmColumns *self)
{
}

/**
 * wm_columns_append:
 * @self: columns
 * @child: (transfer full): a widget
 *
 * Adds a child at the end.
 */
void
wm_columns_append (WmColumns *self, GtkWidget *child)
{
  g_return_if_fail (WM_IS_COLUMNS (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * wm_columns_clear:
 * @self: columns
 *
 * Takes all children out.
 */
void
wm_columns_clear (WmColumns *self)
{
  GtkWidget *child;

  g_return_if_fail (WM_IS_COLUMNS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
