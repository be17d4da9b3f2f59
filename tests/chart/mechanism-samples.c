/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Fictional frameworks as boxes and arrows, one for each awkward case. */

#include "config.h"

#include "chart-samples.h"

static WmChart *
new_mechanism (const char *title)
{
  WmChart *chart = wm_chart_new_mechanism ();

  wm_chart_set_title (chart, title);
  wm_chart_set_subtitle (chart, "A fictional framework, first edition");
  wm_chart_set_measure (chart, "A fictional framework");
  wm_chart_set_source (chart, "Source: A fictional framework, made for testing");
  wm_chart_add_surrounding (chart, "Local context", "Population, deprivation, demand");
  wm_chart_add_surrounding (chart, "Corporate support", "Budget, premises, systems");
  wm_chart_add_surrounding (chart, "Partner agencies", "Health, schools, police");
  return chart;
}

static const char *const short_entries[] = {
  "Leaders who are seen and heard", "Staff stay", "Staff have the skills", "Staff are well supported",
  "Time to think about practice", "Agencies work together", "Systems that help", "Shared idea of good work",
  "Caseloads that can be done", "Children are safe at home", "Children are safe outside", "Children are settled",
};

static const char *const long_entries[] = {
  "Agencies around the family notice early when a child may be in need of help",
  "Children at risk of harm are found in time, and others are left in peace",
  "Help fits what the child needs and changes when the need does",
  "Young people who have left care go on being supported by the authority that was their parent",
  "Children take part in saying what they need and in planning what is done about it",
  "Parents and carers trust the people who come to them, and see the same ones again",
};

static guint
add_box (WmChart *chart, const char *heading, WmChartTone tone, const char *const *entries, guint n)
{
  static const WmChartTone tones[] = { WM_TONE_DATA, WM_TONE_PART, WM_TONE_IMPORT, WM_TONE_DERIVE,
                                       WM_TONE_COLLECT, WM_TONE_UNDECIDED, WM_TONE_GAP };
  guint box = wm_chart_add_box (chart, heading, "5 of 27 indicators have data", "5 of 27", tone);

  for (guint i = 0; i < n; i++)
    {
      WmChartTone own = tones[(i * 3 + box) % G_N_ELEMENTS (tones)];
      int entry = wm_chart_add_box_entry (chart, box, entries[i], own == WM_TONE_GAP ? NULL : "1 of 3", own);

      wm_chart_set_box_count (chart, box, entry, WM_TONE_DATA, 1);
    }
  wm_chart_set_box_count (chart, box, WM_WHOLE_BOX, WM_TONE_DATA, 5);
  wm_chart_set_box_count (chart, box, WM_WHOLE_BOX, WM_TONE_IMPORT, 12);
  wm_chart_set_box_count (chart, box, WM_WHOLE_BOX, WM_TONE_DERIVE, 4);
  wm_chart_set_box_count (chart, box, WM_WHOLE_BOX, WM_TONE_COLLECT, 6);
  return box;
}

static void
link_boxes (WmChart *chart, guint from, guint to)
{
  wm_chart_add_arrow (chart, from, WM_WHOLE_BOX, to, WM_WHOLE_BOX);
}

/* Four domains in three lanes, 33 entries. */
WmChart *
mechanism_sample_linked (void)
{
  WmChart *chart = new_mechanism ("20 of 108 indicators have data");

  add_box (chart, "Conditions in which good work can be done", WM_TONE_PART, short_entries, 9);
  add_box (chart, "Reaching those who need help", WM_TONE_PART, long_entries, 6);
  add_box (chart, "Families count and are heard", WM_TONE_COLLECT, long_entries, 6);
  add_box (chart, "Children’s lives", WM_TONE_DATA, short_entries, 12);
  link_boxes (chart, 0, 1);
  link_boxes (chart, 0, 2);
  link_boxes (chart, 1, 3);
  link_boxes (chart, 2, 3);
  return chart;
}

WmChart *
mechanism_sample_travel (void)
{
  static const WmChartTone tones[] = { WM_TONE_BETTER, WM_TONE_WORSE, WM_TONE_MIXED, WM_TONE_SAME,
                                       WM_TONE_NO_DIRECTION, WM_TONE_UNKNOWN, WM_TONE_NO_DATA, WM_TONE_GAP };
  WmChart *chart = new_mechanism ("4 measures went the good way, 3 the other");

  for (guint box = 0; box < 3; box++)
    {
      wm_chart_add_box (chart, box == 2 ? "What comes of it" : box == 1 ? "What is done" : "What it takes",
                        "2 better, 1 worse of 5", NULL, tones[box]);
      for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
        wm_chart_add_box_entry (chart, box, short_entries[i + box], NULL, tones[i]);
      for (guint i = 0; i + 1 < G_N_ELEMENTS (tones); i++)
        wm_chart_set_box_count (chart, box, WM_WHOLE_BOX, tones[i], i + box);
    }
  link_boxes (chart, 0, 1);
  link_boxes (chart, 1, 2);
  return chart;
}

/* Entries lead to entries; one way goes back, one skips a lane, two boxes stand apart. */
WmChart *
mechanism_sample_entries (void)
{
  WmChart *chart = new_mechanism ("From what is done to what comes of it");

  for (guint box = 0; box < 5; box++)
    add_box (chart, box < 3 ? "A linked domain" : "A domain apart", box == 1 ? WM_TONE_GAP : WM_TONE_DATA,
             short_entries + box, 4);
  wm_chart_add_arrow (chart, 0, 0, 1, 2);
  wm_chart_add_arrow (chart, 0, 3, 1, 0);
  wm_chart_add_arrow (chart, 1, 1, 2, 1);
  wm_chart_add_arrow (chart, 1, WM_WHOLE_BOX, 2, WM_WHOLE_BOX);
  wm_chart_add_arrow (chart, 0, 2, 2, 3);
  wm_chart_add_arrow (chart, 2, 0, 1, 3);
  wm_chart_add_arrow (chart, 0, 0, 0, 1);
  return chart;
}

/* Sections without links, as many as there are in the older sets. */
WmChart *
mechanism_sample_grid (void)
{
  WmChart *chart = new_mechanism ("70 of 219 indicators have data");

  for (guint box = 0; box < 14; box++)
    {
      g_autofree char *heading = g_strdup_printf ("Section %u%s", box + 1,
                                                  box % 4 == 1 ? " on referrals and assessments" : "");

      add_box (chart, heading, box % 7, short_entries, 3 + box % 10);
    }
  return chart;
}

/* More than there is room for, with names that are too long, all in one chain. */
WmChart *
mechanism_sample_many (void)
{
  WmChart *chart = new_mechanism ("Forty domains in a chain");

  for (guint box = 0; box < 40; box++)
    {
      g_autofree char *heading = g_strdup_printf ("Domain %u, whose name says at some length what it is "
                                                  "about and for whom, so that nobody can mistake it", box);

      add_box (chart, heading, WM_TONE_IMPORT, long_entries, 6);
      if (box > 0)
        link_boxes (chart, box - 1, box);
    }
  return chart;
}

WmChart *
mechanism_sample_one (void)
{
  WmChart *chart = new_mechanism ("Two of five indicators have data");

  add_box (chart, "Measures that rise and fall together", WM_TONE_PART, short_entries, 5);
  return chart;
}

WmChart *
mechanism_sample_empty (void)
{
  return new_mechanism ("A new framework");
}
