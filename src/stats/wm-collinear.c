/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Columns that depend on others: which ones, whether the effect can still be told from them, and
 * which to leave out. */

#include "config.h"

#include "wm-collinear.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* Weights are of columns of unit length; a smaller one is rounding. */
#define WEIGHT_TOLERANCE 1e-6

static gboolean
counts (double weight)
{
  return fabs (weight) > WEIGHT_TOLERANCE;
}

static double *
read_dependencies (WmQr *qr, gsize n, gsize k)
{
  double *weights = g_new (double, n * k);

  for (gsize d = 0; d < n; d++)
    wm_qr_get_dependency (qr, d, &weights[d * k]);
  return weights;
}

/* The names of the columns of one dependency, @first in front, without @without. */
static char *
name_columns (const WmColumnRules *rules, const double *weights, gsize first, gsize without)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (first != G_MAXSIZE && rules->names[first] != NULL)
    g_ptr_array_add (names, (gpointer) rules->names[first]);
  for (gsize j = 0; j < rules->k; j++)
    if (j != first && j != without && counts (weights[j]) && rules->names[j] != NULL)
      g_ptr_array_add (names, (gpointer) rules->names[j]);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("; ", (char **) names->pdata);
}

static gboolean
refuse_effect (const WmColumnRules *rules, const double *weights, GError **error)
{
  g_autofree char *names = name_columns (rules, weights, G_MAXSIZE, rules->effect);

  if (*names == '\0')
    g_set_error_literal (error, WM_STATS_ERROR, WM_STATS_ERROR_COLLINEAR_WITH_EFFECT,
                         _("The effect cannot be told apart from the differences between areas or "
                           "periods. Choose areas that have values both before and after."));
  else
    g_set_error (error, WM_STATS_ERROR, WM_STATS_ERROR_COLLINEAR_WITH_EFFECT,
                 /* Translators: %s: names of columns */
                 _("The effect cannot be told apart from %s: they rise and fall together. Leave "
                   "that out, or choose other areas."), names);
  return FALSE;
}

/* Takes a multiple of row @from off every row from @from + 1 on, so that @column is 0 there. */
static void
eliminate (double *weights, gsize n, gsize k, gsize from, gsize column)
{
  for (gsize d = from + 1; d < n; d++)
    {
      double factor = weights[d * k + column] / weights[from * k + column];

      for (gsize j = 0; j < k; j++)
        weights[d * k + j] -= factor * weights[from * k + j];
      weights[d * k + column] = 0;
    }
}

/* Moves the row with the largest weight in @column to place @from; FALSE if none counts. */
static gboolean
bring_up (double *weights, gsize n, gsize k, gsize from, gsize column)
{
  gsize best = from;

  for (gsize d = from; d < n; d++)
    if (fabs (weights[d * k + column]) > fabs (weights[best * k + column]))
      best = d;
  if (!counts (weights[best * k + column]))
    return FALSE;
  for (gsize j = 0; best != from && j < k; j++)
    {
      double weight = weights[best * k + j];

      weights[best * k + j] = weights[from * k + j];
      weights[from * k + j] = weight;
    }
  return TRUE;
}

/* Decides about the columns of a solved problem whose rank is short. The effect must not be in any
 * dependency: that is refused, and its partners named. Of the others the later column of each
 * dependency is marked in @dropped, and named in a message together with those it depends on. */
gboolean
wm_collinear_resolve (WmQr                *qr,
                      const WmColumnRules *rules,
                      gboolean            *dropped,
                      WmMessageList       *messages,
                      GError             **error)
{
  gsize k = rules->k, n = k - wm_qr_get_rank (qr), done = 0;
  g_autofree double *weights = read_dependencies (qr, n, k);

  for (gsize d = 0; d < n; d++)
    if (rules->effect != G_MAXSIZE && counts (weights[d * k + rules->effect]))
      return refuse_effect (rules, &weights[d * k], error);
  for (gsize column = k; column-- > 0 && done < n;)
    if (bring_up (weights, n, k, done, column))
      {
        g_autofree char *names = name_columns (rules, &weights[done * k], column, G_MAXSIZE);

        dropped[column] = TRUE;
        if (rules->names[column] != NULL)
          wm_message_list_add (messages, "collinear_covariate", names, NAN);
        eliminate (weights, n, k, done, column);
        done++;
      }
  return TRUE;
}
