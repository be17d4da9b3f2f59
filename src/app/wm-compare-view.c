/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The framework that is being edited beside others: what they share, what only one of them has, what
 * they say differently; and pairing by hand of what a code does not match. */

#include "config.h"

#include "wm-compare-view.h"

#include "wm-compare-choice.h"
#include "wm-count-choice.h"
#include "wm-framework-editor.h"
#include "wm-framework-words.h"
#include "wm-pair-window.h"
#include "wm-share.h"
#include "wm-table-window.h"

#include <glib/gi18n-lib.h>

struct _WmCompareView
{
  WmPage parent_instance;

  GPtrArray *frameworks; /* owned; the one that is edited, then the others; NULL before there are two */
  GPtrArray *rows;       /* owned; of WmComparisonRow */

  WmCompareChoice *choice;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkStack *table_stack;
  WmCountChoice *wanted; /* what is wanted: a WmCompareWanted each */
  WmCompareList *list;
  GtkActionBar *bar;
  GtkLabel *selected;
};

G_DEFINE_FINAL_TYPE (WmCompareView, wm_compare_view, WM_TYPE_PAGE)

static const char *const wanted_words[WM_N_COMPARE_WANTED] = {
  N_("All rows"), N_("Shared"), N_("Said differently"), N_("Only here"), N_("Not here"),
};

static WmFrameworkEditor *
get_editor (WmCompareView *self)
{
  return wm_workspace_get_framework_editor (wm_page_get_workspace (WM_PAGE (self)));
}

static void
filter_again (WmCompareView *self)
{
  wm_compare_list_filter (self->list, (WmCompareWanted) wm_count_choice_get_chosen (self->wanted),
                          gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_stack_set_visible_child_name (self->table_stack,
                                    wm_compare_list_get_n_rows (self->list) > 0 ? "rows" : "none");
}

static void
show_counts (WmCompareView *self)
{
  for (guint i = 0; i < WM_N_COMPARE_WANTED; i++)
    {
      guint n = 0;

      for (guint r = 0; r < self->rows->len; r++)
        if (wm_comparison_row_is (g_ptr_array_index (self->rows, r), (WmCompareWanted) i))
          n++;
      wm_count_choice_set_count (self->wanted, i, n, TRUE);
    }
}

/* The indicator of the framework that is edited, in the selected row. */
static WmFrameworkItem *
get_own (WmCompareView *self)
{
  const WmComparisonRow *row = wm_compare_list_get_selected (self->list);
  const GPtrArray *cell = row != NULL ? g_ptr_array_index (row->cells, 0) : NULL;

  return cell != NULL && cell->len > 0 ? g_ptr_array_index (cell, 0) : NULL;
}

/* The step that takes a pairing of the selected row back, where a person made one. */
static WmFrameworkEdit *
make_unpair (WmCompareView *self)
{
  const WmComparisonRow *row = wm_compare_list_get_selected (self->list);
  WmFrameworkItem *own = get_own (self);

  for (guint i = 1; own != NULL && i < row->cells->len; i++)
    {
      const GPtrArray *cell = g_ptr_array_index (row->cells, i);

      for (guint j = 0; j < cell->len; j++)
        {
          const char *other_id = wm_framework_item_get_id (g_ptr_array_index (cell, j));
          WmFrameworkEdit *edit =
            wm_framework_edit_unpair (g_ptr_array_index (self->frameworks, 0),
                                      wm_framework_item_get_id (own),
                                      g_ptr_array_index (self->frameworks, i), other_id, NULL);

          if (edit != NULL)
            return edit;
        }
    }
  return NULL;
}

static void
row_selected_cb (WmCompareView *self)
{
  const WmComparisonRow *row = wm_compare_list_get_selected (self->list);
  gboolean can_edit = wm_framework_editor_can_edit (get_editor (self));
  g_autoptr (WmFrameworkEdit) unpair = NULL;

  gtk_action_bar_set_revealed (self->bar, row != NULL);
  if (row == NULL)
    return;
  unpair = make_unpair (self);
  gtk_label_set_text (self->selected, wm_comparison_row_get_name (row));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.pair", can_edit && get_own (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.unpair", can_edit && unpair != NULL);
}

static GPtrArray *
load_frameworks (WmCompareView *self)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));
  g_autoptr (GError) error = NULL;
  GPtrArray *frameworks = wm_compare_choice_load (self->choice, &error);

  if (frameworks == NULL)
    wm_workspace_fail (workspace, _("The Framework Could Not Be Read"), error);
  else
    g_ptr_array_insert (frameworks, 0,
                        wm_framework_ref (wm_framework_editor_get_framework (get_editor (self))));
  return frameworks;
}

