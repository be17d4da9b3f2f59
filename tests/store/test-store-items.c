/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Groups, sets, events, notes, saved items and settings. */

#include "wm-store-events.h"
#include "wm-store-groups.h"
#include "wm-store-notes.h"
#include "wm-store-sample.h"
#include "wm-store-saved.h"
#include "wm-store-sets.h"
#include "wm-store-settings.h"
#include "wm-test.h"

typedef struct
{
  char *folder;
  WmStore *store;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  f->folder = wm_test_make_folder ();
  path = g_build_filename (f->folder, "p.waymark", NULL);
  f->store = wm_store_create (path, &error);
  g_assert_no_error (error);
  wm_sample_fill (f->store);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  wm_store_unref (f->store);
  wm_test_remove_folder (f->folder);
}

static void
test_sample (Fixture *f, gconstpointer data)
{
  wm_sample_assert (f->store);
}

static void
test_groups (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmAreaGroup) old = wm_store_get_group (f->store, "Größe", &error);
  const char *const codes[] = { "370", NULL };
  g_autoptr (WmAreaGroup) renamed = wm_area_group_new ("Alike", NULL, codes);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_false (wm_store_add_group (f->store, old, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (wm_store_change_group (f->store, "Größe", renamed, &error));
  list = wm_store_list_groups (f->store, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((WmAreaGroup *) g_ptr_array_index (list, 0))->area_codes[0], ==, "370");
  g_assert_true (wm_store_change_group (f->store, "Alike", old, &error));
  wm_sample_assert (f->store);
  g_assert_true (wm_store_remove_group (f->store, "Größe", &error));
  g_assert_false (wm_store_remove_group (f->store, "Größe", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

static void
test_sets (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *const none[] = { NULL };
  g_autoptr (WmMeasureSet) other = wm_measure_set_new ("Other", none, none);
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (wm_store_add_set (f->store, other, &error));
  g_assert_false (wm_store_change_set (f->store, "Ours", other, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  wm_sample_assert (f->store);
  list = wm_store_list_sets (f->store, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_true (wm_store_remove_set (f->store, "Other", &error));
  g_assert_null (wm_store_get_set (f->store, "Other", &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
}

/* What was removed comes back as it was, under its number. */
static void
test_items (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmEvent) event = wm_store_get_event (f->store, 1, &error);
  g_autoptr (WmNote) note = wm_store_get_note (f->store, 1, &error);
  g_autoptr (WmSavedItem) chart = wm_store_get_saved (f->store, 1, &error);
  g_autoptr (WmSavedItem) twin = wm_saved_item_copy (chart);

  g_assert_no_error (error);
  g_assert_true (wm_store_remove_event (f->store, 1, &error));
  g_assert_true (wm_store_remove_note (f->store, 1, &error));
  g_assert_true (wm_store_remove_saved (f->store, 1, &error));
  g_assert_false (wm_store_remove_event (f->store, 1, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_UNKNOWN_ITEM);
  g_clear_error (&error);
  g_assert_true (wm_store_put_event (f->store, event, &error));
  g_assert_true (wm_store_put_note (f->store, note, &error));
  g_assert_true (wm_store_put_saved (f->store, chart, &error));
  g_assert_cmpint (chart->id, ==, 1);
  wm_sample_assert (f->store);
  twin->id = 0;
  g_assert_false (wm_store_put_saved (f->store, twin, &error));
  g_assert_error (error, WM_STORE_ERROR, WM_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  twin->saved_class = WM_SAVED_ANALYSIS;
  g_assert_true (wm_store_put_saved (f->store, twin, &error));
}

static void
test_settings (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  g_assert_true (wm_store_set_setting (f->store, WM_SETTING_AUTHORITY, NULL, &error));
  value = wm_store_dup_setting (f->store, WM_SETTING_AUTHORITY, &error);
  g_assert_no_error (error);
  g_assert_null (value);
}

#define ADD(name, function) \
  g_test_add ("/store/items/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sample", test_sample);
  ADD ("groups", test_groups);
  ADD ("sets", test_sets);
  ADD ("items", test_items);
  ADD ("settings", test_settings);
  return g_test_run ();
}
