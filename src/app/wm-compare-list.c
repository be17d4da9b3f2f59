/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Frameworks side by side as a table: a row for each thing, a column for each framework, what all of
 * them have at the top. */

#include "config.h"

#include "wm-compare-list.h"

#include "wm-framework-words.h"
#include "wm-text.h"

#include <glib/gi18n-lib.h>

#define MATCH_WIDTH 170     /* [px] */
#define FRAMEWORK_WIDTH 190 /* [px] */

/* A row of the table. */
#define WM_TYPE_COMPARE_ENTRY (wm_compare_entry_get_type ())
G_DECLARE_FINAL_TYPE (WmCompareEntry, wm_compare_entry, WM, COMPARE_ENTRY, GObject)

struct _WmCompareEntry
{
  GObject parent_instance;

  const WmComparisonRow *row; /* lent by the table */
  char *search;               /* what it is found by */
};

G_DEFINE_FINAL_TYPE (WmCompareEntry, wm_compare_entry, G_TYPE_OBJECT)

static void
wm_compare_entry_finalize (GObject *object)
{
  g_free (WM_COMPARE_ENTRY (object)->search);
  G_OBJECT_CLASS (wm_compare_entry_parent_class)->finalize (object);
}

static void
wm_compare_entry_class_init (WmCompareEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_compare_entry_finalize;
}

static void
wm_compare_entry_init (WmCompareEntry *self)
{
}

struct _WmCompareList
{
  AdwBin parent_instance;

  GPtrArray *frameworks;   /* owned */
  GPtrArray *rows;         /* owned; of WmComparisonRow */
  GListStore *entries;     /* owned; of WmCompareEntry */
  GtkCustomFilter *filter; /* owned */
  WmCompareWanted wanted;
  char *needle;            /* what is looked for, folded; NULL for nothing */

  GtkColumnView *view;
  GtkSingleSelection *selection; /* the view's */
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmCompareList, wm_compare_list, ADW_TYPE_BIN)

static const GPtrArray *
get_cell (const WmComparisonRow *row, guint framework)
{
  return g_ptr_array_index (row->cells, framework);
}

/**
 * wm_comparison_row_get_name:
 * @row: a row of a comparison
 *
 * Returns: what the first framework that has it calls it
 */
const char *
wm_comparison_row_get_name (const WmComparisonRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (get_cell (row, i)->len > 0)
      return wm_framework_item_get_name (g_ptr_array_index (get_cell (row, i), 0));
  return "";
}

/**
 * wm_comparison_row_is:
 * @row: a row of a comparison
 * @wanted: what is wanted
 *
 * Returns: whether the row is such a one
 */
gboolean
wm_comparison_row_is (const WmComparisonRow *row, WmCompareWanted wanted)
{
  gboolean is_here = get_cell (row, 0)->len > 0;

  switch (wanted)
    {
    case WM_COMPARE_SHARED:
      return is_here && row->n_frameworks > 1;
    case WM_COMPARE_DIFFERS:
      return is_here && row->match == WM_MATCH_DIFFERS;
    case WM_COMPARE_ONLY_HERE:
      return is_here && row->n_frameworks == 1;
    case WM_COMPARE_ELSEWHERE:
      return !is_here;
    case WM_COMPARE_ALL:
    default:
      return TRUE;
    }
}

static const WmComparisonRow *
get_row (GtkListItem *item)
{
  return WM_COMPARE_ENTRY (gtk_list_item_get_item (item))->row;
}

/* "Unit, Period" */
static char *
name_fields (const WmComparisonRow *row)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; row->differences[i] != NULL; i++)
    {
      WmField field;

      if (wm_field_from_id (row->differences[i], &field))
        g_ptr_array_add (names, (gpointer) _(wm_field_get_info (field)->label));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
describe_match (const WmComparisonRow *row)
{
  g_autofree char *fields = NULL;

  switch (row->match)
    {
    case WM_MATCH_SAME:
      return row->n_frameworks == row->cells->len
               ? g_strdup (_("In all, said alike"))
               /* Translators: %1$u of %2$u frameworks have it. */
               : g_strdup_printf (_("In %1$u of %2$u, said alike"), row->n_frameworks, row->cells->len);
    case WM_MATCH_DIFFERS:
      fields = name_fields (row);
      /* Translators: %s lists fields that differ, such as "Unit, Period". */
      return g_strdup_printf (_("Said differently: %s"), fields);
    case WM_MATCH_ONLY:
    default:
      return g_strdup (wm_comparison_row_is (row, WM_COMPARE_ONLY_HERE) ? _("Only here")
                                                                        : _("Not here"));
    }
}

static GtkWidget *
make_label (int width)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  return label;
}