static void
show_comparison (WmCompareView *self, GPtrArray *frameworks)
{
  WmFrameworkItem *own = get_own (self);
  g_autofree char *selected = own != NULL ? g_strdup (wm_framework_item_get_id (own)) : NULL;
  guint position = wm_compare_list_get_position (self->list);
  GPtrArray *old = g_steal_pointer (&self->frameworks); /* the rows that still show lend from it */
  GPtrArray *rows = wm_framework_compare ((WmFramework *const *) frameworks->pdata, frameworks->len,
                                          NULL, 0);

  wm_compare_list_show (self->list, frameworks, rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->frameworks = g_ptr_array_ref (frameworks);
  self->rows = rows;
  g_clear_pointer (&old, g_ptr_array_unref);
  show_counts (self);
  filter_again (self);
  wm_compare_list_select (self->list, selected, position);
  row_selected_cb (self);
}

static void
compare_again (WmCompareView *self)
{
  g_autoptr (GPtrArray) frameworks = load_frameworks (self);
  gboolean can_compare = frameworks != NULL && frameworks->len > 1;

  if (can_compare)
    show_comparison (self, frameworks);
  gtk_stack_set_visible_child_name (self->stack, can_compare ? "comparison" : "nothing");
}

static void
wm_compare_view_refresh (WmPage *page)
{
  WmCompareView *self = WM_COMPARE_VIEW (page);
  WmWorkspace *workspace = wm_page_get_workspace (page);

  if (wm_workspace_get_project (workspace) == NULL
      || wm_framework_editor_get_framework (get_editor (self)) == NULL)
    return;
  wm_compare_choice_fill (self->choice, workspace, wm_framework_editor_get_id (get_editor (self)));
  compare_again (self);
}

static void
wm_compare_view_find (WmPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (WM_COMPARE_VIEW (page)->search));
}

static void
workspace_set_cb (WmCompareView *self, GParamSpec *pspec, gpointer user_data)
{
  if (wm_page_get_workspace (WM_PAGE (self)) != NULL)
    g_signal_connect_object (get_editor (self), "changed", G_CALLBACK (wm_page_queue_refresh), self,
                             G_CONNECT_SWAPPED);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wm_compare_choice_open (WM_COMPARE_VIEW (widget)->choice);
}

static void
pair_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmCompareView *self = WM_COMPARE_VIEW (widget);
  WmFrameworkItem *own = get_own (self);
  g_autoptr (GPtrArray) others =
    g_ptr_array_new_with_free_func ((GDestroyNotify) wm_framework_unref);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (own == NULL)
    return;
  for (guint i = 1; i < self->frameworks->len; i++)
    g_ptr_array_add (others, wm_framework_ref (g_ptr_array_index (self->frameworks, i)));
  gtk_window_present (GTK_WINDOW (wm_pair_window_new (GTK_WINDOW (root),
                                                      wm_page_get_workspace (WM_PAGE (self)), own,
                                                      others)));
}

static void
unpair_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmCompareView *self = WM_COMPARE_VIEW (widget);
  WmFrameworkEdit *edit = make_unpair (self);

  if (edit != NULL)
    wm_framework_editor_take_edit (get_editor (self), edit);
}

/* What a framework says in a field of each indicator that it has for a row. */
static char *
join_texts (const GPtrArray *cell, WmField field)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < cell->len; i++)
    {
      const char *text = wm_framework_item_get_text (g_ptr_array_index (cell, i), field);

      if (text != NULL)
        g_ptr_array_add (texts, (gpointer) wm_field_get_words (field, text));
    }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

/* A line of the table, where any of them says something. */
static void
add_field (WmTable *table, const WmComparisonRow *row, WmField field)
{
  const WmFieldInfo *info = wm_field_get_info (field);
  gboolean differs = g_strv_contains ((const char *const *) row->differences, info->id);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = differs ? g_strconcat ("≠ ", _(info->label), NULL)
                                  : g_strdup (_(info->label));
  gboolean is_said = FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      char *text = join_texts (g_ptr_array_index (row->cells, i), field);

      is_said |= *text != '\0';
      g_ptr_array_add (cells, text);
    }
  if (!is_said)
    return;
  wm_table_begin_row (table);
  wm_table_add_text (table, name);
  for (guint i = 0; i < cells->len; i++)
    wm_table_add_text (table, g_ptr_array_index (cells, i));
}

/* What all frameworks say of the selected row, field by field. */
static WmTable *
make_definitions (WmCompareView *self, const WmComparisonRow *row)
{
  WmTable *table = wm_table_new ();

  wm_table_add_column (table, _("What is said"), WM_COLUMN_TEXT);
  for (guint i = 0; i < self->frameworks->len; i++)
    {
      g_autofree char *heading =
        wm_framework_dup_short_title (g_ptr_array_index (self->frameworks, i));

      wm_table_add_column (table, heading, WM_COLUMN_TEXT);
    }
  for (guint f = 0; f < WM_N_FIELDS; f++)
    add_field (table, row, (WmField) f);
  return table;
}

