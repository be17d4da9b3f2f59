/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Round numbers for an axis. */

#include "config.h"

#include "wm-ticks.h"

#include <math.h>

#define MIN_TICKS 5
#define MAX_TICKS 7

/* A range narrower than this share of its values cannot be told apart on an axis. */
#define NARROWEST 1e-9

/* Slack for a bound that is a multiple of the step but for the last bit. */
#define SLACK 1e-9

typedef struct
{
  double low, high;
  double floor, ceiling; /* never to be passed; infinite when there is none */
} Range;

static Range
make_range (double low, double high, gboolean with_zero, gboolean is_percent)
{
  Range range = { low, high, -INFINITY, INFINITY };
  double size;

  if (!isfinite (low) || !isfinite (high) || low > high)
    range.low = range.high = 0;
  if (with_zero)
    {
      range.low = MIN (range.low, 0);
      range.high = MAX (range.high, 0);
    }
  if (is_percent && range.low >= 0 && range.high <= 100)
    {
      range.floor = 0;
      range.ceiling = 100;
    }
  size = MAX (fabs (range.low), fabs (range.high));
  if (size < 1e-290)
    range.high = range.low + 1;
  else if (range.high - range.low < size * NARROWEST)
    {
      range.low = MAX (range.low - size * 0.05, range.floor);
      range.high = MIN (range.high + size * 0.05, range.ceiling);
    }
  return range;
}

static WmTicks
ticks_at (const Range *range, int exponent, double factor)
{
  WmTicks ticks;
  double first, last;

  ticks.step = exponent >= 0 ? factor * pow (10, exponent) : factor / pow (10, -exponent);
  first = floor (range->low / ticks.step + SLACK);
  last = ceil (range->high / ticks.step - SLACK);
  first = MAX (first, range->floor / ticks.step);
  last = MIN (last, range->ceiling / ticks.step);
  ticks.first = (gint64) ceil (first - SLACK);
  ticks.n = (int) MIN (floor (last + SLACK) - ticks.first + 1, 1000);
  ticks.decimals = MAX (0, -exponent + (factor == 2.5 ? 1 : 0));
  return ticks;
}

/* Space on the axis beyond the values, in steps of the range. */
static double
get_waste (const WmTicks *ticks, const Range *range)
{
  return (ticks->n - 1) * ticks->step / (range->high - range->low);
}

/* One tick more on the side where there is room: downwards only without zero as the edge. */
static void
widen (WmTicks *ticks, const Range *range)
{
  double above = (ticks->first + ticks->n) * ticks->step;

  if (above > range->ceiling * (1 + SLACK))
    ticks->first--;
  ticks->n++;
}

/**
 * wm_ticks_choose:
 * @low: smallest shown value; NaN when there is none
 * @high: largest shown value
 * @with_zero: whether the axis must hold zero
 * @is_percent: whether it must not go past 0 and 100, while the values do not
 *
 * Chooses 5 to 7 ticks that hold the values with the least space beyond them.
 *
 * Returns: the ticks; 0 to 1 when there is no value
 */
WmTicks
wm_ticks_choose (double low, double high, gboolean with_zero, gboolean is_percent)
{
  static const double factors[] = { 1, 2, 2.5, 5 };
  Range range = make_range (low, high, with_zero, is_percent);
  int exponent = (int) floor (log10 (range.high - range.low));
  WmTicks best = { 0 }, fallback = { 0 };

  for (int e = exponent - 2; e <= exponent; e++)
    for (gsize f = 0; f < G_N_ELEMENTS (factors); f++)
      {
        WmTicks ticks = ticks_at (&range, e, factors[f]);

        if (ticks.n >= MIN_TICKS && ticks.n <= MAX_TICKS
            && (best.n == 0 || get_waste (&ticks, &range) < get_waste (&best, &range) * (1 - SLACK)))
          best = ticks;
        if (ticks.n < MIN_TICKS && (fallback.n < ticks.n))
          fallback = ticks;
      }
  if (best.n != 0)
    return best;
  while (fallback.n < MIN_TICKS)
    widen (&fallback, &range);
  return fallback;
}

/**
 * wm_ticks_get_value:
 * @self: ticks
 * @i: index of a tick
 *
 * Gets the value of a tick.
 *
 * Returns: the value
 */
double
wm_ticks_get_value (const WmTicks *self, int i)
{
  return (self->first + i) * self->step;
}
