/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The form beside the tree: everything that can be said of the selected item. With several selected it
 * shows what they have in common, and a change changes all of them in one step. */

#include "config.h"

#include "wm-item-form.h"

#include "wm-item-head.h"
#include "wm-item-picker.h"
#include "wm-measure-button.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

/* What stands together in the form: fields, then parts. Each list ends with -1. */
typedef struct
{
  const char *title;
  int fields[14];
  int parts[6];
} Section;

static const Section sections[] = {
  { N_("What It Is"),
    { WM_FIELD_TITLE, WM_FIELD_CODE, WM_FIELD_QUESTION, WM_FIELD_DEFINITION, WM_FIELD_RATIONALE,
      WM_FIELD_GROUP, WM_FIELD_SOURCE, WM_FIELD_EDITION, WM_FIELD_DATE, WM_FIELD_LANGUAGE,
      WM_FIELD_CHANGES, -1 },
    { -1 } },
  { N_("How It Is Measured"),
    { WM_FIELD_NUMERATOR, WM_FIELD_DENOMINATOR, WM_FIELD_UNIT, WM_FIELD_DECIMALS, WM_FIELD_DATA_KIND,
      WM_FIELD_PERIOD, WM_FIELD_COMPARISON, -1 },
    { WM_PART_SUB_MEASURE, -1 } },
  { N_("Which Direction Is Good"),
    { WM_FIELD_DIRECTION, WM_FIELD_RANGE_LOW, WM_FIELD_RANGE_HIGH, WM_FIELD_DIRECTION_BY,
      WM_FIELD_DIRECTION_DATE, WM_FIELD_DIRECTION_WHY, -1 },
    { -1 } },
  { N_("Where the Data Comes From"),
    { WM_FIELD_AVAILABILITY, WM_FIELD_BINDING, WM_FIELD_BINDING_CODE, WM_FIELD_LOCAL,
      WM_FIELD_PLACEHOLDER, -1 },
    { WM_PART_SOURCE, -1 } },
  { N_("Judgement"),
    { WM_FIELD_MEANINGFUL, WM_FIELD_MEANINGFUL_NOTES, WM_FIELD_VALID, WM_FIELD_VALID_NOTES,
      WM_FIELD_RELIABLE, WM_FIELD_RELIABLE_NOTES, WM_FIELD_PRAGMATIC, WM_FIELD_PRAGMATIC_NOTES,
      WM_FIELD_VITAL_SIGN, WM_FIELD_VITAL_SIGN_EVIDENCE, -1 },
    { WM_PART_PILOT, -1 } },
  { N_("Notes and Links"),
    { WM_FIELD_NOTES, -1 },
    { WM_PART_REFERENCE, WM_PART_TAG, WM_PART_READ_WITH, WM_PART_LEADS_TO, -1 } },
};

struct _WmItemForm
{
  AdwBin parent_instance;

  WmWorkspace *workspace; /* owned */
  GStrv ids;              /* of the items that are shown */
  char *framework_id;     /* of the framework that they are of */
  WmProject *project;     /* that it is of; compared, not used */
  guint visit;            /* counts how often the user came to a field */
  gboolean is_committing;
  gboolean has_measures;  /* the button lists the measures of the project as it is */

  WmItemField *fields[WM_N_FIELDS];
  WmPartList *parts[WM_N_PART_KINDS];
  AdwPreferencesGroup *groups[G_N_ELEMENTS (sections)];
  WmMeasureButton *measure;
  GtkWidget *measure_row;

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkBox *box;
  WmItemHead *head;
};

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmItemForm, wm_item_form, ADW_TYPE_BIN)

static WmFrameworkEditor *
get_editor (WmItemForm *self)
{
  return wm_workspace_get_framework_editor (self->workspace);
}

static WmFramework *
get_framework (WmItemForm *self)
{
  return self->workspace != NULL ? wm_framework_editor_get_framework (get_editor (self)) : NULL;
}

