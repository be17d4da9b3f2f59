/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numerators and denominators of published values that the source itself holds as other measures:
 * the plans behind the rate of plans, the children behind every rate per 10,000. */

#include "config.h"

#include "wm-parts.h"

#include "wm-reference.h"
#include "wm-store-population.h"

#include <math.h>

struct _WmParts
{
  WmProject *project;          /* owned */
  const WmMeasureParts *parts; /* NULL when the source does not hold them */
  WmPanel *numerators;         /* NULL when the project has none */
  WmPanel *denominators;
};

/**
 * wm_parts_find_population:
 * @project: a project
 * @area_code: code of an area
 * @statistical_year: a statistical year (the year in which it ends)
 * @population: (out): children aged 0 to 17; untouched when it is not known
 *
 * Finds the number of children that rates of a year stand on: from the newest estimates that were
 * imported into the project, else from the built-in ones.
 *
 * Returns: whether it is known
 */
gboolean
wm_parts_find_population (WmProject *project, const char *area_code, int statistical_year,
                          double *population)
{
  g_return_val_if_fail (project != NULL && area_code != NULL, FALSE);

  return wm_store_find_population (wm_project_get_store (project), area_code, statistical_year,
                                   population, NULL)
         || wm_reference_find_population (area_code, statistical_year, population);
}

static WmPanel *
load (WmProject *project, const char *code)
{
  return code != NULL ? wm_project_load_panel (project, code, NULL) : NULL;
}

/**
 * wm_parts_new:
 * @project: a project
 * @indicator_code: code of a measure
 *
 * Loads what stands behind the values of a measure, as far as the project has it.
 *
 * Returns: (transfer full): the parts
 */
WmParts *
wm_parts_new (WmProject *project, const char *indicator_code)
{
  WmParts *self = g_new0 (WmParts, 1);

  g_return_val_if_fail (project != NULL && indicator_code != NULL, self);

  self->project = wm_project_ref (project);
  self->parts = wm_reference_find_parts (indicator_code);
  if (self->parts == NULL)
    return self;
  self->numerators = load (project, self->parts->numerator_code);
  self->denominators = load (project, self->parts->denominator_code);
  return self;
}

/**
 * wm_parts_free:
 * @self: (transfer full) (nullable): parts
 *
 * Frees parts.
 */
void
wm_parts_free (WmParts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->project, wm_project_unref);
  g_clear_pointer (&self->numerators, wm_panel_unref);
  g_clear_pointer (&self->denominators, wm_panel_unref);
  g_free (self);
}

static double
find_value (const WmPanel *panel, const char *area_code, WmPeriod period)
{
  gsize row, t;

  if (panel == NULL || !wm_panel_find_area (panel, area_code, &row)
      || !wm_panel_find_period (panel, period, &t))
    return NAN;
  return wm_panel_get_value (panel, row, t);
}

/**
 * wm_parts_find:
 * @self: parts
 * @area_code: an authority
 * @period: a period
 * @numerator: (inout): set when it is NaN and known
 * @denominator: (inout): set when it is NaN and known
 *
 * Finds what stands behind one value.
 */
void
wm_parts_find (const WmParts *self, const char *area_code, WmPeriod period, double *numerator,
               double *denominator)
{
  double population;

  g_return_if_fail (self != NULL && area_code != NULL);

  if (self->parts == NULL || period.end_year < self->parts->first_year)
    return;
  if (isnan (*numerator))
    *numerator = find_value (self->numerators, area_code, period);
  if (isnan (*denominator))
    *denominator = find_value (self->denominators, area_code, period);
  if (isnan (*denominator) && self->parts->by_population
      && wm_parts_find_population (self->project, area_code, period.end_year, &population))
    *denominator = population;
}
