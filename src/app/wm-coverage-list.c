/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The indicators of a framework against the data of the project, as a table that can be sorted and
 * filtered. A measure in it is a button that leads to its chart. */

#include "config.h"

#include "wm-coverage-list.h"

#include "wm-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define OWN_DECIMALS 1

/* A row is its place in the coverage. */
#define WM_TYPE_COVERAGE_ENTRY (wm_coverage_entry_get_type ())
G_DECLARE_FINAL_TYPE (WmCoverageEntry, wm_coverage_entry, WM, COVERAGE_ENTRY, GObject)

struct _WmCoverageEntry
{
  GObject parent_instance;

  WmCoverage *coverage; /* owned */
  guint place;
  char *path;           /* where the indicator stands in the framework */
};

G_DEFINE_FINAL_TYPE (WmCoverageEntry, wm_coverage_entry, G_TYPE_OBJECT)

static void
wm_coverage_entry_finalize (GObject *object)
{
  WmCoverageEntry *self = WM_COVERAGE_ENTRY (object);

  wm_coverage_unref (self->coverage);
  g_free (self->path);
  G_OBJECT_CLASS (wm_coverage_entry_parent_class)->finalize (object);
}

static void
wm_coverage_entry_class_init (WmCoverageEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_coverage_entry_finalize;
}

static void
wm_coverage_entry_init (WmCoverageEntry *self)
{
}

static const WmCoverageRow *
get_row (gpointer entry)
{
  WmCoverageEntry *self = WM_COVERAGE_ENTRY (entry);

  return wm_coverage_get_row (self->coverage, self->place);
}

struct _WmCoverageList
{
  AdwBin parent_instance;

  GListStore *entries;     /* owned; of WmCoverageEntry */
  GtkCustomFilter *filter; /* owned */
  int state;               /* the state that is wanted, or WM_COVERAGE_ANY */
  GHashTable *found;       /* owned; ids that a search left; NULL for all */

  GtkColumnView *view;
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmCoverageList, wm_coverage_list, ADW_TYPE_BIN)

static const char *
get_title (const WmCoverageRow *row)
{
  return wm_framework_item_get_name (row->indicator);
}

/* What stands for the data: the state of a gap, or how much of an indicator of several parts there
 * is; NULL where the measure says it all. */
static char *
dup_state (const WmCoverageRow *row)
{
  if (row->state != WM_COVERAGE_DATA)
    return g_strdup (wm_coverage_state_get_words (row->state));
  if (row->n_parts_with_data == row->n_parts)
    return NULL;
  /* Translators: %1$u of the %2$u parts of an indicator have data. */
  return g_strdup_printf (_("%1$u of %2$u parts"), row->n_parts_with_data, row->n_parts);
}

static char *
dup_number (double number)
{
  return wm_number_format_display (number, 0);
}

static char *
dup_areas (const WmCoverageRow *row)
{
  return row->state == WM_COVERAGE_DATA ? dup_number (row->n_areas) : NULL;
}

static char *
dup_years (const WmCoverageRow *row)
{
  if (row->last_period == NULL)
    return NULL;
  if (g_strcmp0 (row->first_period, row->last_period) == 0)
    return g_strdup (row->last_period);
  return g_strdup_printf ("%s – %s", row->first_period, row->last_period);
}

/* "▲ Better": the mark, then the word. */
static char *
dup_travel (const WmCoverageRow *row)
{
  static const char *const marks[WM_N_TRAVELS] = {
    [WM_TRAVEL_BETTER] = "▲",
    [WM_TRAVEL_WORSE] = "▼",
    [WM_TRAVEL_SAME] = "＝",
    [WM_TRAVEL_NO_DIRECTION] = "◆",
  };

  if (!row->own_has_value)
    return row->state == WM_COVERAGE_DATA ? g_strdup (_("No value")) : NULL;
  if (marks[row->travel] == NULL)
    return g_strdup (row->own_period);
  return g_strdup_printf ("%s %s", marks[row->travel], wm_travel_get_words (row->travel));
}

