/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-project.h"

G_BEGIN_DECLS

typedef struct _WmParts WmParts;

gboolean wm_parts_find_population (WmProject  *project,
                                   const char *area_code,
                                   int         statistical_year,
                                   double     *population);
WmParts *wm_parts_new  (WmProject     *project,
                        const char    *indicator_code) G_GNUC_WARN_UNUSED_RESULT;
void     wm_parts_free (WmParts       *self);
void     wm_parts_find (const WmParts *self,
                        const char    *area_code,
                        WmPeriod       period,
                        double        *numerator,
                        double        *denominator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmParts, wm_parts_free)

G_END_DECLS
