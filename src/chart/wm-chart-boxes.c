/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A mechanism as a value: the domains of a framework as boxes, what stands in them, which is
 * expected to lead to which, and what acts on all of it from outside. */

#include "config.h"

#include "wm-chart-private.h"

#include <glib/gi18n-lib.h>

static void
entry_free (gpointer data)
{
  WmChartEntry *entry = data;

  g_free (entry->text);
  g_free (entry->detail);
  g_free (entry);
}

void
wm_chart_box_free (gpointer data)
{
  WmChartBox *box = data;

  g_free (box->heading);
  g_free (box->summary);
  g_free (box->short_summary);
  g_ptr_array_unref (box->entries);
  g_free (box);
}

void
wm_chart_surrounding_free (gpointer data)
{
  WmChartSurrounding *surrounding = data;

  g_free (surrounding->name);
  g_free (surrounding->words);
  g_free (surrounding);
}

const WmChartBox *
wm_chart_peek_box (const WmChart *self, guint i)
{
  return g_ptr_array_index (self->boxes, i);
}

const WmChartEntry *
wm_chart_peek_entry (const WmChart *self, guint box, guint i)
{
  return g_ptr_array_index (wm_chart_peek_box (self, box)->entries, i);
}

const WmChartSurrounding *
wm_chart_peek_surrounding (const WmChart *self, guint i)
{
  return g_ptr_array_index (self->surroundings, i);
}

/* Whether a series is that of what acts from outside: it comes after the boxes. */
gboolean
wm_chart_is_outside (const WmChart *self, gsize series)
{
  return self->kind == WM_CHART_MECHANISM && series == self->boxes->len;
}

/**
 * wm_chart_add_box:
 * @self: a mechanism
 * @heading: name of the domain
 * @summary: (nullable): a sentence on it, such as "5 of 27 indicators have data"
 * @short_summary: (nullable): the same in a few letters, such as "5 of 27"
 * @tone: what it is coloured by
 *
 * Adds a box. Boxes come in the order in which people read the framework; the picture arranges them
 * along the arrows.
 *
 * Returns: its number, from 0
 */
guint
wm_chart_add_box (WmChart *self, const char *heading, const char *summary,
                  const char *short_summary, WmChartTone tone)
{
  WmChartBox *box;

  g_return_val_if_fail (self != NULL && self->kind == WM_CHART_MECHANISM, 0);
  g_return_val_if_fail ((int) tone >= 0 && tone < WM_N_CHART_TONES, 0);

  box = g_new0 (WmChartBox, 1);
  box->heading = wm_chart_clean_name (heading);
  box->summary = wm_chart_clean_text (summary);
  box->short_summary = wm_chart_clean_text (short_summary);
  box->tone = tone;
  box->entries = g_ptr_array_new_with_free_func (entry_free);
  g_ptr_array_add (self->boxes, box);
  return self->boxes->len - 1;
}

/**
 * wm_chart_add_box_entry:
 * @self: a mechanism
 * @box: number of a box
 * @text: name of the outcome or indicator
 * @detail: (nullable): a few letters behind it, such as "1 of 3"
 * @tone: what its mark says
 *
 * Adds an entry to a box.
 *
 * Returns: its number in the box, from 0
 */
int
wm_chart_add_box_entry (WmChart *self, guint box, const char *text, const char *detail,
                        WmChartTone tone)
{
  WmChartEntry *entry;
  GPtrArray *entries;

  g_return_val_if_fail (self != NULL && box < self->boxes->len, WM_WHOLE_BOX);
  g_return_val_if_fail ((int) tone >= 0 && tone < WM_N_CHART_TONES, WM_WHOLE_BOX);

  entry = g_new0 (WmChartEntry, 1);
  entry->text = wm_chart_clean_name (text);
  entry->detail = wm_chart_clean_text (detail);
  entry->tone = tone;
  entries = wm_chart_peek_box (self, box)->entries;
  g_ptr_array_add (entries, entry);
  return (int) entries->len - 1;
}

static gboolean
has_end (const WmChart *self, guint box, int entry)
{
  return box < self->boxes->len && entry >= WM_WHOLE_BOX
         && entry < (int) wm_chart_peek_box (self, box)->entries->len;
}

