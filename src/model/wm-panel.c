/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* One indicator over areas and periods: numbers, the reasons where there is none, and their labels. */

#include "config.h"

#include "wm-panel.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (WmPanel, wm_panel, wm_panel_ref, wm_panel_unref)

static void
panel_clear (gpointer data)
{
  WmPanel *self = data;

  for (gsize i = 0; i < self->n_areas; i++)
    wm_area_unref (self->areas[i]);
  for (gsize t = 0; t < self->n_periods; t++)
    g_free (self->period_labels[t]);
  g_free (self->areas);
  g_free (self->periods);
  g_free (self->period_labels);
  g_free (self->values);
  g_free (self->numerators);
  g_free (self->denominators);
  g_free (self->missing);
  g_free (self->publications);
}

static double *
new_nans (gsize n)
{
  double *numbers = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    numbers[i] = NAN;
  return numbers;
}

/**
 * wm_panel_new:
 * @areas: (array length=n_areas): the areas; the panel takes a reference to each
 * @n_areas: number of areas
 * @periods: (array length=n_periods): the periods, oldest first
 * @n_periods: number of periods
 *
 * Makes a panel without any value: every cell is %WM_MISSING_NOT_AVAILABLE and every period is
 * labelled in the canonical form. Whoever makes it fills it in before sharing it.
 *
 * Returns: (transfer full): the panel
 */
WmPanel *
wm_panel_new (WmArea *const *areas, gsize n_areas, const WmPeriod *periods, gsize n_periods)
{
  WmPanel *self = g_atomic_rc_box_new0 (WmPanel);
  gsize n = n_areas * n_periods;

  self->n_areas = n_areas;
  self->n_periods = n_periods;
  self->areas = g_new (WmArea *, n_areas);
  for (gsize i = 0; i < n_areas; i++)
    self->areas[i] = wm_area_ref (areas[i]);
  self->periods = g_memdup2 (periods, n_periods * sizeof *periods);
  self->period_labels = g_new (char *, n_periods);
  for (gsize t = 0; t < n_periods; t++)
    self->period_labels[t] = wm_period_to_text (periods[t]);
  self->values = new_nans (n);
  self->missing = g_malloc (n);
  if (n > 0)
    memset (self->missing, WM_MISSING_NOT_AVAILABLE, n);
  self->publications = g_malloc0 (n);
  return self;
}

/**
 * wm_panel_ref:
 * @self: a panel
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
WmPanel *
wm_panel_ref (WmPanel *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * wm_panel_unref:
 * @self: (transfer full): a panel
 *
 * Gives a reference back.
 */
void
wm_panel_unref (WmPanel *self)
{
  g_atomic_rc_box_release_full (self, panel_clear);
}

/**
 * wm_panel_set_label:
 * @self: a panel that is not shared yet
 * @period: index of a period
 * @label: the period as the source prints it
 *
 * Sets the label of a period.
 */
void
wm_panel_set_label (WmPanel *self, gsize period, const char *label)
{
  g_return_if_fail (self != NULL && period < self->n_periods && label != NULL);

  g_free (self->period_labels[period]);
  self->period_labels[period] = g_strdup (label);
}

/**
 * wm_panel_add_parts:
 * @self: a panel that is not shared yet
 *
 * Makes room for numerators and denominators, all unknown.
 */
void
wm_panel_add_parts (WmPanel *self)
{
  g_return_if_fail (self != NULL && self->numerators == NULL);

  self->numerators = new_nans (self->n_areas * self->n_periods);
  self->denominators = new_nans (self->n_areas * self->n_periods);
}

/**
 * wm_panel_find_area:
 * @self: a panel
 * @code: code of an area
 * @area: (out): its index; untouched when there is none
 *
 * Finds an area in the panel.
 *
 * Returns: whether the panel has it
 */
