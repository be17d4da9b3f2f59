/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Numerators and denominators of published values that the source itself holds as other measures:
 * the plans behind the rate of plans, the children behind every rate per 10,000. */

#include "config.h"

#include "wm-parts.h"

#include "wm-reference.h"

#include <math.h>

struct _WmParts
{
  const WmMeasureParts *parts; /* NULL when the source does not hold them */
  WmPanel *numerators;         /* NULL when the project has none */
  WmPanel *denominators;
};

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
      && wm_reference_find_population (area_code, period.end_year, &population))
    *denominator = population;
}
