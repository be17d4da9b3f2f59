/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Did it make a difference? The question as a form, and the answer below it, which follows every
 * change of the form. */

#include "config.h"

#include "wm-impact-page.h"

#include "wm-accessible.h"
#include "wm-ask.h"
#include "wm-boxes.h"
#include "wm-chart-view.h"
#include "wm-columns.h"
#include "wm-group-picker.h"
#include "wm-impact-doubt.h"
#include "wm-impact-write.h"
#include "wm-impact.h"
#include "wm-measure-button.h"
#include "wm-measure.h"
#include "wm-result-edits.h"
#include "wm-share.h"
#include "wm-table-view.h"

#include <glib/gi18n-lib.h>

#define WAIT_MS 250         /* after the last change of the form */
#define DEFAULT_YEARS_AFTER 4

typedef struct _Answer Answer;

struct _WmImpactPage
{
  WmPage parent_instance;

  WmJob *job;          /* the latest that was begun; owned */
  guint wait_source;
  gboolean is_filling; /* the form is being filled by the program */
  gboolean has_result;
  Answer *shown;       /* owned; NULL before the first */
  WmTable *table;      /* owned; of the result that is shown */
  char *title;

  WmMeasureButton *measure;
  WmGroupPicker *treated;
  WmGroupPicker *control;
  GtkEntry *start;
  GtkWidget *calendar_button;
  GtkPopover *calendar_popover;
  GtkCalendar *calendar;
  GtkDropDown *estimator;
  GtkDropDown *errors;
  GtkStack *answer;
  AdwStatusPage *refusal;
  GtkLabel *start_words;
  GtkLabel *verdict;
  GtkLabel *sentences;
  GtkLabel *cautions;
  WmChartView *chart_view;
  WmTableView *result_view;
  WmTableView *means_view;
  WmTableView *gaps_view;
  WmTableView *influence_view;
  GtkLabel *assumptions;
  GtkLabel *source;
};

G_DEFINE_FINAL_TYPE (WmImpactPage, wm_impact_page, WM_TYPE_PAGE)

/* In the order of the drop-downs. */
static const WmDidEstimator estimators[] = {
  WM_DID_TWO_WAY, WM_DID_FIXED_EFFECTS, WM_DID_RANDOM_EFFECTS, WM_DID_POOLED,
};
static const WmErrors errors[] = { WM_ERRORS_CLUSTER, WM_ERRORS_CLASSICAL };

/* What was asked: the thread of an estimate needs it, and so does whoever keeps the answer. */
typedef struct
{
  WmProject *project;
  char *measure;
  GStrv treated;
  GStrv control;
  char *start;
  WmDidEstimator estimator;
  WmErrors errors;
} Request;

static void
request_clear (gpointer data)
{
  Request *request = data;

  wm_project_unref (request->project);
  g_free (request->measure);
  g_strfreev (request->treated);
  g_strfreev (request->control);
  g_free (request->start);
}

static void
request_unref (gpointer request)
{
  g_atomic_rc_box_release_full (request, request_clear);
}

static WmImpactSpec
make_spec (const Request *request)
{
  WmImpactSpec spec = WM_IMPACT_SPEC_INIT;

  spec.indicator_code = request->measure;
  spec.treated = (const char *const *) request->treated;
  spec.control = (const char *const *) request->control;
  spec.start = request->start;
  spec.estimator = request->estimator;
  spec.errors = request->errors;
  return spec;
}

