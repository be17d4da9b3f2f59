/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-area-set.h"
#include "wm-indicator.h"

G_BEGIN_DECLS

/* The tables that the program knows by itself, compiled in, loaded on first use and shared for ever after. */

WmAreaSet          *wm_reference_get_areas          (void);
const char *const  *wm_reference_get_neighbour_lists (void);
WmIndicator        *wm_reference_find_measure       (const char *code);
GPtrArray          *wm_reference_list_measures      (void) G_GNUC_WARN_UNUSED_RESULT;
const char *const  *wm_reference_get_starter_set    (void);
const char         *wm_reference_get_starter_theme  (const char *code);
gboolean            wm_reference_find_population    (const char *area_code,
                                                     int         statistical_year,
                                                     double     *population);
const char         *wm_reference_get_licence_line   (void);

G_END_DECLS