static void
setup_name_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, make_label (22));
}

static void
bind_name_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      wm_comparison_row_get_name (get_row (item)));
}

static void
setup_match_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = make_label (18);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_list_item_set_child (item, label);
}

static void
bind_match_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_autofree char *words = describe_match (get_row (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), words);
}

/* "✓ N14": a mark, the code, and the title where the framework has one of its own for it. */
static char *
describe_cell (const WmComparisonRow *row, guint framework)
{
  const GPtrArray *cell = get_cell (row, framework);
  const char *name = wm_comparison_row_get_name (row);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cell->len; i++)
    {
      const WmFrameworkItem *item = g_ptr_array_index (cell, i);
      const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);

      g_string_append_printf (text, "%s✓%s%s", i > 0 ? "\n" : "", code != NULL ? " " : "",
                              code != NULL ? code : "");
      if (!g_str_equal (wm_framework_item_get_name (item), name))
        g_string_append_printf (text, " %s", wm_framework_item_get_name (item));
    }
  if (cell->len == 0)
    g_string_append (text, "–");
  return g_string_free (text, FALSE);
}

static void
setup_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = make_label (12);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  guint framework = GPOINTER_TO_UINT (user_data);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = describe_cell (get_row (item), framework);

  gtk_label_set_text (GTK_LABEL (label), text);
  if (get_cell (get_row (item), framework)->len > 0)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
add_column (WmCompareList *self, const char *heading, GCallback setup, GCallback bind, gpointer data,
            int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (heading, factory);

  g_signal_connect (factory, "setup", setup, data);
  g_signal_connect (factory, "bind", bind, data);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, width <= 0);
  gtk_column_view_append_column (self->view, column);
}