/**
 * wm_chart_set_box_count:
 * @self: a mechanism
 * @box: number of a box
 * @entry: number of an entry of it, or %WM_WHOLE_BOX
 * @tone: a tone
 * @count: how many indicators below it have this tone
 *
 * Sets how many indicators of a box or an entry have a tone. The boxes show their counts, the data
 * table shows all.
 */
void
wm_chart_set_box_count (WmChart *self, guint box, int entry, WmChartTone tone, guint count)
{
  g_return_if_fail (self != NULL && has_end (self, box, entry));
  g_return_if_fail ((int) tone >= 0 && tone < WM_N_CHART_TONES);

  if (entry == WM_WHOLE_BOX)
    ((WmChartBox *) g_ptr_array_index (self->boxes, box))->counts.n[tone] = count;
  else
    ((WmChartEntry *) g_ptr_array_index (wm_chart_peek_box (self, box)->entries, entry))
      ->counts.n[tone] = count;
}

/**
 * wm_chart_add_arrow:
 * @self: a mechanism
 * @from_box: number of a box
 * @from_entry: number of an entry of it, or %WM_WHOLE_BOX
 * @to_box: number of the box that it is expected to lead to
 * @to_entry: number of an entry of that, or %WM_WHOLE_BOX
 *
 * Adds an arrow. The same one twice is one. An arrow within one box is told in words only.
 */
void
wm_chart_add_arrow (WmChart *self, guint from_box, int from_entry, guint to_box, int to_entry)
{
  WmChartArrow arrow = { from_box, from_entry, to_box, to_entry };

  g_return_if_fail (self != NULL && has_end (self, from_box, from_entry)
                    && has_end (self, to_box, to_entry));

  for (guint i = 0; i < self->arrows->len; i++)
    {
      const WmChartArrow *other = &g_array_index (self->arrows, WmChartArrow, i);

      if (other->from_box == from_box && other->from_entry == from_entry && other->to_box == to_box
          && other->to_entry == to_entry)
        return;
    }
  g_array_append_val (self->arrows, arrow);
}

/**
 * wm_chart_add_surrounding:
 * @self: a mechanism
 * @name: such as "Partner agencies"
 * @words: (nullable): what belongs to it
 *
 * Adds something that acts on all boxes from outside and is not measured.
 */
void
wm_chart_add_surrounding (WmChart *self, const char *name, const char *words)
{
  WmChartSurrounding *surrounding;

  g_return_if_fail (self != NULL && self->kind == WM_CHART_MECHANISM);

  surrounding = g_new0 (WmChartSurrounding, 1);
  surrounding->name = wm_chart_clean_name (name);
  surrounding->words = wm_chart_clean_text (words);
  g_ptr_array_add (self->surroundings, surrounding);
}

/* Whether an arrow joins a box to another one. */
gboolean
wm_chart_box_is_linked (const WmChart *self, guint box)
{
  for (guint i = 0; i < self->arrows->len; i++)
    {
      const WmChartArrow *arrow = &g_array_index (self->arrows, WmChartArrow, i);

      if (arrow->from_box != arrow->to_box && (arrow->from_box == box || arrow->to_box == box))
        return TRUE;
    }
  return FALSE;
}

/* The counts of all boxes together. */
void
wm_chart_count_tones (const WmChart *self, WmToneCounts *counts)
{
  *counts = (WmToneCounts) { 0 };
  for (guint i = 0; i < self->boxes->len; i++)
    for (int tone = 0; tone < WM_N_CHART_TONES; tone++)
      counts->n[tone] += wm_chart_peek_box (self, i)->counts.n[tone];
}

/* Whether a mark of @tone stands in any box. */
gboolean
wm_chart_uses_tone (const WmChart *self, WmChartTone tone)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const WmChartBox *box = wm_chart_peek_box (self, i);

      if (box->tone == tone || box->counts.n[tone] > 0)
        return TRUE;
      for (guint j = 0; j < box->entries->len; j++)
        if (wm_chart_peek_entry (self, i, j)->tone == tone)
          return TRUE;
    }
  return FALSE;
}
