/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What people and sources say about a measure, put on its chart: dated events, notes, and the
 * years in which a definition changed. */

#include "config.h"

#include "wm-annotations.h"

#include "wm-store-events.h"
#include "wm-store-notes.h"
#include "wm-timeline.h"

#include <glib/gi18n-lib.h>

/* An annotation without an area or measure concerns all of them. */
static gboolean
concerns (const char *area_code, const char *indicator_code, const WmIndicator *indicator,
          GPtrArray *areas)
{
  if (indicator_code != NULL && !g_str_equal (indicator_code, indicator->code))
    return FALSE;
  if (area_code == NULL)
    return TRUE;
  for (guint i = 0; i < areas->len; i++)
    if (g_str_equal (((const WmArea *) g_ptr_array_index (areas, i))->code, area_code))
      return TRUE;
  return FALSE;
}

static void
add_event (WmChart *chart, const WmEvent *event, const WmIndicator *indicator, const WmPanel *panel)
{
  double position;
  WmPeriod day;
  GDate date;

  if (!wm_period_parse_label (event->date, &day, NULL) || day.kind != WM_PERIOD_DAY)
    return;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day.day, day.part, day.end_year);
  position = wm_timeline_find_position (panel, indicator->basis, &date);
  if (position > -0.5 && position < panel->n_periods - 0.5)
    wm_chart_add_event (chart, position, event->title);
}

static gboolean
add_events (WmChart *chart, WmProject *project, const WmIndicator *indicator, const WmPanel *panel,
            GPtrArray *areas, GError **error)
{
  g_autoptr (GPtrArray) events = wm_store_list_events (wm_project_get_store (project), error);

  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const WmEvent *event = g_ptr_array_index (events, i);

      if (concerns (event->area_code, event->indicator_code, indicator, areas))
        add_event (chart, event, indicator, panel);
    }
  return TRUE;
}

static char *
format_note (WmProject *project, const WmNote *note)
{
  const WmArea *area = note->area_code != NULL
                         ? wm_area_set_find_code (wm_project_get_areas (project), note->area_code)
                         : NULL;
  g_autofree char *period = note->period.end_year > 0 ? wm_period_to_text (note->period) : NULL;

  if (area != NULL && period != NULL)
    /* Translators: %1$s is an area, %2$s a period, %3$s what somebody noted. */
    return g_strdup_printf (_("Note on %1$s, %2$s: %3$s"), area->name, period, note->text);
  if (area != NULL || period != NULL)
    /* Translators: %1$s is an area or a period, %2$s what somebody noted. */
    return g_strdup_printf (_("Note on %1$s: %2$s"), area != NULL ? area->name : period, note->text);
  /* Translators: %s is what somebody noted. */
  return g_strdup_printf (_("Note: %s"), note->text);
}

static gboolean
add_notes (WmChart *chart, WmProject *project, const WmIndicator *indicator, GPtrArray *areas,
           GError **error)
{
  g_autoptr (GPtrArray) notes = wm_store_list_notes (wm_project_get_store (project), indicator->code,
                                                     error);

  if (notes == NULL)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    {
      const WmNote *note = g_ptr_array_index (notes, i);

      if (concerns (note->area_code, note->indicator_code, indicator, areas))
        {
          g_autofree char *words = format_note (project, note);

          wm_chart_add_note (chart, words);
        }
    }
  return TRUE;
}

static void
add_breaks (WmChart *chart, const WmIndicator *indicator, const WmPanel *panel)
{
  for (gsize i = 0; i < indicator->n_breaks; i++)
    for (gsize t = 0; t < panel->n_periods; t++)
      if (panel->periods[t].end_year >= indicator->break_years[i])
        {
          wm_chart_add_break (chart, t,
                              indicator->break_notes != NULL ? indicator->break_notes[i] : "");
          break;
        }
}

/**
 * wm_annotations_add:
 * @chart: a chart over the periods of @panel
 * @project: the project whose events and notes are shown
 * @indicator: the measure that is drawn
 * @panel: its values
 * @areas: (element-type WmArea): the areas that the chart is about
 * @error: return location for an error
 *
 * Puts events, notes and changes of definition on a chart.
 *
 * Returns: whether they could be read
 */
gboolean
wm_annotations_add (WmChart *chart, WmProject *project, const WmIndicator *indicator,
                    const WmPanel *panel, GPtrArray *areas, GError **error)
{
  g_return_val_if_fail (chart != NULL && project != NULL && indicator != NULL, FALSE);

  add_breaks (chart, indicator, panel);
  return add_events (chart, project, indicator, panel, areas, error)
         && add_notes (chart, project, indicator, areas, error);
}
