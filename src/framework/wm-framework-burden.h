/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-framework.h"

#include "wm-table.h"

G_BEGIN_DECLS

/**
 * WmFrameworkBurden:
 * @n_outcomes: outcomes
 * @n_gaps: outcomes that nothing measures, which are among @n_outcomes
 * @n_indicators: indicators; the next four add up to it
 * @n_ready: indicators whose data are there now
 * @n_derivable: indicators that can be made from data that somebody holds
 * @n_new: indicators that need a new collection
 * @n_not_said: indicators of which nobody said where their data would come from
 * @n_planned: placeholders, which are in no other count
 *
 * What a domain, or a whole framework, asks of those who would fill it with data.
 */
typedef struct
{
  guint n_outcomes;
  guint n_gaps;
  guint n_indicators;
  guint n_ready;
  guint n_derivable;
  guint n_new;
  guint n_not_said;
  guint n_planned;
} WmFrameworkBurden;

WmFrameworkBurden wm_framework_count_burden    (WmFramework           *self,
                                                const WmFrameworkItem *below);
GPtrArray        *wm_framework_list_domains    (WmFramework           *self) G_GNUC_WARN_UNUSED_RESULT;
WmTable          *wm_framework_to_burden_table (WmFramework           *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
