/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A framework as a picture of boxes and arrows: a box for each domain, with the outcomes (and
 * indicators) right below it, an arrow for each "leads to", coloured by the data that there are.
 *
 * What acts on children's services from outside no framework measures; the boxes for it are always
 * there, so that nobody takes the framework for the whole. Placeholders are in no box and no count:
 * an outcome that has nothing else is a gap. */

#include "config.h"

#include "wm-mechanism.h"

#include <glib/gi18n-lib.h>

/* How many indicators have each tone. */
typedef struct
{
  guint n[WM_N_CHART_TONES];
  guint n_all;
  guint n_with_data;
} Counts;

/* Where an item stands in the picture. */
typedef struct
{
  guint box;
  int entry;
} End;

typedef struct
{
  WmFramework *framework;   /* lent */
  WmCoverage *coverage;     /* lent; NULL without a project */
  WmMechanismTone colour;
  WmChart *chart;
  GHashTable *ends;         /* id -> End: the first place of an item */
} Build;

static WmChartTone
get_travel_tone (WmTravel travel)
{
  static const WmChartTone tones[WM_N_TRAVELS] = {
    [WM_TRAVEL_UNKNOWN] = WM_TONE_UNKNOWN,
    [WM_TRAVEL_BETTER] = WM_TONE_BETTER,
    [WM_TRAVEL_WORSE] = WM_TONE_WORSE,
    [WM_TRAVEL_SAME] = WM_TONE_SAME,
    [WM_TRAVEL_NO_DIRECTION] = WM_TONE_NO_DIRECTION,
  };

  return tones[travel];
}

static WmChartTone
get_state_tone (WmCoverageState state)
{
  static const WmChartTone tones[WM_N_COVERAGE_STATES] = {
    [WM_COVERAGE_DATA] = WM_TONE_DATA,
    [WM_COVERAGE_IMPORT] = WM_TONE_IMPORT,
    [WM_COVERAGE_DERIVE] = WM_TONE_DERIVE,
    [WM_COVERAGE_COLLECT] = WM_TONE_COLLECT,
    [WM_COVERAGE_UNDECIDED] = WM_TONE_UNDECIDED,
    [WM_COVERAGE_PLACEHOLDER] = WM_TONE_GAP,
  };

  return tones[state];
}

static WmChartTone
get_indicator_tone (const Build *build, WmFrameworkItem *item, gboolean *has_data)
{
  const WmCoverageRow *row = build->coverage != NULL
                               ? wm_coverage_find (build->coverage, wm_framework_item_get_id (item)) : NULL;

  *has_data = row != NULL && row->state == WM_COVERAGE_DATA;
  if (build->colour == WM_MECHANISM_TRAVEL)
    return *has_data ? get_travel_tone (row->travel) : WM_TONE_NO_DATA;
  return get_state_tone (row != NULL ? row->state : wm_coverage_find_filler (item));
}

/* Counts the indicators at and below an item, each once. */
static void
count_item (const Build *build, WmFrameworkItem *item, GHashTable *seen, Counts *counts)
{
  gboolean has_data;

  if (item == NULL || !g_hash_table_add (seen, item))
    return;
  if (wm_framework_item_get_kind (item) == WM_ITEM_INDICATOR && !wm_framework_item_is_placeholder (item))
    {
      counts->n[get_indicator_tone (build, item, &has_data)]++;
      counts->n_all++;
      counts->n_with_data += has_data;
    }
  for (guint i = 0; i < wm_framework_item_get_n_children (item); i++)
    count_item (build, wm_framework_find (build->framework, wm_framework_item_get_child (item, i)), seen,
                counts);
}

static Counts
count (const Build *build, WmFrameworkItem *item)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Counts counts = { 0 };

  count_item (build, item, seen, &counts);
  return counts;
}

/* The tone that most indicators have, of those from @first to @last; the first where they tie. */
static WmChartTone
find_commonest (const Counts *counts, WmChartTone first, WmChartTone last)
{
  WmChartTone found = first;

  for (int tone = first; tone <= (int) last; tone++)
    if (counts->n[tone] > counts->n[found])
      found = tone;
  return found;
}

