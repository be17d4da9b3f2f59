/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A button that names a measure and opens the list of all: by topic, and by any word of its code,
 * title or topics; or by the domains and outcomes of the project's active framework. */

#include "config.h"

#include "wm-measure-button.h"

#include "wm-accessible.h"
#include "wm-framework-chooser.h"
#include "wm-frameworks.h"
#include "wm-steady-model.h"
#include "wm-store-indicators.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

/* A line of the list. */
#define WM_TYPE_MEASURE_ITEM (wm_measure_item_get_type ())
G_DECLARE_FINAL_TYPE (WmMeasureItem, wm_measure_item, WM, MEASURE_ITEM, GObject)

struct _WmMeasureItem
{
  GObject parent_instance;

  WmIndicatorRow *row; /* owned */
};

G_DEFINE_FINAL_TYPE (WmMeasureItem, wm_measure_item, G_TYPE_OBJECT)

static void
wm_measure_item_finalize (GObject *object)
{
  wm_indicator_row_free (WM_MEASURE_ITEM (object)->row);
  G_OBJECT_CLASS (wm_measure_item_parent_class)->finalize (object);
}

static void
wm_measure_item_class_init (WmMeasureItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_measure_item_finalize;
}

static void
wm_measure_item_init (WmMeasureItem *self)
{
}

struct _WmMeasureButton
{
  AdwBin parent_instance;

  WmWorkspace *workspace;  /* weak */
  GListStore *items;       /* owned; of WmMeasureItem */
  GtkCustomFilter *filter; /* owned */
  char *needle;            /* what is looked for, folded */
  char *code;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkStack *ways;
  WmFrameworkChooser *chooser;
  GtkSearchEntry *search;
  GtkDropDown *topic_choice;
  GtkStringList *topics;
  GtkStack *stack;
  GtkListView *list;
};

enum
{
  PROP_0,
  PROP_MEASURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WmMeasureButton, wm_measure_button, ADW_TYPE_BIN)

/* The chosen topic; NULL for all. */
static const char *
get_topic (WmMeasureButton *self)
{
  guint selected = gtk_drop_down_get_selected (self->topic_choice);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return gtk_string_list_get_string (self->topics, selected);
}

static gboolean
filter_item (gpointer object, gpointer user_data)
{
  WmMeasureButton *self = user_data;
  const WmIndicatorRow *row = WM_MEASURE_ITEM (object)->row;
  const char *topic = get_topic (self);

  if (topic != NULL
      && !g_strv_contains ((const char *const *) row->indicator->topics, topic))
    return FALSE;
  return self->needle == NULL || wm_text_contains (row->search, self->needle);
}

static void
filter_again (WmMeasureButton *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (model) > 0 ? "list" : "none");
}

static void
search_changed_cb (GtkSearchEntry *entry, WmMeasureButton *self)
{
  g_free (self->needle);
  self->needle = wm_text_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  filter_again (self);
}

static void
topic_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, WmMeasureButton *self)
{
  if (self->filter != NULL)
    filter_again (self);
}

static void
choose (WmMeasureButton *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (WmMeasureItem) item = g_list_model_get_item (model, position);

  gtk_popover_popdown (self->popover);
  if (item != NULL)
    wm_measure_button_set_measure (self, item->row->indicator->code);
}

static void
activate_cb (GtkListView *list, guint position, WmMeasureButton *self)
{
  choose (self, position);
}

/* Enter takes the measure whose code was written out, else the first that is found. */
static void
search_activated_cb (GtkSearchEntry *entry, WmMeasureButton *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  guint best = 0;

  for (guint i = g_list_model_get_n_items (model); i-- > 0;)
    {
      g_autoptr (WmMeasureItem) item = g_list_model_get_item (model, i);

      if (g_ascii_strcasecmp (item->row->indicator->code, text) == 0)
        best = i;
    }
  choose (self, best);
}

/* Down goes from the search to the list. */
static gboolean
search_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
               WmMeasureButton *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
framework_chosen_cb (WmFrameworkChooser *chooser, const char *code, WmMeasureButton *self)
{
  gtk_popover_popdown (self->popover);
  wm_measure_button_set_measure (self, code);
}

static GHashTable *
list_codes (WmMeasureButton *self)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WmMeasureItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_hash_table_add (codes, g_strdup (item->row->indicator->code));
    }
  return codes;
}

static void
show_framework (WmMeasureButton *self)
{
  WmProject *project = wm_workspace_get_project (self->workspace);
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = wm_project_load_active_framework (project, &error);
  g_autoptr (WmCoverage) coverage = NULL;
  g_autoptr (GHashTable) codes = list_codes (self);

  if (framework != NULL)
    coverage = wm_coverage_new (project, framework, &error);
  if (error != NULL)
    wm_workspace_fail (self->workspace, _("The Framework Could Not Be Read"), error);
  wm_framework_chooser_show (self->chooser, coverage != NULL ? framework : NULL, coverage, codes);
}

static gboolean
is_by_framework (WmMeasureButton *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->ways), "framework") == 0;
}

