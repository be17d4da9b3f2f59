/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* A small project with something of everything: what goes in, and what must come out again, now
 * and from the projects that older versions wrote. */

#include "config.h"

#include "wm-store-sample.h"

#include "wm-store-events.h"
#include "wm-store-fixture.h"
#include "wm-store-frameworks.h"
#include "wm-store-groups.h"
#include "wm-store-imports.h"
#include "wm-store-notes.h"
#include "wm-store-observations.h"
#include "wm-store-saved.h"
#include "wm-store-sets.h"
#include "wm-store-settings.h"
#include "wm-test.h"

#include <string.h>

static const char *const group_areas[] = { "382", "383", NULL };
static const char *const set_measures[] = { "CPP_rate", "LAC", NULL };
static const char *const set_themes[] = { "Protection", "", NULL };

static void
fill_lists (WmStore *store, GError **error)
{
  g_autoptr (WmAreaGroup) group = wm_area_group_new ("Größe", "alike in size", group_areas);
  g_autoptr (WmMeasureSet) set = wm_measure_set_new ("Ours", set_measures, set_themes);

  g_assert_true (wm_store_add_group (store, group, error));
  g_assert_true (wm_store_add_set (store, set, error));
  g_assert_true (wm_store_set_setting (store, WM_SETTING_AUTHORITY, "370", error));
}

static void
fill_items (WmStore *store, GError **error)
{
  g_autoptr (WmEvent) event = wm_event_new ("2019-09-01", "Inspection");
  g_autoptr (WmNote) note = wm_note_new ("CPP_rate", "Recording changed");
  g_autoptr (WmSavedItem) chart =
    wm_saved_item_new (WM_SAVED_CHART, "Plans", "timeseries", "{\"indicator\":\"CPP_rate\"}");

  event->area_code = g_strdup ("370");
  note->period = wm_period_new_span (2020, 3);
  g_assert_true (wm_store_put_event (store, event, error));
  g_assert_true (wm_store_put_note (store, note, error));
  g_assert_true (wm_store_put_saved (store, chart, error));
}