static gboolean
can_edit (WmItemForm *self)
{
  return wm_framework_editor_can_edit (get_editor (self));
}

/* The item at a place among those that are shown. */
static WmFrameworkItem *
get_item (WmItemForm *self, guint i)
{
  return wm_framework_find (get_framework (self), self->ids[i]);
}

static guint
get_n_items (WmItemForm *self)
{
  return self->ids != NULL ? g_strv_length (self->ids) : 0;
}

/* Whether the items are still those of the framework. */
static gboolean
are_all_there (WmItemForm *self)
{
  WmFramework *framework = get_framework (self);

  for (guint i = 0; self->ids != NULL && self->ids[i] != NULL; i++)
    if (framework == NULL || wm_framework_find (framework, self->ids[i]) == NULL)
      return FALSE;
  return get_n_items (self) > 0;
}

static gboolean
is_single (WmItemForm *self)
{
  return get_n_items (self) == 1;
}

/* Whether all items that are shown have a field. */
static gboolean
is_shared (WmItemForm *self, WmField field)
{
  for (guint i = 0; self->ids[i] != NULL; i++)
    if (!wm_field_is_of (field, wm_framework_item_get_kind (get_item (self, i))))
      return FALSE;
  return TRUE;
}

static gboolean
differs (WmItemForm *self, WmField field)
{
  for (guint i = 1; self->ids[i] != NULL; i++)
    if (g_strcmp0 (wm_framework_item_get_text (get_item (self, i), field),
                   wm_framework_item_get_text (get_item (self, 0), field)) != 0)
      return TRUE;
  return FALSE;
}

static void
refuse (WmItemForm *self, const GError *error)
{
  wm_framework_editor_refuse (get_editor (self), error);
  wm_item_form_show (self, (const char *const *) self->ids);
}

static void
take (WmItemForm *self, WmFrameworkEdit *edit, GError **error)
{
  if (edit != NULL)
    wm_framework_editor_take_typing (get_editor (self), edit, self->visit);
  else
    refuse (self, *error);
}

static void
entered_cb (WmItemForm *self)
{
  self->visit++;
}

static void
edited_cb (WmItemField *field, const char *text, WmItemForm *self)
{
  WmField which = wm_item_field_get_field (field);
  g_autoptr (GError) error = NULL;

  if (!are_all_there (self) || !can_edit (self)
      || (!differs (self, which) && g_strcmp0 (wm_framework_item_get_text (get_item (self, 0), which), text) == 0))
    return;
  take (self, wm_framework_edit_set_text (get_framework (self), (const char *const *) self->ids, which, text, &error),
        &error);
}

/* Shows again what the project holds, once what was typed is taken back. */
static void
dropped_cb (WmItemForm *self)
{
  wm_framework_editor_drop_typing (get_editor (self), self->visit);
  wm_item_form_show (self, (const char *const *) self->ids);
}

static void
finished_cb (WmItemForm *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
parts_edited_cb (WmPartList *parts, WmItemForm *self)
{
  g_autoptr (WmFrameworkItem) item = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_single (self) || !are_all_there (self) || !can_edit (self))
    return;
  item = wm_framework_item_copy (get_item (self, 0));
  wm_part_list_put (parts, item);
  if (!wm_framework_item_equal (item, get_item (self, 0)))
    take (self, wm_framework_edit_replace (get_framework (self), item, &error), &error);
}

static void
link_activated_cb (WmPartList *parts, const char *id, WmItemForm *self)
{
  wm_framework_editor_show_item (get_editor (self), id);
}

static void
link_picked_cb (const char *id, gpointer user_data)
{
  wm_part_list_add (WM_PART_LIST (user_data), (const char *const[]) { id, NULL, NULL, NULL });
}

