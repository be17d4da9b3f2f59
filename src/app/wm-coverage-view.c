/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework against the data of the project: how many indicators have data, for which areas and
 * years, how fresh and from which file; and what would fill the gaps. */

#include "config.h"

#include "wm-coverage-view.h"

#include "wm-count-choice.h"
#include "wm-coverage-gaps.h"
#include "wm-coverage-list.h"
#include "wm-framework-editor.h"
#include "wm-framework-filter.h"
#include "wm-share.h"
#include "wm-store-indicators.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _WmCoverageView
{
  WmPage parent_instance;

  WmCoverage *coverage;    /* owned; what is shown */
  WmFrameworkIndex *index; /* owned; of its framework */

  GtkSearchEntry *search;
  GtkLabel *headline;
  GtkWidget *no_data;
  WmCountChoice *choice; /* all indicators, then each state */
  GtkStack *ways;
  GtkStack *table_stack;
  WmCoverageList *list;
  WmCoverageGaps *gaps;
};

G_DEFINE_FINAL_TYPE (WmCoverageView, wm_coverage_view, WM_TYPE_PAGE)

static WmFrameworkEditor *
get_editor (WmCoverageView *self)
{
  return wm_workspace_get_framework_editor (wm_page_get_workspace (WM_PAGE (self)));
}

static gboolean
shows_gaps (WmCoverageView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->ways), "gaps") == 0;
}

/* The ids that the search leaves; NULL without one. */
static GHashTable *
find_ids (WmCoverageView *self)
{
  WmFrameworkFilter wanted = WM_FRAMEWORK_FILTER_ALL;

  wanted.text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  if (self->index == NULL || !wm_framework_filter_hides (&wanted))
    return NULL;
  return wm_framework_index_filter (self->index, &wanted, NULL, NULL);
}

/* The state that is wanted, or WM_COVERAGE_ANY. */
static int
get_state (WmCoverageView *self)
{
  return (int) wm_count_choice_get_chosen (self->choice) - 1;
}

static void
filter_again (WmCoverageView *self)
{
  g_autoptr (GHashTable) found = find_ids (self);

  if (self->coverage == NULL)
    return;
  wm_coverage_list_filter (self->list, get_state (self), found);
  gtk_stack_set_visible_child_name (self->table_stack,
                                    wm_coverage_list_get_n_rows (self->list) > 0 ? "rows" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->choice), !shows_gaps (self));
  if (shows_gaps (self))
    wm_coverage_gaps_show (self->gaps, self->coverage, found);
}

/* Indicators that are only planned enter no count but their own. */
static guint
count_all (WmCoverage *coverage)
{
  return wm_coverage_get_n_rows (coverage) - wm_coverage_count (coverage, WM_COVERAGE_PLACEHOLDER);
}

static void
show_counts (WmCoverageView *self)
{
  wm_count_choice_set_count (self->choice, 0, count_all (self->coverage), TRUE);
  for (guint state = 0; state < WM_N_COVERAGE_STATES; state++)
    {
      guint n = wm_coverage_count (self->coverage, (WmCoverageState) state);

      wm_count_choice_set_count (self->choice, state + 1, n, n > 0 || state == WM_COVERAGE_DATA);
    }
}

static guint
count_own (WmCoverage *coverage)
{
  guint n = 0;

  for (guint i = 0; i < wm_coverage_get_n_rows (coverage); i++)
    if (wm_coverage_get_row (coverage, i)->own_has_value)
      n++;
  return n;
}

static gboolean
has_any_measure (WmCoverageView *self)
{
  WmStore *store = wm_workspace_get_store (wm_page_get_workspace (WM_PAGE (self)));
  g_autoptr (GPtrArray) rows = wm_store_list_indicators (store, NULL);

  return rows != NULL && rows->len > 0;
}

static void
show_headline (WmCoverageView *self)
{
  const WmArea *own = wm_workspace_get_authority (wm_page_get_workspace (WM_PAGE (self)));
  guint n_data = wm_coverage_count (self->coverage, WM_COVERAGE_DATA);
  guint n_all = count_all (self->coverage);
  g_autofree char *all =
    /* Translators: %1$u of the %2$u indicators have data. */
    g_strdup_printf (ngettext ("%1$u of %2$u indicator has data in this project.",
                               "%1$u of %2$u indicators have data in this project.", n_all),
                     n_data, n_all);
  gboolean has_measures = has_any_measure (self);
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;

  if (n_data > 0 && own != NULL)
    /* Translators: %1$s is an authority, %2$u counts indicators. */
    more = g_strdup_printf (_("%1$s has a value for %2$u of them."), own->name,
                            count_own (self->coverage));
  else if (n_data == 0 && has_measures)
    more = g_strdup (_("Bind them to measures of the project in the Edit view."));
  text = g_strjoin (" ", all, more, NULL);
  gtk_label_set_text (self->headline, text);
  gtk_widget_set_visible (self->no_data, !has_measures);
}

static void
take_coverage (WmCoverageView *self, WmCoverage *coverage)
{
  WmFrameworkIndex *index = wm_framework_index_new (wm_coverage_get_framework (coverage), self->index);

  g_clear_pointer (&self->index, wm_framework_index_free);
  g_clear_pointer (&self->coverage, wm_coverage_unref);
  self->index = index;
  self->coverage = wm_coverage_ref (coverage);
}