static void
clear_columns (WmCompareList *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
add_columns (WmCompareList *self)
{
  add_column (self, _("Indicator"), G_CALLBACK (setup_name_cb), G_CALLBACK (bind_name_cb), NULL, 0);
  add_column (self, _("Found"), G_CALLBACK (setup_match_cb), G_CALLBACK (bind_match_cb), NULL,
              MATCH_WIDTH);
  for (guint i = 0; i < self->frameworks->len; i++)
    {
      g_autofree char *heading =
        wm_framework_dup_short_title (g_ptr_array_index (self->frameworks, i));

      add_column (self, heading, G_CALLBACK (setup_cell_cb), G_CALLBACK (bind_cell_cb),
                  GUINT_TO_POINTER (i), FRAMEWORK_WIDTH);
    }
}

static gboolean
filter_entry (gpointer object, gpointer user_data)
{
  WmCompareList *self = user_data;
  WmCompareEntry *entry = WM_COMPARE_ENTRY (object);

  return wm_comparison_row_is (entry->row, self->wanted)
         && (self->needle == NULL || wm_text_contains (entry->search, self->needle));
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, WmCompareList *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
activate_cb (GtkColumnView *view, guint position, WmCompareList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
wm_compare_list_finalize (GObject *object)
{
  WmCompareList *self = WM_COMPARE_LIST (object);

  g_clear_object (&self->entries);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  g_free (self->needle);
  G_OBJECT_CLASS (wm_compare_list_parent_class)->finalize (object);
}

static void
wm_compare_list_class_init (WmCompareListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_compare_list_finalize;

  /* Another row is selected; a row was activated by Enter or a double click. */
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wm_compare_list_init (WmCompareList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;

  self->entries = g_list_store_new (WM_TYPE_COMPARE_ENTRY);
  self->filter = gtk_custom_filter_new (filter_entry, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Frameworks side by side"), -1);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, 0);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static char *
make_search (const WmComparisonRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < row->cells->len; i++)
    for (guint j = 0; j < get_cell (row, i)->len; j++)
      {
        const WmFrameworkItem *item = g_ptr_array_index (get_cell (row, i), j);
        const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);

        g_string_append_printf (text, "%s %s ", wm_framework_item_get_name (item), code != NULL ? code : "");
        for (guint k = 0; k < wm_framework_item_get_n_parts (item, WM_PART_REFERENCE); k++)
          {
            const char *reference = wm_framework_item_get_part (item, WM_PART_REFERENCE, k,
                                                                WM_REFERENCE_CODE);

            g_string_append_printf (text, "%s ", reference != NULL ? reference : "");
          }
      }
  return wm_text_fold (text->str);
}

/**
 * wm_compare_list_show:
 * @self: a table
 * @frameworks: (element-type WmFramework): what is compared
 * @rows: (element-type WmComparisonRow): what was found
 *
 * Shows a comparison.
 */
void
wm_compare_list_show (WmCompareList *self, GPtrArray *frameworks, GPtrArray *rows)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (WM_IS_COMPARE_LIST (self));

  g_list_store_remove_all (self->entries); /* before the rows that they lend */
  clear_columns (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->frameworks, g_ptr_array_unref);
  self->frameworks = g_ptr_array_ref (frameworks);
  self->rows = g_ptr_array_ref (rows);
  add_columns (self);
  for (guint i = 0; i < rows->len; i++)
    {
      WmCompareEntry *entry = g_object_new (WM_TYPE_COMPARE_ENTRY, NULL);

      entry->row = g_ptr_array_index (rows, i);
      entry->search = make_search (entry->row);
      g_ptr_array_add (entries, entry);
    }
  g_list_store_splice (self->entries, 0, 0, entries->pdata, entries->len);
}

/**
 * wm_compare_list_filter:
 * @self: a table
 * @wanted: which rows
 * @text: words to look for in titles, codes and references; "" for none
 *
 * Leaves the rows that are wanted.
 */
void
wm_compare_list_filter (WmCompareList *self, WmCompareWanted wanted, const char *text)
{
  g_return_if_fail (WM_IS_COMPARE_LIST (self));

  self->wanted = wanted;
  g_free (self->needle);
  self->needle = *text != '\0' ? wm_text_fold (text) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * wm_compare_list_get_selected:
 * @self: a table
 *
 * Returns: (nullable): the selected row
 */
const WmComparisonRow *
wm_compare_list_get_selected (WmCompareList *self)
{
  WmCompareEntry *entry;

  g_return_val_if_fail (WM_IS_COMPARE_LIST (self), NULL);

  entry = gtk_single_selection_get_selected_item (self->selection);
  return entry != NULL ? entry->row : NULL;
}

/**
 * wm_compare_list_get_position:
 * @self: a table
 *
 * Returns: the place of the selected row; %GTK_INVALID_LIST_POSITION when none is
 */
guint
wm_compare_list_get_position (WmCompareList *self)
{
  g_return_val_if_fail (WM_IS_COMPARE_LIST (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

static gboolean
has_indicator (const WmComparisonRow *row, const char *id)
{
  const GPtrArray *cell = get_cell (row, 0);

  for (guint i = 0; i < cell->len; i++)
    if (g_str_equal (wm_framework_item_get_id (g_ptr_array_index (cell, i)), id))
      return TRUE;
  return FALSE;
}

static guint
find_indicator (WmCompareList *self, const char *id)
{
  guint n = wm_compare_list_get_n_rows (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WmCompareEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (has_indicator (entry->row, id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * wm_compare_list_select:
 * @self: a table
 * @indicator_id: (nullable): an indicator of the first framework
 * @position: a place, or %GTK_INVALID_LIST_POSITION
 *
 * Selects the row of an indicator; where the filter does not leave it, the row that stands in its
 * place now.
 */
void
wm_compare_list_select (WmCompareList *self, const char *indicator_id, guint position)
{
  guint n = wm_compare_list_get_n_rows (self);
  guint found = indicator_id != NULL ? find_indicator (self, indicator_id) : GTK_INVALID_LIST_POSITION;

  g_return_if_fail (WM_IS_COMPARE_LIST (self));

  if (found == GTK_INVALID_LIST_POSITION && position != GTK_INVALID_LIST_POSITION && n > 0)
    found = MIN (position, n - 1);
  if (found == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, found);
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)),
                              "list.scroll-to-item", "u", found);
}

/**
 * wm_compare_list_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows the filter leaves
 */
guint
wm_compare_list_get_n_rows (WmCompareList *self)
{
  g_return_val_if_fail (WM_IS_COMPARE_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