struct _Answer
{
  Request *request; /* owned */
  WmImpact *impact;
  WmChart *chart;
};

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->request, request_unref);
  g_clear_pointer (&answer->impact, wm_impact_free);
  g_clear_pointer (&answer->chart, wm_chart_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
impact_thread (gpointer data, WmProgress *progress, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  g_autoptr (WmProject) own = wm_project_open_sibling (request->project, error);
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  WmImpactSpec spec = make_spec (request);

  if (own == NULL)
    return NULL;
  answer->request = g_atomic_rc_box_acquire (request);
  answer->impact = wm_impact_new (own, &spec, error);
  if (answer->impact == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  answer->chart = wm_impact_make_chart (own, answer->impact, error);
  return answer->chart != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
show_answer (WmImpactPage *self, Answer *answer)
{
  const WmImpact *impact = answer->impact;
  g_autoptr (WmTable) means = wm_impact_make_means_table (impact);
  g_autoptr (WmTable) gaps = wm_impact_make_gaps_table (impact);
  g_autoptr (WmTable) influence = wm_impact_make_influence_table (impact);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  g_clear_pointer (&self->table, wm_table_unref);
  self->table = wm_impact_make_words_table (impact);
  g_free (self->title);
  self->title = g_strdup (wm_chart_get_title (answer->chart));
  g_clear_pointer (&self->shown, answer_free);
  self->shown = answer;
  gtk_label_set_text (self->start_words, impact->start_words);
  gtk_label_set_text (self->verdict,
                      impact->sentences->len > 0 ? g_ptr_array_index (impact->sentences, 0) : "");
  for (guint i = 1; i < impact->sentences->len; i++)
    g_ptr_array_add (rest, g_ptr_array_index (impact->sentences, i));
  wm_boxes_show_texts (self->sentences, rest);
  wm_boxes_show_texts (self->cautions, impact->cautions);
  wm_chart_view_set_chart (self->chart_view, answer->chart);
  wm_table_view_set_table (self->result_view, self->table);
  wm_table_view_set_table (self->means_view, means);
  wm_table_view_set_table (self->gaps_view, gaps);
  wm_table_view_set_table (self->influence_view, influence);
  gtk_label_set_text (self->assumptions, impact->assumptions);
  gtk_label_set_text (self->source, impact->source_line);
  gtk_stack_set_visible_child_name (self->answer, "result");
  self->has_result = TRUE;
}

static void
show_refusal (WmImpactPage *self, const char *title, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_title (self->refusal, title);
  adw_status_page_set_description (self->refusal, escaped);
  gtk_stack_set_visible_child_name (self->answer, "refusal");
  self->has_result = FALSE;
}

static void
impact_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WmImpactPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = wm_job_finish (result, &error);

  if (self->job != WM_JOB (source)) /* asked again since */
    return;
  g_clear_object (&self->job);
  if (answer != NULL)
    show_answer (self, g_steal_pointer (&answer));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_refusal (self, _("This Cannot Be Estimated"), error->message);
}

/* What is still to be said; NULL when the question is whole. */
static const char *
find_gap (const Request *request)
{
  if (request->measure == NULL)
    return _("Choose a measure.");
  if (request->treated[0] == NULL)
    return _("Choose who took part in the programme.");
  if (request->control[0] == NULL)
    return _("Choose whom to compare them with.");
  if (*request->start == '\0')
    return _("Say when the programme began.");
  return NULL;
}

static Request *
read_form (WmImpactPage *self, WmWorkspace *workspace)
{
  Request *request = g_atomic_rc_box_new0 (Request);

  request->project = wm_project_ref (wm_workspace_get_project (workspace));
  request->measure = g_strdup (wm_measure_button_get_measure (self->measure));
  request->treated = wm_group_picker_get_items (self->treated);
  request->control = wm_group_picker_get_items (self->control);
  request->start = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->start))));
  request->estimator = estimators[gtk_drop_down_get_selected (self->estimator)];
  request->errors = errors[gtk_drop_down_get_selected (self->errors)];
  return request;
}

static void
estimate (WmImpactPage *self)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));
  Request *request;

  if (workspace == NULL || wm_workspace_get_project (workspace) == NULL)
    return;
  if (self->job != NULL)
    wm_job_cancel (self->job);
  g_clear_object (&self->job);
  request = read_form (self, workspace);
  if (find_gap (request) != NULL)
    {
      show_refusal (self, _("Did It Make a Difference?"), find_gap (request));
      request_unref (request);
      return;
    }
  self->job = wm_job_new (_("Estimating"), impact_thread, request, request_unref, answer_free);
  wm_workspace_run (workspace, g_object_ref (self->job), impact_cb, g_object_ref (self));
}

