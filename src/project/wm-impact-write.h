/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-impact.h"
#include "wm-json-writer.h"
#include "wm-table.h"

G_BEGIN_DECLS

WmTable *wm_impact_make_table       (const WmImpact *self) G_GNUC_WARN_UNUSED_RESULT;
WmTable *wm_impact_make_words_table (const WmImpact *self) G_GNUC_WARN_UNUSED_RESULT;
WmTable *wm_impact_make_means_table (const WmImpact *self) G_GNUC_WARN_UNUSED_RESULT;
char    *wm_impact_to_text          (const WmImpact *self) G_GNUC_WARN_UNUSED_RESULT;
char    *wm_impact_to_json          (const WmImpact *self) G_GNUC_WARN_UNUSED_RESULT;
const char *wm_impact_estimator_to_id (WmDidEstimator estimator);

void     wm_coefficient_write_json  (const WmCoefficient *self,
                                     WmJsonWriter        *writer);
WmTable *wm_coefficient_table_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void     wm_coefficient_table_add   (WmTable             *table,
                                     const WmCoefficient *coefficient,
                                     const char          *term);

G_END_DECLS
