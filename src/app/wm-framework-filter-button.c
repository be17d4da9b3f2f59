/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The button beside the search of a framework: which indicators to show, by what is said of them. It
 * says how many conditions are set. */

#include "config.h"

#include "wm-framework-filter-button.h"

#include "wm-framework-group.h"

#include <glib/gi18n-lib.h>

/* A drop-down of a field of choices. The first line stands for any, the last for not said. */
typedef struct
{
  GtkDropDown *drop_down;
  const WmChoice *choices;
} Choice;

/* A line of the drop-down of tags: any tag of a grouping, or one. */
typedef struct
{
  char *grouping;
  char *value; /* NULL for any */
} Tag;

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
  GPtrArray *tags; /* of Tag; the first line of the drop-down stands for any and is not among them */
  gboolean is_clearing;

  GtkMenuButton *button;
  AdwButtonContent *content;
  GtkDropDown *data_kind;
  GtkDropDown *availability;
  GtkDropDown *source;
  GtkDropDown *direction;
  GtkDropDown *data;
  GtkDropDown *tag;
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

/* What is chosen among the tags; NULL for any. */
static const Tag *
get_tag (WmFrameworkFilterButton *self)
{
  guint selected = gtk_drop_down_get_selected (self->tag);

  return selected > 0 && selected <= self->tags->len ? g_ptr_array_index (self->tags, selected - 1) : NULL;
}

static guint
count_conditions (WmFrameworkFilterButton *self)
{
  guint n = (gtk_drop_down_get_selected (self->data) != 0) + (get_tag (self) != NULL);

  for (guint i = 0; i < N_CHOICES; i++)
    n += get_choice (&self->choices[i]) != NULL;
  return n + gtk_check_button_get_active (self->only_findings)
         + gtk_check_button_get_active (self->only_vital_signs);
}

static void
show_n_conditions (WmFrameworkFilterButton *self)
{
  guint n = count_conditions (self);
  /* Translators: %u is how many conditions are set. */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Filter (%u)"), n) : g_strdup (_("Filter"));

  adw_button_content_set_label (self->content, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (self->clear_button, n > 0);
}

static void
changed_cb (WmFrameworkFilterButton *self)
{
  if (self->is_clearing)
    return;
  show_n_conditions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
wm_framework_filter_button_finalize (GObject *object)
{
  g_ptr_array_unref (WM_FRAMEWORK_FILTER_BUTTON (object)->tags);
  G_OBJECT_CLASS (wm_framework_filter_button_parent_class)->finalize (object);
}

static void
wm_framework_filter_button_class_init (WmFrameworkFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wm_framework_filter_button_finalize;

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
  gtk_widget_class_bind_template_child (widget_class, WmFrameworkFilterButton, tag);
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
tag_free (Tag *tag)
{
  g_free (tag->grouping);
  g_free (tag->value);
  g_free (tag);
}

static void
wm_framework_filter_button_init (WmFrameworkFilterButton *self)
{
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) tag_free);
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
 * Gets what is chosen. The texts of a tag are good until the next framework.
 */
void
wm_framework_filter_button_get_filter (WmFrameworkFilterButton *self, WmFrameworkFilter *filter)
{
  const Tag *tag;

  g_return_if_fail (WM_IS_FRAMEWORK_FILTER_BUTTON (self));

  *filter = WM_FRAMEWORK_FILTER_ALL;
  filter->data_kind = get_choice (&self->choices[DATA_KIND]);
  filter->availability = get_choice (&self->choices[AVAILABILITY]);
  filter->source = get_choice (&self->choices[SOURCE]);
  filter->direction = get_choice (&self->choices[DIRECTION]);
  filter->has_data = (int[]) { -1, 1, 0 }[MIN (gtk_drop_down_get_selected (self->data), 2)];
  tag = get_tag (self);
  filter->tag_grouping = tag != NULL ? tag->grouping : NULL;
  filter->tag_value = tag != NULL ? tag->value : NULL;
  filter->only_findings = gtk_check_button_get_active (self->only_findings);
  filter->only_vital_signs = gtk_check_button_get_active (self->only_vital_signs);
}

static void
add_tag (GPtrArray *tags, const char *grouping, const char *value)
{
  Tag *tag = g_new (Tag, 1);

  tag->grouping = g_strdup (grouping);
  tag->value = g_strdup (value);
  g_ptr_array_add (tags, tag);
}

static GPtrArray *
list_tags (WmFramework *framework)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func ((GDestroyNotify) tag_free);
  g_autoptr (GPtrArray) groupings = wm_framework_list_groupings (framework);

  for (guint i = 0; i < groupings->len; i++)
    {
      g_autoptr (GPtrArray) values = wm_framework_list_group_values (framework, groupings->pdata[i]);

      if (values->len > 1)
        add_tag (tags, groupings->pdata[i], NULL);
      for (guint j = 0; j < values->len; j++)
        add_tag (tags, groupings->pdata[i], values->pdata[j]);
    }
  return tags;
}

/* The line of a tag; 0, for any, when there is none. */
static guint
find_tag (GPtrArray *tags, const char *grouping, const char *value)
{
  for (guint i = 0; i < tags->len; i++)
    {
      const Tag *tag = g_ptr_array_index (tags, i);

      if (g_strcmp0 (tag->grouping, grouping) == 0 && g_strcmp0 (tag->value, value) == 0)
        return i + 1;
    }
  return 0;
}

static gboolean
are_equal (GPtrArray *tags, GPtrArray *others)
{
  if (tags->len != others->len)
    return FALSE;
  for (guint i = 0; i < tags->len; i++)
    {
      const Tag *tag = g_ptr_array_index (tags, i);

      if (find_tag (others, tag->grouping, tag->value) != i + 1)
        return FALSE;
    }
  return TRUE;
}

static GListModel *
list_labels (GPtrArray *tags)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, C_("filter", "Any"));
  for (guint i = 0; i < tags->len; i++)
    {
      const Tag *tag = g_ptr_array_index (tags, i);
      g_autofree char *label = tag->value != NULL
                                 /* Translators: a grouping, such as "Region set", and a value of it. */
                                 ? g_strdup_printf (_("%1$s: %2$s"), tag->grouping, tag->value)
                                 /* Translators: %s is a grouping, such as "Region set". */
                                 : g_strdup_printf (_("%s: any"), tag->grouping);

      gtk_string_list_append (labels, label);
    }
  return G_LIST_MODEL (labels);
}

