/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The weekly question, "are we an outlier?": one authority on a set of measures, a line each. */

#include "config.h"

#include "wm-overview-page.h"

#include "wm-overview-table.h"
#include "wm-overview.h"
#include "wm-share.h"
#include "wm-store-sets.h"
#include "wm-strip.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A line of the table: it lends the row from the overview that the page owns. */
#define WM_TYPE_OVERVIEW_ITEM (wm_overview_item_get_type ())
G_DECLARE_FINAL_TYPE (WmOverviewItem, wm_overview_item, WM, OVERVIEW_ITEM, GObject)

struct _WmOverviewItem
{
  GObject parent_instance;

  const WmOverviewRow *row;
};

G_DEFINE_FINAL_TYPE (WmOverviewItem, wm_overview_item, G_TYPE_OBJECT)

static void
wm_overview_item_class_init (WmOverviewItemClass *klass)
{
}

static void
wm_overview_item_init (WmOverviewItem *self)
{
}

struct _WmOverviewPage
{
  WmPage parent_instance;

  WmOverview *overview; /* owned; NULL while there is none */
  WmJob *job;           /* the latest that was begun; owned */
  GListStore *items;    /* owned; of WmOverviewItem */
  gboolean is_filling;  /* the list of sets is being filled */

  GtkStack *stack;
  GtkDropDown *set_choice;
  GtkStringList *set_names;
  GtkToggleButton *by_distance;
  GtkLabel *caption;
  GtkColumnView *view;
  GtkColumnViewColumn *country_column;
  GtkColumnViewColumn *region_column;
};

G_DEFINE_FINAL_TYPE (WmOverviewPage, wm_overview_page, WM_TYPE_PAGE)

typedef char *(*CellText) (const WmOverviewRow *row);

static char *
write_latest (const WmOverviewRow *row)
{
  if (!row->has_data)
    return g_strdup (_("no value"));
  if (isnan (row->standing.value))
    return g_strdup (wm_missing_get_mark (row->standing.missing));
  return wm_words_value (row->indicator, row->standing.value);
}

static char *
write_period (const WmOverviewRow *row)
{
  if (row->period_label == NULL)
    return g_strdup ("");
  if (row->is_latest)
    return g_strdup (row->period_label);
  /* Translators: %s is a period; other authorities have a value for a later one. */
  return g_strdup_printf (_("%s\nothers have later"), row->period_label);
}

static char *
write_change (const WmOverviewRow *row)
{
  return row->has_data ? wm_words_difference (row->indicator, row->standing.change) : g_strdup ("");
}

static char *
write_country (const WmOverviewRow *row)
{
  return row->has_data ? wm_words_value (row->indicator, row->standing.country) : g_strdup ("");
}

static char *
write_region (const WmOverviewRow *row)
{
  return row->has_data ? wm_words_value (row->indicator, row->standing.region) : g_strdup ("");
}

/* Better or worse than the neighbours, in a word; nothing without an agreed direction. */
static WmJudgement
judge (const WmOverviewRow *row)
{
  double distance = row->standing.value - row->standing.neighbours.mean;

  return row->has_data && !isnan (distance) ? wm_words_judge (row->indicator, distance)
                                            : WM_JUDGEMENT_NONE;
}

static const char *
name_judgement (WmJudgement judgement)
{
  switch (judgement)
    {
    case WM_JUDGEMENT_BETTER:
      return _("you: better");
    case WM_JUDGEMENT_WORSE:
      return _("you: worse");
    case WM_JUDGEMENT_NONE:
    case WM_JUDGEMENT_SAME:
    default:
      return NULL;
    }
}

static char *
write_neighbours (const WmOverviewRow *row)
{
  const WmAverage *average = &row->standing.neighbours;
  g_autofree char *mean = row->has_data ? wm_words_value (row->indicator, average->mean) : NULL;
  g_autofree char *few = NULL;

  if (mean == NULL || average->n == 0)
    return g_strdup ("");
  if (average->n < WM_AVERAGE_FEW)
    /* Translators: %1$s is a mean of only %2$u values. */
    few = g_strdup_printf (_("%1$s (of %2$u)"), mean, (guint) average->n);
  return g_strjoin ("\n", few != NULL ? few : mean, name_judgement (judge (row)), NULL);
}