/* What several indicators say together. */
static WmChartTone
join_tones (const Build *build, const Counts *counts)
{
  if (counts->n_all == 0)
    return WM_TONE_GAP;
  if (build->colour == WM_MECHANISM_COVERAGE)
    {
      if (counts->n_with_data > 0)
        return counts->n_with_data == counts->n_all ? WM_TONE_DATA : WM_TONE_PART;
      return find_commonest (counts, WM_TONE_IMPORT, WM_TONE_UNDECIDED);
    }
  if (counts->n[WM_TONE_BETTER] > 0 || counts->n[WM_TONE_WORSE] > 0)
    {
      if (counts->n[WM_TONE_WORSE] == 0)
        return WM_TONE_BETTER;
      return counts->n[WM_TONE_BETTER] == 0 ? WM_TONE_WORSE : WM_TONE_MIXED;
    }
  return counts->n_with_data > 0 ? find_commonest (counts, WM_TONE_SAME, WM_TONE_UNKNOWN)
                                 : WM_TONE_NO_DATA;
}

static char *
say_number (guint n)
{
  /* Translators: %u is a number of indicators */
  return g_strdup_printf (ngettext ("%u indicator", "%u indicators", n), n);
}

static char *
say_coverage (const Counts *counts)
{
  /* Translators: how many indicators have data, how many there are */
  return g_strdup_printf (ngettext ("%1$u of %2$u indicator has data", "%1$u of %2$u indicators have data",
                                    counts->n_all), counts->n_with_data, counts->n_all);
}

static char *
say_travel (const Counts *counts)
{
  /* Translators: three numbers of indicators */
  return g_strdup_printf (_("%1$u better, %2$u worse, of %3$u with data"), counts->n[WM_TONE_BETTER],
                          counts->n[WM_TONE_WORSE], counts->n_with_data);
}

static char *
say_counts (const Build *build, const Counts *counts)
{
  if (counts->n_all == 0)
    return g_strdup (_("No indicators: not measured"));
  if (build->coverage == NULL)
    return say_number (counts->n_all);
  return build->colour == WM_MECHANISM_TRAVEL && counts->n_with_data > 0 ? say_travel (counts)
                                                                         : say_coverage (counts);
}

/* The same in a few letters; NULL where there is nothing to count. */
static char *
say_counts_shortly (const Build *build, const Counts *counts)
{
  if (counts->n_all == 0)
    return NULL;
  if (build->coverage == NULL)
    return say_number (counts->n_all);
  if (build->colour == WM_MECHANISM_TRAVEL && counts->n_with_data > 0)
    /* Translators: two numbers of indicators; very short */
    return g_strdup_printf (_("%1$u better, %2$u worse"), counts->n[WM_TONE_BETTER],
                            counts->n[WM_TONE_WORSE]);
  /* Translators: how many indicators have data, how many there are; very short */
  return g_strdup_printf (_("%1$u of %2$u"), counts->n_with_data, counts->n_all);
}

static void
set_counts (const Build *build, guint box, int entry, const Counts *counts)
{
  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    wm_chart_set_box_count (build->chart, box, entry, tone, counts->n[tone]);
}

static void
keep_end (Build *build, WmFrameworkItem *item, guint box, int entry)
{
  End end = { box, entry };

  if (!g_hash_table_contains (build->ends, wm_framework_item_get_id (item)))
    g_hash_table_insert (build->ends, (char *) wm_framework_item_get_id (item), g_memdup2 (&end, sizeof end));
}

static void
add_entry (Build *build, guint box, WmFrameworkItem *item)
{
  Counts counts = count (build, item);
  gboolean is_outcome = wm_framework_item_get_kind (item) == WM_ITEM_OUTCOME;
  g_autofree char *detail = is_outcome && build->coverage != NULL ? say_counts_shortly (build, &counts) : NULL;
  int entry = wm_chart_add_box_entry (build->chart, box, wm_framework_item_get_name (item),
                                      detail, join_tones (build, &counts));

  set_counts (build, box, entry, &counts);
  keep_end (build, item, box, entry);
}