static void
wm_coverage_view_refresh (WmPage *page)
{
  WmCoverageView *self = WM_COVERAGE_VIEW (page);
  WmCoverage *coverage = NULL;

  if (wm_workspace_get_project (wm_page_get_workspace (page)) != NULL
      && wm_framework_editor_get_framework (get_editor (self)) != NULL)
    coverage = wm_framework_editor_get_coverage (get_editor (self));
  if (coverage == NULL || coverage == self->coverage)
    return;
  take_coverage (self, coverage);
  wm_coverage_list_show (self->list, coverage);
  show_counts (self);
  show_headline (self);
  filter_again (self);
}

static void
wm_coverage_view_find (WmPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (WM_COVERAGE_VIEW (page)->search));
}

static void
workspace_set_cb (WmCoverageView *self, GParamSpec *pspec, gpointer user_data)
{
  if (wm_page_get_workspace (WM_PAGE (self)) != NULL)
    g_signal_connect_object (get_editor (self), "changed", G_CALLBACK (wm_page_queue_refresh), self,
                             G_CONNECT_SWAPPED);
}

/* A chart shows a measure as a whole: its breakdown, in brackets, is left out. */
static char *
get_whole_measure (WmCoverageView *self, const char *code)
{
  WmStore *store = wm_workspace_get_store (wm_page_get_workspace (WM_PAGE (self)));
  g_autoptr (WmIndicatorRow) row = wm_store_get_indicator (store, code, NULL);
  const char *bracket = strchr (code, '[');

  return row == NULL && bracket != NULL ? g_strndup (code, (gsize) (bracket - code))
                                        : g_strdup (code);
}

static void
show_measure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *code = get_whole_measure (WM_COVERAGE_VIEW (widget),
                                             g_variant_get_string (parameter, NULL));

  gtk_widget_activate_action (widget, "win.measure", "s", code);
}

/* A row with data leads to its chart, a gap to where it can be edited. */
static void
row_activated_cb (WmCoverageList *list, const WmCoverageRow *row, WmCoverageView *self)
{
  if (row->state == WM_COVERAGE_DATA)
    gtk_widget_activate_action (GTK_WIDGET (self), "coverage.show-measure", "s", row->measure_code);
  else
    wm_framework_editor_show_item (get_editor (self), wm_framework_item_get_id (row->indicator));
}

static void
gap_wanted_cb (WmCoverageGaps *gaps, const char *id, WmCoverageView *self)
{
  wm_framework_editor_show_item (get_editor (self), id);
}

static WmTable *
make_table (WmCoverageView *self)
{
  if (self->coverage == NULL)
    return NULL;
  return shows_gaps (self) ? wm_coverage_to_gap_table (self->coverage)
                           : wm_coverage_to_table (self->coverage);
}

static void
copy_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmCoverageView *self = WM_COVERAGE_VIEW (widget);
  g_autoptr (WmTable) table = make_table (self);

  if (table == NULL)
    return;
  wm_share_copy_table (widget, table);
  wm_workspace_say (wm_page_get_workspace (WM_PAGE (self)), _("The table was copied"));
}

static void
save_table_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmCoverageView *self = WM_COVERAGE_VIEW (widget);
  g_autoptr (WmTable) table = make_table (self);
  g_autofree char *title = NULL;

  if (table == NULL)
    return;
  /* Translators: %s is the title of a framework. */
  title = g_strdup_printf (_("Coverage of %s"),
                           wm_framework_get_title (wm_coverage_get_framework (self->coverage)));
  wm_share_save_table (widget, table, title);
}

static void
wm_coverage_view_dispose (GObject *object)
{
  WmCoverageView *self = WM_COVERAGE_VIEW (object);

  g_clear_pointer (&self->index, wm_framework_index_free);
  g_clear_pointer (&self->coverage, wm_coverage_unref);
  G_OBJECT_CLASS (wm_coverage_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, search);
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, headline);
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, no_data);
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, choice);
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, ways);
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, table_stack);
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, list);
  gtk_widget_class_bind_template_child (widget_class, WmCoverageView, gaps);
  gtk_widget_class_bind_template_callback (widget_class, filter_again);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_wanted_cb);
}

static void
wm_coverage_view_class_init (WmCoverageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_coverage_view_dispose;
  WM_PAGE_CLASS (klass)->refresh = wm_coverage_view_refresh;
  WM_PAGE_CLASS (klass)->find = wm_coverage_view_find;
  g_type_ensure (WM_TYPE_COUNT_CHOICE);
  g_type_ensure (WM_TYPE_COVERAGE_GAPS);
  g_type_ensure (WM_TYPE_COVERAGE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-coverage-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "coverage.show-measure", "s", show_measure_action);
  gtk_widget_class_install_action (widget_class, "coverage.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "coverage.save-table", NULL, save_table_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "coverage.copy-table", NULL);
}

static void
wm_coverage_view_init (WmCoverageView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wm_count_choice_add (self->choice, _("All indicators"));
  for (guint state = 0; state < WM_N_COVERAGE_STATES; state++)
    wm_count_choice_add (self->choice, wm_coverage_state_get_words ((WmCoverageState) state));
  g_signal_connect (self, "notify::workspace", G_CALLBACK (workspace_set_cb), NULL);
}

/**
 * wm_coverage_view_new:
 *
 * Returns: (transfer none): the view, without a workspace; whoever adds it to a container owns it
 */
GtkWidget *
wm_coverage_view_new (void)
{
  return g_object_new (WM_TYPE_COVERAGE_VIEW, NULL);
}

/**
 * wm_coverage_view_get_n_rows:
 * @self: the view
 *
 * Returns: how many indicators the filter leaves
 */
guint
wm_coverage_view_get_n_rows (WmCoverageView *self)
{
  g_return_val_if_fail (WM_IS_COVERAGE_VIEW (self), 0);

  return wm_coverage_list_get_n_rows (self->list);
}