static char *
write_place (const WmOverviewRow *row)
{
  g_autofree char *place = row->has_data ? wm_standing_dup_place (&row->standing) : NULL;
  gsize n_without = 0;

  if (place == NULL || *place == '\0')
    return g_strdup ("");
  for (guint reason = 0; reason < WM_N_MISSING; reason++)
    n_without += row->standing.n_without[reason];
  if (n_without == 0)
    return g_steal_pointer (&place);
  /* Translators: %1$s is a place such as "12 of 151"; %2$u authorities have no value. */
  return g_strdup_printf (_("%1$s\n%2$u without a value"), place, (guint) n_without);
}

static const WmOverviewRow *
get_row (GtkListItem *item)
{
  return WM_OVERVIEW_ITEM (gtk_list_item_get_item (item))->row;
}

static void
setup_measure_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *theme = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (title), 18);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (theme), 0);
  gtk_label_set_ellipsize (GTK_LABEL (theme), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (theme, "caption");
  gtk_widget_add_css_class (theme, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), theme);
  gtk_box_append (GTK_BOX (box), title);
  gtk_list_item_set_child (item, box);
}

static void
bind_measure_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const WmOverviewRow *row = get_row (item);
  GtkWidget *theme = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_next_sibling (theme);

  gtk_label_set_text (GTK_LABEL (theme), row->theme);
  gtk_label_set_text (GTK_LABEL (title), row->indicator->title);
  gtk_widget_set_tooltip_text (title, row->indicator->title);
}

static void
setup_text_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
setup_place_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  setup_text_cb (factory, item, user_data);
  gtk_label_set_width_chars (GTK_LABEL (gtk_list_item_get_child (item)), 11);
}

static void
bind_text_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  CellText write = (CellText) user_data;
  g_autofree char *text = write (get_row (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/* The colour says again what the word says. */
static void
bind_neighbours_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  WmJudgement judgement = judge (get_row (item));

  bind_text_cb (factory, item, user_data);
  gtk_widget_remove_css_class (label, "better");
  gtk_widget_remove_css_class (label, "worse");
  if (judgement == WM_JUDGEMENT_BETTER)
    gtk_widget_add_css_class (label, "better");
  else if (judgement == WM_JUDGEMENT_WORSE)
    gtk_widget_add_css_class (label, "worse");
}

static void
setup_strip_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, wm_strip_new ());
}

static void
bind_strip_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const WmOverviewRow *row = get_row (item);

  wm_strip_set_standing (WM_STRIP (gtk_list_item_get_child (item)), row->indicator,
                         row->has_data ? &row->standing : NULL);
}

static GtkColumnViewColumn *
add_column (WmOverviewPage *self, const char *title, GCallback setup, GCallback bind, CellText write)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, (gpointer) write);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
  return column;
}

static void
add_columns (WmOverviewPage *self)
{
  GCallback setup = G_CALLBACK (setup_text_cb), bind = G_CALLBACK (bind_text_cb);
  GtkColumnViewColumn *measure = add_column (self, _("Measure"), G_CALLBACK (setup_measure_cb),
                                             G_CALLBACK (bind_measure_cb), NULL);

  gtk_column_view_column_set_expand (measure, TRUE);
  add_column (self, _("Latest"), setup, bind, write_latest);
  add_column (self, _("Period"), setup, bind, write_period);
  add_column (self, _("Change"), setup, bind, write_change);
  self->country_column = add_column (self, _("England"), setup, bind, write_country);
  self->region_column = add_column (self, _("Region"), setup, bind, write_region);
  add_column (self, _("Neighbours"), setup, G_CALLBACK (bind_neighbours_cb), write_neighbours);
  add_column (self, _("Place"), G_CALLBACK (setup_place_cb), bind, write_place);
  add_column (self, _("Spread"), G_CALLBACK (setup_strip_cb), G_CALLBACK (bind_strip_cb), NULL);
}