static void
link_wanted_cb (WmPartList *parts, WmItemForm *self)
{
  WmPartKind kind = wm_part_list_get_kind (parts);
  guint kinds = kind == WM_PART_READ_WITH ? 1u << WM_ITEM_INDICATOR
                                          : 1u << WM_ITEM_DOMAIN | 1u << WM_ITEM_OUTCOME;

  wm_item_picker_open (GTK_WIDGET (self), _(wm_part_get_info (kind)->label), get_framework (self), kinds,
                       self->ids[0], link_picked_cb, parts);
}

/* Binds the indicator to a measure of the project: kind and code are one step. */
static void
measure_chosen_cb (WmItemForm *self)
{
  const char *code = wm_measure_button_get_measure (self->measure);
  g_autoptr (WmFrameworkItem) item = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_single (self) || !can_edit (self) || code == NULL
      || wm_framework_item_get_kind (get_item (self, 0)) != WM_ITEM_INDICATOR)
    return;
  item = wm_framework_item_copy (get_item (self, 0));
  wm_framework_item_set_text (item, WM_FIELD_BINDING, "imported");
  wm_framework_item_set_text (item, WM_FIELD_BINDING_CODE, code);
  if (wm_framework_item_equal (item, get_item (self, 0)))
    return;
  self->visit++;
  take (self, wm_framework_edit_replace (get_framework (self), item, &error), &error);
}

static void
wm_item_form_dispose (GObject *object)
{
  WmItemForm *self = WM_ITEM_FORM (object);

  wm_item_form_set_workspace (self, NULL);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->framework_id, g_free);
  for (guint i = 0; i < WM_N_FIELDS; i++)
    g_clear_object (&self->fields[i]);
  G_OBJECT_CLASS (wm_item_form_parent_class)->dispose (object);
}

static void
wm_item_form_class_init (WmItemFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_item_form_dispose;

  /* The user has finished a line with Enter. */
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WM_TYPE_ITEM_HEAD);
  gtk_widget_class_set_template_from_resource (widget_class, WM_RESOURCE_PATH "/ui/wm-item-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WmItemForm, stack);
  gtk_widget_class_bind_template_child (widget_class, WmItemForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, WmItemForm, box);
  gtk_widget_class_bind_template_child (widget_class, WmItemForm, head);
}

static gboolean
is_required (WmField field)
{
  return field == WM_FIELD_TITLE || field == WM_FIELD_DEFINITION || field == WM_FIELD_DIRECTION;
}