/* "402 values, and 30 without a number": how much lies behind the areas and years. */
static char *
dup_amount (const WmCoverageRow *row)
{
  g_autofree char *values = dup_number (row->n_values);
  g_autofree char *missing = dup_number (row->n_missing);

  if (row->state != WM_COVERAGE_DATA)
    return NULL;
  /* Translators: %1$s and %2$s count values. */
  return g_strdup_printf (_("%1$s values, and %2$s without a number"), values, missing);
}

/* "47.4 in 2023-24; 45.1 before" */
static char *
dup_own (const WmCoverageRow *row)
{
  g_autofree char *latest = NULL;
  g_autofree char *before = NULL;

  if (!row->own_has_value)
    return NULL;
  latest = wm_number_format_display (row->own_value, OWN_DECIMALS);
  if (isnan (row->own_previous))
    /* Translators: %1$s is a value, %2$s its year. */
    return g_strdup_printf (_("%1$s in %2$s"), latest, row->own_period);
  before = wm_number_format_display (row->own_previous, OWN_DECIMALS);
  /* Translators: %1$s is a value, %2$s its year, %3$s the value before. */
  return g_strdup_printf (_("%1$s in %2$s; %3$s before"), latest, row->own_period, before);
}

static char *
dup_as_at (const WmCoverageRow *row)
{
  return g_strdup (row->as_at);
}

static char *
dup_file (const WmCoverageRow *row)
{
  return g_strdup (row->state == WM_COVERAGE_DATA ? row->file_name : row->filled_by);
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_utf8_collate (get_title (get_row ((gpointer) a)), get_title (get_row ((gpointer) b)));
}

/* Measures by their codes, then gaps by what would fill them. */
static int
compare_data (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WmCoverageRow *left = get_row ((gpointer) a);
  const WmCoverageRow *right = get_row ((gpointer) b);

  if (left->state != right->state)
    return (int) left->state - (int) right->state;
  return left->state == WM_COVERAGE_DATA ? g_strcmp0 (left->measure_code, right->measure_code) : 0;
}

static int
compare_areas (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) get_row ((gpointer) a)->n_areas - (int) get_row ((gpointer) b)->n_areas;
}

static int
compare_years (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return get_row ((gpointer) a)->last_year - get_row ((gpointer) b)->last_year;
}

static int
compare_travels (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) get_row ((gpointer) a)->travel - (int) get_row ((gpointer) b)->travel;
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_strcmp0 (get_row ((gpointer) a)->as_at, get_row ((gpointer) b)->as_at);
}

static int
compare_files (gconstpointer a, gconstpointer b, gpointer user_data)
{
  g_autofree char *left = dup_file (get_row ((gpointer) a));
  g_autofree char *right = dup_file (get_row ((gpointer) b));

  return g_strcmp0 (left, right);
}

/* A column of one text. */
typedef struct
{
  const char *heading;
  char *(*dup_text) (const WmCoverageRow *row);
  char *(*dup_tooltip) (const WmCoverageRow *row); /* or NULL */
  GCompareDataFunc compare;
  gboolean is_number;
  int width; /* [characters] */
} Column;

static const Column columns[] = {
  { N_("Areas"), dup_areas, dup_amount, compare_areas, TRUE, 4 },
  { N_("Years"), dup_years, dup_amount, compare_years, FALSE, 12 },
  { N_("Latest Change"), dup_travel, dup_own, compare_travels, FALSE, 12 },
  { N_("As At"), dup_as_at, NULL, compare_days, FALSE, 10 },
  { N_("File or Source"), dup_file, NULL, compare_files, FALSE, 14 },
};