/**
 * wm_framework_filter_button_set_framework:
 * @self: a button
 * @framework: (nullable): what is looked through
 *
 * Offers the tags of a framework. A tag that is chosen stays so as long as the framework has it.
 * Whoever calls this looks again with what wm_framework_filter_button_get_filter() says then.
 */
void
wm_framework_filter_button_set_framework (WmFrameworkFilterButton *self, WmFramework *framework)
{
  g_autoptr (GPtrArray) tags = NULL;
  g_autoptr (GListModel) labels = NULL;
  const Tag *chosen;
  guint selected;

  g_return_if_fail (WM_IS_FRAMEWORK_FILTER_BUTTON (self));

  tags = framework != NULL ? list_tags (framework) : g_ptr_array_new_with_free_func ((GDestroyNotify) tag_free);
  if (are_equal (self->tags, tags))
    return;
  chosen = get_tag (self);
  selected = chosen != NULL ? find_tag (tags, chosen->grouping, chosen->value) : 0;
  labels = list_labels (tags);
  self->is_clearing = TRUE;
  gtk_drop_down_set_model (self->tag, labels);
  gtk_drop_down_set_selected (self->tag, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tags->len > 0);
  self->is_clearing = FALSE;
  g_ptr_array_unref (self->tags);
  self->tags = g_steal_pointer (&tags);
  show_n_conditions (self);
}

/**
 * wm_framework_filter_button_set_tag:
 * @self: a button
 * @grouping: a grouping of the framework
 * @value: (nullable): a value of it; %NULL for any
 *
 * Chooses as the user would.
 *
 * Returns: whether the framework has such a tag
 */
gboolean
wm_framework_filter_button_set_tag (WmFrameworkFilterButton *self, const char *grouping, const char *value)
{
  guint line;

  g_return_val_if_fail (WM_IS_FRAMEWORK_FILTER_BUTTON (self), FALSE);

  line = find_tag (self->tags, grouping, value);
  if (line > 0)
    gtk_drop_down_set_selected (self->tag, line);
  return line > 0;
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
  gtk_drop_down_set_selected (self->tag, 0);
  gtk_check_button_set_active (self->only_findings, FALSE);
  gtk_check_button_set_active (self->only_vital_signs, FALSE);
  self->is_clearing = FALSE;
  changed_cb (self);
}