static gboolean
wait_over_cb (gpointer user_data)
{
  WmImpactPage *self = user_data;

  self->wait_source = 0;
  estimate (self);
  return G_SOURCE_REMOVE;
}

/* Something in the form is another: the answer follows a moment later. */
static void
form_changed (WmImpactPage *self)
{
  if (self->is_filling)
    return;
  g_clear_handle_id (&self->wait_source, g_source_remove);
  self->wait_source = g_timeout_add (WAIT_MS, wait_over_cb, self);
}

/* A programme some years before the latest period: enough before and after for a first answer. */
static char *
propose_start (WmProject *project, const char *measure)
{
  g_autoptr (WmPanel) panel = measure != NULL ? wm_project_load_panel (project, measure, NULL) : NULL;
  int year;

  if (panel == NULL || panel->n_periods == 0)
    return NULL;
  year = panel->periods[panel->n_periods - 1].end_year - MIN (DEFAULT_YEARS_AFTER,
                                                              (int) panel->n_periods / 2);
  return g_strdup_printf ("%04d-04-01", year);
}

/* The region of the authority against everybody else, until the user says otherwise. */
static void
propose_groups (WmImpactPage *self, WmProject *project, const WmArea *authority)
{
  WmArea *region = authority != NULL && authority->region_code != NULL
                     ? wm_area_set_find_code (wm_project_get_areas (project), authority->region_code)
                     : NULL;
  g_auto (GStrv) treated = wm_group_picker_get_items (self->treated);
  g_auto (GStrv) control = wm_group_picker_get_items (self->control);
  g_autofree char *item = region != NULL ? g_strconcat ("region:", region->name, NULL) : NULL;

  if (treated[0] == NULL && item != NULL)
    wm_group_picker_set_items (self->treated, (const char *const[]) { item, NULL });
  if (control[0] == NULL)
    wm_group_picker_set_items (self->control, (const char *const[]) { "all", NULL });
}

static void
fill_form (WmImpactPage *self, WmWorkspace *workspace)
{
  WmProject *project = wm_workspace_get_project (workspace);

  self->is_filling = TRUE;
  wm_measure_button_fill (self->measure, workspace);
  if (wm_workspace_get_measure (workspace) != NULL)
    wm_measure_button_set_measure (self->measure, wm_workspace_get_measure (workspace));
  wm_group_picker_fill (self->treated, project, TRUE);
  wm_group_picker_fill (self->control, project, TRUE);
  propose_groups (self, project, wm_workspace_get_authority (workspace));
  if (*gtk_editable_get_text (GTK_EDITABLE (self->start)) == '\0')
    {
      g_autofree char *start = propose_start (project, wm_measure_button_get_measure (self->measure));

      gtk_editable_set_text (GTK_EDITABLE (self->start), start != NULL ? start : "");
    }
  self->is_filling = FALSE;
}

static void
wm_impact_page_refresh (WmPage *page)
{
  WmImpactPage *self = WM_IMPACT_PAGE (page);
  WmWorkspace *workspace = wm_page_get_workspace (page);
  WmProject *project = wm_workspace_get_project (workspace);

  if (project == NULL)
    return;
  if (wm_workspace_get_measure (workspace) == NULL)
    {
      g_autofree char *proposed = wm_measure_propose (project);

      wm_workspace_set_measure (workspace, proposed);
    }
  fill_form (self, workspace);
  wm_chart_view_set_settings (self->chart_view, wm_workspace_get_settings (workspace));
  estimate (self);
}

static void
wm_impact_page_find (WmPage *page)
{
  wm_measure_button_open (WM_IMPACT_PAGE (page)->measure);
}