static void
show_rows (WmOverviewPage *self)
{
  g_list_store_remove_all (self->items);
  if (self->overview == NULL)
    return;
  wm_overview_sort (self->overview, gtk_toggle_button_get_active (self->by_distance)
                                      ? WM_OVERVIEW_BY_DISTANCE
                                      : WM_OVERVIEW_BY_THEME);
  for (guint i = 0; i < self->overview->rows->len; i++)
    {
      g_autoptr (WmOverviewItem) item = g_object_new (WM_TYPE_OVERVIEW_ITEM, NULL);

      item->row = g_ptr_array_index (self->overview->rows, i);
      g_list_store_append (self->items, item);
    }
}

static void
show_caption (WmOverviewPage *self)
{
  guint n_absent = g_strv_length (self->overview->absent);
  g_autofree char *text = NULL;

  if (n_absent > 0)
    text = g_strdup_printf (ngettext ("%u measure of the set is not in the project. "
                                      "Disc: your authority; triangle: neighbours’ mean; "
                                      "bar: middle half of all authorities.",
                                      "%u measures of the set are not in the project. "
                                      "Disc: your authority; triangle: neighbours’ mean; "
                                      "bar: middle half of all authorities.",
                                      n_absent),
                            n_absent);
  gtk_label_set_text (self->caption, text != NULL ? text
                                                  : _("Disc: your authority; triangle: neighbours’ "
                                                      "mean; bar: middle half of all authorities."));
}

static void
take_overview (WmOverviewPage *self, WmOverview *overview)
{
  g_list_store_remove_all (self->items); /* they lend their rows from the old one */
  g_clear_pointer (&self->overview, wm_overview_free);
  self->overview = overview;
  if (overview->country != NULL) /* the sample has a country of its own */
    gtk_column_view_column_set_title (self->country_column, overview->country->name);
  gtk_column_view_column_set_visible (self->region_column, overview->region != NULL);
  show_rows (self);
  show_caption (self);
  gtk_stack_set_visible_child_name (self->stack, overview->rows->len > 0 ? "table" : "no-data");
}

typedef struct
{
  WmProject *project;
  char *area_code;
  char *set_name;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  wm_project_unref (request->project);
  g_free (request->area_code);
  g_free (request->set_name);
  g_free (request);
}

static gpointer
overview_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  const Request *request = data;
  g_autoptr (WmProject) own = wm_project_open_sibling (request->project, error);

  if (own == NULL)
    return NULL;
  return wm_overview_new (own, request->area_code, request->set_name, cancellable, error);
}

static void
overview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmOverviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmOverview) overview = wm_job_finish (result, &error);

  if (self->job != WM_JOB (source)) /* asked again since */
    return;
  g_clear_object (&self->job);
  if (overview != NULL)
    take_overview (self, g_steal_pointer (&overview));
  else if (wm_page_get_workspace (WM_PAGE (self)) != NULL)
    wm_workspace_fail (wm_page_get_workspace (WM_PAGE (self)),
                       _("The Overview Could Not Be Made"), error);
}

/* Name of the chosen set; NULL for the starter set. */
static const char *
get_set_name (WmOverviewPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->set_choice);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  return gtk_string_list_get_string (self->set_names, selected);
}

static void
ask_overview (WmOverviewPage *self, WmWorkspace *workspace, const WmArea *authority)
{
  Request *request = g_new0 (Request, 1);

  if (self->job != NULL)
    wm_job_cancel (self->job);
  g_clear_object (&self->job);
  request->project = wm_project_ref (wm_workspace_get_project (workspace));
  request->area_code = g_strdup (authority->code);
  request->set_name = g_strdup (get_set_name (self));
  self->job = wm_job_new (_("Comparing with other authorities"), overview_thread, request,
                          request_free, (GDestroyNotify) wm_overview_free);
  wm_workspace_run (workspace, g_object_ref (self->job), overview_cb, g_object_ref (self));
}

