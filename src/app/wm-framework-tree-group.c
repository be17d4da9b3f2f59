/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The tree by another grouping: the same items under the values of their tags. The framework does
 * not change, and where its items stand cannot be changed there. */

#include "config.h"

#include "wm-framework-tree-private.h"

#include "wm-framework-group.h"
#include "wm-table-window.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

/* Whether the rows stand under the values of a grouping. */
gboolean
wm_framework_tree_is_grouped (WmFrameworkTree *self)
{
  return self->view != NULL;
}

/* What the rows stand for: the framework, or the view of it; NULL while nothing is edited. */
WmFramework *
wm_framework_tree_get_view (WmFrameworkTree *self)
{
  return self->view != NULL ? self->view : wm_framework_tree_get_framework (self);
}

static gboolean
lists (GtkDropDown *drop_down, GPtrArray *texts)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);

  if (model == NULL || g_list_model_get_n_items (model) != texts->len)
    return FALSE;
  for (guint i = 0; i < texts->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i), texts->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The choice: as the framework has its items, or one of the groupings. */
static void
fill_choice (WmFrameworkTree *self, GPtrArray *groupings)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GtkStringList) model = NULL;

  g_ptr_array_add (texts, (char *) _("Domains and outcomes"));
  for (guint i = 0; i < groupings->len; i++)
    g_ptr_array_add (texts, groupings->pdata[i]);
  if (lists (self->group_by, texts))
    return;
  model = gtk_string_list_new (NULL);
  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (model, texts->pdata[i]);
  gtk_drop_down_set_model (self->group_by, G_LIST_MODEL (model));
}

/* The grouping that the user chose for the framework, as long as there is one of that name. */
static const char *
choose (WmFrameworkTree *self, WmFramework *framework, GPtrArray *groupings, guint *index)
{
  const char *wanted = framework != NULL ? g_hash_table_lookup (self->groupings, wm_framework_get_id (framework)) : NULL;

  if (wanted != NULL && g_ptr_array_find_with_equal_func (groupings, wanted, g_str_equal, index))
    return wanted;
  return NULL;
}

/* Groups the framework as it is now in the way that the user chose for it. The caller is updating. */
void
wm_framework_tree_update_view (WmFrameworkTree *self)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (GPtrArray) groupings = framework != NULL ? wm_framework_list_groupings (framework)
                                                      : g_ptr_array_new_with_free_func (g_free);
  guint index = 0;
  const char *grouping = choose (self, framework, groupings, &index);
  gboolean is_other = wm_set_str (&self->grouping, grouping);

  fill_choice (self, groupings);
  gtk_drop_down_set_selected (self->group_by, grouping != NULL ? index + 1 : 0);
  gtk_widget_set_visible (self->group_bar, groupings->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->group_note), grouping != NULL);
  g_clear_pointer (&self->view, wm_framework_unref);
  self->view = grouping != NULL ? wm_framework_regroup (framework, grouping) : NULL;
  self->follows_ids = is_other || grouping != NULL;
}

/* Remembers what the user chose, for this framework. */
void
wm_framework_tree_note_grouping (WmFrameworkTree *self)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  guint selected = gtk_drop_down_get_selected (self->group_by);
  GtkStringList *texts = GTK_STRING_LIST (gtk_drop_down_get_model (self->group_by));

  if (framework == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0)
    g_hash_table_remove (self->groupings, wm_framework_get_id (framework));
  else
    g_hash_table_replace (self->groupings, g_strdup (wm_framework_get_id (framework)),
                          g_strdup (gtk_string_list_get_string (texts, selected)));
}

/* The heading of a column for people: the values of the grouping stand between the others. */
static const char *
get_heading (WmTable *matrix, gsize column)
{
  static const char *const first[] = { N_("Domain"), N_("Code"), N_("Indicator") };

  if (column < G_N_ELEMENTS (first))
    return _(first[column]);
  return column + 1 < wm_table_get_n_columns (matrix) ? wm_table_get_name (matrix, column) : _("Groups");
}

static void
add_cell (WmTable *table, WmTable *matrix, gsize row, gsize column)
{
  const char *text;

  if (wm_table_get_kind (matrix, column) == WM_COLUMN_NUMBER)
    {
      wm_table_add_number (table, wm_table_get_number (matrix, row, column));
      return;
    }
  text = wm_table_get_text (matrix, row, column);
  wm_table_add_text (table, text != NULL && g_str_equal (text, "yes") ? _("Yes") : text);
}

/* The matrix in words for people. */
static WmTable *
make_readable (WmTable *matrix)
{
  WmTable *table = wm_table_new ();

  for (gsize column = 0; column < wm_table_get_n_columns (matrix); column++)
    wm_table_add_column (table, get_heading (matrix, column), wm_table_get_kind (matrix, column));
  for (gsize row = 0; row < wm_table_get_n_rows (matrix); row++)
    {
      wm_table_begin_row (table);
      for (gsize column = 0; column < wm_table_get_n_columns (matrix); column++)
        add_cell (table, matrix, row, column);
    }
  return table;
}

/* Shows each indicator once, with a column for each value of the grouping. */
void
wm_framework_tree_show_matrix (WmFrameworkTree *self)
{
  WmFramework *framework = wm_framework_tree_get_framework (self);
  g_autoptr (WmTable) matrix = NULL;
  g_autoptr (WmTable) table = NULL;
  GtkWindow *window;

  if (framework == NULL || self->view == NULL)
    return;
  matrix = wm_framework_group_matrix (framework, self->grouping);
  table = make_readable (matrix);
  window = GTK_WINDOW (wm_table_window_new (GTK_WIDGET (self), wm_framework_get_title (self->view), table));
  gtk_window_set_default_size (window, 960, 560);
  gtk_window_present (window);
}

/**
 * wm_framework_tree_group_by:
 * @self: a tree that is shown
 * @grouping: (nullable): a grouping; %NULL for domains and outcomes
 *
 * Chooses how the items are grouped, as the user would.
 *
 * Returns: whether there is such a grouping
 */
gboolean
wm_framework_tree_group_by (WmFrameworkTree *self, const char *grouping)
{
  GtkStringList *texts;

  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), FALSE);

  if (grouping == NULL)
    {
      gtk_drop_down_set_selected (self->group_by, 0);
      return TRUE;
    }
  texts = GTK_STRING_LIST (gtk_drop_down_get_model (self->group_by));
  for (guint i = 1; i < g_list_model_get_n_items (G_LIST_MODEL (texts)); i++)
    if (g_str_equal (gtk_string_list_get_string (texts, i), grouping))
      {
        gtk_drop_down_set_selected (self->group_by, i);
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_framework_tree_get_grouping:
 * @self: a tree
 *
 * Returns: (nullable): what the items are grouped by; %NULL for domains and outcomes
 */
const char *
wm_framework_tree_get_grouping (WmFrameworkTree *self)
{
  g_return_val_if_fail (WM_IS_FRAMEWORK_TREE (self), NULL);

  return self->grouping;
}
