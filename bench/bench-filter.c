/* SPDX-FileCopyrightText: The Waymark contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Types a text into the search of a framework, letter by letter, and prints in microseconds: the
 * first index, the index after an edit, a letter in the mean and at worst, and what one pass of
 * strstr() over the same texts costs; then how many indicators show in the end. Called by
 * bench-filter.py, which writes the framework. */

#include "config.h"

#include <string.h>

#include "wm-framework-edit.h"
#include "wm-framework-filter.h"
#include "wm-framework-read.h"

#define ROUNDS 20

typedef struct
{
  double first, again, mean, worst, pass;   /* [us] */
  guint n_shown;
} Times;

/* What the yardstick looks at: titles, codes and definitions in small letters. */
static GPtrArray *
list_texts (WmFramework *framework)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < wm_framework_get_n_items (framework); i++)
    {
      const WmFrameworkItem *item = wm_framework_get_item (framework, i);
      const char *code = wm_framework_item_get_text (item, WM_FIELD_CODE);
      const char *definition = wm_framework_item_get_text (item, WM_FIELD_DEFINITION);
      g_autofree char *text = g_strjoin ("\n", wm_framework_item_get_name (item), code != NULL ? code : "",
                                         definition != NULL ? definition : "", NULL);

      g_ptr_array_add (texts, g_utf8_strdown (text, -1));
    }
  return texts;
}

static guint
pass (const GPtrArray *texts, const char *needle)
{
  guint n = 0;

  for (guint i = 0; i < texts->len; i++)
    n += strstr (g_ptr_array_index (texts, i), needle) != NULL;
  return n;
}

static double
get_best (double before, gint64 began)
{
  double now = (double) (g_get_monotonic_time () - began);

  return before == 0 || now < before ? now : before;
}

static void
time_index (WmFramework *framework, Times *times)
{
  const char *id = wm_framework_item_get_id (wm_framework_get_item (framework, wm_framework_get_n_items (framework) - 1));
  g_autoptr (WmFrameworkEdit) edit = wm_framework_edit_set_text (framework, (const char *[]) { id, NULL },
                                                                 WM_FIELD_TITLE, "Another title", NULL);
  g_autoptr (WmFramework) after = wm_framework_edit_apply (edit, framework);

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 began = g_get_monotonic_time ();
      g_autoptr (WmFrameworkIndex) index = wm_framework_index_new (framework, NULL);
      g_autoptr (WmFrameworkIndex) next = NULL;

      times->first = get_best (times->first, began);
      began = g_get_monotonic_time ();
      next = wm_framework_index_new (after, index);
      times->again = get_best (times->again, began);
    }
}

static void
type_letters (WmFramework *framework, const char *typed, Times *times)
{
  g_autoptr (WmFrameworkIndex) index = wm_framework_index_new (framework, NULL);
  g_autoptr (GPtrArray) texts = list_texts (framework);
  gsize n_letters = strlen (typed);

  for (gsize length = 1; length <= n_letters; length++)
    {
      g_autofree char *text = g_strndup (typed, length);
      double filter = 0, yardstick = 0;

      for (int i = 0; i < ROUNDS; i++)
        {
          gint64 began = g_get_monotonic_time ();
          WmFrameworkFilter wanted = { .text = text, .has_data = -1 };
          g_autoptr (GHashTable) shown = wm_framework_index_filter (index, &wanted, NULL, NULL);

          times->n_shown = wm_framework_filter_count (framework, shown, WM_ITEM_INDICATOR);
          filter = get_best (filter, began);
          began = g_get_monotonic_time ();
          if (pass (texts, text) > texts->len)
            g_error ("more hits than texts");
          yardstick = get_best (yardstick, began);
        }
      times->mean += filter / (double) n_letters;
      times->pass += yardstick / (double) n_letters;
      times->worst = MAX (times->worst, filter);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WmFramework) framework = NULL;
  Times times = { 0 };

  if (argc != 3)
    {
      g_printerr ("usage: bench-filter FRAMEWORK TEXT\n");
      return 2;
    }
  framework = wm_framework_load (argv[1], NULL, &error);
  if (framework == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  time_index (framework, &times);
  type_letters (framework, argv[2], &times);
  g_print ("%.0f %.0f %.1f %.0f %.1f %u\n", times.first, times.again, times.mean, times.worst, times.pass,
           times.n_shown);
  return 0;
}