static void
add_field (WmItemForm *self, AdwPreferencesGroup *group, WmField field)
{
  WmItemField *item_field = wm_item_field_new (field);

  if (is_required (field))
    wm_item_field_set_required (item_field);
  g_signal_connect_object (item_field, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item_field, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (item_field, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item_field, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, wm_item_field_get_row (item_field));
  self->fields[field] = item_field;
}

/* Under the code, the measure that it stands for, to be chosen from those of the project. */
static void
add_measure (WmItemForm *self, AdwPreferencesGroup *group)
{
  self->measure_row = adw_action_row_new ();
  self->measure = g_object_new (WM_TYPE_MEASURE_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->measure_row), _("Measure of this project"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->measure_row), GTK_WIDGET (self->measure));
  g_signal_connect_object (self->measure, "notify::measure", G_CALLBACK (measure_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->measure_row);
}

static void
add_parts (WmItemForm *self, WmPartKind kind)
{
  GtkWidget *parts = wm_part_list_new (kind);

  g_signal_connect_object (parts, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts, "edited", G_CALLBACK (parts_edited_cb), self, 0);
  g_signal_connect_object (parts, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts, "link-wanted", G_CALLBACK (link_wanted_cb), self, 0);
  g_signal_connect_object (parts, "link-activated", G_CALLBACK (link_activated_cb), self, 0);
  gtk_box_append (self->box, parts);
  self->parts[kind] = WM_PART_LIST (parts);
}

static void
add_section (WmItemForm *self, guint index)
{
  const Section *section = &sections[index];
  GtkWidget *group = adw_preferences_group_new ();

  self->groups[index] = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (self->groups[index], _(section->title));
  gtk_box_append (self->box, group);
  for (guint i = 0; section->fields[i] >= 0; i++)
    {
      add_field (self, self->groups[index], section->fields[i]);
      if (section->fields[i] == WM_FIELD_BINDING_CODE)
        add_measure (self, self->groups[index]);
    }
  for (guint i = 0; section->parts[i] >= 0; i++)
    add_parts (self, section->parts[i]);
}

static void
wm_item_form_init (WmItemForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    add_section (self, i);
}

/* A range is asked for when one is said to be good. */
static gboolean
is_asked (WmItemForm *self, WmField field)
{
  gboolean is_range = field == WM_FIELD_RANGE_LOW || field == WM_FIELD_RANGE_HIGH;

  return is_shared (self, field)
         && (!is_range || wm_framework_item_get_text (get_item (self, 0), field) != NULL
             || wm_framework_item_has (get_item (self, 0), WM_FIELD_DIRECTION, "range"));
}

static gboolean
show_field (WmItemForm *self, WmField field)
{
  WmItemField *item_field = self->fields[field];
  gboolean is_visible = is_asked (self, field);
  gboolean several = is_visible && differs (self, field);

  gtk_widget_set_visible (wm_item_field_get_row (item_field), is_visible);
  if (is_visible)
    wm_item_field_show (item_field, several ? NULL : wm_framework_item_get_text (get_item (self, 0), field), several,
                        can_edit (self));
  return is_visible;
}

static void
show_parts (WmItemForm *self, WmPartKind kind)
{
  gboolean is_visible = is_single (self)
                        && wm_part_is_of (kind, wm_framework_item_get_kind (get_item (self, 0)));

  gtk_widget_set_visible (GTK_WIDGET (self->parts[kind]), is_visible);
  if (is_visible)
    wm_part_list_show (self->parts[kind], get_framework (self), get_item (self, 0), can_edit (self));
}

/* An import may have brought others. */
static void
forget_measures (WmItemForm *self)
{
  self->has_measures = FALSE;
}

static void
show_measure (WmItemForm *self)
{
  gboolean is_visible = is_single (self)
                        && wm_framework_item_get_kind (get_item (self, 0)) == WM_ITEM_INDICATOR;
  const char *code = is_visible ? wm_framework_item_get_text (get_item (self, 0), WM_FIELD_BINDING_CODE) : NULL;

  gtk_widget_set_visible (self->measure_row, is_visible);
  gtk_widget_set_sensitive (GTK_WIDGET (self->measure), can_edit (self));
  if (!is_visible)
    return;
  if (!self->has_measures)
    wm_measure_button_fill (self->measure, self->workspace);
  self->has_measures = TRUE;
  g_signal_handlers_block_by_func (self->measure, measure_chosen_cb, self);
  wm_measure_button_set_measure (self->measure, code);
  g_signal_handlers_unblock_by_func (self->measure, measure_chosen_cb, self);
}

static void
show_section (WmItemForm *self, guint index)
{
  gboolean is_visible = FALSE;

  for (guint i = 0; sections[index].fields[i] >= 0; i++)
    is_visible = show_field (self, sections[index].fields[i]) || is_visible;
  for (guint i = 0; sections[index].parts[i] >= 0; i++)
    show_parts (self, sections[index].parts[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[index]), is_visible);
}

/* Other items: what is still being typed belongs to the ones before. */
static void
change_items (WmItemForm *self, const char *const *ids)
{
  GStrv copy = g_strdupv ((GStrv) ids);

  if (are_all_there (self))
    wm_item_form_commit (self);
  g_strfreev (self->ids);
  self->ids = copy;
  self->visit++;
  for (guint i = 0; i < WM_N_FIELDS; i++)
    wm_item_field_reset (self->fields[i]);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/* Items of another framework can have the same ids; what was typed for the ones before is not for
 * them. */
static void
forget_another_framework (WmItemForm *self)
{
  WmProject *project = wm_workspace_get_project (self->workspace);
  WmFramework *framework = get_framework (self);
  const char *id = framework != NULL ? wm_framework_get_id (framework) : NULL;

  if (!wm_set_str (&self->framework_id, id) && self->project == project)
    return;
  self->project = project;
  g_clear_pointer (&self->ids, g_strfreev);
  for (guint i = 0; i < WM_N_PART_KINDS; i++)
    wm_part_list_reset (self->parts[i]);
}

/**
 * wm_item_form_set_workspace:
 * @self: a form
 * @workspace: (nullable): the workspace whose framework is edited
 *
 * Says whose items the form shows.
 */
void
wm_item_form_set_workspace (WmItemForm *self, WmWorkspace *workspace)
{
  g_return_if_fail (WM_IS_ITEM_FORM (self));

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, forget_measures, self);
  g_set_object (&self->workspace, workspace);
  self->has_measures = FALSE;
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (forget_measures), self, G_CONNECT_SWAPPED);
}

