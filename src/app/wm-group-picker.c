/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A button that names a group of areas and opens a list to tick them: regions, neighbours, own groups
 * and authorities, in the words of the command's group options. */

#include "config.h"

#include "wm-group-picker.h"

#include "wm-accessible.h"
#include "wm-store-groups.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

struct _WmGroupPicker
{
  AdwBin parent_instance;

  char *hint;    /* what the button says while nothing is ticked */
  char *needle;  /* what is looked for, folded */
  gboolean is_filling;

  GtkLabel *label;
  GtkMenuButton *button;
  GtkSearchEntry *search;
  GtkListBox *list;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmGroupPicker, wm_group_picker, ADW_TYPE_BIN)

/* Which part of the list a row stands in. */
typedef enum
{
  PART_GROUPS,
  PART_REGIONS,
  PART_AUTHORITIES,
  PART_FORMER,
} Part;

typedef struct
{
  char *item;  /* as the command takes it, such as "region:London" */
  char *label;
  Part part;
  GtkCheckButton *check;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->item);
  g_free (choice->label);
  g_free (choice);
}

static Choice *
get_choice (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "choice");
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  WmGroupPicker *self = user_data;

  return self->needle == NULL || wm_text_contains (get_choice (GTK_WIDGET (row))->label, self->needle);
}

static void
head_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  static const char *const headings[] = {
    [PART_GROUPS] = N_("Groups"),
    [PART_REGIONS] = N_("Regions"),
    [PART_AUTHORITIES] = N_("Authorities"),
    [PART_FORMER] = N_("Former Authorities"),
  };
  Part part = get_choice (GTK_WIDGET (row))->part;
  GtkWidget *heading;

  gtk_list_box_row_set_header (row, NULL);
  if (before != NULL && get_choice (GTK_WIDGET (before))->part == part)
    return;
  heading = gtk_label_new (_(headings[part]));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "list-heading");
  gtk_list_box_row_set_header (row, heading);
}

static void
search_changed_cb (GtkSearchEntry *entry, WmGroupPicker *self)
{
  g_free (self->needle);
  self->needle = wm_text_fold (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_invalidate_headers (self->list);
}

static void
show_label (WmGroupPicker *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const Choice *choice = GTK_IS_LIST_BOX_ROW (row) ? get_choice (row) : NULL;

      if (choice != NULL && gtk_check_button_get_active (choice->check))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", choice->label);
    }
  gtk_label_set_text (self->label, text->len > 0 ? text->str : self->hint);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text->len > 0 ? text->str : NULL);
  wm_accessible_set_name (GTK_WIDGET (self->button), gtk_label_get_text (self->label));
}

static gboolean
is_all (const Choice *choice)
{
  return g_str_equal (choice->item, "all");
}

/* "All authorities" and any others exclude each other: the later tick stands. */
static void
untick_rivals (WmGroupPicker *self, GtkCheckButton *ticked)
{
  gboolean ticked_all = is_all (get_choice (gtk_widget_get_parent (GTK_WIDGET (ticked))));

  self->is_filling = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const Choice *choice = GTK_IS_LIST_BOX_ROW (row) ? get_choice (row) : NULL;

      if (choice != NULL && choice->check != ticked && is_all (choice) != ticked_all)
        gtk_check_button_set_active (choice->check, FALSE);
    }
  self->is_filling = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, GParamSpec *pspec, WmGroupPicker *self)
{
  if (self->is_filling)
    return;
  if (gtk_check_button_get_active (check))
    untick_rivals (self, check);
  show_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, WmGroupPicker *self)
{
  GtkCheckButton *check = get_choice (GTK_WIDGET (row))->check;

  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

static void
clear_cb (GtkButton *button, WmGroupPicker *self)
{
  wm_group_picker_set_items (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
wm_group_picker_finalize (GObject *object)
{
  WmGroupPicker *self = WM_GROUP_PICKER (object);

  g_free (self->hint);
  g_free (self->needle);
  G_OBJECT_CLASS (wm_group_picker_parent_class)->finalize (object);
}

static void
wm_group_picker_class_init (WmGroupPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wm_group_picker_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-group-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, WmGroupPicker, label);
  gtk_widget_class_bind_template_child (widget_class, WmGroupPicker, button);
  gtk_widget_class_bind_template_child (widget_class, WmGroupPicker, search);
  gtk_widget_class_bind_template_child (widget_class, WmGroupPicker, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);

  /* The user ticked or unticked something. */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
wm_group_picker_init (WmGroupPicker *self)
{
  self->hint = g_strdup (_("Choose…"));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gtk_list_box_set_header_func (self->list, head_row, self, NULL);
  show_label (self);
}

/**
 * wm_group_picker_new:
 *
 * Returns: (transfer none): a picker without areas; whoever adds it to a container owns it
 */
GtkWidget *
wm_group_picker_new (void)
{
  return g_object_new (WM_TYPE_GROUP_PICKER, NULL);
}

static void
take_row (WmGroupPicker *self, char *item, char *label, Part part)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *check = gtk_check_button_new_with_label (label);
  Choice *choice = g_new (Choice, 1);

  choice->item = item;
  choice->label = label;
  choice->part = part;
  choice->check = GTK_CHECK_BUTTON (check);
  gtk_widget_set_focusable (check, FALSE); /* the row is what has the focus */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  g_object_set_data_full (G_OBJECT (row), "choice", choice, choice_free);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (toggled_cb), self, 0);
  gtk_list_box_append (self->list, row);
}

static void
add_groups (WmGroupPicker *self, WmProject *project)
{
  g_autoptr (GPtrArray) groups = wm_store_list_groups (wm_project_get_store (project), NULL);
  const WmArea *own = wm_project_get_own_authority (project);
  const char *list = wm_project_get_neighbour_list (project);

  take_row (self, g_strdup ("all"), g_strdup (_("All authorities")), PART_GROUPS);
  if (own != NULL && wm_area_set_get_neighbours (wm_project_get_areas (project), own->code, list) != NULL)
    take_row (self, g_strdup_printf ("neighbours%s:%s", list, own->code),
              /* Translators: %1$s is an authority, %2$s the year of a list. */
              g_strdup_printf (_("Neighbours of %1$s (%2$s list)"), own->name, list), PART_GROUPS);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const WmAreaGroup *group = g_ptr_array_index (groups, i);

      take_row (self, g_strconcat ("group:", group->name, NULL), g_strdup (group->name), PART_GROUPS);
    }
}

