/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area-set.h"
#include "wm-indicator.h"

G_BEGIN_DECLS

/* The tables that the program knows by itself, compiled in, loaded on first use and shared for ever
 * after. Every function may be called from any thread; what it lends lives as long as the program. */

/**
 * WmMeasureParts:
 * @code: the measure whose values are made of parts
 * @numerator_code: (nullable): code of the measure that holds the numerators; %NULL when the table
 *   does not hold them
 * @denominator_code: (nullable): code of the measure that holds the denominators; %NULL when they
 *   are the children aged 0-17 ([func@reference_find_population]) or the table does not hold them
 * @by_population: whether the denominator is the number of children aged 0-17
 * @multiplier: value = @multiplier × numerator / denominator: 100 for a percentage, 10000 for a
 *   rate per 10,000
 * @first_year: end year of the first period from which on the parts were found to agree; values of
 *   earlier periods stand on parts of another vintage, or were not compared
 * @n_cells: cells of the published table, from @first_year on, that were compared
 * @n_agree: how many of these agree within the rounding of the publication
 *
 * Where the source itself holds the parts of a value. A pair is listed only after every cell of
 * the published table had been compared.
 */
typedef struct
{
  const char *code;
  const char *numerator_code;
  const char *denominator_code;
  gboolean by_population;
  double multiplier;
  int first_year;
  int n_cells;
  int n_agree;
} WmMeasureParts;

WmAreaSet            *wm_reference_get_areas           (void);
const char *const    *wm_reference_get_neighbour_lists (void);

WmIndicator          *wm_reference_find_measure        (const char  *code);
GPtrArray            *wm_reference_list_measures       (void) G_GNUC_WARN_UNUSED_RESULT;
const WmMeasureParts *wm_reference_find_parts          (const char  *code);

const char *const    *wm_reference_get_starter_set     (void);
const char           *wm_reference_get_starter_theme   (const char  *code);

gboolean              wm_reference_find_population     (const char  *area_code,
                                                        int          statistical_year,
                                                        double      *population);

char                 *wm_reference_dup_about           (const char  *table) G_GNUC_WARN_UNUSED_RESULT;
const char           *wm_reference_get_licence_line    (void);

WmAreaSet            *wm_reference_parse_areas         (const char  *text,
                                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

const char *const    *wm_reference_get_sample_files    (void);
GBytes               *wm_reference_load_sample         (const char  *name,
                                                        GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