/* The sets of the project, behind the starter set; the choice stays where it can. */
static void
fill_sets (WmOverviewPage *self, WmWorkspace *workspace)
{
  g_autofree char *chosen = g_strdup (get_set_name (self));
  g_autoptr (GPtrArray) sets = wm_store_list_sets (wm_workspace_get_store (workspace), NULL);
  guint selected = 0;

  self->is_filling = TRUE;
  gtk_string_list_splice (self->set_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->set_names)), NULL);
  gtk_string_list_append (self->set_names, _("Starter Set"));
  for (guint i = 0; sets != NULL && i < sets->len; i++)
    {
      const WmMeasureSet *set = g_ptr_array_index (sets, i);

      gtk_string_list_append (self->set_names, set->name);
      if (g_strcmp0 (set->name, chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_selected (self->set_choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->set_choice), sets != NULL && sets->len > 0);
  self->is_filling = FALSE;
}

static void
wm_overview_page_refresh (WmPage *page)
{
  WmOverviewPage *self = WM_OVERVIEW_PAGE (page);
  WmWorkspace *workspace = wm_page_get_workspace (page);
  WmArea *authority = wm_workspace_get_authority (workspace);

  if (wm_workspace_get_project (workspace) == NULL)
    return;
  fill_sets (self, workspace);
  if (authority != NULL)
    ask_overview (self, workspace, authority);
  else
    gtk_stack_set_visible_child_name (self->stack, "no-authority");
}

static void
set_chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, WmOverviewPage *self)
{
  if (!self->is_filling)
    wm_page_queue_refresh (WM_PAGE (self));
}

static void
order_cb (GtkToggleButton *button, GParamSpec *pspec, WmOverviewPage *self)
{
  show_rows (self);
}

static void
activate_cb (GtkColumnView *view, guint position, WmOverviewPage *self)
{
  g_autoptr (WmOverviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.measure", "s", item->row->indicator->code);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmOverviewPage *self = WM_OVERVIEW_PAGE (widget);
  g_autoptr (WmTable) table = self->overview != NULL ? wm_overview_make_table (self->overview) : NULL;

  if (table != NULL)
    wm_share_copy_table (widget, table);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmOverviewPage *self = WM_OVERVIEW_PAGE (widget);
  g_autoptr (WmTable) table = self->overview != NULL ? wm_overview_make_table (self->overview) : NULL;
  g_autofree char *title = NULL;

  if (table == NULL)
    return;
  /* Translators: %s is an authority. */
  title = g_strdup_printf (_("Overview of %s"), self->overview->area->name);
  wm_share_save_table (widget, table, title);
}

static void
wm_overview_page_dispose (GObject *object)
{
  WmOverviewPage *self = WM_OVERVIEW_PAGE (object);

  if (self->job != NULL)
    wm_job_cancel (self->job);
  g_clear_object (&self->job);
  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_object (&self->items);
  g_clear_pointer (&self->overview, wm_overview_free);
  G_OBJECT_CLASS (wm_overview_page_parent_class)->dispose (object);
}

static void
wm_overview_page_class_init (WmOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_overview_page_dispose;
  WM_PAGE_CLASS (klass)->refresh = wm_overview_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WmOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WmOverviewPage, set_choice);
  gtk_widget_class_bind_template_child (widget_class, WmOverviewPage, set_names);
  gtk_widget_class_bind_template_child (widget_class, WmOverviewPage, by_distance);
  gtk_widget_class_bind_template_child (widget_class, WmOverviewPage, caption);
  gtk_widget_class_bind_template_child (widget_class, WmOverviewPage, view);
  gtk_widget_class_bind_template_callback (widget_class, set_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "overview.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "overview.save", NULL, save_action);
}

static void
wm_overview_page_init (WmOverviewPage *self)
{
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (WM_TYPE_OVERVIEW_ITEM);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  add_columns (self);
}

/**
 * wm_overview_page_get_n_rows:
 * @self: the page
 *
 * Returns: number of measures that are shown
 */
guint
wm_overview_page_get_n_rows (WmOverviewPage *self)
{
  g_return_val_if_fail (WM_IS_OVERVIEW_PAGE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}
