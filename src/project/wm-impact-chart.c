/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The picture of a difference-in-differences answer: both means over time, what would have been
 * expected without the programme, and the effect between the two. */

#include "config.h"

#include "wm-annotations.h"
#include "wm-impact.h"
#include "wm-interval.h"
#include "wm-words-did.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* With fewer areas the interval of a mean is so wide that it only hides the lines. */
#define FEWEST_FOR_BAND 4

/* The means of both groups, over the periods of the panel. */
typedef struct
{
  double *means;
  double *low;
  double *high;
  gsize n_areas;
} GroupMeans;

static void
group_means_clear (GroupMeans *self)
{
  g_free (self->means);
  g_free (self->low);
  g_free (self->high);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GroupMeans, group_means_clear)

static void
group_means_fill (GroupMeans *self, const WmImpact *impact, const GPtrArray *areas)
{
  const WmPanel *panel = impact->panel;
  g_autofree WmMeanInterval *intervals = g_new0 (WmMeanInterval, panel->n_periods);
  g_autofree gint8 *groups = g_new0 (gint8, panel->n_areas + 1);

  for (gsize i = 0; i < panel->n_areas; i++)
    groups[i] = g_ptr_array_find ((GPtrArray *) areas, panel->areas[i], NULL);
  wm_interval_by_group (panel->values, panel->n_areas, panel->n_periods, groups, 1,
                        impact->result->level, intervals);
  self->means = g_new (double, panel->n_periods);
  self->low = g_new (double, panel->n_periods);
  self->high = g_new (double, panel->n_periods);
  self->n_areas = areas->len;
  for (gsize t = 0; t < panel->n_periods; t++)
    {
      self->means[t] = intervals[t].mean;
      self->low[t] = areas->len >= FEWEST_FOR_BAND ? intervals[t].low : NAN;
      self->high[t] = areas->len >= FEWEST_FOR_BAND ? intervals[t].high : NAN;
    }
}

/* Where the treated mean would have gone had it moved with the control mean since the start. */
static double *
make_counterfactual (const WmImpact *self, const GroupMeans *control, double gap)
{
  double *values = g_new (double, self->panel->n_periods);

  for (gsize t = 0; t < self->panel->n_periods; t++)
    values[t] = self->phases[t] == 1 ? control->means[t] + gap : NAN;
  return values;
}

/* Between the last period before and the first after, or in the middle of what is left out. */
static double
get_start_position (const WmImpact *self)
{
  gsize before = self->start;

  while (before > 0 && self->phases[before - 1] != 0)
    before--;
  return ((double) before - 1 + self->start) / 2;
}

static void
set_words (WmChart *chart, const WmImpact *self)
{
  g_autofree char *direction = wm_words_direction (self->indicator);
  g_autofree char *errors = wm_words_errors (self->result);
  g_autofree char *subtitle = NULL;
  g_autofree char *method = NULL;

  /* Translators: %1$s is the treated group, %2$s the control group, %3$s a measure. */
  subtitle = g_strdup_printf (_("%3$s: mean of %1$s against %2$s"), self->treated->label,
                              self->control->label, self->indicator->title);
  wm_chart_set_title (chart, self->headline);
  wm_chart_set_measure (chart, self->indicator->title);
  wm_chart_set_subtitle (chart, subtitle);
  wm_chart_set_unit (chart, self->indicator->unit);
  wm_chart_set_decimals (chart, self->indicator->decimals);
  wm_chart_set_is_percent (chart, wm_words_is_percentage (self->indicator));
  wm_chart_set_direction (chart, direction);
  wm_chart_set_source (chart, self->source_line);
  /* Translators: %1$s is an estimator, %2$s its standard errors. */
  method = g_strdup_printf (_("Method: %1$s; %2$s."), wm_words_estimator (self->result->estimator),
                            errors);
  wm_chart_add_note (chart, _("Means are of the authorities in each group, not the published figures of "
                              "regions."));
  wm_chart_add_note (chart, method);
  wm_chart_add_note (chart, self->start_words);
}

/**
 * wm_impact_make_chart:
 * @project: (nullable): the project
 * @self: an answer
 * @error: return location for an error
 *
 * Draws an answer as a chart.
 *
 * Returns: (transfer full): the chart
 */
WmChart *
wm_impact_make_chart (WmProject *project, const WmImpact *self, GError **error)
{
  const WmDidCell (*cells)[2] = self->result->cells;
  const WmCoefficient *effect = &self->result->coefficients[self->result->did];
  double gap = cells[1][0].mean - cells[0][0].mean;
  g_auto (GroupMeans) treated = { 0 };
  g_auto (GroupMeans) control = { 0 };
  g_autofree double *counterfactual = NULL;
  g_autoptr (WmChart) chart = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  chart = wm_chart_new_did ((const char *const *) self->panel->period_labels, self->panel->n_periods);
  group_means_fill (&treated, self, self->treated->areas);
  group_means_fill (&control, self, self->control->areas);
  wm_chart_add_group (chart, WM_SERIES_ROLE_TREATED, self->treated->label, treated.n_areas,
                      treated.means, treated.low, treated.high);
  wm_chart_add_group (chart, WM_SERIES_ROLE_CONTROL, self->control->label, control.n_areas,
                      control.means, control.low, control.high);
  counterfactual = make_counterfactual (self, &control, gap);
  wm_chart_set_counterfactual (chart,
                               _("Expected without the programme (if trends had stayed parallel)"),
                               counterfactual);
  wm_chart_set_intervention (chart, get_start_position (self), _("Start"));
  wm_chart_set_effect (chart, effect->estimate, effect->ci_low, effect->ci_high, self->result->level);
  wm_chart_set_pre_gap (chart, gap);
  for (gsize t = 0; t < self->panel->n_periods; t++)
    if (self->phases[t] == -1)
      wm_chart_add_left_out (chart, t);
  set_words (chart, self);
  if (project != NULL
      && !wm_annotations_add (chart, project, self->indicator, self->panel, self->treated->areas, error))
    return NULL;
  return g_steal_pointer (&chart);
}
