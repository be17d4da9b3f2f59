/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A mechanism in words: its tones, each box and entry as it is spoken, and the whole of it. */

#include "config.h"

#include "wm-chart-private.h"

#include <glib/gi18n-lib.h>

const char *
wm_chart_tone_get_words (WmChartTone tone)
{
  static const char *const words[WM_N_CHART_TONES] = {
    [WM_TONE_DATA] = N_("Has data"),
    [WM_TONE_PART] = N_("Part has data"),
    [WM_TONE_IMPORT] = N_("A return or a table would fill it"),
    [WM_TONE_DERIVE] = N_("Can be derived from child-level data"),
    [WM_TONE_COLLECT] = N_("Needs a new collection"),
    [WM_TONE_UNDECIDED] = N_("Nobody has said what would fill it"),
    [WM_TONE_BETTER] = N_("Better than before"),
    [WM_TONE_WORSE] = N_("Worse than before"),
    [WM_TONE_MIXED] = N_("Some better, some worse"),
    [WM_TONE_SAME] = N_("No change"),
    [WM_TONE_NO_DIRECTION] = N_("No agreed direction"),
    [WM_TONE_UNKNOWN] = N_("Cannot be said yet"),
    [WM_TONE_NO_DATA] = N_("No data"),
    [WM_TONE_GAP] = N_("Not measured"),
  };

  return _(words[tone]);
}

static const char *
get_end_name (const WmChart *self, guint box, int entry)
{
  return entry == WM_WHOLE_BOX ? wm_chart_peek_box (self, box)->heading
                               : wm_chart_peek_entry (self, box, (guint) entry)->text;
}

/* "A; B" for what an end leads to; NULL for nothing. */
char *
wm_chart_list_targets (const WmChart *self, guint box, int entry)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->arrows->len; i++)
    {
      const WmChartArrow *arrow = &g_array_index (self->arrows, WmChartArrow, i);

      if (arrow->from_box == box && arrow->from_entry == entry)
        g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "",
                                get_end_name (self, arrow->to_box, arrow->to_entry));
    }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

static char *
describe_end (const WmChart *self, guint box, int entry, const char *words)
{
  g_autofree char *targets = wm_chart_list_targets (self, box, entry);

  if (targets == NULL)
    return g_strdup (words);
  /* Translators: an item and how it stands, then what it is expected to lead to */
  return g_strdup_printf (_("%1$s. Expected to lead to: %2$s"), words, targets);
}

static char *
describe_entry (const WmChart *self, guint box, guint i)
{
  const WmChartEntry *entry = wm_chart_peek_entry (self, box, i);
  const char *tone = wm_chart_tone_get_words (entry->tone);
  g_autofree char *words = NULL;

  if (entry->detail != NULL)
    /* Translators: an outcome, whether it has data, how many of its indicators have */
    words = g_strdup_printf (_("%1$s: %2$s, %3$s"), entry->text, tone, entry->detail);
  else
    /* Translators: an outcome or indicator, whether it has data */
    words = g_strdup_printf (_("%1$s: %2$s"), entry->text, tone);
  return describe_end (self, box, (int) i, words);
}

static char *
describe_surrounding (const WmChartSurrounding *surrounding)
{
  if (surrounding->words == NULL)
    /* Translators: %s is what acts on a framework from outside */
    return g_strdup_printf (_("%s. Outside the framework, not measured"), surrounding->name);
  /* Translators: what acts on a framework from outside, what belongs to it */
  return g_strdup_printf (_("%1$s: %2$s. Outside the framework, not measured"), surrounding->name,
                          surrounding->words);
}

/* Says a box, an entry or a surrounding by its place among the points. */
char *
wm_chart_describe_box (const WmChart *self, gsize series, gsize index)
{
  const WmChartBox *box;
  g_autofree char *words = NULL;

  if (wm_chart_is_outside (self, series))
    return describe_surrounding (wm_chart_peek_surrounding (self, index));
  if (index > 0)
    return describe_entry (self, series, index - 1);
  box = wm_chart_peek_box (self, series);
  words = g_strdup_printf (_("%1$s: %2$s"), box->heading,
                           box->summary != NULL ? box->summary : wm_chart_tone_get_words (box->tone));
  return describe_end (self, series, WM_WHOLE_BOX, words);
}

/* "Has data 12; Needs a new collection 40." */
static void
add_counts_sentence (const WmChart *self, GString *text)
{
  g_autoptr (GString) list = g_string_new (NULL);
  WmToneCounts counts;

  wm_chart_count_tones (self, &counts);
  for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
    if (counts.n[tone] > 0)
      g_string_append_printf (list, "%s%s %u", list->len > 0 ? "; " : "",
                              wm_chart_tone_get_words (tone), counts.n[tone]);
  if (list->len > 0)
    /* Translators: %s is a list of states, each with how many indicators are in it */
    wm_chart_add_sentence (text, g_strdup_printf (_("Indicators: %s."), list->str));
}

/* What a box leads to, its entries' arrows included; each target once. */
static char *
list_target_boxes (const WmChart *self, guint box)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->arrows->len; i++)
    {
      const WmChartArrow *arrow = &g_array_index (self->arrows, WmChartArrow, i);

      if (arrow->from_box == box && arrow->to_box != box
          && g_hash_table_add (told, GUINT_TO_POINTER (arrow->to_box)))
        g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "",
                                wm_chart_peek_box (self, arrow->to_box)->heading);
    }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

/* Which domain leads to which; only how many do where not all can be told. */
static void
add_link_sentences (const WmChart *self, GString *text)
{
  g_autoptr (GString) all = g_string_new (NULL);
  gsize length = text->len;
  guint n = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      g_autofree char *targets = list_target_boxes (self, i);

      if (targets == NULL)
        continue;
      g_string_append (all, n++ > 0 ? " " : "");
      /* Translators: a domain, then the domains that it is expected to lead to */
      g_string_append_printf (all, _("%1$s leads to %2$s."), wm_chart_peek_box (self, i)->heading, targets);
    }
  if (n == 0)
    return;
  wm_chart_add_sentence (text, g_strdup (all->str));
  if (text->len == length)
    wm_chart_add_sentence (text, g_strdup_printf (ngettext ("%u domain leads to others.",
                                                            "%u domains lead to others.", n), n));
}

static void
add_outside_sentence (const WmChart *self, GString *text)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->surroundings->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", wm_chart_peek_surrounding (self, i)->name);
  if (list->len > 0)
    /* Translators: %s is a list of what acts on a framework from outside */
    wm_chart_add_sentence (text, g_strdup_printf (_("Outside, not measured: %s."), list->str));
}

/* The sentences of the short text. @measure is what the picture is of. */
void
wm_chart_describe_mechanism (const WmChart *self, const char *measure, GString *text)
{
  guint n = self->boxes->len;

  if (n == 0)
    {
      wm_chart_add_sentence (text, g_strdup_printf (_("%s. The framework has no domains yet."), measure));
      return;
    }
  /* Translators: a framework, how many domains it has */
  wm_chart_add_sentence (text, g_strdup_printf (ngettext ("Picture of boxes. %1$s: %2$u domain.",
                                                          "Picture of boxes. %1$s: %2$u domains.", n),
                                                measure, n));
  add_counts_sentence (self, text);
  add_outside_sentence (self, text);
  add_link_sentences (self, text);
}