static guint
add_domain (Build *build, WmFrameworkItem *item)
{
  Counts counts = count (build, item);
  g_autofree char *summary = say_counts (build, &counts);
  g_autofree char *in_short = say_counts_shortly (build, &counts);
  guint box = wm_chart_add_box (build->chart, wm_framework_item_get_name (item), summary,
                                in_short, join_tones (build, &counts));

  set_counts (build, box, WM_WHOLE_BOX, &counts);
  keep_end (build, item, box, WM_WHOLE_BOX);
  return box;
}

static void
add_boxes (Build *build)
{
  WmFrameworkItem *header = wm_framework_get_header (build->framework);

  for (guint i = 0; i < wm_framework_item_get_n_children (header); i++)
    {
      WmFrameworkItem *domain = wm_framework_find (build->framework, wm_framework_item_get_child (header, i));
      guint box;

      if (domain == NULL || wm_framework_item_get_kind (domain) != WM_ITEM_DOMAIN)
        continue;
      box = add_domain (build, domain);
      for (guint j = 0; j < wm_framework_item_get_n_children (domain); j++)
        {
          WmFrameworkItem *item = wm_framework_find (build->framework, wm_framework_item_get_child (domain, j));

          if (item != NULL && !wm_framework_item_is_placeholder (item))
            add_entry (build, box, item);
        }
    }
}

/* An arrow for each "leads to" whose ends are both in the picture. */
static void
add_arrows (Build *build)
{
  for (guint i = 0; i < wm_framework_get_n_items (build->framework); i++)
    {
      WmFrameworkItem *item = wm_framework_get_item (build->framework, i);
      const End *from = g_hash_table_lookup (build->ends, wm_framework_item_get_id (item));

      for (guint j = 0; from != NULL && j < wm_framework_item_get_n_parts (item, WM_PART_LEADS_TO); j++)
        {
          const char *id = wm_framework_item_get_part (item, WM_PART_LEADS_TO, j, WM_LINK_TO);
          const End *to = id != NULL ? g_hash_table_lookup (build->ends, id) : NULL;

          if (to != NULL)
            wm_chart_add_arrow (build->chart, from->box, from->entry, to->box, to->entry);
        }
    }
}

static void
add_surroundings (WmChart *chart)
{
  wm_chart_add_surrounding (chart, _("Local context"), _("Population, poverty, need and demand"));
  wm_chart_add_surrounding (chart, _("Corporate support"), _("What the whole council gives: money, people, systems"));
  wm_chart_add_surrounding (chart, _("Partner agencies"), _("Health, schools, police, courts and the voluntary sector"));
}

static char *
make_title (const Build *build, const Counts *all)
{
  const char *title = wm_framework_get_title (build->framework);

  if (build->coverage == NULL || all->n_all == 0)
    return g_strdup (title);
  if (build->colour == WM_MECHANISM_COVERAGE || all->n_with_data == 0)
    return say_coverage (all);
  /* Translators: three numbers of indicators */
  return g_strdup_printf (_("%1$u indicators got better and %2$u worse, of %3$u with data"),
                          all->n[WM_TONE_BETTER], all->n[WM_TONE_WORSE], all->n_with_data);
}

/* "4 domains, 33 outcomes, 108 indicators"; what it has none of is not said. */
static char *
say_size (WmFramework *framework)
{
  guint n_domains = wm_framework_count (framework, WM_ITEM_DOMAIN);
  guint n_outcomes = wm_framework_count (framework, WM_ITEM_OUTCOME);
  /* Translators: %u is a number of domains */
  g_autofree char *domains = g_strdup_printf (ngettext ("%u domain", "%u domains", n_domains), n_domains);
  /* Translators: %u is a number of outcomes */
  g_autofree char *outcomes = g_strdup_printf (ngettext ("%u outcome", "%u outcomes", n_outcomes), n_outcomes);
  g_autofree char *indicators = say_number (wm_framework_count (framework, WM_ITEM_INDICATOR));

  if (n_outcomes > 0)
    /* Translators: how many domains, outcomes and indicators a framework has */
    return g_strdup_printf (_("%1$s, %2$s, %3$s"), domains, outcomes, indicators);
  /* Translators: how many domains and indicators a framework has */
  return g_strdup_printf (_("%1$s, %2$s"), domains, indicators);
}

