/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The button beside the search of a framework: which indicators to show, by what is said of them. It
 * says how many conditions are set. */

#include "config.h"

#include "wm-framework-filter-button.h"

#include <glib/gi18n-lib.h>

/* A drop-down of a field of choices. The first line stands for any, the last for not said. */
typedef struct
{
  GtkDropDown *drop_down;
  const WmChoice *choices;
} Choice;

enum
{
  DATA_KIND,
  AVAILABILITY,
  SOURCE,
  DIRECTION,
  N_CHOICES
};

struct _WmFrameworkFilterButton
{
  AdwBin parent_instance;

  Choice choices[N_CHOICES];
  gboolean is_clearing;

  GtkMenuButton *button;
  AdwButtonContent *content;
  GtkDropDown *data_kind;
  GtkDropDown *availability;
  GtkDropDown *source;
  GtkDropDown *direction;
  GtkDropDown *data;
  GtkCheckButton *only_findings;
  GtkCheckButton *only_vital_signs;
  GtkWidget *clear_button;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmFrameworkFilterButton, wm_framework_filter_button, ADW_TYPE_BIN)

static guint
count_choices (const WmChoice *choices)
{
  guint n = 0;

  while (choices[n].id != NULL)
    n++;
  return n;
}

/* Id of what is chosen: NULL for any, "" for not said. */
static const char *
get_choice (const Choice *choice)
{
  guint selected = gtk_drop_down_get_selected (choice->drop_down);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return selected <= count_choices (choice->choices) ? choice->choices[selected - 1].id : "";
}

static guint
count_conditions (WmFrameworkFilterButton *self)
{
  guint n = gtk_drop_down_get_selected (self->data) != 0;

  for (guint i = 0; i < N_CHOICES; i++)
    n += get_choice (&self->choices[i]) != NULL;
  return n + gtk_check_button_get_active (self->only_findings)
         + gtk_check_button_get_active (self->only_vital_signs);
}

static void
changed_cb (WmFrameworkFilterButton *self)
{
  guint n = count_conditions (self);
  /* Translators: %u is how many conditions are set. */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Filter (%u)"), n) : g_strdup (_("Filter"));

  if (self->is_clearing)
    return;
  adw_button_content_set_label (self->content, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (self->clear_button, n > 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
wm_framework_filter_button_class_init (WmFrameworkFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* Another filter is chosen. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-framework-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, content);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, data_kind);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, availability);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, source);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, direction);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, data);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, only_findings);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, only_vital_signs);
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, wm_framework_filter_button_clear);
}

static void
fill_choice (WmFrameworkFilterButton *self, guint index, GtkDropDown *drop_down, const WmChoice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, C_("filter", "Any"));
  for (guint i = 0; choices[i].id != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  gtk_string_list_append (labels, C_("filter", "Not said"));
  self->choices[index] = (Choice) { drop_down, choices };
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (labels));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
wm_framework_filter_button_init (WmFrameworkFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choice (self, DATA_KIND, self->data_kind, wm_field_get_info (WM_FIELD_DATA_KIND)->choices);
  fill_choice (self, AVAILABILITY, self->availability, wm_field_get_info (WM_FIELD_AVAILABILITY)->choices);
  fill_choice (self, SOURCE, self->source, wm_part_get_info (WM_PART_SOURCE)->choices[WM_SOURCE_KIND]);
  fill_choice (self, DIRECTION, self->direction, wm_field_get_info (WM_FIELD_DIRECTION)->choices);
}

/**
 * wm_framework_filter_button_get_filter:
 * @self: a button
 * @filter: (out caller-allocates): what to look for, without words
 *
 * Gets what is chosen.
 */
void
wm_framework_filter_button_get_filter (WmFrameworkFilterButton *self, WmFrameworkFilter *filter)
{
  g_return_if_fail (WM_IS_FRAMEWORK_FILTER_BUTTON (self));

  *filter = WM_FRAMEWORK_FILTER_ALL;
  filter->data_kind = get_choice (&self->choices[DATA_KIND]);
  filter->availability = get_choice (&self->choices[AVAILABILITY]);
  filter->source = get_choice (&self->choices[SOURCE]);
  filter->direction = get_choice (&self->choices[DIRECTION]);
  filter->has_data = (int[]) { -1, 1, 0 }[MIN (gtk_drop_down_get_selected (self->data), 2)];
  filter->only_findings = gtk_check_button_get_active (self->only_findings);
  filter->only_vital_signs = gtk_check_button_get_active (self->only_vital_signs);
}

/**
 * wm_framework_filter_button_set_only_findings:
 * @self: a button
 * @only_findings: whether to show only what there is something to say about
 *
 * Chooses as the user would.
 */
void
wm_framework_filter_button_set_only_findings (WmFrameworkFilterButton *self, gboolean only_findings)
{
  g_return_if_fail (WM_IS_FRAMEWORK_FILTER_BUTTON (self));

  gtk_check_button_set_active (self->only_findings, only_findings);
}

/**
 * wm_framework_filter_button_clear:
 * @self: a button
 *
 * Takes all conditions away.
 */
void
wm_framework_filter_button_clear (WmFrameworkFilterButton *self)
{
  g_return_if_fail (WM_IS_FRAMEWORK_FILTER_BUTTON (self));

  self->is_clearing = TRUE;
  for (guint i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (self->choices[i].drop_down, 0);
  gtk_drop_down_set_selected (self->data, 0);
  gtk_check_button_set_active (self->only_findings, FALSE);
  gtk_check_button_set_active (self->only_vital_signs, FALSE);
  self->is_clearing = FALSE;
  changed_cb (self);
}