static void
setup_text_cb (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), column->width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column->width);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_text_cb (GtkListItemFactory *factory, GtkListItem *item, const Column *column)
{
  const WmCoverageRow *row = get_row (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = column->dup_text (row);
  g_autofree char *tooltip = column->dup_tooltip != NULL ? column->dup_tooltip (row) : NULL;

  gtk_widget_set_tooltip_text (label, tooltip);
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  if (row->state == WM_COVERAGE_DATA)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
setup_indicator_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), i == 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), i == 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_START);
      gtk_label_set_width_chars (GTK_LABEL (label), 22);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
bind_indicator_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  WmCoverageEntry *entry = WM_COVERAGE_ENTRY (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_list_item_get_child (item);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), get_title (get_row (entry)));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      entry->path != NULL ? entry->path : "");
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (box), entry->path);
}

static void
setup_data_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("");
  GtkWidget *state = gtk_label_new (NULL);
  GtkWidget *code = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (code), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (code), 10);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "link");
  gtk_widget_add_css_class (button, "measure-link");
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_label_set_wrap (GTK_LABEL (state), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (state), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (state), 18);
  gtk_widget_add_css_class (state, "dim-label");
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), state);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, box);
}

static void
bind_link (GtkWidget *button, const WmCoverageRow *row)
{
  /* Translators: %s is the code of a measure. */
  g_autofree char *words = g_strdup_printf (_("Show the trend of %s"), row->measure_code);

  gtk_button_set_label (GTK_BUTTON (button), row->measure_code);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", row->measure_code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "coverage.show-measure");
}

/* A measure that leads to its chart, or why there is none. */
static void
bind_data_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const WmCoverageRow *row = get_row (gtk_list_item_get_item (item));
  GtkWidget *button = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *state = gtk_widget_get_next_sibling (button);
  g_autofree char *words = dup_state (row);

  gtk_widget_set_visible (button, row->state == WM_COVERAGE_DATA);
  if (row->state == WM_COVERAGE_DATA)
    bind_link (button, row);
  gtk_widget_set_visible (state, words != NULL);
  gtk_label_set_text (GTK_LABEL (state), words != NULL ? words : "");
}

static GtkColumnViewColumn *
add_column (WmCoverageList *self, const char *heading, GCallback setup, GCallback bind,
            const Column *column, GCompareDataFunc compare)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (heading, factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));

  g_signal_connect (factory, "setup", setup, (gpointer) column);
  g_signal_connect (factory, "bind", bind, (gpointer) column);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (view_column); /* the view holds it */
  return view_column;
}

static void
add_text_column (WmCoverageList *self, const Column *column)
{
  add_column (self, _(column->heading), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_text_cb), column,
              column->compare);
}

static void
add_columns (WmCoverageList *self)
{
  GtkColumnViewColumn *indicator = add_column (self, _("Indicator"), G_CALLBACK (setup_indicator_cb),
                                               G_CALLBACK (bind_indicator_cb), NULL, compare_titles);

  gtk_column_view_column_set_expand (indicator, TRUE);
  add_column (self, _("Data"), G_CALLBACK (setup_data_cb), G_CALLBACK (bind_data_cb), NULL,
              compare_data);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    add_text_column (self, &columns[i]);
}

static gboolean
filter_entry (gpointer object, gpointer user_data)
{
  WmCoverageList *self = user_data;
  const WmCoverageRow *row = get_row (object);

  if (self->state == WM_COVERAGE_ANY ? row->state == WM_COVERAGE_PLACEHOLDER
                                     : row->state != (WmCoverageState) self->state)
    return FALSE;
  return self->found == NULL
         || g_hash_table_contains (self->found, wm_framework_item_get_id (row->indicator));
}

static void
activate_cb (GtkColumnView *view, guint position, WmCoverageList *self)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (WmCoverageEntry) entry = g_list_model_get_item (model, position);

  if (entry != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, get_row (entry));
}

