/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-indicator.h"
#include "wm-stats.h"

G_BEGIN_DECLS

gboolean  wm_words_is_percentage   (const WmIndicator *indicator);
char     *wm_words_value           (const WmIndicator *indicator,
                                    double             value) G_GNUC_WARN_UNUSED_RESULT;
char     *wm_words_difference      (const WmIndicator *indicator,
                                    double             difference) G_GNUC_WARN_UNUSED_RESULT;
char     *wm_words_difference_size (const WmIndicator *indicator,
                                    double             difference) G_GNUC_WARN_UNUSED_RESULT;
char     *wm_words_direction       (const WmIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT;
char     *wm_words_date            (const GDate       *date) G_GNUC_WARN_UNUSED_RESULT;
char     *wm_words_p_value         (double             p_value) G_GNUC_WARN_UNUSED_RESULT;
char     *wm_words_list            (const char *const *names,
                                    gsize              max_names) G_GNUC_WARN_UNUSED_RESULT;

/* What a value is by the indicator's direction. */
typedef enum
{
  WM_JUDGEMENT_NONE,   /* nobody agreed on a direction */
  WM_JUDGEMENT_SAME,
  WM_JUDGEMENT_BETTER,
  WM_JUDGEMENT_WORSE,
} WmJudgement;

WmJudgement wm_words_judge         (const WmIndicator *indicator,
                                    double             difference);

G_END_DECLS
