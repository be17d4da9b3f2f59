/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "wm-panel.h"

G_BEGIN_DECLS

/**
 * WmUnusual:
 * @area: index of the area
 * @period: index of the period
 * @jump: the value less the mean of the values next to it, [unit of the indicator]
 * @typical: how large such a jump typically is over all areas (median of the absolute jumps)
 *
 * A published value that does not go with the ones next to it. It may be right; it should be
 * looked at, and it is never removed.
 */
typedef struct
{
  gsize area;
  gsize period;
  double jump;
  double typical;
} WmUnusual;

GArray   *wm_unusual_find (const WmPanel *panel) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
