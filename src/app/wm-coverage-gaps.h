/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-coverage.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WM_TYPE_COVERAGE_GAPS (wm_coverage_gaps_get_type ())
G_DECLARE_FINAL_TYPE (WmCoverageGaps, wm_coverage_gaps, WM, COVERAGE_GAPS, AdwBin)

void wm_coverage_gaps_show (WmCoverageGaps *self,
                            WmCoverage     *coverage,
                            GHashTable     *found);

G_END_DECLS