static void
measure_cb (WmMeasureButton *button, GParamSpec *pspec, WmImpactPage *self)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));

  if (self->is_filling || workspace == NULL)
    return;
  wm_workspace_set_measure (workspace, wm_measure_button_get_measure (button));
  form_changed (self);
}

static void
day_selected_cb (GtkCalendar *calendar, WmImpactPage *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->start), text);
  gtk_popover_popdown (self->calendar_popover);
}

static void
workspace_set_cb (WmImpactPage *self, GParamSpec *pspec, gpointer user_data)
{
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));

  if (workspace != NULL)
    g_signal_connect_object (workspace, "notify::measure", G_CALLBACK (wm_page_queue_refresh), self,
                             G_CONNECT_SWAPPED);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmImpactPage *self = WM_IMPACT_PAGE (widget);

  if (self->has_result)
    wm_share_copy_table (widget, self->table);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmImpactPage *self = WM_IMPACT_PAGE (widget);

  if (self->has_result)
    wm_share_save_table (widget, self->table, self->title);
}

static void
name_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WmImpactPage *self = WM_IMPACT_PAGE (source);
  WmWorkspace *workspace = wm_page_get_workspace (WM_PAGE (self));
  g_autofree char *name = wm_ask_text_finish (result);
  WmImpactSpec spec;

  if (name == NULL || !self->has_result
      || self->shown->request->project != wm_workspace_get_project (workspace))
    return;
  spec = make_spec (self->shown->request);
  if (wm_edits_keep_impact (workspace, name, &spec, self->shown->impact))
    wm_workspace_say (workspace, _("The result was kept on the Data page"));
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WmImpactPage *self = WM_IMPACT_PAGE (widget);
  const WmQuestion question = {
    .heading = _("Keep This Result"),
    .body = _("It stays as it is today, with the definitions that it used, whatever changes later."),
    .verb = _("_Keep"),
  };

  if (self->has_result)
    wm_ask_text (widget, &question, self->title, name_given_cb, NULL);
}

static void
wm_impact_page_dispose (GObject *object)
{
  WmImpactPage *self = WM_IMPACT_PAGE (object);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  if (self->job != NULL)
    wm_job_cancel (self->job);
  g_clear_object (&self->job);
  g_clear_pointer (&self->shown, answer_free);
  g_clear_pointer (&self->table, wm_table_unref);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (wm_impact_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, measure);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, treated);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, control);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, start);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, calendar);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, estimator);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, errors);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, answer);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, refusal);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, start_words);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, sentences);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, cautions);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, result_view);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, means_view);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, gaps_view);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, influence_view);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, assumptions);
  gtk_widget_class_bind_template_child (widget_class, WmImpactPage, source);
}

static void
wm_impact_page_class_init (WmImpactPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wm_impact_page_dispose;
  WM_PAGE_CLASS (klass)->refresh = wm_impact_page_refresh;
  WM_PAGE_CLASS (klass)->find = wm_impact_page_find;
  g_type_ensure (WM_TYPE_CHART_VIEW);
  g_type_ensure (WM_TYPE_COLUMNS);
  g_type_ensure (WM_TYPE_GROUP_PICKER);
  g_type_ensure (WM_TYPE_MEASURE_BUTTON);
  g_type_ensure (WM_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               WM_RESOURCE_PATH "/ui/wm-impact-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, measure_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_install_action (widget_class, "impact.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "impact.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "impact.keep", NULL, keep_action);
}

static void
wm_impact_page_init (WmImpactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wm_accessible_set_name (self->calendar_button, _("Choose a Day"));
  g_signal_connect (self, "notify::workspace", G_CALLBACK (workspace_set_cb), NULL);
}

/**
 * wm_impact_page_has_result:
 * @self: the page
 *
 * Returns: whether an estimate is shown, and not a refusal
 */
gboolean
wm_impact_page_has_result (WmImpactPage *self)
{
  g_return_val_if_fail (WM_IS_IMPACT_PAGE (self), FALSE);

  return self->has_result;
}