/* The framework is looked at whenever somebody opens it: until then it may become another. */
static void
show_framework_if_wanted (WmMeasureButton *self)
{
  if (is_by_framework (self) && self->workspace != NULL
      && wm_workspace_get_project (self->workspace) != NULL
      && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    show_framework (self);
}

static void
focus_search (WmMeasureButton *self)
{
  if (is_by_framework (self))
    wm_framework_chooser_find (self->chooser);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
way_chosen_cb (WmMeasureButton *self)
{
  show_framework_if_wanted (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    focus_search (self);
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_item_set_child (item, box);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const WmIndicator *indicator = WM_MEASURE_ITEM (gtk_list_item_get_item (item))->row->indicator;
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *topics = g_strjoinv (", ", indicator->topics);
  g_autofree char *detail = g_strjoin (" · ", indicator->code, *topics != '\0' ? topics : NULL, NULL);

  gtk_label_set_text (GTK_LABEL (title), indicator->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), detail);
}

static void
wm_measure_button_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_MEASURE:
      g_value_set_string (value, WM_MEASURE_BUTTON (object)->code);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_measure_button_set_property (GObject *object, guint property_id, const GValue *value,
                                GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_MEASURE:
      wm_measure_button_set_measure (WM_MEASURE_BUTTON (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
wm_measure_button_finalize (GObject *object)
{
  WmMeasureButton *self = WM_MEASURE_BUTTON (object);

  g_clear_weak_pointer (&self->workspace);
  g_clear_object (&self->items);
  g_clear_object (&self->filter);
  g_free (self->needle);
  g_free (self->code);
  G_OBJECT_CLASS (wm_measure_button_parent_class)->finalize (object);
}

static void
wm_measure_button_class_init (WmMeasureButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wm_measure_button_get_property;
  object_class->set_property = wm_measure_button_set_property;
  object_class->finalize = wm_measure_button_finalize;

  properties[PROP_MEASURE] =
    g_param_spec_string ("measure", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WM_TYPE_FRAMEWORK_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-measure-button.ui");
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, button);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, label);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, popover);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, ways);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, chooser);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, search);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, topic_choice);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, topics);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, stack);
  gtk_widget_class_bind_template_child (widget_class, WmMeasureButton, list);
  gtk_widget_class_bind_template_callback (widget_class, show_framework_if_wanted);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, framework_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, topic_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
wm_measure_button_init (WmMeasureButton *self)
{
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (WM_TYPE_MEASURE_ITEM);
  self->filter = gtk_custom_filter_new (filter_item, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  selection = gtk_single_selection_new (wm_steady_model_new (G_LIST_MODEL (filtered)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  wm_measure_button_set_measure (self, NULL);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
fill_topics (WmMeasureButton *self, GHashTable *seen)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer topic;

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &topic, NULL))
    g_ptr_array_add (topics, topic);
  g_ptr_array_sort (topics, compare_texts);
  g_ptr_array_insert (topics, 0, (gpointer) _("All Topics"));
  g_ptr_array_add (topics, NULL);
  gtk_string_list_splice (self->topics, 0, g_list_model_get_n_items (G_LIST_MODEL (self->topics)),
                          (const char *const *) topics->pdata);
  gtk_drop_down_set_selected (self->topic_choice, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->topic_choice), topics->len > 3);
}

static void
collect_topics (GHashTable *seen, const WmIndicator *indicator)
{
  for (guint i = 0; indicator->topics != NULL && indicator->topics[i] != NULL; i++)
    g_hash_table_add (seen, g_strdup (indicator->topics[i]));
}

/**
 * wm_measure_button_fill:
 * @self: a button
 * @workspace: a workspace with a project
 *
 * Lists the measures of the project, and those of its active framework when they are looked for.
 *
 * Returns: how many there are
 */
guint
wm_measure_button_fill (WmMeasureButton *self, WmWorkspace *workspace)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = NULL;

  g_return_val_if_fail (WM_IS_MEASURE_BUTTON (self), 0);

  g_set_weak_pointer (&self->workspace, workspace);
  rows = wm_store_list_indicators (wm_workspace_get_store (workspace), NULL);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (rows != NULL && rows->len > 0)
    {
      WmMeasureItem *item = g_object_new (WM_TYPE_MEASURE_ITEM, NULL);

      item->row = g_ptr_array_steal_index (rows, 0);
      collect_topics (seen, item->row->indicator);
      g_ptr_array_add (items, item);
    }
  /* In one go: each change of the list is told from its first item on. */
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  fill_topics (self, seen);
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/**
 * wm_measure_button_get_measure:
 * @self: a button
 *
 * Returns: (nullable): code of the measure
 */
const char *
wm_measure_button_get_measure (WmMeasureButton *self)
{
  g_return_val_if_fail (WM_IS_MEASURE_BUTTON (self), NULL);

  return self->code;
}

static const char *
find_title (WmMeasureButton *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; self->code != NULL && i < n; i++)
    {
      g_autoptr (WmMeasureItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_str_equal (item->row->indicator->code, self->code))
        return item->row->indicator->title;
    }
  return self->code;
}

/**
 * wm_measure_button_set_measure:
 * @self: a button
 * @code: (nullable): code of a measure
 *
 * Chooses a measure.
 */
void
wm_measure_button_set_measure (WmMeasureButton *self, const char *code)
{
  const char *title;
  gboolean is_other;

  g_return_if_fail (WM_IS_MEASURE_BUTTON (self));

  is_other = wm_set_str (&self->code, code);
  title = find_title (self);
  gtk_label_set_text (self->label, title != NULL ? title : _("Choose a Measure"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), title);
  wm_accessible_set_name (GTK_WIDGET (self->button), gtk_label_get_text (self->label));
  if (is_other)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

/**
 * wm_measure_button_open:
 * @self: a button
 *
 * Opens the list and puts the focus where the user looks something up.
 */
void
wm_measure_button_open (WmMeasureButton *self)
{
  g_return_if_fail (WM_IS_MEASURE_BUTTON (self));

  gtk_menu_button_popup (self->button);
  focus_search (self);
}
