/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One measure for one authority, in figures and words: the headline, the number strip, and what to
 * keep in mind. */

#include "config.h"

#include "wm-measure.h"

#include "wm-number.h"
#include "wm-parts.h"
#include "wm-reference.h"
#include "wm-store-indicators.h"
#include "wm-unusual.h"
#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
fact_free (gpointer data)
{
  WmMeasureFact *fact = data;

  g_free (fact->name);
  g_free (fact->value);
  g_free (fact->note);
  g_free (fact);
}

/**
 * wm_measure_free:
 * @self: (transfer full) (nullable): a measure
 *
 * Frees a measure.
 */
void
wm_measure_free (WmMeasure *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->indicator, wm_indicator_unref);
  g_clear_pointer (&self->area, wm_area_unref);
  g_clear_pointer (&self->country, wm_area_unref);
  g_clear_pointer (&self->panel, wm_panel_unref);
  g_free (self->headline);
  g_free (self->finding);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->cautions);
  g_free (self->source_line);
  g_free (self);
}

static void
take_fact (WmMeasure *self, const char *name, char *value, char *note)
{
  WmMeasureFact *fact = g_new (WmMeasureFact, 1);

  fact->name = g_strdup (name);
  fact->value = value;
  fact->note = note;
  g_ptr_array_add (self->facts, fact);
}

static void
take_caution (WmMeasure *self, char *caution)
{
  g_ptr_array_add (self->cautions, caution);
}

static const char *
get_period_label (const WmMeasure *self)
{
  return self->panel->period_labels[self->standing.period];
}

/* The label of the period that the change is measured from. */
static const char *
get_previous_label (const WmMeasure *self)
{
  gsize row;

  if (!wm_panel_find_area (self->panel, self->area->code, &row))
    return "";
  for (gsize t = self->standing.period; t-- > 0;)
    if (wm_panel_get_value (self->panel, row, t) == self->standing.previous)
      return self->panel->period_labels[t];
  return "";
}

static char *
make_change_sentence (const WmMeasure *self)
{
  double change = self->standing.change;
  g_autofree char *size = wm_words_difference_size (self->indicator, change);
  const char *previous = get_previous_label (self);

  if (isnan (change))
    return NULL;
  if (wm_number_round (change, MAX (self->indicator->decimals, 1)) == 0)
    /* Translators: %s is a period. */
    return g_strdup_printf (_("That is the same as in %s."), previous);
  if (change > 0)
    /* Translators: %1$s is a size such as "2.6 percentage points", %2$s a period. */
    return g_strdup_printf (_("That is %1$s more than in %2$s."), size, previous);
  /* Translators: %1$s is a size such as "2.6 percentage points", %2$s a period. */
  return g_strdup_printf (_("That is %1$s less than in %2$s."), size, previous);
}

static char *
make_comparison_sentence (const WmMeasure *self)
{
  g_autofree char *country = wm_words_value (self->indicator, self->standing.country);
  g_autofree char *neighbours = wm_words_value (self->indicator, self->standing.neighbours.mean);

  if (!isnan (self->standing.country) && !isnan (self->standing.neighbours.mean))
    /* Translators: %3$s is England; %1$s and %2$s are values. */
    return g_strdup_printf (_("%3$s: %1$s; mean of the statistical neighbours: %2$s."), country,
                            neighbours, self->country->name);
  if (!isnan (self->standing.country))
    /* Translators: %1$s is England, %2$s a value. */
    return g_strdup_printf (_("%1$s: %2$s."), self->country->name, country);
  return NULL;
}

static void
write_headline (WmMeasure *self)
{
  g_autoptr (GString) headline = g_string_new (NULL);
  g_autofree char *value = NULL;
  g_autofree char *change = NULL;
  g_autofree char *comparison = NULL;

  if (!self->has_value)
    {
      /* Translators: %1$s is an authority, %2$s a measure. */
      self->headline = g_strdup_printf (_("%1$s has no value for “%2$s”."), self->area->name,
                                        self->indicator->title);
      return;
    }
  value = wm_words_value (self->indicator, self->standing.value);
  /* Translators: %1$s is a measure, %2$s an authority, %3$s a period, %4$s a value. */
  g_string_append_printf (headline, _("“%1$s” in %2$s in %3$s: %4$s."), self->indicator->title,
                          self->area->name, get_period_label (self), value);
  change = make_change_sentence (self);
  comparison = make_comparison_sentence (self);
  if (change != NULL)
    g_string_append_printf (headline, " %s", change);
  if (comparison != NULL)
    g_string_append_printf (headline, " %s", comparison);
  self->headline = g_string_free (g_steal_pointer (&headline), FALSE);
}

