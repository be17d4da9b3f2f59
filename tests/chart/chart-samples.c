/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Fictional charts, one for each kind and each awkward case. All names and numbers are made up. */

#include "config.h"

#include "chart-samples.h"

#include <math.h>

#define SOURCE "Source: fictional figures, made for testing, as at 1 November 2025"

static const char *const years[] = {
  "2012-13", "2013-14", "2014-15", "2015-16", "2016-17", "2017-18", "2018-19", "2019-20",
  "2020-21", "2021-22", "2022-23", "2023-24",
};

#define N G_N_ELEMENTS (years)

/* A deterministic wobble between -1 and 1. */
static double
wobble (guint seed)
{
  return ((seed * 2654435761u >> 8) % 2001) / 1000.0 - 1;
}

static WmChart *
new_lines (const char *title)
{
  WmChart *chart = wm_chart_new_time_series (years, N);

  wm_chart_set_title (chart, title);
  wm_chart_set_subtitle (chart, "Children with a child protection plan, rate per 10,000 children, "
                                "Ambleford, 2012-13 to 2023-24");
  wm_chart_set_measure (chart, "Children with a child protection plan");
  wm_chart_set_unit (chart, "Rate per 10,000 children");
  wm_chart_set_direction (chart, "No agreed direction (LAIT says, 1 November 2025)");
  wm_chart_set_source (chart, SOURCE);
  return chart;
}

static void
add_main_lines (WmChart *chart)
{
  static const double chosen[] = { 38.2, 40.1, 43.0, 47.5, 52.3, 55.8, NAN, 57.9, 54.2, 49.0, 46.1, 45.2 };
  static const double country[] = { 37.9, 42.1, 42.9, 43.1, 43.3, 45.3, 43.7, 42.8, 41.4, 42.1, 43.2, 41.6 };
  static const double region[] = { 41.0, 42.8, 44.0, 45.9, 46.2, 48.0, 49.1, 48.8, 47.0, 46.1, 45.8, 44.9 };
  static const double neighbours[] = { 44.0, 45.2, 49.3, 53.0, 54.8, 58.1, 60.2, 59.9, 56.8, 54.0, 52.7, 51.9 };
  static const guint8 missing[N] = { [6] = WM_MISSING_SUPPRESSED };
  static const guint8 publications[N] = { [11] = WM_PUBLICATION_PROVISIONAL };

  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "Ambleford", chosen, missing, publications);
  wm_chart_add_series (chart, WM_SERIES_ROLE_COUNTRY, "England", country, NULL, publications);
  wm_chart_add_series (chart, WM_SERIES_ROLE_REGION, "Northern Vale and The Reach", region, NULL, publications);
  wm_chart_add_series (chart, WM_SERIES_ROLE_NEIGHBOURS, "Neighbours’ mean (10 of 10)", neighbours, NULL, publications);
}

static WmChart *
make_series (void)
{
  WmChart *chart = new_lines ("The rate of protection plans in Ambleford has come down to that of its region");
  double low[N], high[N];

  for (gsize i = 0; i < N; i++)
    {
      low[i] = 28 + 0.4 * i + wobble (i);
      high[i] = 58 + 0.7 * i + 2 * wobble (i + 50);
    }
  add_main_lines (chart);
  wm_chart_set_band (chart, "Middle half of authorities", low, high);
  wm_chart_add_break (chart, 4, "plans that span two years are counted once.");
  wm_chart_add_event (chart, 9.5, "Inspection");
  return chart;
}

/* Other authorities in grey, an intervention, crowded events, a line that ends early. */
static WmChart *
make_context (void)
{
  WmChart *chart = new_lines ("Ambleford among 40 others");
  double values[N];

  for (guint area = 0; area < 40; area++)
    {
      g_autofree char *name = g_strdup_printf ("Other %u", area + 1);

      for (gsize i = 0; i < N; i++)
        values[i] = 45 + 25 * wobble (area * 7 + 3) + 5 * wobble (area * 31 + i);
      wm_chart_add_series (chart, WM_SERIES_ROLE_CONTEXT, name, values, NULL, NULL);
    }
  add_main_lines (chart);
  for (gsize i = 0; i < N; i++)
    values[i] = i < 10 ? 62 + 4 * wobble (i * 17) : NAN;
  wm_chart_add_series (chart, WM_SERIES_ROLE_HIGHLIGHT, "Wexcombe", values, NULL, NULL);
  wm_chart_set_intervention (chart, 7.5, "Family support starts");
  wm_chart_add_event (chart, 2.5, "New case system");
  wm_chart_add_event (chart, 3.0, "Inspection: requires improvement");
  wm_chart_add_event (chart, 3.5, "Restructure of the front door");
  return chart;
}