static void
wm_coverage_list_finalize (GObject *object)
{
  WmCoverageList *self = WM_COVERAGE_LIST (object);

  g_clear_object (&self->entries);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->found, g_hash_table_unref);
  G_OBJECT_CLASS (wm_coverage_list_parent_class)->finalize (object);
}

static void
wm_coverage_list_class_init (WmCoverageListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wm_coverage_list_finalize;

  /* Enter or a double click on a row: its WmCoverageRow. */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
wm_coverage_list_init (WmCoverageList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->state = WM_COVERAGE_ANY;
  self->entries = g_list_store_new (WM_TYPE_COVERAGE_ENTRY);
  self->filter = gtk_custom_filter_new (filter_entry, self, NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->entries)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Coverage of the indicators"), -1);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  add_columns (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/* What stands above the items while a framework is walked through. */
typedef struct
{
  GPtrArray *titles; /* of the items above, lent */
  GHashTable *paths; /* id of an indicator -> "Domain › Outcome" */
} Walk;

/* An indicator of several outcomes is named by the first. */
static void
note_path (WmFrameworkItem *item, WmFrameworkItem *parent, guint depth, gpointer user_data)
{
  Walk *walk = user_data;
  const char *id = wm_framework_item_get_id (item);

  g_ptr_array_set_size (walk->titles, (int) MIN (depth, walk->titles->len));
  if (wm_framework_item_get_kind (item) != WM_ITEM_INDICATOR)
    g_ptr_array_add (walk->titles, (gpointer) wm_framework_item_get_name (item));
  else if (!g_hash_table_contains (walk->paths, id))
    {
      g_ptr_array_add (walk->titles, NULL);
      g_hash_table_insert (walk->paths, (gpointer) id,
                           g_strjoinv (" › ", (char **) walk->titles->pdata));
      g_ptr_array_set_size (walk->titles, (int) walk->titles->len - 1);
    }
}

static GHashTable *
list_paths (WmFramework *framework)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  Walk walk = { titles, g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free) };

  wm_framework_walk (framework, note_path, &walk);
  return walk.paths;
}

/**
 * wm_coverage_list_show:
 * @self: a table
 * @coverage: a framework against the data of a project
 *
 * Shows a row for each indicator.
 */
void
wm_coverage_list_show (WmCoverageList *self, WmCoverage *coverage)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) paths = NULL;

  g_return_if_fail (WM_IS_COVERAGE_LIST (self));

  paths = list_paths (wm_coverage_get_framework (coverage));
  for (guint i = 0; i < wm_coverage_get_n_rows (coverage); i++)
    {
      WmCoverageEntry *entry = g_object_new (WM_TYPE_COVERAGE_ENTRY, NULL);
      const WmCoverageRow *row = wm_coverage_get_row (coverage, i);

      entry->coverage = wm_coverage_ref (coverage);
      entry->place = i;
      entry->path = g_strdup (g_hash_table_lookup (paths, wm_framework_item_get_id (row->indicator)));
      g_ptr_array_add (entries, entry);
    }
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       entries->pdata, entries->len);
}

/**
 * wm_coverage_list_filter:
 * @self: a table
 * @state: the [enum@CoverageState] that is wanted, or %WM_COVERAGE_ANY
 * @found: (nullable) (element-type utf8 utf8): ids of the items that a search left; %NULL for all
 *
 * Leaves the rows that are wanted. Indicators that are only planned are shown only when they are
 * asked for.
 */
void
wm_coverage_list_filter (WmCoverageList *self, int state, GHashTable *found)
{
  g_return_if_fail (WM_IS_COVERAGE_LIST (self));

  self->state = state;
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = found != NULL ? g_hash_table_ref (found) : NULL;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * wm_coverage_list_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows the filter leaves
 */
guint
wm_coverage_list_get_n_rows (WmCoverageList *self)
{
  g_return_val_if_fail (WM_IS_COVERAGE_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (self->view)));
}