static GBytes *
make_document (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
fill_frameworks (WmStore *store, GError **error)
{
  g_autoptr (WmFrameworkEntry) entry = wm_framework_entry_new ("ours", "Our outcomes", "2", "2025");
  g_autoptr (WmFrameworkVersion) version = wm_framework_version_new ("ours", "1", "Before the merger");
  g_autoptr (GBytes) now = make_document ("<now/>");
  g_autoptr (GBytes) then = make_document ("<then/>");
  g_autoptr (WmSavedItem) analysis =
    wm_saved_item_new (WM_SAVED_ANALYSIS, "Pilot", "did", "{\"indicator\":\"CPP_rate\"}");

  analysis->result = g_strdup ("{\"estimate\":-1.5}");
  analysis->words = g_strdup ("It fell by 1.5.");
  analysis->framework = g_strdup ("<then/>");
  g_assert_true (wm_store_put_framework (store, entry, now, error));
  g_assert_true (wm_store_keep_framework_version (store, version, then, error));
  g_assert_true (wm_store_set_setting (store, WM_SETTING_FRAMEWORK, "ours", error));
  g_assert_true (wm_store_put_saved (store, analysis, error));
}

/* Fills an empty project. */
void
wm_sample_fill (WmStore *store)
{
  const WmFixtureRow rows[] = {
    { "CPP_rate", "", "370", "2019", 41.5, 0 },
    { "CPP_rate", "", "370", "2020", NAN, WM_MISSING_SUPPRESSED },
    { "CPP_rate", "sex=female", "370", "2019", 40, 0 },
  };
  const WmFixtureRow revised = { "CPP_rate", "", "370", "2019 (Rev)", 42.25, 0 };
  g_autoptr (GError) error = NULL;

  wm_fixture_import (store, "lait", rows, G_N_ELEMENTS (rows));
  wm_fixture_import (store, "lait", &revised, 1);
  fill_lists (store, &error);
  fill_items (store, &error);
  fill_frameworks (store, &error);
  g_assert_no_error (error);
}

static void
assert_lists (WmStore *store, GError **error)
{
  g_autoptr (WmAreaGroup) group = wm_store_get_group (store, "Größe", error);
  g_autoptr (WmMeasureSet) set = wm_store_get_set (store, "Ours", error);
  g_autofree char *authority = wm_store_dup_setting (store, WM_SETTING_AUTHORITY, error);

  g_assert_cmpstr (group->note, ==, "alike in size");
  g_assert_true (g_strv_equal ((const char *const *) group->area_codes, group_areas));
  g_assert_true (g_strv_equal ((const char *const *) set->indicator_codes, set_measures));
  g_assert_true (g_strv_equal ((const char *const *) set->themes, set_themes));
  g_assert_cmpstr (authority, ==, "370");
}

static void
assert_items (WmStore *store, GError **error)
{
  g_autoptr (GPtrArray) events = wm_store_list_events (store, error);
  g_autoptr (GPtrArray) notes = wm_store_list_notes (store, "CPP_rate", error);
  g_autoptr (GPtrArray) charts = wm_store_list_saved (store, WM_SAVED_CHART, error);
  const WmEvent *event = g_ptr_array_index (events, 0);
  const WmNote *note = g_ptr_array_index (notes, 0);
  const WmSavedItem *chart = g_ptr_array_index (charts, 0);

  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (event->title, ==, "Inspection");
  g_assert_cmpstr (event->area_code, ==, "370");
  g_assert_null (event->indicator_code);
  g_assert_cmpstr (note->text, ==, "Recording changed");
  g_assert_true (wm_period_equal (note->period, wm_period_new_span (2020, 3)));
  g_assert_cmpstr (chart->definition, ==, "{\"indicator\":\"CPP_rate\"}");
}

/* Looks that all is there that wm_sample_fill() put in since version 1. */
void
wm_sample_assert (WmStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmPanel) panel = wm_store_load_panel (store, "CPP_rate", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (panel->n_periods, ==, 2);
  wm_assert_close (panel->values[0], 42.25, 0);
  g_assert_cmpint (panel->publications[0], ==, WM_PUBLICATION_REVISED);
  g_assert_cmpint (panel->missing[1], ==, WM_MISSING_SUPPRESSED);
  g_assert_cmpstr (panel->period_labels[0], ==, "2019 (Rev)");
  assert_lists (store, &error);
  assert_items (store, &error);
  g_assert_true (wm_store_verify_import (store, 1, &error));
  g_assert_no_error (error);
}

/* Looks that all is there that wm_sample_fill() put in since version 2. */
void
wm_sample_assert_frameworks (WmStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = wm_store_list_frameworks (store, &error);
  g_autoptr (GPtrArray) versions = wm_store_list_framework_versions (store, "ours", &error);
  g_autoptr (GPtrArray) analyses = wm_store_list_saved (store, WM_SAVED_ANALYSIS, &error);
  g_autoptr (GBytes) now = wm_store_get_framework (store, "ours", &error);
  const WmFrameworkEntry *entry;
  const WmFrameworkVersion *version;
  const WmSavedItem *analysis;

  g_assert_no_error (error);
  entry = g_ptr_array_index (list, 0);
  g_assert_cmpstr (entry->title, ==, "Our outcomes");
  g_assert_true (entry->is_active);
  g_assert_cmpmem (g_bytes_get_data (now, NULL), g_bytes_get_size (now), "<now/>", 6);
  version = g_ptr_array_index (versions, 0);
  g_assert_cmpstr (version->note, ==, "Before the merger");
  analysis = g_ptr_array_index (analyses, 0);
  g_assert_cmpstr (analysis->result, ==, "{\"estimate\":-1.5}");
  g_assert_cmpstr (analysis->words, ==, "It fell by 1.5.");
  g_assert_cmpstr (analysis->framework, ==, "<then/>");
  g_assert_null (analysis->dictionary);
}