static WmChart *
make_percent (void)
{
  static const double chosen[] = { NAN, NAN, 82, 84.5, 86, NAN, 91, NAN, 94.4, 95, 96.1, NAN };
  static const double country[] = { 79, 80.2, 81, 81.8, 83, 84, 84.5, 85, 86, 87, 87.4, 88 };
  static const guint8 missing[N] = { [0] = WM_MISSING_NOT_AVAILABLE, [1] = WM_MISSING_NOT_AVAILABLE,
                                     [5] = WM_MISSING_NOT_RETURNED, [7] = WM_MISSING_SUPPRESSED,
                                     [11] = WM_MISSING_NOT_YET_PUBLISHED };
  WmChart *chart = wm_chart_new_time_series (years, N);

  wm_chart_set_title (chart, "Nearly all reviews are now in time");
  wm_chart_set_subtitle (chart, "Reviews held within the required time, Ambleford");
  wm_chart_set_unit (chart, "Percentage of reviews");
  wm_chart_set_direction (chart, "Higher is better (LAIT says)");
  wm_chart_set_is_percent (chart, TRUE);
  wm_chart_set_starts_at_zero (chart, FALSE);
  wm_chart_set_source (chart, SOURCE);
  wm_chart_add_series (chart, WM_SERIES_ROLE_CHOSEN, "Ambleford", chosen, missing, NULL);
  wm_chart_add_series (chart, WM_SERIES_ROLE_COUNTRY, "England", country, NULL, NULL);
  return chart;
}

static WmChart *
new_dots (const char *title)
{
  WmChart *chart = wm_chart_new_dots ("2023-24");

  wm_chart_set_title (chart, title);
  wm_chart_set_subtitle (chart, "Children with a child protection plan, all authorities, 2023-24");
  wm_chart_set_measure (chart, "Children with a child protection plan");
  wm_chart_set_unit (chart, "Rate per 10,000 children");
  wm_chart_set_direction (chart, "No agreed direction (LAIT says)");
  wm_chart_set_source (chart, SOURCE);
  wm_chart_set_role_label (chart, WM_SERIES_ROLE_CHOSEN, "Ambleford");
  wm_chart_set_role_label (chart, WM_SERIES_ROLE_REGION, "Northern Vale and The Reach");
  return chart;
}

static WmChart *
make_dots (void)
{
  WmChart *chart = new_dots ("Ambleford stands a little above England and in the middle of its neighbours");

  for (guint i = 0; i < 146; i++)
    {
      double z = (wobble (i * 3 + 1) + wobble (i * 5 + 2) + wobble (i * 11 + 7)) / 1.7;
      g_autofree char *name = g_strdup_printf ("%s%u", i % 15 == 4 ? "Kings Harrowby and Vale " : "Authority ", i);

      wm_chart_add_dot (chart, i == 60 ? WM_SERIES_ROLE_CHOSEN
                               : i % 15 == 4 ? WM_SERIES_ROLE_NEIGHBOURS
                               : i % 15 == 9 ? WM_SERIES_ROLE_REGION : WM_SERIES_ROLE_CONTEXT,
                        i == 60 ? "Ambleford" : name, i == 60 ? 45.2 : MAX (4, 42 + 22 * z),
                        WM_MISSING_NONE, WM_PUBLICATION_NONE);
    }
  wm_chart_add_dot (chart, WM_SERIES_ROLE_CONTEXT, "Saltmarsh", 3, WM_MISSING_SUPPRESSED, WM_PUBLICATION_NONE);
  wm_chart_add_dot (chart, WM_SERIES_ROLE_CONTEXT, "Little Isle", 2, WM_MISSING_SUPPRESSED, WM_PUBLICATION_NONE);
  wm_chart_add_dot (chart, WM_SERIES_ROLE_NEIGHBOURS, "Overmere", NAN, WM_MISSING_NOT_RETURNED, WM_PUBLICATION_NONE);
  wm_chart_add_reference (chart, WM_SERIES_ROLE_COUNTRY, "England", 41.6);
  wm_chart_add_reference (chart, WM_SERIES_ROLE_REGION, "Northern Vale and The Reach", 44.9);
  return chart;
}

static WmChart *
make_few_dots (void)
{
  static const double values[] = { 12, 19.5, 22.3, 28, 28, 33.1, 41 };
  WmChart *chart = new_dots ("Seven areas of one region");

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *name = g_strdup_printf ("Area %c", 'A' + i);

      wm_chart_add_dot (chart, i == 2 ? WM_SERIES_ROLE_CHOSEN : WM_SERIES_ROLE_REGION, name,
                        values[i], WM_MISSING_NONE,
                        i == 5 ? WM_PUBLICATION_PROVISIONAL : WM_PUBLICATION_NONE);
    }
  wm_chart_add_reference (chart, WM_SERIES_ROLE_COUNTRY, "England", 24.6);
  return chart;
}