static void
definitions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmCompareView *self = WM_COMPARE_VIEW (widget);
  const WmComparisonRow *row = wm_compare_list_get_selected (self->list);
  g_autoptr (WmTable) table = NULL;

  if (row == NULL)
    return;
  table = make_definitions (self, row);
  gtk_window_present (GTK_WINDOW (wm_table_window_new (widget, wm_comparison_row_get_name (row),
                                                       table)));
}

static void
row_activated_cb (WmCompareView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "compare.definitions", NULL);
}

static WmTable *
make_matrix (WmCompareView *self)
{
  if (self->frameworks == NULL)
    return NULL;
  return wm_framework_compare_matrix ((WmFramework *const *) self->frameworks->pdata,
                                      self->frameworks->len);
}

static void
copy_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (WmTable) table = make_matrix (WM_COMPARE_VIEW (widget));

  if (table == NULL)
    return;
  wm_share_copy_table (widget, table);
  wm_workspace_say (wm_page_get_workspace (WM_PAGE (widget)), _("The table was copied"));
}

static void
save_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (WmTable) table = make_matrix (WM_COMPARE_VIEW (widget));

  if (table != NULL)
    wm_share_save_table (widget, table, _("Frameworks side by side"));
}

static void
wm_compare_view_dispose (GObject *object)
{
  WmCompareView *self = WM_COMPARE_VIEW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  G_OBJECT_CLASS (wm_compare_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, choice);
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, search);
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, table_stack);
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, wanted);
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, list);
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, bar);
  gtk_widget_class_bind_template_child (widget_class, WmCompareView, selected);
  gtk_widget_class_bind_template_callback (widget_class, compare_again);
  gtk_widget_class_bind_template_callback (widget_class, filter_again);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "compare.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "compare.pair", NULL, pair_action);
  gtk_widget_class_install_action (widget_class, "compare.unpair", NULL, unpair_action);
  gtk_widget_class_install_action (widget_class, "compare.definitions", NULL, definitions_action);
  gtk_widget_class_install_action (widget_class, "compare.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "compare.save-table", NULL, save_table_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "compare.copy-table", NULL);
}

static void
wm_compare_view_class_init (WmCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_compare_view_dispose;
  WM_PAGE_CLASS (klass)->refresh = wm_compare_view_refresh;
  WM_PAGE_CLASS (klass)->find = wm_compare_view_find;
    g_type_ensure (WM_TYPE_COMPARE_CHOICE);
  g_type_ensure (WM_TYPE_COMPARE_LIST);
  g_type_ensure (WM_TYPE_COUNT_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-compare-view.ui");
  bind_children (widget_class);
  install_actions (widget_class);
}

static void
wm_compare_view_init (WmCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < WM_N_COMPARE_WANTED; i++)
    wm_count_choice_add (self->wanted, _(wanted_words[i]));
  g_signal_connect (self, "notify::workspace", G_CALLBACK (workspace_set_cb), NULL);
}

/**
 * wm_compare_view_new:
 *
 * Returns: (transfer none): the view, without a workspace; whoever adds it to a container owns it
 */
GtkWidget *
wm_compare_view_new (void)
{
  return g_object_new (WM_TYPE_COMPARE_VIEW, NULL);
}

/**
 * wm_compare_view_add:
 * @self: the view
 * @key: "project:ID", "built-in:ID", "version:NUMBER" or "file:PATH"
 *
 * Adds a framework to the comparison.
 */
void
wm_compare_view_add (WmCompareView *self, const char *key)
{
  g_return_if_fail (WM_IS_COMPARE_VIEW (self));

  wm_compare_choice_choose (self->choice, key);
  wm_page_queue_refresh (WM_PAGE (self));
}

/**
 * wm_compare_view_filter:
 * @self: the view
 * @wanted: which rows are wanted
 *
 * Leaves the rows that are wanted.
 */
void
wm_compare_view_filter (WmCompareView *self, WmCompareWanted wanted)
{
  g_return_if_fail (WM_IS_COMPARE_VIEW (self));

  wm_count_choice_choose (self->wanted, wanted);
}

/**
 * wm_compare_view_get_n_rows:
 * @self: the view
 *
 * Returns: how many rows the filter leaves
 */
guint
wm_compare_view_get_n_rows (WmCompareView *self)
{
  g_return_val_if_fail (WM_IS_COMPARE_VIEW (self), 0);

  return wm_compare_list_get_n_rows (self->list);
}