gboolean
wm_panel_find_area (const WmPanel *self, const char *code, gsize *area)
{
  g_return_val_if_fail (self != NULL && code != NULL, FALSE);

  for (gsize i = 0; i < self->n_areas; i++)
    if (g_str_equal (self->areas[i]->code, code))
      {
        *area = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_panel_find_period:
 * @self: a panel
 * @period: a period
 * @found: (out): its index; untouched when there is none
 *
 * Finds a period in the panel.
 *
 * Returns: whether the panel has it
 */
gboolean
wm_panel_find_period (const WmPanel *self, WmPeriod period, gsize *found)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (gsize t = 0; t < self->n_periods; t++)
    if (wm_period_equal (self->periods[t], period))
      {
        *found = t;
        return TRUE;
      }
  return FALSE;
}

/**
 * wm_panel_get_value:
 * @self: a panel
 * @area: index of an area
 * @period: index of a period
 *
 * Gets a value, [unit of the indicator].
 *
 * Returns: the value; NaN where there is none
 */
double
wm_panel_get_value (const WmPanel *self, gsize area, gsize period)
{
  g_return_val_if_fail (self != NULL && area < self->n_areas && period < self->n_periods, NAN);

  return self->values[area * self->n_periods + period];
}

/**
 * wm_panel_get_missing:
 * @self: a panel
 * @area: index of an area
 * @period: index of a period
 *
 * Gets why there is no value.
 *
 * Returns: the reason; %WM_MISSING_NONE where there is a value
 */
WmMissing
wm_panel_get_missing (const WmPanel *self, gsize area, gsize period)
{
  g_return_val_if_fail (self != NULL && area < self->n_areas && period < self->n_periods,
                        WM_MISSING_UNKNOWN);

  return self->missing[area * self->n_periods + period];
}

/**
 * wm_panel_find_latest:
 * @self: a panel
 * @area: index of an area
 * @period: (out): index of the latest period with a value; untouched when there is none
 *
 * Finds the latest value of an area.
 *
 * Returns: whether the area has any value
 */
gboolean
wm_panel_find_latest (const WmPanel *self, gsize area, gsize *period)
{
  g_return_val_if_fail (self != NULL && area < self->n_areas, FALSE);

  for (gsize t = self->n_periods; t-- > 0;)
    if (!isnan (self->values[area * self->n_periods + t]))
      {
        *period = t;
        return TRUE;
      }
  return FALSE;
}

static void
copy_row (WmPanel *to, gsize row, const WmPanel *from, gsize from_row)
{
  gsize n = from->n_periods;

  memcpy (to->values + row * n, from->values + from_row * n, n * sizeof (double));
  memcpy (to->missing + row * n, from->missing + from_row * n, n);
  memcpy (to->publications + row * n, from->publications + from_row * n, n);
  if (from->numerators == NULL)
    return;
  memcpy (to->numerators + row * n, from->numerators + from_row * n, n * sizeof (double));
  memcpy (to->denominators + row * n, from->denominators + from_row * n, n * sizeof (double));
}

/**
 * wm_panel_select_areas:
 * @self: a panel
 * @codes: (array zero-terminated=1): codes of the areas to keep
 *
 * Makes a panel of some areas, in the order of @codes; unknown codes are passed over.
 *
 * Returns: (transfer full): the panel
 */
WmPanel *
wm_panel_select_areas (const WmPanel *self, const char *const *codes)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree WmArea **areas = NULL;
  WmPanel *selected;
  gsize row;

  g_return_val_if_fail (self != NULL && codes != NULL, NULL);

  for (gsize i = 0; codes[i] != NULL; i++)
    if (wm_panel_find_area (self, codes[i], &row))
      g_array_append_val (rows, row);
  areas = g_new (WmArea *, rows->len);
  for (guint i = 0; i < rows->len; i++)
    areas[i] = self->areas[g_array_index (rows, gsize, i)];
  selected = wm_panel_new (areas, rows->len, self->periods, self->n_periods);
  for (gsize t = 0; t < self->n_periods; t++)
    wm_panel_set_label (selected, t, self->period_labels[t]);
  if (self->numerators != NULL)
    wm_panel_add_parts (selected);
  for (guint i = 0; i < rows->len; i++)
    copy_row (selected, i, self, g_array_index (rows, gsize, i));
  return selected;
}