/* Short enough for the title of a chart. */
static void
write_finding (WmMeasure *self)
{
  g_autofree char *value = NULL;
  g_autofree char *country = NULL;

  if (!self->has_value)
    {
      self->finding = g_strdup (self->headline);
      return;
    }
  value = wm_words_value (self->indicator, self->standing.value);
  country = wm_words_value (self->indicator, self->standing.country);
  if (isnan (self->standing.country))
    /* Translators: %1$s is an authority, %2$s its value, %3$s a period. */
    self->finding = g_strdup_printf (_("%1$s: %2$s in %3$s"), self->area->name, value,
                                     get_period_label (self));
  else
    /* Translators: %1$s is an authority, %2$s its value, %3$s a period, %4$s is England, %5$s its value. */
    self->finding = g_strdup_printf (_("%1$s: %2$s in %3$s; %4$s: %5$s"), self->area->name, value,
                                     get_period_label (self), self->country->name, country);
}

static char *
format_dates (const WmMeasure *self)
{
  GDate first, last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (self->indicator->basis == WM_BASIS_UNSTATED)
    return g_strdup (wm_basis_get_words (self->indicator->basis));
  wm_period_get_dates (self->panel->periods[self->standing.period], self->indicator->basis, &first,
                       &last);
  to = wm_words_date (&last);
  if (g_date_compare (&first, &last) == 0)
    return g_steal_pointer (&to);
  from = wm_words_date (&first);
  /* Translators: %1$s and %2$s are dates. */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

static void
add_value_facts (WmMeasure *self)
{
  const WmStanding *standing = &self->standing;
  const WmMeasureParts *parts = wm_reference_find_parts (self->indicator->code);

  take_fact (self, self->area->name, wm_words_value (self->indicator, standing->value),
             standing->publication == WM_PUBLICATION_PROVISIONAL ? g_strdup (_("provisional")) : NULL);
  take_fact (self, _("Period"), g_strdup (get_period_label (self)), format_dates (self));
  if (!isnan (standing->numerator))
    take_fact (self, _("Numerator"), wm_number_format_display (standing->numerator, 0),
               g_strdup (parts != NULL ? parts->numerator_code : NULL));
  if (!isnan (standing->denominator))
    take_fact (self, _("Denominator"), wm_number_format_display (standing->denominator, 0),
               g_strdup (parts == NULL ? NULL
                         : parts->by_population ? _("children aged 0 to 17")
                                                : parts->denominator_code));
  if (!isnan (standing->change))
    /* Translators: %s is a period. */
    take_fact (self, _("Change"), wm_words_difference (self->indicator, standing->change),
               g_strdup_printf (_("since %s"), get_previous_label (self)));
}

/* "8 of 10 neighbours, 2025 list" */
static char *
format_average_note (const WmAverage *average, const char *list)
{
  if (list == NULL)
    /* Translators: %1$u authorities have a value, of %2$u. */
    return g_strdup_printf (_("mean of %1$u of its %2$u authorities"), (guint) average->n,
                            (guint) average->n_wanted);
  /* Translators: %1$u neighbours have a value, of %2$u; %3$s is the year of the list. */
  return g_strdup_printf (_("%1$u of %2$u neighbours, %3$s list"), (guint) average->n,
                          (guint) average->n_wanted, list);
}

static void
add_comparison_facts (WmMeasure *self, WmProject *project)
{
  const WmStanding *standing = &self->standing;
  const char *list = wm_project_get_neighbour_list (project);
  const WmArea *region = self->area->region_code != NULL
                           ? wm_area_set_find_code (wm_project_get_areas (project),
                                                    self->area->region_code)
                           : NULL;

  if (!isnan (standing->country))
    take_fact (self, self->country->name, wm_words_value (self->indicator, standing->country), NULL);
  if (region != NULL && !isnan (standing->region))
    take_fact (self, region->name, wm_words_value (self->indicator, standing->region),
               g_strdup (standing->region_is_wider ? _("published; London as a whole") : _("published")));
  if (region != NULL && standing->region_members.n > 0)
    take_fact (self, _("Region's authorities"),
               wm_words_value (self->indicator, standing->region_members.mean),
               format_average_note (&standing->region_members, NULL));
  if (standing->neighbours.n == 0)
    return;
  take_fact (self, _("Neighbours' mean"), wm_words_value (self->indicator, standing->neighbours.mean),
             format_average_note (&standing->neighbours, list));
  take_fact (self, _("Neighbours' median"),
             wm_words_value (self->indicator, standing->neighbours.median),
             format_average_note (&standing->neighbours, list));
}

static gsize
count_without (const WmStanding *standing)
{
  gsize n = 0;

  for (int reason = 0; reason < WM_N_MISSING; reason++)
    n += standing->n_without[reason];
  return n;
}

static void
add_place_fact (WmMeasure *self)
{
  gsize n_without = count_without (&self->standing);
  const char *order = self->indicator->polarity == WM_POLARITY_LOWER ? _("1 is the lowest")
                                                                      : _("1 is the highest");

  if (self->standing.place == 0)
    return;
  take_fact (self, _("Place"), wm_standing_dup_place (&self->standing),
             /* Translators: %1$s says which end is 1, %2$u how many have no value. */
             g_strdup_printf (ngettext ("%1$s; %2$u authority has no value",
                                        "%1$s; %2$u authorities have no value", n_without),
                              order, (guint) n_without));
}

/* By what one child more moves the measure; NaN where that cannot be known. */
static double
get_step_per_child (const WmMeasure *self, WmProject *project)
{
  double population;

  if (wm_words_is_percentage (self->indicator))
    return self->standing.denominator > 0 ? 100 / self->standing.denominator : NAN;
  if (strstr (self->indicator->unit, "10,000") == NULL)
    return NAN;
  if (self->standing.denominator > 0)
    return 10000 / self->standing.denominator;
  if (!wm_parts_find_population (project, self->area->code,
                                 self->panel->periods[self->standing.period].end_year, &population)
      || population <= 0)
    return NAN;
  return 10000 / population;
}

/* How many children the distance from the neighbours is. */
static void
add_children_fact (WmMeasure *self, WmProject *project)
{
  double distance = self->standing.value - self->standing.neighbours.mean;
  double children = round (distance / get_step_per_child (self, project));
  g_autofree char *number = NULL;

  if (!isfinite (children))
    return;
  number = wm_number_format_display (fabs (children), 0);
  take_fact (self, _("How many children is that?"),
             children == 0 ? g_strdup (_("none"))
             /* Translators: %s is a number of children or cases. */
             : g_strdup_printf (children > 0 ? _("%s more") : _("%s fewer"), number),
             g_strdup (_("children or cases, than at the neighbours' mean")));
}

static gboolean
are_on_different_sides (double value, double a, double b)
{
  return !isnan (a) && !isnan (b) && value != a && value != b && (value > a) != (value > b);
}

static void
add_average_cautions (WmMeasure *self, WmProject *project)
{
  const WmStanding *standing = &self->standing;

  if (standing->neighbours.n > 0 && standing->neighbours.n < WM_AVERAGE_FEW)
    take_caution (self, g_strdup_printf (ngettext ("Only %u neighbour has a value: its mean says little.",
                                                   "Only %u neighbours have a value: their mean says little.",
                                                   standing->neighbours.n),
                                         (guint) standing->neighbours.n));
  if (are_on_different_sides (standing->value, standing->neighbours.mean, standing->neighbours.median))
    take_caution (self, g_strdup (_("The neighbours' mean and median put the authority on different "
                                    "sides: say which one you mean.")));
  if (are_on_different_sides (standing->value, standing->neighbours.mean,
                              standing->other_neighbours.mean))
    take_caution (self, g_strdup (_("By the other list of neighbours the authority is on the other "
                                    "side of their mean.")));
}

static void
add_value_cautions (WmMeasure *self)
{
  const WmStanding *standing = &self->standing;
  gsize n_suppressed = standing->n_without[WM_MISSING_SUPPRESSED];

  if (standing->publication == WM_PUBLICATION_PROVISIONAL)
    take_caution (self, g_strdup (_("The latest value is provisional and may still change.")));
  if (self->indicator->decimals == 0 && fabs (standing->change) == 1)
    take_caution (self, g_strdup (_("The measure is published in whole numbers: a change of one may be "
                                    "rounding alone.")));
  if (standing->has_gap)
    take_caution (self, g_strdup_printf (_("There is no value for the period before: the change is "
                                           "counted from %s."),
                                         get_previous_label (self)));
  if (n_suppressed > 0)
    take_caution (self, g_strdup_printf (ngettext ("%u authority's value is hidden because it is small: "
                                                   "the place is among the others.",
                                                   "%u authorities' values are hidden because they are "
                                                   "small: the place is among the others.",
                                                   n_suppressed),
                                         (guint) n_suppressed));
  for (gsize i = 0; i < self->indicator->n_breaks; i++)
    take_caution (self, g_strdup_printf (_("The definition changed in %d: do not compare across it."),
                                         self->indicator->break_years[i]));
}

static void
add_unusual_cautions (WmMeasure *self)
{
  g_autoptr (GArray) found = wm_unusual_find (self->panel);

  for (guint i = 0; i < found->len; i++)
    {
      const WmUnusual *unusual = &g_array_index (found, WmUnusual, i);
      double number = wm_panel_get_value (self->panel, unusual->area, unusual->period);
      g_autofree char *value = wm_words_value (self->indicator, number);

      if (g_str_equal (self->panel->areas[unusual->area]->code, self->area->code))
        /* Translators: %1$s is a period, %2$s a value. */
        take_caution (self, g_strdup_printf (_("Published, unusual: the value for %1$s (%2$s) stands far "
                                               "away from the years next to it."),
                                             self->panel->period_labels[unusual->period], value));
    }
}

static void
add_area_cautions (WmMeasure *self, WmProject *project)
{
  WmArea *partner = self->area->joint_code != NULL
                      ? wm_area_set_find_code (wm_project_get_areas (project), self->area->joint_code)
                      : NULL;

  if (self->area->is_small)
    take_caution (self, g_strdup (_("The authority is very small: it takes no place among others.")));
  if (partner != NULL)
    take_caution (self, g_strdup_printf (_("%s may report the same figures for a joint service."),
                                         partner->name));
}

static void
fill_parts (WmMeasure *self, WmProject *project)
{
  g_autoptr (WmParts) parts = wm_parts_new (project, self->indicator->code);

  wm_parts_find (parts, self->area->code, self->panel->periods[self->standing.period],
                 &self->standing.numerator, &self->standing.denominator);
}

static void
describe (WmMeasure *self, WmProject *project)
{
  if (!self->has_value)
    return;
  fill_parts (self, project);
  add_value_facts (self);
  add_comparison_facts (self, project);
  add_place_fact (self);
  add_children_fact (self, project);
  add_value_cautions (self);
  add_average_cautions (self, project);
  add_area_cautions (self, project);
  add_unusual_cautions (self);
}

/**
 * wm_measure_new:
 * @project: a project
 * @indicator_code: code of the measure
 * @area_code: code of the authority
 * @error: return location for an error
 *
 * Gathers what there is to say about a measure for an authority.
 *
 * Fails with %WM_PROJECT_ERROR_UNKNOWN_INDICATOR, %WM_PROJECT_ERROR_UNKNOWN_AREA or
 * %WM_PROJECT_ERROR_NO_DATA.
 *
 * Returns: (transfer full): the measure
 */
WmMeasure *
wm_measure_new (WmProject *project, const char *indicator_code, const char *area_code, GError **error)
{
  g_autoptr (WmMeasure) self = g_new0 (WmMeasure, 1);
  WmArea *area, *country;
  gsize row, period;

  self->facts = g_ptr_array_new_with_free_func (fact_free);
  self->cautions = g_ptr_array_new_with_free_func (g_free);
  area = wm_project_find_area (project, area_code, error);
  if (area == NULL)
    return NULL;
  self->area = wm_area_ref (area);
  country = wm_area_set_get_country (wm_project_get_areas (project));
  self->country = country != NULL ? wm_area_ref (country) : NULL;
  self->indicator = wm_project_find_indicator (project, indicator_code, error);
  if (self->indicator == NULL)
    return NULL;
  self->panel = wm_project_load_panel (project, self->indicator->code, error);
  if (self->panel == NULL)
    return NULL;
  self->has_value = wm_panel_find_area (self->panel, area->code, &row)
                    && wm_panel_find_latest (self->panel, row, &period);
  if (self->has_value)
    wm_standing_compute (project, self->indicator, self->panel, area->code, period, &self->standing);
  self->source_line = wm_project_dup_source_line (project, self->indicator->code);
  write_headline (self);
  write_finding (self);
  describe (self, project);
  return g_steal_pointer (&self);
}

/**
 * wm_measure_propose:
 * @project: a project
 *
 * Proposes a measure to begin with: the first of the starter set that the project has, else its
 * first.
 *
 * Returns: (transfer full) (nullable): its code; %NULL when the project has no measures
 */
char *
wm_measure_propose (WmProject *project)
{
  const char *const *starters = wm_reference_get_starter_set ();
  g_autoptr (GPtrArray) rows = wm_store_list_indicators (wm_project_get_store (project), NULL);

  if (rows == NULL || rows->len == 0)
    return NULL;
  for (gsize s = 0; starters[s] != NULL; s++)
    for (guint i = 0; i < rows->len; i++)
      {
        const WmIndicatorRow *row = g_ptr_array_index (rows, i);

        if (g_str_equal (row->indicator->code, starters[s]))
          return g_strdup (row->indicator->code);
      }
  return g_strdup (((WmIndicatorRow *) g_ptr_array_index (rows, 0))->indicator->code);
}
