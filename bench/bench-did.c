/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Fits the random effects of a difference-in-differences again and again, panel in memory, and
 * prints the seconds of the loop and the last effect with its error. Called by did-gretl.py, which
 * writes the panel: a line "areas periods treated start", then one line of values for each area. */

#include "config.h"

#include <stdlib.h>

#include "wm-did.h"

typedef struct
{
  gsize n_areas, n_periods;
  double *values;
  gint8 *groups, *phases;
} Panel;

static void
panel_clear (Panel *self)
{
  g_free (self->values);
  g_free (self->groups);
  g_free (self->phases);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Panel, panel_clear)

static gboolean
panel_read (Panel *self, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  char *at;
  gsize n_treated, start;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  self->n_areas = g_ascii_strtoull (text, &at, 10);
  self->n_periods = g_ascii_strtoull (at, &at, 10);
  n_treated = g_ascii_strtoull (at, &at, 10);
  start = g_ascii_strtoull (at, &at, 10);
  self->values = g_new (double, self->n_areas * self->n_periods);
  self->groups = g_new (gint8, self->n_areas);
  self->phases = g_new (gint8, self->n_periods);
  for (gsize i = 0; i < self->n_areas; i++)
    self->groups[i] = i < n_treated;
  for (gsize t = 0; t < self->n_periods; t++)
    self->phases[t] = t >= start;
  for (gsize i = 0; i < self->n_areas * self->n_periods; i++)
    self->values[i] = g_ascii_strtod (at, &at);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_auto (Panel) panel = { 0 };
  g_autoptr (GError) error = NULL;
  WmDidSpec spec = { .estimator = WM_DID_RANDOM_EFFECTS, .level = 0.95 };
  WmCoefficient last = { 0 };
  gint64 began;
  int n_fits;

  if (argc != 3)
    {
      g_printerr ("usage: bench-did PANEL FITS\n");
      return 2;
    }
  if (!panel_read (&panel, argv[1], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  n_fits = atoi (argv[2]);
  spec.values = panel.values;
  spec.n_areas = panel.n_areas;
  spec.n_periods = panel.n_periods;
  spec.groups = panel.groups;
  spec.phases = panel.phases;
  began = g_get_monotonic_time ();
  for (int i = 0; i < n_fits; i++)
    {
      g_autoptr (WmDidResult) result = wm_did_fit (&spec, &error);

      if (result == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      last = result->coefficients[result->did];
      last.term = NULL;
    }
  g_print ("%.6f %.12g %.12g\n", (g_get_monotonic_time () - began) / 1e6, last.estimate, last.std_error);
  return 0;
}
