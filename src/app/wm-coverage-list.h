/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-coverage.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_COVERAGE_ANY (-1)

#define WM_TYPE_COVERAGE_LIST (wm_coverage_list_get_type ())
G_DECLARE_FINAL_TYPE (WmCoverageList, wm_coverage_list, WM, COVERAGE_LIST, AdwBin)

void  wm_coverage_list_show       (WmCoverageList *self,
                                   WmCoverage     *coverage);
void  wm_coverage_list_filter     (WmCoverageList *self,
                                   int             state,
                                   GHashTable     *found);
guint wm_coverage_list_get_n_rows (WmCoverageList *self);

G_END_DECLS
