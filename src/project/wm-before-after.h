/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-impact.h"
#include "wm-prepost.h"
#include "wm-table.h"

G_BEGIN_DECLS

/**
 * WmBeforeAfter:
 * @indicator: the measure
 * @group: the areas
 * @panel: their values
 * @phases: (array): per period: 0 before, 1 after, -1 left out
 * @start_words: how the start was read
 * @result: the estimates
 * @sentences: (element-type utf8): the result in plain words
 * @cautions: (element-type utf8): warnings in words
 *
 * Before against after in one group, as a value.
 */
typedef struct
{
  WmIndicator *indicator;
  WmGroup *group;
  WmPanel *panel;
  gint8 *phases;
  char *start_words;
  WmPrepostResult *result;
  GPtrArray *sentences;
  GPtrArray *cautions;
} WmBeforeAfter;

WmBeforeAfter *wm_before_after_new        (WmProject           *project,
                                           const WmImpactSpec  *spec,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           wm_before_after_free       (WmBeforeAfter       *self);
WmTable       *wm_before_after_make_table (const WmBeforeAfter *self) G_GNUC_WARN_UNUSED_RESULT;
char          *wm_before_after_to_text    (const WmBeforeAfter *self) G_GNUC_WARN_UNUSED_RESULT;
char          *wm_before_after_to_json    (const WmBeforeAfter *self) G_GNUC_WARN_UNUSED_RESULT;

WmTable       *wm_description_make_table  (WmProject           *project,
                                           const WmImpactSpec  *spec,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmBeforeAfter, wm_before_after_free)

G_END_DECLS
