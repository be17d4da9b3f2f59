/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A choice of one among several kinds of rows, each a button that says how many there are. */

#include "config.h"

#include "wm-count-choice.h"

#include "wm-accessible.h"
#include "wm-columns.h"
#include "wm-number.h"

#include <glib/gi18n-lib.h>

#define COLUMN_WIDTH 104 /* [px] */
#define MAX_COLUMNS 7
#define SPACING 6        /* [px] */

struct _WmCountChoice
{
  AdwBin parent_instance;

  GPtrArray *buttons; /* owned; of GtkToggleButton, lent */
  guint chosen;
};

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmCountChoice, wm_count_choice, ADW_TYPE_BIN)

static void
wm_count_choice_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CHOSEN:
      g_value_set_uint (value, WM_COUNT_CHOICE (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_count_choice_finalize (GObject *object)
{
  g_ptr_array_unref (WM_COUNT_CHOICE (object)->buttons);
  G_OBJECT_CLASS (wm_count_choice_parent_class)->finalize (object);
}

static void
wm_count_choice_class_init (WmCountChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wm_count_choice_get_property;
  object_class->finalize = wm_count_choice_finalize;
  properties[PROP_CHOSEN] =
    g_param_spec_uint ("chosen", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
wm_count_choice_init (WmCountChoice *self)
{
  self->buttons = g_ptr_array_new ();
  adw_bin_set_child (ADW_BIN (self),
                     g_object_new (WM_TYPE_COLUMNS, "column-width", COLUMN_WIDTH, "max-columns",
                                   MAX_COLUMNS, "spacing", SPACING, NULL));
}

static void
toggled_cb (GtkToggleButton *button, WmCountChoice *self)
{
  guint index;

  if (!gtk_toggle_button_get_active (button)
      || !g_ptr_array_find (self->buttons, button, &index) || index == self->chosen)
    return;
  self->chosen = index;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/* The count stands above what is counted. */
static GtkWidget *
make_labels (const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (count, "fact-value");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * wm_count_choice_add:
 * @self: a choice
 * @words: what is counted
 *
 * Adds a kind of rows. The first is chosen until somebody chooses another.
 */
void
wm_count_choice_add (WmCountChoice *self, const char *words)
{
  GtkWidget *button;

  g_return_if_fail (WM_IS_COUNT_CHOICE (self));

  button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), make_labels (words));
  if (self->buttons->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_ptr_array_add (self->buttons, button);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  wm_columns_append (WM_COLUMNS (adw_bin_get_child (ADW_BIN (self))), button);
}

/**
 * wm_count_choice_set_count:
 * @self: a choice
 * @index: a kind of rows
 * @n: how many there are
 * @is_offered: whether it can be chosen; when the chosen one no longer can, the first is chosen
 *
 * Says how many rows there are of a kind.
 */
void
wm_count_choice_set_count (WmCountChoice *self, guint index, guint n, gboolean is_offered)
{
  GtkWidget *button;
  GtkWidget *count;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (WM_IS_COUNT_CHOICE (self) && index < self->buttons->len);

  button = g_ptr_array_index (self->buttons, index);
  count = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  text = wm_number_format_display (n, 0);
  /* Translators: %1$s says what is counted, such as "All indicators", %2$s is the count. */
  name = g_strdup_printf (_("%1$s: %2$s"),
                          gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (count))), text);
  gtk_label_set_text (GTK_LABEL (count), text);
  wm_accessible_set_name (button, name);
  gtk_widget_set_visible (button, is_offered);
  if (!is_offered && index == self->chosen)
    wm_count_choice_choose (self, 0);
}

/**
 * wm_count_choice_get_chosen:
 * @self: a choice
 *
 * Returns: the kind of rows that is chosen
 */
guint
wm_count_choice_get_chosen (WmCountChoice *self)
{
  g_return_val_if_fail (WM_IS_COUNT_CHOICE (self), 0);

  return self->chosen;
}

/**
 * wm_count_choice_choose:
 * @self: a choice
 * @index: a kind of rows
 *
 * Chooses a kind of rows.
 */
void
wm_count_choice_choose (WmCountChoice *self, guint index)
{
  g_return_if_fail (WM_IS_COUNT_CHOICE (self) && index < self->buttons->len);

  gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, index), TRUE);
}