/* The name of the framework stands in the headline or below it. */
static char *
make_subtitle (WmFramework *framework, const char *title)
{
  g_autofree char *size = say_size (framework);

  if (g_strcmp0 (title, wm_framework_get_title (framework)) == 0)
    return g_steal_pointer (&size);
  /* Translators: a framework, how many domains, outcomes and indicators it has */
  return g_strdup_printf (_("%1$s: %2$s"), wm_framework_get_title (framework), size);
}

/* NULL for a framework of one's own that says neither. */
static char *
make_source (WmFramework *framework)
{
  const WmFrameworkItem *header = wm_framework_get_header (framework);
  const char *source = wm_framework_item_get_text (header, WM_FIELD_SOURCE);
  const char *edition = wm_framework_item_get_text (header, WM_FIELD_EDITION);

  if (source != NULL)
    /* Translators: %s is where a framework was published */
    return g_strdup_printf (_("Source: %s"), source);
  if (edition != NULL)
    /* Translators: a framework, its edition */
    return g_strdup_printf (_("Source: %1$s, %2$s"), wm_framework_get_title (framework), edition);
  return NULL;
}

/* Nothing holds them, so they stand in no box. */
static void
add_aside_note (const Build *build, const Counts *all)
{
  guint n = wm_framework_count (build->framework, WM_ITEM_INDICATOR) - all->n_all;
  /* Translators: %u is a number of indicators */
  g_autofree char *note = g_strdup_printf (ngettext ("%u indicator stands in no domain and is not drawn.",
                                                     "%u indicators stand in no domain and are not drawn.", n),
                                           n);

  if (n > 0)
    wm_chart_add_note (build->chart, note);
}

static void
add_notes (const Build *build, const Counts *all)
{
  add_aside_note (build, all);
  if (build->coverage == NULL)
    {
      wm_chart_add_note (build->chart, _("The marks say what would fill each outcome; without a project "
                                         "there is no data to look at."));
      return;
    }
  if (build->colour != WM_MECHANISM_TRAVEL)
    return;
  wm_chart_add_note (build->chart, _("Better or worse: the latest number of the own authority against the "
                                     "one before it. One step is not a trend, and it may be chance."));
  if (all->n_with_data > 0 && all->n[WM_TONE_UNKNOWN] == all->n_with_data)
    wm_chart_add_note (build->chart, _("The own authority has no two numbers of anything here. Choose it in "
                                       "the project’s settings, or import more years."));
}

/**
 * wm_mechanism_new:
 * @framework: a framework
 * @coverage: (nullable): the framework against the data of a project; %NULL when there is no project
 * @tone: what to colour by; without coverage, only what would fill it can be told
 *
 * Draws a framework as boxes and arrows: how its domains are expected to work together, and what
 * acts on them from outside. The arrows are the links of the framework; one without links has its
 * domains in its own order, and says so.
 *
 * Returns: (transfer full): the picture as a chart
 */
WmChart *
wm_mechanism_new (WmFramework *framework, WmCoverage *coverage, WmMechanismTone tone)
{
  g_autoptr (GHashTable) ends = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  Build build = { framework, coverage, coverage != NULL ? tone : WM_MECHANISM_COVERAGE, NULL, ends };
  g_autofree char *title = NULL, *subtitle = NULL, *source = NULL;
  Counts all;

  g_return_val_if_fail (framework != NULL, NULL);

  build.chart = wm_chart_new_mechanism ();
  all = count (&build, wm_framework_get_header (framework));
  title = make_title (&build, &all);
  subtitle = make_subtitle (framework, title);
  source = make_source (framework);
  wm_chart_set_title (build.chart, title);
  wm_chart_set_subtitle (build.chart, subtitle);
  wm_chart_set_measure (build.chart, wm_framework_get_title (framework));
  wm_chart_set_source (build.chart, source);
  add_boxes (&build);
  add_arrows (&build);
  add_surroundings (build.chart);
  add_notes (&build, &all);
  return build.chart;
}
