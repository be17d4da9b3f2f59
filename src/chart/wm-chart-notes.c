/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* The notes at the foot of a chart that come by themselves: whatever a mark means is said there. */

#include "config.h"

#include "wm-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Names of areas in a note; more are counted. */
#define MAX_NAMES 12

static gboolean
has_provisional (const WmChart *self)
{
  for (guint s = 0; s < self->series->len; s++)
    for (gsize i = 0; i < self->n_periods; i++)
      {
        const WmChartSeries *series = wm_chart_peek_series (self, s);

        if (series->publications[i] == WM_PUBLICATION_PROVISIONAL && !isnan (series->values[i]))
          return TRUE;
      }
  for (guint i = 0; i < self->dots->len; i++)
    if (wm_chart_peek_dot (self, 0, i)->publication == WM_PUBLICATION_PROVISIONAL)
      return TRUE;
  return FALSE;
}

/* "Leeds 2019-20, 2020-21" for each line that lacks values for @reason. Lines that end early for
 * a reason and lines of context are not told. */
static char *
list_periods (const WmChart *self, WmMissing reason)
{
  GString *list = g_string_new (NULL);

  for (guint s = 0; s < self->series->len; s++)
    {
      const WmChartSeries *series = wm_chart_peek_series (self, s);
      gboolean is_named = FALSE;

      if (series->role == WM_SERIES_ROLE_CONTEXT || series->is_expected)
        continue;
      for (gsize i = 0; i < self->n_periods; i++)
        if (series->missing[i] == reason)
          {
            g_string_append_printf (list, is_named ? ", %s%s" : list->len > 0 ? "; %s %s" : "%s %s",
                                    is_named ? "" : series->name, self->periods[i]);
            is_named = TRUE;
          }
    }
  return g_string_free (list, FALSE);
}

/* "5 areas (Rutland, Halton, ...)" */
static char *
list_gaps (const WmChart *self, WmMissing reason)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const WmChartDot *gap = g_ptr_array_index (self->gaps, i);

      if (gap->missing != reason)
        continue;
      if (n < MAX_NAMES)
        g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", gap->name);
      n++;
    }
  if (n == 0)
    return g_strdup ("");
  if (n > MAX_NAMES)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - MAX_NAMES),
                            n - MAX_NAMES);
  /* Translators: a number of areas, then their names */
  return g_strdup_printf (ngettext ("%1$u area (%2$s)", "%1$u areas (%2$s)", n), n, names->str);
}

static void
add_reason_notes (const WmChart *self, GPtrArray *notes)
{
  for (int reason = WM_MISSING_NONE + 1; reason < WM_N_MISSING; reason++)
    {
      g_autofree char *list = self->kind == WM_CHART_DOTS ? list_gaps (self, reason)
                                                          : list_periods (self, reason);

      if (*list != '\0')
        /* Translators: a reason why there is no number, then what it holds for */
        g_ptr_array_add (notes, g_strdup_printf (_("%1$s: %2$s."), wm_missing_get_words (reason),
                                                 list));
    }
}

static void
add_break_notes (const WmChart *self, GPtrArray *notes)
{
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const WmChartMoment *moment = g_ptr_array_index (self->breaks, i);
      const char *period = self->periods[(gsize) (moment->position + 1)];

      if (moment->label == NULL)
        /* Translators: %s is a period */
        g_ptr_array_add (notes, g_strdup_printf (_("Definition changed in %s."), period));
      else
        /* Translators: a period, then what changed */
        g_ptr_array_add (notes, g_strdup_printf (_("Definition changed in %1$s: %2$s"), period,
                                                 moment->label));
    }
}

static void
add_left_out_note (const WmChart *self, GPtrArray *notes)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; i < self->n_periods; i++)
    if (self->left_out[i])
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", self->periods[i]);
  if (list->len > 0)
    /* Translators: %s is a list of periods */
    g_ptr_array_add (notes, g_strdup_printf (_("Shaded, and left out of the comparison: %s."),
                                             list->str));
}

static gboolean
has_number (const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]))
      return TRUE;
  return FALSE;
}

static void
add_group_note (const WmChart *self, GPtrArray *notes)
{
  for (guint s = 0; s < self->series->len; s++)
    {
      const WmChartSeries *series = wm_chart_peek_series (self, s);

      if (series->low != NULL && !isnan (self->level) && has_number (series->low, self->n_periods))
        {
          /* Translators: %.3g is the level of an interval in percent */
          g_ptr_array_add (notes, g_strdup_printf (_("Bands are %.3g%% intervals of the means."),
                                                   self->level * 100));
          return;
        }
    }
}

/* Why boxes stand as they do where no arrow says so. */
static void
add_link_notes (const WmChart *self, GPtrArray *notes)
{
  guint n = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    n += wm_chart_box_is_linked (self, i);
  if (n == 0 && self->boxes->len > 1)
    g_ptr_array_add (notes, g_strdup (_("The framework does not say which domain leads to which, so "
                                        "they stand in its own order, without arrows.")));
  else if (n > 0)
    g_ptr_array_add (notes, g_strdup (_("What leads to what is as the framework expects it; it is "
                                        "not a finding.")));
}

GPtrArray *
wm_chart_make_notes (const WmChart *self, const char *axis_start)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  if (axis_start != NULL)
    /* Translators: %s is the lowest value of the axis */
    g_ptr_array_add (notes, g_strdup_printf (_("Vertical axis starts at %s."), axis_start));
  if (has_provisional (self))
    g_ptr_array_add (notes, g_strdup (_("Hollow marks are provisional values.")));
  add_reason_notes (self, notes);
  add_break_notes (self, notes);
  add_left_out_note (self, notes);
  add_group_note (self, notes);
  if (self->kind == WM_CHART_MECHANISM)
    add_link_notes (self, notes);
  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (notes, g_strdup (g_ptr_array_index (self->notes, i)));
  return notes;
}
