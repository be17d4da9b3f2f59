/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Period labels of every kind that the published tables print. */

#include "wm-period.h"
#include "wm-test.h"

typedef struct
{
  const char *label;
  const char *text; /* the canonical form; NULL when the label is no period */
  WmPublication publication;
} LabelCase;

static const LabelCase labels[] = {
  { "2016", "2016", WM_PUBLICATION_NONE },
  { "2016-17", "2017", WM_PUBLICATION_NONE },
  { "2015/16", "2016", WM_PUBLICATION_NONE },
  { "1999-00", "2000", WM_PUBLICATION_NONE },
  { "2016-17 (OT)", "2017", WM_PUBLICATION_OUTTURN },
  { "2014-16", "2014-2016", WM_PUBLICATION_NONE },
  { "2023-25", "2023-2025", WM_PUBLICATION_NONE },
  { "2013/14-15/16", "2014-2016", WM_PUBLICATION_NONE },
  { "2015/16-17/18", "2016-2018", WM_PUBLICATION_NONE },
  { "2018 (Rev)", "2018", WM_PUBLICATION_REVISED },
  { "2018 (Revised)", "2018", WM_PUBLICATION_REVISED },
  { "2020 (Final)", "2020", WM_PUBLICATION_FINAL },
  { "2025 (prov)", "2025", WM_PUBLICATION_PROVISIONAL },
  { "2023(Prov)", "2023", WM_PUBLICATION_PROVISIONAL },
  { "2014-2016", "2014-2016", WM_PUBLICATION_NONE },
  { "2024-Q3", "2024-Q3", WM_PUBLICATION_NONE },
  { "2024-M07", "2024-M07", WM_PUBLICATION_NONE },
  { "2024-07-31", "2024-07-31", WM_PUBLICATION_NONE },
  { "0", NULL, 0 },
  { "", NULL, 0 },
  { "2016-", NULL, 0 },
  { "2016-15", NULL, 0 },
  { "2016 (guess)", NULL, 0 },
  { "2013/14-15/17", NULL, 0 },
  { "20166", NULL, 0 },
  { "Trend", NULL, 0 },
};

static void
test_label (gconstpointer data)
{
  const LabelCase *c = data;
  WmPeriod period = WM_PERIOD_NONE;
  WmPublication publication = WM_PUBLICATION_NONE;
  gboolean is_period = wm_period_parse_label (c->label, &period, &publication);
  g_autofree char *text = NULL;

  g_assert_cmpint (is_period, ==, c->text != NULL);
  if (c->text == NULL)
    return;
  text = wm_period_to_text (period);
  g_assert_cmpstr (text, ==, c->text);
  g_assert_cmpint (publication, ==, c->publication);
  g_assert_true (wm_period_equal (period, wm_period_from_key (wm_period_to_key (period))));
}

typedef struct
{
  const char *label;
  WmBasis basis;
  const char *first;
  const char *last;
} DateCase;

static const DateCase dates[] = {
  { "2016-17", WM_BASIS_FINANCIAL, "2016-04-01", "2017-03-31" },
  { "2016/17", WM_BASIS_ACADEMIC, "2016-09-01", "2017-08-31" },
  { "2016", WM_BASIS_CALENDAR, "2016-01-01", "2016-12-31" },
  { "2016", WM_BASIS_UNSTATED, "2016-01-01", "2016-12-31" },
  { "2020", WM_BASIS_SNAPSHOT_MARCH, "2020-03-31", "2020-03-31" },
  { "2024", WM_BASIS_SNAPSHOT_SEPTEMBER, "2024-09-30", "2024-09-30" },
  { "2024", WM_BASIS_SNAPSHOT_JANUARY, "2024-01-01", "2024-01-31" },
  { "2014-16", WM_BASIS_CALENDAR, "2014-01-01", "2016-12-31" },
  { "2013/14-15/16", WM_BASIS_FINANCIAL, "2013-04-01", "2016-03-31" },
  { "2024-Q1", WM_BASIS_FINANCIAL, "2023-04-01", "2023-06-30" },
  { "2024-Q4", WM_BASIS_FINANCIAL, "2024-01-01", "2024-03-31" },
  { "2024-Q2", WM_BASIS_CALENDAR, "2024-04-01", "2024-06-30" },
  { "2024-M02", WM_BASIS_FINANCIAL, "2024-02-01", "2024-02-29" },
};

static void
test_dates (gconstpointer data)
{
  const DateCase *c = data;
  WmPeriod period = WM_PERIOD_NONE;
  GDate first, last;
  char text[16];

  g_assert_true (wm_period_parse_label (c->label, &period, NULL));
  wm_period_get_dates (period, c->basis, &first, &last);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &first);
  g_assert_cmpstr (text, ==, c->first);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &last);
  g_assert_cmpstr (text, ==, c->last);
}

static void
test_order (void)
{
  WmPeriod y2015 = wm_period_new_year (2015);
  WmPeriod y2016 = wm_period_new_year (2016);
  WmPeriod roll = wm_period_new_span (2016, 3);

  g_assert_cmpint (wm_period_compare (y2015, y2016), <, 0);
  g_assert_cmpint (wm_period_compare (y2016, roll), <, 0);
  g_assert_true (wm_period_is_next (y2015, y2016));
  g_assert_true (wm_period_is_next (roll, wm_period_new_span (2017, 3)));
  g_assert_false (wm_period_is_next (y2016, y2015));
  g_assert_false (wm_period_is_next (y2015, wm_period_new_year (2017)));
  g_assert_false (wm_period_is_next (y2015, roll));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/period/label/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &labels[i], test_label);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/period/dates/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &dates[i], test_dates);
    }
  g_test_add_func ("/base/period/order", test_order);
  return g_test_run ();
}
