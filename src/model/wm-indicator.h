/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-period.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WmPolarity:
 * @WM_POLARITY_UNKNOWN: nobody has said
 * @WM_POLARITY_HIGHER: higher is better
 * @WM_POLARITY_LOWER: lower is better
 * @WM_POLARITY_NONE: no agreed direction: context or activity
 *
 * The numbers are stored in project files: never renumber them.
 */
typedef enum
{
  WM_POLARITY_UNKNOWN = 0,
  WM_POLARITY_HIGHER = 1,
  WM_POLARITY_LOWER = 2,
  WM_POLARITY_NONE = 3,
} WmPolarity;

#define WM_TYPE_INDICATOR (wm_indicator_get_type ())

/**
 * WmIndicator:
 * @code: the code as the source prints it; case matters
 * @title: what it measures, for a heading
 * @topics: (array zero-terminated=1): the themes that it belongs to; one or more
 * @unit: unit of the values as an axis says it, such as "Rate per 10,000 children"
 * @decimals: decimals to show
 * @polarity: which direction is good
 * @polarity_by: (nullable): who says so: "LAIT", or the authority
 * @polarity_date: (nullable): when, YYYY-MM-DD
 * @basis: what a year means
 * @description: (nullable): what it is, in the source's words
 * @methodology: (nullable): how it is made, in the source's words
 * @owner: (nullable): who publishes it
 * @updated: (nullable): when the source last changed, YYYY-MM-DD
 * @next_update: (nullable): when the source says it will change, as printed or YYYY-MM-DD
 * @no_quartiles: whether the source says that its range is too small for quartiles
 * @break_years: (array length=n_breaks): end years from which a new definition holds
 * @n_breaks: number of breaks
 * @break_notes: (array zero-terminated=1) (nullable): what changed at each break
 *
 * What is known about an indicator. A counted value: never changed once it is shared.
 */
typedef struct
{
  char *code;
  char *title;
  GStrv topics;
  char *unit;
  int decimals;
  WmPolarity polarity;
  char *polarity_by;
  char *polarity_date;
  WmBasis basis;
  char *description;
  char *methodology;
  char *owner;
  char *updated;
  char *next_update;
  gboolean no_quartiles;
  int *break_years;
  gsize n_breaks;
  GStrv break_notes;
} WmIndicator;

GType        wm_indicator_get_type    (void);

WmIndicator *wm_indicator_new         (const char        *code) G_GNUC_WARN_UNUSED_RESULT;
WmIndicator *wm_indicator_copy        (const WmIndicator *self) G_GNUC_WARN_UNUSED_RESULT;
WmIndicator *wm_indicator_ref         (WmIndicator       *self);
void         wm_indicator_unref       (WmIndicator       *self);

const char  *wm_polarity_to_id        (WmPolarity         polarity);
gboolean     wm_polarity_from_id      (const char        *id,
                                       WmPolarity        *polarity);
const char  *wm_polarity_get_words    (WmPolarity         polarity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmIndicator, wm_indicator_unref)

G_END_DECLS