static WmChart *
make_did (void)
{
  static const double treated[] = { 52.1, 53.4, 54.0, 55.9, 56.2, 57.5, 58.0, 57.0, 52.3, 49.5, 47.9, 46.3 };
  static const double control[] = { 40.2, 41.0, 42.3, 43.9, 44.0, 45.6, 46.1, 46.4, 45.5, 44.6, 44.9, 44.0 };
  WmChart *chart = wm_chart_new_did (years, N);
  double low[2][N], high[2][N], expected[N];

  wm_chart_set_title (chart, "Protection plans fell further in Northern Vale than in the comparison areas");
  wm_chart_set_subtitle (chart, "Mean rate of children with a child protection plan, 2012-13 to 2023-24");
  wm_chart_set_measure (chart, "rate of children with a child protection plan");
  wm_chart_set_unit (chart, "Rate per 10,000 children");
  wm_chart_set_direction (chart, "No agreed direction (LAIT says)");
  wm_chart_set_source (chart, SOURCE);
  for (gsize i = 0; i < N; i++)
    {
      double half = 4 + wobble (i);

      low[0][i] = treated[i] - half;
      high[0][i] = treated[i] + half;
      low[1][i] = control[i] - half * 0.8;
      high[1][i] = control[i] + half * 0.8;
      expected[i] = i >= 8 ? control[i] + 11.7 : NAN;
    }
  expected[7] = treated[7];
  wm_chart_add_group (chart, WM_SERIES_ROLE_TREATED, "Northern Vale (9 areas)", 9, treated, low[0], high[0]);
  wm_chart_add_group (chart, WM_SERIES_ROLE_CONTROL, "Southmere (11 areas)", 11, control, low[1], high[1]);
  wm_chart_set_counterfactual (chart, NULL, expected);
  wm_chart_set_intervention (chart, 7.5, "Family support starts");
  wm_chart_set_effect (chart, -7.4, -11.2, -3.6, 0.95);
  wm_chart_set_pre_gap (chart, 11.9);
  return chart;
}

/* Groups close together, a period left out, a small effect without an interval. */
static WmChart *
make_did_close (void)
{
  static const double treated[] = { 20.5, 21.1, 20.2, 22, 21.4, 22.6, 22.1, 21.2, 20.9, 20.1 };
  static const double control[] = { 20.1, 20.6, 20.4, 21.2, 21.5, 22, 21.6, 21.4, 21.2, 20.8 };
  double expected[10];
  WmChart *chart = wm_chart_new_did (years, 10);

  for (gsize i = 0; i < 10; i++)
    expected[i] = i >= 6 ? control[i] + 0.4 : NAN;
  wm_chart_set_title (chart, "There is little evidence of a change");
  wm_chart_set_subtitle (chart, "Mean percentage of re-referrals within 12 months");
  wm_chart_set_measure (chart, "Percentage of re-referrals within 12 months");
  wm_chart_set_unit (chart, "Percentage of referrals");
  wm_chart_set_direction (chart, "Lower is better (LAIT says)");
  wm_chart_set_is_percent (chart, TRUE);
  wm_chart_set_source (chart, SOURCE);
  wm_chart_add_group (chart, WM_SERIES_ROLE_TREATED, "Programme areas", 4, treated, NULL, NULL);
  wm_chart_add_group (chart, WM_SERIES_ROLE_CONTROL, "Comparison areas", 12, control, NULL, NULL);
  wm_chart_set_counterfactual (chart, NULL, expected);
  wm_chart_add_left_out (chart, 5);
  wm_chart_set_intervention (chart, 5.5, NULL);
  wm_chart_set_effect (chart, -0.6, NAN, NAN, NAN);
  wm_chart_set_pre_gap (chart, 0.4);
  return chart;
}

static WmChart *
make_empty (void)
{
  return new_lines ("Nothing to see");
}

static const struct
{
  const char *name;
  WmChart *(*make) (void);
} samples[] = {
  { "series", make_series }, { "context", make_context }, { "percent", make_percent },
  { "dots", make_dots },     { "few-dots", make_few_dots }, { "did", make_did },
  { "did-close", make_did_close }, { "empty", make_empty },
  { "mechanism", mechanism_sample_linked },
  { "mechanism-travel", mechanism_sample_travel },
  { "mechanism-entries", mechanism_sample_entries },
  { "mechanism-grid", mechanism_sample_grid },
  { "mechanism-many", mechanism_sample_many },
  { "mechanism-one", mechanism_sample_one },
  { "mechanism-empty", mechanism_sample_empty },
};

WmChart *
chart_sample_new (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    if (g_str_equal (samples[i].name, name))
      return samples[i].make ();
  g_error ("there is no sample chart %s", name);
}

const char *
chart_sample_get_name (gsize i)
{
  return i < G_N_ELEMENTS (samples) ? samples[i].name : NULL;
}
