/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Dates among periods: what counts as before and after a start, and where an event is drawn. */

#include "wm-project.h"
#include "wm-test.h"
#include "wm-timeline.h"

static WmPanel *
make_panel (const char *const *labels, gsize n)
{
  g_autoptr (WmArea) area = wm_area_new ("370", "Barnsley", WM_AREA_AUTHORITY);
  WmPeriod periods[8];
  WmPanel *panel;

  for (gsize t = 0; t < n; t++)
    g_assert_true (wm_period_parse_label (labels[t], &periods[t], NULL));
  panel = wm_panel_new (&area, 1, periods, n);
  for (gsize t = 0; t < n; t++)
    wm_panel_set_label (panel, t, labels[t]);
  return panel;
}

typedef struct
{
  const char *name;
  const char *labels[5];
  WmBasis basis;
  const char *start;
  const char *phases; /* b before, a after, x left out; NULL when the start cannot be read */
} StartCase;

static const StartCase starts[] = {
  { "year", { "2016", "2017", "2018", "2019" }, WM_BASIS_FINANCIAL, "2018", "bbaa" },
  { "end-year-of-label", { "2015-16", "2016-17", "2017-18" }, WM_BASIS_FINANCIAL, "2017", "baa" },
  { "label", { "2015-16", "2016-17", "2017-18" }, WM_BASIS_FINANCIAL, "2016-17", "baa" },
  { "other-spelling", { "2015/16", "2016/17", "2017/18" }, WM_BASIS_ACADEMIC, "2016-17", "baa" },
  { "year-between", { "2016", "2017", "2019" }, WM_BASIS_CALENDAR, "2018", "bba" },
  { "date-in-year", { "2018", "2019", "2020", "2021" }, WM_BASIS_FINANCIAL, "2019-10-01", "bbxa" },
  { "date-first-day", { "2018", "2019", "2020", "2021" }, WM_BASIS_FINANCIAL, "2019-04-01", "bbaa" },
  { "date-academic", { "2018", "2019", "2020", "2021" }, WM_BASIS_ACADEMIC, "2019-10-01", "bbxa" },
  { "date-snapshot", { "2018", "2019", "2020" }, WM_BASIS_SNAPSHOT_MARCH, "2019-10-01", "bba" },
  { "date-on-snapshot", { "2018", "2019", "2020" }, WM_BASIS_SNAPSHOT_MARCH, "2019-03-31", "baa" },
  { "rolling", { "2014-16", "2015-17", "2016-18", "2017-19" }, WM_BASIS_CALENDAR, "2016-06-01", "xxxa" },
  { "after-all", { "2016", "2017" }, WM_BASIS_CALENDAR, "2030", "bb" },
  { "words", { "2016", "2017" }, WM_BASIS_CALENDAR, "soon", NULL },
};

static void
test_start (gconstpointer data)
{
  const StartCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint8 phases[8];
  gsize n = 0;
  g_autoptr (WmPanel) panel = NULL;

  while (n < G_N_ELEMENTS (c->labels) && c->labels[n] != NULL)
    n++;
  panel = make_panel (c->labels, n);
  if (!wm_timeline_read_start (panel, c->basis, c->start, phases, &words, &error))
    {
      g_assert_null (c->phases);
      g_assert_error (error, WM_PROJECT_ERROR, WM_PROJECT_ERROR_UNKNOWN_PERIOD);
      return;
    }
  g_assert_nonnull (c->phases);
  g_assert_cmpuint (strlen (c->phases), ==, n);
  for (gsize t = 0; t < n; t++)
    g_assert_cmpint (phases[t], ==, c->phases[t] == 'b' ? 0 : c->phases[t] == 'a' ? 1 : -1);
  g_assert_true (words != NULL && *words != '\0');
}

static void
test_position (void)
{
  static const char *const labels[] = { "2018", "2019", "2020" };
  g_autoptr (WmPanel) panel = make_panel (labels, 3);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 31, 3, 2019);
  wm_assert_close (wm_timeline_find_position (panel, WM_BASIS_SNAPSHOT_MARCH, &date), 1, 1e-12);
  /* 1 April is where one financial year ends and the next begins: half-way between their middles. */
  g_date_set_dmy (&date, 1, 4, 2019);
  wm_assert_close (wm_timeline_find_position (panel, WM_BASIS_FINANCIAL, &date), 1.5, 0.01);
  g_date_set_dmy (&date, 1, 10, 2030);
  g_assert_cmpfloat (wm_timeline_find_position (panel, WM_BASIS_FINANCIAL, &date), >, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *path = g_strconcat ("/project/timeline/start/", starts[i].name, NULL);

      g_test_add_data_func (path, &starts[i], test_start);
    }
  g_test_add_func ("/project/timeline/position", test_position);
  return g_test_run ();
}
