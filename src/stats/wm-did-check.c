/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What a difference-in-differences refuses, and what it warns of. */

#include "config.h"

#include "wm-did-private.h"

#include <float.h>
#include <math.h>

#include <glib/gi18n-lib.h>

/* Fewer clusters than this, or fewer treated ones, and clustered errors are not to be leant on. */
#define FEW_CLUSTERS 10
#define FEW_TREATED 5
/* Sums of squares this small have lost digits to underflow. */
#define SMALLEST_SQUARES (DBL_MIN * 1e20)

static gboolean
refuse (GError **error, WmStatsError code, const char *sentence)
{
  g_set_error_literal (error, WM_STATS_ERROR, code, sentence);
  return FALSE;
}

static gboolean
has_infinity (const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (isinf (values[i]))
      return TRUE;
  return FALSE;
}

/* Checks that the arrays can be what they say. */
gboolean
wm_did_check_spec (const WmDidSpec *spec, GError **error)
{
  gsize n = spec->n_areas * spec->n_periods;

  if (!(spec->level > 0 && spec->level < 1))
    return refuse (error, WM_STATS_ERROR_BAD_INPUT,
                   _("The confidence level must lie between 0 and 1, such as 0.95."));
  for (gsize i = 0; i < spec->n_areas; i++)
    if (spec->groups[i] < -1 || spec->groups[i] > 1)
      return refuse (error, WM_STATS_ERROR_BAD_INPUT,
                     _("An area is neither treated nor control nor left out."));
  for (gsize t = 0; t < spec->n_periods; t++)
    if (spec->phases[t] < -1 || spec->phases[t] > 1)
      return refuse (error, WM_STATS_ERROR_BAD_INPUT,
                     _("A period is neither before nor after the start nor left out."));
  if (has_infinity (spec->values, n))
    return refuse (error, WM_STATS_ERROR_BAD_INPUT,
                   _("A value is infinite. Correct it where it comes from."));
  for (gsize c = 0; c < spec->n_covariates; c++)
    if (has_infinity (spec->covariates[c], n))
      return refuse (error, WM_STATS_ERROR_BAD_INPUT,
                     _("A value of a covariate is infinite. Correct it where it comes from."));
  return TRUE;
}

static const char *
empty_cell_sentence (int group, int phase)
{
  static const char *const sentences[2][2] = {
    { N_("No control area has a value before the start. Choose an earlier first period or other "
         "control areas."),
      N_("No control area has a value after the start. Choose a later last period or other control "
         "areas.") },
    { N_("No treated area has a value before the start. Choose an earlier first period or other "
         "treated areas."),
      N_("No treated area has a value after the start. Choose a later last period or other treated "
         "areas.") },
  };

  return _(sentences[group][phase]);
}

static gboolean
check_cells (const WmDidCount *count, GError **error)
{
  if (count->n_areas[0] == 0)
    return refuse (error, WM_STATS_ERROR_NO_CONTROL,
                   _("No control area has a value, so there is nothing to compare the treated areas "
                     "with. Choose other control areas, or compare before and after only."));
  if (count->n_areas[1] == 0)
    return refuse (error, WM_STATS_ERROR_NO_TREATED,
                   _("No treated area has a value. Choose other treated areas."));
  if (count->cells[0][0].n_rows + count->cells[1][0].n_rows == 0)
    return refuse (error, WM_STATS_ERROR_NO_PRE,
                   _("No area has a value before the start. Choose an earlier first period or a "
                     "later start."));
  if (count->cells[0][1].n_rows + count->cells[1][1].n_rows == 0)
    return refuse (error, WM_STATS_ERROR_NO_POST,
                   _("No area has a value after the start. Choose a later last period or an earlier "
                     "start."));
  for (int group = 0; group < 2; group++)
    for (int phase = 0; phase < 2; phase++)
      if (count->cells[group][phase].n_rows == 0)
        return refuse (error, WM_STATS_ERROR_EMPTY_CELL, empty_cell_sentence (group, phase));
  return TRUE;
}

/* Refuses panels in which nothing can be estimated, whatever the estimator. */
gboolean
wm_did_check_count (const WmDidCount *count, GError **error)
{
  if (!check_cells (count, error))
    return FALSE;
  if (count->min == count->max)
    return refuse (error, WM_STATS_ERROR_CONSTANT_OUTCOME,
                   _("All values are equal, so there is nothing to test."));
  if (!isfinite (count->total_ss) || count->total_ss < SMALLEST_SQUARES)
    return wm_effects_set_overflow (error);
  return TRUE;
}

typedef gboolean (*AreaTest) (const WmDidSpec *spec, const WmDidCount *count, gsize area);

static gboolean
is_without_values (const WmDidSpec *spec, const WmDidCount *count, gsize area)
{
  return count->rows_of_area[2 * area] + count->rows_of_area[2 * area + 1] == 0;
}

static gboolean
is_only_before (const WmDidSpec *spec, const WmDidCount *count, gsize area)
{
  return count->rows_of_area[2 * area] > 0 && count->rows_of_area[2 * area + 1] == 0;
}

static gboolean
is_only_after (const WmDidSpec *spec, const WmDidCount *count, gsize area)
{
  return count->rows_of_area[2 * area] == 0 && count->rows_of_area[2 * area + 1] > 0;
}

static gboolean
is_alone (const WmDidSpec *spec, const WmDidCount *count, gsize area)
{
  return count->n_areas[spec->groups[area]] == 1 && !is_without_values (spec, count, area);
}

/* A warning that names the areas which pass @test, with their number; none when none does. */
static void
warn_of_areas (const WmDidSpec  *spec,
               const WmDidCount *count,
               const char       *code,
               AreaTest          test,
               WmMessageList    *messages)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gsize n = 0;

  for (gsize i = 0; i < spec->n_areas; i++)
    {
      if (spec->groups[i] < 0 || !test (spec, count, i))
        continue;
      if (spec->area_names != NULL)
        g_string_append_printf (names, "%s%s", n > 0 ? "; " : "", spec->area_names[i]);
      n++;
    }
  if (n > 0)
    wm_message_list_add (messages, code, spec->area_names != NULL ? names->str : NULL, n);
}

/* Adds the warnings about values that are not there. */
void
wm_did_warn_of_gaps (const WmDidSpec *spec, const WmDidCount *count, WmMessageList *messages)
{
  warn_of_areas (spec, count, "area_without_values", is_without_values, messages);
  warn_of_areas (spec, count, "area_only_before", is_only_before, messages);
  warn_of_areas (spec, count, "area_only_after", is_only_after, messages);
  if (count->min_periods < count->n_periods)
    wm_message_list_add (messages, "unbalanced", NULL, count->min_periods);
}

/* Adds the warnings about too few areas. */
void
wm_did_warn_of_clusters (const WmDidSpec *spec, const WmDidCount *count, WmMessageList *messages)
{
  gsize n_areas = count->n_areas[0] + count->n_areas[1];

  if (count->n_areas[0] == 1 || count->n_areas[1] == 1)
    warn_of_areas (spec, count, "one_treated_cluster", is_alone, messages);
  if (n_areas < FEW_CLUSTERS || count->n_areas[1] < FEW_TREATED)
    wm_message_list_add (messages, "few_clusters", NULL, n_areas);
}
