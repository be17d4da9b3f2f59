/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What makes a difference-in-differences answer doubtful, as tables: the gap between the groups
 * before the start, and the estimate without each area in turn. */

#include "config.h"

#include "wm-impact-doubt.h"

#include "wm-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * wm_impact_make_gaps_table:
 * @self: an answer
 *
 * Lists both means and the gap between them in each period before the start, and last by how much
 * the gap grew per period, with the p-value of that slope.
 *
 * Returns: (transfer full): the table; without rows when there are too few periods
 */
WmTable *
wm_impact_make_gaps_table (const WmImpact *self)
{
  WmTable *table = wm_table_new ();
  const WmPretrendResult *pretrend;
  g_autofree char *p = NULL;

  g_return_val_if_fail (self != NULL, table);

  pretrend = self->pretrend;
  wm_table_add_column (table, _("Period"), WM_COLUMN_TEXT);
  wm_table_add_column (table, self->treated->label, WM_COLUMN_NUMBER);
  wm_table_add_column (table, self->control->label, WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("Gap"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("p"), WM_COLUMN_TEXT);
  for (gsize i = 0; pretrend != NULL && i < pretrend->n_gaps; i++)
    {
      const WmPretrendGap *gap = &pretrend->gaps[i];

      wm_table_begin_row (table);
      wm_table_add_text (table, self->panel->period_labels[gap->period]);
      wm_table_add_number (table, gap->treated);
      wm_table_add_number (table, gap->control);
      wm_table_add_number (table, gap->gap);
      wm_table_add_text (table, NULL);
    }
  if (pretrend == NULL)
    return table;
  p = wm_words_p_value (pretrend->clustered.p_value);
  wm_table_begin_row (table);
  wm_table_add_text (table, _("Growth of the gap per period"));
  wm_table_add_number (table, NAN);
  wm_table_add_number (table, NAN);
  wm_table_add_number (table, pretrend->clustered.estimate);
  wm_table_add_text (table, p);
  return table;
}

static const char *
get_verdict (const WmInfluence *influence)
{
  if (influence->changes_sign)
    return _("points the other way");
  return influence->changes_decision ? _("another verdict on chance") : NULL;
}

static void
add_influence (WmTable *table, const char *left_out, const WmInfluence *influence)
{
  g_autofree char *p = wm_words_p_value (influence->p_value);

  wm_table_begin_row (table);
  wm_table_add_text (table, left_out);
  wm_table_add_number (table, influence->estimate);
  wm_table_add_text (table, p);
  wm_table_add_text (table, get_verdict (influence));
}

/* Those that move the estimate most come first. */
static int
compare_influence (gconstpointer a, gconstpointer b, gpointer estimate)
{
  double distance_a = fabs ((*(const WmInfluence *const *) a)->estimate - *(double *) estimate);
  double distance_b = fabs ((*(const WmInfluence *const *) b)->estimate - *(double *) estimate);

  return (distance_b > distance_a) - (distance_b < distance_a);
}

/**
 * wm_impact_make_influence_table:
 * @self: an answer
 *
 * Lists the estimate without the most influential single value and without each area in turn, the
 * one that matters most first.
 *
 * Returns: (transfer full): the table; without rows when nothing can be left out
 */
WmTable *
wm_impact_make_influence_table (const WmImpact *self)
{
  WmTable *table = wm_table_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  const WmInfluenceResult *influence;

  g_return_val_if_fail (self != NULL, table);

  influence = self->influence;
  wm_table_add_column (table, _("Left out"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("Estimate"), WM_COLUMN_NUMBER);
  wm_table_add_column (table, _("p"), WM_COLUMN_TEXT);
  wm_table_add_column (table, _("What changes"), WM_COLUMN_TEXT);
  if (influence == NULL)
    return table;
  if (!isnan (influence->value.estimate))
    {
      g_autofree char *value = g_strdup_printf ("%s, %s",
                                                self->panel->areas[influence->value.area]->name,
                                                self->panel->period_labels[influence->value.period]);

      add_influence (table, value, &influence->value);
    }
  for (gsize i = 0; i < influence->n_areas; i++)
    if (!isnan (influence->areas[i].estimate))
      g_ptr_array_add (order, &influence->areas[i]);
  g_ptr_array_sort_with_data (order, compare_influence, (gpointer) &influence->estimate);
  for (guint i = 0; i < order->len; i++)
    {
      const WmInfluence *one = g_ptr_array_index (order, i);

      add_influence (table, self->panel->areas[one->area]->name, one);
    }
  return table;
}