static int
compare_areas (gconstpointer a, gconstpointer b)
{
  const WmArea *left = *(const WmArea *const *) a, *right = *(const WmArea *const *) b;

  return g_utf8_collate (left->name, right->name);
}

static GPtrArray *
list_areas (WmProject *project)
{
  WmAreaSet *areas = wm_project_get_areas (project);
  GPtrArray *sorted = g_ptr_array_new ();

  for (gsize i = 0; i < wm_area_set_get_n_areas (areas); i++)
    g_ptr_array_add (sorted, wm_area_set_get_area (areas, i));
  g_ptr_array_sort (sorted, compare_areas);
  return sorted;
}

static void
add_areas (WmGroupPicker *self, const GPtrArray *areas, WmAreaKind kind, Part part)
{
  for (guint i = 0; i < areas->len; i++)
    {
      const WmArea *area = g_ptr_array_index (areas, i);
      gboolean is_former = !wm_area_is_current (area);

      if (area->kind != kind || is_former != (part == PART_FORMER))
        continue;
      take_row (self,
                kind == WM_AREA_REGION ? g_strconcat ("region:", area->name, NULL)
                                       : g_strdup (area->code),
                g_strdup (area->name), part);
    }
}

/**
 * wm_group_picker_fill:
 * @self: a picker
 * @project: a project
 * @with_groups: whether regions and groups can be picked beside single authorities
 *
 * Lists what can be picked in a project. What was ticked stays ticked where it is still there.
 */
void
wm_group_picker_fill (WmGroupPicker *self, WmProject *project, gboolean with_groups)
{
  g_auto (GStrv) items = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  GtkWidget *row;

  g_return_if_fail (WM_IS_GROUP_PICKER (self));

  items = wm_group_picker_get_items (self);
  areas = list_areas (project);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  if (with_groups)
    {
      add_groups (self, project);
      add_areas (self, areas, WM_AREA_REGION, PART_REGIONS);
    }
  add_areas (self, areas, WM_AREA_AUTHORITY, PART_AUTHORITIES);
  add_areas (self, areas, WM_AREA_AUTHORITY, PART_FORMER);
  wm_group_picker_set_items (self, (const char *const *) items);
}

/**
 * wm_group_picker_get_items:
 * @self: a picker
 *
 * Returns: (transfer full): what is ticked, in the words of group options
 */
GStrv
wm_group_picker_get_items (WmGroupPicker *self)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  g_return_val_if_fail (WM_IS_GROUP_PICKER (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const Choice *choice = GTK_IS_LIST_BOX_ROW (row) ? get_choice (row) : NULL;

      if (choice != NULL && gtk_check_button_get_active (choice->check))
        g_strv_builder_add (items, choice->item);
    }
  return g_strv_builder_end (items);
}

/**
 * wm_group_picker_set_items:
 * @self: a picker
 * @items: (array zero-terminated=1) (nullable): what to tick
 *
 * Ticks these and no others, without telling.
 */
void
wm_group_picker_set_items (WmGroupPicker *self, const char *const *items)
{
  g_return_if_fail (WM_IS_GROUP_PICKER (self));

  self->is_filling = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const Choice *choice = GTK_IS_LIST_BOX_ROW (row) ? get_choice (row) : NULL;

      if (choice != NULL)
        gtk_check_button_set_active (choice->check,
                                     items != NULL && g_strv_contains (items, choice->item));
    }
  self->is_filling = FALSE;
  show_label (self);
}

/**
 * wm_group_picker_set_hint:
 * @self: a picker
 * @hint: what the button says while nothing is ticked
 *
 * Sets the hint.
 */
void
wm_group_picker_set_hint (WmGroupPicker *self, const char *hint)
{
  g_return_if_fail (WM_IS_GROUP_PICKER (self));

  wm_set_str (&self->hint, hint);
  show_label (self);
}
