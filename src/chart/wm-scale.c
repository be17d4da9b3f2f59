/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Values to places and back. */

#include "config.h"

#include "wm-scale.h"

#include <math.h>

/**
 * wm_scale_is_degenerate:
 * @self: a scale
 *
 * Gets whether the scale has no length, so that nothing can be placed on it.
 *
 * Returns: whether it is degenerate
 */
gboolean
wm_scale_is_degenerate (const WmScale *self)
{
  double length = self->data_high - self->data_low;

  return !isfinite (length) || length == 0 || self->pixel_low == self->pixel_high;
}

/**
 * wm_scale_map:
 * @self: a scale
 * @value: a value
 *
 * Places a value.
 *
 * Returns: the place [px]; NaN for NaN and on a degenerate scale
 */
double
wm_scale_map (const WmScale *self, double value)
{
  double fraction = (value - self->data_low) / (self->data_high - self->data_low);

  if (wm_scale_is_degenerate (self))
    return NAN;
  return self->pixel_low + fraction * (self->pixel_high - self->pixel_low);
}

/**
 * wm_scale_invert:
 * @self: a scale
 * @pixel: a place [px]
 *
 * Finds the value at a place.
 *
 * Returns: the value; NaN for NaN and on a degenerate scale
 */
double
wm_scale_invert (const WmScale *self, double pixel)
{
  double fraction = (pixel - self->pixel_low) / (self->pixel_high - self->pixel_low);

  if (wm_scale_is_degenerate (self))
    return NAN;
  return self->data_low + fraction * (self->data_high - self->data_low);
}