/**
 * wm_item_form_show:
 * @self: a form with a workspace
 * @ids: (array zero-terminated=1): items of the framework that is being edited
 *
 * Shows items as they are now. What is being typed stays.
 */
void
wm_item_form_show (WmItemForm *self, const char *const *ids)
{
  g_return_if_fail (WM_IS_ITEM_FORM (self));

  if (self->is_committing)
    return;
  forget_another_framework (self);
  if (self->ids == NULL || !g_strv_equal ((const char *const *) self->ids, ids))
    {
      self->is_committing = TRUE;
      change_items (self, ids);
      self->is_committing = FALSE;
    }
  gtk_stack_set_visible_child_name (self->stack, are_all_there (self) ? "form" : "nothing");
  if (!are_all_there (self))
    return;
  wm_item_head_show (self->head, get_editor (self), (const char *const *) self->ids);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    show_section (self, i);
  show_measure (self);
}

/**
 * wm_item_form_commit:
 * @self: a form
 *
 * Puts what is being typed into the project.
 */
void
wm_item_form_commit (WmItemForm *self)
{
  g_return_if_fail (WM_IS_ITEM_FORM (self));

  for (guint i = 0; i < WM_N_FIELDS; i++)
    wm_item_field_commit (self->fields[i]);
  for (guint i = 0; i < WM_N_PART_KINDS; i++)
    wm_part_list_commit (self->parts[i]);
}

/**
 * wm_item_form_edit_title:
 * @self: a form that shows an item
 *
 * Puts the focus into the title, ready to be typed over.
 */
void
wm_item_form_edit_title (WmItemForm *self)
{
  g_return_if_fail (WM_IS_ITEM_FORM (self));

  wm_item_field_focus (self->fields[WM_FIELD_TITLE]);
}

/**
 * wm_item_form_focus:
 * @self: a form
 *
 * Puts the focus into the first field that can be seen.
 */
void
wm_item_form_focus (WmItemForm *self)
{
  g_return_if_fail (WM_IS_ITEM_FORM (self));

  gtk_widget_child_focus (GTK_WIDGET (self->box), GTK_DIR_TAB_FORWARD);
}

/**
 * wm_item_form_get_field:
 * @self: a form
 * @field: a field
 *
 * Returns: (transfer none): its row
 */
WmItemField *
wm_item_form_get_field (WmItemForm *self, WmField field)
{
  g_return_val_if_fail (WM_IS_ITEM_FORM (self), NULL);

  return self->fields[field];
}

/**
 * wm_item_form_get_parts:
 * @self: a form
 * @kind: a kind of part
 *
 * Returns: (transfer none): its list
 */
WmPartList *
wm_item_form_get_parts (WmItemForm *self, WmPartKind kind)
{
  g_return_val_if_fail (WM_IS_ITEM_FORM (self), NULL);

  return self->parts[kind];
}
