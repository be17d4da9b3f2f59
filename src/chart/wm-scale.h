/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WmScale:
 * @data_low: value at @pixel_low
 * @data_high: value at @pixel_high
 * @pixel_low: place of @data_low [px]
 * @pixel_high: place of @data_high [px]; above @pixel_low on a vertical axis, so smaller
 *
 * Maps values to places and back. A scale without length maps everything to NaN.
 */
typedef struct
{
  double data_low;
  double data_high;
  double pixel_low;
  double pixel_high;
} WmScale;

double   wm_scale_map           (const WmScale *self,
                                 double         value);
double   wm_scale_invert        (const WmScale *self,
                                 double         pixel);
gboolean wm_scale_is_degenerate (const WmScale *self);

G_END_DECLS
