/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WmTicks:
 * @step: distance of two ticks: 1, 2, 2.5 or 5 times a power of ten
 * @first: the first tick is at @first times @step
 * @n: number of ticks, 5 to 7
 * @decimals: decimals that the ticks need
 *
 * Where an axis has its ticks. Each is an integer times the step, so that zero is exactly zero.
 */
typedef struct
{
  double step;
  gint64 first;
  int n;
  int decimals;
} WmTicks;

WmTicks wm_ticks_choose    (double         low,
                            double         high,
                            gboolean       with_zero,
                            gboolean       is_percent);
double  wm_ticks_get_value (const WmTicks *self,
                            int            i);

G_END_DECLS
